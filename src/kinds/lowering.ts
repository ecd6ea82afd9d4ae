import type { Builder } from "../plan/build.ts";
import type { NodeId, Origin } from "../plan/node.ts";
import type { Part } from "../plan/plan.ts";
import * as types from "../plan/type.ts";
import { pointer } from "../ruleset/diagnostics.ts";
import type { Condition, Settled } from "../ruleset/expression.ts";
import { type Fault, fault } from "../ruleset/fault.ts";
import { listed } from "../ruleset/phrase.ts";
import type { Fact } from "../ruleset/schema/fact.ts";
import { suggestion } from "../ruleset/suggest.ts";
import type { Citation, Language, Text } from "../ruleset/text.ts";

export type NamedConditions = Readonly<
  Record<
    string,
    { readonly label: Text; readonly citation: Citation; readonly when: Settled<Condition> }
  >
>;

/** What lowering needs at hand: the plan being built, and what the decision may refer to. */
export interface Lowering {
  readonly plan: Builder;
  readonly facts: Readonly<Record<string, Fact>>;
  readonly subjects: readonly string[];
  /** Whose facts may be used here: the decision's subject, or the one an aggregate goes over. */
  readonly subject: string;
  /** The named conditions of this decision, and those being lowered, to find a cycle. */
  readonly conditions: NamedConditions;
  readonly open: readonly string[];
  readonly owner: Origin;
  /** Named conditions lowered already, with the divisors met in each. */
  readonly lowered: Map<string, { readonly node: NodeId; readonly divisors: readonly NodeId[] }>;
  /** Divisors met so far: where one is zero, a formula's output is undefined. */
  readonly divisors: NodeId[];
  /** Finds a part of another decision, lowering that decision first. */
  decision(reference: string, subject: string, origin: Origin): Part | undefined;
}

/** What a kind lowers a decision to. */
export interface Lowered {
  readonly outcome: Part | readonly Part[];
  readonly parts: readonly Part[];
  readonly route?: readonly Origin[] | undefined;
}

/** Extends an origin to a place inside the same part. */
export function inside(origin: Origin, ...keys: readonly PropertyKey[]): Origin {
  return { ...origin, path: origin.path + pointer(...keys) };
}

type Named = { readonly label?: Text | undefined; readonly citation?: Citation | undefined };

/** Makes the origin of a named part, which takes label and citation from its whole if it has none. */
export function partOf(
  whole: Origin,
  name: string,
  named: Named,
  ...keys: readonly PropertyKey[]
): Origin {
  return {
    id: `${whole.id}.${name}`,
    path: whole.path + pointer(...keys),
    label: named.label ?? whole.label,
    citation: named.citation ?? whole.citation,
  };
}

/** Collects a fault found while lowering. */
export function report(ctx: Lowering, found: Fault) {
  ctx.plan.faults.push(found);
}

/** Lowers the use of a fact: it must be declared, and be about the subject at hand. */
export function lowerFact(name: string, ctx: Lowering, origin: Origin): NodeId {
  const fact = Object.hasOwn(ctx.facts, name) ? ctx.facts[name] : undefined;
  if (!fact) {
    const words = { name, ...suggestion(name, Object.keys(ctx.facts)) };
    report(ctx, fault("unknown-fact", origin.path, words));
    return ctx.plan.nothing(origin);
  }
  if (!fact.subjects.includes(ctx.subject)) {
    const words = { name, belongs: listed(fact.subjects), subject: ctx.subject };
    report(ctx, fault("other-subject", origin.path, words));
  }
  const { label, citation } = fact;
  const at = { id: name, path: pointer("facts", name), label, citation, terms: termsOf(fact) };
  return ctx.plan.fact(name, factType(fact), at);
}

function termsOf(fact: Fact): Origin["terms"] {
  if (fact.type !== "label" && fact.type !== "list") return undefined;
  return Object.fromEntries(Object.entries(fact.values).map(([v, { label }]) => [v, label]));
}

/** Reads the type of a declared fact; without bounds, a number has at most 12 digits. */
function factType(fact: Fact): types.Type {
  if (fact.type === "label" || fact.type === "list") {
    return { kind: fact.type, values: Object.keys(fact.values) };
  }
  if (fact.type === "number") return types.number(fact.scale, ...factRange(fact));
  return { boolean: types.boolean, date: types.date, text: types.text }[fact.type];
}

/** Reads the least and the most a number fact can be. */
export function factRange(fact: Extract<Fact, { type: "number" }>): readonly [number, number] {
  const widest = 10 ** (12 - fact.scale);
  return [fact.min ?? -widest, fact.max ?? widest];
}

/** Checks that `order` names each entry once; gives the entries in that order. */
export function ordered<T>(
  order: readonly string[],
  entries: Readonly<Record<string, T>>,
  ctx: Lowering,
  origin: Origin,
): readonly (readonly [string, T])[] {
  const names = Object.keys(entries);
  const missing = names.filter((n) => !order.includes(n));
  const unknown = order.filter((n) => !names.includes(n));
  const twice = order.filter((n, i) => order.indexOf(n) !== i);
  if (missing.length + unknown.length + twice.length > 0) {
    const difference = {
      zh: told({ missing, unknown, twice }, "zh"),
      en: told({ missing, unknown, twice }, "en"),
    };
    report(ctx, fault("order-mismatch", inside(origin, "order").path, { difference }));
  }
  return order.flatMap((n) => (Object.hasOwn(entries, n) ? [[n, entries[n] as T] as const] : []));
}

type Differing = Readonly<Record<keyof typeof differences, readonly string[]>>;

const differences = {
  missing: { zh: "没有写进 `order`", en: "is not in `order`" },
  unknown: { zh: "不是其中一项", en: "is no entry" },
  twice: { zh: "写了两次", en: "is there twice" },
} satisfies Record<string, Text>;

function told(found: Differing, lang: Language): string {
  return (["missing", "unknown", "twice"] as const)
    .flatMap((how) => found[how].map((n) => `\`${n}\` ${differences[how][lang]}`))
    .join(lang === "zh" ? "，" : ", ");
}

/** Shows a chain of names that comes back to where it began. */
export const loopOf = (names: readonly string[]) => names.map((n) => `\`${n}\``).join(" → ");

/** Refuses an outcome that is not declared, so that a misspelt one is never handed out. */
export function declared(
  outcome: string | number,
  outcomes: Readonly<Record<string, Text>> | undefined,
  ctx: Lowering,
  origin: Origin,
) {
  if (!outcomes || (typeof outcome === "string" && Object.hasOwn(outcomes, outcome))) return;
  const name = String(outcome);
  if (typeof outcome === "number" && Object.hasOwn(outcomes, name)) {
    const words = {
      value: name,
      expected: { zh: `文字 \`"${name}"\``, en: `the text \`"${name}"\`` },
    };
    return report(ctx, fault("wrong-type", origin.path, words));
  }
  report(
    ctx,
    fault("unknown-outcome", origin.path, { name, ...suggestion(name, Object.keys(outcomes)) }),
  );
}
