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
  const { places } = read;
  const at = ({ path }: Edit) => places.get(path)?.value.offset ?? 0;
  const edits = [...editsIn(read.value, value, "")].sort((a, b) => at(b) - at(a));
  return edits.reduce((whole, edit) => replaced(whole, edit, places), text);
}

interface Edit {
  readonly path: string;
  readonly value: unknown;
}

/** The smallest values to replace. */
function editsIn(before: unknown, after: unknown, path: string): readonly Edit[] {
  if (isSame(before, after)) return [];
  if (!isObject(before) || !isObject(after) || !haveSameKeys(before, after))
    return [{ path, value: after }];
  return Object.keys(before).flatMap((key) =>
    editsIn(before[key], after[key], path + pointer(key)),
  );
}

const haveSameKeys = (a: JsonObject, b: JsonObject) =>
  isSame(Object.keys(a).sort(), Object.keys(b).sort());

function replaced(text: string, { path, value }: Edit, places: Places): string {
  const span = places.get(path)?.value;
  if (!span) return text;
  const line = text.slice(text.lastIndexOf("\n", span.offset) + 1, span.offset);
  const indent = /^[ \t]*/.exec(line)?.[0] ?? "";
  const step = /\n([ \t]+)/.exec(text)?.[1] ?? "  ";
  const end = text.includes("\r\n") ? "\r\n" : "\n";
  const written = JSON.stringify(value, null, step).replaceAll("\n", end + indent);
  return text.slice(0, span.offset) + written + text.slice(span.end);
}
