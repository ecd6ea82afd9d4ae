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
  /** The nodes that are a named part of a decision: evidence goes no further than to these. */
  readonly named: ReadonlySet<NodeId>;
}

/** What an executor notes of a node besides its value. */
export interface Note {
  /** The index of the step, case or class that gave the value. */
  readonly hit?: number;
  /** From which first key on each class of a rankCut is reached; the last one is reached by all. */
  readonly cuts?: readonly (Value | undefined)[];
  /** How many subjects of the partition were left out because something of them is unknown. */
  readonly leftOut?: number;
}

/** What an executor found on the way to a result. */
export interface Trace {
  value(node: NodeId): Value;
  note(node: NodeId): Note;
}
