import { Decimal } from "decimal.js";
import { type Slip, type Stop, sticky } from "./look.ts";
import { type Cause, causes } from "./words.ts";

/** The most characters of a number that are read as they are: none needs as many. */
const longest = 1000;

/** Is a number kept as it is written, and not rounded. */
export function isKept(written: string, value: number): boolean {
  if (value === 0) return !/^[^e]*[1-9]/i.test(written);
  if (/^-?[\d.]{1,15}$/.test(written)) return true;
  return written.length <= longest && new Decimal(written).eq(value);
}

/** Tells what is wrong with the number that begins at an offset. */
export function numberSlip(text: string, at: number): Cause {
  const found = sticky(/[\w.+-]{1,40}/y, text, at);
  const signed = sticky(/[-+](Infinity|NaN)\b/y, text, at);
  if (signed !== "") return causes.noNumber(signed);
  if (/^(\d{4}-\d\d?-\d\d?|\d+\.\d+\.\d+)$/.test(found)) return causes.bareText(found);
  if (/^\d{1,3}(_\d{3})+$/.test(found)) return causes.numberAs(found, found.replaceAll("_", ""));
  const plain = /^\+?(-?)(?:0*(\d+))?(\.\d+)?$/.exec(found.replace(/\.$/, ""));
  const [, minus = "", whole = "", decimals = ""] = plain ?? [];
  if (!plain || whole + decimals === "") return causes.number(found);
  return causes.numberAs(found, minus + (whole || "0") + decimals);
}

/** What stands right behind a number: its unit, or a percent sign. */
export function unitSlip({ text, at }: Stop): Cause | undefined {
  const number = /(?:^|[^\w.])(-?\d+(?:\.\d+)?)$/.exec(text.slice(Math.max(0, at - 40), at))?.[1];
  const unit = sticky(/[\p{L}%‰¥￥$][^\s,:[\]{}"\p{Cs}]{0,39}/uy, text, at);
  if (number === undefined || unit === "") return undefined;
  const factor = Object.hasOwn(factors, unit) ? factors[unit] : undefined;
  const meant = factor === undefined ? undefined : new Decimal(number).times(factor).toFixed();
  return causes.unit(unit, number, meant);
}

/** What a number is multiplied by, where what follows it says so. */
const factors: Readonly<Record<string, number>> = {
  "%": 0.01,
  "‰": 0.001,
  千: 1_000,
  万: 10_000,
  万元: 10_000,
  亿: 100_000_000,
  亿元: 100_000_000,
};

/** A number written `60,000`: the zeros stand where a key is due. */
export function thousands(stop: Stop): Slip | undefined {
  const before = stop.text.slice(Math.max(0, stop.at - 40), stop.at);
  const head = /[^\w.](-?\d{1,3}(?:,\d{3})*),$/.exec(before)?.[1];
  const tail = sticky(/\d{3}(?:,\d{3})*(?:\.\d+)?(?![\w])/y, stop.text, stop.at);
  if (head === undefined || tail === "") return undefined;
  const found = `${head},${tail}`;
  const at = stop.at - head.length - 1;
  return { ...causes.numberAs(found, found.replaceAll(",", "")), at };
}
