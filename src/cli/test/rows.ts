import { limits } from "../../ruleset/json/limits.ts";
import type { Language } from "../../ruleset/text.ts";
import type { Fault } from "../input/row.ts";
import { written } from "../input/written.ts";
import { Refused, show } from "../io.ts";
import type { Job } from "../job/prepare.ts";
import type { ReadRow } from "../mapping/read.ts";
import { tell } from "../output/csv.ts";
import { type Answer, answerReader } from "./answers.ts";
import { frames } from "./words.ts";

/** A row with what it is known to come to. */
export interface KnownRow {
  readonly id: string | undefined;
  readonly line: number;
  readonly facts: Readonly<Record<string, unknown>>;
  /** By their columns; absent where there is no answer. */
  readonly answers: ReadonlyMap<Answer, unknown>;
}

/**
 * Reads all rows with their answers, or tells every cell that can't be read: a population that lacks
 * a row would come to something else.
 */
export async function readRows(job: Job, answers: readonly Answer[], lang: Language) {
  const readers = answers.map((a) => [a, answerReader(a, job.program)] as const);
  const rows: KnownRow[] = [];
  const faults: string[] = [];
  for await (const batch of await job.pass()) {
    for (const read of batch) {
      const row = readRow(read, readers);
      if ("answers" in row) rows.push(row);
      else faults.push(...row.faults.map((f) => `${frames[lang].line(read.line)}${tell(f, lang)}`));
    }
    // More is more than a file of cases can hold.
    if (rows.length > limits.entries) break;
  }
  if (faults.length === 0) return rows;
  throw new Refused(frames[lang].unreadable(show(job.source.name), faults));
}

type Readers = readonly (readonly [Answer, ReturnType<typeof answerReader>])[];

function readRow(row: ReadRow, readers: Readers): KnownRow | { readonly faults: readonly Fault[] } {
  if (row.faults) return { faults: row.faults };
  const { id, line, facts, record } = row;
  const answers = new Map<Answer, unknown>();
  const faults: Fault[] = [];
  for (const [answer, read] of readers) {
    const { column } = answer;
    const value = Object.hasOwn(record, column) ? record[column] : undefined;
    const cell = read(value);
    if (!("value" in cell)) faults.push({ ...cell, column, value: written(value) });
    else if (cell.value !== undefined) answers.set(answer, cell.value);
  }
  return faults.length > 0 ? { faults } : { id, line, facts, answers };
}
