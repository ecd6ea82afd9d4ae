import { expect, it } from "vitest";
import { stepsOf } from "../../src/plan/step.ts";
import {
  boolean,
  compared,
  date,
  decision,
  fact,
  formula,
  list,
  number,
  programOf,
  tiny,
} from "../kinds/tiny.ts";

/* By which step a value goes, worked out by hand from what its parts can be. */

const facts = {
  n: number("n"),
  d: number("d", { scale: 1 }),
  b: boolean("b"),
  t: date("t"),
  s: list("s", "x", "y"),
};
const overall = { over: "account", by: [], unknown: "left-out" };

function stepOf(kind: string, body: object): string {
  const { plan } = programOf(
    tiny({ facts, decisions: { it: decision("it", kind, body as never) } }),
  );
  const { outcome } = plan.decisions.it ?? {};
  if (!outcome || "length" in outcome) throw new Error("one output is wanted");
  return stepsOf(plan)(outcome.node).toString();
}

it.each([
  ["1", fact("n")],
  ["0.1", fact("d")],
  ["0", fact("b")],
  ["2.5", 2.5],
  ["4", -4],
  ["0", 0],
  ["2", { sum: [4, 6] }],
  ["0.5", { sum: [fact("n"), 0.5] }],
  ["0.25", { difference: [0.75, 0.5] }],
  ["2", { minimum: [4, 10] }],
  ["3", { maximum: [9, 6, 0] }],
  ["0.02", { product: [fact("d"), 0.2] }],
  ["6", { product: [-2, 3] }],
  ["0.001", { quotient: [fact("n"), 7], scale: 3, rounding: "floor" }],
  ["0.1", { round: { product: [fact("d"), 0.2] }, scale: 1, rounding: "floor" }],
  ["1", { size: fact("s") }],
  ["1", { count: [compared("n", "lessThan", 5), compared("b", "equal", true)] }],
  ["0", { when: compared("n", "lessThan", 5) }],
  ["0", { move: fact("t"), by: 5, unit: "days" }],
  ["2", { choose: [{ when: compared("b", "equal", true), then: 4 }], otherwise: 6 }],
  ["1", { aggregate: "count", ...overall }],
  ["0.01", { aggregate: "mean", of: fact("d"), scale: 2, rounding: "floor", ...overall }],
  ["0.1", { aggregate: "sum", of: fact("d"), ...overall }],
  ["0.1", { aggregate: "maximum", of: fact("d"), ...overall }],
  ["0.001", { aggregate: "quantile", at: 0.25, of: fact("d"), ...overall }],
])("the step is %s of %j", (step, value) => {
  expect(stepOf("formula", formula(value))).toBe(step);
});

it("the step of bands is the greatest that goes into all of their points", () => {
  const points = {
    low: { outcome: 0 },
    mid: { from: 10, outcome: 10 },
    top: { from: 20, outcome: 25 },
  };
  expect(stepOf("bands", { input: fact("n"), closed: "lower", bands: points })).toBe("5");
});
