import type { Language } from "../../ruleset/text.ts";
import { line } from "./words.ts";

/** All that `change` of a parameter or a decision may state, whichever it is. */
type Change =
  | "open"
  | "fixed"
  | {
      readonly atLeast?: number | string | undefined;
      readonly atMost?: number | string | undefined;
      readonly step?: number | undefined;
      readonly oneOf?: readonly unknown[] | undefined;
      readonly parts?: readonly string[] | undefined;
      readonly stricter?: "higher" | "lower" | readonly unknown[] | undefined;
    };

/** Tells how far a variant may change a parameter or a decision; nothing where it may at will. */
export function tellChange(change: Change | undefined, lang: Language): readonly string[] {
  if (change === undefined || change === "open") return [];
  const words = frames[lang];
  if (change === "fixed") return line("change", words.fixed, lang);
  const { atLeast, atMost, step, oneOf, parts, stricter } = change;
  const told = [
    ...(atLeast === undefined ? [] : [words.atLeast(atLeast)]),
    ...(atMost === undefined ? [] : [words.atMost(atMost)]),
    ...(step === undefined ? [] : [words.step(step)]),
    ...(oneOf === undefined ? [] : [words.oneOf(oneOf.join(words.comma))]),
    ...(parts === undefined ? [] : [words.parts(parts.join(words.comma))]),
    ...(stricter === undefined ? [] : [words.stricter(stricter)]),
  ];
  return line("change", told.join(words.comma), lang);
}

interface Frame {
  readonly comma: string;
  readonly fixed: string;
  atLeast(bound: number | string): string;
  atMost(bound: number | string): string;
  step(step: number): string;
  oneOf(values: string): string;
  parts(keys: string): string;
  stricter(way: "higher" | "lower" | readonly unknown[]): string;
}

const frames: Readonly<Record<Language, Frame>> = {
  en: {
    comma: ", ",
    fixed: "nothing but its words",
    atLeast: (bound) => `not below ${bound}`,
    atMost: (bound) => `not above ${bound}`,
    step: (step) => `by whole steps of ${step}`,
    oneOf: (values) => `to one of ${values}`,
    parts: (keys) => `only its ${keys}`,
    stricter: (way) =>
      `only stricter: ${typeof way === "string" ? `the ${way}, the stricter` : way.join(" → ")}`,
  },
  zh: {
    comma: "，",
    fixed: "只许改措辞",
    atLeast: (bound) => `不低于 ${bound}`,
    atMost: (bound) => `不高于 ${bound}`,
    step: (step) => `按 ${step} 的整数倍`,
    oneOf: (values) => `只许是 ${values}`,
    parts: (keys) => `只许改 ${keys}`,
    stricter: (way) => `只许从严：${typeof way === "string" ? ways[way] : way.join(" → ")}`,
  },
};

const ways = { higher: "越高越严", lower: "越低越严" };
