import type { Text } from "../../ruleset/text.ts";

/** Why a row can't be read: where, what stood there, the reason, and how to mend it. */
export interface Fault {
  /** The column; absent where the whole row is at fault. */
  readonly column?: string | undefined;
  readonly value?: unknown;
  readonly message: Text;
  readonly help: Text;
}

interface Place {
  /** The row's place among the rows of the input, from 1 on. */
  readonly row: number;
  /** The line of the file on which the row begins, from 1 on. */
  readonly line: number;
}

/** A row as it stands in the input, or why it is none. */
export type Row = Place &
  (
    | { readonly record: Readonly<Record<string, unknown>>; readonly faults?: undefined }
    | { readonly record?: undefined; readonly faults: readonly Fault[] }
  );

/** An input opened at its beginning. */
export interface Table {
  readonly format: Format;
  /** The headings of a CSV file, or the keys of the first row of JSON lines. */
  readonly headings: readonly string[];
  /** The rows, in batches as they are read. */
  readonly rows: AsyncIterable<readonly Row[]>;
}

export const formats = ["csv", "jsonl"] as const;
export type Format = (typeof formats)[number];
