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
    return await bindRows(request, program, mapping, choice, source, io);
  } catch (error) {
    await source.close();
    throw error;
  }
}

async function bindRows(
  request: Request,
  program: Program,
  mapping: Mapping | undefined,
  choice: Choice,
  source: Source,
  io: Io,
): Promise<Job> {
  const { document } = program;
  const first = await openTable(source, request);
  const own = program.facts[choice.subject] ?? {};
  const declared = { ruleset: document.id, own, all: document.facts };
  const bound = mapping
    ? applyMapping(mapping, declared, first)
    : matchColumns(own, first, choice.subject);
  checkFed(choice, program, bound, first);
  const told = first.format === "csv" || first.headings.length > 0;
  const all = request.decisions.length > 0 || !told;
  const kept = all ? choice : keepFed(choice, program, bound.given);
  const notes = [...bound.notes, ...kept.notes];
  let opened: Table | undefined = first;
  return {
    ...kept,
    notes,
    program,
    source,
    idColumn: bound.id,
    async pass() {
      const table = opened ?? (await openTable(source, request));
      opened = undefined;
      return readAll(table.rows, bound, own, io);
    },
  };
}

async function* readAll(
  rows: AsyncIterable<readonly Row[]>,
  bound: Bound,
  own: Facts,
  io: Io,
): AsyncGenerator<readonly ReadRow[]> {
  for await (const batch of rows) {
    io.signal?.throwIfAborted();
    yield batch.map((row) => readRow(row, bound, own));
  }
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
