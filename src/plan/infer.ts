import { Decimal } from "./decimal.ts";
import type { Node, NodeId, NodeOf, Nodes, Op, Value } from "./node.ts";
import type { Type } from "./type.ts";
import * as types from "./type.ts";

/** How the type of a node follows from what it states and from the types of the nodes it reads. */
type Infer = { [O in Op]: (node: NodeOf<O>, typeOf: (node: NodeId) => Type) => Type };

/** The type of each operation's value, from the types of what it reads: one total table. */
const inferred: Infer = {
  fact: (n) => n.type,
  constant: (n) => constantType(n.value, n.type),
  compare: () => types.boolean,
  member: () => types.boolean,
  given: () => types.boolean,
  all: () => types.boolean,
  any: () => types.boolean,
  not: () => types.boolean,
  count: (n) => types.number(0, 0, n.of.length),
  arithmetic: (n, t) => arithmeticType[n.operation](n.of.map((id) => rangeOf(t(id)))),
  quotient: (n, t) => quotientType(rangeOf(t(n.dividend)), rangeOf(t(n.divisor)), n.scale),
  round: (n, t) => roundedType(rangeOf(t(n.of)), n.scale),
  size: (n, t) => types.number(0, 0, entriesOf(t(n.of))),
  move: () => types.date,
  ladder: (n) =>
    types.join([n.type, ...n.steps.map((s) => constantType(s.value, n.type))]) ?? n.type,
  choose: (n, t) => types.join([...n.cases.map((c) => t(c.value)), t(n.otherwise)]) ?? types.any,
  collect: (n) => ({ kind: "list", values: [...new Set(n.cases.map((c) => c.value))] }),
  aggregate: (n, t) => aggregateType(n, t(n.of)),
  rankCut: (n) => ({
    kind: "label",
    values: [...new Set([...n.classes.map((c) => c.outcome), n.otherwise])],
  }),
};

/**
 * Works out the type of a node's value from the types of the nodes it reads. What the node has for a
 * type is what is stated of it: of a fact its own, of a constant or a ladder what it is read as.
 */
export function inferType(node: Node, typeOf: (node: NodeId) => Type): Type {
  return (inferred[node.op] as (n: Node, t: (node: NodeId) => Type) => Type)(node, typeOf);
}

/** The range of a number, or the narrowest harmless one where a fault was found before. */
const rangeOf = (type: Type): Range => (type.kind === "number" ? type : types.number(0, 0, 0));

const entriesOf = (type: Type) => (type.kind === "list" ? type.values.length : 0);

function constantType(value: Value, like: Type): Type {
  if (typeof value === "boolean") return types.boolean;
  if (value instanceof Decimal) {
    return types.number(value.decimalPlaces(), value.toNumber(), value.toNumber());
  }
  if (typeof value !== "string") return types.any;
  if (like.kind === "date" || like.kind === "text") return like;
  return { kind: "label", values: [value] };
}

/** The ranges and scales of computed numbers, from those of what they are computed of. */
type Range = types.NumberType;
const scaleOf = (of: readonly Range[]) => Math.max(...of.map((t) => t.scale));
const total = (of: readonly number[]) => of.reduce((a, b) => a + b, 0);

const arithmeticType: Record<Nodes["arithmetic"]["operation"], (of: readonly Range[]) => Type> = {
  sum: (of) => types.number(scaleOf(of), total(of.map((t) => t.min)), total(of.map((t) => t.max))),
  difference: (of) =>
    of.reduce((a, b) => types.number(Math.max(a.scale, b.scale), a.min - b.max, a.max - b.min)),
  product: (of) => of.reduce(productOf),
  minimum: (of) =>
    types.number(scaleOf(of), Math.min(...of.map((t) => t.min)), Math.min(...of.map((t) => t.max))),
  maximum: (of) =>
    types.number(scaleOf(of), Math.max(...of.map((t) => t.min)), Math.max(...of.map((t) => t.max))),
};

function productOf(a: Range, b: Range): Range {
  const ends = [a.min * b.min, a.min * b.max, a.max * b.min, a.max * b.max];
  return types.number(a.scale + b.scale, Math.min(...ends), Math.max(...ends));
}

/** The smallest divisor that is not zero decides how large a quotient can get. */
function quotientType(dividend: Range, divisor: Range, scale: number): Type {
  const largest = Math.max(Math.abs(dividend.min), Math.abs(dividend.max)) / 10 ** -divisor.scale;
  const signed = dividend.min < 0 || divisor.min < 0;
  return roundedType(types.number(0, signed ? -largest : 0, largest), scale);
}

/** The range of a number that is rounded, to whichever side: its ends go outwards. */
export function roundedType({ min, max }: Range, scale: number): Type {
  const low = new Decimal(min).toDecimalPlaces(scale, Decimal.ROUND_FLOOR);
  const high = new Decimal(max).toDecimalPlaces(scale, Decimal.ROUND_CEIL);
  return types.number(scale, low.toNumber(), high.toNumber());
}

/** The most subjects a partition is taken to have, when the range of a sum is worked out. */
const mostSubjects = 1e7;

function aggregateType(node: Nodes["aggregate"], of: Type): Type {
  if (node.operation === "count") return types.number(0, 0, mostSubjects);
  if (of.kind !== "number") return types.any;
  if (node.operation === "sum") {
    // The sum of none is 0.
    const [least, most] = [Math.min(0, of.min), Math.max(0, of.max)];
    return types.number(of.scale, least * mostSubjects, most * mostSubjects);
  }
  if (node.operation === "mean") return roundedType(of, node.scale);
  // Interpolation between two values multiplies by a fraction with the decimals of `at`.
  const more = node.operation === "quantile" ? (node.at?.decimalPlaces() ?? 0) : 0;
  return types.number(of.scale + more, of.min, of.max);
}
