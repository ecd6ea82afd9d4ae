import { Decimal } from "../plan/decimal.ts";
import type { NodeOf, PopulationNode, Value } from "../plan/node.ts";
import { TiercutError } from "../ruleset/diagnostics.ts";

/** One number per partition, and how many subjects it is made of. */
export interface FittedAggregate {
  /** `null` where no subject of the partition has a known value. */
  readonly value: string | null;
  readonly counted: number;
  /** Subjects left out because their value, or whether they count, is unknown. */
  readonly leftOut: number;
}

/** The cut of one partition: for each class the keys of its last place. */
export interface FittedCut {
  /** How many were ranked. */
  readonly ranked: number;
  /** Eligible subjects that could not be ranked because a key is unknown. */
  readonly leftOut: number;
  readonly classes: Readonly<Record<string, FittedClass>>;
}

export interface FittedClass {
  /** The places the shares give the class. */
  readonly places: number;
  /** The subjects in it, more or fewer than the places where there is a tie. */
  readonly members: number;
  /** The keys from which on a subject is in this class or a better one; `null`: nobody is. */
  readonly from: readonly string[] | null;
}

/** By the JSON pointer of a population part, then by partition. */
export interface FittedTables {
  readonly aggregates: Readonly<Record<string, Readonly<Record<string, FittedAggregate>>>>;
  readonly cuts: Readonly<Record<string, Readonly<Record<string, FittedCut>>>>;
}

/** The numbers a population decision needs, per partition: plain data, to be stored and audited. */
export interface Fitted extends FittedTables {
  readonly ruleset: string;
  readonly version: string;
  readonly hash: string;
  readonly subject: string;
  readonly subjects: number;
}

/** Names a partition by the values that make it; unknown where one of them is unknown. */
export function partitionKey(values: readonly Value[]): string | null {
  return values.includes(null) ? null : JSON.stringify(values.map(String));
}

interface Entry {
  aggregate: { readonly value: Value };
  rankCut: FittedCut;
}

/** Finds what was fitted for the subject's partition; unknown where its partition is unknown. */
export function lookUp<O extends PopulationNode["op"]>(
  node: NodeOf<O> & PopulationNode,
  values: readonly Value[],
  fitted: FittedTables,
  op: O,
): Entry[O] | null {
  const partition = partitionKey(values);
  if (partition === null) return null;
  const table = (op === "aggregate" ? fitted.aggregates : fitted.cuts)[node.origin.path];
  const entry = table && Object.hasOwn(table, partition) ? table[partition] : undefined;
  if (!entry) {
    throw new TiercutError(
      `\`${node.origin.id}\` was not fitted for ${partition}: call \`fit\` with a population that has it`,
    );
  }
  if (op === "rankCut") return entry as Entry[O];
  const { value } = entry as FittedAggregate;
  return { value: value === null ? null : new Decimal(value) } as Entry[O];
}
