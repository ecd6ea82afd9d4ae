import type { NodeId, Origin } from "../../plan/node.ts";
import type { Settled } from "../../ruleset/expression.ts";
import { fault } from "../../ruleset/fault.ts";
import { suggestion } from "../../ruleset/suggest.ts";
import type { Text } from "../../ruleset/text.ts";
import { lowerExpression } from "../expression.ts";
import { inside, type Lowering, ordered, partOf, report } from "../lowering.ts";
import type { DecisionOf } from "../schema.ts";
import type { Cell } from "./schema.ts";

export type Table = DecisionOf<"table">;
export type Body = Pick<Table, "hitPolicy" | "inputs" | "rows" | "order" | "otherwise">;
type Row = Body["rows"][string];
export type Outcomes = Readonly<Record<string, Text>> | undefined;

/** A row as nodes: the condition that it matches, and where it stands. */
export interface Matched {
  readonly name: string;
  readonly row: Row;
  readonly when: NodeId;
  readonly origin: Origin;
}

/** Refuses an output, in a row or in `otherwise`, that the table does not have. */
export function knownOutputs(body: Body, outputs: readonly string[], at: Origin, ctx: Lowering) {
  const check = (given: object, place: Origin) => {
    for (const key of Object.keys(given)) {
      if (outputs.includes(key)) continue;
      const words = { key, ...suggestion(key, outputs) };
      report(ctx, fault("unknown-key", inside(place, key).path, words));
    }
  };
  for (const [name, row] of Object.entries(body.rows))
    check(row.then, inside(at, "rows", name, "then"));
  check(body.otherwise ?? {}, inside(at, "otherwise"));
}

/** Lowers every row to the condition that it matches. */
export function matchRows(body: Body, at: Origin, ctx: Lowering): readonly Matched[] {
  const inputs = new Map(
    Object.entries(body.inputs).map(([name, input]) => [
      name,
      lowerExpression(input.value, ctx, {
        ...partOf(at, name, input, "inputs", name, "value"),
        citation: at.citation,
      }),
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
  const expected = {
    zh: "各行的名称，按逐行比对的次序",
    en: "the rows in the order in which they are tried",
  };
  const words = { key: "order", expected };
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
  report(ctx, fault("empty-group", at.path, { key: "{}" }));
  return ctx.plan.nothing(at);
}

type Literal = string | number | boolean;

function equals(input: NodeId, value: Literal, ctx: Lowering, at: Origin): NodeId {
  const type = ctx.plan.type(input);
  if (typeof value === "string" && type.kind === "list") return ctx.plan.member(input, [value], at);
  return ctx.plan.compare("=", input, lowerExpression(value, ctx, at, type), at);
}

function oneOf(input: NodeId, values: readonly Literal[], ctx: Lowering, at: Origin): NodeId {
  const labels = values.filter((v) => typeof v === "string");
  const isDay = ctx.plan.type(input).kind === "date";
  if (labels.length === values.length && !isDay) return ctx.plan.member(input, labels, at);
  return ctx.plan.any(
    values.map((v) => equals(input, v, ctx, at)),
    at,
  );
}
