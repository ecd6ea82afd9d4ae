import { Decimal } from "../../plan/decimal.ts";
import type { NodeId, Origin } from "../../plan/node.ts";
import { declared, inside, type Lowering } from "../lowering.ts";
import { otherwiseOf } from "./policy.ts";
import type { Matched, Table } from "./rows.ts";

/** Gathers the rows that match: their labels as a list, or one number made of their points. */
export function collect(
  table: Table,
  rows: readonly Matched[],
  output: string,
  at: Origin,
  ctx: Lowering,
): NodeId {
  const outcomes = table.outputs[output]?.outcomes;
  const operation = table.collect ?? "list";
  if (operation === "count") return ctx.plan.count(whens(rows), at);
  if (operation !== "list") return combine(operation, table, rows, output, at, ctx);
  const cases = rows.map((r) => {
    const value = r.row.then[output] ?? "";
    declared(value, outcomes, ctx, inside(r.origin, "then", output));
    return { when: r.when, value: String(value), origin: r.origin };
  });
  return ctx.plan.collect({ cases }, at);
}

type Combination = "sum" | "minimum" | "maximum";

/** Combines the points of the rows that match; where none does, the table's `otherwise` counts. */
function combine(
  operation: Combination,
  table: Table,
  rows: readonly Matched[],
  output: string,
  at: Origin,
  ctx: Lowering,
): NodeId {
  const { plan } = ctx;
  const points = rows.map((r) => new Decimal(Number(r.row.then[output] ?? 0)));
  const neutral = neutrals[operation](points);
  const gathered = rows.map((r, i) => {
    const value = plan.constant(points[i] ?? neutral, r.origin);
    const cases = [{ when: r.when, value, origin: r.origin }];
    return plan.choose({ cases, otherwise: plan.constant(neutral, r.origin) }, r.origin);
  });
  const some = plan.any(whens(rows), at);
  const cases = [{ when: some, value: plan.arithmetic(operation, gathered, at), origin: at }];
  const otherwise = otherwiseOf(table, output, table.outputs[output]?.outcomes, at, ctx);
  return plan.choose({ cases, otherwise }, at);
}

/** What a row that fails puts in: nothing to a sum, and to one extreme the other one. */
const neutrals: Record<Combination, (points: readonly Decimal[]) => Decimal> = {
  sum: () => new Decimal(0),
  minimum: (points) => Decimal.max(...points),
  maximum: (points) => Decimal.min(...points),
};

const whens = (rows: readonly Matched[]) => rows.map((r) => r.when);
