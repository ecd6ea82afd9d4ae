import { Decimal } from "../plan/decimal.ts";
import type { Nodes, RankKey, Value } from "../plan/node.ts";
import { TiercutError } from "../ruleset/diagnostics.ts";
import { quote } from "../ruleset/show.ts";
import { round } from "./arithmetic.ts";
import type { FittedClass, FittedCut } from "./fitted.ts";
import { order } from "./order.ts";

type Cut = Nodes["rankCut"];
type Key = Decimal | string;

/** One subject in the order: its keys, and whether it is barred from the better classes. */
export interface Entry {
  readonly keys: readonly Key[];
  readonly barred: boolean;
}

/** Compares two subjects by their keys; the one in the better place comes first. */
function compareKeys(keys: readonly RankKey[], a: readonly Key[], b: readonly Key[]): number {
  for (const [i, { descending }] of keys.entries()) {
    const higher = order(a[i] as Key, b[i] as Key);
    if (higher !== 0) return descending ? -higher : higher;
  }
  return 0;
}

/**
 * Cuts one partition: ranks its subjects, hands out the places, and finds for each class the keys
 * from which on a subject belongs to it or to a better one.
 */
export function cutPartition(cut: Cut, entries: readonly Entry[], leftOut: number): FittedCut {
  const allowed = entries.filter((e) => !e.barred);
  const base = cut.barredPlaces === "out-of-the-base" ? allowed : entries;
  const line = cut.barredPlaces === "place-stays-empty" ? entries : allowed;
  const ranked = [...line].sort((a, b) => compareKeys(cut.keys, a.keys, b.keys));
  const places = placesOf(cut, base.length);
  const classes: Record<string, FittedClass> = {};
  let reached = 0;
  let before = 0;
  for (const [i, { outcome }] of cut.classes.entries()) {
    reached += places[i] ?? 0;
    const last = i === cut.classes.length - 1;
    const from = last ? null : lastKeys(cut, ranked, reached);
    const within = last ? entries.length : membersFrom(cut, entries, from, i);
    const keys = from?.map(String) ?? null;
    classes[outcome] = { places: places[i] ?? 0, members: within - before, from: keys };
    before = within;
  }
  return { ranked: base.length, leftOut, classes };
}

/** The keys at the last of the first `places` places, moved by what is done with equals. */
function lastKeys(cut: Cut, ranked: readonly Entry[], places: number): readonly Key[] | null {
  if (places <= 0) return null;
  const last = ranked[Math.min(places, ranked.length) - 1];
  if (!last) return null;
  const next = ranked[places];
  const equal = (e: Entry) => compareKeys(cut.keys, e.keys, last.keys) === 0;
  if (cut.tie !== "all-down" || !next || !equal(next)) return last.keys;
  return ranked.findLast((e) => compareKeys(cut.keys, e.keys, last.keys) < 0)?.keys ?? null;
}

/** Counts who is in the class at `index` or a better one: the barred only from `barredTo` on. */
function membersFrom(
  cut: Cut,
  entries: readonly Entry[],
  from: readonly Key[] | null,
  index: number,
): number {
  if (!from) return 0;
  const barredToo = index >= cut.classes.findIndex((c) => c.outcome === cut.barredTo);
  const reaches = (e: Entry) => compareKeys(cut.keys, e.keys, from) <= 0;
  return entries.filter((e) => (barredToo || !e.barred) && reaches(e)).length;
}

/** How many places each class has among `size` subjects. */
function placesOf(cut: Cut, size: number): readonly number[] {
  const shared =
    cut.scheme === "largest-remainder" ? byRemainder(cut, size) : byRounding(cut, size);
  let left = size;
  return shared.map((places, i) => {
    const wanted = Math.max(places, cut.classes[i]?.minimum ?? 0);
    // Whatever the scheme, the last class takes all that are left: nobody is without a place.
    const given = i === shared.length - 1 ? left : Math.min(wanted, left);
    left -= given;
    return given;
  });
}

function byRounding(cut: Cut, size: number): readonly number[] {
  let shares = new Decimal(0);
  let reached = 0;
  const shared = (share: Decimal): number => {
    if (cut.scheme === "separate") return round(share.times(size), 0, cut.rounding).toNumber();
    shares = shares.plus(share);
    const before = reached;
    reached = round(shares.times(size), 0, cut.rounding).toNumber();
    return reached - before;
  };
  return cut.classes.map(({ places }) => {
    if (places === "rest") return 0;
    return "share" in places ? shared(places.share) : places.count;
  });
}

/** Whole places first, then one more each to the largest remainders; of equals, the better class. */
function byRemainder(cut: Cut, size: number): readonly number[] {
  const fixed = cut.classes.map(({ places }) => {
    if (places === "rest") return null;
    return "share" in places ? places.share.times(size) : new Decimal(places.count);
  });
  const taken = Decimal.sum(0, ...fixed.map((f) => f ?? 0));
  const exact = fixed.map((f) => f ?? Decimal.max(0, new Decimal(size).minus(taken)));
  const whole = exact.map((e) => e.floor().toNumber());
  const total = Decimal.sum(0, ...exact)
    .floor()
    .toNumber();
  let left = total - whole.reduce((a, b) => a + b, 0);
  const remainder = (i: number) => (exact[i] as Decimal).minus(whole[i] as number);
  const ranks = exact.map((_, i) => i).sort((a, b) => remainder(b).cmp(remainder(a)));
  for (const i of ranks) {
    if (left <= 0) break;
    whole[i] = (whole[i] as number) + 1;
    left -= 1;
  }
  return whole;
}

/** Gives a subject's class, from its keys and its partition's cut alone. */
export function classOf(
  cut: Cut,
  values: readonly Value[],
  barred: Value,
  fitted: FittedCut,
): string | null {
  if (values.includes(null)) return null;
  if (cut.unknown === "undetermined" && fitted.leftOut > 0) return null;
  const best = cut.classes.find(({ outcome }) => {
    const from = fitted.classes[outcome]?.from;
    return from && compareKeys(cut.keys, values as Key[], readKeys(from, values)) <= 0;
  });
  const free = best?.outcome ?? (cut.classes.at(-1)?.outcome as string);
  const rank = (outcome: string) => cut.classes.findIndex((c) => c.outcome === outcome);
  if (rank(free) >= rank(cut.barredTo)) return free;
  if (barred === null) return null;
  return barred ? cut.barredTo : free;
}

/** Reads stored keys back as what they are compared with. */
function readKeys(stored: readonly string[], like: readonly Value[]): readonly Key[] {
  return stored.map((key, i) => {
    if (!(like[i] instanceof Decimal)) return key;
    if (/^-?\d+(\.\d+)?$/.test(key)) return new Decimal(key);
    throw new TiercutError(`the fitted cut ${quote(key)} is not a number: fit again`);
  });
}

/** Reads from which first key on each class is reached; the last one is reached by all. */
export function firstKeys(
  cut: Cut,
  values: readonly Value[],
  fitted: FittedCut,
): readonly (Value | undefined)[] {
  return cut.classes.map(({ outcome }) => {
    const from = fitted.classes[outcome]?.from;
    return from ? readKeys(from, values)[0] : undefined;
  });
}
