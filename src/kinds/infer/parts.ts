import type { InferredDecision, KnownValue } from "./known.ts";

/** Parts that are the outcome as well: alone as its value, several as an object. As a type. */
export type AsOutcome<P> = [Only<P>] extends [never]
  ? { readonly parts: P }
  : { readonly outcome: Only<P>; readonly parts: P };

type Only<P> = {
  [N in keyof P]: [Exclude<keyof P, N>] extends [never] ? P[N] : never;
}[keyof P];

/** Parts that are the outcome as well: alone as its value, several as an object. */
export function asOutcome(parts: Readonly<Record<string, KnownValue>>): InferredDecision {
  const [only, ...others] = Object.values(parts);
  return only && others.length === 0 ? { outcome: only, parts } : { parts };
}

/** All members of a union in one object, as a type. */
export type Merged<U> = (U extends unknown ? (given: U) => void : never) extends (
  given: infer I,
) => void
  ? I
  : never;

/** Several objects of parts as one, as a type. */
export type Flat<P> = { readonly [N in keyof P]: P[N] };
