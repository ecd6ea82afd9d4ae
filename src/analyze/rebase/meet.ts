import { isObject, keysIn, mergePatch, ownOf } from "../../load/variant/merge.ts";
import { pointer } from "../../ruleset/diagnostics.ts";
import { isOneForm } from "../diff/compare.ts";
import { fullPatch, isSame } from "./patch.ts";
import type { Reason } from "./rebased.ts";
import { meetSlots } from "./slots.ts";
import type { Met, Three } from "./three.ts";

/**
 * Merges three versions of a place, and lists where that can't be done: a change of one side alone
 * stands, the same change of both is one, and what both changed otherwise clashes. A part whose keys
 * mean something only together (a text, a comparison, a value of a certain form) is one place.
 */
export function meet(three: Three, path: string): readonly Met[] {
  const { before, after, own, patch } = three;
  if (patch === undefined || isSame(before, after)) return [];
  if (isSame(after, own)) return [{ is: "agreed", path }];
  if (isIdle(three)) return [];
  if (!isObject(before) || !isObject(after) || !isObject(own)) return [clash(three, path)];
  if (keysIn(path).length === 2 && path.startsWith("/parameters/"))
    return [
      ...meetInside(three, path, isDeclared),
      ...meetSlots({ before, after, own }, three.patch, path),
    ];
  const isOne = isOneForm(before, after) && isOneForm(before, own);
  return isOne ? meetInside(three, path) : [clash(three, path)];
}

/** Does the patch change nothing, neither of what the base had nor of what it has. */
const isIdle = ({ before, after, own, patch }: Three) =>
  isSame(before, own) && patch !== null && isSame(mergePatch(after, patch), after);

/** What a parameter is set to is merged by days, and not key by key. */
const isDeclared = (key: string) => key !== "default" && key !== "dated";

function meetInside(three: Three, path: string, which = (_: string) => true): readonly Met[] {
  const { before, after, own, patch } = three;
  const keys = isObject(patch) ? Object.keys(patch).filter(which) : [];
  return keys.flatMap((key) => {
    const [was, is] = [ownOf(before, key), ownOf(after, key)];
    const inside = { before: was, after: is, own: ownOf(own, key), patch: ownOf(patch, key) };
    const met = meet(inside, path + pointer(key));
    const moved = was === undefined || is !== undefined ? undefined : movedIn(three, was);
    return moved === undefined ? met : met.map((m) => ({ ...m, movedTo: path + pointer(moved) }));
  });
}

/** The new name, among those beside it, of what is gone. */
function movedIn({ before, after }: Three, was: unknown): string | undefined {
  const names = isObject(after) ? Object.keys(after) : [];
  return names.find((n) => ownOf(before, n) === undefined && isSame(ownOf(after, n), was));
}

function clash(three: Three, path: string): Met {
  const value = fullPatch(three.patch, three.after, three.own);
  const rewrite = value === undefined ? undefined : { path, value };
  return { is: "clash", path, reason: reasonOf(three), covers: [path], rewrite };
}

function reasonOf({ before, after, own }: Three): Reason {
  if (after === undefined) return "base-removed";
  if (own === undefined) return "variant-removed";
  if (before === undefined) return "both-added";
  return isSame(before, own) ? "restated" : "both-changed";
}
