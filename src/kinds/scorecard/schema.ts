import { z } from "zod";
import { common } from "../../ruleset/schema/common.ts";
import { value } from "../../ruleset/schema/condition.ts";
import { chosenBy, described, valuesOf } from "../../ruleset/schema/described.ts";
import { name, named, number, open } from "../../ruleset/schema/parts.ts";
import { bandsBody } from "../bands/schema.ts";
import { onePolicy, tableBody } from "../table/schema.ts";

/** A score is one number, so rows are not collected: a `sum` adds up. */
const singlePolicy = described(
  valuesOf(onePolicy),
  "几行同时符合时怎么办",
  "what several matching rows mean",
);

/** How an indicator comes to its points: bands of a number, a table, or declared arithmetic. */
const single = chosenBy(
  z.discriminatedUnion("kind", [
    z.strictObject({
      kind: described(z.literal("bands"), "按一个数分档给分", "points by bands of a number"),
      ...bandsBody,
    }),
    z.strictObject({
      kind: described(
        z.literal("table"),
        "按决策表给分，输出名为 `points`",
        "points by a table, in its output `points`",
      ),
      ...tableBody,
      hitPolicy: singlePolicy,
    }),
    z.strictObject({
      kind: described(z.literal("formula"), "按算式给分", "points by arithmetic"),
      value: described(value, "分值", "the points"),
    }),
  ]),
  ["怎样给分", "how it comes to its points"],
  "怎样得分",
  "how it comes to its points",
);

const most = described(number, "最多多少分", "at most how many points");

/** Or the sum of several such parts, each with its own clause. */
const sum = z.strictObject({
  kind: described(
    z.literal("sum"),
    "几部分相加，各有各的出处",
    "several parts added up, each with its own clause",
  ),
  parts: described(
    z.record(
      name,
      z.strictObject({
        ...named,
        maximum: most,
        score: described(open(single), "这一部分怎样得分", "how this part comes to its points"),
      }),
    ),
    "各部分",
    "the parts",
  ),
});

const indicator = z.strictObject({
  ...named,
  maximum: most,
  score: described(open(z.union([single, sum])), "怎样得分", "how it comes to its points"),
});

/** Dimensions of indicators, each with its points and its maximum; the outcome is their sum. */
export const scorecard = z.strictObject({
  kind: described(
    z.literal("scorecard"),
    "打分：各项指标得分相加",
    "a scorecard: points of indicators, added up",
  ),
  ...common,
  maximum: described(
    number,
    "满分，等于各维度满分之和",
    "the most points there are: the sum of the dimensions' maxima",
  ),
  dimensions: described(
    z.record(
      name,
      z.strictObject({
        ...named,
        maximum: described(
          number,
          "这个维度的满分，等于各指标满分之和",
          "its most points: the sum of its indicators' maxima",
        ),
        indicators: described(z.record(name, indicator), "各项指标", "its indicators"),
      }),
    ),
    "各个维度",
    "the dimensions: groups of indicators",
  ),
});
