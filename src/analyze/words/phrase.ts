import { han } from "../../ruleset/phrase.ts";
import type { Text } from "../../ruleset/text.ts";

/** A text that is the same in both languages: a number, a name. */
export const plain = (value: unknown): Text => ({ zh: String(value), en: String(value) });

/** Puts texts into a sentence of each language. */
export function phrase(
  zh: (words: readonly string[]) => string,
  en: (words: readonly string[]) => string,
  of: readonly Text[],
): Text {
  return { zh: zh(of.map((t) => t.zh)), en: en(of.map((t) => t.en)) };
}

/** Joins texts with what stands between them in each language; of none it says so. */
export function joined(of: readonly Text[], zh: string, en: string): Text {
  if (of.length === 0) return { zh: "无", en: "none" };
  return phrase(
    (words) => words.reduce((a, b) => han`${a}${zh}${b}`),
    (words) => words.join(en),
    of,
  );
}

/** Puts brackets around a text. */
export const bracketed = ({ zh, en }: Text): Text => ({ zh: `（${zh}）`, en: `(${en})` });

/** Sets one text before another. */
export const before = (a: Text, b: Text): Text => ({
  zh: han`${a.zh}${b.zh}`,
  en: `${a.en} ${b.en}`,
});
