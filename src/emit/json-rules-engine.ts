import type { Engine, NestedCondition, TopLevelCondition } from "json-rules-engine";
import { decisionOf, type Program } from "../execute/program.ts";
import { written } from "../kinds/ruleset.ts";
import type { DecisionOf } from "../kinds/schema.ts";
import { pointer, TiercutError } from "../ruleset/diagnostics.ts";
import type { Condition, Conditions, Settled } from "../ruleset/expression.ts";
import { settle } from "../ruleset/settle.ts";

type Named = NonNullable<DecisionOf<"rule">["conditions"]>;
type Form = keyof Conditions;

/**
 * Hands a rule to a json-rules-engine `Engine`, for facts that arrive asynchronously. The engine
 * emits an event whose type is the decision's name where the rule holds. Named conditions are
 * written out in place, and the operator `given` is added to the engine.
 *
 * The engine does not know unknown facts: give it every fact the rule names (`null` for one that
 * is unknown), and read no failure as a "no" where one was `null`.
 *
 * @param engine - a json-rules-engine engine, which is changed
 * @param program - from `compile`
 * @param decision - the name of a decision of the kind `rule` that compares facts with literals
 * @throws TiercutError where the decision is no rule, or uses what the engine can't compute
 * @example
 * ```ts
 * import { Engine } from "json-rules-engine";
 * import { compile } from "tiercut";
 * import { ruleset } from "tiercut/anqing-mobile-2010";
 * import { addToEngine } from "tiercut/json-rules-engine";
 *
 * const engine = new Engine();
 * addToEngine(engine, compile(ruleset), "eligibility");
 * ```
 */
export function addToEngine(engine: Engine, program: Program<unknown>, decision: string): void {
  decisionOf(program, decision);
  const { document } = settle(written(program.document), program.settings);
  const rule = document.decisions[decision];
  if (rule?.kind !== "rule") {
    throw new TiercutError(
      `\`${decision}\` is of the kind \`${rule?.kind}\`: only a \`rule\` can be handed to an engine`,
    );
  }
  const place = { named: rule.conditions ?? {}, path: pointer("decisions", decision, "when") };
  const conditions: TopLevelCondition = { all: [write(rule.when, place)] };
  engine.addOperator(
    "given",
    (value: unknown, given: boolean) => ((value ?? null) !== null) === given,
  );
  const params = { label: rule.label, citation: rule.citation };
  engine.addRule({ name: decision, conditions, event: { type: decision, params } });
}

interface Place {
  readonly named: Named;
  readonly path: string;
}

type Write = { [F in Form]: (c: Settled<Conditions[F]>, place: Place) => NestedCondition };

/** Writes each form of a condition in the engine's words: one total table. */
const forms: Write = {
  all: (c, p) => ({ all: each(c.all, "all", p) }),
  any: (c, p) => ({ any: each(c.any, "any", p) }),
  not: (c, p) => ({ not: write(c.not, inside(p, "not")) }),
  condition: (c, p) => write((p.named[c.condition] as Named[string]).when, p),
  constant: (c) => (c.constant ? { all: [] } : { not: { all: [] } }),
  fact: writeComparison,
  decision: (_, p) => refuse("another decision", p),
  expression: ({ expression, ...test }, p) =>
    typeof expression === "object" && "fact" in expression
      ? writeComparison({ ...expression, ...test }, p)
      : refuse("arithmetic", p),
};

function write(condition: Settled<Condition>, place: Place): NestedCondition {
  const form = (Object.keys(forms) as Form[]).find((f) => f in condition) as Form;
  return (forms[form] as (c: unknown, p: Place) => NestedCondition)(condition, place);
}

function each(conditions: readonly Settled<Condition>[], key: string, place: Place) {
  return conditions.map((c, i) => write(c, inside(place, key, i)));
}

/** The engine's `contains` takes one value: of several, any one is enough. */
function writeComparison(c: Settled<Conditions["fact"]>, place: Place): NestedCondition {
  const { fact, operator, value } = c;
  if (typeof value === "object" && !Array.isArray(value) && !("fact" in value)) {
    return refuse("arithmetic", inside(place, "value"));
  }
  if (operator === "in" || operator === "notIn") return { fact, operator, value: [value].flat() };
  if (operator !== "contains" && operator !== "doesNotContain") return { fact, operator, value };
  const each = [value].flat().map((v) => ({ fact, operator, value: v }));
  return operator === "contains" ? { any: each } : { all: each };
}

function inside(place: Place, ...keys: readonly PropertyKey[]): Place {
  return { ...place, path: place.path + pointer(...keys) };
}

function refuse(what: string, place: Place): never {
  throw new TiercutError(
    `${place.path} uses ${what}, which an engine can't compute: evaluate the decision with \`evaluate\``,
  );
}
