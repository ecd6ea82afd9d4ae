import { Decimal } from "./decimal.ts";
import type { Node, NodeId, NodeOf, Nodes, Op, Value } from "./node.ts";
import type { Plan } from "./plan.ts";

/** The step of each node's value, from the steps of what it reads. */
type StepOf = { [O in Op]: (node: NodeOf<O>, stepOf: (node: NodeId) => Decimal) => Decimal };

const zero = new Decimal(0);
const one = new Decimal(1);
const none = () => zero;
/** The step of a number that is rounded to some decimals. */
const decimals = (scale: number) => new Decimal(10).pow(-scale);
const numeric = (value: Value) => (value instanceof Decimal ? value.abs() : zero);

const arithmetic: Record<Nodes["arithmetic"]["operation"], (of: readonly Decimal[]) => Decimal> = {
  sum: greatest,
  difference: greatest,
  product: (of) => of.reduce((a, b) => a.times(b)),
  minimum: greatest,
  maximum: greatest,
};

/** One total table over the operations. */
const steps: StepOf = {
  fact: ({ type }) => (type.kind === "number" ? decimals(type.scale) : zero),
  constant: (n) => numeric(n.value),
  compare: none,
  member: none,
  given: none,
  all: none,
  any: none,
  not: none,
  count: () => one,
  arithmetic: (n, s) => arithmetic[n.operation](n.of.map(s)),
  quotient: (n) => decimals(n.scale),
  round: (n) => decimals(n.scale),
  size: () => one,
  move: none,
  ladder: (n) => greatest(n.steps.map((step) => numeric(step.value))),
  choose: (n, s) => greatest([...n.cases.map((c) => s(c.value)), s(n.otherwise)]),
  collect: none,
  aggregate(n, s) {
    if (n.operation === "count") return one;
    if (n.operation === "mean") return decimals(n.scale);
    // Interpolation multiplies by a fraction with the decimals of `at`.
    return n.operation === "quantile"
      ? s(n.of).times(decimals(n.at?.decimalPlaces() ?? 0))
      : s(n.of);
  },
  rankCut: none,
};

/**
 * Tells by which step the number of a node goes: one of which all that it can come to are whole
 * multiples. Half points go by 0.5 although they have one decimal; what is rounded goes by the last
 * decimal kept. A number that is never anything but 0, and what is no number, has step 0.
 */
export function stepsOf(plan: Plan): (node: NodeId) => Decimal {
  const known: Decimal[] = [];
  const stepOf = (id: NodeId): Decimal => {
    const node = plan.nodes[id] as Node;
    known[id] ??= (steps[node.op] as (n: Node, s: typeof stepOf) => Decimal)(node, stepOf);
    return known[id];
  };
  return stepOf;
}

/** The greatest number of which all of these are whole multiples. */
function greatest(of: readonly Decimal[]): Decimal {
  return of.reduce((a, b) => {
    let [x, y] = [a, b];
    while (!y.isZero()) [x, y] = [y, x.mod(y)];
    return x;
  }, zero);
}
