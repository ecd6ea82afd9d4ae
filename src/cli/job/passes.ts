import { openTable, type Reading } from "../input/open.ts";
import type { Row, Table } from "../input/row.ts";
import type { Source } from "../input/source.ts";
import type { Io } from "../io.ts";
import type { Bound, Facts } from "../mapping/binding.ts";
import { type ReadRow, readRow } from "../mapping/read.ts";

/** The passes over an input. */
export interface Passes {
  /** Starts a pass over all rows, in batches, each row read as facts. */
  pass(): Promise<AsyncIterable<readonly ReadRow[]>>;
  /** The keys there were in JSON lines: each may have its own. */
  readonly keys: ReadonlySet<string>;
}

/** The first pass goes on with the table that is open; each later one opens it again. */
export function startPasses(
  first: Table,
  source: Source,
  reading: Reading,
  bound: Bound,
  own: Facts,
  io: Io,
): Passes {
  const keys = new Set<string>();
  let opened: Table | undefined = first;
  return {
    keys,
    async pass() {
      const table = opened ?? (await openTable(source, reading));
      opened = undefined;
      const see = table.format === "jsonl" ? (row: Row) => addKeys(keys, row) : undefined;
      return readAll(table, (row) => readRow(row, bound, own), see, io);
    },
  };
}

const mostKeys = 10_000;

function addKeys(keys: Set<string>, { record }: Row) {
  if (!record || keys.size >= mostKeys) return;
  for (const key of Object.keys(record)) keys.add(key);
}

async function* readAll(
  { rows }: Table,
  read: (row: Row) => ReadRow,
  see: ((row: Row) => void) | undefined,
  io: Io,
): AsyncGenerator<readonly ReadRow[]> {
  for await (const batch of rows) {
    io.signal?.throwIfAborted();
    if (see) batch.forEach(see);
    yield batch.map(read);
  }
}
