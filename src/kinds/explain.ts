import type { PlannedDecision, Role } from "../plan/plan.ts";
import { evidence } from "./evidence.ts";
import { reasonOf } from "./reason.ts";
import type { Kind } from "./schema.ts";
import type { Explained, Reason } from "./told.ts";

/** What a kind tells of a result: its reasons, and lists that come with the outcome. */
export interface Explanation {
  readonly reasons: readonly Reason[];
  readonly lists: Readonly<Record<string, readonly string[]>>;
}

type Explain = (decision: PlannedDecision, e: Explained) => Explanation;

/** How each kind tells its result: one total table. */
const kinds: { [K in Kind]: Explain } = {
  rule: explainRule,
  bands: (d, e) => reasons(outcomes(d).map((p) => reasonOf(p, e))),
  table: (d, e) => reasons(onceEach(outcomes(d).map((p) => reasonOf(p, e)))),
  cut: (d, e) => reasons(outcomes(d).map((p) => reasonOf(p, e))),
  formula: (d, e) => reasons(outcomes(d).map((p) => reasonOf(p, e))),
  scorecard: (d, e) =>
    reasons(d.parts.filter((p) => scored.includes(p.role)).map((p) => reasonOf(p, e))),
  appraisal: (d, e) => reasons(parts(d, "item").map((p) => reasonOf(p, e))),
  quota: explainQuota,
  checklist: explainChecklist,
};

/** Tells a decision's result in the way of its kind. */
export function explainDecision(decision: PlannedDecision, e: Explained): Explanation {
  return kinds[decision.kind as Kind](decision, e);
}

/** A row that gives several outputs is one reason. */
const onceEach = (told: readonly Reason[]) =>
  told.filter((r, i) => told.findIndex((other) => other.id === r.id) === i);

const reasons = (told: readonly Reason[]): Explanation => ({ reasons: told, lists: {} });
const outcomes = (d: PlannedDecision) => [d.outcome].flat();
const scored: readonly Role[] = ["indicator", "component"];
const parts = (d: PlannedDecision, role: Role) => d.parts.filter((p) => p.role === role);

/** Every named condition that came out as the rule did; the rule itself where none is named. */
function explainRule(decision: PlannedDecision, e: Explained): Explanation {
  const [outcome] = outcomes(decision);
  if (!outcome) return reasons([]);
  const value = e.trace.value(outcome.node);
  const grounds = parts(decision, "ground").filter((g) => e.trace.value(g.node) === value);
  return reasons((grounds.length ? grounds : [outcome]).map((p) => reasonOf(p, e)));
}

/** Each figure; where there is a count to hold against it, both. */
function explainQuota(decision: PlannedDecision, e: Explained): Explanation {
  const told = parts(decision, "item").map((item) => {
    const kept = decision.parts.find((p) => p.name === `${item.name}Compliant`);
    const reason = reasonOf(item, e);
    return kept ? { ...reason, because: evidence(kept.node, e) } : reason;
  });
  return reasons(told);
}

/** Every item that applies and is not met, then what is unknown; where all are met, every item. */
function explainChecklist(decision: PlannedDecision, e: Explained): Explanation {
  const items = parts(decision, "item");
  const state = items.map((item) => {
    const applies = item.applies === undefined ? true : e.trace.value(item.applies);
    const met = e.trace.value(item.node);
    if (applies === false) return "out";
    return met === true ? "met" : applies === null || met === null ? "unknown" : "unmet";
  });
  const which = (wanted: string) => items.filter((_, i) => state[i] === wanted);
  const [unmet, unknown] = [which("unmet"), which("unknown")];
  const open = [...unmet, ...unknown];
  const [outcome] = outcomes(decision);
  const passed = outcome !== undefined && e.trace.value(outcome.node) === true;
  const route = passed ? (decision.route ?? []).map((r) => r.id.split(".")[1] as string) : [];
  const names = (of: typeof items) => of.map((p) => p.name);
  const lists = { unmet: names(unmet), unknown: names(unknown) };
  return {
    reasons: (open.length ? open : which("met")).map((p) => reasonOf(p, e)),
    lists: decision.route ? { ...lists, route } : lists,
  };
}
