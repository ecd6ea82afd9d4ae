import { Decimal } from "../../plan/decimal.ts";
import type { NodeId, Origin, Value } from "../../plan/node.ts";
import type { NumberType, Type } from "../../plan/type.ts";
import * as types from "../../plan/type.ts";
import { fault } from "../../ruleset/fault.ts";
import type { Text } from "../../ruleset/text.ts";
import { lowerExpression } from "../expression.ts";
import { declared, inside, type Lowered, type Lowering, partOf, report } from "../lowering.ts";
import type { DecisionOf } from "../schema.ts";

type Bands = Pick<DecisionOf<"bands">, "input" | "closed" | "bands" | "exactly">;
type Band = Bands["bands"][string];
type Outcomes = Readonly<Record<string, Text>> | undefined;

/** Lowers bands to a ladder. */
export function lower(bands: DecisionOf<"bands">, at: Origin, ctx: Lowering): Lowered {
  const node = lowerBands(bands, bands.outcomes, at, ctx);
  const { outcomes } = bands;
  return { outcome: { name: at.id, role: "output", node, origin: at, outcomes }, parts: [] };
}

/** Lowers the body of bands, wherever it stands: points where no outcomes are declared. */
export function lowerBands(body: Bands, outcomes: Outcomes, at: Origin, ctx: Lowering): NodeId {
  const input = lowerExpression(body.input, ctx, inside(at, "input"));
  const sorted = inOrder(body.bands, at, ctx);
  const steps = sorted.map(([name, band]) => {
    const origin = partOf(
      at,
      name,
      { ...band, label: band.label ?? termOf(band, outcomes) },
      "bands",
      name,
    );
    declared(band.outcome, outcomes, ctx, inside(origin, "outcome"));
    const from = band.from === undefined ? null : new Decimal(band.from);
    return { from, value: exactValue(band.outcome), origin };
  });
  const values = [
    ...sorted.map(([, b]) => b.outcome),
    ...exactlyOf(body).map(([, e]) => e.outcome),
  ];
  const made = typeOf(values, at, ctx);
  const ladder = ctx.plan.ladder({ input, closed: body.closed, steps }, made, at);
  return exactlyOf(body).length ? withSingles(body, outcomes, input, ladder, at, ctx) : ladder;
}

const exactlyOf = (body: Bands) => Object.entries(body.exactly ?? {});

/** Puts single values before the ladder: the source treats them apart. */
function withSingles(
  body: Bands,
  outcomes: Outcomes,
  input: NodeId,
  ladder: NodeId,
  at: Origin,
  ctx: Lowering,
): NodeId {
  const cases = exactlyOf(body).map(([name, single]) => {
    const label = single.label ?? termOf(single, outcomes);
    const origin = partOf(at, name, { ...single, label }, "exactly", name);
    declared(single.outcome, outcomes, ctx, inside(origin, "outcome"));
    const value = ctx.plan.constant(single.value, origin);
    return {
      when: ctx.plan.compare("=", input, value, origin),
      value: ctx.plan.constant(single.outcome, origin),
      origin,
    };
  });
  return ctx.plan.choose({ cases, otherwise: ladder }, at);
}

/** The official term of a band's outcome, where it is a label. */
function termOf(band: { outcome: string | number }, outcomes: Outcomes): Text | undefined {
  const name = String(band.outcome);
  return outcomes && Object.hasOwn(outcomes, name) ? outcomes[name] : undefined;
}

/** Sorts bands from the lowest to the highest, and refuses two that begin alike. */
function inOrder(bands: Bands["bands"], at: Origin, ctx: Lowering): (readonly [string, Band])[] {
  const entries = Object.entries(bands);
  const lowest = entries.filter(([, b]) => b.from === undefined);
  const path = inside(at, "bands").path;
  if (lowest.length !== 1)
    report(ctx, fault("lowest-band", path, { count: String(lowest.length) }));
  const rest = entries.filter(([, b]) => b.from !== undefined);
  rest.sort(([, a], [, b]) => (a.from as number) - (b.from as number));
  for (const [i, [second, band]] of rest.entries()) {
    const [first, before] = rest[i - 1] ?? [];
    if (first === undefined || before?.from !== band.from) continue;
    report(ctx, fault("duplicate-band", path, { first, second, from: String(band.from) }));
  }
  return [...lowest, ...rest];
}

const exactValue = (outcome: string | number): Value =>
  typeof outcome === "number" ? new Decimal(outcome) : outcome;

function typeOf(values: readonly (string | number)[], at: Origin, ctx: Lowering): Type {
  const of = values.map((v): Type => {
    if (typeof v === "string") return { kind: "label", values: [v] };
    return numberOf(v);
  });
  const joined = types.join(of);
  if (joined) return joined;
  const words = {
    what: { zh: "一组分档", en: "a table of bands" },
    expected: { zh: "选项或分值", en: "labels or points" },
    found: { zh: "两者混用", en: "a mixture of both" },
  };
  report(ctx, fault("type-mismatch", at.path, words));
  return types.any;
}

/** Reads the number type of one literal. */
function numberOf(value: number): NumberType {
  return types.number(new Decimal(value).decimalPlaces(), value, value);
}
