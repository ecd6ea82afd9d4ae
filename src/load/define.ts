import type { z } from "zod";
import type { AnySpec, Ruleset } from "../kinds/ruleset.ts";
import type { SpecOf } from "../kinds/spec.ts";
import { TiercutError, tell } from "../ruleset/diagnostics.ts";
import { loadRuleset } from "./load.ts";
import type { document } from "./schema.ts";

type Frozen<T> = T extends object ? { readonly [K in keyof T]: Frozen<T[K]> } : T;

/** A ruleset as a literal in TypeScript: the form of the ruleset language, read-only throughout. */
export type RulesetLiteral = Frozen<z.infer<typeof document>>;

/** What may be handed in, by the type of its `language`: of JSON, TypeScript knows it only as text. */
type Written<L> = string extends L ? { readonly language: string } : RulesetLiteral;

/** Refuses keys that a ruleset does not have. */
type Known<D> = { readonly [K in Exclude<keyof D, keyof RulesetLiteral>]: never };

/** The facts and outcomes of what was handed in. */
export type Defined<D, L> = string extends L
  ? AnySpec
  : D extends RulesetLiteral
    ? SpecOf<D>
    : never;

/**
 * Checks a ruleset that is written as a literal in TypeScript, and infers its types from it: the same
 * that `tiercut types` writes.
 *
 * @param document - the ruleset, written out in the call
 * @returns the ruleset
 * @throws TiercutError where it has faults; it tells all of them, and has them as `diagnostics`
 */
export function defineRuleset<const D extends Written<L>, const L extends string>(
  document: D & { readonly language: L } & Written<L> & Known<D>,
): Ruleset<Defined<D, L>> {
  const loaded = loadRuleset(document);
  if (loaded.ok) return loaded.ruleset as Ruleset<Defined<D, L>>;
  const found = loaded.diagnostics.filter((d) => d.severity === "error");
  throw new TiercutError(`the ruleset has faults:\n${tell(found)}`, found);
}
