import { childrenOf, type Node, type NodeId } from "../plan/node.ts";
import type { Trace } from "../plan/plan.ts";
import type { Explained } from "./told.ts";

/** Lists the facts that are unknown and would settle a node that is unknown. */
export function missingFacts(ids: readonly NodeId[], e: Explained): readonly string[] {
  const found = new Set<string>();
  const seen = new Set<NodeId>();
  const walk = (id: NodeId) => {
    if (seen.has(id) || e.trace.value(id) !== null) return;
    seen.add(id);
    const node = e.plan.nodes[id] as Node;
    if (node.op === "fact") found.add(node.name);
    else needed(node, e.trace).forEach(walk);
  };
  ids.forEach(walk);
  return [...found];
}

/** The children whose value could settle a node: a case that fails asks for nothing. */
function needed(node: Node, trace: Trace): readonly NodeId[] {
  if (node.op === "aggregate") return node.by;
  if (node.op !== "choose") return childrenOf(node);
  const ids: NodeId[] = [];
  for (const { when, value } of node.cases) {
    const holds = trace.value(when);
    if (holds === null) ids.push(when);
    if (holds === true) return [...ids, value];
    if (holds === null) ids.push(value);
  }
  return [...ids, node.otherwise];
}
