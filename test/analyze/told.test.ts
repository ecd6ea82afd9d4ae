import { describe, expect, it } from "vitest";
import { TooMany } from "../../src/analyze/diagram/space.ts";
import { type Asked, each } from "../../src/analyze/lint/each.ts";
import { lint } from "../../src/analyze/lint.ts";
import { warn } from "../../src/analyze/messages.ts";
import { study } from "../../src/analyze/study.ts";
import {
  boolean,
  booleans,
  compared,
  decision,
  fact,
  formula,
  is,
  type Json,
  label,
  list,
  named,
  number,
  numbers,
  only,
  terms,
  text,
  tiny,
} from "../kinds/tiny.ts";
import { load } from "./arbitraries.ts";

/*
 * What is told, and where, in the cases that the smallest rulesets leave out. `own-facts` is left
 * out: it is a note on nearly every ruleset of several decisions.
 */

function toldOf(document: Json): readonly string[] {
  const { diagnostics } = lint(load(document));
  return diagnostics
    .filter(({ code }) => code !== "own-facts")
    .map(({ severity, code, path, message }) => `${severity} ${code} ${path}: ${message.en}`);
}

/** The codes and places alone. */
const placesOf = (document: Json) => toldOf(document).map((line) => line.split(":")[0]);

const column = (name: string) => ({ label: text(name), value: fact(name) });
const columns = (...names: readonly string[]) =>
  Object.fromEntries(names.map((name) => [name, column(name)]));
const row = (when: Json, out: string) => ({ when, then: { out } });
const outputs = { out: { label: text("out"), outcomes: terms("x", "y", "z") } };

describe("a table under `first`", () => {
  const rows = {
    many: row({ n: { atLeast: 10 } }, "x"),
    more: row({ n: { atLeast: 20 } }, "y"),
    rest: row({}, "z"),
  };
  const table = (order: readonly string[], more: Json = rows) =>
    only(
      "table",
      { hitPolicy: "first", order, inputs: columns("n"), outputs, rows: more },
      { n: number("n") },
    );

  it("has a row that an earlier one shadows; that one is a case of the other is a note", () => {
    expect(toldOf(table(["many", "more", "rest"]))).toEqual([
      "note table-overlap /decisions/it: the rows `many` and `more` both match n ≥ 20 each, for example n 20 each: they differ, and the order decides",
      "warning unreachable-row /decisions/it/rows/more: the row `more` never decides anything: whatever it matches is taken by a row that comes first",
    ]);
  });

  it("has only notes where the narrower rows come first", () => {
    expect(placesOf(table(["more", "many", "rest"]))).toEqual(["note table-overlap /decisions/it"]);
  });

  it("is warned of rows that cross, once, with all pairs of them", () => {
    const crossing = {
      low: row({ n: { atMost: 10 } }, "x"),
      middle: row({ n: { atLeast: 5, atMost: 20 } }, "y"),
      high: row({ n: { atLeast: 15 } }, "z"),
    };
    const [found, ...others] = lint(load(table(["low", "middle", "high"], crossing))).diagnostics;
    expect(others).toEqual([]);
    expect(found).toMatchObject({
      code: "table-overlap",
      severity: "warning",
      path: "/decisions/it",
      message: {
        en: "the rows `low` and `middle` both match 5 ≤ n ≤ 10 each, for example n 5 each: they differ, and the order decides",
        zh: "`low` 行与 `middle` 行同时符合 5 ≤ n ≤ 10 each，例如 n 5 each，结果不同，以排序在前的为准",
      },
    });
    expect(found?.related?.map((r) => [r.path, r.message.en])).toEqual([
      ["/decisions/it/rows/low", "the other row"],
      ["/decisions/it/rows/high", "so do `middle` and `high`"],
    ]);
  });
});

it("tells of a table that is a score at the place of the score", () => {
  const score = {
    kind: "table",
    hitPolicy: "unique",
    inputs: columns("n"),
    rows: { some: { when: { n: { above: 0 } }, then: { points: 5 } } },
  };
  const indicators = { size: { ...named("size"), maximum: 5, score } };
  const dimensions = { all: { ...named("all"), maximum: 5, indicators } };
  expect(placesOf(only("scorecard", { maximum: 5, dimensions }, { n: number("n") }))).toEqual([
    "warning table-gap /decisions/it/dimensions/all/indicators/size/score",
  ]);
});

it("tells both rows of an overlap where they are written: under the case of their reading", () => {
  const reading = {
    type: "reading",
    ...named("which"),
    question: text("?"),
    why: text("so"),
    default: "one",
    readings: { one: text("one"), two: text("two") },
  };
  const points = (n: Json, of: number) => ({ when: { n }, then: { points: of } });
  const table = (rows: Json) => ({
    kind: "table",
    hitPolicy: "unique",
    inputs: columns("n"),
    rows,
  });
  const cases = {
    one: table({ low: points({ atMost: 5 }, 1), high: points({ atLeast: 5 }, 5) }),
    two: table({ all: points({ atLeast: 0 }, 5) }),
  };
  const indicators = { size: { ...named("size"), maximum: 5, score: { reading: "which", cases } } };
  const dimensions = { all: { ...named("all"), maximum: 5, indicators } };
  const parameters = { which: reading };
  const document = only(
    "scorecard",
    { maximum: 5, dimensions },
    { n: number("n") },
    { parameters },
  );
  const [found] = lint(load(document)).diagnostics;
  const score = "/decisions/it/dimensions/all/indicators/size/score/cases/one";
  expect([found?.path, found?.related?.[0]?.path]).toEqual([
    `${score}/rows/high`,
    `${score}/rows/low`,
  ]);
});

it("tells of what cannot be gone through in full beside what was found", () => {
  const rows = Array.from({ length: 210 }, (_, i) => [`row${i}`, row({ n: i, m: i }, "x")]);
  const body = { hitPolicy: "unique", inputs: columns("n", "m"), outputs };
  const places = placesOf(
    only("table", { ...body, rows: Object.fromEntries(rows) }, numbers("n m")),
  );
  expect(places.filter((p) => p !== "warning table-gap /decisions/it")).toEqual([
    "note not-analysed /decisions/it",
  ]);
  expect(places).toHaveLength(201);
});

describe("a condition", () => {
  const facts = { n: number("n", { max: 10 }), b: boolean("b"), l: label("l", "x", "y") };
  const rule = (when: unknown) =>
    toldOf(only("rule", { when }, facts)).filter((t) => !t.includes("unused-fact"));
  const constant = (path: string, how: string) => [
    `warning constant-rule /decisions/it/when${path}: this condition is ${how}, whatever the account`,
  ];

  it("is told as it is written: none of all values is never met", () => {
    expect(rule(compared("l", "notIn", ["x", "y"]))).toEqual(constant("", "never met"));
    expect(rule(compared("l", "in", ["x", "y"]))).toEqual(constant("", "always met"));
    expect(rule({ not: compared("n", "lessThan", 0) })).toEqual(constant("/not", "never met"));
  });

  it("of yes and no is held to them too", () => {
    expect(rule({ all: [is("b"), is("b", false)] })).toEqual(constant("", "never met"));
    expect(rule({ any: [is("b"), is("b", false)] })).toEqual(constant("", "always met"));
    expect(rule({ all: [is("b"), { constant: false }] })).toEqual(constant("", "never met"));
    expect(rule({ any: [is("b"), compared("b", "given", false)] })).toEqual([]);
  });

  it("is told at the innermost place, and once for each", () => {
    const when = { any: [is("b"), { all: [compared("n", "greaterThan", 10), is("b")] }] };
    expect(rule(when)).toEqual(constant("/any/1/all/0", "never met"));
    const both = { any: [compared("n", "lessThan", 0), compared("n", "greaterThan", 10)] };
    expect(rule(both).map((t) => t.split(" ")[2])).toEqual([
      "/decisions/it/when/any/0:",
      "/decisions/it/when/any/1:",
    ]);
  });

  it("that excludes another over two facts at once is told", () => {
    const sum = { expression: { sum: [fact("n"), fact("n")] }, operator: "lessThan", value: 8 };
    expect(rule({ all: [sum, compared("n", "greaterThanInclusive", 4)] })).toEqual(
      constant("", "never met"),
    );
  });

  it("that a reading makes constant is meant, and its place is that of its reading", () => {
    const reading = {
      type: "reading",
      ...named("strict"),
      question: text("?"),
      why: text("so"),
      default: "lax",
      readings: { lax: text("lax"), strict: text("strict") },
    };
    const chosen = (cases: Json) =>
      tiny({
        facts: { n: facts.n, b: facts.b },
        parameters: { strict: reading },
        decisions: {
          it: decision("it", "rule", { when: { any: [is("b"), { reading: "strict", cases }] } }),
        },
      });
    const strict = compared("n", "greaterThan", 5);
    expect(toldOf(chosen({ lax: { constant: true }, strict }))).toEqual([]);
    expect(placesOf(chosen({ lax: compared("n", "greaterThan", 10), strict }))).toEqual([
      "warning constant-rule /decisions/it/when/any/1/cases/lax",
    ]);
    const choose = (when: unknown) => ({ choose: [{ when, then: 1 }], otherwise: 2 });
    const off = { reading: "strict", cases: { lax: { constant: false }, strict } };
    const document = chosen({ lax: strict, strict });
    const decisions = {
      ...(document.decisions as Json),
      of: decision("of", "formula", formula(choose(off))),
    };
    expect(toldOf({ ...document, decisions })).toEqual([]);
  });
});

describe("bands", () => {
  const bands = (more: Json) =>
    toldOf(
      only(
        "bands",
        { input: fact("n"), closed: "lower", ...more },
        { n: number("n", { min: 5, max: 8 }) },
      ),
    );

  it("have a lowest that nothing is low enough for", () => {
    expect(bands({ bands: { low: { outcome: 1 }, high: { from: 5, outcome: 2 } } })).toEqual([
      "warning unreachable-band /decisions/it/bands/low: no account can ever come into the band `low`: the number is never that low",
    ]);
  });

  it("have one whose every number is treated apart", () => {
    const exactly = { seven: { value: 7, outcome: 3 }, eight: { value: 8, outcome: 3 } };
    const of = { bands: { low: { outcome: 1 }, high: { from: 7, outcome: 2 } } };
    expect(bands(of)).toEqual([]);
    expect(bands({ ...of, exactly })).toEqual([
      "warning unreachable-band /decisions/it/bands/high: no account can ever come into the band `high`: the number never lies in the part that begins at 7",
    ]);
  });

  it("have a number that is treated apart and never there", () => {
    const exactly = { nine: { value: 9, outcome: 3 } };
    expect(bands({ bands: { all: { outcome: 1 } }, exactly })).toEqual([
      "warning unreachable-case /decisions/it/exactly/nine: the case `nine` is never taken: it never holds where no earlier one does",
    ]);
  });
});

it("tells of a dated value that another replaces before the ruleset is in force", () => {
  const edge = {
    type: "number",
    ...named("edge"),
    unit: text("each"),
    scale: 0,
    min: 0,
    max: 9,
    dated: { "2003-01-01": 1, "2004-01-01": 2 },
  };
  const when = compared("n", "greaterThan", { parameter: "edge" });
  const document = only("rule", { when }, { n: number("n") }, { parameters: { edge } });
  const from = (day: string) => toldOf({ ...document, effective: { from: day } });
  expect(from("2003-12-31")).toEqual([]);
  expect(from("2004-01-01")).toEqual([
    "warning dates-idle /parameters/edge/dated/2003-01-01: the value of `edge` from 2003-01-01 on is never in force: the ruleset is in force from 2004-01-01 on, and another value holds from 2004-01-01 on",
  ]);
});

describe("a promise of `monotone`", () => {
  const promised = (kind: string, body: Json, facts: Json, monotone: Json) =>
    toldOf(only(kind, { ...body, monotone }, facts));
  const n = { n: number("n", { max: 9 }) };
  const breaks = (of: string, way: string, fact: string, before: string, after: string) =>
    `warning not-monotone /decisions/it/monotone/${fact}: \`${of}\` should not ${way} when ${fact} rises, but it does: ${before}, and ${after}`;

  it("of labels goes by the order of the bands, and tells their terms", () => {
    const outcomes = { x: text("the lower"), y: text("the upper") };
    const bands = { low: { outcome: "x" }, high: { from: 5, outcome: "y" } };
    const body = { input: fact("n"), closed: "upper", bands, outcomes };
    expect(promised("bands", body, n, { n: "rises" })).toEqual([]);
    expect(promised("bands", body, n, { n: "falls" })).toEqual([
      breaks("it", "rise", "n", "n 5 each gives the lower", "n 6 each gives the upper"),
    ]);
  });

  it("of a yes or no goes from no to yes", () => {
    const when = { any: [compared("n", "lessThan", 3), compared("n", "greaterThan", 6)] };
    expect(promised("rule", { when }, n, { n: "rises" })).toEqual([
      breaks("it", "fall", "n", "n 2 each gives yes", "n 3 each gives no"),
    ]);
    expect(promised("rule", { when: is("b") }, { b: boolean("b") }, { b: "falls" })).toEqual([
      breaks("it", "rise", "b", "b no gives no", "b yes gives yes"),
    ]);
  });

  it("of a list goes from what it holds to more", () => {
    const facts = { s: list("s", "u", "v") };
    const value = { size: fact("s") };
    expect(promised("formula", formula(value), facts, { s: "rises" })).toEqual([]);
    expect(promised("formula", formula(value), facts, { s: "falls" })).toEqual([
      breaks("it", "rise", "s", "s none gives 0", "s u gives 1"),
    ]);
  });

  it("of a number that is computed is held to every step of it", () => {
    const value = { difference: [10, fact("n")] };
    expect(promised("formula", formula(value), n, { n: "falls" })).toEqual([]);
    expect(promised("formula", formula(value), n, { n: "rises" })).toEqual([
      breaks("it", "fall", "n", "n 0 each gives 10", "n 1 each gives 9"),
    ]);
    const capped = { minimum: [{ product: [fact("n"), 2] }, 6] };
    expect(promised("formula", formula(capped), n, { n: "rises" })).toEqual([]);
  });

  it("goes over a value for which the outcome is open", () => {
    const rows = {
      few: { when: { n: { below: 5 } }, then: { out: 2 } },
      many: { when: { n: { above: 5 } }, then: { out: 1 } },
    };
    const body = {
      hitPolicy: "unique",
      inputs: columns("n"),
      outputs: { out: { label: text("out") } },
      rows,
    };
    expect(promised("table", body, n, { n: "rises" })).toContain(
      breaks("it", "fall", "n", "n 4 each gives 2", "n 6 each gives 1"),
    );
  });

  it("of several outputs is held by each", () => {
    const of = {
      up: { ...named("up"), value: fact("n") },
      down: { ...named("down"), value: { difference: [9, fact("n")] } },
    };
    expect(promised("formula", { outputs: of }, n, { n: "rises" })).toEqual([
      breaks("it.down", "fall", "n", "n 0 each gives 9", "n 1 each gives 8"),
    ]);
  });

  const score = (input: unknown, low: number, high: number) => ({
    kind: "bands",
    input,
    closed: "lower",
    bands: { low: { outcome: low }, high: { from: 5, outcome: high } },
  });
  const indicator = (of: Json) => ({ ...named("indicator"), maximum: 5, score: of });
  const card = (indicators: Json) => {
    const maximum = 5 * Object.keys(indicators).length;
    return { maximum, dimensions: { all: { ...named("all"), maximum, indicators } } };
  };

  it("of a sum is told of the one part that breaks it, by the facts of that part", () => {
    const parts = {
      up: indicator(score(fact("m"), 1, 5)),
      down: indicator(score(fact("n"), 5, 1)),
    };
    expect(
      promised("scorecard", card(parts), numbers("n m", { max: 9 }), { m: "rises", n: "rises" }),
    ).toEqual([breaks("it.down", "fall", "n", "n 4 each gives 5", "n 5 each gives 1")]);
  });

  it("of a sum is kept where one part makes up for another", () => {
    const parts = {
      up: indicator(score(fact("n"), 0, 5)),
      down: indicator(score(fact("n"), 5, 1)),
    };
    expect(promised("scorecard", card(parts), n, { n: "rises" })).toEqual([]);
  });

  it("of a sum is kept where its other part is never known", () => {
    const both = {
      kind: "table",
      hitPolicy: "unique",
      inputs: columns("m"),
      otherwise: { points: 5 },
    };
    const rows = { one: { when: {}, then: { points: 5 } }, two: { when: {}, then: { points: 5 } } };
    const parts = { open: indicator({ ...both, rows }), down: indicator(score(fact("n"), 5, 1)) };
    const told = promised("scorecard", card(parts), numbers("n m", { max: 9 }), { n: "rises" });
    expect(told.filter((t) => t.includes("monotone"))).toEqual([]);
  });

  it("of labels that have no order, or by a fact that has none, can't be checked", () => {
    const facts = { l: label("l", "x", "y"), n: number("n") };
    const body = {
      hitPolicy: "first",
      order: ["some", "rest"],
      inputs: columns("l", "n"),
      outputs,
      rows: { some: row({ l: "x", n: { atLeast: 3 } }, "x"), rest: row({}, "y") },
    };
    const told = promised("table", body, facts, { n: "rises", l: "rises" });
    const why = (of: string) =>
      `note not-analysed /decisions/it/monotone/${of}: how \`it\` moves with ${of} could not be checked in full: the fact, or the outcome, has no order`;
    expect(told.filter((t) => t.includes("monotone"))).toEqual([why("n"), why("l")]);
  });

  it("has no order from bands that its labels do not come from", () => {
    const bands = { low: { outcome: "x" }, high: { from: 5, outcome: "y" } };
    const outcomes = terms("x", "y");
    const first = decision("first", "bands", {
      input: fact("n"),
      closed: "lower",
      bands,
      outcomes,
    });
    const when = { decision: "first", operator: "equal", value: "x" };
    const of = (then: unknown, otherwise: unknown) => {
      const value = { choose: [{ when, then }], otherwise };
      const it = decision("it", "formula", {
        ...formula(value, { outcomes }),
        monotone: { n: "rises" },
      });
      return placesOf(tiny({ facts: n, decisions: { first, it } }));
    };
    expect(of("y", "x")).toEqual(["note not-analysed /decisions/it/monotone/n"]);
    expect(of({ decision: "first" }, { decision: "first" })).toEqual([]);
  });

  it("holds against what was fitted, which stays as it is", () => {
    const mean = (by: readonly string[]) => ({
      aggregate: "mean",
      over: "account",
      by,
      unknown: "left-out",
      of: fact("n"),
      scale: 2,
      rounding: "half-up",
    });
    const above = (by: readonly string[]) => ({
      when: { expression: fact("n"), operator: "greaterThan", value: mean(by) },
    });
    const facts = { ...numbers("n", { max: 9 }), ...booleans("b") };
    expect(promised("rule", above(["b"]), facts, { n: "rises" })).toEqual([]);
    expect(promised("rule", above(["b"]), facts, { b: "rises" })).toEqual([
      "note not-analysed /decisions/it/monotone/b: how `it` moves with b could not be checked in full: the outcome rests on several values that move with it, on computed ones, or on the population",
    ]);
  });
});

describe("what has too many cases", () => {
  const taken = study(load(only("rule", { when: is("b") }, { b: boolean("b") })));
  const tooMuch = (path: string) => ({
    path,
    what: text(path),
    check: () => {
      throw new TooMany("over 1 step");
    },
  });
  const fine = (path: string) => ({
    path,
    what: text(path),
    check: () => [warn("unused-fact", path, { name: "n" })],
  });
  const codes = (...kinds: readonly (readonly Asked[])[]) =>
    each(taken, kinds).map(({ code, path }) => `${code} ${path}`);

  it("is a note, and all else is told", () => {
    expect(codes([tooMuch("/1"), fine("/2")], [fine("/3")])).toEqual([
      "not-analysed /1",
      "unused-fact /2",
      "unused-fact /3",
    ]);
  });

  it("is given up after the fourth, with a note for the rest, whatever its kind", () => {
    const [a, b, c, d] = [tooMuch("/1"), tooMuch("/2"), tooMuch("/3"), tooMuch("/4")];
    expect(codes([a, b], [c, fine("/5"), d, fine("/6")], [fine("/7")])).toEqual([
      "not-analysed /1",
      "not-analysed /2",
      "not-analysed /3",
      "unused-fact /5",
      "not-analysed /4",
      "not-analysed ",
    ]);
  });

  it("lets other errors through", () => {
    const broken = { ...fine("/1"), check: () => JSON.parse("{") };
    expect(() => each(taken, [[broken]])).toThrow(SyntaxError);
  });
});

it("leaves out a decision whose parameters are not set, and tells of the others", () => {
  const edge = { type: "number", ...named("edge"), unit: text("each"), scale: 0, min: 0, max: 9 };
  const document = tiny({
    facts: { n: number("n", { max: 9 }) },
    parameters: { edge },
    decisions: {
      open: decision("open", "rule", {
        when: {
          all: [compared("n", "greaterThan", { parameter: "edge" }), compared("n", "lessThan", 0)],
        },
      }),
      set: decision("set", "rule", { when: compared("n", "greaterThan", 9) }),
    },
  });
  expect(placesOf(document)).toEqual(["warning constant-rule /decisions/set/when"]);
});
