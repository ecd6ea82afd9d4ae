import type { Outcome } from "../kinds/ruleset.ts";
import { outcomeOf } from "../kinds/told.ts";
import type { Part } from "../plan/plan.ts";
import { isTrue } from "./diagram/leaf.ts";
import { type Meaning, meaningOf } from "./diagram/meaning.ts";
import { regionsOf } from "./diagram/region.ts";
import { TooMany } from "./diagram/space.ts";
import { type Sense, symbolsOf } from "./diagram/symbols.ts";
import { type Account, accountIn } from "./diagram/witness.ts";
import { type Study, valuesOf } from "./study.ts";

/** An account that the later ruleset treats more laxly than the earlier one. */
export interface Laxer {
  readonly account: Account;
  readonly before: Outcome;
  readonly after: Outcome;
}

/**
 * Finds an account to which a decision is laxer than it was, by the order of its outcomes from the
 * laxest to the strictest. `none` is a proof; `unproven` says that no such account was found, and
 * that it could not be shown that there is none.
 */
export function laxerAccount(
  studies: readonly [Study, Study],
  decision: string,
  laxFirst: readonly (string | boolean)[],
): Laxer | "none" | "unproven" {
  const parts = studies.map(({ plan }) => plan.decisions[decision]?.outcome);
  const [before, after] = parts as readonly (Part | undefined)[];
  if (!before || !after || parts.some(Array.isArray)) return "unproven";
  try {
    return search(studies, decision, [before, after], laxFirst);
  } catch (error) {
    if (error instanceof TooMany) return "unproven";
    throw error;
  }
}

/** Is one account enough: what rests on a population can't be tried on one. */
const isOfOne = (studies: readonly Study[], decision: string) =>
  studies.every(({ plan }) => plan.decisions[decision]?.grain === "record");

function search(
  studies: readonly [Study, Study],
  decision: string,
  parts: readonly [Part, Part],
  laxFirst: readonly (string | boolean)[],
): Laxer | "none" | "unproven" {
  const s = symbolsOf(studies.map((x) => x.plan));
  const [a, b] = studies.map(({ plan }) => meaningOf(plan, s)) as [Meaning, Meaning];
  const rank = (value: unknown) => laxFirst.indexOf(value as string | boolean);
  const isLaxer = (was: unknown, is: unknown) => rank(is) >= 0 && rank(is) < rank(was);
  const laxer = s.space.lift([a(parts[0].node), b(parts[1].node)], ([x, y]) =>
    isLaxer(plain(x as Sense), plain(y as Sense)) ? s.yes : s.no,
  );
  if (laxer === s.no) return "none";
  const outcomes = (account: Account) =>
    studies.map((study, i) => valuesOf(study, [(parts[i] as Part).node], account)?.[0] ?? null);
  const { regions, complete } = regionsOf(s, laxer, isTrue, 500);
  const found = regions.map((region) =>
    accountIn(s, region, (account) => isLaxer(...(outcomes(account) as [unknown, unknown]))),
  );
  const [first] = found.flatMap((f) => (typeof f === "string" ? [] : [f.account]));
  if (first === undefined)
    return complete && found.every((f) => f === "empty") && isOfOne(studies, decision)
      ? "none"
      : "unproven";
  const [was, is] = outcomes(first).map((v) => outcomeOf(v) as Outcome);
  return { account: first, before: was as Outcome, after: is as Outcome };
}

const plain = (sense: Sense) => (sense.is === "value" ? sense.value : null);
