import fc from "fast-check";
import { Almanac, Engine } from "json-rules-engine";
import { describe, expect, it, vi } from "vitest";
import { toEngine } from "../../src/emit/json-rules-engine.ts";
import { compile, type Program, type Result, TiercutError } from "../../src/index.ts";
import { Decimal } from "../../src/plan/decimal.ts";
import { ruleset as anqing } from "../../src/policies/anqing-mobile-2010.ts";
import { documents, factNames, load, point } from "../analyze/arbitraries.ts";
import {
  boolean,
  booleans,
  compared,
  date,
  decision,
  fact,
  formula,
  is,
  type Json,
  label,
  list,
  named,
  numbers,
  only,
  programOf,
  run,
  terms,
  text,
  tiny,
  words,
} from "../kinds/tiny.ts";

const facts = {
  ...numbers("n m", { scale: 1, min: -100, max: 100 }),
  ...booleans("a b"),
  l: label("l", "x", "y", "z"),
  s: list("s", "x", "y", "z"),
  day: date("day"),
  w: words("w"),
};
const rule = (when: unknown, more: Json = {}) => programOf(only("rule", { when, ...more }, facts));

type Events = readonly { readonly type: string; readonly params?: Json | undefined }[];

/** What an engine emits. */
async function emitted(engine: Engine, known: Json = {}): Promise<Events> {
  const { events } = await engine.run({ ...known });
  return events.toSorted((a, b) => (a.type < b.type ? -1 : 1));
}

/** What it must emit of a result: yes, the outcome of a band, or that it is open. */
function expected(program: Program, name: string, result: Result): Events {
  const planned = program.plan.decisions[name];
  const { label, citation } = result;
  if (result.status === "undetermined") {
    const { missing, cause } = result;
    const params = { decision: name, label, citation, missing, ...(cause ? { cause } : {}) };
    return [{ type: "undetermined", params }];
  }
  if (planned?.kind !== "bands") {
    return result.outcome === true ? [{ type: name, params: { label, citation } }] : [];
  }
  return [{ type: name, params: expect.objectContaining({ outcome: result.outcome }) }];
}

const isSaid = ["rule", "checklist", "quota", "bands"];

describe("an engine made of decisions", () => {
  it("decides what `evaluate` decides, of every kind it takes, and refuses every other", async () => {
    const seen = new Set<string>();
    await fc.assert(
      fc.asyncProperty(
        documents(factNames),
        fc.array(point, { minLength: 3, maxLength: 3 }),
        async (document, points) => {
          const program: Program = compile(load(document));
          for (const [name, { kind }] of Object.entries(program.plan.decisions)) {
            if (!isSaid.includes(kind)) {
              expect(() => toEngine(program, name)).toThrow(`\`${name}\` can't be handed`);
              continue;
            }
            const engine = toEngine(program, name);
            for (const known of points) {
              const result = run(program, known as Json, name);
              seen.add(`${kind} ${result.status === "decided" ? result.outcome : "open"}`);
              expect(await emitted(engine, known as Json)).toEqual(expected(program, name, result));
            }
          }
        },
      ),
      { numRuns: 120 },
    );
    const answers = ["rule", "checklist", "quota"].flatMap((k) => [`${k} true`, `${k} false`]);
    const outcomes = isSaid.map((k) => `${k} open`).concat("bands x", "bands y", "bands 5");
    expect([...seen]).toEqual(expect.arrayContaining([...answers, ...outcomes]));
  });

  it("emits an event with its label and citation where the answer is yes", async () => {
    const engine = toEngine(rule(is("a")), "it");
    expect(engine).toBeInstanceOf(Engine);
    const yes = await engine.run({ a: true });
    expect(yes.events).toEqual([{ type: "it", params: named("it") }]);
    expect(yes.results.map((r) => r.name)).toEqual(["it"]);
    const no = await engine.run({ a: false });
    expect(no.events).toEqual([]);
    expect(no.failureEvents).toContainEqual({ type: "it", params: named("it") });
  });

  it("says what is missing where the answer is open, before anyone hears of it", async () => {
    const engine = toEngine(rule({ any: [is("a"), compared("n", "lessThan", 5)] }), "it");
    const heard = vi.fn();
    engine.on("undetermined", heard);
    const params = { decision: "it", ...named("it"), missing: ["n"] };
    expect(await emitted(engine, { a: false })).toEqual([{ type: "undetermined", params }]);
    expect(heard.mock.calls.map(([told]) => told)).toEqual([params]);
    expect(await emitted(engine, { a: true })).toEqual([{ type: "it", params: named("it") }]);
    expect(await emitted(engine, { a: false, n: 5 })).toEqual([]);
  });

  it("says why it is open where no fact is missing", async () => {
    const half = { quotient: [1, fact("n")], scale: 1, rounding: "floor" };
    const engine = toEngine(rule({ expression: half, operator: "lessThan", value: 1 }), "it");
    const params = { decision: "it", ...named("it"), missing: [], cause: "zero-divisor" };
    expect(await emitted(engine, { n: 0 })).toEqual([{ type: "undetermined", params }]);
  });

  it("emits one event for the band a number is in", async () => {
    const bands = { low: { outcome: "1" }, high: { from: 10, outcome: "2", ...named("high") } };
    const body = { input: fact("n"), bands, outcomes: terms("1", "2", "edge") };
    const edge = { exactly: { edge: { value: 20, outcome: "edge" } } };
    const at = async (closed: string, n: number | null, more: Json = {}) => {
      const program = programOf(only("bands", { ...body, closed, ...more }, facts));
      return (await emitted(toEngine(program, "it"), { n })).map((e) => e.params?.outcome);
    };
    expect(await at("lower", 9.9)).toEqual(["1"]);
    expect(await at("lower", 10)).toEqual(["2"]);
    expect(await at("upper", 10)).toEqual(["1"]);
    expect(await at("upper", 10.1)).toEqual(["2"]);
    expect(await at("lower", 20, edge)).toEqual(["edge"]);
    expect(await at("lower", 20.1, edge)).toEqual(["2"]);
    expect(await at("lower", null, edge)).toEqual([undefined]);
    const engine = toEngine(programOf(only("bands", { ...body, closed: "lower" }, facts)), "it");
    const { events, results } = await engine.run({ n: 10 });
    expect(events).toEqual([{ type: "it", params: { outcome: "2", ...named("high") } }]);
    expect(results.map((r) => r.name)).toEqual(["it.high"]);
  });

  it("waits for facts, and asks for each once, whatever number of decisions need it", async () => {
    const program = programOf(
      tiny({
        facts,
        decisions: {
          one: decision("one", "rule", { when: is("a") }),
          two: decision("two", "rule", { when: { all: [is("a"), compared("n", "lessThan", 5)] } }),
        },
      }),
    );
    const engine = toEngine(program, "one", "two");
    const a = vi.fn(async () => true);
    engine.addFact("a", a).addFact("n", () => Promise.resolve(4));
    expect((await emitted(engine)).map((e) => e.type)).toEqual(["one", "two"]);
    expect(a).toHaveBeenCalledTimes(1);
  });

  it("has its parameters put in", async () => {
    const least = { type: "number", ...named("least"), unit: text("each"), scale: 0 };
    const parameters = { least: { ...least, min: 0, max: 50, default: 10 } };
    const when = compared("n", "greaterThanInclusive", { parameter: "least" });
    const document = only("rule", { when }, facts, { parameters });
    expect(await emitted(toEngine(programOf(document), "it"), { n: 10 })).toHaveLength(1);
    expect(await emitted(toEngine(programOf(document, { least: 11 }), "it"), { n: 10 })).toEqual(
      [],
    );
  });

  it("leaves the program and the facts as they were", async () => {
    const program = rule({ any: [is("a"), { not: is("b") }] });
    const known = { a: null, b: null };
    const before = JSON.stringify([program, known]);
    await toEngine(program, "it").run(known);
    expect(JSON.stringify([program, known])).toBe(before);
  });
});

describe("the tree of what an engine found", () => {
  const treeOf = async (program: Program, known: Json) => {
    const { results, failureResults } = await toEngine(program, "it").run({ ...known });
    const found = [...results, ...failureResults].find((r) => r.name === "it");
    return { result: found?.result, ...JSON.parse(JSON.stringify(found?.conditions)) };
  };

  it("has the form of the rule, with the part each named condition is", async () => {
    const when = { all: [{ condition: "large" }, { not: is("a") }, compared("l", "notIn", ["x"])] };
    const large = { ...named("large"), when: compared("n", "greaterThanInclusive", 10) };
    const program = rule(when, { conditions: { large } });
    expect(await treeOf(program, { n: 10, a: false, l: "y" })).toEqual({
      name: "it",
      priority: 1,
      result: true,
      all: [
        {
          name: "it.large",
          fact: "n",
          operator: "greaterThanInclusive",
          value: 10,
          factResult: 10,
          valueResult: 10,
          result: true,
        },
        {
          priority: 1,
          not: {
            fact: "a",
            operator: "orUnknown:equal",
            value: true,
            factResult: false,
            valueResult: true,
            result: false,
          },
        },
        {
          fact: "l",
          operator: "notIn",
          value: ["x"],
          factResult: "y",
          valueResult: ["x"],
          result: true,
        },
      ],
    });
  });

  it("asks under `not` whether something could hold, so that what is unknown is no yes", async () => {
    const program = rule({ not: { all: [is("a"), { not: is("b") }] } });
    const open = await treeOf(program, { a: true });
    expect(open.result).toBe(false);
    expect(open.not.all.map((c: Json) => c.operator ?? (c.not as Json).operator)).toEqual([
      "orUnknown:equal",
      "equal",
    ]);
    expect((await treeOf(program, { a: false })).result).toBe(true);
    expect((await treeOf(program, { b: true })).result).toBe(true);
  });

  it("shows what is computed as a fact of its own, at its place", async () => {
    const value = formula({ product: [fact("n"), 2] });
    const program = programOf(
      tiny({
        facts: { ...facts, other: boolean("other") },
        decisions: {
          it: decision("it", "rule", {
            when: {
              any: [
                {
                  expression: { sum: [fact("n"), fact("m")] },
                  operator: "equal",
                  value: fact("n"),
                },
                { decision: "other.value", operator: "equal", value: 4 },
                { decision: "twice.value", operator: "equal", value: 4 },
                { decision: "yes", operator: "equal", value: false },
              ],
            },
          }),
          // Its own name is that of a fact.
          other: decision("other", "formula", value),
          twice: decision("twice", "formula", value),
          yes: decision("yes", "rule", { when: is("a") }),
        },
      }),
    );
    const { any } = await treeOf(program, { n: 2, m: 0.1, a: true });
    expect(any[0]).toMatchObject({
      fact: "/decisions/it/when/any/0/expression",
      factResult: 2.1,
      value: { fact: "n" },
      valueResult: 2,
      result: false,
    });
    expect(any[1]).toMatchObject({
      fact: "/decisions/other/outputs/value/value",
      factResult: 4,
      result: true,
    });
    expect(any[2]).toMatchObject({ fact: "twice", factResult: 4, result: true });
    expect(any[3]).toMatchObject({ not: { name: "yes", fact: "a", result: true } });
  });

  it("keeps what is computed exact, to the last of sixty digits", async () => {
    const product = { product: [fact("n"), fact("n"), fact("n"), fact("n"), fact("n"), fact("n")] };
    const when = { expression: product, operator: "greaterThan", value: { minimum: [product, 0] } };
    const program = programOf(only("rule", { when }, numbers("n", { scale: 6, max: 999 })));
    const { all } = await treeOf(program, { n: 123.456789 });
    const exact = new Decimal("123.456789").pow(6).toFixed();
    expect(exact.replace(".", "").length).toBeGreaterThan(40);
    expect(all[0].factResult).toBe(exact);
    expect(all[0].result).toBe(true);
  });
});

describe("facts are read as `evaluate` reads them", () => {
  const program = rule({ any: [compared("n", "lessThan", 5), compared("w", "equal", "x")] });
  const refusal =
    '`n` is "12abc": it must be a number; give a number of each, without text around it';

  it("and refused in the same words, however they arrive", async () => {
    expect(() => run(program, { n: "12abc" })).toThrow(refusal);
    const engine = toEngine(program, "it");
    await expect(engine.run({ n: "12abc" })).rejects.toThrow(new TiercutError(refusal));
    engine.addFact("n", async () => "12abc");
    await expect(engine.run()).rejects.toThrow(new TiercutError(refusal));
    const almanac = new Almanac({ allowUndefinedFacts: true });
    almanac.addFact("n", "12abc");
    await expect(toEngine(program, "it").run({}, { almanac })).rejects.toThrow(refusal);
    expect(await almanac.factValue("n")).toBe("12abc");
    await expect(toEngine(program, "it").run({ n: 1000 })).rejects.toThrow("above the most");
    await expect(toEngine(program, "it").run({ n: 0.25 })).rejects.toThrow("at most 1 decimal");
  });

  it("and left to the engine where a rule of one's own looks inside them", async () => {
    const engine = toEngine(rule(is("a")), "it");
    const first = { ...compared("s", "equal", "x"), path: "$.0" };
    engine.addRule({ conditions: { all: [first] }, event: { type: "own" } });
    expect((await emitted(engine, { s: ["x"], a: false })).map((e) => e.type)).toEqual(["own"]);
  });

  it("a blank text, `null`, `undefined` and no fact at all are unknown", async () => {
    for (const w of [" ", null, undefined]) {
      const [event] = await emitted(toEngine(program, "it"), { w, n: 7 });
      expect(event?.params?.missing).toEqual(["w"]);
    }
    const [event] = await emitted(toEngine(program, "it"));
    expect(event?.params?.missing).toEqual(["n", "w"]);
  });
});

describe("the operators of such an engine", () => {
  const holds = async (fact: unknown, operator: string, value: unknown) => {
    const engine = toEngine(rule(is("a")), "it");
    const conditions = { all: [{ fact: "mine", operator, value }] };
    engine.addRule({ name: "mine", conditions, event: { type: "mine" } });
    const { events } = await engine.run({ mine: fact });
    return events.some((e) => e.type === "mine");
  };

  it.each([
    [9, "greaterThan", 10, false],
    [new Decimal(9), "greaterThan", new Decimal(10), false],
    [new Decimal("0.3"), "equal", 0.3, true],
    ["2010-02-28", "lessThan", "2010-11-30", true],
    ["2010-02-28", "lessThanInclusive", "2010-02-28", true],
    ["x", "notEqual", "y", true],
    [false, "equal", false, true],
    ["x", "in", ["xy", "x"], true],
    ["x", "in", "xy", false],
    ["x", "notIn", ["xy"], true],
    [["x", "y"], "contains", ["z", "y"], true],
    [["x", "y"], "contains", "z", false],
    [["x", "y"], "doesNotContain", ["z"], true],
    [null, "notEqual", 1, false],
    [null, "orUnknown:equal", 1, true],
    [2, "orUnknown:equal", 1, false],
    [null, "given", false, true],
    [0, "given", true, true],
  ])("%j %s %j: %j", async (fact, operator, value, expected) => {
    expect(await holds(fact, operator, value)).toBe(expected);
  });

  it("refuse to compare what is not alike", async () => {
    const message =
      '"9" can\'t be compared with 10: give both as numbers, as texts, or as true or false';
    await expect(holds("9", "lessThan", 10)).rejects.toThrow(new TiercutError(message));
    await expect(holds(["x"], "equal", "x")).rejects.toThrow("can't be compared");
    await expect(holds("x", "contains", "x")).rejects.toThrow("give it as a list");
  });
});

describe("what can't be handed over is refused", () => {
  const refused = (program: Program, ...names: readonly string[]) => {
    try {
      toEngine(program, ...(names as [string]));
    } catch (error) {
      expect(error).toBeInstanceOf(TiercutError);
      return (error as Error).message;
    }
    return "";
  };

  it("a decision that comes to a value, with the rule to write instead", () => {
    const program = programOf(only("formula", formula(fact("n")), facts));
    expect(refused(program, "it")).toBe(
      "`it` can't be handed to an engine: it comes to a value, and an engine's rule says yes or no; " +
        "evaluate it with `evaluate`, or hand over a rule that compares it: " +
        '{ "decision": "it", "operator": …, "value": … }',
    );
  });

  it("a decision that needs its population", () => {
    expect(refused(compile(anqing) as Program, "class")).toBe(
      "`class` can't be handed to an engine: it needs its population, and an engine sees one subject; `fit` it and use `evaluate`",
    );
  });

  it("decisions about different subjects, and one that does not exist", () => {
    const program = compile(anqing) as Program;
    expect(refused(program, "eligibility", "binding")).toContain(
      "`binding` can't be handed to an engine: it is about `member`, and the first one is about `account`",
    );
    expect(refused(rule(is("a")), "that")).toBe("`tiny` has no decision `that`; it has `it`");
    expect(refused(rule(is("a")), "toString")).toBe(
      "`tiny` has no decision `toString`; it has `it`",
    );
  });

  it("a decision whose name an engine emits itself", () => {
    for (const name of ["error", "success", "failure", "undetermined"]) {
      const when = { when: is("a") };
      const program = programOf(
        tiny({ facts, decisions: { [name]: decision(name, "rule", when) } }),
      );
      expect(refused(program, name)).toContain("an engine emits events of this name");
    }
  });

  it("named conditions that come to more than an engine can take when written out", () => {
    const twice = (name: string) => ({ any: [{ condition: name }, { condition: name }] });
    const conditions = Object.fromEntries(
      Array.from({ length: 20 }, (_, i) => [
        `c${i}`,
        { ...named(`c${i}`), when: i ? twice(`c${i - 1}`) : is("a") },
      ]),
    );
    expect(refused(rule(twice("c19"), { conditions }), "it")).toContain(
      "makes more than 10000 conditions once named ones are written out",
    );
  });
});
