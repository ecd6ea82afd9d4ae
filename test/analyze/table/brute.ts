import { type FactName, pointsOf } from "../arbitraries.ts";
import { type ColumnName, columns, type Random, type Row } from "./random.ts";

/*
 * A table by brute force: whether each row matches, at every point of every column, unknown too. What
 * a cell accepts is read here once more, and shares nothing with how it is lowered.
 */

/** Yes, no, or open, because a fact is unknown. */
export type Truth = true | false | undefined;
export type Point = Readonly<Record<string, unknown>>;

/** Does a value meet a cell; an unknown one may or may not. */
function meets(value: unknown, cell: unknown): Truth {
  if (value === undefined) return undefined;
  if (Array.isArray(cell)) return cell.some((one) => meets(value, one) === true);
  if (typeof cell !== "object" || cell === null) {
    return Array.isArray(value) ? value.includes(cell) : value === cell;
  }
  if ("not" in cell) return !meets(value, cell.not);
  const number = value as number;
  const { above, atLeast, below, atMost } = cell as Readonly<Record<string, number | undefined>>;
  return (
    (above === undefined || number > above) &&
    (atLeast === undefined || number >= atLeast) &&
    (below === undefined || number < below) &&
    (atMost === undefined || number <= atMost)
  );
}

/** What a column comes to: a fact, or two whole numbers added. */
function valueAt(name: ColumnName, point: Point): unknown {
  const [first, second] = columns[name].facts;
  if (second === undefined) return point[first];
  const [a, b] = [point[first], point[second]];
  return a === undefined || b === undefined ? undefined : (a as number) + (b as number);
}

/** Does a row match a point. */
export function matches({ when }: Row, point: Point): Truth {
  let truth: Truth = true;
  for (const [name, cell] of Object.entries(when)) {
    const met = meets(valueAt(name as ColumnName, point), cell);
    if (met === false) return false;
    truth &&= met;
  }
  return truth;
}

/** The facts a table tests, each once. */
export const factsIn = ({ columns: names }: Random): readonly FactName[] => [
  ...new Set(names.flatMap((name): readonly FactName[] => columns[name].facts)),
];

export interface Forced {
  readonly points: readonly Point[];
  /** The numbers of the points where something holds of the truth of each row. */
  where(holds: (truth: (row: Row) => Truth) => boolean): readonly number[];
}

/** Goes through every point of a table. */
export function forced(table: Random): Forced {
  const points = pointsOf(factsIn(table));
  const truths = new Map(table.rows.map((r) => [r, points.map((p) => matches(r, p))]));
  const where: Forced["where"] = (holds) =>
    points.flatMap((_, i) => (holds((row) => truths.get(row)?.[i]) ? [i] : []));
  return { points, where };
}

/** What the table has, as its reader would find it. */
export interface Expected {
  /** The points that no row covers. */
  readonly gaps: readonly number[];
  readonly overlaps: readonly (readonly [Row, Row])[];
  /** Does every point of one row belong to the other. */
  nested(a: Row, b: Row): boolean;
  readonly unreachable: readonly { readonly row: string; readonly never: boolean }[];
}

/** Finds every gap, overlap and unreachable row of a table. */
export function expectedOf(table: Random, isOpen: boolean, { where }: Forced): Expected {
  const { rows, hitPolicy } = table;
  const both = (a: Row, b: Row) => where((truth) => truth(a) === true && truth(b) === true).length;
  const alike = (a: Row, b: Row) => Object.keys(a.then).every((o) => a.then[o] === b.then[o]);
  const pairs = rows.flatMap((a, i) => rows.slice(i + 1).map((b) => [a, b] as const));
  return {
    gaps: isOpen ? where((truth) => rows.every((r) => truth(r) === false)) : [],
    overlaps: pairs.filter(
      ([a, b]) =>
        hitPolicy !== "collect" && (hitPolicy === "unique" || !alike(a, b)) && both(a, b) > 0,
    ),
    nested: (a, b) => both(a, b) === both(a, a) || both(a, b) === both(b, b),
    unreachable: rows
      .filter((row) => rankings(table).every((all) => !decides(row, all, where)))
      .map((row) => ({ row: row.name, never: both(row, row) === 0 })),
  };
}

/** Does a row match some point that no row before it could take. */
function decides(row: Row, all: readonly Row[], where: Forced["where"]): boolean {
  const before = all.slice(0, all.indexOf(row));
  return (
    where((truth) => truth(row) === true && before.every((b) => truth(b) === false)).length > 0
  );
}

/** The orders in which rows count: one for each output where outcomes are ranked. */
function rankings({ rows, hitPolicy, order }: Random): readonly (readonly Row[])[] {
  const by = (rank: (r: Row) => number) => [...rows].sort((a, b) => rank(a) - rank(b));
  if (hitPolicy === "first") return [by((r) => order.indexOf(r.name))];
  if (hitPolicy !== "priority") return rows.map((r) => [r, ...rows.filter((o) => o !== r)]);
  const outputs = Object.keys(rows[0]?.then ?? {});
  return outputs.map((output) => by((r) => order.indexOf(String(r.then[output]))));
}
