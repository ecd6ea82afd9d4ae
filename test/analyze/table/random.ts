import fc from "fast-check";
import { decision, fact, type Json, terms, text } from "../../kinds/tiny.ts";
import { type FactName, valuesOf } from "../arbitraries.ts";

/*
 * Random tables of one to four columns: every type a cell can test, every hit policy.
 */

/** What a column tests: a fact, or the sum of two. */
interface Column {
  readonly facts: readonly FactName[];
  /** What cells name: never all that the column can be. */
  readonly literal: fc.Arbitrary<unknown>;
  /** Can a cell be more than one literal; of numbers, a range. */
  readonly cells: "literal" | "list" | "range";
}

/** Whole and half numbers, from below what the facts can be to above it. */
const edges = fc.integer({ min: -6, max: 14 }).map((n) => n / 2);
const tenths = fc.integer({ min: -8, max: 10 }).map((n) => n / 20);
const days = fc.constantFrom(...valuesOf.t.slice(1, 5));

export const columns = {
  n: { facts: ["n"], literal: edges, cells: "range" },
  m: { facts: ["m"], literal: edges, cells: "range" },
  d: { facts: ["d"], literal: tenths, cells: "range" },
  both: { facts: ["n", "m"], literal: edges, cells: "range" },
  b: { facts: ["b"], literal: fc.boolean(), cells: "literal" },
  t: { facts: ["t"], literal: days, cells: "literal" },
  l: { facts: ["l"], literal: fc.constantFrom("x", "y", "z"), cells: "list" },
  s: { facts: ["s"], literal: fc.constantFrom("u", "v", "w"), cells: "list" },
  w: { facts: ["w"], literal: fc.constantFrom("x", "red"), cells: "list" },
} as const satisfies Readonly<Record<string, Column>>;
export type ColumnName = keyof typeof columns;

/** A range: open-ended, with either end in it or not, a single point, or empty. */
const range = (edge: fc.Arbitrary<unknown>) =>
  fc
    .tuple(edge as fc.Arbitrary<number>, edge as fc.Arbitrary<number>, fc.nat(7), fc.nat(3))
    .map(([a, b, ends, closed]): Json => {
      const [low, high] = ends === 7 || a < b ? [a, b] : [b, a];
      const from = closed % 2 ? { atLeast: low } : { above: low };
      const to = closed > 1 ? { atMost: high } : { below: high };
      return ends === 0 ? from : ends === 1 ? to : { ...from, ...to };
    });

function cellOf({ literal, cells }: Column): fc.Arbitrary<unknown> {
  if (cells === "literal") return literal;
  const several = fc.uniqueArray(literal, { minLength: 1, maxLength: 3 });
  const one = fc.oneof(
    literal,
    several,
    several.map((not) => ({ not })),
  );
  return cells === "range" ? fc.oneof({ weight: 3, arbitrary: range(literal) }, one) : one;
}

export type Then = Readonly<Record<string, string | number>>;

export interface Row {
  readonly name: string;
  readonly when: Json;
  readonly then: Then;
}

const policies = ["unique", "any", "first", "priority", "collect"] as const;
const collects = ["list", "count", "sum", "minimum", "maximum"] as const;

/** A table, with the columns it has. */
export interface Random {
  readonly columns: readonly ColumnName[];
  readonly rows: readonly Row[];
  readonly hitPolicy: (typeof policies)[number];
  readonly collect: (typeof collects)[number];
  readonly order: readonly string[];
  readonly otherwise: boolean;
}

const labels = ["x", "y", "z"] as const;

/** What a row gives: one output, or two, written in either order. */
const then = fc
  .tuple(fc.nat(2), fc.nat(2), fc.boolean())
  .map(([a, b, isTurned]) => (isTurned ? { other: b, out: a } : { out: a, other: b }));

function rowsOf(names: readonly ColumnName[]) {
  const cells = names.map((name) =>
    fc.option(cellOf(columns[name]), { freq: 4 }).map((c) => (c === null ? [] : [[name, c]])),
  );
  return fc.array(fc.tuple(fc.tuple(...cells), then), { minLength: 1, maxLength: 6 });
}

/** Of two outputs ranked by priority both must come to the same outcomes: one is the other, turned. */
function given(places: object, isTwo: boolean, hitPolicy: string, isPoints: boolean): Then {
  const { out } = places as { out: number };
  const named = Object.entries(hitPolicy === "priority" ? { ...places, other: 2 - out } : places);
  const kept = named.filter(([name]) => isTwo || name === "out");
  return Object.fromEntries(kept.map(([name, i]) => [name, isPoints ? i : (labels[i] as string)]));
}

/** A random table. */
export const random: fc.Arbitrary<Random> = fc
  .record({
    columns: fc.shuffledSubarray(Object.keys(columns) as ColumnName[], {
      minLength: 1,
      maxLength: 4,
    }),
    hitPolicy: fc.constantFrom(...policies),
    collect: fc.constantFrom(...collects),
    isTwo: fc.boolean(),
    otherwise: fc.nat(3).map((n) => n === 0),
  })
  .chain(({ isTwo, ...table }) =>
    rowsOf(table.columns).chain((made) => {
      const { hitPolicy, collect } = table;
      const isPoints = hitPolicy === "collect" && collect !== "list";
      // Priority ranks outcomes: with two outputs, all three of them must be there.
      const isPair = isTwo && (hitPolicy !== "priority" || isEven(made.map(([, t]) => t.out)));
      const rows = made.map(([whens, places], i) => {
        const when = Object.fromEntries(whens.flat());
        return { name: `row${i}`, when, then: given(places, isPair, hitPolicy, isPoints) };
      });
      const ranked = rows.map((r) => (hitPolicy === "priority" ? String(r.then.out) : r.name));
      const all = [...new Set(ranked)];
      const order = fc.shuffledSubarray(all, { minLength: all.length });
      return order.map((order) => ({ ...table, rows, order }));
    }),
  );

/** Are the outcomes the same when turned round. */
const isEven = (places: readonly number[]) => places.includes(0) === places.includes(2);

/** A list or a count of the rows that match is an answer where none does. */
export const countsNone = ({ hitPolicy, collect }: Random) =>
  hitPolicy === "collect" && (collect === "list" || collect === "count");

/** A random table as a ruleset writes it. */
export function written(table: Random): Json {
  const { rows, hitPolicy, collect, order } = table;
  const outputs = Object.entries(rows[0]?.then ?? {});
  const each = (value: (of: string | number) => unknown) =>
    Object.fromEntries(outputs.map(([name, of]) => [name, value(of)]));
  const input = (name: ColumnName) => [name, { label: text(name), value: valueIn(name) }] as const;
  return decision("it", "table", {
    hitPolicy,
    inputs: Object.fromEntries(table.columns.map(input)),
    outputs: each((of) => ({
      label: text("out"),
      ...(typeof of === "string" ? { outcomes: terms(...labels) } : {}),
    })),
    rows: Object.fromEntries(rows.map(({ name, when, then }) => [name, { when, then }])),
    ...(hitPolicy === "unique" || hitPolicy === "any" ? {} : { order }),
    ...(hitPolicy === "collect" ? { collect } : {}),
    ...(table.otherwise && !countsNone(table) ? { otherwise: each((of) => of) } : {}),
  });
}

function valueIn(name: ColumnName) {
  const [first, ...more] = columns[name].facts.map(fact);
  return more.length > 0 ? { sum: [first, ...more] } : first;
}
