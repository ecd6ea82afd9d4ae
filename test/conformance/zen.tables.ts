import type { Condition, Expression } from "../../src/ruleset/expression.ts";
import { decision, text } from "../kinds/tiny.ts";
import { addFormula, type Content, type Making, publish, shortened } from "./zen.graph.ts";
import { conditionOf, type Said, unsayable, valueIn } from "./zen.said.ts";
import { readExpression } from "./zen.ts";

/*
 * Decision tables of ZEN as tables: an input is a column, a cell a cell. What is missing matches no
 * cell there, so an input that is a fact has a second column, whether it is given.
 */

type Rule = Readonly<Record<string, string>>;
type Cells = Record<string, unknown>;

/** Adds a table; what it gives that is not written but computed is chosen by the row it comes to. */
export function addTable(id: string, { hitPolicy, ...content }: Content, m: Making) {
  if (hitPolicy !== "first") return unsayable("rows gathered as objects");
  const { inputs = [], outputs = [], rules = [] } = content;
  const columns: Record<string, Expression> = {};
  const whens = rules.map((rule, r) => whenOf(rule, r, inputs, columns, m));
  const given = outputs.map((o) => ({
    path: o.field,
    cells: rules.map((rule) => readExpression(shortened(rule[o.id] ?? ""), m.names)),
  }));
  const columnsOut = [...given.map(({ cells }) => written(cells)), rules.map((_, r) => `r${r}`)];
  const shown = columnsOut.flatMap((cells, i) => (cells ? [[`o${i}`, cells] as const] : []));
  const outcome = ([, cells]: (typeof shown)[number]) =>
    typeof cells[0] === "number" ? {} : { outcomes: termsOf(cells as readonly string[], m) };
  m.decisions[id] = decision(id, "table", {
    hitPolicy,
    inputs: mapped(Object.entries(columns), ([c, value]) => [c, { label: text(c), value }]),
    outputs: mapped(shown, (s) => [s[0], { label: text(s[0]), ...outcome(s) }]),
    rows: mapped(whens.entries(), ([r, when]) => [
      `r${r}`,
      { when, then: mapped(shown, ([name, cells]) => [name, cells[r]]) },
    ]),
    order: rules.map((_, r) => `r${r}`),
  });
  for (const [i, { path, cells }] of given.entries()) {
    const [first] = cells;
    const kind = first?.kind === "boolean" ? "text" : first?.kind;
    if (columnsOut[i] && kind) publish(id, `o${i}`, path, kind, m);
    else addFormula(`${id}o${i}`, { [path]: byRow(cells, `${id}.o${given.length}`) }, m);
  }
}

function mapped<T>(of: Iterable<T>, make: (entry: T) => readonly [string, unknown]) {
  return Object.fromEntries([...of].map(make));
}

/** A yes or no is a label of that name. */
const termsOf = (cells: readonly string[], m: Making) =>
  mapped(cells, (c) => [c, m.terms[c] ?? text(c)]);

/** What is written in every cell; nothing where one of them is computed. */
function written(cells: readonly Said[]): readonly (string | number)[] | undefined {
  const values = cells.map((said) => {
    const value = valueIn(said);
    return typeof value === "boolean" ? String(value) : value;
  });
  const isPlain = values.every((v) => typeof v === "string" || typeof v === "number");
  return isPlain ? (values as readonly (string | number)[]) : undefined;
}

function byRow(cells: readonly Said[], row: string): Said {
  const cases = cells.map((said, r) => ({
    when: { decision: row, operator: "equal", value: `r${r}` } as Condition,
    then: valueIn(said),
  }));
  const last = cases.pop();
  const value = last && { choose: cases, otherwise: last.then };
  return { ...cells[0], value } as Said;
}

/** The cells of a row, and the columns they are in. */
function whenOf(
  rule: Rule,
  r: number,
  inputs: NonNullable<Content["inputs"]>,
  columns: Record<string, Expression>,
  m: Making,
): Cells {
  const when: Cells = {};
  for (const [i, { id, field }] of inputs.entries()) {
    const cell = shortened((rule[id] ?? "").trim());
    if (cell === "") continue;
    if (field === undefined) {
      columns[`i${i}r${r}`] = { when: conditionOf(readExpression(cell, m.names)) };
      when[`i${i}r${r}`] = true;
      continue;
    }
    const said = readExpression(shortened(field), m.names);
    const value = valueIn(said);
    columns[`i${i}`] = value;
    when[`i${i}`] = cellOf(cell, said);
    if (typeof value !== "object" || !("fact" in value)) continue;
    columns[`i${i}Given`] = { when: { fact: value.fact, operator: "given", value: true } };
    when[`i${i}Given`] = true;
  }
  return when;
}

const n = (digits: string | undefined) => Number(digits?.replaceAll("_", ""));
const signs: Readonly<Record<string, string>> = {
  ">": "above",
  ">=": "atLeast",
  "<": "below",
  "<=": "atMost",
};
const part = "-?[\\d_]+(?:\\.\\d+)?";

/** A cell as ours: a range, a number, a yes or no, labels, or a label that a list contains. */
function cellOf(cell: string, { kind }: Said): unknown {
  const [, sign, bound] = new RegExp(`^([<>]=?)\\s*(${part})$`).exec(cell) ?? [];
  if (sign) return { [signs[sign] as string]: n(bound) };
  const range = new RegExp(`^([[(])(${part})\\.\\.(${part})([\\])])$`).exec(cell);
  if (range) {
    const [, from, low, high, to] = range;
    return {
      [from === "[" ? "atLeast" : "above"]: n(low),
      [to === "]" ? "atMost" : "below"]: n(high),
    };
  }
  const contained = /^contains\(\$, '([^']*)'\)$/.exec(cell)?.[1];
  if (contained !== undefined && kind === "list") return contained;
  if (new RegExp(`^${part}$`).test(cell)) return n(cell);
  if (cell === "true" || cell === "false") return kind === "boolean" ? cell === "true" : cell;
  if (/^'[^']*'(,\s*'[^']*')*$/.test(cell))
    return [...cell.matchAll(/'([^']*)'/g)].map((l) => l[1]);
  return unsayable(`the cell ${cell}`);
}
