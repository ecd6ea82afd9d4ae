import { z } from "zod";
import { roundings } from "../../ruleset/expression.ts";

/** The zod schema of a mapping: which column is which fact, and what is stated besides. */
const value = z.union([z.string(), z.number(), z.boolean(), z.array(z.string()), z.null()]);

const column = z.strictObject({
  column: z.string().min(1),
  /** Divides the number in the cell, such as a year's revenue by 12. */
  divide: z.number().positive().optional(),
  /** Rounds the number to so many decimals. */
  scale: z.int().min(0).max(12).optional(),
  rounding: z.enum(roundings).optional(),
  /** What a cell's text stands for; any other text is rejected. */
  values: z.record(z.string(), value).optional(),
  /** What a blank cell stands for, where the data's own description says so. */
  blank: value.optional(),
});

export const mapping = z.strictObject({
  $schema: z.string().optional(),
  /** Where the data comes from, and what was made of it. */
  note: z.string().optional(),
  /** Why a fact has the column or constant it has. */
  notes: z.record(z.string(), z.string()).optional(),
  /** What a row is: a subject of the ruleset. */
  subject: z.string().optional(),
  /** The column that names the row in the output. */
  id: z.string().min(1).optional(),
  columns: z.record(z.string(), z.union([z.string().min(1), column])),
  constants: z.record(z.string(), value).optional(),
  /** Where answers are known: the column of a decision's outcome, or of one of its parts. */
  answers: z.record(z.string(), z.union([z.string().min(1), column])).optional(),
});

/** The keys that a mapping, and a column of it, can have. */
export const mappingKeys = Object.keys(mapping.shape);
export const columnKeys = Object.keys(column.shape);

/** A mapping file. */
export type Mapping = z.infer<typeof mapping>;
/** How a column is read as a fact. */
export type MappedColumn = z.infer<typeof column>;
