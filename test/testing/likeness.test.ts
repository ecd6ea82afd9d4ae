import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { partsOf } from "../../src/analyze/study.ts";
import { readFacts } from "../../src/execute/facts.ts";
import { compile, type Program } from "../../src/execute/program.ts";
import { run } from "../../src/execute/reference.ts";
import { Decimal } from "../../src/plan/decimal.ts";
import type { Value } from "../../src/plan/node.ts";
import type { Plan } from "../../src/plan/plan.ts";
import { comparing } from "../../src/testing/mutants/alike.ts";
import { changed } from "../../src/testing/mutants/change.ts";
import { type Mutant, mutantsOf } from "../../src/testing/mutants/mutants.ts";
import { type FactName, facts, load, pointsOf, scoped } from "../analyze/arbitraries.ts";
import { decision, type Json, terms, tiny } from "../kinds/tiny.ts";

/*
 * Which mutants no account could notice, against brute force: every point of the facts, in the outcome
 * and every part of every decision.
 */

const scopes: readonly (readonly FactName[])[] = [
  ["n"],
  ["n", "m"],
  ["d", "b"],
  ["m", "p"],
  ["l", "b", "c"],
  ["s", "b"],
  ["n", "l"],
];

const told = (value: Value): unknown =>
  value instanceof Decimal ? value.toString() : Array.isArray(value) ? [...value] : value;

/** All that a plan tells of a point, as one text. */
function everything({ document, facts }: Program, plan: Plan, point: object): string {
  const declared = Object.assign({}, ...Object.values(facts));
  const { known, faults } = readFacts(declared, point as Record<string, unknown>);
  expect([document.id, faults]).toEqual([document.id, []]);
  const trace = run(plan, known, { aggregates: {}, cuts: {} });
  const nodes = Object.values(plan.decisions).flatMap((d) =>
    partsOf(d).flatMap((p) => (p.applies === undefined ? [p.node] : [p.node, p.applies])),
  );
  return JSON.stringify(nodes.map((n) => told(trace.value(n))));
}

const differsAt = (program: Program, mutant: Mutant, point: object) =>
  everything(program, program.plan, point) !==
  everything(program, changed(program.plan, mutant.site, mutant), point);

/** Nothing divided comes to nothing, whatever it is divided by: another dividend has another range. */
const nothingDivided: [readonly FactName[], Json] = [
  ["n"],
  tiny({
    facts: { n: facts.n },
    decisions: {
      first: decision("first", "bands", {
        input: { quotient: [0, { fact: "n" }], scale: 0, rounding: "ceil" },
        closed: "lower",
        bands: { lowest: { outcome: "x" }, more: { from: 0.035, outcome: "y" } },
        outcomes: terms("x", "y"),
      }),
    },
  }),
];

describe("what no account could notice, against brute force", () => {
  it("is exactly what differs at no point", () => {
    const counts = { equivalent: 0, different: 0, open: 0 };
    fc.assert(
      fc.property(scoped(scopes, 2), ([scope, document]) => {
        const program = compile(load(document));
        const points = pointsOf(scope);
        const { likeness } = comparing(program);
        for (const mutant of mutantsOf(program).slice(0, 25)) {
          const found = likeness(mutant);
          counts[found.is] += 1;
          const differs = points.some((p) => differsAt(program, mutant, p));
          if (found.is === "equivalent") expect([mutant.key, differs]).toEqual([mutant.key, false]);
          if (found.is !== "different") continue;
          expect([mutant.key, differs]).toEqual([mutant.key, true]);
          expect(differsAt(program, mutant, found.account)).toBe(true);
        }
      }),
      { numRuns: 80, examples: [[nothingDivided]] },
    );
    console.log(counts);
    expect(counts.equivalent).toBeGreaterThan(50);
    expect(counts.different).toBeGreaterThan(300);
    expect(counts.open).toBeLessThan((counts.equivalent + counts.different) / 20);
  });
});
