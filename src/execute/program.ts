import { lowerRuleset } from "../kinds/lower.ts";
import {
  type AnySpec,
  type Ruleset,
  type RulesetDocument,
  type WrittenDocument,
  written,
} from "../kinds/ruleset.ts";
import { bandOrders } from "../plan/orders.ts";
import type { Plan } from "../plan/plan.ts";
import { catalogue, type Diagnostic, TiercutError, tell } from "../ruleset/diagnostics.ts";
import type { Fault } from "../ruleset/fault.ts";
import { setting } from "../ruleset/messages/setting.ts";
import type { Edition } from "../ruleset/provenance.ts";
import type { Fact } from "../ruleset/schema/fact.ts";
import type { Settings } from "../ruleset/settings.ts";
import { settle } from "../ruleset/settle.ts";
import { suggestion } from "../ruleset/suggest.ts";
import { datedSettings, dayFor } from "./day.ts";

declare const spec: unique symbol;

/** A ruleset with its parameters set, ready to evaluate: to be made once and kept. */
export interface Program<S = AnySpec> {
  readonly document: RulesetDocument;
  readonly plan: Plan;
  /** The declared facts of each subject. */
  readonly facts: Readonly<Record<string, Readonly<Record<string, Fact>>>>;
  /** Of a variant: the documents it was made of, the first base first, itself last. */
  readonly chain?: readonly Edition[];
  /** The day whose values its parameters have, where it was compiled for one. */
  readonly on?: string;
  /** What each parameter is set to. */
  readonly settings: Settings;
  /** Decisions that can't be run, each with the parameters that must be set first. */
  readonly unset: Readonly<Record<string, readonly string[]>>;
  /** The ruleset's hash: with the settings, it says what is run to the last letter. */
  readonly hash: string;
  readonly [spec]?: S;
}

type Parameters<S> = S extends { parameters: infer P } ? Partial<P> : Settings;

/** How a ruleset is compiled. */
export interface CompileOptions<S = AnySpec> {
  /** Settings that differ from the ruleset's defaults: a number, a day, or the name of a reading. */
  readonly parameters?: Parameters<S>;
  /** The day whose values the dated parameters have, `YYYY-MM-DD`. */
  readonly on?: string;
}

/**
 * Compiles a ruleset to a program: puts the parameters in and lowers every decision to its plan.
 * Do it once and keep the program.
 *
 * @param ruleset - from `loadRuleset`, or one of the shipped ones
 * @param options - `parameters`: settings that differ from the defaults; `on`: the day whose values
 *   the dated parameters have
 * @returns the program that `evaluate` and `fit` take
 * @throws TiercutError where a setting is unknown or out of its bounds, or where settings together
 *   make a ruleset that can't be run (two bands that begin alike); where a parameter has dated values
 *   and no day is given, or the ruleset is not in force on the day
 * @example
 * ```ts
 * import { compile, evaluate } from "tiercut";
 * import { ruleset } from "tiercut/hainan-unicom-2003";
 *
 * const program = compile(ruleset, { parameters: { boundary: "upper-closed" } });
 * evaluate(program, "star", { monthlyMobileRevenue: 30000 }).outcome; // "3"
 * ```
 */
export function compile<S = AnySpec>(
  ruleset: Ruleset<S>,
  options: CompileOptions<S> = {},
): Program<S> {
  if (typeof ruleset?.document?.decisions !== "object" || typeof ruleset.hash !== "string") {
    throw new TiercutError(
      "`compile` takes a ruleset: hand in what `loadRuleset` gave as `ruleset`, or a shipped one",
    );
  }
  const document = written(ruleset.document);
  const chosen = (options.parameters ?? {}) as Settings;
  const on = dayFor(ruleset, options.on);
  const dated = datedSettings(document, on, chosen);
  const understood = settle(document, { ...dated, ...chosen });
  if (understood.faults.length > 0) {
    const found = understood.faults.map(diagnosed);
    const what = `the settings of \`${document.id}\` can't be used`;
    throw new TiercutError(`${what}:\n${tell(found)}`, found);
  }
  const { plan, faults } = lowerRuleset(understood);
  if (faults.length > 0) {
    const set = Object.entries(chosen).map(([name, value]) => `${name} = ${value}`);
    const why = set.length
      ? `these settings make a ruleset that can't be run (${set.join(", ")})`
      : "check it with `loadRuleset` first";
    const found = faults.map(diagnosed);
    throw new TiercutError(`\`${document.id}\` can't be compiled: ${why}\n${tell(found)}`, found);
  }
  refuseReordered(plan, chosen, dated, document);
  const { settings, unset } = understood;
  return {
    document: ruleset.document,
    plan,
    facts: factsBySubject(document),
    ...(ruleset.chain ? { chain: ruleset.chain } : {}),
    ...(on === undefined ? {} : { on }),
    settings,
    unset,
    hash: ruleset.hash,
  };
}

const settingDiagnostic = /* @__PURE__ */ catalogue<keyof typeof setting>(setting);

/** Tells a fault that settings can make; any other is one that checking tells, named by its code. */
function diagnosed({ code, path, words }: Fault): Diagnostic {
  if (code in setting) return settingDiagnostic(code as keyof typeof setting, path, words);
  const message = { zh: `\`${code}\``, en: `\`${code}\`` };
  const help = {
    zh: "用 `loadRuleset` 检查规则集，会说明问题和改法",
    en: "`loadRuleset` tells what is wrong and how to mend it",
  };
  return { code, path, severity: "error", message, help };
}

/** Settings may move a band, but not past another: then they set something else than is meant. */
function refuseReordered(plan: Plan, chosen: Settings, dated: Settings, document: WrittenDocument) {
  if (Object.keys(chosen).length === 0) return;
  const before = bandOrders(lowerRuleset(settle(document, dated, true)).plan);
  for (const [path, bands] of bandOrders(plan)) {
    const [usual, order] = [before.get(path), bands].map((b) => b?.map((c) => c.name).join(" < "));
    if (usual === undefined || usual === order) continue;
    const set = Object.entries(chosen).map(([name, value]) => `${name} = ${value}`);
    throw new TiercutError(
      `the settings (${set.join(", ")}) put the bands at ${path} in another order: ${order} instead of ${usual}; keep each band between its neighbours`,
    );
  }
}

function factsBySubject({ subjects, facts }: RulesetDocument): Program["facts"] {
  const of = (subject: string) =>
    Object.entries(facts).filter(([, f]) => f.subjects.includes(subject));
  return Object.fromEntries(Object.keys(subjects).map((s) => [s, Object.fromEntries(of(s))]));
}

/** Finds a decision of a program, or says what to do about one that is not there. */
export function decisionOf(program: Program<unknown>, name: string) {
  if (typeof program?.plan !== "object") {
    throw new TiercutError("this takes a program: hand in what `compile` gave");
  }
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
  const help = near ? `did you mean \`${near}\`?` : `it has ${known.en}`;
  throw new TiercutError(`\`${program.document.id}\` has no decision \`${name}\`; ${help}`);
}
