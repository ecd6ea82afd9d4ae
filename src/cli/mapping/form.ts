import type { z } from "zod";
import {
  type Diagnostic,
  type FaultCode,
  fault,
  pointer,
  type Words,
} from "../../ruleset/diagnostics.ts";
import { show } from "../../ruleset/show.ts";
import { suggestion } from "../../ruleset/suggest.ts";
import { columnKeys, mappingKeys } from "./schema.ts";

type Issue = z.core.$ZodIssue;

/** Tells what does not fit in the form of a mapping, in the words of who wrote it. */
export function tellForm(issue: Issue, root: unknown): readonly Diagnostic[] {
  const { path } = issue;
  const value = get(root, path);
  const expected = expectedAt(path);
  const say = (code: FaultCode, words: Words) => [fault(code, pointer(...path), words)];
  if (issue.code === "unrecognized_keys") return unknownKeys(issue);
  if (value === undefined) {
    const key = String(path.at(-1));
    return [fault("missing-key", pointer(...path.slice(0, -1)), { key, expected })];
  }
  if (issue.code === "invalid_union") {
    const meant = issue.errors.find((e) => e.some((i) => i.path.length > 0 || "keys" in i));
    if (meant) return meant.flatMap((i) => tellForm({ ...i, path: [...path, ...i.path] }, root));
  }
  if (issue.code === "invalid_value" && typeof value === "string") {
    return say("bad-value", { value, ...suggestion(value, issue.values.map(String)) });
  }
  return say("wrong-type", { value: show(value) || "a blank text", expected });
}

function unknownKeys({ path, keys }: Extract<Issue, { code: "unrecognized_keys" }>) {
  const known = path.length === 0 ? mappingKeys : columnKeys;
  return keys.map((key) =>
    fault("unknown-key", pointer(...path, key), { key, ...suggestion(key, known) }),
  );
}

/** What can stand at a place of a mapping, found by its last key that is fixed. */
function expectedAt(path: Issue["path"]): string {
  const [section, name, key, entry] = path.map(String);
  if (typeof path.at(-1) === "number") return "a text";
  if (section === undefined) return "an object with `columns`";
  if (section === "columns" && key !== undefined) return expected[entry ? "value" : key] ?? aValue;
  if (name !== undefined) return expected[`${section}/`] ?? aValue;
  return expected[section] ?? aValue;
}

const aValue = "a text, a number, true, false, a list of texts or null";

const expected: Readonly<Record<string, string>> = {
  columns: "an object that gives each fact its column",
  "columns/": "the heading of a column, or an object with `column`",
  column: "the heading of a column",
  divide: "a number above 0",
  scale: "a whole number of decimals, 0 to 12",
  rounding: "how to round: `ceil`, `floor`, `half-up` or `half-even`",
  values: "an object that gives each text its value",
  constants: "an object that gives each fact its value",
  notes: "an object of texts",
  "notes/": "a text",
  note: "a text",
  $schema: "a text",
  subject: "the name of a subject",
  id: "the heading of a column",
};

function get(root: unknown, path: Issue["path"]): unknown {
  return path.reduce<unknown>((value, key) => {
    const inside = typeof value === "object" && value !== null && Object.hasOwn(value, key);
    return inside ? (value as Record<PropertyKey, unknown>)[key] : undefined;
  }, root);
}
