import { meaningOf } from "../../analyze/diagram/meaning.ts";
import { regionsOf } from "../../analyze/diagram/region.ts";
import { type Ref, TooMany } from "../../analyze/diagram/space.ts";
import { type Account, accountIn } from "../../analyze/diagram/witness.ts";
import { ask, partsOf, type Question } from "../../analyze/study.ts";
import { readFacts } from "../../execute/facts.ts";
import { order } from "../../execute/order.ts";
import type { Program } from "../../execute/program.ts";
import { run } from "../../execute/reference.ts";
import { childrenOf, type Node, type NodeId, type Value } from "../../plan/node.ts";
import type { Plan, PlannedDecision } from "../../plan/plan.ts";
import { TiercutError } from "../../ruleset/diagnostics.ts";
import { type Ascent, ascents } from "./ascent.ts";
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
const mostRegions = 10;
/** How many accounts of a region are tried. */
const mostTries = 100;
/** How many steps one comparison may take. */
const mostSteps = 200_000;

/** Starts comparing mutants of a program; `known` is what was found of programs alike in what counts. */
export function comparing(
  program: Program,
  numbersOf = numbering(),
  known = new Map<string, Likeness>(),
): Comparing {
  const { plan } = program;
  const numbers = numbersOf(plan);
  const over = ascents(plan);
  const all = partsIn(plan, Object.keys(plan.decisions));
  let q = ask(program, mostSteps);
  return {
    /** Goes up from the changed node as far as something may differ, and no further. */
    likeness(mutant, decision) {
      const parts = decision === undefined ? all : partsIn(plan, [decision]);
      const ascent = over(mutant.site);
      const alike = alikeAt(mutant, ascent);
      const differing = new Set([mutant.site]);
      // The last node that reads any of those that differ.
      let last = -1;
      let isOpen = false;
      for (const node of ascent.nodes) {
        if (node !== mutant.site && !readsOf(node).some((child) => differing.has(child))) continue;
        const isPart = parts.has(node);
        // Nothing else that differs is read by a node to come: what is the same here is the same above.
        const isOnly = last <= node;
        const likeness = isPart || isOnly ? alike(node, isPart) : undefined;
        if (likeness?.is === "equivalent") {
          differing.delete(node);
          continue;
        }
        if (isPart && likeness?.is === "different") return likeness;
        isOpen ||= isPart && likeness?.is === "open";
        differing.add(node);
        last = Math.max(last, ascent.lastReader(node));
      }
      return { is: isOpen ? "open" : "equivalent" };
    },
  };

  function readsOf(node: NodeId): readonly NodeId[] {
    return childrenOf(plan.nodes[node] as Node);
  }

  /** How a mutant differs at a node; found once for all places that are alike in what counts. */
  function alikeAt(mutant: Mutant, { nodes }: Ascent): (node: NodeId, isPart: boolean) => Likeness {
    const { site } = mutant;
    // Two nodes of one plan can be alike and stand in different places: the place counts too.
    const change = `${JSON.stringify([mutant.node, mutant.more])} ${site}=${numbers[site]}`;
    let other: Plan | undefined;
    const over = new Set(nodes);
    return (node, isPart) => {
      const key = `${change} ${node}=${numbers[node]}${isPart ? " told" : ""}`;
      const found = known.get(key);
      if (found) return found;
      // What is worked out over a population is no function of one account.
      if (plan.nodes[node]?.grain === "population") return { is: "open" };
      other ??= changed(plan, site, mutant);
      const whole = other;
      const made = within(() => compare({ program, other: whole, node, over, isPart, q }));
      known.set(key, made);
      return made;
    };
  }

  /** Each comparison may take its steps; what one made serves the next, till it has grown too large. */
  function within(compared: () => Likeness): Likeness {
    try {
      q.s.space.renew();
      return compared();
    } catch (error) {
      if (!(error instanceof TooMany)) throw error;
      q = ask(program, mostSteps);
      return { is: "open" };
    }
  }
}

/** The nodes of outcomes and parts of decisions. */
function partsIn(plan: Plan, names: readonly string[]): ReadonlySet<NodeId> {
  const nodes = names.flatMap((name) =>
    partsOf(plan.decisions[name] as PlannedDecision).flatMap((p) =>
      p.applies === undefined ? [p.node] : [p.node, p.applies],
    ),
  );
  return new Set(nodes);
}

interface Compared {
  readonly program: Program;
  readonly other: Plan;
  readonly node: NodeId;
  /** What rests on the changed node, itself too. */
  readonly over: ReadonlySet<NodeId>;
  /** Is it told of an account, so that one that shows the difference is looked for. */
  readonly isPart: boolean;
  readonly q: Question;
}

function compare(c: Compared): Likeness {
  const { s, m } = c.q;
  const after = meaningOf(c.other, s, unchanged(c));
  const [was, is] = [m(c.node), after(c.node)];
  if (was === is) return { is: "equivalent" };
  if (!c.isPart) return { is: "open" };
  const apart = s.space.lift([was, is], ([a, b]) => (a?.key === b?.key ? s.no : s.yes));
  const yes = s.space.leafOf(s.yes);
  const { regions } = regionsOf(s, apart, (leaf) => leaf === yes, mostRegions);
  for (const region of regions) {
    const found = accountIn(s, region, (account) => !isSame(c, account), mostTries);
    if (typeof found === "object") return { is: "different", account: found.account };
  }
  return { is: "open" };
}

/** What does not rest on the changed node means what it meant. */
function unchanged({ program: { plan }, over, q }: Compared): (node: NodeId) => Ref | undefined {
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
