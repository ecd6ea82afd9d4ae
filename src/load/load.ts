import { lowerRuleset } from "../kinds/lower.ts";
import type { Ruleset, RulesetDocument } from "../kinds/ruleset.ts";
import { type Diagnostic, fault } from "../ruleset/diagnostics.ts";
import type { Parameter } from "../ruleset/schema/parameter.ts";
import type { Settings } from "../ruleset/settings.ts";
import { settle } from "../ruleset/settle.ts";
import { checkDeclarations } from "./declarations.ts";
import { checkShape } from "./limits.ts";
import { checkStructure } from "./structure.ts";

/** What loading found: a ruleset to compile, or every fault that stands in the way. */
export type Loaded =
  | { readonly ok: true; readonly ruleset: Ruleset; readonly diagnostics: readonly Diagnostic[] }
  | { readonly ok: false; readonly diagnostics: readonly Diagnostic[] };

/**
 * Reads a ruleset and checks all of it: its form, every reference, every type, every reading of
 * every parameter. Collects every fault; throws nothing.
 *
 * @param source - the JSON text of a ruleset, or what parsing it gave
 * @returns the ruleset, or the diagnostics in the order of the document
 * @example
 * ```ts
 * import { loadRuleset } from "tiercut";
 *
 * const loaded = loadRuleset('{ "language": "1" }');
 * loaded.ok; // false
 * loaded.diagnostics[0]?.message; // "the key `id` is missing"
 * ```
 */
export function loadRuleset(source: unknown): Loaded {
  const read = typeof source === "string" ? parse(source) : { value: source };
  if ("diagnostics" in read) return { ok: false, diagnostics: read.diagnostics };
  const unsafe = checkShape(read.value);
  if (unsafe.length > 0) return { ok: false, diagnostics: unsafe };
  const misshapen = checkStructure(read.value);
  if (misshapen.length > 0) return { ok: false, diagnostics: misshapen };
  const written = read.value as RulesetDocument;
  const found = inOrder([...checkDeclarations(written), ...checkMeaning(written)], written);
  if (found.length > 0) return { ok: false, diagnostics: found };
  return { ok: true, ruleset: { document: written }, diagnostics: [] };
}

function parse(text: string): { value: unknown } | { diagnostics: readonly Diagnostic[] } {
  try {
    return { value: JSON.parse(text) };
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return { diagnostics: [fault("json-syntax", "", { reason })] };
  }
}

/** Lowers the ruleset once with its defaults, and once more with each other reading. */
function checkMeaning(written: RulesetDocument): readonly Diagnostic[] {
  const settings: Settings[] = [{}];
  for (const [name, parameter] of Object.entries(written.parameters)) {
    for (const reading of otherReadings(parameter)) settings.push({ [name]: reading });
  }
  return settings.flatMap((chosen) => {
    const understood = settle(written, chosen, true);
    const [changed] = Object.keys(chosen);
    const misshapen = checkStructure({
      ...understood.document,
      decisions: changed
        ? mentioning(changed, written, understood.document)
        : understood.document.decisions,
    });
    if (misshapen.length === 0) return lowerRuleset(understood).faults;
    const placed = misshapen.map((d) => ({ ...d, path: understood.locate(d.path) }));
    return [...understood.faults, ...placed];
  });
}

/** The settled decisions that mention a parameter: only they can have another form under it. */
function mentioning(parameter: string, written: RulesetDocument, settled: { decisions: object }) {
  const mention = new RegExp(`"(parameter|reading)":"${parameter}"`);
  const mentions = (name: string) => mention.test(JSON.stringify(written.decisions[name]));
  return Object.fromEntries(Object.entries(settled.decisions).filter(([name]) => mentions(name)));
}

function otherReadings(parameter: Parameter): readonly string[] {
  if (parameter.type !== "reading") return [];
  return Object.keys(parameter.readings).filter((r) => r !== parameter.default);
}

/** Drops what was found more than once, and puts the rest in the order of the document. */
function inOrder(found: readonly Diagnostic[], written: RulesetDocument): readonly Diagnostic[] {
  const key = (d: Diagnostic) => `${d.code} ${d.path} ${d.message}`;
  const once = [...new Map(found.map((d) => [key(d), d])).values()];
  const sections = Object.keys(written);
  const rank = (d: Diagnostic) => sections.indexOf(d.path.split("/")[1] ?? "");
  return once.sort((a, b) => rank(a) - rank(b));
}
