import type { Arbitrary } from "fast-check";
import type { Ruleset } from "../../kinds/ruleset.ts";
import { loadRuleset } from "../../load/load.ts";
import { Decimal } from "../../plan/decimal.ts";
import { dayMoved } from "../../ruleset/literals.ts";
import type { Parameter } from "../../ruleset/schema/parameter.ts";
import type { FastCheck } from "./value.ts";

/** A local variant: the base it is of, and the parameters it sets. */
export interface VariantDocument {
  readonly language: "1";
  readonly id: string;
  readonly version: "1.0.0";
  readonly label: { readonly zh: string; readonly en: string };
  readonly extends: { readonly id: string; readonly version: string };
  readonly parameters: Readonly<Record<string, number | string>>;
}

type ParameterOf<T extends Parameter["type"]> = Extract<Parameter, { type: T }>;
type Others = {
  [T in Parameter["type"]]: (fc: FastCheck, p: ParameterOf<T>) => Arbitrary<number | string>;
};

/** What else each type of parameter could be: a step beside its default before anything far off. */
const others: Others = {
  number(fc, { default: own, scale, min, max }) {
    const unit = new Decimal(10).pow(scale);
    const [low, high] = [unit.times(min).ceil(), unit.times(max).floor()];
    const from = unit.times(own ?? min);
    const near = [from.plus(1), from.minus(1)].filter((n) => n.gte(low) && n.lte(high));
    const far = fc.nat().map((n) => low.plus(new Decimal(n).mod(high.minus(low).plus(1))));
    const steps = near.length > 0 ? fc.oneof(fc.constantFrom(...near), far) : far;
    return steps.map((n) => n.div(unit).toNumber());
  },
  date: (fc, { default: own = "2000-01-01" }) =>
    fc.oneof(
      fc.constantFrom(dayMoved(own, 1), dayMoved(own, -1)),
      fc.integer({ min: -2000, max: 2000 }).map((by) => dayMoved(own, by)),
    ),
  reading: (fc, { readings }) => fc.constantFrom(...Object.keys(readings)),
};

/**
 * Derives a generator of local variants from a ruleset: up to three parameters set, within what the
 * ruleset lets a variant change.
 *
 * @param ruleset - from `loadRuleset`, or one of the shipped ones
 * @param fc - fast-check, as you import it
 * @returns documents that load, with the ruleset among `documents`; they shrink towards the ruleset
 *   as it is
 * @example
 * ```ts
 * import fc from "fast-check";
 * import { loadRuleset } from "tiercut";
 * import { ruleset } from "tiercut/xian-unicom-2012";
 * import { variantOf } from "tiercut/testing";
 *
 * const documents = [ruleset.document];
 * const loads = fc.property(variantOf(ruleset, fc), (v) => loadRuleset(v, { documents }).ok);
 * fc.assert(loads, { numRuns: 5 });
 * ```
 */
export function variantOf(ruleset: Ruleset<unknown>, fc: FastCheck): Arbitrary<VariantDocument> {
  const { id, version, parameters } = ruleset.document;
  const documents = [ruleset.document];
  const loads = (variant: VariantDocument) => loadRuleset(variant, { documents }).ok;
  const names = Object.keys(parameters).filter((name) => parameters[name]?.change !== "fixed");
  return fc
    .subarray(names, { maxLength: Math.min(3, names.length) })
    .chain((some) => {
      const each = some.map((name) => [name, othersOf(fc, parameters[name] as Parameter)] as const);
      return fc.record(Object.fromEntries(each));
    })
    .map(
      (set): VariantDocument => ({
        language: "1",
        id: `${id}-variant`,
        version: "1.0.0",
        label: { zh: "变体", en: "a variant" },
        extends: { id, version: `^${version}` },
        parameters: set,
      }),
    )
    .filter(loads);
}

const othersOf = (fc: FastCheck, parameter: Parameter) =>
  (others[parameter.type] as (fc: FastCheck, p: Parameter) => Arbitrary<number | string>)(
    fc,
    parameter,
  );
