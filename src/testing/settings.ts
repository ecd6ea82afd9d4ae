import { compile, type Program } from "../execute/program.ts";
import type { Ruleset } from "../kinds/ruleset.ts";
import { canonical } from "../ruleset/canonical.ts";
import type { Settings } from "../ruleset/settings.ts";
import type { Case } from "./cases/schema.ts";

/** A program as its parameters are set, with the cases that set them so. */
export interface SetProgram {
  readonly program: Program;
  readonly cases: readonly Case[];
  /** The program as its readings alone are set: the same rules, with the ruleset's own figures. */
  readonly base: Program;
}

/**
 * Compiles a ruleset as it is, as its cases set it, as they choose its readings, and with every other
 * reading by itself, so that no part of it is left out because nobody asked for its reading.
 */
export function programsFor(
  ruleset: Ruleset<unknown>,
  cases: readonly Case[],
): readonly SetProgram[] {
  const { parameters: declared } = ruleset.document;
  const sets = new Map<string, { readonly parameters: Settings; readonly cases: Case[] }>();
  const add = (parameters: Settings, more: readonly Case[]) => {
    const key = canonical(parameters);
    const set = sets.get(key) ?? { parameters, cases: [] };
    set.cases.push(...more);
    sets.set(key, set);
  };
  const readingsIn = (of: Settings): Settings =>
    Object.fromEntries(Object.entries(of).filter(([name]) => declared[name]?.type === "reading"));
  add({}, []);
  // What others are based on comes before them.
  for (const c of cases) add(readingsIn(c.parameters ?? {}), []);
  for (const c of cases) add(c.parameters ?? {}, [c]);
  for (const parameters of otherReadings(ruleset)) add(parameters, []);
  const programs = new Map(
    [...sets].map(([key, { parameters }]) => [key, compile(ruleset as Ruleset, { parameters })]),
  );
  const programOf = (of: Settings) => programs.get(canonical(of)) as Program;
  return [...sets.values()].map(({ parameters, cases: of }) => ({
    program: programOf(parameters),
    cases: of,
    base: programOf(readingsIn(parameters)),
  }));
}

function otherReadings({ document: { parameters } }: Ruleset<unknown>): readonly Settings[] {
  return Object.entries(parameters).flatMap(([name, p]) =>
    p.type === "reading"
      ? Object.keys(p.readings).flatMap((r) => (r === p.default ? [] : [{ [name]: r }]))
      : [],
  );
}
