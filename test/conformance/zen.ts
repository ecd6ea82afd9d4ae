import type { Condition, Expression } from "../../src/ruleset/expression.ts";
import { call } from "./zen.calls.ts";
import {
  among,
  boolean,
  type Cursor,
  conditionOf,
  equal,
  type Item,
  type Names,
  need,
  next,
  number,
  numberIn,
  type Said,
  take,
  unsayable,
  valueIn,
} from "./zen.said.ts";

/*
 * Reads expressions of ZEN into values and conditions of a ruleset: what a ruleset can't say throws.
 * Over the usual length: each level of the grammar calls the next, and the last the first.
 */

const token =
  /\s*("[^"]*"|'[^']*'|`[^`]*`|\d[\d_]*(?:\.\d+)?(?:[eE][+-]?\d+)?|\.\.|[<>=!]=|\?\?|[$A-Za-z_]\w*(?:\.[A-Za-z_]\w*|\[\d+\])*|\S)/y;

function tokensOf(text: string): readonly string[] {
  const found: string[] = [];
  token.lastIndex = 0;
  for (let m = token.exec(text); m; m = token.exec(text)) found.push(m[1] as string);
  return found;
}

/** Reads a whole expression. */
export function readExpression(text: string, names: Names): Said {
  return whole(text, names, ternary);
}

/** Reads one cell against the value `$`: comparisons and ranges, joined, or an expression. */
export function readCell(text: string, names: Names): Said {
  return whole(text, names, (c) => boolean(cells(c)));
}

function whole(text: string, names: Names, read: (c: Cursor) => Said): Said {
  const c = { tokens: tokensOf(text), names, at: 0 };
  const said = read(c);
  return c.at === c.tokens.length ? said : unsayable(c.tokens.slice(c.at).join(" "));
}

function cells(c: Cursor): Condition {
  const any: Condition[] = [];
  do {
    const all: Condition[] = [];
    do all.push(cell(c));
    while (take(c, "and"));
    any.push(all.length > 1 ? { all } : (all[0] as Condition));
  } while (take(c, "or", ","));
  return any.length > 1 ? { any } : (any[0] as Condition);
}

function cell(c: Cursor): Condition {
  const self = c.names("$") ?? unsayable("$");
  const expression = valueIn(self);
  const sign = take(c, ...Object.keys(signs));
  if (sign) return { expression, operator: signs[sign] as "equal", value: valueIn(sum(c)) };
  if (opensRange(c)) return range(expression, c);
  const said = comparison(c);
  // What asks for the value itself is the test; all else is what the value must be.
  return c.tokens.includes("$") ? conditionOf(said) : equal(self, said);
}

/** Does the bracket at hand open a range, and not a list or what is computed first? */
function opensRange(c: Cursor): boolean {
  if (!["[", "("].includes(next(c))) return false;
  const end = c.tokens.findIndex((t, i) => i > c.at && ["]", ")"].includes(t));
  return c.tokens.slice(c.at, end).includes("..");
}

function range(expression: Expression, c: Cursor): Condition {
  const from = take(c, "[", "(") === "[" ? "greaterThanInclusive" : "greaterThan";
  const low = valueIn(sum(c));
  need(c, "..");
  const high = valueIn(sum(c));
  const closing = take(c, "]", ")") ?? unsayable(next(c));
  const to = closing === "]" ? "lessThanInclusive" : "lessThan";
  return {
    all: [
      { expression, operator: from, value: low },
      { expression, operator: to, value: high },
    ],
  };
}

function ternary(c: Cursor): Said {
  const first = or(c);
  if (take(c, "??")) return orElse(first, ternary(c));
  if (!take(c, "?")) return first;
  const when = conditionOf(first);
  const then = ternary(c);
  need(c, ":");
  const otherwise = ternary(c);
  const value = { choose: [{ when, then: valueIn(then) }], otherwise: valueIn(otherwise) };
  if (then.kind !== "boolean") return { ...then, value } as Said;
  return boolean({ expression: value, operator: "equal", value: true });
}

/** The first value where it is given, which only a fact can be asked. */
function orElse(first: Said, second: Said): Said {
  const value = valueIn(first);
  if (typeof value !== "object" || !("fact" in value)) return unsayable("?? of what is no fact");
  const when: Condition = { fact: value.fact, operator: "given", value: true };
  const chosen = { choose: [{ when, then: value }], otherwise: valueIn(second) };
  return { ...first, value: chosen } as Said;
}

function or(c: Cursor): Said {
  const parts = [and(c)];
  while (take(c, "or")) parts.push(and(c));
  return parts.length > 1 ? boolean({ any: parts.map(conditionOf) }) : (parts[0] as Said);
}
function and(c: Cursor): Said {
  const parts = [comparison(c)];
  while (take(c, "and")) parts.push(comparison(c));
  return parts.length > 1 ? boolean({ all: parts.map(conditionOf) }) : (parts[0] as Said);
}

const signs: Readonly<Record<string, string>> = {
  "==": "equal",
  "!=": "notEqual",
  "<": "lessThan",
  "<=": "lessThanInclusive",
  ">": "greaterThan",
  ">=": "greaterThanInclusive",
};

function comparison(c: Cursor): Said {
  if (take(c, "not")) return boolean({ not: conditionOf(comparison(c)) });
  const left = sum(c);
  const sign = take(c, ...Object.keys(signs));
  if (sign) {
    const operator = signs[sign] as "equal";
    return boolean({ expression: valueIn(left), operator, value: valueIn(sum(c)) });
  }
  const negated = take(c, "not") !== undefined;
  if (!negated && next(c) !== "in") return left;
  need(c, "in");
  const inside = opensRange(c) ? range(valueIn(left), c) : among(left, sum(c));
  return boolean(negated ? { not: inside } : inside);
}

function sum(c: Cursor): Said {
  let left = product(c);
  for (let sign = take(c, "+", "-"); sign; sign = take(c, "+", "-")) {
    const pair = [numberIn(left), numberIn(product(c))] as const;
    left = number(sign === "+" ? { sum: pair } : { difference: pair });
  }
  return left;
}

type Binary = (a: Expression, b: Expression) => Expression;
const divided = (scale: number, rounding: "half-even" | "floor"): Binary => {
  return (a, b) => ({ quotient: [a, b], scale, rounding });
};
const products: Readonly<Record<string, Binary>> = {
  "*": (a, b) => ({ product: [a, b] }),
  "/": divided(6, "half-even"),
  "%": (a, b) => ({ difference: [a, { product: [b, divided(0, "floor")(a, b)] }] }),
};

function product(c: Cursor): Said {
  let left = unary(c);
  for (let sign = take(c, "*", "/", "%"); sign; sign = take(c, "*", "/", "%")) {
    left = number((products[sign] as Binary)(numberIn(left), numberIn(unary(c))));
  }
  return left;
}

function unary(c: Cursor): Said {
  if (!take(c, "-")) return power(c);
  const said = numberIn(unary(c));
  return number(typeof said === "number" ? -said : { difference: [0, said] });
}

/** A power with a whole exponent: so many factors. */
function power(c: Cursor): Said {
  const base = primary(c);
  if (!take(c, "^")) return base;
  const times = numberIn(primary(c));
  if (typeof times !== "number") return unsayable("a power with an exponent that is not written");
  return number({ product: Array.from({ length: times }, () => numberIn(base)) });
}

function primary(c: Cursor): Said {
  if (take(c, "(")) {
    const inside = ternary(c);
    need(c, ")");
    return inside;
  }
  if (!opensRange(c) && take(c, "[")) return list(c);
  if (next(c) === "#" && c.element) return [c.element, take(c, "#")][0] as Said;
  const text = next(c);
  c.at += 1;
  if (/^\d/.test(text)) return number(Number(text.replaceAll("_", "")));
  if (/^["']/.test(text) || /^`[^$]*`$/.test(text)) {
    return { kind: "text", value: text.slice(1, -1) };
  }
  const inside = /^`\$\{([^`{}]*)\}`$/.exec(text)?.[1];
  if (inside !== undefined) return textIn(readExpression(inside, c.names));
  if (text === "true" || text === "false") return boolean({ constant: text === "true" });
  if (next(c) === "(") return call(text, c, ternary);
  return c.names(text) ?? unsayable(text || "nothing");
}

/** A template of one text, and nothing around it, is that text. */
const textIn = (said: Said) => (said.kind === "text" ? said : unsayable("a value put into a text"));

function list(c: Cursor): Said {
  const items: Item[] = [];
  do {
    const text = next(c);
    const said = ternary(c);
    // A ruleset compares its own words with facts only, so each text of a list is a fact.
    const isText = said.kind === "text" && typeof said.value === "string";
    items.push({ said: (isText && c.names(text)) || said });
  } while (take(c, ","));
  need(c, "]");
  return { kind: "items", items };
}
