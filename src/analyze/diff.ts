import { dayFor } from "../execute/day.ts";
import type { Ruleset } from "../kinds/ruleset.ts";
import { daysIn, daysOf } from "../ruleset/dates.ts";
import { TiercutError } from "../ruleset/diagnostics.ts";
import type { Parameter } from "../ruleset/schema/parameter.ts";
import { suggestion } from "../ruleset/suggest.ts";
import { assume } from "./diff/assumed.ts";
import { changesBetween } from "./diff/changes.ts";
import type { Comparing } from "./diff/comparing.ts";
import { type Compared, decisionDifference } from "./diff/decisions.ts";
import type { Difference } from "./diff/difference.ts";
import { type Study, study } from "./study.ts";

/** How two rulesets are compared. */
export interface DiffOptions {
  /** The decisions to compare; without it, all of both. */
  readonly decisions?: readonly string[];
  /**
   * How many regions of one value are listed at most, and as many of accounts that have a fact
   * unknown: 100 unless told.
   */
  readonly regions?: number;
  /** The day whose values the dated parameters have, `YYYY-MM-DD`. */
  readonly on?: string;
}

/**
 * Compares two rulesets: what was changed in the text, and for whom it makes a difference. The
 * thresholds of both cut the facts into finitely many boxes, so the regions listed are exactly those
 * where an outcome differs, unknown facts included; `same` is a proof that no account is decided
 * otherwise. Where a decision rests on the population, or there are more regions than asked for,
 * the answer says that it is partial.
 *
 * @param before - the ruleset as it is, from `loadRuleset` or shipped
 * @param after - the ruleset as it shall be
 * @param options - `decisions`: only these; `regions`: how many are listed for each value; `on`: the
 *   day whose values the dated parameters have
 * @returns the changes, and for each decision where it differs, each region with an account in it
 * @throws TiercutError where a decision named is in neither, and where a parameter has dated values
 *   and no day is given
 * @example
 * ```ts
 * import { diff } from "tiercut";
 * import { ruleset } from "tiercut/hainan-unicom-2003";
 *
 * diff(ruleset, ruleset, { decisions: ["star"] }).decisions[0]?.status; // "same"
 * ```
 */
export function diff(
  before: Ruleset<unknown>,
  after: Ruleset<unknown>,
  { decisions, regions = 100, on }: DiffOptions = {},
): Difference {
  const all = [...new Set([before, after].flatMap((r) => Object.keys(r.document.decisions)))];
  checkNames(decisions, all);
  const days = [before, after].map((r) => dayOf(r, on));
  const studies = [before, after].map((r, i) => study(r, days[i])) as [Study, Study];
  const comparing = { ...assume(studies, steps), plans: plansOf(studies), regions, steps };
  const compare = comparer(comparing);
  return {
    before: editionOf(before, days[0]),
    after: editionOf(after, days[1]),
    changes: changesBetween(before.document, after.document),
    decisions: (decisions ?? all).map((name) => {
      const { uses, ...found } = compare(name);
      return { ...found, through: found.status === "same" ? [] : throughOf(uses, compare) };
    }),
  };
}

/** Compares decisions by name, each once. */
function comparer(c: Comparing): (name: string) => Compared {
  const known = new Map<string, Compared>();
  return (name) => {
    const found = known.get(name) ?? decisionDifference(c, name);
    known.set(name, found);
    return found;
  };
}

/** Of the decisions that one rests on, those that are not the same. */
const throughOf = (uses: readonly string[], compare: (name: string) => Compared) =>
  uses
    .map(compare)
    .flatMap(({ decision, label, status }) => (status === "same" ? [] : [{ decision, label }]));

function checkNames(wanted: readonly string[] | undefined, all: readonly string[]) {
  for (const name of wanted ?? []) {
    if (all.includes(name)) continue;
    const { near, known } = suggestion(name, all);
    const help = near ? `did you mean \`${near}\`?` : `there are ${known.en}`;
    throw new TiercutError(`neither ruleset has a decision \`${name}\`; ${help}`);
  }
}

const plansOf = ([a, b]: readonly [Study, Study]) => [a.plan, b.plan] as const;

/** How many steps may be spent on one value. */
const steps = 2_000_000;

/** The day to compare for: without one there must be no value that depends on it. */
function dayOf(ruleset: Ruleset<unknown>, on: string | undefined): string | undefined {
  const day = dayFor(ruleset, on);
  const { id, parameters } = ruleset.document;
  const dated = Object.keys(parameters).filter(
    (p) => daysOf(parameters[p] as Parameter).length > 0,
  );
  if (day !== undefined || dated.length === 0) return day;
  const names = dated.map((name) => `\`${name}\``).join(", ");
  const [first] = daysIn(parameters);
  throw new TiercutError(
    `what ${names} of \`${id}\` is depends on the day: compare with \`on\`, such as { on: "${first}" }, or load it for that day`,
  );
}

const editionOf = (
  { document: { id, version, label } }: Ruleset<unknown>,
  on: string | undefined,
): Difference["before"] => ({ id, version, label, ...(on !== undefined && { on }) });
