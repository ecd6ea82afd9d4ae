import type { Fitted } from "../../execute/fitted.ts";
import { type Io, visible } from "../io.ts";
import { csvColumns, csvHeading, csvLine } from "../output/csv.ts";
import { jsonLine, type Style } from "../output/json.ts";
import { type Progress, startProgress } from "../output/progress.ts";
import { evaluateRow, type RowResult } from "../output/result.ts";
import { openSink, type Sink } from "../output/sink.ts";
import { type Counts, count, startCounts } from "../summary/count.ts";
import { tellSummary } from "../summary/tell.ts";
import { fitRows } from "./fit.ts";
import { type Job, prepare } from "./prepare.ts";
import type { Request } from "./request.ts";

/** How results are written, and where to: a file, or standard output. */
export interface Output extends Style {
  readonly format: "jsonl" | "csv";
  readonly file?: string | undefined;
}

/** What came of a run. */
export interface Done {
  readonly counts: Counts;
  readonly summary: string;
  readonly notes: readonly string[];
}

/** Evaluates every row of an input, in its order, and writes what came of each. */
export async function runRequest(request: Request, output: Output, io: Io): Promise<Done> {
  const job = await prepare(request, io);
  const progress = startProgress(io);
  try {
    const inputs = [request.input, request.mapping, ...job.files];
    const sink = await openSink(
      output.file,
      inputs.filter((f) => f !== undefined),
      io,
    );
    const { counts, fitted } = await writeWhole(job, output, sink, progress);
    const summary = visible(tellSummary(job, counts, fitted, output.lang));
    return { counts, summary, notes: job.notes.map((note) => visible(note)) };
  } finally {
    progress.wipe();
    await job.source.close();
  }
}

/** Writes all results, or leaves nothing behind. */
async function writeWhole(job: Job, output: Output, sink: Sink, progress: Progress) {
  try {
    const fitted = await fitRows(job, progress);
    const counts = await writeRows(job, fitted, output, sink, progress);
    await sink.keep();
    return { counts, fitted };
  } catch (error) {
    await sink.drop();
    throw error;
  }
}

async function writeRows(
  job: Job,
  fitted: Fitted | undefined,
  output: Output,
  sink: Sink,
  progress: Progress,
): Promise<Counts> {
  const counts = startCounts();
  const { heading, line } = writers[output.format](job, output);
  if (heading) await sink.write(heading);
  for await (const batch of await job.pass()) {
    const lines = batch.map((row) => {
      const result = evaluateRow(row, job, fitted);
      count(counts, result);
      return line(result);
    });
    if (lines.length > 0) await sink.write(lines.join(""));
    progress.add(batch.length);
  }
  return counts;
}

interface Writer {
  readonly heading?: string;
  line(row: RowResult): string;
}

const writers: Readonly<Record<Output["format"], (job: Job, output: Output) => Writer>> = {
  jsonl: (_, output) => ({ line: (row) => jsonLine(row, output) }),
  csv(job, { parts, lang }) {
    const columns = csvColumns(job.decisions, parts);
    return { heading: csvHeading(columns), line: (row) => csvLine(row, columns, lang) };
  },
};
