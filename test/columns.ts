import { readCsv } from "./data.ts";

/*
 * Columns of the customer files whose quantiles R computed, each as R was given it.
 */

export const columnsFile = "percentile/r-quantiles.json";

export interface Column {
  readonly file: string;
  readonly column: string;
  readonly n: number;
  readonly missing: number;
  readonly max: number;
  readonly quantiles: Readonly<Record<"p" | `type${1 | 2 | 3 | 6 | 7 | 8}`, readonly number[]>>;
  readonly rows_above_type7_cut: readonly number[];
  readonly rows_at_or_above_type7_cut: readonly number[];
}

/** Reads a column; a blank cell is a missing value. */
export function valuesOf({ file, column }: Column): readonly (number | null)[] {
  const rows = readCsv<string>(file);
  if (file === "northwind/customer-month.csv") return sumsByCustomer(rows);
  if (column.startsWith("sales where")) {
    return rows
      .filter((r) => r.month === "2011-05" && Number(r.sales) > 0)
      .map((r) => Number(r.sales));
  }
  const name = column.split(" ")[0] as string;
  return rows.map((r) => (r[name]?.trim() ? Number(r[name]) : null));
}

/** Adds amounts of at most four decimals as whole ten-thousandths, so that the sums are exact. */
function sumsByCustomer(rows: readonly Readonly<Record<string, string>>[]): readonly number[] {
  const sums = new Map<string, number>();
  for (const r of rows) {
    const amount = Math.round(Number(r.net_revenue) * 10_000);
    sums.set(r.customer_id as string, (sums.get(r.customer_id as string) ?? 0) + amount);
  }
  return [...sums.values()].map((s) => s / 10_000);
}
