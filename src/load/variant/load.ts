import type { RulesetDocument } from "../../kinds/ruleset.ts";
import { variantCodes } from "../../ruleset/codes.ts";
import type { Diagnostic } from "../../ruleset/diagnostics.ts";
import type { Edition, Provenance } from "../../ruleset/provenance.ts";
import { type Checked, checkDocument, keyOf } from "../check.ts";
import { checkShape } from "../limits.ts";
import { checkStructure } from "../structure.ts";
import { blame } from "./blame.ts";
import { follow } from "./chain.ts";
import { checkDecisions } from "./decisions.ts";
import { provenanceOf } from "./history.ts";
import { checkOrders } from "./orders.ts";
import { checkOutcomes } from "./outcomes.ts";
import { checkParameters, checkTypes } from "./parameters.ts";
import { labelOf, type Resolved, resolve } from "./resolve.ts";
import { scenesOf } from "./scene.ts";
import type { Document, Shelf } from "./shelf.ts";
import { strangersIn } from "./slip.ts";
import { type Step, stepOf } from "./step.ts";

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
  const scenes = scenesOf(resolved);
  const strangers = scenes.flatMap((s) => strangersIn(s, shortIn(s.layer.document.value)));
  const { merged } = resolved.layers.at(-1) ?? resolved.layers[0];
  const unsafe = checkShape(merged);
  if (unsafe.length > 0)
    return { faults: blame(unsafe, resolved, () => resolved.layers.length - 1) };
  const between = resolved.layers.slice(0, -1).flatMap((l) => checkStructure(l.merged));
  const checked = between.length > 0 ? { faults: between } : checkDocument(merged);
  const found = blame(checked.faults, resolved, levels(resolved));
  const sound = checked.written !== undefined;
  const steps = scenes.map(stepOf);
  const types = steps.flatMap(checkTypes);
  const rules = sound ? steps.flatMap((s) => checkStep(s, found.length === 0)) : [];
  return { ...checked, faults: onceEach([...strangers, ...types, ...rules, ...found]) };
}

/** What can be told of a step by its form, and, where nothing else is wrong, by its meaning. */
function checkStep(step: Step, means: boolean): readonly Diagnostic[] {
  const byForm = [...checkParameters(step), ...checkDecisions(step)];
  return means ? [...byForm, ...checkOutcomes(step), ...checkOrders(step)] : byForm;
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

/** Where a place has a fault that lies between variant and base, it says more than any other. */
function onceEach(told: readonly Diagnostic[]): readonly Diagnostic[] {
  const codes: readonly string[] = variantCodes;
  const place = (d: Diagnostic) => `${d.document} ${d.path}`;
  const between = new Set(told.filter((d) => codes.includes(d.code)).map(place));
  const telling = told.filter((d) => codes.includes(d.code) || !between.has(place(d)));
  return [...new Map(telling.map((d) => [keyOf(d), d])).values()];
}
