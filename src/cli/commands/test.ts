import { dirname, resolve } from "node:path";
import type { Ruleset } from "../../kinds/ruleset.ts";
import { tell } from "../../ruleset/diagnostics.ts";
import { nameOf } from "../../ruleset/provenance.ts";
import type { Language } from "../../ruleset/text.ts";
import { readCases } from "../../testing/cases/read.ts";
import { runCases } from "../../testing/cases/run.ts";
import type { Case, CaseFile } from "../../testing/cases/schema.ts";
import { holds, tellCases } from "../../testing/cases/tell.ts";
import { coverageOf } from "../../testing/coverage/coverage.ts";
import { tellCoverage } from "../../testing/coverage/tell.ts";
import { runMutants } from "../../testing/mutants/run.ts";
import { tellMutation } from "../../testing/mutants/tell.ts";
import { whereOptions } from "../catalogue/find.ts";
import { isUnfit, readText } from "../catalogue/read.ts";
import { type Io, listed, Refused, show, visible } from "../io.ts";
import { choice, languages, parse } from "../options.ts";
import { load } from "../rulesets.ts";
import { n } from "../summary/words.ts";

export const usage =
  "tiercut test RULESET CASES… [--coverage] [--mutate] [--in FOLDER] [--on DATE] [--lang zh|en]";

const options = {
  ...whereOptions,
  coverage: { type: "boolean" },
  mutate: { type: "boolean" },
  lang: { type: "string" },
} as const;

/**
 * Runs cases on a ruleset: 0 where all of them hold, and reach and notice all that was asked for; 1
 * where not.
 */
export async function test(args: readonly string[], io: Io): Promise<number> {
  const { values, positionals } = parse(args, options, usage);
  const lang = choice("lang", values.lang, languages) ?? "en";
  const [named, ...files] = positionals;
  if (named === undefined || files.length === 0) {
    throw new Refused(`RULESET and at least one file of CASES are needed\nusage: ${usage}`);
  }
  let failed = 0;
  const days = new Map<string, { readonly ruleset: Ruleset; readonly cases: Case[] }>();
  for (const file of files) {
    const cases = await readFile(file, lang, io);
    const on = values.on ?? cases.on;
    const { ruleset } = await load(named, io, { in: values.in, on });
    const chain = ruleset.chain?.map((e) => e.id) ?? [ruleset.document.id];
    if (!chain.includes(cases.ruleset)) throw new Refused(otherRuleset(file, cases, chain));
    const runs = runCases(ruleset, cases.cases);
    const broken = runs.filter((r) => !holds(r)).length;
    failed += broken;
    const total = frames[lang](nameOf(ruleset.document), runs.length, broken);
    const lines = [...tellCases(runs, lang), `${show(file)}${total}`];
    write(lines, io);
    const day = days.get(on ?? "") ?? { ruleset, cases: [] };
    day.cases.push(...cases.cases);
    days.set(on ?? "", day);
  }
  for (const { ruleset, cases } of days.values()) {
    if (values.coverage) failed += reportCoverage(ruleset, cases, lang, io);
    if (values.mutate) failed += reportMutants(ruleset, cases, lang, io);
  }
  return failed > 0 ? 1 : 0;
}

function reportCoverage(ruleset: Ruleset, cases: readonly Case[], lang: Language, io: Io): number {
  const coverage = coverageOf(ruleset, cases);
  write(tellCoverage(coverage, lang), io);
  return coverage.missed.length;
}

function reportMutants(ruleset: Ruleset, cases: readonly Case[], lang: Language, io: Io): number {
  const mutation = runMutants(ruleset, cases);
  write(tellMutation(mutation, lang), io);
  return mutation.survived.length;
}

const write = (lines: readonly string[], io: Io) =>
  io.stdout.write(lines.map((l) => `${visible(l)}\n`).join(""));

async function readFile(file: string, lang: Language, io: Io): Promise<CaseFile> {
  const path = resolve(io.cwd, file);
  const read = await readText(path, [dirname(path)]);
  if (isUnfit(read)) throw new Refused(`${show(file)}: ${read.why[lang]}; ${read.help[lang]}`);
  const cases = readCases(read.text);
  if ("file" in cases) return cases.file;
  throw new Refused(`the cases ${show(file)} can't be run:\n${tell(cases.diagnostics, lang)}`);
}

function otherRuleset(file: string, { ruleset }: CaseFile, chain: readonly string[]): string {
  return `the cases ${show(file)} are of ${show(ruleset)}, and this is ${listed([...chain].reverse())}: name that ruleset, or mend the key \`ruleset\` of the cases`;
}

const frames: Readonly<Record<Language, (name: string, ran: number, broken: number) => string>> = {
  en: (name, ran, broken) => ` on ${name}: cases that hold: ${n(ran - broken)} of ${n(ran)}`,
  zh: (name, ran, broken) => ` 用于 ${name}：${n(ran)} 个案例，${n(ran - broken)} 个相符`,
};
