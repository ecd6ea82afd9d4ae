import { z } from "zod";
import { described, valuesOf } from "./described.ts";
import { day, token } from "./parts.ts";

/**
 * The zod schemas of what a variant may change of a parameter: anything (`open`), nothing (`fixed`),
 * or what stays within stated bounds.
 */

const plain = valuesOf({
  open: ["可以随意改", "at will"],
  fixed: ["不许改", "not at all"],
});
const direction = described(
  valuesOf({
    higher: ["越高越严：只许调高", "the higher, the stricter: it may only be raised"],
    lower: ["越低越严：只许调低", "the lower, the stricter: it may only be lowered"],
  }),
  "只许改得更严：往哪边是更严",
  "only so that it is stricter: which way that is",
).optional();

const among = <T extends z.ZodType>(value: T) =>
  described(z.array(value).min(1), "只许改成这些之一", "only to one of these").optional();

const bounds = <T extends z.ZodType>(value: T) => ({
  atLeast: described(value, "不得低于", "not below this").optional(),
  atMost: described(value, "不得高于", "not above this").optional(),
  oneOf: among(value),
  stricter: direction,
});

export const numberChange = z.union([
  plain,
  z.strictObject({
    ...bounds(z.number()),
    step: described(
      z.number().positive(),
      "只许按这个步长改",
      "only by whole steps of this size",
    ).optional(),
  }),
]);
export const dateChange = z.union([plain, z.strictObject(bounds(day))]);
export const readingChange = z.union([
  plain,
  z.strictObject({
    oneOf: among(token),
    stricter: described(
      z.array(token).min(2),
      "只许改得更严：解读从最宽到最严",
      "only so that it is stricter: the readings from the laxest to the strictest",
    ).optional(),
  }),
]);
