import type { Ruleset } from "../kinds/ruleset.ts";
import { type Diagnostic, TiercutError } from "../ruleset/diagnostics.ts";
import { isDay } from "../ruleset/literals.ts";
import { quote } from "../ruleset/show.ts";
import { checkDocument } from "./check.ts";
import { hashOf } from "./hash.ts";
import { readSource } from "./read.ts";
import { checkVariant } from "./structure.ts";
import { isVariant, outOfForce } from "./variant/chain.ts";
import { laterBaseValues } from "./variant/later.ts";
import { loadVariant } from "./variant/load.ts";
import { pick } from "./variant/pick.ts";
import { type Document, documentOf, type Shelf, shelve } from "./variant/shelf.ts";
import { unextended } from "./variant/unextended.ts";

/** What loading found: a ruleset to compile, or every fault that stands in the way. */
export type Loaded =
  | { readonly ok: true; readonly ruleset: Ruleset; readonly diagnostics: readonly Diagnostic[] }
  | { readonly ok: false; readonly diagnostics: readonly Diagnostic[] };

/** What a ruleset is loaded with. */
export interface LoadOptions {
  /** The documents that a variant may be built on: JSON texts, or what parsing them gave. */
  readonly documents?: readonly unknown[];
  /** The day for which to load, `YYYY-MM-DD`: every document must be in force on it. */
  readonly on?: string;
}

/**
 * Reads a ruleset and checks all of it: its form, every reference, every type, every reading of
 * every parameter. A variant is first merged with what it extends, and checked against it. Collects
 * every fault, and changes nothing that is handed in. Where dates of a variant and its base meet in
 * a way that may not be meant, a ruleset comes with a warning.
 *
 * @param source - the JSON text of a ruleset or of a variant, or what parsing it gave
 * @param options - `documents`: what a variant may be built on; `on`: the day to load for
 * @returns the ruleset, or the diagnostics in the order of the document
 * @throws TiercutError where `on` is no day; never over what is in a document
 * @example
 * ```ts
 * import { loadRuleset } from "tiercut";
 * import { ruleset } from "tiercut/hainan-unicom-2003";
 *
 * const variant = {
 *   language: "1",
 *   id: "sanya-2004",
 *   version: "1.0.0",
 *   label: { zh: "三亚", en: "Sanya" },
 *   extends: { id: "hainan-unicom-2003", version: "^1.0.0" },
 *   parameters: { starFive: 60000 },
 * };
 * loadRuleset(variant, { documents: [ruleset.document] }).ok; // true
 * loadRuleset(variant).diagnostics[0]?.code; // "unknown-base"
 * ```
 */
export function loadRuleset(source: unknown, options: LoadOptions = {}): Loaded {
  const on = dayOf(options.on);
  const { value, safe, faults } = readSource(source);
  if (!safe) return { ok: false, diagnostics: faults };
  if (!isVariant(value)) {
    const slip = unextended(value);
    return slip ? { ok: false, diagnostics: [...faults, slip] } : loadPlain(value, faults, on);
  }
  const document = documentOf(value);
  if (!document) return { ok: false, diagnostics: [...faults, ...checkVariant(value)] };
  return loadMerged({ ...document, faults }, shelve(options.documents ?? []), on);
}

/**
 * Finds the version of a ruleset that is in force on a day, with all that it is built on, and loads
 * it for that day.
 *
 * @param documents - rulesets and variants: JSON texts, or what parsing them gave
 * @param id - which ruleset
 * @param date - the day, `YYYY-MM-DD`
 * @returns the ruleset of that day, or the diagnostics: none is in force, or several are
 * @throws TiercutError where `date` is no day
 * @example
 * ```ts
 * import { rulesetOn } from "tiercut";
 * import { ruleset } from "tiercut/hainan-unicom-2003";
 *
 * const documents = [ruleset.document];
 * rulesetOn(documents, "hainan-unicom-2003", "2003-01-01").ok; // true
 * rulesetOn(documents, "hainan-unicom-2003", "2002-12-31").diagnostics[0]?.code; // "not-in-force"
 * ```
 */
export function rulesetOn(documents: readonly unknown[], id: string, date: string): Loaded {
  const on = dayOf(date);
  const shelf = shelve(documents);
  const picked = pick({ id, on }, shelf);
  if ("faults" in picked) {
    return { ok: false, diagnostics: picked.faults.map((f) => ({ ...f, path: "" })) };
  }
  const { document } = picked;
  if (isVariant(document.value)) return loadMerged(document, shelf, on);
  const loaded = document.safe ? loadPlain(document.value, document.faults, on) : undefined;
  if (loaded?.ok) return loaded;
  const found = loaded?.diagnostics ?? document.faults;
  return { ok: false, diagnostics: found.map((d) => ({ ...d, document: document.name })) };
}

function loadPlain(value: unknown, faults: readonly Diagnostic[], on: string | undefined): Loaded {
  const checked = checkDocument(value);
  const document = documentOf(value);
  const late = document && on !== undefined ? outOfForce(document, on) : [];
  const found = [...faults, ...checked.faults, ...late];
  if (found.length > 0 || !checked.written) return { ok: false, diagnostics: found };
  const { written } = checked;
  const hash = hashOf(written);
  const ruleset = { document: written, hash, ...(on === undefined ? {} : { on }) };
  return { ok: true, ruleset, diagnostics: [] };
}

function loadMerged(document: Document, shelf: Shelf, on: string | undefined): Loaded {
  const merged = loadVariant(document, shelf, on);
  if ("faults" in merged) return { ok: false, diagnostics: merged.faults };
  const hash = hashOf(merged.document);
  const ruleset = { ...merged, hash, ...(on === undefined ? {} : { on }) };
  return { ok: true, ruleset, diagnostics: laterBaseValues(ruleset) };
}

function dayOf(on: unknown): string | undefined {
  if (on === undefined || isDay(on)) return on;
  throw new TiercutError(`${quote(on)} is no day: write one such as "2012-03-01"`);
}
