import { nodesUnder, partsOf } from "../../analyze/study.ts";
import type { Program } from "../../execute/program.ts";
import type { Node, NodeId, NodeOf, Op } from "../../plan/node.ts";
import type { Plan } from "../../plan/plan.ts";
import { stepsOf } from "../../plan/step.ts";
import type { Change, Site } from "./change.ts";
import { all, any, choose, collect, compare, count, member } from "./conditions.ts";
import { rankCut } from "./cuts.ts";
import { arithmetic, constant, ladder, roundingsOf } from "./numbers.ts";

/** A small error that a program could have, such as a threshold one step off. */
export interface Mutant extends Change {
  /** The same for the same error in the same place, whatever a program is set to. */
  readonly key: string;
  /** The node in whose place the other stands. */
  readonly site: NodeId;
}

type Mutate = { [O in Op]: (node: NodeOf<O>, site: Site) => readonly Change[] };

const none = () => [];

/** The errors that each operation can have: one total table. */
const operators: Mutate = {
  fact: none,
  constant,
  compare,
  member,
  given: none,
  all,
  any,
  not: none,
  count,
  arithmetic,
  quotient: roundingsOf,
  round: roundingsOf,
  size: none,
  move: none,
  ladder,
  choose,
  collect,
  aggregate: (n) => (n.operation === "mean" ? roundingsOf(n) : []),
  rankCut,
};

/** Lists every mutant of what a program's decisions are made of. */
export function mutantsOf({ plan }: Pick<Program<unknown>, "plan">): readonly Mutant[] {
  const stepOf = stepsIn(plan);
  const roots = Object.values(plan.decisions).flatMap((d) => partsOf(d).map((p) => p.node));
  const used = nodesUnder(plan, roots);
  const counted = countedIn(plan);
  const counts = new Map<string, number>();
  return plan.nodes.flatMap((node, id) => {
    if (!used.has(id) || counted.has(id)) return [];
    const mutate = operators[node.op] as (n: Node, site: Site) => readonly Change[];
    return mutate(node, { plan, id, stepOf }).map((change) => {
      const key = `${change.origin.path} ${node.op} ${change.from.en} → ${change.to.en}`;
      const count = (counts.get(key) ?? 0) + 1;
      counts.set(key, count);
      // Two nodes told in the same words are two places, in the order of the plan.
      return { ...change, key: count === 1 ? key : `${key} (${count})`, site: id };
    });
  });
}

/** Of what is counted nothing counts but that it is there. */
const countedIn = ({ nodes }: Plan): ReadonlySet<NodeId> =>
  new Set(
    nodes.flatMap((n) =>
      n.op === "aggregate" && n.operation === "count" && nodes[n.of]?.op === "constant"
        ? [n.of]
        : [],
    ),
  );

/** A constant goes by the step of what it is compared with: between two of those nothing can lie. */
function stepsIn(plan: Plan): Site["stepOf"] {
  const stepOf = stepsOf(plan);
  const compared = new Map<NodeId, NodeId>();
  for (const n of plan.nodes) {
    if (n.op !== "compare") continue;
    compared.set(n.left, n.right).set(n.right, n.left);
  }
  return (id) => {
    const of = plan.nodes[id]?.op === "constant" ? compared.get(id) : id;
    const step = of === undefined ? undefined : stepOf(of);
    return step?.isZero() ? undefined : step;
  };
}
