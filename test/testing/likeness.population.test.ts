import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { partsOf } from "../../src/analyze/study.ts";
import { readFacts } from "../../src/execute/facts.ts";
import { compile, type Program } from "../../src/execute/program.ts";
import { run } from "../../src/execute/reference.ts";
import { fit } from "../../src/index.ts";
import { comparing } from "../../src/testing/mutants/alike.ts";
import { changed } from "../../src/testing/mutants/change.ts";
import { mutantsOf } from "../../src/testing/mutants/mutants.ts";
import {
  condition,
  type FactName,
  facts,
  load,
  numeric,
  valuesOf,
} from "../analyze/arbitraries.ts";
import { decision, formula, type Json, terms, tiny, words } from "../kinds/tiny.ts";

/*
 * Which mutants no population could notice, against random ones: whoever is ranked, whatever a mean is
 * of, no subject of any of them may come to anything else.
 */

const names: readonly FactName[] = ["n", "m", "b", "l"];
const scope = { facts: names, before: [] };
const ranked = { facts: names, before: [{ name: "class", comes: "label" as const }] };

const key = fc.record({
  value: numeric(scope, 1),
  order: fc.constantFrom("ascending", "descending"),
});
const barred = fc.record({
  when: condition(scope, 1),
  to: fc.constantFrom("y", "z"),
  places: fc.constantFrom("backfill", "place-stays-empty", "out-of-the-base"),
});
const places = fc.oneof(
  fc.record({ share: fc.constantFrom(0.2, 0.25, 0.5) }),
  fc.record({ count: fc.integer({ min: 0, max: 2 }), minimum: fc.integer({ min: 0, max: 2 }) }),
);

const cut = fc
  .record(
    {
      partition: fc.constantFrom([], ["l"]),
      unknown: fc.constantFrom("left-out", "undetermined"),
      eligible: condition(scope, 1),
      by: fc.array(key, { minLength: 1, maxLength: 2 }),
      tie: fc.constantFrom("all-up", "all-down", "id"),
      barred,
      x: places,
      y: places,
      rounding: fc.constantFrom("floor", "ceil", "half-up"),
      scheme: fc.constantFrom("cumulative", "separate", "largest-remainder"),
    },
    { requiredKeys: ["partition", "unknown", "by", "tie", "x", "y", "rounding", "scheme"] },
  )
  .map(({ x, y, ...c }) =>
    decision("class", "cut", {
      ...c,
      method: "rank",
      tieBreak: { id: "id" },
      outcomes: terms("x", "y", "z", "none"),
      otherwise: "none",
      classes: { x, y, z: {} },
      order: ["x", "y", "z"],
    }),
  );

const mean = fc.record({
  aggregate: fc.constantFrom("mean", "sum", "maximum"),
  over: fc.constant("account"),
  by: fc.constantFrom([], ["l"]),
  unknown: fc.constantFrom("left-out", "undetermined"),
  of: numeric(scope, 1),
  where: condition(scope, 1),
});
const rounded = { scale: 1, rounding: "half-up" };

/** A cut, a rule that asks for the class, and a number held against what is worked out over all. */
const documents = fc
  .record({ cut, when: condition(ranked, 2), of: numeric(scope, 1), mean })
  .map(({ cut: c, when, of, mean: { where, ...all } }) => {
    const value = { ...all, where, ...(all.aggregate === "mean" ? rounded : {}) };
    const isX = { decision: "class", operator: "equal", value: "x" };
    return tiny({
      facts: { id: words("id"), ...Object.fromEntries(names.map((name) => [name, facts[name]])) },
      decisions: {
        class: c,
        among: decision("among", "rule", { when: { any: [when, { all: [isX, when] }] } }),
        above: decision("above", "rule", {
          when: { expression: of, operator: "greaterThan", value },
        }),
        lead: decision("lead", "formula", formula({ difference: [value, of] })),
      },
    });
  });

/** A sum of numbers below 0 is 0 where there are none. */
const sumOfNone = tiny({
  facts: { id: words("id"), n: facts.n },
  decisions: {
    above: decision("above", "rule", {
      when: {
        expression: { fact: "n" },
        operator: "greaterThan",
        value: {
          aggregate: "sum",
          over: "account",
          by: [],
          unknown: "left-out",
          of: { minimum: [-1, { fact: "n" }] },
          where: { fact: "n", operator: "equal", value: -2 },
        },
      },
    }),
  },
});

/** A subject, some of whose facts are unknown. */
const subject = fc.record(
  Object.fromEntries(names.map((name) => [name, fc.constantFrom(...valuesOf[name])])),
  { requiredKeys: [] },
);
const population = fc
  .array(subject, { minLength: 1, maxLength: 7 })
  .map((all): readonly Json[] => all.map((facts, i) => ({ ...facts, id: `s${i}` })));
const populations = fc.array(population, {
  minLength: 20,
  maxLength: 20,
});

/** All that each subject of a population comes to. */
function everything(program: Program, population: readonly Json[]): readonly string[] {
  const { plan } = program;
  const fitted = fit(program, population as never);
  const declared = Object.assign({}, ...Object.values(program.facts));
  const nodes = Object.values(plan.decisions).flatMap((d) => partsOf(d).map((p) => p.node));
  return population.map((account) => {
    const trace = run(plan, readFacts(declared, account).known, fitted);
    return nodes.map((n) => String(trace.value(n))).join();
  });
}

describe("what no population could notice, against random ones", () => {
  it("differs for no subject", () => {
    const counts = { equivalent: 0, different: 0, open: 0, noticed: 0 };
    fc.assert(
      fc.property(documents, populations, (document, all) => {
        const program = compile(load(document as Json)) as Program;
        const { likeness } = comparing(program);
        const was = all.map((population) => everything(program, population));
        for (const mutant of mutantsOf(program)) {
          const found = likeness(mutant);
          counts[found.is] += 1;
          const other = { ...program, plan: changed(program.plan, mutant.site, mutant) };
          const is = all.map((population) => everything(other, population));
          const isNoticed = JSON.stringify(was) !== JSON.stringify(is);
          if (isNoticed) counts.noticed += 1;
          if (found.is === "equivalent")
            expect([mutant.key, isNoticed]).toEqual([mutant.key, false]);
        }
      }),
      { numRuns: Number(process.env.RUNS ?? 15), examples: [[sumOfNone, [[{ n: 0, id: "s0" }]]]] },
    );
    console.log(counts);
    expect(counts.equivalent).toBeGreaterThan(100);
    expect(counts.noticed).toBeGreaterThan(200);
  });
});
