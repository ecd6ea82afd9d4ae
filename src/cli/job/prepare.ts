import type { Program } from "../../execute/program.ts";
import { nearest } from "../../ruleset/suggest.ts";
import { openTable } from "../input/open.ts";
import type { Row, Table } from "../input/row.ts";
import { openSource, type Source } from "../input/source.ts";
import { type Io, listed, Refused, show } from "../io.ts";
import { applyMapping } from "../mapping/apply.ts";
import type { Bound, Facts } from "../mapping/binding.ts";
import { loadMapping } from "../mapping/load.ts";
import { matchColumns } from "../mapping/match.ts";
import { type ReadRow, readRow } from "../mapping/read.ts";
import type { Mapping } from "../mapping/schema.ts";
import { loadProgram } from "../rulesets.ts";
import { type Choice, chooseDecisions, keepFed } from "./choose.ts";
import { factsOf } from "./facts.ts";
import type { Request } from "./request.ts";

/** A run made ready: every word of the request is checked, the input is open. */
export interface Job extends Choice {
  readonly program: Program;
  readonly source: Source;
  readonly idColumn?: string | undefined;
  /** Starts a pass over all rows, in batches, each row read as facts. */
  pass(): Promise<AsyncIterable<readonly ReadRow[]>>;
}

/** Makes a run ready. The caller closes `source`. */
export async function prepare(request: Request, io: Io): Promise<Job> {
  const program = await loadProgram(request.ruleset, request.settings, io);
  const mapping = request.mapping ? await loadMapping(request.mapping, io) : undefined;
  const choice = chooseDecisions(program, request.decisions, request.subject ?? mapping?.subject);
  const again = choice.decisions.some((d) => d.grain === "population");
  const source = await openSource(request.input, again, io);
  try {
    const first = await openTable(source, request);
    const bound = bind(first, program, choice.subject, mapping);
    checkFed(choice, program, bound, first);
    const kept = keep(choice, request, program, bound, first);
    const pass = startPasses(first, () => openTable(source, request));
    const own = program.facts[choice.subject] ?? {};
    const seen: Seen = {};
    return {
      ...kept,
      notes: [...bound.notes, ...kept.notes],
      program,
      source,
      idColumn: bound.id,
      pass: async () => readAll((await pass()).rows, bound, own, seen, io),
    };
  } catch (error) {
    await source.close();
    throw error;
  }
}

function bind(table: Table, program: Program, subject: string, mapping?: Mapping): Bound {
  const own = program.facts[subject] ?? {};
  if (!mapping) return matchColumns(own, table, subject);
  const { id, facts } = program.document;
  return applyMapping(mapping, { ruleset: id, own, all: facts }, table);
}

/** Keeps the decisions that are named; of all others, those the input has facts for. */
function keep(
  choice: Choice,
  request: Request,
  program: Program,
  bound: Bound,
  { format, headings }: Table,
): Choice {
  const told = format === "csv" || headings.length > 0;
  const named = request.decisions.length > 0;
  return named || !told ? choice : keepFed(choice, program, bound.given);
}

/** The first pass goes on with the table that is open; each later one opens it again. */
function startPasses(first: Table, again: () => Promise<Table>): () => Promise<Table> {
  let opened: Table | undefined = first;
  return async () => {
    const table = opened ?? (await again());
    opened = undefined;
    return table;
  };
}

/** What a pass must find again: the rows of the pass before it. */
interface Seen {
  rows?: number;
}

async function* readAll(
  rows: AsyncIterable<readonly Row[]>,
  bound: Bound,
  own: Facts,
  seen: Seen,
  io: Io,
): AsyncGenerator<readonly ReadRow[]> {
  let count = 0;
  for await (const batch of rows) {
    io.signal?.throwIfAborted();
    count += batch.length;
    yield batch.map((row) => readRow(row, bound, own));
  }
  if (seen.rows !== undefined && seen.rows !== count) {
    throw new Refused(
      `the input changed while it was read: it had ${seen.rows} rows and has ${count}; run it on a copy`,
    );
  }
  seen.rows = count;
}

/** Refuses an input that has none of the facts the decisions read. */
function checkFed({ decisions }: Choice, program: Program, bound: Bound, table: Table) {
  const needed = [...new Set(decisions.flatMap((d) => [...factsOf(program.plan, d)]))];
  if (needed.length === 0 || needed.some((f) => bound.given.has(f))) return;
  if (table.format === "jsonl" && table.headings.length === 0) return;
  const told = needed.slice(0, 12).map((name) => {
    const { label, aliases = [] } = program.document.facts[name] as Facts[string];
    const near = [name, label.zh, label.en, ...aliases]
      .map((n) => nearest(n, table.headings))
      .find((n) => n !== undefined);
    const same = near === undefined ? "" : `; did you mean it by ${show(near)}?`;
    return `  ${show(name)} (${[label.zh, label.en, ...aliases].join(", ")})${same}`;
  });
  throw new Refused(
    [
      `no column is a fact that ${listed(decisions.map((d) => d.name))} needs; the headings are ${listed(table.headings)}, and the facts wanted:`,
      ...told,
      helpOn(table.headings),
    ].join("\n"),
  );
}

function helpOn(headings: readonly string[]): string {
  const [only = "", ...others] = headings;
  const mark = others.length === 0 ? /[;\t|]/.exec(only)?.[0] : undefined;
  if (mark === undefined) return "rename the columns, or say which is which with --map";
  return `the headings look separated by ${mark === "\t" ? "tabs" : show(mark)}: save the file with commas`;
}
