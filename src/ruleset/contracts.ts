/** The shapes of result that calling code relies on, by name. What each asks is checked at load. */
export const contracts = [
  "group",
  "star",
  "value",
  "class",
  "deregistration",
  "appraisal",
] as const;

/** The name of a contract. */
export type Contract = (typeof contracts)[number];
