import type { Program } from "../../execute/program.ts";
import type { Table } from "../input/row.ts";
import { listed, Refused, show } from "../io.ts";
import type { Bound, Facts } from "../mapping/binding.ts";
import { namesOf, nearHeading } from "../mapping/near.ts";
import type { Choice } from "./choose.ts";
import { factsOf } from "./facts.ts";

/** Refuses an input that has none of the facts the decisions read. */
export function checkFed(choice: Choice, program: Program, bound: Bound, table: Table) {
  const [unfed] = tellUnfed(choice, program, bound, table);
  if (unfed !== undefined) throw new Refused(unfed);
}

/** Tells that an input has none of the facts the decisions read, and which these are. */
export function tellUnfed(
  { decisions }: Choice,
  program: Program,
  bound: Bound,
  table: Table,
): readonly string[] {
  const needed = [...new Set(decisions.flatMap((d) => [...factsOf(program.plan, d)]))];
  if (needed.length === 0 || needed.some((f) => bound.given.has(f))) return [];
  if (table.format === "jsonl" && table.headings.length === 0) return [];
  const told = needed.slice(0, 12).map((name) => {
    const fact = program.document.facts[name] as Facts[string];
    const near = nearHeading(name, fact, table.headings);
    const same = near === undefined ? "" : `; did you mean it by ${show(near)}?`;
    return `  ${show(name)} (${namesOf(name, fact).slice(1).join(", ")})${same}`;
  });
  return [
    [
      `no column is a fact that ${listed(decisions.map((d) => d.name))} needs; the headings are ${listed(table.headings)}, and the facts wanted:`,
      ...told,
      helpOn(table.headings),
    ].join("\n"),
  ];
}

function helpOn(headings: readonly string[]): string {
  const [only = "", ...others] = headings;
  const mark = others.length === 0 ? /[;\t|]/.exec(only)?.[0] : undefined;
  if (mark === undefined) return "rename the columns, or say which is which with --map";
  return `the headings look separated by ${mark === "\t" ? "tabs" : show(mark)}: save the file with commas`;
}
