import { z } from "zod";
import { day, named, text, token } from "./parts.ts";

/**
 * The zod schema of a parameter: a number or date a province may set, or a reading of an unclear
 * clause, with the question it answers, the readings open, and why the default was taken.
 */
export const parameter = z.discriminatedUnion("type", [
  z.strictObject({
    type: z.literal("number"),
    ...named,
    unit: text,
    scale: z.int().min(0).max(12),
    min: z.number(),
    max: z.number(),
    default: z.number().optional(),
    note: text.optional(),
  }),
  z.strictObject({ type: z.literal("date"), ...named, default: day.optional() }),
  z.strictObject({
    type: z.literal("reading"),
    ...named,
    question: text,
    readings: z.record(token, text),
    default: token.optional(),
    why: text.optional(),
  }),
]);
export type Parameter = z.infer<typeof parameter>;
