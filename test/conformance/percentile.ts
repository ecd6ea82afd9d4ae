import type { Condition, Expression } from "../../src/ruleset/expression.ts";
import { decision, named, text, tiny, words } from "../kinds/tiny.ts";

/*
 * The nine definitions of a quantile (Hyndman and Fan, 1996) as a ruleset. The seventh is what a
 * ruleset calls a quantile. The others are said by a cut: of n values in order the k lowest are
 * `below`, k being n × p rounded down, the next one is `next`, the rest is `above`. A definition picks
 * one of the three, or goes a stated part of the way from one to the other.
 */

export type Definition = "R1" | "R2" | "R3" | "R4" | "R5" | "R6" | "R7" | "R8" | "R9";

const value: Expression = { fact: "value" };
const given: Condition = { fact: "value", operator: "given", value: true };
const isIn = (place: string): Condition => ({ decision: "cut", operator: "equal", value: place });
const over = { over: "account", by: [], unknown: "left-out" } as const;
const count = (where: Condition): Expression => ({ aggregate: "count", ...over, where });
const least = (where: Condition = given): Expression => {
  return { aggregate: "minimum", ...over, of: value, where };
};
const most = (where: Condition = given): Expression => {
  return { aggregate: "maximum", ...over, of: value, where };
};

/** The first of these that holds. */
const choose = (
  otherwise: Expression,
  ...cases: readonly (readonly [Condition, Expression])[]
) => ({
  choose: cases.map(([when, then]) => ({ when, then })),
  otherwise,
});
const is = (
  expression: Expression,
  operator: "equal" | "lessThan" | "greaterThan",
  value: Expression,
): Condition => ({ expression, operator, value });
const noneIn = (place: string) => is(count(isIn(place)), "equal", 0);
const part = (name: string): Expression => ({ decision: `around.${name}` });
const [below, next, above, reached, rest] = ["below", "next", "above", "reached", "rest"].map(
  part,
) as [Expression, Expression, Expression, Expression, Expression];

const beyond = (p: number): Expression => ({
  difference: [{ product: [count(given), p] }, count(isIn("below"))],
});

/** What the cut comes to; before the first value is the first, behind the last the last. */
const around = (p: number) => ({
  below: choose(most(isIn("below")), [noneIn("below"), least()]),
  next: choose(most(isIn("next")), [noneIn("next"), most()]),
  above: choose(least(isIn("above")), [noneIn("above"), most()]),
  reached: count(isIn("below")),
  /** What n × p has over a whole number, which is less than one: said, so that the range is known. */
  rest: { maximum: [0, { minimum: [1, beyond(p)] }] } as Expression,
});

/** So many parts of the way from one value to the next, `unit` parts being the whole of it. */
function between(from: Expression, to: Expression, way: Expression, { unit, scale }: Parts) {
  const step: Expression = { product: [way, { difference: [to, from] }] };
  const sum: Expression = { sum: [{ product: [unit, from] }, step] };
  return { quotient: [sum, unit], scale, rounding: "half-up" } as const;
}
interface Parts {
  readonly unit: 1 | 3;
  /** Decimals to keep. */
  readonly scale: number;
}

/** At the place n × p + m, between the neighbours of that place; `m` is in parts. */
function linear(m: number, parts: Parts): Expression {
  const way: Expression = { sum: [{ product: [parts.unit, rest] }, m] };
  const further: Expression = { difference: [way, parts.unit] };
  const isBefore = is(way, "lessThan", parts.unit);
  return choose(between(next, above, further, parts), [isBefore, between(below, next, way, parts)]);
}

const half: Expression = { quotient: [{ sum: [below, next] }, 2], scale: 5, rounding: "half-up" };
const isWhole = is(rest, "equal", 0);
const nearest: Expression = { round: { sum: [reached, rest] }, scale: 0, rounding: "half-even" };

/** Each definition at `p` of 100, with so many decimals kept where it goes between two values. */
const definitions: Readonly<Record<Definition, (p: number, scale: number) => Expression>> = {
  R1: () => choose(next, [isWhole, below]),
  R2: () => choose(next, [isWhole, half]),
  R3: () => choose(next, [is(nearest, "equal", reached), below]),
  R4: (_, scale) => linear(0, { unit: 1, scale }),
  R5: (_, scale) => linear(0.5, { unit: 1, scale }),
  R6: (p, scale) => linear(p / 100, { unit: 1, scale }),
  R7: (p) => ({ aggregate: "quantile", ...over, of: value, where: given, at: p / 100 }),
  R8: (p, scale) => linear((100 + p) / 100, { unit: 3, scale }),
  R9: (p, scale) => linear((p / 4 + 37.5) / 100, { unit: 1, scale }),
};

/** A ruleset with the quantiles of `value` at `p` of 100, a decision for each definition. */
export function quantilesAt(p: number, scale: number, max = 1000) {
  const cut = {
    method: "rank",
    outcomes: Object.fromEntries(["below", "next", "above", "none"].map((o) => [o, text(o)])),
    partition: [],
    unknown: "left-out",
    eligible: given,
    otherwise: "none",
    by: [{ value, order: "ascending" }],
    classes: { below: { share: p / 100 }, next: { count: 1 }, above: {} },
    order: ["below", "next", "above"],
    rounding: "floor",
    scheme: "cumulative",
    tie: "id",
    tieBreak: { id: "id" },
  };
  const outputs = (of: Readonly<Record<string, Expression>>) => ({
    outputs: Object.fromEntries(
      Object.entries(of).map(([n, value]) => [n, { ...named(n), value }] as const),
    ),
  });
  const each = Object.entries(definitions).map(([name, of]) => {
    return [name.toLowerCase(), decision(name, "formula", outputs({ it: of(p, scale) }))] as const;
  });
  const fact = { type: "number", subjects: ["account"], unit: text("each"), scale: 4 };
  return tiny({
    facts: { id: words("id"), value: { ...fact, label: text("value"), min: 0, max } },
    decisions: {
      cut: decision("cut", "cut", cut),
      around: decision("around", "formula", outputs(around(p / 100))),
      ...Object.fromEntries(each),
    },
  });
}
