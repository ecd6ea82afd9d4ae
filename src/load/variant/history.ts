import type { Provenance, Stated } from "../../ruleset/provenance.ts";
import { type Change, valueAt } from "./merge.ts";

/** A value as a document of the chain states it; level 0 is the first base. */
export interface Entry extends Stated {
  readonly level: number;
}

/** What each document of a chain said of each value, by its place in the resolved document. */
export interface History {
  /** The words on the values that a variant set or took out. */
  readonly entries: ReadonlyMap<string, readonly Entry[]>;
  /** The name of the first base, which states all that no variant does. */
  readonly first: string;
}

/** The places above a place, and itself, from the root down. */
export function placesTo(path: string): readonly string[] {
  const keys = path.split("/").slice(1);
  return ["", ...keys.map((_, i) => `/${keys.slice(0, i + 1).join("/")}`)];
}

/** Begins a history with the first base. */
export const begin = (first: string): History => ({ first, entries: new Map() });

/** Goes on with what a variant changes. */
export function goOn(
  history: History,
  level: number,
  name: string,
  changes: readonly Change[],
  written: (path: string) => string,
): History {
  const entries = new Map(history.entries);
  for (const { path, value, before } of changes) {
    if (value === null && before === undefined) continue;
    const own = entries.get(path) ?? [];
    const last = lastWord({ ...history, entries }, path, level - 1);
    // A word on the whole above is later than what was said of this: the history begins anew.
    const seed = own.at(-1) === last.entry ? own : [];
    const first = seed.length === 0 && before !== undefined ? [stated(last, path, before)] : [];
    entries.set(path, [...seed, ...first, { level, document: name, path: written(path), value }]);
  }
  return { ...history, entries };
}

interface Word {
  /** Where it stands in the resolved document. */
  readonly at: string;
  readonly entry: Entry;
}

/** The last word on a place up to a level: of the words on it and on what it stands in, the latest. */
function lastWord({ entries, first }: History, path: string, level: number): Word {
  let last: Word = {
    at: "",
    entry: { level: 0, document: first, path: "", value: undefined },
  };
  for (const at of placesTo(path)) {
    const entry = entries.get(at)?.findLast((e) => e.level <= level);
    if (entry && entry.level >= last.entry.level) last = { at, entry };
  }
  return last;
}

/** Carries a word on a whole over to a part of it. */
function stated({ at, entry }: Word, path: string, value: unknown): Entry {
  return { ...entry, path: entry.path + path.slice(at.length), value };
}

/** Finds who set the value at a place, as things stood at a level. */
export function setterOf(history: History, path: string, level: number): Entry {
  return stated(lastWord(history, path, level), path, undefined);
}

/** Makes the history that goes with a resolved ruleset: the words that still count. */
export function provenanceOf(history: History, level: number): Provenance {
  const counting = [...history.entries].filter(
    ([path, own]) => lastWord(history, path, level).entry === own.at(-1),
  );
  return Object.fromEntries(
    counting.map(([path, own]) => [
      path,
      own.map(({ document, path, value }) => ({ document, path, value })),
    ]),
  );
}

/** Tells the history of any value of a resolved document: a listed one's, or that of its whole. */
export function historyAt(
  path: string,
  root: unknown,
  provenance: Provenance,
  first: string,
): readonly Stated[] {
  const above = placesTo(path).findLast((at) => Object.hasOwn(provenance, at));
  if (above === path) return provenance[path] ?? [];
  const value = valueAt(root, path);
  if (value === undefined) return [];
  const last = above === undefined ? undefined : provenance[above]?.at(-1);
  if (!last) return [{ document: first, path, value }];
  return [{ document: last.document, path: last.path + path.slice(above?.length ?? 0), value }];
}
