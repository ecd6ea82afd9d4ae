import { isObject, type JsonObject } from "../../load/variant/merge.ts";
import { pointer } from "../../ruleset/diagnostics.ts";
import type { Places } from "../../ruleset/json/places.ts";
import { scanJson } from "../../ruleset/json.ts";
import { isSame } from "./patch.ts";

/** Puts a value at a place of an object, and changes nothing that is handed in. */
export function withValue(root: unknown, keys: readonly string[], value: unknown): unknown {
  const [key, ...rest] = keys;
  if (key === undefined) return value;
  const object: JsonObject = isObject(root) ? root : {};
  const inside = withValue(object[key], rest, value);
  return { ...object, [key]: inside };
}

/** Rewrites a JSON text so that it says another value, and leaves all else as its author wrote it. */
export function spliced(text: string, value: unknown): string {
  const read = scanJson(text);
  if ("faults" in read) return text;
  const edits = editsIn({ text, places: read.places }, read.value, value, "");
  return [...edits]
    .sort((a, b) => b.from - a.from)
    .reduce((whole, { from, to, by }) => whole.slice(0, from) + by + whole.slice(to), text);
}

interface Written {
  readonly text: string;
  readonly places: Places;
}

/** A stretch of the text, and what comes in its place. */
interface Edit {
  readonly from: number;
  readonly to: number;
  readonly by: string;
}

/** The smallest edits: of a value that stays an object, of what is in it, and of what is new. */
function editsIn(w: Written, before: unknown, after: unknown, path: string): readonly Edit[] {
  if (isSame(before, after)) return [];
  const stays = isObject(before) && isObject(after) && Object.keys(before).length > 0;
  if (!stays || Object.keys(before).some((key) => !Object.hasOwn(after, key)))
    return [replaced(w, path, after)];
  const added = Object.keys(after).filter((key) => !Object.hasOwn(before, key));
  return [
    ...Object.keys(before).flatMap((key) =>
      editsIn(w, before[key], after[key], path + pointer(key)),
    ),
    ...(added.length > 0 ? [appended(w, before, after, added, path)] : []),
  ];
}

function replaced(w: Written, path: string, value: unknown): Edit {
  const span = w.places.get(path)?.value ?? { offset: 0, end: 0 };
  return { from: span.offset, to: span.end, by: written(value, indentAt(w, span.offset), w) };
}

/** Puts new entries after the last one of an object, on lines of their own where that one is. */
function appended(
  w: Written,
  before: JsonObject,
  after: JsonObject,
  added: readonly string[],
  path: string,
): Edit {
  const spans = Object.keys(before).flatMap((key) => w.places.get(path + pointer(key)) ?? []);
  const last = spans.reduce((a, b) => (a.value.end > b.value.end ? a : b));
  const start = last.key?.offset ?? last.value.offset;
  const indent = indentAt(w, start);
  const isAlone = lineBefore(w, start) === indent;
  const between = isAlone ? `,${endOf(w)}${indent}` : ", ";
  const entries = added.map((key) => {
    const value = isAlone ? written(after[key], indent, w) : JSON.stringify(after[key]);
    return `${between}${JSON.stringify(key)}: ${value}`;
  });
  return { from: last.value.end, to: last.value.end, by: entries.join("") };
}

const endOf = ({ text }: Written) => (text.includes("\r\n") ? "\r\n" : "\n");
const lineBefore = ({ text }: Written, at: number) =>
  text.slice(text.lastIndexOf("\n", at - 1) + 1, at);
const indentAt = (w: Written, at: number) => /^[ \t]*/.exec(lineBefore(w, at))?.[0] ?? "";

/** A value on lines of its own, indented as the author does it. */
function written(value: unknown, indent: string, w: Written): string {
  const step = /\n([ \t]+)/.exec(w.text)?.[1] ?? "  ";
  return JSON.stringify(value, null, step).replaceAll("\n", endOf(w) + indent);
}
