import { diagnose } from "../diagnose.ts";
import type { Diagnostic } from "../diagnostics.ts";
import type { Text } from "../text.ts";

/** How large a ruleset may be: a stranger's file is safe to load. */
export const limits = {
  /** Characters of the whole. */
  characters: 5_000_000,
  /** Objects and lists inside one another. */
  levels: 64,
  /** Values of any kind, and those of one list. */
  values: 100_000,
  entries: 100_000,
  /** Characters of one text, and of one key. */
  text: 10_000,
  key: 200,
} as const;

type Limit = keyof typeof limits;

const whats: Readonly<Record<Limit, Text>> = {
  characters: { zh: "个字符", en: "characters" },
  levels: { zh: "层", en: "levels" },
  values: { zh: "个值", en: "values" },
  entries: { zh: "项在一个列表里", en: "entries in one list" },
  text: { zh: "个字符在一段文字里", en: "characters in one text" },
  key: { zh: "个字符在一个字段名里", en: "characters in one key" },
};

/** Tells that something is larger than a ruleset may be; where nobody counted on, by the limit. */
export function tooLarge(path: string, what: Limit, counted?: number): Diagnostic {
  const limit = limits[what];
  const over: Text = { zh: `超过 ${limit}`, en: `over ${limit}` };
  const size = counted === undefined ? over : String(counted);
  return diagnose("too-large", path, { size, what: whats[what], limit: String(limit) });
}
