import { addName, type Names, type Pattern } from "./feel.ts";
import type { Variable } from "./variable.ts";

/** What a decision can look at, and the names by which it is found in a text. */
export interface Scope {
  readonly variables: ReadonlyMap<string, Variable>;
  readonly names: Names;
}

/** Makes a scope, and the function that adds to it. */
export function scopeOf(entries: readonly (readonly [name: string, variable: Variable])[]) {
  const [variables, names] = [new Map<string, Variable>(), new Map<string, Pattern[]>()];
  const declare = (name: string, variable: Variable) => {
    if (name.trim() !== "" && !variables.has(name)) addName(names, name);
    variables.set(name, variable);
  };
  for (const [name, variable] of entries) declare(name, variable);
  return { scope: { variables, names } satisfies Scope, declare };
}
