import type { Ruleset } from "../../kinds/ruleset.ts";
import type { NodeId } from "../../plan/node.ts";
import { TiercutError } from "../../ruleset/diagnostics.ts";
import type { Settings } from "../../ruleset/settings.ts";
import { runCase } from "../cases/run.ts";
import type { Case } from "../cases/schema.ts";
import { holds } from "../cases/tell.ts";
import { tracesOf } from "../coverage/traces.ts";
import { programsFor, type SetProgram } from "../settings.ts";
import { type Comparing, comparing, type Likeness } from "./alike.ts";
import { changed } from "./change.ts";
import { type Mutant, mutantsOf } from "./mutants.ts";

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

/** Runs cases on every mutant of a ruleset: as it is, and as the cases and other readings set it. */
export function runMutants(ruleset: Ruleset, cases: readonly Case[]): Mutation {
  const settings = programsFor(ruleset, cases);
  const places = new Map<string, (readonly [SetProgram, Mutant])[]>();
  for (const setting of settings) {
    for (const mutant of mutantsOf(setting.program)) {
      const known = places.get(mutant.key);
      if (known && setting.cases.length === 0) continue;
      places.set(mutant.key, [...(known ?? []), [setting, mutant]]);
    }
  }
  const left = [...places.values()].filter((of) => !of.some(([s, m]) => isNoticed(s, m)));
  const unnoticed = left.map(settled);
  return {
    mutants: places.size,
    killed: places.size - left.length,
    equivalent: unnoticed.filter((u) => u.likeness.is === "equivalent"),
    survived: unnoticed.filter((u) => u.likeness.is !== "equivalent"),
  };
}

/** The mutant where it differs, if it does anywhere. */
function settled(of: readonly (readonly [SetProgram, Mutant])[]): Unnoticed {
  let open: Unnoticed | undefined;
  for (const [set, mutant] of of) {
    const { settings } = set.program;
    const found = { mutant, settings, likeness: comparingIn(set).likeness(mutant) };
    if (found.likeness.is === "different") return found;
    if (found.likeness.is === "open" || !open) open = found;
  }
  return open as Unnoticed;
}

const begun = new WeakMap<SetProgram, Comparing>();

function comparingIn(set: SetProgram): Comparing {
  const known = begun.get(set) ?? comparing(set.program);
  begun.set(set, known);
  return known;
}

/** Which cases a node has a part in: a mutant of it changes nothing for the others. */
const reaching = new WeakMap<SetProgram, ReadonlyMap<NodeId, readonly Case[]>>();

function casesAt(set: SetProgram, site: NodeId): readonly Case[] {
  const known = reaching.get(set) ?? reachedBy(set);
  reaching.set(set, known);
  return known.get(site) ?? [];
}

function reachedBy({ program, cases }: SetProgram): ReadonlyMap<NodeId, readonly Case[]> {
  const found = new Map<NodeId, Case[]>();
  for (const c of bySize(cases)) {
    const nodes = new Set(tracesOf(c, program).flatMap((t) => [...t.nodes]));
    for (const id of nodes) found.set(id, [...(found.get(id) ?? []), c]);
  }
  return found;
}

/** What takes least to run comes first: most mutants are noticed by many cases. */
const bySize = (cases: readonly Case[]) =>
  [...cases].sort((a, b) => (a.population?.length ?? 0) - (b.population?.length ?? 0));

function isNoticed(set: SetProgram, mutant: Mutant): boolean {
  const { program } = set;
  const mutated = { ...program, plan: changed(program.plan, mutant.site, mutant) };
  return casesAt(set, mutant.site).some((c) => {
    try {
      return !holds(runCase(c, mutated));
    } catch (error) {
      if (error instanceof TiercutError) return true;
      throw error;
    }
  });
}
