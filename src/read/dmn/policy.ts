import type { WrittenOf } from "../../kinds/schema.ts";
import type { Refuse } from "../refusal.ts";
import type { Element } from "../xml/element.ts";
import type { FeelLiteral } from "./feel.ts";
import type { DmnCode } from "./messages.ts";
import { type Output, valueIn } from "./output.ts";

type Table = WrittenOf<"table">;

/** What a hit policy comes to: how rows that match are taken, and in which order they stand. */
export interface Policy {
  readonly hitPolicy: Table["hitPolicy"];
  readonly collect?: Table["collect"];
  /** The outcomes from the first priority to the last. */
  readonly ranks?: readonly string[];
  /** The rows, by their place in the file, where another order counts. */
  readonly rows?: readonly number[];
}

type Read = (
  outputs: readonly Output[],
  table: Element,
  refuse: Refuse<DmnCode>,
) => Policy | undefined;

/** The hit policies of DMN, each with what it comes to here. */
const policies: Readonly<Record<string, Read>> = {
  UNIQUE: () => ({ hitPolicy: "unique" }),
  ANY: () => ({ hitPolicy: "any" }),
  FIRST: () => ({ hitPolicy: "first" }),
  PRIORITY: readPriority,
  "RULE ORDER": listed,
  "OUTPUT ORDER": (outputs, table, refuse) => {
    const rows = ranked(outputs, table, refuse);
    const list = listed(outputs, table, refuse);
    return rows && list && { ...list, rows };
  },
  COLLECT: readCollect,
};

/** Reads the hit policy of a table. */
export function readPolicy(table: Element, outputs: readonly Output[], refuse: Refuse<DmnCode>) {
  const { hitPolicy = "UNIQUE" } = table.attributes;
  const read = Object.hasOwn(policies, hitPolicy) ? policies[hitPolicy] : undefined;
  if (!read) refuse("policy", table, { name: hitPolicy });
  return read?.(outputs, table, refuse);
}

/** Where one output is a label, its outcomes are ranked; of several, the rows that give them. */
function readPriority(outputs: readonly Output[], table: Element, refuse: Refuse<DmnCode>) {
  const rows = ranked(outputs, table, refuse);
  const [only, ...more] = outputs;
  if (!rows || !only) return undefined;
  if (!only.outcomes || more.length > 0) return { hitPolicy: "first", rows } as const;
  const given = new Set(only.entries.map((e) => valueIn(only, e)));
  const ranks = new Set(only.values.map((v) => String(valueIn(only, v))));
  return { hitPolicy: "priority", ranks: [...ranks].filter((r) => given.has(r)) } as const;
}

/** Puts the rows in the order of what they give, the first output first; equal ones as written. */
function ranked(outputs: readonly Output[], table: Element, refuse: Refuse<DmnCode>) {
  const same = (a: FeelLiteral) => (b: FeelLiteral) => a.value === b.value;
  const ranks = outputs.map((o) => o.entries.map((e) => o.values.findIndex(same(e))));
  const unranked = outputs.filter((_, i) => ranks[i]?.includes(-1));
  for (const { name } of unranked) refuse("unranked", table, { name });
  if (unranked.length > 0) return undefined;
  const rows = (outputs[0]?.entries ?? []).map((_, i) => i);
  return rows.sort((a, b) => {
    const first = ranks.find((r) => r[a] !== r[b]);
    return (first?.[a] ?? 0) - (first?.[b] ?? 0);
  });
}

function listed(outputs: readonly Output[], table: Element, refuse: Refuse<DmnCode>) {
  const numeric = outputs.filter((o) => o.type === "number");
  for (const { name } of numeric) refuse("number-list", table, { name });
  return numeric.length > 0 ? undefined : ({ hitPolicy: "collect" } as const);
}

const aggregations = { SUM: "sum", COUNT: "count", MIN: "minimum", MAX: "maximum" } as const;

function readCollect(
  outputs: readonly Output[],
  table: Element,
  refuse: Refuse<DmnCode>,
): Policy | undefined {
  const { aggregation } = table.attributes;
  if (aggregation === undefined) return listed(outputs, table, refuse);
  const known = Object.hasOwn(aggregations, aggregation);
  const collect = known ? aggregations[aggregation as keyof typeof aggregations] : undefined;
  const fits = outputs.length === 1 && (collect === "count" || outputs[0]?.type === "number");
  if (collect && fits) return { hitPolicy: "collect", collect };
  refuse("policy", table, { name: `COLLECT ${aggregation}` });
  return undefined;
}
