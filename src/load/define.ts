import type { z } from "zod";
import type { AnySpec, Ruleset } from "../kinds/ruleset.ts";
import type { SpecOf } from "../kinds/spec.ts";
import { TiercutError, tell } from "../ruleset/diagnostics.ts";
import { type LoadOptions, loadRuleset } from "./load.ts";
import type { document } from "./schema.ts";

type Frozen<T> = T extends object ? { readonly [K in keyof T]: Frozen<T[K]> } : T;

/** A ruleset written out in TypeScript: the form of the language, read-only throughout. */
export interface RulesetLiteral extends Frozen<z.infer<typeof document>> {}

/** What may be handed in. Of imported JSON TypeScript knows no value, its `language` is any text. */
type Written<L> = string extends L ? { readonly language: string } : RulesetLiteral;

/** Refuses keys that a ruleset does not have; further inside, TypeScript refuses them itself. */
type NoOther<D, L> = string extends L
  ? unknown
  : { readonly [K in Exclude<keyof D, keyof RulesetLiteral>]: never };

/** The facts and outcomes of what was handed in; any, where TypeScript does not know its values. */
export type Defined<D> = D extends RulesetLiteral
  ? string extends keyof D["decisions"]
    ? AnySpec
    : SpecOf<D>
  : AnySpec;

/**
 * Takes a ruleset that is written out in the call, checks it as `loadRuleset` does, and infers its
 * types: the facts of each subject, what each parameter may be set to, and what each decision comes
 * to. They are the same that `tiercut types` writes. Imported JSON is taken too, with types that
 * leave everything open.
 *
 * @param document - the ruleset
 * @param options - `on`: the day to load for; `documents`: what a variant, in JSON, may be built on
 * @returns the ruleset, to compile
 * @throws TiercutError where the ruleset has faults: it tells all of them, and has them as
 *   `diagnostics`
 * @example
 * ```ts
 * import { compile, defineRuleset, evaluate } from "tiercut";
 *
 * const zh = (word: string) => ({ zh: word, en: word });
 * const ours = defineRuleset({
 *   language: "1",
 *   id: "ours",
 *   version: "1.0.0",
 *   label: zh("本地办法"),
 *   source: { title: "本地办法", issuer: zh("本地") },
 *   effective: {},
 *   subjects: { account: { label: zh("客户") } },
 *   facts: { isUnit: { type: "boolean", subjects: ["account"], label: zh("是否单位") } },
 *   parameters: {},
 *   decisions: {
 *     group: {
 *       kind: "rule",
 *       subject: "account",
 *       label: zh("集团"),
 *       citation: { rule: "L-01", clause: "一" },
 *       when: { fact: "isUnit", operator: "equal", value: true },
 *     },
 *   },
 * });
 * evaluate(compile(ours), "group", { isUnit: true }).outcome; // true
 * ```
 */
export function defineRuleset<const D extends Written<L>, const L extends string>(
  document: D & { readonly language: L } & Written<L> & NoOther<D, L>,
  options: LoadOptions = {},
): Ruleset<Defined<D>> {
  const loaded = loadRuleset(document, options);
  if (loaded.ok) return loaded.ruleset as Ruleset<Defined<D>>;
  throw new TiercutError(
    `this ruleset has faults:\n${tell(loaded.diagnostics)}`,
    loaded.diagnostics,
  );
}
