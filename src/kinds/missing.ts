import { Decimal } from "../plan/decimal.ts";
import { childrenOf, type Node, type NodeId } from "../plan/node.ts";
import type { Trace } from "../plan/plan.ts";
import type { Explained } from "./told.ts";

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

/**
 * Why a value is open although all facts of the subject are given: a divisor is zero; several rows
 * of a `unique` or `any` table collide, or no row of a table without `otherwise` matches; or facts of
 * other subjects of its population are unknown.
 */
export type OpenCause = "zero-divisor" | "conflict" | "gap" | "population";

/** Finds why nodes are unknown that no missing fact would settle. */
export function openCause(ids: readonly NodeId[], e: Explained): OpenCause | undefined {
  const seen = new Set<NodeId>();
  const walk = (id: NodeId): OpenCause | undefined => {
    if (seen.has(id) || e.trace.value(id) !== null) return undefined;
    seen.add(id);
    const node = e.plan.nodes[id] as Node;
    if (node.op === "quotient" && e.trace.value(node.dividend) !== null) {
      if (e.trace.value(node.divisor) !== null) return "zero-divisor";
    }
    if (node.op === "aggregate" || node.op === "rankCut") return "population";
    if (node.op === "choose" && node.cases.every((c) => e.trace.value(c.when) === false)) {
      if (node.cases[0]?.guard) return "conflict";
      if (isNothing(e.plan.nodes[node.otherwise])) return "gap";
    }
    return firstOf(needed(node, e.trace), walk);
  };
  return firstOf(ids, walk);
}

const isNothing = (node: Node | undefined) => node?.op === "constant" && node.value === null;

function firstOf<T>(ids: readonly NodeId[], find: (id: NodeId) => T | undefined): T | undefined {
  for (const id of ids) {
    const found = find(id);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** Is a value undefined: a zero divisor leaves it open, whatever else may be given. */
export function isUndefined(id: NodeId, e: Explained): boolean {
  if (e.trace.value(id) !== null) return false;
  const node = e.plan.nodes[id] as Node;
  const inside = (ids: readonly NodeId[]) => ids.some((c) => isUndefined(c, e));
  if (node.op === "quotient") {
    const divisor = e.trace.value(node.divisor);
    return (divisor instanceof Decimal && divisor.isZero()) || inside(childrenOf(node));
  }
  if (node.op === "arithmetic" || node.op === "round") return inside(childrenOf(node));
  if (node.op !== "choose") return false;
  // Only the case that is sure to be taken counts: a guarded division is not undefined.
  const open = node.cases.find((c) => e.trace.value(c.when) !== false);
  if (!open) return isUndefined(node.otherwise, e);
  return e.trace.value(open.when) === true && isUndefined(open.value, e);
}
