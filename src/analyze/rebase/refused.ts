import { isIn } from "../../load/variant/references.ts";
import type { Diagnostic } from "../../ruleset/diagnostics.ts";
import type { Findings } from "./findings.ts";
import { reasons } from "./reasons.ts";
import type { Conflict, OwnChange } from "./rebased.ts";

/**
 * Makes conflicts of what is carried over and the newer base does not bear: a mark that is new there,
 * narrower bounds, a name that is gone.
 */
export function withRefused(findings: Findings, faults: readonly Diagnostic[]): Findings {
  const refusedBy = (change: OwnChange) => faults.find((fault) => concerns(fault, change));
  const refused = findings.carried.flatMap((change) => {
    const fault = refusedBy(change);
    return fault ? [conflictOf(change, fault)] : [];
  });
  return {
    ...findings,
    conflicts: [...findings.conflicts, ...refused],
    carried: findings.carried.filter((change) => !refusedBy(change)),
  };
}

/** A fault of a whole section is about no single change. */
const concerns = ({ path, severity }: Diagnostic, { written }: OwnChange) =>
  severity === "error" &&
  path.split("/").length > 2 &&
  (isIn(path, written) || isIn(written, path));

function conflictOf(change: OwnChange, refused: Diagnostic): Conflict {
  const { path, written, label, citation, before, after, told } = change;
  return {
    path,
    written,
    reason: "refused",
    label,
    citation,
    ...reasons.refused({ at: written, refused }),
    values: { before, base: before, variant: after },
    told: { before: told.before, base: told.before, variant: told.after },
    base: [],
    variant: [change],
    writtenOut: false,
  };
}
