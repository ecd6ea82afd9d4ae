import { childrenOf, type NodeId } from "../../plan/node.ts";
import type { Plan } from "../../plan/plan.ts";

/** The nodes that rest on one node, itself first, each after those it reads. */
export interface Ascent {
  readonly nodes: readonly NodeId[];
  /** The last of the nodes that read this one; none where nothing does. */
  lastReader(node: NodeId): NodeId;
}

/** Tells what rests on a node of a plan: whatever it comes to can make a difference only there. */
export function ascents(plan: Plan): (site: NodeId) => Ascent {
  const readers: NodeId[][] = plan.nodes.map(() => []);
  for (const [id, node] of plan.nodes.entries()) {
    for (const child of childrenOf(node)) readers[child]?.push(id);
  }
  const lastReader = (node: NodeId) => readers[node]?.at(-1) ?? -1;
  const found = new Map<NodeId, Ascent>();
  return (site) => {
    const known = found.get(site) ?? { nodes: above(site, readers), lastReader };
    found.set(site, known);
    return known;
  };
}

function above(site: NodeId, readers: readonly (readonly NodeId[])[]): readonly NodeId[] {
  const over = new Set([site]);
  for (const node of over) for (const reader of readers[node] ?? []) over.add(reader);
  return [...over].sort((a, b) => a - b);
}
