import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { fit } from "../../src/index.ts";
import {
  boolean,
  fact,
  formula,
  is,
  type Json,
  label,
  number,
  only,
  outcomeOf,
  programOf,
  run,
} from "../kinds/tiny.ts";

const facts = {
  city: label("city", "x", "y"),
  n: number("n", { scale: 1, min: -100, max: 100 }),
  ok: boolean("ok"),
};
const over = { over: "account", by: ["city"], unknown: "left-out" };
const programs = (more: Json) => programOf(only("formula", formula({ ...over, ...more }), facts));

type Account = { readonly city: string; readonly n: number | null; readonly ok: boolean | null };
const accounts: fc.Arbitrary<readonly Account[]> = fc.array(
  fc.record({
    city: fc.constantFrom("x", "y"),
    n: fc.oneof(
      fc.integer({ min: -1000, max: 1000 }).map((t) => t / 10),
      fc.constant(null),
    ),
    ok: fc.constantFrom(true, true, false, null),
  }),
  { minLength: 1, maxLength: 15 },
);

/** The known values that count in a city, in tenths. */
const counted = (all: readonly Account[], city: string) =>
  all
    .filter((a) => a.city === city && a.ok === true && a.n !== null)
    .map((a) => Math.round((a.n as number) * 10));

const half = (top: number, bottom: number) => Math.floor((2 * top + bottom) / (2 * bottom));

/** What each aggregate comes to, from tenths; `undefined` where no value is known. */
const oracle: Readonly<Record<string, (tenths: readonly number[]) => number | undefined>> = {
  sum: (t) => t.reduce((a, b) => a + b, 0) / 10,
  count: (t) => t.length,
  minimum: (t) => (t.length ? Math.min(...t) / 10 : undefined),
  maximum: (t) => (t.length ? Math.max(...t) / 10 : undefined),
  mean: (t) => (t.length ? half(t.reduce((a, b) => a + b, 0) * 10, t.length) / 100 : undefined),
  quantile: (t) => {
    const sorted = [...t].sort((a, b) => a - b);
    const place = (sorted.length - 1) / 4;
    const [below, above] = [sorted[Math.floor(place)], sorted[Math.ceil(place)]];
    if (below === undefined || above === undefined) return undefined;
    return (below * 4 + (above - below) * ((sorted.length - 1) % 4)) / 40;
  },
};
const written: Readonly<Record<string, Json>> = {
  sum: {},
  count: {},
  minimum: {},
  maximum: {},
  mean: { scale: 2, rounding: "half-up" },
  quantile: { at: 0.25 },
};

describe.each(Object.keys(written))("%s", (aggregate) => {
  const of = { aggregate, of: fact("n"), where: is("ok"), ...written[aggregate] };
  const program = programs(of);

  it("is taken over the known values that count, partition by partition", () => {
    fc.assert(
      fc.property(accounts, (all) => {
        const fitted = fit(program, all);
        for (const city of new Set(all.map((a) => a.city))) {
          const tenths = counted(all, city);
          const expected =
            aggregate === "count"
              ? all.filter((a) => a.city === city && a.ok === true && a.n !== null).length
              : oracle[aggregate]?.(tenths);
          const outcome = outcomeOf(program, { city }, "it", fitted);
          expect(outcome === 0 ? 0 : outcome).toBe(
            expected === undefined ? "undetermined" : expected === 0 ? 0 : expected,
          );
        }
      }),
      { numRuns: 120 },
    );
  });

  it("tells how many it is made of, and how many could not be told", () => {
    fc.assert(
      fc.property(accounts, (all) => {
        const [table] = Object.values(fit(program, all).aggregates);
        for (const city of new Set(all.map((a) => a.city))) {
          const here = all.filter((a) => a.city === city);
          const unknown = here.filter((a) => a.ok === null || (a.ok && a.n === null));
          const made = table?.[JSON.stringify([city])];
          expect(made?.counted).toBe(counted(all, city).length);
          expect(made?.leftOut).toBe(unknown.length);
        }
      }),
      { numRuns: 60 },
    );
  });

  it("does not depend on the order of the accounts", () => {
    fc.assert(
      fc.property(accounts, (all) => {
        expect(fit(program, [...all].reverse())).toEqual(fit(program, all));
      }),
      { numRuns: 40 },
    );
  });
});

describe("what is unknown", () => {
  const all = [
    { city: "x", n: 1, ok: true },
    { city: "x", n: 2, ok: true },
    { city: "x", ok: true },
    { city: "y", n: 5, ok: true },
    { city: "y", ok: false },
  ];
  it.each([
    ["left-out", [3, 5]],
    ["undetermined", ["undetermined", 5]],
  ])("is %s", (unknown, expected) => {
    const program = programs({ aggregate: "sum", of: fact("n"), where: is("ok"), unknown });
    const fitted = fit(program, all);
    const outcomes = ["x", "y"].map((city) => outcomeOf(program, { city }, "it", fitted));
    expect(outcomes).toEqual(expected);
    const [table] = Object.values(fitted.aggregates);
    expect(table?.['["x"]']?.leftOut).toBe(1);
  });
});

describe("an aggregate", () => {
  const count = programs({ aggregate: "count", where: is("ok") });

  it("counts without `of`, and everyone without `where`", () => {
    const all = [
      { city: "x", ok: true },
      { city: "x", ok: false },
      { city: "x" },
      { city: "y", ok: true },
    ];
    const fitted = fit(count, all);
    expect(["x", "y"].map((city) => outcomeOf(count, { city }, "it", fitted))).toEqual([1, 1]);
    const everyone = programs({ aggregate: "count" });
    const of = fit(everyone, all);
    expect(["x", "y"].map((city) => outcomeOf(everyone, { city }, "it", of))).toEqual([3, 1]);
  });

  it("asks for the facts of its partition", () => {
    const fitted = fit(count, [{ city: "x", ok: true }]);
    expect(run(count, {}, "it", fitted).missing).toEqual(["city"]);
  });

  it("leaves out a subject whose own divisor is zero, and is defined for it all the same", () => {
    const facts = { n: number("n"), d: number("d") };
    const ratio = { quotient: [fact("n"), fact("d")], scale: 1, rounding: "floor" };
    const mean = { aggregate: "sum", over: "account", by: [], unknown: "left-out", of: ratio };
    const program = programOf(only("formula", formula(mean), facts));
    const all = [
      { n: 1, d: 2 },
      { n: 6, d: 3 },
      { n: 5, d: 0 },
    ];
    const fitted = fit(program, all);
    expect(all.map((a) => outcomeOf(program, a, "it", fitted))).toEqual([2.5, 2.5, 2.5]);
  });
});
