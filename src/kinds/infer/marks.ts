import type { Around, Form, Inferred, Known, KnownValue, Mark } from "./known.ts";

/**
 * What a value, a condition or a list of them rests on, as a type: told level by level, since
 * TypeScript counts how deep a type goes into itself.
 */
export type Marks<E, C extends Around, Found = never> = [E] extends [Plain]
  ? Found
  : Marks<Inside<E, C>, C, Found | Own<E, C>>;

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
      ? Varied<{ readonly [K in keyof R]: Marks<R[K], C> }>
      : E extends { readonly decision: infer R }
        ? Referred<R, C>["marks"]
        : E extends { readonly quotient: unknown }
          ? "undefined"
          : never;

/** A value of which nothing is left undefined: where a divisor is zero, it is unknown instead. */
export interface Gives<V, E, C extends Around> {
  readonly value: V;
  readonly marks: Exclude<Marks<E, C>, "undefined">;
}

/** A choice rests on a population only where each of its cases does; the marks are by case. */
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
  named(condition: string): readonly Mark[];
}

/** Tells what a value, a condition or a list of them rests on, each mark once. */
export function marksIn(part: unknown, around: Surroundings): readonly Mark[] {
  return [...new Set(everyMark(part, around))];
}

function everyMark(part: unknown, around: Surroundings): readonly Mark[] {
  if (typeof part !== "object" || part === null) return [];
  const e = part as Readonly<Record<string, unknown>>;
  if (Object.hasOwn(e, "aggregate") || e.method === "relative-linear") return ["population"];
  if (typeof e.reading === "string") {
    return varied(Object.values(e.cases as object).map((c) => everyMark(c, around)));
  }
  if (typeof e.condition === "string") return around.named(e.condition);
  const inner = Object.values(e).flatMap((v) => everyMark(v, around));
  if (Object.hasOwn(e, "quotient")) return ["undefined", ...inner];
  if (typeof e.decision !== "string") return inner;
  return [...(around.referred(e.decision)?.marks ?? []), ...inner];
}

/** A choice rests on a population only where each of its cases does. */
function varied(cases: readonly (readonly Mark[])[]): readonly Mark[] {
  const marks = cases.flat();
  const others = marks.filter((m) => m !== "population");
  if (!marks.includes("population")) return others;
  return [...others, cases.every((c) => c.includes("population")) ? "population" : "sometimes"];
}

/** A value of which nothing is left undefined: where a divisor is zero, it is unknown instead. */
export function gives(value: readonly Form[], part: unknown, around: Surroundings): KnownValue {
  return { value, marks: marksIn(part, around).filter((m) => m !== "undefined") };
}

/** Tells whether one subject is enough, under all readings or only under some. */
export function grainOf(marks: readonly Mark[]): readonly ("record" | "population")[] {
  if (marks.includes("population")) return ["population"];
  return marks.includes("sometimes") ? ["record", "population"] : ["record"];
}
