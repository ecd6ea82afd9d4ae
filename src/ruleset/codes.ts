/** Every code of a fault for which a ruleset is refused. */
export const errorCodes = [
  "json-syntax",
  "byte-order-mark",
  "bad-text",
  "bad-number",
  "duplicate-key",
  "too-large",
  "forbidden-key",
  "unknown-key",
  "missing-key",
  "wrong-type",
  "bad-value",
  "bad-name",
  "out-of-bounds",
  "empty-group",
  "duplicate-alias",
  "unknown-subject",
  "unknown-fact",
  "unknown-parameter",
  "unknown-reading",
  "missing-reading",
  "unknown-decision",
  "unknown-part",
  "unknown-condition",
  "unknown-outcome",
  "order-mismatch",
  "cycle",
  "type-mismatch",
  "other-subject",
  "mixed-populations",
  "lowest-band",
  "duplicate-band",
  "share-sum",
  "duplicate-part",
  "rest-class",
  "over-maximum",
  "maximum-sum",
  "inexact",
] as const;

/** Every code of a fault that lies between a variant and its base, or among documents by date. */
export const variantCodes = [
  "unknown-base",
  "base-version",
  "extends-cycle",
  "extends-depth",
  "not-a-base",
  "taken-away",
  "not-open",
  "bound-broken",
  "contract-broken",
  "outcome-changed",
  "not-in-force",
  "several-in-force",
] as const;

/** Every code that analysis can give a ruleset which loads: a warning, or a note. */
export const warningCodes = [
  "unreachable-band",
  "unreachable-row",
  "unreachable-case",
  "constant-rule",
  "table-gap",
  "table-overlap",
  "maximum-unreached",
  "not-monotone",
  "unused-fact",
  "unused-parameter",
  "unused-condition",
  "own-facts",
  "dates-gap",
  "dates-overlap",
  "dates-idle",
  "later-base-value",
  "unused-silence",
  "not-analysed",
] as const;

/** Every code a diagnostic can have. */
export const codes = [...errorCodes, ...variantCodes, ...warningCodes] as const;

export type ErrorCode = (typeof errorCodes)[number];
export type VariantCode = (typeof variantCodes)[number];
export type WarningCode = (typeof warningCodes)[number];

/** A code of a diagnostic: what kind of fault it is. */
export type Code = (typeof codes)[number];
