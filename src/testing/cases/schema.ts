import { z } from "zod";

/** The zod schema of a case file: examples of a policy as data, facts in and outcome out. */
const facts = z.record(z.string(), z.unknown());
const some = z.string().min(1);

const expected = z.strictObject({
  outcome: z.unknown().optional(),
  /** Parts of the decision, `undetermined` where one stays open; those not named may be anything. */
  parts: z.record(z.string(), z.unknown()).optional(),
  /** Ids of reasons that must be among those given, such as `star.five`. */
  reasons: z.array(some).min(1).optional(),
  /** The facts that would settle it: all of them, and then there is no outcome. */
  missing: z.array(some).optional(),
});

const single = z.strictObject({
  id: some,
  /** The clause that the case is about, by the id of its rule. */
  rule: some.optional(),
  /** What the case shows, in a few words. */
  says: some.optional(),
  decision: some,
  /** Settings that are not the ruleset's own. */
  parameters: z.record(z.string(), z.union([z.number(), z.string()])).optional(),
  facts: facts.optional(),
  expect: expected.optional(),
  /** The subjects to fit to, and what all of them have in common. */
  population: z.array(facts).optional(),
  shared: facts.optional(),
  /** What the population is of: a subject of the ruleset. */
  subject: some.optional(),
  /**
   * What each of the population comes to, in its order: `undetermined` where that stays open, `null`
   * where nothing is stated of it.
   */
  outcomes: z.array(z.unknown()).min(1).optional(),
});

export const caseFile = z.strictObject({
  $schema: z.string().optional(),
  /** The id of the ruleset that the cases are of. */
  ruleset: some,
  /** The day they are decided for. */
  on: some.optional(),
  cases: z.array(single).min(1),
});

/** A case file. */
export type CaseFile = z.infer<typeof caseFile>;
/** One case: facts, and what a decision must come to on them. */
export type Case = z.infer<typeof single>;
/** What a case states of a result. */
export type Expected = z.infer<typeof expected>;
