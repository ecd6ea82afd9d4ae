import { sha256 } from "@noble/hashes/sha2";
import { bytesToHex, utf8ToBytes } from "@noble/hashes/utils";
import { lowerRuleset } from "../kinds/lower.ts";
import type { AnySpec, Ruleset, RulesetDocument } from "../kinds/ruleset.ts";
import type { Plan } from "../plan/plan.ts";
import { TiercutError, tell } from "../ruleset/diagnostics.ts";
import type { Fact } from "../ruleset/schema/fact.ts";
import type { Settings } from "../ruleset/settings.ts";
import { settle } from "../ruleset/settle.ts";
import { suggestion } from "../ruleset/suggest.ts";
import { canonical } from "./canonical.ts";

declare const spec: unique symbol;

/** A ruleset with its parameters set, ready to evaluate. Plain data: it can be kept and shared. */
export interface Program<S = AnySpec> {
  readonly document: RulesetDocument;
  readonly plan: Plan;
  /** The declared facts of each subject. */
  readonly facts: Readonly<Record<string, Readonly<Record<string, Fact>>>>;
  /** What each parameter is set to. */
  readonly settings: Settings;
  /** Decisions that can't be run, each with the parameters that must be set first. */
  readonly unset: Readonly<Record<string, readonly string[]>>;
  /** SHA-256 of the canonical JSON (RFC 8785) of what is run, parameters put in. */
  readonly hash: string;
  readonly [spec]?: S;
}

export interface CompileOptions {
  /** Settings that differ from the ruleset's defaults: a number, a day, or the name of a reading. */
  readonly parameters?: Settings;
}

/**
 * Compiles a ruleset to a program: puts the parameters in and lowers every decision to its plan.
 * Do it once and keep the program.
 *
 * @param ruleset - from `loadRuleset`, or one of the shipped ones
 * @param options - `parameters`: settings that differ from the defaults
 * @returns the program that `evaluate` and `fit` take
 * @throws TiercutError where a setting is unknown or out of its bounds, or where settings together
 *   make a ruleset that can't be run (two bands that begin alike)
 * @example
 * ```ts
 * import { compile, evaluate } from "tiercut";
 * import { ruleset } from "tiercut/hainan-unicom-2003";
 *
 * const program = compile(ruleset, { parameters: { boundary: "upper-closed" } });
 * evaluate(program, "star", { monthlyMobileRevenue: 30000 }).outcome; // "3"
 * ```
 */
export function compile<S>(ruleset: Ruleset<S>, options: CompileOptions = {}): Program<S> {
  const understood = settle(ruleset.document, options.parameters);
  if (understood.faults.length > 0) {
    throw new TiercutError(
      `the settings of \`${ruleset.document.id}\` can't be used:\n${tell(understood.faults)}`,
      understood.faults,
    );
  }
  const { plan, faults } = lowerRuleset(understood);
  if (faults.length > 0) {
    throw new TiercutError(
      `\`${ruleset.document.id}\` can't be compiled: check it with \`loadRuleset\` first\n${tell(faults)}`,
      faults,
    );
  }
  const { settings, unset } = understood;
  const hash = bytesToHex(sha256(utf8ToBytes(canonical(understood.document))));
  return {
    document: ruleset.document,
    plan,
    facts: factsBySubject(ruleset.document),
    settings,
    unset,
    hash,
  };
}

function factsBySubject({ subjects, facts }: RulesetDocument): Program["facts"] {
  const of = (subject: string) =>
    Object.entries(facts).filter(([, f]) => f.subjects.includes(subject));
  return Object.fromEntries(Object.keys(subjects).map((s) => [s, Object.fromEntries(of(s))]));
}

/** Finds a decision of a program, or says what to do about one that is not there. */
export function decisionOf(program: Program<unknown>, name: string) {
  const { decisions } = program.plan;
  const found = Object.hasOwn(decisions, name) ? decisions[name] : undefined;
  if (found) return found;
  const unset = Object.hasOwn(program.unset, name) ? program.unset[name] : undefined;
  if (unset) {
    const set = unset.map((p) => `\`${p}\``).join(", ");
    throw new TiercutError(
      `\`${name}\` can't be evaluated: its source does not state ${set}; compile with \`parameters\` that set them`,
    );
  }
  const { near, known } = suggestion(name, Object.keys(decisions));
  const help = near ? `did you mean \`${near}\`?` : `it has ${known}`;
  throw new TiercutError(`\`${program.document.id}\` has no decision \`${name}\`; ${help}`);
}
