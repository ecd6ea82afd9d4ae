import { z } from "zod";
import type { Text } from "../text.ts";

/** What editors are told of a schema besides its form. */
interface Words {
  /** The name of a form that many keys share. */
  readonly id?: string;
  readonly description?: string;
  /** What each value of a list of values means, in their order. */
  readonly enumDescriptions?: readonly string[];
  /** What the key is that tells the alternatives of a union apart. */
  readonly kinds?: { readonly key: string; readonly description: string };
  readonly not?: { readonly enum: readonly string[] };
}

/** The words of every key. A registry of our own: zod's global one is the host's as well. */
export const words = z.registry<Words>();

/** A phrase in the two languages. */
type Phrase = readonly [zh: string, en: string] | Text;

const both = (phrase: Phrase) =>
  "zh" in phrase ? `${phrase.zh}\n${phrase.en}` : phrase.join("\n");

/** Gives a copy words of its own: one schema stands under many keys. */
function withWords<S extends z.ZodType>(schema: S, own: Words): S {
  const copy = schema.clone(undefined, { parent: true });
  words.add(copy, own);
  return copy;
}

/** Names a form that many keys share. */
export function shared<S extends z.ZodType>(id: string, schema: S): S {
  words.add(schema, { id });
  return schema;
}

/** Describes a key to who writes a ruleset: editors show it where the key is written. */
export function described<S extends z.ZodType>(schema: S, zh: string, en: string): S {
  return withWords(schema, { description: both([zh, en]) });
}

/** Describes a choice between kinds, and the key that says which. */
export function chosenBy<S extends z.ZodDiscriminatedUnion>(
  schema: S,
  kinds: Phrase,
  zh: string,
  en: string,
): S {
  const key = { key: schema.def.discriminator, description: both(kinds) };
  return withWords(schema, { description: both([zh, en]), kinds: key });
}

/** Makes a list of values, each with what it means. */
export function valuesOf<const V extends string>(meanings: Readonly<Record<V, Phrase>>) {
  const values = Object.keys(meanings) as V[];
  return withWords(z.enum(values), { enumDescriptions: values.map((v) => both(meanings[v])) });
}

/** Tells editors which names a schema refuses besides those of another form. */
export function except<S extends z.ZodType>(schema: S, names: readonly string[]): S {
  return withWords(schema, { not: { enum: names } });
}
