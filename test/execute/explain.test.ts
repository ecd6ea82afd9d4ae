import { describe, expect, it } from "vitest";
import { compile, evaluate, explain, type Result, TiercutError } from "../../src/index.ts";
import { ruleset as hainan } from "../../src/policies/hainan-unicom-2003.ts";
import { boolean, formula, only, programOf, run, text } from "../kinds/tiny.ts";

/* Results told in words, whole: each by hand, as `evaluate` could have given it. */

const five = { zh: "五星级", en: "five-star group" };
const persons = { zh: "人", en: "persons" };
const revenue = { of: "revenue", label: { zh: "收入", en: "revenue" } };
const reason = {
  id: "star",
  label: { zh: "分级", en: "star" },
  citation: { rule: "HN-25", clause: "第八条" },
  outcome: "5",
  term: five,
  because: [],
};
const output = { name: "star", label: text("star"), outcome: "5", term: five };
const decided: Result = {
  status: "decided",
  decision: "star",
  label: { zh: "集团分级", en: "group star" },
  outputs: [output],
  reasons: [],
  outcome: "5",
  parts: {},
  missing: [],
};
const open: Result = {
  ...{ status: "undetermined", decision: "star", label: decided.label, outputs: [] },
  ...{ reasons: [], parts: {}, missing: ["revenue", "members"] },
};

const both = (result: Result) => [explain(result), explain(result, { lang: "zh" })];
/** The one reason of a result, as it is told. */
const reasoned = (more: object) =>
  both({ ...decided, reasons: [{ ...reason, ...more }] }).map((t) => t.split("\n")[1]);
const because = (...evidence: readonly object[]) =>
  reasoned({ because: evidence.map((e) => ({ ...revenue, tests: [], ...e })) }).map(
    (t) => t?.split(" — ")[1],
  );

describe("the outcome is told", () => {
  it("by its term, and by its own word where that is another", () => {
    expect(both(decided)).toEqual(["group star: five-star group (5)", "集团分级: 五星级 (5)"]);
    const term = { zh: "甲", en: "A" };
    const outputs = [{ ...output, outcome: "A", term }];
    expect(both({ ...decided, outputs })).toEqual(["group star: A", "集团分级: 甲 (A)"]);
  });

  it.each([
    [{ outcome: true }, "yes", "是"],
    [{ outcome: false }, "no", "否"],
    [{ outcome: 2, unit: persons }, "2 persons", "2 人"],
    [{ outcome: 0.5 }, "0.5", "0.5"],
    [{ outcome: "undefined", unit: persons }, "undefined", "undefined"],
    [{ outcome: ["a", "b"] }, "a, b", "a, b"],
    [{ outcome: [] }, "—", "—"],
    [{ outcome: undefined, term: five, unit: persons }, "unknown", "未知"],
  ])("of %j", (own, en, zh) => {
    const outputs = [{ name: "star", label: text("star"), ...own }];
    expect(both({ ...decided, outputs } as Result)).toEqual([
      `group star: ${en}`,
      `集团分级: ${zh}`,
    ]);
  });

  it("each of several by its label", () => {
    const size = { name: "size", label: { zh: "人数", en: "size" }, outcome: 3, unit: persons };
    expect(both({ ...decided, outputs: [output, size] })).toEqual([
      "group star: star five-star group (5), size 3 persons",
      "集团分级: star 五星级 (5)，人数 3 人",
    ]);
  });

  it("with what is missing where it is open", () => {
    expect(both(open)).toEqual([
      "group star: undetermined\n  missing: revenue, members",
      "集团分级: 无法判定\n  缺少：revenue, members",
    ]);
  });

  it.each([
    ["zero-divisor", "because a divisor is zero", "原因：除数为零"],
    ["conflict", "because several rows match, and the table allows one", "原因：同时符合多行"],
    ["gap", "because no row of the table matches", "原因：表中没有一行相符"],
    [
      "population",
      "because facts of others in the population are unknown",
      "原因：总体中其他对象的事实未知",
    ],
  ] as const)("with its cause: %s", (cause, en, zh) => {
    expect(both({ ...open, missing: [], cause })).toEqual([
      `group star: undetermined\n  ${en}`,
      `集团分级: 无法判定\n  ${zh}`,
    ]);
  });

  it("without a word on a cause or on missing facts where there is none", () => {
    expect(explain({ ...open, missing: [] })).toBe("group star: undetermined");
  });
});

describe("a reason is told", () => {
  it("with its outcome and its clause", () => {
    expect(reasoned({})).toEqual([
      "  - star: five-star group (5) [HN-25 第八条]",
      "  - 分级: 五星级 (5) [HN-25 第八条]",
    ]);
    expect(reasoned({ citation: undefined, term: undefined })[0]).toBe("  - star: 5");
  });

  it("each on its line, before what is missing", () => {
    const reasons = [reason, { ...reason, outcome: undefined }];
    expect(explain({ ...open, reasons }).split("\n")).toEqual([
      "group star: undetermined",
      "  - star: five-star group (5) [HN-25 第八条]",
      "  - star: unknown [HN-25 第八条]",
      "  missing: revenue, members",
    ]);
  });

  it("with the values it was tested on", () => {
    const test = { comparator: "≥", value: 50 };
    expect(because({ value: 60 })).toEqual(["revenue 60", "收入 60"]);
    expect(
      because({ value: 60, tests: [test, { comparator: "<", value: 80 }], holds: true }),
    ).toEqual(["revenue 60 (≥ 50, < 80)", "收入 60 (≥ 50, < 80)"]);
    expect(
      because({ value: 40, tests: [test, { comparator: "<", value: 80 }], holds: false }),
    ).toEqual(["revenue 40 (not ≥ 50, not < 80)", "收入 40 (未满足 ≥ 50, 未满足 < 80)"]);
    expect(because({ tests: [test] })).toEqual(["revenue unknown (≥ 50)", "收入 未知 (≥ 50)"]);
    expect(because({ value: 1 }, { value: false })).toEqual([
      "revenue 1; revenue no",
      "收入 1; 收入 否",
    ]);
  });

  it("with the labels that were wanted, by their terms", () => {
    const terms = { n: { zh: "北", en: "north" }, s: { zh: "南", en: "south" } };
    expect(because({ value: "n", among: ["n", "s"], terms, holds: true })).toEqual([
      "revenue north (among north / south)",
      "收入 北 (属于 北 / 南)",
    ]);
    expect(because({ value: "e", among: ["s"], terms, holds: false })).toEqual([
      "revenue e (not among south)",
      "收入 e (未满足 属于 南)",
    ]);
    expect(because({ value: "n", tests: [{ comparator: "=", value: "s" }], terms })).toEqual([
      "revenue north (= south)",
      "收入 北 (= 南)",
    ]);
  });

  it("with how many of the population were left out", () => {
    expect(because({ value: 1.5, leftOut: 2 })).toEqual([
      "revenue 1.5 (2 left out as unknown)",
      "收入 1.5 (2 个因未知未计入)",
    ]);
    const tests = [{ comparator: "≥", value: 1 }];
    expect(because({ value: 1.5, leftOut: 2, tests, holds: false })[0]).toBe(
      "revenue 1.5 (not ≥ 1, 2 left out as unknown)",
    );
    expect(because({ value: 1.5, leftOut: 0 })[0]).toBe("revenue 1.5");
  });

  it("with the next better step", () => {
    const next = { outcome: "4", comparator: "≥", from: 50, lacks: 10 };
    expect(reasoned({ next })).toEqual([
      "  - star: five-star group (5) [HN-25 第八条]; next 4 (≥ 50): lacking 10",
      "  - 分级: 五星级 (5) [HN-25 第八条]; 距下一档 4 (≥ 50): 还差 10",
    ]);
    expect(reasoned({ next: { ...next, comparator: ">" } })).toEqual([
      "  - star: five-star group (5) [HN-25 第八条]; next 4 (> 50): lacking more than 10",
      "  - 分级: 五星级 (5) [HN-25 第八条]; 距下一档 4 (> 50): 还差超过 10",
    ]);
  });
});

describe("`explain`", () => {
  it("tells what `evaluate` gave, in English if nothing else is asked for", () => {
    const program = programOf(
      only("formula", formula({ when: { constant: true } }), { a: boolean("a") }),
    );
    const result = run(program, {});
    expect(explain(result)).toBe(explain(result, { lang: "en" }));
    expect(explain(result, undefined)).toMatch(/^it: yes\n {2}- /);
    const star = evaluate(compile(hainan), "star", { monthlyMobileRevenue: 49_999.99 });
    expect(explain(star, { lang: "zh" }).split("\n")[0]).toBe("集团分级: 四星集团 (4)");
  });

  it.each([[undefined], [null], [{}], ["star"]])("refuses what is no result: %j", (result) => {
    expect(() => explain(result as never)).toThrow(
      new TiercutError("`explain` takes a result: hand in what `evaluate` gave"),
    );
  });

  it("refuses another language", () => {
    expect(() => explain(decided, { lang: "fr" as never })).toThrow(
      new TiercutError('`explain` has no language "fr": give "zh" or "en"'),
    );
    expect(explain(decided, null as never)).toBe(explain(decided));
  });
});
