import { mkdir, readFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import type { Io } from "../io.ts";
import { type Output, runRequest } from "../job/run.ts";
import { choice, languages, parse, places } from "../options.ts";
import { writeDocument } from "../output/free.ts";
import { load } from "../rulesets.ts";
import { shippedFile } from "../shipped.ts";

export const usage = "tiercut sample [--lang zh|en]";

const folder = "tiercut-sample";

/** Evaluates the sample files with the shipped rulesets, into a folder of its own. */
export async function sample(args: readonly string[], io: Io): Promise<number> {
  const { values, positionals } = parse(args, { lang: { type: "string" } } as const, usage);
  places(positionals, [] as const, usage);
  const lang = choice("lang", values.lang, languages) ?? "en";
  await mkdir(resolve(io.cwd, folder), { recursive: true });
  const told: string[] = [];
  const samples = JSON.parse(await readFile(sampleOf("samples.json"), "utf8")) as readonly Sample[];
  for (const one of samples) {
    const { document } = (await load(one.ruleset, io)).ruleset;
    const about = document.subjects[one.subject]?.label[lang];
    const heading = `# ${one.ruleset}: ${document.label[lang]} (${about})`;
    told.push(`${heading}\n${await runSample(one, lang, io)}`);
  }
  const summary = told.join("\n");
  await writeDocument(summary, join(folder, "summary.txt"), io);
  io.stdout.write(`${summary}\nwritten to ${folder}/\n`);
  return 0;
}

/** A sample file, and the ruleset and subject it is evaluated with. */
interface Sample {
  readonly ruleset: string;
  readonly subject: string;
  readonly input: string;
  readonly mapping?: string;
}

const sampleOf = (name: string) => shippedFile("sample", name);

/** Writes the results of one ruleset for one subject, for programs and for spreadsheets. */
async function runSample(one: Sample, lang: Output["lang"], io: Io): Promise<string> {
  const { ruleset, subject, mapping } = one;
  const request = {
    ruleset,
    subject,
    input: sampleOf(one.input),
    mapping: mapping === undefined ? undefined : sampleOf(mapping),
    decisions: [],
    settings: [],
    encoding: "utf-8",
  } as const;
  const style = { reasons: "short", parts: true, lang } as const;
  const write = (format: Output["format"]) => {
    const file = join(folder, `${ruleset}.${subject}.${format}`);
    return runRequest(request, { ...style, format, file }, io);
  };
  await write("jsonl");
  return (await write("csv")).summary;
}
