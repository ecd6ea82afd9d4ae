import type { Ruleset } from "../kinds/ruleset.ts";
import { type Diagnostic, pointer } from "../ruleset/diagnostics.ts";
import { ofCases } from "./lint/cases.ts";
import { innermost, ofConditions } from "./lint/conditions.ts";
import { dateWarnings } from "./lint/dates.ts";
import { each } from "./lint/each.ts";
import { ofBands } from "./lint/ladders.ts";
import { ofPromises } from "./lint/monotone.ts";
import { ofScorecards } from "./lint/scorecards.ts";
import { type Linted, silenced } from "./lint/silence.ts";
import { ofTables } from "./lint/tables.ts";
import { ownFacts, usageWarnings } from "./lint/usage.ts";
import { type Study, study } from "./study.ts";

export type { Linted } from "./lint/silence.ts";

/** What is asked over all accounts there can be, kind by kind. */
const kinds = [ofTables, ofBands, ofConditions, ofCases, ofScorecards, ofPromises] as const;

/**
 * Analyses a ruleset that loads, over all accounts there can be: bands, rows and cases that are
 * never reached, gaps and overlaps of tables with an account in each, points nobody can get, broken
 * promises of `monotone`, what is declared and not used, and dates that never come. Everything told
 * was found by proof and not by sampling; what could not be decided in bounded work is a note.
 *
 * @param ruleset - from `loadRuleset`, or one of the shipped ones
 * @returns warnings and notes in the order of the document, and those the ruleset silences
 * @example
 * ```ts
 * import { lint } from "tiercut";
 * import { ruleset } from "tiercut/hainan-unicom-2003";
 *
 * lint(ruleset).diagnostics.filter((d) => d.severity === "warning"); // []
 * ```
 */
export function lint(ruleset: Ruleset<unknown>): Linted {
  const taken = study(ruleset);
  const proven = each(
    taken,
    kinds.map((of) => of(taken)),
  );
  const found = [
    ...innermost(proven),
    ...usageWarnings(taken),
    ...ownFacts(taken),
    ...dateWarnings(taken),
  ];
  const placed = found.map((d) => placedIn(taken, d));
  return silenced(ruleset, inOrder(placed, ruleset));
}

/** A diagnostic with its places as they are written: what a reading chose stands under its case. */
function placedIn({ locate }: Study, d: Diagnostic): Diagnostic {
  const related = d.related?.map((r) => ({ ...r, path: locate(r.path) }));
  return { ...d, path: locate(d.path), ...(related ? { related } : {}) };
}

/** Puts diagnostics in the order of the document, as far down as sections and their entries. */
function inOrder(found: readonly Diagnostic[], { document }: Ruleset<unknown>) {
  const places = Object.entries(document).flatMap(([section, entries]) => [
    pointer(section),
    ...(typeof entries === "object" && entries !== null ? Object.keys(entries) : []).map((entry) =>
      pointer(section, entry),
    ),
  ]);
  const rank = (d: Diagnostic) => places.indexOf(d.path.split("/").slice(0, 3).join("/"));
  return [...found].sort((a, b) => rank(a) - rank(b));
}
