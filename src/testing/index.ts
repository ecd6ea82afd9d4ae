/**
 * Proof for policy changes: case files, what they reach of the rules, and what they would not notice.
 *
 * @module
 */

export { type Arbitraries, arbitrariesOf } from "./arbitraries/arbitraries.ts";
export type { FastCheck } from "./arbitraries/value.ts";
export { type VariantDocument, variantOf } from "./arbitraries/variant.ts";
export { type BoundaryCase, boundaryCases } from "./boundary.ts";
export { type ReadCases, readCases } from "./cases/read.ts";
export { type Register, testCases } from "./cases/register.ts";
export { type CaseRun, type Mismatch, runCases } from "./cases/run.ts";
export type { Case, CaseFile, Expected } from "./cases/schema.ts";
export { holds, tellCases } from "./cases/tell.ts";
export { type Coverage, coverageOf } from "./coverage/coverage.ts";
export type { Target, TargetKind } from "./coverage/targets.ts";
export { tellCoverage } from "./coverage/tell.ts";
export type { Likeness } from "./mutants/compared.ts";
export type { Mutant } from "./mutants/mutants.ts";
export { type Mutation, runMutants, type Unnoticed } from "./mutants/run.ts";
export { tellMutation } from "./mutants/tell.ts";
export { type Threshold, thresholds } from "./thresholds.ts";
