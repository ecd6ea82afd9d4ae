import { parametersOf } from "../../analyze/parameters.ts";
import type { Program } from "../../execute/program.ts";
import { written } from "../../kinds/ruleset.ts";
import type { Part, PlannedDecision } from "../../plan/plan.ts";
import type { Language } from "../../ruleset/text.ts";
import { factsOf, outputsOf } from "../job/facts.ts";
import { tellChange } from "./change.ts";
import { tellInside } from "./inside.ts";
import { cited, line } from "./words.ts";

/** Tells a decision: what it is about, what it can come to, its parts and the facts it reads. */
export function tellDecision(name: string, program: Program, lang: Language): readonly string[] {
  const decision = written(program.document).decisions[name];
  if (!decision) return [];
  const planned = program.plan.decisions[name];
  const head = [
    `${name}: ${decision.label[lang]}${cited(decision.citation)}`,
    ...line("kind", decision.kind, lang),
    ...line("about", decision.subject, lang),
    ...tellChange(decision.change, lang),
  ];
  if (!planned) return [...head, ...line("unset", program.unset[name]?.join(", "), lang)];
  return [
    ...head,
    ...line("population", planned.population, lang),
    ...tellOutputs(planned, lang),
    ...tellInside(name, program, lang),
    ...tellParts(planned, lang),
    ...line("governed", tellSettings(name, program), lang),
    ...line("reads", [...factsOf(program.plan, planned)].join(", "), lang),
  ];
}

/** The parameters of a decision, with what each is set to. */
function tellSettings(name: string, program: Program): string {
  const told = parametersOf(name, program).map((p) => `${p}=${program.settings[p]}`);
  return told.join(", ");
}

function tellOutputs(decision: PlannedDecision, lang: Language): readonly string[] {
  return outputsOf(decision).flatMap((part) => {
    const several = Array.isArray(decision.outcome) ? `${part.name}: ` : "";
    const outcomes = Object.entries(part.outcomes ?? {}).map(([o, term]) => `${o} ${term[lang]}`);
    const unit = part.unit ? ` (${part.unit[lang]})` : "";
    return line(
      "outcome",
      `${several}${outcomes.join(", ") || part.origin.label[lang]}${unit}`,
      lang,
    );
  });
}

function tellParts({ parts }: PlannedDecision, lang: Language): readonly string[] {
  if (parts.length === 0) return [];
  return [...line("parts", String(parts.length), lang), ...parts.map((p) => tellPart(p, lang))];
}

function tellPart({ name, origin, unit }: Part, lang: Language): string {
  return `    ${name}  ${origin.label[lang]}${unit ? ` (${unit[lang]})` : ""}${cited(origin.citation)}`;
}
