import { z } from "zod";
import {
  common,
  expression,
  name,
  named,
  open,
  outcomes,
  text,
} from "../../ruleset/schema/parts.ts";

/** Declared arithmetic under names: with one output its value, with several all of them. */
export const formula = z.strictObject({
  kind: z.literal("formula"),
  ...common,
  outputs: z.record(
    name,
    z.strictObject({
      ...named,
      value: open(expression),
      unit: text.optional(),
      outcomes: outcomes.optional(),
    }),
  ),
});
