import { z } from "zod";
import {
  common,
  expression,
  maybeNamed,
  name,
  open,
  outcomes,
  token,
} from "../../ruleset/schema/parts.ts";

const outcome = open(z.union([z.number(), token]));

/** One band states only where it begins; the lowest, and only that, states nothing. */
const band = z.strictObject({ from: open(z.number()).optional(), outcome, ...maybeNamed });

/** What bands state wherever they stand: alone, or as the score of an indicator. */
export const bandsBody = {
  input: open(expression),
  closed: open(z.enum(["lower", "upper"])),
  bands: z.record(name, band),
  /** Single values that the source treats apart from the band they fall in. */
  exactly: open(
    z.record(name, z.strictObject({ value: open(z.number()), outcome, ...maybeNamed })),
  ).optional(),
};

/** A number cut into bands, each giving a label or points. */
export const bands = z.strictObject({
  kind: z.literal("bands"),
  ...common,
  outcomes: outcomes.optional(),
  ...bandsBody,
});
