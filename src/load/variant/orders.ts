import type { Diagnostic } from "../../ruleset/diagnostics.ts";
import { type Edge, laddersOn, swapsIn, wordsOf } from "../orders.ts";
import { refuse, type Step } from "./step.ts";

/** Refuses a variant that moves a band past another: then it sets something else than is meant. */
export function checkOrders(step: Step): readonly Diagnostic[] {
  const [before, after] = [laddersOn(step.before, undefined), laddersOn(step.after, undefined)];
  return swapsIn(before, after).map((swap) => {
    const moved = [swap.upper, swap.lower].find((edge) => isMoved(edge, step)) ?? swap.upper;
    const other = moved === swap.upper ? swap.lower : swap.upper;
    const words = wordsOf(swap.decision, moved, other);
    return refuse(step, { code: "bound-broken", at: moved.path, words, beside: other.path });
  });
}

const isMoved = ({ path }: Edge, { changes }: Step) => changes.inside.has(path);
