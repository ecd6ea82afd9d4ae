import Papa from "papaparse";
import type { Text } from "../../ruleset/text.ts";
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
  if (!cells) throw new Refused(`${where} can't be read: ${fault.message.en}; ${fault.help.en}`);
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
  const [own, all] = [cells.length, headings.length];
  return {
    value: Papa.unparse([cells as string[]]),
    message: {
      zh: `这一行有 ${own} 个单元格，而文件有 ${all} 个列标题`,
      en: `the row has ${counted(own, "cell")}, and the file ${counted(all, "heading")}`,
    },
    help:
      own > all
        ? quoteComma
        : {
            zh: `${everyCell.zh}：${listed(headings, "zh")}`,
            en: `${everyCell.en}: ${listed(headings)}`,
          },
  };
}

const quoteComma: Text = {
  zh: "单元格里有逗号时，用引号把它括起来",
  en: "put quotes around a cell that has a comma in it",
};
const everyCell: Text = {
  zh: "每一列都要有单元格，可以是空的",
  en: "give every column a cell, if only an empty one",
};
