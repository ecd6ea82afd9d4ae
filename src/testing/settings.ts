import { compile, type Program } from "../execute/program.ts";
import type { Ruleset } from "../kinds/ruleset.ts";
import { canonical } from "../ruleset/canonical.ts";
import type { Settings } from "../ruleset/settings.ts";
import type { Case } from "./cases/schema.ts";

/** A program as its parameters are set, with the cases that set them so. */
export interface SetProgram {
  readonly program: Program;
  readonly cases: readonly Case[];
}

/**
 * Compiles a ruleset as it is, as its cases set it, and with every other reading by itself, so that
 * no part of it is left out because nobody asked for its reading.
 */
export function programsFor(
  ruleset: Ruleset<unknown>,
  cases: readonly Case[],
): readonly SetProgram[] {
  const sets = new Map<string, { readonly parameters: Settings; readonly cases: Case[] }>();
  const add = (parameters: Settings, more: readonly Case[]) => {
    const key = canonical(parameters);
    const set = sets.get(key) ?? { parameters, cases: [] };
    set.cases.push(...more);
    sets.set(key, set);
  };
  add({}, []);
  for (const c of cases) add(c.parameters ?? {}, [c]);
  for (const parameters of otherReadings(ruleset)) add(parameters, []);
  return [...sets.values()].map((set) => ({
    program: compile(ruleset as Ruleset, { parameters: set.parameters }),
    cases: set.cases,
  }));
}

function otherReadings({ document: { parameters } }: Ruleset<unknown>): readonly Settings[] {
  return Object.entries(parameters).flatMap(([name, p]) =>
    p.type === "reading"
      ? Object.keys(p.readings).flatMap((r) => (r === p.default ? [] : [{ [name]: r }]))
      : [],
  );
}
