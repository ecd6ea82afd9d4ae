import { isDay } from "../../ruleset/literals.ts";
import type { Comparison, Literal } from "../asked.ts";
import { exactNumber } from "../document.ts";

/** A value as it is written in FEEL, with its type. */
export interface FeelLiteral {
  readonly type: "number" | "text" | "boolean" | "date";
  readonly value: Literal;
}

/** What something is compared with: a value, or a variable by its name. */
export type Operand = FeelLiteral | { readonly name: string };

/** A comparison with one operand; a range is two that must both hold. */
export type Test = readonly (readonly [Comparison, Operand])[];

/** The unary tests of a cell: any of them, or none of them. */
export interface Tests {
  readonly negated: boolean;
  readonly tests: readonly Test[];
}

/** A name as it is looked for: in a text it may have other spaces between its words. */
export type Pattern = readonly [name: string, pattern: RegExp];

/** The names that are known, by their first word; of those that begin alike the longest first. */
export type Names = ReadonlyMap<string, readonly Pattern[]>;

/** A place in a FEEL text. */
interface Cursor {
  readonly text: string;
  readonly names: Names;
  at: number;
}

/** The part of a text from which on it could not be read. */
export interface Unreadable {
  readonly rest: string;
}

type Parsed<T> = { readonly found: T } | Unreadable;

const word = /[\p{L}\p{N}_]+/uy;

/** Finds the word that begins at a place. */
function wordAt(text: string, at: number): string {
  word.lastIndex = at;
  return word.exec(text)?.[0] ?? "";
}

/** Adds a name to those that are known. */
export function addName(names: Map<string, Pattern[]>, name: string): void {
  const words = name.trim().split(/\s+/);
  const escaped = words.map((w) => w.replaceAll(/[$()*+./?[\\\]^{|}]/g, "\\$&"));
  const pattern = new RegExp(`${escaped.join("\\s+")}(?![\\p{L}\\p{N}_])`, "uy");
  const first = wordAt(name.trim(), 0);
  const alike = names.get(first) ?? [];
  const shorter = alike.findIndex(([n]) => n.length < name.length);
  alike.splice(shorter < 0 ? alike.length : shorter, 0, [name, pattern]);
  names.set(first, alike);
}

/** Where no variable may stand. */
export const noNames: Names = new Map();

/** Reads the unary tests of an input entry; nothing asked for (`-`, or an empty text) is no test. */
export function parseTests(text: string, names: Names): Parsed<Tests | undefined> {
  if (["-", ""].includes(text.trim())) return { found: undefined };
  return whole(text, names, (c) => {
    if (!take(c, /not\s*\(/y)) return { negated: false, tests: list(c) };
    const tests = list(c);
    if (!take(c, /\)/y)) fail();
    return { negated: true, tests };
  });
}

/** Reads one value, or the name of one variable. */
export function parseOperand(text: string, names: Names): Parsed<Operand> {
  return whole(text, names, operand);
}

/** Reads a text from its beginning to its end. */
function whole<T>(text: string, names: Names, read: (c: Cursor) => T): Parsed<T> {
  const c: Cursor = { text, names, at: 0 };
  try {
    skip(c);
    const found = read(c);
    if (c.at < text.length) fail();
    return { found };
  } catch (error) {
    if (error !== stop) throw error;
    return { rest: text.slice(c.at).trim() };
  }
}

/** Thrown where a text can't be read on; caught at its beginning. */
const stop = new Error("not read");
function fail(): never {
  throw stop;
}

const space = /\s*/y;
function skip(c: Cursor) {
  space.lastIndex = c.at;
  c.at += space.exec(c.text)?.[0].length ?? 0;
}

/** Takes what a pattern finds here, and the space behind it. */
function take(c: Cursor, pattern: RegExp): string | undefined {
  pattern.lastIndex = c.at;
  const found = pattern.exec(c.text)?.[0];
  if (found === undefined) return undefined;
  c.at += found.length;
  skip(c);
  return found;
}

function list(c: Cursor): readonly Test[] {
  const tests = [test(c)];
  while (take(c, /,/y)) tests.push(test(c));
  return tests;
}

const comparisons: Readonly<Record<string, Comparison>> = {
  "<": "lessThan",
  "<=": "lessThanInclusive",
  ">": "greaterThan",
  ">=": "greaterThanInclusive",
  "=": "equal",
  "!=": "notEqual",
};

function test(c: Cursor): Test {
  const comparison = take(c, /<=|>=|!=|<|>|=/y);
  if (comparison) return [[comparisons[comparison] as Comparison, operand(c)]];
  const opened = take(c, /[[(\]]/y);
  if (!opened) return [["equal", operand(c)]];
  const low = operand(c);
  if (!take(c, /\.\./y)) fail();
  const high = operand(c);
  const closed = take(c, /[\])[]/y) ?? fail();
  return [
    [opened === "[" ? "greaterThanInclusive" : "greaterThan", low],
    [closed === "]" ? "lessThanInclusive" : "lessThan", high],
  ];
}

function operand(c: Cursor): Operand {
  return literal(c) ?? name(c) ?? fail();
}

function literal(c: Cursor): FeelLiteral | undefined {
  const begin = c.at;
  const back = () => {
    c.at = begin;
    return undefined;
  };
  const quoted = take(c, /"(?:\\.|[^"\\])*"/sy);
  if (quoted !== undefined) return { type: "text", value: unescaped(quoted) };
  const day = take(c, /(?:date\s*\(\s*"[^"]*"\s*\)|@\s*"[^"]*")/y)?.split('"')[1];
  if (day !== undefined) return isDay(day) ? { type: "date", value: day } : back();
  const digits = take(c, /-?\s*(?:\d+(?:\.\d+)?|\.\d+)(?:[eE][+-]?\d+)?(?![\p{L}\p{N}_])/uy);
  if (digits !== undefined) {
    const value = exactNumber(digits.replaceAll(/\s/g, ""));
    return value === undefined ? back() : { type: "number", value };
  }
  const truth = take(c, /(?:true|false)(?![\p{L}\p{N}_])/uy);
  return truth === undefined ? undefined : { type: "boolean", value: truth === "true" };
}

function name(c: Cursor): Operand | undefined {
  for (const [known, pattern] of c.names.get(wordAt(c.text, c.at)) ?? []) {
    if (take(c, pattern) !== undefined) return { name: known };
  }
  return undefined;
}

const escapes: Readonly<Record<string, string>> = { n: "\n", r: "\r", t: "\t" };

/** Reads the text between quotes, with what is escaped in it. */
function unescaped(quoted: string): string {
  return quoted
    .slice(1, -1)
    .replaceAll(/\\(?:u([0-9A-Fa-f]{4})|U([0-9A-Fa-f]{6})|(.))/gs, (_, four, six, one) => {
      const code = Number.parseInt(four ?? six ?? "", 16);
      if (one !== undefined) return escapes[one] ?? one;
      return code > 0x10ffff ? "\ufffd" : String.fromCodePoint(code);
    });
}
