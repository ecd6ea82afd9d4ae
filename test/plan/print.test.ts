import { describe, expect, it } from "vitest";
import { printPlan } from "../../src/index.ts";
import {
  boolean,
  compared,
  date,
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
  text,
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

  const facts = {
    n: number("n"),
    b: boolean("b"),
    t: date("t"),
    w: words("w"),
    l: label("l", "x", "y"),
  };
  const overall = { over: "account", by: ["l"], unknown: "left-out", of: fact("n") };
  const rounded = { scale: 1, rounding: "half-even" };
  const yes = is("b");
  const low = compared("n", "lessThan", 5);
  it.each([
    ["given #0 : boolean", { when: compared("w", "given", true) }],
    ["any #2, #5 : boolean", { when: { any: [yes, low] } }],
    ["count #2, #5 : number(0) 0..2", { count: [yes, low] }],
    ["sum #0, #0 : number(0) 0..2000", { sum: [fact("n"), fact("n")] }],
    ["round #0 to 1 decimals, half-even : number(1) 0..1000", { round: fact("n"), ...rounded }],
    ["#0 moved by #1 months : date", { move: fact("t"), by: 3, unit: "months" }],
    [
      "choose #2 → #3; #6 → #7; otherwise #8 : number(0) 1..3",
      {
        choose: [
          { when: yes, then: 1 },
          { when: low, then: 2 },
        ],
        otherwise: 3,
      },
    ],
    ["#0 in x | y : boolean", { when: compared("l", "in", ["x", "y"]) }],
    [
      "mean of #0 where #1 over account by [#2] : number(1) 0..1000, population",
      { aggregate: "mean", ...overall, ...rounded },
    ],
    [
      "quantile at 0.25 of #0 where #1 over account by [#2] : number(2) 0..1000, population",
      { aggregate: "quantile", at: 0.25, ...overall },
    ],
  ])("shows %s", (line, value) => {
    const shown = printed(facts, { it: decision("it", "formula", formula(value)) });
    expect(shown.map((l) => l.replace(/^#\d+ | {2}\(.*\)$/g, ""))).toContain(line);
  });

  it("shows what is unknown, which rows are collected, and which end of a band is open", () => {
    const rows = {
      one: { when: { b: true }, then: { out: "p" } },
      two: { when: { b: false }, then: { out: "q" } },
    };
    const shown = printed(facts, {
      table: decision("table", "table", {
        inputs: { b: { label: text("b"), value: fact("b") } },
        outputs: { out: { label: text("out"), outcomes: terms("p", "q") } },
        ...{ hitPolicy: "collect", collect: "list", rows, order: ["one", "two"] },
      }),
      star: decision("star", "bands", {
        ...{ input: fact("n"), closed: "upper" },
        bands: { one: { outcome: 1 }, two: { from: 25, outcome: 2.5 } },
      }),
      first: decision("first", "table", {
        inputs: { b: { label: text("b"), value: fact("b") } },
        outputs: { out: { label: text("out"), outcomes: terms("p", "q") } },
        ...{ hitPolicy: "first", rows, order: ["one", "two"] },
      }),
    });
    const whole = shown.join("\n");
    expect(whole).toMatch(/ collect #\d+ → p; #\d+ → q : list p\|q {2}\(table/);
    expect(whole).toMatch(
      / ladder #\d+ closed upper: below → 1; from 25 → 2\.5 : number\(1\) 1\.\.2\.5/,
    );
    expect(whole).toMatch(/^#\d+ unknown : any {2}\(first/m);
    expect(shown).toContainEqual(
      expect.stringMatching(/^star \(bands of account, record\): star #\d+$/),
    );
  });

  it("shows how the keys of a cut are ordered", () => {
    const [line] = printed(facts, {
      it: decision("it", "cut", {
        ...{
          method: "rank",
          outcomes: terms("A", "B", "none"),
          partition: [],
          unknown: "left-out",
        },
        ...{ otherwise: "none", by: [{ value: fact("n"), order: "ascending" }] },
        ...{ classes: { A: { count: 3, minimum: 1 }, B: {} }, order: ["A", "B"] },
        ...{ rounding: "floor", scheme: "separate", tie: "all-up", tieBreak: { id: "w" } },
      }),
    }).filter((l) => l.includes(" cut "));
    expect(line?.slice(line.indexOf("cut"))).toBe(
      "cut account by [] where #0 ranked by #1 ascending: A first 3 at least 1, B rest (floor, separate, ties all-up, barred #2 backfill) : label A|B|none, population  (it)",
    );
  });
});
