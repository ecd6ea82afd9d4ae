import { type Axis, none, type Ref } from "./space.ts";
import type { Sense, Symbols } from "./symbols.ts";

/** What a region asks of one axis: intervals, ends included, and whether unknown is in it too. */
export interface Side {
  readonly axis: Axis;
  readonly intervals: readonly (readonly [bigint, bigint])[];
  readonly unknown: boolean;
}

/** A box of fact space: all points that meet every side; axes that are not named are free. */
export interface Region {
  readonly sides: readonly Side[];
  readonly leaf: Sense;
}

export interface Regions {
  readonly regions: readonly Region[];
  /** Are these all of them. */
  readonly complete: boolean;
}

/** Lists the boxes in which a function comes to what is wanted; no two of them share a point. */
export function regionsOf(
  s: Symbols,
  ref: Ref,
  wanted: (leaf: Sense) => boolean,
  most: number,
): Regions {
  const regions: Region[] = [];
  const complete = everyRegion(s, ref, wanted, (region) => {
    if (regions.length === most) return false;
    regions.push(region);
    return true;
  });
  return { regions, complete };
}

/** Goes through those boxes as long as each is as it should be; were they all. */
export function everyRegion(
  s: Symbols,
  ref: Ref,
  wanted: (leaf: Sense) => boolean,
  isRight: (region: Region) => boolean,
): boolean {
  const holds = reaching(s, wanted);
  const walk = (at: Ref, sides: readonly Side[]): boolean => {
    if (!holds(at)) return true;
    const leaf = s.space.leafOf(at);
    if (leaf) return isRight({ sides, leaf });
    return sidesOf(s, at).every(([child, side]) => walk(child, [...sides, side]));
  };
  return walk(ref, []);
}

/** Can a leaf that is wanted be reached at all. */
function reaching(s: Symbols, wanted: (leaf: Sense) => boolean): (ref: Ref) => boolean {
  const known = new Map<Ref, boolean>();
  const reaches = (ref: Ref): boolean => {
    const found = known.get(ref);
    if (found !== undefined) return found;
    const leaf = s.space.leafOf(ref);
    const made = leaf ? wanted(leaf) : sidesOf(s, ref).some(([child]) => reaches(child));
    known.set(ref, made);
    return made;
  };
  return reaches;
}

/** The children of a branch, each once, with all of the axis that leads to it. */
function sidesOf(s: Symbols, ref: Ref): readonly (readonly [Ref, Side])[] {
  const branch = s.space.branchOf(ref);
  if (!branch) return [];
  const { axis, cuts, children, unknown } = branch;
  const known = [...new Set([...children, ...(axis.hasUnknown ? [unknown] : [])])];
  return known.map((child) => {
    const intervals = children.flatMap((c, i) => {
      const end = cuts[i];
      const last = end === undefined ? axis.high : end - 1n;
      return c === child ? [[cuts[i - 1] ?? axis.low, last] as const] : [];
    });
    return [child, { axis, intervals, unknown: axis.hasUnknown && unknown === child }];
  });
}

/** Lists what a function can come to at all. */
export function leavesOf(s: Symbols, ref: Ref): readonly Sense[] {
  const seen = new Set<Ref>([ref]);
  // A set goes on over what is added while it is gone through.
  for (const at of seen) for (const [child] of sidesOf(s, at)) seen.add(child);
  return [...seen].flatMap((at) => s.space.leafOf(at) ?? []);
}

/** A function at one point of an axis. */
export function atPoint(s: Symbols, ref: Ref, axis: Axis, point: bigint): Ref {
  const known = new Map<Ref, Ref>();
  const walk = (at: Ref): Ref => {
    const branch = at === none ? undefined : s.space.branchOf(at);
    if (!branch || branch.axis.index > axis.index) return at;
    const found = known.get(at);
    if (found !== undefined) return found;
    const { cuts, children, unknown } = branch;
    const index = cuts.filter((c) => c <= point).length;
    const made =
      branch.axis.index === axis.index
        ? (children[index] as Ref)
        : s.space.branch(branch.axis, cuts, children.map(walk), walk(unknown));
    known.set(at, made);
    return made;
  };
  return walk(ref);
}

/** Every axis a function turns on, with all of its cuts. */
export function axesOf(s: Symbols, ref: Ref): ReadonlyMap<Axis, readonly bigint[]> {
  const found = new Map<Axis, Set<bigint>>();
  const seen = new Set<Ref>([ref]);
  for (const at of seen) {
    const branch = s.space.branchOf(at);
    if (!branch) continue;
    const cuts = found.get(branch.axis) ?? new Set<bigint>();
    for (const cut of branch.cuts) cuts.add(cut);
    found.set(branch.axis, cuts);
    for (const [child] of sidesOf(s, at)) seen.add(child);
  }
  const sorted = (cuts: ReadonlySet<bigint>) => [...cuts].sort((a, b) => (a < b ? -1 : 1));
  return new Map([...found].map(([axis, cuts]) => [axis, sorted(cuts)]));
}
