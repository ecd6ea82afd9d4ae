import { lowerRuleset } from "../kinds/lower.ts";
import type { WrittenDocument } from "../kinds/ruleset.ts";
import type { Part, Plan, PlannedDecision } from "../plan/plan.ts";
import type { Type } from "../plan/type.ts";
import { settle } from "../ruleset/settle.ts";

/** What calling code can know of a decision before it is run. */
export interface OutcomeForm {
  readonly kind: string;
  readonly subject: string;
  readonly grain: PlannedDecision["grain"];
  /** Is the outcome an object of several values. */
  readonly several: boolean;
  /** The values of the outcome by their names; one alone goes by the name of the decision. */
  readonly outputs: Readonly<Record<string, PartForm>>;
  readonly parts: Readonly<Record<string, PartForm>>;
}

/** What one value can be. */
export interface PartForm {
  readonly type: Type["kind"];
  /** The labels it can be, where it is one or a list of them. */
  readonly labels?: readonly string[];
  /** Can it be undefined, because a divisor is zero. */
  readonly undefinable: boolean;
}

/** Reads the form of every decision of a document that is free of faults. */
export function outcomeForms(document: WrittenDocument): Readonly<Record<string, OutcomeForm>> {
  const { plan } = lowerRuleset(settle(document, {}, true));
  const forms = Object.entries(plan.decisions).map(([name, d]) => [name, formOf(d, plan)] as const);
  return Object.fromEntries(forms);
}

function formOf(decision: PlannedDecision, plan: Plan): OutcomeForm {
  const { kind, subject, grain } = decision;
  const several = Array.isArray(decision.outcome);
  const outputs = partsOf([decision.outcome].flat(), plan);
  return { kind, subject, grain, several, outputs, parts: partsOf(decision.parts, plan) };
}

function partsOf(parts: readonly Part[], plan: Plan) {
  return Object.fromEntries(parts.map((p) => [p.name, partForm(p, plan)]));
}

function partForm(part: Part, plan: Plan): PartForm {
  const type = plan.nodes[part.node]?.type ?? { kind: "any" as const };
  const undefinable = part.undefinedWhen !== undefined;
  if (type.kind !== "label" && type.kind !== "list") return { type: type.kind, undefinable };
  const labels = part.outcomes ? Object.keys(part.outcomes) : type.values;
  return { type: type.kind, labels, undefinable };
}
