import type { GrainOf } from "./infer/basis.ts";
import type { FactOf, SettingOf } from "./infer/declared.ts";
import type { Inferred, Known } from "./infer/known.ts";
import type { DocumentType, InferredIn } from "./infer.ts";

/** The facts and outcomes of a document, told from its literal: what `tiercut types` writes of it. */
export interface SpecOf<D extends DocumentType> {
  readonly facts: {
    readonly [S in keyof D["subjects"]]: {
      readonly [N in keyof D["facts"] as S extends OwnersOf<D["facts"][N]> ? N : never]?:
        | FactOf<D["facts"][N]>
        | null
        | undefined;
    };
  };
  readonly parameters: { readonly [P in keyof D["parameters"]]: SettingOf<D["parameters"][P]> };
  readonly decisions: {
    readonly [N in keyof D["decisions"]]: DecisionSpecOf<D["decisions"][N], InferredIn<D>[N]>;
  };
}

type OwnersOf<T> = T extends { readonly subjects: readonly (infer S)[] } ? S : never;

interface DecisionSpecOf<K, I> {
  readonly subject: K extends { readonly subject: infer S } ? S : never;
  readonly grain: GrainOf<AllBasis<I>>;
  readonly outcome: I extends { readonly outcome: infer O }
    ? Told<O>["whole"]
    : PartsOf<I>["parts"];
  readonly parts: PartsOf<I>["parts"];
}

/* Editors show what a property is, and of any other type the name: these two are never shown. */
interface PartsOf<I> {
  readonly parts: I extends { readonly parts: infer P }
    ? { readonly [N in keyof P]: Told<P[N]>["whole"] }
    : never;
}
interface Told<T> {
  readonly whole: T extends Known
    ? T["value"] | ("divisor" extends T["basis"] ? "undefined" : never)
    : never;
}

/** What all rests on that is there under every reading; what the rest does, the outcome does too. */
type AllBasis<I> = I extends Inferred
  ? Extract<I["outcome"] | I["parts"][Always<I["parts"]>], Known>["basis"]
  : never;
type Always<P> = keyof {
  [N in keyof P as P extends { readonly [_ in N]: unknown } ? N : never]: N;
};
