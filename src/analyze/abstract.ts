import { roundedType } from "../plan/infer.ts";
import { childrenOf, type Node, type NodeId, type NodeOf, type Op } from "../plan/node.ts";
import type { Plan } from "../plan/plan.ts";
import { factSense } from "./diagram/facts.ts";
import { isTrue } from "./diagram/leaf.ts";
import { every, type Meaning, meaningOf, whereGiven } from "./diagram/meaning.ts";
import type { Ref } from "./diagram/space.ts";
import { type Sense, type Symbols, symbolsOf } from "./diagram/symbols.ts";
import type { Question } from "./study.ts";

/*
 * A plan whose parts, and what is worked out over a population, are taken for facts that may come to
 * anything of their type, but for what they need to be known. What is the same whatever these come to
 * is the same for what they do come to.
 */

/** Is a node taken for a fact of its own. */
export function isBoundary(plan: Plan, id: NodeId): boolean {
  const { op, type } = plan.nodes[id] as Node;
  // A cut says itself who is in it, and what it is then is open.
  if (op === "fact" || op === "constant" || op === "rankCut" || type.kind === "any") return false;
  return op === "aggregate" || plan.named.has(id);
}

/** The plan with its boundaries as facts. */
function abstracted(plan: Plan): Plan {
  const nodes = plan.nodes.map((node, id) => (isBoundary(plan, id) ? factFor(node, id) : node));
  return { ...plan, nodes };
}

// No fact has a name like this.
const nameOf = (id: NodeId) => `#${id}`;

const factFor = ({ type, origin }: Node, id: NodeId): NodeOf<"fact"> => ({
  op: "fact",
  name: nameOf(id),
  // The ends of a computed number are doubles, and can lie a little inside what it can come to.
  type: type.kind === "number" ? roundedType(type, type.scale) : type,
  grain: "record",
  origin,
});

/** Opens a question about a plan with its boundaries as facts. */
export function askAbstract(plan: Plan, most: number): Question {
  const abstract = abstracted(plan);
  const s = symbolsOf([abstract], most);
  const known = new Map<NodeId, Ref>();
  const m: Meaning = meaningOf(abstract, s, (id) => {
    if (!isBoundary(plan, id)) return undefined;
    const found = known.get(id) ?? boundary(s, plan, id, m);
    known.set(id, found);
    return found;
  });
  return { s, m };
}

/** Anything of its type, where all that it cannot do without is known. */
function boundary(s: Symbols, plan: Plan, id: NodeId, m: Meaning): Ref {
  const { space } = s;
  const needed = neededBy(plan.nodes[id] as Node).map((child) => whereGiven(s, m(child)));
  const [own, isKnown] = [factSense(s, nameOf(id)), every(s, needed, true)];
  return space.lift([isKnown, own], ([known, value]) =>
    isTrue(known) ? space.leaf(value as Sense) : s.unknown,
  );
}

/** The operations whose value is unknown wherever one of those they read is. */
const strict: ReadonlySet<Op> = new Set<Op>([
  ...(["compare", "member", "not", "count", "arithmetic", "quotient", "round", "size"] as const),
  ...(["move", "ladder", "collect"] as const),
]);

function neededBy(node: Node): readonly NodeId[] {
  if (node.op === "aggregate") return node.by;
  return strict.has(node.op) ? childrenOf(node) : [];
}
