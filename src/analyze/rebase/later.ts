import { valueAt } from "../../load/variant/merge.ts";
import { isIn, reachedFrom } from "../../load/variant/references.ts";
import type { Diagnostic } from "../../ruleset/diagnostics.ts";
import { tellValueAt } from "../words/value.ts";
import type { Findings } from "./findings.ts";
import { isSame } from "./patch.ts";
import { reasons } from "./reasons.ts";
import type { Conflict, OwnChange } from "./rebased.ts";

/*
 * What is found only once all is merged: a change that nothing stands in the way of, and that does
 * not go with what the base changed elsewhere.
 */

/** Makes conflicts of what is carried over and counts in a unit that the base has changed. */
export function withOtherMeaning(findings: Findings, own: unknown, comes: unknown): Findings {
  const isOther = ({ path, after }: OwnChange) =>
    isToldOtherwise(path, after, own, comes) || mentionsOther(path, own, comes);
  return withConflicts(findings, (change) =>
    isOther(change) ? conflictOf(change, "other-meaning") : undefined,
  );
}

/** Is a number read otherwise: what it is counted in is known by its place. */
const isToldOtherwise = (path: string, value: unknown, own: unknown, comes: unknown) =>
  typeof value === "number" &&
  !isSame(tellValueAt(path, value, own), tellValueAt(path, value, comes));

/** Does a part mention a fact or a parameter that is of another unit or type now. */
const mentionsOther = (path: string, own: unknown, comes: unknown) =>
  [...reachedFrom(own, path, 1)].some((at) => {
    const [was, is] = [own, comes].map((root) => valueAt(root, at));
    const isDeclaration = /^\/(facts|parameters)\/[^/]+$/.test(at) && at !== path;
    return isDeclaration && is !== undefined && !isSame(meaningOf(was), meaningOf(is));
  });

const meaningOf = (declaration: unknown) =>
  ["/type", "/unit"].map((key) => valueAt(declaration, key) ?? null);

/**
 * Makes conflicts of what is carried over and the newer base does not bear: a mark that is new there,
 * narrower bounds, a name that is gone.
 */
export function withRefused(findings: Findings, faults: readonly Diagnostic[]): Findings {
  return withConflicts(findings, (change) => {
    const refused = faults.find((fault) => concerns(fault, change));
    return refused ? conflictOf(change, "refused", refused) : undefined;
  });
}

/** A fault of a whole section is about no single change. */
const concerns = ({ path, severity }: Diagnostic, { written }: OwnChange) =>
  severity === "error" &&
  path.split("/").length > 2 &&
  (isIn(path, written) || isIn(written, path));

function withConflicts(
  findings: Findings,
  find: (change: OwnChange) => Conflict | undefined,
): Findings {
  const found = findings.carried.map((change) => ({ change, conflict: find(change) }));
  return {
    ...findings,
    conflicts: [...findings.conflicts, ...found.flatMap(({ conflict }) => conflict ?? [])],
    carried: found.flatMap(({ change, conflict }) => (conflict ? [] : [change])),
  };
}

function conflictOf(
  change: OwnChange,
  reason: "other-meaning" | "refused",
  refused?: Diagnostic,
): Conflict {
  const { path, written, label, citation, before, after, told } = change;
  return {
    path,
    written,
    reason,
    label,
    citation,
    ...reasons[reason]({ at: written, refused }),
    values: { before, base: before, variant: after },
    told: { before: told.before, base: told.before, variant: told.after },
    base: [],
    variant: [change],
    apart: [],
    writtenOut: false,
  };
}
