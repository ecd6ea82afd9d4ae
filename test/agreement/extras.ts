import fc from "fast-check";
import { condition, type FactName, numeric } from "../analyze/arbitraries.ts";
import { fact, formula, type Json, named, terms, text } from "../kinds/tiny.ts";
import { aggregate, aggregated, appraised, quantiled, ranked } from "./population-kinds.ts";
import { resting } from "./resting.ts";

/*
 * Decisions that may stand beside others. One file, over the usual length: each is one entry of one
 * table.
 */

type Body = (facts: readonly FactName[]) => fc.Arbitrary<Json>;
export interface Extra {
  readonly kind: string;
  readonly body: Body;
  readonly subject?: string;
}

const limit = { parameter: "limit" };
const choice = (one: unknown, other: unknown) => ({ reading: "way", cases: { one, other } });
const score = (facts: readonly FactName[], depth = 1) => numeric({ facts, before: [] }, depth);
const holds = (facts: readonly FactName[], depth = 1) => condition({ facts, before: [] }, depth);

const extras: Readonly<Record<string, Extra>> = {
  ranked: { kind: "cut", body: ranked },
  quantiled: { kind: "cut", body: quantiled },
  aggregated: { kind: "formula", body: aggregated },
  owned: {
    kind: "formula",
    subject: "owner",
    body: (facts) => aggregated(facts, fc.constantFrom<readonly string[]>([], ["city"])),
  },
  appraised: { kind: "appraisal", body: appraised },
  several: {
    kind: "table",
    body: (facts) =>
      fc.tuple(score(facts), holds(facts), fc.constantFrom("first", "priority")).map(
        ([n, when, hitPolicy]): Json => ({
          hitPolicy: "first",
          inputs: {
            n: { label: text("n"), value: n },
            when: { label: text("when"), value: { when } },
          },
          outputs: {
            who: { label: text("who"), outcomes: terms("x", "y") },
            points: { label: text("points") },
          },
          rows: {
            low: { when: { n: { below: limit } }, then: { who: "x", points: 1 } },
            held: { when: { when: true }, then: { who: choice("x", "y"), points: limit } },
          },
          order: hitPolicy === "first" ? ["low", "held"] : ["held", "low"],
          otherwise: { who: "y", points: 0 },
        }),
      ),
  },
  listed: {
    kind: "checklist",
    body: (facts) =>
      fc.tuple(holds(facts), holds(facts)).map(
        ([a, b]): Json => ({
          sections: {
            only: {
              ...named("only"),
              items: { a: { ...named("a"), when: a, applies: b }, b: { ...named("b"), when: b } },
            },
          },
          order: ["only"],
          done: {
            outcome: "done",
            ...named("done"),
            route: [
              { unit: "first", ...named("first") },
              { unit: "second", ...named("second") },
            ],
          },
        }),
      ),
  },
  needed: {
    kind: "quota",
    body: (facts) =>
      score(facts).map(
        (of): Json => ({
          items: {
            one: { ...named("one"), unit: text("each"), need: { method: "figure", of } },
            two: {
              ...{ ...named("two"), unit: text("each") },
              need: { method: "per", of, per: choice(2, 3), rounding: "ceil" },
            },
          },
        }),
      ),
  },
  divided: {
    kind: "bands",
    body: (facts) =>
      score(facts, 0).map((n) =>
        resting.bands({ quotient: [n, fact("n")], scale: 1, rounding: "half-up" }),
      ),
  },
  clashing: { kind: "table", body: (facts) => score(facts, 0).map(resting.table) },
  flagged: { kind: "formula", body: (facts) => holds(facts, 2).map((when) => formula({ when })) },
  collected: {
    kind: "table",
    body: (facts) =>
      fc.tuple(holds(facts), holds(facts)).map(
        ([a, b]): Json => ({
          ...{ hitPolicy: "collect", collect: "list", order: ["a", "b"] },
          inputs: {
            a: { label: text("a"), value: { when: a } },
            b: { label: text("b"), value: { when: b } },
          },
          outputs: { who: { label: text("who"), outcomes: terms("x", "y") } },
          rows: {
            a: { when: { a: true }, then: { who: "x" } },
            b: { when: { b: { not: [false] } }, then: { who: "y" } },
          },
        }),
      ),
  },
  referring: {
    kind: "rule",
    body: () =>
      fc
        .constantFrom<Json>(
          { decision: "ranked", operator: "in", value: ["A", "B"] },
          { decision: "several.who", operator: "equal", value: "x" },
          {
            expression: { sum: [{ decision: "aggregated" }, 1] },
            operator: "greaterThan",
            value: { decision: "several.points" },
          },
        )
        .map((when) => ({
          conditions: { referred: { ...named("referred"), when } },
          when: {
            any: [{ condition: "referred" }, { fact: "n", operator: "greaterThan", value: limit }],
          },
        })),
  },
};

/** Every kind, resting on a figure over the accounts. */
const onAll = Object.fromEntries(
  Object.entries(resting).map(([kind, around]): [string, Extra] => [
    `${kind}OnAll`,
    { kind, body: (facts) => aggregate(facts).map(around) },
  ]),
);

/** Every one by its name. */
export const all: Readonly<Record<string, Extra>> = { ...extras, ...onAll };
/** What `referring` speaks of. */
export const others = ["ranked", "aggregated", "several"];
