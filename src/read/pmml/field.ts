import type { Fact } from "../../ruleset/schema/fact.ts";
import { type Asked, among, compared, type Input, isRange } from "../asked.ts";
import { both, exactNumber, numberFact, subject } from "../document.ts";
import { isToken } from "../names.ts";
import type { Refuse } from "../refusal.ts";
import { childrenOf, type Element } from "../xml/element.ts";
import { allowedIn } from "./allowed.ts";
import type { PmmlCode } from "./messages.ts";

/** A field of the data dictionary that a scorecard is handed, as a fact. */
export interface Field {
  readonly name: string;
  readonly input: Input;
  readonly declared: Fact;
  /** What the field must be for a score to be given at all; nothing where any value will do. */
  readonly valid: readonly Asked[];
}

const types: Readonly<Record<string, Input["type"]>> = {
  integer: "number",
  float: "number",
  double: "number",
  string: "text",
  boolean: "boolean",
  date: "date",
};

/** What a field is read with: its name here, its two declarations, and what it is compared with. */
export interface Declared {
  readonly fact: string;
  readonly data: Element;
  readonly mining: Element;
  readonly literals: readonly string[];
}

/** Reads a field's type, the values it can have, and what is made of others. */
export function readField(of: Declared, refuse: Refuse<PmmlCode>): Field | undefined {
  const { name = "", dataType = "" } = of.data.attributes;
  const type = Object.hasOwn(types, dataType) ? types[dataType] : undefined;
  const replaced = replacedIn(of);
  for (const [what, element] of replaced) refuse("replaced", element, { what, name });
  if (!type) refuse("field-type", of.data, { name, type: dataType });
  if (!type || replaced.length > 0) return undefined;
  const input = { name, key: of.fact, refer: { fact: of.fact }, type };
  const { missingValueTreatment, invalidValueTreatment = "returnInvalid" } = of.mining.attributes;
  const allowed = invalidValueTreatment === "asIs" ? [] : allowedIn(of.data, input, refuse);
  if (!allowed) return undefined;
  if (allowed.length > 0 && invalidValueTreatment === "asMissing") {
    refuse("as-missing", of.mining, { name });
  }
  const declared = factOf(of, input, allowed);
  const unheld = isHeld(declared, input, allowed) ? [] : allowed;
  const asks = unheld.length === 0 && missingValueTreatment === "returnInvalid";
  return { name, input, declared, valid: asks ? [anything(declared, input)] : unheld };
}

/** Where a field's values are replaced before the score sees them. */
function replacedIn({ data, mining }: Declared): readonly (readonly [string, Element])[] {
  const { outliers = "asIs", invalidValueTreatment } = mining.attributes;
  const found = ["missingValueReplacement", "invalidValueReplacement"].filter((a) =>
    Object.hasOwn(mining.attributes, a),
  );
  if (outliers !== "asIs") found.push("outliers");
  if (invalidValueTreatment === "asValue") found.push("invalidValueTreatment");
  const marked = childrenOf(data, "Value").filter((v) => {
    return (v.attributes.property ?? "valid") !== "valid";
  });
  return [
    ...found.map((a) => [a, mining] as const),
    ...marked.map((v) => [`property="${v.attributes.property}"`, v] as const),
  ];
}

function factOf({ data, literals }: Declared, input: Input, allowed: readonly Asked[]): Fact {
  const { name = "", displayName, dataType } = data.attributes;
  const label = both(displayName || name);
  if (input.type === "number") {
    const numbers = literals.flatMap((l) => exactNumber(l) ?? []);
    const least = dataType === "integer" ? 0 : undefined;
    return { ...numberFact(name, numbers, boundsOf(allowed, input), least), label };
  }
  const values = allowed.length > 0 ? childrenOf(data, "Value") : [];
  const isLabel = values.length > 0 && values.every((v) => isToken(v.attributes.value ?? ""));
  if (input.type === "text" && isLabel) {
    const shown = values.map(({ attributes: { value = "", displayValue } }) => {
      return [value, { label: both(displayValue || value) }];
    });
    return { type: "label", subjects: [subject], label, values: Object.fromEntries(shown) };
  }
  return { type: input.type as "text" | "boolean" | "date", subjects: [subject], label };
}

/** The least and the most of all that is allowed, where each range has both. */
function boundsOf(allowed: readonly Asked[], { key }: Input) {
  const ranges = allowed.map((a) => a.cells?.[key]).map((c) => (isRange(c) ? c : {}));
  const end = (inclusive: string, exclusive: string) => {
    const ends = ranges.map((r) => r[inclusive] ?? r[exclusive]);
    return ends.some((e) => e === undefined) ? [] : (ends as number[]);
  };
  const [low, high] = [end("atLeast", "above"), end("atMost", "below")];
  return {
    min: low.length > 0 ? Math.min(...low) : undefined,
    max: high.length > 0 ? Math.max(...high) : undefined,
  };
}

/** Does the fact's own form say all that is allowed. */
function isHeld(fact: Fact, { key }: Input, allowed: readonly Asked[]): boolean {
  const [only, ...more] = allowed;
  if (fact.type === "label" || !only) return true;
  const cell = only.cells?.[key];
  if (fact.type !== "number" || more.length > 0 || !isRange(cell)) return false;
  return !("above" in cell) && !("below" in cell);
}

/** Asks for any value, but for one. */
function anything(fact: Fact, input: Input): Asked {
  if (fact.type === "number") return compared(input, "greaterThanInclusive", fact.min as number);
  if (fact.type === "date") return compared(input, "greaterThanInclusive", "0001-01-01");
  if (fact.type === "boolean") return among(input, [true, false]);
  return fact.type === "label"
    ? among(input, Object.keys(fact.values))
    : compared(input, "notEqual", " ");
}
