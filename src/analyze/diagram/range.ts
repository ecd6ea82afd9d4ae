import { Decimal } from "../../plan/decimal.ts";
import type { Term } from "./term.ts";

/*
 * Between what a number lies that is made of two others. It follows from these alone: what the rules say
 * of the whole holds of it only where the whole is asked for, and one number serves many of them.
 */

/** A number of at most `scale` decimals, ends included. */
export interface Range {
  readonly scale: number;
  readonly min: Decimal | number;
  readonly max: Decimal | number;
}

type Operand = Decimal | Term;
type Ends = readonly [Decimal, Decimal];

const scaleOf = (of: Operand) => (of instanceof Decimal ? of.decimalPlaces() : of.scale);
const endsOf = (of: Operand): Ends =>
  of instanceof Decimal ? [of, of] : [of.at(of.form.low), of.at(of.form.high)];

/** Of a value that goes one way along each of two numbers: its ends lie at ends of theirs. */
export function rangeAlong(
  a: Operand,
  b: Operand,
  value: (a: Decimal, b: Decimal) => Decimal,
  isProduct: boolean,
): Range {
  const [p, q] = [scaleOf(a), scaleOf(b)];
  return between(isProduct ? p + q : Math.max(p, q), cornersOf(endsOf(a), endsOf(b), value));
}

/** Of a quotient: it is greatest and least at the ends of the divisor, and next to zero. */
export function rangeOfQuotient(a: Operand, b: Operand, scale: number): Range {
  const [from, to] = [...endsOf(b)].sort((x, y) => x.cmp(y)) as [Decimal, Decimal];
  const step = new Decimal(10).pow(-scaleOf(b));
  const divisors = [from, to, step, step.neg()].filter(
    (d) => !d.isZero() && d.gte(from) && d.lte(to),
  );
  const corners = cornersOf(endsOf(a), divisors, (x, y) => x.div(y));
  return between(scale, [new Decimal(0), ...corners]);
}

const cornersOf = (
  a: readonly Decimal[],
  b: readonly Decimal[],
  value: (a: Decimal, b: Decimal) => Decimal,
) => a.flatMap((x) => b.map((y) => value(x, y)));

const between = (scale: number, values: readonly Decimal[]): Range => ({
  scale,
  min: Decimal.min(...values),
  max: Decimal.max(...values),
});
