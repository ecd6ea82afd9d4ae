import type { Rounding, UnknownPolicy } from "../ruleset/expression.ts";
import type { Citation, Text } from "../ruleset/text.ts";
import type { Decimal } from "./decimal.ts";
import type { Type } from "./type.ts";

/** A value of a plan. `null` is unknown: never zero, never false. A date is `YYYY-MM-DD`. */
export type Value = boolean | Decimal | string | readonly string[] | null;

/** A node's place in `Plan.nodes`; it depends only on nodes before it. */
export type NodeId = number;

/** The part of the ruleset a node, or one of its cases, came from. */
export interface Origin {
  /** `value.personalRevenue.band3`: the same id in results, SQL, documents and tests. */
  readonly id: string;
  /** The part's place in the ruleset, as a JSON pointer. */
  readonly path: string;
  readonly label: Text;
  readonly citation?: Citation | undefined;
  /** The terms of the values a fact can have. */
  readonly terms?: Readonly<Record<string, Text>> | undefined;
}

/** Whether a value needs one subject alone, or all subjects of a partition. */
export type Grain = "record" | "population";

/** How two values are compared. */
export type Comparator = "=" | "≠" | "<" | "≤" | ">" | "≥";

/** One way an ordering goes: a key and whether the higher value comes first. */
export interface RankKey {
  readonly of: NodeId;
  readonly descending: boolean;
}

/** A class of a rank cut: a share of the places, a number of places, or all that is left. */
export interface RankClass {
  readonly outcome: string;
  readonly places: { readonly share: Decimal } | { readonly count: number } | "rest";
  readonly minimum: number;
  readonly origin: Origin;
}

/** What each operation of a plan states. */
export interface Nodes {
  fact: { readonly name: string };
  constant: { readonly value: Value };
  compare: { readonly comparator: Comparator; readonly left: NodeId; readonly right: NodeId };
  /** Is the label among `values`; or, of a list, does it contain one of them. */
  member: { readonly of: NodeId; readonly values: readonly string[] };
  given: { readonly of: NodeId };
  all: { readonly of: readonly NodeId[] };
  any: { readonly of: readonly NodeId[] };
  not: { readonly of: NodeId };
  /** How many of these hold. */
  count: { readonly of: readonly NodeId[] };
  arithmetic: {
    readonly operation: "sum" | "difference" | "product" | "minimum" | "maximum";
    readonly of: readonly NodeId[];
  };
  /** Unknown where the divisor is zero: who must name that case asks for it with `compare`. */
  quotient: {
    readonly dividend: NodeId;
    readonly divisor: NodeId;
    readonly scale: number;
    readonly rounding: Rounding;
  };
  round: { readonly of: NodeId; readonly scale: number; readonly rounding: Rounding };
  /** How many different entries a list has. */
  size: { readonly of: NodeId };
  move: { readonly date: NodeId; readonly by: NodeId; readonly unit: "months" | "days" };
  /** The intervals of the number line between cut points, lowest first; the first has no `from`. */
  ladder: {
    readonly input: NodeId;
    readonly closed: "lower" | "upper";
    readonly steps: readonly {
      readonly from: Decimal | null;
      readonly value: Value;
      readonly origin: Origin;
    }[];
  };
  /** The first case that holds; settled although a case is unknown where all that can come agree. */
  choose: {
    readonly cases: readonly {
      readonly when: NodeId;
      readonly value: NodeId;
      readonly origin: Origin;
      /** Does it only guard a promise of the ruleset, so that no reason tells it. */
      readonly guard?: boolean;
    }[];
    readonly otherwise: NodeId;
  };
  /** The values of all the cases that hold, in order. */
  collect: {
    readonly cases: readonly {
      readonly when: NodeId;
      readonly value: string;
      readonly origin: Origin;
    }[];
  };
  /** Over the subjects of a partition for which `where` holds and `of` is known. */
  aggregate: {
    readonly operation: "sum" | "mean" | "minimum" | "maximum" | "count" | "quantile";
    readonly of: NodeId;
    readonly where: NodeId;
    readonly by: readonly NodeId[];
    readonly over: string;
    readonly unknown: UnknownPolicy;
    readonly at: Decimal | null;
    readonly scale: number;
    readonly rounding: Rounding;
  };
  /** Order by keys inside a partition, cut by shares or by counts. */
  rankCut: {
    readonly over: string;
    readonly unknown: UnknownPolicy;
    readonly by: readonly NodeId[];
    readonly eligible: NodeId;
    readonly otherwise: string;
    readonly keys: readonly RankKey[];
    readonly barred: NodeId;
    readonly barredTo: string;
    readonly barredPlaces: "backfill" | "place-stays-empty" | "out-of-the-base";
    readonly classes: readonly RankClass[];
    readonly rounding: Rounding;
    readonly scheme: "cumulative" | "separate" | "largest-remainder";
    readonly tie: "all-up" | "all-down" | "by-keys";
  };
}

export type Op = keyof Nodes;
export type NodeOf<O extends Op> = { readonly op: O } & Nodes[O] & {
    readonly type: Type;
    readonly grain: Grain;
    readonly origin: Origin;
  };
export type Node = { [O in Op]: NodeOf<O> }[Op];
export type PopulationNode = NodeOf<"aggregate"> | NodeOf<"rankCut">;

/** The nodes a node reads, in the order it reads them: one total table over the operations. */
const children: { [O in Op]: (node: NodeOf<O>) => readonly NodeId[] } = {
  fact: () => [],
  constant: () => [],
  compare: (n) => [n.left, n.right],
  member: (n) => [n.of],
  given: (n) => [n.of],
  all: (n) => n.of,
  any: (n) => n.of,
  not: (n) => [n.of],
  count: (n) => n.of,
  arithmetic: (n) => n.of,
  quotient: (n) => [n.dividend, n.divisor],
  round: (n) => [n.of],
  size: (n) => [n.of],
  move: (n) => [n.date, n.by],
  ladder: (n) => [n.input],
  choose: (n) => [...n.cases.flatMap((c) => [c.when, c.value]), n.otherwise],
  collect: (n) => n.cases.map((c) => c.when),
  aggregate: (n) => [n.of, n.where, ...n.by],
  rankCut: (n) => [n.eligible, n.barred, ...n.by, ...n.keys.map((k) => k.of)],
};

/** Lists the nodes a node reads. */
export function childrenOf(node: Node): readonly NodeId[] {
  return (children[node.op] as (node: Node) => readonly NodeId[])(node);
}
