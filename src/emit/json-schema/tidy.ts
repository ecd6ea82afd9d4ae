import { freeName } from "./book.ts";
import { each, inside, refer, referred, type Schema, type Schemas } from "./form.ts";

/** A schema with the definitions it points to. */
export interface Document {
  readonly root: Schema;
  readonly definitions: Schemas;
}

/**
 * Makes what zod writes fit to be read: one reference in place of nested ones, one definition in
 * place of several alike, and names in place of numbers.
 */
export function tidy({ $schema: _, definitions = {}, ...raw }: Schema): Document {
  const document = { root: direct(raw), definitions: each(definitions, direct) };
  return withNames(withoutTwins(withoutAliases(document)));
}

/**
 * zod points to a described copy of a form through `allOf`; a reference beside the words says the
 * same. What else a copy asks for may not stand beside a reference.
 */
function direct(schema: Schema): Schema {
  const whole = inside(schema, direct);
  const { allOf, $ref: _, ...rest } = whole;
  const [only] = allOf ?? [];
  if (only === undefined) return whole;
  return rest.not ? { ...rest, allOf: [only] } : { ...only, ...rest };
}

/** Follows definitions that only point to another: of the two names, the one given is kept. */
function withoutAliases({ root, definitions }: Document): Document {
  const given = new Map<string, string>();
  for (const [name, schema] of Object.entries(definitions)) {
    const target = referred(schema);
    if (target !== undefined) given.set(target, name);
  }
  const whole = Object.entries(definitions).filter(([, s]) => referred(s) === undefined);
  const document = { root, definitions: Object.fromEntries(whole) };
  return renamed(document, (name) => given.get(name) ?? name);
}

/** Puts one definition in place of all that say the same, of themselves and of one another. */
function withoutTwins(document: Document): Document {
  let twin = (name: string) => (isNumbered(name) ? "any" : name);
  for (let known = 0; ; ) {
    const firsts = new Map<string, string>();
    const chosen = new Map<string, string>();
    for (const [name, schema] of Object.entries(document.definitions)) {
      const text = isNumbered(name) ? JSON.stringify(repointed(schema, twin)) : name;
      const first = firsts.get(text) ?? name;
      firsts.set(text, first);
      chosen.set(name, first);
    }
    twin = (name) => chosen.get(name) ?? name;
    if (firsts.size === known) return renamed(document, twin);
    known = firsts.size;
  }
}

/** Names each numbered definition after the key it first stands under. */
function withNames(document: Document): Document {
  const names = new Map<string, string>();
  const taken = new Set(Object.keys(document.definitions));
  const seen = new Set<string>();
  const take = (target: string, key: string) => {
    const name = freeName(key, taken);
    taken.add(name);
    names.set(target, name);
  };
  const walk = (schema: Schema, key: string) => {
    const target = referred(schema);
    if (target === undefined) {
      walkInside(schema, key);
      return;
    }
    if (isNumbered(target) && !names.has(target)) take(target, key);
    if (seen.has(target)) return;
    seen.add(target);
    walkInside(document.definitions[target] as Schema, names.get(target) ?? target);
  };
  const walkInside = ({ properties = {}, ...rest }: Schema, key: string) => {
    for (const [name, property] of Object.entries(properties)) walk(property, name);
    inside(rest, (schema) => {
      walk(schema, key);
      return schema;
    });
  };
  walk(document.root, "ruleset");
  return renamed(document, (name) => names.get(name) ?? name);
}

const isNumbered = (name: string) => name.startsWith("__schema");

function renamed({ root, definitions }: Document, rename: (name: string) => string): Document {
  const entries = Object.entries(definitions).map(([n, s]) => [rename(n), repointed(s, rename)]);
  return { root: repointed(root, rename), definitions: Object.fromEntries(entries) };
}

function repointed(schema: Schema, rename: (name: string) => string): Schema {
  const target = referred(schema);
  const whole = inside(schema, (s) => repointed(s, rename));
  return target === undefined ? whole : { ...whole, ...refer(rename(target)) };
}
