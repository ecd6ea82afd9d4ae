import type { Program } from "../../execute/program.ts";
import type { Ruleset, RulesetDocument } from "../../kinds/ruleset.ts";
import { printPlan } from "../../plan/print.ts";
import { suggestion } from "../../ruleset/suggest.ts";
import type { Language } from "../../ruleset/text.ts";
import { whereOptions } from "../catalogue/find.ts";
import { type Io, show as quote, Refused } from "../io.ts";
import { choice, languages, parse, places } from "../options.ts";
import { load, loadProgram } from "../rulesets.ts";
import { tellDecision } from "../show/decision.ts";
import { tellFact } from "../show/fact.ts";
import { tellOverview } from "../show/overview.ts";
import { tellParameter } from "../show/parameter.ts";
import { namedPlaces, tellSources, tellSourcesOf } from "../show/provenance.ts";

export const usage =
  "tiercut show RULESET [decision, fact or parameter] [--in FOLDER] [--on DATE] [--lang zh|en] [--plan] [--json] [--provenance]";

const options = {
  ...whereOptions,
  lang: { type: "string" },
  plan: { type: "boolean" },
  json: { type: "boolean" },
  provenance: { type: "boolean" },
} as const;

/** Shows a ruleset, or one decision, fact or parameter of it. */
export async function show(args: readonly string[], io: Io): Promise<number> {
  const { values, positionals } = parse(args, options, usage);
  const [named = "", name, ...extra] = positionals;
  places([named, ...extra].filter(Boolean), ["RULESET"] as const, usage);
  const lang = choice("lang", values.lang, languages) ?? "en";
  if (values.provenance) {
    const { ruleset } = await load(named, io, values);
    io.stdout.write(`${tellProvenance(ruleset, name, values.json ?? false, lang)}\n`);
    return 0;
  }
  const { program } = await loadProgram({ ruleset: named, settings: [], where: values }, io);
  const found = name === undefined ? program.document : find(program.document, name);
  if (values.plan) io.stdout.write(`${printPlan(program.plan)}\n`);
  else if (values.json) io.stdout.write(`${JSON.stringify(found, null, 2)}\n`);
  else io.stdout.write(`${tellAll(program, name, lang).join("\n")}\n`);
  return 0;
}

function tellProvenance(
  ruleset: Ruleset,
  name: string | undefined,
  json: boolean,
  lang: Language,
): string {
  const places = name === undefined ? [""] : namedPlaces(name, ruleset);
  if (name !== undefined && places.length === 0) find(ruleset.document, name);
  if (json) {
    const { document, chain = [document], provenance = {} } = ruleset;
    const inside = Object.entries(provenance).filter(([at]) =>
      places.some((p) => at === p || at.startsWith(`${p}/`)),
    );
    const names = chain.map(({ id, version, label }) => ({ id, version, label }));
    return JSON.stringify({ chain: names, provenance: Object.fromEntries(inside) }, null, 2);
  }
  const told = name === undefined ? tellSources(ruleset, lang) : tellSourcesOf(name, ruleset, lang);
  return told.join("\n");
}

/** Finds what goes by a name: a decision may be called as a fact is. */
function find({ id, decisions, facts, parameters }: RulesetDocument, name: string) {
  const found = {
    decision: own(decisions, name),
    fact: own(facts, name),
    parameter: own(parameters, name),
  };
  if (Object.values(found).some(Boolean)) return found;
  const names = [decisions, facts, parameters].flatMap((entries) => Object.keys(entries));
  const { near, known } = suggestion(name, names);
  throw new Refused(
    `\`${id}\` has no decision, fact or parameter ${quote(name)}; ${near ? `did you mean \`${near}\`?` : `it has ${known.en}`}`,
  );
}

function tellAll(program: Program, name: string | undefined, lang: Language): readonly string[] {
  if (name === undefined) return tellOverview(program, lang);
  const { decision, fact, parameter } = find(program.document, name);
  return [
    ...(decision ? tellDecision(name, program, lang) : []),
    ...(fact ? tellFact(name, fact, lang) : []),
    ...(parameter ? tellParameter(name, parameter, lang) : []),
  ];
}

function own<T>(entries: Readonly<Record<string, T>>, name: string): T | undefined {
  return Object.hasOwn(entries, name) ? entries[name] : undefined;
}
