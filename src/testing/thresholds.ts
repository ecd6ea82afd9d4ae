import { order } from "../execute/order.ts";
import { decisionOf, type Program } from "../execute/program.ts";
import type { Outcome } from "../kinds/ruleset.ts";
import { outcomeOf } from "../kinds/told.ts";
import { Decimal } from "../plan/decimal.ts";
import type { Comparator, Node, NodeId, NodeOf, Value } from "../plan/node.ts";
import type { Plan } from "../plan/plan.ts";
import { isDay } from "../ruleset/literals.ts";
import type { Citation, Text } from "../ruleset/text.ts";
import { nodesOf } from "./coverage/targets.ts";

/** One cut: where a number or a day begins to count as something else. */
export interface Threshold {
  /** The band or condition, such as `star.five`. */
  readonly id: string;
  readonly label: Text;
  readonly citation?: Citation | undefined;
  /** The fact that is cut; absent where what is cut is computed. */
  readonly fact?: string;
  /** A number in the unit of what is cut, or a day `YYYY-MM-DD`. */
  readonly value: number | string;
  /** What the band gives, or whether the condition holds, just below, at and just above. */
  readonly below: Outcome;
  readonly at: Outcome;
  readonly above: Outcome;
}

/** A threshold with its place in the plan. */
export interface Cut {
  readonly threshold: Threshold;
  /** The node that is cut. */
  readonly input: NodeId;
  readonly edge: Decimal | string;
  /** The node that states the edge, and what it would be with the edge elsewhere. */
  readonly site: NodeId;
  moved(edge: Decimal | string): Node;
}

/**
 * Lists every cut in what a decision rests on.
 *
 * @param program - from `compile`
 * @param decision - the decision's name
 * @returns the thresholds, each with what lies on its sides and its clause
 * @throws TiercutError where there is no such decision
 * @example
 * ```ts
 * import { compile } from "tiercut";
 * import { ruleset } from "tiercut/hainan-unicom-2003";
 * import { thresholds } from "tiercut/testing";
 *
 * const five = thresholds(compile(ruleset), "star").find((t) => t.id === "star.five");
 * [five?.fact, five?.value]; // ["monthlyMobileRevenue", 50000]
 * [five?.below, five?.at, five?.above]; // ["4", "5", "5"]
 * ```
 */
export function thresholds(program: Program<unknown>, decision: string): readonly Threshold[] {
  return cutsOf(program, decision).map((c) => c.threshold);
}

/** Finds the cuts in what a decision rests on. */
export function cutsOf({ plan, ...program }: Program<unknown>, decision: string): readonly Cut[] {
  const planned = decisionOf({ plan, ...program }, decision);
  return [...nodesOf(plan, planned)].flatMap((id) => {
    const node = plan.nodes[id] as Node;
    if (node.op === "ladder") return ladderCuts(plan, id, node);
    return node.op === "compare" ? compareCuts(plan, node) : [];
  });
}

const factOf = (plan: Plan, input: NodeId) => {
  const node = plan.nodes[input];
  return node?.op === "fact" ? { fact: node.name } : {};
};

function ladderCuts(plan: Plan, site: NodeId, n: NodeOf<"ladder">): readonly Cut[] {
  return n.steps.flatMap((step, i) => {
    const before = n.steps[i - 1];
    if (step.from === null || !before) return [];
    const { id, label, citation = n.origin.citation } = step.origin;
    const [below, above] = [before.value, step.value].map(told) as [Outcome, Outcome];
    const at = n.closed === "lower" ? above : below;
    const cut = { id, label, citation, ...factOf(plan, n.input), value: step.from.toNumber() };
    const moved = (edge: Decimal | string) => {
      const next = { ...step, from: edge as Decimal };
      return { ...n, steps: n.steps.map((s, j) => (j === i ? next : s)) };
    };
    return [
      { threshold: { ...cut, below, at, above }, input: n.input, edge: step.from, site, moved },
    ];
  });
}

/** What a comparison with an edge on its right comes to below the edge, at it, and above it. */
const sides: Readonly<Record<Comparator, readonly [boolean, boolean, boolean]>> = {
  "=": [false, true, false],
  "≠": [true, false, true],
  "<": [true, false, false],
  "≤": [true, true, false],
  ">": [false, false, true],
  "≥": [false, true, true],
};

function compareCuts(plan: Plan, n: NodeOf<"compare">): readonly Cut[] {
  const [left, right] = [plan.nodes[n.left] as Node, plan.nodes[n.right] as Node];
  const isTurned = left.op === "constant";
  const [input, site] = isTurned ? [n.right, n.left] : [n.left, n.right];
  const [of, stated] = isTurned ? [right, left] : [left, right];
  if (of.op === "constant" || stated.op !== "constant") return [];
  const edge = stated.value;
  if (!(edge instanceof Decimal) && !isDay(edge)) return [];
  const met = sides[n.comparator];
  const [below, at, above] = isTurned ? [met[2], met[1], met[0]] : met;
  const { id, label, citation } = n.origin;
  const value = edge instanceof Decimal ? edge.toNumber() : edge;
  const cut = { id, label, citation, ...factOf(plan, input), value };
  const moved = (to: Decimal | string) => ({ ...stated, value: to });
  return [{ threshold: { ...cut, below, at, above }, input, edge, site, moved }];
}

const told = (value: Value): Outcome => outcomeOf(value) ?? "undetermined";

/** On which side of a cut a value lies. */
export const sideOf = (value: NonNullable<Value>, { edge }: Cut) => {
  const way = order(value, edge);
  return way < 0 ? ("below" as const) : way > 0 ? ("above" as const) : ("at" as const);
};
