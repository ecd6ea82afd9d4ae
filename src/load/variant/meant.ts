import { diagnose } from "../../ruleset/diagnose.ts";
import type { Diagnostic } from "../../ruleset/diagnostics.ts";
import { suggestion } from "../../ruleset/suggest.ts";
import type { Text } from "../../ruleset/text.ts";
import { isObject, keysIn, ownOf, valueAt } from "./merge.ts";

/*
 * What a policy owner most likely meant. They know a reading or an outcome by its official term, and
 * a section by what it holds: the mend names what the language calls it.
 */

/** Tells a fault of a merged document with the mend that its own words point to. */
export function asMeant(fault: Diagnostic, merged: unknown): Diagnostic {
  return reading(fault, merged) ?? outcome(fault, merged) ?? section(fault) ?? fault;
}

/** A parameter that is set to something which can't even be the name of a reading. */
function reading(fault: Diagnostic, merged: unknown): Diagnostic | undefined {
  const [top, parameter = "", key] = keysIn(fault.path);
  const isValue = top === "parameters" && (key === "default" || key === "dated");
  if (!isValue || !["bad-name", "unknown-reading"].includes(fault.code)) return undefined;
  const readings = ownOf(ownOf(ownOf(merged, top), parameter), "readings");
  const name = valueAt(merged, fault.path);
  if (!isObject(readings) || typeof name !== "string") return undefined;
  return diagnose("unknown-reading", fault.path, { name, parameter, ...likely(name, readings) });
}

/** An outcome that is called by its official term. */
function outcome(fault: Diagnostic, merged: unknown): Diagnostic | undefined {
  const [top, decision = ""] = keysIn(fault.path);
  if (top !== "decisions" || !["bad-name", "unknown-outcome"].includes(fault.code))
    return undefined;
  const outcomes = ownOf(ownOf(ownOf(merged, top), decision), "outcomes");
  const name = valueAt(merged, fault.path);
  if (!isObject(outcomes) || typeof name !== "string") return undefined;
  return diagnose("unknown-outcome", fault.path, { name, ...likely(name, outcomes) });
}

/** A section of the whole document that was written inside a part of it. */
function section(fault: Diagnostic): Diagnostic | undefined {
  const keys = keysIn(fault.path);
  const key = keys.at(-1) ?? "";
  if (fault.code !== "unknown-key" || keys.length < 2 || !sections.includes(key)) return undefined;
  const help = {
    zh: `把 \`${key}\` 移到最外层，与 \`extends\` 并列`,
    en: `move \`${key}\` to the outermost level, beside \`extends\``,
  };
  return { ...fault, help };
}

const sections = ["parameters", "decisions", "facts", "subjects", "effective", "silenced"];

/** The words of a suggestion among entries that have a label: by their label, then by their name. */
export function likely(typed: string, entries: Readonly<Record<string, unknown>>) {
  const names = Object.keys(entries);
  const near = labelled(typed, entries);
  return { ...suggestion(typed, names), ...(near === undefined ? {} : { near }) };
}

/** The one entry with a label that is what was typed, or has it in it, or is in it. */
function labelled(typed: string, entries: Readonly<Record<string, unknown>>): string | undefined {
  const word = typed.trim().toLowerCase();
  const labels = Object.entries(entries).flatMap(([name, entry]) =>
    labelsOf(entry).map((label) => [name, label.toLowerCase()] as const),
  );
  const same = labels.filter(([, label]) => label === word);
  const close = labels.filter(([, label]) => label.includes(word) || word.includes(label));
  const [first, ...others] = same.length > 0 ? same : word.length > 1 ? close : [];
  return others.some(([name]) => name !== first?.[0]) ? undefined : first?.[0];
}

/** How an entry is called by people: its label, or what it is itself where it is a label. */
function labelsOf(entry: unknown): readonly string[] {
  const label = (ownOf(entry, "label") ?? entry) as Partial<Text>;
  const told = isObject(label) ? [ownOf(label, "zh"), ownOf(label, "en")] : [];
  return [...told, ownOf(entry, "outcome")].filter((t): t is string => typeof t === "string");
}
