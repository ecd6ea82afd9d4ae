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
export function addMonths(day: string, months: number): string | null {
  const [year = 0, month = 1, date = 1] = day.split("-").map(Number);
  const last = utc(year, month + months, 0).getUTCDate();
  return written(utc(year, month - 1 + months, Math.min(date, last)));
}

/** Moves a day by whole days. */
export function addDays(day: string, days: number): string | null {
  const [year = 0, month = 1, date = 1] = day.split("-").map(Number);
  return written(utc(year, month - 1, date + days));
}

/** A day of the calendar; unlike `Date.UTC`, a year below 100 means itself. */
function utc(year: number, month: number, date: number): Date {
  const day = new Date(0);
  day.setUTCFullYear(year, month, date);
  return day;
}

/** Writes a day, or nothing where it lies outside the years that four digits hold. */
function written(day: Date): string | null {
  const year = day.getUTCFullYear();
  return year >= 0 && year <= 9999 ? day.toISOString().slice(0, 10) : null;
}
