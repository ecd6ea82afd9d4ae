import { Decimal } from "../../plan/decimal.ts";
import type { NodeOf, RankClass } from "../../plan/node.ts";
import type { Change, Site } from "./change.ts";
import { nameOf } from "./conditions.ts";
import { roundingsOf } from "./numbers.ts";
import { phraseOf, plain, text } from "./phrase.ts";

/* Errors in cuts: another share, number of places, tie, scheme, order. */

type Cut = NodeOf<"rankCut">;

const policies = {
  tie: ["all-up", "all-down"],
  scheme: ["cumulative", "separate", "largest-remainder"],
  barredPlaces: ["backfill", "place-stays-empty", "out-of-the-base"],
} as const;
type Policy = keyof typeof policies;

export function rankCut(n: Cut, site: Site): readonly Change[] {
  const matters = mattersIn(n, site);
  return [
    ...n.classes.flatMap((c, i) => classesOf(n, c, i)),
    ...(Object.keys(policies) as Policy[]).flatMap((key) =>
      matters[key] ? policiesOf(n, key, policies[key]) : [],
    ),
    ...(matters.rounding ? roundingsOf(n) : []),
    ...n.keys.map((_, i) => turned(n, i, site)),
  ];
}

/** What a cut says of ties means nothing where its keys leave none, nor of rounding where it has no shares. */
function mattersIn(n: Cut, { plan }: Site): Readonly<Record<Policy | "rounding", boolean>> {
  const barred = plan.nodes[n.barred];
  const hasShares = n.classes.some((c) => sharesOf(c) !== undefined);
  return {
    tie: n.tie !== "by-keys",
    scheme: hasShares,
    barredPlaces: !(barred?.op === "constant" && barred.value === false),
    rounding: hasShares && n.scheme !== "largest-remainder",
  };
}

const sharesOf = ({ places }: RankClass) =>
  places !== "rest" && "share" in places ? places.share : undefined;

function withClass(n: Cut, classes: ReadonlyMap<number, RankClass>): Cut {
  return { ...n, classes: n.classes.map((c, i) => classes.get(i) ?? c) };
}

function classesOf(n: Cut, c: RankClass, i: number): readonly Change[] {
  const { origin, places, minimum } = c;
  const told = (to: Cut, from: string, then: string): Change => ({
    node: to,
    origin,
    from: plain(from),
    to: plain(then),
  });
  const next = n.classes[i + 1];
  const [share, other] = [sharesOf(c), next && sharesOf(next)];
  const moved = [new Decimal("0.01"), new Decimal("-0.01")].flatMap((by) => {
    if (!share || !next || !other) return [];
    const [a, b] = [share.plus(by), other.minus(by)];
    if (a.lte(0) || b.lte(0)) return [];
    const classes = new Map([
      [i, { ...c, places: { share: a } }],
      [i + 1, { ...next, places: { share: b } }],
    ]);
    return [told(withClass(n, classes), `share ${share}`, `share ${a}`)];
  });
  const counts = [1, -1].flatMap((by) => {
    if (places === "rest" || !("count" in places) || places.count + by < 0) return [];
    const count = { ...c, places: { count: places.count + by } };
    const to = withClass(n, new Map([[i, count]]));
    return [told(to, `first ${places.count}`, `first ${places.count + by}`)];
  });
  const least = withClass(n, new Map([[i, { ...c, minimum: minimum + 1 }]]));
  const most = told(least, `at least ${minimum}`, `at least ${minimum + 1}`);
  // A class that has as many places anyhow, or takes all that are left, is not told by its least.
  const isAnyhow = places === "rest" || ("count" in places && places.count > minimum);
  return [...moved, ...counts, ...(isAnyhow || i === n.classes.length - 1 ? [] : [most])];
}

function policiesOf(n: Cut, key: Policy, values: readonly string[]) {
  return values
    .filter((value) => value !== n[key])
    .map((value) => ({
      node: { ...n, [key]: value } as Cut,
      origin: n.origin,
      from: plain(`${key} ${n[key]}`),
      to: plain(`${key} ${value}`),
    }));
}

/** The same key from the other end. */
function turned(n: Cut, i: number, { plan }: Site): Change {
  const keys = n.keys.map((k, j) => (j === i ? { ...k, descending: !k.descending } : k));
  const key = n.keys[i] as Cut["keys"][number];
  const told = (down: boolean) =>
    text`${phraseOf(plan, key.of)} ${down ? { zh: "从高到低", en: "descending" } : { zh: "从低到高", en: "ascending" }}`;
  return {
    node: { ...n, keys },
    origin: n.origin,
    from: text`\`${nameOf(n.origin.id)}\` ${told(key.descending)}`,
    to: text`\`${nameOf(n.origin.id)}\` ${told(!key.descending)}`,
  };
}
