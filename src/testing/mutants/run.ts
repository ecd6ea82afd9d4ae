import { nodesUnder, partsOf } from "../../analyze/study.ts";
import type { Program } from "../../execute/program.ts";
import type { Ruleset } from "../../kinds/ruleset.ts";
import type { Settings } from "../../ruleset/settings.ts";
import { runCase } from "../cases/run.ts";
import type { Case } from "../cases/schema.ts";
import { holds } from "../cases/tell.ts";
import { programsFor, type SetProgram } from "../settings.ts";
import { type Likeness, likeness } from "./alike.ts";
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
  const unnoticed = left.map((of) => settled(of));
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
  for (const [{ program }, mutant] of of) {
    const found = { mutant, settings: program.settings, likeness: likeness(program, mutant) };
    if (found.likeness.is === "different") return found;
    if (found.likeness.is === "open" || !open) open = found;
  }
  return open as Unnoticed;
}

function isNoticed({ program, cases }: SetProgram, mutant: Mutant): boolean {
  const resting = restingOn(program, mutant);
  const concerned = cases.filter((c) => resting.has(c.decision));
  if (concerned.length === 0) return false;
  const mutated = { ...program, plan: changed(program.plan, mutant.site, mutant) };
  return concerned.some((c) => {
    try {
      return !holds(runCase(c, mutated));
    } catch {
      return true;
    }
  });
}

const under = new WeakMap<Program, ReadonlyMap<string, ReadonlySet<number>>>();

/** The decisions that rest on the node of a mutant. */
function restingOn(program: Program, { site }: Mutant): ReadonlySet<string> {
  const { plan } = program;
  const nodes =
    under.get(program) ??
    new Map(
      Object.entries(plan.decisions).map(([name, decision]) => [
        name,
        nodesUnder(
          plan,
          partsOf(decision).map((p) => p.node),
        ),
      ]),
    );
  under.set(program, nodes);
  return new Set([...nodes].flatMap(([name, of]) => (of.has(site) ? [name] : [])));
}
