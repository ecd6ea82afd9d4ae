import { Decimal } from "../../plan/decimal.ts";
import type { NodeId, Origin } from "../../plan/node.ts";
import type { Part } from "../../plan/plan.ts";
import { fault } from "../../ruleset/diagnostics.ts";
import type { Settled } from "../../ruleset/expression.ts";
import { suggestion } from "../../ruleset/suggest.ts";
import type { Text } from "../../ruleset/text.ts";
import { lowerExpression } from "../expression.ts";
import {
  declared,
  inside,
  type Lowered,
  type Lowering,
  ordered,
  partOf,
  report,
} from "../lowering.ts";
import type { DecisionOf } from "../schema.ts";
import type { Cell } from "./schema.ts";

type Table = DecisionOf<"table">;
type Body = Pick<Table, "hitPolicy" | "inputs" | "rows" | "order" | "otherwise">;
type Row = Body["rows"][string];
type Outcomes = Readonly<Record<string, Text>> | undefined;

/** A row as nodes: the condition that it matches, and where it stands. */
interface Matched {
  readonly name: string;
  readonly row: Row;
  readonly when: NodeId;
  readonly origin: Origin;
}

/** Lowers a table: one part an output, chosen by the rows that match. */
export function lower(table: Table, at: Origin, ctx: Lowering): Lowered {
  const rows = matchRows(table, at, ctx);
  const parts = Object.entries(table.outputs).map(([name, output]): Part => {
    const origin = partOf(at, name, output, "outputs", name);
    const node =
      table.hitPolicy === "collect"
        ? collect(table, rows, name, at, ctx)
        : choose(table, rows, name, output.outcomes, at, ctx);
    return { name, role: "output", node, origin, outcomes: output.outcomes };
  });
  const [only] = parts;
  return { outcome: parts.length === 1 && only ? only : parts, parts };
}

/** Lowers the body of a table to the points in its one output, `points`. */
export function lowerPoints(body: Body, at: Origin, ctx: Lowering): NodeId {
  return choose(body, matchRows(body, at, ctx), "points", undefined, at, ctx);
}

function matchRows(body: Body, at: Origin, ctx: Lowering): readonly Matched[] {
  const inputs = new Map(
    Object.entries(body.inputs).map(([name, input]) => [
      name,
      lowerExpression(input.value, ctx, inside(at, "inputs", name, "value")),
    ]),
  );
  return rowsInOrder(body, at, ctx).map(([name, row]) => {
    const origin = partOf(at, name, row, "rows", name);
    const cells = Object.entries(row.when).map(([input, cell]) => {
      const node = inputs.get(input);
      const place = inside(origin, "when", input);
      if (node !== undefined) return lowerCell(node, cell, ctx, place);
      const words = { key: input, ...suggestion(input, [...inputs.keys()]) };
      report(ctx, fault("unknown-key", place.path, words));
      return ctx.plan.nothing(place);
    });
    const when = cells.length ? ctx.plan.all(cells, origin) : ctx.plan.constant(true, origin);
    return { name, row, when, origin };
  });
}

/** Rows are tried in the order stated; where no order counts, as they are written. */
function rowsInOrder(body: Body, at: Origin, ctx: Lowering) {
  const needsOrder = body.hitPolicy === "first" || body.hitPolicy === "collect";
  if (!needsOrder) return Object.entries(body.rows);
  if (body.order) return ordered(body.order, body.rows, ctx, at);
  const words = { key: "order", expected: "the rows in the order in which they are tried" };
  report(ctx, fault("missing-key", at.path, words));
  return Object.entries(body.rows);
}

function lowerCell(input: NodeId, cell: Settled<Cell>, ctx: Lowering, at: Origin): NodeId {
  if (typeof cell !== "object") return equals(input, cell, ctx, at);
  if (Array.isArray(cell)) return oneOf(input, cell, ctx, at);
  if ("not" in cell) return ctx.plan.not(oneOf(input, cell.not, ctx, at), at);
  const range = cell as Extract<Settled<Cell>, { atLeast?: unknown }>;
  const bounds = [
    [">", range.above],
    ["≥", range.atLeast],
    ["<", range.below],
    ["≤", range.atMost],
  ] as const;
  const tests = bounds.flatMap(([comparator, bound]) =>
    bound === undefined
      ? []
      : [ctx.plan.compare(comparator, input, ctx.plan.constant(bound as number, at), at)],
  );
  if (tests.length) return ctx.plan.all(tests, at);
  report(ctx, fault("empty-group", at.path, { key: "a range" }));
  return ctx.plan.nothing(at);
}

type Literal = string | number | boolean;

function equals(input: NodeId, value: Literal, ctx: Lowering, at: Origin): NodeId {
  const type = ctx.plan.type(input);
  if (typeof value === "string" && type.kind === "list") return ctx.plan.member(input, [value], at);
  return ctx.plan.compare("=", input, ctx.plan.constant(value, at, type), at);
}

function oneOf(input: NodeId, values: readonly Literal[], ctx: Lowering, at: Origin): NodeId {
  const labels = values.filter((v) => typeof v === "string");
  if (labels.length === values.length) return ctx.plan.member(input, labels, at);
  return ctx.plan.any(
    values.map((v) => equals(input, v, ctx, at)),
    at,
  );
}

/** Gives the outcome of the row that counts, by the hit policy. */
function choose(
  body: Body,
  rows: readonly Matched[],
  output: string,
  outcomes: Outcomes,
  at: Origin,
  ctx: Lowering,
): NodeId {
  const ranked = body.hitPolicy === "priority" ? byPriority(body, rows, output, at, ctx) : rows;
  const cases = ranked.flatMap((r) => {
    const value = outcomeOf(r, output, outcomes, ctx);
    return value === undefined ? [] : [{ when: r.when, value, origin: r.origin }];
  });
  const otherwise = otherwiseOf(body, output, outcomes, at, ctx);
  const first = ctx.plan.choose({ cases, otherwise }, at);
  if (body.hitPolicy === "unique") return onlyIf(atMostOne(rows, at, ctx), first, at, ctx);
  return body.hitPolicy === "any"
    ? onlyIf(agreement(rows, output, at, ctx), first, at, ctx)
    : first;
}

function outcomeOf(
  { row, origin }: Matched,
  output: string,
  outcomes: Outcomes,
  ctx: Lowering,
): NodeId | undefined {
  const place = inside(origin, "then", output);
  if (!Object.hasOwn(row.then, output)) {
    const words = { key: output, expected: "what the row gives for this output" };
    report(ctx, fault("missing-key", inside(origin, "then").path, words));
    return undefined;
  }
  const value = row.then[output] as string | number;
  declared(value, outcomes, ctx, place);
  return ctx.plan.constant(value, place);
}

function otherwiseOf(body: Body, output: string, outcomes: Outcomes, at: Origin, ctx: Lowering) {
  const place = inside(at, "otherwise");
  const value = body.otherwise?.[output];
  if (value === undefined) {
    const words = { key: `otherwise.${output}`, expected: "the outcome where no row matches" };
    report(ctx, fault("missing-key", at.path, words));
    return ctx.plan.nothing(place);
  }
  declared(value, outcomes, ctx, place);
  return ctx.plan.constant(value, place);
}

/** Leaves the outcome open where the rows break the table's own promise. */
function onlyIf(promise: NodeId, value: NodeId, at: Origin, ctx: Lowering): NodeId {
  const cases = [{ when: promise, value, origin: at }];
  return ctx.plan.choose({ cases, otherwise: ctx.plan.nothing(at) }, at);
}

function atMostOne(rows: readonly Matched[], at: Origin, ctx: Lowering): NodeId {
  const matching = ctx.plan.count(
    rows.map((r) => r.when),
    at,
  );
  return ctx.plan.compare("≤", matching, ctx.plan.constant(1, at), at);
}

/** Holds where the rows that match all give the same: at most one outcome is among them. */
function agreement(rows: readonly Matched[], output: string, at: Origin, ctx: Lowering): NodeId {
  const groups = new Map<unknown, NodeId[]>();
  for (const r of rows) {
    const outcome = r.row.then[output];
    groups.set(outcome, [...(groups.get(outcome) ?? []), r.when]);
  }
  const some = [...groups.values()].map((whens) => ctx.plan.any(whens, at));
  return ctx.plan.compare("≤", ctx.plan.count(some, at), ctx.plan.constant(1, at), at);
}

/** Sorts rows by the rank of their outcome; those of one outcome stay as written. */
function byPriority(
  body: Body,
  rows: readonly Matched[],
  output: string,
  at: Origin,
  ctx: Lowering,
): readonly Matched[] {
  const outcomes = Object.fromEntries(rows.map((r) => [String(r.row.then[output]), true]));
  if (!body.order) {
    const words = { key: "order", expected: "the outcomes from the first priority to the last" };
    report(ctx, fault("missing-key", at.path, words));
    return rows;
  }
  const ranks = ordered(body.order, outcomes, ctx, at).map(([name]) => name);
  const rank = (r: Matched) => ranks.indexOf(String(r.row.then[output]));
  return [...rows].sort((a, b) => rank(a) - rank(b));
}

/** Gathers the rows that match: their labels as a list, or one number made of their points. */
function collect(
  table: Table,
  rows: readonly Matched[],
  output: string,
  at: Origin,
  ctx: Lowering,
): NodeId {
  const { plan } = ctx;
  const outcomes = table.outputs[output]?.outcomes;
  if ((table.collect ?? "list") === "list") {
    const cases = rows.map((r) => {
      declared(r.row.then[output] ?? "", outcomes, ctx, inside(r.origin, "then", output));
      return { when: r.when, value: String(r.row.then[output]), origin: r.origin };
    });
    return plan.collect({ cases }, at);
  }
  if (table.collect === "count")
    return plan.count(
      rows.map((r) => r.when),
      at,
    );
  const operation = table.collect as "sum" | "minimum" | "maximum";
  const otherwise = otherwiseOf(table, output, outcomes, at, ctx);
  const points = rows.map((r) => new Decimal(Number(r.row.then[output] ?? 0)));
  // A row that fails adds nothing to a sum, and to an extreme the opposite one.
  const neutral =
    operation === "sum"
      ? new Decimal(0)
      : operation === "minimum"
        ? Decimal.max(0, ...points)
        : Decimal.min(0, ...points);
  const gathered = rows.map((r, i) => {
    const value = plan.constant(points[i] ?? 0, r.origin);
    const cases = [{ when: r.when, value, origin: r.origin }];
    return plan.choose({ cases, otherwise: plan.constant(neutral, r.origin) }, r.origin);
  });
  const some = plan.any(
    rows.map((r) => r.when),
    at,
  );
  const cases = [{ when: some, value: plan.arithmetic(operation, gathered, at), origin: at }];
  return plan.choose({ cases, otherwise }, at);
}
