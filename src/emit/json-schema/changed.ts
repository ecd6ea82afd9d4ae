import {
  type Alternative,
  type Fork,
  forkOf,
  ownKeys,
  type Split,
  split,
  unionOf,
} from "./alternatives.ts";
import type { Book } from "./book.ts";
import { each, type Kinds, referred, type Schema, type Schemas, same } from "./form.ts";
import { byKind, conjunction, otherTypes, proposal, setsOne, titleOf, typed } from "./union.ts";
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
    return {
      type: "object",
      properties: each(properties, (s, key) => write(s, key, required.includes(key))),
      ...onlyTakenOut(others.filter((key) => !(key in properties))),
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
    const keys = keysOf(all);
    const among = (objects: readonly Alternative[]): Schema => {
      const fork = forkOf(objects, kinds);
      const page = (object: Alternative) => alternative(object, fork, keys);
      const [only] = objects;
      if (only && objects.length === 1) return page(only);
      const tests = objects
        .filter((object) => object !== fork.rest && ownKeys(object, objects).length > 0)
        .map((object) => ({ if: setsOne(ownKeys(object, objects), fork), then: page(object) }));
      const none = { not: { anyOf: tests.map((t) => t.if) } };
      const last = fork.named && fork.rest ? page(fork.rest) : loose(objects, keys, fork);
      const byKeys = conjunction([...tests, { if: none, then: last }]);
      if (!fork.kinds) return byKeys;
      const then = byKind(fork, among);
      return { if: setsOne([fork.kinds.key], fork), then, else: byKeys };
    };
    return among(all);
  }

  /**
   * A change that shows no alternative: any of the keys that several have, as far as they can stand
   * together. The keys that one alone has are only there to be proposed: set, they would show it.
   */
  function loose(objects: readonly Alternative[], keys: readonly string[], fork: Fork): Schema {
    const having = (key: string) => objects.filter((o) => o.schema.properties?.[key]);
    const own = keysOf(objects);
    const common = own.filter((key) => having(key).length > 1);
    const apart = common.flatMap((key) => {
      const foreign = common.filter((k) => !keysOf(having(key)).includes(k));
      return foreign.length ? [{ if: setsOne([key], fork), then: onlyTakenOut(foreign) }] : [];
    });
    const properties = own.map((key) => {
      const told = proposal(having(key), key, fork);
      if (!common.includes(key)) return [key, told] as const;
      return [key, { ...anyOf(having(key).map((o) => part(o, key))), ...told }] as const;
    });
    return {
      type: "object",
      properties: Object.fromEntries(properties),
      ...onlyTakenOut(keys.filter((key) => !own.includes(key))),
      additionalProperties: false,
      ...conjunction(apart),
    };
  }

  /** Asks of keys that have no place in an object that they are only taken out of it. */
  function onlyTakenOut(keys: readonly string[]): Schema {
    if (keys.length === 0) return {};
    const taken = book.define("takenOut", "taken out", () => takenOut);
    return { patternProperties: { [`^(${keys.join("|")})$`]: taken } };
  }

  const part = ({ schema: { properties, required } }: Alternative, key: string) =>
    write(properties?.[key] as Schema, key, required?.includes(key) ?? false);

  function alternative({ schema, home }: Alternative, fork: Fork, keys: readonly string[]): Schema {
    const title = definitions[home] === schema ? home : titleOf({ schema, home }, fork);
    const others = fork.named ? [] : keys;
    const same = `changed ${JSON.stringify([schema, others])}`;
    return book.define(`changed.${title}`, same, () => objectOf(schema, others, title));
  }

  return write;
}

const takenOut: Schema = {
  type: "null",
  errorMessage:
    "这个字段在这里没有意义，只能写 `null` 把它去掉\nthis key means nothing here: only `null` may stand, to take it out",
};

const keysOf = (objects: readonly Alternative[]) => [
  ...new Set(objects.flatMap((o) => Object.keys(o.schema.properties ?? {}))),
];

/** Joins what a key can be in several alternatives. */
function anyOf(schemas: readonly Schema[]): Schema {
  const once = schemas.filter((s, i) => schemas.findIndex((other) => same(other, s)) === i);
  const [only] = once;
  return only && once.length === 1 ? only : { anyOf: once };
}
