import { nodesUnder, partsOf } from "../../analyze/study.ts";
import type { Ruleset } from "../../kinds/ruleset.ts";
import type { Node, NodeId, NodeOf, Op, Origin } from "../../plan/node.ts";
import type { Plan, PlannedDecision } from "../../plan/plan.ts";
import type { Text } from "../../ruleset/text.ts";

import { phraseOf, text } from "../mutants/phrase.ts";
import {
  comesTo,
  onCase,
  onClass,
  oneOf,
  onStep,
  type Sighting,
  staysOpen,
  together,
} from "./sighting.ts";

/** What kind of thing a ruleset's cases should reach. */
export type TargetKind =
  | "band"
  | "row"
  | "class"
  | "condition"
  | "independence"
  | "unknown"
  | "reading";

/** One thing that the cases of a ruleset should reach. */
export interface Target {
  readonly kind: TargetKind;
  /** The same for the same thing, whatever a program is set to. */
  readonly key: string;
  readonly origin: Origin;
  readonly what: Text;
}

/** A target, and what must be seen for it: all of these, each on some account. */
export interface Goal extends Target {
  readonly seen: readonly Sighting[];
}

/** The goals at a node, where it was asked for. */
export interface Site {
  readonly node: NodeId;
  readonly goals: readonly Goal[];
}

type Goals = { [O in Op]: (n: NodeOf<O>, id: NodeId, plan: Plan) => readonly Goal[] };

const none = () => [];

/** What is to be seen of each operation: one total table. */
const goals: Goals = {
  fact: none,
  constant: none,
  compare: (n, id, plan) => bothWays(n, id, plan),
  member: (n, id, plan) => bothWays(n, id, plan),
  given: (n, id, plan) => bothWays(n, id, plan),
  all: (n, id, plan) => independence(n, id, plan, true),
  any: (n, id, plan) => independence(n, id, plan, false),
  not: none,
  count: none,
  arithmetic: none,
  quotient: none,
  round: none,
  size: none,
  move: none,
  ladder: (n, id) => n.steps.map((s, i) => reached("band", s.origin, onStep(id, n, i))),
  choose: (n, id) =>
    n.cases.flatMap((c, i) => (c.guard ? [] : [reached("row", c.origin, onCase(id, n, i))])),
  collect: (n) => n.cases.map((c) => reached("row", c.origin, comesTo(c.when, true))),
  aggregate: none,
  rankCut: (n, id) => n.classes.map((c, i) => reached("class", c.origin, onClass(id, i))),
};

function reached(kind: TargetKind, origin: Origin, seen: Sighting): Goal {
  const what = text`\`${origin.id}\` ${origin.label}`;
  return { kind, key: `${kind} ${origin.path} ${origin.id}`, origin, what, seen: [seen] };
}

function bothWays({ origin }: Node, id: NodeId, plan: Plan): readonly Goal[] {
  const told = phraseOf(plan, id);
  return [true, false].map((value) => {
    const way = value ? { zh: "成立", en: "holds" } : { zh: "不成立", en: "does not hold" };
    const what = text`\`${origin.id}\` ${told}: ${way}`;
    const key = `condition ${origin.path} ${told.en} ${value}`;
    return { kind: "condition", key, origin, what, seen: [comesTo(id, value)] };
  });
}

/** Each condition decides by itself: MC/DC, with all others such that they leave it to this one. */
function independence(
  n: NodeOf<"all" | "any">,
  id: NodeId,
  plan: Plan,
  neutral: boolean,
): readonly Goal[] {
  if (n.of.length < 2) return [];
  return n.of.map((child, i) => {
    const others = n.of.filter((_, j) => j !== i);
    const alone = together([comesTo(child, !neutral), ...others.map((o) => comesTo(o, neutral))]);
    const told = phraseOf(plan, child);
    const { origin } = plan.nodes[child] as Node;
    const what = text`\`${n.origin.id}\` ${told}: ${{ zh: "单独决定结果", en: "decides alone" }}`;
    const key = `independence ${n.origin.path} ${i} ${told.en}`;
    return { kind: "independence", key, origin, what, seen: [alone, comesTo(id, neutral)] };
  });
}

/** Lists what is to be seen at each node that a decision rests on. */
export function sitesOf(plan: Plan, nodes: Iterable<NodeId>): readonly Site[] {
  return [...nodes].flatMap((id) => {
    const node = plan.nodes[id] as Node;
    const made = (goals[node.op] as (n: Node, id: NodeId, plan: Plan) => readonly Goal[])(
      node,
      id,
      plan,
    );
    return made.length > 0 ? [{ node: id, goals: made }] : [];
  });
}

/** A decision that stays open, because a fact is unknown: to be seen where its outcome stands. */
export function openSite(decision: PlannedDecision): Site {
  const { origin } = decision;
  const nodes = [decision.outcome].flat().map((p) => p.node);
  const what = text`\`${origin.id}\`: ${{ zh: "事实未知而无法判定", en: "stays open where a fact is unknown" }}`;
  const seen = [oneOf(nodes.map(staysOpen))];
  const goal: Goal = { kind: "unknown", key: `unknown ${origin.path}`, origin, what, seen };
  return { node: nodes[0] as NodeId, goals: [goal] };
}

/** Every reading of a parameter, to be tried by a case of a decision that reads it. */
export function readingTargets({ document }: Ruleset<unknown>): readonly Target[] {
  return Object.entries(document.parameters).flatMap(([name, p]) => {
    if (p.type !== "reading") return [];
    const { label, citation } = p;
    const origin = { id: name, path: `/parameters/${name}`, label, citation };
    return Object.entries(p.readings).map(([reading, term]) => ({
      kind: "reading" as const,
      key: `reading ${name} ${reading}`,
      origin,
      what: text`\`${name}\` = \`${reading}\` ${term}`,
    }));
  });
}

/** The nodes a decision rests on. */
export const nodesOf = (plan: Plan, decision: PlannedDecision) =>
  nodesUnder(
    plan,
    partsOf(decision).map((p) => p.node),
  );
