import type { NestedCondition, RuleProperties, TopLevelCondition } from "json-rules-engine";
import type { Node, NodeId, NodeOf, Origin } from "../../plan/node.ts";
import type { Part, PlannedDecision } from "../../plan/plan.ts";
import { outward } from "./facts.ts";
import { conditionOf, test, type Writing } from "./write.ts";

/** A rule of an engine about a decision, and one that fires where the decision is left open. */
export interface Written {
  readonly rules: readonly RuleProperties[];
  readonly open: TopLevelCondition;
}

/** Writes a yes or no: a rule that fires where it is a yes. */
export function writeYes(decision: PlannedDecision, w: Writing): Written {
  const { node } = decision.outcome as Part;
  const sure = () => conditionOf(node, "sure", w);
  const { label, citation } = decision.origin;
  const event = { type: decision.name, params: { label, citation } };
  return {
    rules: [{ name: decision.name, conditions: top(sure()), event }],
    open: { all: [conditionOf(node, "possible", w), { not: sure() }] },
  };
}

interface Band {
  readonly origin: Origin;
  readonly outcome: unknown;
  readonly tests: readonly NestedCondition[];
}

/** Writes bands: a rule for each, which fires where the input lies in it. */
export function writeBands(decision: PlannedDecision, w: Writing): Written {
  const { node } = decision.outcome as Part;
  const { input, bands } = bandsOf(w.plan.nodes[node] as Node, w);
  const rules = bands.map(({ origin, outcome, tests }): RuleProperties => {
    const { id, label, citation } = origin;
    const event = { type: decision.name, params: { outcome, label, citation } };
    return { name: id, conditions: { all: [...tests] }, event };
  });
  const given = (value: boolean) => ({ fact: w.fact(input), operator: "given", value });
  return { rules, open: { all: [given(false)] } };
}

function bandsOf(node: Node, w: Writing): { input: NodeId; bands: readonly Band[] } {
  if (node.op !== "choose") {
    const ladder = node as NodeOf<"ladder">;
    return { input: ladder.input, bands: stepsOf(ladder, w) };
  }
  // Single values that the source treats apart come first, each before the next.
  const { input, bands } = bandsOf(w.plan.nodes[node.otherwise] as Node, w);
  const singles = node.cases.map((c) => {
    const when = w.plan.nodes[c.when] as NodeOf<"compare">;
    return { ...c, value: constant(when.right, w), outcome: constant(c.value, w) };
  });
  const others = (count: number) =>
    singles.slice(0, count).map((s) => test(input, "notEqual", s.value, "sure", w));
  const apart = singles.map(({ origin, outcome, value }, i): Band => {
    return { origin, outcome, tests: [test(input, "equal", value, "sure", w), ...others(i)] };
  });
  const rest = bands.map((b) => ({ ...b, tests: [...b.tests, ...others(singles.length)] }));
  return { input, bands: [...apart, ...rest] };
}

function stepsOf({ input, steps, closed }: NodeOf<"ladder">, w: Writing): readonly Band[] {
  const lower = closed === "lower" ? "greaterThanInclusive" : "greaterThan";
  const upper = closed === "lower" ? "lessThan" : "lessThanInclusive";
  return steps.map(({ from, value, origin }, i) => {
    const to = steps[i + 1]?.from ?? null;
    const bounds = [
      ...(from ? [test(input, lower, outward(from), "sure", w)] : []),
      ...(to ? [test(input, upper, outward(to), "sure", w)] : []),
    ];
    const given: NestedCondition = { fact: w.fact(input), operator: "given", value: true };
    return { origin, outcome: outward(value), tests: bounds.length ? bounds : [given] };
  });
}

function constant(id: NodeId, w: Writing): unknown {
  return outward((w.plan.nodes[id] as NodeOf<"constant">).value);
}

/** A rule begins with `all`, `any` or `not`. */
const top = (condition: NestedCondition): TopLevelCondition =>
  "fact" in condition ? { all: [condition] } : condition;
