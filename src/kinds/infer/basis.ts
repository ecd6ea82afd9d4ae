import type { Around, Basis, Form, Inferred, Known, KnownValue } from "./known.ts";

/**
 * What a value, a condition or a list of them rests on, as a type: told level by level, since
 * TypeScript counts how deep a type goes into itself.
 */
export type BasisOf<E, C extends Around, Found = never> = [E] extends [Plain]
  ? Found
  : BasisOf<Inside<E, C>, C, Found | Own<E, C>>;

type Plain = string | number | boolean | undefined;
type Aggregate = { readonly aggregate: unknown } | { readonly method: "relative-linear" };
type Choice = { readonly reading: string; readonly cases: unknown };

type Inside<E, C extends Around> = E extends Plain | Aggregate | Choice
  ? never
  : E extends readonly unknown[]
    ? E[number]
    : E extends { readonly condition: infer N extends keyof C["conditions"] }
      ? WhenOf<C["conditions"][N]>
      : E[keyof E];
type WhenOf<N> = N extends { readonly when: infer W } ? W : never;

type Own<E, C extends Around> = E extends Plain | readonly unknown[]
  ? never
  : E extends Aggregate
    ? "population"
    : E extends { readonly reading: string; readonly cases: infer R }
      ? Varied<{ readonly [K in keyof R]: BasisOf<R[K], C> }>
      : E extends { readonly decision: infer R }
        ? Referred<R, C>["basis"]
        : E extends { readonly quotient: unknown }
          ? "divisor"
          : never;

/** A value of which nothing is left undefined: where a divisor is zero, it is unknown instead. */
export interface Gives<V, E, C extends Around> {
  readonly value: V;
  readonly basis: Exclude<BasisOf<E, C>, "divisor">;
}

/** A choice rests on a population only where each of its cases does; `R` has the basis of each. */
type Varied<R> =
  | Exclude<R[keyof R], "population">
  | ("population" extends R[keyof R]
      ? { [K in keyof R]: "population" extends R[K] ? never : K }[keyof R] extends never
        ? "population"
        : "sometimes"
      : never);

/** What is known of a decision's outcome, or of one of its parts, by what refers to it. */
export type Referred<R, C extends Around> = R extends `${infer N}.${infer P}`
  ? KnownOf<PartsOf<C["decisions"], N>, P>
  : KnownOf<C["decisions"][R & keyof C["decisions"]], "outcome">;

type PartsOf<D, N> = D[N & keyof D] extends Inferred ? D[N & keyof D]["parts"] : never;
type KnownOf<P, N> = Extract<P[N & keyof P], Known>;

/** Is one subject enough, under all readings or only under some, as a type. */
export type GrainOf<M> = "population" extends M
  ? "population"
  : "sometimes" extends M
    ? "record" | "population"
    : "record";

/** What inferring has at hand: what is known of each decision, and the decision's own conditions. */
export interface Surroundings {
  /** Finds what is known of a decision's outcome, or of one of its parts. */
  referred(reference: string): KnownValue | undefined;
  /** Finds what one of the decision's conditions rests on. */
  named(condition: string): readonly Basis[];
}

/** Tells what a value, a condition or a list of them rests on, each basis once. */
export function basisOf(part: unknown, around: Surroundings): readonly Basis[] {
  return [...new Set(everyBasis(part, around))];
}

function everyBasis(part: unknown, around: Surroundings): readonly Basis[] {
  if (typeof part !== "object" || part === null) return [];
  const e = part as Readonly<Record<string, unknown>>;
  if (Object.hasOwn(e, "aggregate") || e.method === "relative-linear") return ["population"];
  if (typeof e.reading === "string") {
    return varied(Object.values(e.cases as object).map((c) => everyBasis(c, around)));
  }
  if (typeof e.condition === "string") return around.named(e.condition);
  const inner = Object.values(e).flatMap((v) => everyBasis(v, around));
  if (Object.hasOwn(e, "quotient")) return ["divisor", ...inner];
  if (typeof e.decision !== "string") return inner;
  return [...(around.referred(e.decision)?.basis ?? []), ...inner];
}

/** A choice rests on a population only where each of its cases does. */
function varied(cases: readonly (readonly Basis[])[]): readonly Basis[] {
  const all = cases.flat();
  const others = all.filter((b) => b !== "population");
  if (!all.includes("population")) return others;
  return [...others, cases.every((c) => c.includes("population")) ? "population" : "sometimes"];
}

/** A value of which nothing is left undefined: where a divisor is zero, it is unknown instead. */
export function gives(value: readonly Form[], part: unknown, around: Surroundings): KnownValue {
  return { value, basis: basisOf(part, around).filter((b) => b !== "divisor") };
}

/** Tells whether one subject is enough, under all readings or only under some. */
export function grainOf(basis: readonly Basis[]): readonly ("record" | "population")[] {
  if (basis.includes("population")) return ["population"];
  return basis.includes("sometimes") ? ["record", "population"] : ["record"];
}
