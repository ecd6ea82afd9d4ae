import { isKept } from "../../ruleset/json/number.ts";
import type { CellRead } from "./reading.ts";

/** Reads a number in plain digits. */
export function readNumber(text: string): CellRead {
  if (/^[+-]?\d+(\.\d+)?$/.test(text)) return readExact(text);
  return {
    message: { zh: "不是普通数字", en: "it is not a number in plain digits" },
    help: {
      zh: "只写数字，至多一个小数点，例如 `1234.5`：不带单位，不带千位分隔符",
      en: "write digits with at most one point, such as `1234.5`: no unit, no thousands mark",
    },
  };
}

/** Reads a number as it is written, also with an exponent; what would be rounded is refused. */
export function readExact(text: string): CellRead {
  const value = Number(text) + 0;
  if (!Number.isFinite(value)) {
    return {
      message: { zh: "超出了能够保存的最大数字", en: "it is larger than any number that is kept" },
      help: { zh: "改正这个数字", en: "mend the number" },
    };
  }
  if (isKept(text, value)) return { value };
  return {
    message: {
      zh: "位数多于能精确保存的位数",
      en: "it has more digits than a number holds exactly",
    },
    help: {
      zh: "最多 15 位；如果是编号，就不是数字",
      en: "give at most 15 digits; if it is an identifier, it is no number",
    },
  };
}
