import type { Outcome } from "../../kinds/ruleset.ts";
import type { Part } from "../../plan/plan.ts";
import { han } from "../../ruleset/phrase.ts";
import type { Text } from "../../ruleset/text.ts";
import type { Side } from "../diagram/region.ts";
import type { Symbols } from "../diagram/symbols.ts";
import type { Account } from "../diagram/witness.ts";
import { isAllKnown, tellAccount } from "../tell.ts";
import { type Facts, wordsOf } from "../words/fact.ts";
import { joined } from "../words/phrase.ts";
import { asksUnknown } from "./known.ts";

/** What scorecards count in. */
export const points: Text = { zh: "分", en: "points" };

/** Tells what an account comes to: the official term, a number with its unit, or that it is open. */
export function tellOutcome(
  outcome: Outcome | null,
  part: Part | undefined,
  unit: Text | undefined = part?.unit,
): Text {
  if (!part) return { zh: "无此项", en: "none" };
  if (outcome === null) return { zh: "无法判定", en: "undetermined" };
  if (outcome === true) return { zh: "是", en: "yes" };
  if (outcome === false) return { zh: "否", en: "no" };
  if (typeof outcome === "number") return counted(outcome, unit);
  const terms = [outcome].flat().map((o) => termOf(o, part));
  if (terms.length === 0) return { zh: "无", en: "none" };
  return { zh: terms.map((t) => t.zh).join("、"), en: terms.map((t) => t.en).join(", ") };
}

function termOf(outcome: string, { outcomes = {}, undefinedWhen }: Part): Text {
  if (outcome === "undefined" && undefinedWhen !== undefined) return undefinedTerm;
  const known = Object.hasOwn(outcomes, outcome) ? outcomes[outcome] : undefined;
  return known ?? { zh: outcome, en: outcome };
}

const undefinedTerm: Text = { zh: "无定义", en: "undefined" };

/** A number with what it is counted in. */
export function counted(value: number, unit: Text | undefined): Text {
  if (!unit) return { zh: String(value), en: String(value) };
  const en = unit.en === points.en && value === 1 ? "point" : unit.en;
  return { zh: han`${String(value)}${unit.zh}`, en: `${value} ${en}` };
}

/** How many facts of an account are told where it has more than one more. */
const mostTold = 4;

/** Tells an account of a region: what is unknown of it, then first the facts the region is about. */
export function tellExample(
  s: Symbols,
  sides: readonly Side[],
  account: Account,
  facts: Facts,
): Text {
  const named = (of: readonly Side[]) => of.flatMap((side) => namesOf(s, side));
  const summed = new Set(sides.flatMap((side) => summedIn(s, side)));
  const free = new Set(named(sides.filter(isAllKnown)).filter((name) => !summed.has(name)));
  const open = named(sides.filter((side) => asksUnknown(s, side))).map((n) => unknown(n, facts));
  const entries = Object.entries(account);
  const [own, others] = [false, true].map((is) =>
    entries.filter(([name]) => free.has(name) === is),
  );
  const inOrder = [...(own ?? []), ...(others ?? [])];
  const isFew = open.length + inOrder.length <= mostTold + 1;
  const untold = isFew ? open : open.slice(0, mostTold - 1);
  const shown = isFew ? inOrder : inOrder.slice(0, mostTold - untold.length);
  const told = shown.length > 0 || untold.length === 0 ? [factsOf(shown, facts)] : [];
  const left = inOrder.length - shown.length;
  const rest = { zh: `另有 ${left} 项已知`, en: `and ${left} more that are known` };
  return joined([...untold, ...told, ...(left > 0 ? [rest] : [])], "，", ", ");
}

const factsOf = (of: readonly (readonly [string, Account[string]])[], facts: Facts) =>
  tellAccount(Object.fromEntries(of), facts);

function unknown(name: string, facts: Facts): Text {
  const { zh, en } = wordsOf(name, facts).label;
  return { zh: han`${zh}未知`, en: `${en} unknown` };
}

function namesOf(s: Symbols, { axis }: Side): readonly string[] {
  const stands = s.axes.get(axis.index);
  return stands?.is === "fact" || stands?.is === "list" ? [stands.name] : [];
}

/** The facts that a region asks something of together. */
function summedIn(s: Symbols, { axis }: Side): readonly string[] {
  const stands = s.axes.get(axis.index);
  const forms = stands?.is === "sum" ? [stands.form] : [];
  const made = stands?.is === "computed" ? (stands.made?.of ?? []) : [];
  const inside = made.flatMap((sense) => (sense.is === "term" ? [sense.term.form] : []));
  const axes = [...forms, ...inside].flatMap((f) => f.weights.map(([atom]) => atom.axis.index));
  return axes.flatMap((index) => {
    const of = s.axes.get(index);
    return of?.is === "fact" ? [of.name] : [];
  });
}
