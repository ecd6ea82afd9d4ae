import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readFacts } from "../../src/execute/facts.ts";
import { compile, evaluate, fit, loadRuleset, type Ruleset } from "../../src/index.ts";
import { ruleset as anqing } from "../../src/policies/anqing-mobile-2010.ts";
import { ruleset as hainan } from "../../src/policies/hainan-unicom-2003.ts";
import { arbitrariesOf, thresholds, variantOf } from "../../src/testing/index.ts";
import { load } from "../analyze/arbitraries.ts";
import { decision, named, number, tiny } from "../kinds/tiny.ts";

/* Generators of accounts, populations and variants: what they draw, how often, and what they shrink to. */

const city = compile(anqing);
const { account, population } = arbitrariesOf(city, fc);
const sampled = <T>(arbitrary: fc.Arbitrary<T>, count: number) =>
  fc.sample(arbitrary, { numRuns: count, seed: 7 });

describe("accounts", () => {
  it.each([anqing, hainan] as readonly Ruleset<unknown>[])(
    "are all such as a ruleset takes",
    (ruleset) => {
      const program = compile(ruleset as Ruleset);
      for (const subject of Object.keys(program.facts)) {
        const drawn = arbitrariesOf(program, fc).account(subject as never);
        fc.assert(
          fc.property(drawn, (facts) => {
            const { faults } = readFacts(program.facts[subject] ?? {}, facts as never);
            expect(faults).toEqual([]);
          }),
        );
      }
    },
  );

  it("lie on both sides of each threshold of a fact, and on it", () => {
    const { account: ours } = arbitrariesOf(compile(hainan), fc);
    const drawn = sampled(ours("account"), 2000).map((a) => a.monthlyMobileRevenue);
    const cuts = thresholds(compile(hainan), "star").flatMap((t) =>
      t.fact === "monthlyMobileRevenue" ? [Number(t.value)] : [],
    );
    expect(cuts.length).toBeGreaterThan(2);
    for (const cut of cuts) {
      // The fact is in ten-thousandths of a yuan.
      const beside = [cut - 0.0001, cut, cut + 0.0001].map((n) => Number(n.toFixed(4)));
      expect([cut, beside.filter((n) => !drawn.includes(n))]).toEqual([cut, []]);
    }
  });

  it("are unknown in part, and not in whole", () => {
    const drawn = sampled(account("account"), 300);
    const names = Object.keys(city.facts.account ?? {});
    const known = drawn.map((a) => Object.keys(a).length / names.length);
    expect(drawn.flatMap((a) => Object.values(a)).includes(undefined as never)).toBe(false);
    expect(known.some((k) => k < 1)).toBe(true);
    expect(known.reduce((a, b) => a + b, 0) / drawn.length).toBeGreaterThan(0.7);
  });

  it("shrink to the facts that a failure is about", () => {
    const { account: ours } = arbitrariesOf(compile(hainan), fc);
    const program = compile(hainan);
    const never = fc.property(ours("account"), (a) => evaluate(program, "star", a).outcome !== "5");
    const { counterexample } = fc.check(never, { seed: 7, numRuns: 1000 });
    expect(Object.keys(counterexample?.[0] ?? {})).toEqual(["monthlyMobileRevenue"]);
  });
});

describe("populations", () => {
  it("tie, and have partitions of one", () => {
    const drawn = sampled(population("account"), 300);
    const sizes = drawn.flatMap((p) => {
      const counts = new Map<unknown, number>();
      for (const a of p) counts.set(a.city, (counts.get(a.city) ?? 0) + 1);
      return [...counts.values()];
    });
    expect(sizes).toContain(1);
    expect(Math.max(...sizes)).toBeGreaterThan(3);
    const isTied = (p: readonly (typeof drawn)[number][number][]) => {
      const members = p.map((a) => a.members);
      return new Set(members).size < members.length;
    };
    expect(drawn.filter((p) => p.length > 2 && isTied(p)).length).toBeGreaterThan(100);
  });

  it("can be fitted, and each subject is decided on", () => {
    fc.assert(
      fc.property(population("account", { minLength: 1 }), (subjects) => {
        const fitted = fit(city, subjects, { subject: "account" });
        for (const s of subjects) {
          expect(["decided", "undetermined"]).toContain(evaluate(city, "class", s, fitted).status);
        }
      }),
      { numRuns: 30 },
    );
  });
});

describe("variants", () => {
  const text = (word: string) => ({ zh: word, en: word });
  const limit = (more: object) => ({
    type: "number",
    ...named("limit"),
    unit: text("each"),
    scale: 0,
    min: 0,
    max: 10,
    default: 5,
    ...more,
  });
  const base = load(
    tiny({
      facts: { n: number("n") },
      parameters: {
        limit: limit({}),
        kept: limit({ change: "fixed" }),
      },
      decisions: {
        many: decision("many", "rule", {
          when: { fact: "n", operator: "greaterThanInclusive", value: { parameter: "limit" } },
        }),
        few: decision("few", "rule", {
          when: { fact: "n", operator: "lessThan", value: { parameter: "kept" } },
        }),
      },
    }),
  );
  const documents = [base.document];

  it("load, are within what may be changed, and change what some account comes to", () => {
    const outcomes = new Set<unknown>();
    fc.assert(
      fc.property(variantOf(base, fc), (variant) => {
        const loaded = loadRuleset(variant, { documents });
        expect(loaded.ok ? [] : loaded.diagnostics).toEqual([]);
        expect(variant.parameters.kept ?? 5).toBe(5);
        if (!loaded.ok) return;
        const program = compile(loaded.ruleset as Ruleset);
        outcomes.add(evaluate(program, "many", { n: 5 }).outcome);
      }),
      { numRuns: 50, seed: 7 },
    );
    expect([...outcomes].sort()).toEqual([false, true]);
  });

  it("of a shipped ruleset load", () => {
    for (const variant of sampled(variantOf(hainan, fc), 8)) {
      expect(loadRuleset(variant, { documents: [hainan.document] }).ok).toBe(true);
    }
  });

  it("shrink to the ruleset as it is", () => {
    const none = fc.property(variantOf(base, fc), () => false);
    const { counterexample } = fc.check(none, { seed: 7 });
    expect(JSON.stringify(counterexample)).toContain('"parameters":{}');
  });
});
