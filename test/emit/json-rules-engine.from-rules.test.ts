import { Engine, Rule } from "json-rules-engine";
import { describe, expect, it } from "vitest";
import { fromRules, toEngine } from "../../src/emit/json-rules-engine.ts";
import { loadRuleset, TiercutError } from "../../src/index.ts";
import {
  compared,
  decision,
  fact,
  frozen,
  is,
  type Json,
  outcomeOf,
  programOf,
  text,
  tiny,
} from "../kinds/tiny.ts";
import { document } from "./json-rules-engine.arbitraries.ts";

const all = (...of: readonly unknown[]) => ({ all: of });
const rule = (conditions: unknown, more: Json = {}) => ({
  conditions,
  event: { type: "it" },
  ...more,
});
const read = (rules: readonly unknown[], more: Json = {}) =>
  fromRules(rules, { document, ...more });
const one = (conditions: unknown, more: Json = {}) => read([rule(conditions)], more);
const whenOf = (conditions: unknown, more: Json = {}) =>
  (one(conditions, more).document?.decisions.it as unknown as Json | undefined)?.when;
const why = (given: ReturnType<typeof read>) =>
  given.refusals.map((r) => `${r.path} ${r.code}: ${r.message.en}; ${r.help.en}`);

describe("a rule read into a ruleset", () => {
  it("becomes a decision, with the label and the citation of its event", () => {
    const params = { label: "large", citation: { rule: "R-1", clause: "2" }, discount: 0.1 };
    const event = { type: "large-account", params };
    const given = read([{ conditions: all(is("a")), event }]);
    expect(given.refusals).toEqual([]);
    expect(given.document?.decisions).toEqual({
      largeAccount: {
        kind: "rule",
        subject: "account",
        label: text("large"),
        citation: { rule: "R-1", clause: "2" },
        when: all(is("a")),
      },
    });
    expect(given.events).toEqual({ largeAccount: event });
    expect(loadRuleset(given.document).ok).toBe(true);
  });

  it("takes both from its own name and place where its event states neither", () => {
    const { document: found } = read([rule(all(is("a")), { name: "Large account" })]);
    expect(found?.decisions.largeAccount).toMatchObject({
      label: text("Large account"),
      citation: { rule: "Large account", clause: "/rules/0" },
    });
  });

  it("is called by its event's type where its name can be no name of a ruleset", () => {
    const { document: found } = read([rule(all(is("a")), { name: "大客户" })]);
    expect(found?.decisions.it?.label).toEqual(text("大客户"));
  });

  it("stands in the order in which the engine runs it", () => {
    const rules = [
      rule(all(is("a")), { name: "last" }),
      rule(all(is("a")), { name: "first", priority: 10 }),
      rule(all(is("a")), { name: "second", priority: 2 }),
      rule(all(is("a")), { name: "third", priority: 2 }),
    ];
    const names = ["first", "second", "third", "last"];
    expect(Object.keys(read(rules).document?.decisions ?? {})).toEqual(names);
    expect(Object.keys(read(rules).events)).toEqual(names);
  });

  it("may be handed in as a text, or as the engine's own `Rule`, and is not changed", () => {
    const written = rule(all(is("a"), { not: compared("n", "lessThan", 5) }), { priority: 2 });
    const wanted = read([written]).document;
    expect(wanted).toBeDefined();
    expect(read([JSON.stringify(written)]).document).toEqual(wanted);
    expect(read([new Rule(structuredClone(written) as never)]).document).toEqual(wanted);
    expect(read([frozen(written)]).document).toEqual(wanted);
  });

  it("is put beside the decisions and facts that a document has already", () => {
    const own = decision("own", "rule", { when: is("b") });
    const given = fromRules([rule(all(is("a")))], {
      document: frozen({ ...document, decisions: { own } }),
    });
    expect(Object.keys(given.document?.decisions ?? {})).toEqual(["own", "it"]);
    expect(given.document?.decisions.own).toEqual(own);
  });

  it("takes along the named conditions it uses, and those that they use", () => {
    const conditions = {
      "Large account": { all: [compared("n", "greaterThan", 5), { condition: "settled" }] },
      settled: { any: [is("a")] },
      unused: { any: [is("b")] },
    };
    const given = one({ condition: "Large account" }, { conditions });
    const it = given.document?.decisions.it as unknown as Json;
    expect(it.when).toEqual({ condition: "largeAccount" });
    const named = it.conditions as Json;
    expect(named).toMatchObject({
      largeAccount: {
        label: text("Large account"),
        when: all(compared("n", "greaterThan", 5), { condition: "settled" }),
      },
      settled: { label: text("settled"), when: { any: [is("a")] } },
    });
    expect(Object.keys(named)).toHaveLength(2);
  });

  it("keeps the order of numbers and days, and writes what a ruleset says otherwise", () => {
    const n = (operator: string, value: unknown) => whenOf(all(compared("n", operator, value)));
    expect(n("in", [1, 2])).toEqual(all({ any: [is("n", 1), is("n", 2)] }));
    expect(n("notIn", [1])).toEqual(all({ all: [compared("n", "notEqual", 1)] }));
    expect(n("equal", null)).toEqual(all(compared("n", "given", false)));
    expect(n("notEqual", null)).toEqual(all(compared("n", "given", true)));
    expect(n("in", [1, null])).toEqual(all({ any: [is("n", 1), compared("n", "given", false)] }));
    expect(n("not:lessThan", 1)).toEqual(all({ not: compared("n", "lessThan", 1) }));
    expect(n("not:not:equal", 1)).toEqual(all({ not: { not: is("n", 1) } }));
    expect(n("lessThan", fact("m"))).toEqual(all(compared("n", "lessThan", fact("m"))));
    const inDays = compared("day", "in", ["2010-01-01"]);
    expect(whenOf(all(inDays))).toEqual(all({ any: [is("day", "2010-01-01")] }));
    expect(whenOf(all(compared("l", "in", ["x"])))).toEqual(all(compared("l", "in", ["x"])));
  });

  it("calls facts what it is told to, also those inside others", () => {
    const names = { "account-type": "accountType", "profile $.size": "size", "profile $.m": "m" };
    const profile = { fact: "profile", path: "$.m" };
    const conditions = all(
      is("account-type", "x"),
      { ...compared("profile", "lessThan", 5), path: "$.size" },
      compared("n", "lessThan", profile),
    );
    expect(whenOf(conditions, { names })).toEqual(
      all(
        is("accountType", "x"),
        compared("size", "lessThan", 5),
        compared("n", "lessThan", fact("m")),
      ),
    );
  });

  it("runs where it ran: what was handed back decides the same", async () => {
    const large = compared("n", "greaterThanInclusive", 10);
    const rules = [rule(all(large, { not: compared("l", "in", ["x", "y"]) }))];
    const program = programOf(read(rules).document);
    for (const known of [
      { n: 10, l: "z" },
      { n: 9.9, l: "z" },
      { n: 10, l: "x" },
    ]) {
      const { results } = await new Engine(structuredClone(rules) as never).run(known);
      expect(outcomeOf(program, known)).toBe(results.length === 1);
      const { events } = await toEngine(program, "it").run(known);
      expect(events.length).toBe(results.length);
    }
  });
});

describe("facts that nobody declared", () => {
  const factsOf = (...rules: readonly unknown[]) => {
    const given = read(rules.map((r, i) => rule(r, { name: `r${i}` })));
    const facts = Object.entries(given.document?.facts ?? {});
    const added = facts.filter(([name]) => !Object.hasOwn(document.facts as object, name));
    return [Object.fromEntries(added), given.refusals.map((r) => `${r.rule} ${r.code}`)];
  };
  const shared = (type: string, name: string) => ({
    [name]: { type, subjects: ["account"], label: text(name) },
  });

  it("are a yes or no, or a text, where every comparison says so", () => {
    expect(factsOf(all(is("p"), compared("p", "notEqual", null)), all(is("p", false)))).toEqual([
      shared("boolean", "p"),
      [],
    ]);
    expect(factsOf(all(is("t", "x")), all(compared("t", "notIn", ["x", "客户"])))).toEqual([
      shared("text", "t"),
      [],
    ]);
  });

  it("are refused where the rules leave a doubt", () => {
    const undeclared = "0 undeclared-fact";
    expect(factsOf(all(is("p", 1)))).toEqual([{}, [undeclared]]);
    expect(factsOf(all(compared("p", "lessThan", "2010-01-01")))).toEqual([{}, [undeclared]]);
    expect(factsOf(all(compared("p", "contains", "x")))).toEqual([{}, [undeclared]]);
    expect(factsOf(all(compared("p", "in", [true])))).toEqual([shared("boolean", "p"), []]);
    expect(factsOf(all(compared("p", "equal", fact("n"))))).toEqual([{}, [undeclared]]);
    expect(factsOf(all(compared("n", "equal", fact("p"))))).toEqual([{}, [undeclared]]);
    expect(factsOf(all(compared("p", "equal", null)))).toEqual([{}, [undeclared]]);
    expect(factsOf(all(is("p"), is("p", "x")))).toEqual([{}, [undeclared]]);
    expect(factsOf(all(is("p")), all(is("p", "x")))).toEqual([
      {},
      [undeclared, "1 undeclared-fact"],
    ]);
  });

  it("are told from no use that is refused", () => {
    const inside = { ...is("p", 1), path: "$.x" };
    expect(factsOf(all(inside), all(is("p")))).toEqual([shared("boolean", "p"), ["0 fact-path"]]);
  });

  it("are not declared for a rule that is left out", () => {
    const refused = all(is("p"), compared("n", "startsWith", 1));
    expect(factsOf(refused, all(is("a")))).toEqual([{}, ["0 own-operator"]]);
  });
});

describe("what can't be carried over is refused, with its place and the mend", () => {
  const n = (operator: string, value: unknown, more: Json = {}) =>
    all({ ...compared("n", operator, value), ...more });
  const at = "/rules/0/conditions/all/0";

  it.each<[unknown, string]>([
    [
      n("startsWith", 1),
      `${at}/operator own-operator: \`startsWith\` is not one of the engine's ten operators, nor \`not:\` before one; hand in what it computes as a fact of its own, and compare that`,
    ],
    [
      n("swap:lessThan", 1),
      `${at}/operator own-operator: \`swap:lessThan\` is not one of the engine's ten operators, nor \`not:\` before one; hand in what it computes as a fact of its own, and compare that`,
    ],
    [
      n("given", true),
      `${at}/operator own-operator: \`given\` is not one of the engine's ten operators, nor \`not:\` before one; hand in what it computes as a fact of its own, and compare that`,
    ],
    [
      n("equal", 1, { path: "$.x" }),
      `${at}/path fact-path: \`$.x\` looks for a value inside \`n\`, and a fact is one value; hand that value in as a fact, and name it: \`names: { "n $.x": … }\``,
    ],
    [
      n("equal", { fact: "m", path: "$.x" }),
      `${at}/value/path fact-path: \`$.x\` looks for a value inside \`m\`, and a fact is one value; hand that value in as a fact, and name it: \`names: { "m $.x": … }\``,
    ],
    [
      n("equal", 1, { params: {} }),
      `${at}/params fact-params: \`params\` make \`n\` another fact at each place, and a fact is one value; hand in a fact for each set of \`params\`, and compare that`,
    ],
    [
      all(is("owner-type")),
      `${at}/fact fact-name: \`owner-type\` can't be the name of a fact in a ruleset; give it a name in camelCase: \`names: { "owner-type": … }\``,
    ],
    [
      all(is("constructor")),
      `${at}/fact fact-name: \`constructor\` can't be the name of a fact in a ruleset; give it a name in camelCase: \`names: { "constructor": … }\``,
    ],
    [
      all(compared("r", "lessThan", 1)),
      `${at} undeclared-fact: the type of \`r\` can't be told from the rules; declare it in \`facts\`: a number with its unit and decimals, a label or a list with its values, a date`,
    ],
    [
      all(compared("l", "in", "xy")),
      `${at}/value text-search: \`in\` has no list: in a text an engine looks for the letters; give the values as a list, each whole`,
    ],
    [
      all(compared("s", "contains", ["x"])),
      `${at}/value list-in-list: \`contains\` has a list, which for an engine no list ever contains; give one value, and several conditions under \`any\` or \`all\` for several`,
    ],
    [
      n("equal", { parameter: "n" }),
      `${at}/value object-value: the value is an object, which for an engine is equal to none; give a number, a text, \`true\` or \`false\`, or a fact: \`{ "fact": … }\``,
    ],
    [
      n("in", [1, { fact: "m" }]),
      `${at}/value/1 object-value: the value is an object, which for an engine is equal to none; give a number, a text, \`true\` or \`false\`, or a fact: \`{ "fact": … }\``,
    ],
    [
      n("equal", 1, { note: 2 }),
      `${at}/note passed-over: \`note\` is a key that an engine passes over; take it out, or put right what it was meant to be`,
    ],
    [
      { all: [is("a")], any: [] },
      "/rules/0/conditions not-a-condition: this is no condition: it must state one of `all`, `any`, `not`, `condition`, `fact`; state exactly one: of several, an engine reads one and passes over the others",
    ],
    [
      all({ constant: true }),
      `${at} not-a-condition: this is no condition: it must state one of \`all\`, \`any\`, \`not\`, \`condition\`, \`fact\`; state exactly one: of several, an engine reads one and passes over the others`,
    ],
    [
      { all: is("a") },
      "/rules/0/conditions not-a-condition: this is no condition: it must state one of `all`, `any`, `not`, `condition`, `fact`; state exactly one: of several, an engine reads one and passes over the others",
    ],
    [
      { condition: "nobody" },
      "/rules/0/conditions/condition no-condition: no condition `nobody` was handed in; hand in what the engine's `setCondition` was given, as `conditions`",
    ],
    [
      { any: [] },
      "/rules/0/conditions/any empty-group: `any` has no entry; give it at least one entry: an empty group would decide every account alike",
    ],
    [
      n("in", []),
      `${at}/value empty-group: \`any\` has no entry; give it at least one entry: an empty group would decide every account alike`,
    ],
    [
      n("lessThan", "2"),
      `${at} type-mismatch: a comparison with a number takes a number, and this is a label; give a number here`,
    ],
    [
      all(is("l", "zz")),
      `${at} bad-value: \`zz\` is not one of the values allowed here; known here: \`x\`, \`y\`, \`z\``,
    ],
  ])("%j", (conditions, message) => {
    expect(why(one(conditions))).toEqual([message]);
    expect(one(conditions).document).toBeUndefined();
    const [refusal] = one(conditions).refusals;
    expect(refusal).toMatchObject({ rule: 0, severity: "error" });
    for (const told of [refusal?.message.zh, refusal?.help.zh])
      expect(told).toMatch(/\p{Script=Han}/u);
  });

  it("what is no rule", () => {
    const message = (i: number) =>
      `/rules/${i} not-a-rule: this is no rule: it has no \`conditions\`, or no \`event\` with a \`type\`; give each rule as an object, as the text of one, or as a \`Rule\``;
    const rules = [
      "{",
      "7",
      null,
      7,
      [],
      {},
      { conditions: all(is("a")) },
      { event: { type: "x" } },
    ];
    expect(why(read(rules))).toEqual(rules.map((_, i) => message(i)));
  });

  it("a rule's handlers, unknown keys, and a priority that is none", () => {
    const given = read([
      rule(all(is("a")), {
        name: "one",
        onSuccess: () => {},
        onFailure: undefined,
        extra: 1,
        priority: 0,
      }),
      rule(all(is("a")), { name: "two", priority: "5" }),
    ]);
    expect(why(given)).toEqual([
      "/rules/0/onSuccess own-code: `onSuccess` is a program, and a ruleset has none; take it off the rule, and call it where the outcome is read",
      "/rules/0/extra passed-over: `extra` is a key that an engine passes over; take it out, or put right what it was meant to be",
      "/rules/0/priority bad-priority: a priority is a whole number from 1 on, and this is `0`; give such a number, or none",
      "/rules/1/priority bad-priority: a priority is a whole number from 1 on, and this is `5`; give such a number, or none",
    ]);
  });

  it("names that are no names, and names that are taken", () => {
    const own = { own: decision("own", "rule", { when: is("a") }) };
    const called = (type: string) => ({ conditions: all(is("a")), event: { type } });
    const given = fromRules([called("大客户"), called("a-b"), called("aB"), called("own")], {
      document: { ...document, decisions: own },
    });
    expect(why(given)).toEqual([
      "/rules/0 unfit-name: `大客户` can't be made a name in camelCase; give it a name of English letters, such as `largeAccount`",
      "/rules/2 same-name: another one is called `aB` already; give each a name of its own",
      "/rules/3 same-name: another one is called `own` already; give each a name of its own",
    ]);
    const conditions = { "a-b": all(is("a")), aB: all(is("b")), 大: all(is("b")) };
    const named = (condition: string) => ({ condition });
    expect(why(one(all(named("a-b"), named("aB"), named("大")), { conditions }))).toEqual([
      "/rules/0/conditions/all/1/condition same-name: another one is called `aB` already; give each a name of its own",
      "/rules/0/conditions/all/2/condition unfit-name: `大` can't be made a name in camelCase; give it a name of English letters, such as `largeAccount`",
    ]);
  });

  it("what is wrong with a named condition, for each rule that uses it", () => {
    const conditions = { large: all(n("startsWith", 1)), loop: all({ condition: "loop" }) };
    const using = (name: string, more: Json) => rule({ condition: name }, more);
    const rules = [
      using("large", { name: "one" }),
      using("large", { name: "two" }),
      using("loop", {}),
    ];
    expect(read(rules, { conditions }).refusals.map((r) => [r.rule, r.path, r.code])).toEqual([
      [0, "/conditions/large/all/0/all/0/operator", "own-operator"],
      [1, "/conditions/large/all/0/all/0/operator", "own-operator"],
      [2, "/conditions/loop/all/0", "cycle"],
    ]);
  });

  it("every reason at once, and the other rules are carried over", () => {
    const bad = all(compared("n", "startsWith", 1), { ...is("a"), params: {} });
    const given = read([rule(bad, { name: "bad" }), rule(all(is("a")))]);
    expect(given.refusals.map((r) => r.code)).toEqual(["own-operator", "fact-params"]);
    expect(Object.keys(given.document?.decisions ?? {})).toEqual(["it"]);
  });

  it("what is meant to do harm", () => {
    let deep: unknown = is("a");
    for (let i = 0; i < 20_000; i++) deep = { not: deep };
    const round: { all: unknown[] } = { all: [] };
    round.all.push(round, round);
    const proto = JSON.parse('{ "fact": "n", "operator": "equal", "value": 1, "__proto__": {} }');
    const rules = [deep, round, all(compared("n", "equal", Number.NaN)), all(proto)];
    expect(
      read(rules.map((r, i) => rule(r, { name: `r${i}` }))).refusals.map(
        (r) => `${r.rule} ${r.code}`,
      ),
    ).toEqual(["0 too-large", "1 too-large", "2 wrong-type", "3 passed-over"]);
    const own = { document, conditions: JSON.parse('{ "__proto__": { "all": [] } }') };
    const [refusal] = fromRules([rule({ condition: "toString" })], own).refusals;
    expect(refusal?.code).toBe("no-condition");
  });
});

describe("a call that can't be right throws", () => {
  it("without a list or a document, or over the document's own faults", () => {
    expect(() => fromRules({} as never, { document })).toThrow(TiercutError);
    expect(() => fromRules([], {} as never)).toThrow("`fromRules(rules, { document })`");
    expect(() => one(all(is("a")), { document: { ...document, id: "Not An Id" } })).toThrow(
      "the document that the rules are put into has faults:\n/id: ",
    );
  });

  it("where it is open what the rules are about", () => {
    const two = { account: { label: text("account") }, hall: { label: text("hall") } };
    const many = tiny({ ...document, subjects: two });
    expect(() => fromRules([rule(all(is("a")))], { document: many })).toThrow(
      'the rules must be about one subject: name it, such as `subject: "account"`',
    );
    const given = fromRules([rule(all(is("a")))], { document: many, subject: "account" });
    expect(given.document?.decisions.it?.subject).toBe("account");
    const other = fromRules([rule(all(is("a")))], { document: many, subject: "hall" });
    expect(other.refusals.map((r) => r.code)).toEqual(["other-subject"]);
  });
});
