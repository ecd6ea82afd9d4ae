import {
  type Asked,
  among,
  type Comparison,
  compared,
  constant,
  every,
  given,
  type Literal,
  some,
} from "../asked.ts";
import type { Refuse } from "../refusal.ts";
import { childOf, childrenOf, type Element } from "../xml/element.ts";
import { literalOf } from "./allowed.ts";
import type { Field } from "./field.ts";
import type { PmmlCode } from "./messages.ts";

/** What a predicate is read with. */
export interface Reader {
  readonly fields: ReadonlyMap<string, Field>;
  readonly refuse: Refuse<PmmlCode>;
}

type Read = (element: Element, reader: Reader) => Asked | undefined;

/** The elements that are predicates, each with what reads it. */
const reads: Readonly<Record<string, Read>> = {
  True: () => constant(true),
  False: () => constant(false),
  SimplePredicate: readSimple,
  SimpleSetPredicate: readSet,
  CompoundPredicate: readCompound,
};

/** Reads the condition that stands in an element. */
export function readPredicate(parent: Element, reader: Reader): Asked | undefined {
  const [only, ...more] = childrenOf(parent, ...Object.keys(reads));
  if (only && more.length === 0) return reads[only.name]?.(only, reader);
  reader.refuse("bad-predicate", parent, { what: parent.name });
  return undefined;
}

const comparisons: Readonly<Record<string, Comparison>> = {
  equal: "equal",
  notEqual: "notEqual",
  lessThan: "lessThan",
  lessOrEqual: "lessThanInclusive",
  greaterThan: "greaterThan",
  greaterOrEqual: "greaterThanInclusive",
};

function readSimple(element: Element, reader: Reader): Asked | undefined {
  const { operator = "", value } = element.attributes;
  const field = fieldOf(element, reader);
  if (!field) return undefined;
  const { input, name } = field;
  if (operator === "isMissing" || operator === "isNotMissing") {
    return given(input.key, operator === "isNotMissing");
  }
  const comparison = Object.hasOwn(comparisons, operator) ? comparisons[operator] : undefined;
  if (!comparison || value === undefined) {
    reader.refuse("bad-predicate", element, { what: operator || element.name });
    return undefined;
  }
  const isOrder = comparison !== "equal" && comparison !== "notEqual";
  if (isOrder && input.type !== "number" && input.type !== "date") {
    reader.refuse("no-order", element, { operator, name });
    return undefined;
  }
  const literal = knownValue(value, field, element, reader);
  return literal === undefined ? undefined : compared(input, comparison, literal);
}

function readSet(element: Element, reader: Reader): Asked | undefined {
  const { booleanOperator } = element.attributes;
  const field = fieldOf(element, reader);
  const texts = wordsIn(childOf(element, "Array")?.text ?? "");
  if (!field) return undefined;
  if ((booleanOperator !== "isIn" && booleanOperator !== "isNotIn") || texts.length === 0) {
    reader.refuse("bad-predicate", element, { what: element.name });
    return undefined;
  }
  const values = texts.map((t) => knownValue(t, field, element, reader));
  if (values.some((v) => v === undefined)) return undefined;
  return among(field.input, values as Literal[], booleanOperator === "isIn");
}

/** Divides the text of an `Array` at its spaces; what has spaces itself stands in quotes. */
export function wordsIn(text: string): readonly string[] {
  const words = text.match(/"(?:\\.|[^"\\])*"|[^\s"]+/g) ?? [];
  return words.map((w) => (w.startsWith('"') ? w.slice(1, -1).replaceAll(/\\(.)/g, "$1") : w));
}

function readCompound(element: Element, reader: Reader): Asked | undefined {
  const { booleanOperator = "" } = element.attributes;
  const parts = childrenOf(element, ...Object.keys(reads)).map((c) => reads[c.name]?.(c, reader));
  const joins = { and: every, or: some, xor: oddly };
  if (!Object.hasOwn(joins, booleanOperator) || parts.length < 2) {
    const isSurrogate = booleanOperator === "surrogate";
    const words = { what: booleanOperator || element.name };
    reader.refuse(isSurrogate ? "surrogate" : "bad-predicate", element, words);
    return undefined;
  }
  if (parts.some((p) => !p)) return undefined;
  return joins[booleanOperator as keyof typeof joins](parts as Asked[]);
}

/** Asks that an odd number of the parts hold: `xor`, taken part by part. */
function oddly(parts: readonly Asked[]): Asked {
  const expression = { count: parts.map((p) => p.condition) };
  const odd = parts.flatMap((_, i) => (i % 2 === 0 ? [i + 1] : []));
  return some(
    odd.map((value) => ({ condition: { expression, operator: "equal" as const, value } })),
  );
}

function fieldOf(element: Element, { fields, refuse }: Reader): Field | undefined {
  const { field: name = "" } = element.attributes;
  const field = fields.get(name);
  if (!field) refuse("unknown-field", element, { name });
  return field;
}

/** Reads a value, which a field with a closed list of values must be able to have. */
function knownValue(text: string, { declared, input }: Field, at: Element, { refuse }: Reader) {
  if (declared.type !== "label" || Object.hasOwn(declared.values, text)) {
    return literalOf(text, input, at, refuse);
  }
  const values = Object.keys(declared.values).map((v) => `\`${v}\``);
  const expected = { zh: `${values.join("、")} 之一`, en: `one of ${values.join(", ")}` };
  refuse("bad-value", at, { value: text, name: input.key, expected });
  return undefined;
}
