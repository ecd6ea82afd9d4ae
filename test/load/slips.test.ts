import { describe, expect, it } from "vitest";
import { loadRuleset } from "../../src/index.ts";
import { boolean, is, type Json, list, named, number, only, text } from "../kinds/tiny.ts";

/* The slips a policy owner makes in the form of a ruleset: each answered by one message. */

const facts = { a: boolean("a"), n: number("n"), s: list("s", "x") };
const rule = only("rule", { when: is("a") }, facts);
const withRule = (changes: Json) => ({ ...rule, ...changes });
const withNumber = (changes: Json) => withRule({ facts: { ...facts, n: number("n", changes) } });
const when = (written: unknown) => only("rule", { when: written }, facts);
const withParameter = (changes: Json) =>
  withRule({
    parameters: {
      least: {
        type: "number",
        ...named("least"),
        unit: text("yuan"),
        scale: 0,
        min: 0,
        max: 9,
        ...changes,
      },
    },
  });

interface Told {
  readonly zh: readonly [message: string, help: string];
  readonly en: readonly [message: string, help: string];
}

const slips: readonly (readonly [what: string, written: unknown, place: string, told: Told])[] = [
  [
    "a number in quotes",
    withNumber({ min: "60000" }),
    "wrong-type /facts/n/min",
    {
      zh: ['这里应当是不带引号的数字，写的却是 `"60000"`', "改成不带引号的数字"],
      en: [
        '`"60000"` stands where a number without quotes is expected',
        "write a number without quotes",
      ],
    },
  ],
  [
    "a number with its unit, in quotes",
    withNumber({ max: "6万" }),
    "wrong-type /facts/n/max",
    {
      zh: ['这里应当是数字，写的却是 `"6万"`', "改成数字"],
      en: ['`"6万"` stands where a number is expected', "write a number"],
    },
  ],
  [
    "`true` in quotes",
    when({ constant: "true" }),
    "wrong-type /decisions/it/when/constant",
    {
      zh: [
        '这里应当是不带引号的 `true` 或 `false`，写的却是 `"true"`',
        "改成不带引号的 `true` 或 `false`",
      ],
      en: [
        '`"true"` stands where `true` or `false` without quotes is expected',
        "write `true` or `false` without quotes",
      ],
    },
  ],
  [
    "the language without quotes",
    withRule({ language: 1 }),
    "wrong-type /language",
    {
      zh: ['这里应当是 `"1"`，写的却是 `1`', '改成 `"1"`'],
      en: ['`1` stands where `"1"` is expected', 'write `"1"`'],
    },
  ],
  [
    "a label in one language",
    withRule({ label: { zh: "集团" } }),
    "missing-key /label",
    {
      zh: ["缺少字段 `en`", "补上 `en`：文字"],
      en: ["the key `en` is missing", "add `en`: a text"],
    },
  ],
  [
    "a label that is a text",
    withRule({ label: "集团" }),
    "wrong-type /label",
    {
      zh: ['这里应当是 `{ … }` 形式的内容，写的却是 `"集团"`', "改成 `{ … }` 形式的内容"],
      en: ['`"集团"` stands where an object is expected', "write an object"],
    },
  ],
  [
    "an empty text",
    withRule({ label: { zh: "集团", en: "" } }),
    "wrong-type /label/en",
    {
      zh: ['这里应当是非空的文字，写的却是 `""`', "改成非空的文字"],
      en: [
        '`""` stands where a text that is not empty is expected',
        "write a text that is not empty",
      ],
    },
  ],
  [
    "a day with slashes",
    withRule({ effective: { from: "2010/11/30" } }),
    "bad-name /effective/from",
    {
      zh: ["`2010/11/30` 不合这里要求的写法", "改成日历上的日期，例如 `2010-11-30`"],
      en: [
        "`2010/11/30` does not have the form needed here",
        "write a day of the calendar, such as `2010-11-30`",
      ],
    },
  ],
  [
    "a Chinese name",
    withRule({ facts: { ...facts, 移动用户数: number("x") } }),
    "bad-name /facts/移动用户数",
    {
      zh: [
        "`移动用户数` 不合这里要求的写法",
        "改成以小写字母开头的英文名称，如 `mobileUsers`，只含字母和数字",
      ],
      en: [
        "`移动用户数` does not have the form needed here",
        "write a name in camelCase, such as `mobileUsers`",
      ],
    },
  ],
  [
    "a mathematician's operator",
    when({ fact: "n", operator: ">=", value: 1 }),
    "bad-value /decisions/it/when/operator",
    {
      zh: [
        "`>=` 不是这里允许的取值",
        "这里可以写：`equal`、`notEqual`、`lessThan`、`lessThanInclusive`、`greaterThan`、`greaterThanInclusive`、`in`、`notIn`、`contains`、`doesNotContain`、`given`",
      ],
      en: [
        "`>=` is not one of the values allowed here",
        "known here: `equal`, `notEqual`, `lessThan`, `lessThanInclusive`, `greaterThan`, `greaterThanInclusive`, `in`, `notIn`, `contains`, `doesNotContain`, `given`",
      ],
    },
  ],
  [
    "a value of the wrong kind",
    when({ fact: "n", operator: "equal", value: "x" }),
    "type-mismatch /decisions/it/when",
    {
      zh: ["与数字比较时要用数字，这里却是选项", "这里改用数字"],
      en: ["a comparison with a number takes a number, and this is a label", "give a number here"],
    },
  ],
  [
    "a list where one value is meant",
    when({ fact: "n", operator: "equal", value: ["1"] }),
    "type-mismatch /decisions/it/when/value",
    {
      zh: ["`equal` 要用单个值，这里却是列表", "这里改用单个值"],
      en: ["`equal` takes a single value, and this is a list", "give a single value here"],
    },
  ],
  [
    "`in` asked of a list",
    when({ fact: "s", operator: "in", value: ["x"] }),
    "type-mismatch /decisions/it/when",
    {
      zh: ["`in` 要用选项，这里却是选项列表", "这里改用选项"],
      en: ["`in` takes a label, and this is a list", "give a label here"],
    },
  ],
  [
    "more decimals than are kept",
    withNumber({ scale: 13 }),
    "out-of-bounds /facts/n/scale",
    {
      zh: ["13 超出范围：不大于 12", "改成范围之内的值，或在声明处调整范围"],
      en: [
        "13 is outside the bounds up to 12",
        "set a value within the bounds, or change the bounds where they are declared",
      ],
    },
  ],
  [
    "bounds the wrong way round",
    withNumber({ min: 5, max: 1 }),
    "out-of-bounds /facts/n/min",
    {
      zh: ["`min` 5 超出范围：不大于 `max` 1", "改成范围之内的值，或在声明处调整范围"],
      en: [
        "`min` 5 is outside the bounds up to `max` 1",
        "set a value within the bounds, or change the bounds where they are declared",
      ],
    },
  ],
  [
    "a default that is no number",
    withParameter({ default: "lots" }),
    "wrong-type /parameters/least/default",
    {
      zh: ['这里应当是数字，写的却是 `"lots"`', "改成数字"],
      en: ['`"lots"` stands where a number is expected', "write a number"],
    },
  ],
  [
    "two conditions that use one another",
    only(
      "rule",
      {
        conditions: {
          one: { ...named("one"), when: { condition: "two" } },
          two: { ...named("two"), when: { condition: "one" } },
        },
        when: { condition: "one" },
      },
      facts,
    ),
    "cycle /decisions/it/conditions/two/when",
    {
      zh: ["`one` 依赖自身：`one` → `two` → `one`", "去掉其中一处引用"],
      en: ["`one` depends on itself: `one` → `two` → `one`", "take one of these references out"],
    },
  ],
  [
    "a value left out",
    when({ fact: "n", operator: "equal" }),
    "missing-key /decisions/it/when",
    {
      zh: ["缺少字段 `value`", "补上 `value`：一个值，或代之以参数"],
      en: ["the key `value` is missing", "add `value`: a value, or a parameter in its place"],
    },
  ],
  [
    "a list of nothing",
    withRule({ facts: { ...facts, a: { ...boolean("a"), subjects: [] } } }),
    "empty-group /facts/a/subjects",
    {
      zh: ["`subjects` 里一项也没有", "至少写一项：空着会让所有客户得到同样的结果"],
      en: [
        "`subjects` has no entry",
        "give it at least one entry: an empty group would decide every account alike",
      ],
    },
  ],
];

describe("a slip in the form of a ruleset", () => {
  it("is made in one that loads", () => {
    expect(loadRuleset(rule).diagnostics).toEqual([]);
    expect(loadRuleset(withParameter({})).diagnostics).toEqual([]);
  });

  it.each(slips)("is answered by one message: %s", (_, written, place, told) => {
    const { diagnostics } = loadRuleset(written);
    const found = diagnostics.map((d) => [
      `${d.code} ${d.path}`,
      [d.message.zh, d.help.zh],
      [d.message.en, d.help.en],
    ]);
    expect(found).toEqual([[place, told.zh, told.en]]);
  });
});
