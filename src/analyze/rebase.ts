import type { Ruleset, RulesetDocument } from "../kinds/ruleset.ts";
import { loadRuleset } from "../load/load.ts";
import { readSource } from "../load/read.ts";
import { checkVariant } from "../load/structure.ts";
import { isVariant } from "../load/variant/chain.ts";
import { type JsonObject, keysIn, mergePatch, ownOf } from "../load/variant/merge.ts";
import { patchOf } from "../load/variant/patch.ts";
import { movedRange } from "../load/variant/versions.ts";
import type { Diagnostic } from "../ruleset/diagnostics.ts";
import { pointer } from "../ruleset/diagnostics.ts";
import type { Edition } from "../ruleset/provenance.ts";
import { findingsOf } from "./rebase/findings.ts";
import { withOtherMeaning, withRefused } from "./rebase/later.ts";
import { meet } from "./rebase/meet.ts";
import type { Rebased } from "./rebase/rebased.ts";
import { spliced, withValue } from "./rebase/splice.ts";
import type { Met } from "./rebase/three.ts";

/** The two versions of a base. */
export interface RebaseOptions {
  /** The one that the variant was written on. */
  readonly from: Ruleset<unknown>;
  /** The one that it is to be moved to. */
  readonly to: Ruleset<unknown>;
}

/**
 * Moves a variant from the base it was written on to a newer one, as a merge of three. What only one
 * of the two has changed stands; where both have, the new document goes on saying what the variant
 * said, and the place is listed as a conflict. No line that the author wrote is taken out, and all
 * that the variant now has otherwise than before is listed as inherited.
 *
 * @param variant - the variant: its JSON text, or what parsing it gave
 * @param options - `from`: the base it was written on; `to`: the base to move it to, by the same id;
 *   both from `loadRuleset` or shipped, and variants themselves where there is a chain
 * @returns the new document as text, the conflicts, and what is inherited, carried over, and now said
 *   by both; or the diagnostics, where the variant does not load on `from`, or extends another ruleset
 * @example
 * ```ts
 * import { loadRuleset, rebase } from "tiercut";
 * import { ruleset } from "tiercut/hainan-unicom-2003";
 *
 * const { starFive } = ruleset.document.parameters;
 * const parameters = { ...ruleset.document.parameters, starFive: { ...starFive, default: 55000 } };
 * const newer = loadRuleset({ ...ruleset.document, version: "1.1.0", parameters });
 * const variant = {
 *   language: "1",
 *   id: "sanya-2004",
 *   version: "1.0.0",
 *   label: { zh: "三亚", en: "Sanya" },
 *   extends: { id: "hainan-unicom-2003", version: "^1.0.0" },
 *   parameters: { starFive: 60000 },
 * };
 * const moved = newer.ok ? rebase(variant, { from: ruleset, to: newer.ruleset }) : undefined;
 * const found = moved?.ok ? moved.conflicts : [];
 * found.map((c) => c.reason); // ["both-changed"]
 * found[0]?.values; // { before: 50000, base: 55000, variant: 60000 }
 * ```
 */
export function rebase(variant: unknown, { from, to }: RebaseOptions): Rebased {
  const loaded = loadRuleset(variant, { documents: [from.document] });
  const { value } = readSource(variant);
  const faults = loaded.ok ? unfit(value, to) : loaded.diagnostics;
  if (!loaded.ok || faults.length > 0) return { ok: false, diagnostics: faults };
  const written = value as JsonObject;
  const own = loaded.ruleset.document;
  const rulesets = { before: from.document, after: to.document, own, variant: written };
  const met = meetAll(rulesets, patchOf(written, asJson(from.document)));
  const text = newText(variant, written, met, to.document.version);
  const { diagnostics } = loadRuleset(text, { documents: [to.document] });
  const comes = mergedWith(asJson(to.document), JSON.parse(text));
  const merged = withOtherMeaning(findingsOf(rulesets, met), own, comes);
  const findings = withRefused(merged, diagnostics);
  const editions = { variant: own, from: from.document, to: to.document };
  return { ok: true, ...editionsOf(editions), text, ...findings, diagnostics };
}

/** Why a document can't be moved to a ruleset: it extends nothing, or another one. */
function unfit(value: unknown, to: Ruleset<unknown>): readonly Diagnostic[] {
  if (!isVariant(value)) return checkVariant(value);
  const isBase = ownOf(ownOf(value, "extends"), "id") === to.document.id;
  return isBase ? [] : loadRuleset(value, { documents: [to.document] }).diagnostics;
}

const asJson = (document: RulesetDocument) => document as unknown as JsonObject;

/** What a variant makes of a base, whether that can be run or not. */
const mergedWith = (base: JsonObject, variant: JsonObject) =>
  mergePatch(base, patchOf(variant, base));

interface Three {
  readonly before: RulesetDocument;
  readonly after: RulesetDocument;
  readonly own: RulesetDocument;
}

function meetAll({ before, after, own }: Three, patch: JsonObject): readonly Met[] {
  return Object.keys(patch).flatMap((section) => {
    const [was, is, set] = [before, after, own].map((document) => ownOf(document, section));
    const three = { before: was, after: is, own: set, patch: patch[section] };
    return meet(three, pointer(section));
  });
}

function newText(variant: unknown, written: JsonObject, met: readonly Met[], version: string) {
  const rewrites = met.flatMap((m) => (m.is === "clash" ? m.rewrites : []));
  const range = movedRange(String(ownOf(written.extends, "version")), version);
  const all = [{ path: "/extends/version", value: range }, ...rewrites];
  const document = all.reduce<unknown>(
    (made, { path, value }) => withValue(made, keysIn(path), value),
    written,
  );
  const text = typeof variant === "string" ? variant : `${JSON.stringify(written, null, 2)}\n`;
  return spliced(text, document);
}

function editionsOf<K extends string>(documents: Readonly<Record<K, RulesetDocument>>) {
  const entries = Object.entries<RulesetDocument>(documents).map(
    ([key, { id, version, label }]) => [key, { id, version, label }] as const,
  );
  return Object.fromEntries(entries) as Readonly<Record<K, Edition>>;
}
