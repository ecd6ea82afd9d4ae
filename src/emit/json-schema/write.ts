import { book } from "./book.ts";
import { changedWriter } from "./changed.ts";
import { type Schema, same } from "./form.ts";
import { tidy } from "./tidy.ts";
import { wholeWriter } from "./whole.ts";

const draft = "http://json-schema.org/draft-07/schema#";

/**
 * Writes the JSON Schema of rulesets, for editors.
 *
 * @param raw - the JSON Schema that zod makes of the ruleset's schema
 * @returns the schema, in draft-07: of all drafts the one that editors support best
 */
export function rulesetSchema(raw: Schema): Schema {
  const { root, definitions } = tidy(raw);
  const pages = book();
  const whole = wholeWriter(definitions, pages)(root, "ruleset");
  const title = "规则集 · a ruleset of tiercut";
  return { $schema: draft, title, ...whole, definitions: pages.pages() };
}

/**
 * Writes the JSON Schema of variants, for editors: what a variant states of itself, and of each
 * section of a ruleset any part.
 *
 * @param rawVariant - the JSON Schema that zod makes of the variant's schema
 * @param raw - that of the ruleset's
 */
export function variantSchema(rawVariant: Schema, raw: Schema): Schema {
  const variant = tidy(rawVariant);
  const { root, definitions } = tidy(raw);
  const pages = book();
  const whole = wholeWriter({ ...variant.definitions, ...definitions }, pages);
  const changed = changedWriter(definitions, pages, whole);
  const { properties = {}, ...rest } = variant.root;
  const stated = Object.entries(properties).map(([key, own]) => {
    const section = root.properties?.[key];
    if (!section || same(section, own)) return [key, whole(own, key)] as const;
    const part = key === "parameters" ? withShortForm(section) : section;
    return [key, changed(part, key, root.required?.includes(key) ?? false)] as const;
  });
  return {
    $schema: draft,
    title: "地方规则集 · a variant of a ruleset of tiercut",
    ...rest,
    properties: Object.fromEntries(stated),
    definitions: pages.pages(),
  };
}

/** In place of a declaration may stand what the parameter is set to. */
function withShortForm(section: Schema): Schema {
  const { additionalProperties } = section;
  if (typeof additionalProperties !== "object") return section;
  const { description, ...declaration } = additionalProperties;
  const said = description === undefined ? {} : { description };
  const short = [{ type: "number" }, { type: "string" }];
  return { ...section, additionalProperties: { ...said, anyOf: [...short, declaration] } };
}
