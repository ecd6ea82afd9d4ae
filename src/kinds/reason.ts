import { Decimal } from "../plan/decimal.ts";
import type { Node, NodeId, NodeOf, Origin } from "../plan/node.ts";
import type { Part } from "../plan/plan.ts";
import type { Text } from "../ruleset/text.ts";
import { evidence } from "./evidence.ts";
import { isUndefined } from "./missing.ts";
import type { Outcome } from "./ruleset.ts";
import { type Explained, type NextStep, outcomeOf, type Reason } from "./told.ts";

/** Reads what a part came to: its value, or `"undefined"` where a divisor is zero. */
export function partOutcome(part: Part, e: Explained): Outcome | undefined {
  const outcome = outcomeOf(e.trace.value(part.node));
  if (outcome !== undefined || part.undefinedWhen === undefined) return outcome;
  return isUndefined(part.node, e) ? "undefined" : undefined;
}

const undefinedTerm: Text = { zh: "无定义", en: "undefined" };

/** Finds the official term of what a part came to. */
export function termOf(part: Part, outcome: Outcome | undefined): Text | undefined {
  if (outcome === "undefined" && part.undefinedWhen !== undefined) return undefinedTerm;
  const name = String(outcome);
  return part.outcomes && Object.hasOwn(part.outcomes, name) ? part.outcomes[name] : undefined;
}

/** Tells a part as a reason: the band or row that was hit speaks for it. */
export function reasonOf(part: Part, e: Explained): Reason {
  const { origin } = part;
  const hit = hitIn(part.node, e);
  const outcome = partOutcome(part, e);
  const told = hit && hit.id !== origin.id ? hit : origin;
  const undefinedWhen = outcome === "undefined" ? part.undefinedWhen : undefined;
  return {
    id: told.id,
    label: told.label,
    citation: told.citation ?? origin.citation,
    outcome,
    term: termOf(part, outcome),
    unit: part.unit,
    because: evidence(undefinedWhen ?? part.node, e),
    next: nextStep(part.node, e),
  };
}

/** Finds the origin of the band, row or class that gave a node its value. */
function hitIn(id: NodeId, e: Explained): Origin | undefined {
  const node = e.plan.nodes[id] as Node;
  const index = e.trace.note(id).hit;
  if (node.op === "choose") {
    if (index === undefined) return undefined;
    const hit = node.cases[index];
    if (hit && hit.origin.id !== node.origin.id) return hit.origin;
    return hitIn(hit?.value ?? node.otherwise, e);
  }
  if (index === undefined) return undefined;
  if (node.op === "ladder") return node.steps[index]?.origin;
  return node.op === "rankCut" ? node.classes[index]?.origin : undefined;
}

/** What the next step up of a ladder gives that is not the same, and how far it is. */
function nextStep(id: NodeId, e: Explained, current = e.trace.value(id)): NextStep | undefined {
  const node = e.plan.nodes[id] as Node;
  if (current === null) return undefined;
  if (node.op === "rankCut") return nextClass(node, id, e);
  if (node.op === "choose") {
    const hit = node.cases[e.trace.note(id).hit ?? -1];
    const single = hit === undefined || e.plan.nodes[hit.value]?.op === "constant";
    return nextStep(single ? node.otherwise : hit.value, e, current);
  }
  if (node.op !== "ladder") return undefined;
  const input = e.trace.value(node.input);
  const above = node.steps.slice((e.trace.note(id).hit ?? node.steps.length) + 1);
  const step = above.find((s) => outcomeOf(s.value) !== outcomeOf(current));
  const outcome = step ? outcomeOf(step.value) : undefined;
  if (!step?.from || outcome === undefined || !(input instanceof Decimal)) return undefined;
  const comparator = node.closed === "lower" ? "≥" : ">";
  const [from, lacks] = [step.from.toNumber(), step.from.minus(input).toNumber()];
  return { outcome, comparator, from, lacks };
}

/** The next better class of a cut that anybody is in, where a higher number would reach it. */
function nextClass(node: NodeOf<"rankCut">, id: NodeId, e: Explained): NextStep | undefined {
  const [key] = node.keys;
  const value = key ? e.trace.value(key.of) : null;
  const cuts = e.trace.note(id).cuts ?? [];
  const index = cuts.slice(0, e.trace.note(id).hit ?? 0).findLastIndex((c) => c !== undefined);
  const from = cuts[index];
  const outcome = node.classes[index]?.outcome;
  if (!key?.descending || !(from instanceof Decimal) || !(value instanceof Decimal))
    return undefined;
  if (outcome === undefined || e.trace.value(node.barred) === true) return undefined;
  const lacks = from.minus(value).toNumber();
  return { outcome, comparator: "≥", from: from.toNumber(), lacks };
}
