import { Decimal } from "../plan/decimal.ts";
import type { Comparator, Value } from "../plan/node.ts";
import type { Plan, Trace } from "../plan/plan.ts";
import type { Citation, Text } from "../ruleset/text.ts";
import type { Outcome } from "./ruleset.ts";

/** One ground of a result: the part of the policy, what it came to, and what it was tested on. */
export interface Reason {
  /** The id of the part, and of the band or row in it that was hit: `star.five`. */
  readonly id: string;
  readonly label: Text;
  readonly citation?: Citation | undefined;
  /** What this part came to; absent where it is unknown. */
  readonly outcome?: Outcome | undefined;
  /** The official term of what it came to, where that is a label. */
  readonly term?: Text | undefined;
  readonly unit?: Text | undefined;
  readonly because: readonly Evidence[];
  /** The next better step of a ladder or cut, and how far away it is. */
  readonly next?: NextStep | undefined;
}

/** A value that was looked at, and the test it met or failed. */
export interface Evidence {
  readonly of: string;
  readonly label: Text;
  readonly value?: Outcome | undefined;
  readonly tests: readonly { readonly comparator: Comparator; readonly value: Outcome }[];
  /** Did it meet the tests; absent where that is unknown, or nothing was tested. */
  readonly holds?: boolean | undefined;
  /** How many subjects a value of the population passes over, because something of them is unknown. */
  readonly leftOut?: number | undefined;
  /** The labels it had to be among. */
  readonly among?: readonly string[] | undefined;
  /** The terms of the labels told here. */
  readonly terms?: Readonly<Record<string, Text>> | undefined;
}

/** The next better outcome, the edge at which it begins, and how far away that edge is. */
export interface NextStep {
  readonly outcome: Outcome;
  /** Is the edge itself enough (`≥`), or must it be passed (`>`). */
  readonly comparator: "≥" | ">";
  readonly from: number;
  readonly lacks: number;
}

/** What a kind's `explain` reads: the plan, and what one run of it found. */
export interface Explained {
  readonly plan: Plan;
  readonly trace: Trace;
}

/** Turns a plan's value into one that is handed out; unknown becomes `undefined`. */
export function outcomeOf(value: Value): Outcome | undefined {
  if (value === null) return undefined;
  // A zero that is handed out has no sign.
  return value instanceof Decimal ? value.toNumber() + 0 : value;
}
