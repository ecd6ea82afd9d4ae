import { z } from "zod";
import { common, expression, name, named, open } from "../../ruleset/schema/parts.ts";
import { bandsBody } from "../bands/schema.ts";
import { tableBody } from "../table/schema.ts";

const points = open(z.number());
/** A score is one number, so rows are not collected: a `sum` adds up. */
const singlePolicy = z.enum(["unique", "any", "first", "priority"]);

/** How an indicator comes to its points: bands of a number, a table, or declared arithmetic. */
const single = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("bands"), ...bandsBody }),
  z.strictObject({ kind: z.literal("table"), ...tableBody, hitPolicy: singlePolicy }),
  z.strictObject({ kind: z.literal("formula"), value: open(expression) }),
]);

/** Or the sum of several such parts, each with its own clause. */
const sum = z.strictObject({
  kind: z.literal("sum"),
  parts: z.record(name, z.strictObject({ ...named, maximum: points, score: open(single) })),
});

const indicator = z.strictObject({
  ...named,
  maximum: points,
  score: open(z.union([single, sum])),
});

/** Dimensions of indicators, each with its points and its maximum; the outcome is their sum. */
export const scorecard = z.strictObject({
  kind: z.literal("scorecard"),
  ...common,
  maximum: points,
  dimensions: z.record(
    name,
    z.strictObject({ ...named, maximum: points, indicators: z.record(name, indicator) }),
  ),
});
