import type { Text } from "../../ruleset/text.ts";
import { begin, goOn, type History } from "./history.ts";
import { type Change, changesOf, type JsonObject, mergePatch } from "./merge.ts";
import { ownKeys, patchOf, writtenAt } from "./patch.ts";
import type { Document } from "./shelf.ts";

/** One document of a chain, laid over those below it. */
export interface Layer {
  readonly document: Document;
  /** What the ruleset is with this document and all below it. */
  readonly merged: JsonObject;
  /** What this document sets or takes out. */
  readonly changes: readonly Change[];
}

/** A chain of documents merged into one, with the history of every value. */
export interface Resolved {
  readonly layers: readonly [Layer, ...Layer[]];
  readonly history: History;
}

/** Merges each document of a chain over those below it. Changes none of them. */
export function resolve([base, ...variants]: readonly [Document, ...Document[]]): Resolved {
  const layers: [Layer, ...Layer[]] = [{ document: base, merged: base.value, changes: [] }];
  let history = begin(base.name);
  let below: JsonObject = base.value;
  for (const [i, document] of variants.entries()) {
    const patch = patchOf(document.value, below);
    const sections = without(below);
    const changes = changesOf(sections, patch);
    below = { ...ownOf(document.value), ...(mergePatch(sections, patch) as JsonObject) };
    history = goOn(history, i + 1, document.name, changes, (path) =>
      writtenAt(document.value, path),
    );
    layers.push({ document, merged: below, changes });
  }
  return { layers, history };
}

const own: ReadonlySet<string> = new Set(ownKeys);
const isOwn = (key: string) => own.has(key);

const without = (document: JsonObject): JsonObject =>
  Object.fromEntries(Object.entries(document).filter(([key]) => !isOwn(key)));

/** What the resolved ruleset has from the variant alone; it extends nothing any more. */
function ownOf(variant: JsonObject): JsonObject {
  const kept = Object.entries(variant).filter(([key]) => isOwn(key) && key !== "extends");
  return Object.fromEntries(kept);
}

/** The name of a document for people. */
export const labelOf = ({ value }: Document) => value.label as Text;
