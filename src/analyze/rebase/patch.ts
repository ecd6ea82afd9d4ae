import { isObject, type JsonObject, mergePatch } from "../../load/variant/merge.ts";
import { canonical } from "../../ruleset/canonical.ts";

/** Are two values the same as JSON has them, whatever the order of their keys. */
export const isSame = (a: unknown, b: unknown): boolean => canonical(a) === canonical(b);

/**
 * Writes a patch that makes one value of another, whatever that one is: the author's own lines as
 * far as they do, and beside them what else it takes. Nothing where the author's lines alone do.
 */
export function fullPatch(patch: unknown, from: unknown, to: unknown): unknown {
  if (patch === null || isSame(mergePatch(from, patch), to)) return undefined;
  return isObject(from) ? laidOver(patch, between(from, to)) : to;
}

/** The least patch that makes one value of another. */
function between(from: unknown, to: unknown): unknown {
  if (!isObject(from) || !isObject(to)) return to;
  const gone = Object.keys(from).filter((key) => !Object.hasOwn(to, key));
  const other = Object.keys(to).filter((key) => !isSame(from[key], to[key]));
  return Object.fromEntries([
    ...other.map((key) => [key, between(from[key], to[key])]),
    ...gone.map((key) => [key, null]),
  ]);
}

/** One patch with what another has beside it; where both say something, the other counts. */
function laidOver(patch: unknown, more: unknown): unknown {
  if (!isObject(patch) || !isObject(more)) return more;
  const own = Object.entries(patch).map(([key, value]) => {
    return [key, Object.hasOwn(more, key) ? laidOver(value, more[key]) : value];
  });
  return { ...Object.fromEntries(own), ...without(more, patch) };
}

const without = (object: JsonObject, keys: JsonObject): JsonObject =>
  Object.fromEntries(Object.entries(object).filter(([key]) => !Object.hasOwn(keys, key)));
