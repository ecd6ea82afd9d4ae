import type { Diagnostic } from "../../ruleset/diagnostics.ts";
import type { Text } from "../../ruleset/text.ts";
import { type Edge, laddersOn, swapsIn, wordsOf } from "../orders.ts";
import { keysIn, valueAt } from "./merge.ts";
import { refuse, type Step } from "./step.ts";
import { inOwnUnit } from "./unit.ts";

/** Refuses a variant that moves a band past another: then it sets something else than is meant. */
export function checkOrders(step: Step): readonly Diagnostic[] {
  const [before, after] = [laddersOn(step.before, undefined), laddersOn(step.after, undefined)];
  return swapsIn(before, after).map((swap) => {
    const moved = [swap.upper, swap.lower].find((edge) => isMoved(edge, step)) ?? swap.upper;
    const other = moved === swap.upper ? swap.lower : swap.upper;
    const words = { ...wordsOf(swap.decision, moved, other), ...unitOf(moved, step) };
    return refuse(step, { code: "bound-broken", at: moved.path, words, beside: other.path });
  });
}

/** A threshold out of order may only be in another unit. */
function unitOf({ path }: Edge, { after, before }: Step): { readonly mend?: Text } {
  const [top, name = ""] = keysIn(path);
  const usual = top === "parameters" ? before.parameters[name] : undefined;
  const value = valueAt(after, path);
  const isNumber = usual !== undefined && typeof value === "number";
  const mend = isNumber ? inOwnUnit(usual, value) : undefined;
  return mend ? { mend } : {};
}

const isMoved = ({ path }: Edge, { changes }: Step) => changes.inside.has(path);
