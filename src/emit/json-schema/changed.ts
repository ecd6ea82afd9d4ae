import { type Alternative, type Fork, forkOf, type Split, split, unionOf } from "./alternatives.ts";
import type { Book } from "./book.ts";
import { each, type Kinds, referred, type Schema, type Schemas } from "./form.ts";
import { byKind, conjunction, otherTypes, sets, titleOf, typed } from "./union.ts";
import type { Write } from "./whole.ts";

/**
 * Writes the schemas of what a variant changes, by RFC 7396: any key may be left out, `null` takes
 * out what may be absent, a list is replaced as a whole. What its base says can't be known here.
 */
export function changedWriter(definitions: Schemas, book: Book, whole: Write) {
  const write = (schema: Schema, home: string, required: boolean): Schema => {
    const { description, ...rest } = schema;
    const said = description === undefined ? {} : { description };
    const body = pageOf(rest, home);
    return required ? { ...said, ...body } : { ...said, anyOf: [body, { type: "null" }] };
  };

  function pageOf(schema: Schema, home: string): Schema {
    const target = referred(schema);
    if (target === undefined) return bodyOf(schema, home);
    const page = definitions[target] as Schema;
    if (page.type !== "object" && !unionOf(page)) return whole(schema, home);
    return book.define(`changed.${target}`, `changed ${target}`, () => bodyOf(page, target));
  }

  function bodyOf(schema: Schema, home: string): Schema {
    if (unionOf(schema)) return union(split(schema, definitions, home), home);
    return schema.type === "object" ? objectOf(schema, [], home) : whole(schema, home);
  }

  /** An object of which any part may be stated; keys that only others have may be taken out. */
  function objectOf(schema: Schema, others: readonly string[], home: string): Schema {
    const { properties, required = [], additionalProperties } = schema;
    if (!properties) {
      const entries = typeof additionalProperties === "object" ? additionalProperties : {};
      return { ...schema, additionalProperties: write(entries, home, false) };
    }
    const foreign = others.filter((key) => !(key in properties));
    const taken = { patternProperties: { [`^(${foreign.join("|")})$`]: { type: "null" } } };
    return {
      type: "object",
      properties: each(properties, (s, key) => write(s, key, required.includes(key))),
      ...(foreign.length > 0 && taken),
      additionalProperties: false,
    };
  }

  function union(parts: Split, home: string): Schema {
    const { plain, lists, objects, kinds } = parts;
    const branches = [
      ...(objects.length ? [{ if: { type: "object" }, then: objectsOf(objects, kinds) }] : []),
      ...lists.map((list) => ({ if: { type: "array" }, then: whole(list, home) })),
    ];
    return { ...typed(plain, otherTypes(parts)), ...conjunction(branches) };
  }

  function objectsOf(all: readonly Alternative[], kinds: readonly Kinds[]): Schema {
    const keys = [...new Set(all.flatMap((o) => Object.keys(o.schema.properties ?? {})))];
    const among = (objects: readonly Alternative[]): Schema => {
      const fork = forkOf(objects, kinds);
      const page = (object: Alternative) => alternative(object, fork, keys);
      const pageOrFork = (one: readonly Alternative[]) =>
        one.length > 1 ? among(one) : page(one[0] as Alternative);
      if (objects.length === 1) return pageOrFork(objects);
      const tests = [
        ...fork.keyed.map(({ key, object }) => ({ if: sets(key, fork), then: page(object) })),
        ...(fork.kinds ? [{ if: sets(fork.kinds.key, fork), then: byKind(fork, pageOrFork) }] : []),
      ];
      const none = { not: { anyOf: tests.map((t) => t.if) } };
      return conjunction([...tests, { if: none, then: { anyOf: objects.map(page) } }]);
    };
    return among(all);
  }

  function alternative({ schema, home }: Alternative, fork: Fork, keys: readonly string[]): Schema {
    const named = definitions[home] === schema;
    const title = named ? home : titleOf({ schema, home }, fork);
    const others = fork.named ? [] : keys;
    const same = `changed ${JSON.stringify([schema, others])}`;
    return book.define(`changed.${title}`, same, () => objectOf(schema, others, title));
  }

  return write;
}
