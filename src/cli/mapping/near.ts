import { nearest } from "../../ruleset/suggest.ts";
import type { Facts } from "./binding.ts";

/** A heading without what stands in brackets at its end: the unit, in most cases. */
const bare = (heading: string) =>
  heading.slice(0, longest).replace(/\s*[（([【［][^（([【［]*[）)\]】］]$/, "");

const longest = 200;

/** The headings a fact goes by: its name, its labels and its aliases. */
export const namesOf = (name: string, { label, aliases = [] }: Facts[string]) => [
  name,
  label.zh,
  label.en,
  ...aliases,
];

/** The fact that a heading may mean, though it is not one of its names. */
export function nearFact(heading: string, facts: Facts): string | undefined {
  const named = Object.entries(facts).flatMap(([name, fact]) =>
    namesOf(name, fact).map((n) => [n.trim().toLowerCase(), name] as const),
  );
  const close = nearest(
    bare(heading.trim()),
    named.map(([n]) => n),
  );
  return named.find(([n]) => n === close)?.[1];
}

/** The heading that one of a fact's names may stand for. */
export function nearHeading(
  name: string,
  fact: Facts[string],
  headings: readonly string[],
): string | undefined {
  const cut = headings.map(bare);
  const close = namesOf(name, fact)
    .map((n) => nearest(n, cut))
    .find((n) => n !== undefined);
  return close === undefined ? undefined : headings[cut.indexOf(close)];
}
