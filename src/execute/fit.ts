import { Decimal } from "../plan/decimal.ts";
import { childrenOf, type NodeId, type NodeOf, type PopulationNode } from "../plan/node.ts";
import type { Plan } from "../plan/plan.ts";
import { divide } from "./arithmetic.ts";
import { type FittedAggregate, type FittedCut, type FittedTables, partitionKey } from "./fitted.ts";
import { cutPartition, type Entry } from "./rank.ts";
import { type Known, run } from "./reference.ts";

/** Population parts that can be fitted in one pass over the subjects. */
export interface Stage {
  /** Takes one subject in; `false` where a part can't place it, its partition being unknown. */
  add(facts: Known): boolean;
  finish(): FittedTables;
}

/**
 * Plans the passes that fit a population: a part that needs another part's numbers comes in a
 * later pass. Between passes nothing is kept of a subject but the keys it is ranked by.
 */
export function stagesOf(
  plan: Plan,
  subject: string,
): readonly ((fitted: FittedTables) => Stage)[] {
  const depths = new Map<NodeId, number>();
  const depth = (id: NodeId): number => {
    const known = depths.get(id);
    if (known !== undefined) return known;
    const node = plan.nodes[id];
    const below = node ? Math.max(0, ...childrenOf(node).map(depth)) : 0;
    const own = isPopulation(node) ? below + 1 : below;
    depths.set(id, own);
    return own;
  };
  const stages: PopulationNode[][] = [];
  for (const [id, node] of plan.nodes.entries()) {
    if (!isPopulation(node) || node.over !== subject) continue;
    const stage = depth(id);
    stages[stage] = [...(stages[stage] ?? []), node];
  }
  return stages.filter(Boolean).map((nodes) => (fitted) => startStage(plan, nodes, fitted));
}

function isPopulation(node: Plan["nodes"][number] | undefined): node is PopulationNode {
  return node?.op === "aggregate" || node?.op === "rankCut";
}

function startStage(plan: Plan, nodes: readonly PopulationNode[], fitted: FittedTables): Stage {
  const running = nodes.map((n) => (n.op === "aggregate" ? startAggregate(n) : startCut(n)));
  return {
    add(facts) {
      const trace = run(plan, facts, fitted);
      return running.map((part) => part.add(trace.value)).every(Boolean);
    },
    finish() {
      const aggregates = { ...fitted.aggregates };
      const cuts = { ...fitted.cuts };
      for (const part of running) {
        if (part.op === "aggregate") aggregates[part.path] = part.finish();
        else cuts[part.path] = part.finish();
      }
      return { aggregates, cuts };
    },
  };
}

type ValueOf = ReturnType<typeof run>["value"];

interface Gathered {
  readonly values: Decimal[];
  sum: Decimal;
  counted: number;
  leftOut: number;
  least: Decimal | null;
  most: Decimal | null;
}

function startAggregate(node: NodeOf<"aggregate">) {
  const partitions = new Map<string, Gathered>();
  return {
    op: "aggregate" as const,
    path: node.origin.path,
    add(v: ValueOf): boolean {
      const partition = partitionKey(node.by.map(v));
      if (partition === null) return v(node.where) === false;
      const gathered = partitions.get(partition) ?? start();
      partitions.set(partition, gathered);
      const where = v(node.where);
      const value = where === true ? (v(node.of) as Decimal | null) : null;
      if (where === null || (where === true && value === null)) gathered.leftOut += 1;
      else if (value !== null) gather(gathered, value, node);
      return true;
    },
    finish(): Readonly<Record<string, FittedAggregate>> {
      const entries = [...partitions].map(([partition, g]): [string, FittedAggregate] => {
        const open = g.leftOut > 0 && node.unknown === "undetermined";
        const value = open ? null : (settleAggregate[node.operation](g, node)?.toString() ?? null);
        return [partition, { value, counted: g.counted, leftOut: g.leftOut }];
      });
      return inOrder(entries);
    },
  };
}

/** Puts partitions in order, so that the order of the population changes no byte of what is stored. */
function inOrder<T>(entries: readonly (readonly [string, T])[]): Readonly<Record<string, T>> {
  return Object.fromEntries([...entries].sort(([a], [b]) => (a < b ? -1 : 1)));
}

const start = (): Gathered => ({
  values: [],
  sum: new Decimal(0),
  counted: 0,
  leftOut: 0,
  least: null,
  most: null,
});

function gather(g: Gathered, value: Decimal, node: NodeOf<"aggregate">) {
  g.counted += 1;
  g.sum = g.sum.plus(value);
  g.least = g.least ? Decimal.min(g.least, value) : value;
  g.most = g.most ? Decimal.max(g.most, value) : value;
  if (node.operation === "quantile") g.values.push(value);
}

type Settle = (g: Gathered, node: NodeOf<"aggregate">) => Decimal | null;

const settleAggregate: Record<NodeOf<"aggregate">["operation"], Settle> = {
  count: (g) => new Decimal(g.counted),
  sum: (g) => g.sum,
  minimum: (g) => g.least,
  maximum: (g) => g.most,
  mean: (g, n) => (g.counted ? divide(g.sum, new Decimal(g.counted), n.scale, n.rounding) : null),
  quantile: (g, n) => quantile(g.values, n.at ?? new Decimal(0)),
};

/** The quantile of definition 7 of Hyndman and Fan (1996): linear between the neighbours. */
function quantile(values: readonly Decimal[], at: Decimal): Decimal | null {
  const sorted = [...values].sort((a, b) => a.cmp(b));
  if (sorted.length === 0) return null;
  const place = at.times(sorted.length - 1);
  const below = sorted[place.floor().toNumber()] as Decimal;
  const above = sorted[place.ceil().toNumber()] as Decimal;
  return below.plus(above.minus(below).times(place.minus(place.floor())));
}

function startCut(node: NodeOf<"rankCut">) {
  const partitions = new Map<string, { entries: Entry[]; leftOut: number }>();
  return {
    op: "rankCut" as const,
    path: node.origin.path,
    add(v: ValueOf): boolean {
      const partition = partitionKey(node.by.map(v));
      const eligible = v(node.eligible);
      if (partition === null || eligible === false) return eligible === false;
      const gathered = partitions.get(partition) ?? { entries: [], leftOut: 0 };
      partitions.set(partition, gathered);
      const keys = node.keys.map((k) => v(k.of));
      const barred = v(node.barred);
      if (eligible === null || keys.includes(null) || barred === null) gathered.leftOut += 1;
      else gathered.entries.push({ keys: keys as Entry["keys"], barred: barred === true });
      return true;
    },
    finish(): Readonly<Record<string, FittedCut>> {
      const entries = [...partitions].map(([partition, { entries, leftOut }]) => {
        return [partition, cutPartition(node, entries, leftOut)] as const;
      });
      return inOrder(entries);
    },
  };
}
