import { extname } from "node:path";
import { Refused, show } from "../io.ts";
import { openCsv } from "./csv.ts";
import { openJsonLines } from "./jsonl.ts";
import { type Encoding, type Line, readLines } from "./lines.ts";
import type { Format, Table } from "./row.ts";
import type { Source } from "./source.ts";

export interface Reading {
  /** Without it, told from the file's ending or its first character. */
  readonly format?: Format | undefined;
  readonly encoding: Encoding;
}

type Open = (lines: AsyncIterable<readonly Line[]>, name: string) => Promise<Table>;
const open: Readonly<Record<Format, Open>> = { csv: openCsv, jsonl: openJsonLines };

const endings: Readonly<Record<string, Format>> = {
  ".csv": "csv",
  ".jsonl": "jsonl",
  ".ndjson": "jsonl",
};

/** Opens an input at its beginning as a table of rows. */
export async function openTable(source: Source, reading: Reading): Promise<Table> {
  const batches = readLines(source.open(), reading.encoding);
  const first: Line[] = [];
  let start: Line | undefined;
  for (let next = await batches.next(); !next.done; next = await batches.next()) {
    start = next.value.find((l) => l.fault || l.text.trim() !== "");
    first.push(...(start ? next.value : []));
    if (start) break;
  }
  const mark = start?.text?.trimStart()[0];
  const format = reading.format ?? endings[extname(source.name).toLowerCase()] ?? sniff(mark);
  if (format === "jsonl" && mark === "[") {
    throw new Refused(
      `${show(source.name)} is a JSON array: write one object a line, without the brackets`,
    );
  }
  return open[format](chain(first, batches), source.name);
}

const sniff = (mark: string | undefined): Format =>
  mark === "{" || mark === "[" ? "jsonl" : "csv";

async function* chain(
  first: readonly Line[],
  later: AsyncIterable<readonly Line[]>,
): AsyncGenerator<readonly Line[]> {
  yield first;
  yield* later;
}
