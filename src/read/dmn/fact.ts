import type { Fact } from "../../ruleset/schema/fact.ts";
import { both, numberFact, subject } from "../document.ts";
import { isToken } from "../names.ts";
import type { Refuse } from "../refusal.ts";
import type { Element } from "../xml/element.ts";
import { type FeelLiteral, noNames, parseTests, type Test } from "./feel.ts";
import type { DmnCode } from "./messages.ts";
import { textOf, type Use } from "./reading.ts";

/** Makes the fact of a variable that is handed in, with what the file says it may be. */
export function factOf(name: string, uses: readonly Use[], refuse: Refuse<DmnCode>): Fact {
  const [first] = uses as readonly [Use, ...Use[]];
  const { type = "text" } = first.variable;
  const literals = uses.flatMap((u) => u.literals);
  const allowed = allowedFor(name, uses, refuse);
  const label = both(name);
  if (type === "number") {
    const range = allowed && rangeOf(allowed.tests);
    if (allowed && !range) refuse("values-not-held", allowed.element, { name });
    return numberFact(
      name,
      literals.map((l) => Number(l.value)),
      range,
    );
  }
  const values = allowed ? equalsIn(allowed.tests).map((l) => String(l.value)) : [];
  const isCompared = uses.some((u) => u.isCompared);
  const isListed = literals.every((l) => values.includes(String(l.value)));
  if (type === "text" && values.length > 0 && values.every(isToken) && isListed && !isCompared) {
    const shown = values.map((v) => [v, { label: both(v) }]);
    return { type: "label", subjects: [subject], label, values: Object.fromEntries(shown) };
  }
  if (allowed) refuse("values-not-held", allowed.element, { name });
  return { type, subjects: [subject], label };
}

interface Allowed {
  readonly tests: readonly Test[];
  readonly element: Element;
}

/** Finds what a variable may be: by its type, or by all columns that it is, if they agree. */
function allowedFor(name: string, uses: readonly Use[], refuse: Refuse<DmnCode>) {
  const typed = uses[0]?.variable.allowed;
  const columns = uses.flatMap((u) => u.values);
  const stated = columns.filter((c) => c !== undefined);
  const texts = new Set(columns.map((c) => c && textOf(c).replaceAll(/\s/g, "")));
  const agree = texts.size === 1 && stated.length > 0;
  const [element] = typed ? [typed] : agree ? stated : [];
  if (!typed && !agree) {
    for (const column of stated) refuse("values-not-held", column, { name });
  }
  return element && read(element, name, refuse);
}

function read(element: Element, name: string, refuse: Refuse<DmnCode>): Allowed | undefined {
  // That a value may be unknown need not be said here: any may.
  const text = textOf(element).replaceAll(/,\s*null\s*$|^\s*null\s*,/g, "");
  const parsed = parseTests(text, noNames);
  if ("found" in parsed && parsed.found && !parsed.found.negated) {
    return { tests: parsed.found.tests, element };
  }
  refuse("values-not-held", element, { name });
  return undefined;
}

/** The values of a list; none where it has anything else. */
function equalsIn(tests: readonly Test[]): readonly FeelLiteral[] {
  const found = tests.flatMap(([only, ...more]) => {
    const operand = only?.[0] === "equal" && more.length === 0 ? only[1] : undefined;
    return operand && "type" in operand ? [operand] : [];
  });
  return found.length === tests.length ? found : [];
}

/** The bounds of one range whose ends belong to it; none where there is more to say. */
function rangeOf([only, ...more]: readonly Test[]) {
  const ends = (only ?? []).map(([comparison, operand]) => {
    const end = { greaterThanInclusive: "min", lessThanInclusive: "max" }[comparison as string];
    const isNumber = "type" in operand && operand.type === "number";
    return end && isNumber ? [end, operand.value as number] : undefined;
  });
  if (more.length > 0 || ends.length === 0 || ends.includes(undefined)) return undefined;
  return Object.fromEntries(ends as [string, number][]) as { min?: number; max?: number };
}
