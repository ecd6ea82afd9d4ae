import { describe, expect, it } from "vitest";
import { ruleset } from "../../src/policies/anqing-mobile-2010.ts";
import { ruleset as hainan } from "../../src/policies/hainan-unicom-2003.ts";
import { readCases } from "../../src/testing/cases/read.ts";
import { runCases } from "../../src/testing/cases/run.ts";
import type { Case } from "../../src/testing/cases/schema.ts";
import { tellCases } from "../../src/testing/cases/tell.ts";

/* A case that does not hold must be told: what was expected, what came of it, and why. */

const revenue = "monthlyMobileRevenue";
const star = (more: Partial<Case>): Case => ({
  id: "c",
  decision: "star",
  facts: { monthlyMobileRevenue: 50000 },
  ...more,
});
const mismatches = (c: Case) => runCases(hainan, [c])[0]?.mismatches;

describe("a case holds", () => {
  it.each([[{ outcome: "5" }], [{ outcome: "5", reasons: ["star.five"] }], [{ parts: {} }]])(
    "where the result says what it states: %j",
    (stated) => {
      expect(mismatches(star({ expect: stated }))).toEqual([]);
    },
  );
  it("where an outcome that stays open is said to stay open", () => {
    const open = { outcome: "undetermined", missing: ["monthlyMobileRevenue"] };
    expect(mismatches(star({ facts: {}, expect: open }))).toEqual([]);
  });
  it("where a part that stays open is said to stay open", () => {
    const facts = { action: "develop", channel: "own-manager" };
    const parts = { lead: "undetermined", support: "none" };
    const open = { id: "open", decision: "marketing", facts, expect: { parts } };
    expect(mismatches(open)).toEqual([]);
  });
  it("at settings of its own", () => {
    const parameters = { boundary: "upper-closed" };
    const facts = { monthlyMobileRevenue: 30000 };
    expect(mismatches(star({ facts, expect: { outcome: "4" } }))).toEqual([]);
    expect(mismatches(star({ facts, parameters, expect: { outcome: "3" } }))).toEqual([]);
  });
});

describe("a case does not hold", () => {
  it.each([
    [{ outcome: "4" }, { of: "outcome", expected: "4", found: "5" }],
    [{ outcome: 5 }, { of: "outcome", expected: 5, found: "5" }],
    [{ outcome: "undetermined" }, { of: "outcome", expected: "undetermined", found: "5" }],
    [{ outcome: null }, { of: "outcome", expected: null, found: "5" }],
    [{ reasons: ["star.four"] }, { of: "reason", expected: "star.four", found: ["star.five"] }],
    [{ parts: { star: "5" } }, { of: "part", name: "star", expected: "5", found: undefined }],
    [{ parts: { star: null } }, { of: "part", name: "star", expected: null, found: undefined }],
    [{ missing: [] }, { of: "missing", expected: [], found: [] }],
  ])("where the result says something else than %j", (stated, mismatch) => {
    expect(mismatches(star({ expect: stated }))).toEqual([mismatch]);
  });
  it("where a part is said to stay open that is settled, or is none of the decision's", () => {
    const facts = { action: "supervise" };
    const parts = { lead: "undetermined", leed: "undetermined" };
    const of = "part" as const;
    expect(mismatches({ id: "a", decision: "marketing", facts, expect: { parts } })).toEqual([
      { of, name: "lead", expected: "undetermined", found: "province-key-accounts" },
      { of, name: "leed", expected: "undetermined", found: undefined },
    ]);
  });
  it("where other facts are missing", () => {
    const expected = ["members"];
    const found = ["monthlyMobileRevenue"];
    const c = star({ facts: {}, expect: { missing: expected } });
    expect(mismatches(c)).toEqual([{ of: "missing", expected, found }]);
  });
  it("where it can't be run, and the others are run all the same", () => {
    const broken = star({ facts: { monthlyMobileRevenue: "much" }, expect: { outcome: "5" } });
    const [first, second] = runCases(hainan, [broken, star({ expect: { outcome: "5" } })]);
    expect(first?.why?.en).toMatch(/`monthlyMobileRevenue` is "much"/);
    expect([second?.why, second?.mismatches]).toEqual([undefined, []]);
  });
  it.each([
    [{ decision: "stars" }, /stars/],
    [{ parameters: { starFive: -5 } }, /starFive/],
    [{ parameters: { starfive: 5 } }, /starFive/],
  ])("with the reason: %j", (more, why) => {
    expect(runCases(hainan, [star({ ...more, expect: { outcome: "5" } })])[0]?.why?.en).toMatch(
      why,
    );
  });
});

describe("a fact that is misspelt", () => {
  const c = star({ facts: { monthlyMobileRevenu: 60000 }, expect: { missing: [revenue] } });
  it("does not pass for one that is unknown", () => {
    const [run] = runCases(hainan, [c]);
    expect(run?.why).toEqual({
      zh: "没有叫 `monthlyMobileRevenu` 的事实（是不是想写 `monthlyMobileRevenue`？）",
      en: "no fact is called `monthlyMobileRevenu` (did you mean `monthlyMobileRevenue`?)",
    });
    expect(tellCases(run ? [run] : [], "zh").slice(0, 2)).toEqual(["c", "  无法运行："]);
  });
  it("is told in a population too", () => {
    const population = [{ ownr: "A" }];
    const [run] = runCases(ruleset, [{ ...c, facts: {}, population, subject: "account" }]);
    expect(run?.why?.en).toMatch(/`ownr`.*`owner`/);
  });
});
describe("a case of a population", () => {
  const shared = { appraisalStatus: "other" };
  const one = { owner: "A", class: "C" };
  const c = (outcomes: readonly unknown[], more: Partial<Case> = {}): Case => ({
    id: "p",
    decision: "sample",
    subject: "account",
    population: [one],
    shared,
    ...more,
    ...(outcomes.length > 0 ? { outcomes: [...outcomes] } : {}),
  });
  it("is fitted to it", () => {
    const facts = { owner: "A" };
    const holds = c([], { facts, expect: { parts: { c: 1 } } });
    const broken = c([], { facts, expect: { parts: { c: 2 } } });
    expect(runCases(ruleset, [holds, broken]).map((r) => [r.why, r.mismatches])).toEqual([
      [undefined, []],
      [undefined, [{ of: "part", name: "c", expected: 2, found: 1 }]],
    ]);
  });
  it("states nothing of one where its outcome is `null`, and who is meant by their id", () => {
    const population = [
      { accountId: "a", owner: "A", appraisalStatus: "other", class: "C" },
      { accountId: "b", owner: "B", appraisalStatus: "other", class: "C" },
    ];
    const stated = { shared: {}, decision: "sample", subject: "account" };
    const [open] = runCases(ruleset, [c([null, null], { ...stated, population })]);
    expect(open?.mismatches).toEqual([]);
    const [run] = runCases(ruleset, [c([null, { a: 1 }], { ...stated, population })]);
    expect(run?.mismatches.map(({ name, id }) => [name, id])).toEqual([["2", "b"]]);
    expect(tellCases(run ? [run] : [], "zh")[1]).toMatch(/^ {2}总体中第 2 个（`b`）：/);
  });
  it("expects something where one outcome at least is stated", () => {
    const read = (outcomes: readonly unknown[]) =>
      readCases({ ruleset: "anqing-mobile-2010", cases: [c(outcomes)] });
    expect("file" in read(["A"])).toBe(true);
    expect(read([null])).toMatchObject({ diagnostics: [{ code: "missing-key" }] });
  });
  it("states as many outcomes as there are subjects", () => {
    const run = runCases(ruleset, [c(["undetermined", "undetermined"])])[0];
    expect(run?.mismatches).toEqual([{ of: "population", expected: 2, found: 1 }]);
  });
  it("tells of each that comes to something else, by its place", () => {
    const two = { decision: "eligibility", population: [{ status: "on-net" }, {}], shared: {} };
    const run = runCases(ruleset, [{ ...c([true, "undetermined"]), ...two }])[0];
    const other = runCases(ruleset, [{ ...c([true, true]), ...two }])[0];
    expect(run?.why ?? other?.why).toBeUndefined();
    const last = { of: "subject", name: "2", expected: true, found: "undetermined" };
    expect(other?.mismatches.at(-1)).toEqual(last);
  });
});

describe("what does not hold is told", () => {
  const runs = runCases(hainan, [
    star({ rule: "HN-25", says: "five from 50000", expect: { outcome: "4" } }),
    star({ id: "holds", expect: { outcome: "5" } }),
  ]);
  it("in English", () => {
    const [head, outcome, ...why] = tellCases(runs, "en");
    expect(head).toBe("c [HN-25]: five from 50000");
    expect(outcome).toBe(
      '  outcome: expected `"4"` (four-star group), came to `"5"` (five-star group)',
    );
    expect(why.join("\n")).toMatch(/star.*five-star group \(5\)[\s\S]*HN-25/);
  });
  it("in Chinese", () => {
    const [head, outcome, ...why] = tellCases(runs, "zh");
    expect(head).toBe("c [HN-25]：five from 50000");
    expect(outcome).toBe('  结果：应为 `"4"`（四星集团），得到 `"5"`（五星集团）');
    expect(why.join("\n")).toMatch(/五星集团/);
  });
  it("and of what holds, nothing", () => {
    expect(tellCases(runs.slice(1), "en")).toEqual([]);
  });
});

describe("a case file", () => {
  const file = (cases: unknown) => ({ ruleset: "r", cases });
  const faults = (source: unknown) => {
    const found = readCases(source);
    return "diagnostics" in found ? found.diagnostics.map((d) => [d.code, d.path]) : [];
  };
  const good = { id: "a", decision: "star", expect: { outcome: "5" } };
  it.each([
    [file([good]), []],
    [JSON.stringify(file([good])), []],
    ["{", [["json-syntax", ""]]],
    ['{"ruleset":"r","ruleset":"r","cases":[]}', [["duplicate-key", "/ruleset"]]],
    [file([]), [["empty-group", "/cases"]]],
    [file([{ ...good, expect: {} }]), [["missing-key", "/cases/0"]]],
    [file([{ id: "a", decision: "star" }]), [["missing-key", "/cases/0"]]],
    [file([{ ...good, expects: {} }]), [["unknown-key", "/cases/0/expects"]]],
    [file([{ ...good, expect: { outcom: "5" } }]), [["unknown-key", "/cases/0/expect/outcom"]]],
    [file([{ ...good, decision: 5 }]), [["wrong-type", "/cases/0/decision"]]],
    [{ cases: [good] }, [["missing-key", ""]]],
    [[], [["wrong-type", ""]]],
  ])("is read, or each fault is told in its place: %j", (source, found) => {
    const told = faults(source);
    expect(told.filter(([code]) => found.some(([c]) => c === code))).toEqual(found);
    expect(told.length > 0).toBe(found.length > 0);
  });
});
