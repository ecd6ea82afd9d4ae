import { describe, expect, it } from "vitest";
import { startFit } from "../../src/execute/population.ts";
import { compile, evaluate, type Fitted, fit, TiercutError } from "../../src/index.ts";
import { ruleset as hainan } from "../../src/policies/hainan-unicom-2003.ts";
import {
  boolean,
  fact,
  formula,
  is,
  type Json,
  label,
  number,
  only,
  outcomeOf,
  programOf,
  run,
  terms,
  words,
} from "../kinds/tiny.ts";

const cut = {
  method: "rank",
  outcomes: terms("A", "B", "none"),
  partition: [],
  unknown: "left-out",
  otherwise: "none",
  by: [{ value: fact("n"), order: "descending" }],
  classes: { A: { share: 0.5 }, B: {} },
  order: ["A", "B"],
  rounding: "half-up",
  scheme: "cumulative",
  tie: "all-up",
  tieBreak: { id: "accountId" },
};
const program = programOf(only("cut", cut, { n: number("n"), accountId: words("accountId") }));
const accounts = [1, 2, 3, 4].map((n) => ({ n, accountId: `a${n}` }));
const fitted = fit(program, accounts);

/** The fitted numbers as stored, with one thing changed. */
function stored(change: (cut: Json & { classes: Record<string, Json> }) => unknown): Fitted {
  const copy = JSON.parse(JSON.stringify(fitted)) as Fitted;
  const [path = ""] = Object.keys(copy.cuts);
  const own = copy.cuts[path]?.["[]"] as never;
  const changed = change(own) ?? own;
  return { ...copy, cuts: { [path]: { "[]": changed as never } } };
}

describe("stored numbers", () => {
  it("grade as the ones that fit gave", () => {
    const again = stored(() => undefined);
    expect(again).toEqual(fitted);
    expect([2, 3].map((n) => evaluate(program, "it", { n }, again).outcome)).toEqual(["B", "A"]);
  });

  it("are the same text in whatever order the population comes", () => {
    expect(JSON.stringify(fit(program, [...accounts].reverse()))).toBe(JSON.stringify(fitted));
  });

  it.each([
    [
      "a class is gone",
      (c: { classes: Record<string, Json> }) => ({ ...c, classes: { B: c.classes.B } }),
    ],
    [
      "a class is null",
      (c: { classes: Record<string, Json> }) => ({ ...c, classes: { ...c.classes, A: null } }),
    ],
    [
      "the keys are a text",
      (c: { classes: Record<string, Json> }) => ({
        ...c,
        classes: { ...c.classes, A: { from: "3" } },
      }),
    ],
    [
      "a key is no number",
      (c: { classes: Record<string, Json> }) => ({
        ...c,
        classes: { ...c.classes, A: { from: ["NaN"] } },
      }),
    ],
    [
      "a key is lacking",
      (c: { classes: Record<string, Json> }) => ({
        ...c,
        classes: { ...c.classes, A: { from: [] } },
      }),
    ],
    [
      "one of the keys is a number",
      (c: { classes: Record<string, Json> }) => ({
        ...c,
        classes: { ...c.classes, A: { from: [3] } },
      }),
    ],
    ["there are no classes", (c: Json) => ({ ...c, classes: undefined })],
    ["a count is a text", (c: Json) => ({ ...c, leftOut: "many" })],
  ])("are refused where %s", (_, change) => {
    const edited = stored(change as never);
    expect(() => evaluate(program, "it", { n: 3 }, edited)).toThrow(TiercutError);
    expect(() => evaluate(program, "it", { n: 3 }, edited)).toThrow(/fit again/);
  });

  it.each([[undefined], [null], [{}]])("are refused where there are no cuts: %j", (cuts) => {
    const edited = { ...fitted, cuts } as unknown as Fitted;
    expect(() => evaluate(program, "it", { n: 3 }, edited)).toThrow(TiercutError);
  });
});

it.each(["a3", "3a", "3.a", "3.", ".3", "--3"])("a stored key is no number: %s", (key) => {
  const edited = stored((c) => ({ ...c, classes: { ...c.classes, A: { from: [key] } } }));
  expect(() => evaluate(program, "it", { n: 3 }, edited)).toThrow(
    new TiercutError(`the fitted cut "${key}" is not a number: fit again`),
  );
});

describe("stored numbers of an aggregate", () => {
  const over = (aggregate: string) => ({
    ...{ aggregate, over: "account", by: ["city"], unknown: "left-out", of: fact("n") },
    ...{ scale: 1, rounding: "floor" },
  });
  const facts = { n: number("n"), city: label("city", "x", "y", "z") };
  const of = (aggregate: string) => programOf(only("formula", formula(over(aggregate)), facts));
  const cities = [{ n: 4, city: "y" }, { n: 1, city: "x" }, { city: "x" }];
  const found = (aggregate: string, city: string, change: (table: Json) => Json = (t) => t) => {
    const fitted = fit(of(aggregate), cities);
    const aggregates = Object.entries(fitted.aggregates).map(([path, t]) => [path, change(t)]);
    const edited = { ...fitted, aggregates: Object.fromEntries(aggregates) };
    return outcomeOf(of(aggregate), { city }, "it", edited);
  };

  it("are 0 where nobody is counted or added up, and nothing else is known of nobody", () => {
    const all = ["count", "sum", "mean", "minimum", "maximum"].map((a) => found(a, "z"));
    expect(all).toEqual([0, 0, "undetermined", "undetermined", "undetermined"]);
  });

  it("stand in one order, whoever comes first", () => {
    for (const population of [cities, [...cities].reverse()]) {
      const [table = {}] = Object.values(fit(of("sum"), population).aggregates);
      expect(JSON.stringify(table)).toBe(
        '{"[\\"x\\"]":{"value":"1","counted":1,"leftOut":1},"[\\"y\\"]":{"value":"4","counted":1,"leftOut":0}}',
      );
    }
  });

  it("say in the reasons how many were left out", () => {
    const program = of("sum");
    const [reason] = run(program, { city: "x" }, "it", fit(program, cities)).reasons;
    expect(reason?.because.map((e) => e.leftOut)).toContain(1);
  });

  it.each([
    [{ value: 4 }],
    [{ value: "four" }],
    [{ value: "4a" }],
    [{ value: "a4" }],
    [{ value: undefined }],
    [{ leftOut: -1 }],
    [{ leftOut: 0.5 }],
    [{ leftOut: "0" }],
  ])("are refused where they were edited: %j", (edit) => {
    const edited = (table: Json) => ({
      ...table,
      '["y"]': { ...(table['["y"]'] as Json), ...edit },
    });
    expect(() => found("sum", "y", edited)).toThrow(
      new TiercutError(
        'the fitted numbers of `it.value` for ["y"] are not what `fit` gave: fit again',
      ),
    );
  });

  it.each([
    ["-4.25", -4.25],
    ["0", 0],
    [null, "undetermined"],
  ])("may be %s", (value, outcome) => {
    const edited = (table: Json) => ({ ...table, '["y"]': { value, counted: 1, leftOut: 0 } });
    expect(found("sum", "y", edited)).toBe(outcome);
  });

  it.each([[null], [undefined], [4]])("are asked for where there is no table: %j", (table) => {
    expect(() => found("sum", "y", () => table as never)).toThrow(
      new TiercutError("`it.value` was not fitted: call `fit` with this program"),
    );
  });
});

describe("what is fitted in one pass", () => {
  const over = (of: unknown, by: readonly string[]) => ({
    ...{ aggregate: "mean", over: "account", by, unknown: "left-out", of },
    ...{ scale: 1, rounding: "floor" },
  });
  const facts = { n: number("n"), city: words("city"), out: boolean("out") };
  const passes = (value: unknown) =>
    startFit(programOf(only("formula", formula(value), facts))).passes;

  it("is all that rests on no other part of the population, however it is reckoned", () => {
    const twice = { sum: [{ product: [fact("n"), 2] }, fact("n")] };
    expect(passes({ sum: [over(fact("n"), []), over(twice, [])] })).toBe(1);
    const inner = { difference: [fact("n"), over(fact("n"), [])] };
    expect(passes({ sum: [over(inner, []), over(fact("n"), ["city"])] })).toBe(2);
  });

  it("places a subject where every part of it does", () => {
    const value = { sum: [over(fact("n"), []), over(fact("n"), ["city"])] };
    const program = programOf(only("formula", formula(value), facts));
    expect(fit(program, [{ n: 1, city: "x" }, { n: 1 }]).unplaced).toBe(1);
  });

  it("does not miss a subject that does not count", () => {
    const where = { not: is("out") };
    const program = programOf(
      only("formula", formula({ ...over(fact("n"), ["city"]), where }), facts),
    );
    const population = [{ n: 1, out: true }, { n: 1, out: false }, { n: 1 }];
    expect(fit(program, population)).toMatchObject({ subjects: 3, unplaced: 2 });
  });
});

describe("settings", () => {
  it("may move a band, but not past another", () => {
    const moved = compile(hainan, { parameters: { starTwo: 3000 } });
    expect(evaluate(moved, "star", { monthlyMobileRevenue: 2999 }).outcome).toBe("1");
    expect(() => compile(hainan, { parameters: { starTwo: 20_000 } })).toThrow(
      /starTwo = 20000.*another order/s,
    );
  });

  it("that are undefined leave the default", () => {
    const same = compile(hainan, { parameters: { boundary: undefined as never } });
    expect(evaluate(same, "star", { monthlyMobileRevenue: 30_000 }).outcome).toBe("4");
  });
});

describe("a subject whose partition is unknown", () => {
  it("is in no partition, and is counted; one that is not eligible does not matter", () => {
    const facts = { n: number("n"), accountId: words("accountId"), city: words("city") };
    const eligible = { fact: "n", operator: "greaterThan", value: 0 };
    const byCity = programOf(only("cut", { ...cut, partition: ["city"], eligible }, facts));
    const [here, nowhere, out] = [{ n: 1, city: "x" }, { n: 2 }, { n: 0 }];
    expect(fit(byCity, [here, nowhere, out])).toMatchObject({ subjects: 3, unplaced: 1 });
    expect(fit(byCity, [here, out])).toMatchObject({ subjects: 2, unplaced: 0 });
  });
});
