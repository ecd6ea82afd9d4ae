import { describe, expect, it } from "vitest";
import { readFacts } from "../../src/execute/facts.ts";
import { startFit } from "../../src/execute/population.ts";
import {
  compile,
  type Diagnostic,
  evaluate,
  explain,
  type Fitted,
  fit,
  loadRuleset,
  type Program,
  TiercutError,
} from "../../src/index.ts";
import {
  boolean,
  compared,
  date,
  decision,
  fact,
  formula,
  frozen,
  is,
  type Json,
  label,
  list,
  named,
  number,
  outcomeOf,
  programOf,
  terms,
  text,
  tiny,
  words,
} from "../kinds/tiny.ts";

/* Every misuse is told: what, where, why, and what to do. */

const mean = {
  aggregate: "mean",
  over: "account",
  by: ["city"],
  unknown: "left-out",
  of: fact("n"),
  scale: 1,
  rounding: "half-up",
};
const document = tiny({
  subjects: { account: { label: text("account") }, hall: { label: text("hall") } },
  facts: {
    n: number("n", { max: 50, unit: { zh: "人", en: "persons" } }),
    rate: number("rate", { scale: 2, min: 0, max: 1 }),
    wide: number("wide", { min: undefined, max: undefined, scale: 2 }),
    flag: boolean("flag"),
    day: date("day"),
    city: label("city", "north", "south"),
    services: list("services", "phone", "data"),
    name: words("name"),
    seats: { ...number("seats"), subjects: ["hall"] },
  },
  parameters: {
    least: {
      type: "number",
      ...named("least"),
      unit: text("each"),
      scale: 0,
      min: 1,
      max: 20,
      default: 10,
    },
    unstated: { type: "date", ...named("unstated") },
    side: {
      type: "reading",
      ...named("side"),
      question: text("which"),
      readings: { low: text("low"), high: text("high") },
      default: "low",
    },
  },
  decisions: {
    big: decision("big", "rule", {
      when: compared("n", "greaterThanInclusive", { parameter: "least" }),
    }),
    early: decision("early", "rule", {
      when: compared("day", "lessThan", { parameter: "unstated" }),
    }),
    above: decision("above", "formula", formula({ difference: [fact("n"), mean] })),
    ranked: decision("ranked", "cut", {
      method: "rank",
      outcomes: terms("A", "B"),
      partition: ["city"],
      unknown: "left-out",
      otherwise: "B",
      by: [{ value: fact("n"), order: "descending" }],
      classes: { A: { share: 0.5 }, B: {} },
      order: ["A", "B"],
      rounding: "half-up",
      scheme: "cumulative",
      tie: "all-up",
      tieBreak: { id: "name" },
    }),
    seats: {
      ...decision(
        "seats",
        "formula",
        formula({ aggregate: "count", over: "hall", by: [], unknown: "left-out" }),
      ),
      subject: "hall",
    },
  },
});
const loadedDocument = JSON.parse(JSON.stringify(document));
const program = programOf(loadedDocument);
const accounts = [
  { n: 4, city: "north" },
  { n: 8, city: "north" },
];
const fitted = fit(program, accounts);

/** What is thrown, which must be a TiercutError. */
function thrown(run: () => unknown): string {
  try {
    run();
  } catch (error) {
    expect(error).toBeInstanceOf(TiercutError);
    expect((error as Error).name).toBe("TiercutError");
    expect((error as Error).message).not.toMatch(/\[object|undefined/);
    return (error as Error).message;
  }
  throw new Error("nothing was thrown");
}

/** What is found wrong, as data. */
function diagnosticsOf(run: () => unknown): readonly Diagnostic[] {
  try {
    run();
  } catch (error) {
    return (error as TiercutError).diagnostics;
  }
  throw new Error("nothing was thrown");
}

const of = (facts: unknown, name = "big", with_?: Fitted, p: Program = program) =>
  thrown(() => evaluate(p, name, facts as Json, with_ as Fitted));

const late = compared("day", "greaterThan", { parameter: "other" });

describe("a decision", () => {
  it("that does not exist is told with the nearest that does", () => {
    expect(of({}, "bigg")).toBe("`tiny` has no decision `bigg`; did you mean `big`?");
    expect(of({}, "qqqqqqqq")).toBe(
      "`tiny` has no decision `qqqqqqqq`; it has `big`, `above`, `ranked`, `seats`",
    );
    expect(of({}, "toString")).toBe(
      "`tiny` has no decision `toString`; it has `big`, `above`, `ranked`, `seats`",
    );
  });

  it("that needs a parameter says which must be set", () => {
    expect(of({}, "early")).toBe(
      "`early` can't be evaluated: its source does not state `unstated`; compile with `parameters` that set them",
    );
    const both = { all: [compared("day", "lessThan", { parameter: "unstated" }), late] };
    const two = { ...loadedDocument.parameters, other: loadedDocument.parameters.unstated };
    const decisions = { it: decision("it", "rule", { when: both }) };
    const needsTwo = programOf({ ...loadedDocument, parameters: two, decisions });
    expect(of({}, "it", undefined, needsTwo)).toBe(
      "`it` can't be evaluated: its source does not state `unstated`, `other`; compile with `parameters` that set them",
    );
    const set = programOf(loadedDocument, { unstated: "2010-01-01" });
    expect(evaluate(set, "early", { day: "2009-12-31" }).outcome).toBe(true);
  });
});

describe("facts", () => {
  it.each([
    [null, "`big` takes an object of facts, such as { n: … }"],
    [42, "`big` takes an object of facts, such as { n: … }"],
    ["n", "`big` takes an object of facts, such as { n: … }"],
    [undefined, "`big` takes an object of facts, such as { n: … }"],
    [[], "`big` takes an object of facts, such as { n: … }"],
    [new Map(), "`big` takes an object of facts, such as { n: … }"],
  ])("must be an object: %s", (facts, message) => {
    expect(of(facts)).toBe(message);
  });

  const head = "`big` can't be evaluated on these facts:\n";
  it.each([
    [
      { n: "12" },
      '`n` is "12": it must be a number; give a number of persons, without text around it',
    ],
    [
      { n: true },
      "`n` is true: it must be a number; give a number of persons, without text around it",
    ],
    [{ n: -1 }, "`n` is -1: it is below the least allowed, 0; give persons from 0 on"],
    [{ n: 51 }, "`n` is 51: it is above the most allowed, 50; give persons up to 50"],
    [
      { n: 1.5 },
      "`n` is 1.5: it has 1 decimal, and this fact takes whole numbers only; round it where it is made, not here",
    ],
    [
      { rate: 0.123 },
      "`rate` is 0.123: it has 3 decimals, and this fact takes at most 2 decimals; round it where it is made, not here",
    ],
    [
      { wide: 1e-7 },
      "`wide` is 1e-7: it has 7 decimals, and this fact takes at most 2 decimals; round it where it is made, not here",
    ],
    [
      { wide: 10_000_000_001 },
      "`wide` is 10000000001: it is above the most allowed, 10000000000; give each up to 10000000000",
    ],
    [{ flag: 1 }, "`flag` is 1: it must be true or false; give `true` or `false`"],
    [{ flag: "yes" }, '`flag` is "yes": it must be true or false; give `true` or `false`'],
    [
      { day: "2011-02-29" },
      '`day` is "2011-02-29": it is not a day of the calendar; write it as YYYY-MM-DD, such as 2010-11-30',
    ],
    [
      { day: "30.11.2010" },
      '`day` is "30.11.2010": it is not a day of the calendar; write it as YYYY-MM-DD, such as 2010-11-30',
    ],
    [{ city: "nort" }, '`city` is "nort": it is outside its list of values; did you mean `north`?'],
    [
      { city: "qqqqqq" },
      '`city` is "qqqqqq": it is outside its list of values; give one of `north`, `south`',
    ],
    [
      { city: "toString" },
      '`city` is "toString": it is outside its list of values; give one of `north`, `south`',
    ],
    [
      { city: 1 },
      '`city` is 1: it is outside its list of values, which are texts; give a text, such as "north"',
    ],
    [{ services: "phone" }, '`services` is "phone": it must be a list; give a list of its values'],
    [
      { services: ["phone", "dta"] },
      '`services` is ["phone","dta"]: it is outside its list of values; did you mean `data`?',
    ],
    [{ name: 5 }, "`name` is 5: it must be a text; give it as a text"],
  ])("%o are told with how to mend them", (facts, message) => {
    expect(of(facts)).toBe(head + message);
  });

  it.each([
    [{ n: "12" }, "应当是数字", "改为数字，单位是人，前后不带文字"],
    [{ n: -1 }, "低于允许的最小值 0", "改为不小于 0 的数字，单位是人"],
    [{ n: 51 }, "高于允许的最大值 50", "改为不大于 50 的数字，单位是人"],
    [{ n: 1.5 }, "有 1 位小数，而这项事实只收整数", "在产生它的地方舍入，不在这里"],
    [{ rate: 0.123 }, "有 3 位小数，而这项事实最多 2 位", "在产生它的地方舍入，不在这里"],
    [{ flag: 1 }, "应当是 `true` 或 `false`", "改为 `true` 或 `false`"],
    [{ day: "2011-02-29" }, "不是日历上的一天", "写成年-月-日，例如 2010-11-30"],
    [{ city: "nort" }, "不在取值清单之内", "是不是想写 `north`？"],
    [{ city: "qqqqqq" }, "不在取值清单之内", "从这些里选：`north`、`south`"],
    [{ city: 1 }, "不在取值清单之内，清单里都是文字", '改为文字，例如 "north"'],
    [{ services: "phone" }, "应当是列表", "改为由其取值组成的列表"],
    [{ services: ["dta"] }, "不在取值清单之内", "是不是想写 `data`？"],
    [{ name: 5 }, "应当是文字", "改为文字"],
  ])("%o are told in Chinese too", (facts, message, help) => {
    const { faults } = readFacts(program.facts.account ?? {}, facts);
    expect(faults.map((f) => [f.message.zh, f.help.zh])).toEqual([[message, help]]);
  });

  it("are told all at once", () => {
    expect(of({ n: -1, flag: 1 }).split("\n")).toHaveLength(3);
  });

  it.each([
    ["NaN", Number.NaN],
    ["infinity", Number.POSITIVE_INFINITY],
    ["a BigInt", 10n],
    ["a symbol", Symbol("x")],
    ["a function", () => 1],
    ["a date", new Date(0)],
    ["an object", { valueOf: 1, toString: 1 }],
    ["an object without a prototype", Object.create(null)],
    ["a list", [1]],
  ])("of strange values are told too: %s", (_, value) => {
    for (const name of ["n", "flag", "day", "city", "services", "name"]) {
      const strange = name === "services" ? [value] : value;
      expect(of({ [name]: strange })).toContain(`\`${name}\` is`);
    }
  });

  it("show an infinite or impossible number as what it is", () => {
    expect(of({ n: Number.NaN })).toContain("`n` is NaN: it must be a number");
    expect(of({ n: Number.POSITIVE_INFINITY })).toContain("`n` is Infinity: it must be a number");
  });

  it("that are absent, null, undefined or blank are unknown", () => {
    for (const facts of [{}, { n: null }, { n: undefined }, { name: "  ", n: null }]) {
      expect(evaluate(program, "big", facts)).toMatchObject({
        status: "undetermined",
        missing: ["n"],
      });
    }
  });

  it("that are blank were not given", () => {
    const when = compared("name", "given", true);
    const asked = programOf({
      ...loadedDocument,
      decisions: { it: decision("it", "rule", { when }) },
    });
    const given = ["", "  ", "\t", " x "].map((name) => outcomeOf(asked, { name }));
    expect(given).toEqual([false, false, false, true]);
  });

  it("of other keys, and of another subject, are left alone", () => {
    expect(evaluate(program, "big", { n: 10, seats: "many", other: {} }).outcome).toBe(true);
  });

  it("are not read from the prototype", () => {
    expect(evaluate(program, "big", Object.create({ n: 10 })).status).toBe("undetermined");
  });

  it("may stand at their bounds", () => {
    expect([0, 9, 10, 50].map((n) => evaluate(program, "big", { n }).outcome)).toEqual([
      false,
      false,
      true,
      true,
    ]);
  });
});

describe("a population decision", () => {
  it("asks to be fitted", () => {
    expect(of({ n: 1, city: "north" }, "above")).toBe(
      '`above` needs its population: call `fit(program, accounts, { subject: "account" })` first, and pass what it gives',
    );
    expect(of({}, "seats")).toBe(
      '`seats` needs its population: call `fit(program, accounts, { subject: "hall" })` first, and pass what it gives',
    );
  });

  it("refuses what was fitted under other settings, or with another ruleset", () => {
    const message =
      "`above` was fitted with `tiny` 1.0.0 under other settings: fit again with this program";
    const other = programOf(loadedDocument, { least: 11 });
    expect(of({ n: 1, city: "north" }, "above", fit(other, accounts))).toBe(message);
    const forged = { ...fitted, hash: "0".repeat(64) };
    expect(of({ n: 1, city: "north" }, "above", forged)).toBe(message);
  });

  it("refuses the population of another subject", () => {
    const halls = fit(program, [{ seats: 1 }], { subject: "hall" });
    expect(of({ n: 1, city: "north" }, "above", halls)).toBe(
      "`above` needs a population of `account`, and this one is of `hall`",
    );
  });

  it("refuses an account of a partition that was not fitted", () => {
    expect(of({ n: 1, city: "south" }, "ranked", fitted)).toBe(
      '`ranked` was not fitted for ["south"]: call `fit` with a population that has it',
    );
    expect(evaluate(program, "above", { n: 1, city: "south" }, fitted).status).toBe("undetermined");
  });

  it("is evaluated with what fits it", () => {
    expect(evaluate(program, "above", { n: 7, city: "north" }, fitted).outcome).toBe(1);
  });
});

describe("fitting", () => {
  it("tells which account can't be read", () => {
    expect(thrown(() => fit(program, [...accounts, { n: -1, city: "north" }]))).toBe(
      "account 3 can't be fitted: `n` is -1: it is below the least allowed, 0; give persons from 0 on",
    );
    expect(thrown(() => fit(program, [{ n: 10n as unknown as number, city: "north" }]))).toContain(
      "account 1 can't be fitted: `n` is 10",
    );
  });

  it("tells an unknown subject with the nearest known", () => {
    expect(thrown(() => fit(program, [], { subject: "acount" }))).toBe(
      "`tiny` has no subject `acount`; did you mean `account`?",
    );
    expect(thrown(() => fit(program, [], { subject: "toString" }))).toBe(
      "`tiny` has no subject `toString`; it has `account`, `hall`",
    );
  });

  const noPopulation = (is: string) =>
    `the population is ${is}: hand in a list of accounts, or a function that starts a generator of them`;
  it.each([
    [null, noPopulation("null")],
    [42, noPopulation("42")],
    ["accounts", noPopulation('"accounts"')],
    [{ n: 1 }, noPopulation('{"n":1}')],
    [() => 1, noPopulation("1")],
    [[{}, null], "account 2 is null: each must be an object of facts"],
    [["x"], 'account 1 is "x": each must be an object of facts'],
  ])("refuses what is no population: %j", (of, message) => {
    expect(thrown(() => fit(program, of as never))).toBe(message);
  });

  // What rests on another part of the population is fitted in a pass of its own.
  const above = {
    expression: { difference: [fact("n"), mean] },
    operator: "greaterThan",
    value: 0,
  };
  const share = { aggregate: "count", over: "account", by: [], unknown: "left-out", where: above };
  const inTwo = programOf(
    tiny({
      facts: { n: number("n"), city: label("city", "north") },
      decisions: { it: decision("it", "formula", formula(share)) },
    }),
  );

  it("goes through a population once for each step that rests on another", () => {
    const started = () => accounts.values();
    expect(fit(inTwo, started)).toEqual(fit(inTwo, accounts));
    const once = thrown(() => fit(inTwo, accounts.values()));
    expect(once).toBe(
      "the population had 2 accounts when it was first gone through and 0 the next time: hand in an array, or a function that starts the generator anew",
    );
    expect(outcomeOf(inTwo, {}, "it", fit(inTwo, accounts))).toBe(1);
  });

  it("in passes says how many are left, and what was in the last one", () => {
    const fitting = startFit(inTwo);
    const ended = () => {
      const { subjects, unplaced } = fitting.next();
      return [subjects, unplaced, fitting.passes];
    };
    expect(fitting.passes).toBe(2);
    expect(ended()).toEqual([0, 0, 2]);
    expect(fitting.add({ n: 4, city: "north" })).toEqual([]);
    expect(fitting.add({ n: 5 })).toEqual([]);
    expect(fitting.add({ n: -1, city: "north" })).toHaveLength(1);
    expect(ended()).toEqual([2, 1, 1]);
    fitting.add({ n: 4, city: "north" });
    expect(ended()).toEqual([1, 0, 0]);
  });

  it("stamps what it gives", () => {
    const { hash, settings } = program;
    expect(fit(program, accounts)).toMatchObject({
      ...{ ruleset: "tiny", version: "1.0.0", hash, settings, subject: "account" },
      ...{ subjects: 2, unplaced: 0 },
    });
    expect(fit(program, [{ n: 1 }]).unplaced).toBe(1);
  });
});

describe("settings", () => {
  const with_ = (parameters: object) => {
    const loaded = loadRuleset(loadedDocument);
    if (!loaded.ok) throw new Error("the document has faults");
    return thrown(() => compile(loaded.ruleset, { parameters: parameters as never }));
  };
  const head = "the settings of `tiny` can't be used:\n";
  it.each([
    [{ leest: 3 }, "/parameters/leest: no parameter is called `leest` (did you mean `least`?)"],
    [
      { least: 0 },
      "/parameters/least: 0 is outside the bounds 1 to 20 with 0 decimals (set a value within the bounds, or change the bounds where they are declared)",
    ],
    [
      { least: 21 },
      "/parameters/least: 21 is outside the bounds 1 to 20 with 0 decimals (set a value within the bounds, or change the bounds where they are declared)",
    ],
    [
      { least: 1.5 },
      "/parameters/least: 1.5 is outside the bounds 1 to 20 with 0 decimals (set a value within the bounds, or change the bounds where they are declared)",
    ],
    [{ least: "3" }, "/parameters/least: `3` stands where a number is expected (write a number)"],
    [
      { unstated: "2010-02-30" },
      "/parameters/unstated: `2010-02-30` stands where a day of the calendar, such as `2010-11-30` is expected (write a day of the calendar, such as `2010-11-30`)",
    ],
    [
      { side: "hig" },
      "/parameters/side: `hig` is not a reading of the parameter `side` (did you mean `high`?)",
    ],
  ])("%o are refused", (parameters, message) => {
    expect(with_(parameters)).toBe(head + message);
  });

  it("carry what was found as data", () => {
    const loaded = loadRuleset(loadedDocument);
    if (!loaded.ok) throw new Error("the document has faults");
    try {
      compile(loaded.ruleset, { parameters: { least: 0 } });
    } catch (error) {
      expect((error as TiercutError).diagnostics.map((d) => d.code)).toEqual(["out-of-bounds"]);
    }
  });

  it("that can't stand where they are put are refused", () => {
    const loaded = loadRuleset(
      tiny({
        facts: { n: number("n") },
        parameters: {
          each: {
            type: "number",
            ...named("each"),
            unit: text("each"),
            scale: 0,
            min: 0,
            max: 10,
            default: 10,
          },
        },
        decisions: {
          it: decision("it", "quota", {
            items: {
              managers: {
                ...named("managers"),
                unit: text("each"),
                need: {
                  method: "per",
                  of: fact("n"),
                  per: { parameter: "each" },
                  rounding: "ceil",
                },
              },
            },
          }),
        },
      }),
    );
    // Refused at once, since the bounds allow it; or when it is set so.
    if (!loaded.ok) return;
    const message = thrown(() => compile(loaded.ruleset, { parameters: { each: 0 } }));
    expect(message).toContain("/decisions/it/items/managers/need/per");
  });

  it("that together make two bands begin alike are refused", () => {
    const bound = (name: string, value: number) => ({
      type: "number",
      ...named(name),
      unit: text("each"),
      scale: 0,
      min: 0,
      max: 100,
      default: value,
    });
    const loaded = loadRuleset(
      tiny({
        facts: { n: number("n") },
        parameters: { middle: bound("middle", 10), high: bound("high", 20) },
        decisions: {
          it: decision("it", "bands", {
            input: fact("n"),
            closed: "lower",
            bands: {
              one: { outcome: 1 },
              two: { from: { parameter: "middle" }, outcome: 2 },
              three: { from: { parameter: "high" }, outcome: 3 },
            },
          }),
        },
      }),
    );
    if (!loaded.ok) throw new Error("the document has faults");
    const refused = (parameters: object) =>
      thrown(() => compile(loaded.ruleset, { parameters: parameters as never }));
    const alike = (settings: string) =>
      `\`tiny\` can't be compiled: these settings make a ruleset that can't be run (${settings})\n/decisions/it/bands: the bands \`two\` and \`three\` both begin at 20 (give each band its own beginning)`;
    expect(refused({ middle: 20 })).toBe(alike("middle = 20"));
    expect(refused({ middle: 20, high: 20 })).toBe(alike("middle = 20, high = 20"));
    expect(refused({ middle: 30, high: 15 })).toBe(
      "the settings (middle = 30, high = 15) put the bands at /decisions/it in another order: one < three < two instead of one < two < three; keep each band between its neighbours",
    );
    expect(compile(loaded.ruleset, { parameters: { middle: 19 } as never })).toBeDefined();
  });
});

describe("a program", () => {
  it.each([[undefined], [null], [{}], [{ document: {} }], [{ document: { decisions: {} } }]])(
    "is not made of what is no ruleset: %j",
    (ruleset) => {
      expect(thrown(() => compile(ruleset as never))).toBe(
        "`compile` takes a ruleset: hand in what `loadRuleset` gave as `ruleset`, or a shipped one",
      );
    },
  );

  it.each([[undefined], [{}]])("is asked for where there is none: %j", (other) => {
    expect(thrown(() => evaluate(other as unknown as Program, "big", {}, undefined as never))).toBe(
      "this takes a program: hand in what `compile` gave",
    );
  });

  const ruleset = (more: Json, decisions: Json) =>
    ({ document: tiny({ facts: { n: number("n") }, decisions, ...more }), hash: "0" }) as never;

  it("is not made of a ruleset that was never checked", () => {
    const when = compared("m", "lessThan", 5);
    const unknown = { it: decision("it", "rule", { when }) };
    expect(thrown(() => compile(ruleset({}, unknown)))).toBe(
      "`tiny` can't be compiled: check it with `loadRuleset` first\n/decisions/it/when: `unknown-fact` (`loadRuleset` tells what is wrong and how to mend it)",
    );
  });

  it("tells in Chinese too what only checking tells", () => {
    const when = compared("m", "lessThan", 5);
    const found = diagnosticsOf(() =>
      compile(ruleset({}, { it: decision("it", "rule", { when }) })),
    );
    expect(found).toMatchObject([
      {
        code: "unknown-fact",
        message: { zh: "`unknown-fact`" },
        help: { zh: "用 `loadRuleset` 检查规则集，会说明问题和改法" },
        severity: "error",
      },
    ]);
  });
});

describe("a day to compile for", () => {
  const on = (day: unknown, effective: Json) => () => {
    const loaded = loadRuleset({ ...loadedDocument, effective });
    if (!loaded.ok) throw new Error("the document has faults");
    return compile(loaded.ruleset, { on: day as string }).on;
  };
  const [from, to] = ["2003-01-01", "2004-12-31"];

  it("must be one", () => {
    expect(thrown(on("2012-3-1", {}))).toBe('"2012-3-1" is no day: write one such as "2012-03-01"');
    expect(thrown(on(2012, {}))).toBe('2012 is no day: write one such as "2012-03-01"');
  });

  it("must be within the time the ruleset is in force, both its ends too", () => {
    const off = (day: string) => `\`tiny 1.0.0\` is not in force on ${day}: it is `;
    for (const day of [from, to]) expect(on(day, { from, to })()).toBe(day);
    expect(thrown(on("2002-12-31", { from }))).toBe(`${off("2002-12-31")}from 2003-01-01`);
    expect(thrown(on("2005-01-01", { to }))).toBe(`${off("2005-01-01")}to 2004-12-31`);
    expect(thrown(on("2005-01-01", { from, to }))).toBe(
      `${off("2005-01-01")}from 2003-01-01 to 2004-12-31`,
    );
    expect(on("2002-12-31", { to })()).toBe("2002-12-31");
    expect(on("2005-01-01", { from })()).toBe("2005-01-01");
  });

  it("is only told of a program that was compiled for one", () => {
    expect(on("2003-06-01", {})()).toBe("2003-06-01");
    expect(Object.keys(program)).not.toContain("on");
    expect(Object.keys(program)).not.toContain("chain");
  });
});

describe("what is handed in", () => {
  it("is never changed", () => {
    const own = frozen(structuredClone(loadedDocument));
    const loaded = loadRuleset(own);
    if (!loaded.ok) throw new Error("the document has faults");
    const frozenProgram = frozen(compile(loaded.ruleset, frozen({ parameters: { least: 5 } })));
    const population = frozen(structuredClone(accounts));
    const fit_ = frozen(fit(frozenProgram, population, frozen({ subject: "account" })));
    const facts = frozen({ n: 7, city: "north", services: ["data", "phone", "data"] });
    const result = frozen(evaluate(frozenProgram, "above", facts, fit_));
    expect(result.outcome).toBe(1);
    expect(explain(result, frozen({ lang: "zh" }))).toContain("above");
    expect(frozen(evaluate(frozenProgram, "big", facts)).outcome).toBe(true);
  });

  it("gives the same again, from a program that was used before", () => {
    const facts = { n: 7, city: "north" };
    const first = evaluate(program, "above", facts, fitted);
    evaluate(program, "above", { n: 1, city: "north" }, fitted);
    expect(evaluate(program, "above", facts, fitted)).toEqual(first);
    expect(JSON.parse(JSON.stringify(first))).toEqual(JSON.parse(JSON.stringify({ ...first })));
  });
});

describe("a rule on what is not given", () => {
  it("does not confuse unknown with no", () => {
    const strike = programOf(
      tiny({
        facts: { flag: boolean("flag") },
        decisions: { it: decision("it", "rule", { when: { not: is("flag") } }) },
      }),
    );
    expect(evaluate(strike, "it", {}).status).toBe("undetermined");
  });
});
