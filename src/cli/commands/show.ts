import { compile } from "../../execute/program.ts";
import { printPlan } from "../../plan/print.ts";
import { suggestion } from "../../ruleset/suggest.ts";
import { type Io, show as quote, Refused } from "../io.ts";
import { choice, languages, parse, places } from "../options.ts";
import { load } from "../rulesets.ts";
import { tellDecision } from "../show/decision.ts";
import { tellFact } from "../show/fact.ts";
import { tellOverview } from "../show/overview.ts";
import { tellParameter } from "../show/parameter.ts";

export const usage =
  "tiercut show RULESET [decision, fact or parameter] [--lang zh|en] [--plan] [--json]";

const options = {
  lang: { type: "string" },
  plan: { type: "boolean" },
  json: { type: "boolean" },
} as const;

/** Shows a ruleset, or one decision, fact or parameter of it. */
export async function show(args: readonly string[], io: Io): Promise<number> {
  const { values, positionals } = parse(args, options, usage);
  const [named = "", name, ...extra] = positionals;
  places([named, ...extra].filter(Boolean), ["RULESET"] as const, usage);
  const lang = choice("lang", values.lang, languages) ?? "en";
  const ruleset = await load(named, io);
  const program = compile(ruleset);
  const { decisions, facts, parameters } = ruleset.document;
  if (values.plan) {
    io.stdout.write(`${printPlan(program.plan)}\n`);
    return 0;
  }
  const found = {
    decision: own(decisions, name),
    fact: own(facts, name),
    parameter: own(parameters, name),
  };
  const known = Object.values(found).some(Boolean);
  if (name !== undefined && !known) throw unknown(name, ruleset.document);
  const json = name === undefined ? ruleset.document : found;
  const told = [
    ...(name === undefined ? tellOverview(program, lang) : []),
    ...(found.decision ? tellDecision(name as string, program, lang) : []),
    ...(found.fact ? tellFact(name as string, found.fact, lang) : []),
    ...(found.parameter ? tellParameter(name as string, found.parameter, lang) : []),
  ];
  io.stdout.write(values.json ? `${JSON.stringify(json, null, 2)}\n` : `${told.join("\n")}\n`);
  return 0;
}

function own<T>(entries: Readonly<Record<string, T>>, name: string | undefined): T | undefined {
  return name !== undefined && Object.hasOwn(entries, name) ? entries[name] : undefined;
}

type Named = Readonly<Record<"decisions" | "facts" | "parameters", object>> & {
  readonly id: string;
};

function unknown(name: string, { id, decisions, facts, parameters }: Named): Refused {
  const names = [decisions, facts, parameters].flatMap((entries) => Object.keys(entries));
  const { near, known } = suggestion(name, names);
  return new Refused(
    `\`${id}\` has no decision, fact or parameter ${quote(name)}; ${near ? `did you mean \`${near}\`?` : `it has ${known}`}`,
  );
}
