import type { Arbitrary } from "fast-check";
import { Decimal } from "../../plan/decimal.ts";
import { dayMoved } from "../../ruleset/literals.ts";
import type { Fact } from "../../ruleset/schema/fact.ts";

/** The library of property tests, as its caller imports it. */
export type FastCheck = typeof import("fast-check")["default"];

type Edges = readonly (number | string)[];
type FactOf<T extends Fact["type"]> = Extract<Fact, { type: T }>;
type Generate = {
  [T in Fact["type"]]: (fc: FastCheck, fact: FactOf<T>, edges: Edges) => Arbitrary<unknown>;
};

/** How far a number goes that has no least or most of its own. */
const farthest = 1_000_000;

/** The values of each type of fact, drawn towards where the rules cut them: one total table. */
const generate: Generate = {
  number: numbers,
  boolean: (fc) => fc.boolean(),
  date(fc, _, edges) {
    const days = edges.filter((e) => typeof e === "string");
    const near = days.flatMap((day) => [day, dayMoved(day, -1), dayMoved(day, 1)]);
    const any = fc.integer({ min: 0, max: 365 * 40 }).map((days) => dayMoved("1995-01-01", days));
    return near.length === 0 ? any : fc.oneof(fc.constantFrom(...near), any);
  },
  text: (fc, _, edges) => fc.constantFrom("a", "b", "c", ...edges.map(String)),
  label: (fc, { values }) => fc.constantFrom(...Object.keys(values)),
  list: (fc, { values }) => fc.subarray(Object.keys(values)),
};

/** Values of a fact; two of three numbers lie on a threshold, or one step of the fact beside it. */
export function valuesFor(fc: FastCheck, fact: Fact, edges: Edges): Arbitrary<unknown> {
  return (generate[fact.type] as (fc: FastCheck, f: Fact, e: Edges) => Arbitrary<unknown>)(
    fc,
    fact,
    edges,
  );
}

/** Numbers are drawn in whole steps, so that none has more decimals than the fact. */
function numbers(fc: FastCheck, fact: FactOf<"number">, edges: Edges): Arbitrary<number> {
  const unit = new Decimal(10).pow(fact.scale);
  const [least, most] = [fact.min ?? -farthest, fact.max ?? farthest].map((n) => unit.times(n));
  const [low, high] = [(least as Decimal).ceil(), (most as Decimal).floor()];
  const near = edges.flatMap((edge) => {
    if (typeof edge !== "number") return [];
    const [below, above] = [unit.times(edge).floor(), unit.times(edge).ceil()];
    return [below.minus(1), below, above, above.plus(1)].filter((n) => n.gte(low) && n.lte(high));
  });
  // Where numbers that are near no threshold begin: 0, or what the fact can have that is nearest to it.
  const plain = Decimal.max(low, Decimal.min(high, 0));
  const inSteps = fc.maxSafeInteger().map((n) => {
    const room = high.minus(low).plus(1);
    return low.plus(plain.minus(low).plus(new Decimal(n).abs()).mod(room));
  });
  const small = fc.nat({ max: 9 }).map((n) => Decimal.min(plain.plus(n), high));
  const steps =
    near.length === 0
      ? fc.oneof(small, inSteps)
      : fc.oneof({ weight: 4, arbitrary: fc.constantFrom(...near) }, small, inSteps);
  return steps.map((n) => n.div(unit).toNumber());
}
