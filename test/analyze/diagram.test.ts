import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { meaningOf } from "../../src/analyze/diagram/meaning.ts";
import { axesOf, leavesOf } from "../../src/analyze/diagram/region.ts";
import type { Ref } from "../../src/analyze/diagram/space.ts";
import { type Symbols, symbolsOf } from "../../src/analyze/diagram/symbols.ts";
import { study } from "../../src/analyze/study.ts";
import { readFacts } from "../../src/execute/facts.ts";
import { run } from "../../src/execute/reference.ts";
import type { PlannedDecision } from "../../src/plan/plan.ts";
import { compared, fact, is, type Json, named, only } from "../kinds/tiny.ts";
import { condition, documents, factNames, facts, load, point } from "./arbitraries.ts";
import { told, valuesAt } from "./points.ts";

describe("a diagram", () => {
  it("says of every value, at every account, what the reference executor says", () => {
    const seen = { one: 0, several: 0 };
    const points = fc.array(point, { minLength: 12, maxLength: 12 });
    fc.assert(
      fc.property(documents(factNames), points, (document, accounts) => {
        const taken = study(load(document));
        const s = symbolsOf([taken.plan]);
        const m = meaningOf(taken.plan, s);
        for (const account of accounts) {
          const { known, faults } = readFacts(taken.document.facts, account);
          expect(faults).toEqual([]);
          const trace = run(taken.plan, known, { aggregates: {}, cuts: {} });
          const ofDiagram = new Map<Ref, string>();
          for (const [id, node] of taken.plan.nodes.entries()) {
            const found = valuesAt(s, m(id), known).map(told);
            const isOne = found.length === 1 && found[0] !== "anything";
            seen[isOne ? "one" : "several"] += 1;
            const value = told(trace.value(id));
            // What is one diagram is one value: so of values that are not taken apart too.
            expect(value).toBe(ofDiagram.get(m(id)) ?? value);
            ofDiagram.set(m(id), value);
            if (found.includes("anything")) continue;
            const place = `${node.op} at ${node.origin.path}`;
            expect({ place, account, found: found.includes(value) ? value : found }).toEqual({
              place,
              account,
              found: value,
            });
          }
        }
      }),
      { numRuns: 150 },
    );
    // What rests on values that are not taken apart can't be told from the diagram alone.
    expect(seen.several).toBeLessThan(seen.one / 10);
  });
});

/** The functions of several values of a decision, in one space. */
function functionsOf(values: readonly unknown[], declared: Json = facts) {
  const outputs = values.map((value, i) => [`value${i}`, { ...named("value"), value }] as const);
  const document = only("formula", { outputs: Object.fromEntries(outputs) }, declared);
  const { plan } = study(load(document));
  const s = symbolsOf([plan]);
  const m = meaningOf(plan, s);
  const { parts } = plan.decisions.it as PlannedDecision;
  return { s, refs: parts.map((part) => m(part.node)) };
}

const holds = (of: readonly unknown[]) => functionsOf(of.map((when) => ({ when })));
const expressed = (expression: unknown, operator: string, value: unknown) => ({
  expression,
  operator,
  value,
});
const each = (ref: Ref, count: number) => Array.from({ length: count }, () => ref);
const same = (refs: readonly Ref[]) => expect(refs).toEqual(each(refs[0] as Ref, refs.length));
const different = (refs: readonly Ref[]) => expect(new Set(refs).size).toBe(refs.length);

/** The cuts of every axis, under its key. */
const cutsOf = (s: Symbols, ref: Ref) =>
  Object.fromEntries([...axesOf(s, ref)].map(([{ key }, cuts]) => [key, cuts.map(Number)]));

describe("one function written in several ways is one diagram", () => {
  it("whole numbers: at least 3 is more than 2, and not less than 3", () => {
    const { s, refs } = holds([
      compared("n", "greaterThanInclusive", 3),
      compared("n", "greaterThan", 2),
      compared("n", "greaterThan", 2.5),
      compared("n", "greaterThanInclusive", 2.02),
      { not: compared("n", "lessThan", 3) },
      { not: compared("n", "lessThanInclusive", 2) },
      { any: [is("n", 3), is("n", 4)] },
      { all: [compared("n", "notEqual", -2), compared("n", "greaterThan", 2)] },
    ]);
    same(refs);
    expect(cutsOf(s, refs[0] as Ref)).toEqual({ "fact n": [3] });
  });

  it("decimals: an edge between two points of the grid, and on one", () => {
    const { s, refs } = holds([
      compared("d", "greaterThanInclusive", 0.25),
      compared("d", "greaterThan", 0.2),
      compared("d", "greaterThan", 0.29),
      compared("d", "greaterThanInclusive", 0.3),
    ]);
    same(refs);
    expect(cutsOf(s, refs[0] as Ref)).toEqual({ "fact d": [3] });
    const [never, unmet, always] = holds([
      is("d", 0.25),
      compared("d", "greaterThan", 0.4),
      compared("d", "lessThanInclusive", 0.4),
    ]).refs;
    same([never as Ref, unmet as Ref]);
    different([never as Ref, always as Ref]);
  });

  it("a term that falls: 1 − n > −1 is n < 2", () => {
    const { s, refs } = holds([
      expressed({ difference: [1, fact("n")] }, "greaterThan", -1),
      expressed({ product: [fact("n"), -3] }, "greaterThan", -6),
      expressed({ sum: [{ product: [-1, fact("n")] }, 7] }, "greaterThanInclusive", 6),
      compared("n", "lessThan", 2),
    ]);
    same([refs[0], refs[1], refs[3]] as Ref[]);
    expect(cutsOf(s, refs[0] as Ref)).toEqual({ "fact n": [2] });
    expect(cutsOf(s, refs[2] as Ref)).toEqual({ "fact n": [2] });
  });

  it("two facts: n + m ≥ 5 is one cut of their sum, and both must be known", () => {
    const { s, refs } = holds([
      expressed({ sum: [fact("n"), fact("m")] }, "greaterThanInclusive", 5),
      expressed({ sum: [fact("m"), -5, fact("n")] }, "greaterThan", -1),
      expressed(fact("n"), "greaterThanInclusive", { difference: [5, fact("m")] }),
      { not: expressed({ difference: [5, fact("n")] }, "greaterThan", fact("m")) },
    ]);
    same(refs);
    expect(cutsOf(s, refs[0] as Ref)).toEqual({
      "fact n": [],
      "fact m": [],
      "sum fact n + fact m": [5],
    });
  });

  it("two facts: 0.75 × m ≤ n is 3 m − 4 n ≤ 0, on whole steps", () => {
    const { s, refs } = holds([
      compared("n", "greaterThanInclusive", { product: [0.75, fact("m")] }),
      expressed(
        { difference: [{ product: [3, fact("m")] }, { product: [4, fact("n")] }] },
        "lessThanInclusive",
        0,
      ),
    ]);
    same(refs);
    expect(cutsOf(s, refs[0] as Ref)).toMatchObject({ "sum 4 fact n + -3 fact m": [0] });
  });

  it("facts of unlike scales: d + p > 0.1 counts hundredths", () => {
    const { s, refs } = holds([
      expressed({ sum: [fact("d"), fact("p")] }, "greaterThan", 0.1),
      compared("p", "greaterThan", { difference: [0.1, fact("d")] }),
    ]);
    same(refs);
    expect(cutsOf(s, refs[0] as Ref)).toMatchObject({ "sum 10 fact d + fact p": [11] });
  });

  it("what cancels out is constant, but only where it is known", () => {
    const { s, refs } = holds([
      expressed({ difference: [fact("n"), fact("n")] }, "equal", 0),
      expressed({ sum: [fact("n"), fact("m")] }, "equal", { sum: [fact("m"), fact("n")] }),
      expressed({ difference: [{ sum: [fact("n"), fact("m")] }, fact("n")] }, "greaterThan", 3),
    ]);
    expect(cutsOf(s, refs[0] as Ref)).toEqual({ "fact n": [] });
    expect(cutsOf(s, refs[1] as Ref)).toEqual({ "fact n": [], "fact m": [] });
    expect(cutsOf(s, refs[2] as Ref)).toEqual({ "fact n": [], "fact m": [4] });
  });

  it("days: a month after the 31st of January is the 29th of February in 2024", () => {
    const moved = { move: fact("t"), by: 1, unit: "months" };
    const { s, refs } = holds([
      { all: [earlier("9999-01-01"), expressed(moved, "greaterThanInclusive", "2024-02-29")] },
      { all: [earlier("9999-01-01"), compared("t", "greaterThan", "2024-01-28")] },
      { all: [earlier("9999-01-01"), expressed(moved, "greaterThan", "2024-02-29")] },
      { all: [earlier("9999-01-01"), compared("t", "greaterThanInclusive", "2024-02-01")] },
    ]);
    const [a, b, c, d] = refs as [Ref, Ref, Ref, Ref];
    same([a, b]);
    same([c, d]);
    different([a, c]);
    const leaves = leavesOf(s, refs[0] as Ref).map((leaf) => leaf.key);
    expect([...leaves].sort()).toEqual(["false", "null", "true"]);
  });

  it("days: beyond the calendar there is none", () => {
    const moved = { move: fact("t"), by: 1, unit: "days" };
    const { s, refs } = holds([expressed(moved, "greaterThan", "2024-02-29")]);
    const at = (t: string) => valuesAt(s, refs[0] as Ref, { t }).map(told);
    expect(at("9999-12-30")).toEqual(["true"]);
    expect(at("9999-12-31")).toEqual(["null"]);
    expect(at("0000-01-01")).toEqual(["false"]);
  });

  it("labels: among two is not the third", () => {
    same(
      holds([
        compared("l", "in", ["x", "z"]),
        compared("l", "notEqual", "y"),
        { any: [is("l", "x"), is("l", "z")] },
        { not: compared("l", "in", ["y"]) },
      ]).refs,
    );
  });

  it("lists: neither of two is not the one and not the other, whichever is asked first", () => {
    const { s, refs } = holds([
      compared("s", "doesNotContain", ["u", "v"]),
      { all: [compared("s", "doesNotContain", "v"), compared("s", "doesNotContain", "u")] },
      { not: { any: [compared("s", "contains", ["v"]), compared("s", "contains", "u")] } },
    ]);
    same(refs);
    expect(Object.keys(cutsOf(s, refs[0] as Ref))).toEqual(["fact s", "entry s u", "entry s v"]);
  });

  it("lists: their size counts their entries", () => {
    const empty = { all: ["u", "v", "w"].map((e) => compared("s", "doesNotContain", e)) };
    same(holds([expressed({ size: fact("s") }, "equal", 0), empty]).refs);
  });

  it("a choice, bands by `choose`, and a count", () => {
    const step = (from: number) => compared("n", "greaterThanInclusive", from);
    const { refs } = functionsOf([
      {
        choose: [
          { when: step(3), then: 2 },
          { when: step(1), then: 1 },
        ],
        otherwise: 0,
      },
      { count: [step(1), step(3)] },
      { sum: [{ choose: [{ when: step(3), then: 1 }], otherwise: 0 }, { count: [step(1)] }] },
      {
        minimum: [
          {
            maximum: [
              0,
              {
                round: { quotient: [fact("n"), 2], scale: 1, rounding: "floor" },
                scale: 0,
                rounding: "ceil",
              },
            ],
          },
          2,
        ],
      },
    ]);
    same(refs);
  });

  it("unknown: `given` asks of nothing else, and excludes it", () => {
    const { refs } = holds([
      { any: [compared("n", "given", false), compared("n", "greaterThan", 1)] },
      { not: { all: [compared("n", "given", true), compared("n", "lessThanInclusive", 1)] } },
      { all: [compared("n", "given", true), compared("n", "given", false)] },
      { constant: false },
    ]);
    const [a, b, never, no] = refs as [Ref, Ref, Ref, Ref];
    same([a, b]);
    same([never, no]);
  });

  it("unknown: is never the same as false", () => {
    const { refs } = holds([is("b"), { all: [is("b"), compared("b", "given", true)] }]);
    different(refs);
  });

  it("conditions of any shape, by the laws of three truth values", () => {
    const some = condition({ facts: factNames, before: [] }, 2);
    fc.assert(
      fc.property(some, some, some, (a, b, c) => {
        const no = (not: unknown) => ({ not });
        const [all, all2, any, any2, twice, plain, left, right] = holds([
          { all: [a, b, c] },
          no({ any: [no(c), { any: [no(b), no(a)] }] }),
          { any: [a, { all: [b, c] }] },
          { all: [{ any: [b, a] }, { any: [a, c] }] },
          no(no(a)),
          { any: [a, { all: [a, b] }] },
          { all: [{ all: [a, b] }, c] },
          { all: [a, { all: [c, b] }] },
        ]).refs as Ref[];
        expect([all, any, twice, left]).toEqual([all2, any2, plain, right]);
      }),
      { numRuns: 150 },
    );
  });
});

const earlier = (day: string) => compared("t", "lessThan", day);

describe("a space that may only spend so much", () => {
  it("gives up, and says so", () => {
    const { plan } = study(
      load(
        only(
          "formula",
          {
            outputs: {
              value: {
                ...named("value"),
                value: { when: compared("n", "greaterThan", { product: [fact("m"), 2] }) },
              },
            },
          },
          facts,
        ),
      ),
    );
    const s = symbolsOf([plan], 3);
    const m = meaningOf(plan, s);
    const { outcome } = plan.decisions.it as PlannedDecision;
    expect(() => m((outcome as { node: number }).node)).toThrow("over 3 steps");
  });
});
