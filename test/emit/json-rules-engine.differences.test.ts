import { readFileSync } from "node:fs";
import { Engine, type EngineOptions } from "json-rules-engine";
import { describe, expect, it } from "vitest";
import { fromRules, toEngine } from "../../src/emit/json-rules-engine.ts";
import type { Program } from "../../src/index.ts";
import { Decimal } from "../../src/plan/decimal.ts";
import {
  compared,
  decision,
  fact,
  faultsOf,
  frozen,
  is,
  type Json,
  number,
  only,
  outcomeOf,
  programOf,
  run,
  tiny,
} from "../kinds/tiny.ts";
import { document } from "./json-rules-engine.arbitraries.ts";

/*
 * Every line of the list in docs/json-rules-engine.md, shown on both sides. Where generated rules
 * and these leave a difference out, the agreement test fails.
 */

const facts = document.facts as Json;
const all = (...of: readonly unknown[]) => ({ all: of });
const n = (operator: string, value: unknown, more: Json = {}) => ({
  ...compared("n", operator, value),
  ...more,
});
const not = (condition: unknown) => ({ not: condition });

/** An engine that runs one rule as it is. */
function native(conditions: unknown, options: EngineOptions = {}, named: Json = {}): Engine {
  const engine = new Engine([], { allowUndefinedFacts: true, ...options });
  for (const [name, condition] of Object.entries(named)) {
    engine.setCondition(name, condition as never);
  }
  return engine.addRule({ conditions: conditions as never, event: { type: "it" } });
}
const holds = async (engine: Engine, known: Json = {}) =>
  (await engine.run({ ...known })).events.length > 0;

const rule = (when: unknown) => programOf(only("rule", { when }, facts));
const open = (...missing: readonly string[]) => ({ status: "undetermined", missing });

/** Reads one rule; the codes of what refuses it. */
const refused = (conditions: unknown, more: Json = {}) =>
  fromRules([{ conditions, event: { type: "it" }, ...more }], { document }).refusals.map(
    (r) => r.code,
  );
const read = (conditions: unknown, more: Json = {}): Program =>
  programOf(fromRules([{ conditions, event: { type: "it" } }], { document, ...more }).document);
const treeOf = async (engine: Engine, known: Json) => {
  const { results, failureResults } = await engine.run({ ...known });
  return [...results, ...failureResults][0]?.conditions as unknown as { all: Json[] };
};

const differences: Readonly<Record<string, () => Promise<void>>> = {
  async evaluation() {
    expect(native(all(is("a"))).run({ a: true })).toBeInstanceOf(Promise);
    expect(outcomeOf(rule(is("a")), { a: true })).toBe(true);
  },

  async "an absent fact"() {
    const strict = { allowUndefinedFacts: false };
    await expect(native(all(is("a")), strict).run({})).rejects.toThrow("Undefined fact: a");
    const label = (operator: string) => compared("l", operator, ["x"]);
    for (const test of [n("notEqual", 5), not(n("greaterThan", 5)), label("notIn")]) {
      expect(await holds(native(all(test)))).toBe(true);
      expect(run(rule(test), {})).toMatchObject(open(factOf(test)));
    }
    for (const test of [
      n("equal", 5),
      n("lessThan", 5),
      label("in"),
      compared("s", "contains", "x"),
    ]) {
      expect(await holds(native(all(test)))).toBe(false);
      expect(run(rule(test), {})).toMatchObject(open(factOf(test)));
    }
    expect(outcomeOf(rule({ any: [n("equal", 5), is("a")] }), { a: true })).toBe(true);
    expect(outcomeOf(rule(all(n("equal", 5), is("a"))), { a: false })).toBe(false);
  },

  async "a fact that is `null`"() {
    const isNot = compared("l", "notIn", ["x"]);
    for (const test of [n("notEqual", 5), isNot, not(n("lessThan", 5))]) {
      expect(await holds(native(all(test)), { n: null, l: null })).toBe(true);
      expect(run(rule(test), { n: null, l: null })).toMatchObject(open(factOf(test)));
    }
  },

  async "a blank text"() {
    expect(await holds(native(all(compared("w", "notEqual", "x"))), { w: " " })).toBe(true);
    expect(run(rule(compared("w", "notEqual", "x")), { w: " " })).toMatchObject(open("w"));
  },

  async "asking for `null`"() {
    const test = all(n("equal", null));
    const theirs = [{ n: null }, {}, { n: 1 }].map((known) => holds(native(test), known));
    expect(await Promise.all(theirs)).toEqual([true, false, false]);
    const program = read(test);
    const ours = [{ n: null }, {}, { n: 1 }].map((known) => outcomeOf(program, known));
    expect(ours).toEqual([true, true, false]);
    expect(outcomeOf(read(all(compared("w", "equal", null))), { w: " " })).toBe(true);
  },

  async "an open outcome"() {
    const { events, failureEvents } = await native(all(n("lessThan", 5))).run({});
    expect([events.length, failureEvents.length]).toEqual([0, 1]);
    const made = await toEngine(rule(n("lessThan", 5)), "it").run({});
    expect(made.events.map((e) => [e.type, e.params?.missing])).toEqual([["undetermined", ["n"]]]);
  },

  async "a fact of another type"() {
    expect(await holds(native(all(n("lessThan", 10))), { n: "9" })).toBe(true);
    expect(await holds(native(all(n("lessThan", "2"))), { n: "12abc" })).toBe(true);
    expect(await holds(native(all(n("lessThan", 10))), { n: Number.NaN })).toBe(false);
    expect(await holds(native(all(compared("s", "contains", "x"))), { s: "x" })).toBe(false);
    for (const wrong of ["9", "12abc", Number.NaN, true]) {
      expect(() => outcomeOf(rule(n("lessThan", 10)), { n: wrong })).toThrow("must be a number");
      await expect(toEngine(rule(n("lessThan", 10)), "it").run({ n: wrong })).rejects.toThrow(
        "must be a number",
      );
    }
  },

  async "a fact out of its range"() {
    const cases: readonly [unknown, Json, string][] = [
      [n("lessThan", 5), { n: -101 }, "below the least allowed"],
      [n("lessThan", 5), { n: 0.25 }, "at most 1 decimal"],
      [compared("l", "notEqual", "x"), { l: "other" }, "outside its list of values"],
      [
        compared("day", "lessThan", "2010-03-01"),
        { day: "2010-02-30" },
        "not a day of the calendar",
      ],
    ];
    for (const [test, known, message] of cases) {
      expect(await holds(native(all(test)), known)).toBe(true);
      expect(() => outcomeOf(rule(test), known)).toThrow(message);
      await expect(toEngine(rule(test), "it").run(known)).rejects.toThrow(message);
    }
  },

  async decimals() {
    const [nine, ten] = [new Decimal(9), new Decimal(10)];
    expect(await holds(native(all(n("greaterThan", ten))), { n: nine })).toBe(true);
    const engine = toEngine(rule(is("a")), "it");
    const own = all(compared("own", "greaterThan", ten));
    engine.addRule({ conditions: own as never, event: { type: "own" } });
    expect(await holds(engine, { own: nine, a: false })).toBe(false);
    expect(await holds(engine, { own: new Decimal("10.01"), a: false })).toBe(true);
    expect(() => outcomeOf(rule(n("greaterThan", 10)), { n: nine })).toThrow("must be a number");
  },

  async arithmetic() {
    const sum = { expression: { sum: [fact("n"), fact("m")] }, operator: "equal", value: 0.3 };
    expect(await holds(native(all(is("sum", 0.3))), { sum: 0.1 + 0.2 })).toBe(false);
    expect(outcomeOf(rule(sum), { n: 0.1, m: 0.2 })).toBe(true);
    expect(await holds(toEngine(rule(sum), "it"), { n: 0.1, m: 0.2 })).toBe(true);
  },

  async "an empty group"() {
    for (const key of ["all", "any"]) {
      expect(await holds(native({ [key]: [] }))).toBe(true);
      expect(refused({ [key]: [] })).toEqual(["empty-group"]);
      expect(faultsOf(only("rule", { when: { [key]: [] } }, facts))).toEqual([
        `empty-group /decisions/it/when/${key}`,
      ]);
    }
  },

  async "an empty list"() {
    expect(await holds(native(all(compared("l", "in", []))), { l: "x" })).toBe(false);
    expect(await holds(native(all(compared("l", "notIn", []))), { l: "x" })).toBe(true);
    for (const operator of ["in", "notIn"]) {
      expect(refused(all(compared("l", operator, [])))).toEqual(["empty-group"]);
      expect(refused(all(n(operator, [])))).toEqual(["empty-group"]);
    }
  },

  async "`in` with a text"() {
    const test = compared("accountType", "in", "xy");
    expect(await holds(native(all(test)), { accountType: "x" })).toBe(true);
    expect(refused(all(test))).toEqual(["text-search"]);
    expect(outcomeOf(rule(test), { accountType: "x" })).toBe(false);
    expect(outcomeOf(rule(test), { accountType: "xy" })).toBe(true);
    expect(await holds(toEngine(rule(test), "it"), { accountType: "x" })).toBe(false);
    expect(await holds(toEngine(rule(test), "it"), { accountType: "xy" })).toBe(true);
  },

  async "`in` with numbers or days"() {
    const program = read(all(n("in", [1, 2]), compared("day", "notIn", ["2010-01-01"])));
    const known = { n: 2, day: "2010-01-02" };
    const theirs = await treeOf(native(all(n("in", [1, 2]))), known);
    expect(theirs.all[0]).toMatchObject({ operator: "in", result: true });
    const { all: ours } = await treeOf(toEngine(program, "it"), known);
    expect(ours).toMatchObject([
      { any: [{ operator: "equal" }, { operator: "equal" }], result: true },
      { all: [{ operator: "notEqual" }], result: true },
    ]);
  },

  async "`contains` with a list"() {
    const test = compared("s", "contains", ["x", "y"]);
    expect(await holds(native(all(test)), { s: ["x", "y"] })).toBe(false);
    expect(refused(all(test))).toEqual(["list-in-list"]);
    expect(outcomeOf(rule(test), { s: ["y"] })).toBe(true);
    const engine = toEngine(rule(test), "it");
    expect([await holds(engine, { s: ["y"] }), await holds(engine, { s: ["z"] })]).toEqual([
      true,
      false,
    ]);
  },

  async "a value of another type"() {
    expect(await holds(native(all(n("lessThan", "10"))), { n: 9 })).toBe(true);
    expect(await holds(native(all(is("n", "9"))), { n: 9 })).toBe(false);
    for (const test of [n("lessThan", "10"), is("n", "9"), is("a", 1), is("l", true)]) {
      expect(refused(all(test))).toEqual(["type-mismatch"]);
    }
  },

  async "a value that is an object"() {
    const test = all(is("n", { parameter: "least" }));
    expect(await holds(native(test), { n: { parameter: "least" } })).toBe(false);
    expect(refused(test)).toEqual(["object-value"]);
  },

  async "an operator of one's own"() {
    const engine = native(all(n("divides", 6)));
    engine.addOperator("divides", (a: number, b: number) => b % a === 0);
    expect(await holds(engine, { n: 3 })).toBe(true);
    expect(refused(all(n("divides", 6)))).toEqual(["own-operator"]);
    const some = all(compared("s", "someFact:equal", "x"));
    expect(await holds(native(some), { s: ["y", "x"] })).toBe(true);
    expect(refused(some)).toEqual(["own-operator"]);
    const turned = all(n("not:lessThan", 5));
    expect(await holds(native(turned), { n: 5 })).toBe(true);
    expect(outcomeOf(read(turned), { n: 5 })).toBe(true);
  },

  async "`path` and `params`"() {
    const looked = all({ ...is("profile", 5), path: "$.size" });
    expect(await holds(native(looked), { profile: { size: 5 } })).toBe(true);
    expect(refused(looked)).toEqual(["fact-path"]);
    const names = { "profile $.size": "size" };
    expect(outcomeOf(read(looked, { names }), { size: 5 })).toBe(true);
    const handed = native(all({ ...is("n", 5), params: { of: 5 } }));
    handed.addFact("n", ({ of }) => of);
    expect(await holds(handed)).toBe(true);
    expect(refused(all({ ...is("n", 5), params: { of: 5 } }))).toEqual(["fact-params"]);
    expect(faultsOf(only("rule", { when: { ...is("n", 5), path: "$" } }, facts))).toEqual([
      "unknown-key /decisions/it/when/path",
    ]);
  },

  async "several forms in one condition"() {
    expect(await holds(native({ all: [is("a")], any: [is("b")] }), { b: true })).toBe(true);
    expect(refused({ all: [is("a")], any: [is("b")] })).toEqual(["not-a-condition"]);
  },

  async "an unknown key"() {
    expect(await holds(native(all({ ...is("a"), note: 1 })), { a: true })).toBe(true);
    expect(refused(all({ ...is("a"), note: 1 }))).toEqual(["passed-over"]);
    expect(refused(all(is("a")), { note: 1 })).toEqual(["passed-over"]);
  },

  async "a named condition that is not there"() {
    const test = { condition: "nobody" };
    await expect(native(all(is("a"), test)).run({ a: true })).rejects.toThrow(
      "No condition nobody exists",
    );
    expect(await holds(native(all(test), { allowUndefinedConditions: true }))).toBe(false);
    expect(refused(all(test))).toEqual(["no-condition"]);
  },

  async "a named condition that rests on itself"() {
    const conditions = { loop: all({ condition: "loop" }) };
    const engine = native(all(is("a"), { condition: "loop" }), {}, conditions);
    await expect(engine.run({ a: true })).rejects.toThrow(RangeError);
    const rules = [{ conditions: { condition: "loop" }, event: { type: "it" } }];
    const { refusals } = fromRules(rules, { document, conditions });
    expect(refusals.map((r) => r.code)).toEqual(["cycle"]);
  },

  async "a rule of one comparison"() {
    expect(() => native(is("a"))).toThrow("root must contain a single instance");
    expect(outcomeOf(read(is("a")), { a: true })).toBe(true);
    const tree = await treeOf(toEngine(read(is("a")), "it"), { a: true });
    expect(tree.all).toMatchObject([{ fact: "a", result: true }]);
  },

  async "a condition's `priority`"() {
    const test = { any: [is("a"), n("lessThan", 5, { priority: 2 })] };
    const theirs = (await treeOf(native(test), { n: 1, a: true })) as unknown as { any: Json[] };
    expect(theirs.any.map((c) => c.result)).toEqual([undefined, true]);
    const engine = toEngine(read(test), "it");
    const ours = (await treeOf(engine, { n: 1, a: true })) as unknown as { any: Json[] };
    expect(ours.any.map((c) => c.result)).toEqual([true, true]);
    expect(JSON.stringify(read(test).document)).not.toContain("priority");
  },

  async "a condition's `name`"() {
    const large = n("greaterThan", 5, { name: "large" });
    expect((await treeOf(native(all(large)), { n: 6 })).all[0]?.name).toBe("large");
    expect((await treeOf(toEngine(read(all(large)), "it"), { n: 6 })).all[0]).not.toHaveProperty(
      "name",
    );
    const conditions = { large: all(n("greaterThan", 5)) };
    const program = read(all({ condition: "large" }), { conditions });
    expect((await treeOf(toEngine(program, "it"), { n: 6 })).all[0]?.name).toBe("it.large");
  },

  async "a rule's `priority`"() {
    const called = (type: string, priority: unknown) => ({
      conditions: all(is("a")),
      event: { type },
      priority,
    });
    const rules = [called("last", 1), called("first", 10)];
    const engine = new Engine([called("last", "1"), called("first", "10")] as never);
    const { events } = await engine.run({ a: true });
    expect(events.map((e) => e.type)).toEqual(["first", "last"]);
    expect(Object.keys(fromRules(rules, { document }).events)).toEqual(["first", "last"]);
    expect(refused(all(is("a")), { priority: "10" })).toEqual(["bad-priority"]);
  },

  async "a rule's name"() {
    const twice = { conditions: all(is("a")), event: { type: "it" }, name: "大 客户" };
    const engine = new Engine(structuredClone([twice, twice]) as never);
    expect((await engine.run({ a: true })).results.map((r) => r.name)).toEqual([
      "大 客户",
      "大 客户",
    ]);
    const { events, refusals } = fromRules([twice, twice], { document });
    expect(Object.keys(events)).toEqual(["it"]);
    expect(refusals.map((r) => [r.rule, r.code])).toEqual([[1, "same-name"]]);
  },

  async "a rule's handlers"() {
    let calls = 0;
    const onSuccess = () => {
      calls += 1;
    };
    const conditions = all(is("a"));
    await new Engine([{ conditions, event: { type: "it" }, onSuccess }] as never).run({ a: true });
    expect(calls).toBe(1);
    expect(refused(conditions, { onSuccess })).toEqual(["own-code"]);
  },

  async "an event's `params`"() {
    const params = { label: "large", citation: { rule: "R-1", clause: "2" }, discount: 0.1 };
    const given = { conditions: all(is("a")), event: { type: "it", params } };
    const { events } = await new Engine([structuredClone(given)] as never).run({ a: true });
    expect(events[0]?.params).toEqual(params);
    const { document: found, events: kept } = fromRules([given], { document });
    expect(kept.it?.params).toEqual(params);
    expect(found?.decisions.it).toMatchObject({
      label: { zh: "large", en: "large" },
      citation: { rule: "R-1", clause: "2" },
    });
    expect(JSON.stringify(found?.decisions)).not.toContain("discount");
  },

  async "what is handed in"() {
    const given = { conditions: all({ ...is("a"), priority: "2" }), event: { type: "it" } };
    new Engine([given as never]);
    expect(given.conditions.all).toEqual([{ ...is("a"), priority: 2 }]);
    const rules = [{ conditions: all({ ...is("a"), priority: "2" }), event: { type: "it" } }];
    expect(fromRules(frozen(rules), { document: frozen(document) }).refusals).toEqual([]);
  },

  async "names of decisions"() {
    const events = new Engine([{ conditions: all(is("a")), event: { type: "error" } }] as never);
    await expect(events.run({ a: true })).rejects.toThrow("Uncaught");
    const named = decision("error", "rule", { when: is("a") });
    const program = programOf(
      tiny({ facts: { ...facts, x: number("x") }, decisions: { error: named } }),
    );
    expect(outcomeOf(program, { a: true }, "error")).toBe(true);
    expect(() => toEngine(program, "error")).toThrow("an engine emits events of this name");
  },
};

/** The fact a test is about, also under `not`. */
function factOf(test: Json): string {
  return "not" in test ? factOf(test.not as Json) : String(test.fact);
}

describe("where json-rules-engine and a ruleset differ on purpose", () => {
  it("is listed in the documentation, line by line", () => {
    const text = readFileSync(new URL("../../docs/json-rules-engine.md", import.meta.url), "utf8");
    const [, list = ""] = text.split("## Where the two differ");
    const [table = ""] = list.split("\n## ");
    const lines = [...table.matchAll(/^\| ([^|]+) \|[^|]+\|[^|]+\|$/gm)].map(([, name]) => name);
    expect(lines.filter((l) => l !== "---")).toEqual(Object.keys(differences));
  });

  it.each(Object.entries(differences))("%s", async (_, shown) => {
    expect.hasAssertions();
    await shown();
  });
});
