import { isTree } from "./arbitraries.ts";

/*
 * A merge of three written on its own, over the leaves of documents: a list, a text in two languages
 * and a comparison are one leaf each, since no part of them means anything alone.
 */

export type Leaves = ReadonlyMap<string, string>;

const own = new Set(["language", "id", "version", "label"]);

const isLeaf = (value: unknown, depth: number): boolean => {
  if (!isTree(value)) return true;
  if (depth === 0) return false;
  const keys = Object.keys(value);
  return keys.length === 0 || keys.includes("operator") || keys.sort().join() === "en,zh";
};

const sorted = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(sorted);
  if (!isTree(value)) return value;
  return Object.fromEntries(
    Object.entries(value)
      .map(([k, v]) => [k, sorted(v)] as const)
      .sort(([a], [b]) => (a < b ? -1 : 1)),
  );
};

export function leavesOf(document: unknown): Leaves {
  const leaves = new Map<string, string>();
  const walk = (value: unknown, path: string, depth: number) => {
    if (isLeaf(value, depth)) leaves.set(path, JSON.stringify(sorted(value)));
    else
      for (const [key, inside] of Object.entries(value as object))
        if (depth > 0 || !own.has(key)) walk(inside, `${path}/${key}`, depth + 1);
  };
  walk(document, "", 0);
  return leaves;
}

/** The places of leaves, and of the whole that each of them stands in. */
export function wholesOf(leaves: Leaves): Leaves {
  const wholes = [...leaves.keys()].flatMap((path) =>
    path.split("/").map((_, i, keys) => [keys.slice(0, i + 1).join("/"), "whole"] as const),
  );
  return new Map([...wholes, ...leaves]);
}

/** The places of leaves that are not the same in both. */
export function changedIn(a: Leaves, b: Leaves): readonly string[] {
  return [...new Set([...a.keys(), ...b.keys()])].filter((path) => a.get(path) !== b.get(path));
}

export const isIn = (path: string, whole: string) => path === whole || path.startsWith(`${whole}/`);
export const overlap = (a: string, b: string) => isIn(a, b) || isIn(b, a);

/** Of each leaf what the variant made of it, where it says something of it; else the base's. */
export function mergedLeaves(after: Leaves, own: Leaves, stated: readonly string[]): Leaves {
  const free = [...after].filter(([path]) => !stated.some((s) => path === s));
  const set = stated.flatMap((path) => {
    const value = own.get(path);
    return value === undefined ? [] : [[path, value] as const];
  });
  const all = [...free, ...set];
  const isFilled = (path: string) => all.some(([other]) => other !== path && isIn(other, path));
  return new Map(all.filter(([path, value]) => value !== "{}" || !isFilled(path)));
}
