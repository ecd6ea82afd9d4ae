import type { Diagnostic } from "../../ruleset/diagnostics.ts";
import { type Edge, ordersOf, swapsIn, wordsOf } from "../orders.ts";
import { refuse, type Step } from "./step.ts";

/** Refuses a variant that moves a band past another: then it sets something else than is meant. */
export function checkOrders(step: Step): readonly Diagnostic[] {
  const orders = ordersOf(step.before, undefined);
  return swapsIn(orders, step.after, undefined).map((swap) => {
    const moved = [swap.upper, swap.lower].find((edge) => isMoved(edge, step)) ?? swap.upper;
    const other = moved === swap.upper ? swap.lower : swap.upper;
    const words = wordsOf(swap.decision, moved, other);
    return refuse(step, { code: "bound-broken", at: moved.path, words, beside: other.path });
  });
}

const isMoved = ({ path }: Edge, { changes }: Step) => changes.inside.has(path);
