import type { Kind } from "../../kinds/schema.ts";
import type { PlannedDecision } from "../../plan/plan.ts";
import { TiercutError } from "../../ruleset/diagnostics.ts";
import { type Written, writeBands, writeYes } from "./rules.ts";
import type { Writing } from "./write.ts";

/** Writes a decision as rules of an engine. */
export type Write = (decision: PlannedDecision, w: Writing) => Written;
interface Refused {
  readonly why: string;
  readonly mend?: string;
}
const isValue: Refused = { why: "it comes to a value, and an engine's rule says yes or no" };
const ofPopulation: Refused = {
  why: "it needs its population, and an engine sees one subject",
  mend: "`fit` it and use `evaluate`",
};

/** How an engine can decide a decision of each kind, or why it can't. */
const ways: { readonly [K in Kind]: Write | Refused } = {
  rule: writeYes,
  checklist: writeYes,
  quota: writeYes,
  bands: writeBands,
  table: {
    why: "its rows are held against one another, and an engine's rules stand each for itself",
  },
  cut: ofPopulation,
  scorecard: isValue,
  appraisal: isValue,
  formula: isValue,
};

/** What an engine emits by itself, and what is emitted where a decision is open. */
const taken = ["success", "failure", "error", "newListener", "removeListener", "undetermined"];

/** Finds how a decision is written, or says what to do instead. */
export function wayOf(decision: PlannedDecision, subject: string): Write {
  const { name, kind } = decision;
  const way = ways[kind as Kind];
  if (decision.grain === "population") return stop(name, ofPopulation);
  if (typeof way === "object") return stop(name, way);
  if (Array.isArray(decision.outcome)) return stop(name, isValue);
  if (taken.includes(name)) {
    return stop(name, { why: "an engine emits events of this name", mend: "give it another" });
  }
  if (decision.subject === subject) return way;
  const why = `it is about \`${decision.subject}\`, and the first one is about \`${subject}\``;
  return stop(name, { why, mend: "give it an engine of its own" });
}

function stop(name: string, { why, mend }: Refused): never {
  const compare = `{ "decision": "${name}", "operator": …, "value": … }`;
  const instead = `evaluate it with \`evaluate\`, or hand over a rule that compares it: ${compare}`;
  throw new TiercutError(`\`${name}\` can't be handed to an engine: ${why}; ${mend ?? instead}`);
}
