import type { NodeId } from "../../plan/node.ts";
import type { Part, Plan } from "../../plan/plan.ts";
import type { Text } from "../../ruleset/text.ts";
import type { Study } from "../study.ts";
import type { Shapes } from "./alike.ts";
import type { OutputDifference } from "./difference.ts";

export type Two<T> = readonly [T, T];

/** One value of a decision in both rulesets; a part that only one of them has counts as 0 points. */
export interface Pair {
  readonly name: string;
  readonly role: OutputDifference["role"];
  readonly before?: Part | undefined;
  readonly after?: Part | undefined;
  readonly label?: Text | undefined;
  /** What it is counted in where neither says so itself: points. */
  readonly unit?: Text | undefined;
}

/** A value that both rulesets have. */
export type Whole = Pair & { readonly before: Part; readonly after: Part };

/** Two rulesets that are compared, and how far: how many boxes are listed, and how many steps spent. */
export interface Comparing {
  readonly studies: Two<Study>;
  readonly shapes: Two<Shapes>;
  /** The values of the population, standing as facts, that the two do not have in common. */
  readonly lone: ReadonlySet<string>;
  /** The plans with the values of the population in them. */
  readonly plans: Two<Plan>;
  /** What the parts of decisions are called. */
  readonly names: Two<ReadonlyMap<NodeId, string>>;
  readonly regions: number;
  readonly steps: number;
}
