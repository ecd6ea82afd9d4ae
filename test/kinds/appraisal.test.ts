import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { compile, fit, loadRuleset } from "../../src/index.ts";
import { fact, type Json, label, named, number, only, outcomeOf, programOf, run } from "./tiny.ts";

const rate = number("rate", { scale: 4, min: 0, max: 1 });
const item = (points: number, scoring: Json) => ({ ...named("item"), points, scoring });
const facts = { rate, city: label("city", "x", "y"), n: number("n", { scale: 1 }) };
const appraisal = (items: Json, floor = "none") =>
  programOf(only("appraisal", { items, floor }, facts));
const alone = (points: number, scoring: Json, floor?: string) =>
  appraisal({ one: item(points, scoring) }, floor);
const at = (program: ReturnType<typeof alone>, rate: number) => outcomeOf(program, { rate });

describe("proportional", () => {
  it("is the rate times the points", () => {
    const program = alone(12, { method: "proportional", rate: fact("rate") });
    expect([0, 0.25, 0.0001, 1].map((r) => at(program, r))).toEqual([0, 3, 0.0012, 12]);
    expect(run(program, {})).toMatchObject({ status: "undetermined", missing: ["rate"] });
  });
});

describe("gated-proportional", () => {
  const gated = (atGate: string, proportion: string, rounding = "half-up") =>
    alone(10, {
      method: "gated-proportional",
      rate: fact("rate"),
      gate: 0.9,
      atGate,
      proportion,
      scale: 2,
      rounding,
    });
  const rates = [0.8999, 0.9, 0.9001, 0.95, 1];
  it.each([
    ["scores", "rate-times-points", [0, 9, 9.001, 9.5, 10]],
    ["zero", "rate-times-points", [0, 0, 9.001, 9.5, 10]],
    ["scores", "rescaled", [0, 0, 0.01, 5, 10]],
    ["zero", "rescaled", [0, 0, 0.01, 5, 10]],
  ])("at the gate %s, %s: just below, at and above", (atGate, proportion, expected) => {
    expect(rates.map((r) => at(gated(atGate, proportion), r))).toEqual(expected);
  });

  it("is rescaled from nothing at the gate to all at 1, rounded once", () => {
    const program = gated("scores", "rescaled", "floor");
    fc.assert(
      fc.property(fc.integer({ min: 9000, max: 10_000 }), (r) => {
        // 10 points × (r − 9000) ÷ 1000, in hundredths.
        expect(at(program, r / 10_000)).toBe((r - 9000) / 100);
      }),
    );
  });

  it("is undetermined without the rate", () => {
    expect(run(gated("scores", "rescaled"), {}).missing).toEqual(["rate"]);
  });
});

describe("deduction", () => {
  const deduction = (floor?: string) =>
    alone(8, { method: "deduction", rate: fact("rate"), free: 0.9 }, floor);
  it("takes off what is lacking, and nothing from `free` on", () => {
    const rates = [0, 0.5, 0.75, 0.8999, 0.9, 0.9001, 1];
    expect(rates.map((r) => at(deduction(), r))).toEqual([-8, -4, -2, -0.8008, 0, 0, 0]);
  });
  it("goes no lower than a floor of zero", () => {
    expect([0, 0.5, 1].map((r) => at(deduction("zero"), r))).toEqual([0, 0, 0]);
  });
  it("is not among the points a total is out of", () => {
    expect(run(deduction(), { rate: 1 }).parts).toEqual({ one: 0, outOf: 0 });
  });
});

describe("relative-linear", () => {
  const relative = (more: Json = {}) =>
    alone(10, {
      method: "relative-linear",
      measure: fact("n"),
      over: "account",
      by: ["city"],
      unknown: "left-out",
      lowest: 4,
      allEqual: "max",
      scale: 2,
      rounding: "half-up",
      ...more,
    });
  const of = (city: string, ...values: readonly number[]) => values.map((n) => ({ city, n }));

  it("gives the lowest points to the lowest unit, all to the highest, and is linear between", () => {
    const program = relative();
    const accounts = [...of("x", 10, 20, 30, 12.5), ...of("y", 5, 8)];
    const fitted = fit(program, accounts);
    // 4 + 6 × (n − 10) ÷ 20 in x; 4 and 10 in y.
    expect(accounts.map((a) => outcomeOf(program, a, "it", fitted))).toEqual([
      4, 7, 10, 4.75, 4, 10,
    ]);
  });

  it("never goes outside the two, also for a unit that was not fitted", () => {
    const program = relative();
    const fitted = fit(program, of("x", 10, 20));
    const grades = [0, 9.9, 10, 15, 20, 20.1, 1000].map((n) =>
      outcomeOf(program, { city: "x", n }, "it", fitted),
    );
    expect(grades).toEqual([4, 4, 4, 7, 10, 10, 10]);
  });

  it.each([
    ["max", 10],
    ["min", 4],
    ["mid", 7],
  ])("where all are equal gives %s", (allEqual, expected) => {
    const program = relative({ allEqual });
    const accounts = of("x", 8, 8, 8);
    const fitted = fit(program, accounts);
    expect(accounts.map((a) => outcomeOf(program, a, "it", fitted))).toEqual([
      expected,
      expected,
      expected,
    ]);
  });

  it("rounds once, as it says", () => {
    // 4 + 6 × 1 ÷ 7 = 4.857142…
    const grade = (rounding: string) => {
      const program = relative({ rounding });
      return outcomeOf(program, { city: "x", n: 1 }, "it", fit(program, of("x", 0, 1, 7)));
    };
    expect(["half-up", "floor", "ceil", "half-even"].map(grade)).toEqual([4.86, 4.85, 4.86, 4.86]);
  });
});

describe("an appraisal", () => {
  const none = item(5, { method: "none" });
  const half = item(6, { method: "proportional", rate: fact("rate") });
  const off = item(4, { method: "deduction", rate: fact("rate"), free: 0.9 });

  it("adds up its items, out of the points that are scored", () => {
    const program = appraisal({ none, half, off });
    const result = run(program, { rate: 0.5 });
    expect(result.outcome).toBe(3 - 2);
    expect(result.parts).toEqual({ half: 3, off: -2, outOf: 6 });
    expect(result.reasons.map((r) => [r.id, r.outcome])).toEqual([
      ["it.half", 3],
      ["it.off", -2],
    ]);
  });

  it("has a floor only where it says so", () => {
    expect(at(appraisal({ half, off }, "none"), 0)).toBe(-4);
    expect(at(appraisal({ half, off }, "zero"), 0)).toBe(0);
  });

  it("of which nothing is scored is refused, or comes to zero", () => {
    const loaded = loadRuleset(only("appraisal", { items: { none }, floor: "none" }, facts));
    if (!loaded.ok) return;
    expect(outcomeOf(compile(loaded.ruleset), {})).toBe(0);
  });

  it("is refused with an item called outOf, which is a part already", () => {
    const loaded = loadRuleset(only("appraisal", { items: { outOf: half }, floor: "none" }, facts));
    expect(loaded.diagnostics.map((d) => d.code)).toEqual(["duplicate-part"]);
  });
});
