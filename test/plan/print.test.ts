import { describe, expect, it } from "vitest";
import { printPlan } from "../../src/index.ts";
import {
  boolean,
  compared,
  decision,
  fact,
  formula,
  is,
  label,
  list,
  named,
  number,
  programOf,
  terms,
  tiny,
  words,
} from "../kinds/tiny.ts";

/** The plan of one decision, without the empty line before its decisions. */
const printed = (facts: object, decisions: object) =>
  printPlan(programOf(tiny({ facts, decisions })).plan).split("\n");

describe("printPlan", () => {
  it("shows each node with its number, type and part, then the decisions", () => {
    const plan = printed(
      { a: boolean("a"), n: number("n", { max: 50 }) },
      {
        big: decision("big", "rule", {
          conditions: { local: { ...named("local"), when: is("a") } },
          when: {
            all: [{ condition: "local" }, { not: compared("n", "lessThan", 10) }],
          },
        }),
        star: decision("star", "bands", {
          input: fact("n"),
          closed: "lower",
          outcomes: terms("1", "2"),
          bands: { one: { outcome: "1" }, two: { from: 25, outcome: "2" } },
        }),
      },
    );
    expect(plan).toEqual([
      "#0 fact a : boolean  (a)",
      "#1 true : boolean  (big.local)",
      "#2 #0 = #1 : boolean  (big.local)",
      "#3 fact n : number(0) 0..50  (n)",
      "#4 10 : number(0) 10..10  (big)",
      "#5 #3 < #4 : boolean  (big)",
      "#6 not #5 : boolean  (big)",
      "#7 all #2, #6 : boolean  (big)",
      '#8 ladder #3 closed lower: below → "1"; from 25 → "2" : label 1|2  (star)',
      "",
      "big (rule of account, record): big #7, local #2",
      "star (bands of account, record): star #8",
    ]);
  });

  it("shows arithmetic with its scale and rounding, and choices with their cases", () => {
    const plan = printed(
      { n: number("n"), s: list("s", "x", "y") },
      {
        it: decision(
          "it",
          "formula",
          formula({
            choose: [
              {
                when: compared("s", "contains", "x"),
                then: { quotient: [fact("n"), 4], scale: 1, rounding: "half-up" },
              },
            ],
            otherwise: { size: fact("s") },
          }),
        ),
      },
    );
    expect(plan).toEqual([
      "#0 fact s : list x|y  (s)",
      "#1 #0 in x : boolean  (it.value)",
      "#2 fact n : number(0) 0..1000  (n)",
      "#3 4 : number(0) 4..4  (it.value)",
      "#4 #2 ÷ #3 to 1 decimals, half-up : number(1) 0..1000  (it.value)",
      "#5 size #0 : number(0) 0..2  (it.value)",
      "#6 choose #1 → #4; otherwise #5 : number(1) 0..1000  (it.value)",
      "#7 0 : number(0) 0..0  (it.value)",
      "#8 #3 = #7 : boolean  (it.value)",
      "#9 any #8 : boolean  (it.value)",
      "",
      "it (formula of account, record): value #6",
    ]);
  });

  it("shows what needs a population, with its whole policy", () => {
    const plan = printed(
      { accountId: words("accountId"), city: label("city", "x"), n: number("n") },
      {
        it: decision("it", "cut", {
          method: "rank",
          outcomes: terms("A", "B", "C", "none"),
          partition: ["city"],
          unknown: "left-out",
          otherwise: "none",
          by: [{ value: fact("n"), order: "descending" }],
          classes: { A: { share: 0.05, minimum: 1 }, B: { count: 3 }, C: {} },
          order: ["A", "B", "C"],
          rounding: "half-up",
          scheme: "cumulative",
          tie: "id",
          tieBreak: { id: "accountId" },
        }),
      },
    );
    expect(plan).toEqual([
      "#0 fact city : label x  (city)",
      "#1 true : boolean  (it)",
      "#2 fact n : number(0) 0..1000  (n)",
      "#3 fact accountId : text  (accountId)",
      "#4 false : boolean  (it)",
      "#5 cut account by [#0] where #1 ranked by #2 descending, #3 ascending: A share 0.05 at least 1, B first 3, C rest (half-up, cumulative, ties by-keys, barred #4 backfill) : label A|B|C|none, population  (it)",
      "",
      "it (cut of account, population): it #5",
    ]);
  });
});
