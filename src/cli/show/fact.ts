import { factRange } from "../../kinds/lowering.ts";
import type { Fact } from "../../ruleset/schema/fact.ts";
import type { Language } from "../../ruleset/text.ts";
import { cited, line } from "./words.ts";

/** Tells a fact: its type, unit, range, values and the headings it goes by. */
export function tellFact(name: string, fact: Fact, lang: Language): readonly string[] {
  return [
    `${name}: ${fact.label[lang]}${cited(fact.citation)}`,
    ...line("type", fact.type, lang),
    ...line("about", fact.subjects.join(", "), lang),
    ...tellNumber(fact, lang),
    ...tellValues(fact, lang),
    ...line("aliases", fact.aliases?.join(", "), lang),
    ...line("note", fact.note?.[lang], lang),
  ];
}

function tellNumber(fact: Fact, lang: Language): readonly string[] {
  if (fact.type !== "number") return [];
  return [
    ...line("unit", fact.unit[lang], lang),
    ...line("decimals", String(fact.scale), lang),
    ...line("range", factRange(fact).join(" … "), lang),
  ];
}

function tellValues(fact: Fact, lang: Language): readonly string[] {
  if (fact.type !== "label" && fact.type !== "list") return [];
  const values = Object.entries(fact.values).map(([value, { label, aliases = [] }]) => {
    return `    ${[value, label[lang], ...aliases].join("  ")}`;
  });
  return [...line("values", String(values.length), lang), ...values];
}
