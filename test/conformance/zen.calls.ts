import type { Condition, Expression } from "../../src/ruleset/expression.ts";
import {
  among,
  boolean,
  type Cursor,
  conditionOf,
  type Item,
  need,
  next,
  number,
  numberIn,
  type Said,
  take,
  unsayable,
} from "./zen.said.ts";

/*
 * Functions of ZEN as values and conditions of a ruleset. One over a list that is written out is said
 * of each of its elements.
 */

type Read = (c: Cursor) => Said;

/** Reads a call from its bracket on. */
export function call(name: string, c: Cursor, read: Read): Said {
  need(c, "(");
  const first = read(c);
  const overEach = Object.hasOwn(closures, name) ? closures[name] : undefined;
  if (overEach) return overEach(itemsOf(first), (element) => ofElement(element, c, read), c);
  const more: Said[] = [];
  while (take(c, ",")) more.push(read(c));
  need(c, ")");
  const make = Object.hasOwn(calls, name) ? calls[name] : undefined;
  return make ? make(first, ...more) : unsayable(`${name}(…)`);
}

const itemsOf = (said: Said) =>
  said.kind === "items" ? said.items : unsayable(`what is not written out (${said.kind})`);

/** Reads what is said of an element, and comes back to where it begins. */
function ofElement(element: Said, c: Cursor, read: Read): Said {
  const [from, outer] = [c.at, c.element];
  need(c, ",");
  c.element = element;
  const said = read(c);
  if (next(c) !== ")") unsayable(c.tokens.slice(c.at).join(" "));
  c.at = from;
  if (outer) c.element = outer;
  return said;
}

type Each = (element: Said) => Said;
type Closure = (items: readonly Item[], of: Each, c: Cursor) => Said;

/** Over all elements; then on from the bracket that ends the call. */
const over =
  (make: (items: readonly Item[], of: Each) => Said): Closure =>
  (items, of, c) => {
    const said = make(items, of);
    let depth = 1;
    while (depth > 0) {
      if (next(c) === "(") depth += 1;
      if (next(c) === ")") depth -= 1;
      c.at += 1;
    }
    return said;
  };

const both = (when: Condition | undefined, test: Condition): Condition =>
  when ? { all: [when, test] } : test;
const holding = (items: readonly Item[], of: Each) =>
  items.map(({ said, when }) => both(when, conditionOf(of(said))));

const closures: Readonly<Record<string, Closure>> = {
  some: over((items, of) => boolean({ any: holding(items, of) })),
  none: over((items, of) => boolean({ not: { any: holding(items, of) } })),
  all: over((items, of) =>
    boolean({
      all: items.map(({ said, when }) => {
        const holds = conditionOf(of(said));
        return when ? { any: [{ not: when }, holds] } : holds;
      }),
    }),
  ),
  one: over((items, of) =>
    boolean({ expression: { count: holding(items, of) }, operator: "equal", value: 1 }),
  ),
  count: over((items, of) => number({ count: holding(items, of) })),
  map: over((items, of) => ({
    kind: "items",
    items: items.map((item) => ({ ...item, said: of(item.said) })),
  })),
  filter: over((items, of) => ({
    kind: "items",
    items: items.map(({ said, when }) => ({ said, when: both(when, conditionOf(of(said))) })),
  })),
};

/** All elements as numbers, each of which is there for sure. */
const numbers = (said: Said) =>
  itemsOf(said).map((item) => (item.when ? unsayable("perhaps") : numberIn(item.said)));
const whole = (value: Expression, rounding: "floor" | "ceil", scale = 0) =>
  number({ round: value, scale, rounding });
const scaleOf = (said: Said | undefined) => (said ? (numberIn(said) as number) : 0);
const negative = (value: Expression): Condition => ({
  expression: value,
  operator: "lessThan",
  value: 0,
});

/** The same on both sides of zero. */
function eitherSide(value: Expression, of: (value: Expression) => Expression): Said {
  const below = { difference: [0, of({ difference: [0, value] })] } as const;
  return number({ choose: [{ when: negative(value), then: below }], otherwise: of(value) });
}

const calls: Readonly<Record<string, (...args: readonly [Said, ...Said[]]) => Said>> = {
  sum: (list) =>
    number({
      sum: itemsOf(list).map(({ said, when }) => {
        const value = numberIn(said);
        return when ? { choose: [{ when, then: value }], otherwise: 0 } : value;
      }),
    }),
  avg(list) {
    const sum = numbers(list);
    return number({ quotient: [{ sum }, sum.length], scale: 6, rounding: "half-even" });
  },
  max: (list) => number({ maximum: numbers(list) }),
  min: (list) => number({ minimum: numbers(list) }),
  median: (list) => number(middle(numbers(list))),
  len: (list) =>
    number({ count: itemsOf(list).map(({ when }) => when ?? { constant: true as const }) }),
  abs: (of) => number({ maximum: [numberIn(of), { difference: [0, numberIn(of)] }] }),
  floor: (of) => whole(numberIn(of), "floor"),
  ceil: (of) => whole(numberIn(of), "ceil"),
  round: (of, scale) =>
    eitherSide(numberIn(of), (round) => ({ round, scale: scaleOf(scale), rounding: "half-up" })),
  trunc: (of, scale) =>
    eitherSide(numberIn(of), (round) => ({ round, scale: scaleOf(scale), rounding: "floor" })),
  number: (of) => (of.kind === "boolean" ? number({ count: [of.when] }) : number(numberIn(of))),
  bool: (of) => boolean({ expression: numberIn(of), operator: "notEqual", value: 0 }),
  contains: (list, wanted) =>
    list.kind === "items" && wanted ? boolean(among(wanted, list)) : contains(list, wanted),
  date: (of) => (of.kind === "day" ? of : unsayable("a moment")),
};

/** The middle one of an odd number: the least of what is greatest in any half with the middle. */
function middle(values: readonly Expression[]): Expression {
  if (values.length % 2 === 0) return unsayable("the middle of two");
  return { minimum: choices(values, (values.length + 1) / 2).map((maximum) => ({ maximum })) };
}
function choices<T>(of: readonly T[], size: number): readonly (readonly T[])[] {
  if (size === 0) return [[]];
  return of.flatMap((first, i) => choices(of.slice(i + 1), size - 1).map((c) => [first, ...c]));
}

/** A list that contains a label; a text has no parts. */
function contains(list: Said, wanted: Said | undefined): Said {
  if (list.kind !== "list" || wanted?.kind !== "text") return unsayable("a part of a text");
  return boolean({ expression: list.value, operator: "contains", value: wanted.value });
}
