import type { Condition, Expression } from "../../src/ruleset/expression.ts";

/*
 * What an expression of ZEN is in a ruleset, and the place in it that is being read.
 */

/** A value or a condition, two things in a ruleset; or a list that is written out, one by one. */
export type Said =
  | { readonly kind: "number" | "text" | "list" | "day"; readonly value: Expression }
  | { readonly kind: "boolean"; readonly when: Condition }
  | { readonly kind: "items"; readonly items: readonly Item[] };
/** One of a list, which may be in it only under a condition. */
export interface Item {
  readonly said: Said;
  readonly when?: Condition;
}

/** What a name in an expression is, by its path; `undefined` where there is no such thing. */
export type Names = (path: string) => Said | undefined;

export interface Cursor {
  readonly tokens: readonly string[];
  readonly names: Names;
  at: number;
  /** What `#` is: the element at hand. */
  element?: Said;
}

/** Says that something is beyond a ruleset. */
export function unsayable(what: string): never {
  throw new Error(`a ruleset can't say ${what}`);
}

export const next = (c: Cursor) => c.tokens[c.at] ?? "";
export function take(c: Cursor, ...wanted: readonly string[]): string | undefined {
  if (!wanted.includes(next(c))) return undefined;
  c.at += 1;
  return c.tokens[c.at - 1];
}
export function need(c: Cursor, wanted: string) {
  if (take(c, wanted) === undefined) unsayable(c.tokens.slice(c.at).join(" "));
}

export const boolean = (when: Condition): Said => ({ kind: "boolean", when });
export const number = (value: Expression): Said => ({ kind: "number", value });
export const conditionOf = (said: Said) =>
  said.kind === "boolean" ? said.when : unsayable(`${said.kind} as a condition`);
export const numberIn = (said: Said) =>
  said.kind === "number" ? said.value : unsayable(`${said.kind} as a number`);

/** As a value; a yes or no that is written out stays one. */
export function valueIn(said: Said): Expression {
  if (said.kind === "items") return unsayable("a list that is written out, as a value");
  if (said.kind !== "boolean") return said.value;
  const { when } = said;
  return "constant" in when ? (when.constant as boolean) : { when };
}

export function equal(left: Said, right: Said): Condition {
  return { expression: valueIn(left), operator: "equal", value: valueIn(right) };
}

/** Is a value one of a list that is written out? */
export function among(value: Said, list: Said): Condition {
  if (list.kind !== "items") return unsayable(`${list.kind} as a list`);
  return {
    any: list.items.map(({ said, when }) => {
      const is = equal(said, value);
      return when ? { all: [when, is] } : is;
    }),
  };
}
