import { describe, expect, it } from "vitest";
import { type Builder, builder } from "../../src/plan/build.ts";
import { Decimal } from "../../src/plan/decimal.ts";
import { childrenOf, type Node, type Origin } from "../../src/plan/node.ts";
import * as types from "../../src/plan/type.ts";
import { text } from "../kinds/tiny.ts";

/* What a builder derives of each node: its type, what it reads, and whether it needs a population. */

const at: Origin = { id: "it", path: "/decisions/it", label: text("it") };
const rounded = { scale: 4, rounding: "floor" } as const;

/** A builder with facts of every type; what it is asked for is the node that is looked at. */
function built(make: (plan: Builder, facts: ReturnType<typeof named>) => number) {
  const plan = builder();
  const id = make(plan, named(plan));
  return { ...(plan.nodes[id] as Node), faults: plan.faults };
}

function named(plan: Builder) {
  const fact = (name: string, type: types.Type) => plan.fact(name, type, at);
  const facts = {
    a: fact("a", types.number(1, -2, 3)),
    b: fact("b", types.number(2, -5, 7)),
    c: fact("c", types.number(0, 0, 10)),
    d: fact("d", types.number(1, 0, 5)),
    e: fact("e", types.number(0, 2, 3)),
    f: fact("f", types.number(0, -3, -2)),
    yes: fact("yes", types.boolean),
    day: fact("day", types.date),
    list: fact("list", { kind: "list", values: ["x", "y"] }),
  };
  const over = (
    operation: "sum" | "mean" | "minimum" | "count" | "quantile",
    of: number,
    more: { at?: Decimal; scale?: number; where?: number } = {},
  ) =>
    plan.aggregate(
      {
        ...{ operation, of, where: facts.yes, by: [], over: "account", unknown: "left-out" },
        ...{ at: null, scale: 0, rounding: "floor" as const, ...more },
      },
      at,
    );
  return { ...facts, over };
}

describe("the type of a computed number", () => {
  it.each([
    ["sum", "a", "b", types.number(2, -7, 10)],
    ["difference", "a", "b", types.number(2, -9, 8)],
    ["difference", "b", "a", types.number(2, -8, 9)],
    ["product", "a", "b", types.number(3, -15, 21)],
    ["product", "a", "c", types.number(1, -20, 30)],
    ["minimum", "a", "b", types.number(2, -5, 3)],
    ["maximum", "a", "b", types.number(2, -2, 7)],
    ["minimum", "e", "c", types.number(0, 0, 3)],
    ["maximum", "e", "c", types.number(0, 2, 10)],
  ] as const)("%s of %s and %s spans all it can be", (operation, left, right, type) => {
    const node = built((plan, f) => plan.arithmetic(operation, [f[left], f[right]], at));
    expect(node.type).toEqual(type);
  });

  // The smallest divisor but zero is one step of its scale.
  it.each([
    ["a", "b", types.number(4, -300, 300)],
    ["c", "d", types.number(4, 0, 100)],
    ["c", "b", types.number(4, -1000, 1000)],
    ["a", "d", types.number(4, -30, 30)],
    ["a", "c", types.number(4, -3, 3)],
  ] as const)("a quotient of %s by %s spans all it can be", (dividend, divisor, type) => {
    const node = built((plan, f) =>
      plan.quotient({ dividend: f[dividend], divisor: f[divisor], ...rounded }, at),
    );
    expect(node.type).toEqual(type);
  });

  it.each([
    ["a", 0, types.number(0, -2, 3)],
    ["e", 2, types.number(2, 2, 3)],
  ] as const)("rounding %s to %i decimals", (of, scale, type) => {
    const node = built((plan, f) => plan.round({ of: f[of], scale, rounding: "ceil" }, at));
    expect(node.type).toEqual(type);
  });

  it("rounding may go past the range, to either side", () => {
    const node = built((plan) => {
      const of = plan.fact("half", types.number(1, -1.5, 2.5), at);
      return plan.round({ of, scale: 0, rounding: "half-up" }, at);
    });
    expect(node.type).toEqual(types.number(0, -2, 3));
  });

  it("counts go from none to all", () => {
    expect(built((plan, f) => plan.count([f.yes, f.yes, f.yes], at)).type).toEqual(
      types.number(0, 0, 3),
    );
    expect(built((plan, f) => plan.size(f.list, at)).type).toEqual(types.number(0, 0, 2));
  });

  it.each([
    ["count", "yes", {}, types.number(0, 0, 1e7)],
    ["sum", "a", {}, types.number(1, -2e7, 3e7)],
    // The sum of none is 0.
    ["sum", "e", {}, types.number(0, 0, 3e7)],
    ["sum", "f", {}, types.number(0, -3e7, 0)],
    ["mean", "a", { scale: 3 }, types.number(3, -2, 3)],
    ["minimum", "a", {}, types.number(1, -2, 3)],
    ["quantile", "a", { at: new Decimal(0.25) }, types.number(3, -2, 3)],
    ["sum", "yes", {}, types.any],
  ] as const)("%s over a population of %s %j", (operation, of, more, type) => {
    expect(built((_, f) => f.over(operation, f[of], more)).type).toEqual(type);
  });
});

describe("the type of alternatives", () => {
  const label = (...values: string[]): types.Type => ({ kind: "label", values });
  const list = (...values: string[]): types.Type => ({ kind: "list", values });
  it.each([
    [[], types.any],
    [[types.any, types.date], types.date],
    [[label("x", "y"), label("y", "z")], label("x", "y", "z")],
    [[list("x"), list("y", "x")], list("x", "y")],
    [[label("x"), list("x")], undefined],
    [[types.date, types.text], undefined],
    [[types.number(0, 0, 1), types.date, types.number(0, 0, 1)], undefined],
    [[types.number(0, 5, 9), types.number(2, -1, 3)], types.number(2, -1, 9)],
  ])("%j together", (of, joined) => {
    expect(types.join(of)).toEqual(joined);
  });

  it.each([
    [types.number(0, 0, 9), 1],
    [types.number(0, -10, 9), 2],
    [types.number(2, 0, 0.5), 3],
    [types.number(0, 0, 0), 1],
    [types.number(1, 0, 999), 4],
  ])("the longest of %j has %i digits", (type, digits) => {
    expect(types.digits(type)).toBe(digits);
  });
});

describe("what a node reads", () => {
  const origin = at;
  it.each<[string, Parameters<typeof built>[0], readonly number[]]>([
    ["fact", (_, f) => f.b, []],
    ["constant", (p) => p.constant(1, at), []],
    ["compare", (p, f) => p.compare("<", f.a, f.b, at), [0, 1]],
    ["member", (p, f) => p.member(f.list, ["x"], at), [8]],
    ["given", (p, f) => p.given(f.day, at), [7]],
    ["all", (p, f) => p.all([f.yes, f.yes], at), [6, 6]],
    ["any", (p, f) => p.any([f.yes], at), [6]],
    ["not", (p, f) => p.not(f.yes, at), [6]],
    ["count", (p, f) => p.count([f.yes], at), [6]],
    ["sum", (p, f) => p.arithmetic("sum", [f.b, f.a], at), [1, 0]],
    ["quotient", (p, f) => p.quotient({ dividend: f.c, divisor: f.d, ...rounded }, at), [2, 3]],
    ["round", (p, f) => p.round({ of: f.a, ...rounded }, at), [0]],
    ["size", (p, f) => p.size(f.list, at), [8]],
    ["move", (p, f) => p.move({ date: f.day, by: f.c, unit: "days" }, at), [7, 2]],
    [
      "ladder",
      (p, f) => p.ladder({ input: f.d, closed: "lower", steps: [] }, types.number(0, 0, 1), at),
      [3],
    ],
    [
      "choose",
      (p, f) => p.choose({ cases: [{ when: f.yes, value: f.a, origin }], otherwise: f.b }, at),
      [6, 0, 1],
    ],
    ["collect", (p, f) => p.collect({ cases: [{ when: f.yes, value: "x", origin }] }, at), [6]],
    ["aggregate", (_, f) => f.over("sum", f.a), [0, 6]],
  ])("of %s", (_, make, reads) => {
    expect(childrenOf(built(make))).toEqual(reads);
  });

  it("needs a population where what it reads does", () => {
    expect(built((_, f) => f.a).grain).toBe("record");
    expect(built((p, f) => p.round({ of: f.a, ...rounded }, at)).grain).toBe("record");
    expect(built((p, f) => p.round({ of: f.over("sum", f.a), ...rounded }, at)).grain).toBe(
      "population",
    );
  });
});

describe("a plan is refused", () => {
  it("where more than 800 values rest on one another, and told so once", () => {
    const plan = builder();
    let last = plan.constant(1, at);
    for (let depth = 2; depth <= 800; depth += 1) last = plan.arithmetic("sum", [last], at);
    expect(plan.faults).toEqual([]);
    for (let depth = 801; depth <= 803; depth += 1) last = plan.arithmetic("sum", [last], at);
    const what = { zh: "个值层层依赖", en: "values resting on one another" };
    expect(plan.faults).toEqual([
      { code: "too-large", path: at.path, words: { size: "801", what, limit: "800" } },
    ]);
  });

  it("where a value inside could have more than 60 digits", () => {
    const wide = (most: number) =>
      built((plan) => plan.fact("wide", types.number(0, 0, most), at)).faults;
    expect(wide(9e59)).toEqual([]);
    expect(wide(1e60)).toEqual([
      { code: "inexact", path: at.path, words: { digits: "61", limit: "60" } },
    ]);
    const many = { zh: "超过 300", en: "more than 300" };
    expect(wide(Number.POSITIVE_INFINITY)).toEqual([
      { code: "inexact", path: at.path, words: { digits: many, limit: "60" } },
    ]);
  });

  it("but not for a fact that is used again", () => {
    const plan = builder();
    const once = plan.fact("n", types.number(0, 0, 1), at);
    expect(plan.fact("n", types.number(0, 0, 1), at)).toBe(once);
    expect(plan.nodes).toHaveLength(1);
    expect(plan.faults).toEqual([]);
  });
});
