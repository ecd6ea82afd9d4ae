import { z } from "zod";
import { common, condition, open } from "../../ruleset/schema/parts.ts";

/** A yes or no. Its reasons are the named conditions that hold, or that fail. */
export const rule = z.strictObject({
  kind: z.literal("rule"),
  ...common,
  when: open(condition),
});
