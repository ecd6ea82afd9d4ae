import { Decimal as Base } from "decimal.js";
import { innerDigits } from "./type.ts";

/**
 * Decimals of 60 digits. The numbers of a plan have at most 15, so sums and products of them are
 * exact; only a quotient is ever rounded, and that where the ruleset says.
 */
export const Decimal = Base.clone({ precision: innerDigits, toExpNeg: -60, toExpPos: 60 });
export type Decimal = Base;
export type RoundingMode = Base.Rounding;
