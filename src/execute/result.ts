import { explainDecision } from "../kinds/explain.ts";
import { missingFacts } from "../kinds/missing.ts";
import { partOutcome } from "../kinds/reason.ts";
import type { Outcome } from "../kinds/ruleset.ts";
import { outcomeOf, type Reason } from "../kinds/told.ts";
import type { Part, PlannedDecision, Trace } from "../plan/plan.ts";
import type { Citation, Text } from "../ruleset/text.ts";
import type { Program } from "./program.ts";

interface Told {
  /** The decision's name. */
  readonly decision: string;
  readonly label: Text;
  readonly citation?: Citation | undefined;
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
  readonly missing: readonly [];
}

/** A result that is not settled: `missing` names the facts that would settle it. */
export interface Undetermined<P> extends Told {
  readonly status: "undetermined";
  readonly outcome?: undefined;
  /** The parts that are settled all the same. */
  readonly parts: Partial<P>;
  readonly missing: readonly string[];
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
  const told = { decision: name, label: origin.label, citation: origin.citation, reasons };
  const parts = { ...outcomesOf(decision.parts, trace), ...lists };
  const several = Array.isArray(decision.outcome);
  const wanted = [decision.outcome].flat() as readonly Part[];
  const outcomes = outcomesOf(wanted, trace);
  if (wanted.some((p) => !Object.hasOwn(outcomes, p.name))) {
    const open = wanted.filter((p) => !Object.hasOwn(outcomes, p.name)).map((p) => p.node);
    return { ...told, status: "undetermined", parts, missing: missingFacts(open, e) };
  }
  const [only] = wanted;
  const outcome = several || !only ? outcomes : outcomes[only.name];
  const term = only?.outcomes && !several ? only.outcomes[String(outcome)] : undefined;
  return { ...told, status: "decided", outcome, term, parts, missing: [] };
}

function outcomesOf(parts: readonly Part[], trace: Trace): Record<string, Outcome> {
  const known = parts.flatMap((p): [string, Outcome][] => {
    const outcome = p.role === "ground" ? outcomeOf(trace.value(p.node)) : partOutcome(p, trace);
    return outcome === undefined ? [] : [[p.name, outcome]];
  });
  return Object.fromEntries(known);
}
