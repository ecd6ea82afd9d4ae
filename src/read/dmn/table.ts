import type { WrittenOf } from "../../kinds/schema.ts";
import type { Expression } from "../../ruleset/expression.ts";
import { both, subject } from "../document.ts";
import { namer } from "../names.ts";
import { layOut, type Row, taken } from "../rows.ts";
import { childrenOf, type Element } from "../xml/element.ts";
import { type Column, readCell } from "./cell.ts";
import { readColumn } from "./column.ts";
import { entriesOf, type Output, readOutput, valueIn } from "./output.ts";
import { type Policy, readPolicy } from "./policy.ts";
import { type Reading, textOf } from "./reading.ts";

type Then = Readonly<Record<string, string | number>>;

/** A decision table that was carried over. */
export interface ReadTable {
  readonly table: WrittenOf<"table">;
  readonly outputs: readonly Output[];
}

/** Reads a decision table, or refuses what stands in its way. */
export function readTable(table: Element, name: string, reading: Reading): ReadTable | undefined {
  const clauses = childrenOf(table, "input");
  const key = namer("input", taken);
  const columns = clauses.map((c) => readColumn(c, key, reading));
  const output = namer("output", taken);
  const entries = entriesOf(table);
  const outputs = childrenOf(table, "output").map((o, i) => {
    return readOutput(o, entries[i] ?? [], name, output, reading);
  });
  const rules = childrenOf(table, "rule");
  if (clauses.length === 0) reading.refuse("no-input", table);
  if (rules.length === 0 || outputs.length === 0) reading.refuse("no-rows", table);
  const isWhole = [...columns, ...outputs].every((c) => c !== undefined);
  if (!isWhole || clauses.length === 0 || rules.length === 0 || outputs.length === 0) return;
  const whole = outputs as readonly Output[];
  const rows = rules.map((r, i) =>
    readRow(r, i, columns as readonly Column[], whole, name, reading),
  );
  const policy = readPolicy(table, whole, reading.refuse);
  const otherwise = readOtherwise(table, whole, policy, reading);
  if (!policy || rows.some((r) => !r)) return undefined;
  const inOrder = (policy.rows ?? rows.map((_, i) => i)).map((i) => rows[i] as Row<Then>);
  const laid = layOut(inputsOf(clauses, columns as readonly Column[], reading), inOrder);
  const decision = decisionOf(name, policy, laid, whole);
  return { table: { ...decision, ...(otherwise && { otherwise }) }, outputs: whole };
}

function decisionOf(
  name: string,
  policy: Policy,
  { order, ...body }: ReturnType<typeof layOut<Then>>,
  outputs: readonly Output[],
): WrittenOf<"table"> {
  const { hitPolicy, collect, ranks } = policy;
  const ordered = hitPolicy === "first" || hitPolicy === "collect" ? order : ranks;
  return {
    kind: "table",
    subject,
    label: both(name),
    citation: { rule: name, clause: "decision table" },
    hitPolicy,
    ...(collect && { collect }),
    ...body,
    outputs: Object.fromEntries(outputs.map((o) => [o.key, o.declared])),
    ...(ordered && { order: [...ordered] }),
  };
}

function inputsOf(clauses: readonly Element[], columns: readonly Column[], reading: Reading) {
  return Object.fromEntries(
    columns.map(({ variable, input }, i) => {
      const label = both(clauses[i]?.attributes.label || variable.name);
      return [input.key, { label, value: reading.refer(variable) as Expression }];
    }),
  );
}

function readRow(
  rule: Element,
  index: number,
  columns: readonly Column[],
  outputs: readonly Output[],
  name: string,
  reading: Reading,
): Row<Then> | undefined {
  const entries = childrenOf(rule, "inputEntry");
  const given = childrenOf(rule, "outputEntry");
  if (entries.length !== columns.length || given.length !== outputs.length) {
    reading.refuse("shape", rule);
    return undefined;
  }
  const asks = columns.flatMap((c, i) => readCell(entries[i] as Element, c, reading) ?? []);
  if (asks.length < columns.length) return undefined;
  const words = columns.map((c, i) => `${c.variable.name} ${textOf(entries[i])}`);
  const then = outputs.map((o) => [o.key, valueIn(o, o.entries[index] as never)]);
  const note = childrenOf(rule, "annotationEntry").map(textOf).find(Boolean);
  const label = note && both(note);
  const citation = { rule: name, clause: `rule ${index + 1}` };
  return { asks, then: Object.fromEntries(then), words, citation, ...(label && { label }) };
}

/** Reads what the table gives where no rule matches: for all outputs, and of one rule. */
function readOtherwise(
  table: Element,
  outputs: readonly Output[],
  policy: Policy | undefined,
  reading: Reading,
) {
  const given = outputs.filter((o) => o.otherwise);
  if (given.length === 0) return undefined;
  if (given.length < outputs.length) reading.refuse("default-part", table);
  if (policy?.hitPolicy === "collect" && (policy.collect ?? "count") === "count") {
    reading.refuse("default-list", table);
    return undefined;
  }
  const values = given.map((o) => [o.key, valueIn(o, o.otherwise as never)]);
  return Object.fromEntries(values) as Then;
}
