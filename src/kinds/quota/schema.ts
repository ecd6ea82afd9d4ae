import { z } from "zod";
import {
  common,
  expression,
  name,
  named,
  open,
  rounding,
  text,
} from "../../ruleset/schema/parts.ts";

/** How many are needed: one `per` so many, a `share` of so many, or a figure as it stands. */
const need = z.discriminatedUnion("method", [
  z.strictObject({
    method: z.literal("per"),
    of: open(expression),
    per: open(z.number().positive()),
    rounding,
  }),
  z.strictObject({
    method: z.literal("share"),
    of: open(expression),
    share: open(z.number().min(0).max(1)),
    rounding,
  }),
  z.strictObject({ method: z.literal("figure"), of: open(expression) }),
]);

/** How many are needed for so many, and how many are short. */
export const quota = z.strictObject({
  kind: z.literal("quota"),
  ...common,
  items: z.record(
    name,
    z.strictObject({
      ...named,
      unit: text,
      need: open(need),
      have: open(expression).optional(),
      /** Is the figure the least there must be, or the most there may be. */
      sense: open(z.enum(["at-least", "at-most"])).optional(),
    }),
  ),
});
