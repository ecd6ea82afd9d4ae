import type { Diagnostic } from "../../ruleset/diagnostics.ts";
import { checkStructure, checkVariant } from "../structure.ts";
import { helped } from "./helped.ts";
import { isObject, ownOf } from "./merge.ts";
import { variantFault } from "./messages.ts";
import { pick, spansOf } from "./pick.ts";
import { covers, type Document, type Shelf, spanOf } from "./shelf.ts";

/** How many documents may be built on one another. */
const deepest = 10;

/** The documents that a variant is made of, the first base first; or why they can't be found. */
export type Chain =
  | { readonly documents: readonly [Document, ...Document[]] }
  | { readonly faults: readonly Diagnostic[] };

/** Is this a document that extends another. */
export const isVariant = (value: unknown): boolean =>
  isObject(value) && Object.hasOwn(value, "extends");

/** Follows `extends` from a document down to the one that extends nothing. */
export function follow(top: Document, shelf: Shelf, on: string | undefined): Chain {
  const chain: [Document, ...Document[]] = [top];
  const late = on === undefined ? [] : outOfForce(top, on).map((f) => of(top, f));
  if (late.length > 0) return { faults: late };
  for (;;) {
    const [lowest] = chain;
    const faults = formOf(lowest);
    if (faults.length > 0)
      return { faults: faults.map((f) => of(lowest, helped(f, lowest, shelf))) };
    if (!isVariant(lowest.value)) return { documents: chain };
    const found = pick({ ...wantedBy(lowest), on }, shelf, notOn(shelf, chain));
    const next = "document" in found ? found.document : undefined;
    if (next && chain.some((d) => d.name === next.name)) return { faults: [cycle(chain, next)] };
    if (chain.length === deepest) return { faults: [tooDeep(lowest)] };
    if ("faults" in found)
      return { faults: found.faults.map((f) => of(lowest, f, `/extends${f.path}`)) };
    chain.unshift(found.document);
  }
}

/** A document of the chain can be found too, so that a circle is told as one. */
function notOn({ documents }: Shelf, chain: readonly Document[]): readonly Document[] {
  const names = new Set(documents.map((d) => d.name));
  return chain.filter((d) => !names.has(d.name));
}

function wantedBy({ value }: Document) {
  const wanted = ownOf(value, "extends");
  return { id: String(ownOf(wanted, "id")), range: String(ownOf(wanted, "version")) };
}

/** Faults of a document's own form: a variant's sections are known only once they are merged. */
function formOf({ value, safe, faults }: Document): readonly Diagnostic[] {
  if (!safe) return faults;
  return [...faults, ...(isVariant(value) ? checkVariant(value) : checkStructure(value))];
}

const of = ({ name }: Document, fault: Diagnostic, path = fault.path): Diagnostic => ({
  ...fault,
  document: name,
  path,
});

/** Refuses a document that says itself that it is not in force on a day. */
export function outOfForce(document: Document, on: string): readonly Diagnostic[] {
  if (covers(spanOf(document), on)) return [];
  const words = { name: document.id, on, spans: spansOf([document]) };
  return [variantFault("not-in-force", "/effective", words)];
}

function tooDeep(lowest: Document): Diagnostic {
  return of(lowest, variantFault("extends-depth", "/extends", { limit: String(deepest) }));
}

/** The circle begins and ends with the document that was found again. */
function cycle(chain: readonly [Document, ...Document[]], again: Document): Diagnostic {
  const names = chain.map((d) => d.name);
  const loop = [again.name, ...names.slice(0, names.indexOf(again.name) + 1)].reverse();
  const isSame = chain.length === 1;
  const words = { name: again.name, loop: loop.join(" → "), ...(isSame ? { same: "yes" } : {}) };
  return of(chain[0], variantFault("extends-cycle", isSame ? "/id" : "/extends", words));
}
