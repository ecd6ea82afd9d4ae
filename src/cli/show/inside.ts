import type { Program } from "../../execute/program.ts";
import { written } from "../../kinds/ruleset.ts";
import type { DecisionOf } from "../../kinds/schema.ts";
import { settle } from "../../ruleset/settle.ts";
import type { Language, Text } from "../../ruleset/text.ts";
import { line, word } from "./words.ts";

/** Tells what is inside a decision that can be told in a few lines, its parameters put in. */
export function tellInside(name: string, program: Program, lang: Language): readonly string[] {
  const { document } = settle(written(program.document), program.settings);
  const decision = document.decisions[name];
  if (decision?.kind === "bands") return tellBands(decision, lang);
  return decision?.kind === "cut" ? tellClasses(decision, lang) : [];
}

function tellBands(decision: DecisionOf<"bands">, lang: Language): readonly string[] {
  const { bands, closed, exactly = {}, outcomes } = decision;
  const begins = Object.values(bands).sort((a, b) => (a.from ?? lowest) - (b.from ?? lowest));
  const [above, below] = closed === "lower" ? ["≥", "<"] : [">", "≤"];
  const told = begins.map(({ from, outcome }, i) => {
    const where = from === undefined ? `${below} ${begins[i + 1]?.from ?? ""}` : `${above} ${from}`;
    return `    ${where}  ${withTerm(outcome, outcomes, lang)}`;
  });
  const single = Object.values(exactly).map(
    ({ value, outcome }) => `    = ${value}  ${withTerm(outcome, outcomes, lang)}`,
  );
  return [...line("bands", word(closed, lang), lang), ...single, ...told];
}

const lowest = Number.NEGATIVE_INFINITY;

type Outcomes = Readonly<Record<string, Text>> | undefined;

function withTerm(outcome: string | number, outcomes: Outcomes, lang: Language): string {
  const term = outcomes?.[String(outcome)]?.[lang];
  return [String(outcome), term].filter((t) => t !== undefined).join("  ");
}

function tellClasses(decision: DecisionOf<"cut">, lang: Language): readonly string[] {
  const { classes, order, partition } = decision;
  const told = order.map((name) => {
    const places: Places = classes[name] ?? {};
    const minimum = "minimum" in places ? places.minimum : undefined;
    const least = minimum ? `, ${word("minimum", lang)} ${minimum}` : "";
    return `    ${name}  ${placesIn(places, lang)}${least}`;
  });
  const by = partition.join(", ") || word("whole", lang);
  return [...line("classes", `${word("by", lang)} ${by}`, lang), ...told];
}

type Places = DecisionOf<"cut">["classes"][string];

function placesIn(places: Places, lang: Language): string {
  if ("share" in places) return `${word("share", lang)} ${places.share}`;
  return "count" in places ? `${word("places", lang)} ${places.count}` : word("rest", lang);
}
