import { readFacts } from "../../execute/facts.ts";
import type { Known } from "../../execute/reference.ts";
import type { Fault, Row } from "../input/row.ts";
import { Written, written } from "../input/written.ts";
import type { Bound, Facts } from "./binding.ts";

/** A row read as facts, or rejected with everything that is wrong in it. */
export type ReadRow = {
  readonly row: number;
  readonly line: number;
  readonly id?: string | undefined;
} & (
  | {
      readonly known: Known;
      /** The facts as `fit` takes them. */
      readonly facts: Readonly<Record<string, unknown>>;
      /** The row as it stands in the input. */
      readonly record: Readonly<Record<string, unknown>>;
      readonly faults?: undefined;
    }
  | { readonly known?: undefined; readonly faults: readonly Fault[] }
);

/** Reads a row as the facts of its subject. */
export function readRow(row: Row, bound: Bound, declared: Facts): ReadRow {
  const place = { row: row.row, line: row.line };
  if (row.faults) return { ...place, faults: row.faults };
  const { record } = row;
  const id = idOf(record, bound);
  const { facts, faults, columns } = readCells(record, bound);
  const { known, faults: others } = readFacts(declared, facts);
  if (faults.length + others.length === 0) return { ...place, id, known, facts, record };
  const all = [
    ...faults,
    ...others.map(({ fact, value, message, help }): Fault => {
      const column = columns.get(fact) ?? fact;
      const cell = columns.has(fact) ? record[column] : value;
      return { column, value: written(cell), message, help };
    }),
  ];
  return { ...place, id, faults: inOrder(all, Object.keys(record)) };
}

/** Puts faults in the order of the columns. */
function inOrder(faults: readonly Fault[], columns: readonly string[]): readonly Fault[] {
  const order = new Map(columns.map((column, i) => [column, i]));
  const at = ({ column = "" }: Fault) => order.get(column) ?? -1;
  return faults.toSorted((a, b) => at(a) - at(b));
}

function idOf(record: Readonly<Record<string, unknown>>, bound: Bound): string | undefined {
  const id = bound.idIn(record);
  const value = id !== undefined && Object.hasOwn(record, id) ? record[id] : undefined;
  const isPlain = value instanceof Written || typeof value !== "object";
  return value === undefined || !isPlain ? undefined : String(value).trim() || undefined;
}

/** Reads the cells of a record that are facts; a fact given twice in one record is at fault. */
function readCells(record: Readonly<Record<string, unknown>>, bound: Bound) {
  const facts: Record<string, unknown> = { ...bound.constants };
  const columns = new Map<string, string>();
  const faults: Fault[] = [];
  for (const { fact, column, read } of bound.bindingsIn(record)) {
    const value = Object.hasOwn(record, column) ? record[column] : undefined;
    const cell = read(value);
    const before = columns.get(fact);
    if (before !== undefined) faults.push(twice(before, column, value));
    else if ("value" in cell) facts[fact] = cell.value;
    else faults.push({ column, value: written(value), ...cell });
    columns.set(fact, column);
  }
  return { facts, faults, columns };
}

function twice(first: string, column: string, value: unknown): Fault {
  return {
    column,
    value: written(value),
    message: {
      zh: `它与 \`${first}\` 是同一项事实，而这一行两个都有`,
      en: `it is the same fact as \`${first}\`, and the row has both`,
    },
    help: { zh: "只保留一个", en: "keep one of the two" },
  };
}
