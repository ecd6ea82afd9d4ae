import Papa from "papaparse";
import type { Result } from "../../execute/result.ts";
import type { PlannedDecision } from "../../plan/plan.ts";
import type { Language } from "../../ruleset/text.ts";
import type { Fault } from "../input/row.ts";
import { show } from "../io.ts";
import { outputsOf } from "../job/facts.ts";
import type { RowResult } from "./result.ts";

/*
 * Results as CSV: one column an outcome. Cells are quoted where they need it and written as they
 * are: an id that begins with `=` or `+` stays what it is, so that it can be joined to its source.
 */

/** One column of the output that comes from a result. */
interface Column {
  readonly heading: string;
  readonly decision: string;
  read(result: Result): unknown;
}

/** The columns of a run's output: the outcome of each decision, and with `parts` each part of it. */
export function csvColumns(
  decisions: readonly PlannedDecision[],
  parts: boolean,
): readonly Column[] {
  return decisions.flatMap((d) => [...outcomeColumns(d), ...(parts ? partColumns(d) : [])]);
}

function outcomeColumns(decision: PlannedDecision): readonly Column[] {
  const { name, outcome } = decision;
  if (!Array.isArray(outcome)) return [{ heading: name, decision: name, read: (r) => r.outcome }];
  return outputsOf(decision).map((part) => ({
    heading: `${name}.${part.name}`,
    decision: name,
    read: (r) => read(r.outcome ?? r.parts, part.name),
  }));
}

function partColumns({ name, parts, outcome, kind, route }: PlannedDecision): readonly Column[] {
  const lists = kind === "checklist" ? ["unmet", "unknown", ...(route ? ["route"] : [])] : [];
  const outputs = Array.isArray(outcome) ? outcome.map((p) => p.name) : [];
  const names = [...new Set([...parts.map((p) => p.name), ...lists])];
  return names
    .filter((part) => !outputs.includes(part))
    .map((part) => ({
      heading: `${name}.${part}`,
      decision: name,
      read: (r) => read(r.parts, part),
    }));
}

function read(values: unknown, name: string): unknown {
  const inside = typeof values === "object" && values !== null && Object.hasOwn(values, name);
  return inside ? (values as Record<string, unknown>)[name] : undefined;
}

const before = ["row", "line", "id", "status"];
const after = ["missing", "rejected"];

/** The headings; a decision that is called as a column of every output is told from it. */
export function csvHeading(columns: readonly Column[]): string {
  const own = columns.map(({ heading }) =>
    [...before, ...after].includes(heading) ? `decision:${heading}` : heading,
  );
  return unparse([...before, ...own, ...after]);
}

/** Writes what came of a row as one line of CSV. */
export function csvLine(row: RowResult, columns: readonly Column[], lang: Language): string {
  const start = [row.row, row.line, row.id, row.status];
  if (row.status === "rejected") {
    return unparse([
      ...start,
      ...columns.map(() => undefined),
      "",
      row.faults.map((f) => tell(f, lang)).join(lang === "zh" ? "；" : "; "),
    ]);
  }
  const results = Object.values(row.results);
  const missing = [...new Set(results.flatMap((r) => r.missing))].join(";");
  const cells = columns.map((c) => c.read(row.results[c.decision] as Result));
  return unparse([...start, ...cells, missing, ""]);
}

function unparse(cells: readonly unknown[]): string {
  const texts = cells.map((c) => (Array.isArray(c) ? c.join(";") : (c ?? "")));
  return `${Papa.unparse([texts], { newline: "\n" })}\n`;
}

/** Tells a fault in one line. */
export function tell({ column, value, message, help }: Fault, lang: Language): string {
  const [words, colon, stop] = lang === "zh" ? [inChinese, "：", "；"] : [inEnglish, ": ", "; "];
  const where = column === undefined ? "" : words.column(show(column));
  const what = value === undefined ? "" : show(value);
  const place = [where, what].filter(Boolean).join(words.is);
  return `${place}${place ? colon : ""}${message[lang]}${stop}${help[lang]}`;
}

const inEnglish = { column: (name: string) => `column ${name}`, is: " is " };
const inChinese = { column: (name: string) => `列 ${name}`, is: " 是 " };
