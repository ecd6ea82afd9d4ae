import { dirname, resolve } from "node:path";
import { tell } from "../../ruleset/diagnostics.ts";
import { nameOf } from "../../ruleset/provenance.ts";
import type { Language } from "../../ruleset/text.ts";
import { readCases } from "../../testing/cases/read.ts";
import { runCases } from "../../testing/cases/run.ts";
import type { CaseFile } from "../../testing/cases/schema.ts";
import { holds, tellCases } from "../../testing/cases/tell.ts";
import { whereOptions } from "../catalogue/find.ts";
import { isUnfit, readText } from "../catalogue/read.ts";
import { type Io, listed, Refused, show, visible } from "../io.ts";
import { choice, languages, parse } from "../options.ts";
import { load } from "../rulesets.ts";
import { n } from "../summary/words.ts";

export const usage = "tiercut test RULESET CASES… [--in FOLDER] [--on DATE] [--lang zh|en]";

const options = { ...whereOptions, lang: { type: "string" } } as const;

/** Runs cases on a ruleset: 0 where all of them hold, 1 where one does not. */
export async function test(args: readonly string[], io: Io): Promise<number> {
  const { values, positionals } = parse(args, options, usage);
  const lang = choice("lang", values.lang, languages) ?? "en";
  const [named, ...files] = positionals;
  if (named === undefined || files.length === 0) {
    throw new Refused(`RULESET and at least one file of CASES are needed\nusage: ${usage}`);
  }
  let failed = 0;
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
    io.stdout.write(lines.map((l) => `${visible(l)}\n`).join(""));
  }
  return failed > 0 ? 1 : 0;
}

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
