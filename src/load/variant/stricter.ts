import type { Diagnostic } from "../../ruleset/diagnostics.ts";
import type { Step } from "./step.ts";

/**
 * Proves that a changed decision gives no account a laxer outcome than its base does.
 *
 * Not proven yet: this is where the comparison of two rulesets is to be asked. Until then a change
 * of such a decision is let through.
 *
 * @param _name - the decision
 * @param _order - its outcomes from the laxest to the strictest
 * @param _step - the base's document and the variant's
 */
export function proveStricter(
  _name: string,
  _order: readonly (string | boolean)[],
  _step: Step,
): readonly Diagnostic[] {
  return [];
}
