import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { loadRuleset } from "../../src/index.ts";
import { fact, type Json, named, numbers, only, outcomeOf, programOf, run, text } from "./tiny.ts";

const facts = numbers("of have n");
const item = (need: Json, more: Json = {}) => ({
  ...named("item"),
  unit: text("each"),
  need,
  ...more,
});
const per = (rounding: string, n: unknown = 10) => ({
  method: "per",
  of: fact("of"),
  per: n,
  rounding,
});
const quota = (items: Json) => programOf(only("quota", { items }, facts));

describe("what is needed", () => {
  it.each([
    ["ceil", [0, 1, 1, 2, 2]],
    ["floor", [0, 0, 1, 1, 2]],
    ["half-up", [0, 0, 1, 2, 2]],
    ["half-even", [0, 0, 1, 2, 2]],
  ])("per ten, %s: for 0, 1, 10, 15 and 20", (rounding, expected) => {
    const program = quota({ a: item(per(rounding)) });
    expect([0, 1, 10, 15, 20].map((of) => outcomeOf(program, { of }))).toEqual(
      expected.map((a) => ({ a })),
    );
  });

  it("per so many that are not whole is exact", () => {
    const program = quota({ a: item(per("ceil", 0.1)) });
    expect([1, 3, 7].map((of) => run(program, { of }).parts)).toEqual([
      { a: 10 },
      { a: 30 },
      { a: 70 },
    ]);
  });

  it("a share, rounded once", () => {
    const share = (rounding: string) =>
      quota({ a: item({ method: "share", of: fact("of"), share: 0.35, rounding }) });
    const program = share("half-up");
    fc.assert(
      fc.property(fc.nat(1000), (of) => {
        expect(run(program, { of }).parts).toEqual({ a: Math.floor((35 * of + 50) / 100) });
        expect(run(share("floor"), { of }).parts).toEqual({ a: Math.floor((35 * of) / 100) });
      }),
      { numRuns: 60 },
    );
  });

  it("a figure as it stands", () => {
    const program = quota({ a: item({ method: "figure", of: { sum: [fact("of"), 1] } }) });
    expect(run(program, { of: 4 }).parts).toEqual({ a: 5 });
  });
});

describe("what there is", () => {
  const least = quota({ a: item(per("ceil"), { have: fact("have") }) });
  const most = quota({ a: item(per("ceil"), { have: fact("have"), sense: "at-most" }) });
  it.each([
    [1, { a: 2, aShort: 1, aOver: 0, aCompliant: false }],
    [2, { a: 2, aShort: 0, aOver: 0, aCompliant: true }],
    [3, { a: 2, aShort: 0, aOver: 0, aCompliant: true }],
  ])("at least two: with %d", (have, parts) => {
    const result = run(least, { of: 20, have });
    expect(result.parts).toEqual(parts);
    expect(result.outcome).toBe(parts.aCompliant);
  });
  it.each([
    [1, { a: 2, aShort: 0, aOver: 0, aCompliant: true }],
    [2, { a: 2, aShort: 0, aOver: 0, aCompliant: true }],
    [3, { a: 2, aShort: 0, aOver: 1, aCompliant: false }],
  ])("at most two: with %d", (have, parts) => {
    const result = run(most, { of: 20, have });
    expect(result.parts).toEqual(parts);
    expect(result.outcome).toBe(parts.aCompliant);
  });

  it("is at least the figure unless it says otherwise", () => {
    const said = quota({ a: item(per("ceil"), { have: fact("have"), sense: "at-least" }) });
    for (const have of [1, 2, 3])
      expect(run(said, { of: 20, have })).toEqual(run(least, { of: 20, have }));
  });
});

describe("a quota", () => {
  const both = quota({
    a: item(per("ceil"), { have: fact("have") }),
    b: item({ method: "figure", of: fact("n") }),
  });

  it("is kept where every item with a `have` is", () => {
    expect(outcomeOf(both, { of: 20, have: 2 })).toBe(true);
    expect(run(both, { of: 20, have: 1, n: 5 })).toMatchObject({
      outcome: false,
      parts: { a: 2, aShort: 1, b: 5 },
    });
  });

  it("cites each item", () => {
    const { reasons } = run(both, { of: 20, have: 1, n: 5 });
    expect(reasons.map((r) => [r.id, r.outcome, r.citation?.clause])).toEqual([
      ["it.a", 2, "item"],
      ["it.b", 5, "item"],
    ]);
  });

  it("gives the figures it can where it is undetermined", () => {
    expect(run(both, { of: 20 })).toMatchObject({
      status: "undetermined",
      missing: ["have"],
      parts: { a: 2 },
    });
  });

  it("without any `have` comes to its figures", () => {
    const figures = quota({ a: item(per("ceil")), b: item({ method: "figure", of: fact("n") }) });
    expect(outcomeOf(figures, { of: 11, n: 3 })).toEqual({ a: 2, b: 3 });
    expect(run(figures, { of: 11 })).toMatchObject({
      status: "undetermined",
      missing: ["n"],
      parts: { a: 2 },
    });
  });

  it("without any `have` and with one item comes to an object all the same", () => {
    expect(outcomeOf(quota({ a: item(per("ceil")) }), { of: 11 })).toEqual({ a: 2 });
  });

  it("is refused with an item called as a part of another", () => {
    const items = { a: item(per("ceil"), { have: fact("have") }), aShort: item(per("ceil")) };
    const { diagnostics } = loadRuleset(only("quota", { items }, facts));
    expect(diagnostics.map((d) => d.code)).toEqual(["duplicate-part"]);
  });
});
