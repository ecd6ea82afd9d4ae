import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  compile,
  type DecisionDifference,
  diff,
  evaluate,
  type Fitted,
  fit,
  type Ruleset,
  tellDiff,
} from "../../src/index.ts";
import {
  compared,
  decision,
  fact,
  formula,
  type Json,
  label,
  number,
  terms,
  text,
  tiny,
  words,
} from "../kinds/tiny.ts";
import { load } from "./arbitraries.ts";

/*
 * Decisions that rest on a population: what they take from it is held alike where all that it is
 * made of is proven the same; where it is not, what has changed in it is told, and for whom.
 */

const facts = {
  accountId: words("accountId"),
  city: label("city", "x", "y"),
  n: number("n", { max: 100 }),
  m: number("m", { max: 100 }),
};

interface Policy {
  readonly ranked: unknown;
  readonly score: unknown;
  readonly cut: Json;
  readonly vip: unknown;
  readonly above: unknown;
}

const mean = {
  aggregate: "mean",
  over: "account",
  by: ["city"],
  unknown: "left-out",
  of: fact("n"),
  scale: 2,
  rounding: "floor",
};

const usual: Policy = {
  ranked: compared("m", "greaterThanInclusive", 10),
  score: fact("n"),
  cut: {},
  vip: compared("m", "greaterThan", 20),
  above: { expression: fact("n"), operator: "greaterThan", value: mean },
};

/** Who is ranked, by what; the class; who of class A is a VIP; who is above the mean of the city. */
function policy(more: Partial<Policy> = {}): Ruleset {
  const { ranked, score, cut, vip, above } = { ...usual, ...more };
  const isA = { decision: "class", operator: "equal", value: "A" };
  const decisions = {
    ranked: decision("ranked", "rule", { when: ranked }),
    score: decision("score", "formula", formula(score)),
    class: decision("class", "cut", {
      method: "rank",
      outcomes: terms("A", "B", "none"),
      partition: ["city"],
      unknown: "left-out",
      eligible: { decision: "ranked", operator: "equal", value: true },
      otherwise: "none",
      by: [{ value: { decision: "score" }, order: "descending" }],
      classes: { A: { share: 0.25 }, B: {} },
      order: ["A", "B"],
      rounding: "half-up",
      scheme: "cumulative",
      tie: "all-up",
      tieBreak: { id: "accountId" },
      ...cut,
    }),
    vip: decision("vip", "rule", { when: { all: [isA, vip] } }),
    above: decision("above", "rule", { when: above }),
  };
  return load(tiny({ facts, decisions }));
}

const before = policy();
const found = (more: Partial<Policy>) => {
  const difference = diff(before, policy(more));
  const of = (name: string) =>
    difference.decisions.find((d) => d.decision === name) as DecisionDifference;
  const statuses = difference.decisions.map((d) => d.status).join(" ");
  return { difference, of, statuses };
};

const outputs = (d: DecisionDifference) =>
  d.outputs.map((o) => ({
    name: o.name,
    role: o.role,
    complete: o.complete,
    regions: o.regions.map(({ sides, account, population, before: was, after: is }) => ({
      sides,
      account,
      population,
      before: was,
      after: is,
    })),
  }));

describe("a population that is made of the same", () => {
  const same = "same same same same same";
  it.each<[string, Partial<Policy>]>([
    ["who is ranked, in other words", { ranked: { not: compared("m", "lessThan", 10) } }],
    ["the score, in other words", { score: { difference: [{ sum: [fact("n"), 7] }, 7] } }],
    ["a tie settled by an id that is not asked for", { cut: { tieBreak: { id: "city" } } }],
    [
      "the mean, in other words",
      {
        above: { not: { expression: mean, operator: "greaterThanInclusive", value: fact("n") } },
      },
    ],
    [
      "what the mean is of, in other words",
      {
        above: {
          expression: fact("n"),
          operator: "greaterThan",
          value: { ...mean, of: { product: [fact("n"), 1] } },
        },
      },
    ],
  ])("%s: nobody is decided otherwise", (_, more) => {
    expect(found(more).statuses).toBe(same);
  });
});

describe("a population that is not", () => {
  it("who is ranked: those from 10 to 14 are no longer", () => {
    const { statuses, of, difference } = found({
      ranked: compared("m", "greaterThanInclusive", 15),
    });
    expect(statuses).toBe("different same undecided undecided same");
    const { outputs: all, through } = of("class");
    expect(through.map((t) => t.decision)).toEqual(["ranked"]);
    expect(all.map((o) => [o.name, o.role, o.regions.length, o.complete])).toEqual([
      ["class", "outcome", 0, false],
      ["eligible", "basis", 1, true],
    ]);
    expect(outputs(of("class"))[1]?.regions).toEqual([
      {
        sides: [{ fact: "m", ranges: [{ from: 10, to: 14 }], unknown: false }],
        account: { m: 10 },
        population: undefined,
        before: true,
        after: false,
      },
    ]);
    expect(of("vip").through.map((t) => t.decision)).toEqual(["class"]);
    const lines = tellDiff(difference, "en");
    const at = lines.findIndex((l) => l.startsWith("class"));
    expect(lines.slice(at, at + 5)).toEqual([
      "class [T-01 class]: it could not be settled whether it differs: that depends on the whole population, and not on one account",
      "  rests on what differs itself: ranked",
      "  who is ranked: differs in 1 region",
      "    10 ≤ m ≤ 14 each: yes → no",
      "      for example m 10 each",
    ]);
  });

  it("the score: told where it stands, and named here", () => {
    const { statuses, of } = found({ score: { product: [fact("n"), 2] } });
    expect(statuses).toBe("same different undecided undecided same");
    expect(of("class").outputs.map((o) => o.name)).toEqual(["class"]);
    expect(of("class").through).toEqual([{ decision: "score", label: text("score") }]);
    const only = diff(before, policy({ score: { product: [fact("n"), 2] } }), {
      decisions: ["class"],
    });
    expect(only.decisions.map((d) => [d.decision, d.through.map((t) => t.decision)])).toEqual([
      ["class", ["score"]],
    ]);
  });

  it.each<[string, Json, readonly [string, string, string][]]>([
    ["a share", { classes: { A: { share: 0.5 }, B: {} } }, [["class › A › share", "0.25", "0.5"]]],
    [
      "what is done with those who are level",
      { tie: "all-down" },
      [["class › those who are level", "`all-up`", "`all-down`"]],
    ],
    [
      "how places are rounded",
      { rounding: "floor" },
      [["class › rounding", "`half-up`", "`floor`"]],
    ],
  ])("%s: is told in words", (_, cut, expected) => {
    const { statuses, of, difference } = found({ cut });
    expect(statuses).toBe("same same undecided undecided same");
    const told = of("class").changes.map((c) => [c.label.en, c.told.before?.en, c.told.after?.en]);
    expect(told).toEqual(expected);
    const [place, was, is] = expected[0] as [string, string, string];
    const lines = tellDiff(difference, "en");
    const at = lines.findIndex((l) => l.startsWith("class"));
    expect(lines.slice(at, at + 3)).toEqual([
      "class [T-01 class]: it could not be settled whether it differs: that depends on the whole population, and not on one account",
      "  what is changed in it:",
      `    ${place}: ${was} → ${is} [T-01 class]`,
    ]);
  });
});

describe("what is decided by the class of an account, and by itself", () => {
  it("is listed with the class: VIPs of class A need more than 30 instead of 20", () => {
    const { statuses, of, difference } = found({ vip: compared("m", "greaterThan", 30) });
    expect(statuses).toBe("same same same different same");
    expect(outputs(of("vip"))).toEqual([
      {
        name: "vip",
        role: "outcome",
        complete: true,
        regions: [
          {
            sides: [
              { population: "class", values: ["A"], unknown: false },
              { fact: "m", ranges: [{ from: 21, to: 30 }], unknown: false },
            ],
            account: { m: 21 },
            population: { class: "A" },
            before: true,
            after: false,
          },
          // Nobody knows the class; but of so few nobody of any class would be one.
          {
            sides: [
              { population: "class", values: [], unknown: true },
              { fact: "m", ranges: [{ from: 21, to: 30 }], unknown: false },
            ],
            account: { m: 21 },
            population: undefined,
            before: null,
            after: false,
          },
        ],
      },
    ]);
    const lines = tellDiff(difference, "en");
    const at = lines.findIndex((l) => l.startsWith("vip"));
    expect(lines[at + 1]).toBe("  class A and 20 < m ≤ 30 each: yes → no");
  });

  it("is listed with the mean: those at the mean itself", () => {
    const { statuses, of } = found({
      above: { expression: fact("n"), operator: "greaterThanInclusive", value: mean },
    });
    expect(statuses).toBe("same same same same different");
    const [only, ...more] = outputs(of("above"))[0]?.regions ?? [];
    expect(more).toEqual([]);
    expect([only?.before, only?.after]).toEqual([false, true]);
    expect(only?.population?.above).toBe(only?.account.n);
  });
});

/* Random policies on random populations. */

const grid = fc.constantFrom(0, 1, 2, 5, 10);
const maybe = <T>(of: fc.Arbitrary<T>) => fc.option(of, { freq: 6, nil: undefined });
const accounts = fc
  .array(fc.record({ city: maybe(fc.constantFrom("x", "y")), n: maybe(grid), m: maybe(grid) }), {
    minLength: 4,
    maxLength: 9,
  })
  .map((all) => all.map((a, i) => ({ accountId: `k${i}`, ...a })));

const operator = fc.constantFrom("greaterThan", "greaterThanInclusive", "lessThan");
const test = fc.record({ fact: fc.constantFrom("n", "m"), operator, value: grid });
const share = fc.constantFrom(0.25, 0.5);
const random: fc.Arbitrary<Partial<Policy>> = fc.record(
  {
    ranked: fc.oneof(
      test,
      test.map((not) => ({ not })),
      fc.tuple(test, test).map((all) => ({ all })),
    ),
    score: fc.constantFrom<unknown>(
      fact("m"),
      { sum: [fact("n"), fact("m")] },
      { sum: [fact("m"), fact("n")] },
      { maximum: [fact("n"), 2] },
      { product: [fact("n"), 1] },
    ),
    cut: fc.record(
      {
        classes: share.map((s) => ({ A: { share: s }, B: {} })),
        tie: fc.constantFrom("all-up", "all-down", "id"),
        rounding: fc.constantFrom("half-up", "floor"),
        barred: test.map((when) => ({ when, to: "B", places: "backfill" })),
      },
      { requiredKeys: [] },
    ),
    vip: test,
    above: fc.tuple(operator, fc.constantFrom("n", "m")).map(([op, of]) => ({
      expression: fact("n"),
      operator: op,
      value: { ...mean, of: fact(of) },
    })),
  },
  { requiredKeys: [] },
);

describe("random policies on random populations", () => {
  it("the same by proof is the same for everyone; the rest is told where it rests on one account", () => {
    const seen = { same: 0, undecided: 0, different: 0, moved: 0, basis: 0 };
    const many = fc.array(accounts, { minLength: 2, maxLength: 2 });
    fc.assert(
      fc.property(random, random, many, (a, b, populations) => {
        const both = [policy(a), policy(b)] as const;
        const programs = both.map((r) => compile(r));
        const { decisions } = diff(...both, { regions: 1000 });
        for (const d of decisions) seen[d.status as keyof typeof seen] += 1;
        for (const population of populations) {
          const fitted = programs.map((p) => fit(p, population));
          for (const account of population) {
            for (const d of decisions) {
              const [x, y] = programs.map(
                (p, i) => evaluate(p, d.decision, account, fitted[i] as Fitted).outcome,
              );
              if (x !== y) seen.moved += 1;
              if (x !== y) expect(d.status, d.decision).not.toBe("same");
            }
          }
        }
        for (const o of decisions.flatMap((d) => d.outputs.filter((o) => o.role === "basis"))) {
          if (o.name !== "eligible") continue;
          seen.basis += 1;
          for (const r of o.regions) {
            const ranked = programs.map((p) => evaluate(p, "ranked", r.account).outcome ?? null);
            expect(ranked).toEqual([r.before, r.after]);
          }
        }
      }),
      { numRuns: 250 },
    );
    console.log(seen);
    expect(Math.min(...Object.values(seen))).toBeGreaterThan(40);
  }, 200_000);
});
