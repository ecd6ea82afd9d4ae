import { z } from "zod";
import { dateChange, numberChange, readingChange } from "./change.ts";
import { chosenBy, described } from "./described.ts";
import { day, named, text, token } from "./parts.ts";

const initial = <T extends z.ZodType>(value: T) =>
  described(
    value,
    "默认值；不写就必须先设定，才能用",
    "what it is unless it is set; left out, it must be set first",
  ).optional();

/** The values from a day on; what was before it, `default` says. */
const dated = <T extends z.ZodType>(value: T) =>
  described(
    z.record(day, value),
    '从某日起的值，如 `{ "2005-01-01": 55000 }`；之前用 `default`',
    'its values from a day on, such as `{ "2005-01-01": 55000 }`; before the first, `default`',
  ).optional();

const changing = <T extends z.ZodType>(value: T) =>
  described(
    value,
    "地方规则集可以怎样改；不写就可以随意改",
    "how a variant may change it; left out, at will",
  ).optional();

/**
 * The zod schema of a parameter: a number or date a province may set, or a reading of an unclear
 * clause, with the question it answers, the readings open, and why the default was taken.
 */
export const parameter = chosenBy(
  z.discriminatedUnion("type", [
    z.strictObject({
      type: described(
        z.literal("number"),
        "数：门槛、分值、比例",
        "a number: a threshold, points, a share",
      ),
      ...named,
      unit: described(text, "单位", "its unit"),
      scale: described(z.int().min(0).max(12), "最多几位小数", "at most how many decimals"),
      min: described(z.number(), "最小可以设为多少", "the least it may be set to"),
      max: described(z.number(), "最大可以设为多少", "the most it may be set to"),
      default: initial(z.number()),
      dated: dated(z.number()),
      change: changing(numberChange),
      note: described(text, "说明", "a note").optional(),
    }),
    z.strictObject({
      type: described(z.literal("date"), "日期，如 `2010-11-30`", "a day such as `2010-11-30`"),
      ...named,
      default: initial(day),
      dated: dated(day),
      change: changing(dateChange),
    }),
    z.strictObject({
      type: described(
        z.literal("reading"),
        "解读：原文不明确时取哪一种读法",
        "a reading: how an unclear clause is read",
      ),
      ...named,
      question: described(text, "原文哪里不明确", "what the clause leaves open"),
      readings: described(
        z.record(token, text),
        "可以有哪些读法，各是什么意思",
        "the ways it can be read, each in words",
      ),
      default: initial(token),
      dated: dated(token),
      change: changing(readingChange),
      why: described(text, "为什么默认取这一种", "why the default was taken").optional(),
    }),
  ]),
  ["参数的类型", "the type of the parameter"],
  "一个参数：地方可以设定的数、日期或解读",
  "a parameter: a number, a day or a reading that a province may set",
);
export type Parameter = z.infer<typeof parameter>;
