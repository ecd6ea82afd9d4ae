import type { Text } from "../ruleset/text.ts";

/** The type of a plan node's value. A label or list carries the values it can have. */
export type Type =
  | { readonly kind: "boolean" }
  | { readonly kind: "number"; readonly scale: number; readonly min: number; readonly max: number }
  | { readonly kind: "label"; readonly values: readonly string[] }
  | { readonly kind: "list"; readonly values: readonly string[] }
  | { readonly kind: "text" }
  | { readonly kind: "date" }
  /** Stands where a fault was found already, so that one fault is told once. */
  | { readonly kind: "any" };

export const boolean: Type = { kind: "boolean" };
export const text: Type = { kind: "text" };
export const date: Type = { kind: "date" };
export const any: Type = { kind: "any" };

export type NumberType = Extract<Type, { kind: "number" }>;

/** The most decimal digits that every double of that many digits holds exactly. */
export const exactDigits = 15;
/** The most decimal digits that a value inside a plan may have: what decimals are kept to. */
export const innerDigits = 60;

/** Makes a number type: values of at most `scale` decimals, from `min` to `max`. */
export function number(scale: number, min: number, max: number): NumberType {
  return { kind: "number", scale, min, max };
}

/** Counts the decimal digits the largest value of a type can have, before and after the point. */
export function digits(type: NumberType): number {
  const largest = Math.max(Math.abs(type.min), Math.abs(type.max));
  return type.scale + (largest < 1 ? 1 : Math.floor(Math.log10(largest)) + 1);
}

/** Joins the types of alternatives into the one that holds them all, or none where they differ. */
export function join(types: readonly Type[]): Type | undefined {
  const [first, ...rest] = types.filter((t) => t.kind !== "any");
  if (!first) return any;
  let joined: Type = first;
  for (const next of rest) {
    const both = joinTwo(joined, next);
    if (!both) return undefined;
    joined = both;
  }
  return joined;
}

function joinTwo(a: Type, b: Type): Type | undefined {
  if (a.kind === "number" && b.kind === "number") {
    return number(Math.max(a.scale, b.scale), Math.min(a.min, b.min), Math.max(a.max, b.max));
  }
  if ((a.kind === "label" || a.kind === "list") && a.kind === b.kind) {
    return { kind: a.kind, values: [...new Set([...a.values, ...b.values])] };
  }
  return a.kind === b.kind ? a : undefined;
}

/** Each type in the policy owner's words. */
export const nouns: Readonly<Record<Type["kind"], Text>> = {
  boolean: { zh: "“是/否”值", en: "a yes or no" },
  number: { zh: "数字", en: "a number" },
  label: { zh: "选项", en: "a label" },
  list: { zh: "选项列表", en: "a list" },
  text: { zh: "文字", en: "a text" },
  date: { zh: "日期", en: "a date" },
  any: { zh: "任意值", en: "anything" },
};

/** Tells a type in the policy owner's words. */
export const describe = (type: Type): Text => nouns[type.kind];
