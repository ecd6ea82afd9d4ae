import { childrenOf, type Node, type NodeId } from "../../plan/node.ts";
import type { Part, Plan, PlannedDecision } from "../../plan/plan.ts";

/** Lists the facts a decision reads. */
export function factsOf(plan: Plan, decision: PlannedDecision): ReadonlySet<string> {
  const nodes = nodesOf(plan, decision);
  return new Set(nodes.flatMap((n) => (n.op === "fact" ? [n.name] : [])));
}

/** Lists the nodes a decision's outcome rests on. */
export function nodesOf(plan: Plan, decision: PlannedDecision): readonly Node[] {
  const seen = new Set<NodeId>();
  const walk = (id: NodeId) => {
    if (seen.has(id)) return;
    seen.add(id);
    childrenOf(plan.nodes[id] as Node).forEach(walk);
  };
  for (const part of outputsOf(decision)) walk(part.node);
  return [...seen].map((id) => plan.nodes[id] as Node);
}

/** The parts that are the outcome: one, or several under their names. */
export function outputsOf(decision: PlannedDecision): readonly Part[] {
  return [decision.outcome].flat() as readonly Part[];
}
