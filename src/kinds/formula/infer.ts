import { type BasisOf, basisOf } from "../infer/basis.ts";
import type { Around, Form, InferredDecision, Keys, KnownValue } from "../infer/known.ts";
import { type AsOutcome, asOutcome } from "../infer/parts.ts";
import { type Declared, formsOf, type ValueOf } from "../infer/value.ts";
import type { WrittenOf } from "../schema.ts";

/** What is known of a formula, as a type: its outputs, undefined where a divisor can be zero. */
export type Infer<K, C extends Around> = K extends { readonly outputs: infer O }
  ? AsOutcome<{ readonly [N in keyof O]: Output<O[N], C> }>
  : never;

interface Output<O, C extends Around> {
  readonly value: O extends { readonly value: infer V } ? Termed<ValueOf<V, C>, O> : never;
  readonly basis: O extends { readonly value: infer V } ? BasisOf<V, C> : never;
}

/** Where a value comes to labels, they are those that have their terms there. */
type Termed<V, O> = V extends string
  ? string extends V
    ? V
    : O extends { readonly outcomes: infer L extends object }
      ? `${Keys<L>}`
      : V
  : V;

/** Tells what is known of a formula. */
export function infer(formula: WrittenOf<"formula">, around: Declared): InferredDecision {
  const outputs = Object.entries(formula.outputs);
  const parts = outputs.map(([name, o]): [string, KnownValue] => {
    const value = formsOf(o.value, around).map((form) => termed(form, o.outcomes));
    return [name, { value, basis: basisOf(o.value, around) }];
  });
  return asOutcome(Object.fromEntries(parts));
}

const termed = (form: Form, outcomes: object | undefined): Form =>
  form.kind === "label" && outcomes ? { ...form, values: Object.keys(outcomes) } : form;
