import type { Program } from "../../execute/program.ts";
import { openTable } from "../input/open.ts";
import type { Table } from "../input/row.ts";
import { openSource, type Source } from "../input/source.ts";
import type { Io } from "../io.ts";
import { applyMapping } from "../mapping/apply.ts";
import type { Bound } from "../mapping/binding.ts";
import { loadMapping } from "../mapping/load.ts";
import { matchColumns } from "../mapping/match.ts";
import type { Mapping } from "../mapping/schema.ts";
import { loadProgram } from "../rulesets.ts";
import { type Choice, chooseDecisions, keepFed } from "./choose.ts";
import { checkFed, tellUnfed } from "./fed.ts";
import { type Passes, startPasses } from "./passes.ts";
import type { Request } from "./request.ts";
import { checkFits } from "./subject.ts";

/** A run made ready: every word of the request is checked, the input is open. */
export interface Job extends Choice {
  readonly program: Program;
  /** The files that the ruleset may have come from. */
  readonly files: readonly string[];
  readonly source: Source;
  /** The input as it was opened first. */
  readonly table: Table;
  /** Can a row be picked by its id: no column of a table may name the rows. */
  readonly hasIds: boolean;
  /** Starts a pass over all rows, in batches, each row read as facts. */
  readonly pass: Passes["pass"];
}

/** Makes a run ready. The caller closes `source`. */
export async function prepare(request: Request, io: Io): Promise<Job> {
  const { program, found } = await loadProgram(request, io);
  const mapping = request.mapping ? await loadMapping(request.mapping, io) : undefined;
  const choice = chooseDecisions(program, request.decisions, request.subject ?? mapping?.subject);
  const again = choice.decisions.some((d) => d.grain === "population");
  const source = await openSource(request.input, again, io);
  try {
    const first = await openTable(source, request);
    const files = [found.file, ...found.others.map((d) => d.file)];
    return open({ request, program, files, mapping, choice, source, first }, io);
  } catch (error) {
    await source.close();
    throw error;
  }
}

interface Opened {
  readonly request: Request;
  readonly program: Program;
  readonly files: readonly string[];
  readonly mapping: Mapping | undefined;
  readonly choice: Choice;
  readonly source: Source;
  readonly first: Table;
}

function open(opened: Opened, io: Io): Job {
  const { request, program, files, mapping, choice, source, first } = opened;
  const { subject } = choice;
  const asked = request.subject ?? mapping?.subject ?? request.decisions[0];
  if (asked === undefined) checkFits(subject, program, first, mapping);
  const { aside } = request;
  const bound = bind(first, program, subject, mapping, aside);
  // Only at its end is it known which keys JSON lines have.
  const late = first.format === "jsonl";
  if (!late || mapping) checkFed(choice, program, bound, first);
  const starved = request.decisions.length === 0 && (!late || mapping);
  const kept = starved ? keepFed(choice, program, bound.given) : choice;
  const own = program.facts[subject] ?? {};
  const { keys, pass } = startPasses(first, source, request, bound, own, io);
  return {
    ...kept,
    get notes() {
      const told = late ? tellKeys(keys, first, program, kept, mapping, aside) : bound.notes;
      return [...told, ...kept.notes];
    },
    program,
    files,
    source,
    table: first,
    hasIds: late || bound.idIn({}) !== undefined,
    pass,
  };
}

/** Tells of the keys that JSON lines had, as the headings of a table are told of before its rows. */
function tellKeys(
  keys: ReadonlySet<string>,
  first: Table,
  program: Program,
  choice: Choice,
  mapping?: Mapping,
  aside?: readonly string[],
): readonly string[] {
  const table = { ...first, headings: [...keys] };
  const whole = bind(table, program, choice.subject, mapping, aside);
  return [...whole.notes, ...tellUnfed(choice, program, whole, table)];
}

function bind(
  table: Table,
  program: Program,
  subject: string,
  mapping?: Mapping,
  aside?: readonly string[],
): Bound {
  const own = program.facts[subject] ?? {};
  if (!mapping) return matchColumns(own, table, subject, aside);
  const { id, facts } = program.document;
  return applyMapping(mapping, { ruleset: id, subject, own, all: facts }, table);
}
