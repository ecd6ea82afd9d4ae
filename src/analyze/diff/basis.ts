import type { NodeId, NodeOf, PopulationNode } from "../../plan/node.ts";
import type { Part, PlannedDecision } from "../../plan/plan.ts";
import type { Text } from "../../ruleset/text.ts";
import { isOfPopulation } from "./assumed.ts";
import type { Comparing, Two, Whole } from "./comparing.ts";

/*
 * What a decision takes from its population rests on each subject: who is ranked, by what, who
 * counts. Where a decision can't be listed account by account, these can.
 */

/** What of a subject goes into the values of the population that a decision makes itself. */
export function basisPairs(c: Comparing, [a, b]: Two<PlannedDecision>): readonly Whole[] {
  const [before, after] = [ownIn(c, 0, a), ownIn(c, 1, b)];
  return after.flatMap((node) => {
    const twin = before.find((n) => n.origin.path === node.origin.path && n.op === node.op);
    if (!twin) return [];
    const was = inputsOf(twin);
    return inputsOf(node).flatMap(([name, label, id]): Whole[] => {
      const old = was.find((input) => input[0] === name);
      if (!old || isNamed(c, id)) return [];
      const { origin } = node;
      const part = (input: NodeId): Part => ({ name, role: "detail", node: input, origin });
      return [{ name, label, role: "basis", before: part(old[2]), after: part(id) }];
    });
  });
}

/** The values of the population that stand in a decision, and not in another that it rests on. */
function ownIn({ plans }: Comparing, which: 0 | 1, { origin }: PlannedDecision) {
  const isOwn = ({ path }: PopulationNode["origin"]) =>
    path === origin.path || path.startsWith(`${origin.path}/`);
  return plans[which].nodes.filter(isOfPopulation).filter((node) => isOwn(node.origin));
}

/** Is it a part of a decision, so that it is told there. */
const isNamed = ({ plans }: Comparing, id: NodeId) => plans[1].named.has(id);

type Input = readonly [name: string, label: Text, node: NodeId];

const inputsOf = (node: PopulationNode): readonly Input[] =>
  node.op === "aggregate" ? aggregateInputs(node) : cutInputs(node);

const partitions = (by: readonly NodeId[]) =>
  by.map((id, i): Input => [`partition.${i}`, { zh: "在哪个分区", en: "its partition" }, id]);

const aggregateInputs = (n: NodeOf<"aggregate">): readonly Input[] => [
  ["of", { zh: "所统计的数", en: "the number that is counted in" }, n.of],
  ["where", { zh: "谁计入统计", en: "who is counted in" }, n.where],
  ...partitions(n.by),
];

const cutInputs = (n: NodeOf<"rankCut">): readonly Input[] => [
  ["eligible", { zh: "谁参加排名", en: "who is ranked" }, n.eligible],
  ["barred", { zh: "谁受限", en: "who is barred" }, n.barred],
  ...n.keys.map(({ of }, i): Input => [`by.${i}`, { zh: "排名依据", en: "what is ranked by" }, of]),
  ...partitions(n.by),
];
