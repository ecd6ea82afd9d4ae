import { Decimal, type RoundingMode } from "../plan/decimal.ts";
import type { Rounding } from "../ruleset/expression.ts";

const modes: Readonly<Record<Rounding, RoundingMode>> = {
  ceil: Decimal.ROUND_CEIL,
  floor: Decimal.ROUND_FLOOR,
  "half-up": Decimal.ROUND_HALF_CEIL,
  "half-even": Decimal.ROUND_HALF_EVEN,
};

/** Rounds to a scale. A half goes up toward +∞ under `half-up`, also below zero. */
export function round(value: Decimal, scale: number, rounding: Rounding): Decimal {
  return value.toDecimalPlaces(scale, modes[rounding]);
}

/**
 * Divides and rounds once, exactly: the quotient is cut to whole units of the scale with its
 * remainder in hand, so no digit beyond the precision can tip a half.
 */
export function divide(
  dividend: Decimal,
  divisor: Decimal,
  scale: number,
  rounding: Rounding,
): Decimal {
  const unit = new Decimal(10).pow(scale);
  const [a, b] = divisor.isNegative() ? [dividend.neg(), divisor.neg()] : [dividend, divisor];
  const scaled = a.times(unit);
  const below = scaled.divToInt(b).minus(scaled.isNegative() && !scaled.mod(b).isZero() ? 1 : 0);
  const rest = scaled.minus(below.times(b));
  return below.plus(rises(rest, b, below, rounding) ? 1 : 0).div(unit);
}

function rises(rest: Decimal, divisor: Decimal, below: Decimal, rounding: Rounding): boolean {
  const half = rest.times(2).cmp(divisor);
  if (rounding === "ceil") return !rest.isZero();
  if (rounding === "floor") return false;
  return half > 0 || (half === 0 && (rounding === "half-up" || !below.mod(2).isZero()));
}

/** Moves a day by whole months, ending on the corresponding day or the last one of its month. */
export function addMonths(day: string, months: number): string {
  const [year = 0, month = 1, date = 1] = day.split("-").map(Number);
  const first = new Date(Date.UTC(year, month - 1 + months, 1));
  const last = new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + 1, 0)).getUTCDate();
  first.setUTCDate(Math.min(date, last));
  return first.toISOString().slice(0, 10);
}

/** Moves a day by whole days. */
export function addDays(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
}
