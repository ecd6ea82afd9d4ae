import { beforeAll, describe, expect, it } from "vitest";
import {
  compile,
  type Difference,
  diff,
  evaluate,
  loadRuleset,
  type OutputDifference,
  type Ruleset,
  tellDiff,
} from "../../src/index.ts";
import { ruleset as anqing } from "../../src/policies/anqing-mobile-2010.ts";
import { ruleset as hainan } from "../../src/policies/hainan-unicom-2003.ts";
import type { Json } from "../kinds/tiny.ts";

/*
 * A threshold that is moved by one line of JSON: the accounts between the two edges are named, and
 * nobody else. The edges are worked out by hand from the policies: money has four decimals there,
 * arrears two, users and members are whole.
 */

/** A variant of a ruleset that says one thing. */
function variantOf({ document: { id } }: Ruleset, says: Json): Json {
  const label = { zh: "变体", en: "a variant" };
  const base = { language: "1", id: "variant", version: "1.0.0", label };
  return { ...base, extends: { id, version: "^1.0.0" }, ...says };
}

function load(document: Json, ...documents: readonly unknown[]): Ruleset {
  const loaded = loadRuleset(document, { documents });
  if (!loaded.ok) throw new Error(JSON.stringify(loaded.diagnostics, null, 2));
  return loaded.ruleset;
}

const built = (base: Ruleset, says: Json) => load(variantOf(base, says), base.document);

function outputOf({ decisions }: Difference, name: string, output = name): OutputDifference {
  const found = decisions.find((d) => d.decision === name);
  return found?.outputs.find((o) => o.name === output) as OutputDifference;
}

/** What is asked of accounts in each region, and what becomes of the one that is told. */
const told = ({ regions }: OutputDifference) =>
  regions.map(({ sides, account, before, after }) => ({ sides, account, before, after }));

const statuses = ({ decisions }: Difference) =>
  Object.fromEntries(decisions.map((d) => [d.decision, d.status]));
const others = (difference: Difference, ...names: readonly string[]) => {
  const found = Object.entries(statuses(difference)).filter(([name]) => !names.includes(name));
  return [...new Set(found.map(([, status]) => status))];
};

const between = (fact: string, from: number, to: number) => ({
  fact,
  ranges: [{ from, to }],
  unknown: false,
});
const among = (fact: string, ...values: readonly unknown[]) => ({ fact, values, unknown: false });

describe("five stars from 60000 instead of 50000 yuan, of four decimals", () => {
  const variant = built(hainan as Ruleset, { parameters: { starFive: 60_000 } });
  const edges = between("monthlyMobileRevenue", 50_000, 59_999.9999);
  const account = { monthlyMobileRevenue: 50_000 };

  it("concerns exactly those from 50000 to 59999.9999 yuan, and no other decision", () => {
    const difference = diff(hainan as Ruleset, variant);
    expect(statuses(difference).star).toBe("different");
    expect(others(difference, "star")).toEqual(["same"]);
    const star = outputOf(difference, "star");
    expect(star.complete).toBe(true);
    expect(told(star)).toEqual([{ sides: [edges], account, before: "5", after: "4" }]);
    expect(
      difference.changes.filter((c) => c.matters).map((c) => [c.path, c.before, c.after]),
    ).toEqual([["/parameters/starFive/default", 50_000, 60_000]]);
  });

  it("is the same the other way round", () => {
    const star = outputOf(diff(variant, hainan as Ruleset), "star");
    expect(star.complete).toBe(true);
    expect(told(star)).toEqual([{ sides: [edges], account, before: "4", after: "5" }]);
  });

  it("is what both come to just below, at and just above both edges", () => {
    const programs = [compile(hainan as Ruleset), compile(variant)];
    const at = (monthlyMobileRevenue: number) =>
      programs.map((p) => evaluate(p, "star", { monthlyMobileRevenue }).outcome);
    expect([49_999.9999, 50_000, 50_000.0001].map(at)).toEqual([
      ["4", "4"],
      ["5", "4"],
      ["5", "4"],
    ]);
    expect([59_999.9999, 60_000, 60_000.0001].map(at)).toEqual([
      ["5", "4"],
      ["5", "5"],
      ["5", "5"],
    ]);
  });

  it("is told in one line of each language", () => {
    const difference = diff(hainan as Ruleset, variant);
    expect(tellDiff(difference, "en").slice(5, 9)).toEqual([
      "star [HN-25 第八条]: differs in 1 region",
      "  50000 ≤ monthly mobile revenue < 60000 yuan a month: five-star group → four-star group",
      "    for example monthly mobile revenue 50000 yuan a month",
      "",
    ]);
    expect(tellDiff(difference, "zh").slice(5, 8)).toEqual([
      "集团分级（star） [HN-25 第八条]：1 个区域不同",
      "  50000 ≤ 移动通信月收入 < 60000 元/月：五星集团 → 四星集团",
      "    例如：移动通信月收入 50000 元/月",
    ]);
  });
});

describe("the other end of the tiers is closed", () => {
  it("concerns the three edges alone: five stars from 50000 is stated apart", () => {
    const variant = built(hainan as Ruleset, { parameters: { boundary: "upper-closed" } });
    const star = outputOf(diff(hainan as Ruleset, variant), "star");
    expect(star.complete).toBe(true);
    expect(told(star)).toEqual(
      (
        [
          [2500, "2", "1"],
          [10_000, "3", "2"],
          [30_000, "4", "3"],
        ] as const
      ).map(([edge, before, after]) => ({
        sides: [between("monthlyMobileRevenue", edge, edge)],
        account: { monthlyMobileRevenue: edge },
        before,
        after,
      })),
    );
  });
});

describe("a group from 20 instead of 10 mobile users, counted in whole", () => {
  const variant = built(hainan as Ruleset, { parameters: { groupMobileUsers: 20 } });

  it.each([
    ["forwards", [hainan as Ruleset, variant], true],
    ["backwards", [variant, hainan as Ruleset], false],
  ] as const)(
    "%s: concerns those of 10 to 19 users and nothing else that makes a group",
    (_, [a, b], was) => {
      const difference = diff(a, b, { decisions: ["group"] });
      const group = outputOf(difference, "group");
      const known = group.regions.filter((r) => !r.unknown);
      expect(group.complete).toBe(true);
      expect(known.length).toBeGreaterThan(0);
      for (const { sides, before, after, account } of known) {
        expect(sides).toContainEqual(between("mobileUsers", 10, 19));
        expect(sides).toContainEqual(among("isUnit", true));
        expect(sides).toContainEqual(between("dataLines", 0, 0));
        expect([before, after, account.mobileUsers]).toEqual([was, !was, 10]);
      }
      // Where a fact is unknown, the number of users decides no less, and no more.
      for (const { sides } of group.regions) {
        expect(sides).toContainEqual(between("mobileUsers", 10, 19));
      }
    },
  );
});

describe("an indicator's band from 1500 instead of 1000 yuan, of four decimals", () => {
  let variant: Ruleset;
  beforeAll(() => {
    const bands = { band4: { from: 1500 } };
    const lineRevenue = { score: { bands } };
    const dimensions = { contribution: { indicators: { lineRevenue } } };
    variant = built(anqing as Ruleset, { decisions: { value: { dimensions } } });
  }, 60_000);
  const edges = between("lineRevenue", 1000, 1499.9999);
  const account = { lineRevenue: 1000 };

  it("takes one point from those from 1000 to 1499.9999, by that indicator alone", () => {
    const difference = diff(anqing as Ruleset, variant);
    const line = outputOf(difference, "value", "lineRevenue");
    expect(line.complete).toBe(true);
    expect(told(line)).toEqual([{ sides: [edges], account, before: 3, after: 2 }]);
    const { sumOf, regions } = outputOf(difference, "value");
    expect(sumOf).toEqual(["lineRevenue"]);
    for (const { sides, before, after } of regions) {
      expect(sides).toContainEqual(edges);
      expect([before, after].map((n) => typeof n)).toEqual(["number", "number"]);
      expect(Number(after) - Number(before)).toBe(-1);
    }
    expect(statuses(difference)).toMatchObject({ value: "different", class: "undecided" });
    // The cut of the class and the ratio of the grade are of the value; nothing else is.
    expect(others(difference, "value", "class", "grade")).toEqual(["same"]);
  });

  it("is the same the other way round", () => {
    const line = outputOf(
      diff(variant, anqing as Ruleset, { decisions: ["value"] }),
      "value",
      "lineRevenue",
    );
    expect(told(line)).toEqual([{ sides: [edges], account, before: 2, after: 3 }]);
  });
});

describe("struck off with arrears of up to 100 yuan instead of none, of two decimals", () => {
  const { document } = anqing as Ruleset;
  const arrears = "/decisions/deregistration/sections/formal/items/noArrears/when/value";
  let lax: Ruleset;
  beforeAll(() => {
    const copy = structuredClone(document) as never;
    const keys = arrears.split("/").slice(1);
    const last = keys.pop() as string;
    const place = keys.reduce<Record<string, never>>((at, key) => at[key] as never, copy);
    (place as Record<string, unknown>)[last] = 100;
    lax = load(copy);
  }, 60_000);
  const edges = between("arrears", 0.01, 100);

  it("concerns those who owe from 0.01 to 100 yuan and lack nothing else", () => {
    const difference = diff(anqing as Ruleset, lax);
    expect(others(difference, "deregistration")).toEqual(["same"]);
    const [change, ...more] = difference.changes;
    expect([change?.what, change?.told.before?.en, change?.told.after?.en, more]).toEqual([
      "threshold",
      "arrears ≤ 0 yuan",
      "arrears ≤ 100 yuan",
      [],
    ]);
    const { regions, complete } = outputOf(difference, "deregistration");
    expect(complete).toBe(true);
    const known = regions.filter((r) => !r.unknown);
    expect(known.map((r) => [r.before, r.after, r.account])).toEqual([
      [
        false,
        true,
        {
          reason: "bankruptcy",
          ceased: true,
          products: 0,
          hasVnet: false,
          accounts: 0,
          arrears: 0.01,
          members: 0,
          status: "off-net",
        },
      ],
    ]);
    expect(known[0]?.sides).toEqual(
      expect.arrayContaining([
        edges,
        among("reason", "bankruptcy", "merger", "relocation", "liquidation", "other"),
        among("ceased", true),
        between("products", 0, 0),
        among("hasVnet", false),
        between("accounts", 0, 0),
        between("members", 0, 0),
        among("status", "off-net", "2-off-net"),
      ]),
    );
    expect(known[0]?.sides).toHaveLength(8);
    // Who lacks nothing that is known stays open, where before the arrears had settled it.
    for (const { sides, before, after } of regions.filter((r) => r.unknown)) {
      expect(sides).toContainEqual(edges);
      expect([before, after]).toEqual([false, null]);
    }
  });

  it("is the same the other way round", () => {
    const { regions } = outputOf(
      diff(lax, anqing as Ruleset, { decisions: ["deregistration"] }),
      "deregistration",
    );
    const known = regions.filter((r) => !r.unknown);
    expect(known.map((r) => [r.before, r.after, r.account.arrears])).toEqual([[true, false, 0.01]]);
  });
});
