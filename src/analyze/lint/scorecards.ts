import { Decimal } from "../../plan/decimal.ts";
import type { Part } from "../../plan/plan.ts";
import { canBe, canHold } from "../diagram/possible.ts";
import { leavesOf, regionsOf, type Side } from "../diagram/region.ts";
import type { Axis, Ref } from "../diagram/space.ts";
import type { Sense, Symbols } from "../diagram/symbols.ts";
import type { Form, Term } from "../diagram/term.ts";
import { warn } from "../messages.ts";
import { at, type Question, type Study } from "../study.ts";
import type { Asked } from "./each.ts";

/** Asks of indicators whether anybody can reach their maximum. */
export function ofScorecards(study: Study): readonly Asked[] {
  const parts = Object.values(study.plan.decisions).flatMap((d) => d.parts);
  return parts.flatMap((part) => askedOf(study, part));
}

function askedOf({ document }: Study, part: Part): readonly Asked[] {
  if (part.role !== "indicator" && part.role !== "component") return [];
  const { path } = part.origin;
  const { maximum } = at(document, path) as { readonly maximum?: unknown };
  if (typeof maximum !== "number") return [];
  const what = { zh: `\`${part.name}\` 的最高分`, en: `the most points of \`${part.name}\`` };
  const check = ({ s, m }: Question) => {
    const most = mostOf(s, m(part.node));
    if (most === undefined || most.gte(maximum)) return [];
    const words = { name: part.name, most: most.toString(), maximum: String(maximum) };
    return [warn("maximum-unreached", path, words)];
  };
  return [{ path, what, check }];
}

/** The most that a function can come to. */
function mostOf(s: Symbols, ref: Ref): Decimal | undefined {
  const found = leavesOf(s, ref).flatMap((leaf) => {
    const isThere = (other: Sense) => other === leaf;
    if (leaf.is === "value" && leaf.value instanceof Decimal) {
      return [{ most: leaf.value, canBe: () => canBe(s, ref, isThere) }];
    }
    return leaf.is === "term" ? ofTerm(s, ref, leaf.term, isThere) : [];
  });
  return found.sort((a, b) => b.most.cmp(a.most)).find((f) => f.canBe())?.most;
}

const mostBoxes = 200;

/** The most a number comes to in each of its boxes. */
function ofTerm(s: Symbols, ref: Ref, term: Term, isThere: (leaf: Sense) => boolean) {
  const { regions, complete } = regionsOf(s, ref, isThere, mostBoxes);
  const boxes = complete ? regions : [{ sides: [] }];
  return boxes.map(({ sides }) => {
    const ends = endsIn(term.form, sides).map((n) => term.at(n));
    return { most: Decimal.max(...ends), canBe: () => canHold(s, { sides }) };
  });
}

/** Between what a sum lies in a box. */
function endsIn({ key, weights, low, high }: Form, sides: readonly Side[]): readonly bigint[] {
  const own = sides.find(({ axis }) => axis.key === `sum ${key}`);
  if (own) return hullOf(own);
  if (sides.length === 0) return [low, high];
  const parts = weights.map(([{ axis }, w]) => {
    const [a, b] = hullOf(sides.find((side) => side.axis === axis) ?? wholeOf(axis));
    return w > 0n ? [w * a, w * b] : [w * b, w * a];
  });
  return [0, 1].map((end) => parts.reduce((sum, part) => sum + (part[end] as bigint), 0n));
}

const wholeOf = (axis: Axis) => ({ axis, intervals: [[axis.low, axis.high] as const] });

const hullOf = ({
  axis,
  intervals,
}: Pick<Side, "axis" | "intervals">): readonly [bigint, bigint] => [
  intervals[0]?.[0] ?? axis.low,
  intervals.at(-1)?.[1] ?? axis.high,
];
