import type { Node, NodeId, Origin } from "../../plan/node.ts";
import type { Plan } from "../../plan/plan.ts";
import * as types from "../../plan/type.ts";
import type { Text } from "../../ruleset/text.ts";

/** One small error that a ruleset could have: another node in the place of one of its plan. */
export interface Change {
  readonly node: Node;
  /** What the node needs beside the nodes there are. */
  readonly more?: readonly Node[];
  /** The part of the policy it is told of. */
  readonly origin: Origin;
  /** What is right, and what stands there instead. */
  readonly from: Text;
  readonly to: Text;
}

/** A node that is changed, where it stands. */
export interface Site {
  readonly plan: Plan;
  readonly id: NodeId;
  /** The smallest step of a number that is compared with another, by its node. */
  readonly scales: ReadonlyMap<NodeId, number>;
}

/** The plan with a change made at a node. Every node keeps its number; what is new comes last. */
export function changed(plan: Plan, id: NodeId, { node, more = [] }: Change): Plan {
  const nodes = plan.nodes.map((n, i) => (i === id ? node : n));
  return { ...plan, nodes: [...nodes, ...more] };
}

/** A condition the other way round, as a node that comes after all others. */
export const negation = (of: NodeId, { plan }: Site): Node => {
  const { grain, origin } = plan.nodes[of] as Node;
  return { op: "not", of, type: types.boolean, grain, origin };
};
