import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Region } from "../../src/analyze/diagram/region.ts";
import type { Axis } from "../../src/analyze/diagram/space.ts";
import type { Symbols } from "../../src/analyze/diagram/symbols.ts";
import type { Account } from "../../src/analyze/diagram/witness.ts";
import { study } from "../../src/analyze/study.ts";
import { analyseTable, type Table, type TableFindings } from "../../src/analyze/table.ts";
import { readFacts } from "../../src/execute/facts.ts";
import type { Known } from "../../src/execute/reference.ts";
import { compile, evaluate, type Program } from "../../src/index.ts";
import type { Fact } from "../../src/ruleset/schema/fact.ts";
import { tiny } from "../kinds/tiny.ts";
import { type FactName, facts, load } from "./arbitraries.ts";
import { isIn, meets, placeOf } from "./points.ts";
import {
  type Expected,
  expectedOf,
  type Forced,
  factsIn,
  forced,
  matches,
  type Point,
} from "./table/brute.ts";
import { countsNone, type Random, random, written } from "./table/random.ts";

/*
 * Tables against brute force: what analysis reports is what going through every point finds, no more
 * and no less. Each account told is tried on the table itself.
 */

const knownOf = (account: object): Known =>
  readFacts(declaredFor(Object.keys(account)), account as Readonly<Record<string, unknown>>).known;

/** Points as they are read: each value of a fact is read once. */
function allKnown(points: readonly Point[]): readonly Known[] {
  const read = new Map<string, Map<unknown, Known>>();
  const one = (name: string, value: unknown) => {
    const values = read.get(name) ?? new Map<unknown, Known>();
    read.set(name, values);
    const known = values.get(value) ?? knownOf({ [name]: value });
    values.set(value, known);
    return known;
  };
  return points.map((p) => Object.assign({}, ...Object.entries(p).map(([n, v]) => one(n, v))));
}

const declaredFor = (names: readonly string[]): Readonly<Record<string, Fact>> =>
  Object.fromEntries(names.map((name) => [name, facts[name as FactName] as unknown as Fact]));

/** Everything there is to know of one table, from both sides. */
interface Tried {
  readonly table: Random;
  readonly brute: Forced;
  readonly expected: Expected;
  readonly found: TableFindings;
  /** The numbers of the points that lie in a box. */
  inside(region: Region): readonly number[];
  comesTo(account: Account): ReturnType<typeof evaluate>;
}

function insideOf(s: Symbols, points: readonly Known[]): Tried["inside"] {
  const known = new Map<Axis, readonly ReturnType<typeof placeOf>[]>();
  const placesOn = (axis: Axis) => {
    const places = known.get(axis) ?? points.map((p) => placeOf(s, axis, p));
    known.set(axis, places);
    return places;
  };
  return ({ sides }) => {
    const tests = sides.map((side) => [side, placesOn(side.axis)] as const);
    const isInside = (i: number) =>
      tests.every(([side, places]) => meets(side, places[i] as bigint | null));
    return points.flatMap((_, i) => (isInside(i) ? [i] : []));
  };
}

function checkGaps({ table, expected, found, inside, comesTo }: Tried) {
  expect(found.complete).toBe(true);
  for (const { region, account } of found.gaps) {
    expect(isIn(found.s, region, knownOf(account))).toBe(true);
    expect(table.rows.map((row) => matches(row, account))).toEqual(table.rows.map(() => false));
    expect(comesTo(account)).toMatchObject({ status: "undetermined", cause: "gap" });
  }
  // Every point that no row covers is in one box, and no other point is in any.
  const listed = found.gaps.flatMap(({ region }) => inside(region));
  expect(listed.sort((a, b) => a - b)).toEqual(expected.gaps);
}

function checkOverlaps({ table, brute, expected, found, inside, comesTo }: Tried) {
  const settled = table.hitPolicy === "first" || table.hitPolicy === "priority";
  const rowOf = (name: string) => table.rows.find((r) => r.name === name) as (typeof table.rows)[0];
  const listed = found.overlaps.map(({ first, second, settled, nested, region, account }) => {
    const [a, b] = [rowOf(first), rowOf(second)];
    const shared = brute.where((truth) => truth(a) === true && truth(b) === true);
    expect(inside(region).filter((i) => !shared.includes(i))).toEqual([]);
    expect(isIn(found.s, region, knownOf(account))).toBe(true);
    expect([a, b].map((row) => matches(row, account))).toEqual([true, true]);
    // The cause is told where no fact is missing besides.
    if (!settled) expect(comesTo(account).status).toBe("undetermined");
    return { rows: [first, second].sort(), settled, nested };
  });
  const told = expected.overlaps.map(([a, b]) => {
    return { rows: [a.name, b.name], settled, nested: expected.nested(a, b) };
  });
  const inOrder = (of: typeof listed) =>
    [...of].sort((a, b) => (`${a.rows}` < `${b.rows}` ? -1 : 1));
  expect(inOrder(listed)).toEqual(inOrder(told));
}

function checkUnreachable({ expected, found }: Tried) {
  const inOrder = (of: TableFindings["unreachable"]) =>
    [...of].sort((a, b) => (a.row < b.row ? -1 : 1));
  expect(inOrder(found.unreachable)).toEqual(inOrder(expected.unreachable));
}

/** Analyses a table, and goes through it by brute force. */
function tried(table: Random): Tried {
  const ruleset = load(
    tiny({ facts: declaredFor(factsIn(table)), decisions: { it: written(table) } }),
  );
  const taken = study(ruleset);
  const found = analyseTable(taken, "/decisions/it", taken.document.decisions.it as Table);
  const brute = forced(table);
  const expected = expectedOf(table, !table.otherwise && !countsNone(table), brute);
  let program: Program | undefined;
  const comesTo = (account: Account) => {
    program ??= compile(ruleset);
    return evaluate(program, "it", account as never);
  };
  const inside = insideOf(found.s, allKnown(brute.points));
  return { table, brute, expected, found, comesTo, inside };
}

describe("a table against brute force", () => {
  it("has exactly the gaps, the overlaps and the unreachable rows that enumeration finds", () => {
    const seen = new Map<string, number>();
    const count = (what: string, more: number) => seen.set(what, (seen.get(what) ?? 0) + more);
    const check = (table: Random) => {
      const { brute, found, ...of } = tried(table);
      checkGaps({ brute, found, ...of });
      checkOverlaps({ brute, found, ...of });
      checkUnreachable({ brute, found, ...of });
      count("tables", 1);
      count("points", brute.points.length);
      for (const name of [table.hitPolicy, ...table.columns]) count(name, 1);
      count(`${table.columns.length} columns`, 1);
      count("with a gap", Math.sign(found.gaps.length));
      count("with an overlap", Math.sign(found.overlaps.length));
      count("with an unreachable row", Math.sign(found.unreachable.length));
    };
    fc.assert(fc.property(random, check), { numRuns: 2400 });
    console.log(Object.fromEntries(seen));
    expect(seen.get("tables")).toBe(2400);
    for (const often of seen.values()) expect(often).toBeGreaterThan(300);
  }, 300_000);
});
