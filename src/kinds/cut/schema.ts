import { z } from "zod";
import {
  common,
  condition,
  expression,
  name,
  open,
  outcomes,
  rounding,
  token,
  unknownPolicy,
} from "../../ruleset/schema/parts.ts";

const key = z.strictObject({
  value: open(expression),
  order: z.enum(["descending", "ascending"]),
});

/** The places of a class: a share of those ranked, a number of them, or all that are left. */
const minimum = open(z.int().min(0)).optional();
const places = z.union([
  z.strictObject({ share: open(z.number().min(0).max(1)), minimum }),
  z.strictObject({ count: open(z.int().min(0)), minimum }),
  z.strictObject({ minimum }),
]);

const shared = {
  kind: z.literal("cut"),
  ...common,
  outcomes,
  /** The facts whose values divide the population; none: one whole. */
  partition: z.array(name),
  unknown: unknownPolicy,
  eligible: open(condition).optional(),
  /** The outcome of those who are not eligible. */
  otherwise: token,
  /** The classes, from the first places to the last. */
  order: z.array(token).min(2),
};

/** Ranks a population and hands out places, or cuts it at the quantiles of one number. */
export const cut = z.discriminatedUnion("method", [
  z.strictObject({
    method: z.literal("rank"),
    ...shared,
    classes: z.record(token, places),
    by: z.array(key).min(1),
    rounding,
    scheme: open(z.enum(["cumulative", "separate", "largest-remainder"])),
    tie: open(z.enum(["all-up", "all-down", "id", "keys"])),
    /** What settles a tie: with `id` the fact alone, with `keys` first these keys. */
    tieBreak: z.strictObject({ keys: z.array(key).optional(), id: name }),
    /** Who is ranked but may not be in the classes before `to`, and what becomes of the places. */
    barred: z
      .strictObject({
        when: open(condition),
        to: token,
        places: open(z.enum(["backfill", "place-stays-empty", "out-of-the-base"])),
      })
      .optional(),
  }),
  z.strictObject({
    method: z.literal("quantile"),
    ...shared,
    classes: z.record(token, z.strictObject({ share: open(z.number().min(0).max(1)) })),
    input: open(expression),
    /** The definition of a quantile, numbered as by Hyndman and Fan (1996). */
    definition: z.literal(7),
    closed: open(z.enum(["lower", "upper"])),
  }),
]);
