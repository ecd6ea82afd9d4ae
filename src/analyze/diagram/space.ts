/**
 * Functions of many axes as shared decision diagrams over intervals. Thresholds cut every axis into
 * finitely many intervals, so a whole decision is a finite diagram, and two decisions are the same
 * function exactly where they are the same node.
 *
 * After K. Strehl and L. Thiele, interval decision diagrams (1998), with leaves of any kind as in
 * multi-terminal diagrams (R. I. Bahar and others, 1993).
 */

/** A function of the axes: the same function always has the same number. */
export type Ref = number;

/** An axis: whole numbers from `low` to `high`, and (but for a computed one) unknown. */
export interface Axis {
  readonly index: number;
  readonly key: string;
  readonly low: bigint;
  readonly high: bigint;
  readonly hasUnknown: boolean;
}

/** Along one axis: `children[i]` from `cuts[i - 1]` on and below `cuts[i]`, or `unknown`. */
export interface Branch {
  readonly axis: Axis;
  readonly cuts: readonly bigint[];
  readonly children: readonly Ref[];
  readonly unknown: Ref;
}

/** What a function comes to, under a key that is the same for the same value. */
export interface Leaf {
  readonly key: string;
}

/** Where a diagram grows over what may be spent on it. */
export class TooMany extends Error {
  override readonly name = "TooMany";
}

/** Stands where a computed axis has no unknown: its parts have. */
export const none: Ref = -1;

export interface Space<L extends Leaf> {
  axis(key: string, low: bigint, high: bigint, hasUnknown?: boolean): Axis;
  leaf(leaf: L): Ref;
  /** Joins functions along an axis, whatever axes they have themselves. */
  branch(axis: Axis, cuts: readonly bigint[], children: readonly Ref[], unknown: Ref): Ref;
  /** Puts a function together point by point; what it comes to may be a function again. */
  lift(of: readonly Ref[], value: (leaves: readonly L[]) => Ref): Ref;
  leafOf(ref: Ref): L | undefined;
  branchOf(ref: Ref): Branch | undefined;
  /** Counts what takes as long as some steps. */
  spend(steps: number): void;
  /** Lets as many steps be spent again as at first; what was made stays. */
  renew(): void;
}

/** Makes an empty space; `most` is how many steps may be spent before it gives up. */
export function makeSpace<L extends Leaf>(most: number): Space<L> {
  const nodes: (Branch | L)[] = [];
  const known = new Map<string, Ref>();
  const axes = new Map<string, Axis>();
  let spent = 0;

  const isLeaf = (node: Branch | L | undefined): node is L => node !== undefined && "key" in node;
  const leafOf = (ref: Ref) => {
    const node = nodes[ref];
    return isLeaf(node) ? node : undefined;
  };
  const branchOf = (ref: Ref) => {
    const node = nodes[ref];
    return isLeaf(node) ? undefined : node;
  };
  const topOf = (ref: Ref) => branchOf(ref)?.axis.index ?? Number.POSITIVE_INFINITY;

  function spend(steps = 1) {
    spent += steps;
    if (spent > most) throw new TooMany(`over ${most} steps`);
  }

  function keep(key: string, node: Branch | L): Ref {
    const found = known.get(key);
    if (found !== undefined) return found;
    nodes.push(node);
    known.set(key, nodes.length - 1);
    return nodes.length - 1;
  }

  /** Makes a branch whose children lie below its axis: neighbours that are alike become one. */
  function direct(axis: Axis, cuts: readonly bigint[], children: readonly Ref[], unknown: Ref) {
    spend();
    const kept: bigint[] = [];
    const parts: Ref[] = [];
    for (const [i, child] of children.entries()) {
      if (child === parts.at(-1)) continue;
      if (parts.length > 0) kept.push(cuts[i - 1] as bigint);
      parts.push(child);
    }
    const [only] = parts;
    if (parts.length === 1 && only !== undefined && (unknown === none || unknown === only)) {
      return only;
    }
    const key = `${axis.index}:${kept.join(",")}:${parts.join(",")}:${unknown}`;
    return keep(key, { axis, cuts: kept, children: parts, unknown });
  }

  function branch(axis: Axis, cuts: readonly bigint[], children: readonly Ref[], unknown: Ref) {
    const below = [...children, unknown].every((c) => c === none || topOf(c) > axis.index);
    if (below) return direct(axis, cuts, children, unknown);
    return join([axis, cuts], [...children, unknown]);
  }

  /** Joins functions along an axis that some of them have above it, or on it, themselves. */
  function join([axis, cuts]: readonly [Axis, readonly bigint[]], of: readonly Ref[]): Ref {
    const memo = new Map<string | number, Ref>();
    const walk = (parts: readonly Ref[]): Ref => {
      const key = keyOf(parts);
      const found = memo.get(key);
      if (found !== undefined) return found;
      const top = Math.min(axis.index, ...parts.map(topOf));
      const made = top === axis.index ? onAxis(parts) : split(parts, top, (inside) => walk(inside));
      memo.set(key, made);
      return made;
    };
    const onAxis = (parts: readonly Ref[]) => {
      const at = (part: Ref, from: bigint | undefined) => childAt(part, axis.index, from);
      const inner = parts.map((p) => (topOf(p) === axis.index ? (branchOf(p)?.cuts ?? []) : []));
      const all = merge([cuts, ...inner]);
      const starts = [undefined, ...all];
      const children = starts.map((from) => at(parts[indexAt(cuts, from)] as Ref, from));
      return direct(axis, all, children, unknownOf(parts.at(-1) as Ref, axis.index));
    };
    return walk(of);
  }

  /** The intervals on which each of several functions is one child, gone through along one axis. */
  function split(parts: readonly Ref[], top: number, next: (inside: readonly Ref[]) => Ref): Ref {
    const own = parts.map((p) => (topOf(p) === top ? branchOf(p) : undefined));
    const axis = own.find((b) => b !== undefined)?.axis as Axis;
    const cuts = merge(own.map((b) => b?.cuts ?? []));
    const children = [undefined, ...cuts].map((from) =>
      next(parts.map((p) => childAt(p, top, from))),
    );
    const unknown = axis.hasUnknown ? next(parts.map((p) => unknownOf(p, top))) : none;
    return branch(axis, cuts, children, unknown);
  }

  function childAt(ref: Ref, top: number, from: bigint | undefined): Ref {
    const node = ref === none ? undefined : branchOf(ref);
    if (node?.axis.index !== top) return ref;
    return node.children[indexAt(node.cuts, from)] as Ref;
  }

  function unknownOf(ref: Ref, top: number): Ref {
    const node = ref === none ? undefined : branchOf(ref);
    return node?.axis.index === top ? node.unknown : ref;
  }

  function lift(of: readonly Ref[], value: (leaves: readonly L[]) => Ref): Ref {
    const memo = new Map<string | number, Ref>();
    const walk = (parts: readonly Ref[]): Ref => {
      const key = keyOf(parts);
      const found = memo.get(key);
      if (found !== undefined) return found;
      spend();
      const top = Math.min(...parts.map(topOf));
      const made = Number.isFinite(top)
        ? split(parts, top, walk)
        : value(parts.map((p) => leafOf(p) as L));
      memo.set(key, made);
      return made;
    };
    return walk(of);
  }

  return {
    axis(key, low, high, hasUnknown = true) {
      const found = axes.get(key) ?? { index: axes.size, key, low, high, hasUnknown };
      axes.set(key, found);
      return found;
    },
    leaf: (leaf) => keep(`leaf ${leaf.key}`, leaf),
    branch,
    lift,
    leafOf,
    branchOf,
    spend,
    renew() {
      spent = 0;
    },
  };
}

/** Several functions as one key: of two, which most are, a number, since that is found sooner. */
function keyOf([a, b, ...more]: readonly Ref[]): string | number {
  if (a === undefined || more.length > 0) return [a, b, ...more].join(",");
  return b === undefined ? a : a * 2 ** 26 + b;
}

/** Which interval begins at, or holds, a point; the first where there is none. */
function indexAt(cuts: readonly bigint[], from: bigint | undefined): number {
  if (from === undefined) return 0;
  let index = 0;
  while (index < cuts.length && (cuts[index] as bigint) <= from) index += 1;
  return index;
}

/** All cuts once, from the lowest; each list is in order. */
function merge(lists: readonly (readonly bigint[])[]): readonly bigint[] {
  const [first = [], ...rest] = lists.filter((list) => list.length > 0);
  return rest.reduce(mergeTwo, first);
}

function mergeTwo(a: readonly bigint[], b: readonly bigint[]): readonly bigint[] {
  const all: bigint[] = [];
  for (let i = 0, j = 0; i < a.length || j < b.length; ) {
    const [x, y] = [a[i], b[j]];
    const isFirst = y === undefined || (x !== undefined && x <= y);
    all.push((isFirst ? x : y) as bigint);
    if (isFirst) i += 1;
    if (!isFirst || x === y) j += 1;
  }
  return all;
}
