import type { Value } from "../../plan/node.ts";
import { compareSenses } from "./compare.ts";
import { isTrue, isUnknown } from "./leaf.ts";
import { between, isHidden, type Move, movesOf, type Piece, piecesOf, weightIn } from "./moves.ts";
import { leavesOf, type Region, regionsOf } from "./region.ts";
import type { Axis, Ref } from "./space.ts";
import type { Sense, Symbols } from "./symbols.ts";
import type { Form, Term } from "./term.ts";

/*
 * Where a function falls as one fact rises and all others stay. A fact moves along its own axis, and
 * along that of every sum it is part of; between two cuts of these nothing changes but the terms.
 */

/** A box in which a function falls, or may fall, when the fact rises by so many of its steps. */
export interface Fall {
  readonly region: Region;
  readonly steps: bigint;
  /** Does it not fall here if no account lies in the box. */
  readonly isOnly: boolean;
}

export interface Falls {
  readonly falls: readonly Fall[];
  /** Can it fall nowhere else. */
  readonly complete: boolean;
}

/** How the outcome should move: the order of its values, and which way is against it. */
export interface Way {
  readonly fact: string;
  readonly rises: boolean;
  /** Compares two values; nothing where they have no order. */
  compare(a: NonNullable<Value>, b: NonNullable<Value>): number;
}

/** Lists where a function may fall as a fact rises. */
export function fallsOf(s: Symbols, ref: Ref, p: Way): Falls {
  const moves = movesOf(s, ref, p.fact);
  const isAlone = moves.length <= 1;
  const found = [
    ...moves.flatMap((move) => fallsAlong(s, ref, move, p, isAlone)),
    ...leavesOf(s, ref).flatMap((leaf) => fallsInside(s, ref, leaf, p, isAlone)),
  ];
  return {
    falls: found.flatMap(({ regions, ...fall }) => regions.map((region) => ({ region, ...fall }))),
    complete: !isHidden(s, ref, p.fact) && found.every((f) => f.complete),
  };
}

/** Boxes of one kind: what falls in each. */
interface Found extends Omit<Fall, "region"> {
  readonly regions: readonly Region[];
  readonly complete: boolean;
}

const mostBoxes = 20;

/**
 * Holds each piece against the last before it that is known: from there the fact can rise to it.
 *
 * Where the fact moves along several axes at once it goes by boxes in which no account lies. What
 * falls nowhere falls for no account all the same, as long as it is known on the whole of the way.
 */
function fallsAlong(s: Symbols, ref: Ref, move: Move, p: Way, isAlone: boolean): readonly Found[] {
  const pieces = piecesOf(s, ref, move);
  const isOnly = isAlone && (move.weight === 1n || move.weight === -1n);
  return pieces.flatMap((after, i) => {
    const found: Found[] = [];
    let open = s.yes;
    for (let j = i - 1; j >= 0 && open !== s.no; j--) {
      const before = pieces[j] as Piece;
      const { from, steps } = between(move, before, after);
      const shift = isAlone ? steps : 0n;
      const falls = s.space.lift([open, before.ref, after.ref], ([o, a, b]) =>
        isTrue(o) ? fallsFrom(s, a as Sense, b as Sense, shift, p) : s.no,
      );
      const { regions, complete } = regionsOf(s, falls, isTrue, mostBoxes);
      const isKnown = isAlone || sameKnown(s, before.ref, after.ref);
      const boxes = regions.flatMap((r) => within(r, move.axis, from));
      found.push({ regions: boxes, complete: complete && isKnown, steps, isOnly });
      open = s.space.lift([open, before.ref, after.ref], ([o, a, b]) =>
        isTrue(o) && isUnknown(a) && !isUnknown(b) ? s.yes : s.no,
      );
    }
    return found;
  });
}

/** Is one piece known just where the other is. */
function sameKnown(s: Symbols, a: Ref, b: Ref): boolean {
  const differs = s.space.lift([a, b], ([x, y]) => (isUnknown(x) === isUnknown(y) ? s.no : s.yes));
  return differs === s.no;
}

const byValue = (a: bigint, b: bigint) => (a < b ? -1 : 1);

/** The part of a box that lies between two points of an axis, if there is any. */
function within(region: Region, axis: Axis, from: readonly [bigint, bigint]): readonly Region[] {
  const own = region.sides.find((side) => side.axis === axis)?.intervals ?? [from];
  const intervals = own
    .filter(([low, high]) => low <= from[1] && high >= from[0])
    .map(([low, high]) => [low, high, ...from].sort(byValue).slice(1, 3) as [bigint, bigint]);
  if (intervals.length === 0) return [];
  const others = region.sides.filter((side) => side.axis !== axis);
  return [{ ...region, sides: [...others, { axis, intervals, unknown: false }] }];
}

/** Where what comes after is less than what was before, or more where it should fall. */
function fallsFrom(s: Symbols, a: Sense, b: Sense, shift: bigint, p: Way): Ref {
  if (a.is === "value" && b.is === "value") {
    if (a.value === null || b.value === null) return s.no;
    const order = p.compare(a.value, b.value);
    return (p.rises ? order > 0 : order < 0) ? s.yes : s.no;
  }
  return compareSenses(s, p.rises ? ">" : "<", a, after(b, p.fact, shift));
}

/** A number as it is when the fact has risen by so many steps. */
function after(leaf: Sense, fact: string, steps: bigint): Sense {
  if (leaf.is !== "term") return leaf;
  const more = weightIn(leaf.term.form, fact) * steps;
  if (more === 0n) return leaf;
  const { term } = leaf;
  const { line } = term;
  const made: Term = {
    ...term,
    key: `${term.key} after ${more}`,
    at: (n) => term.at(n + more),
    ...(line
      ? { line: { ...line, offset: line.offset.plus(line.factor.times(String(more))) } }
      : {}),
  };
  return { ...leaf, key: `term ${made.key}`, term: made };
}

/** Where a function is a number that goes against the fact by itself. */
function fallsInside(s: Symbols, ref: Ref, leaf: Sense, p: Way, isOnly: boolean): readonly Found[] {
  if (leaf.is !== "term") return [];
  const weight = weightIn(leaf.term.form, p.fact);
  if (weight === 0n || (leaf.term.rises === weight > 0n) === p.rises) return [];
  const { regions, complete } = regionsOf(s, ref, (other) => other === leaf, mostBoxes);
  const boxes = regions.map((region) => whereFormKnown(region, leaf.term.form));
  return [{ regions: boxes, complete, steps: 1n, isOnly }];
}

/** A box in which all that a sum is made of is known. */
function whereFormKnown(region: Region, { weights }: Form): Region {
  const axes = weights.map(([atom]) => atom.axis);
  const open = axes.filter((axis) => !region.sides.some((side) => side.axis === axis));
  const known = open.map((axis) => {
    return { axis, intervals: [[axis.low, axis.high] as const], unknown: false };
  });
  return { ...region, sides: [...region.sides, ...known] };
}
