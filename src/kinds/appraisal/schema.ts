import { z } from "zod";
import {
  common,
  expression,
  name,
  named,
  open,
  rounding,
  unknownPolicy,
} from "../../ruleset/schema/parts.ts";

const rate = open(expression);
const fraction = open(z.number().min(0).max(1));
const scale = open(z.int().min(0).max(12));

/** How an item comes to its points. Rates are fractions 0..1. */
const scoring = z.discriminatedUnion("method", [
  /** Not scored, and out of the total: the source does not say how. */
  z.strictObject({ method: z.literal("none") }),
  z.strictObject({ method: z.literal("proportional"), rate }),
  z.strictObject({
    method: z.literal("gated-proportional"),
    rate,
    gate: fraction,
    atGate: open(z.enum(["scores", "zero"])),
    /** From the gate on: the rate times the points, or from 0 at the gate to full at 1. */
    proportion: open(z.enum(["rate-times-points", "rescaled"])),
    scale,
    rounding,
  }),
  z.strictObject({
    method: z.literal("relative-linear"),
    measure: rate,
    over: name,
    by: z.array(name),
    unknown: unknownPolicy,
    lowest: open(z.number()),
    allEqual: open(z.enum(["max", "min", "mid"])),
    scale,
    rounding,
  }),
  /** Takes points off: all of them at rate 0, none at or above `free`. */
  z.strictObject({ method: z.literal("deduction"), rate, free: fraction }),
]);
export type Scoring = z.infer<typeof scoring>;

/** Items with points, added up, beside the points they are out of. */
export const appraisal = z.strictObject({
  kind: z.literal("appraisal"),
  ...common,
  items: z.record(
    name,
    z.strictObject({ ...named, points: open(z.number().min(0)), scoring: open(scoring) }),
  ),
  /** The least a total can be. */
  floor: open(z.enum(["none", "zero"])),
});
