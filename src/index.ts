/**
 * Runs an operator's policy for enterprise customers, written as a JSON ruleset.
 * @packageDocumentation
 */

export type {
  Change,
  DecisionDifference,
  Difference,
  DifferentRegion,
  DifferentSide,
  OutputDifference,
} from "./analyze/diff/difference.ts";
export { tellDiff } from "./analyze/diff/tell.ts";
export { type DiffOptions, diff } from "./analyze/diff.ts";
export { type Linted, lint } from "./analyze/lint.ts";
export type {
  Conflict,
  ConflictReason,
  OwnChange,
  Rebased,
} from "./analyze/rebase/rebased.ts";
export { tellRebase } from "./analyze/rebase/tell.ts";
export { type RebaseOptions, rebase } from "./analyze/rebase.ts";
export { type DecisionName, evaluate, type FactsOf, type ResultOf } from "./execute/evaluate.ts";
export type { Fitted, FittedAggregate, FittedClass, FittedCut } from "./execute/fitted.ts";
export { type FitOptions, fit } from "./execute/population.ts";
export { type CompileOptions, compile, type Program } from "./execute/program.ts";
export type { Decided, Output, Result, Undetermined } from "./execute/result.ts";
export { explain } from "./execute/words.ts";
export type {
  AnySpec,
  DecisionSpec,
  Outcome,
  Ruleset,
  RulesetDocument,
  Spec,
} from "./kinds/ruleset.ts";
export type { Evidence, NextStep, Reason } from "./kinds/told.ts";
export { defineRuleset, type RulesetLiteral } from "./load/define.ts";
export { type Loaded, type LoadOptions, loadRuleset, rulesetOn } from "./load/load.ts";
export { checkCatalogue } from "./load/variant/catalogue.ts";
export { setBy } from "./load/variant/set-by.ts";
export type { Comparator } from "./plan/node.ts";
export type { Plan } from "./plan/plan.ts";
export { printPlan } from "./plan/print.ts";
export { type Code, codes } from "./ruleset/codes.ts";
export { type Diagnostic, type Place, TiercutError } from "./ruleset/diagnostics.ts";
export type { Edition, Provenance, Stated } from "./ruleset/provenance.ts";
export type { Fact } from "./ruleset/schema/fact.ts";
export type { Setting, Settings } from "./ruleset/settings.ts";
export type { Citation, Language, Text } from "./ruleset/text.ts";
