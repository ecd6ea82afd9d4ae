import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Study, study } from "../../src/analyze/study.ts";
import { analyseTable, type Table, type TableFindings } from "../../src/analyze/table.ts";
import { readFacts } from "../../src/execute/facts.ts";
import { pointer } from "../../src/ruleset/diagnostics.ts";
import { decision, fact, type Json, terms, text, tiny } from "../kinds/tiny.ts";
import { type FactName, facts, load, valuesOf } from "./arbitraries.ts";
import { isIn } from "./points.ts";

/*
 * Tables against brute force: every point of every column, unknown too, by a reading of cells that
 * is written here once more. One file, over the usual length: the generator, the brute force, and
 * what both must agree on.
 */

/* Random tables. */

const edges = fc.integer({ min: -4, max: 12 }).map((n) => n / 2);
const grids: { readonly [N in FactName]?: fc.Arbitrary<number> } = {
  n: edges,
  m: edges,
  d: fc.integer({ min: -8, max: 10 }).map((n) => n / 20),
};

/** A range: open-ended, with either end in it or not, a single point, or empty. */
const range = (edge: fc.Arbitrary<number>) =>
  fc.tuple(edge, edge, fc.nat(7), fc.nat(3)).map(([a, b, ends, closed]): Json => {
    const [low, high] = ends === 7 || a < b ? [a, b] : [b, a];
    const from = closed % 2 ? { atLeast: low } : { above: low };
    const to = closed > 1 ? { atMost: high } : { below: high };
    return ends === 0 ? from : ends === 1 ? to : { ...from, ...to };
  });

function cell(name: FactName): fc.Arbitrary<unknown> {
  const edge = grids[name];
  const literal = edge ?? fc.constantFrom(...literals(name));
  const several = fc.uniqueArray(literal, { minLength: 1, maxLength: 3 });
  const one = fc.oneof(
    literal,
    several,
    several.map((not) => ({ not })),
  );
  return edge ? fc.oneof(range(edge), range(edge), range(edge), one) : one;
}

const literals = (name: FactName) => (name === "s" ? ["u", "v", "w"] : valuesOf[name]);

/** A table as it is written, with the facts of its columns. */
interface Random {
  readonly columns: readonly FactName[];
  readonly table: Table;
}

const policies = ["unique", "any", "first", "priority", "collect"] as const;
const labels = ["x", "y", "z"] as const;
const label = fc.constantFrom(...labels);

type Then = Readonly<Record<string, string>>;

/** What a row gives: one output, or two, written in either order. */
function thenOf(isTwo: boolean): fc.Arbitrary<Then> {
  if (!isTwo) return label.map((out) => ({ out }));
  return fc
    .tuple(label, label, fc.boolean())
    .map(([out, other, isTurned]): Then => (isTurned ? { other, out } : { out, other }));
}

interface Row {
  readonly name: string;
  readonly when: Json;
  readonly then: Then;
}

function rowsOf(columns: readonly FactName[], isTwo: boolean): fc.Arbitrary<readonly Row[]> {
  const cells = columns.map((name) =>
    fc.option(cell(name), { freq: 4 }).map((c) => (c === null ? [] : [[name, c]])),
  );
  const row = fc.tuple(fc.tuple(...cells), thenOf(isTwo));
  return fc.array(row, { minLength: 1, maxLength: 6 }).map((rows) =>
    rows.map(([whens, then], i) => ({
      name: `row${i}`,
      when: Object.fromEntries(whens.flat()),
      then,
    })),
  );
}

/** A table, with the facts of its columns. */
interface Random {
  readonly columns: readonly FactName[];
  readonly rows: readonly Row[];
  readonly hitPolicy: Table["hitPolicy"];
  readonly order: readonly string[];
  readonly hasOtherwise: boolean;
}

const random: fc.Arbitrary<Random> = fc
  .tuple(
    fc.shuffledSubarray<FactName>(["n", "m", "d", "b", "l", "s"], { minLength: 1, maxLength: 4 }),
    fc.constantFrom(...policies),
    fc.boolean(),
  )
  .chain(([columns, hitPolicy, isTwo]) => {
    const isPriority = hitPolicy === "priority";
    return rowsOf(columns, isTwo && !isPriority).chain((rows) => {
      const names = isPriority ? rows.map((r) => r.then.out as string) : rows.map((r) => r.name);
      const ranked = [...new Set(names)];
      return fc.record({
        columns: fc.constant<readonly FactName[]>(columns),
        rows: fc.constant(rows),
        hitPolicy: fc.constant(hitPolicy),
        order: fc.shuffledSubarray(ranked, { minLength: ranked.length }),
        hasOtherwise: fc.nat(3).map((n) => n === 0),
      });
    });
  });

/** A random table as the ruleset writes it. */
function written({ columns, rows, hitPolicy, order, hasOtherwise }: Random): Json {
  const outputs = Object.keys(rows[0]?.then ?? {});
  const each = <T>(names: readonly string[], of: (name: string) => T) =>
    Object.fromEntries(names.map((name) => [name, of(name)]));
  return decision("it", "table", {
    hitPolicy,
    inputs: each(columns, (name) => ({ label: text(name), value: fact(name) })),
    outputs: each(outputs, (name) => ({ label: text(name), outcomes: terms(...labels) })),
    rows: Object.fromEntries(rows.map(({ name, when, then }) => [name, { when, then }])),
    ...(hitPolicy === "unique" || hitPolicy === "any" ? {} : { order }),
    ...(hasOtherwise && hitPolicy !== "collect" ? { otherwise: each(outputs, () => "x") } : {}),
  });
}

/* Brute force: whether each row matches, at every point. */

type Truth = true | false | undefined;
type Point = Readonly<Record<string, unknown>>;

/** Does a value meet a cell; an unknown one may or may not. */
function meets(value: unknown, of: unknown): Truth {
  if (value === undefined) return undefined;
  if (Array.isArray(of)) return of.some((one) => meets(value, one) === true);
  if (typeof of !== "object" || of === null) {
    return Array.isArray(value) ? value.includes(of) : value === of;
  }
  if ("not" in of) return !meets(value, of.not);
  const number = value as number;
  const { above, atLeast, below, atMost } = of as Readonly<Record<string, number | undefined>>;
  return (
    (above === undefined || number > above) &&
    (atLeast === undefined || number >= atLeast) &&
    (below === undefined || number < below) &&
    (atMost === undefined || number <= atMost)
  );
}

function matches({ when }: Row, point: Point): Truth {
  const cells = Object.entries(when).map(([name, of]) => meets(point[name], of));
  if (cells.includes(false)) return false;
  return cells.includes(undefined) ? undefined : true;
}

function gridOf(columns: readonly FactName[]): readonly Point[] {
  return columns.reduce<readonly Point[]>(
    (all, name) =>
      all.flatMap((p) => [p, ...valuesOf[name].map((value) => ({ ...p, [name]: value }))]),
    [{}],
  );
}

/** The truth of each row at every point. */
interface Forced {
  readonly points: readonly Point[];
  readonly hits: ReadonlyMap<string, readonly Truth[]>;
}

function forced({ columns, rows }: Random): Forced {
  const points = gridOf(columns);
  const hits = rows.map((row) => [row.name, points.map((p) => matches(row, p))] as const);
  return { points, hits: new Map(hits) };
}

const at = ({ hits }: Forced, row: string, i: number) => hits.get(row)?.[i];

/** The places of the points where something holds. */
const where = ({ points }: Forced, holds: (i: number) => boolean) =>
  points.flatMap((_, i) => (holds(i) ? [i] : []));

/* What both must agree on. */

/** Accounts are told by the facts they need; those they leave out are unknown. */
const placeOfAccount = ({ points }: Forced, account: object) =>
  points.findIndex((p) => {
    const [a, b] = [Object.entries(p), Object.keys(account)];
    const alike = (x: unknown) => JSON.stringify(Array.isArray(x) ? [...x].sort() : x);
    return (
      a.length === b.length &&
      a.every(([k, v]) => alike(v) === alike((account as Readonly<Record<string, unknown>>)[k]))
    );
  });

/** The points of a box. */
function inside(
  study: Study,
  s: TableFindings["s"],
  region: TableFindings["gaps"][number]["region"],
  points: readonly Point[],
) {
  return points.flatMap((p, i) =>
    isIn(s, region, readFacts(study.document.facts, p).known) ? [i] : [],
  );
}

function checkGaps(taken: Study, table: Random, brute: Forced, found: TableFindings) {
  expect(found.complete).toBe(true);
  const names = table.rows.map((r) => r.name);
  const isOpen = !table.hasOtherwise && table.hitPolicy !== "collect";
  const gaps = where(brute, (i) => isOpen && names.every((n) => at(brute, n, i) === false));
  const listed = found.gaps.map(({ region, account }) => {
    const within = inside(taken, found.s, region, brute.points);
    expect(within).toContain(placeOfAccount(brute, account));
    return within;
  });
  // Every uncovered point once, and no other.
  expect(listed.flat().sort((a, b) => a - b)).toEqual(gaps);
}

const sortedKeys = (then: Then) => JSON.stringify(Object.entries(then).sort());

function checkOverlaps(taken: Study, table: Random, brute: Forced, found: TableFindings) {
  const { hitPolicy, rows } = table;
  const both = (a: Row, b: Row) =>
    where(brute, (i) => at(brute, a.name, i) === true && at(brute, b.name, i) === true);
  const within = (a: Row, b: Row) =>
    where(brute, (i) => at(brute, a.name, i) === true).length === both(a, b).length;
  const pairs = rows.flatMap((a, i) => rows.slice(i + 1).map((b) => [a, b] as const));
  const expected = pairs.filter(
    ([a, b]) =>
      hitPolicy !== "collect" &&
      (hitPolicy === "unique" || sortedKeys(a.then) !== sortedKeys(b.then)) &&
      both(a, b).length > 0,
  );
  const told = (a: Row, b: Row) => ({
    rows: [a.name, b.name].sort(),
    settled: hitPolicy === "first" || hitPolicy === "priority",
    nested: within(a, b) || within(b, a),
  });
  const listed = found.overlaps.map(({ first, second, settled, nested, region, account }) => {
    const points = inside(taken, found.s, region, brute.points);
    for (const i of points)
      expect([at(brute, first, i), at(brute, second, i)]).toEqual([true, true]);
    expect(points).toContain(placeOfAccount(brute, account));
    return { rows: [first, second].sort(), settled, nested };
  });
  const inOrder = (of: typeof listed) =>
    [...of].sort((a, b) => (`${a.rows}` < `${b.rows}` ? -1 : 1));
  expect(inOrder(listed)).toEqual(inOrder(expected.map(([a, b]) => told(a, b))));
}

/** The rows in the order in which they count; several rows of one outcome as they are written. */
function ranked({ hitPolicy, rows, order }: Random): readonly Row[] {
  const rank = (r: Row) => order.indexOf(hitPolicy === "first" ? r.name : (r.then.out as string));
  return [...rows].sort((a, b) => rank(a) - rank(b));
}

function checkUnreachable(table: Random, brute: Forced, found: TableFindings) {
  const { hitPolicy, rows } = table;
  const never = (r: Row) => where(brute, (i) => at(brute, r.name, i) === true).length === 0;
  const isRanked = hitPolicy === "first" || hitPolicy === "priority";
  const all = isRanked ? ranked(table) : rows;
  const expected = all.flatMap((row, k) => {
    const before = isRanked ? all.slice(0, k) : [];
    const hits = where(
      brute,
      (i) => at(brute, row.name, i) === true && before.every((b) => at(brute, b.name, i) === false),
    );
    return hits.length === 0 ? [{ row: row.name, never: never(row) }] : [];
  });
  const inOrder = (of: TableFindings["unreachable"]) =>
    [...of].sort((a, b) => (a.row < b.row ? -1 : 1));
  expect(inOrder(found.unreachable)).toEqual(inOrder(expected));
}

describe("a table against brute force", () => {
  const each = 10;
  const seen = { tables: 0, gaps: 0, overlaps: 0, unreachable: 0 };

  it("has exactly the gaps, the overlaps and the unreachable rows that enumeration finds", () => {
    fc.assert(
      fc.property(fc.array(random, { minLength: each, maxLength: each }), (tables) => {
        const decisions = tables.map((t, i) => [`table${i}`, written(t)]);
        const taken = study(load(tiny({ facts, decisions: Object.fromEntries(decisions) })));
        for (const [i, table] of tables.entries()) {
          const name = `table${i}`;
          const body = taken.document.decisions[name] as Table;
          const found = analyseTable(taken, pointer("decisions", name), body);
          const brute = forced(table);
          checkGaps(taken, table, brute, found);
          checkOverlaps(taken, table, brute, found);
          checkUnreachable(table, brute, found);
          seen.tables += 1;
          seen.gaps += found.gaps.length > 0 ? 1 : 0;
          seen.overlaps += found.overlaps.length > 0 ? 1 : 0;
          seen.unreachable += found.unreachable.length > 0 ? 1 : 0;
        }
      }),
      { numRuns: 320 },
    );
    console.log(seen);
    expect(seen.tables).toBeGreaterThanOrEqual(3000);
    for (const count of [seen.gaps, seen.overlaps, seen.unreachable]) {
      expect(count).toBeGreaterThan(300);
    }
  }, 300_000);
});
