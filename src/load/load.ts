import type { Ruleset, WrittenDocument } from "../kinds/ruleset.ts";
import { type Diagnostic, fault, pointer } from "../ruleset/diagnostics.ts";
import { keysOf } from "../ruleset/json.ts";
import { checkDeclarations } from "./declarations.ts";
import { checkShape } from "./limits.ts";
import { checkMeaning, restingOn } from "./meaning.ts";
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
  const read = typeof source === "string" ? parse(source) : { value: source, twice: [] };
  if ("faults" in read) return { ok: false, diagnostics: read.faults };
  const unsafe = checkShape(read.value);
  if (unsafe.length > 0) return { ok: false, diagnostics: unsafe };
  const misshapen = [...read.twice, ...checkStructure(read.value)];
  const written = wellFormed(read.value, misshapen);
  if (!written) return { ok: false, diagnostics: misshapen };
  const meant = [...checkDeclarations(written), ...checkMeaning(written)];
  const found = inOrder([...misshapen, ...meant], read.value as WrittenDocument);
  if (found.length > 0) return { ok: false, diagnostics: found };
  return { ok: true, ruleset: { document: written }, diagnostics: [] };
}

/** The longest text of a ruleset that is read at all. */
const longestText = 5_000_000;

type Parsed =
  | { readonly value: unknown; readonly twice: readonly Diagnostic[] }
  | { readonly faults: readonly Diagnostic[] };

function parse(text: string): Parsed {
  if (text.length > longestText) {
    const words = { size: String(text.length), what: "characters", limit: String(longestText) };
    return { faults: [fault("too-large", "", words)] };
  }
  try {
    const value: unknown = JSON.parse(text);
    const twice = keysOf(text).flatMap(({ path, line, twice }) => {
      const words = { key: path.at(-1) ?? "", line: String(line) };
      return twice ? [fault("duplicate-key", pointer(...path), words)] : [];
    });
    return { value, twice };
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return { faults: [fault("json-syntax", "", { reason })] };
  }
}

/**
 * Takes out the decisions whose form is wrong, and those that rest on them, so that their faults do
 * not hide the others'. Where more than decisions is misshapen there is nothing to go on with.
 */
function wellFormed(root: unknown, faults: readonly Diagnostic[]): WrittenDocument | undefined {
  const places = faults.map((d) => d.path.split("/"));
  if (places.some(([, section, name]) => section !== "decisions" || name === undefined))
    return undefined;
  // A copy: what the caller does to its own object later changes nothing.
  const copy = JSON.parse(JSON.stringify(root)) as WrittenDocument;
  const wrong = new Set(places.map(([, , name]) => name as string));
  const resting = restingOn(wrong, copy);
  const sound = Object.entries(copy.decisions).filter(([name]) => !resting.has(name));
  if (sound.length === 0 && wrong.size > 0) return undefined;
  return { ...copy, decisions: Object.fromEntries(sound) };
}

/** Drops what was found more than once, and puts the rest in the order of the document. */
function inOrder(found: readonly Diagnostic[], written: WrittenDocument): readonly Diagnostic[] {
  const key = (d: Diagnostic) => `${d.code} ${d.path} ${d.message}`;
  const once = [...new Map(found.map((d) => [key(d), d])).values()];
  const sections = Object.keys(written);
  const rank = (d: Diagnostic) => sections.indexOf(d.path.split("/")[1] ?? "");
  return once.sort((a, b) => rank(a) - rank(b));
}
