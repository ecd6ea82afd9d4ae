import type { Decimal } from "../../plan/decimal.ts";
import { inferType } from "../../plan/infer.ts";
import { childrenOf, type Node, type NodeId, type Origin } from "../../plan/node.ts";
import type { Plan } from "../../plan/plan.ts";
import type { Type } from "../../plan/type.ts";
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
  /** By which step a number goes; that of a constant is the step of what it is compared with. */
  stepOf(node: NodeId): Decimal | undefined;
}

/**
 * The plan with a change made at a node, and the types of all that rests on it worked out anew. Every
 * node keeps its number; what is new comes last.
 */
export function changed(plan: Plan, id: NodeId, { node, more = [] }: Change): Plan {
  const nodes = [...plan.nodes, ...more];
  const typeOf = (of: NodeId) => (nodes[of] as Node).type;
  const made = inferType(node, typeOf);
  const retyped = new Set(sameType(made, typeOf(id)) ? [] : [id]);
  nodes[id] = { ...node, type: made };
  for (let above = id + 1; retyped.size > 0 && above < plan.nodes.length; above += 1) {
    const old = nodes[above] as Node;
    if (!childrenOf(old).some((child) => retyped.has(child))) continue;
    const type = inferType(old, typeOf);
    if (sameType(type, old.type)) continue;
    nodes[above] = { ...old, type };
    retyped.add(above);
  }
  return { ...plan, nodes };
}

const sameType = (a: Type, b: Type) => JSON.stringify(a) === JSON.stringify(b);

/** A condition the other way round, as a node that comes after all others. */
export const negation = (of: NodeId, { plan }: Site): Node => {
  const { grain, origin } = plan.nodes[of] as Node;
  return { op: "not", of, type: types.boolean, grain, origin };
};
