import { TiercutError } from "../ruleset/diagnostics.ts";
import { quote } from "../ruleset/show.ts";
import { checkSubject } from "./evaluate.ts";
import { type FactFault, readFacts } from "./facts.ts";
import { type Stage, stagesOf } from "./fit.ts";
import type { Fitted, FittedTables } from "./fitted.ts";
import type { Program } from "./program.ts";

type Facts<S> = S extends { facts: infer F } ? F : never;

/** What is fitted. */
export interface FitOptions<N extends string = string> {
  /** What the accounts are: a subject of the ruleset. */
  readonly subject: N;
}

/** Where a ruleset has several subjects, which one is meant must be said. */
type OptionsOf<S, N extends string> =
  IsOne<keyof Facts<S>> extends true ? [options?: FitOptions<N>] : [options: FitOptions<N>];
type IsOne<T> = string extends T ? true : [T] extends [Each<T>] ? true : false;
/** The members of a union as an intersection: `never` where there are several names. */
type Each<T> = (T extends unknown ? (x: T) => void : never) extends (x: infer I) => void
  ? I
  : never;

/** A fit in passes, for a population that is read and not held: every pass sees every record. */
export interface Fitting {
  /** How many passes are left. */
  readonly passes: number;
  /** Takes one record into the pass; a record that can't be read changes nothing. */
  add(record: Readonly<Record<string, unknown>>): readonly FactFault[];
  /** Ends the pass; the numbers so far, complete after the last pass. */
  next(): Fitted;
}

/**
 * Fits the population decisions of a program: turns a population into plain numbers per partition
 * (the cut of each class in a city, a mean, the lowest and highest unit), which can be stored.
 *
 * @param program - from `compile`
 * @param accounts - the whole population; the order changes nothing. It is gone through once for
 *   each step that rests on another, so a generator must be handed in as a function that starts it
 * @param options - `subject`: what the accounts are
 * @returns the numbers, as JSON data that `evaluate` takes
 * @throws TiercutError where a record's facts can't be read, with its place among the accounts
 * @example
 * ```ts
 * import { compile, evaluate, fit } from "tiercut";
 * import { ruleset } from "tiercut/anqing-mobile-2010";
 *
 * const program = compile(ruleset);
 * const owned = [{ owner: "A01", class: "C", appraisalStatus: "other" }] as const;
 * const fitted = fit(program, owned, { subject: "account" });
 * evaluate(program, "sample", { owner: "A01" }, fitted).parts.c; // 1
 * ```
 */
export function fit<S, N extends keyof Facts<S> & string = keyof Facts<S> & string>(
  program: Program<S>,
  accounts: Iterable<Facts<S>[N]> | (() => Iterable<Facts<S>[N]>),
  ...[options]: OptionsOf<S, N>
): Fitted {
  const fitting = startFit(program, options?.subject);
  let fitted = fitting.next();
  let first: number | undefined;
  while (fitting.passes > 0) {
    const count = pass(fitting, iterable(accounts));
    fitted = fitting.next();
    if (first !== undefined && count !== first) throw usedUp(first, count);
    first = count;
  }
  return fitted;
}

function iterable(accounts: unknown): Iterable<unknown> {
  const started: unknown = typeof accounts === "function" ? accounts() : accounts;
  const isIterable = typeof started === "object" && started !== null && Symbol.iterator in started;
  if (isIterable) return started as Iterable<unknown>;
  throw new TiercutError(
    `the population is ${quote(started)}: hand in a list of accounts, or a function that starts a generator of them`,
  );
}

/** Goes once through the population; gives how many accounts it had. */
function pass(fitting: Fitting, accounts: Iterable<unknown>): number {
  let place = 0;
  for (const account of accounts) {
    place += 1;
    if (typeof account !== "object" || account === null) {
      throw new TiercutError(
        `account ${place} is ${quote(account)}: each must be an object of facts`,
      );
    }
    const [wrong] = fitting.add(account as Readonly<Record<string, unknown>>);
    if (!wrong) continue;
    throw new TiercutError(
      `account ${place} can't be fitted: \`${wrong.fact}\` is ${quote(wrong.value)}: ${wrong.message.en}; ${wrong.help.en}`,
    );
  }
  return place;
}

function usedUp(first: number, later: number): TiercutError {
  return new TiercutError(
    `the population had ${first} accounts when it was first gone through and ${later} the next time: hand in an array, or a function that starts the generator anew`,
  );
}

/** Starts a fit that is fed record by record. Call `next` once before the first pass. */
export function startFit(program: Program<unknown>, subject?: string): Fitting {
  const { document, plan, hash, settings } = program;
  const name = checkSubject(program, subject ?? (Object.keys(document.subjects)[0] as string));
  const declared = program.facts[name] ?? {};
  const waiting = [...stagesOf(plan, name)];
  let tables: FittedTables = { aggregates: {}, cuts: {} };
  let stage: Stage | undefined;
  let subjects = 0;
  let unplaced = 0;
  return {
    get passes() {
      return waiting.length + (stage ? 1 : 0);
    },
    add(record) {
      const { known, faults } = readFacts(declared, record);
      if (faults.length > 0) return faults;
      if (stage?.add(known) === false) unplaced += 1;
      subjects += 1;
      return faults;
    },
    next() {
      const [seen, lost] = [subjects, unplaced];
      if (stage) tables = stage.finish();
      stage = waiting.shift()?.(tables);
      subjects = 0;
      unplaced = 0;
      const stamp = { ruleset: document.id, version: document.version, hash, settings };
      return { ...stamp, subject: name, subjects: seen, unplaced: lost, ...tables };
    },
  };
}
