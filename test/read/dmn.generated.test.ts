import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { evaluate } from "../../src/index.ts";
import { programOf } from "./dmn.program.ts";
import { decision, dmn, input, inputData, output, rule, table } from "./dmn.write.ts";

/* Generated tables, against an evaluator written from the standard. */

type Value = number | string | boolean;
type Account = Readonly<Record<string, Value>>;
interface Cell {
  readonly text: string;
  readonly takes: (v: never, a: Account) => boolean;
}
type Order = (a: Value, b: Value) => boolean;

const orders: Readonly<Record<string, Order>> = {
  "<": (a, b) => a < b,
  "<=": (a, b) => a <= b,
  ">": (a, b) => a > b,
  ">=": (a, b) => a >= b,
};
const tenths = fc.integer({ min: -20, max: 20 }).map((n) => n / 10);
const days = fc.constantFrom("2010-02-28", "2010-03-01", "2010-11-30", "2011-01-01");
const texts = fc.constantFrom("a", "b b", "高");

/** What a cell may be compared with: a literal, or another input of the type. */
interface Operand {
  readonly text: string;
  readonly of: (a: Account) => Value;
}
const written = (value: Value): string =>
  typeof value === "string" ? JSON.stringify(value) : `${value}`;
const operand = (values: fc.Arbitrary<Value>, other: string, write = written) =>
  fc.oneof(
    { weight: 4, arbitrary: values.map((v): Operand => ({ text: write(v), of: () => v })) },
    { weight: 1, arbitrary: fc.constant<Operand>({ text: other, of: (a) => a[other] as Value }) },
  );
const equality = (of: fc.Arbitrary<Operand>) =>
  of.map((o): Cell => ({ text: o.text, takes: (v, a) => v === o.of(a) }));
const ordered = (of: fc.Arbitrary<Operand>) =>
  fc.oneof(
    fc.tuple(fc.constantFrom("<", "<=", ">", ">="), of).map(
      ([sign, o]): Cell => ({
        text: `${sign} ${o.text}`,
        takes: (v, a) => (orders[sign] as Order)(v, o.of(a)),
      }),
    ),
    fc.tuple(fc.boolean(), of, of, fc.boolean()).map(
      ([from, low, high, to]): Cell => ({
        text: `${from ? "[" : "("}${low.text}..${high.text}${to ? "]" : ")"}`,
        takes: (v, a) =>
          (orders[from ? ">=" : ">"] as Order)(v, low.of(a)) &&
          (orders[to ? "<=" : "<"] as Order)(v, high.of(a)),
      }),
    ),
  );
const cellOf = (test: fc.Arbitrary<Cell>) =>
  fc.oneof(
    // Cells that ask for nothing let several rules match.
    { weight: 4, arbitrary: fc.constant<Cell>({ text: "-", takes: () => true }) },
    { weight: 2, arbitrary: test },
    {
      weight: 2,
      arbitrary: fc
        .tuple(fc.boolean(), fc.array(test, { minLength: 1, maxLength: 3 }))
        .map(([not, tests]): Cell => {
          const text = tests.map((t) => t.text).join(", ");
          const takes: Cell["takes"] = (v, a) => tests.some((t) => t.takes(v, a)) !== not;
          return { text: not ? `not(${text})` : text, takes };
        }),
    },
  );

const numbers = operand(tenths, "m");
const dates = operand(days, "e", (v) => `date("${v}")`);
const columns = {
  n: cellOf(fc.oneof(equality(numbers), ordered(numbers))),
  t: cellOf(equality(operand(texts, "u"))),
  b: cellOf(equality(operand(fc.boolean(), "c"))),
  d: cellOf(fc.oneof(equality(dates), ordered(dates))),
};
const names = ["n", "t", "b", "d"] as const;
const account = fc.record({
  n: tenths,
  m: tenths,
  t: texts,
  u: texts,
  b: fc.boolean(),
  c: fc.boolean(),
  d: days,
  e: days,
});
const types = {
  n: "number",
  m: "number",
  t: "string",
  u: "string",
  b: "boolean",
  c: "boolean",
  d: "date",
  e: "date",
};

interface Rule {
  readonly cells: readonly Cell[];
  readonly gives: string;
}
const rules = fc.array(
  fc.record({
    cells: fc.tuple(...names.map((n) => columns[n])),
    gives: fc.constantFrom("x", "y", "z"),
  }),
  { minLength: 1, maxLength: 5 },
);

/** What each hit policy makes of the outcomes of the rules that match, in their order. */
const policies: Readonly<Record<string, (hits: readonly string[]) => unknown>> = {
  UNIQUE: (hits) => (hits.length > 1 ? "conflict" : (hits[0] ?? "gap")),
  ANY: (hits) => (new Set(hits).size > 1 ? "conflict" : (hits[0] ?? "gap")),
  FIRST: (hits) => hits[0] ?? "gap",
  PRIORITY: (hits) => ["z", "x", "y"].find((o) => hits.includes(o)) ?? "gap",
  "RULE ORDER": (hits) => hits,
  "OUTPUT ORDER": (hits) => ["z", "x", "y"].flatMap((o) => hits.filter((h) => h === o)),
  COLLECT: (hits) => hits,
};

describe("generated tables", () => {
  it("decide as the standard says where all is known", () => {
    const seen = new Map<string, number>();
    fc.assert(
      fc.property(
        rules,
        fc.constantFrom(...Object.keys(policies)),
        fc.array(account, { minLength: 4, maxLength: 4 }),
        (of: readonly Rule[], hitPolicy, accounts) => {
          const clauses = names.map((n) => input(n));
          const written = of.map((r) =>
            rule(
              r.cells.map((c) => c.text),
              [`"${r.gives}"`],
            ),
          );
          const xml = dmn(
            ...Object.entries(types).map(([n, type]) => inputData(n, type)),
            decision(
              "It",
              table({ hitPolicy }, ...clauses, output({ values: '"z", "x", "y"' }), ...written),
            ),
          );
          const program = programOf(xml);
          for (const a of accounts) {
            const hits = of.filter((r) =>
              r.cells.every((c, i) => c.takes(a[names[i] as "n"] as never, a)),
            );
            const expected = policies[hitPolicy]?.(hits.map((r) => r.gives));
            const result = evaluate(program, "it", a);
            const found = result.status === "decided" ? result.outcome : result.cause;
            expect(found).toEqual(expected);
            const kind = hits.length > 1 ? "several" : hits.length === 1 ? "one" : "none";
            seen.set(`${hitPolicy} ${kind}`, (seen.get(`${hitPolicy} ${kind}`) ?? 0) + 1);
          }
        },
      ),
      { numRuns: 200 },
    );
    expect(seen.size).toBe(Object.keys(policies).length * 3);
  });
});
