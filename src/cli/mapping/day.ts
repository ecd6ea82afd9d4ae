import { isDay } from "../../ruleset/literals.ts";
import type { CellRead } from "./reading.ts";

/** Reads a day: `YYYY-MM-DD`, or `YYYY/M/D` as spreadsheets write it in China; nothing else. */
export function readDay(text: string): CellRead {
  const [, year, month = "", day = ""] = /^(\d{4})\/(\d{1,2})\/(\d{1,2})$/.exec(text) ?? [];
  const value = year ? `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}` : text;
  if (isDay(value)) return { value };
  const [, form] = otherForms.find(([pattern]) => pattern.test(text)) ?? [];
  const message = form
    ? `it is not a day in a form that is read: ${form}`
    : "it is not a day of the calendar";
  return { message, help: "write it as YYYY-MM-DD or YYYY/M/D, such as 2010-11-30 or 2010/11/30" };
}

/** Forms that are seen often and not read, since a slip in them would go unseen. */
const otherForms: readonly (readonly [RegExp, string])[] = [
  [/^\d{4}年\d{1,2}月\d{1,2}日$/, "it is written YYYY年M月D日"],
  [/^\d{8}$/, "it is written YYYYMMDD"],
  [/^\d{4}[.]\d{1,2}[.]\d{1,2}$/, "it is written with points"],
  [/^\d{4}-\d-\d{1,2}$|^\d{4}-\d{2}-\d$/, "it is written with hyphens and without zeros"],
  [/^\d{1,2}[/.-]\d{1,2}[/.-]\d{4}$/, "its year stands last, so that day and month are unclear"],
  [/\d:\d{2}/, "it has a time of day"],
  [/^\d{5}$/, "it is a count of days, as a spreadsheet keeps them"],
];
