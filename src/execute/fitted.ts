import type { NodeOf, PopulationNode, Value } from "../plan/node.ts";
import { TiercutError } from "../ruleset/diagnostics.ts";
import type { Settings } from "../ruleset/settings.ts";

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
  /** Subjects that could not be ranked: a key, or whether they are eligible or barred, is unknown. */
  readonly leftOut: number;
  readonly classes: Readonly<Record<string, FittedClass>>;
}

/** One class of a cut in one partition. */
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
  readonly settings: Settings;
  readonly subject: string;
  readonly subjects: number;
  /** Subjects in no partition, because a fact that says in which is unknown. */
  readonly unplaced: number;
}

/** Names a partition by the values that make it; unknown where one of them is unknown. */
export function partitionKey(values: readonly Value[]): string | null {
  return values.includes(null) ? null : JSON.stringify(values.map(String));
}

/** Finds what was fitted for the subject's partition; unknown where its partition is unknown. */
export function cutOf(
  node: NodeOf<"rankCut">,
  values: readonly Value[],
  fitted: FittedTables,
): FittedCut | null {
  const partition = partitionKey(values);
  if (partition === null) return null;
  const found = tableOf(node, fitted.cuts)[partition];
  if (found !== undefined) return isCut(found, node) ? found : damaged(node, partition);
  throw new TiercutError(
    `\`${node.origin.id}\` was not fitted for ${partition}: call \`fit\` with a population that has it`,
  );
}

/** The same for an aggregate. In a partition without subjects there are none: count and sum are 0. */
export function aggregateOf(
  node: NodeOf<"aggregate">,
  values: readonly Value[],
  fitted: FittedTables,
): FittedAggregate | null {
  const partition = partitionKey(values);
  if (partition === null) return null;
  const found = tableOf(node, fitted.aggregates)[partition];
  if (found !== undefined) return isAggregate(found) ? found : damaged(node, partition);
  const value = node.operation === "count" || node.operation === "sum" ? "0" : null;
  return { value, counted: 0, leftOut: 0 };
}

function tableOf<T>(node: PopulationNode, tables: Readonly<Record<string, T>>): T {
  const { path, id } = node.origin;
  const table = tables?.[path];
  if (typeof table === "object" && table !== null) return table;
  throw new TiercutError(`\`${id}\` was not fitted: call \`fit\` with this program`);
}

function damaged(node: PopulationNode, partition: string): never {
  throw new TiercutError(
    `the fitted numbers of \`${node.origin.id}\` for ${partition} are not what \`fit\` gave: fit again`,
  );
}

const isCount = (value: unknown) => Number.isInteger(value) && Number(value) >= 0;
const isNumber = (value: unknown) => typeof value === "string" && /^-?\d+(\.\d+)?$/.test(value);

function isAggregate({ value, leftOut }: FittedAggregate): boolean {
  return isCount(leftOut) && (value === null || isNumber(value));
}

/** Stored numbers may have been edited: each class must be there, with a key for each of the order. */
function isCut({ classes, leftOut }: FittedCut, node: NodeOf<"rankCut">): boolean {
  const isFrom = (from: unknown) =>
    from === null ||
    (Array.isArray(from) && from.length === node.keys.length && from.every(isText));
  const isText = (key: unknown) => typeof key === "string";
  const hasClass = (outcome: string) => isFrom(classes?.[outcome]?.from);
  return isCount(leftOut) && node.classes.every((c) => hasClass(c.outcome));
}
