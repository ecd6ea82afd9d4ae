import type { NodeId, Origin } from "../../plan/node.ts";
import { fault } from "../../ruleset/fault.ts";
import { declared, inside, type Lowering, ordered, report } from "../lowering.ts";
import type { Body, Matched, Outcomes } from "./rows.ts";

/** Gives the outcome of the row that counts, by the hit policy. */
export function choose(
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
  matched: Matched,
  output: string,
  outcomes: Outcomes,
  ctx: Lowering,
): NodeId | undefined {
  const value = givenBy(matched, output, outcomes, ctx);
  if (value === undefined) return undefined;
  return ctx.plan.constant(value, inside(matched.origin, "then", output));
}

/** Reads what a row gives for an output, which must be declared. */
export function givenBy(
  { row, origin }: Matched,
  output: string,
  outcomes: Outcomes,
  ctx: Lowering,
): string | number | undefined {
  if (!Object.hasOwn(row.then, output)) {
    const expected = { zh: "这一行对该输出给出的结果", en: "what the row gives for this output" };
    const words = { key: output, expected };
    report(ctx, fault("missing-key", inside(origin, "then").path, words));
    return undefined;
  }
  const value = row.then[output] as string | number;
  declared(value, outcomes, ctx, inside(origin, "then", output));
  return value;
}

/** Reads what the table gives where no row matches; without it the outcome is open there. */
export function otherwiseOf(
  body: Body,
  output: string,
  outcomes: Outcomes,
  at: Origin,
  ctx: Lowering,
) {
  const place = inside(at, "otherwise");
  if (!body.otherwise) return ctx.plan.nothing(at);
  const value = Object.hasOwn(body.otherwise, output) ? body.otherwise[output] : undefined;
  if (value === undefined) {
    const expected = { zh: "没有一行相符时的结果", en: "the outcome where no row matches" };
    const words = { key: output, expected };
    report(ctx, fault("missing-key", place.path, words));
    return ctx.plan.nothing(place);
  }
  declared(value, outcomes, ctx, place);
  return ctx.plan.constant(value, place);
}

/** Leaves the outcome open where the rows break the table's own promise. */
function onlyIf(promise: NodeId, value: NodeId, at: Origin, ctx: Lowering): NodeId {
  const cases = [{ when: promise, value, origin: at, guard: true }];
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
    const expected = {
      zh: "各个结果，按优先次序从先到后",
      en: "the outcomes from the first priority to the last",
    };
    const words = { key: "order", expected };
    report(ctx, fault("missing-key", at.path, words));
    return rows;
  }
  const ranks = ordered(body.order, outcomes, ctx, at).map(([name]) => name);
  const rank = (r: Matched) => ranks.indexOf(String(r.row.then[output]));
  return [...rows].sort((a, b) => rank(a) - rank(b));
}
