import { Decimal } from "../plan/decimal.ts";
import {
  type Comparator,
  childrenOf,
  type Node,
  type NodeId,
  type Origin,
  type Value,
} from "../plan/node.ts";
import type { Part, Plan, Trace } from "../plan/plan.ts";
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
  /** The labels it had to be among. */
  readonly among?: readonly string[] | undefined;
}

export interface NextStep {
  readonly outcome: Outcome;
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
  return value instanceof Decimal ? value.toNumber() : value;
}

/** Reads what a part came to: its value, or `"undefined"` where a divisor is zero. */
export function partOutcome(part: Part, trace: Trace): Outcome | undefined {
  const undefinedBy = part.undefinedWhen === undefined ? false : trace.value(part.undefinedWhen);
  if (undefinedBy === true) return "undefined";
  return outcomeOf(trace.value(part.node));
}

/** Tells a part as a reason: the band or row that was hit speaks for it. */
export function reasonOf(part: Part, e: Explained): Reason {
  const { origin } = part;
  const hit = hitIn(part.node, e);
  const outcome = partOutcome(part, e.trace);
  const told = hit && hit.id !== origin.id ? hit : origin;
  const undefinedWhen = outcome === "undefined" ? part.undefinedWhen : undefined;
  return {
    id: told.id,
    label: told.label,
    citation: told.citation ?? origin.citation,
    outcome,
    because: evidence(undefinedWhen ?? part.node, e),
    next: nextStep(part.node, e),
  };
}

/** Finds the origin of the band, row or class that gave a node its value. */
function hitIn(id: NodeId, e: Explained): Origin | undefined {
  const node = e.plan.nodes[id] as Node;
  const index = e.trace.hit(id);
  if (node.op === "choose") {
    const hit = index === undefined ? undefined : node.cases[index];
    if (hit && hit.origin.id !== node.origin.id) return hit.origin;
    if (hit) return hitIn(hit.value, e);
    return e.trace.value(id) === null ? undefined : hitIn(node.otherwise, e);
  }
  if (index === undefined) return undefined;
  if (node.op === "ladder") return node.steps[index]?.origin;
  return node.op === "rankCut" ? node.classes[index]?.origin : undefined;
}

/** Lists the values that a node's value rests on: of several grounds, those that settled it. */
export function evidence(id: NodeId, e: Explained): readonly Evidence[] {
  const found = gather(id, e);
  const key = (x: Evidence) => JSON.stringify([x.of, x.tests, x.among]);
  return [...new Map(found.map((x) => [key(x), x])).values()];
}

function gather(id: NodeId, e: Explained): readonly Evidence[] {
  const node = e.plan.nodes[id] as Node;
  const value = e.trace.value(id);
  const inside = (ids: readonly NodeId[]) => ids.flatMap((c) => gather(c, e));
  switch (node.op) {
    case "constant":
      return [];
    case "fact":
      return [look(id, e)];
    case "compare": {
      const right = outcomeOf(e.trace.value(node.right));
      const tests = right === undefined ? [] : [{ comparator: node.comparator, value: right }];
      return [{ ...look(node.left, e), tests }, ...behind(node.left, e), ...behind(node.right, e)];
    }
    case "member":
      return [{ ...look(node.of, e), among: node.values }];
    case "all":
    case "any":
      return inside(node.of.filter((c) => e.trace.value(c) === value));
    case "ladder":
      return [{ ...look(node.input, e), tests: edges(id, e) }, ...behind(node.input, e)];
    case "choose": {
      const hit = node.cases[e.trace.hit(id) ?? -1];
      if (hit) return inside([hit.when, hit.value]);
      const failed = inside(node.cases.map((c) => c.when));
      return value === null ? failed : [...failed.map(untested), ...inside([node.otherwise])];
    }
    case "aggregate":
      return [look(id, e), ...inside(node.by)];
    case "rankCut":
      return [...inside(node.by), ...node.keys.map((k) => look(k.of, e))];
    default:
      return inside(childrenOf(node));
  }
}

/** Where no case holds, what was looked at counts, and not each test that failed. */
const untested = ({ of, label, value }: Evidence): Evidence => ({ of, label, value, tests: [] });

/** The facts behind a computed operand; a fact speaks for itself. */
function behind(id: NodeId, e: Explained): readonly Evidence[] {
  const node = e.plan.nodes[id] as Node;
  return node.op === "fact" || node.op === "constant" ? [] : gather(id, e);
}

function look(id: NodeId, e: Explained): Evidence {
  const { origin } = e.plan.nodes[id] as Node;
  const value = outcomeOf(e.trace.value(id));
  return { of: origin.id, label: origin.label, value, tests: [] };
}

/** The two ends of the step that was hit, as tests. */
function edges(id: NodeId, e: Explained): Evidence["tests"] {
  const node = e.plan.nodes[id] as Node;
  const index = e.trace.hit(id);
  if (node.op !== "ladder" || index === undefined) return [];
  const [low, high] = node.closed === "lower" ? (["≥", "<"] as const) : ([">", "≤"] as const);
  const from = node.steps[index]?.from;
  const next = node.steps[index + 1]?.from;
  return [
    ...(from ? [{ comparator: low, value: from.toNumber() }] : []),
    ...(next ? [{ comparator: high, value: next.toNumber() }] : []),
  ];
}

/** What the next step up of a ladder gives, and what is lacking to it. */
function nextStep(id: NodeId, e: Explained): NextStep | undefined {
  const node = e.plan.nodes[id] as Node;
  if (node.op !== "ladder") return undefined;
  const step = node.steps[(e.trace.hit(id) ?? node.steps.length) + 1];
  const input = e.trace.value(node.input);
  const outcome = step ? outcomeOf(step.value) : undefined;
  if (!step?.from || outcome === undefined || !(input instanceof Decimal)) return undefined;
  return { outcome, from: step.from.toNumber(), lacks: step.from.minus(input).toNumber() };
}

/** Lists the facts that are unknown and would settle a node that is unknown. */
export function missingFacts(ids: readonly NodeId[], e: Explained): readonly string[] {
  const found = new Set<string>();
  const seen = new Set<NodeId>();
  const walk = (id: NodeId) => {
    if (seen.has(id) || e.trace.value(id) !== null) return;
    seen.add(id);
    const node = e.plan.nodes[id] as Node;
    if (node.op === "fact") found.add(node.name);
    else needed(node, e.trace).forEach(walk);
  };
  ids.forEach(walk);
  return [...found];
}

/** The children whose value could settle a node: a case that fails asks for nothing. */
function needed(node: Node, trace: Trace): readonly NodeId[] {
  if (node.op === "aggregate") return node.by;
  if (node.op !== "choose") return childrenOf(node);
  const ids: NodeId[] = [];
  for (const { when, value } of node.cases) {
    const holds = trace.value(when);
    if (holds === null) ids.push(when);
    if (holds === true) return [...ids, value];
    if (holds === null) ids.push(value);
  }
  return [...ids, node.otherwise];
}
