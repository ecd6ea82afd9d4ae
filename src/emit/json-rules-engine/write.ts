import type { NestedCondition } from "json-rules-engine";
import type { Node, NodeId, NodeOf, Op } from "../../plan/node.ts";
import type { Plan } from "../../plan/plan.ts";
import { TiercutError } from "../../ruleset/diagnostics.ts";
import type { Operator } from "../../ruleset/expression.ts";
import { outward } from "./facts.ts";
import { operatorOf } from "./operators.ts";

/**
 * Does a condition ask whether something surely holds, or whether it could. An engine knows no third
 * truth value: a rule that surely holds is one, and one that could is another, and each `not` turns
 * the one question into the other.
 */
export type Asked = "sure" | "possible";

/** What writing needs at hand. */
export interface Writing {
  readonly plan: Plan;
  /** Names the fact an engine asks for a node's value: a given one, or one that is computed. */
  fact(node: NodeId): string;
  /** Names a node that is a part of a decision. */
  part(node: NodeId): string | undefined;
  /** Counts one more condition: what is shared in a plan is written out at each of its uses. */
  count(node: Node): void;
}

type Write = {
  [O in Op]: (node: NodeOf<O>, asked: Asked, w: Writing, id: NodeId) => NestedCondition;
};

/** Writes each boolean node as an engine's condition; the engine is told the value of any other. */
const write: Write = {
  all: (n, asked, w) => ({ all: n.of.map((id) => conditionOf(id, asked, w)) }),
  any: (n, asked, w) => ({ any: n.of.map((id) => conditionOf(id, asked, w)) }),
  not: writeNot,
  constant: (n) => (n.value === true ? { all: [] } : { not: { all: [] } }),
  compare: writeCompare,
  member: (n, asked, w) => writeMember(n, asked, w, "contains", "in"),
  given: (n, _, w) => ({ fact: w.fact(n.of), operator: "given", value: true }),
  fact: ask,
  choose: ask,
  count: ask,
  arithmetic: ask,
  quotient: ask,
  round: ask,
  size: ask,
  move: ask,
  ladder: ask,
  collect: ask,
  aggregate: ask,
  rankCut: ask,
};

/** Writes a boolean node of a plan as a condition, of the same form as it has in the ruleset. */
export function conditionOf(id: NodeId, asked: Asked, w: Writing): NestedCondition {
  const node = w.plan.nodes[id] as Node;
  w.count(node);
  const written = (write[node.op] as Step)(node, asked, w, id);
  const name = w.part(id);
  return name === undefined ? written : { ...written, name };
}
type Step = (node: Node, asked: Asked, w: Writing, id: NodeId) => NestedCondition;

/** Writes one comparison with a fact. */
export function test(
  node: NodeId,
  operator: Operator,
  value: unknown,
  asked: Asked,
  w: Writing,
): NestedCondition {
  const prefix = asked === "possible" ? "orUnknown:" : "";
  return { fact: w.fact(node), operator: prefix + operator, value };
}

function ask(_: Node, asked: Asked, w: Writing, id: NodeId): NestedCondition {
  return test(id, "equal", true, asked, w);
}

/** What is one operator in the ruleset (`notIn`) is one in the engine. */
function writeNot(n: NodeOf<"not">, asked: Asked, w: Writing): NestedCondition {
  const of = w.plan.nodes[n.of] as Node;
  if (of.origin.path === n.origin.path && w.part(n.of) === undefined) {
    if (of.op === "member") return writeMember(of, asked, w, "doesNotContain", "notIn");
    if (of.op === "given") return { fact: w.fact(of.of), operator: "given", value: false };
  }
  return { not: conditionOf(n.of, asked === "sure" ? "possible" : "sure", w) };
}

function writeMember(
  n: NodeOf<"member">,
  asked: Asked,
  w: Writing,
  ofList: Operator,
  ofLabel: Operator,
): NestedCondition {
  const operator = w.plan.nodes[n.of]?.type.kind === "list" ? ofList : ofLabel;
  return test(n.of, operator, [...n.values], asked, w);
}

function writeCompare(n: NodeOf<"compare">, asked: Asked, w: Writing): NestedCondition {
  const right = w.plan.nodes[n.right] as Node;
  const value = right.op === "constant" ? outward(right.value) : { fact: w.fact(n.right) };
  const condition = w.plan.nodes[n.left] as Node;
  if (typeof value !== "boolean" || condition.op === "fact") {
    return test(n.left, operatorOf[n.comparator], value, asked, w);
  }
  // A condition that is compared with yes or no: written out, so that the engine shows its ground.
  if (value === (n.comparator === "=")) return conditionOf(n.left, asked, w);
  return { not: conditionOf(n.left, asked === "sure" ? "possible" : "sure", w) };
}

/** How many conditions an engine is given: written out, a few lines can come to millions. */
const mostConditions = 10_000;

/** Makes the counter that refuses what would be too many. */
export function counter(): (node: Node) => void {
  let count = 0;
  return (node) => {
    count += 1;
    if (count <= mostConditions) return;
    throw new TiercutError(
      `${node.origin.path} makes more than ${mostConditions} conditions once named ones are written out, which is too many for an engine: evaluate the decision with \`evaluate\``,
    );
  };
}
