import { evaluate } from "../../execute/evaluate.ts";
import { idsOf } from "../../execute/facts.ts";
import type { Fitted } from "../../execute/fitted.ts";
import { fit } from "../../execute/population.ts";
import { compile, decisionOf, type Program } from "../../execute/program.ts";
import type { Result } from "../../execute/result.ts";
import type { Ruleset } from "../../kinds/ruleset.ts";
import { canonical } from "../../ruleset/canonical.ts";
import { diagnose } from "../../ruleset/diagnose.ts";
import { type Diagnostic, TiercutError } from "../../ruleset/diagnostics.ts";
import { suggestion } from "../../ruleset/suggest.ts";
import type { Text } from "../../ruleset/text.ts";
import type { Case, Expected } from "./schema.ts";

/** What a case states that a result does not say. */
export interface Mismatch {
  /** `subject`: one of the population, by its place from 1 on. */
  readonly of: "outcome" | "part" | "reason" | "missing" | "subject" | "population";
  readonly name?: string;
  /** What one of the population is called: its own id, where that is among its facts. */
  readonly id?: string;
  readonly expected: unknown;
  readonly found: unknown;
}

/** What came of one case: it holds where there is no mismatch and nothing kept it from being run. */
export interface CaseRun {
  readonly case: Case;
  readonly mismatches: readonly Mismatch[];
  /** Why it could not be run, such as a fact that can't be what is stated. */
  readonly why?: Text;
  /** The result that was compared, and what settings it was found with. */
  readonly result?: Result;
  readonly program?: Program;
}

/**
 * Runs cases on a ruleset. Only what a case states is compared, and that exactly.
 *
 * @param ruleset - from `loadRuleset`, or one of the shipped ones
 * @param cases - those of a case file
 * @returns what came of each; `holds` tells whether it is what the case states
 * @example
 * ```ts
 * import { ruleset } from "tiercut/hainan-unicom-2003";
 * import { holds, runCases } from "tiercut/testing";
 *
 * const facts = { monthlyMobileRevenue: 49999.99 };
 * const [run] = runCases(ruleset, [{ id: "a", decision: "star", facts, expect: { outcome: "5" } }]);
 * run && holds(run); // false
 * run?.mismatches[0]?.found; // "4"
 * ```
 */
export function runCases(ruleset: Ruleset<unknown>, cases: readonly Case[]): readonly CaseRun[] {
  const programs = new Map<string, Program>();
  const programFor = ({ parameters = {} }: Case) => {
    const key = canonical(parameters);
    const program = programs.get(key) ?? compile(ruleset as Ruleset, { parameters });
    programs.set(key, program);
    return program;
  };
  return cases.map((c) => {
    try {
      return runCase(c, programFor(c));
    } catch (error) {
      if (!(error instanceof TiercutError)) throw error;
      return { case: c, mismatches: [], why: reasonOf(error) };
    }
  });
}

export function runCase(c: Case, program: Program): CaseRun {
  const strangers = strangersIn(c, program);
  if (strangers.length > 0) throw new TiercutError("a fact is not declared", strangers);
  const population = c.population?.map((p) => ({ ...c.shared, ...p }));
  const options = c.subject === undefined ? undefined : { subject: c.subject };
  const fitted = population && fit(program, population, options);
  const told = { case: c, program };
  const each = c.outcomes ? compareEach(c, program, population ?? [], fitted) : [];
  if (!c.expect) return { ...told, mismatches: each };
  const result = evaluate(program, c.decision, c.facts ?? {}, fitted);
  const names = partNames(c, program);
  return { ...told, result, mismatches: [...each, ...compare(result, c.expect, names)] };
}

/** A fact that nothing declares would be unknown, and a case that expects that would hold. */
function strangersIn({ facts, shared, population = [] }: Case, program: Program) {
  const known = Object.keys(program.document.facts);
  const stated = [facts, shared, ...population].flatMap((f) => Object.keys(f ?? {}));
  const strange = [...new Set(stated)].filter((name) => !known.includes(name));
  return strange.map((name) => diagnose("unknown-fact", "", { name, ...suggestion(name, known) }));
}

/** Why a case can't be run; where the library says so in English alone, that. */
function reasonOf({ message, diagnostics }: TiercutError): Text {
  if (diagnostics.length === 0) return { zh: message, en: message };
  const at = ({ path }: Diagnostic, colon: string) => (path === "" ? "" : path + colon);
  return {
    zh: diagnostics.map((d) => `${at(d, "：")}${d.message.zh}（${d.help.zh}）`).join("\n"),
    en: diagnostics.map((d) => `${at(d, ": ")}${d.message.en} (${d.help.en})`).join("\n"),
  };
}

function compareEach(
  { decision, outcomes = [] }: Case,
  program: Program,
  population: readonly object[],
  fitted: Fitted | undefined,
): readonly Mismatch[] {
  if (outcomes.length !== population.length)
    return [{ of: "population", expected: outcomes.length, found: population.length }];
  const { subject } = decisionOf(program, decision);
  return population.flatMap((facts, i) => {
    const result = evaluate(program, decision, facts, fitted);
    const stated = outcomes[i] ?? null;
    if (stated === null) return [];
    const id = idOf(facts as Readonly<Record<string, unknown>>, subject);
    return unlike("subject", stated, outcomeOf(result), String(i + 1)).map((m) => ({
      ...m,
      ...id,
    }));
  });
}

function idOf(facts: Readonly<Record<string, unknown>>, subject: string) {
  const [id] = idsOf(subject).flatMap((name) => (Object.hasOwn(facts, name) ? [facts[name]] : []));
  return typeof id === "string" ? { id } : {};
}

/** What a case states of a result that stays open. */
const outcomeOf = ({ outcome = "undetermined" }: Result) => outcome;

/** By these an open part is known from a name that is no part's. */
const partNames = ({ decision }: Case, { plan }: Program) =>
  new Set(plan.decisions[decision]?.parts.map((p) => p.name));

function compare(
  result: Result,
  stated: Expected,
  names: ReadonlySet<string>,
): readonly Mismatch[] {
  const { parts = {}, reasons = [], missing } = stated;
  const found = result.parts as Readonly<Record<string, unknown>>;
  const partOf = (name: string) => found[name] ?? (names.has(name) ? "undetermined" : undefined);
  const given = result.reasons.map((r) => r.id);
  return [
    ...("outcome" in stated ? unlike("outcome", stated.outcome, outcomeOf(result)) : []),
    ...Object.entries(parts).flatMap(([name, value]) => unlike("part", value, partOf(name), name)),
    ...reasons.flatMap((id) =>
      given.includes(id) ? [] : [{ of: "reason" as const, expected: id, found: given }],
    ),
    ...(missing ? unlikeMissing(missing, result) : []),
  ];
}

function unlikeMissing(expected: readonly string[], result: Result): readonly Mismatch[] {
  if (result.status === "decided") return [{ of: "missing", expected, found: [] }];
  return unlike("missing", [...expected].sort(), [...result.missing].sort());
}

function unlike(of: Mismatch["of"], expected: unknown, found: unknown, name?: string) {
  if (canonical(expected) === canonical(found)) return [];
  return [{ of, expected, found, ...(name === undefined ? {} : { name }) }];
}
