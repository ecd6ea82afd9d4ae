import { type Gives, gives } from "../infer/basis.ts";
import { type Around, boolean, type InferredDecision } from "../infer/known.ts";
import type { Declared } from "../infer/value.ts";
import type { WrittenOf } from "../schema.ts";

/** What is known of a rule, as a type: a yes or no, and so is each of its named conditions. */
export interface Infer<K, C extends Around> {
  readonly outcome: Answer<K, C>;
  readonly parts: { readonly [N in keyof C["conditions"]]: Answer<C["conditions"][N], C> };
}
type Answer<T, C extends Around> = T extends { readonly when: infer W }
  ? Gives<boolean, W, C>
  : never;

/** Tells what is known of a rule. */
export function infer(rule: WrittenOf<"rule">, around: Declared): InferredDecision {
  const conditions = Object.entries(rule.conditions ?? {});
  const parts = conditions.map(([name, c]) => [name, gives([boolean], c.when, around)] as const);
  return { outcome: gives([boolean], rule.when, around), parts: Object.fromEntries(parts) };
}
