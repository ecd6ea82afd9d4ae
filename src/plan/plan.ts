import type { Text } from "../ruleset/text.ts";
import type { Grain, Node, NodeId, Origin, Value } from "./node.ts";

/** What a part is in its decision, so that a result can be told in the decision's own way. */
export type Role =
  | "output"
  | "ground"
  | "dimension"
  | "indicator"
  | "component"
  | "section"
  | "item"
  | "list"
  | "detail";

/** One named value of a decision: `value.contribution`. */
export interface Part {
  readonly name: string;
  readonly role: Role;
  readonly node: NodeId;
  readonly origin: Origin;
  /** Holds where the policy leaves the value undefined: a divisor is zero. */
  readonly undefinedWhen?: NodeId | undefined;
  /** Does the part apply to this subject at all. */
  readonly applies?: NodeId | undefined;
  readonly unit?: Text | undefined;
  /** The official terms of the labels this part can come to. */
  readonly outcomes?: Readonly<Record<string, Text>> | undefined;
}

/** A decision as nodes. Its outcome is one part, or several under their names. */
export interface PlannedDecision {
  readonly name: string;
  readonly kind: string;
  readonly subject: string;
  readonly origin: Origin;
  readonly grain: Grain;
  /** The subject whose population it must be fitted to, for a population decision. */
  readonly population?: string | undefined;
  readonly outcome: Part | readonly Part[];
  readonly parts: readonly Part[];
  /** Named texts of the outcome that come with it: the route of a deregistration. */
  readonly route?: readonly Origin[] | undefined;
}

/** The typed nodes all executors read, children before parents, and the decisions made of them. */
export interface Plan {
  readonly nodes: readonly Node[];
  readonly decisions: Readonly<Record<string, PlannedDecision>>;
}

/** What an executor found on the way to a result: every value, and which case of a node was hit. */
export interface Trace {
  value(node: NodeId): Value;
  /** The index of the step or case that gave a ladder's, choose's or rankCut's value. */
  hit(node: NodeId): number | undefined;
  /** From which first key on each class of a rankCut is reached, where the subject was ranked. */
  cuts(node: NodeId): readonly (Value | undefined)[];
}
