import { nodesUnder, partsOf } from "../../analyze/study.ts";
import type { Program } from "../../execute/program.ts";
import type { Node, NodeId, NodeOf, Op } from "../../plan/node.ts";
import type { Plan } from "../../plan/plan.ts";
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
  const scales = scalesIn(plan);
  const roots = Object.values(plan.decisions).flatMap((d) => partsOf(d).map((p) => p.node));
  const used = nodesUnder(plan, roots);
  const counted = countedIn(plan);
  const counts = new Map<string, number>();
  return plan.nodes.flatMap((node, id) => {
    if (!used.has(id) || counted.has(id)) return [];
    const mutate = operators[node.op] as (n: Node, site: Site) => readonly Change[];
    return mutate(node, { plan, id, scales }).map((change) => {
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

/** The decimals of what a constant is compared with: its own smallest step may be finer or not. */
function scalesIn({ nodes }: Plan): ReadonlyMap<NodeId, number> {
  const scales = new Map<NodeId, number>();
  for (const n of nodes) {
    if (n.op !== "compare") continue;
    for (const [of, other] of [
      [n.left, n.right],
      [n.right, n.left],
    ] as const) {
      const type = nodes[other]?.type;
      if (nodes[of]?.op === "constant" && type?.kind === "number") scales.set(of, type.scale);
    }
  }
  return scales;
}
