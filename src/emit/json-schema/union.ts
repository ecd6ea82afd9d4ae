import { type Alternative, constant, type Fork, type Split } from "./alternatives.ts";
import type { Kinds, Schema, Schemas } from "./form.ts";

/*
 * Writes a union so that an editor knows at once which alternative is meant: by the type of the
 * value, then by one key. With `anyOf` alone it would propose the keys of all alternatives, and
 * tell the faults of whichever fits least badly.
 */

/** Joins what is asked of a value besides its type. */
export function conjunction(parts: readonly Schema[]): Schema {
  const [only] = parts;
  if (!only) return {};
  return parts.length === 1 ? only : { allOf: parts };
}

/** Admits the plain values of a union, and any value of the other types: those are asked more. */
export function typed(plain: readonly Schema[], others: readonly string[]): Schema {
  const types = plain.map((p) => p.type);
  const merge = plain.every((p) => !p.enum) && new Set(types).size === types.length;
  if (!merge) return { anyOf: [...plain, ...(others.length ? [{ type: one(others) }] : [])] };
  return {
    ...Object.assign({}, ...plain),
    type: one([...types.flatMap((t) => t ?? []), ...others]),
  };
}

const one = (types: readonly string[]) => (types.length === 1 ? (types[0] as string) : types);

/** The types that values of a union can have besides the plain ones. */
export function otherTypes({ lists, objects }: Split): readonly string[] {
  return [...(lists.length ? ["array"] : []), ...(objects.length ? ["object"] : [])];
}

/** Asks of an object that it is the alternative it shows itself to be. */
export function byKind(
  { kinds, chosen }: Fork,
  write: (objects: readonly Alternative[]) => Schema,
): Schema {
  if (!kinds) return {};
  const { key } = kinds;
  const cases = chosen.map(({ value, objects }) => ({
    if: { properties: { [key]: { const: value, doNotSuggest: true } } },
    then: write(objects),
  }));
  return { properties: kindProperty(kinds, chosen), allOf: cases };
}

/** The key that says which alternative is meant, each value with what it means. */
export function kindProperty(kinds: Kinds, chosen: Fork["chosen"]): Schemas {
  const meant = chosen.map((c) => c.objects[0]?.schema.properties?.[kinds.key]?.description ?? "");
  return {
    [kinds.key]: {
      description: kinds.description,
      enum: chosen.map((c) => c.value),
      enumDescriptions: meant,
    },
  };
}

/** The keys that all alternatives share. */
export function sharedBy(objects: readonly Alternative[]): Schemas {
  const [first, ...rest] = objects.map((o) => o.schema.properties ?? {});
  const entries = Object.entries(first ?? {});
  const text = (s: Schema | undefined) => JSON.stringify(s);
  return Object.fromEntries(
    entries.filter(([key, s]) => rest.every((r) => text(r[key]) === text(s))),
  );
}

/** Names an alternative after its union and what sets it apart. */
export function titleOf({ schema, home }: Alternative, fork: Fork): string {
  const { kinds, keyed } = fork;
  const value = kinds && constant({ schema, home }, kinds.key);
  const key = keyed.find((k) => k.object.schema === schema)?.key;
  const label = value ?? key;
  return label === undefined ? home : `${home}.${label}`;
}

/** Tests whether an object has a key by which an alternative is known. */
export function has(key: string, { named }: Fork): Schema {
  const text = { properties: { [key]: { type: "string", doNotSuggest: true } } };
  return { required: [key], ...(named && text) };
}

/** Tests whether a change sets one of these keys, and does not take it out. */
export function setsOne(keys: readonly string[], { named }: Fork): Schema {
  const set = named ? { type: "string" } : { not: { type: "null" } };
  const tests = keys.map((key) => {
    return { required: [key], properties: { [key]: { ...set, doNotSuggest: true } } };
  });
  const [only] = tests;
  return only && tests.length === 1 ? only : { anyOf: tests };
}

/** The keys by which alternatives are known, for an editor to propose before one is chosen. */
export function proposals(fork: Fork): Schemas {
  return Object.fromEntries(
    fork.keyed.map(({ key, object }) => [key, proposal([object], key, fork)]),
  );
}

/** What is told of a key in the alternatives that have it, and nothing asked of its value. */
export function proposal(objects: readonly Alternative[], key: string, { kinds }: Fork): Schema {
  if (kinds?.key === key) return { description: kinds.description };
  const told = objects.map((o) => o.schema.properties?.[key]?.description?.split("\n") ?? []);
  const lines = [0, 1].map((i) => [...new Set(told.flatMap((t) => t[i] ?? []))].join(" / "));
  return { description: lines.join("\n") };
}

/** Leaves out what the alternative's own kind means: it is told where the kinds are listed. */
export function withoutKinds(schema: Schema, kinds: readonly Kinds[]): Schema {
  const bare = Object.entries(schema.properties ?? {}).map(([key, property]) => {
    const { description: _, ...rest } = property;
    return [key, kinds.some((k) => k.key === key) ? rest : property] as const;
  });
  return { ...schema, properties: Object.fromEntries(bare) };
}
