import { isObject, keysIn, mergePatch, ownOf } from "../../load/variant/merge.ts";
import { above } from "../../load/variant/references.ts";
import { pointer } from "../../ruleset/diagnostics.ts";
import { holdsNames, isOneForm, isRenamable } from "../diff/compare.ts";
import { fullPatch, isSame } from "./patch.ts";
import type { ConflictReason } from "./rebased.ts";
import { meetSlots } from "./slots.ts";
import type { Clash, Met, Three } from "./three.ts";

/**
 * Merges three versions of a place, and lists where that can't be done: a change of one side alone
 * stands, the same change of both is one, and what both changed otherwise clashes. A part whose keys
 * mean something only together (a text, a comparison, a value of a certain form) is one place.
 */
export function meet(three: Three, path: string): readonly Met[] {
  const { after, own, patch } = three;
  if (patch === undefined || isSame(three.before, after)) return [];
  if (isSame(after, own)) return [{ is: "agreed", path }];
  if (isIdle(three)) return [];
  const keys = keysIn(path);
  const isMap = holdsNames(path);
  // Two first entries under different names are no more in each other's way than two later ones.
  const before = three.before ?? (isMap ? {} : undefined);
  if (!isObject(before) || !isObject(after) || !isObject(own)) return [clash(three, path)];
  const inside = meetInside({ before, after, own, patch }, path);
  if (isMap) return inside;
  if (keys.length === 2 && keys[0] === "parameters")
    return [...inside.filter(isOutsideSlots), ...meetSlots({ before, after, own }, patch, path)];
  return isOneForm(before, after) && isOneForm(before, own) ? inside : [clash(three, path)];
}

/** Does the patch change nothing, neither of what the base had nor of what it has. */
const isIdle = ({ before, after, own, patch }: Three) =>
  isSame(before, own) && patch !== null && isSame(mergePatch(after, patch), after);

/** What a parameter is set to is merged by days, and not key by key. */
const isOutsideSlots = ({ path }: Met) => !["default", "dated"].includes(keysIn(path)[2] ?? "");

function meetInside(three: Three, path: string): readonly Met[] {
  const { before, after, own, patch } = three;
  const keys = isObject(patch) ? Object.keys(patch) : [];
  return keys.flatMap((key) => {
    const [was, is] = [ownOf(before, key), ownOf(after, key)];
    const inside = { before: was, after: is, own: ownOf(own, key), patch: ownOf(patch, key) };
    const at = path + pointer(key);
    const moved = was === undefined || is !== undefined ? undefined : movedIn(three, was);
    return moved === undefined ? meet(inside, at) : meetMoved(inside, at, moved);
  });
}

/**
 * What the base has under another name now stands beside what the variant makes of it. It is taken
 * out where nothing but its name is lost, lest the variant says what it did and the base's too.
 */
function meetMoved(inside: Three, path: string, moved: string): readonly Met[] {
  const movedTo = above(path) + pointer(moved);
  const out = isRenamable(above(path)) ? [{ path: movedTo, value: null }] : [];
  const met = inside.patch === null ? [clash(inside, path)] : meet(inside, path);
  return met.map((m) =>
    m.is === "clash" ? { ...m, movedTo, rewrites: [...m.rewrites, ...out] } : m,
  );
}

/** The new name, among those beside it, of what is gone; but not one that the variant speaks of. */
function movedIn({ before, after, patch }: Three, was: unknown): string | undefined {
  const names = isObject(after) ? Object.keys(after) : [];
  return names.find(
    (n) =>
      ownOf(before, n) === undefined &&
      ownOf(patch, n) === undefined &&
      isSame(ownOf(after, n), was),
  );
}

function clash(three: Three, path: string): Clash {
  const value = fullPatch(three.patch, three.after, three.own);
  const rewrites = value === undefined ? [] : [{ path, value }];
  return { is: "clash", path, reason: reasonOf(three), covers: [path], rewrites };
}

function reasonOf({ before, after, own }: Three): ConflictReason {
  if (own === undefined) return "variant-removed";
  if (after === undefined) return "base-removed";
  if (before === undefined) return "both-added";
  return isSame(before, own) ? "restated" : "both-changed";
}
