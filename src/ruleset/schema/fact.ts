import { z } from "zod";
import { chosenBy, described } from "./described.ts";
import { citation, name, text, token } from "./parts.ts";

/** The zod schema of a declared fact: what may be handed in about a subject. */
const shared = {
  subjects: described(
    z.array(name).min(1),
    "属于哪些对象：`subjects` 里的名称",
    "whose fact it is: names in `subjects`",
  ),
  label: described(text, "名称，也是表格里的列名", "its name, and a column heading"),
  aliases: described(
    z.array(z.string().min(1)),
    "表格里还可能用的列名",
    "other column headings that CRMs use",
  ).optional(),
  note: described(text, "说明：口径、来源", "a note: what counts, where it is found").optional(),
  citation: described(citation, "出处：原文件的哪一条", "the clause it comes from").optional(),
};

const values = described(
  z.record(
    token,
    z.strictObject({
      label: described(text, "取值的名称", "the name of the value"),
      aliases: described(
        z.array(z.string().min(1)),
        "表格里还可能怎样写",
        "how else a cell may say it",
      ).optional(),
    }),
  ),
  "可以有哪些取值",
  "the values it can have",
);

export const fact = chosenBy(
  z.discriminatedUnion("type", [
    z.strictObject({
      type: described(z.literal("number"), "数", "a number"),
      ...shared,
      unit: described(text, "单位", "its unit"),
      scale: described(z.int().min(0).max(12), "最多几位小数", "at most how many decimals"),
      min: described(z.number(), "最小可以是多少", "the least it can be").optional(),
      max: described(z.number(), "最大可以是多少", "the most it can be").optional(),
    }),
    z.strictObject({
      type: described(z.literal("boolean"), "是或否", "a yes or no"),
      ...shared,
    }),
    z.strictObject({
      type: described(z.literal("date"), "日期，如 `2010-11-30`", "a day such as `2010-11-30`"),
      ...shared,
    }),
    z.strictObject({
      type: described(
        z.literal("text"),
        "任意文字：姓名、编号、地市",
        "any text: a name, an id, a city",
      ),
      ...shared,
    }),
    z.strictObject({
      type: described(z.literal("label"), "`values` 中的一个", "one of `values`"),
      ...shared,
      values,
    }),
    z.strictObject({
      type: described(z.literal("list"), "`values` 中的几个", "several of `values`"),
      ...shared,
      values,
    }),
  ]),
  ["事实的类型", "the type of the fact"],
  "一项事实：关于一个对象、由外部给出的数据",
  "a fact: what may be handed in about a subject",
);
export type Fact = z.infer<typeof fact>;
