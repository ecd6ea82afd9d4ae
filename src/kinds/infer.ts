import type * as bands from "./bands/infer.ts";
import type { FactOf, SettingOf } from "./infer/declared.ts";
import type { Around, Inferred, Known } from "./infer/known.ts";
import type * as rule from "./rule/infer.ts";

/** What is known of a decision of each kind: one total table, as a type. */
interface Kinds<K, C extends Around> {
  rule: rule.Infer<K, C>;
  bands: bands.Infer<K, C>;
}

/** What is known of each decision of a document. */
type Decisions<D extends Document> = {
  readonly [N in keyof D["decisions"]]: D["decisions"][N] extends infer K extends {
    readonly kind: keyof Kinds<never, Around>;
  }
    ? Kinds<K, Within<D, K>>[K["kind"]]
    : never;
};

interface Within<D extends Document, K> {
  readonly facts: D["facts"];
  readonly parameters: D["parameters"];
  readonly conditions: K extends { readonly conditions: infer N extends object }
    ? N
    : Readonly<Record<never, never>>;
  readonly decisions: Decisions<D>;
}

interface Document {
  readonly subjects: object;
  readonly facts: object;
  readonly parameters: object;
  readonly decisions: object;
}

/** The facts and outcomes of a document, told from its literal. */
export interface SpecOf<D extends Document> {
  readonly facts: { readonly [S in keyof D["subjects"]]: FactsOf<D["facts"], S> };
  readonly parameters: {
    readonly [P in keyof D["parameters"]]: SettingOf<D["parameters"][P]>;
  };
  readonly decisions: {
    readonly [N in keyof D["decisions"]]: DecisionSpecOf<D["decisions"][N], Decisions<D>[N]>;
  };
}

type FactsOf<F, S> = {
  readonly [N in keyof F as F[N] extends { readonly subjects: readonly (infer O)[] }
    ? S extends O
      ? N
      : never
    : never]?: FactOf<F[N]> | null | undefined;
};

interface DecisionSpecOf<K, I> {
  readonly subject: K extends { readonly subject: infer S } ? S : never;
  readonly grain: GrainOf<MarksOf<I>>;
  readonly outcome: I extends { readonly outcome: infer O } ? Told<O> : PartsOf<I>;
  readonly parts: PartsOf<I>;
}

type PartsOf<I> = I extends { readonly parts: infer P }
  ? { readonly [N in keyof P]: Told<P[N]> }
  : never;
type Told<T> = T extends Known
  ? T["value"] | ("undefined" extends T["marks"] ? "undefined" : never)
  : never;
type MarksOf<I> = I extends Inferred
  ? Extract<NonNullable<I["outcome"]> | I["parts"][keyof I["parts"]], Known>["marks"]
  : never;
type GrainOf<M> = "population" extends M
  ? "population"
  : "sometimes" extends M
    ? "record" | "population"
    : "record";
