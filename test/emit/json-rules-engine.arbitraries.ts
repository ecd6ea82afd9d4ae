import fc from "fast-check";
import { boolean, date, type Json, label, list, number, tiny, words } from "../kinds/tiny.ts";

/*
 * Rules as a team writes them for json-rules-engine, on facts of every type, and what is known of
 * an account: all of it, some of it, or something that can't be.
 */

export type Tree = Readonly<Record<string, unknown>>;
export type Type = "number" | "boolean" | "label" | "list" | "date" | "text";

/** A fact: what the rules call it, what it is called in the ruleset, and where it is inside another. */
export interface Known {
  readonly fact: string;
  readonly path?: string;
  readonly name: string;
  readonly type: Type;
  readonly values: readonly unknown[];
  /** What an engine takes as it is, and a ruleset refuses. */
  readonly unreadable: readonly unknown[];
  /** Is it left to the rules to tell its type. */
  readonly isInferred?: boolean;
}

const numberValues = [-1.5, -0.1, 0, 0.1, 0.2, 0.3, 1, 2, 9, 10];
const days = ["1999-12-31", "2009-12-31", "2010-01-01", "2010-02-28", "2010-11-30"];
const spoken = ["x", "red", "高价值", "a b", "10"];
const unreadable: Readonly<Record<Type, readonly unknown[]>> = {
  number: ["9", "12abc", true, Number.NaN, Number.POSITIVE_INFINITY, 0.25, 5000, [1], "x"],
  boolean: [0, 1, "true", "", "yes"],
  label: ["other", 1, true, ["x"], ""],
  list: ["x", ["x", "other"], [1], 3],
  date: ["2010-1-5", "2010-02-30", 2010, "10", true],
  text: [1, true, ["x"]],
};
const values: Readonly<Record<Type, readonly unknown[]>> = {
  number: numberValues,
  boolean: [true, false],
  label: ["x", "y", "z"],
  list: [[], ["x"], ["y", "x"], ["z", "y"], ["x", "y", "z"]],
  date: days,
  text: spoken,
};
const known = (type: Type, fact: string, more: Partial<Known> = {}): Known => ({
  fact,
  name: fact,
  type,
  values: values[type],
  unreadable: unreadable[type],
  ...more,
});

export const facts: readonly Known[] = [
  known("number", "n"),
  known("number", "m"),
  known("number", "profile", { path: "$.size", name: "size" }),
  known("boolean", "a"),
  known("boolean", "b"),
  known("boolean", "p", { isInferred: true }),
  known("label", "l"),
  known("label", "account-type", { name: "accountType", values: ["x", "xy", "y"] }),
  known("list", "s"),
  known("date", "day"),
  known("date", "due"),
  known("text", "w"),
  known("text", "v"),
  known("text", "t", { isInferred: true }),
];

/** What the rules' facts are called in the ruleset. */
export const names = { "profile $.size": "size", "account-type": "accountType" };

const range = { scale: 1, min: -100, max: 100 };

/** The document the rules are put into. */
export const document: Json = tiny({
  facts: {
    n: number("n", range),
    m: number("m", range),
    size: number("size", range),
    a: boolean("a"),
    b: boolean("b"),
    l: label("l", "x", "y", "z"),
    accountType: label("accountType", "x", "xy", "y"),
    s: list("s", "x", "y", "z"),
    day: date("day"),
    due: date("due"),
    w: words("w"),
    v: words("v"),
  },
});

/* Conditions. */

const equality = fc.constantFrom("equal", "notEqual");
const orders = fc.constantFrom(
  "equal",
  "notEqual",
  "lessThan",
  "lessThanInclusive",
  "greaterThan",
  "greaterThanInclusive",
);
const membership = fc.constantFrom("in", "notIn");
const containment = fc.constantFrom("contains", "doesNotContain");
/** One in so many has it. */
export const rarely = <T>(of: fc.Arbitrary<T>, one: number) =>
  fc.oneof({ weight: 1, arbitrary: of }, { weight: one - 1, arbitrary: fc.constant(undefined) });

/** Which operators a type has, and with what. */
function tested(fact: Known): fc.Arbitrary<Tree> {
  const one = fc.constantFrom(...(fact.type === "list" ? ["x", "y", "z"] : fact.values));
  const operator = fact.type === "number" || fact.type === "date" ? orders : equality;
  if (fact.type === "list") return fc.record({ operator: containment, value: one });
  const several = fc.array(one, { minLength: 1, maxLength: 3 });
  const others = facts.filter((f) => f.type === fact.type && !f.isInferred && f.name !== fact.name);
  const other = fc
    .constantFrom(...others)
    .map(({ fact, path }) => ({ fact, ...(path && { path }) }));
  return fc.oneof(
    { weight: 5, arbitrary: fc.record({ operator, value: one }) },
    { weight: 2, arbitrary: fc.record({ operator: membership, value: several }) },
    ...(fact.isInferred ? [] : [{ weight: 2, arbitrary: fc.record({ operator, value: other }) }]),
  );
}

/** An engine's way to ask whether a fact is there: it compares with `null`. */
const isThere = fc.record({ operator: equality, value: fc.constant(null) });

const priority = rarely(fc.integer({ min: 1, max: 3 }), 4);
const title = rarely(fc.constantFrom("large", "of the city"), 8);

/** Leaves out what is undefined. */
const given = (tree: Tree): Tree =>
  Object.fromEntries(Object.entries(tree).filter(([, v]) => v !== undefined));

const comparison: fc.Arbitrary<Tree> = fc.constantFrom(...facts).chain((of) =>
  fc
    .tuple(
      of.isInferred
        ? tested(of)
        : fc.oneof({ weight: 12, arbitrary: tested(of) }, { weight: 1, arbitrary: isThere }),
      priority,
      title,
      fc.constantFrom("", "", "", "", "", "", "not:", "not:not:"),
    )
    .map(([test, level, name, negated]) =>
      given({
        fact: of.fact,
        path: of.path,
        ...test,
        operator: `${negated}${test.operator}`,
        priority: level,
        name,
      }),
    ),
);

const groups = (leaf: fc.Arbitrary<Tree>) =>
  fc.letrec<{ tree: Tree; group: Tree }>((tie) => {
    const several = fc.array(tie("tree"), { minLength: 1, maxLength: 4 });
    const more = { priority, name: title };
    return {
      tree: fc.oneof({ depthSize: "small" }, leaf, tie("group")),
      group: fc.oneof(
        fc.record({ all: several, ...more }).map(given),
        fc.record({ any: several, ...more }).map(given),
        fc.record({ not: tie("tree"), ...more }).map(given),
      ),
    };
  });

const reference = (of: readonly string[]) =>
  fc.record({ condition: fc.constantFrom(...of), priority }).map(given);
const mostly = (common: fc.Arbitrary<Tree>, rare: fc.Arbitrary<Tree>) =>
  fc.oneof({ weight: 8, arbitrary: common }, { weight: 1, arbitrary: rare });

/** Named conditions, one of which rests on another. */
export const conditions: fc.Arbitrary<Readonly<Record<string, Tree>>> = fc.record({
  "large account": groups(comparison).group,
  settled: groups(mostly(comparison, reference(["large account"]))).group,
});

const anyOf = reference(["large account", "settled"]);
const { tree, group } = groups(mostly(comparison, anyOf));
const root = mostly(group, anyOf);

/* What can't be carried over, and the code that says so. */

const n = (operator: string, value: unknown, more: Tree = {}) => ({
  fact: "n",
  operator,
  value,
  ...more,
});
const unfit: readonly (readonly [code: string, condition: Tree])[] = [
  ["own-operator", n("startsWith", 1)],
  ["own-operator", { fact: "s", operator: "everyFact:equal", value: "x" }],
  ["fact-params", n("equal", 1, { params: { month: 1 } })],
  ["fact-path", n("equal", 1, { path: "$.other" })],
  ["fact-path", n("equal", { fact: "m", path: "$.other" })],
  ["fact-name", { fact: "owner-type", operator: "equal", value: "x" }],
  ["undeclared-fact", { fact: "r", operator: "lessThan", value: 1 }],
  ["text-search", { fact: "l", operator: "in", value: "xy" }],
  ["list-in-list", { fact: "s", operator: "contains", value: ["x"] }],
  ["object-value", n("equal", { parameter: "n" })],
  ["object-value", n("in", [1, { fact: "m" }])],
  ["passed-over", n("equal", 1, { note: "?" })],
  ["not-a-condition", { all: [n("equal", 1)], any: [] }],
  ["not-a-condition", { constant: true }],
  ["no-condition", { condition: "nobody" }],
  ["empty-group", { all: [] }],
  ["empty-group", { any: [] }],
  ["empty-group", n("in", [])],
  ["type-mismatch", n("lessThan", "2")],
  ["type-mismatch", { fact: "a", operator: "equal", value: "true" }],
  ["type-mismatch", { fact: "l", operator: "lessThan", value: "x" }],
  ["type-mismatch", { fact: "s", operator: "contains", value: { fact: "l" } }],
  ["bad-value", { fact: "l", operator: "equal", value: "other" }],
];

/* Rules. */

/** A rule, with the code that refuses it where it can't be carried over. */
export interface Given {
  readonly rule: Tree & { readonly event: { readonly type: string; readonly params?: Tree } };
  readonly refused?: string;
}

const params = fc.option(
  fc.record(
    {
      label: fc.constantFrom<unknown>("large", { zh: "大", en: "large" }),
      citation: fc.constant({ rule: "R-1", clause: "2" }),
      discount: fc.constant(0.1),
    },
    { requiredKeys: [] },
  ),
  { nil: undefined },
);
const called = rarely(fc.constantFrom("rule", "Rule ", "RULE-", "r_"), 2);

const rule: fc.Arbitrary<(index: number) => Given> = fc
  .record({
    conditions: root,
    planted: rarely(fc.tuple(fc.constantFrom(...unfit), tree, fc.nat(2)), 30),
    priority,
    called,
    params,
  })
  .map(({ conditions, planted, priority: level, called: name, params: more }) => (index) => {
    const event = given({ type: `event-${index}`, params: more }) as Given["rule"]["event"];
    const whole = { event, priority: level, name: name && `${name}${index}` };
    if (!planted) return { rule: { ...given({ conditions, ...whole }), event } };
    const [[refused, bad], beside, where] = planted;
    const around = [{ all: [beside, bad] }, { any: [bad, beside] }, { not: { all: [bad] } }];
    return { rule: { ...given({ ...whole, conditions: around[where] }), event }, refused };
  });

export const rules: fc.Arbitrary<readonly Given[]> = fc
  .array(rule, { minLength: 1, maxLength: 25, size: "max" })
  .map((all) => all.map((make, i) => make(i)));

/* What is known of an account. */

export type Account = Readonly<Record<string, unknown>>;

const account = (of: (fact: Known) => fc.Arbitrary<unknown>) =>
  fc
    .tuple(...facts.map(of))
    .map((all): Account => given(Object.fromEntries(all.map((v, i) => [facts[i]?.name, v]))));

const value = (fact: Known) => fc.constantFrom(...fact.values);
const blank = (fact: Known) => (fact.type === "text" ? [" "] : []);

/** Every fact known. */
export const whole = account(value);

/** One fact in four is absent, `null` or blank. */
export const partial = account((fact) =>
  fc.oneof(
    { weight: 3, arbitrary: value(fact) },
    { weight: 1, arbitrary: fc.constantFrom<unknown>(undefined, null, ...blank(fact)) },
  ),
);

/** One fact is what it can't be. */
export const spoilt = fc
  .constantFrom(...facts.filter((f) => !f.isInferred))
  .chain((fact) =>
    fc
      .tuple(whole, fc.constantFrom(...fact.unreadable))
      .map(([all, wrong]) => ({ fact, account: { ...all, [fact.name]: wrong } })),
  );

/** The same account as the rules' engine is told of it. */
export function inEngine(account: Account): Account {
  const { size, accountType, ...rest } = account;
  const profile = "size" in account ? { size } : {};
  return { ...rest, profile, ...("accountType" in account && { "account-type": accountType }) };
}
