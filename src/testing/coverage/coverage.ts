import { parametersOf } from "../../analyze/parameters.ts";
import type { Program } from "../../execute/program.ts";
import type { Ruleset } from "../../kinds/ruleset.ts";
import type { Trace } from "../../plan/plan.ts";
import type { Case } from "../cases/schema.ts";
import { programsFor, type SetProgram } from "../settings.ts";
import { nodesOf, openGoal, readingTargets, type Site, sitesOf, type Target } from "./targets.ts";
import { tracesOf } from "./traces.ts";

/** What the cases of a ruleset reach of it, and what they do not. */
export interface Coverage {
  readonly reached: readonly Target[];
  readonly missed: readonly Target[];
}

/** What is known of each target so far: which of the things to be seen were. */
type Seen = Map<string, { readonly target: Target; readonly left: Set<number> }>;

/**
 * Finds which bands, rows, classes, conditions (both ways, and each deciding alone, which is MC/DC),
 * readings and unknown branches of a ruleset its cases reach. A case that can't be run reaches
 * nothing.
 *
 * @param ruleset - from `loadRuleset`, or one of the shipped ones
 * @param cases - those of all of its case files
 * @returns what they reach, and what they miss
 * @example
 * ```ts
 * import { ruleset } from "tiercut/hainan-unicom-2003";
 * import { coverageOf } from "tiercut/testing";
 *
 * const facts = { monthlyMobileRevenue: 50000 };
 * const cases = [{ id: "five", decision: "star", facts, expect: { outcome: "5" } }];
 * const { reached } = coverageOf(ruleset, cases);
 * reached.filter((t) => t.kind === "band").map((t) => t.origin.id); // ["star.five"]
 * ```
 */
export function coverageOf(ruleset: Ruleset<unknown>, cases: readonly Case[]): Coverage {
  const seen: Seen = new Map();
  const readings = new Set<string>();
  for (const set of programsFor(ruleset, cases)) {
    watch(set, seen);
    for (const c of set.cases) for (const r of readingsIn(c, set.program)) readings.add(r);
  }
  const asked = readingTargets(ruleset);
  const all = [...seen.values()];
  return {
    reached: [
      ...all.flatMap(({ target, left }) => (left.size === 0 ? [target] : [])),
      ...asked.filter((t) => readings.has(t.key)),
    ],
    missed: [
      ...all.flatMap(({ target, left }) => (left.size > 0 ? [target] : [])),
      ...asked.filter((t) => !readings.has(t.key)),
    ],
  };
}

function watch({ program, cases }: SetProgram, seen: Seen) {
  const { plan } = program;
  for (const decision of Object.values(plan.decisions)) {
    const sites = sitesOf(plan, nodesOf(plan, decision));
    const whole = { node: -1, goals: [openGoal(decision)] };
    for (const site of [...sites, whole]) declare(site, seen);
    const byNode = new Map(sites.map((s) => [s.node, s]));
    for (const c of cases.filter((of) => of.decision === decision.name)) {
      for (const { trace, nodes, isAsserted } of tracesOf(c, program)) {
        for (const id of nodes) note(byNode.get(id), trace, seen);
        if (isAsserted) note(whole, trace, seen);
      }
    }
  }
}

function declare({ goals }: Site, seen: Seen) {
  for (const goal of goals) {
    if (seen.has(goal.key)) continue;
    const { seen: steps, ...target } = goal;
    seen.set(goal.key, { target, left: new Set(steps.keys()) });
  }
}

function note(site: Site | undefined, trace: Trace, seen: Seen) {
  for (const goal of site?.goals ?? []) {
    const left = seen.get(goal.key)?.left;
    for (const i of left ?? []) if (goal.seen[i]?.(trace)) left?.delete(i);
  }
}

/** The readings that a case tries: those of the parameters that its decision reads. */
function readingsIn({ decision }: Case, program: Program) {
  const { settings } = program;
  return parametersOf(decision, program).map((name) => `reading ${name} ${settings[name]}`);
}
