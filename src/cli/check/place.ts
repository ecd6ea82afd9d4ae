import type { Code } from "../../ruleset/codes.ts";
import { type Diagnostic, pointer } from "../../ruleset/diagnostics.ts";
import type { Places, Span, Spans } from "../../ruleset/json/places.ts";
import { scanJson } from "../../ruleset/json.ts";
import type { Spot } from "./finding.ts";

/** A file as it is written, with the places of the values in it, where it is JSON at all. */
export interface Written {
  readonly file: string;
  readonly text: string;
  readonly places: Places;
}

/** Reads where everything stands in a file. */
export function writtenIn(file: string, text: string): Written {
  const scanned = scanJson(text);
  const nowhere: Places = { get: () => undefined };
  return { file, text, places: "faults" in scanned ? nowhere : scanned.places };
}

/** What is to be placed: a diagnostic, or what else one tells of. */
type Placed = Pick<Diagnostic, "path" | "at"> & {
  readonly code?: Code;
  readonly message: Diagnostic["message"];
};

/** Finds where in a file a diagnostic lies: on the key or the value that has to be changed. */
export function spotOf(written: Written, placed: Placed): Spot {
  const { file, text } = written;
  const { offset, end, line, column } = placed.at
    ? spanFrom(text, placed.at, placed.code)
    : spanOf(written, placed);
  const start = { offset, line, column };
  return { file, text, start, end: { offset: end, line, column: column + end - offset } };
}

/** Faults of a key itself, whatever stands behind it. */
const ofKeys: ReadonlySet<Code> = new Set([
  "unknown-key",
  "duplicate-key",
  "not-a-base",
  "taken-away",
]);
/** Faults of a value, also where it is a whole object; of a parameter, that of its default. */
const ofValues: ReadonlySet<Code> = new Set([
  "wrong-type",
  "bad-value",
  "out-of-bounds",
  "type-mismatch",
  "empty-group",
  "unknown-reading",
]);
/** Keys under which something is called by its name. */
const callers = ["fact", "decision", "condition", "parameter", "reading", "over"];

function spanOf({ text, places }: Written, { path, code, message }: Placed): Span {
  // The dates of a version may be left out; the version itself is always there.
  const own = places.get(path) ?? (path === "/effective" ? places.get("/version") : undefined);
  const { key, value } = own ?? nearestAbove(places, path);
  const opening = { ...value, end: value.offset + 1 };
  const isGroup = "{[".includes(text.charAt(value.offset));
  const whole = isGroup && text.slice(value.offset, value.end).includes("\n") ? opening : value;
  if (!own) return key ?? opening;
  if (code === "missing-key") return opening;
  if (code === "forbidden-key") return forbiddenIn(places, path, message.en) ?? key ?? opening;
  if (code !== undefined && ofKeys.has(code)) return key ?? opening;
  const isNamed = code === "bad-name" || (code === "unknown-reading" && path.includes("/cases/"));
  if (isNamed && key && isQuoted(text, key, message.en)) return key;
  if (!isGroup) return value;
  if (code !== undefined && ofValues.has(code))
    return places.get(`${path}/default`)?.value ?? whole;
  const called = code?.startsWith("unknown-") || code === "other-subject";
  return (called ? callIn({ text, places }, path, message.en) : undefined) ?? key ?? opening;
}

/** Finds the name that a message is about, where the place is the object it is called in. */
function callIn({ text, places }: Pick<Written, "text" | "places">, path: string, message: string) {
  const calls = callers.flatMap((key) => places.get(`${path}/${key}`)?.value ?? []);
  return calls.find((call) => isQuoted(text, call, message));
}

/** Does a message speak of what stands in quotes at a place. */
function isQuoted(text: string, { offset, end }: Span, message: string): boolean {
  return message.includes(`\`${text.slice(offset + 1, end - 1)}\``);
}

/** Finds a key that is told of by the place of the object it stands in. */
function forbiddenIn(places: Places, path: string, message: string): Span | undefined {
  const [, key = ""] = /`([^`]*)`/.exec(message) ?? [];
  return places.get(path + pointer(key))?.key;
}

/** What a place that is not in the text would stand in. */
function nearestAbove(places: Places, path: string): Spans {
  const above = path.slice(0, Math.max(0, path.lastIndexOf("/")));
  const found = places.get(above);
  if (found) return found;
  if (above !== "") return nearestAbove(places, above);
  return { value: { offset: 0, end: 0, line: 1, column: 1 } };
}

/** The text in quotes, the word or the sign that begins at a place. */
function spanFrom(text: string, { line, column }: { line: number; column: number }, code?: Code) {
  let start = 0;
  for (let i = 1; i < line; i++) start = text.indexOf("\n", start) + 1;
  const offset = start + column - 1;
  // In what is no JSON a quote may be the very thing that is wrong.
  const broken = code === "json-syntax";
  const word = broken ? /[\p{L}\p{N}_$.+-]+|[^\r\n]|/uy : /"(?:[^"\\\n]|\\.)*"|[\w.+-]+|[^\r\n]|/uy;
  word.lastIndex = offset;
  return { offset, end: offset + (word.exec(text)?.[0].length ?? 0), line, column };
}
