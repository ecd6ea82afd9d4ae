import { Decimal } from "../../plan/decimal.ts";
import type { NodeId, Origin } from "../../plan/node.ts";
import type { Part } from "../../plan/plan.ts";
import type { Settled } from "../../ruleset/expression.ts";
import { lowerExpression } from "../expression.ts";
import { inside, type Lowered, type Lowering, partOf } from "../lowering.ts";
import type { DecisionOf } from "../schema.ts";

type Quota = DecisionOf<"quota">;
type Item = Quota["items"][string];
type Need = Settled<Item["need"]>;
type Needs = { [M in Need["method"]]: Extract<Need, { method: M }> };

/** Lowers a quota: for each item the figure, how many are short or over, and whether it is kept. */
export function lower(quota: Quota, at: Origin, ctx: Lowering): Lowered {
  const items = Object.entries(quota.items).map(([name, item]) => {
    const origin = partOf(at, name, item, "items", name);
    return lowerItem(name, item, origin, ctx);
  });
  const parts = items.flatMap((i) => i.parts);
  const checks = items.flatMap((i) => i.checks);
  if (checks.length === 0) return { outcome: parts, parts };
  const node = ctx.plan.all(checks, at);
  return { outcome: { name: at.id, role: "output", node, origin: at }, parts };
}

function lowerItem(name: string, item: Item, origin: Origin, ctx: Lowering) {
  const { plan } = ctx;
  const figure = need(item.need, inside(origin, "need"), ctx);
  const required: Part = { name, role: "item", node: figure, origin, unit: item.unit };
  if (item.have === undefined) return { parts: [required], checks: [] };
  const have = lowerExpression(item.have, ctx, inside(origin, "have"));
  const atMost = item.sense === "at-most";
  const [more, less] = atMost ? [have, figure] : [figure, have];
  const gap = plan.arithmetic("difference", [more, less], origin);
  const none = plan.constant(0, origin);
  const apart = plan.arithmetic("maximum", [gap, none], origin);
  const kept = plan.compare(atMost ? "≤" : "≥", have, figure, origin);
  const detail = (suffix: string, node: NodeId): Part => ({
    name: name + suffix,
    role: "detail",
    node,
    origin: { ...origin, id: origin.id + suffix },
    unit: item.unit,
  });
  const parts = [
    required,
    detail("Short", atMost ? none : apart),
    detail("Over", atMost ? apart : none),
    detail("Compliant", kept),
  ];
  return { parts, checks: [kept] };
}

const needs: { [M in keyof Needs]: (n: Needs[M], at: Origin, ctx: Lowering) => NodeId } = {
  figure: (n, at, ctx) => lowerExpression(n.of, ctx, inside(at, "of")),
  per(n, at, ctx) {
    const dividend = lowerExpression(n.of, ctx, inside(at, "of"));
    const divisor = ctx.plan.constant(n.per, inside(at, "per"));
    return ctx.plan.quotient({ dividend, divisor, scale: 0, rounding: n.rounding }, at);
  },
  share(n, at, ctx) {
    const whole = lowerExpression(n.of, ctx, inside(at, "of"));
    const share = ctx.plan.constant(new Decimal(n.share), inside(at, "share"));
    const of = ctx.plan.arithmetic("product", [whole, share], at);
    return ctx.plan.round({ of, scale: 0, rounding: n.rounding }, at);
  },
};

function need(n: Need, at: Origin, ctx: Lowering): NodeId {
  return (needs[n.method] as (n: Need, at: Origin, ctx: Lowering) => NodeId)(n, at, ctx);
}
