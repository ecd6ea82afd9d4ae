import { z } from "zod";
import { common, outcomes } from "../../ruleset/schema/common.ts";
import { value } from "../../ruleset/schema/condition.ts";
import { described, shared, valuesOf } from "../../ruleset/schema/described.ts";
import {
  columnName,
  maybeNamed,
  name,
  number,
  open,
  text,
  token,
} from "../../ruleset/schema/parts.ts";

const literal = z.union([z.number(), z.boolean(), z.string().max(200)]);

/** What a cell accepts: a value, one of several, none of several, or a range of numbers. */
const cell = z.union([
  literal,
  z.array(literal).min(1),
  z.strictObject({
    not: described(z.array(literal).min(1), "不是这些中的任何一个", "none of these"),
  }),
  z.strictObject({
    atLeast: described(number, "大于或等于", "at least").optional(),
    above: described(number, "大于", "more than").optional(),
    atMost: described(number, "小于或等于", "at most").optional(),
    below: described(number, "小于", "less than").optional(),
  }),
]);
export type Cell = z.infer<typeof cell>;

const outcome = open(z.union([z.number(), token]));

const row = shared(
  "row",
  z.strictObject({
    when: described(
      z.record(name, open(cell)),
      "每个输入要满足什么；没有写到的输入取什么值都行",
      "what each input must be; an input that is not named may be anything",
    ),
    then: described(
      z.record(name, outcome),
      "这一行给出什么，每个输出一个",
      "what the row gives for each output",
    ),
    ...maybeNamed,
  }),
);

export const onePolicy = {
  unique: [
    "至多一行符合；几行都符合就无法判定",
    "at most one row matches; where several do, the outcome is open",
  ],
  any: [
    "可以有几行符合，结果须一致；不一致就无法判定",
    "several rows may match if they agree; where they do not, the outcome is open",
  ],
  first: ["取 `order` 中第一个符合的行", "the first row in `order` that matches"],
  priority: ["取 `order` 中排在最前的结果", "the outcome that stands first in `order`"],
} as const;

/** What a table states wherever it stands. Without a cell for an input, a row takes any value. */
export const tableBody = {
  hitPolicy: described(
    valuesOf({
      ...onePolicy,
      collect: [
        "取全部符合的行，按 `collect` 汇总",
        "all rows that match, put together as `collect` says",
      ],
    }),
    "几行同时符合时怎么办",
    "what several matching rows mean",
  ),
  inputs: described(
    z.record(
      columnName,
      z.strictObject({
        label: described(text, "输入的名称", "the name of the input"),
        value: described(value, "取什么值", "its value"),
      }),
    ),
    "各列输入",
    "the inputs: what the columns are about",
  ),
  rows: described(
    z.record(name, row),
    "各行，每行一个名称",
    "the rows, each under a name of its own",
  ),
  order: described(
    z.array(token),
    "先后次序：`first` 和 `collect` 列出各行，`priority` 列出各结果",
    "the order: of the rows (first, collect), or of the outcomes (priority)",
  ).optional(),
  otherwise: described(
    z.record(name, outcome),
    "没有一行符合时的结果；不写，就表示总有一行符合",
    "the outcome where no row matches; left out, the table promises that one always does",
  ).optional(),
};

/** Several inputs at once; the hit policy says what several matching rows mean (DMN 1.3). */
export const table = z.strictObject({
  kind: described(
    z.literal("table"),
    "决策表：几个输入一起决定结果",
    "a table: several inputs at once decide the outcome",
  ),
  ...common,
  ...tableBody,
  outputs: described(
    z.record(
      columnName,
      z.strictObject({
        label: described(text, "输出的名称", "the name of the output"),
        outcomes: described(
          outcomes,
          "有哪些结果，各自的正式名称；结果是数时不写",
          "the outcomes there are, each with its official term; left out for numbers",
        ).optional(),
      }),
    ),
    "各列输出",
    "the outputs: what the rows give",
  ),
  collect: described(
    valuesOf({
      list: ["列出各行的结果", "the list of what they give"],
      sum: ["相加", "the sum"],
      count: ["有几行", "how many there are"],
      minimum: ["最小的", "the least"],
      maximum: ["最大的", "the greatest"],
    }),
    "`hitPolicy` 为 `collect` 时，怎样汇总；不写就是 `list`",
    "with `hitPolicy` `collect`: what is made of the rows that match; left out, `list`",
  ).optional(),
});
