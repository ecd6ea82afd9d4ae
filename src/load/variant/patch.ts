import { isObject, type JsonObject, keysIn, ownOf } from "./merge.ts";

/** What a document states of itself alone: it is neither inherited nor merged. */
export const ownKeys = ["$schema", "language", "id", "version", "label", "extends"] as const;

const own: ReadonlySet<string> = new Set(ownKeys);

/**
 * Reads a variant as a merge patch of its base, with its parameters written out. A value for a
 * parameter that the base does not have is left out: it is told as a fault.
 */
export function patchOf(variant: JsonObject, base: JsonObject): JsonObject {
  const sections = Object.entries(variant).filter(([key]) => !own.has(key));
  const patch = sections.map(([key, part]) => [
    key,
    key === "parameters" ? writtenOut(part, base.parameters) : part,
  ]);
  return Object.fromEntries(patch);
}

/** A value alone sets a parameter for all dates: no dated value of the base is left beside it. */
function writtenOut(parameters: unknown, known: unknown): unknown {
  if (!isObject(parameters)) return parameters;
  const entries = Object.entries(parameters).flatMap(([name, p]) => {
    if (!isShort(p)) return [[name, p]];
    return isObject(ownOf(known, name)) ? [[name, { default: p, dated: null }]] : [];
  });
  return Object.fromEntries(entries);
}

const isShort = (part: unknown) => part !== null && !isObject(part);

/** Lists the parameters that a variant sets in the short form. */
export function shortIn({ parameters }: JsonObject): readonly string[] {
  if (!isObject(parameters)) return [];
  return Object.entries(parameters).flatMap(([name, p]) => (isShort(p) ? [name] : []));
}

/** Finds where a variant states what its patch has at a place. */
export function writtenAt(variant: JsonObject, path: string): string {
  const [section, name = "", key] = keysIn(path);
  if (section !== "parameters" || key === undefined) return path;
  return shortIn(variant).includes(name) ? path.split("/").slice(0, 3).join("/") : path;
}
