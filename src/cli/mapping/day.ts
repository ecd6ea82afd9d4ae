import { isDay } from "../../ruleset/literals.ts";
import type { Text } from "../../ruleset/text.ts";
import type { CellRead } from "./reading.ts";

/** Reads a day: `YYYY-MM-DD`, or `YYYY/M/D` as spreadsheets write it in China; nothing else. */
export function readDay(text: string): CellRead {
  const [, year, month = "", day = ""] = /^(\d{4})\/(\d{1,2})\/(\d{1,2})$/.exec(text) ?? [];
  const value = year ? `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}` : text;
  if (isDay(value)) return { value };
  const [, form] = otherForms.find(([pattern]) => pattern.test(text)) ?? [];
  const message = form
    ? {
        zh: `不是能读取的日期写法：${form.zh}`,
        en: `it is not a day in a form that is read: ${form.en}`,
      }
    : { zh: "不是日历上的一天", en: "it is not a day of the calendar" };
  return { message, help };
}

const help: Text = {
  zh: "写成 年-月-日 或 年/月/日，例如 2010-11-30 或 2010/11/30",
  en: "write it as YYYY-MM-DD or YYYY/M/D, such as 2010-11-30 or 2010/11/30",
};

/** Forms that are seen often and not read, since a slip in them would go unseen. */
const otherForms: readonly (readonly [RegExp, Text])[] = [
  [/^\d{4}年\d{1,2}月\d{1,2}日$/, { zh: "它写成了“年月日”", en: "it is written YYYY年M月D日" }],
  [/^\d{8}$/, { zh: "它写成了连续八位数字", en: "it is written YYYYMMDD" }],
  [/^\d{4}[.]\d{1,2}[.]\d{1,2}$/, { zh: "它用点分隔", en: "it is written with points" }],
  [
    /^\d{4}-\d-\d{1,2}$|^\d{4}-\d{2}-\d$/,
    { zh: "它用连字符分隔，却没有补零", en: "it is written with hyphens and without zeros" },
  ],
  [
    /^\d{1,2}[/.-]\d{1,2}[/.-]\d{4}$/,
    {
      zh: "年份写在最后，分不清日和月",
      en: "its year stands last, so that day and month are unclear",
    },
  ],
  [/\d:\d{2}/, { zh: "它带有时刻", en: "it has a time of day" }],
  [
    /^\d{5}$/,
    {
      zh: "它是电子表格内部的天数",
      en: "it is a count of days, as a spreadsheet keeps them",
    },
  ],
];
