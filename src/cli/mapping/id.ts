import { idsOf } from "../../execute/facts.ts";
import type { Table } from "../input/row.ts";
import type { Binding, Bound } from "./binding.ts";

/**
 * Finds the column that names the rows: the one matched to the id of their subject, or to
 * `accountId`; else the first whose heading is an id by its name, and no fact but a text.
 */
function idColumn(
  bindings: readonly Binding[],
  headings: readonly string[],
  subject: string,
): string | undefined {
  const matched = idsOf(subject).map((id) => bindings.find((b) => b.fact === id));
  const found = matched.find((b) => b !== undefined);
  if (found) return found.column;
  const others = new Set(bindings.filter((b) => b.type !== "text").map((b) => b.column));
  return headings.find((h) => isId(h.trim()) && !others.has(h));
}

/**
 * How the column that names a record is found: in a table, it is one for all rows; each record of
 * JSON lines has keys of its own.
 */
export function idFinder(
  { headings, format }: Table,
  bindingsIn: Bound["bindingsIn"],
  subject: string,
): Bound["idIn"] {
  if (format === "jsonl")
    return (record) => idColumn(bindingsIn(record), Object.keys(record), subject);
  const column = idColumn(bindingsIn({}), headings, subject);
  return () => column;
}

/** Ends in a word that means an id: `account_id`, `accountId`, `客户ID`, and not `paid`. */
const isId = (heading: string) =>
  /(^|[^a-z])id$/i.test(heading) || /[a-z]I[Dd]$/.test(heading) || /(编号|账号)$/.test(heading);
