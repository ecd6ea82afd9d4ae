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
import {
  type AccountFacts,
  type MemberFacts,
  type Policy,
  ruleset,
  type UnitFacts,
} from "../../src/policies/anqing-mobile-2010.ts";

/*
 * Every threshold of data, visits, binding, VIP, samples and appraisal: just below, at and just
 * above, and far away. What must come out is worked out here in whole numbers (days, fen, persons,
 * millionths) from the restated clauses, and never from the ruleset.
 */

interface Threshold {
  readonly rule: string;
  readonly what: string;
  /** In the smallest units of what is varied, as `least` and `most` are. */
  readonly edge: number;
  readonly least: number;
  readonly most: number;
  readonly check: (units: number) => void;
}

/** Runs a check around an edge: one below, at and one above always, and others near and far. */
function checkAround({ edge, least, most, check }: Threshold) {
  const within = (from: number, to: number) =>
    fc.integer({ min: Math.max(least, from), max: Math.min(most, to) });
  const around = fc.oneof(
    within(edge - 4, edge + 4),
    within(edge - 400, edge + 400),
    within(least, most),
  );
  const examples = [edge - 1, edge, edge + 1].filter((u) => u >= least && u <= most);
  const given = examples.map((u): [number] => [u]);
  fc.assert(fc.property(around, check), { examples: given, numRuns: 24 });
}

/** Settings drawn at random are texts; what may be set is checked when they are compiled. */
type Chosen = NonNullable<CompileOptions<Policy>["parameters"]>;
const programs = new Map<string, Program<Policy>>();
/** The policy's own readings are left to the ruleset: its defaults are tested too. */
const usual: Settings = {
  before2010: "without",
  rule1ReturnRequired: "condition",
  after2010: "none",
  gateEqual: "scores",
  proportional: "rate-times-points",
  pointsSource: "detail",
  allEqual: "max",
  sampleRounding: "up",
  poolAb: "pooled",
  validityEnd: "corresponding-day",
  rateBasis: "items",
  cClass: "out",
};
function programOf(wanted: Settings) {
  const set = Object.fromEntries(Object.entries(wanted).filter(([name, v]) => usual[name] !== v));
  const key = JSON.stringify(set);
  const known = programs.get(key) ?? compile(ruleset, { parameters: set as Chosen });
  programs.set(key, known);
  return known;
}

const dayOf = (date: string) => Date.parse(date) / 86_400_000;
const dateOf = (day: number) => new Date(day * 86_400_000).toISOString().slice(0, 10);

const account = (set: Settings, decision: AccountDecision, facts: AccountFacts) =>
  evaluate(programOf(set), decision, facts);
type AccountDecision =
  | "update"
  | "required"
  | "completeness"
  | "deregistration"
  | "visit"
  | "visitItems";

const persons = (rule: string, what: string, edge: number, check: (n: number) => void) => ({
  rule,
  what: `${what} ${edge}`,
  edge,
  least: 0,
  most: 10_000_000,
  check,
});
const months = (rule: string, what: string, edge: number, check: (n: number) => void) => ({
  ...persons(rule, what, edge, check),
  most: 1_200,
});
const fen = (rule: string, what: string, yuan: number, check: (n: number) => void) => ({
  ...persons(rule, what, yuan * 100, check),
  what: `${what} ${yuan} yuan`,
});
const day = (rule: string, what: string, date: string, check: (n: number) => void) => ({
  ...persons(rule, what, dayOf(date), check),
  what: `${what} ${date}`,
  least: dayOf("1990-01-01"),
  most: dayOf("2040-01-01"),
});
const fraction = (rule: string, what: string, edge: number, check: (n: number) => void) => ({
  ...persons(rule, what, edge, check),
  what: `${what} ${edge / 1_000_000}`,
  most: 1_000_000,
});

// AQ-33, Q100.
function checkUpdate(updated: number) {
  const [first, asOf] = ["2010-11-01", "2010-11-20"].map(dayOf) as [number, number];
  const facts = {
    lastUpdate: dateOf(updated),
    asOf: dateOf(asOf),
    monthStart: dateOf(first),
  };
  const fresh = (set: Settings) => account(set, "update", facts).outcome;
  expect(fresh({})).toBe(first <= updated && updated <= asOf);
  expect(fresh({ updateWindow: "days" })).toBe(asOf - 31 <= updated && updated <= asOf);
}

// AQ-35, AQ-60, Q63, Q64.
function checkKeyMembers(keyMembers: number) {
  const parts = (set: Settings, facts: AccountFacts) => ({
    required: account(set, "required", { keyMembers, ...facts }).parts,
    completeness: account(set, "completeness", { keyMembers, ...facts }).parts,
  });
  const kept = (set: Settings, facts: AccountFacts) => {
    const { required, completeness } = parts(set, facts);
    return [required, completeness].map((p) => ("keyMembers" in p ? p.keyMembers : undefined));
  };
  const cap = { keyMembersCap: "as-many-as-members" };
  for (const name of ["A", "B"] as const) {
    expect(kept({}, { class: name, members: 7 })).toEqual([keyMembers >= 10, keyMembers >= 10]);
    const filled = kept({ naItems: "filled" }, { class: name, members: 7 });
    expect(filled[1]).toBe(keyMembers >= 10);
    expect(kept(cap, { class: name, members: 7 })).toEqual([keyMembers >= 7, keyMembers >= 7]);
    expect(kept(cap, { class: name, members: 70 })).toEqual([keyMembers >= 10, keyMembers >= 10]);
  }
  const all = { keyMembersScope: "all" };
  expect(kept(all, { class: "C", members: 7 })[1]).toBe(keyMembers >= 10);
  const unasked = kept({ naItems: "filled" }, { class: "C", members: 7 })[1];
  expect(unasked).toBe(true);
}

// AQ-60: members ≥ 75 % of employees, by multiplying.
function checkShare(employees: number, members: number) {
  const facts = { class: "C", employees, members } as const;
  const met = employees > 0 && 4 * members >= 3 * employees;
  for (const set of [{}, { membersRequiredFor: "evaluated" }, { naItems: "filled" }]) {
    const { parts } = account(set, "completeness", facts);
    expect("members" in parts && parts.members).toBe(met);
    expect("employees" in parts && parts.employees).toBe(employees > 0);
  }
  const { parts } = account({}, "completeness", { ...facts, class: "not-evaluated" });
  expect("members" in parts && parts.members).toBe(met);
  expect("total" in parts && parts.total).toBe(12);
}

// AQ-40, Q83.
function checkDeregistration(facts: AccountFacts, part: string, met: boolean) {
  const all: AccountFacts = {
    ceased: true,
    products: 0,
    hasVnet: false,
    accounts: 0,
    arrears: 0,
    members: 0,
    ...facts,
  };
  for (const reason of ["bankruptcy", "merger", "relocation", "liquidation", "other"] as const) {
    for (const status of ["off-net", "2-off-net"] as const) {
      const { outcome, parts } = account({}, "deregistration", { ...all, reason, status });
      const own = Object.entries(parts).find(([name]) => name === part)?.[1];
      expect([outcome, own]).toEqual([met, met]);
    }
    const alive = { ...all, reason, ceased: false };
    expect(account({}, "deregistration", alive).outcome).toBe(false);
  }
}

// AQ-44, Q97, Q98.
function checkVisits(grades: readonly NonNullable<AccountFacts["grade"]>[], frequency: string) {
  return (times: number) => {
    const visits = Math.min(times, 1_000_000);
    for (const grade of grades) {
      for (const needed of [1, 3]) {
        const set = { [frequency]: needed };
        const { outcome, parts } = account(set, "visit", { grade, visits });
        expect([outcome, "visitsShort" in parts && parts.visitsShort]).toEqual([
          visits >= needed,
          Math.max(0, needed - visits),
        ]);
        const ways = account({ ...set, countOther: "all-ways" }, "visit", {
          grade,
          visits: 0,
          otherContacts: visits,
        });
        expect(ways.outcome).toBe(visits >= needed);
      }
      expect(account({}, "visit", { grade, visits }).outcome).toBe(visits >= 1);
    }
    const unrated = { grade: "not-evaluated", visits } as const;
    expect(account({}, "visit", unrated).outcome).toBe(true);
    expect(account({ unrated: "as-c" }, "visit", unrated).outcome).toBe(visits >= 1);
  };
}

// AQ-49, Q99: the brochure of the quarter, from 2011 on.
function checkBrochure(asOf: number, quarter: number, brochure: number) {
  const facts = {
    visitThings: ["card", "bill", "brochure", "tariffs", "leaflet"],
    asOf: dateOf(asOf),
    quarterStart: dateOf(quarter),
    brochureDate: dateOf(brochure),
  } as const;
  const applies = asOf >= dayOf("2011-01-01");
  expect(account({}, "visitItems", facts).outcome).toBe(!applies || brochure >= quarter);
}

// AQ-52 to AQ-54, Q86 to Q88: dates in days, money in fen.
interface Binding {
  readonly join: number;
  readonly expiry: number;
  readonly monthly: number;
  readonly returned: number;
  readonly retained: number;
  readonly amount: number;
}

const [first2010, last2010] = ["2010-01-01", "2010-12-31"].map(dayOf) as [number, number];
const bindingSets = ["without", "with"].flatMap((before2010) =>
  ["condition", "remark"].flatMap((rule1ReturnRequired) =>
    ["none", "as-2010"].map((after2010) => ({ before2010, rule1ReturnRequired, after2010 })),
  ),
);

function checkBinding(b: Binding) {
  const facts: MemberFacts = {
    hasPlan: true,
    joinDate: dateOf(b.join),
    expiryDate: dateOf(b.expiry),
    monthlyReturn: b.monthly / 100,
    returnMonths: b.returned,
    retainMonths: b.retained,
    retainAmount: b.amount / 100,
    unifiedAccount: false,
    payForRelation: true,
    transferValid: true,
    collection: "other",
  };
  for (const set of bindingSets) {
    const earlier =
      (set.before2010 === "with" ? b.join <= last2010 : b.join < first2010) &&
      b.expiry >= last2010 &&
      (set.rule1ReturnRequired === "remark" || b.monthly >= 1_000);
    const ofYear =
      b.join >= first2010 &&
      (set.after2010 === "as-2010" || b.join <= last2010) &&
      b.returned >= 12 &&
      b.monthly >= 2_000;
    const kept = b.retained >= 10 && b.amount >= 20_000;
    const { outcome, parts } = evaluate(programOf(set), "binding", facts);
    expect([parts.earlierScheme, parts.schemeOfYear, parts.retained, outcome]).toEqual([
      earlier,
      ofYear,
      kept,
      earlier || ofYear || kept,
    ]);
  }
}

/** What keeps the first scheme, the second and the third, each to the least. */
const none = { join: dayOf("2011-06-01"), expiry: 0, monthly: 0, returned: 0 };
const earlierScheme: Binding = {
  join: first2010 - 1,
  expiry: last2010,
  monthly: 1_000,
  returned: 0,
  retained: 0,
  amount: 0,
};
const schemeOfYear: Binding = { ...earlierScheme, join: last2010, monthly: 2_000, returned: 12 };
const retained: Binding = { ...none, retained: 10, amount: 20_000 };

// AQ-57, Q93, Q95.
const roles = ["contact", "leader", "other-contact", "other-leader", "middle-manager"] as const;
interface Person {
  readonly role: (typeof roles)[number];
  readonly top: boolean;
}

function placeOf({ role, top }: Person): number {
  if (top) return 1;
  return { contact: 2, leader: 3, "other-leader": 3, "middle-manager": 4, "other-contact": 5 }[
    role
  ];
}

function checkCap(people: readonly Person[], cap?: number) {
  const members = people.map(
    ({ role, top }, i): MemberFacts => ({
      accountId: "g",
      memberId: `m${String(people.length - i).padStart(2, "0")}`,
      isGroupMember: true,
      class: i % 2 === 0 ? "A" : "B",
      role,
      isTopLeader: top,
    }),
  );
  const allowed = cap ?? 5;
  const before = (i: number, j: number, byRole: boolean) => {
    const [a, b] = [people[i], people[j]].map((p) => (byRole ? placeOf(p as Person) : 0));
    if (a !== b) return (a as number) < (b as number);
    return String(members[i]?.memberId) < String(members[j]?.memberId);
  };
  const isGranted = (i: number, set: Settings) => {
    if (set.overCap === "none") return people.length <= allowed;
    return people.filter((_, j) => before(j, i, set.priority !== "id")).length < allowed;
  };
  const capped = cap === undefined ? {} : { cap };
  const sets = [{}, { priority: "id" }, { overCap: "none" }];
  for (const set of [...sets, ...sets.map((s) => ({ ...s, cClass: "uncapped" }))]) {
    const program = programOf({ ...set, ...capped });
    const fitted = fit(program, members, { subject: "member" });
    const given = members.map((m) => evaluate(program, "vip", m, fitted).parts.granted);
    expect(given).toEqual(members.map((_, i) => isGranted(i, set)));
  }
  const ofC = members.map((m) => ({ ...m, class: "C" as const }));
  for (const cClass of ["out", "uncapped"]) {
    const program = programOf({ cClass, ...capped });
    const fitted = fit(program, ofC, { subject: "member" });
    const given = ofC.map((m) => evaluate(program, "vip", m, fitted).parts.granted);
    expect(given).toEqual(ofC.map(() => cClass === "uncapped"));
  }
}

const crowd = (size: number): readonly Person[] =>
  Array.from({ length: size }, (_, i) => ({ role: roles[i % 5] ?? "contact", top: i === 3 }));

// AQ-58, Q96.
const holder = {
  accountId: "g",
  memberId: "m",
  isGroupMember: true,
  role: "contact",
  isTopLeader: false,
  class: "A",
} as const;

function checkValidity(grantDay: number, asOf: number) {
  const [year = "", month = "", date = ""] = dateOf(grantDay).split("-");
  const leap = month === "02" && date === "29";
  const end = dayOf(`${Number(year) + 1}-${month}-${leap ? "28" : date}`);
  for (const [validityEnd, last] of [
    ["corresponding-day", end],
    ["day-before", end - 1],
  ] as const) {
    const program = programOf({ validityEnd });
    const member = { ...holder, grantDate: dateOf(grantDay), asOf: dateOf(asOf) };
    const { parts } = evaluate(
      program,
      "vip",
      member,
      fit(program, [member], { subject: "member" }),
    );
    expect(parts.validUntil).toBe(dateOf(last));
    const valid = grantDay >= dayOf("2010-11-01") && grantDay <= asOf && asOf <= last;
    expect(parts.valid).toBe(valid);
  }
}

// AQ-62, Q79.
function checkSample(a: number, b: number, c: number) {
  const few = (n: number, per: number, up: boolean) => Math.floor((n + (up ? per - 1 : 0)) / per);
  const groups = [
    ...Array.from({ length: a }, () => ({ class: "A", appraisalStatus: "other" }) as const),
    ...Array.from({ length: b }, () => ({ class: "B", appraisalStatus: "other" }) as const),
    ...Array.from({ length: c }, () => ({ class: "C", appraisalStatus: "other" }) as const),
    // Two statuses, and the groups without a class, are not drawn from.
    { class: "A", appraisalStatus: "D" } as const,
    { class: "C", appraisalStatus: "Z" } as const,
    { class: "not-evaluated", appraisalStatus: "other" } as const,
  ].map((g) => ({ ...g, owner: "w" }));
  for (const sampleRounding of ["up", "down"] as const) {
    const up = sampleRounding === "up";
    const drawn = (poolAb: string) => {
      const program = programOf({ sampleRounding, poolAb });
      return evaluate(
        program,
        "sample",
        { owner: "w" },
        fit(program, groups, { subject: "account" }),
      ).outcome;
    };
    expect(drawn("pooled")).toEqual({ ab: few(a + b, 10, up), c: few(c, 20, up) });
    expect(drawn("apart")).toEqual({ ab: few(a, 10, up) + few(b, 10, up), c: few(c, 20, up) });
  }
}

// AQ-59, AQ-61, AQ-63, Q68 to Q74: rates in millionths.
type Rated = Exclude<keyof UnitFacts, "members" | "billingUsers">;
type Item = "completeness" | "accuracy" | "keyPersons" | "coreMembers" | "satisfaction";

/** The points of a gated item: in ten-thousandths where they are rescaled, else exactly. */
function gatedPoints(rate: number, points: number, set: Settings): number {
  const passes = set.gateEqual === "zero" ? rate > 900_000 : rate >= 900_000;
  if (!passes) return 0;
  if (set.proportional !== "rescaled") return (rate * points) / 1_000_000;
  return Math.floor(((rate - 900_000) * points * 2 + 10) / 20) / 10_000;
}

const gateSets = ["scores", "zero"].flatMap((gateEqual) =>
  ["rate-times-points", "rescaled"].flatMap((proportional) =>
    ["detail", "overview"].map((pointsSource) => ({ gateEqual, proportional, pointsSource })),
  ),
);

const itemPoints = (set: Settings, facts: UnitFacts) => {
  const program = programOf(set);
  return evaluate(program, "appraisal", facts, fit(program, [facts], { subject: "unit" })).parts;
};

function checkGate(fact: Rated, item: Item, detail: number, overview: number, more: Settings = {}) {
  return (rate: number) => {
    for (const set of gateSets) {
      const points = set.pointsSource === "overview" ? overview : detail;
      const parts = itemPoints({ ...set, ...more }, { [fact]: rate / 1_000_000 });
      expect(parts[item], JSON.stringify(set)).toBe(gatedPoints(rate, points, set));
    }
  };
}

function checkDeduction(rate: number) {
  const unitVipSatisfaction = rate / 1_000_000;
  const lost = ((rate - 1_000_000) * 10) / 1_000_000;
  const of = (set: Settings) => itemPoints(set, { unitVipSatisfaction }).vipSatisfaction;
  // A deduction of nothing is 0, not -0.
  expect(of({})).toBe(lost === 0 ? 0 : lost);
  expect(of({ deductionGate: 0.9 })).toBe(rate >= 900_000 ? 0 : lost);
  expect(of({ deduction: "add" })).toBe((rate * 10) / 1_000_000);
}

// AQ-65, Q76: shares in millionths, as the area has a million billing users.
function checkRelative(members: readonly number[]) {
  const [least, most] = [Math.min(...members), Math.max(...members)];
  const units = members.map((m) => ({ members: m, billingUsers: 1_000_000 }));
  const sets = ["max", "min", "mid"].flatMap((allEqual) =>
    ["detail", "overview"].map((pointsSource) => ({ allEqual, pointsSource })),
  );
  for (const set of sets) {
    const full = set.pointsSource === "overview" ? 15 : 10;
    const even = { max: full, min: 1, mid: (full + 1) / 2 }[set.allEqual];
    const program = programOf(set);
    const fitted = fit(program, units, { subject: "unit" });
    for (const [i, m] of members.entries()) {
      const span = most - least;
      const risen = Math.floor(((full - 1) * 10_000 * (m - least) * 2 + span) / (2 * span));
      const { parts } = evaluate(program, "appraisal", units[i] as UnitFacts, fitted);
      const wanted = span === 0 ? even : (10_000 + risen) / 10_000;
      expect(parts.memberQuality).toBe(wanted);
    }
  }
}

const thresholds: readonly Threshold[] = [
  day("AQ-33", "first of the month", "2010-11-01", checkUpdate),
  day("AQ-33", "day of the check", "2010-11-20", checkUpdate),
  day("AQ-33", "31 days before the check", "2010-10-20", checkUpdate),
  persons("AQ-35", "important members required", 10, checkKeyMembers),
  persons("AQ-35", "important members, as many as members", 7, checkKeyMembers),
  persons("AQ-36", "members", 1, (members) => {
    const { parts } = account({}, "required", { members });
    expect("members" in parts && parts.members).toBe(members > 0);
  }),
  persons("AQ-37", "employees", 1, (employees) => {
    const { parts } = account({}, "required", { employees });
    expect("employees" in parts && parts.employees).toBe(employees > 0);
  }),
  persons("AQ-40", "products", 1, (n) =>
    checkDeregistration({ products: n }, "noProducts", n === 0),
  ),
  persons("AQ-40", "accounts", 1, (n) =>
    checkDeregistration({ accounts: n }, "noAccounts", n === 0),
  ),
  persons("AQ-40", "members", 1, (n) => checkDeregistration({ members: n }, "noMembers", n === 0)),
  {
    ...fen("AQ-40", "arrears", 0, (n) =>
      checkDeregistration({ arrears: n / 100 }, "noArrears", n <= 0),
    ),
    least: -10_000_000,
  },
  persons("AQ-44", "visits to A", 1, checkVisits(["A1", "A2"], "freqA")),
  persons("AQ-44", "visits to B", 1, checkVisits(["B1", "B2"], "freqB")),
  persons("AQ-44", "visits to C", 1, checkVisits(["C"], "freqC")),
  day("AQ-49", "brochures of the quarter from", "2011-01-01", (asOf) =>
    checkBrochure(asOf, dayOf("2010-10-01"), dayOf("2010-09-30")),
  ),
  day("AQ-49", "first of the quarter", "2011-04-01", (date) =>
    checkBrochure(dayOf("2011-05-05"), dayOf("2011-04-01"), date),
  ),
  day("AQ-52", "joined before", "2010-01-01", (join) => checkBinding({ ...earlierScheme, join })),
  day("AQ-52", "expires from", "2010-12-31", (expiry) =>
    checkBinding({ ...earlierScheme, expiry }),
  ),
  fen("AQ-52", "returned a month", 10, (monthly) => checkBinding({ ...earlierScheme, monthly })),
  day("AQ-53", "joined from", "2010-01-01", (join) => checkBinding({ ...schemeOfYear, join })),
  day("AQ-53", "joined until", "2010-12-31", (join) => checkBinding({ ...schemeOfYear, join })),
  months("AQ-53", "months of return", 12, (returned) =>
    checkBinding({ ...schemeOfYear, returned }),
  ),
  fen("AQ-53", "returned a month", 20, (monthly) => checkBinding({ ...schemeOfYear, monthly })),
  months("AQ-54", "months a sum is retained", 10, (r) =>
    checkBinding({ ...retained, retained: r }),
  ),
  fen("AQ-54", "sum retained", 200, (amount) => checkBinding({ ...retained, amount })),
  { ...persons("AQ-57", "VIP identities of a group", 5, (n) => checkCap(crowd(n))), most: 12 },
  day("AQ-58", "identities from before lapse", "2010-11-01", (granted) =>
    checkValidity(granted, Math.max(granted, dayOf("2010-11-01"))),
  ),
  day("AQ-58", "valid for a year, until", "2011-11-15", (asOf) =>
    checkValidity(dayOf("2010-11-15"), asOf),
  ),
  day("AQ-58", "valid from the grant, on", "2010-11-15", (asOf) =>
    checkValidity(dayOf("2010-11-15"), asOf),
  ),
  persons("AQ-60", "important members", 10, checkKeyMembers),
  persons("AQ-60", "members of 10,000 employees", 7_500, (n) => checkShare(10_000, n)),
  persons("AQ-60", "employees", 1, (employees) => checkShare(employees, 10_000_000)),
  fraction("AQ-61", "completeness", 900_000, checkGate("unitCompleteness", "completeness", 10, 15)),
  fraction("AQ-63", "accuracy", 900_000, checkGate("unitAccuracy", "accuracy", 15, 15)),
  ...(
    [
      ["unitKeyPersonsBound", "keyPersons", 15],
      ["unitCoreMembersBound", "coreMembers", 10],
      ["unitSatisfaction", "satisfaction", 30],
    ] as const
  ).map(([fact, item, points]) =>
    fraction("AQ-59", `${item}, gated`, 900_000, (rate) => {
      checkGate(fact, item, points, points, { undetailedMethod: "gated" })(rate);
      const plain = itemPoints({}, { [fact]: rate / 1_000_000 })[item];
      expect(plain).toBe((rate * points) / 1_000_000);
    }),
  ),
  fraction("AQ-59", "VIP satisfaction without deduction", 1_000_000, checkDeduction),
  fraction("AQ-59", "VIP satisfaction free of deduction", 900_000, checkDeduction),
  { ...persons("AQ-62", "groups of A and B", 10, (n) => checkSample(n, 0, 0)), most: 45 },
  { ...persons("AQ-62", "groups of B", 10, (n) => checkSample(3, n, 0)), most: 45 },
  { ...persons("AQ-62", "groups of C", 20, (n) => checkSample(1, 0, n)), most: 65 },
  {
    ...persons("AQ-65", "the lowest share, in millionths", 200_000, (m) =>
      checkRelative([200_000, 700_000, m]),
    ),
    most: 2_000_000,
  },
  {
    ...persons("AQ-65", "the highest share, in millionths", 700_000, (m) =>
      checkRelative([200_000, 700_000, m]),
    ),
    most: 2_000_000,
  },
  {
    ...persons("AQ-65", "a share all have, in millionths", 300_000, (m) =>
      checkRelative([300_000, m]),
    ),
    most: 2_000_000,
  },
];

describe("thresholds of service in anqing-mobile-2010", () => {
  it("are as many as the policy lists, each once", () => {
    const counts: Record<string, number> = {};
    for (const { rule } of thresholds) counts[rule] = (counts[rule] ?? 0) + 1;
    expect(counts).toEqual({
      "AQ-33": 3,
      "AQ-35": 2,
      "AQ-36": 1,
      "AQ-37": 1,
      "AQ-40": 4,
      "AQ-44": 3,
      "AQ-49": 2,
      "AQ-52": 3,
      "AQ-53": 4,
      "AQ-54": 2,
      "AQ-57": 1,
      "AQ-58": 3,
      "AQ-59": 5,
      "AQ-60": 3,
      "AQ-61": 1,
      "AQ-62": 3,
      "AQ-63": 1,
      "AQ-65": 3,
    });
    expect(new Set(thresholds.map((t) => `${t.rule} ${t.what}`)).size).toBe(45);
  });

  it.each(thresholds.map((t) => [`${t.rule} ${t.what}`, t] as const))(
    "%s: below, at and above, under every reading",
    (_, threshold) => checkAround(threshold),
  );

  it("AQ-60 75 % of any number of employees is met by multiplying", () => {
    const size = fc.integer({ min: 0, max: 9_999_999 });
    fc.assert(
      fc.property(size, fc.integer({ min: -2, max: 2 }), (employees, offset) => {
        checkShare(employees, Math.max(0, Math.ceil((employees * 3) / 4) + offset));
      }),
      { numRuns: 200 },
    );
  });

  it("AQ-52 to AQ-54 hold together around all their edges", () => {
    const near = (...edges: readonly number[]) =>
      fc
        .tuple(fc.constantFrom(...edges), fc.integer({ min: -1, max: 1 }))
        .map(([edge, offset]) => edge + offset);
    const binding = fc.record({
      join: near(first2010, last2010),
      expiry: near(last2010),
      monthly: near(1_000, 2_000),
      returned: near(12),
      retained: near(10),
      amount: near(20_000),
    });
    fc.assert(fc.property(binding, checkBinding), { numRuns: 150 });
  });

  it("AQ-57 five of any group, in the order of its people", () => {
    const person = fc.record({ role: fc.constantFrom(...roles), top: fc.boolean() });
    const cap = fc.constantFrom(undefined, 0, 1, 6);
    fc.assert(fc.property(fc.array(person, { maxLength: 9 }), cap, checkCap));
  });

  it("AQ-58 one year from any day, the last of February too", () => {
    const granted = fc.integer({ min: dayOf("2010-10-20"), max: dayOf("2024-03-10") });
    const later = fc.oneof(
      fc.integer({ min: -2, max: 2 }),
      fc.integer({ min: 363, max: 368 }),
      fc.integer({ min: -3_000, max: 3_000 }),
    );
    fc.assert(
      fc.property(granted, later, (day, after) => checkValidity(day, day + after)),
      { examples: [364, 365, 366].map((n) => [dayOf("2012-02-29"), n]) },
    );
  });

  it("AQ-65 any units, each at its place between the ends", () => {
    const shares = fc.array(fc.integer({ min: 0, max: 2_000_000 }), { minLength: 1, maxLength: 5 });
    fc.assert(fc.property(shares, checkRelative));
  });

  it("AQ-59 the total is the sum of its items, and below zero only where no floor is set", () => {
    const rate = fc.oneof(
      fc.constantFrom(0, 899_999, 900_000, 1_000_000),
      fc.integer({ min: 0, max: 1_000_000 }),
    );
    const names = ["Completeness", "Accuracy", "KeyPersonsBound", "CoreMembersBound"] as const;
    const rates = fc.tuple(rate, rate, rate, rate, rate, rate);
    fc.assert(
      fc.property(rates, (drawn) => {
        const [complete, accurate, key, core, satisfied, vip] = drawn;
        const given = [...names, "Satisfaction", "VipSatisfaction"].map((name, i) => [
          `unit${name}`,
          (drawn[i] as number) / 1_000_000,
        ]);
        const facts: UnitFacts = { ...Object.fromEntries(given), members: 1, billingUsers: 2 };
        const millionths =
          gatedPoints(complete, 10, {}) * 1_000_000 +
          gatedPoints(accurate, 15, {}) * 1_000_000 +
          (15 * key + 10 * core + 30 * satisfied + 10 * (vip - 1_000_000));
        for (const set of [{ allEqual: "min" }, { allEqual: "min", floorZero: "yes" }]) {
          const program = programOf(set);
          const fitted = fit(program, [facts], { subject: "unit" });
          const { outcome, parts } = evaluate(program, "appraisal", facts, fitted);
          const sum = Math.round(millionths) + 1_000_000;
          expect(outcome).toBe(("floorZero" in set ? Math.max(0, sum) : sum) / 1_000_000);
          expect(parts.outOf).toBe(90);
        }
      }),
      { examples: [[[0, 0, 0, 0, 0, 0]]] },
    );
  });
});

describe("divisors that are zero in anqing-mobile-2010", () => {
  const filled: AccountFacts = {
    owner: "w",
    accountName: "x",
    accountAddress: "x",
    orgType: "x",
    status: "on-net",
    contactName: "x",
    contactMobile: "x",
    leaderName: "x",
    leaderPhone: "x",
    industryAttribute: "x",
    policyInfluence: "x",
    employees: 4,
    class: "C",
    members: 3,
  };
  const kept = ["owner", "class", "members"];

  it("Q62, Q67 the completeness rate is undefined without groups, and floored to a millionth with", () => {
    // Thirteen items, and one of them (important members) is not asked of class C. Eleven gaps: none
    // of the twelve is filled, as the share of members rests on the employees.
    const groups = fc.array(fc.integer({ min: 0, max: 11 }), { maxLength: 7 });
    const blanks = Object.keys(filled).filter((name) => !kept.includes(name));
    fc.assert(
      fc.property(groups, (gaps) => {
        const accounts = gaps.map((n) => ({
          ...filled,
          ...Object.fromEntries(blanks.slice(0, n).map((fact) => [fact, null])),
        }));
        const rate = (rateBasis: string) => {
          const program = programOf({ rateBasis });
          const fitted = fit(program, accounts, { subject: "account" });
          return evaluate(program, "completenessRate", { owner: "w" }, fitted).outcome;
        };
        const had = gaps.reduce((sum, n) => sum + (n > 10 ? 0 : 12 - n), 0);
        const whole = gaps.filter((n) => n === 0).length;
        const floored = (n: number, all: number) =>
          all === 0 ? "undefined" : Math.floor((n * 1_000_000) / all) / 1_000_000;
        expect(rate("items")).toBe(floored(had, 12 * gaps.length));
        expect(rate("groups")).toBe(floored(whole, gaps.length));
      }),
      { examples: [[[]], [[0]], [[9, 9, 9]], [[11, 0]]] },
    );
  });

  it("AQ-66 the binding rates are undefined without members, each by its own roles and classes", () => {
    const member = fc.record({
      role: fc.constantFrom(...roles, "ordinary" as const),
      class: fc.constantFrom("A" as const, "B" as const, "C" as const, "not-evaluated" as const),
      bound: fc.boolean(),
    });
    const program = programOf({});
    fc.assert(
      fc.property(fc.array(member, { maxLength: 8 }), (drawn) => {
        const members = drawn.map((m) => ({
          owner: "w",
          role: m.role,
          class: m.class,
          hasPlan: false,
          retainMonths: 0,
          unifiedAccount: false,
          collection: m.bound ? ("unit-collection" as const) : ("other" as const),
        }));
        const rate = (keyRoles: readonly string[], classes: readonly string[]) => {
          const base = drawn.filter((m) => keyRoles.includes(m.role) && classes.includes(m.class));
          const bound = base.filter((m) => m.bound).length;
          return base.length === 0
            ? "undefined"
            : Math.floor((bound * 1_000_000) / base.length) / 1_000_000;
        };
        const fitted = fit(program, members, { subject: "member" });
        expect(evaluate(program, "bindingRate", { owner: "w" }, fitted).outcome).toEqual({
          keyPersons: rate(["contact", "leader"], ["A", "B", "C"]),
          coreMembers: rate(["other-contact", "other-leader", "middle-manager"], ["A", "B"]),
        });
      }),
      { examples: [[[]]] },
    );
  });
});
