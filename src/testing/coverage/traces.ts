import { readFacts } from "../../execute/facts.ts";
import { fit } from "../../execute/population.ts";
import { decisionOf, type Program } from "../../execute/program.ts";
import { run } from "../../execute/reference.ts";
import { childrenOf, type Node, type NodeId } from "../../plan/node.ts";
import type { Plan, Trace } from "../../plan/plan.ts";
import { TiercutError } from "../../ruleset/diagnostics.ts";
import type { Case } from "../cases/schema.ts";
import { reachedIn } from "./reached.ts";
import { nodesOf } from "./targets.ts";

/** One subject that a case is about, run. */
export interface Traced {
  readonly trace: Trace;
  /** Runs the same subject on another plan, fitted as it was. */
  rerun(plan: Plan): Trace;
  readonly nodes: ReadonlySet<NodeId>;
  /** Does the case say what this subject comes to. */
  readonly isAsserted: boolean;
}

/** Runs each subject that a case is about; of a population all, for what is worked out over them. */
export function tracesOf(c: Case, program: Program): readonly Traced[] {
  const { plan, facts } = program;
  try {
    const planned = decisionOf(program, c.decision);
    const population = (c.population ?? []).map((p) => ({ ...c.shared, ...p }));
    const options = c.subject === undefined ? undefined : { subject: c.subject };
    const fitted = c.population && fit(program, population, options as never);
    const traced = (subject: string, record: object) => {
      const { known } = readFacts(facts[subject] ?? {}, record as Record<string, unknown>);
      const rerun = (of: Plan) => run(of, known, fitted ?? { aggregates: {}, cuts: {} });
      return { trace: rerun(plan), rerun };
    };
    const roots = [planned.outcome, planned.parts].flat().map((p) => p.node);
    const told = [...(c.expect ? [c.facts ?? {}] : []), ...(c.outcomes ? population : [])];
    const inner = fittedUnder(plan, nodesOf(plan, planned));
    const of = planned.population ?? planned.subject;
    return [
      ...told
        .map((record) => traced(planned.subject, record))
        .map((t) => ({ ...t, nodes: reachedIn(plan, t.trace, roots), isAsserted: true })),
      ...population
        .map((record) => traced(of, record))
        .map((t) => ({ ...t, nodes: reachedIn(plan, t.trace, inner), isAsserted: false })),
    ];
  } catch (error) {
    if (error instanceof TiercutError) return [];
    throw error;
  }
}

/** What is worked out of each subject of a population, so that a decision can rest on all of them. */
function fittedUnder(plan: Plan, nodes: Iterable<NodeId>): readonly NodeId[] {
  return [...nodes].flatMap((id) => {
    const node = plan.nodes[id] as Node;
    return node.op === "aggregate" || node.op === "rankCut" ? childrenOf(node) : [];
  });
}
