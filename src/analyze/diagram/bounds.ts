import type { Region, Side } from "./region.ts";
import type { Symbols } from "./symbols.ts";
import type { Atom, Form } from "./term.ts";

/*
 * Where the facts of a region may lie: what a sum of them must come to bounds each by the others.
 */

export type Interval = readonly [bigint, bigint];

/** What each axis that must be known may still be. */
export type Domains = ReadonlyMap<number, readonly Interval[]>;

/** A sum of facts, and where it must lie. */
export interface Bound {
  readonly form: Form;
  readonly intervals: readonly Interval[];
}

/** How many points there are. */
export const sizeOf = (domain: readonly Interval[]) =>
  domain.reduce((sum, [low, high]) => sum + high - low + 1n, 0n);

/** What a side asks of a sum. */
export function boundsOf(s: Symbols, side: Side): readonly Bound[] {
  const stands = s.axes.get(side.axis.index);
  return stands?.is === "sum" ? [{ form: stands.form, intervals: side.intervals }] : [];
}

/** The facts that must be known, each with where it may lie: those of sums may lie anywhere. */
export function domainsOf(
  s: Symbols,
  { sides }: Pick<Region, "sides">,
  bounds: readonly Bound[],
): Domains {
  const domains = new Map<number, readonly Interval[]>();
  for (const { form } of bounds) {
    for (const [{ axis }] of form.weights) {
      if (s.axes.get(axis.index)?.is === "fact") domains.set(axis.index, [[axis.low, axis.high]]);
    }
  }
  for (const { axis, intervals } of sides) {
    if (s.axes.get(axis.index)?.is !== "fact" || intervals.length === 0) continue;
    domains.set(axis.index, intervals);
  }
  return domains;
}

/** Takes from the ends of each domain what no sum allows; nothing where one becomes empty. */
export function narrowed(domains: Domains, bounds: readonly Bound[]): Domains | undefined {
  const now = new Map(domains);
  for (let round = 0, changed = true; changed && round < 50; round++) {
    changed = false;
    for (const bound of bounds) {
      for (const [atom, weight] of bound.form.weights) {
        const domain = now.get(atom.axis.index);
        if (!domain) continue;
        const rooms = roomOf(bound, atom, weight, now);
        const kept = domain.flatMap(([a, b]) => rooms.flatMap(([c, d]) => within(a, b, c, d)));
        if (kept.length === 0) return undefined;
        if (kept.length === domain.length && kept.every((k, i) => same(k, domain[i]))) continue;
        now.set(atom.axis.index, kept);
        changed = true;
      }
    }
  }
  return now;
}

const same = (a: Interval, b: Interval | undefined) => a[0] === b?.[0] && a[1] === b?.[1];

function within(a: bigint, b: bigint, low: bigint, high: bigint): readonly Interval[] {
  const [from, to] = [a > low ? a : low, b < high ? b : high];
  return from <= to ? [[from, to]] : [];
}

/** Between what an atom must lie for its sum to be where it must, whatever the others are. */
function roomOf(
  { form, intervals }: Bound,
  atom: Atom,
  weight: bigint,
  now: Domains,
): readonly Interval[] {
  let [least, most] = [0n, 0n];
  for (const [other, w] of form.weights) {
    if (other === atom) continue;
    const [low, high] = hull(now.get(other.axis.index) ?? [[other.axis.low, other.axis.high]]);
    least += w * (w > 0n ? low : high);
    most += w * (w > 0n ? high : low);
  }
  // What lies between intervals is left out only where the others leave no play.
  const apart = least === most ? intervals : [hull(intervals)];
  const rooms = apart.map(([low, high]) => over([low - most, high - least], weight));
  return weight > 0n ? rooms : rooms.reverse();
}

/** The whole numbers that, times a weight, lie in an interval. */
const over = ([from, to]: Interval, weight: bigint): Interval =>
  weight > 0n
    ? [ceilingOf(from, weight), floorOf(to, weight)]
    : [ceilingOf(to, weight), floorOf(from, weight)];

const hull = (of: readonly Interval[]): Interval => [
  (of[0] as Interval)[0],
  (of.at(-1) as Interval)[1],
];

function floorOf(a: bigint, b: bigint): bigint {
  const whole = a / b;
  return a % b !== 0n && a < 0n !== b < 0n ? whole - 1n : whole;
}

const ceilingOf = (a: bigint, b: bigint) => -floorOf(-a, b);
