import { readFacts } from "../../execute/facts.ts";
import type { Fact } from "../../ruleset/schema/fact.ts";
import { nearest } from "../../ruleset/suggest.ts";
import type { Table } from "../input/row.ts";
import { listed, Refused, show } from "../io.ts";
import { type Bound, bindingOf, type Facts } from "./binding.ts";
import { idFinder } from "./id.ts";
import type { MappedColumn, Mapping } from "./schema.ts";

/** What a mapping is applied to: the rows' subject, its facts, and all facts there are. */
export interface Declared {
  readonly ruleset: string;
  readonly subject: string;
  readonly own: Facts;
  readonly all: Facts;
}

/** Applies a mapping to a table: one mapping may serve several rulesets, each with its own facts. */
export function applyMapping(mapping: Mapping, declared: Declared, table: Table): Bound {
  const columns = Object.entries(mapping.columns).map(
    ([name, c]) => [name, typeof c === "string" ? { column: c } : c] as const,
  );
  const { constants = {} } = mapping;
  const notes = strangers([...Object.keys(mapping.columns), ...Object.keys(constants)], declared);
  const own = columns.filter(([name]) => Object.hasOwn(declared.own, name));
  const bindings = own.map(([name, { column, ...as }]) => {
    checkColumn(name, declared.own[name] as Fact, as);
    return bindingOf(name, declared.own[name] as Fact, column, as);
  });
  const named = [...bindings.map((b) => b.column), ...(mapping.id ? [mapping.id] : [])];
  const kept = keepOwn(constants, declared);
  const bindingsIn = () => bindings;
  return {
    bindingsIn,
    constants: kept,
    idIn: mapping.id ? () => mapping.id : idFinder(table, bindingsIn, declared.subject),
    given: new Set([...bindings.map((b) => b.fact), ...Object.keys(kept)]),
    notes: [...notes, ...absent(named, table, "the mapping names")],
  };
}

/** Tells of facts the ruleset does not declare; a mapping of which it declares none is refused. */
function strangers(names: readonly string[], { ruleset, all }: Declared): readonly string[] {
  const unknown = names.filter((name) => !Object.hasOwn(all, name));
  if (unknown.length === 0) return [];
  const told = unknown.map((name) => {
    const near = nearest(name, Object.keys(all));
    return near ? `${show(name)} (did you mean \`${near}\`?)` : show(name);
  });
  const which = `facts that ${show(ruleset)} does not declare: ${told.join(", ")}`;
  if (unknown.length < names.length) return [`the mapping names ${which}`];
  const known = listed(Object.keys(all));
  throw new Refused(`the mapping names only ${which}; the ruleset declares ${known}`);
}

/** Refuses a column that a CSV file does not have; a key may be absent from JSON lines. */
export function absent(
  columns: readonly string[],
  { headings, format }: Table,
  who: string,
): readonly string[] {
  const missing = [...new Set(columns)].filter((c) => !headings.includes(c));
  if (missing.length === 0) return [];
  const told = missing.map((column) => {
    const near = nearest(column, headings);
    return near ? `${show(column)} (did you mean ${show(near)}?)` : show(column);
  });
  const which = `${who} columns that the input does not have: ${told.join(", ")}`;
  if (format === "csv") throw new Refused(`${which}; its headings are ${listed(headings)}`);
  return [which];
}

function keepOwn(constants: NonNullable<Mapping["constants"]>, { own }: Declared) {
  const kept = Object.entries(constants).filter(([name]) => Object.hasOwn(own, name));
  for (const [name, value] of kept)
    checkValue(`the constant ${show(name)}`, name, own[name] as Fact, value);
  return Object.fromEntries(kept);
}

/** Checks the values that a mapping itself states for a fact. */
export function checkColumn(
  name: string,
  fact: Fact,
  { values = {}, blank, divide, scale }: Omit<MappedColumn, "column">,
) {
  const numeric = divide !== undefined || scale !== undefined;
  if (numeric && fact.type !== "number") {
    throw new Refused(
      `the mapping divides or rounds ${show(name)}, which is no number: take \`divide\` and \`scale\` out`,
    );
  }
  if (blank !== undefined) checkValue(`\`blank\` of ${show(name)}`, name, fact, blank);
  for (const [text, value] of Object.entries(values)) {
    checkValue(`the value of ${show(text)} for ${show(name)}`, name, fact, value);
  }
}

function checkValue(what: string, name: string, fact: Fact, value: unknown) {
  const [fault] = readFacts({ [name]: fact }, { [name]: value }).faults;
  if (!fault) return;
  throw new Refused(
    `the mapping states ${what} as ${show(value)}: ${fault.message.en}; ${fault.help.en}`,
  );
}
