import { Decimal } from "./decimal.ts";
import type { Nodes } from "./node.ts";
import type { Type } from "./type.ts";
import * as types from "./type.ts";

/** The ranges and scales of computed numbers, from those of what they are computed of. */
type Range = types.NumberType;
const scaleOf = (of: readonly Range[]) => Math.max(...of.map((t) => t.scale));
const total = (of: readonly number[]) => of.reduce((a, b) => a + b, 0);

export const arithmeticType: Record<
  Nodes["arithmetic"]["operation"],
  (of: readonly Range[]) => Type
> = {
  sum: (of) => types.number(scaleOf(of), total(of.map((t) => t.min)), total(of.map((t) => t.max))),
  difference: (of) => {
    const [a, b] = [of[0] as Range, of[1] as Range];
    return types.number(scaleOf(of), a.min - b.max, a.max - b.min);
  },
  product: (of) => of.reduce(productOf),
  minimum: (of) =>
    types.number(scaleOf(of), Math.min(...of.map((t) => t.min)), Math.min(...of.map((t) => t.max))),
  maximum: (of) =>
    types.number(scaleOf(of), Math.max(...of.map((t) => t.min)), Math.max(...of.map((t) => t.max))),
};

function productOf(a: Range, b: Range): Range {
  const ends = [a.min * b.min, a.min * b.max, a.max * b.min, a.max * b.max];
  return types.number(a.scale + b.scale, Math.min(...ends), Math.max(...ends));
}

/** The range of a number that is rounded, to whichever side. */
export function roundedType({ min, max }: Range, scale: number): Type {
  const low = new Decimal(min).toDecimalPlaces(scale, Decimal.ROUND_FLOOR);
  const high = new Decimal(max).toDecimalPlaces(scale, Decimal.ROUND_CEIL);
  return types.number(scale, low.toNumber(), high.toNumber());
}

/** The most subjects a partition is taken to have, when the range of a sum is worked out. */
const mostSubjects = 1e7;

export function aggregateType(node: Nodes["aggregate"], of: Type): Type {
  if (node.operation === "count") return types.number(0, 0, mostSubjects);
  if (of.kind !== "number") return types.any;
  if (node.operation === "sum") {
    return types.number(of.scale, of.min * mostSubjects, of.max * mostSubjects);
  }
  if (node.operation === "mean") return roundedType(of, node.scale);
  // Interpolation between two values multiplies by a fraction with the decimals of `at`.
  const more = node.operation === "quantile" ? (node.at?.decimalPlaces() ?? 0) : 0;
  return types.number(of.scale + more, of.min, of.max);
}
