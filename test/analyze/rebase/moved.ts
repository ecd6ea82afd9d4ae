import type { Conflict, Rebased } from "../../../src/analyze/rebase/rebased.ts";
import { rebase } from "../../../src/analyze/rebase.ts";
import { loadRuleset, type Ruleset } from "../../../src/index.ts";
import { frozen, type Json } from "../../kinds/tiny.ts";

/** Loads a base that must be free of faults. */
export function rulesetOf(document: unknown): Ruleset {
  const loaded = loadRuleset(document);
  if (!loaded.ok) throw new Error(JSON.stringify(loaded.diagnostics, null, 2));
  return loaded.ruleset;
}

export type Moved = Extract<Rebased, { ok: true }>;

/** Moves what can be moved, of which nothing may be changed on the way. */
export function moved(variant: unknown, before: Json, after: Json): Moved {
  const [from, to] = [rulesetOf(before), rulesetOf(after)].map(frozen);
  const rebased = rebase(frozen(variant), { from, to } as { from: Ruleset; to: Ruleset });
  if (!rebased.ok) throw new Error(JSON.stringify(rebased.diagnostics, null, 2));
  return rebased;
}

/** The reason and the place of each conflict. */
export const conflictsIn = ({ conflicts }: Moved): readonly string[] =>
  conflicts.map((c) => `${c.reason} ${c.path}`);

/** The places of changes. */
export const placesIn = (changes: readonly { readonly path: string }[]): readonly string[] =>
  changes.map((c) => c.path);

/** The new document without what every variant has. */
export function sectionsOf({ text }: Moved): Json {
  const { language, id, version, label, ...sections } = JSON.parse(text);
  return sections;
}

export const only = ({ conflicts }: Moved): Conflict => {
  const [first, ...more] = conflicts;
  if (!first || more.length > 0) throw new Error(JSON.stringify(conflicts, null, 2));
  return first;
};
