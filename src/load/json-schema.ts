import { z } from "zod";
import type { Schema } from "../emit/json-schema/form.ts";
import { rulesetSchema, variantSchema } from "../emit/json-schema/write.ts";
import { ofMessage } from "../ruleset/phrase.ts";
import { words } from "../ruleset/schema/described.ts";
import { document, variant } from "./schema.ts";

/** Writes the JSON Schemas of rulesets and of variants, which editors complete and check by. */
export function jsonSchemas(): { readonly ruleset: Schema; readonly variant: Schema } {
  const raw = rawSchema(document);
  return { ruleset: rulesetSchema(raw), variant: variantSchema(rawSchema(variant), raw) };
}

function rawSchema(schema: z.ZodType): Schema {
  return z.toJSONSchema(schema, {
    target: "draft-7",
    io: "input",
    metadata: words,
    override({ zodSchema, jsonSchema }) {
      const expected = expectedBy(zodSchema);
      if (expected === undefined) return;
      if (jsonSchema.not) jsonSchema.errorMessage = expected;
      else if (jsonSchema.pattern) jsonSchema.patternErrorMessage = expected;
    },
  }) as Schema;
}

/** Tells what a text must be, in the words that loading tells it in: those of the last check. */
function expectedBy(schema: z.core.$ZodType): string | undefined {
  const checks = [schema, ...(schema._zod.def.checks ?? [])];
  const messages = checks.flatMap(({ _zod: { def } }) => {
    const error = "error" in def ? def.error : undefined;
    const told = typeof error === "function" ? error({} as never) : undefined;
    return typeof told === "string" ? [told] : [];
  });
  const message = messages.at(-1);
  if (message === undefined) return undefined;
  const { zh, en } = ofMessage(message);
  return `${zh}\n${en}`;
}
