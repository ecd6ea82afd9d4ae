import { evaluate, fit } from "../../src/index.ts";
import { type Column, columnsFile, valuesOf } from "../columns.ts";
import { needing, readData } from "../data.ts";
import { programOf } from "../kinds/tiny.ts";
import { quantilesAt } from "./percentile.ts";
import { conformance } from "./suite.ts";

/*
 * Quantiles that R computed of columns of the customer files, by the definitions beside the seventh,
 * which has a test of its own. A column of thousands of rows is asked at four percentages.
 */

const definitions = ["1", "2", "3", "6", "8"] as const;
const fewRows = 2000;
const some = [20, 50, 80, 95];

const northwind = "northwind/customer-month.csv net_revenue summed by customer_id";
const sales =
  "online-retail/customer-month-2010-12_2011-05.csv sales where month=2011-05 and sales>0";
const lettingOff = {
  "a number that does not end, of which R prints ten decimals: a range this wide leaves room for fewer":
    [
      ...[25, 60, 75, 90].map((p) => `${northwind} ${p} R8`),
      ...[1, 60, 75, 90, 99].map((p) => `${sales} ${p} R8`),
    ],
};

const columns = () => (JSON.parse(readData(columnsFile)) as { results: readonly Column[] }).results;
const files = [
  columnsFile,
  ...(needing([columnsFile], "").skip ? [] : [...new Set(columns().map((c) => c.file))]),
];

/** A number has 15 digits; those of twice the greatest leave so many behind the point, of R's ten. */
const decimalsFor = (max: number) => Math.min(10, 14 - String(Math.trunc(max)).length);

/** All definitions at one percentage of a column, fitted once. */
const fitted = new Map<string, (definition: string) => unknown>();
function quantilesOf(column: Column, p: number) {
  const key = `${column.file} ${column.column} ${p}`;
  const known = fitted.get(key);
  if (known) return known;
  const max = 10 ** String(Math.trunc(column.max)).length - 1;
  const program = programOf(quantilesAt(p, decimalsFor(max), max));
  const accounts = valuesOf(column).map((value, i) => ({ id: `${100_000 + i}`, value }));
  const numbers = fit(program, accounts);
  const of = (d: string) => evaluate(program, `r${d}`, accounts[0] ?? {}, numbers).outcome;
  fitted.set(key, of);
  return of;
}

conformance({
  title: "Quantiles of R on customer files, five definitions more",
  files,
  cases: () =>
    columns().flatMap((column) =>
      column.quantiles.p.flatMap((p, i) =>
        definitions
          .filter(() => column.n < fewRows || some.includes(p))
          .map((d) => ({
            id: `${column.file} ${column.column} ${p} R${d}`,
            expected: column.quantiles[`type${d}`][i],
            column,
            p,
            d,
          })),
      ),
    ),
  run: ({ column, p, d }) => quantilesOf(column, p)(d),
  lettingOff,
  counts: [295, 286],
});
