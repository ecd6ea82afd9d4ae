import { explainDecision } from "../kinds/explain.ts";
import { missingFacts, type OpenCause, openCause } from "../kinds/missing.ts";
import { partOutcome, termOf } from "../kinds/reason.ts";
import type { Outcome } from "../kinds/ruleset.ts";
import type { Explained, Reason } from "../kinds/told.ts";
import type { Part, PlannedDecision, Trace } from "../plan/plan.ts";
import type { Citation, Text } from "../ruleset/text.ts";
import type { Program } from "./program.ts";

/** One value of an outcome with its official words: what `explain` tells. */
export interface Output {
  readonly name: string;
  readonly label: Text;
  /** Absent where it is not settled. */
  readonly outcome?: Outcome | undefined;
  /** The official term of the outcome, where it is a label. */
  readonly term?: Text | undefined;
  readonly unit?: Text | undefined;
}

interface Told {
  /** The decision's name. */
  readonly decision: string;
  readonly label: Text;
  readonly citation?: Citation | undefined;
  /** The outcome in words: one entry, or one for each value where there are several. */
  readonly outputs: readonly Output[];
  /** The grounds, each with its clause and the values it was tested on. */
  readonly reasons: readonly Reason[];
}

/** A result that is settled. */
export interface Decided<O, P> extends Told {
  readonly status: "decided";
  readonly outcome: O;
  /** The official term of the outcome, where it is a label. */
  readonly term?: Text | undefined;
  readonly parts: P;
  readonly missing: readonly string[];
}

/** A result that is not settled: `missing` names the facts that would settle it. */
export interface Undetermined<P> extends Told {
  readonly status: "undetermined";
  readonly outcome?: undefined;
  readonly term?: undefined;
  /** The parts that are settled all the same. */
  readonly parts: Partial<P>;
  readonly missing: readonly string[];
  /** Why it is open although no fact of the subject is missing. */
  readonly cause?: OpenCause | undefined;
}

/** What a decision came to for one subject. */
export type Result<O = unknown, P = unknown> = Decided<O, P> | Undetermined<P>;

/** Puts a decision's result together from one run of the plan; computes nothing anew. */
export function resultOf(
  program: Program<unknown>,
  decision: PlannedDecision,
  trace: Trace,
): Result<unknown, Record<string, Outcome>> {
  const e = { plan: program.plan, trace };
  const { reasons, lists } = explainDecision(decision, e);
  const { name, origin } = decision;
  const wanted = [decision.outcome].flat() as readonly Part[];
  const outputs = wanted.map((p) => outputOf(p, e));
  const told = { decision: name, label: origin.label, citation: origin.citation, outputs, reasons };
  const parts = { ...outcomesOf(decision.parts, e), ...lists };
  const open = wanted.filter((_, i) => outputs[i]?.outcome === undefined);
  if (open.length > 0) {
    const nodes = open.map((p) => p.node);
    const missing = missingFacts(nodes, e);
    const cause = missing.length === 0 ? openCause(nodes, e) : undefined;
    return { ...told, status: "undetermined", parts, missing, cause };
  }
  const [only] = outputs;
  const several = Array.isArray(decision.outcome);
  const outcome = several || !only ? outcomesOf(wanted, e) : only.outcome;
  return {
    ...told,
    status: "decided",
    outcome,
    term: several ? undefined : only?.term,
    parts,
    missing: [],
  };
}

function outputOf(part: Part, e: Explained): Output {
  const { name, unit } = part;
  const outcome = partOutcome(part, e);
  return { name, label: part.origin.label, outcome, term: termOf(part, outcome), unit };
}

function outcomesOf(parts: readonly Part[], e: Explained): Record<string, Outcome> {
  const known = parts.flatMap((p): [string, Outcome][] => {
    const outcome = partOutcome(p, e);
    return outcome === undefined ? [] : [[p.name, outcome]];
  });
  return Object.fromEntries(known);
}
