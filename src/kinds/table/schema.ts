import { z } from "zod";
import {
  columnName,
  common,
  expression,
  maybeNamed,
  name,
  open,
  outcomes,
  text,
  token,
} from "../../ruleset/schema/parts.ts";

const literal = z.union([z.number(), z.boolean(), z.string().max(200)]);
const bound = open(z.number()).optional();

/** What a cell accepts: a value, one of several, none of several, or a range of numbers. */
const cell = z.union([
  literal,
  z.array(literal).min(1),
  z.strictObject({ not: z.array(literal).min(1) }),
  z.strictObject({ atLeast: bound, above: bound, atMost: bound, below: bound }),
]);
export type Cell = z.infer<typeof cell>;

const outcome = open(z.union([z.number(), token]));

const row = z.strictObject({
  when: z.record(name, open(cell)),
  then: z.record(name, outcome),
  ...maybeNamed,
});

/** What a table states wherever it stands. Without a cell for an input, a row takes any value. */
export const tableBody = {
  hitPolicy: z.enum(["unique", "any", "first", "priority", "collect"]),
  inputs: z.record(columnName, z.strictObject({ label: text, value: open(expression) })),
  rows: z.record(name, row),
  /** The rows in the order they are tried (first, collect), or outcomes by rank (priority). */
  order: z.array(token).optional(),
  otherwise: z.record(name, outcome).optional(),
};

/** Several inputs at once; the hit policy says what several matching rows mean (DMN 1.3). */
export const table = z.strictObject({
  kind: z.literal("table"),
  ...common,
  ...tableBody,
  outputs: z.record(columnName, z.strictObject({ label: text, outcomes: outcomes.optional() })),
  /** What a collect table makes of the rows that match. */
  collect: z.enum(["list", "sum", "count", "minimum", "maximum"]).optional(),
});
