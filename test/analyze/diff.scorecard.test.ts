import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import {
  compile,
  type DecisionDifference,
  diff,
  evaluate,
  loadRuleset,
  type OutputDifference,
  type Ruleset,
  tellDiff,
} from "../../src/index.ts";
import { ruleset as anqing } from "../../src/policies/anqing-mobile-2010.ts";
import { fact, type Json, named, number, only } from "../kinds/tiny.ts";
import { load } from "./arbitraries.ts";

/*
 * A scorecard adds up its indicators, so that it differs by the sum of those that do. What one of two
 * does not have counts as 0 points there.
 */

/** Points that begin at an edge, by the number of a fact. */
const stepped = (name: string, ...from: readonly number[]): Json => ({
  ...named(name),
  maximum: from.length,
  score: {
    kind: "bands",
    input: fact(name),
    closed: "lower",
    bands: {
      none: { outcome: 0 },
      ...Object.fromEntries(from.map((f, i) => [`band${i}`, { from: f, outcome: i + 1 }])),
    },
  },
});

type Dimensions = Readonly<Record<string, Readonly<Record<string, Json>>>>;
const most = (of: Readonly<Record<string, Json>>) =>
  Object.values(of).reduce((sum, { maximum }) => sum + Number(maximum), 0);

/** A scorecard of facts `a`, `b`, … up to 1000. */
function card(dimensions: Dimensions, names: string): Ruleset {
  const facts = Object.fromEntries(names.split(" ").map((n) => [n, number(n)]));
  const body = {
    maximum: Object.values(dimensions).reduce((sum, of) => sum + most(of), 0),
    dimensions: Object.fromEntries(
      Object.entries(dimensions).map(([name, indicators]) => [
        name,
        { ...named(name), maximum: most(indicators), indicators },
      ]),
    ),
  };
  return load(only("scorecard", body, facts));
}

const compare = (before: Ruleset, after: Ruleset) =>
  diff(before, after).decisions[0] as DecisionDifference;
const outputOf = (d: DecisionDifference, name: string, role: string) =>
  d.outputs.find((o) => o.name === name && o.role === role) as OutputDifference;
const told = (o: OutputDifference) =>
  o.regions.map((r) => [r.where.en, r.told.before.en, r.told.after.en]);

describe("an indicator that is taken out", () => {
  const before = card({ side: { a: stepped("a", 10), b: stepped("b", 5) } }, "a b");
  const after = card({ side: { a: stepped("a", 10) } }, "a");
  const d = compare(before, after);

  it("is listed with the points it had, against none", () => {
    const b = outputOf(d, "b", "part");
    expect([b.only, b.complete, d.status]).toEqual(["before", true, "different"]);
    expect(told(b)).toEqual([
      ["b ≥ 5 each", "1 point", "none"],
      ["b unknown", "undetermined", "none"],
    ]);
    expect(b.regions.map((r) => [r.before, r.after])).toEqual([
      [1, 0],
      [null, 0],
    ]);
  });

  it("makes the whole, and its dimension, differ by it alone", () => {
    for (const [name, role] of [
      ["it", "outcome"],
      ["side", "part"],
    ] as const) {
      const { sumOf, regions, complete } = outputOf(d, name, role);
      expect([sumOf, complete]).toEqual([["b"], true]);
      expect(regions.map((r) => [r.where.en, r.account, r.before, r.after])).toEqual([
        ["b ≥ 5 each and a known", { a: 0, b: 5 }, 1, 0],
        ["b unknown and a known", { a: 0 }, null, 0],
      ]);
    }
  });

  it("is new the other way round", () => {
    const b = outputOf(compare(after, before), "b", "part");
    expect(b.only).toBe("after");
    expect(told(b)).toEqual([
      ["b ≥ 5 each", "none", "1 point"],
      ["b unknown", "none", "undetermined"],
    ]);
  });
});

describe("what a sum shares", () => {
  it("is known for each account that is shown", () => {
    // a ÷ a is 1 or open: two rows hold, or it is not known which, and the total is never known.
    const ratio = {
      label: { zh: "ratio", en: "ratio" },
      value: { quotient: [fact("a"), fact("a")], scale: 0, rounding: "floor" },
    };
    const rows = {
      small: { when: { ratio: { below: 2 } }, then: { points: 1 } },
      each: { when: {}, then: { points: 0 } },
    };
    const table = {
      kind: "table",
      hitPolicy: "unique",
      inputs: { ratio },
      rows,
      otherwise: { points: 0 },
    };
    const share = { ...named("share"), maximum: 1, score: table };
    const of = (edge: number) => card({ side: { share, lead: stepped("a", edge) } }, "a");
    const { outputs } = compare(of(5), of(0));
    const whole = outputs.find((o) => o.name === "it" && o.role === "outcome");
    expect(whole?.regions ?? []).toEqual([]);
    expect(outputs.map((o) => o.name)).toContain("lead");
  });

  it("an indicator under another name is no difference", () => {
    const before = card({ side: { a: stepped("a", 10), b: stepped("b", 5) } }, "a b");
    const after = card({ side: { a: stepped("a", 10), c: stepped("b", 5) } }, "a b");
    expect([compare(before, after).status, compare(before, after).outputs]).toEqual(["same", []]);
  });

  it("an indicator in another dimension differs there, and not in the whole", () => {
    const before = card(
      { x: { a: stepped("a", 10), b: stepped("b", 5) }, y: { c: stepped("c", 1) } },
      "a b c",
    );
    const after = card(
      { x: { a: stepped("a", 10) }, y: { c: stepped("c", 1), b: stepped("b", 5) } },
      "a b c",
    );
    const d = compare(before, after);
    expect(d.status).toBe("same");
    expect(d.outputs.map((o) => [o.name, o.role, o.sumOf])).toEqual([
      ["x", "part", undefined],
      ["y", "part", undefined],
    ]);
  });

  it("two indicators that change places differ each, and the whole where they don't cancel out", () => {
    const before = card({ side: { a: stepped("a", 10), b: stepped("b", 5) } }, "a b");
    const after = card({ side: { a: stepped("b", 5), b: stepped("a", 10) } }, "a b");
    const d = compare(before, after);
    // Each is held against its namesake; their sum is the same for everyone.
    expect([d.status, d.outputs.map((o) => o.name)]).toEqual(["same", ["a", "b"]]);
  });

  it("parts of an indicator are told in its place", () => {
    const parts = (...from: readonly number[]) => ({
      ...named("ab"),
      maximum: 1 + from.length,
      score: { kind: "sum", parts: { a: stepped("a", 10), b: stepped("b", ...from) } },
    });
    const d = compare(
      card({ side: { ab: parts(5) } }, "a b"),
      card({ side: { ab: parts(7) } }, "a b"),
    );
    expect(outputOf(d, "it", "outcome").sumOf).toEqual(["abB"]);
    expect(told(outputOf(d, "abB", "part"))).toEqual([["5 ≤ b ≤ 6 each", "1 point", "0 points"]]);
  });
});

describe("a scorecard with too many cases", () => {
  const names = "a b c d e f g h i j k l m n";
  const every = (shift: number) => {
    const all = names
      .split(" ")
      .map((n, i) => [
        n,
        stepped(n, ...[1, 2, 3, 4, 5, 6, 7].map((f) => f * (20 + 5 * i) + shift)),
      ]);
    return card({ side: Object.fromEntries(all) as Record<string, Json> }, names);
  };

  it("is told in full by its indicators, and says that the whole is not", () => {
    const d = compare(every(0), every(3));
    expect(d.status).not.toBe("same");
    const whole = outputOf(d, "it", "outcome");
    expect(whole.complete).toBe(false);
    expect(whole.why?.en).toMatch(
      /^there are (too many cases to go through|more than the \d+ that are)$/,
    );
    expect(whole.sumOf).toEqual(names.split(" "));
    for (const [i, name] of names.split(" ").entries()) {
      const part = outputOf(d, name, "part");
      expect(part.complete).toBe(true);
      // From each of the seven edges on to the one that is moved by 3; all by one point.
      const edges = [1, 2, 3, 4, 5, 6, 7].map((f) => f * (20 + 5 * i));
      expect(part.regions.map((r) => r.sides)).toEqual([
        [
          {
            fact: name,
            ranges: edges.map((from) => ({ from, to: from + 2 })),
            unknown: false,
          },
        ],
      ]);
    }
  });
});

describe("TD users out, 5G users in: the variant that ships", () => {
  const path = new URL("../../rulesets/variants/anqing-5g-2020.json", import.meta.url);
  const loaded = loadRuleset(readFileSync(path, "utf8"), { documents: [anqing.document] });
  if (!loaded.ok) throw new Error(JSON.stringify(loaded.diagnostics));
  const variant = loaded.ruleset;
  const difference = diff(anqing as Ruleset, variant, { regions: 10 });
  const value = difference.decisions.find((d) => d.decision === "value") as DecisionDifference;
  const edges = [
    ["50 <", "≤ 200", 2],
    ["200 <", "≤ 500", 4],
  ] as const;

  it("lists each indicator in full", () => {
    const tdUsers = outputOf(value, "tdUsers", "part");
    const fiveGUsers = outputOf(value, "fiveGUsers", "part");
    expect([tdUsers.only, fiveGUsers.only]).toEqual(["before", "after"]);
    expect([tdUsers.complete, fiveGUsers.complete]).toEqual([true, true]);
    expect(told(tdUsers)).toEqual([
      ...edges.map(([a, b, n]) => [`${a} TD users ${b} persons`, `${n} points`, "none"]),
      ["TD users > 500 persons", "5 points", "none"],
      ["TD users unknown", "undetermined", "none"],
    ]);
    expect(told(fiveGUsers)).toEqual([
      ...edges.map(([a, b, n]) => [`${a} 5G users ${b} persons`, "none", `${n} points`]),
      ["5G users > 500 persons", "none", "5 points"],
      ["5G users unknown", "none", "undetermined"],
    ]);
    expect(outputOf(value, "value", "outcome").sumOf).toEqual(["tdUsers", "fiveGUsers"]);
  });

  it("comes with whole accounts, that are graded as is told", () => {
    const programs = [compile(anqing as Ruleset), compile(variant)];
    const { regions } = outputOf(value, "value", "outcome");
    expect(regions.length).toBeGreaterThan(0);
    for (const { account, before, after, unknown } of regions) {
      const outcomes = programs.map((p) => evaluate(p, "value", account).outcome ?? null);
      expect(outcomes).toEqual([before, after]);
      if (!unknown) expect(Object.keys(account)).toEqual(expect.arrayContaining(["fiveGUsers"]));
    }
  });

  it("is told in a page, in both languages", () => {
    for (const lang of ["en", "zh"] as const) {
      const lines = tellDiff(difference, lang);
      const at = lines.findIndex((l) => l.includes("AQ-27") && !l.startsWith(" "));
      const page = lines.slice(at, lines.indexOf("", at));
      expect(page).toHaveLength(20);
      expect(page.every((line) => line.length < 200)).toBe(true);
      expect(page.at(-1)).toMatch(
        lang === "en" ? /^ {2}the whole, for example / : /^ {2}整体例如：/,
      );
    }
    const lines = tellDiff(difference, "en");
    const at = lines.findIndex((l) => l.startsWith("customer value (value)"));
    expect(lines.slice(at, at + 4)).toEqual([
      "customer value (value) [AQ-27 集团客户分级(二) 客户价值得分]: differs where the sum of these 2 parts does, all else in it being known",
      "  TD users (tdUsers), taken out [AQ-13 集团客户价值评估(四) 集团个人TD使用用户数]: differs in 3 regions",
      "    50 < TD users ≤ 200 persons",
      "      for example TD users 51 persons: 2 points → none",
    ]);
  });
});
