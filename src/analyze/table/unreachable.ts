import { isFalse, isTrue } from "../diagram/leaf.ts";
import { canBe } from "../diagram/possible.ts";
import type { Question } from "../study.ts";
import { either, type Row, type Table } from "./rows.ts";

/** Rows that match nothing, or nothing that an earlier row leaves. */
export function unreachableIn(q: Question, table: Table, rows: readonly Row[]) {
  const never = (row: Row) => !canBe(q.s, row.when, isTrue);
  const shadowed = shadowedIn(q, table, rows);
  return rows
    .filter((r) => never(r) || shadowed.has(r.name))
    .map((r) => ({ row: r.name, never: never(r) }));
}

function shadowedIn(q: Question, table: Table, rows: readonly Row[]): ReadonlySet<string> {
  const { hitPolicy, order = [] } = table;
  if (hitPolicy !== "first" && hitPolicy !== "priority") return new Set();
  const outputs = Object.keys(rows[0] ? (table.rows[rows[0].name]?.then ?? {}) : {});
  const given = (r: Row, output: string) => String(table.rows[r.name]?.then[output]);
  const orders =
    hitPolicy === "first"
      ? [rows]
      : outputs.map((o) =>
          [...rows].sort((a, b) => order.indexOf(given(a, o)) - order.indexOf(given(b, o))),
        );
  const alive = new Set(orders.flatMap((ranked) => firstHits(q, ranked)));
  return new Set(rows.map((r) => r.name).filter((name) => !alive.has(name)));
}

function firstHits(q: Question, ranked: readonly Row[]): readonly string[] {
  const { s } = q;
  let before = s.no;
  return ranked.flatMap((row) => {
    const alone = s.space.lift([row.when, before], ([r, b]) =>
      isTrue(r) && isFalse(b) ? s.yes : s.no,
    );
    before = either(q, before, row.when);
    return canBe(s, alone, isTrue) ? [row.name] : [];
  });
}
