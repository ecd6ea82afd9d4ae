import { lowerRuleset } from "../kinds/lower.ts";
import { type Ruleset, written } from "../kinds/ruleset.ts";
import type { Part, Plan, PlannedDecision } from "../plan/plan.ts";
import type { Type } from "../plan/type.ts";
import type { Fact } from "../ruleset/schema/fact.ts";
import { settle } from "../ruleset/settle.ts";

/**
 * Writes the facts and outcomes of a ruleset as TypeScript, so that a misspelt fact or an
 * impossible outcome does not compile.
 *
 * @param ruleset - from `loadRuleset`
 * @returns the text of a module that exports one interface a subject, and `Policy`
 */
export function typesOf(ruleset: Ruleset<unknown>): string {
  const document = written(ruleset.document);
  const { plan } = lowerRuleset(settle(document, {}, true));
  const subjects = Object.keys(document.subjects);
  const facts = subjects.map((s) => `    readonly ${s}: ${factsName(s)};`);
  const parameters = Object.entries(document.parameters).map(([name, p]) => {
    const type = {
      number: "number",
      date: "string",
      reading: p.type === "reading" ? union(Object.keys(p.readings)) : "",
    };
    return `    /** ${comment(`${p.label.zh}: ${p.label.en}`)}. */\n    readonly ${name}: ${type[p.type]};`;
  });
  const decisions = Object.keys(document.decisions).map((name) =>
    decisionType(plan.decisions[name] as PlannedDecision, plan),
  );
  return [
    `// Written by \`tiercut types ${document.id}\` from version ${document.version}; not edited by hand.`,
    ...subjects.map((s) => factsType(s, document.facts)),
    `/** ${comment(`${document.label.en} (${document.label.zh})`)}, as types. */`,
    "export interface Policy {",
    `  readonly facts: {\n${facts.join("\n")}\n  };`,
    `  readonly parameters: {\n${parameters.join("\n")}\n  };`,
    `  readonly decisions: {\n${decisions.join("\n")}\n  };`,
    "}",
    "",
  ].join("\n");
}

/** Writes a label so that it can't end the comment it stands in. */
const comment = (label: string) => label.replaceAll("*/", "*\u200b/").replaceAll(/\s+/g, " ");

const factsName = (subject: string) => `${subject[0]?.toUpperCase()}${subject.slice(1)}Facts`;

function factsType(subject: string, facts: Readonly<Record<string, Fact>>): string {
  const own = Object.entries(facts).filter(([, f]) => f.subjects.includes(subject));
  const lines = own.map(([name, fact]) => {
    const unit = fact.type === "number" ? `, ${fact.unit.en}` : "";
    const told = `  /** ${comment(`${fact.label.zh}: ${fact.label.en}${unit}`)}. */`;
    return `${told}\n  readonly ${name}?: ${factTypes[fact.type](fact as never)} | null | undefined;`;
  });
  return `export interface ${factsName(subject)} {\n${lines.join("\n")}\n}`;
}

type FactTypes = { [T in Fact["type"]]: (fact: Extract<Fact, { type: T }>) => string };
const factTypes: FactTypes = {
  number: () => "number",
  boolean: () => "boolean",
  date: () => "string",
  text: () => "string",
  label: (f) => union(Object.keys(f.values)),
  list: (f) => `readonly (${union(Object.keys(f.values))})[]`,
};

function decisionType(decision: PlannedDecision, plan: Plan): string {
  const { name, subject, grain } = decision;
  const parts = [...decision.parts.map((p) => partLine(p, plan)), ...listLines(decision)];
  const outcome = Array.isArray(decision.outcome)
    ? `{ ${decision.outcome.map((p) => partLine(p, plan)).join(" ")} }`
    : partType(decision.outcome as Part, plan);
  const lines = [
    `readonly subject: "${subject}";`,
    `readonly grain: "${grain}";`,
    `readonly outcome: ${outcome};`,
    `readonly parts: ${parts.length ? `{ ${parts.join(" ")} }` : "Readonly<Record<never, never>>"};`,
  ];
  return `    readonly ${name}: {\n${lines.map((l) => `      ${l}`).join("\n")}\n    };`;
}

const partLine = (part: Part, plan: Plan) => `readonly ${part.name}: ${partType(part, plan)};`;

/** The lists a checklist gives beside its outcome. */
function listLines(decision: PlannedDecision): readonly string[] {
  if (decision.kind !== "checklist") return [];
  const items = union(decision.parts.filter((p) => p.role === "item").map((p) => p.name));
  const route = decision.route?.map((r) => r.id.split(".")[1] as string);
  return [
    `readonly unmet: readonly (${items})[];`,
    `readonly unknown: readonly (${items})[];`,
    ...(route ? [`readonly route: readonly (${union(route)})[];`] : []),
  ];
}

function partType(part: Part, plan: Plan): string {
  const type = plan.nodes[part.node]?.type ?? { kind: "any" as const };
  const plain =
    part.outcomes && type.kind === "label" ? union(Object.keys(part.outcomes)) : undefined;
  const written = plain ?? (types[type.kind] as (t: Type) => string)(type);
  return part.undefinedWhen === undefined ? written : `${written} | "undefined"`;
}

type Types = { [K in Type["kind"]]: (type: Extract<Type, { kind: K }>) => string };
const types: Types = {
  boolean: () => "boolean",
  number: () => "number",
  label: (t) => union(t.values),
  list: (t) => `readonly (${union(t.values)})[]`,
  text: () => "string",
  date: () => "string",
  any: () => "never",
};

const union = (values: readonly string[]) =>
  values.map((v) => JSON.stringify(v)).join(" | ") || "never";
