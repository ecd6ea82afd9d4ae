/*
 * What is known of a ruleset before it is run, whatever its parameters are set to. Everything in
 * `infer` is there twice: as a type, for a ruleset that is a literal in TypeScript, and as a
 * function, for one that is read. The two say the same.
 */

/**
 * What a value rests on besides its subject: always on a population, or `sometimes`, which is under
 * some readings alone; on a divisor, which can be zero.
 */
export type Basis = "population" | "sometimes" | "divisor";

/** What can be known of a value, as a type. */
export interface Known {
  readonly value: unknown;
  readonly basis: Basis;
}

/** What can be known of a decision, as a type. Without an `outcome`, its parts are the outcome. */
export interface Inferred {
  readonly outcome?: Known;
  readonly parts: object;
}

/** What inferring has at hand, as a type: the document, and the decision's own conditions. */
export interface Around {
  readonly facts: object;
  readonly parameters: object;
  readonly conditions: object;
  /** What is known of each decision of the document. */
  readonly decisions: object;
}

/** One form a value can have. */
export type Form =
  | { readonly kind: "boolean" | "number" | "text" }
  | { readonly kind: "label"; readonly values: readonly string[] }
  /** Several of the values; of any, where there are none. */
  | { readonly kind: "list"; readonly values: readonly string[] | undefined };

/** What is known of a value. */
export interface KnownValue {
  /** The forms it can have. */
  readonly value: readonly Form[];
  readonly basis: readonly Basis[];
  /** Is it there only under some readings. */
  readonly optional?: true;
}

/** What is known of a decision. Without an `outcome`, its parts are the outcome. */
export interface InferredDecision {
  readonly outcome?: KnownValue;
  readonly parts: Readonly<Record<string, KnownValue>>;
}

export const boolean: Form = { kind: "boolean" };
export const number: Form = { kind: "number" };
export const text: Form = { kind: "text" };

/** The keys of an object, for use in a template: whether written as text or not, they are text. */
export type Keys<T> = keyof T & (string | number);
