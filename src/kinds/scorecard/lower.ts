import { Decimal } from "../../plan/decimal.ts";
import type { NodeId, Origin } from "../../plan/node.ts";
import type { Part } from "../../plan/plan.ts";
import { fault } from "../../ruleset/fault.ts";
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
  const parts = dimensions.flatMap((d) => [
    d.sum,
    ...d.indicators.flatMap((i) => [i.part, ...i.components]),
  ]);
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
  const indicators = entries.map(([key, indicator]) => {
    const at = { ...partOf(origin, key, indicator, "indicators", key), id: `${card.id}.${key}` };
    const { node, components } = lowerScore(indicator.score, key, inside(at, "score"), ctx);
    within(node, indicator.maximum, at, ctx);
    if (indicator.score.kind === "sum") {
      const maxima = Object.values(indicator.score.parts).map((p) => p.maximum);
      agree(maxima, indicator.maximum, inside(at, "maximum"), ctx);
    }
    return { part: { name: key, role: "indicator", node, origin: at } satisfies Part, components };
  });
  const node = ctx.plan.arithmetic(
    "sum",
    indicators.map((i) => i.part.node),
    origin,
  );
  return { sum: { name, role: "dimension", node, origin } satisfies Part, indicators };
}

/** The points of a score, and the components they are the sum of, if they are one. */
interface Scored {
  readonly node: NodeId;
  readonly components: readonly Part[];
}

type LowerScore<S> = (score: S, name: string, at: Origin, ctx: Lowering) => Scored;

const scores: { [K in keyof Scores]: LowerScore<Scores[K]> } = {
  bands: (s, _, at, ctx) => alone(lowerBands(s, undefined, at, ctx)),
  table: (s, _, at, ctx) => alone(lowerPoints(s, at, ctx)),
  formula: (s, _, at, ctx) => alone(lowerExpression(s.value, ctx, inside(at, "value"))),
  sum(s, name, at, ctx) {
    const components = Object.entries(s.parts).map(([key, part]): Part => {
      const origin = partOf(at, key, part, "parts", key);
      const { node } = lowerScore(part.score, key, inside(origin, "score"), ctx);
      within(node, part.maximum, origin, ctx);
      const capital = `${key[0]?.toUpperCase()}${key.slice(1)}`;
      return { name: name + capital, role: "component", node, origin };
    });
    const node = ctx.plan.arithmetic(
      "sum",
      components.map((c) => c.node),
      at,
    );
    return { node, components };
  },
};

const alone = (node: NodeId): Scored => ({ node, components: [] });

function lowerScore(score: Score, name: string, at: Origin, ctx: Lowering): Scored {
  return (scores[score.kind] as LowerScore<Score>)(score, name, at, ctx);
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
