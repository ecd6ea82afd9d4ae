import { Decimal } from "../../plan/decimal.ts";
import type { CellRead } from "./reading.ts";

/** Reads a number in plain digits. */
export function readNumber(text: string): CellRead {
  if (/^[+-]?\d+(\.\d+)?$/.test(text)) return readExact(text);
  return {
    message: "it is not a number in plain digits",
    help: "write digits with at most one point, such as `1234.5`: no unit, no thousands mark",
  };
}

/** Reads a number as it is written, also with an exponent; what would be rounded is refused. */
export function readExact(text: string): CellRead {
  const value = Number(text) + 0;
  if (!Number.isFinite(value)) {
    return { message: "it is larger than any number that is kept", help: "mend the number" };
  }
  const lost = value === 0 && /^[^e]*[1-9]/i.test(text);
  if (!lost && (text.length <= 15 || new Decimal(text).eq(value))) return { value };
  return {
    message: "it has more digits than a number holds exactly",
    help: "give at most 15 digits; if it is an identifier, it is no number",
  };
}
