import { isBoundary } from "../../analyze/abstract.ts";
import { type Meaning, meaningOf } from "../../analyze/diagram/meaning.ts";
import { canBe } from "../../analyze/diagram/possible.ts";
import { regionsOf } from "../../analyze/diagram/region.ts";
import type { Ref } from "../../analyze/diagram/space.ts";
import type { Symbols } from "../../analyze/diagram/symbols.ts";
import { type Account, accountIn } from "../../analyze/diagram/witness.ts";
import { type Question, valuesOf } from "../../analyze/study.ts";
import { order } from "../../execute/order.ts";
import type { Program } from "../../execute/program.ts";
import type { Node, NodeId, Value } from "../../plan/node.ts";
import type { Plan } from "../../plan/plan.ts";
import { changed } from "./change.ts";
import type { Mutant } from "./mutants.ts";
import { isSameOrder } from "./ranked.ts";

/**
 * How a mutant differs for the accounts there can be: for none of them, which is a proof; for some,
 * such as the one given; or that was not settled within the work allowed.
 */
export type Likeness =
  | { readonly is: "equivalent" }
  | { readonly is: "different"; readonly account: Account }
  | { readonly is: "open" };

export const open: Likeness = { is: "open" };

/** How many regions in which a mutant differs are looked through for an account. */
const mostRegions = 10;
/** How many accounts of a region are tried. */
const mostTries = 100;

/** A mutant, and a node at which it may differ. */
export interface Compared {
  readonly mutant: Mutant;
  readonly node: NodeId;
  /** What rests on the changed node, itself too. */
  readonly over: ReadonlySet<NodeId>;
  /** How many nodes there were before the change. */
  readonly most: number;
  /** Is it told of an account, so that one that shows the difference is looked for. */
  readonly isPart: boolean;
}

/** Compares at a node that an account decides alone: what differs is shown by one. */
export function compare(c: Compared, program: Program, { s, m }: Question): Likeness {
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

/** Compares at a cut: whatever its keys are, it is the same where they put all in the same order. */
export function compareOrder(c: Compared, { plan }: Program, { s, m }: Question): Likeness {
  const other = changed(plan, c.mutant.site, c.mutant);
  const [was, is] = [plan.nodes[c.node] as Node, other.nodes[c.node] as Node];
  const isAlike = isSameOrder(was, is, s, m, meaningOf(other, s, unchanged(c, m)));
  return isAlike ? { is: "equivalent" } : open;
}

/** Compares with all that the mutant leaves alone taken for facts: only that there is no difference shows. */
export function compareFar(c: Compared, plan: Plan, { s, m }: Question): Likeness {
  const other = changed(plan, c.mutant.site, c.mutant);
  const apartFrom = (id: NodeId) => (id === c.node ? undefined : m(id));
  const was = meaningOf(plan, s, apartFrom)(c.node);
  // No boundary between the change and the node differs, or it would not be compared in this way.
  const isAlike = (id: NodeId) => !c.over.has(id) || isBoundary(plan, id);
  const is = meaningOf(other, s, (id) => (id < c.most && isAlike(id) ? apartFrom(id) : undefined))(
    c.node,
  );
  const apart = differenceOf(s, was, is);
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
function isSame({ plan, document }: Program, other: Plan, node: NodeId, account: Account): boolean {
  const was = valuesOf({ plan, document }, [node], account);
  const is = valuesOf({ plan: other, document }, [node], account);
  return !was || !is || same(was[0] as Value, is[0] as Value);
}

function same(a: Value, b: Value): boolean {
  if (a === null || b === null) return a === b;
  if (Array.isArray(a) || Array.isArray(b)) return String(a) === String(b);
  return order(a as never, b as never) === 0;
}
