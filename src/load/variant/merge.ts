import { pointer } from "../../ruleset/diagnostics.ts";

export type JsonObject = Readonly<Record<string, unknown>>;

/** Is this an object as JSON has them: neither `null` nor a list. */
export function isObject(value: unknown): value is JsonObject {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** Reads a key that an object itself has, and none that it has from elsewhere. */
export function ownOf(value: unknown, key: string): unknown {
  return typeof value === "object" && value !== null && Object.hasOwn(value, key)
    ? (value as JsonObject)[key]
    : undefined;
}

/** Finds what stands at a JSON pointer, or nothing. */
export function valueAt(root: unknown, path: string): unknown {
  return keysIn(path).reduce(ownOf, root);
}

/** Takes a JSON pointer apart. */
export function keysIn(path: string): readonly string[] {
  const keys = path.split("/").slice(1);
  return keys.map((k) => k.replaceAll("~1", "/").replaceAll("~0", "~"));
}

/**
 * Merges a patch over a value by RFC 7396: `null` takes a key out, an object is merged key by key,
 * all else (a list too) replaces what was there. Changes neither of the two.
 */
export function mergePatch(target: unknown, patch: unknown): unknown {
  if (!isObject(patch)) return patch;
  const merged = new Map(Object.entries(isObject(target) ? target : {}));
  for (const [key, value] of Object.entries(patch)) {
    if (value === null) merged.delete(key);
    else merged.set(key, mergePatch(merged.get(key), value));
  }
  return Object.fromEntries(merged);
}

/** A value that a patch sets whole, or takes out. */
export interface Change {
  readonly path: string;
  /** What the patch sets there; `null` where it takes the value out. */
  readonly value: unknown;
  /** What stood there before; `undefined` where nothing did. */
  readonly before: unknown;
  /** The keys that stood beside it. */
  readonly beside: readonly string[];
}

/** Lists every value that a patch sets or takes out, each as high up as it is set whole. */
export function changesOf(target: unknown, patch: unknown): readonly Change[] {
  const changes: Change[] = [];
  const walk = (before: unknown, part: unknown, path: string, beside: readonly string[]) => {
    if (!isObject(part) || !isObject(before)) {
      changes.push({ path, value: mergePatch(undefined, part), before, beside });
      return;
    }
    const keys = Object.keys(before);
    for (const [key, value] of Object.entries(part)) {
      walk(ownOf(before, key), value, path + pointer(key), keys);
    }
  };
  walk(target, patch, "", []);
  return changes;
}
