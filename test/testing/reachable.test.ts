import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Case, coverageOf } from "../../src/testing/index.ts";
import { type FactName, facts, load, pointsOf, scoped } from "../analyze/arbitraries.ts";
import { decision, fact, named, number, tiny } from "../kinds/tiny.ts";

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

/*
 * n goes to 100 and m to 10: n × m reaches 1000, and a tenth of it 100. The least of n and 5, times m,
 * reaches 50: it shares the number n × m where n is below 5, and says nothing of it elsewhere.
 */
describe("a product that is part of a larger whole reaches all it can come to by itself", () => {
  const [n, m] = [fact("n"), fact("m")];
  const over = (product: readonly unknown[], value: number) => ({
    expression: { product },
    operator: "greaterThan",
    value,
  });
  const unreachableIn = (...all: readonly unknown[]) => {
    const declared = { n: number("n", { max: 100 }), m: number("m", { max: 10 }) };
    const rule = decision("it", "rule", { when: { all } });
    const ruleset = load(tiny({ facts: declared, decisions: { it: rule } }));
    return coverageOf(ruleset, []).unreachable.map((t) => t.key.replace(/^(\w+) .* /, "$1 "));
  };

  it("of three numbers, the first two go beyond the product of all", () => {
    expect(unreachableIn(over([n, m, 0.1], 99))).toEqual([]);
    expect(unreachableIn(over([n, m, 0.1], 100))).toEqual(["condition true"]);
  });

  it("held down in one place, it is not held down in another", () => {
    const held = over([{ minimum: [n, 5] }, m], 0);
    expect(unreachableIn(held, over([n, m], 999))).toEqual([]);
  });
});

/* As doubles 0.7 × 0.1 is 0.06999999999999999: the part would seem to come to 0.06 at most. */
it("takes of a part all that it can come to, to its last decimal", () => {
  const ruleset = load(
    tiny({
      facts: { d: number("d", { scale: 1, max: 0.7 }), b: facts.b },
      decisions: {
        tenth: decision("tenth", "formula", {
          outputs: { value: { ...named("value"), value: { product: [fact("d"), 0.1] } } },
        }),
        it: decision("it", "rule", {
          when: {
            all: [
              { decision: "tenth", operator: "greaterThanInclusive", value: 0.07 },
              { fact: "b", operator: "equal", value: true },
            ],
          },
        }),
      },
    }),
  );
  expect(coverageOf(ruleset, []).unreachable).toEqual([]);
});
