import {
  childrenOf,
  type Node,
  type NodeId,
  type NodeOf,
  type PopulationNode,
} from "../../plan/node.ts";
import type { Plan } from "../../plan/plan.ts";
import type { Fact } from "../../ruleset/schema/fact.ts";
import type { Account } from "../diagram/witness.ts";
import { partsOf, type Study } from "../study.ts";
import { makeShaper, type Shapes, statedBy } from "./alike.ts";
import { isSameFunction, type Rooted } from "./sums.ts";

/*
 * What an account takes from its population (its class, a mean) is the same in two rulesets where
 * all that it is made of is. It then stands in both plans as one fact, whatever it may be.
 */

type Two<T> = readonly [T, T];

/** Two rulesets with facts in the place of what they take from the population. */
export interface Assumed {
  readonly studies: Two<Study>;
  readonly shapes: Two<Shapes>;
  /** The facts that only one of them has: there the two don't take the same from the population. */
  readonly lone: ReadonlySet<string>;
  /** What the parts of decisions are called. */
  readonly names: Two<ReadonlyMap<NodeId, string>>;
}

interface Stand {
  readonly name: string;
  readonly node: PopulationNode;
  readonly at: Omit<Rooted, "node">;
}

/** Puts a fact in the place of each value of a population: one for all that are the same. */
export function assume(studies: Two<Study>, steps: number): Assumed {
  const shapeOf = makeShaper();
  const stands: Stand[] = [];
  const made = studies.map(({ plan }) => {
    const [nodes, shapes]: [Node[], number[]] = [[], []];
    const at = { plan: { ...plan, nodes }, shapes };
    const used = new Map<string, PopulationNode>();
    for (const node of plan.nodes) {
      const stand = isOfPopulation(node) ? standFor(node, at, stands, steps) : undefined;
      if (stand) used.set(stand.name, stand.node);
      const kept = stand ? factFor(stand) : node;
      nodes.push(kept);
      shapes.push(shapeOf(kept, shapes));
    }
    return { ...at, used };
  });
  const [a, b] = made as [(typeof made)[0], (typeof made)[0]];
  const names = [...a.used.keys(), ...b.used.keys()];
  return {
    studies: [withFacts(studies[0], a), withFacts(studies[1], b)],
    shapes: [a.shapes, b.shapes],
    lone: new Set(names.filter((name) => !(a.used.has(name) && b.used.has(name)))),
    names: [namesIn(a.plan), namesIn(b.plan)],
  };
}

const namesIn = ({ decisions }: Plan): ReadonlyMap<NodeId, string> =>
  new Map(Object.values(decisions).flatMap((d) => partsOf(d).map((p) => [p.node, p.name])));

/** Is a value taken from all subjects of a population. */
export const isOfPopulation = (node: Node): node is PopulationNode =>
  node.op === "aggregate" || node.op === "rankCut";

function standFor(node: PopulationNode, at: Stand["at"], stands: Stand[], steps: number): Stand {
  const like = stands.find((other) => isLike(other, { node, at }, steps));
  if (like) return like;
  const { id } = node.origin;
  const count = stands.filter((other) => other.node.origin.id === id).length;
  const made = { name: `${mark}${id}${count > 0 ? `-${count + 1}` : ""}`, node, at };
  stands.push(made);
  return made;
}

/** Names of facts that are written in a ruleset begin with a letter. */
const mark = "#";

/** Are two made in the same way of what is the same for every subject. */
function isLike(a: Omit<Stand, "name">, b: Omit<Stand, "name">, steps: number): boolean {
  const own = (node: PopulationNode) => JSON.stringify([node.op, statedBy(node)]);
  if (own(a.node) !== own(b.node)) return false;
  const inside = childrenOf(b.node);
  return childrenOf(a.node).every((id, i) =>
    isSameFunction({ ...a.at, node: id }, { ...b.at, node: inside[i] as number }, steps),
  );
}

function factFor({ name, node }: Stand): NodeOf<"fact"> {
  const { origin, grain } = node;
  if (node.op === "aggregate") return { op: "fact", name, type: node.type, grain, origin };
  const values = [...new Set([...node.classes.map((c) => c.outcome), node.otherwise])];
  return { op: "fact", name, type: { kind: "label", values }, grain, origin };
}

function withFacts(
  study: Study,
  { plan, used }: { readonly plan: Plan; readonly used: ReadonlyMap<string, PopulationNode> },
): Study {
  const own = [...used].map(([name, node]) => [name, declared(node)] as const);
  const { document } = study;
  const facts = { ...document.facts, ...Object.fromEntries(own) };
  return { ...study, plan, document: { ...document, facts } };
}

/** A value of the population as a fact that is told. */
function declared({ origin: { label }, ...node }: PopulationNode): Fact {
  const shared = { subjects: [node.over], label };
  if (node.op === "rankCut") {
    const terms = node.classes.map((c) => [c.outcome, { label: c.origin.label }]);
    const rest = { label: { zh: node.otherwise, en: node.otherwise } };
    const values = { [node.otherwise]: rest, ...Object.fromEntries(terms) };
    return { type: "label", ...shared, values };
  }
  const { scale, min, max } = node.type as Extract<Node["type"], { kind: "number" }>;
  return { type: "number", ...shared, unit: { zh: "", en: "" }, scale, min, max };
}

/** An account, and beside it what it is taken to have from its population. */
export function ofAccount(account: Account) {
  const entries = Object.entries(account);
  const own = entries.filter(([name]) => !name.startsWith(mark));
  const taken = entries.filter(([name]) => name.startsWith(mark));
  return {
    account: Object.fromEntries(own) as Account,
    ...(taken.length > 0 && {
      population: Object.fromEntries(taken.map(([n, v]) => [n.slice(mark.length), v])) as Account,
    }),
  };
}

/** The name of a fact that stands for a value of the population, as it is told in data. */
export const populationName = (fact: string): string | undefined =>
  fact.startsWith(mark) ? fact.slice(mark.length) : undefined;
