import { meaningOf } from "../../analyze/diagram/meaning.ts";
import { regionsOf } from "../../analyze/diagram/region.ts";
import { TooMany } from "../../analyze/diagram/space.ts";
import { symbolsOf } from "../../analyze/diagram/symbols.ts";
import { type Account, accountIn } from "../../analyze/diagram/witness.ts";
import { nodesUnder, partsOf } from "../../analyze/study.ts";
import { readFacts } from "../../execute/facts.ts";
import { order } from "../../execute/order.ts";
import type { Program } from "../../execute/program.ts";
import { run } from "../../execute/reference.ts";
import type { NodeId, Value } from "../../plan/node.ts";
import type { Part, Plan } from "../../plan/plan.ts";
import { changed } from "./change.ts";
import type { Mutant } from "./mutants.ts";

/**
 * How a mutant differs for the accounts there can be: for none of them, which is a proof; for the one
 * given; or that was not settled within the work allowed.
 */
export type Likeness =
  | { readonly is: "equivalent" }
  | { readonly is: "different"; readonly decision: string; readonly account?: Account }
  | { readonly is: "open" };

/** How many steps one comparison may take. */
const mostSteps = 200_000;

/**
 * Compares a mutant with what it is a mutant of, in the outcome and every part of each decision that
 * rests on it, for all accounts at once.
 */
export function likeness(program: Program, mutant: Mutant): Likeness {
  const { plan } = program;
  const other = changed(plan, mutant.site, mutant);
  let isOpen = false;
  for (const [name, part] of concerned(plan, mutant.site)) {
    const found = compare(program, other, name, part);
    if (found.is === "different") return found;
    isOpen ||= found.is === "open";
  }
  return { is: isOpen ? "open" : "equivalent" };
}

/** What rests on a node, what is made of the least first: there a difference is found soonest. */
function concerned(plan: Plan, site: NodeId): readonly (readonly [string, Part])[] {
  const all = Object.entries(plan.decisions).flatMap(([name, decision]) =>
    partsOf(decision).map((part) => [name, part, nodesUnder(plan, [part.node])] as const),
  );
  const resting = all.filter(([, , under]) => under.has(site));
  return resting
    .sort(([, , a], [, , b]) => a.size - b.size)
    .map(([name, part]) => [name, part] as const);
}

function compare(program: Program, other: Plan, decision: string, part: Part): Likeness {
  const { plan } = program;
  const nodes = [part.node, ...(part.applies === undefined ? [] : [part.applies])];
  try {
    for (const node of nodes) {
      const s = symbolsOf([plan, other], mostSteps);
      const [before, after] = [meaningOf(plan, s)(node), meaningOf(other, s)(node)];
      if (before === after) continue;
      const apart = s.space.lift([before, after], ([a, b]) => (a?.key === b?.key ? s.no : s.yes));
      const { regions } = regionsOf(s, apart, (l) => l === s.space.leafOf(s.yes), 20);
      const differs = (account: Account) => !isSame(program, other, node, account);
      for (const region of regions) {
        const found = accountIn(s, region, differs);
        if (typeof found === "object") return { is: "different", decision, account: found.account };
      }
      return regions.length > 0 ? { is: "open" } : { is: "equivalent" };
    }
    return { is: "equivalent" };
  } catch (error) {
    if (!(error instanceof TooMany)) throw error;
    return { is: "open" };
  }
}

/** Do both come to the same on an account; of a population neither can be run by itself. */
function isSame({ plan, facts }: Program, other: Plan, node: NodeId, account: Account): boolean {
  const declared = Object.assign({}, ...Object.values(facts));
  const { known, faults } = readFacts(declared, account);
  if (faults.length > 0) return true;
  const valueIn = (of: Plan) => run(of, known, { aggregates: {}, cuts: {} }).value(node);
  try {
    return same(valueIn(plan), valueIn(other));
  } catch {
    return true;
  }
}

function same(a: Value, b: Value): boolean {
  if (a === null || b === null) return a === b;
  if (Array.isArray(a) || Array.isArray(b)) return String(a) === String(b);
  return order(a, b) === 0;
}
