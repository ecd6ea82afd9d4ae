import { Decimal } from "../../plan/decimal.ts";
import type { NodeId, Origin, RankClass, RankKey } from "../../plan/node.ts";
import { fault } from "../../ruleset/fault.ts";
import { suggestion } from "../../ruleset/suggest.ts";
import { conditionOr, lowerExpression } from "../expression.ts";
import {
  declared,
  inside,
  type Lowered,
  type Lowering,
  lowerFact,
  ordered,
  partOf,
  report,
} from "../lowering.ts";
import type { DecisionOf } from "../schema.ts";

type Cut = DecisionOf<"cut">;
type Ranked = Extract<Cut, { method: "rank" }>;
type Quantiles = Extract<Cut, { method: "quantile" }>;

/** Lowers a cut: to a rank cut, or to quantiles and the choice between them. */
export function lower(cut: Cut, at: Origin, ctx: Lowering): Lowered {
  declared(cut.otherwise, cut.outcomes, ctx, inside(at, "otherwise"));
  const { outcomes } = cut;
  const node = cut.method === "rank" ? lowerRank(cut, at, ctx) : lowerQuantiles(cut, at, ctx);
  return { outcome: { name: at.id, role: "output", node, origin: at, outcomes }, parts: [] };
}

function lowerRank(cut: Ranked, at: Origin, ctx: Lowering): NodeId {
  const { barred } = cut;
  const barredAt = inside(at, "barred");
  if (barred && !cut.order.includes(barred.to)) {
    const words = { name: barred.to, ...suggestion(barred.to, cut.order) };
    report(ctx, fault("unknown-outcome", inside(barredAt, "to").path, words));
  }
  return ctx.plan.rankCut(
    {
      over: cut.subject,
      unknown: cut.unknown,
      by: cut.partition.map((f, i) => lowerFact(f, ctx, inside(at, "partition", i))),
      eligible: conditionOr(cut.eligible, true, ctx, inside(at, "eligible")),
      otherwise: cut.otherwise,
      keys: keysOf(cut, at, ctx),
      barred: conditionOr(barred?.when, false, ctx, inside(barredAt, "when")),
      barredTo: barred?.to ?? cut.otherwise,
      barredPlaces: barred?.places ?? "backfill",
      classes: classesOf(cut, at, ctx),
      rounding: cut.rounding,
      scheme: cut.scheme,
      tie: cut.tie === "id" || cut.tie === "keys" ? "by-keys" : cut.tie,
    },
    at,
  );
}

/** The keys of the order; where ties are settled by keys, these and the id come after. */
function keysOf(cut: Ranked, at: Origin, ctx: Lowering): readonly RankKey[] {
  type Key = Ranked["by"][number];
  const lowerKey =
    (...where: readonly string[]) =>
    (key: Key, i: number) => ({
      of: lowerExpression(key.value, ctx, inside(at, ...where, i, "value")),
      descending: key.order === "descending",
    });
  const keys = cut.by.map(lowerKey("by"));
  if (cut.tie !== "id" && cut.tie !== "keys") return keys;
  const more =
    cut.tie === "keys" ? (cut.tieBreak.keys ?? []).map(lowerKey("tieBreak", "keys")) : [];
  const id = {
    of: lowerFact(cut.tieBreak.id, ctx, inside(at, "tieBreak", "id")),
    descending: false,
  };
  return [...keys, ...more, id];
}

function classesOf(cut: Cut, at: Origin, ctx: Lowering): readonly RankClass[] {
  const entries = ordered(cut.order, cut.classes, ctx, at);
  const shares = entries.flatMap(([, c]) => ("share" in c ? [c.share] : []));
  const sum = Decimal.sum(0, ...shares);
  const rest = entries.some(([, c]) => !("share" in c) && !("count" in c));
  if (rest ? sum.gt(1) : !sum.eq(1)) {
    report(ctx, fault("share-sum", inside(at, "classes").path, { sum: sum.toString() }));
  }
  const last = entries.at(-1)?.[0];
  for (const [name, places] of entries.filter(([n]) => n !== last)) {
    if ("share" in places || "count" in places) continue;
    report(ctx, fault("rest-class", inside(at, "classes", name).path, { name }));
  }
  return entries.map(([outcome, places]) => {
    declared(outcome, cut.outcomes, ctx, inside(at, "classes", outcome));
    const origin = partOf(at, outcome, { label: cut.outcomes[outcome] }, "classes", outcome);
    return { outcome, places: placesOf(places), minimum: places.minimum ?? 0, origin };
  });
}

function placesOf(places: Cut["classes"][string]): RankClass["places"] {
  if ("share" in places) return { share: new Decimal(places.share) };
  return "count" in places ? { count: places.count } : "rest";
}

/** Cuts at quantiles: the lowest class below the first cut, each next one from its cut on. */
function lowerQuantiles(cut: Quantiles, at: Origin, ctx: Lowering): NodeId {
  const { plan } = ctx;
  const input = lowerExpression(cut.input, ctx, inside(at, "input"));
  const eligible = conditionOr(cut.eligible, true, ctx, inside(at, "eligible"));
  const by = cut.partition.map((f, i) => lowerFact(f, ctx, inside(at, "partition", i)));
  const classes = classesOf(cut, at, ctx);
  let below = new Decimal(0);
  const cuts = classes.slice(0, -1).map((c) => {
    below = below.plus(typeof c.places === "object" && "share" in c.places ? c.places.share : 0);
    const shared = {
      where: eligible,
      by,
      over: cut.subject,
      unknown: cut.unknown,
      scale: 0,
      rounding: "half-up" as const,
    };
    const node = { operation: "quantile" as const, of: input, at: below, ...shared };
    return plan.aggregate(node, c.origin);
  });
  const comparator = cut.closed === "lower" ? "≥" : ">";
  const cases = cuts.map((cutPoint, i) => {
    const { outcome, origin } = classes[i + 1] as RankClass;
    const when = plan.compare(comparator, input, cutPoint, origin);
    return { when, value: plan.constant(outcome, origin), origin };
  });
  const lowest = classes[0] as RankClass;
  const otherwise = plan.constant(lowest.outcome, lowest.origin);
  const value = plan.choose({ cases: cases.reverse(), otherwise }, at);
  const ranked = [{ when: eligible, value, origin: at }];
  return plan.choose({ cases: ranked, otherwise: plan.constant(cut.otherwise, at) }, at);
}
