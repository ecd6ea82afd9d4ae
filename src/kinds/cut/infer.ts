import type { InferredDecision, Keys } from "../infer/known.ts";
import type { WrittenOf } from "../schema.ts";

/** What is known of a cut, as a type: one of the classes, which is a place in a population. */
export interface Infer<K> {
  readonly outcome: {
    readonly value: K extends { readonly outcomes: infer O } ? `${Keys<O>}` : never;
    readonly basis: "population";
  };
  readonly parts: Readonly<Record<never, never>>;
}

/** Tells what is known of a cut. */
export function infer({ outcomes }: WrittenOf<"cut">): InferredDecision {
  const classes = { kind: "label" as const, values: Object.keys(outcomes) };
  return { outcome: { value: [classes], basis: ["population"] }, parts: {} };
}
