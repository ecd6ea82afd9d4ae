import { mkdir, writeFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import { type Io, Refused } from "../io.ts";
import { type Output, runRequest } from "../job/run.ts";
import { choice, languages, parse, places } from "../options.ts";
import { load, shippedFile, shippedIds } from "../rulesets.ts";

export const usage = "tiercut sample [--lang zh|en]";

const folder = "tiercut-sample";

/** Evaluates the sample portfolio with every shipped ruleset, into a folder of its own. */
export async function sample(args: readonly string[], io: Io): Promise<number> {
  const { values, positionals } = parse(args, { lang: { type: "string" } } as const, usage);
  places(positionals, [] as const, usage);
  const lang = choice("lang", values.lang, languages) ?? "en";
  await mkdir(resolve(io.cwd, folder), { recursive: true });
  const told: string[] = [];
  for (const ruleset of await shippedIds()) {
    const { document } = await load(ruleset, io);
    if (!Object.hasOwn(document.subjects, "account")) continue;
    told.push(`# ${ruleset}: ${document.label[lang]}\n${await runSample(ruleset, lang, io)}`);
  }
  if (told.length === 0) throw new Refused("no shipped ruleset has a decision about accounts");
  const summary = told.join("\n");
  await writeFile(resolve(io.cwd, folder, "summary.txt"), summary);
  io.stdout.write(`${summary}\nwritten to ${folder}/\n`);
  return 0;
}

/** Writes the results of one ruleset, for programs and for spreadsheets. */
async function runSample(ruleset: string, lang: Output["lang"], io: Io): Promise<string> {
  const request = {
    ruleset,
    input: shippedFile("sample", "portfolio.csv"),
    mapping: shippedFile("sample", "mapping.json"),
    decisions: [],
    settings: [],
    subject: "account",
    encoding: "utf-8",
  } as const;
  const style = { reasons: "short", parts: true, lang } as const;
  const write = (format: Output["format"]) =>
    runRequest(request, { ...style, format, file: join(folder, `${ruleset}.${format}`) }, io);
  await write("jsonl");
  return (await write("csv")).summary;
}
