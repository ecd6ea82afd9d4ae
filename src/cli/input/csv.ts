import Papa from "papaparse";
import { counted, listed, Refused, show } from "../io.ts";
import type { Line } from "./lines.ts";
import { type CsvRecord, startRecords } from "./records.ts";
import type { Fault, Row, Table } from "./row.ts";

/** Opens CSV: the first line that is not blank holds the headings, each later record is a row. */
export async function openCsv(lines: AsyncIterable<readonly Line[]>, name: string): Promise<Table> {
  const batches = readRecords(lines);
  for (let next = await batches.next(); !next.done; next = await batches.next()) {
    const [heading, ...rest] = next.value;
    if (!heading) continue;
    const headings = headingsOf(heading, name);
    return { format: "csv", headings, rows: readRows(headings, rest, batches) };
  }
  throw new Refused(`${show(name)} is empty: its first line must hold the headings of its columns`);
}

async function* readRecords(
  lines: AsyncIterable<readonly Line[]>,
): AsyncGenerator<readonly CsvRecord[]> {
  const records = startRecords();
  for await (const batch of lines) yield batch.flatMap((line) => records.add(line));
  yield records.end();
}

function headingsOf({ cells, fault, line }: CsvRecord, name: string): readonly string[] {
  const where = `the headings of ${show(name)}, on line ${line},`;
  if (!cells) throw new Refused(`${where} can't be read: ${fault.message}; ${fault.help}`);
  const headings = cells.map((c) => c.trim());
  const empty = headings.indexOf("");
  if (empty >= 0) {
    throw new Refused(
      `${where} leave column ${empty + 1} of ${cells.length} without a name: give it one, or take the column out`,
    );
  }
  const seen = new Set<string>();
  const twice = headings.find((h) => seen.size === seen.add(h).size);
  if (twice !== undefined) {
    throw new Refused(
      `${where} have ${show(twice)} twice: rename one of the two, so that it is clear which is meant`,
    );
  }
  if (headings.some((h) => h.includes("\r"))) {
    throw new Refused(`${where} end with a carriage return alone: save it with line feeds`);
  }
  return headings;
}

async function* readRows(
  headings: readonly string[],
  first: readonly CsvRecord[],
  later: AsyncIterable<readonly CsvRecord[]>,
): AsyncGenerator<readonly Row[]> {
  let row = 0;
  const rowOf = ({ line, cells, fault }: CsvRecord): Row => {
    row += 1;
    if (!cells) return { row, line, faults: [fault] };
    if (cells.length !== headings.length) {
      return { row, line, faults: [miscounted(cells, headings)] };
    }
    return { row, line, record: Object.fromEntries(headings.map((h, i) => [h, cells[i]])) };
  };
  yield first.map(rowOf);
  for await (const batch of later) yield batch.map(rowOf);
}

function miscounted(cells: readonly string[], headings: readonly string[]): Fault {
  const many = cells.length > headings.length;
  return {
    value: Papa.unparse([cells as string[]]),
    message: `the row has ${counted(cells.length, "cell")}, and the file ${counted(headings.length, "heading")}`,
    help: many
      ? "put quotes around a cell that has a comma in it"
      : `give every column a cell, if only an empty one: ${listed(headings)}`,
  };
}
