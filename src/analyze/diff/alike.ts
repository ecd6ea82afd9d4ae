import { childrenOf, type Node, type NodeOf, type Op } from "../../plan/node.ts";

/** How each node of a plan is made, as a number: the same for what is made alike. */
export type Shapes = readonly number[];

/**
 * Numbers nodes by how they are made, so that what nobody touched costs nothing: those a node reads
 * come before it.
 */
export function makeShaper(): (node: Node, known: Shapes) => number {
  const numbers = new Map<string, number>();
  return (node, known) => {
    const inside = childrenOf(node).map((id) => known[id]);
    const key = JSON.stringify([node.op, node.type, statedBy(node), inside]);
    const shape = numbers.get(key) ?? numbers.size;
    numbers.set(key, shape);
    return shape;
  };
}

/** What a node states besides the nodes it reads. */
export function statedBy(node: Node): unknown {
  return (stated[node.op] as (node: Node) => unknown)(node);
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
