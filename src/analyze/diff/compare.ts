import { isObject, type JsonObject, keysIn } from "../../load/variant/merge.ts";
import { canonical } from "../../ruleset/canonical.ts";
import { pointer } from "../../ruleset/diagnostics.ts";
import { isText } from "../words/names.ts";

/** A place where two documents differ. */
export interface Found {
  readonly path: string;
  readonly how: "changed" | "added" | "removed" | "moved";
  /** Where it stood before, if that is another place. */
  readonly from?: string;
  readonly before?: unknown;
  readonly after?: unknown;
}

/** Finds where two values differ, as far inside as it can be told. */
export function compare(
  before: unknown,
  after: unknown,
  path: string,
  from: string = path,
): readonly Found[] {
  const moved = from === path ? {} : { from };
  if (before === undefined && after === undefined) return [];
  if (before === undefined) return [{ path, how: "added", after }];
  if (after === undefined) return [{ path: from, how: "removed", before }];
  if (canonical(before) === canonical(after)) return [];
  if (Array.isArray(before) && Array.isArray(after)) return compareLists(before, after, path, from);
  if (isObject(before) && isObject(after) && (holdsNames(path) || isOneForm(before, after)))
    return compareMaps(before, after, path, from);
  return [{ path, how: "changed", ...moved, before, after }];
}

/** Does a place hold entries by names of their own, any of which may be a word of the language. */
export const holdsNames = (path: string): boolean => maps.has(keysIn(path).at(-1) ?? "");

const maps = new Set(
  (
    "facts parameters decisions subjects notes silenced conditions bands exactly rows dimensions " +
    "indicators parts items sections classes outcomes values readings inputs outputs cases monotone"
  ).split(" "),
);

/** Are these two of one form, so that what differs is inside; a text or a test is told whole. */
export function isOneForm(before: JsonObject, after: JsonObject): boolean {
  if (isText(before) || before.operator !== undefined || after.operator !== undefined) return false;
  const says = (part: JsonObject, key: string) =>
    typeof part[key] === "string" ? part[key] : undefined;
  if (kinds.some((key) => says(before, key) !== says(after, key))) return false;
  const [a, b] = [before, after].map((part) => forms.find((key) => Object.hasOwn(part, key)));
  return a === b;
}

/** The keys whose value says what a part is. */
const kinds = ["kind", "type", "method", "reading", "parameter", "fact", "decision"];

/** The keys by which a condition or an expression is known for what it is. */
const forms = [
  "all any not condition constant expression sum difference product quotient round size move",
  "choose aggregate",
].flatMap((keys) => keys.split(" "));

function compareMaps(
  before: JsonObject,
  after: JsonObject,
  path: string,
  from: string,
): readonly Found[] {
  const gone = Object.keys(before).filter((key) => !Object.hasOwn(after, key));
  const renamed = new Map<string, string>();
  for (const key of isRenamable(path) ? Object.keys(after) : []) {
    if (Object.hasOwn(before, key)) continue;
    const old = gone.find((g) => canonical(before[g]) === canonical(after[key]));
    if (old === undefined || [...renamed.values()].includes(old)) continue;
    renamed.set(key, old);
  }
  const taken = new Set(renamed.values());
  const keys = [...new Set([...Object.keys(before), ...Object.keys(after)])];
  return keys.flatMap((key): readonly Found[] => {
    const [at, was] = [path + pointer(key), from + pointer(key)];
    const old = renamed.get(key);
    if (old !== undefined) return [{ path: at, how: "moved", before: old, after: key }];
    return taken.has(key) ? [] : compare(before[key], after[key], at, was);
  });
}

/** May an entry have another name and be the same: nothing outside refers to it by that. */
export const isRenamable = (path: string) =>
  keysIn(path).length > 2 && named.has(keysIn(path).at(-1) ?? "");
const named = new Set("bands exactly rows dimensions indicators parts items sections".split(" "));

/** Lists in which the order of what they hold makes no difference. */
const unordered = new Set(
  "all any sum product minimum maximum count aliases subjects oneOf in".split(" "),
);

function compareLists(
  before: readonly unknown[],
  after: readonly unknown[],
  path: string,
  from: string,
): readonly Found[] {
  const key = keysIn(path).at(-1) ?? "";
  const gone = without(before, after);
  const come = without(after, before);
  const free = unordered.has(key);
  if (gone.length + come.length === 0)
    return [{ path, how: free ? "moved" : "changed", before, after }];
  const whole =
    [...before, ...after].some((v) => typeof v !== "object") || !(free || key === "choose");
  if (whole) return [{ path, how: "changed", before, after }];
  return pairUp(gone, come).flatMap(([i, j]) =>
    compare(before[i ?? -1], after[j ?? -1], path + pointer(j ?? -1), from + pointer(i ?? -1)),
  );
}

/** The places in a list of what another one lacks; the same twice counts twice. */
function without(list: readonly unknown[], other: readonly unknown[]): readonly number[] {
  const left = other.map(canonical);
  return list.flatMap((value, i) => {
    const found = left.indexOf(canonical(value));
    if (found < 0) return [i];
    left.splice(found, 1);
    return [];
  });
}

type Pair = readonly [number | undefined, number | undefined];

/** Pairs what went with what came: at the same place, or as the only one of each. */
function pairUp(gone: readonly number[], come: readonly number[]): readonly Pair[] {
  const [i, j] = [gone[0], come[0]];
  if (gone.length === 1 && come.length === 1) return [[i, j]];
  return [
    ...gone.map((g): Pair => [g, come.includes(g) ? g : undefined]),
    ...come.filter((c) => !gone.includes(c)).map((c): Pair => [undefined, c]),
  ];
}
