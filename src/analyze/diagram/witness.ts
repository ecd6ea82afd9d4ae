import { Decimal } from "../../plan/decimal.ts";
import type { Type } from "../../plan/type.ts";
import type { Region, Side } from "./region.ts";
import { dayOf, type Stands, type Symbols } from "./symbols.ts";
import type { Atom, Form } from "./term.ts";

/** The facts of one account that lies in a region; what is not in it may be anything. */
export type Account = Readonly<Record<string, number | string | boolean | readonly string[]>>;

/** An account of a region, that there is none, or that none was found in the tries there were. */
export type Found = { readonly account: Account } | "empty" | "not-found";

type Interval = readonly [bigint, bigint];
/** What each axis that must be known may still be. */
type Domains = ReadonlyMap<number, readonly Interval[]>;
interface Bound {
  readonly form: Form;
  readonly intervals: readonly Interval[];
}

/**
 * Finds an account in a region. `holds` is asked of each candidate where the region has sides that
 * are not of single facts: sums are bounded first, what is not taken apart is only tried.
 */
export function accountIn(
  s: Symbols,
  region: Region,
  holds: (account: Account) => boolean,
  tries = 400,
): Found {
  const bounds = region.sides.flatMap((side) => boundsOf(s, side));
  const start = narrowed(domainsOf(s, region, bounds), bounds);
  if (!start) return "empty";
  const lists = region.sides.filter((side) => s.axes.get(side.axis.index)?.is !== "fact");
  let left = tries;
  const search = (domains: Domains, todo: readonly number[]): Account | undefined => {
    const [axis, ...rest] = todo;
    if (axis === undefined) {
      left -= 1;
      const account = accountOf(s, domains, lists);
      return holds(account) ? account : undefined;
    }
    for (const point of candidates(s, axis, domains.get(axis) ?? [])) {
      if (left <= 0) return undefined;
      const next = narrowed(new Map([...domains, [axis, [[point, point]]]]), bounds);
      const found = next && search(next, rest);
      if (found) return found;
    }
    return undefined;
  };
  const account = search(start, [...start.keys()]);
  return account ? { account } : "not-found";
}

function boundsOf(s: Symbols, side: Side): readonly Bound[] {
  const stands = s.axes.get(side.axis.index);
  return stands?.is === "sum" ? [{ form: stands.form, intervals: side.intervals }] : [];
}

/** The facts that must be known, each with where it may lie: those of sums may lie anywhere. */
function domainsOf(s: Symbols, { sides }: Region, bounds: readonly Bound[]): Domains {
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
function narrowed(domains: Domains, bounds: readonly Bound[]): Domains | undefined {
  const now = new Map(domains);
  for (let round = 0, changed = true; changed && round < 50; round++) {
    changed = false;
    for (const bound of bounds) {
      for (const [atom, weight] of bound.form.weights) {
        const domain = now.get(atom.axis.index);
        if (!domain) continue;
        const [low, high] = room(bound, atom, weight, now);
        const kept = domain.flatMap(([a, b]) => within(a, b, low, high));
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
function room({ form, intervals }: Bound, atom: Atom, weight: bigint, now: Domains): Interval {
  let [least, most] = [0n, 0n];
  for (const [other, w] of form.weights) {
    if (other === atom) continue;
    const [low, high] = hull(now.get(other.axis.index) ?? [[other.axis.low, other.axis.high]]);
    least += w * (w > 0n ? low : high);
    most += w * (w > 0n ? high : low);
  }
  const [low, high] = hull(intervals);
  const [from, to] = [low - most, high - least];
  return weight > 0n
    ? [ceilingOf(from, weight), floorOf(to, weight)]
    : [ceilingOf(to, weight), floorOf(from, weight)];
}

const hull = (of: readonly Interval[]): Interval => [
  (of[0] as Interval)[0],
  (of.at(-1) as Interval)[1],
];

function floorOf(a: bigint, b: bigint): bigint {
  const whole = a / b;
  return a % b !== 0n && a < 0n !== b < 0n ? whole - 1n : whole;
}

const ceilingOf = (a: bigint, b: bigint) => -floorOf(-a, b);

/** Points to try: an edge first, since an edge is what an account is wanted for. */
function candidates(s: Symbols, axis: number, domain: readonly Interval[]): readonly bigint[] {
  const stands = s.axes.get(axis);
  const open = stands?.is === "fact" ? endsOf(stands.type) : undefined;
  const all = domain.flatMap(([low, high]) => {
    const inner = [0n, 1n, 100n].filter((n) => n >= low && n <= high);
    const middle = low + (high - low) / 2n;
    const ends = open && low === open[0] ? [high, ...inner, low] : [low, ...inner, high];
    const wide = open && low === open[0] && high === open[1];
    return wide ? [...inner, low, high, middle] : [...ends, middle];
  });
  return [...new Set(all)];
}

function endsOf(type: Type): Interval | undefined {
  if (type.kind !== "number") return undefined;
  const unit = new Decimal(10).pow(type.scale);
  const inSteps = (n: number) => BigInt(new Decimal(n).times(unit).toFixed(0));
  return [inSteps(type.min), inSteps(type.max)];
}

/** The account at the first point of every domain, with its lists. */
function accountOf(s: Symbols, domains: Domains, others: readonly Side[]): Account {
  const account: Record<string, Account[string]> = {};
  for (const [axis, [interval]] of domains) {
    const stands = s.axes.get(axis) as Extract<Stands, { is: "fact" }>;
    account[stands.name] = valueAt(s, stands.type, (interval as Interval)[0]);
  }
  for (const { axis, intervals } of others) {
    const stands = s.axes.get(axis.index);
    if (stands?.is === "list" && intervals.length > 0) account[stands.name] ??= [];
    if (stands?.is !== "entry" || !intervals.some(([, high]) => high === 1n)) continue;
    const entries = (account[stands.name] ?? []) as readonly string[];
    if (intervals.every(([low]) => low === 1n)) account[stands.name] = [...entries, stands.entry];
  }
  return account;
}

/** A point of a fact's axis, as the fact's value. */
export function valueAt(s: Symbols, type: Type, point: bigint): Account[string] {
  if (type.kind === "boolean") return point === 1n;
  if (type.kind === "number") {
    return new Decimal(point.toString()).div(new Decimal(10).pow(type.scale)).toNumber();
  }
  if (type.kind === "date") return dayOf(point);
  if (type.kind === "label") return type.values[Number(point)] as string;
  return s.texts[Number(point)] ?? unnamed(s.texts);
}

/** A text that no rule names. */
function unnamed(texts: readonly string[]): string {
  let text = "x";
  while (texts.includes(text)) text += "x";
  return text;
}
