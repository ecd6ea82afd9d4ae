import { Decimal } from "../../plan/decimal.ts";
import type { Text } from "../../ruleset/text.ts";
import type { Made, Sense, Symbols } from "../diagram/symbols.ts";
import type { Atom } from "../diagram/term.ts";
import { type Facts, wordsOf } from "./fact.ts";
import { bracketed, joined, phrase, plain } from "./phrase.ts";

/*
 * Tells numbers that are computed of facts in the way they are computed: `members × price`.
 */

/** Tells what is made of two values: a number; or a comparison, or else the opposite of it. */
export function tellMade(s: Symbols, { how, of }: Made, facts: Facts, holds = true): Text {
  const parts = of.map((sense) => tellSense(s, sense, facts));
  const [name = how] = how.split(" ");
  if (name === "moved") return tellMoved(parts, how);
  const sign = signs[name]?.[holds ? 0 : 1];
  if (sign === undefined) return madeOf(parts);
  const told = joined(parts, ` ${sign} `, ` ${sign} `);
  return name === "quotient" ? { zh: `${told.zh}（舍入后）`, en: `${told.en} (rounded)` } : told;
}

const tellMoved = (parts: readonly Text[], how: string): Text =>
  phrase(
    ([day, by]) => `${day}后移${by}${how.endsWith("days") ? "天" : "个月"}`,
    ([day, by]) => `${day} moved by ${by} ${how.endsWith("days") ? "days" : "months"}`,
    parts,
  );

/** The sign of each way to make something of two values, and of its opposite. */
const signs: Readonly<Record<string, readonly [string, string?]>> = {
  sum: ["+"],
  product: ["×"],
  quotient: ["÷"],
  "=": ["=", "≠"],
  "≠": ["≠", "="],
  "<": ["<", "≥"],
  "≤": ["≤", ">"],
  ">": [">", "≤"],
  "≥": ["≥", "<"],
};

const madeOf = (parts: readonly Text[]): Text =>
  phrase(
    ([of]) => `（由${of}算出的数值）`,
    ([of]) => `(what is computed of ${of})`,
    [joined(parts, "、", " and ")],
  );

function tellSense(s: Symbols, sense: Sense, facts: Facts): Text {
  if (sense.is === "value") return tellValue(sense.value, facts);
  if (sense.is !== "term") return plain(sense.key);
  const { line, form } = sense.term;
  if (!line) return madeOf(form.weights.map(([atom]) => tellAtom(s, atom, facts)));
  const weights = form.weights.map(
    ([atom, w]): Weighted => [atom, line.factor.times(w.toString()).div(atom.step)],
  );
  const told = tellWeighted(s, weights, facts, line.offset);
  const isOne = weights.length === 1 && weights[0]?.[1].eq(1) && line.offset.isZero();
  return isOne ? told : bracketed(told);
}

/** A text that no rule names stands for the fact that has it. */
function tellValue(value: unknown, facts: Facts): Text {
  const isOther = typeof value === "string" && value[0] === "\u0000";
  return isOther ? wordsOf(value.slice(1), facts).label : plain(value);
}

type Weighted = readonly [Atom, Decimal];

/** Tells a sum: each part with how many times it counts, in its own unit. */
export function tellWeighted(
  s: Symbols,
  weights: readonly Weighted[],
  facts: Facts,
  offset = new Decimal(0),
): Text {
  const parts = weights.map(([atom, n]): readonly [Text, Decimal] => [tellAtom(s, atom, facts), n]);
  const told = (lang: "zh" | "en") => {
    const terms = parts.map(([label, n]) => timed(label[lang], n));
    const all = offset.isZero() ? terms : [...terms, signed(String(offset.abs()), offset)];
    return all.join(" ").replace(/^\+ /, "").replace(/^− /, "−");
  };
  return { zh: told("zh"), en: told("en") };
}

const signed = (term: string, n: Decimal) => `${n.isNegative() ? "−" : "+"} ${term}`;
const timed = (label: string, n: Decimal) =>
  signed(n.abs().eq(1) ? label : `${n.abs()} × ${label}`, n);

function tellAtom(s: Symbols, { axis }: Atom, facts: Facts): Text {
  const stands = s.axes.get(axis.index);
  if (stands?.is === "fact") return wordsOf(stands.name, facts).label;
  if (stands?.is === "computed" && stands.made) {
    const { zh, en } = tellMade(s, stands.made, facts);
    return zh.startsWith("（") ? { zh, en } : bracketed({ zh, en });
  }
  return { zh: "（算出的数值）", en: "(a computed value)" };
}
