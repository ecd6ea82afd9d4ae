import { pointer } from "../../ruleset/diagnostics.ts";
import type { Condition, Expression, Operator } from "../../ruleset/expression.ts";
import { quote } from "../../ruleset/show.ts";
import { type At, isName, isObject, nothing, type Reading, refuse, type Use } from "./reading.ts";

type Test = Readonly<Record<string, unknown>>;
type Own = Exclude<Operator, "given">;
type Read = (fact: string, operator: Own, value: unknown, at: At, r: Reading) => Condition;

/** How the value of each of the engine's operators is read. */
const operators: { readonly [O in Own]: Read } = {
  equal: readEqual,
  notEqual: readEqual,
  lessThan: readPlain,
  lessThanInclusive: readPlain,
  greaterThan: readPlain,
  greaterThanInclusive: readPlain,
  in: readAmong,
  notIn: readAmong,
  contains: readContains,
  doesNotContain: readContains,
};

/** Reads a comparison of a fact. */
export function readTest(c: Test, at: At, r: Reading): Condition {
  const operator = typeof c.operator === "string" ? c.operator : quote(c.operator);
  if (operator.startsWith("not:")) {
    const inside = { ...at, to: `${at.to}/not` };
    r.places.set(inside.to, at.from);
    return { not: readTest({ ...c, operator: operator.slice(4) }, inside, r) };
  }
  const fact = readFact(c, at.from, r);
  if (!Object.hasOwn(operators, operator)) {
    refuse(r, "own-operator", `${at.from}/operator`, { operator });
    return nothing;
  }
  const { value } = c;
  const read = isObject(value) ? readFactValue : operators[operator as Own];
  return read(fact, operator as Own, value, at, r);
}

/** Reads which fact is meant: under its own name, or the one it is given here; empty if refused. */
function readFact(c: Test, from: string, r: Reading): string {
  const fact = typeof c.fact === "string" ? c.fact : quote(c.fact);
  const path = c.path === undefined ? undefined : String(c.path);
  const called = path === undefined ? fact : `${fact} ${path}`;
  const name = Object.hasOwn(r.names, called) ? (r.names[called] as string) : undefined;
  if (c.params !== undefined) refuse(r, "fact-params", `${from}/params`, { fact });
  else if (name === undefined && path !== undefined) {
    refuse(r, "fact-path", `${from}/path`, { fact, path });
  } else if (isName(name ?? fact)) return name ?? fact;
  else refuse(r, "fact-name", `${from}/fact`, { fact: name ?? fact });
  return "";
}

function readFactValue(fact: string, operator: Own, value: unknown, at: At, r: Reading): Condition {
  const from = `${at.from}/value`;
  use(fact, "other", at, r);
  if (!isObject(value) || !Object.hasOwn(value, "fact")) {
    refuse(r, "object-value", from);
    return nothing;
  }
  const other = readFact(value, from, r);
  use(other, "other", { ...at, from }, r);
  return { fact, operator, value: { fact: other } };
}

function readPlain(fact: string, operator: Own, value: unknown, at: At, r: Reading): Condition {
  use(fact, "other", at, r);
  return { fact, operator, value: value as Expression };
}

/** An engine's `null` is a fact that was not given. */
function readEqual(fact: string, operator: Own, value: unknown, at: At, r: Reading): Condition {
  if (value === null) {
    use(fact, "any", at, r);
    return { fact, operator: "given", value: operator === "notEqual" };
  }
  const type = typeof value;
  use(fact, type === "boolean" ? type : type === "string" ? "text" : "other", at, r);
  return { fact, operator, value: value as Expression };
}

/** A ruleset's `in` is about labels and texts: of other values each is compared by itself. */
function readAmong(fact: string, operator: Own, value: unknown, at: At, r: Reading): Condition {
  if (!Array.isArray(value)) {
    refuse(r, "text-search", `${at.from}/value`, { operator });
    return nothing;
  }
  const [object] = value.flatMap((v, i) => (typeof v === "object" && v !== null ? [i] : []));
  if (object !== undefined) {
    refuse(r, "object-value", `${at.from}/value/${object}`);
    return nothing;
  }
  const type = Object.hasOwn(r.facts, fact) ? r.facts[fact]?.type : "text";
  if (value.every((v) => typeof v === "string") && (type === "text" || type === "label")) {
    use(fact, "text", at, r);
    return { fact, operator, value };
  }
  const key = operator === "in" ? "any" : "all";
  r.places.set(at.to + pointer(key), `${at.from}/value`);
  const each = value.map((v, i) => {
    const to = at.to + pointer(key, i);
    r.places.set(to, `${at.from}/value/${i}`).set(`${to}/value`, `${at.from}/value/${i}`);
    return readEqual(fact, operator === "in" ? "equal" : "notEqual", v, { ...at, to }, r);
  });
  return key === "any" ? { any: each } : { all: each };
}

function readContains(fact: string, operator: Own, value: unknown, at: At, r: Reading): Condition {
  use(fact, "other", at, r);
  if (Array.isArray(value)) refuse(r, "list-in-list", `${at.from}/value`, { operator });
  return { fact, operator, value: value as Expression };
}

function use(fact: string, as: Use["as"], at: At, r: Reading) {
  if (fact !== "") r.uses.push({ fact, as, path: at.from });
}
