import type { Place } from "../../ruleset/diagnostics.ts";
import { type ChangeIndex, indexOf } from "./culprit.ts";
import { setterOf } from "./history.ts";
import { writtenAt } from "./patch.ts";
import type { Layer, Resolved } from "./resolve.ts";

/** One variant of a chain, against what it is built on. */
export interface Scene {
  readonly resolved: Resolved;
  readonly level: number;
  readonly layer: Layer;
  /** What the variant is built on. */
  readonly below: Layer;
  readonly changes: ChangeIndex;
}

/** The variants of a chain, the lowest first. */
export function scenesOf(resolved: Resolved): readonly Scene[] {
  return resolved.layers.slice(1).map((layer, i) => ({
    resolved,
    level: i + 1,
    layer,
    below: resolved.layers[i] ?? resolved.layers[0],
    changes: indexOf(layer.changes),
  }));
}

/** The name of the document that the variant is built on. */
export const baseOf = ({ below }: Scene): string => below.document.name;

/** Finds the document, and the place in it, that set what stands at a place of a merged ruleset. */
export function placeOf({ layers, history }: Resolved, path: string, level?: number): Place {
  const { document, path: place } = setterOf(history, path, level ?? layers.length - 1);
  return { document, path: place };
}

/** The same for what the variant is built on. */
export const inBase = ({ resolved, level }: Scene, path: string): Place =>
  placeOf(resolved, path, level - 1);

/** Finds where the variant states what it changes at a place. */
export const inVariant = ({ layer: { document } }: Scene, path: string): Place => ({
  document: document.name,
  path: writtenAt(document.value, path),
});
