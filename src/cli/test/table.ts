import { extname } from "node:path";
import type { Language } from "../../ruleset/text.ts";
import type { CaseFile } from "../../testing/cases/schema.ts";
import { type Io, Refused, show, visible } from "../io.ts";
import { readRequest, requestOptions } from "../job/request.ts";
import { loadMapping } from "../mapping/load.ts";
import { checkFree, writeDocument } from "../output/free.ts";
import { answersIn } from "./answers.ts";
import { knownCases } from "./known.ts";

const { map, subject, set, from, encoding } = requestOptions;

/** The options that say how cases are made of a table of accounts whose answers are known. */
export const tableOptions = {
  ...{ map, subject, set, from, encoding },
  answer: { type: "string", multiple: true },
  output: { type: "string" },
} as const;

type Values = Omit<Parameters<typeof readRequest>[0], "decision"> & {
  readonly answer?: string[] | undefined;
  readonly output?: string | undefined;
};

/** Does one of the options ask for a table. */
export const asksTable = (values: Values) =>
  Object.keys(tableOptions).some((name) => values[name as keyof Values] !== undefined);

/** Refuses a table that is named as a file of cases. */
export function refuseTable(file: string) {
  if (![".csv", ".jsonl", ".ndjson"].includes(extname(file).toLowerCase())) return;
  throw new Refused(`${show(file)} is no file of cases but a table: ${mend}`);
}

const mend = "say which column holds the known answer, as in --answer star=COLUMN";

/** Reads a table of known answers as cases, and writes them where `--output` says. */
export async function readTable(
  [named, ...files]: readonly [string, ...string[]],
  values: Values,
  usage: string,
  lang: Language,
  io: Io,
): Promise<CaseFile> {
  if (files.length > 1) {
    throw new Refused(
      `answers are read from one table, and these are ${files.map(show).join(", ")}: give one at a time`,
    );
  }
  const request = readRequest(values, [named, ...files], usage);
  const mapping = request.mapping === undefined ? {} : await loadMapping(request.mapping, io);
  const answers = answersIn(values.answer ?? [], mapping);
  if (answers.length === 0) throw new Refused(`no answer is named: ${mend}`);
  await checkFree(values.output, io);
  const { file, text, notes } = await knownCases(request, answers, lang, io);
  if (values.output !== undefined) await writeDocument(text, values.output, io);
  for (const note of notes) io.stderr.write(`note: ${visible(note)}\n`);
  return file;
}
