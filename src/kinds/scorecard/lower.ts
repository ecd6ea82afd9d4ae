import { Decimal } from "../../plan/decimal.ts";
import type { NodeId, Origin } from "../../plan/node.ts";
import type { Part } from "../../plan/plan.ts";
import { fault } from "../../ruleset/diagnostics.ts";
import { lowerBands } from "../bands/lower.ts";
import { lowerExpression } from "../expression.ts";
import { inside, type Lowered, type Lowering, partOf, report } from "../lowering.ts";
import type { DecisionOf } from "../schema.ts";
import { lowerPoints } from "../table/lower.ts";

type Scorecard = DecisionOf<"scorecard">;
type Dimension = Scorecard["dimensions"][string];
type Score = Dimension["indicators"][string]["score"];
type Scores = { [K in Score["kind"]]: Extract<Score, { kind: K }> };

/** Lowers a scorecard: each indicator to points, each dimension and the whole to a sum. */
export function lower(card: Scorecard, at: Origin, ctx: Lowering): Lowered {
  const dimensions = Object.entries(card.dimensions).map(([name, dimension]) =>
    lowerDimension(dimension, partOf(at, name, dimension, "dimensions", name), name, at, ctx),
  );
  const maxima = Object.values(card.dimensions).map((d) => d.maximum);
  agree(maxima, card.maximum, inside(at, "maximum"), ctx);
  const node = ctx.plan.arithmetic(
    "sum",
    dimensions.map((d) => d.sum.node),
    at,
  );
  const parts = dimensions.flatMap((d) => [d.sum, ...d.indicators]);
  return { outcome: { name: at.id, role: "output", node, origin: at }, parts };
}

function lowerDimension(
  dimension: Dimension,
  origin: Origin,
  name: string,
  card: Origin,
  ctx: Lowering,
) {
  const entries = Object.entries(dimension.indicators);
  agree(
    entries.map(([, i]) => i.maximum),
    dimension.maximum,
    inside(origin, "maximum"),
    ctx,
  );
  const indicators = entries.map(([key, indicator]): Part => {
    const at = { ...partOf(origin, key, indicator, "indicators", key), id: `${card.id}.${key}` };
    const node = lowerScore(indicator.score, inside(at, "score"), ctx);
    within(node, indicator.maximum, at, ctx);
    return { name: key, role: "indicator", node, origin: at };
  });
  const node = ctx.plan.arithmetic(
    "sum",
    indicators.map((i) => i.node),
    origin,
  );
  return { sum: { name, role: "dimension", node, origin } satisfies Part, indicators };
}

const scores: { [K in keyof Scores]: (s: Scores[K], at: Origin, ctx: Lowering) => NodeId } = {
  bands: (s, at, ctx) => lowerBands(s, undefined, at, ctx),
  table: (s, at, ctx) => lowerPoints(s, at, ctx),
  formula: (s, at, ctx) => lowerExpression(s.value, ctx, inside(at, "value")),
  sum(s, at, ctx) {
    const parts = Object.entries(s.parts).map(([name, part]) => {
      const origin = partOf(at, name, part, "parts", name);
      const node = lowerScore(part.score, inside(origin, "score"), ctx);
      within(node, part.maximum, origin, ctx);
      return node;
    });
    return ctx.plan.arithmetic("sum", parts, at);
  },
};

function lowerScore(score: Score, at: Origin, ctx: Lowering): NodeId {
  return (scores[score.kind] as (s: Score, at: Origin, ctx: Lowering) => NodeId)(score, at, ctx);
}

/** Refuses maxima that do not add up to the one stated for the whole. */
function agree(maxima: readonly number[], stated: number, at: Origin, ctx: Lowering) {
  const sum = Decimal.sum(0, ...maxima);
  if (sum.eq(stated)) return;
  report(ctx, fault("maximum-sum", at.path, { sum: String(sum), maximum: String(stated) }));
}

/** Refuses points that can go above the indicator's maximum. */
function within(node: NodeId, maximum: number, at: Origin, ctx: Lowering) {
  const type = ctx.plan.type(node);
  if (type.kind !== "number" || type.max <= maximum) return;
  report(
    ctx,
    fault("over-maximum", at.path, { value: String(type.max), maximum: String(maximum) }),
  );
}
