import { Decimal } from "../plan/decimal.ts";
import type { Value } from "../plan/node.ts";

/** Compares two values of one type: numbers by size; days, labels and texts by UTF-16 units. */
export function order(a: NonNullable<Value>, b: NonNullable<Value>): number {
  if (a instanceof Decimal) return a.cmp(b as Decimal);
  const [x, y] = [String(a), String(b)];
  return x === y ? 0 : x < y ? -1 : 1;
}
