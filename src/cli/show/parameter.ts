import { daysOf } from "../../ruleset/dates.ts";
import type { Parameter } from "../../ruleset/schema/parameter.ts";
import type { Language } from "../../ruleset/text.ts";
import { tellChange } from "./change.ts";
import { cited, line, word } from "./words.ts";

/** Tells a parameter: its default and bounds; of a reading the question, the readings and why. */
export function tellParameter(name: string, p: Parameter, lang: Language): readonly string[] {
  return [
    `${name}: ${p.label[lang]}${cited(p.citation)}`,
    ...line("type", p.type, lang),
    ...line("default", String(p.default ?? word("noDefault", lang)), lang),
    ...line("dated", tellDated(p), lang),
    ...tellBounds(p, lang),
    ...tellReadings(p, lang),
    ...tellChange(p.change, lang),
  ];
}

/** The values it has from a day on, in the order of the days. */
function tellDated(p: Parameter): string {
  return daysOf(p)
    .map((day) => `${day} ${p.dated?.[day]}`)
    .join(", ");
}

function tellBounds(p: Parameter, lang: Language): readonly string[] {
  if (p.type !== "number") return [];
  return [
    ...line("unit", p.unit[lang], lang),
    ...line("decimals", String(p.scale), lang),
    ...line("range", `${p.min} … ${p.max}`, lang),
    ...line("note", p.note?.[lang], lang),
  ];
}

function tellReadings(p: Parameter, lang: Language): readonly string[] {
  if (p.type !== "reading") return [];
  const readings = Object.entries(p.readings).map(
    ([reading, text]) => `    ${reading}  ${text[lang]}`,
  );
  return [
    ...line("question", p.question[lang], lang),
    ...line("readings", String(readings.length), lang),
    ...readings,
    ...line("why", p.why?.[lang], lang),
  ];
}
