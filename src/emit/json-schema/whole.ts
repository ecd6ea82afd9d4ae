import { type Alternative, type Fork, forkOf, split, unionOf } from "./alternatives.ts";
import type { Book } from "./book.ts";
import { each, inside, type Kinds, referred, type Schema, type Schemas } from "./form.ts";
import {
  byKind,
  conjunction,
  has,
  kindProperty,
  otherTypes,
  proposals,
  sharedBy,
  titleOf,
  typed,
  withoutKinds,
} from "./union.ts";

/** Writes a schema as editors can use it; `home` is the key it stands under. */
export type Write = (schema: Schema, home: string) => Schema;

/** Writes the schemas of whole values, as a ruleset states them. */
export function wholeWriter(definitions: Schemas, book: Book): Write {
  const write: Write = (schema, home) => {
    const target = referred(schema);
    if (target !== undefined) {
      const page = definitions[target] as Schema;
      return { ...schema, ...book.define(target, `whole ${target}`, () => write(page, target)) };
    }
    if (unionOf(schema)) return union(schema, home);
    const { properties, ...rest } = schema;
    return {
      ...inside(rest, (s) => write(s, home)),
      ...(properties && { properties: each(properties, write) }),
    };
  };

  function union(schema: Schema, home: string): Schema {
    const parts = split(schema, definitions, home);
    const { plain, lists, objects, kinds } = parts;
    const { description } = schema;
    const said = description === undefined ? {} : { description };
    const branches = [
      ...(objects.length ? [{ if: { type: "object" }, then: objectsOf(objects, kinds) }] : []),
      ...lists.map((list) => ({ if: { type: "array" }, then: write(list, home) })),
    ];
    const [only] = branches;
    if (plain.length === 0 && branches.length === 1) return { ...only?.then, ...said };
    return { ...said, ...typed(plain, otherTypes(parts)), ...conjunction(branches) };
  }

  function objectsOf(objects: readonly Alternative[], kinds: readonly Kinds[]): Schema {
    const fork = forkOf(objects, kinds);
    const page = (object: Alternative) => alternative(object, fork, kinds);
    const [only] = objects;
    if (only && objects.length === 1) return page(only);
    const tests = fork.keyed.map(({ key, object }) => ({ if: has(key, fork), then: page(object) }));
    const none = { not: { anyOf: fork.keyed.map(({ key }) => has(key, fork)) } };
    const last = lastOf(fork, kinds, page);
    return {
      type: "object",
      ...conjunction([...tests, tests.length ? { if: none, then: last } : last]),
    };
  }

  /** What an object must be that has none of the keys by which others are known. */
  function lastOf(fork: Fork, kinds: readonly Kinds[], page: (o: Alternative) => Schema): Schema {
    const proposed = proposals(fork);
    if (fork.kinds) {
      const { key } = fork.kinds;
      const all = fork.chosen.flatMap((c) => c.objects);
      const shared = each(sharedBy(all), write);
      const properties = { ...kindProperty(fork.kinds, fork.chosen), ...shared, ...proposed };
      const then = byKind(fork, (one) =>
        one.length > 1 ? objectsOf(one, kinds) : page(one[0] as Alternative),
      );
      return { if: { required: [key] }, then, else: { required: [key], properties } };
    }
    if (!fork.rest) return { properties: proposed, additionalProperties: false, minProperties: 1 };
    const rest = page(fork.rest);
    const own = Object.keys(fork.rest.schema.properties ?? {});
    if (own.length === 0) return rest;
    const none = { not: { anyOf: own.map((key) => ({ required: [key] })) } };
    return { allOf: [rest, { if: none, then: { properties: proposed } }] };
  }

  function alternative(object: Alternative, fork: Fork, kinds: readonly Kinds[]): Schema {
    const { schema, home } = object;
    if (definitions[home] === schema) return write({ $ref: `#/definitions/${home}` }, home);
    const title = titleOf(object, fork);
    const same = `whole ${JSON.stringify(schema)}`;
    return book.define(title, same, () => write(withoutKinds(schema, kinds), title));
  }

  return write;
}
