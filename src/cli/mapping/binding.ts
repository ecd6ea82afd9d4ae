import type { Fact } from "../../ruleset/schema/fact.ts";
import { cellReader } from "./cell.ts";
import type { CellRead } from "./reading.ts";
import type { MappedColumn } from "./schema.ts";

/** The declared facts of one subject. */
export type Facts = Readonly<Record<string, Fact>>;

/** A column that is read as a fact. */
export interface Binding {
  readonly fact: string;
  readonly column: string;
  readonly type: Fact["type"];
  read(cell: unknown): CellRead;
}

/** How the rows of an input become facts. */
export interface Bound {
  /** The columns of a record that are facts. */
  bindingsIn(record: Readonly<Record<string, unknown>>): readonly Binding[];
  /** Facts that are the same in every row. */
  readonly constants: Readonly<Record<string, unknown>>;
  /** The column that names a record in the output. */
  idIn(record: Readonly<Record<string, unknown>>): string | undefined;
  /** The facts that a column or a constant gives. */
  readonly given: ReadonlySet<string>;
  /** What the user may want to know, one line each. */
  readonly notes: readonly string[];
}

export function bindingOf(
  name: string,
  fact: Fact,
  column: string,
  as: Omit<MappedColumn, "column"> = {},
): Binding {
  return { fact: name, column, type: fact.type, read: cellReader(fact, as) };
}
