import type { Outcome } from "../../kinds/ruleset.ts";
import type { Part } from "../../plan/plan.ts";
import { han } from "../../ruleset/phrase.ts";
import type { Text } from "../../ruleset/text.ts";
import type { Side } from "../diagram/region.ts";
import type { Symbols } from "../diagram/symbols.ts";
import type { Account } from "../diagram/witness.ts";
import { type Facts, isAllKnown, tellAccount } from "../tell.ts";

/** What scorecards count in. */
export const points: Text = { zh: "分", en: "points" };

/** Tells what an account comes to: the official term, a number with its unit, or that it is open. */
export function tellOutcome(
  outcome: Outcome | null,
  part: Part,
  unit: Text | undefined = part.unit,
): Text {
  if (outcome === null) return { zh: "无法判定", en: "undetermined" };
  if (outcome === true) return { zh: "是", en: "yes" };
  if (outcome === false) return { zh: "否", en: "no" };
  if (typeof outcome === "number") return counted(outcome, unit);
  const terms = [outcome].flat().map((o) => termOf(o, part));
  if (terms.length === 0) return { zh: "无", en: "none" };
  return { zh: terms.map((t) => t.zh).join("、"), en: terms.map((t) => t.en).join(", ") };
}

function termOf(outcome: string, { outcomes = {} }: Part): Text {
  const known = Object.hasOwn(outcomes, outcome) ? outcomes[outcome] : undefined;
  return known ?? { zh: outcome, en: outcome };
}

/** A number with what it is counted in. */
export function counted(value: number, unit: Text | undefined): Text {
  if (!unit) return { zh: String(value), en: String(value) };
  const en = unit.en === points.en && value === 1 ? "point" : unit.en;
  return { zh: han`${String(value)}${unit.zh}`, en: `${value} ${en}` };
}

/** How many facts of an account are told that may be anything. */
const mostFree = 3;

/** Tells an account of a region: first the facts that the region is about. */
export function tellExample(
  s: Symbols,
  sides: readonly Side[],
  account: Account,
  facts: Facts,
): Text {
  const free = new Set(sides.filter(isAllKnown).flatMap((side) => namesOf(s, side)));
  const entries = Object.entries(account);
  const own = entries.filter(([name]) => !free.has(name));
  const others = entries.filter(([name]) => free.has(name));
  const shown = own.length === 0 || others.length <= mostFree ? [...own, ...others] : own;
  const told = tellAccount(Object.fromEntries(shown), facts);
  const left = entries.length - shown.length;
  if (left === 0) return told;
  return {
    zh: `${told.zh}，另有 ${left} 项已知`,
    en: `${told.en}, and ${left} more that are known`,
  };
}

function namesOf(s: Symbols, { axis }: Side): readonly string[] {
  const stands = s.axes.get(axis.index);
  return stands?.is === "fact" || stands?.is === "list" ? [stands.name] : [];
}
