import type { DecisionSpec } from "../kinds/ruleset.ts";
import { canonical } from "../ruleset/canonical.ts";
import { TiercutError } from "../ruleset/diagnostics.ts";
import type { Settings } from "../ruleset/settings.ts";
import { suggestion } from "../ruleset/suggest.ts";
import { type FactFault, readFacts, tellFault } from "./facts.ts";
import type { Fitted } from "./fitted.ts";
import { decisionOf, type Program } from "./program.ts";
import { run } from "./reference.ts";
import { type Result, resultOf } from "./result.ts";

type Decisions<S> = S extends { decisions: infer D } ? D : never;
type Facts<S> = S extends { facts: infer F } ? F : never;
type Told<S, D extends keyof Decisions<S>> = Decisions<S>[D] extends infer T extends DecisionSpec
  ? T
  : never;

/** The names of a ruleset's decisions. */
export type DecisionName<S> = keyof Decisions<S> & string;

/** The facts a decision is evaluated on: those of its subject. */
export type FactsOf<S, D extends DecisionName<S>> = Told<S, D>["subject"] extends infer N extends
  keyof Facts<S>
  ? Facts<S>[N]
  : never;

/** What a decision comes to. */
export type ResultOf<S, D extends DecisionName<S>> = Result<
  Told<S, D>["outcome"],
  Told<S, D>["parts"]
>;

/** A population decision asks for what `fit` found; one about a subject alone asks for nothing. */
type FittedOf<G> = [G] extends ["population"] ? [fitted: Fitted] : [fitted?: Fitted];

/**
 * Evaluates one decision for one subject, exactly, with its reasons.
 *
 * @param program - from `compile`
 * @param decision - the decision's name
 * @param facts - what is known of the subject; absent and `null` are unknown, never zero
 * @param fitted - for a population decision, what `fit` found
 * @returns the outcome with its reasons, or what is missing to settle it
 * @throws TiercutError where a fact can't be what was handed in (a negative count, a label that is
 *   not in its list), the decision does not exist, or it was not fitted
 * @example
 * ```ts
 * import { compile, evaluate } from "tiercut";
 * import { ruleset } from "tiercut/hainan-unicom-2003";
 *
 * const star = evaluate(compile(ruleset), "star", { monthlyMobileRevenue: 50000 });
 * star.outcome; // "5"
 * star.reasons[0]?.citation?.rule; // "HN-25"
 * ```
 */
export function evaluate<S, D extends DecisionName<S>>(
  program: Program<S>,
  decision: D,
  facts: FactsOf<S, D>,
  ...[fitted]: FittedOf<Told<S, D>["grain"]>
): ResultOf<S, D> {
  const planned = decisionOf(program, decision);
  const declared = program.facts[planned.subject] ?? {};
  if (typeof facts !== "object" || facts === null || Array.isArray(facts) || facts instanceof Map) {
    const [first] = Object.keys(declared);
    throw new TiercutError(`\`${decision}\` takes an object of facts, such as { ${first}: … }`);
  }
  const { known, faults } = readFacts(declared, facts as Readonly<Record<string, unknown>>);
  if (faults.length > 0) throw new TiercutError(tellFaults(decision, faults));
  if (planned.grain === "population") checkFitted(program, decision, fitted);
  const trace = run(program.plan, known, fitted ?? { aggregates: {}, cuts: {} });
  return resultOf(program, planned, trace) as ResultOf<S, D>;
}

function tellFaults(decision: string, faults: readonly FactFault[]): string {
  const lines = faults.map(tellFault);
  return `\`${decision}\` can't be evaluated on these facts:\n${lines.join("\n")}`;
}

/** Refuses to evaluate a population decision that was not fitted, or was fitted otherwise. */
function checkFitted(
  program: Program<unknown>,
  decision: string,
  fitted: Fitted | undefined,
): asserts fitted is Fitted {
  const { population } = decisionOf(program, decision);
  if (!fitted) {
    throw new TiercutError(
      `\`${decision}\` needs its population: call \`fit(program, accounts, { subject: "${population}" })\` first, and pass what it gives`,
    );
  }
  if (fitted.hash !== program.hash || !areAlike(fitted.settings, program.settings)) {
    throw new TiercutError(
      `\`${decision}\` was fitted with \`${fitted.ruleset}\` ${fitted.version} under other settings: fit again with this program`,
    );
  }
  if (fitted.subject !== population) {
    throw new TiercutError(
      `\`${decision}\` needs a population of \`${population}\`, and this one is of \`${fitted.subject}\``,
    );
  }
}

const areAlike = (a: Settings, b: Settings) => a === b || canonical(a) === canonical(b);

/** Names a subject of a program, or says which there are. */
export function checkSubject(program: Program<unknown>, subject: string): string {
  if (Object.hasOwn(program.document.subjects, subject)) return subject;
  const { near, known } = suggestion(subject, Object.keys(program.document.subjects));
  throw new TiercutError(
    `\`${program.document.id}\` has no subject \`${subject}\`; ${near ? `did you mean \`${near}\`?` : `it has ${known.en}`}`,
  );
}
