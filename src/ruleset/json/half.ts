import type { Diagnostic } from "../diagnostics.ts";
import { readingFault } from "../reading.ts";
import { shorten } from "../show.ts";
import type { Text } from "../text.ts";

const whats = {
  key: { zh: "字段名", en: "the key" },
  text: { zh: "文字", en: "the text" },
} satisfies Record<string, Text>;

/** Tells of half a character in a key or a text: no text can have one, and UTF-8 can't write it. */
export function halfIn(text: string, what: "key" | "text", path: string): Diagnostic | undefined {
  const half = lone.exec(text)?.[0];
  if (half === undefined) return undefined;
  const value = shorten(text).replace(new RegExp(lone, "gu"), written);
  return readingFault("bad-text", path, { what: whats[what], value, half: written(half) });
}

const lone = /\p{Surrogate}/u;

/**
 * Tells of a character that nobody sees, but which a terminal obeys or which turns the order of what
 * is read. A line break or a tab may be part of a heading.
 */
export function hiddenIn(text: string, what: "key" | "text", path: string): Diagnostic | undefined {
  const found = hidden.exec(text)?.[0];
  if (found === undefined) return undefined;
  const value = shorten(text).replace(new RegExp(hidden, "gu"), written);
  return readingFault("bad-text", path, { what: whats[what], value, hidden: written(found) });
}

const hidden = /(?![\t\n])[\p{Cc}\u2028\u2029\u200e\u200f\u202a-\u202e\u2066-\u2069]/u;
const written = (char: string) => `\\u${char.charCodeAt(0).toString(16).padStart(4, "0")}`;
