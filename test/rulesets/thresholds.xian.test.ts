import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type CompileOptions, compile, evaluate, type Settings } from "../../src/index.ts";
import { type HallFacts, type Policy, ruleset } from "../../src/policies/xian-unicom-2012.ts";

/*
 * The thresholds of the Xi'an rules: the first month in force, and each divisor at zero, just above
 * it and far away. Rates are worked out here in whole numbers, rounded half up to four decimals.
 */

/** Settings drawn at random are texts; what may be set is checked when they are compiled. */
type Chosen = NonNullable<CompileOptions<Policy>["parameters"]>;

const dayFrom = (first: string, days: number) =>
  new Date(Date.parse(first) + days * 86_400_000).toISOString().slice(0, 10);

/** Divides whole numbers, and gives the nearest ten-thousandth; a half goes up. */
function rate(dividend: number, divisor: number): number | "undefined" {
  if (divisor === 0) return "undefined";
  const [a, b] = [BigInt(dividend) * 10_000n * 2n, BigInt(divisor)];
  const doubled = a + b;
  const floor = doubled / (2n * b) - (doubled % (2n * b) < 0n ? 1n : 0n);
  return Number(floor) / 10_000;
}

/** A hall's figures: amounts in fen, users in numbers. */
interface Hall {
  readonly [name: string]: number;
}

const amounts = ["revenue", "revenueTarget", "arrears", "billedRevenue", "revenue2g", "revenue3g"];
const costs = ["fixedCost", "operatingCost", "labourCost"];
const users = ["users", "userTarget", "lostUsers", "openingUsers", "closingUsers"];

const factsOf = (hall: Hall): HallFacts =>
  Object.fromEntries(
    [...amounts, ...costs, ...users].map((name) => {
      const units = hall[name] ?? 0;
      return [name, users.includes(name) ? units : units / 100];
    }),
  );

const get = (hall: Hall, name: string) => hall[name] ?? 0;
const sum = (hall: Hall, names: readonly string[]) =>
  names.reduce((total, name) => total + get(hall, name), 0);
const both = ["revenue2g", "revenue3g"];
const opened = ["openingUsers", "closingUsers"];

interface Divisor {
  readonly rule: string;
  readonly part:
    | "revenueCompletion"
    | "userCompletion"
    | "userChurn"
    | "arrearsRate"
    | "inputOutput";
  readonly settings: Settings;
  readonly above: readonly string[];
  readonly below: readonly string[];
  /** What the dividend counts for: twice where the divisor is a mean of two. */
  readonly times?: number;
}

const divisors: readonly Divisor[] = [
  {
    rule: "XA-04",
    part: "revenueCompletion",
    settings: {},
    above: ["revenue"],
    below: ["revenueTarget"],
  },
  { rule: "XA-04", part: "userCompletion", settings: {}, above: ["users"], below: ["userTarget"] },
  { rule: "XA-04", part: "userChurn", settings: {}, above: ["lostUsers"], below: ["openingUsers"] },
  {
    rule: "XA-04",
    part: "userChurn",
    settings: { churnBase: "mean" },
    above: ["lostUsers"],
    below: opened,
    times: 2,
  },
  {
    rule: "XA-04",
    part: "arrearsRate",
    settings: {},
    above: ["arrears"],
    below: ["billedRevenue"],
  },
  { rule: "XA-05", part: "inputOutput", settings: {}, above: costs, below: both },
  {
    rule: "XA-05",
    part: "inputOutput",
    settings: { ioDirection: "inverse" },
    above: both,
    below: costs,
  },
  {
    rule: "XA-05",
    part: "inputOutput",
    settings: { ioRevenue: "all" },
    above: costs,
    below: ["billedRevenue"],
  },
  {
    rule: "XA-05",
    part: "inputOutput",
    settings: { ioRevenue: "all", ioDirection: "inverse" },
    above: ["billedRevenue"],
    below: costs,
  },
];

const few = fc.oneof(fc.integer({ min: 0, max: 3 }), fc.integer({ min: 0, max: 99_999_999 }));
const cheap: Hall = { revenue: 1, fixedCost: 100, revenue3g: 5 };
const anyHall = fc.record({
  ...Object.fromEntries([...amounts, ...costs, ...users].map((name) => [name, few] as const)),
  // Refunds can outweigh what was taken, and those who left those who came.
  revenue: fc.integer({ min: -9_999, max: 99_999_999 }),
  users: fc.integer({ min: -9_999, max: 99_999 }),
}) as fc.Arbitrary<Hall>;

describe("thresholds of xian-unicom-2012", () => {
  it("are all in the table: one month, and the divisors of five rates under their readings", () => {
    const names = divisors.map((d) => `${d.part} by ${d.below} ${JSON.stringify(d.settings)}`);
    expect(new Set(names).size).toBe(9);
    expect(new Set(divisors.map((d) => d.part)).size).toBe(5);
  });

  it("XA-02 in force from January 2012: the day before, the day, the day after", () => {
    const hall = { isOwn: true, area: "urban" } as const;
    const program = compile(ruleset);
    const near = fc.oneof(
      fc.integer({ min: -3, max: 3 }),
      fc.integer({ min: -40_000, max: 40_000 }),
    );
    fc.assert(
      fc.property(near, (days) => {
        const facts = { ...hall, month: dayFrom("2012-01-01", days) };
        expect(evaluate(program, "scope", facts).outcome).toBe(days >= 0);
        expect(evaluate(program, "rates", facts).parts.inScope).toBe(days >= 0);
      }),
      { examples: [[-1], [0], [1]] },
    );
  });

  it("XA-02 moves with the day a province sets", () => {
    const hall = { isOwn: true, area: "suburban-county" } as const;
    const program = compile(ruleset, { parameters: { start: "2012-08-01" } });
    const at = (month: string) => evaluate(program, "scope", { ...hall, month }).outcome;
    expect([at("2012-07-31"), at("2012-08-01")]).toEqual([false, true]);
  });

  it.each(
    divisors.map(
      (d) =>
        [`${d.rule} ${d.part} by ${d.below.join(" + ")} ${JSON.stringify(d.settings)}`, d] as const,
    ),
  )("%s: undefined at zero, exact from the least unit on", (_, divisor) => {
    const program = compile(ruleset, { parameters: divisor.settings as Chosen });
    const first = divisor.below[0] as string;
    const rest = Object.fromEntries(divisor.below.map((name) => [name, 0]));
    const least = fc.oneof(fc.integer({ min: 0, max: 3 }), fc.integer({ min: 0, max: 99_999_999 }));
    fc.assert(
      fc.property(anyHall, least, fc.boolean(), (drawn, units, alone) => {
        const hall = alone ? { ...drawn, ...rest, [first]: units } : { ...drawn, [first]: units };
        const wanted = rate(
          sum(hall, divisor.above) * (divisor.times ?? 1),
          sum(hall, divisor.below),
        );
        const { parts } = evaluate(program, "rates", factsOf(hall));
        expect(parts[divisor.part]).toBe(wanted);
        expect(parts.cost).toBe(sum(hall, costs) / 100);
      }),
      { examples: [0, 1, 2].map((units) => [cheap, units, true]) },
    );
  });

  it("XA-05 read literally divides by 2G alone, and is undefined where that is zero", () => {
    const program = compile(ruleset, { parameters: { ioParens: "literal" } });
    fc.assert(
      fc.property(anyHall, few, (drawn, revenue2g) => {
        const hall = { ...drawn, revenue2g };
        const first = rate(sum(hall, costs), revenue2g);
        const wanted =
          first === "undefined"
            ? first
            : (Math.round(first * 10_000) + get(hall, "revenue3g") * 100) / 10_000;
        expect(evaluate(program, "rates", factsOf(hall)).parts.inputOutput).toBe(wanted);
      }),
      {
        examples: [
          [{ fixedCost: 100, revenue3g: 5 }, 0],
          [{ fixedCost: 100, revenue3g: 5 }, 1],
        ],
      },
    );
  });
});
