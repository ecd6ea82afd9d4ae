import { isDay } from "../../ruleset/literals.ts";
import type { Text } from "../../ruleset/text.ts";
import {
  type Asked,
  among,
  type Comparison,
  compared,
  every,
  type Input,
  type Literal,
} from "../asked.ts";
import { exactNumber } from "../document.ts";
import type { Refuse } from "../refusal.ts";
import { childrenOf, type Element } from "../xml/element.ts";
import type { PmmlCode } from "./messages.ts";

const expected: Readonly<Record<string, Text>> = {
  number: { zh: "不超过 15 位的数", en: "a number of at most 15 digits" },
  boolean: { zh: "`true` 或 `false`", en: "`true` or `false`" },
  date: { zh: "日期，例如 `2010-11-30`", en: "a day such as `2010-11-30`" },
};

/** Reads a value that a field is compared with. */
export function literalOf(
  text: string,
  input: Input,
  at: Element,
  refuse: Refuse<PmmlCode>,
): Literal | undefined {
  const found = reads[input.type](text);
  if (found === undefined) {
    refuse("bad-value", at, {
      value: text,
      name: input.name,
      expected: expected[input.type] as Text,
    });
  }
  return found;
}

const reads: Readonly<Record<Input["type"], (text: string) => Literal | undefined>> = {
  number: (text) => exactNumber(text.trim()),
  boolean: (text) => ({ true: true, "1": true, false: false, "0": false })[text],
  date: (text) => (isDay(text) ? text : undefined),
  text: (text) => text,
  label: (text) => text,
  list: () => undefined,
};

/** Reads the ranges and values a field may have; nothing where one of them can't be read. */
export function allowedIn(data: Element, input: Input, refuse: Refuse<PmmlCode>) {
  const ranges = childrenOf(data, "Interval").map((i) => rangeOf(i, input, refuse));
  const values = childrenOf(data, "Value").map((v) => {
    return literalOf(v.attributes.value ?? "", input, v, refuse);
  });
  const known = values.filter((v) => v !== undefined);
  if (ranges.some((r) => !r) || known.length < values.length) return undefined;
  return [...(ranges as Asked[]), ...(known.length > 0 ? [among(input, known)] : [])];
}

const sides: Readonly<Record<string, readonly [Comparison, Comparison]>> = {
  closedClosed: ["greaterThanInclusive", "lessThanInclusive"],
  closedOpen: ["greaterThanInclusive", "lessThan"],
  openClosed: ["greaterThan", "lessThanInclusive"],
  openOpen: ["greaterThan", "lessThan"],
};

function rangeOf(interval: Element, input: Input, refuse: Refuse<PmmlCode>): Asked | undefined {
  const { closure = "", leftMargin, rightMargin } = interval.attributes;
  const [low, high] = (Object.hasOwn(sides, closure) && sides[closure]) || [];
  const isOrdered = input.type === "number" || input.type === "date";
  if (!low || !high || !isOrdered || (leftMargin ?? rightMargin) === undefined) {
    refuse("unread", interval, { what: "Interval" });
    return undefined;
  }
  const ends = [
    [low, leftMargin],
    [high, rightMargin],
  ] as const;
  const parts = ends.flatMap(([operator, margin]) => {
    if (margin === undefined) return [];
    const value = literalOf(margin, input, interval, refuse);
    return value === undefined ? [undefined] : [compared(input, operator, value)];
  });
  return parts.some((p) => !p) ? undefined : every(parts as Asked[]);
}
