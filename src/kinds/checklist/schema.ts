import { z } from "zod";
import { common, condition, name, named, open, token } from "../../ruleset/schema/parts.ts";

const item = z.strictObject({
  ...named,
  when: open(condition),
  /** Where this fails, the item is out of the list and out of the count. */
  applies: open(condition).optional(),
});

const step = z.strictObject({ outcome: token, ...named });

/** Sections of conditions: what is met, what is not, what is unknown, and what to do next. */
export const checklist = z.strictObject({
  kind: z.literal("checklist"),
  ...common,
  /** The sections in the order they must be met. */
  order: z.array(name).min(1),
  sections: z.record(
    name,
    z.strictObject({
      ...named,
      items: z.record(name, item),
      /** What to do while this section is not met and those before it are. */
      step: step.optional(),
    }),
  ),
  /** What to do once every section is met, and the units it goes through, in order. */
  done: step
    .extend({ route: z.array(z.strictObject({ unit: token, ...named })).optional() })
    .optional(),
});
