import type { WrittenOf } from "../../kinds/schema.ts";
import { both } from "../document.ts";
import { type Namer, tokens } from "../names.ts";
import { childOf, childrenOf, type Element } from "../xml/element.ts";
import { type FeelLiteral, noNames, parseOperand, parseTests } from "./feel.ts";
import type { Reading } from "./reading.ts";

/** A column of what a table gives. */
export interface Output {
  readonly key: string;
  /** The file's word for it. */
  readonly name: string;
  readonly type: FeelLiteral["type"];
  readonly entries: readonly FeelLiteral[];
  readonly otherwise?: FeelLiteral | undefined;
  /** What the file says it may be, in the order of priority. */
  readonly values: readonly FeelLiteral[];
  /** Of labels: what each outcome of the file is called here. */
  readonly outcomes?: ReadonlyMap<string, string> | undefined;
  readonly declared: WrittenOf<"table">["outputs"][string];
}

/** Reads an output with what each row gives for it. */
export function readOutput(
  clause: Element,
  entries: readonly (Element | undefined)[],
  decision: string,
  name: Namer,
  reading: Reading,
): Output | undefined {
  const called = clause.attributes.name || clause.attributes.label || decision;
  const given = entries.map((e) => readEntry(e ?? clause, reading));
  const fallback = childOf(clause, "defaultOutputEntry");
  const otherwise = fallback && readEntry(fallback, reading);
  const values = readValues(childOf(clause, "outputValues"), reading);
  if (given.some((g) => !g) || (fallback && !otherwise) || !values) return undefined;
  const all = [...(given as FeelLiteral[]), ...(otherwise ? [otherwise] : [])];
  const type = all[0]?.type ?? "text";
  if ([...all, ...values].some((l) => l.type !== type)) {
    reading.refuse("mixed", clause, { name: called });
    return undefined;
  }
  const labels = [...values, ...all].map((l) => String(l.value));
  const outcomes = type === "number" ? undefined : tokens(labels);
  const terms = outcomes && [...outcomes].map(([word, token]) => [token, both(word)]);
  const declared = {
    label: both(called),
    ...(terms && { outcomes: Object.fromEntries(terms) }),
  };
  return {
    key: name(called),
    name: called,
    type,
    entries: given as FeelLiteral[],
    otherwise,
    values,
    outcomes,
    declared,
  };
}

/** Reads what a row gives: a number, a text, or a yes or no, written out. */
function readEntry(entry: Element, reading: Reading): FeelLiteral | undefined {
  const text = reading.textOf(entry);
  const parsed = parseOperand(text, reading.names);
  if ("found" in parsed && "type" in parsed.found && parsed.found.type !== "date") {
    return parsed.found;
  }
  reading.refuse("computed", entry, { text });
  return undefined;
}

/** Reads the list of what an output may be. */
function readValues(values: Element | undefined, reading: Reading) {
  if (!values) return [];
  const text = reading.textOf(values);
  const parsed = parseTests(text, noNames);
  const tests =
    "found" in parsed && parsed.found && !parsed.found.negated ? parsed.found.tests : [];
  const found = tests.flatMap(([only, ...more]) => {
    const operand = only && more.length === 0 && only[0] === "equal" ? only[1] : undefined;
    return operand && "type" in operand ? [operand] : [];
  });
  if (found.length > 0 && found.length === tests.length) return found;
  reading.refuse("output-values", values, { text });
  return undefined;
}

/** What a literal is called in the ruleset. */
export function valueIn(output: Output, literal: FeelLiteral): string | number {
  const value = output.outcomes?.get(String(literal.value)) ?? literal.value;
  return value as string | number;
}

/** Reads the entries of a table by column: those of the first output, of the second, … */
export function entriesOf(table: Element): readonly (readonly (Element | undefined)[])[] {
  const rules = childrenOf(table, "rule");
  return childrenOf(table, "output").map((_, i) =>
    rules.map((r) => childrenOf(r, "outputEntry")[i]),
  );
}
