import fc from "fast-check";
import { condition, type FactName, numeric } from "../analyze/arbitraries.ts";
import { formula, type Json, named, terms } from "../kinds/tiny.ts";

/*
 * The kinds and operations that rest on a population, in every way the language has.
 */

const scope = (facts: readonly FactName[]) => ({ facts, before: [] });
const rounding = fc.constantFrom("ceil", "floor", "half-up", "half-even");
const unknown = fc.constantFrom("left-out", "undetermined");
const partition = fc.constantFrom<readonly string[]>([], ["city"], ["city", "l"]);
const optional = <T>(of: fc.Arbitrary<T>) => fc.option(of, { nil: undefined });
/** An object without what was not drawn. */
const drawn = (of: Readonly<Record<string, fc.Arbitrary<unknown>>>) =>
  fc
    .record(of)
    .map((r): Json => Object.fromEntries(Object.entries(r).filter(([, v]) => v !== undefined)));

/** A choice by the reading `way`, where two are drawn. */
const byReading = <T>(of: fc.Arbitrary<T>) =>
  fc.oneof(
    of,
    fc.tuple(of, of).map(([one, other]) => ({ reading: "way", cases: { one, other } })),
  );

const key = (of: fc.Arbitrary<unknown>) =>
  fc.record({ value: of, order: fc.constantFrom("ascending", "descending") });

const rest = { C: {} };
const minimum = optional(fc.constantFrom(0, 1, 2));
const classes = fc.oneof(
  fc
    .tuple(drawn({ share: fc.constantFrom(0.05, 0.3), minimum }), fc.constantFrom(0.2, 0.5))
    .map(([A, share]) => ({ A, B: { share }, ...rest })),
  fc.constant({ A: { share: 0.2 }, B: { share: 0.3 }, C: { share: 0.5 } }),
  drawn({ count: fc.constantFrom(0, 1), minimum }).map((A) => ({ A, B: { count: 2 }, ...rest })),
);

const order = ["A", "B", "C"];
const outcomes = terms("A", "B", "C", "none");

export function ranked(facts: readonly FactName[]): fc.Arbitrary<Json> {
  const value = fc.oneof(numeric(scope(facts), 0), numeric(scope(facts), 1));
  const when = condition(scope(facts), 1);
  const barred = fc.record({
    when,
    to: fc.constantFrom("B", "C"),
    places: byReading(fc.constantFrom("backfill", "place-stays-empty", "out-of-the-base")),
  });
  const tieBreak = drawn({
    keys: optional(fc.array(key(value), { maxLength: 1 })),
    id: fc.constant("accountId"),
  });
  return drawn({
    method: fc.constant("rank"),
    partition,
    unknown,
    eligible: optional(when),
    otherwise: fc.constant("none"),
    by: fc.array(key(value), { minLength: 1, maxLength: 2 }),
    classes,
    rounding,
    scheme: byReading(fc.constantFrom("cumulative", "separate", "largest-remainder")),
    tie: byReading(fc.constantFrom("all-up", "all-down", "id", "keys")),
    tieBreak,
    barred: optional(barred),
  }).map((body) => ({ ...body, order, outcomes }));
}

export function quantiled(facts: readonly FactName[]): fc.Arbitrary<Json> {
  return drawn({
    method: fc.constant("quantile"),
    partition,
    unknown,
    eligible: optional(condition(scope(facts), 0)),
    otherwise: fc.constant("none"),
    input: numeric(scope(facts), 1),
    definition: fc.constant(7),
    closed: byReading(fc.constantFrom("lower", "upper")),
    classes: fc.constantFrom(
      { A: { share: 0.25 }, B: { share: 0.25 }, C: { share: 0.5 } },
      { A: { share: 0.1 }, B: { share: 0.2 }, C: { share: 0.7 } },
    ),
  }).map((body) => ({ ...body, order, outcomes }));
}

/** A figure over the accounts. */
export function aggregate(facts: readonly FactName[], by = partition): fc.Arbitrary<Json> {
  const shared = { over: fc.constant("account"), by, unknown: byReading(unknown) };
  const of = numeric(scope(facts), 1);
  const where = optional(condition(scope(facts), 0));
  const rounded = { scale: fc.constantFrom(0, 1, 2), rounding };
  return fc.oneof(
    drawn({ aggregate: fc.constantFrom("sum", "minimum", "maximum"), ...shared, of, where }),
    drawn({ aggregate: fc.constant("count"), ...shared, where }),
    drawn({ aggregate: fc.constant("mean"), ...shared, of, where, ...rounded }),
    drawn({
      ...{ aggregate: fc.constant("quantile"), ...shared, of, where, ...rounded },
      at: fc.constantFrom(0, 0.25, 0.5, 0.9, 1),
    }),
  );
}

/** What is computed of one figure over the accounts and one of the subject's own. */
export const aggregated = (facts: readonly FactName[], by = partition) =>
  fc
    .tuple(aggregate(facts, by), aggregate(facts, by))
    .map(([a, b]) => formula({ difference: [a, b] }));

const rate = (facts: readonly FactName[]) =>
  numeric(scope(facts), 1).map((n) => ({ minimum: [{ maximum: [n, 0] }, 1] }));

/** An appraisal with items of every method. */
export function appraised(facts: readonly FactName[]): fc.Arbitrary<Json> {
  const share = fc.constantFrom(0.02, 0.25, 0.5, 1);
  const rounded = { scale: fc.constantFrom(0, 1, 2), rounding };
  const scoring = fc.oneof(
    fc.record({ method: fc.constant("none") }),
    fc.record({ method: fc.constant("proportional"), rate: rate(facts) }),
    fc.record({ method: fc.constant("deduction"), rate: rate(facts), free: share }),
    fc.record({
      ...{ method: fc.constant("gated-proportional"), rate: rate(facts), gate: share, ...rounded },
      atGate: byReading(fc.constantFrom("scores", "zero")),
      proportion: byReading(fc.constantFrom("rescaled", "rate-times-points")),
    }),
    fc.record({
      ...{ method: fc.constant("relative-linear"), measure: numeric(scope(facts), 1), ...rounded },
      ...{ over: fc.constant("account"), by: partition, unknown, lowest: fc.constantFrom(0, 1) },
      allEqual: byReading(fc.constantFrom("max", "min", "mid")),
    }),
  );
  const item = fc
    .tuple(scoring, fc.constantFrom(1, 4, 10))
    .map(([s, points]) => ({ ...named("item"), points, scoring: s }));
  return fc
    .tuple(
      fc.array(item, { minLength: 1, maxLength: 3 }),
      byReading(fc.constantFrom("none", "zero")),
    )
    .map(([items, floor]) => ({
      floor,
      items: Object.fromEntries(items.map((i, k) => [`item${k}`, i])),
    }));
}
