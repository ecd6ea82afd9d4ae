import type { DifferentSide } from "../../src/index.ts";
import { Decimal } from "../../src/plan/decimal.ts";

/*
 * Reads the regions of a comparison as the documentation tells them, by nothing but the data.
 */

type Point = Readonly<Record<string, unknown>>;
type Ranges = readonly { readonly from: number | string; readonly to: number | string }[];

/** Does an account lie in a region. */
export function isInside(sides: readonly DifferentSide[], point: Point): boolean {
  return sides.every((side) => meets(side, point));
}

/** Is all that a region asks said of facts, so that it can be asked of an account. */
export const isOfFacts = (sides: readonly DifferentSide[]) =>
  sides.every((side) => !("computed" in side || "population" in side));

function meets(side: DifferentSide, point: Point): boolean {
  if ("computed" in side || "population" in side) return true;
  if ("sum" in side) return isIn(side.ranges, totalOf(side.sum, point));
  if ("list" in side) {
    const list = point[side.list] as readonly string[] | undefined;
    if ("given" in side) return (list !== undefined) === side.given;
    return list !== undefined && list.includes(side.entry) === side.contains;
  }
  const value = point[side.fact];
  if (value === undefined) return side.unknown;
  if ("otherThan" in side) return !side.otherThan.includes(value as string);
  if ("values" in side) return side.values.includes(value as string);
  return isIn(side.ranges, value);
}

/** Numbers, or days as text: both in their own order. */
const isIn = (ranges: Ranges, value: unknown) =>
  value !== undefined &&
  (ranges as readonly { readonly from: number; readonly to: number }[]).some(
    ({ from, to }) => from <= (value as number) && (value as number) <= to,
  );

/** Days are counted from the first of 1970. */
const countOf = (value: unknown) =>
  new Decimal(typeof value === "string" ? Date.parse(value) / 86_400_000 : (value as number));

function totalOf(sum: Readonly<Record<string, number>>, point: Point): number | undefined {
  const parts = Object.entries(sum).map(([name, times]) =>
    point[name] === undefined ? undefined : countOf(point[name]).times(times),
  );
  if (parts.includes(undefined)) return undefined;
  return Decimal.sum(0, ...(parts as Decimal[])).toNumber();
}
