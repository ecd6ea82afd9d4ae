import type { Program } from "../../execute/program.ts";
import type { Parameter } from "../../ruleset/schema/parameter.ts";
import type { Language } from "../../ruleset/text.ts";
import { cited, section, word } from "./words.ts";

/** Tells a ruleset: where it comes from, and everything it declares, one line each. */
export function tellOverview({ document }: Program, lang: Language): readonly string[] {
  const { id, version, label, source } = document;
  const subjects = entries(document.subjects).map(([name, s]) => `  ${name}  ${s.label[lang]}`);
  const decisions = entries(document.decisions).map(
    ([name, d]) => `  ${name}  ${d.kind}, ${d.subject}  ${d.label[lang]}${cited(d.citation)}`,
  );
  const parameters = entries(document.parameters).flatMap(([name, p]) => tellOne(name, p, lang));
  const facts = entries(document.facts).map(([name, f]) => {
    const unit = f.type === "number" ? ` ${f.unit[lang]}` : "";
    return `  ${name}  ${f.type}${unit}, ${f.subjects.join(", ")}  ${f.label[lang]}`;
  });
  return [
    `${id} ${version}  ${label[lang]}`,
    `  ${[source.title, source.issuer[lang], source.issued].filter(Boolean).join(", ")}`,
    ...section(word("subjects", lang), subjects),
    ...section(word("decisions", lang), decisions),
    ...section(word("parameters", lang), parameters),
    ...section(word("facts", lang), facts),
  ];
}

/** A parameter on one line; of a reading also its question, and all its readings. */
function tellOne(name: string, p: Parameter, lang: Language): readonly string[] {
  const head = `  ${name} = ${p.default ?? word("noDefault", lang)}  ${p.label[lang]}`;
  if (p.type !== "reading") return [head];
  const readings = Object.keys(p.readings).join(", ");
  return [head, `    ${p.question[lang]}`, `    ${word("readings", lang)}: ${readings}`];
}

const entries = <T>(of: Readonly<Record<string, T>>) => Object.entries(of);
