import { describe, expect, it } from "vitest";
import { compile, evaluate, type Fitted, fit, TiercutError } from "../../src/index.ts";
import { ruleset as hainan } from "../../src/policies/hainan-unicom-2003.ts";
import { fact, type Json, number, only, programOf, terms, words } from "../kinds/tiny.ts";

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
