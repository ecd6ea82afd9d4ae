import {
  type Almanac,
  Engine,
  type RuleProperties,
  type RuleResult,
  type TopLevelCondition,
} from "json-rules-engine";
import type { DecisionName } from "../../execute/evaluate.ts";
import { decisionOf, type Program } from "../../execute/program.ts";
import { run } from "../../execute/reference.ts";
import { resultOf } from "../../execute/result.ts";
import type { NodeId } from "../../plan/node.ts";
import type { Part, Plan, PlannedDecision } from "../../plan/plan.ts";
import { type Declared, known, outward, readDeclared } from "./facts.ts";
import { addOperators } from "./operators.ts";
import { type Write, wayOf } from "./ways.ts";
import { writingOf } from "./writing.ts";

/**
 * Makes a json-rules-engine `Engine` of decisions about one subject, for facts that arrive
 * asynchronously: add them with `engine.addFact`, or hand them to `engine.run`. Each is read as
 * `evaluate` reads it, and one that is absent or `null` is unknown.
 *
 * A `rule`, a `checklist`, or a `quota` emits an event of its name where the answer is yes; `bands`
 * emit one whose `outcome` is that of the band. Where unknown facts leave a decision open, the event
 * is `undetermined` instead, and names the decision and what is `missing`.
 *
 * @param program - from `compile`
 * @param decision - the name of a decision
 * @param more - further decisions about the same subject: the facts are asked for once
 * @returns an engine that other rules may be added to; its operators are those of a ruleset
 * @throws TiercutError where an engine can't decide such a decision, and says what to do instead
 * @example
 * ```ts
 * import { compile } from "tiercut";
 * import { ruleset } from "tiercut/hainan-unicom-2003";
 * import { toEngine } from "tiercut/json-rules-engine";
 *
 * const engine = toEngine(compile(ruleset), "star");
 * engine.addFact("monthlyMobileRevenue", async () => 50000);
 * const { events } = await engine.run();
 * events[0]?.params?.outcome; // "5"
 * ```
 */
export function toEngine<S, D extends DecisionName<S>>(
  program: Program<S>,
  decision: D,
  ...more: readonly D[]
): Engine {
  const decisions = [decision, ...more].map((name) => decisionOf(program, name));
  const [first] = decisions as [PlannedDecision];
  const ways = decisions.map((d) => wayOf(d, first.subject));
  const declared = program.facts[first.subject] ?? {};
  const engine = new Engine([], { allowUndefinedFacts: true });
  addOperators(engine);
  readDeclared(engine, declared);
  const computed = new Map<NodeId, string>();
  const writing = writingOf(program.plan, decisions, declared, computed);
  for (const [i, d] of decisions.entries()) {
    const { rules, open } = (ways[i] as Write)(d, writing);
    for (const rule of rules) engine.addRule(rule);
    engine.addRule(openRule(open, d, program));
  }
  for (const [node, name] of computed) addComputed(engine, name, node, program.plan, declared);
  return engine;
}

/** A rule that fires where a decision is left open. */
function openRule(
  conditions: TopLevelCondition,
  decision: PlannedDecision,
  program: Program<unknown>,
): RuleProperties {
  const { name, subject, origin } = decision;
  const { label, citation } = origin;
  return {
    name: `${name}.undetermined`,
    conditions,
    event: { type: "undetermined", params: { decision: name, label, citation } },
    onSuccess: tellMissing(decision, program, program.facts[subject] ?? {}),
  };
}

/** Says in the event what is missing, before anyone hears of it. */
function tellMissing(decision: PlannedDecision, program: Program<unknown>, declared: Declared) {
  const nodes = [decision.outcome].flat().map((p: Part) => p.node);
  return async (_: unknown, almanac: Almanac, { event }: RuleResult) => {
    const facts = await known(nodes, program.plan, declared, almanac);
    const result = resultOf(program, decision, run(program.plan, facts, unfitted));
    const { missing } = result;
    const cause = result.status === "undetermined" && result.cause ? { cause: result.cause } : {};
    Object.assign(event?.params ?? {}, { missing, ...cause });
  };
}

const unfitted = { aggregates: {}, cuts: {} };

function addComputed(engine: Engine, name: string, node: NodeId, plan: Plan, declared: Declared) {
  engine.addFact(name, async (_, almanac) => {
    const facts = await known([node], plan, declared, almanac);
    return outward(run(plan, facts, unfitted).value(node));
  });
}
