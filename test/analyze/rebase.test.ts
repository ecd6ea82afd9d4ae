import { describe, expect, it } from "vitest";
import { rebase } from "../../src/analyze/rebase.ts";
import { type Json, text } from "../kinds/tiny.ts";
import { base, baseWith, edge, variant } from "../load/variant/small.ts";
import { conflictsIn, moved, only, placesIn, rulesetOf, sectionsOf } from "./rebase/moved.ts";

/*
 * A variant of 1.0.0 moved to 1.1.0: what each side changed alone stands, what both changed is a
 * conflict, and no line of the author's is taken out.
 */

const each = (n: number) => ({ zh: `${n}each`, en: `${n} each` });
const next = { version: "1.1.0" };
const extended = { extends: { id: "base", version: "^1.1.0" } };
const parameters = (middle: unknown, high: unknown = edge(200)) => ({ middle, high });
const set = (values: Json) => variant("v", { parameters: values });

describe("what only one side changed", () => {
  it("is carried over, where it is the variant's", () => {
    const found = moved(
      set({ high: 300 }),
      base(),
      base({ ...next, parameters: parameters(edge(90)) }),
    );
    expect(conflictsIn(found)).toEqual([]);
    expect(placesIn(found.carried)).toEqual(["/parameters/high/default"]);
    expect(found.carried[0]?.written).toBe("/parameters/high");
    expect(found.carried[0]?.told).toEqual({ before: each(200), after: each(300) });
    expect(sectionsOf(found)).toEqual({ ...extended, parameters: { high: 300 } });
  });

  it("is inherited, where it is the base's", () => {
    const found = moved(
      set({ high: 300 }),
      base(),
      base({ ...next, parameters: parameters(edge(90)) }),
    );
    expect(placesIn(found.inherited)).toEqual(["/parameters/middle/default"]);
    expect(found.inherited[0]?.told).toEqual({ before: each(100), after: each(90) });
    expect(found.agreed).toEqual([]);
    expect(found.diagnostics).toEqual([]);
  });

  it("changes nothing in the document but the range, where the base is as it was", () => {
    const found = moved(set({ high: 300 }), base(), base(next));
    expect(sectionsOf(found)).toEqual({ ...extended, parameters: { high: 300 } });
    expect([found.conflicts, found.inherited, found.agreed]).toEqual([[], [], []]);
  });
});

describe("what both sides changed alike", () => {
  const found = moved(set({ high: 300 }), base(), baseWith("high", { default: 300 }, next));

  it("is told as such, and the line stays", () => {
    expect(conflictsIn(found)).toEqual([]);
    expect(placesIn(found.agreed)).toEqual(["/parameters/high/default"]);
    expect([found.inherited, found.carried]).toEqual([[], []]);
    expect(sectionsOf(found)).toEqual({ ...extended, parameters: { high: 300 } });
  });

  it("is asked for once the base changes it again", () => {
    const again = moved(
      JSON.parse(found.text),
      baseWith("high", { default: 300 }, next),
      baseWith("high", { default: 310 }, { version: "1.2.0" }),
    );
    expect(conflictsIn(again)).toEqual(["restated /parameters/high/default"]);
  });
});

describe("a conflict", () => {
  it("is of a value that both changed otherwise", () => {
    const found = moved(set({ high: 300 }), base(), baseWith("high", { default: 250 }, next));
    const conflict = only(found);
    expect(conflict).toMatchObject({
      reason: "both-changed",
      path: "/parameters/high/default",
      written: "/parameters/high",
      label: text("edge"),
      citation: { rule: "T-01", clause: "edge" },
      values: { before: 200, base: 250, variant: 300 },
      told: { before: each(200), base: each(250), variant: each(300) },
      writtenOut: false,
    });
    expect(placesIn(conflict.base)).toEqual(["/parameters/high/default"]);
    expect(placesIn(conflict.variant)).toEqual(["/parameters/high/default"]);
    expect([found.inherited, found.carried]).toEqual([[], []]);
    expect(sectionsOf(found)).toEqual({ ...extended, parameters: { high: 300 } });
  });

  it("is of a value that the variant states as the base had it", () => {
    const found = moved(set({ high: 200 }), base(), baseWith("high", { default: 250 }, next));
    expect(conflictsIn(found)).toEqual(["restated /parameters/high/default"]);
    expect(only(found).values).toEqual({ before: 200, base: 250, variant: 200 });
  });
});

describe("what can't be moved", () => {
  const to = rulesetOf(base(next));

  it("is a variant that does not load on the base it is said to be written on", () => {
    const found = rebase(set({ high: 2000 }), { from: rulesetOf(base()), to });
    expect(found.ok).toBe(false);
    expect(found.diagnostics.map((d) => d.code)).toEqual(["bound-broken"]);
  });

  it("is a document that extends nothing", () => {
    const found = rebase(base(), { from: rulesetOf(base()), to });
    expect([found.ok, found.diagnostics.map((d) => d.code)]).toEqual([false, ["missing-key"]]);
  });

  it("is a variant of another ruleset", () => {
    const other = rulesetOf(base({ id: "other", ...next }));
    const found = rebase(set({ high: 300 }), { from: rulesetOf(base()), to: other });
    expect([found.ok, found.diagnostics.map((d) => d.code)]).toEqual([false, ["unknown-base"]]);
  });
});
