import { z } from "zod";
import { decision } from "../kinds/schema.ts";
import { fact } from "../ruleset/schema/fact.ts";
import { parameter } from "../ruleset/schema/parameter.ts";
import { citation, day, name, rulesetId, text } from "../ruleset/schema/parts.ts";

/** The one schema of a ruleset document, as written. */
export const document = z.strictObject({
  $schema: z.string().optional(),
  /** The version of the ruleset language. */
  language: z.literal("1"),
  id: rulesetId,
  version: z.string().regex(/^\d+\.\d+\.\d+$/, "a version such as `1.0.0`"),
  label: text,
  /** The written policy this ruleset restates. */
  source: z.strictObject({ title: z.string().min(1), issuer: text, issued: z.string().optional() }),
  effective: z.strictObject({ from: day.optional(), to: day.optional() }),
  /** What the source leaves out or leaves open, and what was made of it. */
  notes: z.record(name, z.strictObject({ note: text, citation })).optional(),
  subjects: z.record(name, z.strictObject({ label: text })),
  facts: z.record(name, fact),
  parameters: z.record(name, parameter),
  decisions: z.record(name, decision),
});
