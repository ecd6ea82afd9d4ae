import type { Program } from "../../execute/program.ts";
import type { Table } from "../input/row.ts";
import { Refused } from "../io.ts";
import type { Facts } from "../mapping/binding.ts";
import { namesOf } from "../mapping/near.ts";
import type { Mapping } from "../mapping/schema.ts";

/**
 * Refuses an input of which more columns are facts of another subject, where nobody said what its
 * rows are: members taken for accounts would come out as accounts of which little is known.
 */
export function checkFits(about: string, program: Program, table: Table, mapping?: Mapping) {
  const count = mapping ? countMapped(mapping) : countMatched(table.headings);
  const counts = Object.entries(program.facts).map(([name, f]) => ({ name, of: count(f) }));
  const own = counts.find((c) => c.name === about)?.of ?? 0;
  const [best] = counts.sort((a, b) => b.of - a.of);
  if (!best || best.of <= own) return;
  const { name, of } = best;
  throw new Refused(
    `the columns fit \`${name}\` better than \`${about}\`: ${of} are facts of \`${name}\`, ${own} of \`${about}\`; add --subject ${name}, or --subject ${about} if that is what a row is`,
  );
}

/** Counts the facts that the headings match. */
function countMatched(headings: readonly string[]): (facts: Facts) => number {
  const given = new Set(headings.map((h) => h.trim().toLowerCase()));
  return (facts) =>
    Object.entries(facts).filter(([name, fact]) =>
      namesOf(name, fact).some((n) => given.has(n.trim().toLowerCase())),
    ).length;
}

/** Counts the facts that a mapping names. */
function countMapped({ columns, constants = {} }: Mapping): (facts: Facts) => number {
  const named = [...Object.keys(columns), ...Object.keys(constants)];
  return (facts) => named.filter((name) => Object.hasOwn(facts, name)).length;
}
