import Papa from "papaparse";
import type { Line } from "./lines.ts";
import type { Fault } from "./row.ts";

/** A record of a CSV file: its cells, or why it has none, and the line it begins on. */
export type CsvRecord =
  | { readonly line: number; readonly cells: readonly string[]; readonly fault?: undefined }
  | { readonly line: number; readonly cells?: undefined; readonly fault: Fault };

/** Over how many lines one quoted cell may go: a quote never closed must not eat the file. */
const mostLines = 100;

/**
 * Puts lines together to records: a cell in quotes may go over several lines. Where a quote is
 * never closed only the line it stands on is lost; the next line is a record of its own again.
 */
export function startRecords() {
  const waiting: Line[] = [];
  let tried = 0;

  function drain(atEnd: boolean): readonly CsvRecord[] {
    const records: CsvRecord[] = [];
    while (waiting.length > 0) {
      const found = firstRecord(waiting, tried, atEnd);
      tried = found ? 0 : waiting.length;
      if (!found) break;
      waiting.splice(0, found.lines);
      if (found.record) records.push(found.record);
    }
    return records;
  }

  return {
    add(line: Line): readonly CsvRecord[] {
      waiting.push(line);
      return drain(false);
    },
    end: () => drain(true),
  };
}

interface Found {
  readonly record?: CsvRecord | undefined;
  /** How many of the lines it takes. */
  readonly lines: number;
}

/** Finds the first record of some lines, or nothing where its quote may close on a later line. */
function firstRecord(lines: readonly Line[], tried: number, atEnd: boolean): Found | undefined {
  const { number: line, text, fault } = lines[0] as Line;
  if (fault) return { record: { line, fault }, lines: 1 };
  if (text.trim() === "") return { lines: 1 };
  if (!text.includes('"')) return { record: { line, cells: text.split(",") }, lines: 1 };
  for (let last = tried; last < lines.length; last++) {
    if (lines[last]?.fault) return lost(line, text, unclosed);
    if (last > 0 && !lines[last]?.text?.includes('"')) continue;
    const joined = lines.slice(0, last + 1).map((l) => l.text);
    const { data, errors } = Papa.parse<string[]>(joined.join("\n"), rfc4180);
    if (errors.some((e) => e.code === "InvalidQuotes")) return lost(line, text, misquoted);
    if (errors.length === 0) return { record: { line, cells: data[0] ?? [] }, lines: last + 1 };
  }
  return atEnd || lines.length >= mostLines ? lost(line, text, unclosed) : undefined;
}

const rfc4180 = { delimiter: ",", newline: "\n" as const };

function lost(line: number, value: string, fault: Fault): Found {
  return { record: { line, fault: { ...fault, value } }, lines: 1 };
}

const unclosed: Fault = {
  message: { zh: "引号没有闭合", en: "a quote is opened and never closed" },
  help: {
    zh: '闭合引号；属于文字的引号写两个：`""`',
    en: 'close the quote, or write a quote that belongs to the text twice: `""`',
  },
};
const misquoted: Fault = {
  message: { zh: "闭合的引号后面还有文字", en: "text follows a closing quote" },
  help: {
    zh: '属于文字的引号写两个：`""`',
    en: 'write a quote that belongs to the text twice: `""`',
  },
};
