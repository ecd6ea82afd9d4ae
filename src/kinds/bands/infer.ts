import { type Gives, gives } from "../infer/basis.ts";
import type { Around, Form, InferredDecision, Keys } from "../infer/known.ts";
import { type Cases, casesOf, type Declared, formsOf, type ValueOf } from "../infer/value.ts";
import type { WrittenOf } from "../schema.ts";

/** What is known of bands, as a type: one of the outcomes, or points. */
export interface Infer<K, C extends Around> {
  readonly outcome: K extends { readonly input: infer I; readonly bands: infer B }
    ? Gives<OutcomeOf<K, B, C>, I, C>
    : never;
  readonly parts: Readonly<Record<never, never>>;
}

type OutcomeOf<K, B, C extends Around> = K extends { readonly outcomes: infer O extends object }
  ? `${Keys<O>}`
  : ValueOf<Stated<B> | (K extends { readonly exactly: infer E } ? Stated<Cases<E>> : never), C>;
type Stated<B> = B extends { readonly [N in keyof B]: { readonly outcome: infer O } } ? O : never;

/** Tells what is known of bands. */
export function infer(bands: WrittenOf<"bands">, around: Declared): InferredDecision {
  return { outcome: gives(outcomesOf(bands, around), bands.input, around), parts: {} };
}

function outcomesOf(bands: WrittenOf<"bands">, around: Declared): readonly Form[] {
  const { outcomes, exactly } = bands;
  if (outcomes) return [{ kind: "label", values: Object.keys(outcomes) }];
  const stated = [bands.bands, ...(exactly ? casesOf(exactly) : [])].flatMap(Object.values);
  return stated.flatMap((b) => formsOf(b.outcome, around));
}
