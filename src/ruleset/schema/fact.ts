import { z } from "zod";
import { citation, name, text, token } from "./parts.ts";

/** The zod schema of a declared fact: what may be handed in about a subject. */
const shared = {
  subjects: z.array(name).min(1),
  label: text,
  aliases: z.array(z.string().min(1)).optional(),
  note: text.optional(),
  citation: citation.optional(),
};

const value = z.strictObject({
  label: text,
  aliases: z.array(z.string().min(1)).optional(),
});

export const fact = z.discriminatedUnion("type", [
  z.strictObject({
    type: z.literal("number"),
    ...shared,
    unit: text,
    scale: z.int().min(0).max(12),
    min: z.number().optional(),
    max: z.number().optional(),
  }),
  z.strictObject({ type: z.literal("boolean"), ...shared }),
  z.strictObject({ type: z.literal("date"), ...shared }),
  z.strictObject({ type: z.literal("text"), ...shared }),
  z.strictObject({ type: z.literal("label"), ...shared, values: z.record(token, value) }),
  z.strictObject({ type: z.literal("list"), ...shared, values: z.record(token, value) }),
]);
export type Fact = z.infer<typeof fact>;
