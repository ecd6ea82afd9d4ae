import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addDays, addMonths, divide, round } from "../../src/execute/arithmetic.ts";
import { compile, loadRuleset } from "../../src/index.ts";
import { Decimal } from "../../src/plan/decimal.ts";
import { type Rounding, roundings } from "../../src/ruleset/expression.ts";
import { date, fact, formula, number, only, outcomeOf, programOf } from "../kinds/tiny.ts";

/* Decimals are held against rationals of whole numbers, which can't be inexact. */

/** A decimal as units of its last place. */
interface Exact {
  readonly units: bigint;
  readonly scale: number;
}

const ten = (n: number) => 10n ** BigInt(n);

/** Rounds a rational with a positive denominator to a whole number. */
const whole: Record<Rounding, (top: bigint, bottom: bigint) => bigint> = {
  floor: (a, b) => a / b - (a % b < 0n ? 1n : 0n),
  ceil: (a, b) => a / b + (a % b > 0n ? 1n : 0n),
  "half-up": (a, b) => whole.floor(2n * a + b, 2n * b),
  "half-even": (a, b) => {
    const up = whole["half-up"](a, b);
    const isHalf = (2n * a) % b === 0n && ((2n * a) / b) % 2n !== 0n;
    return isHalf && up % 2n !== 0n ? up - 1n : up;
  },
};

function quotient(a: Exact, b: Exact, scale: number, rounding: Rounding): bigint {
  const top = a.units * ten(b.scale + scale);
  const bottom = b.units * ten(a.scale);
  return bottom < 0n ? whole[rounding](-top, -bottom) : whole[rounding](top, bottom);
}

/** Writes units of a scale as a decimal, the long way. */
function written({ units, scale }: Exact): string {
  const digits = (units < 0n ? -units : units).toString().padStart(scale + 1, "0");
  const point = digits.length - scale;
  const text = scale === 0 ? digits : `${digits.slice(0, point)}.${digits.slice(point)}`;
  return units < 0n ? `-${text}` : text;
}

const exact = fc.record({
  units: fc.oneof(fc.bigInt(-(10n ** 15n), 10n ** 15n), fc.bigInt(-40n, 40n)),
  scale: fc.nat(12),
});
const rounding = fc.constantFrom(...roundings);
const scale = fc.nat(12);

describe("a day moved", () => {
  it("stays within the years that four digits hold", () => {
    expect(["9999-12-30", "9999-12-31"].map((d) => addDays(d, 1))).toEqual(["9999-12-31", null]);
    expect(["0000-01-02", "0000-01-01"].map((d) => addDays(d, -1))).toEqual(["0000-01-01", null]);
    expect(["9998-12-31", "9999-01-31"].map((d) => addMonths(d, 12))).toEqual(["9999-12-31", null]);
    expect(["0001-05-31", "0000-05-31"].map((d) => addMonths(d, -12))).toEqual([
      "0000-05-31",
      null,
    ]);
  });
});

describe("divide", () => {
  it("gives the rational quotient, rounded once", () => {
    fc.assert(
      fc.property(exact, exact, scale, rounding, (a, b, s, r) => {
        fc.pre(b.units !== 0n);
        const made = divide(new Decimal(written(a)), new Decimal(written(b)), s, r);
        expect(made.toFixed(s).replace(/^-(?=[0.]*$)/, "")).toBe(
          written({ units: quotient(a, b, s, r), scale: s }),
        );
      }),
      { numRuns: 1500 },
    );
  });

  it("meets halves, on which the roundings part", () => {
    fc.assert(
      fc.property(fc.bigInt(-1000n, 1000n), fc.constantFrom(-2n, 2n), rounding, (n, two, r) => {
        const half = { units: 2n * n + 1n, scale: 0 };
        const made = divide(
          new Decimal(written(half)),
          new Decimal(written({ units: two, scale: 0 })),
          0,
          r,
        );
        expect(BigInt(made.toFixed(0))).toBe(quotient(half, { units: two, scale: 0 }, 0, r));
      }),
    );
  });

  it.each([
    ["half-up", 7, 2, "4"],
    ["half-up", -7, 2, "-3"],
    ["half-up", 7, -2, "-3"],
    ["half-up", -7, -2, "4"],
    ["half-even", 7, 2, "4"],
    ["half-even", 5, 2, "2"],
    ["half-even", -5, 2, "-2"],
    ["half-even", -7, 2, "-4"],
    ["ceil", 7, 2, "4"],
    ["ceil", -7, 2, "-3"],
    ["floor", 7, 2, "3"],
    ["floor", -7, 2, "-4"],
    ["ceil", 6, 2, "3"],
    ["floor", -6, 2, "-3"],
  ] as const)("%s of %d ÷ %d is %s", (r, a, b, expected) => {
    expect(divide(new Decimal(a), new Decimal(b), 0, r).toString()).toBe(expected);
  });

  it("is not tipped by a digit beyond the precision", () => {
    const divisor = new Decimal(3);
    const just = new Decimal("1.5").minus(new Decimal("1e-50"));
    expect(divide(just, divisor, 0, "half-up").toString()).toBe("0");
    expect(divide(new Decimal("1.5"), divisor, 0, "half-up").toString()).toBe("1");
  });
});

describe("round", () => {
  it("gives the rational value, rounded once", () => {
    fc.assert(
      fc.property(exact, scale, rounding, (a, s, r) => {
        const made = round(new Decimal(written(a)), s, r);
        expect(made.toFixed(s).replace(/^-(?=[0.]*$)/, "")).toBe(
          written({ units: quotient(a, { units: 1n, scale: 0 }, s, r), scale: s }),
        );
      }),
      { numRuns: 1500 },
    );
  });

  it.each([
    ["half-up", "-0.5", "0"],
    ["half-up", "0.5", "1"],
    ["half-up", "-1.5", "-1"],
    ["half-even", "0.5", "0"],
    ["half-even", "1.5", "2"],
    ["half-even", "-1.5", "-2"],
    ["half-even", "-2.5", "-2"],
    ["ceil", "-1.9", "-1"],
    ["ceil", "1.1", "2"],
    ["floor", "-1.1", "-2"],
    ["floor", "1.9", "1"],
  ] as const)("%s of %s is %s", (r, value, expected) => {
    expect(round(new Decimal(value), 0, r).eq(expected)).toBe(true);
  });
});

describe("a zero that is handed out", () => {
  const signed = { a: number("a", { scale: 1, min: -10, max: 10 }) };
  const rounded = programOf(
    only("formula", formula({ round: fact("a"), scale: 0, rounding: "half-up" }), signed),
  );
  const product = programOf(only("formula", formula({ product: [fact("a"), 0] }), signed));
  const plain = programOf(only("formula", formula(fact("a")), signed));
  it.each([
    ["rounded from below", rounded, -0.4],
    ["of a negative number times zero", product, -1],
    ["handed in as minus zero", plain, -0],
  ])("has no sign: %s", (_, program, a) => {
    expect(Object.is(outcomeOf(program, { a }), 0)).toBe(true);
  });
});

describe("products", () => {
  it("are compared exactly however long they are, or the ruleset is refused", () => {
    const power = { product: Array.from({ length: 6 }, () => fact("a")) };
    const document = only(
      "rule",
      { when: { expression: { sum: [power, 1] }, operator: "greaterThan", value: power } },
      { a: number("a", { max: 999_999_999_999 }) },
    );
    const loaded = loadRuleset(document);
    const more = loaded.ok
      ? outcomeOf(compile(loaded.ruleset), { a: 999_999_999_999 })
      : loaded.diagnostics[0]?.code;
    expect([true, "inexact"]).toContain(more);
  });
});

describe("addMonths", () => {
  it.each([
    ["2010-11-30", 3, "2011-02-28"],
    ["2011-11-30", 3, "2012-02-29"],
    ["2010-01-31", 1, "2010-02-28"],
    ["2012-01-31", 1, "2012-02-29"],
    ["2000-01-31", 1, "2000-02-29"],
    ["1900-01-31", 1, "1900-02-28"],
    ["2010-03-31", 1, "2010-04-30"],
    ["2010-03-31", -1, "2010-02-28"],
    ["2012-02-29", 12, "2013-02-28"],
    ["2012-02-29", 48, "2016-02-29"],
    ["2012-02-29", -12, "2011-02-28"],
    ["2010-12-15", 1, "2011-01-15"],
    ["2010-01-15", -1, "2009-12-15"],
    ["2010-06-15", 0, "2010-06-15"],
    ["2010-02-28", 1, "2010-03-28"],
    ["2010-08-31", 6, "2011-02-28"],
    ["0099-12-31", 1, "0100-01-31"],
    ["0050-01-31", 1, "0050-02-28"],
  ])("%s by %d is %s", (day, by, expected) => {
    expect(addMonths(day, by)).toBe(expected);
  });

  const leap = (y: number) => (y % 4 === 0 && y % 100 !== 0) || y % 400 === 0;
  const length = (y: number, m: number) =>
    m === 2 ? (leap(y) ? 29 : 28) : [4, 6, 9, 11].includes(m) ? 30 : 31;
  const pad = (n: number, width: number) => String(n).padStart(width, "0");
  const day = fc
    .record({ y: fc.integer({ min: 1000, max: 8000 }), m: fc.integer({ min: 1, max: 12 }) })
    .chain(({ y, m }) => fc.integer({ min: 1, max: length(y, m) }).map((d) => ({ y, m, d })));
  const write = (y: number, m: number, d: number) => `${pad(y, 4)}-${pad(m, 2)}-${pad(d, 2)}`;

  it("ends on the corresponding day, or on the last of its month", () => {
    fc.assert(
      fc.property(day, fc.integer({ min: -9000, max: 9000 }), ({ y, m, d }, by) => {
        const months = y * 12 + (m - 1) + by;
        const [toYear, toMonth] = [Math.floor(months / 12), (months % 12) + 1];
        expect(addMonths(write(y, m, d), by)).toBe(
          write(toYear, toMonth, Math.min(d, length(toYear, toMonth))),
        );
      }),
    );
  });

  it("moves days one by one as a calendar is counted", () => {
    fc.assert(
      fc.property(day, ({ y, m, d }) => {
        const next =
          d < length(y, m) ? write(y, m, d + 1) : m < 12 ? write(y, m + 1, 1) : write(y + 1, 1, 1);
        expect(addDays(write(y, m, d), 1)).toBe(next);
        expect(addDays(next, -1)).toBe(write(y, m, d));
      }),
    );
  });

  it("moves by days in steps that add up", () => {
    const by = fc.integer({ min: -100_000, max: 100_000 });
    fc.assert(
      fc.property(day, by, by, ({ y, m, d }, a, b) => {
        const from = write(y, m, d);
        expect(addDays(String(addDays(from, a)), b)).toBe(addDays(from, a + b));
      }),
    );
  });
});

describe("addDays", () => {
  it.each([
    ["2010-12-31", 1, "2011-01-01"],
    ["2012-02-28", 1, "2012-02-29"],
    ["2011-02-28", 1, "2011-03-01"],
    ["2000-02-29", 366, "2001-03-01"],
    ["2012-03-01", -1, "2012-02-29"],
    ["2010-03-14", 0, "2010-03-14"],
    ["2010-11-30", 90, "2011-02-28"],
  ])("%s by %d is %s", (from, by, expected) => {
    expect(addDays(from, by)).toBe(expected);
  });
});

describe("a move out of the calendar", () => {
  const by = number("by", { min: -999_999_999_999, max: 999_999_999_999 });
  const day = date("day");
  it.each([
    ["months", 999_999_999_999],
    ["months", 120_000],
    ["months", -120_000],
    ["days", 999_999_999_999],
    ["days", 3_650_000],
    ["days", -3_650_000],
  ])("is unknown, or refused: by %s %d", (unit, n) => {
    const moved = { move: fact("day"), by: fact("by"), unit };
    const loaded = loadRuleset(only("formula", formula(moved), { by, day }));
    if (!loaded.ok) return;
    const outcome = outcomeOf(compile(loaded.ruleset), { day: "2010-11-30", by: n });
    expect(outcome).toBe("undetermined");
  });

  it("takes whole months and days only", () => {
    const half = number("by", { scale: 1 });
    const moved = { move: fact("day"), by: fact("by"), unit: "months" };
    const loaded = loadRuleset(only("formula", formula(moved), { by: half, day }));
    expect(loaded.diagnostics.map((d) => d.code)).toEqual(["type-mismatch"]);
  });
});
