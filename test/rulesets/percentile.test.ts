import { describe, expect, it } from "vitest";
import { compile, evaluate, fit, loadRuleset } from "../../src/index.ts";
import { type Column, columnsFile, valuesOf } from "../columns.ts";
import { needing, readData } from "../data.ts";

/*
 * The quantile of definition 7, and the cut made with it, against values that others computed.
 *
 * Ours is exact in decimals. An expected value was computed in doubles: where printing it at 15
 * digits gives back the exact decimal, the two are the same number, and `===` is what is asked.
 * One value of R's carries the error of its doubles into the 15th digit; it is named below with
 * the exact one beside it, rather than let through by a tolerance.
 */

const arraysFile = "percentile/commons-math-percentile.json";

/** R's value as printed, and what it is exactly. */
const inexact: Readonly<Record<string, { readonly printed: number; readonly exact: number }>> = {
  // The values here are sums of amounts with four decimals, which R added up in doubles.
  "northwind/customer-month.csv 95": { printed: 43124.4909999999, exact: 43124.491 },
};

/** Each row is put through the cut at these, each closed either way; the quantile alone at all. */
const isCut = (percentage: number) => [20, 50, 80, 95].includes(percentage);

type Side = "lower" | "upper";
const text = (en: string) => ({ zh: en, en });
const citation = { rule: "PCT-01", clause: "7" };
const named = (en: string) => ({ label: text(en), citation });

/** A ruleset with the quantile at each percentage, and the cut in two there, closed either way. */
function rulesetFor(percentages: readonly number[]) {
  const at = (p: number) => ({
    aggregate: "quantile",
    over: "row",
    unknown: "left-out",
    by: [],
    of: { fact: "value" },
    at: p / 100,
  });
  const quantiles = percentages.map((p) => [`p${p}`, { ...named(`at ${p}`), value: at(p) }]);
  const cutAt = (p: number, closed: Side) => ({
    kind: "cut",
    method: "quantile",
    subject: "row",
    ...named(`cut at ${p}`),
    outcomes: { low: text("low"), high: text("high"), none: text("none") },
    partition: [],
    unknown: "left-out",
    otherwise: "none",
    input: { fact: "value" },
    definition: 7,
    closed,
    classes: { low: { share: p / 100 }, high: { share: (100 - p) / 100 } },
    order: ["low", "high"],
  });
  const cuts = percentages
    .filter(isCut)
    .flatMap((p) => (["lower", "upper"] as const).map((side) => [`${side}${p}`, cutAt(p, side)]));
  const value = { type: "number", subjects: ["row"], unit: text("units"), scale: 4 };
  return {
    language: "1",
    id: "percentile",
    version: "1.0.0",
    label: text("percentile"),
    source: { title: "percentile", issuer: text("test") },
    effective: {},
    subjects: { row: { label: text("row") } },
    facts: { value: { ...value, label: text("a value") } },
    parameters: {},
    decisions: {
      // The constant keeps the outcome an object where there is one percentage alone.
      quantiles: {
        kind: "formula",
        subject: "row",
        ...named("quantiles"),
        outputs: { ...Object.fromEntries(quantiles), none: { ...named("none"), value: 0 } },
      },
      ...Object.fromEntries(cuts),
    },
  };
}

function fitted(percentages: readonly number[], values: readonly (number | null)[]) {
  const loaded = loadRuleset(rulesetFor(percentages));
  if (!loaded.ok) throw new Error(JSON.stringify(loaded.diagnostics, null, 2));
  const program = compile(loaded.ruleset);
  const numbers = fit(
    program,
    values.map((value) => ({ value })),
  );
  const of = (decision: string, value: number) =>
    evaluate(program, decision, { value }, numbers).outcome;
  return { quantiles: of("quantiles", 0) as Readonly<Record<string, number>>, of };
}

interface Arrays {
  readonly cases: readonly {
    readonly name: string;
    readonly data: readonly (number | null)[];
    readonly p: number;
    readonly expected: Readonly<Record<string, number>>;
  }[];
}

const arrays = needing([arraysFile], "quantiles of Apache Commons Math, definition 7");
describe.skipIf(arrays.skip)(arrays.title, () => {
  const { cases } = arrays.skip ? { cases: [] } : (JSON.parse(readData(arraysFile)) as Arrays);

  // ReplaceNanInRange states definitions 1 and 2 alone.
  it.each(cases.filter((c) => "R7" in c.expected).map((c) => [c.name, c] as const))(
    "%s",
    (_, { data, p, expected }) => {
      expect(fitted([p], data).quantiles[`p${p}`]).toBe(expected.R7);
    },
  );
  it("leaves out no other case", () => {
    expect(cases.filter((c) => !("R7" in c.expected)).map((c) => c.name)).toEqual([
      "ReplaceNanInRange",
    ]);
  });
});

const columns = needing([columnsFile], "quantiles of R, definition 7, on customer files");
describe.skipIf(columns.skip)(columns.title, () => {
  const { results } = columns.skip
    ? { results: [] }
    : (JSON.parse(readData(columnsFile)) as { results: readonly Column[] });

  for (const column of results) {
    const { skip, title } = needing([column.file], `${column.file}: ${column.column}`);

    describe.skipIf(skip)(title, () => {
      const values = skip ? [] : valuesOf(column);
      const known = values.filter((v) => v !== null);
      const { p: percentages, type7 } = column.quantiles;
      const { quantiles, of } = skip ? ({} as never) : fitted(percentages, values);

      it("has the rows R had", () => {
        expect([known.length, values.length - known.length]).toEqual([column.n, column.missing]);
      });

      it("gives R's quantiles", () => {
        const expected = percentages.map((p, i) => {
          const known = inexact[`${column.file} ${p}`];
          if (known) expect(type7[i]).toBe(known.printed);
          return known?.exact ?? type7[i];
        });
        expect(percentages.map((p) => quantiles[`p${p}`])).toEqual(expected);
      });

      it("puts as many rows in the upper class as R counts, the cut itself in or out", () => {
        const rows = new Map<number, number>();
        for (const v of known) rows.set(v, (rows.get(v) ?? 0) + 1);
        const high = (decision: string) =>
          [...rows].reduce((n, [v, times]) => (of(decision, v) === "high" ? n + times : n), 0);
        const counted = (side: Side) => percentages.filter(isCut).map((p) => high(`${side}${p}`));
        const theirs = (counts: readonly number[]) =>
          counts.filter((_, i) => isCut(percentages[i] as number));
        expect(counted("lower")).toEqual(theirs(column.rows_at_or_above_type7_cut));
        expect(counted("upper")).toEqual(theirs(column.rows_above_type7_cut));
      });
    });
  }
});
