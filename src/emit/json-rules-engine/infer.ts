import type { Fact } from "../../ruleset/schema/fact.ts";
import type { Around, RuleRead } from "./read-rule.ts";
import { refused } from "./reading.ts";

/**
 * Tells what facts are that nobody declared, where the rules leave no doubt: one that is compared
 * with yes or no alone, and one that is compared with texts alone, as equal or among them. A number's
 * decimals, and the values that a label or a list can have, are not in the rules.
 */
export function inferFacts(
  read: readonly RuleRead[],
  { facts, subject }: Around,
): Readonly<Record<string, Fact>> {
  const uses = read.flatMap((r) => r.uses).filter((u) => !Object.hasOwn(facts, u.fact));
  const found = [...new Set(uses.map((u) => u.fact))].flatMap((name): [string, Fact][] => {
    const ways = uses.flatMap((u) => (u.fact === name && u.as !== "any" ? [u.as] : []));
    const [as, ...others] = new Set(ways);
    if (as === undefined || as === "other" || others.length > 0) return [];
    return [[name, { type: as, subjects: [subject], label: { zh: name, en: name } }]];
  });
  return Object.fromEntries(found);
}

/** Refuses the rules that use a fact of which nothing is known. */
export function refuseUndeclared(
  read: readonly RuleRead[],
  known: Readonly<Record<string, Fact>>,
): void {
  for (const { rule, uses, refusals } of read) {
    const named = new Map(uses.map((u) => [u.fact, u.path]));
    for (const [fact, path] of named) {
      if (Object.hasOwn(known, fact)) continue;
      refusals.push({ rule, ...refused("undeclared-fact", path, { fact }) });
    }
  }
}
