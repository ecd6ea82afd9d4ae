import { parametersOf } from "../../analyze/parameters.ts";
import { partsOf } from "../../analyze/study.ts";
import type { Program } from "../../execute/program.ts";
import type { Ruleset } from "../../kinds/ruleset.ts";
import type { NodeId } from "../../plan/node.ts";
import type { Trace } from "../../plan/plan.ts";
import type { Case } from "../cases/schema.ts";
import { numbering } from "../mutants/shared.ts";
import { programsFor, type SetProgram } from "../settings.ts";
import { reaching, type Sought } from "./reachable.ts";
import { nodesOf, openSite, readingTargets, type Site, sitesOf, type Target } from "./targets.ts";
import { tracesOf } from "./traces.ts";

/** What the cases of a ruleset reach of it, and what they do not. */
export interface Coverage {
  readonly reached: readonly Target[];
  readonly missed: readonly Target[];
  /** What no account could reach: proven, and not for want of cases. */
  readonly unreachable: readonly Target[];
}

/** What is known of a target so far: where it stands, and which of the things to be seen were not. */
interface Watched {
  readonly target: Target;
  readonly left: Set<number>;
  readonly places: { readonly program: Program; readonly sought: readonly Sought[] }[];
}
type Seen = Map<string, Watched>;

/**
 * Finds which bands, rows, classes, conditions (both ways, and each deciding alone, which is MC/DC),
 * readings and unknown branches of a ruleset its cases reach. A case that can't be run reaches
 * nothing. Of what is missed, what no account could reach is told apart: that is proven with interval
 * decision diagrams.
 *
 * @param ruleset - from `loadRuleset`, or one of the shipped ones
 * @param cases - those of all of its case files
 * @returns what they reach, what they miss, and what can't be reached
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
  const missed = all.filter(({ left }) => left.size > 0);
  const unreachable = new Set(unreachableOf(missed));
  const targets = (of: readonly Watched[]) => of.map((w) => w.target);
  return {
    reached: [
      ...targets(all.filter(({ left }) => left.size === 0)),
      ...asked.filter((t) => readings.has(t.key)),
    ],
    missed: [
      ...targets(missed.filter((w) => !unreachable.has(w))),
      ...asked.filter((t) => !readings.has(t.key)),
    ],
    unreachable: targets([...unreachable]),
  };
}

/** What was missed because there is something of it that no account can come by, however it is set. */
function unreachableOf(missed: readonly Watched[]): readonly Watched[] {
  const started = new Map<Program, ReturnType<typeof reaching>>();
  const numbersOf = numbering();
  const known = new Map<string, boolean>();
  const canReach = (program: Program, sought: Sought, what: string) => {
    const numbers = numbersOf(program.plan);
    const about = started.get(program) ?? reaching(program);
    started.set(program, about);
    const remembered = (key: string, ask: () => boolean) => {
      const found = known.get(key) ?? ask();
      known.set(key, found);
      return found;
    };
    const seen = `${what} ${numbers[sought.node]}`;
    if (!remembered(seen, () => about.canBeSeen(sought.sighting))) return false;
    // Programs in which a decision is made alike have one answer; of each node, since two can share a target.
    const alike = [sought.node, ...sought.roots].map((id) => `${id}=${numbers[id]}`);
    const key = [what, ...alike].join(" ");
    return remembered(key, () => about.canBeReached(sought));
  };
  return missed.filter(({ target, left, places }) =>
    [...left].some(
      (i) =>
        !places.some(({ program, sought }) =>
          canReach(program, sought[i] as Sought, `${target.key} ${i}`),
        ),
    ),
  );
}

function watch({ program, cases, base }: SetProgram, seen: Seen) {
  const { plan } = program;
  for (const decision of Object.values(plan.decisions)) {
    const sites = sitesOf(plan, nodesOf(plan, decision));
    const whole = openSite(decision);
    const roots = partsOf(decision).map((p) => p.node);
    for (const site of [...sites, whole])
      declare(site, seen, program === base ? { program, roots } : undefined);
    const byNode = new Map(sites.map((s) => [s.node, s]));
    for (const c of cases.filter((of) => of.decision === decision.name)) {
      for (const { trace, nodes, isAsserted } of tracesOf(c, program)) {
        for (const id of nodes) note(byNode.get(id), trace, seen);
        if (isAsserted) note(whole, trace, seen);
      }
    }
  }
}

/** What cases set to other figures than the ruleset's own is no place of its own. */
function declare(
  { node, goals }: Site,
  seen: Seen,
  place?: { readonly program: Program; readonly roots: readonly NodeId[] },
) {
  for (const { seen: sightings, ...target } of goals) {
    const known = seen.get(target.key) ?? { target, left: new Set(sightings.keys()), places: [] };
    seen.set(target.key, known);
    if (!place) continue;
    const { program, roots } = place;
    const sought = sightings.map((sighting) => ({ roots, node, sighting }));
    known.places.push({ program, sought });
  }
}

function note(site: Site | undefined, trace: Trace, seen: Seen) {
  for (const goal of site?.goals ?? []) {
    const left = seen.get(goal.key)?.left;
    for (const i of left ?? []) if (goal.seen[i]?.isSeen(trace)) left?.delete(i);
  }
}

/** The readings that a case tries: those of the parameters that its decision reads. */
function readingsIn({ decision }: Case, program: Program) {
  const { settings } = program;
  return parametersOf(decision, program).map((name) => `reading ${name} ${settings[name]}`);
}
