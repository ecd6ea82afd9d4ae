import type { Ruleset, RulesetDocument } from "../kinds/ruleset.ts";

/** Takes a shipped ruleset as checked: the tests load each one in full. */
export function shipped<S>(document: unknown, hash: string): Ruleset<S> {
  return { document: document as RulesetDocument, hash };
}

/** Makes a value when it is first asked for, and keeps it. */
export function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}
