import { type Gives, gives } from "../infer/basis.ts";
import { type Around, type InferredDecision, type KnownValue, number } from "../infer/known.ts";
import type { Flat } from "../infer/parts.ts";
import { type Cases, casesOf, type Declared } from "../infer/value.ts";
import type { WrittenOf } from "../schema.ts";

/** What is known of an appraisal, as a type: points, in all and of each item that is scored. */
export interface Infer<K, C extends Around> {
  readonly outcome: Gives<number, Scoring<ItemsOf<K>[keyof ItemsOf<K>]>, C>;
  readonly parts: Flat<
    Points<ItemsOf<K>, "always", C> &
      Partial<Points<ItemsOf<K>, "sometimes", C>> & { readonly outOf: Gives<number, never, C> }
  >;
}

type ItemsOf<K> = K extends { readonly items: infer I } ? I : never;
type Scoring<T> = T extends { readonly scoring: infer S } ? S : never;

/** Those items that are scored under all readings, or only under some. */
type Points<I, W, C extends Around> = {
  readonly [N in keyof I as Scored<Cases<Scoring<I[N]>>> extends W ? N : never]: Gives<
    number,
    Scoring<I[N]>,
    C
  >;
};
type Scored<S> = [Exclude<S, Unscored>] extends [never]
  ? "never"
  : [Extract<S, Unscored>] extends [never]
    ? "always"
    : "sometimes";
type Unscored = { readonly method: "none" };

/** Tells what is known of an appraisal. */
export function infer({ items }: WrittenOf<"appraisal">, around: Declared): InferredDecision {
  const parts = Object.entries(items).flatMap(([name, { scoring }]): [string, KnownValue][] => {
    const methods = casesOf(scoring).map((s) => s.method);
    const points = gives([number], scoring, around);
    if (methods.every((m) => m === "none")) return [];
    return [[name, methods.includes("none") ? { ...points, optional: true } : points]];
  });
  const scored = Object.values(items).map((i) => i.scoring);
  const outOf = gives([number], [], around);
  return {
    outcome: gives([number], scored, around),
    parts: { ...Object.fromEntries(parts), outOf },
  };
}
