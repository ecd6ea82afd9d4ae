import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type CompileOptions, compile, evaluate, fit, type Settings } from "../../src/index.ts";
import { type Policy, ruleset } from "../../src/policies/hainan-unicom-2003.ts";

/*
 * Every threshold of the Hainan policy, just below, at and just above, and far away. What must come
 * out is worked out here in whole numbers from the restated articles, and never from the ruleset.
 */

interface Threshold {
  readonly rule: string;
  readonly what: string;
  /** In the smallest units of what is varied, as `least` and `most` are. */
  readonly edge: number;
  readonly least: number;
  readonly most: number;
  /** Holds a value against the policy under every reading that touches it. */
  readonly check: (units: number) => void;
}

/** Runs a check around an edge: one below, at and one above always, and others near and far. */
function checkAround({ edge, least, most, check }: Threshold) {
  const within = (from: number, to: number) =>
    fc.integer({ min: Math.max(least, from), max: Math.min(most, to) });
  const around = fc.oneof(within(edge - 4, edge + 4), within(0, 3 * edge + 9), within(least, most));
  const examples = [edge - 1, edge, edge + 1].filter((u) => u >= least && u <= most);
  const given = examples.map((u): [number] => [u]);
  fc.assert(fc.property(around, check), { examples: given, numRuns: 30 });
}

/** All combinations of the readings named. */
function combinations(readings: Readonly<Record<string, readonly string[]>>) {
  return Object.entries(readings).reduce<Readonly<Record<string, string>>[]>(
    (sets, [name, values]) => sets.flatMap((set) => values.map((v) => ({ ...set, [name]: v }))),
    [{}],
  );
}

/** Settings drawn at random are texts; what may be set is checked when they are compiled. */
type Chosen = NonNullable<CompileOptions<Policy>["parameters"]>;
/** A program for each combination; the first reading of each is the default, and is left to it. */
const programs = (readings: Readonly<Record<string, readonly string[]>>) =>
  combinations(readings).map((set) => {
    const other = Object.entries(set).filter(([name, value]) => readings[name]?.[0] !== value);
    const parameters = Object.fromEntries(other) as Chosen;
    return { set, program: compile(ruleset, { parameters }) };
  });

/** Amounts have four decimals; a whole number divided by a power of ten is the nearest number. */
const yuan = 10_000;

// HN-25, Q01, Q02, Q04. Only 50,000 is said to be in its tier whatever the reading (及以上).
const starEdges = [2_500, 10_000, 30_000, 50_000];
const starPrograms = programs({
  boundary: ["lower-closed", "upper-closed"],
  zeroRevenue: ["one-star", "unrated"],
  negativeRevenue: ["one-star", "unrated"],
});

function checkStar(units: number) {
  for (const { set, program } of starPrograms) {
    const unrated =
      (units === 0 && set.zeroRevenue === "unrated") ||
      (units < 0 && set.negativeRevenue === "unrated");
    const reached = starEdges.filter((e) =>
      set.boundary === "lower-closed" || e === 50_000 ? units >= e * yuan : units > e * yuan,
    );
    const star = unrated ? "unrated" : String(1 + reached.length);
    const facts = { monthlyMobileRevenue: units / yuan };
    expect(evaluate(program, "star", facts).outcome, JSON.stringify(set)).toBe(star);
  }
}

// HN-02, HN-03, HN-04, Q06, Q07, Q08.
const kinds = ["long-distance", "ip-telephony", "internet", "paging", "messaging"] as const;
const groupPrograms = programs({
  aRequiresSingle: ["any", "single-only"],
  comprehensiveUnit: ["kinds", "instances"],
  comprehensiveMobileMin: ["any-use", "10-and-more"],
});

/** What a unit uses; `null` is unknown. */
interface Use {
  readonly mobile: number | null;
  readonly data: number | null;
  readonly voice: number | null;
  readonly services: number | null;
}

/** The services a unit uses at the least and at the most, whatever the unknown come to. */
function servicesOf({ mobile, data, voice, services }: Use, set: Settings) {
  const least = set.comprehensiveMobileMin === "any-use" ? 1 : 10;
  const of = (lines: number) => (set.comprehensiveUnit === "kinds" ? Math.min(1, lines) : lines);
  const count = (other: number) =>
    ((mobile ?? other) >= least ? 1 : 0) +
    of(data ?? other) +
    of(voice ?? other) +
    (services ?? other);
  return [count(0), count(99)] as const;
}

/** True or false where all that can come agrees, else open. */
const either = (least: boolean, most: boolean) => (least === most ? least : undefined);

function checkGroup(use: Use) {
  const { mobile, data, voice, services } = use;
  const used = kinds.slice(0, services ?? 0);
  // An entry that stands twice is one kind.
  const facts = {
    isUnit: true,
    inHainan: true,
    mobileUsers: mobile,
    dataLines: data,
    voiceLines: voice,
    services: services === null ? null : [...used, ...used],
  };
  for (const { set, program } of groupPrograms) {
    const [least, most] = servicesOf(use, set);
    const comprehensive = either(least >= 2, most >= 2);
    const about = JSON.stringify(set);
    expect(evaluate(program, "comprehensive", facts).outcome, about).toBe(comprehensive);
    const count = evaluate(program, "servicesUsed", facts).outcome;
    const all = { used: least, atLeast: least, atMost: least };
    expect(count, about).toEqual(Object.values(use).includes(null) ? undefined : all);
    const routes = [
      [mobile, 10],
      [data, 1],
      [voice, 1],
    ] as const;
    const by = routes.map(([n, from]) => (n === null ? undefined : n >= from));
    const group = [...by, comprehensive].includes(true)
      ? true
      : either(false, [...by, comprehensive].includes(undefined));
    const { outcome, parts } = evaluate(program, "group", facts);
    expect(outcome, about).toBe(group);
    // For units with one service only, the same groups, and the route is told of those alone.
    const single = (route: boolean | undefined) =>
      route === false || set.aRequiresSingle === "any"
        ? route
        : comprehensive === true
          ? false
          : route && comprehensive === false
            ? true
            : undefined;
    expect([parts.mobile, parts.dataLine, parts.voiceLine, parts.comprehensive], about).toEqual([
      ...by.map(single),
      comprehensive,
    ]);
    expect(evaluate(program, "group", { ...facts, inHainan: false }).outcome, about).toBe(false);
  }
}

const nothing: Use = { mobile: 0, data: 0, voice: 0, services: 0 };

// HN-07, HN-08, Q11, Q12.
const staffingPrograms = programs({
  rounding: ["up", "down", "half"],
  ratioReading: ["floor-of-staff", "ceiling-of-staff"],
});

function checkStaffing(of: "groups" | "customers", have: "managers" | "assistants", per: number) {
  return (size: number) => {
    for (const { set, program } of staffingPrograms) {
      const atMost = set.ratioReading === "ceiling-of-staff";
      const extra = { up: per - 1, down: 0, half: Math.floor(per / 2) }[set.rounding ?? "down"];
      const needed = Math.floor((size + (atMost ? 0 : (extra as number))) / per);
      for (const staff of [needed - 1, needed, needed + 1].filter((s) => s >= 0)) {
        const facts = { groups: 0, customers: 0, managers: 0, assistants: 0 };
        const result = evaluate(program, "staffing", { ...facts, [of]: size, [have]: staff });
        const kept = atMost ? staff <= needed : staff >= needed;
        expect(result.outcome).toBe(kept);
        expect({
          needed: result.parts[have],
          short: result.parts[`${have}Short`],
          over: result.parts[`${have}Over`],
          kept: result.parts[`${have}Compliant`],
        }).toEqual({
          needed,
          short: atMost ? 0 : Math.max(0, needed - staff),
          over: atMost ? Math.max(0, staff - needed) : 0,
          kept,
        });
      }
    }
  };
}

// HN-19, HN-21, Q15, Q16.
const servicePrograms = programs({
  feeBoundary: ["closed", "open"],
  feePrecedence: ["province", "owner"],
});

function checkFee(units: number) {
  for (const { set, program } of servicePrograms) {
    const large = set.feeBoundary === "closed" ? units >= 200 * yuan : units > 200 * yuan;
    const serves = (channel: "own-manager" | "none") => {
      const facts = { memberFee: units / yuan, channel, region: "sanya" } as const;
      const { lead, basis } = evaluate(program, "service", facts).parts;
      return [lead, basis];
    };
    const province = ["province-key-accounts", "P1"];
    expect(serves("none")).toEqual(large ? province : ["nobody", "none"]);
    const owned = large && set.feePrecedence === "province";
    expect(serves("own-manager")).toEqual(owned ? province : ["sanya-branch", "C1"]);
  }
}

const amount = (rule: string, what: string, edge: number, check: (units: number) => void) => ({
  rule,
  what: `${what} ${edge} yuan`,
  edge: edge * yuan,
  least: -1_000_000 * yuan,
  most: 1_000_000 * yuan,
  check,
});
const number = (
  rule: string,
  what: string,
  edge: number,
  most: number,
  check: (n: number) => void,
) => ({ rule, what: `${what} ${edge}`, edge, least: 0, most, check });

const thresholds: readonly Threshold[] = [
  number("HN-02", "mobile users", 10, 10_000_000, (mobile) => checkGroup({ ...nothing, mobile })),
  number("HN-02", "data lines", 1, 1_000_000, (data) => checkGroup({ ...nothing, data })),
  number("HN-02", "voice lines", 1, 1_000_000, (voice) => checkGroup({ ...nothing, voice })),
  number("HN-04", "services", 2, 5, (services) => checkGroup({ ...nothing, services })),
  number("HN-04", "mobile users who are a service", 1, 10_000_000, (mobile) =>
    checkGroup({ ...nothing, mobile, services: 1 }),
  ),
  number("HN-07", "groups a manager", 10, 1_000_000, checkStaffing("groups", "managers", 10)),
  number(
    "HN-08",
    "customers an assistant",
    4_000,
    99_999_999,
    checkStaffing("customers", "assistants", 4_000),
  ),
  amount("HN-19", "charges", 200, checkFee),
  amount("HN-25", "revenue", 0, checkStar),
  ...starEdges.map((edge) => amount("HN-25", "revenue", edge, checkStar)),
];

describe("thresholds of hainan-unicom-2003", () => {
  it("are all in the table: three of HN-02, one service and one user of HN-04, two ratios, one charge, four stars and the zero", () => {
    const counts: Record<string, number> = {};
    for (const { rule } of thresholds) counts[rule] = (counts[rule] ?? 0) + 1;
    expect(counts).toEqual({
      "HN-02": 3,
      "HN-04": 2,
      "HN-07": 1,
      "HN-08": 1,
      "HN-19": 1,
      "HN-25": 5,
    });
    expect(new Set(thresholds.map((t) => `${t.rule} ${t.what}`)).size).toBe(13);
  });

  it.each(thresholds.map((t) => [`${t.rule} ${t.what}`, t] as const))(
    "%s: below, at and above, under every reading",
    (_, threshold) => checkAround(threshold),
  );

  it("of a group hold together, whatever it uses, and whatever of it is unknown", () => {
    const use = fc.record({
      mobile: fc.option(fc.integer({ min: 0, max: 12 })),
      data: fc.option(fc.integer({ min: 0, max: 2 })),
      voice: fc.option(fc.integer({ min: 0, max: 2 })),
      services: fc.option(fc.integer({ min: 0, max: 3 })),
    });
    fc.assert(fc.property(use, checkGroup), { numRuns: 200 });
  });

  it.each([
    ["groups", "managers", 10],
    ["customers", "assistants", 4_000],
  ] as const)("of %s recur at every multiple", (of, have, per) => {
    const check = checkStaffing(of, have, per);
    const steps = fc.tuple(fc.integer({ min: 0, max: 200 }), fc.integer({ min: -3, max: 3 }));
    const halves = fc.constantFrom(0, Math.floor(per / 2));
    fc.assert(
      fc.property(steps, halves, ([k, near], half) => check(Math.max(0, k * per + half + near))),
    );
  });

  it("of staff are those of the sum where channels are pooled", () => {
    const program = compile(ruleset, { parameters: { scope: "pooled" } });
    const channel = fc.record({
      groups: fc.integer({ min: 0, max: 21 }),
      managers: fc.integer({ min: 0, max: 3 }),
      customers: fc.integer({ min: 3_990, max: 4_010 }),
      assistants: fc.integer({ min: 0, max: 3 }),
    });
    fc.assert(
      fc.property(fc.array(channel, { minLength: 1, maxLength: 4 }), (channels) => {
        const total = (of: keyof (typeof channels)[number]) =>
          channels.reduce((sum, c) => sum + c[of], 0);
        const managers = Math.floor((total("groups") + 9) / 10);
        const assistants = Math.floor((total("customers") + 3_999) / 4_000);
        const fitted = fit(program, channels, { subject: "channel" });
        for (const one of channels) {
          const { outcome, parts } = evaluate(program, "staffing", one, fitted);
          expect([parts.managers, parts.assistants]).toEqual([managers, assistants]);
          const kept = total("managers") >= managers && total("assistants") >= assistants;
          expect(outcome).toBe(kept);
        }
      }),
    );
  });
});
