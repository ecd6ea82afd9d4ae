import type { NodeId } from "../../plan/node.ts";
import type { Part, Plan, PlannedDecision } from "../../plan/plan.ts";
import type { Declared } from "./facts.ts";
import { counter, type Writing } from "./write.ts";

/** Makes what writing needs; `computed` takes in the nodes whose values the engine must be told. */
export function writingOf(
  plan: Plan,
  decisions: readonly PlannedDecision[],
  declared: Declared,
  computed: Map<NodeId, string>,
): Writing {
  const parts = partsOf([...decisions, ...Object.values(plan.decisions)]);
  const free = (name: string) =>
    !Object.hasOwn(declared, name) && ![...computed.values()].includes(name);
  const nameOf = (node: NodeId) => {
    const path = plan.nodes[node]?.origin.path ?? "";
    const name = [parts.get(node) ?? path, path].find(free) ?? `${path} #${node}`;
    computed.set(node, name);
    return name;
  };
  const fact = (node: NodeId) => {
    const of = plan.nodes[node];
    return of?.op === "fact" ? of.name : (computed.get(node) ?? nameOf(node));
  };
  return { plan, fact, part: (node) => parts.get(node), count: counter() };
}

/** Names every node that is an outcome or a part of a decision: `star`, `value.contribution`. */
function partsOf(decisions: readonly PlannedDecision[]): ReadonlyMap<NodeId, string> {
  const named = decisions.flatMap((d): [NodeId, string][] => [
    ...[d.outcome].flat().map((p: Part): [NodeId, string] => [p.node, d.name]),
    ...d.parts.map((p): [NodeId, string] => [p.node, `${d.name}.${p.name}`]),
  ]);
  return new Map(named.reverse());
}
