import type { Fact } from "../../ruleset/schema/fact.ts";
import type { Text } from "../../ruleset/text.ts";

/** The facts of a ruleset, or of two that are compared, by their names. */
export type Facts = Readonly<Record<string, Fact>>;

type Term = (value: unknown) => Text;

/** What a fact is called, what it is counted in, and the official terms of its values. */
export function wordsOf(name: string, facts: Facts): { label: Text; unit: Text; term: Term } {
  const fact = Object.hasOwn(facts, name) ? facts[name] : undefined;
  const plain = { zh: "", en: "" };
  const label = fact?.label ?? { zh: name, en: name };
  const unit = fact?.type === "number" ? fact.unit : plain;
  return { label, unit, term: (value) => termOf(value, fact) };
}

function termOf(value: unknown, fact: Fact | undefined): Text {
  if (value === true) return { zh: "是", en: "yes" };
  if (value === false) return { zh: "否", en: "no" };
  const name = String(value);
  const values = fact?.type === "label" || fact?.type === "list" ? fact.values : {};
  return Object.hasOwn(values, name) ? (values[name] as Fact).label : { zh: name, en: name };
}
