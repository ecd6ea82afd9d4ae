import type { Node, NodeId, NodeOf } from "../plan/node.ts";
import type { Plan } from "../plan/plan.ts";

/*
 * A plan whose parts, and what is worked out over a population, are taken for facts that may come to
 * anything of their type. What is the same whatever these come to is the same for what they do come to.
 */

/** Is a node taken for a fact of its own. */
export function isBoundary(plan: Plan, id: NodeId): boolean {
  const { op, type } = plan.nodes[id] as Node;
  if (op === "fact" || op === "constant" || type.kind === "any") return false;
  return op === "aggregate" || op === "rankCut" || plan.named.has(id);
}

/** The plan with its boundaries as facts. */
export function abstracted(plan: Plan): Plan {
  const nodes = plan.nodes.map((node, id) => (isBoundary(plan, id) ? factFor(node, id) : node));
  return { ...plan, nodes };
}

/** The abstracted plan, but for one node, which is what it was. */
export function openAt(abstract: Plan, plan: Plan, id: NodeId): Plan {
  const nodes = [...abstract.nodes];
  nodes[id] = plan.nodes[id] as Node;
  return { ...abstract, nodes };
}

const factFor = ({ type, origin }: Node, id: NodeId): NodeOf<"fact"> => ({
  op: "fact",
  // No fact has a name like this.
  name: `#${id}`,
  type,
  grain: "record",
  origin,
});
