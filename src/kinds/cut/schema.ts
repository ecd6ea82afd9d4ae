import { z } from "zod";
import { common, outcomes } from "../../ruleset/schema/common.ts";
import { condition, value } from "../../ruleset/schema/condition.ts";
import { chosenBy, described, valuesOf } from "../../ruleset/schema/described.ts";
import {
  fraction,
  name,
  open,
  rounding,
  token,
  unknownPolicy,
} from "../../ruleset/schema/parts.ts";

const key = z.strictObject({
  value: described(value, "按什么排", "by what"),
  order: described(
    valuesOf({
      descending: ["从高到低", "from the highest to the lowest"],
      ascending: ["从低到高", "from the lowest to the highest"],
    }),
    "从高到低还是从低到高",
    "in which direction",
  ),
});

/** The places of a class: a share of those ranked, a number of them, or all that are left. */
const share = described(fraction, "占多少比例，0 到 1", "its share, 0 to 1");
const minimum = described(
  open(z.int().min(0)),
  "最少几个名额",
  "at least how many places",
).optional();
const places = z.union([
  z.strictObject({ share, minimum }),
  z.strictObject({
    count: described(open(z.int().min(0)), "几个名额", "how many places"),
    minimum,
  }),
  z.strictObject({ minimum }),
]);

const shared = {
  kind: described(
    z.literal("cut"),
    "在全体里排名分类",
    "a cut: ranks a population and divides it into classes",
  ),
  ...common,
  outcomes: described(
    outcomes,
    "有哪些类，各自的正式名称",
    "the classes there are, each with its official term",
  ),
  partition: described(
    z.array(name),
    "按哪些事实分区排名，如地市；空列表就是全体一起",
    "the facts that divide the population, such as the city; none: one whole",
  ),
  unknown: described(
    unknownPolicy,
    "排名依据未知的对象怎么办",
    "what subjects do whose rank is unknown",
  ),
  eligible: described(
    condition,
    "谁参加排名；不写就是全体",
    "who is ranked; left out, all",
  ).optional(),
  otherwise: described(token, "不参加排名的归哪一类", "the outcome of those who are not ranked"),
  order: described(
    z.array(token).min(2),
    "各类从第一名起的次序；按分位数划分时从最低起",
    "the classes from the first places to the last; with quantiles, from the lowest values",
  ),
};

/** Ranks a population and hands out places, or cuts it at the quantiles of one number. */
export const cut = chosenBy(
  z.discriminatedUnion("method", [
    z.strictObject({
      method: described(z.literal("rank"), "排名，按名额划分", "ranks, and hands out places"),
      ...shared,
      classes: described(
        z.record(token, places),
        "各类的名额：比例 `share`、个数 `count`，都不写就是余下的全部",
        "the places of each class: a `share`, a `count`, or neither: all that are left",
      ),
      by: described(z.array(key).min(1), "按什么排名", "what the ranking goes by"),
      rounding: described(rounding, "名额怎样取整", "how a share is rounded to places"),
      scheme: described(
        open(
          valuesOf({
            cumulative: ["累计比例取整，再逐类相减", "cumulative shares are rounded, then parted"],
            separate: ["各类分别取整", "each share is rounded by itself"],
            "largest-remainder": ["最大余数法", "by the largest remainder"],
          }),
        ),
        "比例怎样变成名额",
        "how shares become places",
      ),
      tie: described(
        open(
          valuesOf({
            "all-up": ["并列的都升入高一类", "all who are level go up"],
            "all-down": ["并列的都落到低一类", "all who are level go down"],
            id: ["按编号区分", "the id decides"],
            keys: ["再按 `tieBreak` 的依据区分", "the keys of `tieBreak` decide"],
          }),
        ),
        "名额线上并列怎么办",
        "what becomes of those who are level at a cut",
      ),
      tieBreak: described(
        z.strictObject({
          keys: described(z.array(key), "再按什么排", "what the ranking goes by next").optional(),
          id: described(
            name,
            "最后按哪项事实区分，如客户编号",
            "the fact that settles it in the end, such as an id",
          ),
        }),
        "并列时靠什么区分",
        "what settles a tie",
      ),
      barred: described(
        z.strictObject({
          when: described(condition, "什么情况下受限", "who is barred"),
          to: described(token, "最高只能到哪一类", "the highest class they may be in"),
          places: described(
            open(
              valuesOf({
                backfill: ["由后面的递补", "those behind move up"],
                "place-stays-empty": ["空着", "they stay empty"],
                "out-of-the-base": ["受限的不算在基数里", "the barred are not counted in the base"],
              }),
            ),
            "空出的名额怎么办",
            "what becomes of their places",
          ),
        }),
        "参加排名、但不能进入前几类的",
        "who is ranked but may not be in the first classes",
      ).optional(),
    }),
    z.strictObject({
      method: described(
        z.literal("quantile"),
        "按一个数的分位数划分",
        "cuts at the quantiles of one number",
      ),
      ...shared,
      classes: described(
        z.record(token, z.strictObject({ share })),
        "各类所占的比例，从最低的数起",
        "the share of each class, from the lowest values",
      ),
      input: described(value, "按哪个数", "the number"),
      definition: described(
        z.literal(7),
        "分位数的定义，按 Hyndman 和 Fan（1996）的编号",
        "the definition of a quantile, numbered as by Hyndman and Fan (1996)",
      ),
      closed: described(
        open(
          valuesOf({
            lower: ["恰好等于分位数的归高一类", "who is exactly at a cut is in the class above"],
            upper: ["恰好等于分位数的归低一类", "who is exactly at a cut is in the class below"],
          }),
        ),
        "恰好等于分位数的归哪一类",
        "to which class belongs who is exactly at a cut",
      ),
    }),
  ]),
  ["按名额还是按分位数", "by places or by quantiles"],
  "在全体里排名分类",
  "a cut of a population into classes",
);
