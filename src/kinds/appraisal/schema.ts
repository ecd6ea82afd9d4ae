import { z } from "zod";
import { common } from "../../ruleset/schema/common.ts";
import { value } from "../../ruleset/schema/condition.ts";
import { chosenBy, described, valuesOf } from "../../ruleset/schema/described.ts";
import {
  decimals,
  fraction,
  name,
  named,
  number,
  open,
  rounding,
  unknownPolicy,
} from "../../ruleset/schema/parts.ts";

const rate = described(value, "比率，0 到 1", "the rate, a fraction 0 to 1");
const scale = described(decimals, "保留几位小数", "how many decimals are kept");
const rounded = described(rounding, "怎样舍入", "how it is rounded");

/** How an item comes to its points. Rates are fractions 0..1. */
const scoring = chosenBy(
  z.discriminatedUnion("method", [
    z.strictObject({
      method: described(
        z.literal("none"),
        "不计分，也不计入总分：原文没有说怎样计",
        "not scored, and out of the total: the source does not say how",
      ),
    }),
    z.strictObject({
      method: described(z.literal("proportional"), "比率乘以分值", "the rate times the points"),
      rate,
    }),
    z.strictObject({
      method: described(
        z.literal("gated-proportional"),
        "达到门槛才按比例得分",
        "in proportion, once the rate reaches a gate",
      ),
      rate,
      gate: described(fraction, "门槛，0 到 1", "the gate, 0 to 1"),
      atGate: described(
        open(
          valuesOf({
            scores: ["得分", "it scores"],
            zero: ["不得分", "it does not score"],
          }),
        ),
        "恰好等于门槛时",
        "where the rate is exactly at the gate",
      ),
      proportion: described(
        open(
          valuesOf({
            "rate-times-points": ["比率乘以分值", "the rate times the points"],
            rescaled: ["门槛处为 0，100% 为满分", "from 0 at the gate to full at 1"],
          }),
        ),
        "过了门槛怎样按比例",
        "the proportion from the gate on",
      ),
      scale,
      rounding: rounded,
    }),
    z.strictObject({
      method: described(
        z.literal("relative-linear"),
        "在同类单位里比：最低的得最低分，最高的得满分",
        "among the units: from the least points at the lowest to full at the highest",
      ),
      measure: described(value, "比什么", "the number that is compared"),
      over: described(
        name,
        "和哪一种对象比：`subjects` 里的名称",
        "among which subjects: a name in `subjects`",
      ),
      by: described(
        z.array(name),
        "按哪些事实分区；空列表就是全体一起",
        "the facts that divide the population; none: one whole",
      ),
      unknown: described(
        unknownPolicy,
        "取值未知的对象怎么办",
        "what subjects do whose value is unknown",
      ),
      lowest: described(number, "最低的得多少分", "the points of the lowest"),
      allEqual: described(
        open(
          valuesOf({
            max: ["都得满分", "full points"],
            min: ["都得最低分", "the least points"],
            mid: ["都得中间分", "halfway between"],
          }),
        ),
        "大家都一样时",
        "where all are equal",
      ),
      scale,
      rounding: rounded,
    }),
    z.strictObject({
      method: described(
        z.literal("deduction"),
        "扣分：比率为 0 时全扣",
        "takes points off: all of them at rate 0",
      ),
      rate,
      free: described(fraction, "达到多少就不扣，0 到 1", "no deduction from this rate on, 0 to 1"),
    }),
  ]),
  ["怎样计分", "how it comes to its points"],
  "怎样计分",
  "how the item comes to its points",
);
export type Scoring = z.infer<typeof scoring>;

/** Items with points, added up, beside the points they are out of. */
export const appraisal = z.strictObject({
  kind: described(
    z.literal("appraisal"),
    "考核：各项得分相加，并列出总分",
    "an appraisal: items with points, added up, beside the points they are out of",
  ),
  ...common,
  items: described(
    z.record(
      name,
      z.strictObject({
        ...named,
        points: described(open(z.number().min(0)), "分值", "how many points it is worth"),
        scoring: described(open(scoring), "怎样计分", "how it comes to its points"),
      }),
    ),
    "各考核项",
    "the items",
  ),
  floor: described(
    open(
      valuesOf({
        none: ["总分可以为负", "a total may be below 0"],
        zero: ["总分不低于 0", "a total is never below 0"],
      }),
    ),
    "总分的下限",
    "the least a total can be",
  ),
});
