import type { Text } from "../../ruleset/text.ts";
import {
  type Asked,
  among,
  type Comparison,
  compared,
  constant,
  every,
  type Input,
  type Literal,
  some,
} from "../asked.ts";
import type { Element } from "../xml/element.ts";
import { type FeelLiteral, type Operand, parseTests } from "./feel.ts";
import type { Reading } from "./reading.ts";
import type { Variable } from "./variable.ts";

/** A column of a table: the variable it is about, and the input it is. */
export interface Column {
  readonly variable: Variable;
  readonly input: Input;
}

/** Reads what an input entry asks of its column; nothing where it can't be carried over. */
export function readCell(entry: Element, column: Column, reading: Reading): Asked | undefined {
  const text = reading.textOf(entry);
  const parsed = parseTests(text, reading.names);
  if ("rest" in parsed) {
    reading.refuse(/\bnull\b/.test(parsed.rest) ? "null" : "feel", entry, {
      text,
      rest: parsed.rest || text,
    });
    return undefined;
  }
  if (!parsed.found) return constant(true);
  const { tests, negated } = parsed.found;
  const read = tests.map((t) => {
    return t.map(([comparison, operand]) => readTest(comparison, operand, column, entry, reading));
  });
  if (read.flat().some((r) => r === undefined)) return undefined;
  const ranges = read as readonly (readonly ReadTest[])[];
  const values = ranges.flatMap(([only, ...more]) => {
    return more.length === 0 && only?.equals !== undefined ? [only.equals] : [];
  });
  if (values.length === ranges.length) return among(column.input, values, !negated);
  const any = some(ranges.map((r) => every(r.map((t) => t.asked))));
  return negated ? { condition: { not: any.condition } } : any;
}

/** A comparison as it is asked, and the one literal it wants where it wants one. */
interface ReadTest {
  readonly asked: Asked;
  readonly equals?: Literal;
}

function readTest(
  comparison: Comparison,
  operand: Operand,
  { variable, input }: Column,
  at: Element,
  reading: Reading,
): ReadTest | undefined {
  const isOrder = comparison !== "equal" && comparison !== "notEqual";
  if (isOrder && input.type !== "number" && input.type !== "date") {
    reading.refuse("no-order", at, { name: variable.name, text: reading.textOf(at) });
    return undefined;
  }
  if ("name" in operand) {
    const other = otherOf(operand.name, variable, at, reading);
    return other && { asked: compared(input, comparison, other) };
  }
  const value = literalOf(operand, variable, at, reading);
  if (value === undefined) return undefined;
  const asked = compared(input, comparison, value);
  return comparison === "equal" ? { asked, equals: value } : { asked };
}

const nouns: Readonly<Record<string, Text>> = {
  number: { zh: "数", en: "a number" },
  text: { zh: "带引号的文字", en: "a text in quotes" },
  boolean: { zh: "`true` 或 `false`", en: "`true` or `false`" },
  date: { zh: '日期，例如 `date("2010-11-30")`', en: 'a day such as `date("2010-11-30")`' },
};

/** Reads a literal as a value that the variable can have. */
function literalOf(
  literal: FeelLiteral,
  variable: Variable,
  at: Element,
  reading: Reading,
): Literal | undefined {
  const { outcomes, type = "text", name } = variable;
  const value = outcomes ? outcomes.get(String(literal.value)) : literal.value;
  if (value !== undefined && literal.type === type) {
    reading.use(variable, literal);
    return value;
  }
  const known = [...(outcomes?.keys() ?? [])].map((o) => `\`${o}\``);
  const expected = outcomes
    ? { zh: `${known.join("、")} 之一`, en: `one of ${known.join(", ")}` }
    : (nouns[type] as Text);
  reading.refuse("bad-value", at, { value: String(literal.value), name, expected });
  return undefined;
}

/** Finds the other variable of a comparison: it must be of the same type, and no label. */
function otherOf(name: string, variable: Variable, at: Element, reading: Reading) {
  const other = reading.variable(name, at);
  if (!other) return undefined;
  const alike = other.type === variable.type && !other.outcomes && !variable.outcomes;
  if (!alike) {
    reading.refuse("unlike", at, { first: variable.name, second: name });
    return undefined;
  }
  reading.use(variable).isCompared = true;
  reading.use(other).isCompared = true;
  return reading.refer(other);
}
