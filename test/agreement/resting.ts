import type { Kind } from "../../src/kinds/schema.ts";
import { formula, type Json, named, terms, text } from "../kinds/tiny.ts";

/*
 * Every kind that takes a value, around one that rests on the population. Cuts and appraisals have
 * ways of their own.
 */

type Resting = Exclude<Kind, "cut" | "appraisal">;

const isHigh = (value: unknown) => ({ expression: value, operator: "greaterThan", value: 1 });
const points = { maximum: 5 };

export const resting: { readonly [K in Resting]: (value: unknown) => Json } = {
  rule: (value) => ({ when: { not: isHigh(value) } }),
  bands: (input) => ({
    input,
    closed: "upper",
    bands: { low: { outcome: "x" }, high: { from: 1, outcome: "y" } },
    exactly: { one: { value: 2, outcome: "z" } },
    outcomes: terms("x", "y", "z"),
  }),
  table: (value) => ({
    hitPolicy: "unique",
    inputs: { n: { label: text("n"), value } },
    outputs: { who: { label: text("who"), outcomes: terms("x", "y") } },
    rows: {
      low: { when: { n: { atMost: 1 } }, then: { who: "x" } },
      high: { when: { n: { above: 0 } }, then: { who: "y" } },
    },
  }),
  scorecard: (value) => ({
    ...points,
    dimensions: {
      side: {
        ...{ ...named("side"), ...points },
        indicators: {
          own: {
            ...{ ...named("own"), ...points },
            score: { kind: "formula", value: { minimum: [{ maximum: [value, 0] }, 5] } },
          },
        },
      },
    },
  }),
  checklist: (value) => ({
    sections: {
      only: { ...named("only"), items: { high: { ...named("high"), when: isHigh(value) } } },
    },
    order: ["only"],
  }),
  quota: (of) => ({
    items: {
      one: {
        ...{ ...named("one"), unit: text("each"), sense: "at-least" },
        need: { method: "share", of, share: 0.5, rounding: "half-even" },
        have: 1,
      },
    },
  }),
  formula: (value) => formula({ round: value, scale: 0, rounding: "half-even" }),
};
