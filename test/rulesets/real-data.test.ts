import { describe, expect, it } from "vitest";
import { shippedFile } from "../../src/cli/shipped.ts";
import { folder, type Ran, tiercut } from "../cli/harness.ts";
import { dataFile, needing, readCsv } from "../data.ts";

/*
 * Real data, with all it is spoilt by, through the command and the shipped mappings. The star, the
 * value and the class of every row are worked out here again from the file alone: amounts in
 * ten-thousandths, points in tenths, by the bands of the policy and the constants of the mapping.
 */

type Row = Readonly<Record<string, string>>;

/** What a mapping makes of a row. */
interface Read {
  readonly id: string;
  /** Blank: unknown. */
  readonly city: string;
  readonly members: number;
  /** In ten-thousandths. */
  readonly personal: bigint;
  readonly bill: bigint;
}

interface DataSet {
  readonly mapping: string;
  readonly file: string;
  readonly rows: number;
  readonly read: (row: Row) => Read;
}

/** Reads `814.5` as 8,145,000 ten-thousandths. */
function amount(text: string | undefined): bigint {
  const [, whole = "", decimals = ""] = /^(\d+)(?:\.(\d{1,4}))?$/.exec(text ?? "") ?? [];
  if (whole === "") throw new Error(`\`${text}\` is no amount`);
  return BigInt(whole + decimals.padEnd(4, "0"));
}

const telecom: DataSet = {
  mapping: "bg-telecom-b2b",
  file: "bg-telecom-b2b/accounts-a.csv",
  rows: 4256,
  read: (row) => ({
    id: row.account_id as string,
    city: (row.city as string).trim(),
    members: Number(row.Total_SUBs),
    personal: amount(row.AvgMobileRevenue),
    bill: amount(row.AvgFIXRevenue),
  }),
};
const resellers: DataSet = {
  mapping: "adventureworks-resellers",
  file: "adventureworks-resellers/resellers.csv",
  rows: 701,
  read: (row) => ({
    id: row.ResellerAlternateKey as string,
    city: row.StateProvince as string,
    members: Number(row.NumberEmployees),
    // A twelfth, rounded once: half a ten-thousandth goes up.
    personal: (amount(row.AnnualRevenue) + 6n) / 12n,
    bill: 0n,
  }),
};
const months: DataSet = {
  mapping: "northwind-customer-month",
  file: "northwind/customer-month.csv",
  rows: 636,
  read: (row) => ({
    id: row.customer_id as string,
    city: "Northwind",
    members: Number(row.order_lines),
    personal: amount(row.net_revenue),
    bill: 0n,
  }),
};

const reached = (value: bigint, edges: readonly number[], unit: bigint) =>
  edges.filter((e) => value >= BigInt(e) * unit).length;
const exceeded = (value: bigint, edges: readonly number[], unit: bigint) =>
  edges.filter((e) => value > BigInt(e) * unit).length;

const starOf = ({ personal }: Read) =>
  String(1 + reached(personal, [2_500, 10_000, 30_000, 50_000], 10_000n));

/** AQ-06, AQ-07 and AQ-10, in tenths; all other indicators give nothing under the constants. */
function totalOf({ personal, bill, members }: Read): number {
  const first = reached(personal, [1_000, 2_000, 5_000, 10_000, 20_000, 50_000, 100_000], 10_000n);
  const bills = [0, 50, 200, 500, 1_000, 2_000, 5_000, 10_000, 20_000];
  const second = exceeded(bill, bills, 10_000n);
  const third = reached(BigInt(members), [10, 20, 50, 100, 200, 500, 1_000, 2_000], 1n);
  return (
    ([0, 10, 40, 60, 100, 140, 180, 200][first] as number) +
    ([0, 10, 25, 40, 55, 70, 85, 100, 120, 140][second] as number) +
    ([0, 10, 30, 50, 60, 70, 80, 90, 100][third] as number)
  );
}

function groupBy<T>(all: readonly T[], keyOf: (one: T) => string): ReadonlyMap<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const one of all) {
    const known = groups.get(keyOf(one));
    if (known) known.push(one);
    else groups.set(keyOf(one), [one]);
  }
  return groups;
}

/** AQ-03, AQ-04, AQ-28: half up, cumulative, equals all up, the next fills a place. */
function classesOf(all: readonly Read[]): readonly (string | undefined)[] {
  const cities = groupBy(all, (r) => r.city);
  const lines = [...cities].map(([city, rows]) => {
    const ranked = rows.filter((r) => r.members >= 2);
    const line = ranked.filter((r) => r.members >= 6).map(totalOf);
    const [a, ab] = [Math.floor((ranked.length + 10) / 20), Math.floor((ranked.length + 2) / 4)];
    return [city, { line, a, ab }] as const;
  });
  const byCity = new Map(lines);
  return all.map((r) => {
    if (r.members < 2) return "not-evaluated";
    if (r.city === "") return undefined;
    if (r.members < 6) return "C";
    const { line, a, ab } = byCity.get(r.city) ?? { line: [], a: 0, ab: 0 };
    const better = line.filter((total) => total > totalOf(r)).length;
    return better < a ? "A" : better < ab ? "B" : "C";
  });
}

/** Runs a ruleset on a data set with a mapping of the test's own. */
function run(
  set: DataSet,
  ruleset: string,
  decisions: string,
  own: unknown,
  ...more: readonly string[]
): Promise<Ran> {
  const { path } = folder({ "map.json": JSON.stringify(own) });
  return runMapped(set, ruleset, decisions, `${path}/map.json`, ...more);
}

function runMapped(
  set: DataSet,
  ruleset: string,
  decisions: string,
  map: string,
  ...more: readonly string[]
): Promise<Ran> {
  const options = ["--map", map, "--decision", decisions, "--reasons", "none", ...more];
  return tiercut(["evaluate", ruleset, dataFile(set.file) ?? "", ...options]);
}

const ran = new Map<string, Promise<Ran>>();
/** Runs it with the shipped mapping, once for all the tests that look at it. */
function runShipped(set: DataSet, ruleset: string, decisions: string): Promise<Ran> {
  const key = `${set.mapping} ${ruleset} ${decisions}`;
  const map = shippedFile("mappings", `${set.mapping}.json`);
  const known = ran.get(key) ?? runMapped(set, ruleset, decisions, map);
  ran.set(key, known);
  return known;
}
const stars = (set: DataSet) => runShipped(set, "hainan-unicom-2003", "star");
const classes = (set: DataSet) => runShipped(set, "anqing-mobile-2010", "value,class");

const summary = (decided: number, undetermined: number, rejected: number) => {
  const n = (count: number) => count.toLocaleString("en-US");
  const rows = decided + undetermined + rejected;
  return `${n(rows)} rows = ${n(decided)} decided + ${n(undetermined)} undetermined + ${n(rejected)} rejected`;
};

for (const set of [telecom, resellers, months]) {
  const { skip, title } = needing([set.file], set.mapping);
  describe.skipIf(skip)(title, () => {
    const all = skip ? [] : readCsv<string>(set.file).map(set.read);

    it(`has ${set.rows} rows, each with its star`, async () => {
      const { status, err, rows } = await stars(set);
      expect(status).toBe(0);
      expect(err).toContain(summary(set.rows, 0, 0));
      expect(rows.map((r) => [r.row, r.id, r.results.star.outcome])).toEqual(
        all.map((read, i) => [i + 1, read.id, starOf(read)]),
      );
    });

    it("has the value and the class of every row as worked out apart", async () => {
      const { status, err, rows } = await classes(set);
      const wanted = classesOf(all);
      const open = wanted.filter((c) => c === undefined).length;
      expect(status).toBe(0);
      expect(err).toContain(summary(set.rows - open, open, 0));
      expect(
        rows.map((r) => [r.row, r.id, r.results.value.outcome, r.results.class.outcome]),
      ).toEqual(all.map((read, i) => [i + 1, read.id, totalOf(read) / 10, wanted[i]]));
      const missing = rows.map((r) => r.results.class.missing);
      expect(missing).toEqual(wanted.map((c) => (c === undefined ? ["city"] : undefined)));
    });
  });
}

const ofTelecom = needing([telecom.file], "quirks of bg-telecom-b2b");
describe.skipIf(ofTelecom.skip)(ofTelecom.title, () => {
  const rows = ofTelecom.skip ? [] : readCsv<string>(telecom.file);

  it("ids spoilt upstream: 4,251 of them for 4,256 rows, and every row is kept in its place", async () => {
    const out = await stars(telecom);
    expect(new Set(out.rows.map((r) => r.id)).size).toBe(4251);
    expect(out.rows.map((r) => r.id)).toEqual(rows.map((r) => r.account_id));
  });

  it("a city left blank is unknown: 891, of which 13 are not evaluated and need no city", async () => {
    const blank = rows.map((r) => r.city === "");
    expect(blank.filter(Boolean)).toHaveLength(891);
    const out = await classes(telecom);
    const outcomes = out.rows.filter((_, i) => blank[i]).map((r) => r.results.class.outcome);
    expect(outcomes.filter((o) => o === "not-evaluated")).toHaveLength(13);
    expect(outcomes.filter((o) => o === undefined)).toHaveLength(878);
    expect(out.err).toContain("undetermined: 878; missing: city 878");
  });

  it.each([
    ["Not_Active_subscribers", 2040],
    ["Suspended_subscribers", 4084],
  ])(
    "a blank of %s is unknown, or 0 where a mapping says it stands for that: %i",
    async (column, blanks) => {
      const open = async (mobileUsers: unknown) => {
        const own = { id: "account_id", columns: { mobileUsers } };
        const { rows: out } = await run(telecom, "hainan-unicom-2003", "group", own);
        return out.filter((r) => r.results.group.missing?.includes("mobileUsers")).length;
      };
      expect([await open(column), await open({ column, blank: 0 })]).toEqual([blanks, 0]);
    },
  );

  it.each([
    ["Billing_ZIP", 1],
    ["province", 891],
  ])("a blank of %s is a field that is not filled in: %i", async (column, blanks) => {
    const own = { id: "account_id", columns: { accountAddress: column } };
    const { rows: out } = await run(telecom, "anqing-mobile-2010", "completeness", own, "--parts");
    const unfilled = out.filter((r) => r.results.completeness.parts.accountAddress === false);
    expect(unfilled).toHaveLength(blanks);
  });

  it("revenue is small, in no currency that is told (4.67 to 499.17; the description says 499.83): one star for all", async () => {
    const revenues = rows.map((r) => amount(r.TotalRevenue)).sort((a, b) => Number(a - b));
    expect([revenues[0], revenues.at(-1)]).toEqual([46_700n, 4_991_700n]);
    const { rows: out } = await stars(telecom);
    expect(new Set(out.map((r) => r.results.star.outcome))).toEqual(new Set(["1"]));
  });

  it("all subscriptions are the sum of the three kinds, blanks as 0: the mapping takes the sum", () => {
    const parts = ["Active_subscribers", "Not_Active_subscribers", "Suspended_subscribers"];
    const sums = rows.map((r) => parts.reduce((sum, p) => sum + Number(r[p]), 0));
    expect(sums).toEqual(rows.map((r) => Number(r.Total_SUBs)));
  });

  it("the operator's own tiers, mixed with SME, SE, Lead and blanks, are no class of ours: rejected, and blanks unknown", async () => {
    const tier = "CRM_PID_Value_Segment";
    const own = { id: "account_id", columns: { class: tier }, constants: { keyMembers: 10 } };
    const {
      status,
      err,
      rows: out,
    } = await run(telecom, "anqing-mobile-2010", "completeness", own);
    const blank = rows.filter((r) => r[tier] === "").length;
    expect([status, blank]).toEqual([1, 3]);
    expect(out.filter((r) => r.status === "rejected")).toHaveLength(telecom.rows - blank);
    const [first] = out;
    expect(first.faults[0]).toMatchObject({ column: tier, value: "Bronze" });
    expect(err).toContain(
      "column `CRM_PID_Value_Segment` is `Bronze`: it is outside its list of values",
    );
  });

  it("average revenue per user is not always revenue by users: nothing rests on it", () => {
    const off = rows.filter((r) => {
      const users = Number(r.Active_subscribers);
      const exact = Number(amount(r.TotalRevenue)) / 10_000 / users;
      return Math.abs(exact - Number(r.ARPU)) > 0.01;
    });
    expect(off.length).toBeGreaterThan(0);
  });

  it("many equal revenues: a class is over its places where the last one in has equals, and says so", async () => {
    const { err } = await classes(telecom);
    const city = rows.map(telecom.read).filter((r) => r.city === "Plovdiv");
    const inA = classesOf(city).filter((c) => c === "A").length;
    expect(inA).toBeGreaterThan(39);
    expect(err).toContain(`Plovdiv: A 39 → ${inA}, B 154 → `);
  });
});

const ofResellers = needing([resellers.file], "quirks of adventureworks-resellers");
describe.skipIf(ofResellers.skip)(ofResellers.title, () => {
  const rows = ofResellers.skip ? [] : readCsv<string>(resellers.file);
  const one = { id: "ResellerAlternateKey" };
  const revenue = (how: object) => ({
    ...one,
    columns: { monthlyMobileRevenue: { column: "AnnualRevenue", ...how } },
  });

  it("numbers with four decimals, `300000.0000`, are read as they stand", async () => {
    expect(rows.every((r) => /^\d+\.0000$/.test(r.AnnualRevenue ?? ""))).toBe(true);
    const { rows: out } = await run(resellers, "hainan-unicom-2003", "star", revenue({}));
    const wanted = rows.map((r) => starOf({ personal: amount(r.AnnualRevenue) } as Read));
    expect(out.map((r) => r.results.star.outcome)).toEqual(wanted);
  });

  it("a twelfth of 80,000 does not end: it is rounded once, to 6666.6667", async () => {
    const text = rows.map((r) => Number(resellers.read(r).personal) / 10_000);
    expect([...new Set(text)].sort((a, b) => a - b)).toEqual([
      2500, 6666.6667, 8333.3333, 12500, 25000,
    ]);
    const { rows: out } = await stars(resellers);
    const of2500 = out.filter((_, i) => text[i] === 2500);
    expect(new Set(of2500.map((r) => r.results.star.outcome))).toEqual(new Set(["2"]));
  });

  it("a twelfth is refused where the mapping does not say how it is rounded", async () => {
    const argv = [resellers, "hainan-unicom-2003", "star", revenue({ divide: 12 })] as const;
    const { status, err, out } = await run(...argv);
    expect([status, out]).toEqual([2, ""]);
    expect(err).toContain(
      "the key `scale` is missing (say to how many decimals, and how, to round)",
    );
  });

  it("a twelfth with more decimals than the fact takes is rejected, row by row", async () => {
    const own = revenue({ divide: 12, scale: 6, rounding: "half-up" });
    const { status, err, rows: out } = await run(resellers, "hainan-unicom-2003", "star", own);
    const endless = rows.filter((r) => Number(r.AnnualRevenue) % 3 !== 0).length;
    expect(status).toBe(1);
    expect(out.filter((r) => r.status === "rejected")).toHaveLength(endless);
    expect(err).toContain("has 6 decimals, and this fact takes at most 4 decimals");
  });

  it("five revenues only: every cut of a whole column falls inside a tie, and equals are never parted", async () => {
    // Ranked by revenue alone, all resellers in one place.
    const { constants } = (await import("../../rulesets/mappings/adventureworks-resellers.json"))
      .default;
    const columns = { personalRevenue: { column: "AnnualRevenue" }, accountId: one.id };
    const own = { ...one, columns, constants: { ...constants, city: "all", members: 6 } };
    const { err, rows: out } = await run(resellers, "anqing-mobile-2010", "value,class", own);
    for (const same of groupBy(out, (r) => String(r.results.value.outcome)).values()) {
      expect(new Set(same.map((r) => r.results.class.outcome)).size).toBe(1);
    }
    const [, a, inA, b, inB] = /all: A (\d+) → (\d+), B (\d+) → (\d+)/.exec(err) ?? [];
    expect([Number(a), Number(a) + Number(b)]).toEqual([35, 175]);
    expect(Number(inA)).toBeGreaterThan(35);
    expect(Number(inA) + Number(inB)).toBeGreaterThan(175);
  });

  it.each([
    ["OrderMonth", 66],
    ["FirstOrderYear", 66],
    ["LastOrderYear", 66],
    ["MinPaymentType", 132],
    ["MinPaymentAmount", 510],
  ])("a blank of %s is unknown where it is mapped: %i", async (column, blanks) => {
    const own = { ...one, columns: { mobileUsers: { column, scale: 0, rounding: "floor" } } };
    const { status, rows: out } = await run(resellers, "hainan-unicom-2003", "comprehensive", own);
    expect(status).toBe(0);
    const open = out.filter((r) => r.results.comprehensive.missing?.includes("mobileUsers"));
    expect(open).toHaveLength(blanks);
  });
});

const customers = "northwind/customers.csv";
const ofMonths = needing([months.file, customers], "quirks of northwind");
describe.skipIf(ofMonths.skip)(ofMonths.title, () => {
  it("amounts of up to four decimals are taken to the last of them", async () => {
    const rows = readCsv<string>(months.file);
    expect(rows.some((r) => /\.\d{4}$/.test(r.net_revenue ?? ""))).toBe(true);
    const { rows: out } = await stars(months);
    expect(out.map((r) => r.status)).toEqual(rows.map(() => "decided"));
  });

  it("a customer stands in many rows, and two of 91 in none: 89 ids in 636 rows", async () => {
    const { rows: out } = await stars(months);
    const ids = new Set(out.map((r) => r.id));
    const without = readCsv<string>(customers).filter((c) => !ids.has(c.customer_id));
    expect([out.length, ids.size]).toEqual([636, 89]);
    expect(without.map((c) => c.customer_id)).toEqual(["FISSA", "PARIS"]);
  });

  it("names and cities with accents, and regions mostly blank, are kept as they are", async () => {
    const { constants } = (await import("../../rulesets/mappings/northwind-customer-month.json"))
      .default;
    const { city: _, ...rest } = constants;
    const own = {
      id: "company_name",
      columns: { city: "city", accountName: "company_name", accountAddress: "region" },
      constants: { ...rest, members: 6, personalRevenue: 0 },
    };
    const set = { ...months, file: customers };
    const { status, err, rows: out } = await run(set, "anqing-mobile-2010", "class,required", own);
    const rows = readCsv<string>(customers);
    expect([status, out.length]).toEqual([0, 91]);
    expect(out.map((r) => r.id)).toEqual(rows.map((r) => r.company_name));
    expect(err).toContain("México D.F.: A 0 → 0, B 1 → 5");
    expect(out.map((r) => r.results.class.missing)).toEqual(rows.map(() => undefined));
  });
});
