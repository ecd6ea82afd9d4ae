import type { z } from "zod";
import { diagnose } from "../ruleset/diagnose.ts";
import type { Diagnostic } from "../ruleset/diagnostics.ts";
import { either } from "../ruleset/phrase.ts";
import { quote, show } from "../ruleset/show.ts";
import type { Text } from "../ruleset/text.ts";

/** What can stand at a place, in the policy owner's words. */
export const phrases = {
  value: { zh: "一个值", en: "a value" },
  name: { zh: "另一个名称", en: "another name" },
  else: { zh: "别的内容", en: "something else" },
  number: { zh: "数字", en: "a number" },
  bare: { zh: "不带引号的数字", en: "a number without quotes" },
  boolean: { zh: "`true` 或 `false`", en: "`true` or `false`" },
  bareBoolean: { zh: "不带引号的 `true` 或 `false`", en: "`true` or `false` without quotes" },
  text: { zh: "文字", en: "a text" },
  someText: { zh: "非空的文字", en: "a text that is not empty" },
  object: { zh: "`{ … }` 形式的内容", en: "an object" },
  list: { zh: "`[ … ]` 形式的列表", en: "a list" },
} satisfies Record<string, Text>;

const nouns: Readonly<Record<string, Text>> = {
  string: phrases.text,
  number: phrases.number,
  int: { zh: "整数", en: "a whole number" },
  boolean: phrases.boolean,
  object: phrases.object,
  record: phrases.object,
  array: phrases.list,
  tuple: { zh: "两项的列表", en: "a list of two" },
};

/** Tells what a schema expects; what was only put in quotes is told to be taken out of them. */
export function nounOf(expected: string, value?: unknown): Text {
  if (typeof value === "string" && value.trim() !== "") {
    const isNumber = expected === "number" || expected === "int";
    if (isNumber && Number.isFinite(Number(value))) return phrases.bare;
    if (expected === "boolean" && /^(true|false)$/i.test(value)) return phrases.bareBoolean;
  }
  return nouns[expected] ?? phrases.else;
}

/** Tells the values of which one can stand. */
export const oneOf = (values: readonly unknown[]): Text =>
  either(values.map((v) => ({ zh: `\`${v}\``, en: `\`${v}\`` })));

const texts = '`{ "zh": "…", "en": "…" }`';
const forms: Readonly<Record<string, string>> = {
  label: texts,
  unit: texts,
  question: texts,
  note: texts,
  citation: '`{ "rule": "…", "clause": "…" }`',
  source: '`{ "title": "…", "issuer": { "zh": "…", "en": "…" } }`',
};

/** The form of what stands under a key, where the key has one everywhere. */
export function formOf(key: string): Text | undefined {
  const form = Object.hasOwn(forms, key) ? forms[key] : undefined;
  return form === undefined ? undefined : { zh: form, en: form };
}

type Size = Extract<z.core.$ZodIssue, { code: "too_small" | "too_big" }>;

/** Tells that a number, a text or a list is too small or too large. */
export function sizeFault(issue: Size, path: string, value: unknown): Diagnostic {
  const least = issue.code === "too_small";
  const limit = Number(least ? issue.minimum : issue.maximum);
  if (issue.origin === "string" && least) {
    return diagnose("wrong-type", path, { value: quote(value), expected: phrases.someText });
  }
  if (issue.origin === "string") {
    const bounds = { zh: `最多 ${limit} 个字符`, en: `of at most ${limit} characters` };
    return diagnose("out-of-bounds", path, { value: `\`${show(value)}\``, bounds });
  }
  if (issue.origin === "number" || issue.origin === "int") {
    return diagnose("out-of-bounds", path, { value: show(value), bounds: boundOf(issue, limit) });
  }
  const key = path.slice(path.lastIndexOf("/") + 1);
  if (limit <= 1) return diagnose("empty-group", path, { key });
  const bounds = { zh: `至少 ${limit} 项`, en: `of at least ${limit} entries` };
  return diagnose("out-of-bounds", path, { value: `\`${key}\``, bounds });
}

function boundOf(issue: Size, limit: number): Text {
  if (issue.code === "too_big") return { zh: `不大于 ${limit}`, en: `up to ${limit}` };
  if (issue.inclusive === false) return { zh: `大于 ${limit}`, en: `above ${limit}` };
  return { zh: `不小于 ${limit}`, en: `from ${limit} on` };
}
