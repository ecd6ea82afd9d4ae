import type { Table } from "../input/row.ts";
import { listed, Refused, show } from "../io.ts";
import { type Binding, type Bound, bindingOf, type Facts } from "./binding.ts";

/** Matches columns to facts by the fact's name, its labels or aliases, whatever the case. */
export function matchColumns(facts: Facts, { headings, format }: Table, subject: string): Bound {
  const find = finder(facts);
  const found = headings.flatMap((h) => find(h));
  if (format === "csv") refuseTwice(found);
  const unused = headings.filter((h) => find(h).length === 0);
  const used = [`columns that are no fact: ${listed(unused)}`];
  return {
    bindingsIn: format === "csv" ? () => found : (record) => Object.keys(record).flatMap(find),
    constants: {},
    id: found.find((b) => b.fact === `${subject}Id` || b.fact === "accountId")?.column,
    given: new Set(found.map((b) => b.fact)),
    notes: unused.length > 0 && found.length > 0 ? used : [],
  };
}

function finder(facts: Facts): (heading: string) => readonly Binding[] {
  const names = new Map<string, string>();
  for (const [name, { label, aliases = [] }] of Object.entries(facts)) {
    for (const n of [name, label.zh, label.en, ...aliases]) names.set(n.trim().toLowerCase(), name);
  }
  const known = new Map<string, readonly Binding[]>();
  return (heading) => {
    const before = known.get(heading);
    if (before) return before;
    const name = names.get(heading.trim().toLowerCase());
    const fact = name === undefined ? undefined : facts[name];
    const found = name && fact ? [bindingOf(name, fact, heading)] : [];
    if (known.size < 10_000) known.set(heading, found);
    return found;
  };
}

function refuseTwice(bindings: readonly Binding[]) {
  for (const [i, binding] of bindings.entries()) {
    const first = bindings.slice(0, i).find((b) => b.fact === binding.fact);
    if (!first) continue;
    throw new Refused(
      `the columns ${show(first.column)} and ${show(binding.column)} are both the fact ${show(binding.fact)}: rename one, or say which it is with --map`,
    );
  }
}
