import { askAbstract, isBoundary } from "../../analyze/abstract.ts";
import { TooMany } from "../../analyze/diagram/space.ts";
import { ask, partsOf } from "../../analyze/study.ts";
import type { Program } from "../../execute/program.ts";
import { childrenOf, type Node, type NodeId } from "../../plan/node.ts";
import type { Plan, PlannedDecision } from "../../plan/plan.ts";
import { type Ascent, ascents } from "./ascent.ts";
import {
  type Compared,
  compare,
  compareFar,
  compareOrder,
  type Likeness,
  open,
} from "./compared.ts";
import type { Mutant } from "./mutants.ts";
import { numbering } from "./shared.ts";

/** Compares mutants with what they are mutants of: what is worked out for one serves the next. */
export interface Comparing {
  /** In the outcome and every part of each decision, or of one, for all accounts at once. */
  likeness(mutant: Mutant, decision?: string): Likeness;
}

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
  let far = askAbstract(plan, mostSteps);
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
    const reads = childrenOf(mutant.node).map((id) => `${id}=${numbers[id]}`);
    const change = `${JSON.stringify([mutant.node, mutant.more])} ${reads} ${site}=${numbers[site]}`;
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
    const { op, grain } = plan.nodes[c.node] as Node;
    const found = within(() => {
      if (op === "rankCut") return compareOrder(c, program, q);
      // What is worked out over a population is no function of one account.
      return grain === "record" ? compare(c, program, q) : open;
    });
    if (found.is !== "open" || !mayAbstract) return found;
    return within(() => compareFar(c, plan, far));
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
      far = askAbstract(plan, mostSteps);
      return open;
    }
  }
}

type AlikeAt = (node: NodeId, isPart: boolean, mayAbstract: boolean) => Likeness;

/** The nodes of outcomes and parts of decisions. */
function partsIn(plan: Plan, names: readonly string[]): ReadonlySet<NodeId> {
  const nodes = names.flatMap((name) =>
    partsOf(plan.decisions[name] as PlannedDecision).flatMap((p) =>
      p.applies === undefined ? [p.node] : [p.node, p.applies],
    ),
  );
  return new Set(nodes);
}
