import { z } from "zod";
import { common } from "../../ruleset/schema/common.ts";
import { value } from "../../ruleset/schema/condition.ts";
import { chosenBy, described, valuesOf } from "../../ruleset/schema/described.ts";
import { fraction, name, named, open, rounding, text } from "../../ruleset/schema/parts.ts";

const rounded = described(rounding, "怎样舍入", "how it is rounded");

/** How many are needed: one `per` so many, a `share` of so many, or a figure as it stands. */
const need = chosenBy(
  z.discriminatedUnion("method", [
    z.strictObject({
      method: described(z.literal("per"), "每若干个配一个", "one for so many"),
      of: described(value, "按什么数来配", "of how many"),
      per: described(open(z.number().positive()), "每多少个配一个", "for how many one is needed"),
      rounding: rounded,
    }),
    z.strictObject({
      method: described(z.literal("share"), "按比例", "a share of so many"),
      of: described(value, "按什么数来算", "of how many"),
      share: described(fraction, "比例，0 到 1", "the share, 0 to 1"),
      rounding: rounded,
    }),
    z.strictObject({
      method: described(z.literal("figure"), "直接给出的数", "a figure as it stands"),
      of: described(value, "这个数", "the figure"),
    }),
  ]),
  ["怎样算出需要多少", "how it is worked out how many are needed"],
  "需要多少",
  "how many are needed",
);

/** How many are needed for so many, and how many are short. */
export const quota = z.strictObject({
  kind: described(
    z.literal("quota"),
    "配备：需要多少，缺多少",
    "a quota: how many are needed for so many, and how many are short",
  ),
  ...common,
  items: described(
    z.record(
      name,
      z.strictObject({
        ...named,
        unit: described(text, "单位", "its unit"),
        need: described(open(need), "需要多少", "how many are needed"),
        have: described(value, "现有多少", "how many there are").optional(),
        sense: described(
          open(
            valuesOf({
              "at-least": ["至少要有这么多", "the least there must be"],
              "at-most": ["最多只能有这么多", "the most there may be"],
            }),
          ),
          "是下限还是上限；不写就是下限",
          "is it the least or the most; left out, the least",
        ).optional(),
      }),
    ),
    "各项配备",
    "what is needed, item by item",
  ),
});
