import type { NodeId, Origin } from "../../plan/node.ts";
import { nouns } from "../../plan/type.ts";
import { fault } from "../../ruleset/fault.ts";
import { inside, type Lowering, report } from "../lowering.ts";
import { givenBy, otherwiseOf } from "./policy.ts";
import type { Matched, Table } from "./rows.ts";

/** Gathers the rows that match: their labels as a list, or one number made of their points. */
export function collect(
  table: Table,
  rows: readonly Matched[],
  output: string,
  at: Origin,
  ctx: Lowering,
): NodeId {
  const operation = table.collect ?? "list";
  if (operation === "count") return ctx.plan.count(whens(rows), at);
  if (operation !== "list")
    return combine[operation](pointsOf(table, rows, output, ctx), table, output, at, ctx);
  const { outcomes } = table.outputs[output] ?? {};
  const cases = rows.flatMap((r) => {
    const value = givenBy(r, output, outcomes, ctx);
    return value === undefined ? [] : [{ when: r.when, value: String(value), origin: r.origin }];
  });
  return ctx.plan.collect({ cases }, at);
}

/** A row that matches, and the points it gives. */
interface Points {
  readonly when: NodeId;
  readonly points: number;
  readonly origin: Origin;
}

function pointsOf(
  table: Table,
  rows: readonly Matched[],
  output: string,
  ctx: Lowering,
): readonly Points[] {
  return rows.flatMap((r) => {
    const points = givenBy(r, output, table.outputs[output]?.outcomes, ctx);
    if (typeof points === "number") return [{ when: r.when, points, origin: r.origin }];
    if (points === undefined) return [];
    const [expected, found] = [{ zh: "分值", en: "points" }, nouns.label];
    const words = { what: `\`${table.collect}\``, expected, found };
    report(ctx, fault("type-mismatch", inside(r.origin, "then", output).path, words));
    return [];
  });
}

type Combine = (
  rows: readonly Points[],
  table: Table,
  output: string,
  at: Origin,
  ctx: Lowering,
) => NodeId;

/** The lowest or highest points are those of the first row that matches, in that order. */
const combine: Record<"sum" | "minimum" | "maximum", Combine> = {
  sum: addUp,
  minimum: (rows, ...rest) =>
    firstOf(
      [...rows].sort((a, b) => a.points - b.points),
      ...rest,
    ),
  maximum: (rows, ...rest) =>
    firstOf(
      [...rows].sort((a, b) => b.points - a.points),
      ...rest,
    ),
};

const firstOf: Combine = (rows, table, output, at, { plan, ...ctx }) => {
  const cases = rows.map(({ when, points, origin }) => {
    return { when, value: plan.constant(points, origin), origin };
  });
  const otherwise = otherwiseOf(table, output, undefined, at, { ...ctx, plan });
  return plan.choose({ cases, otherwise }, at);
};

function addUp(
  rows: readonly Points[],
  table: Table,
  output: string,
  at: Origin,
  ctx: Lowering,
): NodeId {
  const { plan } = ctx;
  const points = rows.map(({ when, points, origin }) => {
    const cases = [{ when, value: plan.constant(points, origin), origin }];
    return plan.choose({ cases, otherwise: plan.constant(0, origin) }, origin);
  });
  const sum = plan.arithmetic("sum", points, at);
  const cases = [{ when: plan.any(whens(rows), at), value: sum, origin: at }];
  const otherwise = otherwiseOf(table, output, undefined, at, ctx);
  return plan.choose({ cases, otherwise }, at);
}

const whens = (rows: readonly { readonly when: NodeId }[]) => rows.map((r) => r.when);
