import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  compile,
  type DecisionDifference,
  type DifferentRegion,
  diff,
  evaluate,
  type OutputDifference,
  type Program,
  type Result,
  type Ruleset,
} from "../../src/index.ts";
import type { Json } from "../kinds/tiny.ts";
import { type FactName, factNames, type Point, pointsOf } from "./arbitraries.ts";
import { loaded, pairs, type Two } from "./diff.arbitraries.ts";
import { isInside, isOfFacts } from "./diff.reading.ts";

/*
 * Comparisons against brute force: two rulesets, changed in a place or two or with nothing in common
 * but their facts, are run on every point of these (they are a few steps wide), unknown ones too.
 * One file, over the usual length: it is one property.
 */

/** The results of a decision at every point, in the two rulesets. */
interface Forced {
  readonly points: readonly Point[];
  readonly results: readonly [readonly Result[], readonly Result[]];
}

/** What a decision, or a part of it, comes to; `null` where that is open, 0 for no such part. */
function comesTo(result: Result, { role, name, only }: Named, side: "before" | "after"): unknown {
  if (only !== undefined && only !== side) return 0;
  const of = role === "part" ? (result.parts as Json) : outcomesOf(result);
  return of[name] ?? null;
}
type Named = Pick<OutputDifference, "role" | "name" | "only">;

const outcomesOf = ({ outputs }: Result): Json =>
  Object.fromEntries(outputs.map((o) => [o.name, o.outcome]));

const key = (value: unknown) => JSON.stringify(value);

/** Both values at every point. */
function valuesAt({ results: [a, b] }: Forced, named: Named) {
  return a.map((result, i): readonly [unknown, unknown] => [
    comesTo(result, named, "before"),
    comesTo(b[i] as Result, named, "after"),
  ]);
}

/** The accounts that both rulesets take. */
function pointsFor(known: readonly FactName[], two: Two): readonly Point[] {
  const ranges = known.flatMap((name) =>
    [two.before, two.after].map((d) => [name, (d.facts as Readonly<Record<string, Json>>)[name]]),
  ) as readonly (readonly [FactName, Json])[];
  const isTaken = (point: Point) =>
    ranges.every(([name, { min = -Infinity, max = Infinity }]) => {
      const value = point[name] as number;
      return typeof value !== "number" || (value >= Number(min) && value <= Number(max));
    });
  return pointsOf(known).filter(isTaken);
}

const seen = { pairs: 0, decisions: 0, points: 0, regions: 0, computed: 0, partial: 0, sums: 0 };
const tally = (of: Map<string, number>, name: string) => of.set(name, (of.get(name) ?? 0) + 1);
const kinds = new Map<string, number>();
const statuses = new Map<string, number>();
const ways = new Map<string, number>();

/** What is told where a check fails: enough to run it again by hand. */
interface Told {
  readonly decision: string;
  readonly output: string;
  readonly point?: Point;
  readonly region?: unknown;
}

function checkRegion(
  r: DifferentRegion,
  o: OutputDifference,
  programs: readonly Program[],
  t: Told,
) {
  const [a, b] = programs.map((p) => evaluate(p, t.decision, r.account)) as [Result, Result];
  const stated = [r.before, r.after];
  const found = [comesTo(a, o, "before"), comesTo(b, o, "after")];
  expect({ ...t, account: r.account, found }).toEqual({ ...t, account: r.account, found: stated });
  expect(key(r.before)).not.toBe(key(r.after));
  expect(isInside(r.sides, r.account)).toBe(true);
  const isOpen = r.sides.some((side) => "fact" in side && side.unknown && isEmpty(side));
  const isUngiven = r.sides.some((side) => "given" in side && !side.given);
  expect(r.unknown).toBe(isOpen || isUngiven);
}

const isEmpty = (side: object) =>
  ("ranges" in side && (side.ranges as readonly unknown[]).length === 0) ||
  ("values" in side && (side.values as readonly unknown[]).length === 0);

/** Every point that differs lies in one region, and no other lies in any. */
function checkPoints(forced: Forced, o: OutputDifference, told: Told) {
  const values = valuesAt(forced, o);
  const exact = o.regions.every((r) => isOfFacts(r.sides));
  for (const [i, [was, is]] of values.entries()) {
    const point = forced.points[i] as Point;
    const inside = o.regions.filter((r) => isInside(r.sides, point));
    const own = inside.filter((r) => isOfFacts(r.sides));
    const differs = key(was) !== key(is);
    const at = { ...told, point, was, is };
    if (o.complete && differs)
      expect({ ...at, in: inside.length > 0 }).toEqual({ ...at, in: true });
    if (!differs) expect({ ...at, in: own.length }).toEqual({ ...at, in: 0 });
    if (exact)
      expect({ ...at, in: inside.length }).toEqual({ ...at, in: Math.min(inside.length, 1) });
    for (const region of own) checkOutcomes(region, [was, is], at);
  }
}

/** Numbers may be others elsewhere in a region; everything else is the same all over it. */
function checkOutcomes({ before, after }: DifferentRegion, found: readonly unknown[], at: object) {
  if ([before, after, ...found].some((o) => typeof o === "number")) return;
  expect({ ...at, outcomes: found.map(key) }).toEqual({
    ...at,
    outcomes: [before, after].map(key),
  });
}

/** A sum differs exactly where the parts do that it names, if all else in it is known. */
function checkSum(forced: Forced, o: OutputDifference, d: DecisionDifference, told: Told) {
  if (!o.sumOf) return;
  seen.sums += 1;
  const parts = o.sumOf.map((name) => d.outputs.find((p) => p.role === "part" && p.name === name));
  const values = parts.map((p) => valuesAt(forced, p as OutputDifference));
  const sum = (of: readonly unknown[]) =>
    of.includes(null) ? null : Math.round(of.reduce((a: number, b) => a + Number(b), 0) * 1e6);
  for (const [i, [was, is]] of valuesAt(forced, o).entries()) {
    const [a, b] = [0, 1].map((side) => sum(values.map((v) => v[i]?.[side])));
    const isKnown = was !== null || is !== null;
    const differs = key(was) !== key(is);
    const point = forced.points[i];
    expect({ ...told, point, differs }).toEqual({ ...told, point, differs: isKnown && a !== b });
  }
}

/** The values that both rulesets have: lists of a checklist and the grounds of a rule are none. */
function namesIn({ results: [[a], [b]] }: Forced): readonly Named[] {
  const [before, after] = [a as Result, b as Result];
  const outcomes = after.outputs.map((o) => o.name);
  const parts = Object.keys(after.parts as Json).filter(
    (name) => name in (before.parts as Json) && ![...outcomes, ...noValues].includes(name),
  );
  return [
    ...outcomes.map((name) => ({ role: "outcome" as const, name })),
    ...parts.map((name) => ({ role: "part" as const, name })),
  ];
}
const noValues = ["unmet", "unknown", "route", "first"];

function checkDecision(d: DecisionDifference, forced: Forced, programs: readonly Program[]) {
  for (const named of namesIn(forced)) {
    if (d.outputs.some((o) => o.role === named.role && o.name === named.name)) continue;
    const differing = valuesAt(forced, named).findIndex(([a, b]) => key(a) !== key(b));
    const told = { decision: d.decision, ...named, point: forced.points[differing] };
    expect({ ...told, differing }).toEqual({ ...told, differing: -1 });
  }
  for (const o of d.outputs) {
    const told = { decision: d.decision, output: `${o.role} ${o.name}` };
    for (const r of o.regions) checkRegion(r, o, programs, told);
    checkPoints(forced, o, told);
    checkSum(forced, o, d, told);
    seen.regions += o.regions.length;
    seen.computed += o.regions.filter((r) => !isOfFacts(r.sides)).length;
    seen.partial += o.complete ? 0 : 1;
  }
}

function checkPair(known: readonly FactName[], two: Two) {
  const both = [two.before, two.after].map(loaded);
  const [before, after] = both as readonly (Ruleset | undefined)[];
  if (!before || !after) return;
  const programs = [compile(before), compile(after)] as const;
  const points = pointsFor(known, two);
  const { decisions } = diff(before, after, { regions: 2000 });
  seen.pairs += 1;
  seen.points += points.length;
  for (const way of two.what) tally(ways, way);
  for (const d of decisions) {
    tally(statuses, d.status);
    if (d.status !== "same" && d.status !== "different" && d.status !== "undecided") continue;
    const each = (p: Program) => points.map((point) => evaluate(p, d.decision, point) as Result);
    const forced: Forced = { points, results: [each(programs[0]), each(programs[1])] };
    checkDecision(d, forced, programs);
    seen.decisions += 1;
    const { kind } = (before.document.decisions as Readonly<Record<string, { kind: string }>>)[
      d.decision
    ] as { kind: string };
    tally(kinds, kind);
    const outcomes = d.outputs.filter((o) => o.role === "outcome");
    expect(d.status === "same").toBe(outcomes.length === 0);
    expect(d.status === "different").toBe(outcomes.some((o) => o.regions.length > 0));
  }
}

describe("a comparison against brute force", () => {
  it("lists exactly the accounts that are decided otherwise, with what they come to", () => {
    const factsOf = fc.shuffledSubarray([...factNames], { minLength: 2, maxLength: 2 });
    const pair = factsOf.chain((known) => fc.tuple(fc.constant(known), pairs(known)));
    fc.assert(
      fc.property(pair, ([known, two]) => checkPair(known, two)),
      { numRuns: Number(process.env.RUNS ?? 300), endOnFailure: true },
    );
    console.log(seen, kinds, statuses, ways);
    expect(seen.pairs).toBeGreaterThan(10);
  }, 600_000);
});
