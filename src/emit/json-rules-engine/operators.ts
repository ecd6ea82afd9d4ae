import type { Engine } from "json-rules-engine";
import { order } from "../../execute/order.ts";
import { Decimal } from "../../plan/decimal.ts";
import type { Comparator } from "../../plan/node.ts";
import { TiercutError } from "../../ruleset/diagnostics.ts";
import type { Operator } from "../../ruleset/expression.ts";
import { quote } from "../../ruleset/show.ts";

/** The operator that says what a comparison of the plan says. */
export const operatorOf: Readonly<Record<Comparator, Operator>> = {
  "=": "equal",
  "≠": "notEqual",
  "<": "lessThan",
  "≤": "lessThanInclusive",
  ">": "greaterThan",
  "≥": "greaterThanInclusive",
};

type Holds = (fact: unknown, value: unknown) => boolean;

/** What each operator means where both sides are known. */
const operators: Readonly<Record<Operator, Holds>> = {
  equal: (a, b) => compare(a, b) === 0,
  notEqual: (a, b) => compare(a, b) !== 0,
  lessThan: (a, b) => compare(a, b) < 0,
  lessThanInclusive: (a, b) => compare(a, b) <= 0,
  greaterThan: (a, b) => compare(a, b) > 0,
  greaterThanInclusive: (a, b) => compare(a, b) >= 0,
  in: (a, b) => among(a, b),
  notIn: (a, b) => !among(a, b),
  contains: (a, b) => overlap(a, b),
  doesNotContain: (a, b) => !overlap(a, b),
  given: (_, b) => b === true,
};

/**
 * Gives an engine the operators of a ruleset: decimals and days are compared as such, and what is
 * not known holds under no operator. With `orUnknown:` before it, it holds under each.
 */
export function addOperators(engine: Engine) {
  for (const [name, holds] of Object.entries(operators)) {
    engine.addOperator(name, (a: unknown, b: unknown) => known(a) && known(b) && holds(a, b));
  }
  engine.addOperator("given", (a: unknown, b: unknown) => known(a) === b);
  engine.addOperatorDecorator("orUnknown", (a: unknown, b: unknown, next: Holds) =>
    known(a) && known(b) ? next(a, b) : true,
  );
}

const known = (value: unknown) => value !== null && value !== undefined;

function compare(a: unknown, b: unknown): number {
  const [x, y] = [exact(a), exact(b)];
  const alike = x instanceof Decimal ? y instanceof Decimal : typeof x === typeof y;
  if (alike && comparable(x) && comparable(y)) return order(x, y);
  throw new TiercutError(
    `${quote(a)} can't be compared with ${quote(b)}: give both as numbers, as texts, or as true or false`,
  );
}

/** A JavaScript number means its shortest decimal. */
const exact = (value: unknown): unknown =>
  Number.isFinite(value) ? new Decimal(value as number) : value;

const comparable = (value: unknown): value is Decimal | string | boolean =>
  value instanceof Decimal || typeof value === "string" || typeof value === "boolean";

const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : [value]);

const among = (fact: unknown, values: unknown) =>
  listOf(values).some((v) => compare(fact, v) === 0);

function overlap(fact: unknown, values: unknown): boolean {
  if (Array.isArray(fact)) return fact.some((f) => among(f, values));
  throw new TiercutError(`${quote(fact)} can't contain anything: give it as a list`);
}
