import { axisKey } from "./facts.ts";
import { atPoint, axesOf, leavesOf } from "./region.ts";
import type { Axis, Ref } from "./space.ts";
import type { Symbols } from "./symbols.ts";
import type { Form } from "./term.ts";

/*
 * How a fact that rises moves through a diagram: along its own axis, and along that of every sum it
 * is part of.
 */

/** An axis along which the fact moves: by `weight` with each of its steps. */
export interface Move {
  readonly axis: Axis;
  readonly cuts: readonly bigint[];
  readonly weight: bigint;
}

/** The axes along which a fact goes from one box to another. */
export function movesOf(s: Symbols, ref: Ref, fact: string): readonly Move[] {
  return [...axesOf(s, ref)].flatMap(([axis, cuts]) => {
    const weight = cuts.length > 0 ? weightOn(s, axis, fact) : 0n;
    return weight === 0n ? [] : [{ axis, cuts, weight }];
  });
}

/** Does a function rest on what is computed of a fact, and not taken apart. */
export function isHidden(s: Symbols, ref: Ref, fact: string): boolean {
  const axes = [...axesOf(s, ref).keys()];
  const leaves = leavesOf(s, ref);
  return (
    axes.some((axis) => isMadeOf(s, axis, fact)) ||
    leaves.some((leaf) => leaf.is === "term" && hides(leaf.term.form, fact))
  );
}

/** By how much a place on an axis moves with one step of a fact. */
function weightOn(s: Symbols, axis: Axis, fact: string): bigint {
  const stands = s.axes.get(axis.index);
  if (stands?.is === "fact" || stands?.is === "entry") return stands.name === fact ? 1n : 0n;
  return stands?.is === "sum" ? weightIn(stands.form, fact) : 0n;
}

/** The weight a fact has in a sum. */
export const weightIn = ({ weights }: Form, fact: string): bigint =>
  weights.find(([atom]) => atom.key === axisKey(fact))?.[1] ?? 0n;

function isMadeOf(s: Symbols, axis: Axis, fact: string): boolean {
  const stands = s.axes.get(axis.index);
  if (stands?.is === "computed") return mentions(stands.key, fact);
  return stands?.is === "sum" && hides(stands.form, fact);
}

/** Is anything in a sum computed of a fact, and not taken apart. */
const hides = ({ weights }: Form, fact: string) =>
  weights.some(([{ key }]) => key !== axisKey(fact) && mentions(key, fact));

const mentions = (key: string, fact: string) => new RegExp(`\\bfact ${fact}\\b`).test(key);

/** Between two cuts a function is one piece; from `low` to `high` on its axis. */
export interface Piece {
  readonly ref: Ref;
  readonly low: bigint;
  readonly high: bigint;
}

/** The pieces of a function, in the order in which a fact that rises comes through them. */
export function piecesOf(s: Symbols, ref: Ref, { axis, cuts, weight }: Move): readonly Piece[] {
  const starts = [axis.low, ...cuts];
  const pieces = starts.map((low, i) => {
    const next = starts[i + 1];
    const high = next === undefined ? axis.high : next - 1n;
    return { ref: atPoint(s, ref, axis, low), low, high };
  });
  return weight < 0n ? pieces.reverse() : pieces;
}

/** From where to start so that the fewest steps lead from one piece into another. */
export function between({ weight }: Move, before: Piece, after: Piece) {
  if (weight > 0n) {
    const last = before.high - weight + 1n;
    const low = last > before.low ? last : before.low;
    return { from: [low, before.high] as const, steps: (after.low - low + weight - 1n) / weight };
  }
  const last = before.low - weight - 1n;
  const high = last < before.high ? last : before.high;
  return { from: [before.low, high] as const, steps: (high - after.high - weight - 1n) / -weight };
}
