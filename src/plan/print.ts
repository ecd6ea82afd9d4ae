import { Decimal } from "./decimal.ts";
import type { NodeId, NodeOf, Op, RankClass, Value } from "./node.ts";
import type { Part, Plan } from "./plan.ts";
import type { Type } from "./type.ts";

type Print = { [O in Op]: (node: NodeOf<O>) => string };

const ref = (id: NodeId) => `#${id}`;
const refs = (ids: readonly NodeId[]) => ids.map(ref).join(", ");

/** Shows each operation: one total table. */
const print: Print = {
  fact: (n) => `fact ${n.name}`,
  constant: (n) => show(n.value),
  compare: (n) => `${ref(n.left)} ${n.comparator} ${ref(n.right)}`,
  member: (n) => `${ref(n.of)} in ${n.values.join(" | ")}`,
  given: (n) => `given ${ref(n.of)}`,
  all: (n) => `all ${refs(n.of)}`,
  any: (n) => `any ${refs(n.of)}`,
  not: (n) => `not ${ref(n.of)}`,
  count: (n) => `count ${refs(n.of)}`,
  arithmetic: (n) => `${n.operation} ${refs(n.of)}`,
  quotient: (n) => `${ref(n.dividend)} ÷ ${ref(n.divisor)} to ${n.scale} decimals, ${n.rounding}`,
  round: (n) => `round ${ref(n.of)} to ${n.scale} decimals, ${n.rounding}`,
  size: (n) => `size ${ref(n.of)}`,
  move: (n) => `${ref(n.date)} moved by ${ref(n.by)} ${n.unit}`,
  ladder: (n) => {
    const steps = n.steps.map((s) => `${s.from ? `from ${s.from} ` : "below "}→ ${show(s.value)}`);
    return `ladder ${ref(n.input)} closed ${n.closed}: ${steps.join("; ")}`;
  },
  choose: (n) => {
    const cases = n.cases.map((c) => `${ref(c.when)} → ${ref(c.value)}`);
    return `choose ${cases.join("; ")}; otherwise ${ref(n.otherwise)}`;
  },
  collect: (n) => `collect ${n.cases.map((c) => `${ref(c.when)} → ${c.value}`).join("; ")}`,
  aggregate: (n) =>
    `${n.operation}${n.at ? ` at ${n.at}` : ""} of ${ref(n.of)} where ${ref(n.where)} over ${n.over} by [${refs(n.by)}]`,
  rankCut: (n) => {
    const keys = n.keys.map((k) => `${ref(k.of)} ${k.descending ? "descending" : "ascending"}`);
    const policy = `${n.rounding}, ${n.scheme}, ties ${n.tie}, barred ${ref(n.barred)} ${n.barredPlaces}`;
    return `cut ${n.over} by [${refs(n.by)}] where ${ref(n.eligible)} ranked by ${keys.join(", ")}: ${n.classes.map(places).join(", ")} (${policy})`;
  },
};

function places({ outcome, places, minimum }: RankClass): string {
  const given =
    places === "rest"
      ? "rest"
      : "share" in places
        ? `share ${places.share}`
        : `first ${places.count}`;
  return `${outcome} ${given}${minimum ? ` at least ${minimum}` : ""}`;
}

/**
 * Prints a plan as text: the nodes in order, each with its number, type and the part of the ruleset
 * it came from, then what each decision is made of.
 *
 * @param plan - of a compiled program
 * @returns lines of text
 * @example
 * ```ts
 * import { compile, printPlan } from "tiercut";
 * import { ruleset } from "tiercut/xian-unicom-2012";
 *
 * printPlan(compile(ruleset).plan).includes("fact revenue"); // true
 * ```
 */
export function printPlan(plan: Plan): string {
  const nodes = plan.nodes.map((node, id) => {
    const what = (print[node.op] as (n: unknown) => string)(node);
    const grain = node.grain === "population" ? ", population" : "";
    return `#${id} ${what} : ${typeIn(node.type)}${grain}  (${node.origin.id})`;
  });
  const decisions = Object.values(plan.decisions).map((d) => {
    const parts = ([d.outcome, d.parts].flat() as Part[]).map((p) => `${p.name} ${ref(p.node)}`);
    return `${d.name} (${d.kind} of ${d.subject}, ${d.grain}): ${[...new Set(parts)].join(", ")}`;
  });
  return [...nodes, "", ...decisions].join("\n");
}

function show(value: Value): string {
  if (value instanceof Decimal) return value.toString();
  return value === null ? "unknown" : JSON.stringify(value);
}

function typeIn(type: Type): string {
  if (type.kind === "number") return `number(${type.scale}) ${type.min}..${type.max}`;
  return type.kind === "label" || type.kind === "list"
    ? `${type.kind} ${type.values.join("|")}`
    : type.kind;
}
