import { z } from "zod";
import {
  aggregates,
  type Condition,
  type Expression,
  type Open,
  operators,
  roundings,
  unknownPolicies,
} from "../expression.ts";

/**
 * The zod schemas of everything a decision is made of: names, texts, citations, values, conditions.
 * They give the TypeScript types, the checks at load, and (later) the JSON Schema for editors.
 */

/** A name that code may use: camelCase, so never an integer (whose order a JSON object loses). */
export const name = z
  .string()
  .regex(/^[a-z][A-Za-z0-9]{0,63}$/, "a name in camelCase, such as `mobileUsers`");
/** A name in a table, which must not look like a reference to a parameter or a decision. */
export const columnName = name.refine(
  (n) => !["parameter", "reading", "cases", "decision"].includes(n),
  {
    error:
      "a name other than `parameter`, `reading`, `cases` and `decision`, which have a meaning of their own",
  },
);
/** A value of a label or a reading: kebab-case, or an official short form such as `A1` or `5`. */
export const token = z
  .string()
  .regex(
    /^[A-Za-z0-9][A-Za-z0-9-]{0,63}$/,
    "a short value of letters, digits and hyphens, such as `off-net`",
  );
/** A ruleset's id. */
export const rulesetId = z
  .string()
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, "an id in kebab-case, such as `hainan-unicom-2003`");
/** A calendar day, `YYYY-MM-DD`. */
export const day = z.iso.date("a day such as `2010-11-30`");
/** A decision, or one part of it: `class`, `value.contribution`. */
const outputReference = z
  .string()
  .regex(
    /^[a-z][A-Za-z0-9]*(\.[a-z][A-Za-z0-9]*)?$/,
    "a decision, or one part of it, such as `value.contribution`",
  );

export const text = z.strictObject({ zh: z.string().min(1), en: z.string().min(1) });
export const citation = z.strictObject({ rule: z.string().min(1), clause: z.string().min(1) });

/** What every decision and every part that may be cited carries. */
export const named = { label: text, citation };
/** The same on a band, a row or an outcome, which may take both from what it stands in. */
export const maybeNamed = { label: text.optional(), citation: citation.optional() };

const parameterReference = z.strictObject({ parameter: name });

/** Lets a parameter, or a choice by a reading, stand in a part's place. */
export function open<T>(part: z.ZodType<T>): z.ZodType<Open<T>> {
  const schema: z.ZodType<Open<T>> = z.lazy(() =>
    z.union([
      part,
      parameterReference,
      z.strictObject({ reading: name, cases: z.record(token, schema) }),
    ]),
  );
  return schema;
}

const scale = open(z.int().min(0).max(12));
export const rounding = open(z.enum(roundings));
/** Do unknown values leave an aggregate or a cut unknown, or are they left out of it and counted. */
export const unknownPolicy = open(z.enum(unknownPolicies));

export const expression: z.ZodType<Expression> = z.lazy(() =>
  z.union([z.number(), z.string().max(200), z.boolean(), ...operations]),
);
export const condition: z.ZodType<Condition> = z.lazy(() => z.union(conditions));

const operand = open(expression);
const operands = z.array(operand).min(1);
const pair = z.tuple([operand, operand]);

const operations = [
  z.strictObject({ fact: name }),
  z.strictObject({ decision: outputReference }),
  z.strictObject({ sum: operands }),
  z.strictObject({ difference: pair }),
  z.strictObject({ product: operands }),
  z.strictObject({ minimum: operands }),
  z.strictObject({ maximum: operands }),
  z.strictObject({ quotient: pair, scale, rounding }),
  z.strictObject({ round: operand, scale, rounding }),
  z.strictObject({ size: operand }),
  z.strictObject({ count: z.array(open(condition)).min(1) }),
  z.strictObject({ when: open(condition) }),
  z.strictObject({ move: operand, by: operand, unit: z.enum(["months", "days"]) }),
  z.strictObject({
    choose: z.array(z.strictObject({ when: open(condition), then: operand })).min(1),
    otherwise: operand,
  }),
  z.strictObject({
    aggregate: z.enum(aggregates),
    over: name,
    by: z.array(name),
    unknown: unknownPolicy,
    of: operand.optional(),
    where: open(condition).optional(),
    at: open(z.number().min(0).max(1)).optional(),
    scale: scale.optional(),
    rounding: rounding.optional(),
  }),
] as const;

const comparison = {
  operator: z.enum(operators),
  value: open<Expression | readonly string[]>(z.union([expression, z.array(z.string()).min(1)])),
};

const conditions = [
  z.strictObject({ all: z.array(open(condition)).min(1) }),
  z.strictObject({ any: z.array(open(condition)).min(1) }),
  z.strictObject({ not: open(condition) }),
  z.strictObject({ condition: name }),
  z.strictObject({ constant: z.boolean() }),
  z.strictObject({ fact: name, ...comparison }),
  z.strictObject({ decision: outputReference, ...comparison }),
  z.strictObject({ expression: operand, ...comparison }),
] as const;

/** Named conditions of a decision, each a ground that a reason can cite. */
const namedConditions = z.record(name, z.strictObject({ ...named, when: open(condition) }));

/** What every kind of decision states besides its own keys. */
export const common = {
  subject: name,
  ...named,
  conditions: namedConditions.optional(),
};

/** The outcomes a decision can have when they are labels, each with its official term. */
export const outcomes = z.record(token, text);
