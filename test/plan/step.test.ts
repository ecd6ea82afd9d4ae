import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readFacts } from "../../src/execute/facts.ts";
import { compile } from "../../src/execute/program.ts";
import { run } from "../../src/execute/reference.ts";
import { Decimal } from "../../src/plan/decimal.ts";
import type { Plan } from "../../src/plan/plan.ts";
import { stepsOf } from "../../src/plan/step.ts";
import { type FactName, load, pointsOf, scoped } from "../analyze/arbitraries.ts";
import { decision, fact, formula, type Json, number, terms, tiny } from "../kinds/tiny.ts";

/* By which steps numbers go, by hand; and against every point of random rulesets. */

const facts = {
  whole: number("whole"),
  rate: number("rate", { scale: 6, min: 0, max: 1 }),
};

/** The step of a formula's value. */
function stepOf(value: unknown, more: Json = {}): string {
  const decisions = { half, it: decision("it", "formula", formula(value, more)) };
  const { plan } = compile(load(tiny({ facts, decisions }))) as { plan: Plan };
  const [output] = [plan.decisions.it?.outcome].flat();
  return stepsOf(plan)(output?.node ?? -1).toString();
}

const half = decision("half", "bands", {
  input: fact("whole"),
  closed: "lower",
  bands: { none: { outcome: 0 }, half: { from: 5, outcome: 0.5 }, three: { from: 9, outcome: 3 } },
});
const points = { decision: "half" };
const over = { over: "account", by: [], unknown: "left-out" };

describe("the step of a number", () => {
  it.each<[string, unknown, string]>([
    ["a fact goes by its last decimal", fact("rate"), "0.000001"],
    ["points go by what they have in common", points, "0.5"],
    ["a sum goes by what its parts have in common", { sum: [points, 0.75] }, "0.25"],
    ["so does a difference", { difference: [points, fact("whole")] }, "0.5"],
    ["the lesser of two", { minimum: [fact("whole"), 1.5] }, "0.5"],
    ["the greater of two", { maximum: [6, { product: [4, fact("whole")] }] }, "2"],
    ["a multiple goes by a multiple", { product: [250, fact("rate")] }, "0.00025"],
    ["by 0 there is no step", { product: [0, fact("whole")] }, "0"],
    ["a quotient by its scale", { quotient: [1, 3], scale: 4, rounding: "floor" }, "0.0001"],
    ["what is rounded too", { round: fact("rate"), scale: 2, rounding: "floor" }, "0.01"],
    ["a count by one", { count: [{ fact: "whole", operator: "equal", value: 1 }] }, "1"],
    [
      "a choice by what its values have in common",
      {
        choose: [{ when: { fact: "whole", operator: "equal", value: 1 }, then: 9 }],
        otherwise: 6,
      },
      "3",
    ],
    ["a total as what it is of", { ...over, aggregate: "sum", of: points }, "0.5"],
    ["a number of subjects by one", { ...over, aggregate: "count" }, "1"],
    [
      "a mean by its scale",
      { ...over, aggregate: "mean", of: points, scale: 3, rounding: "floor" },
      "0.001",
    ],
  ])("%s", (_, value, step) => {
    expect(stepOf(value)).toBe(step);
  });

  it("is none where there is no number", () => {
    const when = { fact: "whole", operator: "equal", value: 1 };
    const choice = { choose: [{ when, then: "x" }], otherwise: "y" };
    expect(stepOf(choice, { outcomes: terms("x", "y") })).toBe("0");
  });

  it("divides whatever a number comes to", () => {
    const scopes: readonly (readonly FactName[])[] = [["n", "m"], ["d", "b"], ["p", "m"], ["s"]];
    let seen = 0;
    fc.assert(
      fc.property(scoped(scopes, 2), ([scope, document]) => {
        const program = compile(load(document));
        const declared = Object.assign({}, ...Object.values(program.facts));
        const steps = stepsOf(program.plan);
        for (const point of pointsOf(scope)) {
          const { known } = readFacts(declared, point as Record<string, unknown>);
          const trace = run(program.plan, known, { aggregates: {}, cuts: {} });
          for (const [id, node] of program.plan.nodes.entries()) {
            const value = trace.value(id);
            if (!(value instanceof Decimal)) continue;
            const step = steps(id);
            const left = step.isZero() ? value : value.mod(step);
            seen += 1;
            expect([node.op, left.toString()]).toEqual([node.op, "0"]);
          }
        }
      }),
      { numRuns: 25 },
    );
    expect(seen).toBeGreaterThan(1000);
  });
});
