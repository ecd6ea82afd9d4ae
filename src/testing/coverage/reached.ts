import { childrenOf, type Node, type NodeId } from "../../plan/node.ts";
import type { Plan, Trace } from "../../plan/plan.ts";

/**
 * The nodes that had a part in a value: of cases, those up to the first that holds. What is worked out
 * over a population is not gone into, since that is not about this subject.
 */
export function reachedIn(plan: Plan, trace: Trace, roots: readonly NodeId[]): ReadonlySet<NodeId> {
  const found = new Set(roots);
  for (const id of found)
    for (const next of askedBy(plan.nodes[id] as Node, trace)) found.add(next);
  return found;
}

function askedBy(node: Node, trace: Trace): readonly NodeId[] {
  if (node.op === "aggregate") return node.by;
  if (node.op !== "choose") return childrenOf(node);
  const asked: NodeId[] = [];
  for (const { when, value } of node.cases) {
    const holds = trace.value(when);
    asked.push(when);
    if (holds === true) return [...asked, value];
    if (holds === null) asked.push(value);
  }
  return [...asked, node.otherwise];
}
