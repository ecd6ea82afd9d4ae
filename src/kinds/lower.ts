import { type Builder, builder } from "../plan/build.ts";
import { childrenOf, type NodeId, type Origin } from "../plan/node.ts";
import type { Part, Plan, PlannedDecision } from "../plan/plan.ts";
import { digits, exactDigits } from "../plan/type.ts";
import { pointer } from "../ruleset/diagnostics.ts";
import type { DocumentOf } from "../ruleset/document.ts";
import { type Fault, fault } from "../ruleset/fault.ts";
import type { Understood } from "../ruleset/settle.ts";
import { suggestion } from "../ruleset/suggest.ts";
import * as appraisal from "./appraisal/lower.ts";
import * as bands from "./bands/lower.ts";
import * as checklist from "./checklist/lower.ts";
import * as cut from "./cut/lower.ts";
import * as formula from "./formula/lower.ts";
import { inside, type Lowered, type Lowering, loopOf, report } from "./lowering.ts";
import * as quota from "./quota/lower.ts";
import * as rule from "./rule/lower.ts";
import type { Decision, DecisionOf, Kind, WrittenDecision } from "./schema.ts";
import * as scorecard from "./scorecard/lower.ts";
import * as table from "./table/lower.ts";

type LowerKind = { [K in Kind]: (d: DecisionOf<K>, at: Origin, ctx: Lowering) => Lowered };

const kinds: LowerKind = {
  rule: rule.lower,
  bands: bands.lower,
  table: table.lower,
  scorecard: scorecard.lower,
  cut: cut.lower,
  checklist: checklist.lower,
  appraisal: appraisal.lower,
  quota: quota.lower,
  formula: formula.lower,
};

/** How many decisions may rest on one another in a row. */
const longestChain = 60;

/** A ruleset lowered to its plan, with every fault found on the way. */
export interface LoweredRuleset {
  readonly plan: Plan;
  readonly faults: Builder["faults"];
}

/** Lowers every decision of an understood ruleset, each once, whatever refers to it. */
export function lowerRuleset(understood: Understood<WrittenDecision>): LoweredRuleset {
  const document = understood.document as DocumentOf<Decision>;
  const plan = builder();
  const done = new Map<string, PlannedDecision>();
  const base = { plan, facts: document.facts, subjects: Object.keys(document.subjects) };
  const names = [...Object.keys(document.decisions), ...Object.keys(understood.unset)];

  function lowerOne(name: string, open: readonly string[]): PlannedDecision {
    const decision = document.decisions[name] as Decision;
    const { label, citation, subject } = decision;
    const origin = { id: name, path: pointer("decisions", name), label, citation };
    const ctx: Lowering = {
      ...base,
      subject,
      conditions: decision.conditions ?? {},
      open: [],
      owner: origin,
      lowered: new Map(),
      divisors: [],
      decision: (reference, about, at) => find(reference, at, [...open, name], about),
    };
    if (!base.subjects.includes(subject)) {
      const words = { name: subject, ...suggestion(subject, base.subjects) };
      report(ctx, fault("unknown-subject", inside(origin, "subject").path, words));
    }
    const lower = kinds[decision.kind] as (d: Decision, at: Origin, ctx: Lowering) => Lowered;
    const planned = finish(decision, origin, lower(decision, origin, ctx), ctx);
    done.set(name, planned);
    return planned;
  }

  function find(
    reference: string,
    at: Origin,
    open: readonly string[],
    subject: string,
  ): Part | undefined {
    const [name = "", partName] = reference.split(".");
    if (!Object.hasOwn(document.decisions, name)) {
      plan.faults.push(fault("unknown-decision", at.path, { name, ...suggestion(name, names) }));
      return undefined;
    }
    if (open.includes(name)) {
      const loop = loopOf([...open.slice(open.indexOf(name)), name]);
      plan.faults.push(fault("cycle", at.path, { name, loop }));
      return undefined;
    }
    if (open.length > longestChain) {
      const words = {
        size: String(open.length),
        what: { zh: "个判定层层依赖", en: "decisions resting on one another" },
        limit: String(longestChain),
      };
      plan.faults.push(fault("too-large", at.path, words));
      return undefined;
    }
    const found = done.get(name) ?? lowerOne(name, open);
    if (found.subject !== subject) {
      const words = { name, belongs: `\`${found.subject}\``, subject };
      plan.faults.push(fault("other-subject", at.path, words));
    }
    return partNamed(found, partName, at, plan);
  }

  for (const name of Object.keys(document.decisions)) if (!done.has(name)) lowerOne(name, []);
  const faults = [
    ...understood.faults,
    ...plan.faults.map((f) => ({ ...f, path: understood.locate(f.path) })),
  ];
  const decisions = Object.fromEntries(
    Object.keys(document.decisions).map((n) => [n, done.get(n) as PlannedDecision]),
  );
  const named = new Set(Object.values(decisions).flatMap((d) => partsOf(d).map((p) => p.node)));
  return { plan: { nodes: plan.nodes, decisions, named }, faults: unique(faults) };
}

const partsOf = ({ outcome, parts }: PlannedDecision): readonly Part[] => [outcome, parts].flat();

function partNamed(
  decision: PlannedDecision,
  name: string | undefined,
  at: Origin,
  plan: Builder,
): Part | undefined {
  const known = decision.parts.map((p) => p.name);
  const several = Array.isArray(decision.outcome);
  if (name === undefined && !several) return decision.outcome as Part;
  const found = decision.parts.find((p) => p.name === name);
  if (found) return found;
  const words = { decision: decision.name, name: name ?? "", ...suggestion(name ?? "", known) };
  plan.faults.push(fault("unknown-part", at.path, words));
  return undefined;
}

/** Works out what a decision as a whole needs: its grain, its population, and exact results. */
function finish(
  decision: Decision,
  origin: Origin,
  lowered: Lowered,
  ctx: Lowering,
): PlannedDecision {
  refuseTwins(lowered, decision.kind, ctx);
  const parts = [lowered.outcome, lowered.parts].flat();
  const populations = [
    ...new Set(
      populationsOf(
        parts.map((p) => p.node),
        ctx.plan,
      ),
    ),
  ];
  const [population, other] = populations;
  if (population && other) {
    report(ctx, fault("mixed-populations", origin.path, { first: population, second: other }));
  }
  for (const part of parts) checkExact(part, ctx);
  const { kind, subject } = decision;
  const grain = population ? "population" : "record";
  return { name: origin.id, kind, subject, origin, grain, population, ...lowered };
}

/** A part is cited by its name, so a name must mean one part; a checklist gives lists beside them. */
function refuseTwins(lowered: Lowered, kind: Kind, ctx: Lowering) {
  const seen = new Set(kind === "checklist" ? ["unmet", "unknown", "route"] : []);
  for (const { name, origin } of lowered.parts) {
    if (seen.has(name)) report(ctx, fault("duplicate-part", origin.path, { name }));
    seen.add(name);
  }
}

/** A result must be a number that holds it exactly. */
function checkExact(part: Part, ctx: Lowering) {
  const type = ctx.plan.type(part.node);
  if (type.kind !== "number" || digits(type) <= exactDigits) return;
  const words = { digits: String(digits(type)), limit: String(exactDigits) };
  report(ctx, fault("inexact", part.origin.path, words));
}

function populationsOf(roots: readonly NodeId[], plan: Builder): string[] {
  const seen = new Set<NodeId>();
  const found: string[] = [];
  const walk = (id: NodeId) => {
    const node = plan.nodes[id];
    if (!node || node.grain === "record" || seen.has(id)) return;
    seen.add(id);
    if (node.op === "aggregate" || node.op === "rankCut") found.push(node.over);
    childrenOf(node).forEach(walk);
  };
  roots.forEach(walk);
  return found;
}

/** Drops a fault found twice: a named condition is lowered at each of its uses. */
function unique(faults: readonly Fault[]): Fault[] {
  const key = (f: Fault) => `${f.code} ${f.path} ${JSON.stringify(f.words)}`;
  return [...new Map(faults.map((f) => [key(f), f])).values()];
}
