import type { WrittenDocument } from "../kinds/ruleset.ts";
import type { Diagnostic } from "../ruleset/diagnostics.ts";
import { checkContracts } from "./contracts.ts";
import { checkDeclarations } from "./declarations.ts";
import { checkMeaning, restingOn } from "./meaning.ts";
import { checkDatedOrders } from "./orders.ts";
import { checkStrictness } from "./strictness.ts";
import { checkStructure } from "./structure.ts";

/** What checking a whole document found. */
export interface Checked {
  /** The faults, in the order of the document. */
  readonly faults: readonly Diagnostic[];
  /** The document, where its form is sound throughout. */
  readonly written?: WrittenDocument;
}

/** Checks all of a document: its form, what it declares, what it means, the contracts it names. */
export function checkDocument(value: unknown): Checked {
  const misshapen = checkStructure(value);
  const sound = wellFormed(value, misshapen);
  if (!sound) return { faults: misshapen };
  const meant = [...checkDeclarations(sound), ...checkMeaning(sound)];
  const more =
    meant.length === 0
      ? [...checkContracts(sound), ...checkStrictness(sound), ...checkDatedOrders(sound)]
      : [];
  const faults = inOrder([...misshapen, ...meant, ...more], value as object);
  return misshapen.length === 0 ? { faults, written: sound } : { faults };
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
function inOrder(found: readonly Diagnostic[], document: object): readonly Diagnostic[] {
  const once = [...new Map(found.map((d) => [keyOf(d), d])).values()];
  const sections = Object.keys(document);
  const rank = (d: Diagnostic) => sections.indexOf(d.path.split("/")[1] ?? "");
  return once.sort((a, b) => rank(a) - rank(b));
}

/** Tells one finding from another: the same found twice is one. */
export const keyOf = (d: Diagnostic) => `${d.code} ${d.document} ${d.path} ${d.message.en}`;
