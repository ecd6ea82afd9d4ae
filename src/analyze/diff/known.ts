import type { Side } from "../diagram/region.ts";
import { type Axis, none, type Ref } from "../diagram/space.ts";
import type { Sense, Symbols } from "../diagram/symbols.ts";

/**
 * Parts the differences between two functions into those of accounts that have every fact known
 * which is asked for, and the others. Both are `yes` where they are not concerned.
 */
export function partByKnown(s: Symbols, marked: Ref): { readonly known: Ref; readonly open: Ref } {
  const known = whereAllKnown(s, marked);
  const open = s.space.lift([marked, known], ([mark, k]) =>
    (k as Sense).is === "mark" ? s.yes : s.space.leaf(mark as Sense),
  );
  return { known, open };
}

/** Does a box ask that a fact be unknown. */
export function asksUnknown(s: Symbols, { axis, intervals, unknown }: Side): boolean {
  return unknown && intervals.length === 0 && isOfFact(s, axis);
}

/** A computed value may be unknown with all facts known: a divisor is zero. */
function isOfFact(s: Symbols, axis: Axis): boolean {
  const stands = s.axes.get(axis.index);
  return stands?.is === "fact" || stands?.is === "list";
}

function whereAllKnown(s: Symbols, root: Ref): Ref {
  const made = new Map<Ref, Ref>();
  const walk = (ref: Ref): Ref => {
    const branch = s.space.branchOf(ref);
    if (!branch) return ref;
    const found = made.get(ref);
    if (found !== undefined) return found;
    const { axis, cuts, children, unknown } = branch;
    const rest = unknown === none ? none : isOfFact(s, axis) ? s.yes : walk(unknown);
    const known = s.space.branch(axis, cuts, children.map(walk), rest);
    made.set(ref, known);
    return known;
  };
  return walk(root);
}
