import type { z } from "zod";
import { diagnose } from "../../ruleset/diagnose.ts";
import { type Diagnostic, pointer } from "../../ruleset/diagnostics.ts";
import type { FaultCode, Words } from "../../ruleset/fault.ts";
import { show } from "../../ruleset/show.ts";
import { suggestion } from "../../ruleset/suggest.ts";
import type { Text } from "../../ruleset/text.ts";
import { columnKeys, mappingKeys } from "./schema.ts";

type Issue = z.core.$ZodIssue;

/** Tells what does not fit in the form of a mapping, in the words of who wrote it. */
export function tellForm(issue: Issue, root: unknown): readonly Diagnostic[] {
  const { path } = issue;
  const value = get(root, path);
  const expected = expectedAt(path);
  const say = (code: FaultCode, words: Words) => [diagnose(code, pointer(...path), words)];
  if (issue.code === "unrecognized_keys") return unknownKeys(issue);
  if (value === undefined) {
    const key = String(path.at(-1));
    return [diagnose("missing-key", pointer(...path.slice(0, -1)), { key, expected })];
  }
  if (issue.code === "invalid_union") {
    const meant = issue.errors.find((e) => e.some((i) => i.path.length > 0 || "keys" in i));
    if (meant) return meant.flatMap((i) => tellForm({ ...i, path: [...path, ...i.path] }, root));
  }
  if (issue.code === "invalid_value" && typeof value === "string") {
    return say("bad-value", { value, ...suggestion(value, issue.values.map(String)) });
  }
  return say("wrong-type", { value: show(value) || aBlank, expected });
}

function unknownKeys({ path, keys }: Extract<Issue, { code: "unrecognized_keys" }>) {
  const known = path.length === 0 ? mappingKeys : columnKeys;
  return keys.map((key) =>
    diagnose("unknown-key", pointer(...path, key), { key, ...suggestion(key, known) }),
  );
}

/** What can stand at a place of a mapping, found by its last key that is fixed. */
function expectedAt(path: Issue["path"]): Text {
  const [section, name, key, entry] = path.map(String);
  if (typeof path.at(-1) === "number") return aText;
  if (section === undefined)
    return { zh: "有 `columns` 的 `{ … }`", en: "an object with `columns`" };
  if ((section === "columns" || section === "answers") && key !== undefined)
    return expected[entry ? "value" : key] ?? aValue;
  if (name !== undefined) return expected[`${section}/`] ?? aValue;
  return expected[section] ?? aValue;
}

const aValue: Text = {
  zh: "文字、数字、`true`、`false`、文字的列表或 `null`",
  en: "a text, a number, true, false, a list of texts or null",
};
const aBlank: Text = { zh: "空白的文字", en: "a blank text" };
const aText: Text = { zh: "文字", en: "a text" };
const aHeading: Text = { zh: "一个列标题", en: "the heading of a column" };

const expected: Readonly<Record<string, Text>> = {
  columns: {
    zh: "给每项事实写明其列的 `{ … }`",
    en: "an object that gives each fact its column",
  },
  "columns/": {
    zh: "一个列标题，或有 `column` 的 `{ … }`",
    en: "the heading of a column, or an object with `column`",
  },
  answers: {
    zh: "给每项决定写明其答案列的 `{ … }`",
    en: "an object that gives each decision the column of its answers",
  },
  "answers/": {
    zh: "一个列标题，或有 `column` 的 `{ … }`",
    en: "the heading of a column, or an object with `column`",
  },
  column: aHeading,
  divide: { zh: "大于 0 的数字", en: "a number above 0" },
  scale: { zh: "小数位数，0 到 12 的整数", en: "a whole number of decimals, 0 to 12" },
  rounding: {
    zh: "怎样舍入：`ceil`、`floor`、`half-up` 或 `half-even`",
    en: "how to round: `ceil`, `floor`, `half-up` or `half-even`",
  },
  values: {
    zh: "给每个文字写明其值的 `{ … }`",
    en: "an object that gives each text its value",
  },
  constants: {
    zh: "给每项事实写明其值的 `{ … }`",
    en: "an object that gives each fact its value",
  },
  notes: { zh: "各项都是文字的 `{ … }`", en: "an object of texts" },
  "notes/": aText,
  note: aText,
  $schema: aText,
  subject: { zh: "一个对象的名称", en: "the name of a subject" },
  id: aHeading,
};

function get(root: unknown, path: Issue["path"]): unknown {
  return path.reduce<unknown>((value, key) => {
    const inside = typeof value === "object" && value !== null && Object.hasOwn(value, key);
    return inside ? (value as Record<PropertyKey, unknown>)[key] : undefined;
  }, root);
}
