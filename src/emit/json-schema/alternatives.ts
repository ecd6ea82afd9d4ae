import { type Kinds, referred, type Schema, type Schemas } from "./form.ts";

/** One of the objects that a union admits. */
export interface Alternative {
  readonly schema: Schema;
  /** The definition it is, or the union it is written in. */
  readonly home: string;
}

/** A union taken apart by what a value is. */
export interface Split {
  readonly plain: readonly Schema[];
  readonly lists: readonly Schema[];
  readonly objects: readonly Alternative[];
  /** The keys that tell objects apart, the outer first. */
  readonly kinds: readonly Kinds[];
}

/** Lists the alternatives of a union, if a schema is one. */
export const unionOf = ({ anyOf, oneOf }: Schema) => anyOf ?? oneOf;

/** Takes a union apart, also where a union stands in a union. */
export function split(schema: Schema, definitions: Schemas, home: string): Split {
  const kinds: Kinds[] = [];
  const leaves = (part: Schema, where: string): readonly Alternative[] => {
    const target = referred(part);
    if (target !== undefined) return leaves(definitions[target] as Schema, target);
    if (part.kinds) kinds.push(part.kinds);
    return unionOf(part)?.flatMap((s) => leaves(s, where)) ?? [{ schema: part, home: where }];
  };
  const found = leaves(schema, home);
  const others = found.filter(({ schema: s }) => s.type !== "object" && s.type !== "array");
  return {
    plain: others.map((l) => l.schema),
    lists: found.filter((l) => l.schema.type === "array").map((l) => l.schema),
    objects: found.filter((l) => l.schema.type === "object"),
    kinds,
  };
}

/** How an object shows which alternative it is. */
export interface Fork {
  /** By the value of one key. */
  readonly kinds?: Kinds | undefined;
  readonly chosen: readonly { readonly value: unknown; readonly objects: readonly Alternative[] }[];
  /** By having a key that no other alternative has. */
  readonly keyed: readonly { readonly key: string; readonly object: Alternative }[];
  /** By neither: what is left. */
  readonly rest: Alternative | undefined;
  /** Any key may be one of an alternative's own names, so that having it is not enough. */
  readonly named: boolean;
}

/** Finds how the objects of a union are told apart. */
export function forkOf(objects: readonly Alternative[], kinds: readonly Kinds[]): Fork {
  const by = kinds.find(({ key }) => new Set(objects.map((o) => constant(o, key))).size > 1);
  const values = by ? new Set(objects.map((o) => constant(o, by.key))) : new Set();
  values.delete(undefined);
  const chosen = [...values].map((value) => ({
    value,
    objects: objects.filter((o) => by && constant(o, by.key) === value),
  }));
  const others = objects.filter((o) => !chosen.some((c) => c.objects.includes(o)));
  const keyed = others.flatMap((object) => {
    const key = ownKeys(object, objects).find((k) => object.schema.required?.includes(k));
    return key === undefined ? [] : [{ key, object }];
  });
  const [rest, second] = others.filter((o) => !keyed.some((k) => k.object === o));
  if (second || (rest && by)) throw new Error("nothing tells two alternatives of a union apart");
  return { kinds: by, chosen, keyed, rest, named: rest !== undefined && !rest.schema.properties };
}

/** Reads the one value that a key can have in an alternative. */
export const constant = ({ schema }: Alternative, key: string) => schema.properties?.[key]?.const;

/** Lists the keys that no other alternative has. */
export function ownKeys(object: Alternative, objects: readonly Alternative[]): readonly string[] {
  const others = objects.filter((o) => o !== object);
  const isOwn = (key: string) =>
    others.every(({ schema }) => schema.properties?.[key] === undefined);
  return Object.keys(object.schema.properties ?? {}).filter(isOwn);
}
