import { type Meaning, meaningOf } from "../../analyze/diagram/meaning.ts";
import { canBe } from "../../analyze/diagram/possible.ts";
import { regionsOf } from "../../analyze/diagram/region.ts";
import { type Ref, TooMany } from "../../analyze/diagram/space.ts";
import type { Symbols } from "../../analyze/diagram/symbols.ts";
import { type Account, accountIn } from "../../analyze/diagram/witness.ts";
import { ask, partsOf, type Question } from "../../analyze/study.ts";
import { readFacts } from "../../execute/facts.ts";
import { order } from "../../execute/order.ts";
import type { Program } from "../../execute/program.ts";
import { run } from "../../execute/reference.ts";
import { childrenOf, type Node, type NodeId, type Value } from "../../plan/node.ts";
import type { Plan, PlannedDecision } from "../../plan/plan.ts";
import { TiercutError } from "../../ruleset/diagnostics.ts";
import { abstracted, isBoundary, openAt } from "./abstract.ts";
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
  const abstract = abstracted(plan);
  let q = ask(program, mostSteps);
  let far = ask({ plan: abstract }, mostSteps);
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
      // What is taken for a fact must not differ itself.
      let mayAbstract = true;
      for (const node of ascent.nodes) {
        if (node !== mutant.site && !readsOf(node).some((child) => differing.has(child))) continue;
        const isPart = parts.has(node);
        // Nothing else that differs is read by a node to come: what is the same here is the same above.
        const isOnly = last <= node;
        const likeness = isPart || isOnly ? alike(node, isPart, mayAbstract) : undefined;
        if (likeness?.is === "equivalent") {
          differing.delete(node);
          continue;
        }
        if (isPart && likeness?.is === "different") return likeness;
        isOpen ||= isPart && likeness?.is === "open";
        differing.add(node);
        mayAbstract &&= !isBoundary(plan, node);
        last = Math.max(last, ascent.lastReader(node));
      }
      return { is: isOpen ? "open" : "equivalent" };
    },
  };

  function readsOf(node: NodeId): readonly NodeId[] {
    return childrenOf(plan.nodes[node] as Node);
  }

  /** How a mutant differs at a node; found once for all places that are alike in what counts. */
  function alikeAt(mutant: Mutant, { nodes }: Ascent): AlikeAt {
    const { site } = mutant;
    // Two nodes of one plan can be alike and stand in different places: the place counts too.
    const change = `${JSON.stringify([mutant.node, mutant.more])} ${site}=${numbers[site]}`;
    const over = new Set(nodes);
    return (node, isPart, mayAbstract) => {
      const key = `${change} ${node}=${numbers[node]} ${isPart} ${mayAbstract}`;
      const found =
        known.get(key) ??
        compareAt({ mutant, node, over, most: plan.nodes.length, isPart }, mayAbstract);
      known.set(key, found);
      return found;
    };
  }

  function compareAt(c: Compared, mayAbstract: boolean): Likeness {
    // What is worked out over a population is no function of one account.
    const isOfOne = plan.nodes[c.node]?.grain === "record";
    const found = isOfOne ? within(() => compare(c, program, q)) : open;
    if (found.is !== "open" || !mayAbstract) return found;
    return within(() => compareFar(c, openAt(abstract, plan, c.node), far));
  }

  /** Each comparison may take its steps; what one made serves the next, till it has grown too large. */
  function within(compared: () => Likeness): Likeness {
    try {
      q.s.space.renew();
      far.s.space.renew();
      return compared();
    } catch (error) {
      if (!(error instanceof TooMany)) throw error;
      q = ask(program, mostSteps);
      far = ask({ plan: abstract }, mostSteps);
      return open;
    }
  }
}

type AlikeAt = (node: NodeId, isPart: boolean, mayAbstract: boolean) => Likeness;

const open: Likeness = { is: "open" };

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
  readonly mutant: Mutant;
  readonly node: NodeId;
  /** What rests on the changed node, itself too. */
  readonly over: ReadonlySet<NodeId>;
  /** How many nodes there were before the change. */
  readonly most: number;
  /** Is it told of an account, so that one that shows the difference is looked for. */
  readonly isPart: boolean;
}

function compare(c: Compared, program: Program, { s, m }: Question): Likeness {
  const other = changed(program.plan, c.mutant.site, c.mutant);
  const apart = differenceOf(s, m(c.node), meaningOf(other, s, unchanged(c, m))(c.node));
  if (apart === s.no) return { is: "equivalent" };
  if (!c.isPart) return open;
  const yes = s.space.leafOf(s.yes);
  const { regions, complete } = regionsOf(s, apart, (leaf) => leaf === yes, mostRegions);
  const isShown = (account: Account) => !isSame(program, other, c.node, account);
  let isNowhere = complete;
  for (const region of regions) {
    const found = accountIn(s, region, isShown, mostTries);
    if (typeof found === "object") return { is: "different", account: found.account };
    isNowhere &&= found === "empty";
  }
  return isNowhere ? { is: "equivalent" } : open;
}

/** Compares with all that the mutant leaves alone taken for facts: only that there is no difference shows. */
function compareFar(c: Compared, plan: Plan, { s, m }: Question): Likeness {
  const other = changed(plan, c.mutant.site, c.mutant);
  const was = meaningOf(plan, s, (id) => (id === c.node ? undefined : m(id)))(c.node);
  const apart = differenceOf(s, was, meaningOf(other, s, unchanged(c, m))(c.node));
  const yes = s.space.leafOf(s.yes);
  return canBe(s, apart, (leaf) => leaf === yes) ? open : { is: "equivalent" };
}

const differenceOf = (s: Symbols, was: Ref, is: Ref): Ref =>
  was === is ? s.no : s.space.lift([was, is], ([a, b]) => (a?.key === b?.key ? s.no : s.yes));

/** What does not rest on the changed node means what it meant. */
function unchanged({ over, most }: Compared, m: Meaning): (node: NodeId) => Ref | undefined {
  return (id) => (id < most && !over.has(id) ? m(id) : undefined);
}

/** Do both come to the same on an account; of a population neither can be run by itself. */
function isSame(program: Program, other: Plan, node: NodeId, account: Account): boolean {
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
