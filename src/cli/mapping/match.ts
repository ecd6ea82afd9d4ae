import type { Table } from "../input/row.ts";
import { Refused, show } from "../io.ts";
import { type Binding, type Bound, bindingOf, type Facts } from "./binding.ts";
import { idFinder } from "./id.ts";
import { namesOf, nearFact } from "./near.ts";

/**
 * Matches columns to facts by the fact's name, its labels or aliases, whatever the case; those set
 * `aside` are no facts.
 */
export function matchColumns(
  facts: Facts,
  table: Table,
  subject: string,
  aside: readonly string[] = [],
): Bound {
  const { headings, format } = table;
  const match = finder(facts);
  const find = (heading: string) => (aside.includes(heading) ? [] : match(heading));
  const found = headings.flatMap((h) => find(h));
  if (format === "csv") refuseTwice(found);
  const bindingsIn: Bound["bindingsIn"] =
    format === "csv" ? () => found : (record) => Object.keys(record).flatMap(find);
  const idIn = idFinder(table, bindingsIn, subject);
  const id = idIn(Object.fromEntries(headings.map((h) => [h, ""])));
  const unused = headings.filter((h) => h !== id && !aside.includes(h) && find(h).length === 0);
  return {
    bindingsIn,
    constants: {},
    idIn,
    given: new Set(found.map((b) => b.fact)),
    notes: found.length > 0 ? strangers(unused, found, facts) : [],
  };
}

/** Tells of columns that are no fact, and which fact each may mean. */
function strangers(
  unused: readonly string[],
  found: readonly Binding[],
  facts: Facts,
): readonly string[] {
  if (unused.length === 0) return [];
  const given = new Set(found.map((b) => b.fact));
  const open = Object.fromEntries(Object.entries(facts).filter(([name]) => !given.has(name)));
  const told = unused.slice(0, mostTold).map((heading) => {
    const near = nearFact(heading, open);
    return near ? `${show(heading)} (did you mean the fact \`${near}\`?)` : show(heading);
  });
  const rest = unused.length - told.length;
  return [`columns that are no fact: ${told.join(", ")}${rest > 0 ? ` and ${rest} more` : ""}`];
}

const mostTold = 12;

function finder(facts: Facts): (heading: string) => readonly Binding[] {
  const names = new Map<string, string>();
  for (const [name, fact] of Object.entries(facts)) {
    for (const n of namesOf(name, fact)) names.set(n.trim().toLowerCase(), name);
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
