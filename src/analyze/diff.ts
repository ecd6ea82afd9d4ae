import type { Ruleset } from "../kinds/ruleset.ts";
import { TiercutError } from "../ruleset/diagnostics.ts";
import type { Edition } from "../ruleset/provenance.ts";
import { suggestion } from "../ruleset/suggest.ts";
import { changesBetween } from "./diff/changes.ts";
import { decisionDifference } from "./diff/decisions.ts";
import type { Difference } from "./diff/difference.ts";
import { study } from "./study.ts";

/** How two rulesets are compared. */
export interface DiffOptions {
  /** The decisions to compare; without it, all of both. */
  readonly decisions?: readonly string[];
  /** How many regions of one value are listed at most: 100 unless told. */
  readonly regions?: number;
}

/**
 * Compares two rulesets: what was changed in the text, and for whom it makes a difference. The
 * thresholds of both cut the facts into finitely many boxes, so the regions listed are exactly those
 * where an outcome differs, unknown facts included; `same` is a proof that no account is decided
 * otherwise. Where a decision rests on the population, or there are more regions than asked for,
 * the answer says that it is partial.
 *
 * @param before - the ruleset as it is, from `loadRuleset` or shipped
 * @param after - the ruleset as it shall be
 * @param options - `decisions`: only these; `regions`: how many are listed for each value
 * @returns the changes, and for each decision where it differs, each region with an account in it
 * @throws TiercutError where a decision named is in neither
 * @example
 * ```ts
 * import { diff } from "tiercut";
 * import { ruleset } from "tiercut/hainan-unicom-2003";
 *
 * diff(ruleset, ruleset, { decisions: ["star"] }).decisions[0]?.status; // "same"
 * ```
 */
export function diff(
  before: Ruleset<unknown>,
  after: Ruleset<unknown>,
  { decisions, regions = 100 }: DiffOptions = {},
): Difference {
  const names = [before, after].flatMap((r) => Object.keys(r.document.decisions));
  const all = [...new Set(names)];
  for (const name of decisions ?? []) {
    if (all.includes(name)) continue;
    const { near, known } = suggestion(name, all);
    const help = near ? `did you mean \`${near}\`?` : `there are ${known}`;
    throw new TiercutError(`neither ruleset has a decision \`${name}\`; ${help}`);
  }
  const studies = [study(before), study(after)] as const;
  const bounds = { regions, steps: 2_000_000 };
  return {
    before: editionOf(before),
    after: editionOf(after),
    changes: changesBetween(before.document, after.document),
    decisions: (decisions ?? all).map((name) => decisionDifference(studies, name, bounds)),
  };
}

function editionOf({ document: { id, version, label } }: Ruleset<unknown>): Edition {
  return { id, version, label };
}
