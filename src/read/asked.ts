import type { Cell as WrittenCell } from "../kinds/table/schema.ts";
import type { Condition, Expression, Operator, Settled } from "../ruleset/expression.ts";
import type { Fact } from "../ruleset/schema/fact.ts";

export type Cell = Settled<WrittenCell>;
/** Cells of a table's row by the input they are about. */
export type Cells = Readonly<Record<string, Cell>>;

/** What a row asks for: as a condition, and where it can be said so, as cells. */
export interface Asked {
  readonly condition: Condition;
  readonly cells?: Cells | undefined;
}

/** What is asked about: the file's word for it, the input it is in a table, how a condition refers to it. */
export interface Input {
  readonly name: string;
  readonly key: string;
  readonly refer: { readonly fact: string } | { readonly decision: string };
  readonly type: Fact["type"];
}

export type Literal = string | number | boolean;
export type Comparison = Exclude<
  Operator,
  "in" | "notIn" | "contains" | "doesNotContain" | "given"
>;

const bounds: { readonly [O in Comparison]?: string } = {
  lessThan: "below",
  lessThanInclusive: "atMost",
  greaterThan: "above",
  greaterThanInclusive: "atLeast",
};

/** Asks how an input compares with a value; a cell can say so of a literal, a range only of numbers. */
export function compared(
  input: Input,
  operator: Comparison,
  value: Literal | Input["refer"],
): Asked {
  const condition = test(input, operator, value);
  if (typeof value === "object") return { condition };
  const bound = bounds[operator];
  if (!bound) {
    const cell = operator === "equal" ? value : { not: [value] };
    return { condition, cells: { [input.key]: cell } };
  }
  if (input.type !== "number") return { condition };
  return { condition, cells: { [input.key]: { [bound]: value } } };
}

/** Asks whether an input is one of several values, or none of them. */
export function among(input: Input, values: readonly Literal[], wanted = true): Asked {
  const [only] = values;
  if (values.length === 1 && only !== undefined) {
    return compared(input, wanted ? "equal" : "notEqual", only);
  }
  const each = values.map((v) => test(input, wanted ? "equal" : "notEqual", v));
  const condition = wanted ? { any: each } : { all: each };
  return { condition, cells: { [input.key]: wanted ? [...values] : { not: [...values] } } };
}

const test = ({ refer }: Input, operator: Operator, value: Expression): Condition => ({
  ...refer,
  operator,
  value,
});

/** Asks whether a fact was given at all. */
export const given = (fact: string, value: boolean): Asked => {
  return { condition: { fact, operator: "given", value } };
};

/** Asks for all of several. */
export function every(parts: readonly Asked[]): Asked {
  const [only] = parts;
  if (parts.length === 1 && only) return only;
  return {
    condition: { all: parts.map((p) => p.condition) },
    cells: joinCells(parts.map((p) => p.cells)),
  };
}

/** Asks for any of several. */
export function some(parts: readonly Asked[]): Asked {
  const [only] = parts;
  return parts.length === 1 && only ? only : { condition: { any: parts.map((p) => p.condition) } };
}

/** Asks for nothing, or for what never is. */
export const constant = (value: boolean): Asked => ({
  condition: { constant: value },
  cells: value ? {} : undefined,
});

/** Joins what several cells ask for; nothing where one input would need two cells. */
function joinCells(parts: readonly (Cells | undefined)[]): Cells | undefined {
  const joined: Record<string, Cell> = {};
  for (const part of parts) {
    if (!part) return undefined;
    for (const [key, cell] of Object.entries(part)) {
      const both = Object.hasOwn(joined, key) ? joinRanges(joined[key], cell) : cell;
      if (both === undefined) return undefined;
      joined[key] = both;
    }
  }
  return joined;
}

/** Joins the bounds of two ranges; nothing where both bound the same side in the same way. */
function joinRanges(a: unknown, b: unknown): Cell | undefined {
  if (!isRange(a) || !isRange(b)) return undefined;
  return Object.keys(a).some((k) => Object.hasOwn(b, k)) ? undefined : { ...a, ...b };
}

export const isRange = (cell: unknown): cell is { readonly [bound: string]: number } =>
  typeof cell === "object" && cell !== null && !Array.isArray(cell) && !("not" in cell);
