import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { study } from "../../src/analyze/study.ts";
import { analyseTable, type Table } from "../../src/analyze/table.ts";
import { tellAccount, tellSides } from "../../src/analyze/tell.ts";
import { readFacts } from "../../src/execute/facts.ts";
import type { Fact } from "../../src/ruleset/schema/fact.ts";
import type { Text } from "../../src/ruleset/text.ts";
import { date, list, number, tiny, words } from "../kinds/tiny.ts";
import { facts, load, type Point, pointsOf } from "./arbitraries.ts";
import { isIn } from "./points.ts";
import { factsIn } from "./table/brute.ts";
import { type ColumnName, type Random, random, written } from "./table/random.ts";

/*
 * A box is told in words that say just which accounts lie in it: they are read back here, and held
 * against the box at every point.
 */

const compared: Readonly<Record<string, (a: number | string, b: number | string) => boolean>> = {
  "=": (a, b) => a === b,
  "≠": (a, b) => a !== b,
  "<": (a, b) => a < b,
  "≤": (a, b) => a <= b,
  ">": (a, b) => a > b,
  "≥": (a, b) => a >= b,
};

const termOf = (value: unknown) => (value === true ? "yes" : value === false ? "no" : value);

/** Does what is said of one fact hold: one alternative of it, such as `-1 < n ≤ 3 each`. */
function isSo(said: string, name: string, value: unknown): boolean {
  const own = said.replace(/ each$/, "");
  if (own === `${name} unknown`) return value === undefined;
  if (value === undefined) return false;
  if (own === `${name} known`) return true;
  if (!/[=≠<≤>≥]/.test(own)) return own.replace(`${name} `, "") === termOf(value);
  const range = /^(?:(\S+) ([<≤]) )?[a-z](?: ([=≠<≤>≥]) (\S+))?$/.exec(own) ?? [];
  const [, low, lowSign, sign, edge] = range;
  const as = (written: string) => (typeof value === "number" ? Number(written) : written);
  const test = (a: unknown, sign: string, b: unknown) =>
    compared[sign]?.(a as number, b as number) ?? false;
  return (
    (low === undefined || test(as(low), lowSign as string, value)) &&
    (edge === undefined || test(value, sign as string, as(edge)))
  );
}

/** Does a point lie where a box is said to be. */
function isTold(told: string, names: readonly string[], point: Point): boolean {
  if (told === "every account") return true;
  return told.split(" and ").every((clause) => {
    const name = names.find((n) => new RegExp(`(^| )${n}( |$)`).test(clause)) as keyof Point;
    return clause.split(" or ").some((said) => isSo(said, name, point[name]));
  });
}

const plain: readonly ColumnName[] = ["n", "d", "b", "l", "t"];
const isPlain = ({ columns, hitPolicy, otherwise }: Random) =>
  columns.length <= 2 &&
  columns.every((c) => plain.includes(c)) &&
  hitPolicy !== "collect" &&
  !otherwise;

describe("a box in words", () => {
  it("holds the accounts that lie in it, and no others, in both languages", () => {
    let boxes = 0;
    fc.assert(
      fc.property(random.filter(isPlain), (table) => {
        const names = factsIn(table);
        const declared = Object.fromEntries(names.map((n) => [n, facts[n]]));
        const taken = study(load(tiny({ facts: declared, decisions: { it: written(table) } })));
        const { s, gaps } = analyseTable(
          taken,
          "/decisions/it",
          taken.document.decisions.it as Table,
        );
        const points = pointsOf(names);
        for (const { region } of gaps) {
          const { en, zh } = tellSides(s, region.sides, taken.document.facts);
          const told = points.map((p) => isTold(en, names, p));
          const known = points.map((p) => readFacts(taken.document.facts, p as never).known);
          expect([en, ...told]).toEqual([en, ...known.map((k) => isIn(s, region, k))]);
          const edges = (words: string) => words.match(/[\d.-]+|[=≠<≤>≥]/g);
          expect(edges(zh)).toEqual(edges(en));
          boxes += 1;
        }
      }),
      { numRuns: 1000 },
    );
    expect(boxes).toBeGreaterThan(300);
  });
});

describe("an account in words", () => {
  const told = (account: object, declared: object): Text =>
    tellAccount(account as never, declared as Readonly<Record<string, Fact>>);
  const revenue = number("x", { unit: { zh: "元/月", en: "yuan a month" }, scale: 2 });
  const income = { ...revenue, label: { zh: "专线收入", en: "line revenue" } };

  it("has the labels and units of its facts", () => {
    expect(told({ income: 8000 }, { income })).toEqual({
      zh: "专线收入 8000 元/月",
      en: "line revenue 8000 yuan a month",
    });
    expect(told({ income: -0.5 }, { income }).zh).toBe("专线收入 -0.5 元/月");
    const arpu = { ...income, label: { zh: "ARPU", en: "ARPU" }, unit: { zh: "元", en: "yuan" } };
    expect(told({ arpu: 50 }, { arpu }).zh).toBe("ARPU 50 元");
    const rate = { ...income, unit: { zh: "", en: "" }, label: { zh: "离网率", en: "churn" } };
    expect(told({ rate: 0.2 }, { rate })).toEqual({ zh: "离网率 0.2", en: "churn 0.2" });
  });

  it("has the terms of its labels, days as they are, and what a list holds", () => {
    const services = list("s", "sms", "net");
    const declared = {
      s: { ...services, label: { zh: "业务", en: "services" } },
      t: date("t"),
      w: words("w"),
    };
    expect(told({ s: ["sms", "net"], t: "2010-11-30" }, declared).en).toBe(
      "services sms and net, t 2010-11-30",
    );
    expect(told({ s: [] }, declared)).toEqual({ zh: "业务无", en: "services none" });
    expect(told({ w: "海口" }, declared).zh).toBe("w 海口");
  });

  it("without any fact is any account", () => {
    expect(told({}, {})).toEqual({ zh: "任何客户", en: "any account" });
  });
});
