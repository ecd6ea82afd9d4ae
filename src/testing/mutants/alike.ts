import { meaningOf } from "../../analyze/diagram/meaning.ts";
import { regionsOf } from "../../analyze/diagram/region.ts";
import { type Ref, TooMany } from "../../analyze/diagram/space.ts";
import { type Account, accountIn } from "../../analyze/diagram/witness.ts";
import { ask, nodesUnder, partsOf, type Question } from "../../analyze/study.ts";
import { readFacts } from "../../execute/facts.ts";
import { order } from "../../execute/order.ts";
import type { Program } from "../../execute/program.ts";
import { run } from "../../execute/reference.ts";
import { childrenOf, type Node, type NodeId, type Value } from "../../plan/node.ts";
import type { Plan, PlannedDecision } from "../../plan/plan.ts";
import { TiercutError } from "../../ruleset/diagnostics.ts";
import { changed } from "./change.ts";
import type { Mutant } from "./mutants.ts";
import { numbering } from "./shared.ts";

/**
 * How a mutant differs for the accounts there can be: for none of them, which is a proof; for some,
 * such as the one given; or that was not settled within the work allowed.
 */
export type Likeness =
  | { readonly is: "equivalent" }
  | { readonly is: "different"; readonly account: Account }
  | { readonly is: "open" };

/** Compares mutants with what they are mutants of: what is worked out for one serves the next. */
export interface Comparing {
  /** In the outcome and every part of each decision, or of one, for all accounts at once. */
  likeness(mutant: Mutant, decision?: string): Likeness;
}

/** How many regions in which a mutant differs are looked through for an account. */
const mostRegions = 20;

/** Starts comparing mutants of a program; `known` is what was found of programs alike in what counts. */
export function comparing(
  program: Program,
  numbersOf = numbering(),
  known = new Map<string, Likeness>(),
): Comparing {
  const { plan } = program;
  const parts = partsIn(plan);
  const numbers = numbersOf(plan);
  let q = ask(program);
  return {
    likeness(mutant, decision) {
      const { site } = mutant;
      const asked = decision === undefined ? parts : partsIn(plan, [decision]);
      const above = asked.filter((p) => p.under.has(site));
      const change = JSON.stringify([mutant.node, mutant.more]);
      const key = [change, site, ...above.map((p) => p.node)]
        // Two nodes of one plan can be alike and stand in different places: the place counts too.
        .map((of) => (typeof of === "number" ? `${of}=${numbers[of]}` : of))
        .join(" ");
      const found = known.get(key) ?? compareAll(mutant, above);
      known.set(key, found);
      return found;
    },
  };

  function compareAll(mutant: Mutant, above: ReturnType<typeof partsIn>): Likeness {
    const { site } = mutant;
    const other = changed(plan, site, mutant);
    const at = (node: NodeId) => within(() => compare({ program, other, node, q, site }));
    // What is the same at the node itself is the same everywhere.
    if (at(site).is === "equivalent") return { is: "equivalent" };
    let isOpen = false;
    for (const { node } of above) {
      const likeness = at(node);
      if (likeness.is === "different") return likeness;
      isOpen ||= likeness.is === "open";
    }
    return { is: isOpen ? "open" : "equivalent" };
  }

  /** What has grown too large is begun anew, once. */
  function within(compared: () => Likeness): Likeness {
    for (const isLast of [false, true]) {
      try {
        return compared();
      } catch (error) {
        if (!(error instanceof TooMany)) throw error;
        q = ask(program);
        if (isLast) break;
      }
    }
    return { is: "open" };
  }
}

/** The nodes of outcomes and parts, what is made of the least first: there a difference is soon found. */
function partsIn(plan: Plan, names: readonly string[] = Object.keys(plan.decisions)) {
  const nodes = names.flatMap((name) =>
    partsOf(plan.decisions[name] as PlannedDecision).flatMap((p) =>
      p.applies === undefined ? [p.node] : [p.node, p.applies],
    ),
  );
  const all = [...new Set(nodes)].map((node) => ({ node, under: nodesUnder(plan, [node]) }));
  return all.sort((a, b) => a.under.size - b.under.size);
}

interface Compared {
  readonly program: Program;
  readonly other: Plan;
  readonly node: NodeId;
  readonly site: NodeId;
  readonly q: Question;
}

function compare(c: Compared): Likeness {
  const { s, m } = c.q;
  const after = meaningOf(c.other, s, unchanged(c));
  const [was, is] = [m(c.node), after(c.node)];
  if (was === is) return { is: "equivalent" };
  const apart = s.space.lift([was, is], ([a, b]) => (a?.key === b?.key ? s.no : s.yes));
  const yes = s.space.leafOf(s.yes);
  const { regions } = regionsOf(s, apart, (leaf) => leaf === yes, mostRegions);
  for (const region of regions) {
    const found = accountIn(s, region, (account) => !isSame(c, account));
    if (typeof found === "object") return { is: "different", account: found.account };
  }
  return { is: "open" };
}

/** What does not rest on the changed node means what it meant. */
function unchanged({ program: { plan }, site, q }: Compared): (node: NodeId) => Ref | undefined {
  const over = new Set([site]);
  for (const [id] of plan.nodes.entries()) {
    if (childrenOf(plan.nodes[id] as Node).some((child) => over.has(child))) over.add(id);
  }
  return (id) => (id < plan.nodes.length && !over.has(id) ? q.m(id) : undefined);
}

/** Do both come to the same on an account; of a population neither can be run by itself. */
function isSame({ program, other, node }: Compared, account: Account): boolean {
  const declared = Object.assign({}, ...Object.values(program.facts));
  const { known, faults } = readFacts(declared, account);
  if (faults.length > 0) return true;
  const valueIn = (of: Plan) => run(of, known, { aggregates: {}, cuts: {} }).value(node);
  try {
    return same(valueIn(program.plan), valueIn(other));
  } catch (error) {
    if (error instanceof TiercutError) return true;
    throw error;
  }
}

function same(a: Value, b: Value): boolean {
  if (a === null || b === null) return a === b;
  if (Array.isArray(a) || Array.isArray(b)) return String(a) === String(b);
  return order(a as never, b as never) === 0;
}
