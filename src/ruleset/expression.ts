/**
 * The grammar of values and conditions, as written. Conditions are json-rules-engine's
 * (`all`, `any`, `not`, `condition`, `fact`/`operator`/`value`); where a decision takes a value it
 * takes a parameter, or a choice by a reading, in its place.
 */

/** Stands for the value of a parameter. */
export interface ParameterReference {
  readonly parameter: string;
}

/** Stands for one of several parts: the one named by the reading that a parameter is set to. */
export interface ReadingChoice<T = unknown> {
  readonly reading: string;
  readonly cases: { readonly [reading: string]: Open<T> };
}

/** A part, or a parameter or choice that stands for it until the ruleset is settled. */
export type Open<T> = T | ParameterReference | ReadingChoice<T>;

/** A part once parameters are put in: no parameter and no choice is left in it. */
export type Settled<T> = T extends ParameterReference | ReadingChoice
  ? never
  : T extends object
    ? { readonly [K in keyof T]: Settled<T[K]> }
    : T;

/** How a number is cut to a scale: toward +∞, toward −∞, or to the nearest with a rule for halves. */
export const roundings = ["ceil", "floor", "half-up", "half-even"] as const;
export type Rounding = (typeof roundings)[number];

export type Operator =
  | "equal"
  | "notEqual"
  | "lessThan"
  | "lessThanInclusive"
  | "greaterThan"
  | "greaterThanInclusive"
  | "in"
  | "notIn"
  | "contains"
  | "doesNotContain"
  | "given";

/** What subjects whose value is unknown do to an aggregate or a cut: they are left out and counted, or leave it unknown. */
export type UnknownPolicy = "left-out" | "undetermined";

export type AggregateName = "sum" | "mean" | "minimum" | "maximum" | "count" | "quantile";

type Operand = Open<Expression>;
type Pair = readonly [Operand, Operand];

/** The operations of an expression, each under the key that names it. */
export interface Operations {
  fact: { readonly fact: string };
  decision: { readonly decision: string };
  sum: { readonly sum: readonly Operand[] };
  difference: { readonly difference: Pair };
  product: { readonly product: readonly Operand[] };
  minimum: { readonly minimum: readonly Operand[] };
  maximum: { readonly maximum: readonly Operand[] };
  quotient: {
    readonly quotient: Pair;
    readonly scale: Open<number>;
    readonly rounding: Open<Rounding>;
  };
  round: {
    readonly round: Operand;
    readonly scale: Open<number>;
    readonly rounding: Open<Rounding>;
  };
  size: { readonly size: Operand };
  count: { readonly count: readonly Open<Condition>[] };
  when: { readonly when: Open<Condition> };
  move: { readonly move: Operand; readonly by: Operand; readonly unit: "months" | "days" };
  choose: {
    readonly choose: readonly { readonly when: Open<Condition>; readonly then: Operand }[];
    readonly otherwise: Operand;
  };
  aggregate: {
    readonly aggregate: AggregateName;
    readonly over: string;
    readonly by: readonly string[];
    readonly unknown: Open<UnknownPolicy>;
    readonly of?: Operand | undefined;
    readonly where?: Open<Condition> | undefined;
    readonly at?: Open<number> | undefined;
    readonly scale?: Open<number> | undefined;
    readonly rounding?: Open<Rounding> | undefined;
  };
}
export type Operation = keyof Operations;

export type Expression = number | string | boolean | Operations[Operation];

interface Comparison {
  readonly operator: Operator;
  readonly value: Open<Expression | readonly string[]>;
}

/** The forms of a condition, each under the key that names it. */
export interface Conditions {
  all: { readonly all: readonly Open<Condition>[] };
  any: { readonly any: readonly Open<Condition>[] };
  not: { readonly not: Open<Condition> };
  condition: { readonly condition: string };
  constant: { readonly constant: boolean };
  fact: { readonly fact: string } & Comparison;
  decision: { readonly decision: string } & Comparison;
  expression: { readonly expression: Open<Expression> } & Comparison;
}
export type Condition = Conditions[keyof Conditions];
