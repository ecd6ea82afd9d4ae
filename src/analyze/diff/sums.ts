import { Decimal } from "../../plan/decimal.ts";
import type { NodeId } from "../../plan/node.ts";
import type { Plan } from "../../plan/plan.ts";
import { combine } from "../diagram/arithmetic.ts";
import { given, type Meaning, meaningOf } from "../diagram/meaning.ts";
import { type Ref, TooMany } from "../diagram/space.ts";
import { type Sense, type Symbols, symbolsOf, valueLeaf } from "../diagram/symbols.ts";
import type { Shapes } from "./alike.ts";
import { markDifferences } from "./marks.ts";

/** What two values come to: the sums of what only one of them has, and what they share. */
export interface Split {
  readonly before: readonly NodeId[];
  readonly after: readonly NodeId[];
  /** Of the later one; the values are known only where all of this is. */
  readonly shared: readonly NodeId[];
}

/** A node of a plan, and how all of its nodes are made. */
export interface Rooted {
  readonly plan: Plan;
  readonly shapes: Shapes;
  readonly node: NodeId;
  /** What the parts of decisions are called. */
  readonly names?: ReadonlyMap<NodeId, string>;
}

/**
 * Takes from two sums what is alike in both: their difference is that of the rest. A value that is
 * no sum is a sum of itself.
 */
export function splitSums(before: Rooted, after: Rooted): Split {
  const left = [...summands(before)];
  const [rest, shared]: [NodeId[], NodeId[]] = [[], []];
  const canPair = pairing(before, left, after, summands(after));
  for (const node of summands(after)) {
    const twin = left.findIndex((id) => canPair(id, node));
    if (twin >= 0) left.splice(twin, 1);
    (twin < 0 ? rest : shared).push(node);
  }
  return { before: left, after: rest, shared };
}

/** Two are paired that are made alike, unless one of them is to be held against its namesake. */
function pairing(a: Rooted, of: readonly NodeId[], b: Rooted, by: readonly NodeId[]) {
  const [was, is] = [of.map((id) => a.names?.get(id)), by.map((id) => b.names?.get(id))];
  return (x: NodeId, y: NodeId): boolean => {
    if (a.shapes[x] !== b.shapes[y]) return false;
    const [before, after] = [a.names?.get(x), b.names?.get(y)];
    if (before === after) return true;
    return !(before && is.includes(before)) && !(after && was.includes(after));
  };
}

/** What a sum adds up at last: sums inside it are taken apart too, unless these are too many. */
function summands({ plan, node }: Rooted): readonly NodeId[] {
  const found: NodeId[] = [];
  const walk = (id: NodeId) => {
    if (found.length > mostSummands) return;
    const made = plan.nodes[id];
    if (made?.op === "arithmetic" && made.operation === "sum") made.of.forEach(walk);
    else found.push(id);
  };
  walk(node);
  return found.length > mostSummands ? [node] : found;
}

/** Sums of sums of the same can have more summands than there is time for. */
const mostSummands = 500;

/** A plan, and what its nodes mean. */
export interface Side {
  readonly plan: Plan;
  readonly m: Meaning;
}

/** What nodes add up to, as a function; none of them is 0. */
export function totalOf(s: Symbols, { m }: Side, of: readonly NodeId[]): Ref {
  const [first, ...more] = of;
  if (first === undefined) return valueLeaf(s, new Decimal(0));
  return more.reduce(
    (sum, id) => s.space.lift([sum, m(id)], ([x, y]) => combine(s, "sum", x as Sense, y as Sense)),
    m(first),
  );
}

/** A function where all these are known; elsewhere there is nothing to tell. */
export function whereAllGiven(s: Symbols, { m }: Side, of: readonly NodeId[], ref: Ref): Ref {
  if (ref === s.yes) return ref;
  return of.reduce(
    (rest, id) =>
      s.space.lift([m(id), rest], ([value, r]) => {
        const mine = s.space.leaf(r as Sense);
        return s.space.lift([given(s, value as Sense)], ([g]) =>
          g?.is === "value" && g.value === true ? mine : s.yes,
        );
      }),
    ref,
  );
}

/** Do two nodes come to the same for every account: `false` also where that is too much to tell. */
export function isSameFunction(before: Rooted, after: Rooted, steps: number): boolean {
  if (before.shapes[before.node] === after.shapes[after.node]) return true;
  const split = splitSums(before, after);
  const s = symbolsOf([before.plan, after.plan], steps);
  const [a, b] = [before, after].map(({ plan }) => ({ plan, m: meaningOf(plan, s) }));
  try {
    const totals = [totalOf(s, a as Side, split.before), totalOf(s, b as Side, split.after)];
    const marked = markDifferences(s, ...(totals as [Ref, Ref]));
    return whereAllGiven(s, b as Side, split.shared, marked) === s.yes;
  } catch (error) {
    if (error instanceof TooMany) return false;
    throw error;
  }
}
