import { describe, expect, it } from "vitest";
import { loadRuleset } from "../../src/index.ts";
import {
  boolean,
  compared,
  date,
  fact,
  formula,
  label,
  list,
  number,
  only,
  words,
} from "../kinds/tiny.ts";

/* Values of a type that does not fit where they stand, as the policy's owner is told of them. */

const facts = {
  n: number("n"),
  d: number("d", { scale: 1 }),
  b: boolean("b"),
  t: date("t"),
  e: date("e"),
  w: words("w"),
  l: label("l", "x", "y"),
  s: list("s", "x", "y"),
};

function toldOf(body: object, kind = "formula") {
  const { diagnostics } = loadRuleset(only(kind, body as never, facts));
  return diagnostics.map((d) => [d.message.en, d.message.zh]);
}
const told = (value: unknown) => toldOf(formula(value, { outcomes: { x: { zh: "x", en: "x" } } }));
const overall = { over: "account", by: [], unknown: "left-out" };
const rounded = { scale: 0, rounding: "floor" };

const notNumber = [
  ["b", "a yes or no", "“是/否”值"],
  ["t", "a date", "日期"],
  ["w", "a text", "文字"],
  ["l", "a label", "选项"],
  ["s", "a list", "选项列表"],
] as const;

describe("a value of the wrong type is told", () => {
  it.each(notNumber)("where a number is wanted: %s", (name, en, zh) => {
    expect(told({ round: fact(name), ...rounded })).toEqual([
      [`\`round\` takes a number, and this is ${en}`, `\`round\` 要用数字，这里却是${zh}`],
    ]);
  });

  it.each([
    ["sum", { sum: [1, fact("b")] }],
    ["difference", { difference: [fact("b"), 1] }],
    ["product", { product: [fact("b"), 1] }],
    ["minimum", { minimum: [fact("b"), 1] }],
    ["maximum", { maximum: [1, fact("b")] }],
    ["quotient", { quotient: [fact("b"), 1], ...rounded }],
    ["quotient", { quotient: [1, fact("b")], ...rounded }],
    ["by", { move: fact("t"), by: fact("b"), unit: "days" }],
    ["aggregate", { aggregate: "sum", of: fact("b"), ...overall }],
  ])("at the word of `%s`", (word, value) => {
    expect(told(value)).toContainEqual([
      `\`${word}\` takes a number, and this is a yes or no`,
      `\`${word}\` 要用数字，这里却是“是/否”值`,
    ]);
  });

  it("where a list, a date or whole numbers are wanted", () => {
    expect(told({ size: fact("l") })).toEqual([
      ["`size` takes a list, and this is a label", "`size` 要用选项列表，这里却是选项"],
    ]);
    expect(told({ move: fact("n"), by: 1, unit: "days" })).toEqual([
      ["`move` takes a date, and this is a number", "`move` 要用日期，这里却是数字"],
    ]);
    expect(told({ move: fact("t"), by: fact("d"), unit: "days" })).toEqual([
      [
        "`by` takes a whole number, and this is a number with decimals",
        "`by` 要用整数，这里却是带小数的数字",
      ],
    ]);
    expect(told({ move: fact("t"), by: fact("n"), unit: "days" })).toEqual([]);
  });

  it("where what is compared differs", () => {
    const compares = (name: string, operator: string, value: unknown) =>
      toldOf({ when: compared(name, operator, value) }, "rule");
    expect(compares("n", "equal", fact("t"))).toEqual([
      [
        "a comparison with a number takes a number, and this is a date",
        "与数字比较时要用数字，这里却是日期",
      ],
    ]);
    expect(compares("l", "greaterThan", fact("l"))).toEqual([
      ["`>` takes a number or a date, and this is a label", "`>` 要用数字或日期，这里却是选项"],
    ]);
    expect(compares("s", "equal", fact("s"))).toEqual([
      ["`=` takes a single value, and this is a list", "`=` 要用单个值，这里却是选项列表"],
    ]);
    expect(compares("n", "in", ["x"])).toEqual([
      [
        "`in` or `contains` takes a label or a list or a text, and this is a number",
        "`in` 或 `contains` 要用选项或选项列表或文字，这里却是数字",
      ],
    ]);
    for (const operator of ["equal", "notEqual"]) {
      expect(compares("b", operator, fact("b"))).toEqual([]);
      expect(compares("w", operator, fact("w"))).toEqual([]);
    }
    for (const name of ["n", "t"]) expect(compares(name, "lessThan", fact(name))).toEqual([]);
    expect(compares("w", "in", ["anything"])).toEqual([]);
  });

  it("where a label is none of a fact's", () => {
    const compares = (name: string, operator: string, value: unknown) =>
      toldOf({ when: compared(name, operator, value) }, "rule").map(([en]) => en);
    const near = ["`xx` is not one of the values allowed here"];
    expect(compares("l", "equal", "xx")).toEqual(near);
    expect(compares("l", "in", ["x", "xx"])).toEqual(near);
    expect(compares("s", "contains", "xx")).toEqual(near);
    expect(compares("l", "in", ["x", "y"])).toEqual([]);
    expect(compares("l", "equal", true)).toEqual([
      "a comparison with a label takes a label, and this is a yes or no",
    ]);
    expect(compares("w", "equal", "anything")).toEqual([]);
  });

  it("where bands or a cut are of something else", () => {
    const bands = { low: { outcome: 1 }, high: { from: 5, outcome: 2 } };
    expect(toldOf({ input: fact("b"), closed: "lower", bands }, "bands")).toEqual([
      ["`input` takes a number, and this is a yes or no", "`input` 要用数字，这里却是“是/否”值"],
    ]);
    const cut = (by: string) =>
      toldOf(
        {
          ...{ method: "rank", outcomes: { A: { zh: "甲", en: "A" }, B: { zh: "乙", en: "B" } } },
          ...{ partition: [], unknown: "left-out", otherwise: "B", order: ["A", "B"] },
          ...{ by: [{ value: fact(by), order: "ascending" }], classes: { A: { count: 1 }, B: {} } },
          ...{ rounding: "floor", scheme: "separate", tie: "id", tieBreak: { id: "w" } },
        },
        "cut",
      );
    expect(cut("t")).toEqual([]);
    expect(cut("l")).toEqual([
      [
        "`by` takes a number or a text or a date, and this is a label",
        "`by` 要用数字或文字或日期，这里却是选项",
      ],
    ]);
  });

  it("but not for what is merely counted", () => {
    expect(told({ aggregate: "count", of: fact("b"), ...overall })).toEqual([]);
  });

  it("where the cases of a choice differ", () => {
    const choice = (then: unknown, otherwise: unknown) =>
      told({ choose: [{ when: compared("b", "equal", true), then }], otherwise });
    expect(choice(1, fact("t"))).toEqual([
      [
        "a choice takes alternatives of one type, and this is a mixture of types",
        "几种情形之中取一要用同一类型的值，这里却是不同类型的值混在一起",
      ],
    ]);
    expect(choice(fact("t"), fact("e"))).toEqual([]);
  });

  it("once, also where more rests on it", () => {
    expect(
      told({
        sum: [{ choose: [{ when: compared("b", "equal", true), then: 1 }], otherwise: "x" }, 1],
      }),
    ).toHaveLength(1);
  });

  it("nowhere where what it is of was refused already", () => {
    for (const operator of ["contains", "in", "given", "equal", "lessThan"]) {
      const { diagnostics } = loadRuleset(
        only("rule", { when: compared("z", operator, "x") }, facts),
      );
      expect(diagnostics.map((d) => d.code)).toEqual(["unknown-fact"]);
    }
  });
});
