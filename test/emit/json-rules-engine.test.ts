import fc from "fast-check";
import { Engine } from "json-rules-engine";
import { describe, expect, it } from "vitest";
import { addToEngine } from "../../src/emit/json-rules-engine.ts";
import { type Program, TiercutError } from "../../src/index.ts";
import { Decimal } from "../../src/plan/decimal.ts";
import {
  booleans,
  compared,
  date,
  decision,
  fact,
  faultsOf,
  formula,
  is,
  type Json,
  label,
  list,
  named,
  number,
  numbers,
  only,
  outcomeOf,
  programOf,
  run,
  text,
  tiny,
} from "../kinds/tiny.ts";

/** What a real engine says: the names of the decisions that hold. */
async function heldIn(program: Program, facts: Json, ...names: readonly string[]) {
  const engine = new Engine([], { allowUndefinedFacts: true });
  for (const name of names) addToEngine(engine, program, name);
  const { events } = await engine.run({ ...facts });
  return events.map((e) => e.type);
}
const holdsIn = async (program: Program, facts: Json) =>
  (await heldIn(program, facts, "it")).includes("it");

const facts = {
  ...numbers("n m", { scale: 1, min: -100, max: 100 }),
  ...booleans("a b"),
  l: label("l", "x", "y", "z"),
  k: label("k", "x", "xy", "y"),
  s: list("s", "x", "y", "z"),
  day: date("day"),
};
const rule = (when: unknown, more: Json = {}) => programOf(only("rule", { when, ...more }, facts));

/* Generated rules: all that both sides can say, on facts that are all known. */

const tenths = fc.integer({ min: -30, max: 30 }).map((n) => n / 10);
const orders = ["lessThan", "lessThanInclusive", "greaterThan", "greaterThanInclusive"];
const equality = fc.constantFrom("equal", "notEqual");
const days = fc.constantFrom("2009-12-31", "2010-01-01", "2010-02-28", "2010-11-30");
const someOf = (...values: readonly string[]) => fc.subarray([...values], { minLength: 1 });

const comparison = fc.oneof(
  fc
    .tuple(fc.constantFrom("n", "m"), fc.constantFrom("equal", "notEqual", ...orders), tenths)
    .map(([f, o, v]) => compared(f, o, v)),
  fc.constantFrom("equal", "notEqual", ...orders).map((o) => compared("n", o, fact("m"))),
  fc.tuple(fc.constantFrom("a", "b"), equality, fc.boolean()).map(([f, o, v]) => compared(f, o, v)),
  equality.map((o) => compared("a", o, fact("b"))),
  fc.tuple(equality, fc.constantFrom("x", "y", "z")).map(([o, v]) => compared("l", o, v)),
  fc
    .tuple(fc.constantFrom("in", "notIn"), someOf("x", "y", "z"))
    .map(([o, v]) => compared("l", o, v)),
  fc
    .tuple(fc.constantFrom("in", "notIn"), someOf("x", "xy", "y"))
    .map(([o, v]) => compared("k", o, v)),
  fc
    .tuple(fc.constantFrom("in", "notIn"), fc.constantFrom("x", "xy", "y"))
    .map(([o, v]) => compared("k", o, v)),
  fc
    .tuple(fc.constantFrom("contains", "doesNotContain"), fc.constantFrom("x", "y", "z"))
    .map(([o, v]) => compared("s", o, v)),
  fc
    .tuple(fc.constantFrom("contains", "doesNotContain"), someOf("x", "y", "z"))
    .map(([o, v]) => compared("s", o, v)),
  fc
    .tuple(fc.constantFrom("equal", "notEqual", ...orders), days)
    .map(([o, v]) => compared("day", o, v)),
  fc.tuple(fc.constantFrom("n", "s", "day"), fc.boolean()).map(([f, v]) => compared(f, "given", v)),
  fc.boolean().map((constant) => ({ constant })),
  fc.constant({ condition: "named" }),
);

const { tree } = fc.letrec<{ tree: unknown }>((tie) => ({
  tree: fc.oneof(
    { depthSize: "small" },
    comparison,
    fc.array(tie("tree"), { minLength: 1, maxLength: 3 }).map((all) => ({ all })),
    fc.array(tie("tree"), { minLength: 1, maxLength: 3 }).map((any) => ({ any })),
    tie("tree").map((not) => ({ not })),
  ),
}));

const known = fc.record({
  n: tenths,
  m: tenths,
  a: fc.boolean(),
  b: fc.boolean(),
  l: fc.constantFrom("x", "y", "z"),
  k: fc.constantFrom("x", "xy", "y"),
  s: fc.subarray(["x", "y", "z"]),
  day: days,
});

describe("a rule handed to an engine", () => {
  it("holds there where it holds here, on known facts", async () => {
    await fc.assert(
      fc.asyncProperty(
        tree,
        comparison,
        fc.array(known, { minLength: 2, maxLength: 2 }),
        async (when, inner, cases) => {
          const plain = JSON.stringify(inner).includes("condition") ? is("a") : inner;
          const program = rule(when, { conditions: { named: { ...named("named"), when: plain } } });
          for (const facts of cases) {
            expect(await holdsIn(program, facts)).toBe(outcomeOf(program, facts));
          }
        },
      ),
      { numRuns: 400 },
    );
  });

  it("emits an event with its label and citation", async () => {
    const engine = new Engine();
    addToEngine(engine, rule(is("a")), "it");
    const { events, results } = await engine.run({ a: true });
    expect(events).toEqual([{ type: "it", params: named("it") }]);
    expect(results.map((r) => r.name)).toEqual(["it"]);
    expect((await engine.run({ a: false })).events).toEqual([]);
  });

  it("stands beside others in one engine", async () => {
    const program = programOf(
      tiny({
        facts,
        decisions: {
          one: decision("one", "rule", { when: is("a") }),
          two: decision("two", "rule", { when: compared("s", "given", true) }),
        },
      }),
    );
    expect(await heldIn(program, { a: true, s: [] }, "one", "two")).toEqual(
      expect.arrayContaining(["one", "two"]),
    );
    expect(await heldIn(program, { a: true, s: null }, "one", "two")).toEqual(["one"]);
  });

  it("has its parameters put in", async () => {
    const least = {
      type: "number",
      ...named("least"),
      unit: text("each"),
      scale: 0,
      min: 0,
      max: 50,
      default: 10,
    };
    const document = only(
      "rule",
      { when: compared("n", "greaterThanInclusive", { parameter: "least" }) },
      facts,
      {
        parameters: { least },
      },
    );
    expect(await holdsIn(programOf(document), { n: 10 })).toBe(true);
    expect(await holdsIn(programOf(document, { least: 11 }), { n: 10 })).toBe(false);
  });

  it("leaves the program as it was", () => {
    const program = rule({ any: [is("a"), { not: is("b") }] });
    const before = JSON.stringify(program);
    addToEngine(new Engine(), program, "it");
    expect(JSON.stringify(program)).toBe(before);
  });
});

describe("what can't be handed over is refused", () => {
  const refused = (program: Program, name = "it") => {
    expect(() => addToEngine(new Engine(), program, name)).toThrow(TiercutError);
    try {
      addToEngine(new Engine(), program, name);
    } catch (error) {
      return (error as Error).message;
    }
    return "";
  };
  const uses = (what: string, path: string) =>
    `${path} uses ${what}, which an engine can't compute: evaluate the decision with \`evaluate\``;

  it("a decision that is no rule, or does not exist", () => {
    const program = programOf(only("formula", formula(fact("n")), facts));
    expect(refused(program)).toBe(
      "`it` is of the kind `formula`: only a `rule` can be handed to an engine",
    );
    expect(refused(program, "that")).toBe("`tiny` has no decision `that`; it has `it`");
    expect(refused(program, "toString")).toBe("`tiny` has no decision `toString`; it has `it`");
  });

  it("a rule whose parameter is not set, which is told as such", () => {
    const least = {
      type: "number",
      ...named("least"),
      unit: text("each"),
      scale: 0,
      min: 0,
      max: 5,
    };
    const when = compared("n", "lessThan", { parameter: "least" });
    const program = programOf(only("rule", { when }, facts, { parameters: { least } }));
    expect(refused(program)).toContain("`least`");
  });

  it("another decision, and arithmetic, with their place", () => {
    const half = { quotient: [fact("n"), 2], scale: 0, rounding: "floor" };
    const other = programOf(
      tiny({
        facts,
        decisions: {
          it: decision("it", "rule", {
            when: { all: [is("a"), { decision: "other", operator: "equal", value: true }] },
          }),
          other: decision("other", "rule", { when: is("b") }),
        },
      }),
    );
    expect(refused(other)).toBe(uses("another decision", "/decisions/it/when/all/1"));
    const left = rule({ not: { expression: half, operator: "lessThan", value: 1 } });
    expect(refused(left)).toBe(uses("arithmetic", "/decisions/it/when/not"));
    expect(refused(rule(compared("n", "lessThan", half)))).toBe(
      uses("arithmetic", "/decisions/it/when/value"),
    );
  });
});

describe("where the two differ on purpose", () => {
  const native = async (conditions: object, facts: Json, options = {}) => {
    const engine = new Engine([], options);
    engine.addRule({ conditions: conditions as never, event: { type: "it" } });
    return (await engine.run({ ...facts })).events.length > 0;
  };

  it("a fact that is not given: under `not` the engine says yes, and here it is unknown", async () => {
    const conditions = { not: { fact: "n", operator: "greaterThan", value: 5 } };
    expect(await native({ all: [conditions] }, {}, { allowUndefinedFacts: true })).toBe(true);
    await expect(native({ all: [conditions] }, {})).rejects.toThrow(/[Uu]ndefined fact/);
    const program = rule(conditions);
    expect(run(program, {})).toMatchObject({ status: "undetermined", missing: ["n"] });
    expect(await holdsIn(program, {})).toBe(true);
  });

  it("an empty `any`: the engine says yes, and here it is refused", async () => {
    expect(await native({ any: [] }, {})).toBe(true);
    expect(faultsOf(only("rule", { when: { any: [] } }, facts))).toEqual([
      "empty-group /decisions/it/when/any",
    ]);
    expect(faultsOf(only("rule", { when: { all: [] } }, facts))).toEqual([
      "empty-group /decisions/it/when/all",
    ]);
  });

  it("decimals: the engine compares them as text, and here they are exact", async () => {
    const nine = new Decimal(9);
    const ten = new Decimal(10);
    const above = { all: [{ fact: "n", operator: "greaterThan", value: ten }] };
    expect(await native(above, { n: nine })).toBe(true);
    const asText = { all: [{ fact: "n", operator: "greaterThan", value: "10" }] };
    expect(await native(asText, { n: "9" })).toBe(true);
    expect(nine.gt(ten)).toBe(false);
    const program = rule(compared("n", "greaterThan", 10));
    expect(outcomeOf(program, { n: 9 })).toBe(false);
    expect(() => outcomeOf(program, { n: "9" })).toThrow(/must be a number/);
    expect(() => outcomeOf(program, { n: nine })).toThrow(/must be a number/);
  });

  it("texts that begin with a number: for the engine a number, and here none", async () => {
    expect(
      await native({ all: [{ fact: "n", operator: "lessThan", value: "2" }] }, { n: "12abc" }),
    ).toBe(true);
    expect(() => outcomeOf(rule(compared("n", "lessThan", 2)), { n: "12abc" })).toThrow(
      /must be a number/,
    );
    expect(faultsOf(only("rule", { when: compared("n", "lessThan", "2") }, facts))).toEqual([
      "type-mismatch /decisions/it/when",
    ]);
  });

  it("sums of tenths: the engine's are doubles, and here they are exact", async () => {
    const when = { expression: { sum: [fact("n"), fact("m")] }, operator: "equal", value: 0.3 };
    expect(
      await native({ all: [{ fact: "sum", operator: "equal", value: 0.3 }] }, { sum: 0.1 + 0.2 }),
    ).toBe(false);
    expect(outcomeOf(rule(when), { n: 0.1, m: 0.2 })).toBe(true);
  });

  it.each(["path", "params", "priority", "name"])("the key `%s` is refused here", (key) => {
    const when = { ...compared("n", "lessThan", 2), [key]: "$.x" };
    expect(faultsOf(only("rule", { when }, facts))).toEqual([
      `unknown-key /decisions/it/when/${key}`,
    ]);
  });

  it("an operator of the engine's user is refused here", () => {
    const when = compared("n", "startsWith", 2);
    expect(faultsOf(only("rule", { when }, facts))).toEqual([
      "bad-value /decisions/it/when/operator",
    ]);
  });

  it("`contains` with several values: any one is enough, and the engine is told so", async () => {
    const program = rule(compared("s", "contains", ["x", "y"]));
    expect(await native({ all: [compared("s", "contains", ["x", "y"])] }, { s: ["x", "y"] })).toBe(
      false,
    );
    expect(await holdsIn(program, { s: ["y"] })).toBe(true);
    expect(await holdsIn(program, { s: ["z"] })).toBe(false);
    const lacks = rule(compared("s", "doesNotContain", ["x", "y"]));
    expect(await holdsIn(lacks, { s: ["z"] })).toBe(true);
    expect(await holdsIn(lacks, { s: ["z", "x"] })).toBe(false);
  });

  it("`in` with one value: the engine looks inside the text, and here labels are whole", async () => {
    expect(await native({ all: [compared("k", "in", "xy")] }, { k: "x" })).toBe(true);
    const program = rule(compared("k", "in", "xy"));
    expect(outcomeOf(program, { k: "x" })).toBe(false);
    expect(await holdsIn(program, { k: "x" })).toBe(false);
    expect(await holdsIn(program, { k: "xy" })).toBe(true);
  });

  it("`given` is always known, and is added to the engine", async () => {
    const program = rule({ not: compared("n", "given", true) });
    expect(outcomeOf(program, {})).toBe(true);
    expect(await holdsIn(program, { n: null })).toBe(true);
    expect(await holdsIn(program, {})).toBe(true);
    expect(await holdsIn(program, { n: 0 })).toBe(false);
    await expect(native({ all: [compared("n", "given", true)] }, { n: 1 })).rejects.toThrow();
  });

  it("the engine answers later, and here at once", () => {
    const program = rule(is("a"));
    expect(outcomeOf(program, { a: true })).toBe(true);
    const engine = new Engine();
    addToEngine(engine, program, "it");
    expect(engine.run({ a: true })).toBeInstanceOf(Promise);
  });

  it("a fact out of its range is refused here, and the engine takes it", async () => {
    const program = programOf(
      only("rule", { when: compared("n", "lessThan", 5) }, { n: number("n") }),
    );
    expect(await holdsIn(program, { n: -1 })).toBe(true);
    expect(() => outcomeOf(program, { n: -1 })).toThrow(/below the least allowed/);
  });
});
