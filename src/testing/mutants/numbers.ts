import { Decimal } from "../../plan/decimal.ts";
import type { Node, NodeOf, Nodes, Value } from "../../plan/node.ts";
import { type Rounding, roundings } from "../../ruleset/expression.ts";
import { dayMoved } from "../../ruleset/literals.ts";
import type { Change, Site } from "./change.ts";
import { plain, shown, text } from "./phrase.ts";

/* Errors in values: a threshold or points a step off, another label, another side, another rounding. */

export function constant(n: NodeOf<"constant">, site: Site): readonly Change[] {
  return othersOf(n.value, n, site.stepOf(site.id)).map((value) => ({
    node: { ...n, value },
    origin: n.origin,
    from: plain(shown(n.value)),
    to: plain(shown(value)),
  }));
}

/** What could stand in the place of a value: a step up or down, a day off, the next label. */
function othersOf(value: Value, { type }: Node, by?: Decimal): readonly Value[] {
  if (value instanceof Decimal) {
    const step = by ?? new Decimal(10).pow(-value.decimalPlaces());
    return [value.plus(step), value.minus(step)];
  }
  if (typeof value === "boolean") return [!value];
  if (typeof value !== "string") return [];
  if (type.kind === "date") return [dayMoved(value, 1), dayMoved(value, -1)];
  if (type.kind !== "label") return [];
  const others = type.values.filter((v) => v !== value);
  return others.slice(0, 1);
}

type Step = Nodes["ladder"]["steps"][number];

export function ladder(n: NodeOf<"ladder">, { stepOf }: Site): readonly Change[] {
  const unit = stepOf(n.input) ?? new Decimal(1);
  const closed = n.closed === "lower" ? ("upper" as const) : ("lower" as const);
  const flip = { ...n, closed };
  const sides = {
    lower: { zh: "含下限", en: "the lower end in" },
    upper: { zh: "含上限", en: "the upper end in" },
  };
  return [
    ...n.steps.flatMap((step, i) => [...fromsOf(n, step, i, unit), ...outcomesOf(n, step, i)]),
    ...(n.steps.length > 1
      ? [{ node: flip, origin: n.origin, from: sides[n.closed], to: sides[closed] }]
      : []),
  ];
}

function withStep(n: NodeOf<"ladder">, at: number, step: Step): NodeOf<"ladder"> {
  return { ...n, steps: n.steps.map((s, i) => (i === at ? step : s)) };
}

/** A band that begins a step higher or lower, where that does not meet its neighbour. */
function fromsOf(n: NodeOf<"ladder">, step: Step, i: number, unit: Decimal): readonly Change[] {
  const { from, origin } = step;
  if (from === null) return [];
  const [below, above] = [n.steps[i - 1]?.from, n.steps[i + 1]?.from];
  return [from.plus(unit), from.minus(unit)]
    .filter((v) => !(below && v.lte(below)) && !(above && v.gte(above)))
    .map((moved) => ({
      node: withStep(n, i, { ...step, from: moved }),
      origin,
      from: plain(from.toString()),
      to: plain(moved.toString()),
    }));
}

/** A band that gives a point more or less, or what its neighbour gives. */
function outcomesOf(n: NodeOf<"ladder">, step: Step, i: number): readonly Change[] {
  const neighbour = (n.steps[i + 1] ?? n.steps[i - 1])?.value;
  const isNumber = step.value instanceof Decimal;
  const others = isNumber ? othersOf(step.value, n) : neighbour === undefined ? [] : [neighbour];
  return others
    .filter((value) => shown(value) !== shown(step.value))
    .map((value) => ({
      node: withStep(n, i, { ...step, value }),
      origin: step.origin,
      from: text`${{ zh: "结果", en: "the outcome " }}${shown(step.value)}`,
      to: text`${{ zh: "结果", en: "the outcome " }}${shown(value)}`,
    }));
}

/** The same node with each other rounding. */
export function roundingsOf<N extends Node & { readonly rounding: Rounding }>(
  n: N,
): readonly Change[] {
  return roundings
    .filter((rounding) => rounding !== n.rounding)
    .map((rounding) => ({
      node: { ...n, rounding },
      origin: n.origin,
      from: plain(`rounding ${n.rounding}`),
      to: plain(`rounding ${rounding}`),
    }));
}

/** A number left out of a sum, a product, or what the least or most is taken of. */
export function arithmetic(n: NodeOf<"arithmetic">, { plan }: Site): readonly Change[] {
  const least = n.operation === "minimum" || n.operation === "maximum";
  const other = n.operation === "minimum" ? ("maximum" as const) : ("minimum" as const);
  const swap = { node: { ...n, operation: other }, origin: n.origin };
  const words = { from: plain(n.operation), to: plain(other) };
  if (n.of.length < 2) return [];
  const without = n.of.map((child, i) => {
    const { origin } = plan.nodes[child] as Node;
    const kept = n.operation === "difference" ? n.of.slice(0, 1) : n.of.filter((_, j) => j !== i);
    return {
      node: { ...n, of: kept },
      origin,
      from: text`${{ zh: "计入", en: "with " }}${origin.label}`,
      to: text`${{ zh: "不计入", en: "without " }}${origin.label}`,
    };
  });
  const dropped = n.operation === "difference" ? without.slice(1) : without;
  return [...dropped, ...(least ? [{ ...swap, ...words }] : [])];
}
