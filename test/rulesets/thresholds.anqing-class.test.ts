import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  type CompileOptions,
  compile,
  evaluate,
  fit,
  type Program,
  type Settings,
} from "../../src/index.ts";
import { type AccountFacts, type Policy, ruleset } from "../../src/policies/anqing-mobile-2010.ts";

/*
 * The lines of 5, 20 and 75 percent in a city, and the ratio that parts A1 from A2 and B1 from B2:
 * just below, at and just above, under every reading. Who is in which class is worked out here by
 * counting who is better, in whole numbers; the program finds the keys of the last place instead.
 */

/** A group whose points are known: contribution by personal revenue, attribute by products. */
interface Group {
  readonly id: string;
  readonly contribution: number;
  readonly attribute: number;
  readonly influence: number;
  /** Too few members for class A or B. */
  readonly small: boolean;
}

const revenues: Readonly<Record<number, number>> = {
  0: 0,
  1: 1_000,
  4: 2_000,
  6: 5_000,
  10: 10_000,
  14: 20_000,
  18: 50_000,
  20: 100_000,
};
const products: Readonly<Record<number, number>> = { 0: 0, 3: 2, 5: 3, 7: 4, 12: 5 };
const industries = { 10: "A", 8: "B", 4: "C", 0: "D" } as const;
const pointsIn = (table: Readonly<Record<number, unknown>>) => Object.keys(table).map(Number);

/** Facts that give no points and keep a group evaluated. */
const plain: AccountFacts = {
  status: "on-net",
  isCluster: false,
  hasVnet: true,
  products: 0,
  members: 6,
  personalRevenue: 0,
  groupRevenue: 0,
  lineRevenue: 0,
  vnetUsers: 0,
  midhighUsers: 0,
  tdUsers: 0,
  churn: 0,
  cityChurn: 0,
  industryClass: "D",
  orgLevel: "other",
  isHq: false,
  branches: 0,
  hasPersonnelPower: true,
  hasFinancePower: true,
};

const factsOf = (g: Group): AccountFacts => ({
  ...plain,
  accountId: g.id,
  city: "安庆",
  members: g.small ? 5 : 6,
  personalRevenue: revenues[g.contribution] as number,
  products: products[g.attribute] as number,
  industryClass: industries[g.influence as keyof typeof industries],
});

type Rounding = "half-up" | "half-even" | "floor" | "ceil";

/** A number of hundredths, rounded to whole ones. */
function rounded(hundredths: number, rounding: Rounding): number {
  const [whole, rest] = [Math.floor(hundredths / 100), hundredths % 100];
  const rises = {
    floor: false,
    ceil: rest > 0,
    "half-up": rest >= 50,
    "half-even": rest > 50 || (rest === 50 && whole % 2 === 1),
  }[rounding];
  return whole + (rises ? 1 : 0);
}

interface Reading {
  readonly rounding: Rounding;
  readonly roundingScheme: "cumulative" | "separate" | "largest-remainder";
  readonly tie: "all-up" | "all-down" | "id" | "keys";
  readonly abIneligible: "backfill" | "place-stays-empty" | "out-of-the-base";
  readonly minA: number;
}

const defaults: Reading = {
  rounding: "half-up",
  roundingScheme: "cumulative",
  tie: "all-up",
  abIneligible: "backfill",
  minA: 0,
};

/** How many places class A has among `size`, and how many A and B have together. */
function placesOf(r: Reading, size: number): readonly [number, number] {
  const shares = [5, 20, 75].map((share) => share * size);
  const [a, b] = sharedOut(r, shares);
  const first = Math.min(size, Math.max(a, r.minA));
  return [first, Math.min(size, first + b)];
}

function sharedOut({ roundingScheme, rounding }: Reading, shares: readonly number[]) {
  const [a = 0, b = 0] = shares;
  if (roundingScheme === "separate") return [rounded(a, rounding), rounded(b, rounding)] as const;
  if (roundingScheme === "cumulative") {
    return [rounded(a, rounding), rounded(a + b, rounding) - rounded(a, rounding)] as const;
  }
  // Whole places first; those left go to the largest remainders, of equals to the better class.
  const whole = shares.map((s) => Math.floor(s / 100));
  const size = shares.reduce((x, y) => x + y, 0) / 100;
  const left = size - whole.reduce((x, y) => x + y, 0);
  const before = (i: number, j: number) =>
    (shares[j] as number) % 100 > (shares[i] as number) % 100 ||
    ((shares[j] as number) % 100 === (shares[i] as number) % 100 && j < i);
  const more = (i: number) => ([0, 1, 2].filter((j) => before(i, j)).length < left ? 1 : 0);
  return [(whole[0] as number) + more(0), (whole[1] as number) + more(1)] as const;
}

const total = (g: Group) => g.contribution + g.attribute + g.influence;

/** Is `x` in a better place than `y`. */
function better(x: Group, y: Group, tie: Reading["tie"]): boolean {
  if (total(x) !== total(y)) return total(x) > total(y);
  if (tie === "all-up" || tie === "all-down") return false;
  if (tie === "keys" && x.contribution !== y.contribution) return x.contribution > y.contribution;
  if (tie === "keys" && x.attribute !== y.attribute) return x.attribute > y.attribute;
  return x.id < y.id;
}

/** The class of each group of one city, by counting who is better. */
function classesOf(r: Reading, city: readonly Group[]): readonly string[] {
  const allowed = city.filter((g) => !g.small);
  const line = r.abIneligible === "place-stays-empty" ? city : allowed;
  const [a, ab] = placesOf(r, (r.abIneligible === "out-of-the-base" ? allowed : city).length);
  return city.map((g) => {
    if (g.small) return "C";
    const above = line.filter((o) => better(o, g, r.tie)).length;
    const level = line.filter((o) => total(o) === total(g)).length;
    const place = r.tie === "all-down" ? above + level : above + 1;
    return place <= a ? "A" : place <= ab ? "B" : "C";
  });
}

/** Settings drawn at random are texts; what may be set is checked when they are compiled. */
type Chosen = NonNullable<CompileOptions<Policy>["parameters"]>;
const programs = new Map<string, Program<Policy>>();
/** Leaves to the ruleset what is the policy's own reading: the defaults are tested too. */
function programOf(wanted: Settings) {
  const own: Settings = { ...defaults, ratio: "contribution-over-attribute" };
  const set = Object.fromEntries(Object.entries(wanted).filter(([name, v]) => own[name] !== v));
  const key = JSON.stringify(set);
  const known = programs.get(key) ?? compile(ruleset, { parameters: set as Chosen });
  programs.set(key, known);
  return known;
}

function graded(r: Reading, city: readonly Group[]): readonly unknown[] {
  const program = programOf({ ...r });
  const facts = city.map(factsOf);
  const fitted = fit(program, facts, { subject: "account" });
  return facts.map((f) => evaluate(program, "class", f, fitted).outcome);
}

const roundings: readonly Rounding[] = ["half-up", "half-even", "floor", "ceil"];
const schemes = ["cumulative", "separate", "largest-remainder"] as const;

/** As many groups as wanted, no two of which are equal where the id settles ties. */
const crowd = (size: number): readonly Group[] =>
  Array.from({ length: size }, (_, i) => ({
    id: `g${String(i).padStart(3, "0")}`,
    contribution: pointsIn(revenues)[i % 8] as number,
    attribute: pointsIn(products)[i % 5] as number,
    influence: 0,
    small: false,
  }));

const count = (classes: readonly unknown[]) =>
  ["A", "B", "C"].map((wanted) => classes.filter((c) => c === wanted).length);

describe("the lines of classes of anqing-mobile-2010", () => {
  it.each([
    ["5 % steps at 10, 30 and 50 groups", [10, 30, 50]],
    ["25 % steps at every fourth group from 2 on", [2, 6, 10, 14, 18, 38, 58]],
  ] as const)("AQ-28 %s: one group fewer, as many, one more", (_, steps) => {
    const size = fc
      .tuple(fc.constantFrom(...steps), fc.integer({ min: -1, max: 1 }))
      .map(([step, offset]) => step + offset);
    const examples = steps.flatMap((s) => [[s - 1], [s], [s + 1]] as [number][]);
    const check = (n: number) => {
      const [a, ab] = [Math.floor((n + 10) / 20), Math.floor((n + 2) / 4)];
      expect(count(graded({ ...defaults, tie: "id" }, crowd(n)))).toEqual([a, ab - a, n - ab]);
    };
    fc.assert(fc.property(size, check), { examples, numRuns: examples.length });
  });

  it.each(schemes.flatMap((roundingScheme) => roundings.map((r) => [roundingScheme, r] as const)))(
    "Q52 %s, %s: as many places as the shares give, from no group to 42",
    (scheme, rounding) => {
      const reading: Reading = { ...defaults, roundingScheme: scheme, rounding, tie: "id" };
      for (let n = 0; n <= 42; n++) {
        const [a, ab] = placesOf(reading, n);
        expect([n, ...count(graded(reading, crowd(n)))]).toEqual([n, a, ab - a, n - ab]);
      }
    },
  );

  it("Q52 a city has one A from its first group on, where at least one is wanted", () => {
    const one = { ...defaults, minA: 1 };
    const sizes = [0, 1, 9, 10, 29, 30];
    expect(sizes.map((n) => count(graded({ ...one, tie: "id" }, crowd(n)))[0])).toEqual([
      0, 1, 1, 1, 1, 2,
    ]);
  });

  it("Q51 to Q54 who is in which class, with ties and small groups, under every reading", () => {
    const ties = ["all-up", "all-down", "id", "keys"] as const;
    const small = ["backfill", "place-stays-empty", "out-of-the-base"] as const;
    // Every pair of a tie and what is done with small groups, and of a scheme and a rounding.
    const readings: readonly Reading[] = ties.flatMap((tie, i) =>
      small.map((abIneligible, j) => ({
        tie,
        abIneligible,
        rounding: roundings[(i + j) % 4] as Rounding,
        roundingScheme: schemes[j] as Reading["roundingScheme"],
        minA: (i + 2 * j) % 5 === 0 ? 3 : 0,
      })),
    );
    const reading = fc.constantFrom(
      ...readings,
      ...small.map((s) => ({ ...defaults, abIneligible: s })),
    );
    const group = fc.record({
      contribution: fc.constantFrom(...pointsIn(revenues)),
      attribute: fc.constantFrom(...pointsIn(products)),
      influence: fc.constantFrom(...pointsIn(industries)),
      small: fc.boolean(),
    });
    const city = fc
      .array(group, { maxLength: 40 })
      .map((groups) => groups.map((g, i) => ({ ...g, id: `g${(i * 7) % 41}` })));
    fc.assert(
      fc.property(reading, city, (r, groups) => {
        expect(graded(r, groups)).toEqual(classesOf(r, groups));
      }),
      { numRuns: 200 },
    );
  });

  it("AQ-05 groups that are not evaluated are in no city's base", () => {
    const groups = crowd(9);
    const others: readonly AccountFacts[] = ["potential", "off-net", "2-off-net"].map((status) => ({
      ...factsOf(groups[0] as Group),
      status: status as "potential",
      accountId: status,
    }));
    const program = programOf({});
    const facts = [...groups.map(factsOf), ...others];
    const fitted = fit(program, facts, { subject: "account" });
    const classes = facts.map((f) => evaluate(program, "class", f, fitted).outcome);
    expect(classes.slice(9)).toEqual(["not-evaluated", "not-evaluated", "not-evaluated"]);
    expect(classes).not.toContain("A");
  });
});

// AQ-29, Q55 to Q57: in tenths of points, thresholds in ten-thousandths.
/** Where a group's points come from: personal revenue, the group's bill, products, V network users. */
interface Spot {
  readonly revenue: number;
  readonly bill: number;
  readonly product: number;
  readonly network: number;
}

const halves: Readonly<Record<number, number>> = {
  0: 0,
  10: 50,
  25: 200,
  40: 500,
  55: 1_000,
  70: 2_000,
  85: 5_000,
  100: 10_000,
  120: 20_000,
};
const networks: Readonly<Record<number, number>> = {
  0: 0,
  10: 10,
  15: 25,
  25: 50,
  30: 100,
  35: 200,
  45: 500,
  50: 1_000,
};

/** Everything in one city is in class A, and everything in the other in class B. */
const cities = { A: "ten alike", B: "nine alike" } as const;
const alike = [
  ...Array.from({ length: 10 }, (_, i) => ({ ...plain, accountId: `a${i}`, city: cities.A })),
  ...Array.from({ length: 9 }, (_, i) => ({ ...plain, accountId: `b${i}`, city: cities.B })),
];

/** What a spot gives in tenths: contribution and attribute. */
const dimensionsOf = (s: Spot) => [s.revenue * 10 + s.bill, s.product * 10 + s.network] as const;

function levelOf(spot: Spot, set: Settings, threshold: number): string {
  const [c, a] = dimensionsOf(spot);
  if (c === 0 && a === 0) {
    const none = { "level-1": "1", "level-2": "2", undefined: "undefined" } as const;
    return none[(set.zeroZero ?? "level-2") as keyof typeof none];
  }
  const inverse = set.ratio === "attribute-over-contribution";
  const lead = inverse ? threshold * c - 10_000 * a : 10_000 * c - threshold * a;
  return lead > 0 ? "1" : lead < 0 ? "2" : String(set.eqLevel ?? "1");
}

function checkGrades(set: Settings, spots: readonly Spot[]) {
  const program = programOf(set);
  const fitted = fit(program, alike, { subject: "account" });
  for (const spot of spots) {
    for (const name of ["A", "B"] as const) {
      const facts = {
        ...plain,
        city: cities[name],
        personalRevenue: revenues[spot.revenue] as number,
        groupRevenue: halves[spot.bill] as number,
        products: products[spot.product] as number,
        vnetUsers: networks[spot.network] as number,
      };
      const threshold = Math.round(Number(set[`threshold${name}`] ?? 1) * 10_000);
      const level = levelOf(spot, set, threshold);
      const { outcome } = evaluate(program, "grade", facts, fitted);
      expect(outcome).toBe(level === "undefined" ? level : name + level);
    }
  }
}

const allSpots: readonly Spot[] = pointsIn(revenues).flatMap((revenue) =>
  pointsIn(halves).flatMap((bill) =>
    pointsIn(products).flatMap((product) =>
      pointsIn(networks).map((network) => ({ revenue, bill, product, network })),
    ),
  ),
);
const leadOf = (spot: Spot) => {
  const [c, a] = dimensionsOf(spot);
  return c - a;
};
/** The spots at a ratio of 1, and those half a point to either side. */
const atTheLine = allSpots.filter((s) => Math.abs(leadOf(s)) <= 5);

describe("the line of levels of anqing-mobile-2010", () => {
  const sets: readonly Settings[] = [
    {},
    { eqLevel: "2" },
    { zeroZero: "level-1" },
    { zeroZero: "undefined" },
    { ratio: "attribute-over-contribution" },
    { ratio: "attribute-over-contribution", eqLevel: "2" },
  ];

  it.each(sets.map((set) => [JSON.stringify(set), set] as const))(
    "AQ-29 a ratio of 1: half a point below, at it, half a point above, and no attribute: %s",
    (_, set) => {
      const nothing: Spot = { revenue: 0, bill: 0, product: 0, network: 0 };
      const ten: Spot = { revenue: 10, bill: 0, product: 7, network: 30 };
      const examples = [
        [nothing, { ...nothing, bill: 10 }, { ...nothing, network: 10 }],
        [{ ...ten, network: 25 }, ten, { ...ten, network: 35 }],
      ].map((spots): [readonly Spot[]] => [spots]);
      const spots = fc.shuffledSubarray([...atTheLine], { minLength: 12, maxLength: 12 });
      const check = (drawn: readonly Spot[]) => checkGrades(set, drawn);
      fc.assert(fc.property(spots as fc.Arbitrary<readonly Spot[]>, check), {
        examples,
        numRuns: 12,
      });
    },
  );

  it("AQ-29 a threshold of its own for each class is met by multiplying, never by dividing", () => {
    const threshold = fc.constantFrom(0.0001, 0.3333, 0.5, 0.75, 1.5, 2, 3.3333, 1000);
    const ratio = fc.constantFrom("contribution-over-attribute", "attribute-over-contribution");
    const spots = fc.array(fc.constantFrom(...allSpots), { minLength: 10, maxLength: 10 });
    fc.assert(
      fc.property(threshold, threshold, ratio, spots, (thresholdA, thresholdB, reading, drawn) =>
        checkGrades({ thresholdA, thresholdB, ratio: reading }, drawn),
      ),
      { numRuns: 24 },
    );
  });
});
