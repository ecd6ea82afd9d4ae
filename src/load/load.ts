import type { Ruleset, WrittenDocument } from "../kinds/ruleset.ts";
import { type Diagnostic, fault } from "../ruleset/diagnostics.ts";
import { checkDeclarations } from "./declarations.ts";
import { checkShape } from "./limits.ts";
import { checkMeaning } from "./meaning.ts";
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
  // A copy: what the caller does to its own object later changes nothing.
  const written = JSON.parse(JSON.stringify(read.value)) as WrittenDocument;
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

/** Drops what was found more than once, and puts the rest in the order of the document. */
function inOrder(found: readonly Diagnostic[], written: WrittenDocument): readonly Diagnostic[] {
  const key = (d: Diagnostic) => `${d.code} ${d.path} ${d.message}`;
  const once = [...new Map(found.map((d) => [key(d), d])).values()];
  const sections = Object.keys(written);
  const rank = (d: Diagnostic) => sections.indexOf(d.path.split("/")[1] ?? "");
  return once.sort((a, b) => rank(a) - rank(b));
}
