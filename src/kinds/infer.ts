import * as appraisal from "./appraisal/infer.ts";
import * as bands from "./bands/infer.ts";
import * as checklist from "./checklist/infer.ts";
import * as cut from "./cut/infer.ts";
import * as formula from "./formula/infer.ts";
import { basisOf } from "./infer/basis.ts";
import type { Around, Basis, InferredDecision } from "./infer/known.ts";
import type { Declared } from "./infer/value.ts";
import * as quota from "./quota/infer.ts";
import * as rule from "./rule/infer.ts";
import type { WrittenDocument } from "./ruleset.ts";
import type { Kind, WrittenDecision, WrittenOf } from "./schema.ts";
import * as scorecard from "./scorecard/infer.ts";
import * as table from "./table/infer.ts";

/** What is known of a decision of each kind: one total table, as a type. */
interface Kinds<K, C extends Around> {
  rule: rule.Infer<K, C>;
  bands: bands.Infer<K, C>;
  table: table.Infer<K, C>;
  scorecard: scorecard.Infer<K, C>;
  cut: cut.Infer<K>;
  checklist: checklist.Infer<K, C>;
  appraisal: appraisal.Infer<K, C>;
  quota: quota.Infer<K, C>;
  formula: formula.Infer<K, C>;
}

type InferKind = { [K in Kind]: (d: WrittenOf<K>, around: Declared) => InferredDecision };

/** What is known of a decision of each kind: one total table. */
const kinds: InferKind = {
  rule: rule.infer,
  bands: bands.infer,
  table: table.infer,
  scorecard: scorecard.infer,
  cut: cut.infer,
  checklist: checklist.infer,
  appraisal: appraisal.infer,
  quota: quota.infer,
  formula: formula.infer,
};

/** What is known of each decision of a document, as a type. */
export type InferredIn<D extends DocumentType> = {
  readonly [N in keyof D["decisions"]]: InferredBy<D["decisions"][N], D>;
};
type InferredBy<K, D extends DocumentType> = K extends { readonly kind: infer T extends Kind }
  ? Kinds<K, Within<K, D>>[T]
  : never;

interface Within<K, D extends DocumentType> {
  readonly facts: D["facts"];
  readonly parameters: D["parameters"];
  readonly conditions: K extends { readonly conditions: infer N extends object }
    ? N
    : Readonly<Record<never, never>>;
  readonly decisions: InferredIn<D>;
}

/** The sections of a document that its types are told from. */
export interface DocumentType {
  readonly subjects: object;
  readonly facts: object;
  readonly parameters: object;
  readonly decisions: object;
}

/** Tells what is known of each decision of a document that is free of faults. */
export function inferDecisions(
  document: WrittenDocument,
): Readonly<Record<string, InferredDecision>> {
  const { facts, parameters, decisions } = document;
  const of = once((name) => {
    const decision = decisions[name] as WrittenDecision;
    const conditions = decision.conditions ?? {};
    const named = once((n): readonly Basis[] => basisOf(conditions[n]?.when, around));
    const around: Declared = { facts, parameters, referred, named };
    return (kinds[decision.kind] as InferAny)(decision, around);
  });
  const referred = (reference: string) => {
    const [name, part] = reference.split(".") as [string, string?];
    return part === undefined ? of(name).outcome : of(name).parts[part];
  };
  return Object.fromEntries(Object.keys(decisions).map((name) => [name, of(name)]));
}
type InferAny = (d: WrittenDecision, around: Declared) => InferredDecision;

/** Works something out by its name, and keeps it: much may refer to it. */
function once<T>(make: (name: string) => T): (name: string) => T {
  const made = new Map<string, { readonly value: T }>();
  return (name) => {
    const known = made.get(name) ?? { value: make(name) };
    made.set(name, known);
    return known.value;
  };
}
