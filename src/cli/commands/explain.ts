import { explain as explainResult } from "../../execute/words.ts";
import { type Io, Refused, show, visible } from "../io.ts";
import { fitRows } from "../job/fit.ts";
import { type Job, prepare } from "../job/prepare.ts";
import { readRequest, requestOptions } from "../job/request.ts";
import type { ReadRow } from "../mapping/read.ts";
import { choice, languages, parse } from "../options.ts";
import { tell } from "../output/csv.ts";
import { type Progress, startProgress } from "../output/progress.ts";
import { evaluateRow } from "../output/result.ts";

export const usage =
  "tiercut explain RULESET INPUT [--decision a,b] [--row N | --id X] [--lang zh|en] [--set parameter=value]… [--map FILE]";

const options = { ...requestOptions, row: { type: "string" }, id: { type: "string" } } as const;

interface Wanted {
  readonly row?: number | undefined;
  readonly id?: string | undefined;
}

/** Tells in words what comes of one row, and why. */
export async function explain(args: readonly string[], io: Io): Promise<number> {
  const { values, positionals } = parse(args, options, usage);
  const request = readRequest(values, positionals, usage);
  const lang = choice("lang", values.lang, languages) ?? "en";
  const wanted = readWanted(values.row, values.id);
  const job = await prepare(request, io);
  const progress = startProgress(io);
  try {
    const fitted = await fitRows(job, progress);
    const row = await findRow(job, wanted, progress);
    progress.wipe();
    const result = evaluateRow(row, job, fitted);
    for (const note of job.notes) io.stderr.write(`note: ${visible(note)}\n`);
    if (result.status === "rejected") {
      const line = lang === "zh" ? `第 ${row.line} 行：` : `line ${row.line}: `;
      io.stderr.write(result.faults.map((f) => `${line}${tell(f, lang)}\n`).join(""));
      return 1;
    }
    const told = Object.values(result.results).map((r) => explainResult(r, { lang }));
    io.stdout.write(`${told.join("\n")}\n`);
    return 0;
  } finally {
    progress.wipe();
    await job.source.close();
  }
}

function readWanted(row: string | undefined, id: string | undefined): Wanted {
  if (row !== undefined && id !== undefined) {
    throw new Refused("--row and --id both pick a row: give one of the two");
  }
  if (row !== undefined && !/^[1-9]\d{0,14}$/.test(row)) {
    throw new Refused(`--row takes the place of a row, from 1 on, and this is ${show(row)}`);
  }
  return { row: row === undefined ? undefined : Number(row), id };
}

/** Finds the one row that is meant; where several could be, says on which lines they are. */
async function findRow(job: Job, wanted: Wanted, progress: Progress): Promise<ReadRow> {
  if (wanted.id !== undefined && !job.hasIds) {
    throw new Refused("no column names the rows: pick one with --row, or state `id` in a mapping");
  }
  const found: ReadRow[] = [];
  for await (const batch of await job.pass()) {
    found.push(...batch.filter((row) => isWanted(row, wanted)));
    progress.add(batch.length);
    if (found.length > mostTold) break;
  }
  const [only, ...others] = found;
  if (!only) throw new Refused(`the input has no row ${rowIn(wanted)}`);
  if (others.length > 0) throw new Refused(tellSeveral(found, wanted));
  return only;
}

const mostTold = 4;

function rowIn({ row, id }: Wanted): string {
  return id === undefined ? String(row ?? "at all") : `with the id ${show(id)}`;
}

function tellSeveral(found: readonly ReadRow[], { id }: Wanted): string {
  const lines = found.slice(0, mostTold).map((row) => row.line);
  const told = `on lines ${lines.join(", ")}${found.length > mostTold ? " …" : ""}`;
  return id === undefined
    ? `the input has several rows, ${told}: pick one with --row or --id`
    : `several rows have the id ${show(id)}, ${told}: pick one with --row`;
}

function isWanted(row: ReadRow, { row: place, id }: Wanted): boolean {
  if (id !== undefined) return row.id === id;
  return place === undefined || row.row === place;
}
