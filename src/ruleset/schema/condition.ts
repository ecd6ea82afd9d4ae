import { z } from "zod";
import type { AggregateName, Condition, Expression, Operator } from "../expression.ts";
import { described, shared, valuesOf } from "./described.ts";
import {
  decimals,
  fraction,
  name,
  open,
  outputReference,
  rounding,
  unknownPolicy,
} from "./parts.ts";

/*
 * The zod schemas of values and conditions. One file, over the usual length: the two contain each
 * other, and apart they would be two modules that import one another.
 */

const plainValue: z.ZodType<Expression> = shared(
  "operation",
  z.lazy(() => z.union([z.number(), z.string().max(200), z.boolean(), ...operations])),
);
const plainCondition: z.ZodType<Condition> = shared(
  "test",
  z.lazy(() => z.union(forms)),
);

/** A value, or what stands for one. */
export const value = shared("value", open(plainValue));
/** A condition, or what stands for one. */
export const condition = shared("condition", open(plainCondition));

const values = z.array(value).min(1);
const pair = z.tuple([value, value]);
const tests = z.array(condition).min(1);

const fact = described(name, "一项事实：`facts` 里的名称", "a fact: a name in `facts`");
const decision = described(
  outputReference,
  "另一项判定的结果，或它的一个组成部分，如 `value.contribution`",
  "what another decision comes to, or one part of it: `value.contribution`",
);
const scale = described(decimals, "保留几位小数", "how many decimals are kept");
const rounded = described(rounding, "怎样舍入", "how it is rounded");

const operations = [
  z.strictObject({ fact }),
  z.strictObject({ decision }),
  z.strictObject({ sum: described(values, "相加", "these, added up") }),
  z.strictObject({
    difference: described(pair, "相减：前一个减后一个", "the first less the second"),
  }),
  z.strictObject({ product: described(values, "相乘", "these, multiplied") }),
  z.strictObject({ minimum: described(values, "其中最小的", "the least of these") }),
  z.strictObject({ maximum: described(values, "其中最大的", "the greatest of these") }),
  z.strictObject({
    quotient: described(
      pair,
      "相除：前一个除以后一个，只舍入一次；除数为零时没有定义",
      "the first divided by the second, rounded once; undefined where the second is zero",
    ),
    scale,
    rounding: rounded,
  }),
  z.strictObject({
    round: described(value, "把一个数舍入", "a number, rounded"),
    scale,
    rounding: rounded,
  }),
  z.strictObject({
    size: described(value, "一个列表里有多少种不同的取值", "how many different entries a list has"),
  }),
  z.strictObject({
    count: described(tests, "其中有几个条件成立", "how many of these conditions hold"),
  }),
  z.strictObject({
    when: described(condition, "条件是否成立，作为是或否", "the condition, as a yes or no"),
  }),
  z.strictObject({
    move: described(value, "把一个日期前后移动", "a day, moved"),
    by: described(value, "移动多少，往前为负", "by how many, back if negative"),
    unit: described(
      valuesOf({
        months: [
          "月：落在对应日，没有对应日就是月末",
          "months, to the corresponding day or the last of its month",
        ],
        days: ["天", "days"],
      }),
      "按月还是按天",
      "months or days",
    ),
  }),
  z.strictObject({
    choose: described(
      z
        .array(
          z.strictObject({
            when: described(condition, "在什么条件下", "under which condition"),
            then: described(value, "取什么值", "which value"),
          }),
        )
        .min(1),
      "取第一个条件成立的那一项",
      "the first of these whose condition holds",
    ),
    otherwise: described(value, "都不成立时取什么值", "the value where none holds"),
  }),
  z.strictObject({
    aggregate: described(
      valuesOf<AggregateName>({
        sum: ["合计", "the sum"],
        mean: ["平均", "the mean"],
        minimum: ["最小", "the least"],
        maximum: ["最大", "the greatest"],
        count: ["个数", "how many there are"],
        quantile: ["分位数", "a quantile"],
      }),
      "对全体对象统计：统计什么",
      "a figure over the population: which",
    ),
    over: described(
      name,
      "统计哪一种对象：`subjects` 里的名称",
      "over which subjects: a name in `subjects`",
    ),
    by: described(
      z.array(name),
      "按哪些事实分区，如按地市；空列表就是全体一起",
      "the facts that divide the population, such as the city; none: one whole",
    ),
    unknown: described(
      unknownPolicy,
      "取值未知的对象怎么办",
      "what subjects do whose value is unknown",
    ),
    of: described(value, "统计的数；计个数时不写", "the number; not for a count").optional(),
    where: described(
      condition,
      "只统计符合条件的",
      "only those that meet this condition",
    ).optional(),
    at: described(
      fraction,
      "分位，0 到 1",
      "at which fraction, 0 to 1, a quantile is taken",
    ).optional(),
    scale: scale.optional(),
    rounding: rounded.optional(),
  }),
] as const;

const comparison = {
  operator: described(
    valuesOf<Operator>({
      equal: ["等于", "is equal to"],
      notEqual: ["不等于", "is not equal to"],
      lessThan: ["小于（数、日期）", "is less than (numbers, days)"],
      lessThanInclusive: ["小于或等于（数、日期）", "is at most (numbers, days)"],
      greaterThan: ["大于（数、日期）", "is greater than (numbers, days)"],
      greaterThanInclusive: ["大于或等于（数、日期）", "is at least (numbers, days)"],
      in: ["是其中之一（标签）", "is one of (a label among labels)"],
      notIn: ["不是其中任何一个（标签）", "is none of (a label among labels)"],
      contains: ["含有（列表）", "contains (a list)"],
      doesNotContain: ["不含有（列表）", "does not contain (a list)"],
      given: [
        "是否给出了这项事实：`true` 或 `false`",
        "was the fact given at all: `true` or `false`",
      ],
    }),
    "怎样比较",
    "how the two are compared",
  ),
  value: described(
    open<Expression | readonly string[]>(z.union([plainValue, z.array(z.string()).min(1)])),
    "和什么比：任何值，或几个标签",
    "with what: any value, or several labels",
  ),
};

const forms = [
  z.strictObject({ all: described(tests, "全部成立", "all of these hold") }),
  z.strictObject({ any: described(tests, "至少一个成立", "at least one of these holds") }),
  z.strictObject({ not: described(condition, "不成立", "this does not hold") }),
  z.strictObject({
    condition: described(
      name,
      "本判定 `conditions` 里的一个条件",
      "a condition of this decision, by its name in `conditions`",
    ),
  }),
  z.strictObject({
    constant: described(z.boolean(), "总是成立，或总不成立", "always holds, or never"),
  }),
  z.strictObject({ fact, ...comparison }),
  z.strictObject({ decision, ...comparison }),
  z.strictObject({
    expression: described(value, "要比较的值", "the value that is compared"),
    ...comparison,
  }),
] as const;
