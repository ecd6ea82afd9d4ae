import type { Diagnostic } from "../../ruleset/diagnostics.ts";
import { placesTo } from "./history.ts";
import { type Change, keysIn, valueAt } from "./merge.ts";
import { above, namesIn, reachedFrom } from "./references.ts";

/** The changes of a variant, so that the one a fault comes from is found without going through all. */
export interface ChangeIndex {
  readonly all: readonly Change[];
  readonly at: ReadonlyMap<string, Change>;
  /** The changes at a place or inside it. */
  readonly inside: ReadonlyMap<string, readonly Change[]>;
  /** What was taken out, by its name. */
  readonly taken: ReadonlyMap<string, Change>;
}

export function indexOf(all: readonly Change[]): ChangeIndex {
  const inside = new Map<string, Change[]>();
  for (const change of all) {
    for (const place of placesTo(change.path)) {
      const found = inside.get(place);
      if (found) found.push(change);
      else inside.set(place, [change]);
    }
  }
  const out = all.filter((c) => c.value === null && c.before !== undefined);
  return {
    all,
    at: new Map(all.map((c) => [c.path, c])),
    inside,
    taken: new Map(out.map((c) => [keysIn(c.path).at(-1) ?? "", c])),
  };
}

/**
 * Finds the change of a variant that a fault comes from. The fault may lie at a place that the
 * variant did not touch: a maximum that no longer is the sum of those inside, a condition that uses
 * a parameter taken out, bands that begin alike because a parameter was moved.
 */
export function culpritOf(
  fault: Diagnostic,
  changes: ChangeIndex,
  merged: unknown,
): Change | undefined {
  return (
    mentioned(fault, changes, merged) ??
    placesTo(fault.path).flatMap((p) => changes.at.get(p) ?? [])[0] ??
    nearest(fault, changes, merged)
  );
}

/** What was taken out, where the faulty place still mentions it by name. */
function mentioned({ code, path }: Diagnostic, { taken }: ChangeIndex, merged: unknown) {
  if (taken.size === 0 || !(code.startsWith("unknown-") || code === "order-mismatch"))
    return undefined;
  const names = [...namesIn(valueAt(merged, path)), keysIn(path).at(-1) ?? ""];
  return names.flatMap((name) => taken.get(name) ?? [])[0];
}

const sections = new Set(["facts", "parameters", "decisions", "subjects", "notes"]);

/** The change nearest to the fault: in the smallest part that has one, or in what it refers to. */
function nearest(fault: Diagnostic, changes: ChangeIndex, merged: unknown) {
  const places = placesTo(fault.path);
  const parts = places.slice(sections.has(places[1]?.slice(1) ?? "") ? 2 : 1).reverse();
  const whole = parts.at(-1) ?? fault.path;
  const near = parts.map((at) => () => reachedFrom(merged, at, 1));
  const far = () => reachedFrom(merged, whole, Number.POSITIVE_INFINITY);
  for (const reach of [...near, far]) {
    const found = [...reach()].flatMap((at) => changes.inside.get(at) ?? []);
    if (found.length > 0) return preferred(found, fault);
  }
  return changes.all[0];
}

/** Of several changes: for a key that lacks, the one that took it out; else one that sets a value. */
function preferred(changes: readonly Change[], { code, path }: Diagnostic): Change | undefined {
  const tookOut = changes.find((c) => c.value === null && above(c.path) === path);
  if (code === "missing-key" && tookOut) return tookOut;
  return changes.find((c) => c.value !== null) ?? changes[0];
}
