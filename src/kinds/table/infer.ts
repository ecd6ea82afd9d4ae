import type { Open } from "../../ruleset/expression.ts";
import { type Gives, gives } from "../infer/basis.ts";
import type { Around, Form, InferredDecision, Keys } from "../infer/known.ts";
import { number } from "../infer/known.ts";
import { type AsOutcome, asOutcome } from "../infer/parts.ts";
import { type Declared, formsOf, type ValueOf } from "../infer/value.ts";
import type { WrittenOf } from "../schema.ts";

/** What is known of a table, as a type: what the rows can give for each output. */
export type Infer<K, C extends Around> = K extends { readonly outputs: infer O }
  ? AsOutcome<{ readonly [N in keyof O]: Gives<OutputOf<K, N, O[N], C>, Read<K>, C> }>
  : never;

/** What a table reads, as a type: the values of the inputs that a row has a cell for. */
export type Read<K> = K extends { readonly inputs: infer I; readonly rows: infer R }
  ? ValueIn<I[Tested<R[keyof R]> & keyof I]>
  : never;
type Tested<R> = R extends { readonly when: infer W } ? keyof W : never;
type ValueIn<I> = I extends { readonly value: infer V } ? V : never;

type OutputOf<K, N, O, C extends Around> = K extends { readonly hitPolicy: "collect" }
  ? K extends { readonly collect: Exclude<Collect, "list"> }
    ? number
    : readonly LabelsOf<O, Entry<Given<K, N>, C>>[]
  : LabelsOf<O, ValueOf<Given<K, N>, C>>;
type Collect = NonNullable<WrittenOf<"table">["collect"]>;

type LabelsOf<O, Otherwise> = O extends { readonly outcomes: infer L extends object }
  ? `${Keys<L>}`
  : Otherwise;

/** What the rows, and the table where none matches, give for an output. */
type Given<K, N> =
  | (K extends { readonly rows: infer R } ? Then<R[keyof R], N> : never)
  | (K extends { readonly otherwise: infer T } ? T[N & keyof T] : never);
type Then<R, N> = R extends { readonly then: infer T } ? T[N & keyof T] : never;

/** A list has labels, and numbers as their text. */
type Entry<T, C extends Around> = T extends string | number
  ? `${T}`
  : ValueOf<T, C> extends infer V
    ? V extends string
      ? V
      : string
    : never;

type Table = WrittenOf<"table">;
type Outcome = Open<string | number>;

/** Tells what is known of a table. */
export function infer(table: Table, around: Declared): InferredDecision {
  const parts = Object.entries(table.outputs).map(([name, { outcomes }]) => {
    const given = [...Object.values(table.rows).map((r) => r.then), table.otherwise ?? {}];
    const outcome = given.flatMap((g) => (Object.hasOwn(g, name) ? [g[name] as Outcome] : []));
    const forms = formsOfOutput(table, outcome, outcomes, around);
    return [name, gives(forms, readBy(table), around)] as const;
  });
  return asOutcome(Object.fromEntries(parts));
}

/** Lists what a table reads: the values of the inputs that a row has a cell for. */
export function readBy({ inputs, rows }: Pick<Table, "inputs" | "rows">): readonly unknown[] {
  const tested = new Set(Object.values(rows).flatMap((r) => Object.keys(r.when)));
  return Object.entries(inputs).flatMap(([name, i]) => (tested.has(name) ? [i.value] : []));
}

function formsOfOutput(
  table: Table,
  given: readonly Outcome[],
  outcomes: object | undefined,
  around: Declared,
): readonly Form[] {
  const { hitPolicy, collect = "list" } = table;
  if (hitPolicy !== "collect") {
    return outcomes
      ? [{ kind: "label", values: Object.keys(outcomes) }]
      : given.flatMap((g) => formsOf(g, around));
  }
  if (collect !== "list") return [number];
  return [{ kind: "list", values: outcomes ? Object.keys(outcomes) : entries(given, around) }];
}

function entries(given: readonly Outcome[], around: Declared): readonly string[] | undefined {
  const forms = given.flatMap((g) => formsOf(typeof g === "number" ? String(g) : g, around));
  return forms.every((f) => f.kind === "label") ? forms.flatMap((f) => f.values) : undefined;
}
