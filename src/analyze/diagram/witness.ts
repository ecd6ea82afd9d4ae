import { Decimal } from "../../plan/decimal.ts";
import type { Type } from "../../plan/type.ts";
import { boundsOf, type Domains, domainsOf, type Interval, narrowed, sizeOf } from "./bounds.ts";
import type { Region, Side } from "./region.ts";
import { dayOf, type Stands, type Symbols } from "./symbols.ts";

/** The facts of one account that lies in a region; what is not in it may be anything. */
export type Account = Readonly<Record<string, number | string | boolean | readonly string[]>>;

/** An account of a region, that there is none, or that none was found in the tries there were. */
export type Found = { readonly account: Account } | "empty" | "not-found";

/**
 * Finds an account in a region. `holds` is asked of each candidate where the region has sides that
 * are not of single facts: sums are bounded first, what is not taken apart is only tried.
 */
export function accountIn(
  s: Symbols,
  region: Pick<Region, "sides">,
  holds: (account: Account) => boolean,
  tries = 400,
): Found {
  const bounds = region.sides.flatMap((side) => boundsOf(s, side));
  const start = narrowed(domainsOf(s, region, bounds), bounds);
  if (!start) return "empty";
  const lists = region.sides.filter((side) => s.axes.get(side.axis.index)?.is !== "fact");
  let left = tries;
  // What leads nowhere costs too.
  let steps = tries * 50;
  // Only what is computed of facts can be met nowhere though every other side is; a list is tried as
  // it is, and not with each of its entries.
  const made = region.sides.map(({ axis }) => s.axes.get(axis.index));
  let isEach = made.some((m) => isMade.has(m?.is)) && !made.some(mayHoldList);
  const hasTexts = region.sides.some(({ axis }) => isText(s, axis.index));
  const search = (domains: Domains, todo: readonly number[]): Account | undefined => {
    const [axis, ...rest] = todo;
    if (axis === undefined) {
      left -= 1;
      const accounts = (hasTexts ? [false, true] : [false]).map((isApart) =>
        accountOf(s, domains, lists, isApart),
      );
      return accounts.find(holds);
    }
    const domain = domains.get(axis) ?? [];
    const points = candidates(s, axis, domain);
    isEach &&= BigInt(points.length) === sizeOf(domain) && !isText(s, axis);
    for (const point of points) {
      steps -= 1;
      if (left <= 0 || steps <= 0) return undefined;
      const next = narrowed(new Map([...domains, [axis, [[point, point]]]]), bounds);
      const found = next && search(next, rest);
      if (found) return found;
    }
    return undefined;
  };
  const account = search(start, [...start.keys()]);
  if (account) return { account };
  return isEach && left > 0 && steps > 0 ? "empty" : "not-found";
}

/** Is a value computed of a list, as far as can be told. */
const mayHoldList = (stands: Stands | undefined): boolean =>
  stands?.is === "computed" && (stands.made?.of ?? []).some((of) => of.is === "list");

const isMade: ReadonlySet<Stands["is"] | undefined> = new Set(["computed", "sum"] as const);

const isText = (s: Symbols, axis: number) => {
  const stands = s.axes.get(axis);
  return stands?.is === "fact" && stands.type.kind === "text";
};

/** Points to try: an edge first, since an edge is what an account is wanted for; of few, all. */
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
  const few = sizeOf(domain) <= mostPoints;
  const each = few ? domain.flatMap(([low, high]) => pointsFrom(low, high)) : [];
  return [...new Set([...all, ...each])];
}

/** Of how many points of a fact each is tried. */
const mostPoints = 20n;

export const pointsFrom = (low: bigint, high: bigint): readonly bigint[] =>
  Array.from({ length: Number(high - low) + 1 }, (_, i) => low + BigInt(i));

function endsOf(type: Type): Interval | undefined {
  if (type.kind !== "number") return undefined;
  const unit = new Decimal(10).pow(type.scale);
  const inSteps = (n: number) => BigInt(new Decimal(n).times(unit).toFixed(0));
  return [inSteps(type.min), inSteps(type.max)];
}

/** The account at the first point of every domain, with its lists; texts no rule names may differ. */
function accountOf(
  s: Symbols,
  domains: Domains,
  others: readonly Side[],
  isApart: boolean,
): Account {
  const account: Record<string, Account[string]> = {};
  for (const [axis, [interval]] of domains) {
    const { name, type } = s.axes.get(axis) as Extract<Stands, { is: "fact" }>;
    const point = (interval as Interval)[0];
    const value = valueAt(s, type, point);
    const isOther = type.kind === "text" && point === BigInt(s.texts.length);
    account[name] = isApart && isOther ? `${value}${axis}` : value;
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
