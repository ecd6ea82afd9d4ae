import type { Line } from "./lines.ts";
import type { Fault, Row, Table } from "./row.ts";

/** Opens JSON lines: each line that is not blank is an object, and a row. */
export async function openJsonLines(lines: AsyncIterable<readonly Line[]>): Promise<Table> {
  const batches = readRows(lines);
  const { value: first } = await batches.next();
  const keys = (first ?? []).flatMap((row) => Object.keys(row.record ?? {}));
  return { format: "jsonl", headings: [...new Set(keys)], rows: chain(first ?? [], batches) };
}

async function* chain(
  first: readonly Row[],
  later: AsyncIterable<readonly Row[]>,
): AsyncGenerator<readonly Row[]> {
  yield first;
  yield* later;
}

async function* readRows(
  lines: AsyncIterable<readonly Line[]>,
): AsyncGenerator<readonly Row[], undefined> {
  let row = 0;
  for await (const batch of lines) {
    const written = batch.filter((l) => l.text === undefined || l.text.trim() !== "");
    yield written.map((line) => {
      row += 1;
      return { row, line: line.number, ...readObject(line) };
    });
  }
}

type Read =
  | { readonly record: Readonly<Record<string, unknown>>; readonly faults?: undefined }
  | { readonly record?: undefined; readonly faults: readonly Fault[] };

function readObject({ text, fault }: Line): Read {
  if (fault) return { faults: [fault] };
  const value = parse(text);
  if (value === undefined) return { faults: [{ value: text, ...broken }] };
  if (typeof value !== "object" || value === null || Array.isArray(value)) {
    return { faults: [{ value: text, ...noObject }] };
  }
  return { record: value as Readonly<Record<string, unknown>> };
}

function parse(text: string): unknown {
  try {
    return JSON.parse(keepDigits(text));
  } catch {
    return undefined;
  }
}

/**
 * Puts quotes around numbers with more digits than a number holds, so that what would be rounded in
 * silence is seen as it was written.
 */
function keepDigits(text: string): string {
  if (!/\d[\d.]{15,}/.test(text)) return text;
  return text.replace(/"(?:[^"\\]|\\.)*"|-?\d[\d.eE+-]*/g, (token) =>
    /^-?\d[\d.]{15,}$/.test(token) ? `"${token}"` : token,
  );
}

const broken = {
  message: "the line is not JSON",
  help: 'write one JSON object a line, such as `{"members": 12}`',
};
const noObject = {
  message: "the line is JSON and not an object",
  help: "write one JSON object a line, its keys the names of facts",
};
