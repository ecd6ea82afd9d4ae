import type { Program } from "../../execute/program.ts";
import type { Ruleset } from "../../kinds/ruleset.ts";
import type { NodeId } from "../../plan/node.ts";
import type { Plan, Trace } from "../../plan/plan.ts";
import { TiercutError } from "../../ruleset/diagnostics.ts";
import type { Settings } from "../../ruleset/settings.ts";
import { runCase } from "../cases/run.ts";
import type { Case } from "../cases/schema.ts";
import { holds } from "../cases/tell.ts";
import { type Traced, tracesOf } from "../coverage/traces.ts";
import { programsFor, type SetProgram } from "../settings.ts";
import { type Comparing, comparing } from "./alike.ts";
import { changed } from "./change.ts";
import type { Likeness } from "./compared.ts";
import { type Mutant, mutantsOf } from "./mutants.ts";
import { numbering } from "./shared.ts";

/** A mutant that no case notices, and what is known of the accounts that would. */
export interface Unnoticed {
  readonly mutant: Mutant;
  readonly settings: Settings;
  readonly likeness: Likeness;
}

/** What came of running cases on every mutant of a ruleset. */
export interface Mutation {
  readonly mutants: number;
  readonly killed: number;
  /** No account could notice these: proven, and not for want of cases. */
  readonly equivalent: readonly Unnoticed[];
  readonly survived: readonly Unnoticed[];
}

/**
 * Runs cases on every mutant of a ruleset: a threshold one step off, a side flipped, other points, a
 * condition left out or turned round, rows in another order, another rounding, tie or share; as the
 * ruleset is, and as the cases and every other reading set it. What the cases do not notice is compared
 * with the ruleset for all accounts there can be, by interval decision diagrams: where none could
 * notice, that is proven.
 *
 * @param ruleset - from `loadRuleset`, or one of the shipped ones
 * @param cases - those of all of its case files
 * @returns how many mutants there are, and which of them no case notices, each with an account that
 *   would
 * @example
 * ```ts
 * import { defineRuleset } from "tiercut";
 * import { runMutants, tellMutation } from "tiercut/testing";
 *
 * const zh = (word: string) => ({ zh: word, en: word });
 * const ours = defineRuleset({
 *   language: "1",
 *   id: "ours",
 *   version: "1.0.0",
 *   label: zh("本地办法"),
 *   source: { title: "本地办法", issuer: zh("本地") },
 *   effective: {},
 *   subjects: { account: { label: zh("客户") } },
 *   facts: {
 *     users: { type: "number", subjects: ["account"], label: zh("用户数"), unit: zh("人"), scale: 0 },
 *   },
 *   parameters: {},
 *   decisions: {
 *     group: {
 *       kind: "rule",
 *       subject: "account",
 *       label: zh("集团"),
 *       citation: { rule: "L-01", clause: "一" },
 *       when: { fact: "users", operator: "greaterThanInclusive", value: 10 },
 *     },
 *   },
 * });
 * const cases = [{ id: "ten", decision: "group", facts: { users: 10 }, expect: { outcome: true } }];
 * const found = runMutants(ours, cases);
 * found.mutants; // 4
 * tellMutation(found, "en")[1]; // "  no case tells 10 from 9 for 集团 `group` (一)"
 * ```
 */
export function runMutants(ruleset: Ruleset<unknown>, cases: readonly Case[]): Mutation {
  const settings = programsFor(ruleset, cases);
  const places = placesIn(settings);
  const reaching = new Map(settings.map((set) => [set, reachedBy(set)]));
  const left = [...places.values()].filter(
    (of) => !of.some(([set, m]) => isNoticed(set.program, reaching.get(set)?.get(m.site) ?? [], m)),
  );
  const compared = comparingAll();
  const unnoticed = left.map((of) => settled(of, compared));
  return {
    mutants: places.size,
    killed: places.size - left.length,
    equivalent: unnoticed.filter((u) => u.likeness.is === "equivalent"),
    survived: unnoticed.filter((u) => u.likeness.is !== "equivalent"),
  };
}

/** A mutant, and the settings under which it stands. */
type Place = readonly [SetProgram, Mutant];

/**
 * Each mutant with all settings under which it stands. Other figures than the ruleset's own are set by
 * cases: they make no mutants, but may notice those of the figures in whose place they stand.
 */
function placesIn(settings: readonly SetProgram[]): ReadonlyMap<string, readonly Place[]> {
  const places = new Map<string, Place[]>();
  const bases = new Map<Program, ReadonlyMap<NodeId, readonly Mutant[]>>();
  for (const set of settings) {
    const own = bySite(mutantsOf(set.program));
    if (set.program === set.base) bases.set(set.base, own);
    for (const [site, mutants] of own) {
      const base = bases.get(set.base)?.get(site) ?? [];
      if (base.length !== mutants.length) continue;
      for (const [i, mutant] of mutants.entries()) {
        const { key } = base[i] as Mutant;
        const of = places.get(key) ?? [];
        of.push([set, mutant]);
        places.set(key, of);
      }
    }
  }
  return places;
}

function bySite(mutants: readonly Mutant[]): ReadonlyMap<NodeId, readonly Mutant[]> {
  const found = new Map<NodeId, Mutant[]>();
  for (const mutant of mutants) {
    const at = found.get(mutant.site) ?? [];
    at.push(mutant);
    found.set(mutant.site, at);
  }
  return found;
}

/** At how many settings a difference that was not settled is gone into. */
const mostOpen = 3;

/** The mutant where it differs, if it does anywhere. */
function settled(of: readonly Place[], compared: (program: Program) => Comparing): Unnoticed {
  const open: Unnoticed[] = [];
  let same: Unnoticed | undefined;
  for (const [set, mutant] of of) {
    if (set.program !== set.base) continue;
    const { settings } = set.program;
    const found = { mutant, settings, likeness: compared(set.program).likeness(mutant) };
    if (found.likeness.is === "different") return found;
    if (found.likeness.is === "equivalent") same ??= found;
    else if (open.push(found) === mostOpen) break;
  }
  return (open[0] ?? same) as Unnoticed;
}

/** Compares mutants of one program after the other; where they are alike, once for all. */
function comparingAll(): (program: Program) => Comparing {
  const begun = new Map<Program, Comparing>();
  const numbers = numbering();
  const known = new Map<string, Likeness>();
  return (program) => {
    const found = begun.get(program) ?? comparing(program, numbers, known);
    begun.set(program, found);
    return found;
  };
}

/** A case, and each subject that it runs. */
interface Reaching {
  readonly case: Case;
  readonly traced: readonly Traced[];
}

/** Which cases a node has a part in: a mutant of it changes nothing for the others. */
function reachedBy({ program, cases }: SetProgram): ReadonlyMap<NodeId, readonly Reaching[]> {
  const found = new Map<NodeId, Reaching[]>();
  for (const c of bySize(cases)) {
    // A case that the ruleset itself does not meet tells nothing from it.
    if (!isMet(c, program)) continue;
    const traced = tracesOf(c, program);
    for (const id of new Set(traced.flatMap((t) => [...t.nodes]))) {
      const concerned = { case: c, traced: traced.filter((t) => t.nodes.has(id)) };
      found.set(id, [...(found.get(id) ?? []), concerned]);
    }
  }
  return found;
}

function isMet(c: Case, program: Program): boolean {
  try {
    return holds(runCase(c, program));
  } catch (error) {
    if (error instanceof TiercutError) return false;
    throw error;
  }
}

/** What takes least to run comes first: most mutants are noticed by many cases. */
const bySize = (cases: readonly Case[]) =>
  [...cases].sort((a, b) => (a.population?.length ?? 0) - (b.population?.length ?? 0));

function isNoticed(program: Program, reaching: readonly Reaching[], mutant: Mutant): boolean {
  if (reaching.length === 0) return false;
  const plan = changed(program.plan, mutant.site, mutant);
  const mutated = { ...program, plan };
  return reaching.some(
    ({ case: c, traced }) =>
      traced.some((t) => isMoved(t, plan, mutant.site)) && !isMet(c, mutated),
  );
}

/** Does the changed node come to something else there, or to the same by another step. */
function isMoved({ trace, rerun }: Traced, plan: Plan, site: NodeId): boolean {
  // What is worked out over a population is so when it is fitted: that is done anew for the case.
  const op = plan.nodes[site]?.op;
  if (op === "aggregate" || op === "rankCut") return true;
  const again = rerun(plan);
  const told = (t: Trace) => JSON.stringify([t.value(site), t.note(site).hit]);
  try {
    return told(trace) !== told(again);
  } catch (error) {
    if (error instanceof TiercutError) return true;
    throw error;
  }
}
