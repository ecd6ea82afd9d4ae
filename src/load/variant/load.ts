import type { RulesetDocument } from "../../kinds/ruleset.ts";
import type { Diagnostic } from "../../ruleset/diagnostics.ts";
import type { Edition, Provenance } from "../../ruleset/provenance.ts";
import { type Checked, checkDocument, keyOf } from "../check.ts";
import { checkShape } from "../limits.ts";
import { checkStructure } from "../structure.ts";
import { blame } from "./blame.ts";
import { follow } from "./chain.ts";
import { checkDecisions } from "./decisions.ts";
import { checkFacts } from "./facts.ts";
import { provenanceOf } from "./history.ts";
import { checkOrders } from "./orders.ts";
import { checkOutcomes } from "./outcomes.ts";
import { checkParameters, checkTypes } from "./parameters.ts";
import { shortIn } from "./patch.ts";
import { labelOf, type Resolved, resolve } from "./resolve.ts";
import { scenesOf } from "./scene.ts";
import type { Document, Shelf } from "./shelf.ts";
import { strangersIn } from "./slip.ts";
import { type Step, stepOf } from "./step.ts";
import { checkStricter } from "./stricter.ts";

/** A variant merged with all it is built on, or every fault that stands in the way. */
export type Merged =
  | {
      readonly document: RulesetDocument;
      readonly chain: readonly Edition[];
      readonly provenance: Provenance;
    }
  | { readonly faults: readonly Diagnostic[] };

/** Merges a variant with what it is built on, and checks all of what comes of it. */
export function loadVariant(top: Document, shelf: Shelf, on: string | undefined): Merged {
  const chain = follow(top, shelf, on);
  if ("faults" in chain) return chain;
  const resolved = resolve(chain.documents);
  const { written, faults } = check(resolved);
  if (faults.length > 0 || !written) return { faults };
  const level = resolved.layers.length - 1;
  return {
    document: written,
    chain: chain.documents.map((d) => ({ id: d.id, version: d.version, label: labelOf(d) })),
    provenance: provenanceOf(resolved.history, level),
  };
}

function check(resolved: Resolved): Checked {
  const top = resolved.layers.length - 1;
  const { merged } = resolved.layers[top] ?? resolved.layers[0];
  const unsafe = checkShape(merged);
  if (unsafe.length > 0) return { faults: blame(unsafe, resolved, () => top) };
  const between = resolved.layers.slice(1, -1).flatMap((l) => checkStructure(l.merged));
  const checked = between.length > 0 ? { faults: between } : checkDocument(merged);
  const found = blame(checked.faults, resolved, levels(resolved));
  const scenes = scenesOf(resolved);
  const broken = [
    ...scenes.flatMap((s) => strangersIn(s, shortIn(s.layer.document.value))),
    ...scenes.map(stepOf).flatMap((step) => [...checkTypes(step), ...checkFacts(step)]),
    ...(checked.written ? scenes.flatMap((s) => checkStep(stepOf(s), found.length === 0)) : []),
  ];
  return { ...checked, faults: withoutShadowed(broken, found) };
}

/** What can be told of a step by its form, and, where nothing else is wrong, by its meaning. */
function checkStep(step: Step, means: boolean): readonly Diagnostic[] {
  const byForm = [...checkParameters(step), ...checkDecisions(step)];
  if (!means) return byForm;
  const byMeaning = [...checkOutcomes(step), ...withoutTold(checkOrders(step), byForm)];
  const isSound = byForm.length === 0 && byMeaning.length === 0;
  return [...byForm, ...byMeaning, ...(isSound ? checkStricter(step) : [])];
}

/** A value that breaks its own bound says nothing more by what it does to the order. */
function withoutTold(found: readonly Diagnostic[], told: readonly Diagnostic[]) {
  const place = (d: Diagnostic) => `${d.document} ${d.path}`;
  const places = new Set(told.map(place));
  return found.filter((d) => !places.has(place(d)));
}

/** Finds with which layer a fault came in: the last one below which it was not there. */
function levels({ layers }: Resolved): (fault: Diagnostic) => number {
  const known: (ReadonlySet<string> | undefined)[] = [];
  const faultsAt = (level: number) => {
    known[level] ??= new Set(checkDocument(layers[level]?.merged).faults.map(keyOf));
    return known[level];
  };
  return (fault) => {
    for (let level = layers.length - 1; level > 0; level--)
      if (!faultsAt(level - 1).has(keyOf(fault))) return level;
    return 0;
  };
}

/** What a place breaks between variant and base says more than what else is wrong there. */
function withoutShadowed(rules: readonly Diagnostic[], found: readonly Diagnostic[]) {
  const place = (d: Diagnostic) => `${d.document} ${d.path}`;
  const broken = new Set(rules.map(place));
  const all = [...rules, ...found.filter((d) => !broken.has(place(d)))];
  return [...new Map(all.map((d) => [keyOf(d), d])).values()];
}
