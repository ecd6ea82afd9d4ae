import { dirname, resolve } from "node:path";
import type { Ruleset } from "../../kinds/ruleset.ts";
import { tell } from "../../ruleset/diagnostics.ts";
import { nameOf } from "../../ruleset/provenance.ts";
import type { Language } from "../../ruleset/text.ts";
import { readCases } from "../../testing/cases/read.ts";
import { runCases } from "../../testing/cases/run.ts";
import type { Case, CaseFile } from "../../testing/cases/schema.ts";
import { holds, tellCases } from "../../testing/cases/tell.ts";
import { percentOf } from "../../testing/coverage/counts.ts";
import { coverageOf } from "../../testing/coverage/coverage.ts";
import { tellCoverage } from "../../testing/coverage/tell.ts";
import { runMutants } from "../../testing/mutants/run.ts";
import { tellMutation } from "../../testing/mutants/tell.ts";
import { whereOptions } from "../catalogue/find.ts";
import { isUnfit, readText } from "../catalogue/read.ts";
import { type Io, listed, Refused, show, visible } from "../io.ts";
import { choice, languages, parse } from "../options.ts";
import { load } from "../rulesets.ts";
import { asHtml } from "../test/html.ts";
import { asJson } from "../test/json.ts";
import { type Section, tellHeld } from "../test/section.ts";
import { asksTable, readTable, refuseTable, tableOptions } from "../test/table.ts";

export const usage =
  "tiercut test RULESET CASES… [--answer decision=column]… [--map FILE] [--output FILE] [--coverage] [--least PERCENT] [--mutate] [--format text|json|html] [--in FOLDER] [--on DATE] [--lang zh|en]";

const options = {
  ...whereOptions,
  coverage: { type: "boolean" },
  least: { type: "string" },
  format: { type: "string" },
  mutate: { type: "boolean" },
  lang: { type: "string" },
  ...tableOptions,
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
  const format = choice("format", values.format, formats) ?? "text";
  const least = percent(values.least);
  const out = io[values.output === "-" ? "stderr" : "stdout"];
  const sections: Section[] = [];
  const add = (section: Section) => {
    sections.push(section);
    if (format === "text") write(linesOf(section, lang), out);
  };
  const table = asksTable(values) && (await readTable([named, ...files], values, usage, lang, io));
  const read = async (file: string) => table || (await readFile(file, lang, io));
  for (const { ruleset, cases } of await runFiles(named, files, { ...values, read }, add, io)) {
    if (values.coverage || values.least !== undefined)
      add({ is: "coverage", coverage: coverageOf(ruleset, cases) });
    if (values.mutate) add({ is: "mutation", mutation: runMutants(ruleset, cases) });
  }
  if (format === "json") out.write(asJson(sections));
  if (format === "html") out.write(asHtml(sections, lang));
  return sections.some((s) => isShort(s, least)) ? 1 : 0;
}

interface Where {
  readonly in?: string | undefined;
  readonly on?: string | undefined;
  read(file: string): Promise<CaseFile>;
}

/** The cases of one day, and the ruleset as it is in force on it. */
interface Day {
  readonly ruleset: Ruleset;
  readonly cases: Case[];
}

/** Runs each file; what is asked of the rules is asked of all cases of a day together. */
async function runFiles(
  named: string,
  files: readonly string[],
  where: Where,
  add: (section: Section) => void,
  io: Io,
): Promise<readonly Day[]> {
  const days = new Map<string, Day>();
  for (const file of files) {
    const cases = await where.read(file);
    const on = where.on ?? cases.on;
    const { ruleset } = await load(named, io, { in: where.in, on });
    const chain = ruleset.chain?.map((e) => e.id) ?? [ruleset.document.id];
    if (!chain.includes(cases.ruleset)) throw new Refused(otherRuleset(file, cases, chain));
    const runs = runCases(ruleset, cases.cases);
    add({ is: "cases", file, ruleset: nameOf(ruleset.document), runs });
    const day = days.get(on ?? "") ?? { ruleset, cases: [] };
    day.cases.push(...cases.cases);
    days.set(on ?? "", day);
  }
  return [...days.values()];
}

/** Does a section say that something is wrong, or missing. */
function isShort(section: Section, least: number): boolean {
  if (section.is === "coverage") return percentOf(section.coverage) < least;
  if (section.is === "mutation") return section.mutation.survived.length > 0;
  return !section.runs.every(holds);
}

const formats = ["text", "json", "html"] as const;

/** How much of the rules the cases must reach; all of them where nothing is said. */
function percent(given: string | undefined): number {
  if (given === undefined) return 100;
  if (/^\d{1,3}(\.\d+)?$/.test(given) && Number(given) <= 100) return Number(given);
  throw new Refused(
    `--least takes a share in percent from 0 to 100, such as 95, not ${show(given)}`,
  );
}

function linesOf(section: Section, lang: Language): readonly string[] {
  if (section.is === "coverage") return tellCoverage(section.coverage, lang);
  if (section.is === "mutation") return tellMutation(section.mutation, lang);
  const { file, ruleset, runs } = section;
  return [...tellCases(runs, lang), frames[lang](show(file), ruleset, tellHeld(section, lang))];
}

const write = (lines: readonly string[], out: Io["stdout"] | Io["stderr"]) =>
  out.write(lines.map((l) => `${visible(l)}\n`).join(""));

async function readFile(file: string, lang: Language, io: Io): Promise<CaseFile> {
  refuseTable(file);
  const path = resolve(io.cwd, file);
  const read = await readText(path, [dirname(path)]);
  if (isUnfit(read)) throw new Refused(`${show(file)}: ${read.why[lang]}; ${read.help[lang]}`);
  const cases = readCases(read.text);
  if ("file" in cases) return cases.file;
  throw new Refused(`the cases ${show(file)} can't be run:\n${tell(cases.diagnostics, lang)}`);
}

const otherRuleset = (file: string, { ruleset }: CaseFile, chain: readonly string[]) =>
  `the cases ${show(file)} are of ${show(ruleset)}, and this is ${listed([...chain].reverse())}: name that ruleset, or mend the key \`ruleset\` of the cases`;

const frames: Readonly<Record<Language, (file: string, ruleset: string, held: string) => string>> =
  {
    en: (file, ruleset, held) => `${file} on ${ruleset}: ${held}`,
    zh: (file, ruleset, held) => `${file} 用于 ${ruleset}：${held}`,
  };
