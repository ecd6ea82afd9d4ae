import { z } from "zod";
import { common, outcomes } from "../../ruleset/schema/common.ts";
import { value } from "../../ruleset/schema/condition.ts";
import { described } from "../../ruleset/schema/described.ts";
import { name, named, text } from "../../ruleset/schema/parts.ts";

/** Declared arithmetic under names: with one output its value, with several all of them. */
export const formula = z.strictObject({
  kind: described(
    z.literal("formula"),
    "算式：按写明的算法算出一个或几个值",
    "a formula: values worked out by declared arithmetic",
  ),
  ...common,
  outputs: described(
    z.record(
      name,
      z.strictObject({
        ...named,
        value: described(value, "怎样算", "how it is worked out"),
        unit: described(text, "单位", "its unit").optional(),
        outcomes: described(
          outcomes,
          "结果是标签时，有哪些，各自的正式名称",
          "where it comes to labels: the labels there are, each with its official term",
        ).optional(),
      }),
    ),
    "算出的值，每个一个名称",
    "the values, each under a name of its own",
  ),
});
