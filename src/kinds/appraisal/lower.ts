import { Decimal } from "../../plan/decimal.ts";
import type { NodeId, Origin } from "../../plan/node.ts";
import type { Part } from "../../plan/plan.ts";
import type { Settled } from "../../ruleset/expression.ts";
import { fault } from "../../ruleset/fault.ts";
import { suggestion } from "../../ruleset/suggest.ts";
import { lowerExpression } from "../expression.ts";
import { inside, type Lowered, type Lowering, lowerFact, partOf, report } from "../lowering.ts";
import type { DecisionOf } from "../schema.ts";
import type { Scoring as WrittenScoring } from "./schema.ts";

type Appraisal = DecisionOf<"appraisal">;
type Scoring = Settled<WrittenScoring>;
type Scored = Exclude<Scoring, { method: "none" }>;
type Methods = { [M in Scored["method"]]: Extract<Scored, { method: M }> };

/** Lowers an appraisal: the points of each item, their total, and the points it is out of. */
export function lower(appraisal: Appraisal, at: Origin, ctx: Lowering): Lowered {
  const items = Object.entries(appraisal.items).flatMap(([name, item]) => {
    if (item.scoring.method === "none") return [];
    const origin = partOf(at, name, item, "items", name);
    const node = score(item.scoring, item.points, inside(origin, "scoring"), ctx);
    return [{ part: { name, role: "item", node, origin } satisfies Part, item }];
  });
  const deducts = (i: (typeof items)[number]) => i.item.scoring.method === "deduction";
  const full = Decimal.sum(0, ...items.filter((i) => !deducts(i)).map((i) => i.item.points));
  const zero = ctx.plan.constant(0, at);
  const sum =
    items.length === 0
      ? zero
      : ctx.plan.arithmetic(
          "sum",
          items.map((i) => i.part.node),
          at,
        );
  const node = appraisal.floor === "zero" ? ctx.plan.arithmetic("maximum", [sum, zero], at) : sum;
  const outOf: Part = {
    name: "outOf",
    role: "detail",
    node: ctx.plan.constant(full, at),
    origin: at,
  };
  return {
    outcome: { name: at.id, role: "output", node, origin: at },
    parts: [...items.map((i) => i.part), outOf],
  };
}

type LowerMethod = {
  [M in keyof Methods]: (s: Methods[M], points: number, at: Origin, ctx: Lowering) => NodeId;
};

const methods: LowerMethod = {
  proportional: (s, points, at, ctx) => times(rateOf(s, at, ctx), points, at, ctx),
  "gated-proportional": (s, points, at, ctx) => {
    const { plan } = ctx;
    const rate = rateOf(s, at, ctx);
    const gate = plan.constant(s.gate, inside(at, "gate"));
    const passes = plan.compare(s.atGate === "scores" ? "≥" : ">", rate, gate, at);
    const full = plan.constant(points, at);
    const scored =
      s.proportion === "rescaled"
        ? s.gate === 1
          ? full
          : rescaled(
              { ...s, value: rate, from: gate, to: plan.constant(1, at) },
              0,
              points,
              at,
              ctx,
            )
        : times(rate, points, at, ctx);
    const cases = [{ when: passes, value: scored, origin: at }];
    return plan.choose({ cases, otherwise: plan.constant(0, at) }, at);
  },
  "relative-linear": (s, points, at, ctx) => lowerRelative(s, points, at, ctx),
  deduction: (s, points, at, ctx) => {
    const { plan } = ctx;
    const rate = rateOf(s, at, ctx);
    const lost = plan.arithmetic("difference", [rate, plan.constant(1, at)], at);
    const free = plan.compare("≥", rate, plan.constant(s.free, inside(at, "free")), at);
    const cases = [{ when: free, value: plan.constant(0, at), origin: at }];
    return plan.choose({ cases, otherwise: times(lost, points, at, ctx) }, at);
  },
};

function score(scoring: Scored, points: number, at: Origin, ctx: Lowering): NodeId {
  type Any = (s: Scored, points: number, at: Origin, ctx: Lowering) => NodeId;
  return (methods[scoring.method] as Any)(scoring, points, at, ctx);
}

function rateOf(s: { rate: Methods["proportional"]["rate"] }, at: Origin, ctx: Lowering): NodeId {
  return lowerExpression(s.rate, ctx, inside(at, "rate"));
}

function times(rate: NodeId, points: number, at: Origin, ctx: Lowering): NodeId {
  return ctx.plan.arithmetic("product", [rate, ctx.plan.constant(points, at)], at);
}

/** The units compared must be the ones appraised. */
function aboutPopulation(over: string, ctx: Lowering, at: Origin) {
  if (over === ctx.subject) return;
  const known = ctx.subjects.includes(over);
  const words = { name: over, ...suggestion(over, ctx.subjects) };
  const other = { name: over, belongs: `\`${over}\``, subject: ctx.subject };
  report(
    ctx,
    known ? fault("other-subject", at.path, other) : fault("unknown-subject", at.path, words),
  );
}

/** From `low` points at the lowest unit to all points at the highest, linear between. */
function lowerRelative(
  s: Methods["relative-linear"],
  points: number,
  at: Origin,
  ctx: Lowering,
): NodeId {
  const { plan } = ctx;
  const measure = lowerExpression(s.measure, ctx, inside(at, "measure"));
  const by = s.by.map((f, i) => lowerFact(f, ctx, inside(at, "by", i)));
  const { over, unknown } = s;
  aboutPopulation(over, ctx, inside(at, "over"));
  const where = plan.constant(true, at);
  const shared = { of: measure, where, by, over, unknown, at: null, scale: 0 };
  const end = (operation: "minimum" | "maximum") =>
    plan.aggregate({ operation, ...shared, rounding: "half-up" }, inside(at, operation));
  const [from, to] = [end("minimum"), end("maximum")];
  // All are equal only where this unit is known to be one of them.
  const alike = [plan.compare("=", from, to, at), plan.compare("=", measure, to, at)];
  const equal = plan.all(alike, at);
  const middle = new Decimal(s.lowest).plus(points).div(2);
  const value = { max: new Decimal(points), min: new Decimal(s.lowest), mid: middle }[s.allEqual];
  const cases = [{ when: equal, value: plan.constant(value, inside(at, "allEqual")), origin: at }];
  const otherwise = rescaled({ ...s, value: measure, from, to }, s.lowest, points, at, ctx);
  return plan.choose({ cases, otherwise }, at);
}

interface Rescaled {
  readonly value: NodeId;
  readonly from: NodeId;
  readonly to: NodeId;
  readonly scale: number;
  readonly rounding: Methods["relative-linear"]["rounding"];
}

/** `low` points at `from`, `high` at `to`, linear between, and never outside the two. */
function rescaled(r: Rescaled, low: number, high: number, at: Origin, ctx: Lowering): NodeId {
  const { plan } = ctx;
  const number = (value: Decimal | number) => plan.constant(new Decimal(value), at);
  const span = number(new Decimal(high).minus(low));
  const above = plan.arithmetic("difference", [r.value, r.from], at);
  const dividend = plan.arithmetic("product", [span, above], at);
  const divisor = plan.arithmetic("difference", [r.to, r.from], at);
  const risen = plan.quotient({ dividend, divisor, scale: r.scale, rounding: r.rounding }, at);
  const points = plan.arithmetic("sum", [number(low), risen], at);
  const atMost = plan.arithmetic("minimum", [points, number(Math.max(low, high))], at);
  return plan.arithmetic("maximum", [atMost, number(Math.min(low, high))], at);
}
