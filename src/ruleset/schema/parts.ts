import { z } from "zod";
import type { Open, Rounding, UnknownPolicy } from "../expression.ts";
import { aDay } from "../literals.ts";
import { inMessage } from "../phrase.ts";
import { described, except, shared, valuesOf } from "./described.ts";

/**
 * The zod schemas of the smallest things: names, texts, citations, and what can stand in their place.
 * The schemas give the TypeScript types, the checks at load, and the JSON Schema for editors; what
 * editors show of a key is written beside it.
 */

/** A name that code may use: camelCase, so never an integer (whose order a JSON object loses). */
export const name = shared(
  "name",
  z.string().regex(
    /^[a-z][A-Za-z0-9]{0,63}$/,
    inMessage({
      zh: "以小写字母开头的英文名称，如 `mobileUsers`，只含字母和数字",
      en: "a name in camelCase, such as `mobileUsers`",
    }),
  ),
);
const taken = ["parameter", "reading", "cases", "decision"];
/** A name in a table, which must not look like a reference to a parameter or a decision. */
export const columnName = except(
  name.refine((n) => !taken.includes(n), {
    error: inMessage({
      zh: "`parameter`、`reading`、`cases`、`decision` 以外的名称，这几个另有含义",
      en: "a name other than `parameter`, `reading`, `cases` and `decision`, which have a meaning of their own",
    }),
  }),
  taken,
);
/** A value of a label or a reading: kebab-case, or an official short form such as `A1` or `5`. */
export const token = shared(
  "token",
  z.string().regex(
    /^[A-Za-z0-9][A-Za-z0-9-]{0,63}$/,
    inMessage({
      zh: "由字母、数字和连字符组成的短名称，例如 `off-net`",
      en: "a short value of letters, digits and hyphens, such as `off-net`",
    }),
  ),
);
/** A ruleset's id. */
export const rulesetId = z.string().regex(
  /^[a-z0-9]+(-[a-z0-9]+)*$/,
  inMessage({
    zh: "由小写字母、数字和连字符组成的编号，例如 `hainan-unicom-2003`",
    en: "an id in kebab-case, such as `hainan-unicom-2003`",
  }),
);
/** A calendar day, `YYYY-MM-DD`. */
export const day = shared("day", z.iso.date(inMessage(aDay)));
/** A decision, or one part of it: `class`, `value.contribution`. */
export const outputReference = z.string().regex(
  /^[a-z][A-Za-z0-9]*(\.[a-z][A-Za-z0-9]*)?$/,
  inMessage({
    zh: "一个判定的名称，或它的一个组成部分，例如 `value.contribution`",
    en: "a decision, or one part of it, such as `value.contribution`",
  }),
);

export const text = shared(
  "text",
  z.strictObject({
    zh: described(z.string().min(1), "中文", "in Chinese"),
    en: described(z.string().min(1), "英文", "in English"),
  }),
);
export const citation = shared(
  "citation",
  z.strictObject({
    rule: described(
      z.string().min(1),
      "规则编号，如 `HN-25`：每个结果都会带着它",
      "the id of the rule, such as `HN-25`: every result carries it",
    ),
    clause: described(
      z.string().min(1),
      "在原文件里的位置，如“第八条”",
      "the place in the written policy, such as `第八条`",
    ),
  }),
);

const label = described(text, "名称，中文和英文", "its name in Chinese and English");
const cited = described(citation, "出处：原文件的哪一条", "the clause it comes from");
/** What every decision and every part that may be cited carries. */
export const named = { label, citation: cited };
/** The same on a band, a row or an outcome, which may take both from what it stands in. */
export const maybeNamed = {
  label: described(
    text,
    "名称；不写就用结果的正式名称",
    "its name; left out, the official term of its outcome",
  ).optional(),
  citation: described(
    citation,
    "出处；不写就与整个判定相同",
    "the clause it comes from; left out, that of the whole decision",
  ).optional(),
};

const parameterReference = shared(
  "parameterReference",
  z.strictObject({
    parameter: described(
      name,
      "用这个参数的值代替：`parameters` 里的一个名称",
      "stands for the value of a parameter: a name in `parameters`",
    ),
  }),
);

/** Lets a parameter, or a choice by a reading, stand in a part's place. */
export function open<T>(part: z.ZodType<T>): z.ZodType<Open<T>> {
  const schema: z.ZodType<Open<T>> = z.lazy(() =>
    z.union([
      part,
      parameterReference,
      z.strictObject({ reading: chosen, cases: casesOf(schema) }),
    ]),
  );
  return schema;
}

const chosen = described(
  name,
  "按哪个解读来选：`parameters` 里一个类型为 `reading` 的参数",
  "by which reading to choose: a parameter of type `reading`",
);
const casesOf = <T>(part: z.ZodType<T>) =>
  described(
    z.record(token, part),
    "每种解读各用什么，一种也不能少",
    "what stands under each reading; every reading needs its case",
  );

/** How many decimals a number is rounded to. */
export const decimals = shared("decimals", open(z.int().min(0).max(12)));
export const fraction = shared("fraction", open(z.number().min(0).max(1)));
export const number = shared("number", open(z.number()));

export const rounding = open(
  valuesOf<Rounding>({
    ceil: ["向上取整", "up"],
    floor: ["向下取整", "down"],
    "half-up": ["四舍五入", "to the nearest, halves up"],
    "half-even": ["四舍六入五成双", "to the nearest, halves to the even one"],
  }),
);
/** Do unknown values leave an aggregate or a cut unknown, or are they left out of it and counted. */
export const unknownPolicy = open(
  valuesOf<UnknownPolicy>({
    "left-out": ["不计入，并列出有多少", "they are left out, and the result says how many"],
    undetermined: ["所在分区的结果无法判定", "they leave the result of their partition open"],
  }),
);
