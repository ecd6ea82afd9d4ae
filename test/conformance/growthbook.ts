import { namer } from "../../src/read/names.ts";
import type { Condition, Expression } from "../../src/ruleset/expression.ts";
import { factFor } from "./ruled.ts";

/*
 * Reads conditions of GrowthBook as those of a rule: an attribute is a fact, a path into one is a fact
 * of its own, and a version is the facts of its parts. What is missing equals nothing there and counts
 * as zero in an order, so the rule says just that; what a ruleset can't say throws.
 * Over the usual length: tests contain tests, and a version is one of them.
 */

export type Json = Readonly<Record<string, unknown>>;
export type Groups = Readonly<Record<string, readonly unknown[]>>;

interface Reading {
  readonly groups: Groups;
  readonly attributes: Json;
  /** The facts met so far, by the path of the attribute: the value, and what it is compared with. */
  readonly met: Map<string, Field>;
  readonly name: (path: string) => string;
}
interface Field {
  readonly fact: string;
  readonly path: string;
  readonly value: unknown;
  readonly literals: unknown[];
}

const isObject = (v: unknown): v is Json =>
  typeof v === "object" && v !== null && !Array.isArray(v);

/** What an attribute is, by its name or its path. */
function at(attributes: Json, path: string): unknown {
  if (Object.hasOwn(attributes, path)) return attributes[path];
  return path
    .split(".")
    .reduce<unknown>((v, key) => (isObject(v) ? v[key] : undefined), attributes);
}

function met(path: string, value: unknown, r: Reading): Field {
  const field = r.met.get(path) ?? { fact: r.name(path), path, value, literals: [] };
  r.met.set(path, field);
  return field;
}

const all = (parts: readonly Condition[]): Condition =>
  parts.length > 0 ? { all: parts } : { constant: true };
const any = (parts: readonly Condition[]): Condition =>
  parts.length > 0 ? { any: parts } : { constant: false };
const not = (part: Condition): Condition => ({ not: part });

const groups: Readonly<Record<string, (parts: readonly Condition[]) => Condition>> = {
  $and: all,
  $or: any,
  $nor: (parts) => not(any(parts)),
};

function read(condition: Json, r: Reading): Condition {
  return all(
    Object.entries(condition).map(([key, value]) => {
      const join = Object.hasOwn(groups, key) ? groups[key] : undefined;
      if (join && Array.isArray(value)) return join(value.map((v) => read(v, r)));
      if (key === "$not") return not(read(value as Json, r));
      const field = met(key, at(r.attributes, key), r);
      const isTests = isObject(value) && Object.keys(value).every((k) => k.startsWith("$"));
      return isTests ? testsOf(value, field, r) : test("$eq", value, field, r);
    }),
  );
}

type Test = (wanted: unknown, field: Field, r: Reading) => Condition;

const given = ({ fact }: Field): Condition => ({ fact, operator: "given", value: true });
const known = (field: Field, part: Condition): Condition => all([given(field), part]);

type Order = "lessThan" | "lessThanInclusive" | "greaterThan" | "greaterThanInclusive";
const ordered =
  (operator: Order): Test =>
  (wanted, field) => {
    const value = Number(wanted);
    field.literals.push(value);
    const isKnown = { when: given(field), then: { fact: field.fact } };
    return { expression: { choose: [isKnown], otherwise: 0 }, operator, value };
  };

const negated =
  (operator: string): Test =>
  (wanted, field, r) =>
    not(test(operator, wanted, field, r));

const tests: Readonly<Record<string, Test>> = {
  $eq(wanted, field) {
    if (wanted === null) return not(given(field));
    if (typeof wanted === "object") throw new Error("a list or an object is compared as a whole");
    field.literals.push(wanted);
    return known(field, { fact: field.fact, operator: "equal", value: wanted as string });
  },
  $ne: negated("$eq"),
  $lt: ordered("lessThan"),
  $lte: ordered("lessThanInclusive"),
  $gt: ordered("greaterThan"),
  $gte: ordered("greaterThanInclusive"),
  $exists: (wanted, { fact }) => ({ fact, operator: "given", value: wanted as boolean }),
  $not: (wanted, field, r) => not(testsOf(wanted as Json, field, r)),
  $in(wanted, field, r) {
    const values = wanted as readonly string[];
    if (!Array.isArray(field.value)) return any(values.map((v) => test("$eq", v, field, r)));
    field.literals.push(values);
    return known(field, { fact: field.fact, operator: "contains", value: values });
  },
  $nin: negated("$in"),
  $all: (wanted, field, r) =>
    all((wanted as readonly unknown[]).map((v) => test("$in", [v], field, r))),
  $elemMatch(wanted, field, r) {
    const [[operator, value] = [], ...more] = Object.entries(wanted as Json);
    if (more.length === 0 && ["$eq", "$in"].includes(operator ?? "")) {
      return test("$in", [value].flat(), field, r);
    }
    throw new Error("entries of a list are only asked for by their value");
  },
  $size(wanted, field) {
    const [[operator, value] = []] = Object.entries(isObject(wanted) ? wanted : { $eq: wanted });
    const orders: Readonly<Record<string, "equal" | Order>> = { $eq: "equal", $gt: "greaterThan" };
    const size: Expression = { size: { fact: field.fact } };
    const is = orders[operator ?? ""] as Order;
    return known(field, { expression: size, operator: is, value: value as number });
  },
  $type(wanted, field) {
    if (wanted === "null") return not(given(field));
    throw new Error("the type of a value is declared");
  },
  $inGroup: (wanted, field, r) => test("$in", r.groups[wanted as string] ?? [], field, r),
  $notInGroup: negated("$inGroup"),
  $veq: (wanted, field, r) => compareVersions(wanted as string, field, r).equal,
  $vne: negated("$veq"),
  $vgt: (wanted, field, r) => versionOrder("greaterThan", wanted as string, field, r),
  $vgte: negated("$vlt"),
  $vlt: (wanted, field, r) => versionOrder("lessThan", wanted as string, field, r),
  $vlte: negated("$vgt"),
};

function testsOf(wanted: Json, field: Field, r: Reading): Condition {
  return all(Object.entries(wanted).map(([operator, v]) => test(operator, v, field, r)));
}

function test(operator: string, wanted: unknown, field: Field, r: Reading): Condition {
  const read = Object.hasOwn(tests, operator) ? tests[operator] : undefined;
  if (!read) throw new Error(`${operator} can't be said`);
  return read(wanted, field, r);
}

/** The three numbers of a version, and what stands behind them. */
function parts(version: string) {
  const [plain = ""] = version.replace(/^v/, "").split("+");
  const [major, minor, patch, ...rest] = plain.split(/[.-]/);
  return { numbers: [major, minor, patch].map(Number), rest: rest.join(".") || null };
}

function compareVersions(wanted: string, field: Field, r: Reading) {
  const [own, other] = [parts(field.value as string), parts(wanted)];
  r.met.delete(field.path);
  const numbers = own.numbers.map((n, i) => met(`${field.path} ${i}`, n, r));
  const rest = met(`${field.path} rest`, own.rest, r);
  const same = numbers.map(
    ({ fact }, i): Condition => ({ fact, operator: "equal", value: other.numbers[i] as number }),
  );
  const equal = all([...same, test("$eq", other.rest, rest, r)]);
  return { numbers, rest, other, same, equal };
}

/** Numbers decide from the first on; a version with more behind them comes before the one without. */
function versionOrder(operator: Order, wanted: string, field: Field, r: Reading): Condition {
  const { numbers, rest, other, same } = compareVersions(wanted, field, r);
  if (other.rest !== null) throw new Error("texts have no order");
  const decided = numbers.map(({ fact }, i) =>
    all([...same.slice(0, i), { fact, operator, value: other.numbers[i] as number }]),
  );
  return any([...decided, ...(operator === "lessThan" ? [all([...same, given(rest)])] : [])]);
}

/** A condition as that of a rule, with the facts it is about and their values. */
export function readCondition(condition: Json, attributes: Json, groups: Groups) {
  const r: Reading = { groups, attributes, met: new Map(), name: namer("fact") };
  const when = read(condition, r);
  const fields = [...r.met.values()];
  const facts = fields.map((f) => [f.fact, factFor(f.fact, [f.value, ...f.literals])] as const);
  const values = fields.map((f) => [f.fact, f.value] as const);
  return { when, facts: Object.fromEntries(facts), values: Object.fromEntries(values) };
}
