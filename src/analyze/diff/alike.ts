import { childrenOf, type Node, type NodeId, type NodeOf, type Op } from "../../plan/node.ts";
import type { Plan } from "../../plan/plan.ts";

/** Are a node of one plan and a node of another made alike: then they come to the same for all. */
export type Alike = (before: NodeId, after: NodeId) => boolean;

/** Compares two plans by how their nodes are made, so that what nobody touched costs nothing. */
export function alikeIn(before: Plan, after: Plan): Alike {
  const known = new Map<string, number>();
  const [a, b] = [before, after].map((plan) => shapesOf(plan, known)) as [Shapes, Shapes];
  return (x, y) => a[x] === b[y];
}

type Shapes = readonly number[];

/** Numbers every node by how it is made: children come before parents, so one pass is enough. */
function shapesOf({ nodes }: Plan, known: Map<string, number>): Shapes {
  const shapes: number[] = [];
  for (const node of nodes) {
    const inside = childrenOf(node).map((id) => shapes[id]);
    const own = (stated[node.op] as (node: Node) => unknown)(node);
    const key = JSON.stringify([node.op, node.type, own, inside]);
    const shape = known.get(key) ?? known.size;
    known.set(key, shape);
    shapes.push(shape);
  }
  return shapes;
}

const nothing = () => [];

/** What each operation states besides the nodes it reads: one total table. */
const stated: { [O in Op]: (node: NodeOf<O>) => unknown } = {
  fact: (n) => n.name,
  constant: (n) => n.value,
  compare: (n) => n.comparator,
  member: (n) => n.values,
  given: nothing,
  all: nothing,
  any: nothing,
  not: nothing,
  count: nothing,
  arithmetic: (n) => n.operation,
  quotient: (n) => [n.scale, n.rounding],
  round: (n) => [n.scale, n.rounding],
  size: nothing,
  move: (n) => n.unit,
  ladder: (n) => [n.closed, n.steps.map(({ from, value }) => [from, value])],
  choose: (n) => n.cases.length,
  collect: (n) => n.cases.map((c) => c.value),
  aggregate: (n) => [n.operation, n.over, n.unknown, n.at, n.scale, n.rounding],
  rankCut: (n) => [
    [n.over, n.unknown, n.otherwise, n.by.length, n.keys.map((k) => k.descending)],
    [n.barredTo, n.barredPlaces, n.rounding, n.scheme, n.tie],
    n.classes.map(({ outcome, places, minimum }) => [outcome, places, minimum]),
  ],
};
