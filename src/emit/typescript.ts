import { grainOf } from "../kinds/infer/basis.ts";
import { factForm, settingForm } from "../kinds/infer/declared.ts";
import type { Form, InferredDecision, KnownValue } from "../kinds/infer/known.ts";
import { inferDecisions } from "../kinds/infer.ts";
import { type Ruleset, written } from "../kinds/ruleset.ts";
import { nameOf } from "../ruleset/provenance.ts";
import type { Fact } from "../ruleset/schema/fact.ts";

/**
 * Writes the facts and outcomes of a ruleset as TypeScript, so that a misspelt fact or an
 * impossible outcome does not compile. They hold whatever its parameters are set to.
 *
 * @param ruleset - from `loadRuleset`
 * @returns the text of a module that exports one interface a subject, and `Policy`
 */
export function typesOf(ruleset: Pick<Ruleset<unknown>, "document" | "chain">): string {
  const document = written(ruleset.document);
  const { label, decisions } = document;
  const subjects = Object.keys(document.subjects);
  const parameters = Object.entries(document.parameters).map(([name, p]) => {
    const told = `/** ${comment(`${p.label.zh}: ${p.label.en}`)}. */`;
    return `${told}\nreadonly ${name}: ${formType(settingForm(p))};`;
  });
  const inferred = Object.entries(inferDecisions(document)).map(
    ([name, known]) => `readonly ${name}: ${decisionType(decisions[name]?.subject ?? "", known)};`,
  );
  const sections = [
    `readonly facts: ${object(subjects.map((s) => `readonly ${s}: ${factsName(s)};`))};`,
    `readonly parameters: ${object(parameters)};`,
    `readonly decisions: ${object(inferred)};`,
  ];
  return [
    heading(ruleset),
    ...subjects.map((s) => factsType(s, document.facts)),
    `/** ${comment(`${label.en} (${label.zh})`)}, as types. */`,
    `export interface Policy ${object(sections)}`,
    "",
  ].join("\n");
}

function heading({ document, chain = [] }: Pick<Ruleset<unknown>, "document" | "chain">): string {
  const bases = chain.slice(0, -1).map(nameOf).reverse();
  const on = bases.length ? `, built on ${bases.join(", on ")}` : "";
  return `// Written by \`tiercut types ${document.id}\` from version ${document.version}${on}; not edited by hand.`;
}

/** Writes a label so that it can neither end the comment it stands in nor be an order in it. */
const comment = (label: string) =>
  label.replaceAll("*/", "*\u200b/").replaceAll(/\s+/g, " ").replace(/^ ?@/, "\u200b@");

const factsName = (subject: string) => `${subject[0]?.toUpperCase()}${subject.slice(1)}Facts`;

function factsType(subject: string, facts: Readonly<Record<string, Fact>>): string {
  const own = Object.entries(facts).filter(([, f]) => f.subjects.includes(subject));
  const lines = own.map(([name, fact]) => {
    const unit = fact.type === "number" ? `, ${fact.unit.en}` : "";
    const told = `/** ${comment(`${fact.label.zh}: ${fact.label.en}${unit}`)}. */`;
    return `${told}\nreadonly ${name}?: ${formType(factForm(fact))} | null | undefined;`;
  });
  return `export interface ${factsName(subject)} ${lines.length ? object(lines) : "{}"}`;
}

function decisionType(subject: string, known: InferredDecision): string {
  const parts = object(Object.entries(known.parts).map(([name, p]) => partLine(name, p)));
  // What a part rests on that is there only under some readings, the outcome rests on too.
  const always = Object.values(known.parts).filter((p) => !p.optional);
  const values = [known.outcome ?? [], always].flat();
  return object([
    `readonly subject: "${subject}";`,
    `readonly grain: ${union(grainOf(values.flatMap((v) => v.basis)).map(quoted))};`,
    `readonly outcome: ${known.outcome ? valueType(known.outcome) : parts};`,
    `readonly parts: ${parts};`,
  ]);
}

function partLine(name: string, part: KnownValue): string {
  return part.optional
    ? `/** Only under some readings. */\nreadonly ${name}?: ${valueType(part)};`
    : `readonly ${name}: ${valueType(part)};`;
}

function valueType({ value, basis }: KnownValue): string {
  return union([...value.map(formType), ...(basis.includes("divisor") ? ['"undefined"'] : [])]);
}

type Types = { [K in Form["kind"]]: (form: Extract<Form, { kind: K }>) => string };
const types: Types = {
  boolean: () => "boolean",
  number: () => "number",
  text: () => "string",
  label: (f) => union(f.values.map(quoted)),
  list: (f) => `readonly (${f.values ? union(f.values.map(quoted)) : "string"})[]`,
};
const formType = (form: Form) => (types[form.kind] as (form: Form) => string)(form);

const quoted = (value: string) => JSON.stringify(value);
const union = (members: readonly string[]) => [...new Set(members)].join(" | ") || "never";

/** Writes the type of an object, one key a line. */
function object(lines: readonly string[]): string {
  if (lines.length === 0) return "Readonly<Record<never, never>>";
  const inner = lines.flatMap((l) => l.split("\n")).map((l) => `  ${l}`);
  return `{\n${inner.join("\n")}\n}`;
}
