import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type CompileOptions, compile, evaluate, fit, type Settings } from "../../src/index.ts";
import { type AccountFacts, type Policy, ruleset } from "../../src/policies/anqing-mobile-2010.ts";

/*
 * Every band edge of the ten indicators, and the members and products that let a group be evaluated:
 * just below, at and just above, and far away. The bands stand here as the policy's restatement
 * writes them, and are read in whole numbers: money in ten-thousandths, points in tenths.
 */

type Numbers = "personalRevenue" | "groupRevenue" | "lineRevenue" | "members" | "vnetUsers";
type Counted = Numbers | "midhighUsers" | "tdUsers" | "products";

const bands = {
  personalRevenue: {
    rule: "AQ-06",
    text: "(−∞,1000) 0; [1000,2000) 1; [2000,5000) 4; [5000,10000) 6; [10000,20000) 10; [20000,50000) 14; [50000,100000) 18; [100000,∞) 20",
  },
  groupRevenue: {
    rule: "AQ-07",
    text: "(−∞,0] 0; (0,50] 1; (50,200] 2.5; (200,500] 4; (500,1000] 5.5; (1000,2000] 7; (2000,5000] 8.5; (5000,10000] 10; (10000,20000] 12; (20000,∞) 14",
  },
  lineRevenue: {
    rule: "AQ-08",
    text: "(−∞,100) 0; [100,500) 1; [500,1000) 2; [1000,3000) 3; [3000,6000) 4; [6000,8000) 5; {8000} unscored; (8000,∞) 6",
  },
  members: {
    rule: "AQ-10",
    text: "[0,10) 0; [10,20) 1; [20,50) 3; [50,100) 5; [100,200) 6; [200,500) 7; [500,1000) 8; [1000,2000) 9; {2000} unscored; (2000,∞) 10",
  },
  vnetUsers: {
    rule: "AQ-11",
    text: "[0,10) 0; [10,25) 1; [25,50) 1.5; [50,100) 2.5; [100,200) 3; [200,500) 3.5; [500,1000) 4.5; [1000,∞) 5",
  },
  midhighUsers: {
    rule: "AQ-12",
    text: "{0} 0; [1,5] 1; [6,20] 2; [21,50] 3; [51,100] 4; [101,500] 5; [501,∞) 6",
  },
  tdUsers: { rule: "AQ-13", text: "[0,50] 0; [51,200] 2; [201,500] 4; [501,∞) 5" },
  products: { rule: "AQ-14", text: "[0,1] 0; {2} 3; {3} 5; {4} 7; [5,∞) 12" },
} as const satisfies Record<Counted, { rule: string; text: string }>;

const counted = Object.keys(bands) as Counted[];
const isMoney = (fact: Counted) => fact.endsWith("Revenue");
const unitsOf = (fact: Counted) => (isMoney(fact) ? 10_000 : 1);

interface Band {
  readonly holds: (units: number) => boolean;
  readonly from: number;
  /** In tenths; none where the source gives none. */
  readonly points: number | undefined;
}

/** Reads `[1000,2000) 1`, or `{8000} unscored`. */
function readBand(written: string, unit: number): Band {
  const [, left, ends = "", right, points] = /^([[({])(.+)([\])}]) (\S+)$/.exec(written) ?? [];
  const [first = "", second = first] = ends.split(",");
  const end = (text: string) =>
    text === "−∞" ? Number.NEGATIVE_INFINITY : text === "∞" ? Infinity : Number(text) * unit;
  const [from, to] = [end(first), end(second)];
  return {
    from,
    holds: (u) => (left === "(" ? u > from : u >= from) && (right === ")" ? u < to : u <= to),
    points: points === "unscored" ? undefined : Math.round(Number(points) * 10),
  };
}

const readBands = (fact: Counted) =>
  bands[fact].text.split("; ").map((b) => readBand(b, unitsOf(fact)));
const read: Readonly<Record<Counted, readonly Band[]>> = {
  personalRevenue: readBands("personalRevenue"),
  groupRevenue: readBands("groupRevenue"),
  lineRevenue: readBands("lineRevenue"),
  members: readBands("members"),
  vnetUsers: readBands("vnetUsers"),
  midhighUsers: readBands("midhighUsers"),
  tdUsers: readBands("tdUsers"),
  products: readBands("products"),
};

/** What the source leaves unscored, as each reading gives it. */
const unscored: Partial<Record<Counted, string>> = {
  lineRevenue: "line8000",
  members: "members2000",
};
const defaults: Settings = { line8000: "6", members2000: "10" };

/** The points of an indicator in tenths: exactly one band holds. */
function pointsOf(fact: Counted, units: number, set: Settings): number {
  if (fact === "products" && units >= 5 && set.productRule === "capped-at-12") {
    return Math.min(120, 30 + 20 * (units - 2));
  }
  if (fact === "products" && units >= 5 && set.productRule === "stop-at-5") return 90;
  const holding = read[fact].filter((b) => b.holds(units));
  if (holding.length !== 1) throw new Error(`${holding.length} bands of ${fact} hold ${units}`);
  const reading = unscored[fact] ?? "";
  return holding[0]?.points ?? Number(set[reading] ?? defaults[reading]) * 10;
}

const readings: Partial<Record<Counted, readonly Settings[]>> = {
  lineRevenue: [{ line8000: "0" }, { line8000: "5" }],
  members: [{ members2000: "0" }, { members2000: "9" }],
  products: [{ productRule: "capped-at-12" }, { productRule: "stop-at-5" }],
};

/** Settings drawn at random are texts; what may be set is checked when they are compiled. */
type Chosen = NonNullable<CompileOptions<Policy>["parameters"]>;
const programs = new Map<string, ReturnType<typeof compileWith>>();
const compileWith = (set: Settings) => compile(ruleset, { parameters: set as Chosen });
/** The policy's own readings are left to the ruleset: its defaults are tested too. */
const usual: Settings = {
  orgOverlap: "highest",
  otherOrg: "0",
  dependentBranch: "either",
};
function programOf(wanted: Settings) {
  const set = Object.fromEntries(Object.entries(wanted).filter(([name, v]) => usual[name] !== v));
  const key = JSON.stringify(set);
  const known = programs.get(key) ?? compileWith(set);
  programs.set(key, known);
  return known;
}

const scores = (set: Settings, facts: AccountFacts) =>
  evaluate(programOf(set), "value", facts).parts;

/** Runs a check around an edge: one below, at and one above always, and others near and far. */
function checkAround(
  edge: number,
  least: number,
  most: number,
  check: (units: number) => void,
  numRuns = 30,
) {
  const within = (from: number, to: number) =>
    fc.integer({ min: Math.max(least, from), max: Math.min(most, to) });
  const around = fc.oneof(within(edge - 4, edge + 4), within(0, 3 * edge + 9), within(least, most));
  const given = [edge - 1, edge, edge + 1].filter((u) => u >= least).map((u): [number] => [u]);
  fc.assert(fc.property(around, check), { examples: given, numRuns });
}

const rangeOf = (fact: Counted) =>
  isMoney(fact) ? ([-10_000_000_000_000, 10_000_000_000_000] as const) : ([0, 10_000_000] as const);

/** The edges of an indicator: where a band begins, but for the first. */
const edgesOf = (fact: Counted) => [...new Set(read[fact].map((b) => b.from))].slice(1);
const edges = counted.flatMap((fact) =>
  edgesOf(fact).map((edge) => {
    const { rule } = bands[fact];
    return { rule, fact, edge, name: `${rule} ${fact} ${edge / unitsOf(fact)}` };
  }),
);

describe("band edges of the indicators of anqing-mobile-2010", () => {
  it("are as many as the policy lists: 7, 9, 6, 8, 7, 6, 3 and 4, fifty in all", () => {
    const counts = counted.map((fact) => [bands[fact].rule, edgesOf(fact).length]);
    expect(Object.fromEntries(counts)).toEqual({
      "AQ-06": 7,
      "AQ-07": 9,
      "AQ-08": 6,
      "AQ-10": 8,
      "AQ-11": 7,
      "AQ-12": 6,
      "AQ-13": 3,
      "AQ-14": 4,
    });
    expect(new Set(edges.map((e) => e.name)).size).toBe(50);
  });

  it.each(edges.map((e) => [e.name, e] as const))(
    "%s: below, at and above, under every reading",
    (_, { fact, edge }) => {
      const [least, most] = rangeOf(fact);
      checkAround(edge, least, most, (units) => {
        for (const set of [{}, ...(readings[fact] ?? [])]) {
          const wanted = pointsOf(fact, units, set) / 10;
          expect(scores(set, { [fact]: units / unitsOf(fact) })[fact]).toBe(wanted);
        }
      });
    },
  );

  it("Q32 group revenue from nothing downwards is an error under that reading, and above it is not", () => {
    const set = { groupRevenueNonpositive: "error" };
    const [least, most] = rangeOf("groupRevenue");
    checkAround(0, least, most, (units) => {
      const wanted = units > 0 ? pointsOf("groupRevenue", units, set) / 10 : undefined;
      expect(scores(set, { groupRevenue: units / 10_000 }).groupRevenue).toBe(wanted);
    });
  });

  it("Q33 six and seven products, where each adds two points up to twelve", () => {
    const sets: readonly Settings[] = [{}, ...(readings.products ?? [])];
    const table = [5, 6, 7, 8].map((products) =>
      sets.map((set) => scores(set, { products }).products),
    );
    expect(table).toEqual([
      [12, 9, 9],
      [12, 11, 9],
      [12, 12, 9],
      [12, 12, 9],
    ]);
  });

  it.each(edgesOf("products"))(
    "Q34 %i products without the V network are one more with it",
    (edge) => {
      const set = { vnetAsProduct: "without-vnet" };
      checkAround(edge, 0, 10_000_000, (products) => {
        const of = (hasVnet: boolean) => scores(set, { products, hasVnet }).products;
        expect(of(false)).toBe(pointsOf("products", products, set) / 10);
        expect(of(true)).toBe(pointsOf("products", Math.max(0, products - 1), set) / 10);
      });
    },
  );

  it.each(edgesOf("members"))("Q35 %i employees count as members do under that reading", (edge) => {
    const set = { membersSource: "employees" };
    checkAround(edge, 0, 10_000_000, (employees) => {
      const wanted = pointsOf("members", employees, set) / 10;
      expect(scores(set, { employees, members: 10_000_000 - employees }).members).toBe(wanted);
    });
  });
});

// AQ-15, Q36, Q37: rates in millionths, points in tenths for each whole 0.002.
const stepPoints = (gap: number) => (gap < 0 ? 0 : Math.min(20, 5 * Math.floor(gap / 2_000)));
const churnEdges = [2_000, 4_000, 6_000, 8_000];

describe("steps of churn of anqing-mobile-2010", () => {
  it.each([0, ...churnEdges])("AQ-15 a gap of %i millionths, below, at and above", (edge) => {
    const city = fc.integer({ min: 0, max: 900_000 });
    const gaps = fc.oneof(
      fc.integer({ min: edge - 3, max: edge + 3 }),
      fc.integer({ min: -9_000, max: 12_000 }),
    );
    const examples = [edge - 1, edge, edge + 1].map((g): [number, number] => [g, 12_345]);
    fc.assert(
      fc.property(gaps, city, (gap, base) => {
        const [churn, cityChurn] = [base, base + gap].map((u) => (u + 10_000) / 1_000_000);
        const facts = { churn, cityChurn } as AccountFacts;
        expect(scores({}, facts).churn).toBe(stepPoints(gap) / 10);
        const rated = Math.min(2_000_000, Math.max(0, gap * 250)) / 1_000_000;
        expect(scores({ churnStep: "pro-rata" }, facts).churn).toBe(rated);
      }),
      { examples, numRuns: 60 },
    );
  });

  it.each(["group-mean", "weighted"] as const)(
    "Q37 the city's mean as %s: each step is met exactly, and nothing is rounded into it",
    (reading) => {
      const group = fc.record({
        churn: fc.integer({ min: 0, max: 20_000 }),
        members: fc.integer({ min: 1, max: 40 }),
      });
      const program = programOf({ cityChurn: reading });
      fc.assert(
        fc.property(fc.array(group, { minLength: 1, maxLength: 5 }), (groups) => {
          const weight = (g: (typeof groups)[number]) => (reading === "weighted" ? g.members : 1);
          const total = groups.reduce((sum, g) => sum + g.churn * weight(g), 0);
          const all = groups.reduce((sum, g) => sum + weight(g), 0);
          const facts = groups.map((g) => ({ ...g, city: "x", churn: g.churn / 1_000_000 }));
          const fitted = fit(program, facts, { subject: "account" });
          for (const [i, g] of groups.entries()) {
            const met = churnEdges.filter((e) => total - g.churn * all >= e * all).length;
            const account = facts[i] as AccountFacts;
            expect(evaluate(program, "value", account, fitted).parts.churn).toBe(met / 2);
          }
        }),
        {
          // A mean of 0.002 exactly; and one a third of a millionth below it.
          examples: [
            [
              [
                { churn: 0, members: 1 },
                { churn: 4_000, members: 1 },
              ],
            ],
            [
              [
                { churn: 0, members: 1 },
                { churn: 2_999, members: 1 },
                { churn: 3_000, members: 1 },
              ],
            ],
          ],
          numRuns: 80,
        },
      );
    },
  );
});

// AQ-02 to AQ-05, Q35.
const evaluable = { status: "on-net", isCluster: false, hasVnet: false } as const;

describe("who is evaluated by anqing-mobile-2010", () => {
  it("AQ-02 from one product on, or with the V network", () => {
    checkAround(1, 0, 10_000_000, (products) => {
      const of = (hasVnet: boolean) => {
        const facts = { ...evaluable, members: 9, products, hasVnet };
        return evaluate(programOf({}), "eligibility", facts).outcome;
      };
      expect([of(false), of(true)]).toEqual([products >= 1, true]);
    });
  });

  it.each([
    ["AQ-03 evaluated from two members on", "eligibility", 2],
    ["AQ-04 in class A or B from six members on", "abEligibility", 6],
  ] as const)("%s", (_, decision, edge) => {
    checkAround(edge, 0, 10_000_000, (size) => {
      const facts = { ...evaluable, products: 1 };
      const other = 10_000_000 - size;
      const members = { ...facts, members: size, employees: other };
      const employees = { ...facts, members: other, employees: size };
      const set = { membersSource: "employees" };
      expect(evaluate(programOf({}), decision, members).outcome).toBe(size >= edge);
      expect(evaluate(programOf(set), decision, employees).outcome).toBe(size >= edge);
    });
  });
});

// AQ-21 to AQ-25, Q42 to Q45.
type Level = NonNullable<AccountFacts["orgLevel"]>;
const levels: readonly Level[] = [
  "national",
  "multinational",
  "provincial",
  "cross-province",
  "city",
  "cross-city",
  "county",
  "district",
  "cross-county",
  "township",
  "other",
];
const pointsOfLevel: Readonly<Record<Level, number>> = {
  national: 10,
  multinational: 10,
  provincial: 9,
  "cross-province": 9,
  city: 6,
  "cross-city": 6,
  county: 4,
  district: 4,
  "cross-county": 4,
  township: 0,
  other: 0,
};

interface Organisation {
  readonly orgLevel: Level;
  readonly isHq: boolean;
  readonly branches: number;
  readonly hasPersonnelPower: boolean;
  readonly hasFinancePower: boolean;
}

function organisationPoints(o: Organisation, set: Settings): number {
  const lacks = [o.hasPersonnelPower, o.hasFinancePower].filter((has) => !has).length;
  const dependent = lacks >= (set.dependentBranch === "both" ? 2 : 1);
  if (!o.isHq && dependent) return 0;
  const own = pointsOfLevel[o.orgLevel];
  const high = own >= 6;
  if (o.isHq && high) return own;
  const byCount = o.branches >= 6 ? 10 : o.branches >= 4 ? 9 : o.branches >= 2 ? 6 : 0;
  const counts = o.isHq && (set.orgOverlap !== "level-first" || o.orgLevel === "other");
  if (counts && byCount > 0) return byCount;
  const stated = !high && (o.orgLevel !== "cross-county" || o.isHq);
  return stated || set.otherOrg === "by-its-level" ? own : 0;
}

const organisationSets: readonly Settings[] = ["highest", "level-first"].flatMap((orgOverlap) =>
  ["0", "by-its-level"].flatMap((otherOrg) =>
    ["either", "both"].map((dependentBranch) => ({ orgOverlap, otherOrg, dependentBranch })),
  ),
);

describe("branches of a head office of anqing-mobile-2010", () => {
  it.each([
    ["AQ-23", 2],
    ["AQ-22", 4],
    ["AQ-21", 6],
  ])("%s %i branches: below, at and above, for every level and reading", (_, edge) => {
    const check = (branches: number) => {
      for (const orgLevel of levels) {
        const powers = { hasPersonnelPower: true, hasFinancePower: true };
        const facts = { orgLevel, isHq: true, branches, ...powers };
        for (const set of organisationSets) {
          const { policyInfluenceOrganisation } = scores(set, facts);
          expect(policyInfluenceOrganisation).toBe(organisationPoints(facts, set));
        }
      }
    };
    checkAround(edge, 0, 10_000_000, check, 8);
  });

  it("hold together with every level, power and reading", () => {
    const organisation = fc.record({
      orgLevel: fc.constantFrom(...levels),
      isHq: fc.boolean(),
      branches: fc.integer({ min: 0, max: 7 }),
      hasPersonnelPower: fc.boolean(),
      hasFinancePower: fc.boolean(),
    });
    fc.assert(
      fc.property(organisation, fc.constantFrom(...organisationSets), (facts, set) => {
        const { policyInfluenceOrganisation } = scores(set, facts);
        expect(policyInfluenceOrganisation).toBe(organisationPoints(facts, set));
      }),
      { numRuns: 300 },
    );
  });
});

/** Any indicator near one of its edges, or anywhere. */
const near = (fact: Counted) => {
  const [least, most] = rangeOf(fact);
  const edge = fc.constantFrom(...edgesOf(fact));
  const offset = fc.integer({ min: -2, max: 2 });
  return fc.oneof(
    fc.tuple(edge, offset).map(([e, o]) => Math.max(least, e + o)),
    fc.integer({ min: least, max: most }),
  );
};

describe("the total of anqing-mobile-2010", () => {
  it("AQ-27 is the plain sum of ten indicators, each near an edge", () => {
    const account = fc.record({
      numbers: fc.record(Object.fromEntries(counted.map((f) => [f, near(f)]))),
      gap: fc.integer({ min: -1, max: 9_000 }),
      industryClass: fc.constantFrom("A", "B", "C", "D"),
      organisation: fc.record({
        orgLevel: fc.constantFrom(...levels),
        isHq: fc.boolean(),
        branches: fc.integer({ min: 0, max: 7 }),
        hasPersonnelPower: fc.boolean(),
        hasFinancePower: fc.boolean(),
      }),
    });
    fc.assert(
      fc.property(account, ({ numbers, gap, industryClass, organisation }) => {
        const given = counted.map((f) => [f, (numbers[f] as number) / unitsOf(f)] as const);
        const points = Object.fromEntries(
          counted.map((f) => [f, pointsOf(f, numbers[f] as number, {})] as const),
        );
        const sum = (facts: readonly Counted[]) =>
          facts.reduce((total, f) => total + (points[f] as number), 0);
        const contribution = sum(["personalRevenue", "groupRevenue", "lineRevenue"]);
        const people = ["members", "vnetUsers", "midhighUsers", "tdUsers", "products"] as const;
        const attribute = sum(people) + stepPoints(gap);
        const industry = { A: 10, B: 8, C: 4, D: 0 }[industryClass] as number;
        const influence = 10 * (industry + organisationPoints(organisation, {}));
        const churn = { churn: 0.5, cityChurn: (500_000 + gap) / 1_000_000 };
        const facts = { ...Object.fromEntries(given), ...churn, industryClass, ...organisation };
        const { outcome, parts } = evaluate(programOf({}), "value", facts as AccountFacts);
        expect([parts.contribution, parts.attribute, parts.influence, outcome]).toEqual(
          [contribution, attribute, influence, contribution + attribute + influence].map(
            (tenths) => tenths / 10,
          ),
        );
      }),
      { numRuns: 300 },
    );
  });
});
