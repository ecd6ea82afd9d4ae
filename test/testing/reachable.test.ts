import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Case, coverageOf } from "../../src/testing/index.ts";
import { type FactName, facts, load, pointsOf, scoped } from "../analyze/arbitraries.ts";
import { decision, named, tiny } from "../kinds/tiny.ts";

/*
 * What no account could reach, against brute force: cases of every point of the facts. What is proven
 * out of reach is reached by none of them, and what none of them reaches is proven out of reach.
 */

const scopes: readonly (readonly FactName[])[] = [
  ["n"],
  ["d", "b"],
  ["m", "p"],
  ["l", "b", "c"],
  ["n", "l"],
];

describe("what is out of reach, against brute force", () => {
  it("is exactly what no point reaches", () => {
    const counts = { reached: 0, unreachable: 0, open: 0 };
    fc.assert(
      fc.property(scoped(scopes, 2), ([scope, document]) => {
        const loaded = load(document);
        const cases = Object.keys(loaded.document.decisions).flatMap((decision) =>
          pointsOf(scope).map((facts, i): Case => {
            const expected = { outcome: "undetermined" };
            return { id: `${decision}-${i}`, decision, facts, expect: expected };
          }),
        );
        const keys = (of: readonly { readonly key: string }[]) => of.map((t) => t.key);
        const proven = new Set(keys(coverageOf(loaded, []).unreachable));
        const { reached, missed, unreachable } = coverageOf(loaded, cases);
        expect(keys(reached).filter((key) => proven.has(key))).toEqual([]);
        counts.reached += reached.length;
        counts.unreachable += unreachable.length;
        counts.open += missed.filter((t) => t.kind !== "unknown").length;
      }),
      { numRuns: 200 },
    );
    console.log(counts);
    expect(counts.reached).toBeGreaterThan(500);
    expect(counts.unreachable).toBeGreaterThan(100);
    expect(counts.open).toBeLessThan(counts.unreachable / 20);
  });

  it("is none of what a population is asked for", () => {
    const where = {
      any: [
        { fact: "b", operator: "equal", value: true },
        { fact: "n", operator: "greaterThan", value: 1 },
      ],
    };
    const counted = { aggregate: "count", over: "account", by: [], unknown: "left-out", where };
    const ruleset = load(
      tiny({
        facts: { n: facts.n, b: facts.b },
        decisions: {
          many: decision("many", "formula", {
            outputs: {
              it: {
                ...named("it"),
                value: {
                  choose: [{ when: { fact: "b", operator: "equal", value: true }, then: counted }],
                  otherwise: 0,
                },
              },
            },
          }),
        },
      }),
    );
    const { unreachable, missed } = coverageOf(ruleset, []);
    expect(unreachable.map((t) => t.key)).toEqual([]);
    const asked = missed.filter((t) => t.key.includes("/where"));
    expect(asked.filter((t) => t.kind === "condition").length).toBe(4);
    expect(asked.filter((t) => t.kind === "independence").length).toBe(2);
  });
});
