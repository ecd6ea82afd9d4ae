import { everyRegion, leavesOf, type Region } from "./region.ts";
import type { Ref } from "./space.ts";
import type { Sense, Symbols } from "./symbols.ts";
import { accountIn } from "./witness.ts";

/*
 * What can come about at all. A diagram takes a sum of facts for an axis of its own, so that some of
 * its boxes hold no account: these are ruled out where that can be shown, and else are taken to hold
 * one. So what is said never to come about never does.
 */

/** Can a function come to what is wanted. */
export function canBe(s: Symbols, ref: Ref, wanted: (leaf: Sense) => boolean): boolean {
  let left = mostBoxes;
  const isRuledOut = everyRegion(s, ref, wanted, (region) => {
    left -= 1;
    return left > 0 && !canHold(s, region);
  });
  return !isRuledOut;
}

/** Can an account lie in a box. */
export const canHold = (s: Symbols, region: Pick<Region, "sides">): boolean =>
  accountIn(s, region, () => true) !== "empty";

/** How many boxes without an account are gone through before one is taken to have some. */
const mostBoxes = 200;

/** Lists what a function can come to. */
export function possibleLeaves(s: Symbols, ref: Ref): readonly Sense[] {
  return leavesOf(s, ref).filter((leaf) => canBe(s, ref, (other) => other === leaf));
}
