import { z } from "zod";
import { diagnose } from "../ruleset/diagnose.ts";
import { type Diagnostic, pointer } from "../ruleset/diagnostics.ts";
import type { FaultCode, Words } from "../ruleset/fault.ts";
import { either, ofMessage } from "../ruleset/phrase.ts";
import { readingFault } from "../ruleset/reading.ts";
import { quote, show } from "../ruleset/show.ts";
import { suggestion } from "../ruleset/suggest.ts";
import type { Text } from "../ruleset/text.ts";
import { formOf, nounOf, oneOf, phrases, sizeFault } from "./phrases.ts";
import { document, variant } from "./schema.ts";

/*
 * One file, over the usual length: a union's faults are told by those of its alternatives, and these
 * may be unions.
 */

type Issue = z.core.$ZodIssue;
type Path = readonly PropertyKey[];
type UnionIssue = Extract<Issue, { code: "invalid_union" }> & {
  readonly errors: readonly (readonly Issue[])[];
  readonly options?: readonly unknown[];
};

/**
 * Checks the form of a document against its schema, and tells what does not fit in the policy
 * owner's words.
 */
export function checkStructure(root: unknown): readonly Diagnostic[] {
  return checkForm(document, root);
}

/** Checks the form of a variant as far as it can be told before it is merged. */
export function checkVariant(root: unknown): readonly Diagnostic[] {
  return checkForm(variant, root);
}

/** Checks the form of decisions alone; their places are told as those in the document. */
export function checkDecisions(decisions: unknown): readonly Diagnostic[] {
  return checkForm(decisionsOnly, { decisions });
}

const decisionsOnly = z.object({ decisions: document.shape.decisions });

/** Checks the form of any document against a schema. */
export function checkForm(schema: z.ZodType, root: unknown): readonly Diagnostic[] {
  const parsed = schema.safeParse(root, { error: knownKeys });
  if (parsed.success) return [];
  return parsed.error.issues.flatMap((issue) => tellIssue(issue, [], root));
}

/** Puts the keys that are known into the message of an unknown one: zod keeps them to itself. */
function knownKeys(issue: z.core.$ZodRawIssue): string | undefined {
  if (issue.code !== "unrecognized_keys") return undefined;
  const shape = (issue.inst as z.ZodObject | undefined)?.def?.shape ?? {};
  return Object.keys(shape).join(" ");
}

function tellIssue(issue: Issue, base: Path, root: unknown): readonly Diagnostic[] {
  const path = [...base, ...issue.path];
  const value = get(root, path);
  const found = (code: FaultCode, words: Words) => [diagnose(code, pointer(...path), words)];
  switch (issue.code) {
    case "unrecognized_keys":
      return issue.keys.map((key) => {
        const words = { key, ...suggestion(key, issue.message.split(" ")) };
        return diagnose("unknown-key", pointer(...path, key), words);
      });
    case "invalid_union":
      return tellUnion(issue as UnionIssue, path, root);
    case "invalid_key":
      return [badName(path, String(path.at(-1)), reasonOf(issue.issues))];
    case "invalid_value":
      if (value === undefined) return [missing(path, oneOf(issue.values))];
      return [badValue(path, value, issue.values)];
    case "invalid_format":
    case "custom":
      return [badName(path, show(value), ofMessage(issue.message))];
    case "too_small":
    case "too_big":
      return [sizeFault(issue, pointer(...path), value)];
    case "invalid_type":
      if (value === undefined) return [missing(path, nounOf(issue.expected))];
      return found("wrong-type", { value: quote(value), expected: nounOf(issue.expected, value) });
    default:
      return found("wrong-type", { value: quote(value), expected: phrases.else });
  }
}

const badName = (path: Path, value: string, expected: Text) =>
  readingFault("bad-name", pointer(...path), { value, expected });

function badValue(path: Path, value: unknown, known: readonly unknown[]): Diagnostic {
  const twin = known.find((k) => k !== value && String(k) === show(value));
  const place = pointer(...path);
  if (twin !== undefined) {
    return diagnose("wrong-type", place, { value: quote(value), expected: `\`${quote(twin)}\`` });
  }
  const words = suggestion(show(value), known.map(String));
  return diagnose("bad-value", place, { value: show(value), ...words });
}

function missing(path: Path, form: Text): Diagnostic {
  const key = String(path.at(-1));
  return diagnose("missing-key", pointer(...path.slice(0, -1)), {
    key,
    expected: formOf(key) ?? form,
  });
}

/**
 * Of the alternatives of a union, tells the faults of the one most likely meant: the one that fits
 * best at its own level, so that a fault deeper inside is told and not hidden.
 */
function tellUnion(issue: UnionIssue, path: Path, root: unknown): readonly Diagnostic[] {
  const value = get(root, path);
  if (issue.options) {
    if (value === undefined) return [missing(path, oneOf(issue.options))];
    return [badValue(path, value, issue.options)];
  }
  if (value === undefined) {
    const values = flatten(issue.errors).flatMap((i) =>
      i.code === "invalid_value" ? i.values : [],
    );
    const { zh, en } = values.length ? oneOf([...new Set(values)]) : phrases.value;
    return [missing(path, { zh: `${zh}，或代之以参数`, en: `${en}, or a parameter in its place` })];
  }
  const strangers = strangersIn(issue, path, value);
  if (strangers.length > 0) return strangers;
  const [best] = [...issue.errors].sort((a, b) => misfit(a) - misfit(b));
  if (best && misfit(best) < wrongAtRoot) return best.flatMap((e) => tellIssue(e, path, root));
  return [alternatives(issue, path, value)];
}

/** The keys that no alternative knows: they, and not what else may lack, are what is wrong. */
function strangersIn(issue: UnionIssue, path: Path, value: unknown): readonly Diagnostic[] {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return [];
  const refused = alternativesOf(issue.errors).map((alternative) =>
    alternative.flatMap((i) => (i.code === "unrecognized_keys" && i.path.length === 0 ? [i] : [])),
  );
  const isStranger = (key: string) => refused.every((r) => r.some((i) => i.keys.includes(key)));
  const known = [...new Set(refused.flat().flatMap((i) => i.message.split(" ")))];
  return Object.keys(value)
    .filter((key) => refused.length > 0 && isStranger(key))
    .map((key) =>
      diagnose("unknown-key", pointer(...path, key), { key, ...suggestion(key, known) }),
    );
}

/** The alternatives that are objects at all, those of a union inside a union too. */
function alternativesOf(errors: UnionIssue["errors"]): readonly (readonly Issue[])[] {
  return errors.flatMap((alternative) => {
    const [only] = alternative;
    const inner = only?.code === "invalid_union" && only.path.length === 0;
    if (inner && alternative.length === 1) return alternativesOf((only as UnionIssue).errors);
    return alternative.some((i) => i.code === "invalid_type" && i.path.length === 0)
      ? []
      : [alternative];
  });
}

/** Tells that none of the alternatives fits: the labels allowed, or the keys that could stand. */
function alternatives(issue: UnionIssue, path: Path, value: unknown): Diagnostic {
  const leaves = flatten(issue.errors);
  const values = leaves.flatMap((i) => (i.code === "invalid_value" ? i.values.map(String) : []));
  if (typeof value === "string" && values.length > 0) {
    return diagnose("bad-value", pointer(...path), { value, ...suggestion(value, values) });
  }
  const format = leaves.find((i) => i.code === "invalid_format");
  if (typeof value === "string" && format) {
    return badName(path, value, ofMessage(format.message));
  }
  const kinds = leaves.flatMap((i) =>
    i.code === "invalid_type" ? [nounOf(i.expected, value)] : [],
  );
  const once = [...new Map(kinds.map((k) => [k.en, k])).values()];
  const expected = once.length > 0 ? either(once) : phrases.else;
  return diagnose("wrong-type", pointer(...path), { value: quote(value), expected });
}

function flatten(errors: UnionIssue["errors"]): readonly Issue[] {
  return errors
    .flat()
    .flatMap((i) =>
      i.code === "invalid_union" && i.path.length === 0 ? flatten((i as UnionIssue).errors) : [i],
    );
}

const wrongAtRoot = 1000;

/** How badly an alternative fits: wrong at its root is worst, a fault deeper inside is mild. */
function misfit(issues: readonly Issue[]): number {
  return issues.reduce((sum, issue) => sum + misfitOf(issue), 0);
}

function misfitOf(issue: Issue): number {
  if (issue.path.length === 0) {
    if (issue.code === "unrecognized_keys") return 30 * issue.keys.length;
    if (issue.code !== "invalid_union") return wrongAtRoot;
    const inner = (issue as UnionIssue).errors.map(misfit);
    return inner.length ? Math.min(...inner) : wrongAtRoot;
  }
  return issue.path.length === 1 ? 12 : 1;
}

const reasonOf = ([first]: readonly Issue[]) => (first ? ofMessage(first.message) : phrases.name);

function get(root: unknown, path: Path): unknown {
  return path.reduce<unknown>((value, key) => {
    const inside = typeof value === "object" && value !== null && Object.hasOwn(value, key);
    return inside ? (value as Record<PropertyKey, unknown>)[key] : undefined;
  }, root);
}
