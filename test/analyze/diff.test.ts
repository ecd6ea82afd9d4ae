import { Decimal } from "decimal.js";
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
import { loaded, type Versions, versions } from "./diff.arbitraries.ts";
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

/** The places of the points that a ruleset takes: the range of a fact may have been changed. */
function takenBy({ document }: Ruleset, points: readonly Point[]): readonly number[] {
  const facts = Object.entries(document.facts as Readonly<Record<string, Json>>);
  const isTaken = (point: Point) =>
    facts.every(([name, { min = -Infinity, max = Infinity }]) => {
      const value = point[name as FactName];
      return typeof value !== "number" || (value >= Number(min) && value <= Number(max));
    });
  return points.flatMap((point, i) => (isTaken(point) ? [i] : []));
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
  const isExact = o.regions.every((r) => isOfFacts(r.sides));
  const wrong = valuesAt(forced, o).flatMap(([was, is], i) => {
    const point = forced.points[i] as Point;
    const inside = o.regions.filter((r) => isInside(r.sides, point));
    const own = inside.filter((r) => isOfFacts(r.sides));
    const isRight = key(was) === key(is) ? own.length === 0 : !o.complete || inside.length > 0;
    const isSaid = own.every((r) => isSaidOf(r, [was, is]));
    if (isRight && isSaid && !(isExact && inside.length > 1)) return [];
    return [{ ...told, point, was, is, regions: inside.map((r) => r.where.en) }];
  });
  expect(wrong).toEqual([]);
}

/** Numbers may be others elsewhere in a region; everything else is the same all over it. */
function isSaidOf({ before, after }: DifferentRegion, found: readonly unknown[]): boolean {
  const stated = [before, after];
  if ([...stated, ...found].some((o) => typeof o === "number")) return true;
  return key(stated) === key(found);
}

/** A sum differs exactly where the parts do that it names, if all else in it is known. */
function checkSum(forced: Forced, o: OutputDifference, d: DecisionDifference, told: Told) {
  if (!o.sumOf) return;
  seen.sums += 1;
  const parts = o.sumOf.map((name) => d.outputs.find((p) => p.role === "part" && p.name === name));
  const values = parts.map((p) => valuesAt(forced, p as OutputDifference));
  const sum = (of: readonly unknown[]) =>
    of.includes(null) ? null : Decimal.sum(0, ...of.map(Number)).toString();
  const wrong = valuesAt(forced, o).filter(([was, is], i) => {
    const [a, b] = [0, 1].map((side) => sum(values.map((v) => v[i]?.[side])));
    const isKnown = was !== null || is !== null;
    return (key(was) !== key(is)) !== (isKnown && a !== b);
  });
  expect({ ...told, wrong }).toEqual({ ...told, wrong: [] });
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

/** A ruleset that is run on each point when it is asked for. */
interface Runner {
  readonly ruleset: Ruleset;
  readonly program: Program;
  at(decision: string, point: number): Result;
}

function runnerOf(ruleset: Ruleset, points: readonly Point[]): Runner {
  const program = compile(ruleset);
  const known = new Map<string, Result>();
  return {
    ruleset,
    program,
    at(decision, point) {
      const name = `${decision} ${point}`;
      const result = known.get(name) ?? evaluate(program, decision, points[point] as Point);
      known.set(name, result);
      return result;
    },
  };
}

const compared = new Set(["same", "different", "undecided"]);

function checkPair(before: Runner, after: Runner, all: readonly Point[]) {
  const [a, b] = [before, after].map(({ ruleset }) => takenBy(ruleset, all)) as [
    number[],
    number[],
  ];
  const taken = a.filter((i) => b.includes(i));
  const points = taken.map((i) => all[i] as Point);
  const { decisions } = diff(before.ruleset, after.ruleset, { regions: 2000 });
  seen.pairs += 1;
  seen.points += points.length;
  for (const d of decisions) {
    tally(statuses, d.status);
    if (!compared.has(d.status)) continue;
    const each = (of: Runner) => taken.map((i) => of.at(d.decision, i));
    checkDecision(d, { points, results: [each(before), each(after)] }, [
      before.program,
      after.program,
    ]);
    seen.decisions += 1;
    tally(kinds, kindOf(before.ruleset, d.decision));
    const outcomes = d.outputs.filter((o) => o.role === "outcome");
    expect(d.status === "same").toBe(outcomes.length === 0);
    expect(d.status === "different").toBe(outcomes.some((o) => o.regions.length > 0));
  }
}

function kindOf({ document }: Ruleset, name: string): string {
  const decisions = document.decisions as Readonly<Record<string, { readonly kind: string }>>;
  return (decisions[name] as { readonly kind: string }).kind;
}

function checkVersions(known: readonly FactName[], { before, afters }: Versions) {
  const points = pointsOf(known);
  const base = loaded(before);
  if (!base) return;
  const runner = runnerOf(base, points);
  for (const { what, after } of afters) {
    const ruleset = loaded(after);
    if (!ruleset) continue;
    checkPair(runner, runnerOf(ruleset, points), points);
    for (const way of what) tally(ways, way);
  }
}

const two = fc.shuffledSubarray([...factNames], { minLength: 2, maxLength: 2 });
const three = fc.shuffledSubarray<FactName>(["b", "c", "l", "k", "m"], {
  minLength: 3,
  maxLength: 3,
});

describe("a comparison against brute force", () => {
  it("lists exactly the accounts that are decided otherwise, with what they come to", () => {
    const known = fc.oneof({ weight: 5, arbitrary: two }, { weight: 1, arbitrary: three });
    const several = known.chain((names) => fc.tuple(fc.constant(names), versions(names)));
    fc.assert(
      fc.property(several, ([names, of]) => checkVersions(names, of)),
      { numRuns: 850 },
    );
    console.log(seen, kinds, statuses, ways);
    expect(seen.pairs).toBeGreaterThan(2000);
    // Days that are moved and then compared with themselves are not taken apart.
    expect(seen.partial).toBeLessThan(seen.pairs / 20);
    expect(seen.computed).toBeGreaterThan(20);
    expect(seen.sums).toBeGreaterThan(100);
    expect([...kinds.keys()].sort()).toEqual(recordKinds);
    expect(Math.min(...kinds.values())).toBeGreaterThan(50);
    expect(statuses.get("different")).toBeGreaterThan(400);
  }, 900_000);
});

/** The kinds of decision about one account; cuts are held in diff.population.test.ts. */
const recordKinds = [
  "appraisal",
  "bands",
  "checklist",
  "formula",
  "quota",
  "rule",
  "scorecard",
  "table",
];
