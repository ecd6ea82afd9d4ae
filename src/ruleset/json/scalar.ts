import { readingFault } from "../reading.ts";
import { shorten } from "../show.ts";
import { type Cursor, note, type Open, slipped, stop } from "./cursor.ts";
import { halfIn } from "./half.ts";
import { isKept, numberSlip } from "./number.ts";
import type { Spot } from "./places.ts";
import { causes } from "./words.ts";

/** A value that was read, and where. */
export interface Read {
  readonly value: unknown;
  readonly spot: Spot;
}

/** Reads a text in quotes, as a value. */
export function readText(c: Cursor, open: Open): Read | undefined {
  const from = c.at;
  const value = readString(c, open);
  if (value === undefined) return undefined;
  const half = halfIn(value, "text", open.path);
  if (half) note(half, from, c);
  return { value, spot: { from, to: c.at } };
}

/** Reads a text in quotes, as a value or a key. */
export function readString(c: Cursor, open: Open): string | undefined {
  const from = c.at;
  let isPlain = true;
  for (c.at = from + 1; ; ) {
    plain.lastIndex = c.at;
    plain.test(c.text);
    c.at = plain.lastIndex;
    if (c.text[c.at] !== "\\") break;
    const length = escapeAt(c);
    if (length === 0) return slipped({ ...causes.escape(badEscape(c)), at: c.at }, open, c);
    c.at += length;
    isPlain = false;
  }
  if (c.text[c.at] !== '"') return unclosed(c, from, open);
  c.at += 1;
  const written = c.text.slice(from, c.at);
  return isPlain ? written.slice(1, -1) : (JSON.parse(written) as string);
}

/** What a text may hold unescaped: `unescaped` of RFC 8259, 7, in units of UTF-16. */
const plain = /[ !#-[\]-\uffff]*/y;
const escaped = /\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})/y;

function escapeAt(c: Cursor): number {
  escaped.lastIndex = c.at;
  return escaped.test(c.text) ? escaped.lastIndex - c.at : 0;
}

const badEscape = ({ text, at }: Cursor) =>
  /^\\(?:u[0-9a-fA-F]{0,4}|[^\s\p{Cc}\p{Cs}]?)/u.exec(text.slice(at, at + 6))?.[0] ?? "\\";

function unclosed(c: Cursor, from: number, open: Open): undefined {
  const char = c.text[c.at] ?? "\n";
  if (char === "\n" || char === "\r") return slipped({ ...causes.unclosed, at: from }, open, c);
  const code = `\\u${char.charCodeAt(0).toString(16).padStart(4, "0")}`;
  return slipped({ ...(char === "\t" ? causes.tab : causes.hidden(code)), at: c.at }, open, c);
}

const number = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;

/** Reads a number; one too large for any number, or with more digits than one keeps, is noted. */
export function readNumber(c: Cursor, open: Open): Read | undefined {
  const from = c.at;
  number.lastIndex = from;
  const isNumber = number.test(c.text);
  const to = isNumber ? number.lastIndex : from;
  if (!isNumber || /[\d.+_-]/.test(c.text[to] ?? "")) {
    return slipped({ ...numberSlip(c.text, from), at: from }, open, c);
  }
  c.at = to;
  const written = c.text.slice(from, to);
  const value = Number(written);
  if (!Number.isFinite(value)) {
    note(readingFault("bad-number", open.path, { value: shorten(written) }), from, c);
  } else if (!isKept(written, value)) {
    const words = { value: shorten(written), kept: String(value) };
    note(readingFault("bad-number", open.path, words), from, c, c.lost);
  }
  return { value, spot: { from, to } };
}

const word = /(?:true|false|null)(?![\p{L}\p{N}_$])/uy;

/** Reads `true`, `false` or `null`. */
export function readWord(c: Cursor, open: Open): Read | undefined {
  const from = c.at;
  word.lastIndex = from;
  if (!word.test(c.text)) return stop(c, open, "value");
  c.at = word.lastIndex;
  const value = JSON.parse(c.text.slice(from, c.at)) as unknown;
  return { value, spot: { from, to: c.at } };
}
