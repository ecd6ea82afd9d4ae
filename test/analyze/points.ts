import type { Region, Side } from "../../src/analyze/diagram/region.ts";
import type { Axis, Ref } from "../../src/analyze/diagram/space.ts";
import type { Stands, Symbols } from "../../src/analyze/diagram/symbols.ts";
import type { Form } from "../../src/analyze/diagram/term.ts";
import type { Known } from "../../src/execute/reference.ts";
import { Decimal } from "../../src/plan/decimal.ts";
import type { Value } from "../../src/plan/node.ts";
import type { Type } from "../../src/plan/type.ts";

/*
 * Reads a diagram at one account, by nothing but what its axes stand for.
 */

/** Rests on a value that is not taken apart, and so may be anything. */
export const beyond = Symbol("beyond");

/** The values a function may come to at an account: one, but where it rests on computed values. */
export function valuesAt(s: Symbols, ref: Ref, known: Known): readonly (Value | typeof beyond)[] {
  const branch = s.space.branchOf(ref);
  if (!branch) return [leafAt(s, ref, known)];
  const { axis, cuts, children, unknown } = branch;
  const at = placeOf(s, axis, known);
  if (at === beyond) {
    const all = new Set(axis.hasUnknown ? [...children, unknown] : children);
    return [...all].flatMap((child) => valuesAt(s, child, known));
  }
  if (at === null) return valuesAt(s, unknown, known);
  if (at < axis.low || at > axis.high) throw new Error(`${at} is not on the axis ${axis.key}`);
  return valuesAt(s, children[cuts.filter((c) => c <= at).length] as Ref, known);
}

function leafAt(s: Symbols, ref: Ref, known: Known): Value | typeof beyond {
  const leaf = s.space.leafOf(ref);
  if (leaf?.is === "value") return textAt(leaf.value, known);
  if (leaf?.is === "list") return known[leaf.fact] ?? null;
  if (leaf?.is !== "term") throw new Error(`${leaf?.key} is no value`);
  const at = sumOf(s, leaf.term.form, known);
  if (at === null || at === beyond) return at;
  const value = leaf.term.at(at);
  return leaf.isDay ? new Date(value.toNumber() * 86_400_000).toISOString().slice(0, 10) : value;
}

/** Texts that no rule names are one value: the fact has the text itself. */
function textAt(value: Value, known: Known): Value {
  const isOther = typeof value === "string" && value.startsWith("\u0000");
  return isOther ? (known[value.slice(1)] ?? null) : value;
}

/** Where an account lies on an axis; `null` where that is unknown. */
export function placeOf(s: Symbols, axis: Axis, known: Known): bigint | null | typeof beyond {
  const stands = s.axes.get(axis.index) as Stands;
  if (stands.is === "computed") return beyond;
  if (stands.is === "sum") return sumOf(s, stands.form, known);
  const value = known[stands.name] ?? null;
  if (value === null) return null;
  if (stands.is === "list") return 0n;
  if (stands.is === "entry") return (value as readonly string[]).includes(stands.entry) ? 1n : 0n;
  return stepOf(s, stands.type, value);
}

function stepOf(s: Symbols, type: Type, value: NonNullable<Value>): bigint {
  if (value instanceof Decimal && type.kind === "number") {
    return BigInt(value.times(10 ** type.scale).toFixed());
  }
  if (typeof value === "boolean") return value ? 1n : 0n;
  if (type.kind === "date") return BigInt(Date.parse(`${value}T00:00:00Z`) / 86_400_000);
  const names = type.kind === "label" ? type.values : s.texts;
  const index = names.indexOf(value as string);
  return BigInt(index < 0 ? names.length : index);
}

function sumOf(s: Symbols, { weights }: Form, known: Known): bigint | null | typeof beyond {
  const at = weights.map(([{ axis }]) => placeOf(s, axis, known));
  if (at.includes(null)) return null;
  if (at.includes(beyond)) return beyond;
  return weights.reduce((sum, [, weight], i) => sum + weight * (at[i] as bigint), 0n);
}

/** Does an account lie in a box; sides that are not taken apart say nothing. */
export function isIn(s: Symbols, { sides }: Pick<Region, "sides">, known: Known): boolean {
  return sides.every((side) => meets(side, placeOf(s, side.axis, known)));
}

/** Is a place on its axis one that a side allows. */
export function meets({ intervals, unknown }: Side, at: bigint | null | typeof beyond): boolean {
  if (at === beyond) return true;
  if (at === null) return unknown;
  return intervals.some(([low, high]) => low <= at && at <= high);
}

/** The same value, as a text to compare. */
export function told(value: Value | typeof beyond): string {
  if (value === beyond) return "anything";
  return value instanceof Decimal ? value.plus(0).toString() : JSON.stringify(value);
}
