import { Decimal } from "../plan/decimal.ts";
import type { Type } from "../plan/type.ts";
import { han } from "../ruleset/phrase.ts";
import type { Text } from "../ruleset/text.ts";
import type { Side } from "./diagram/region.ts";
import { dayOf, type Stands, type Symbols } from "./diagram/symbols.ts";
import type { Atom, Form } from "./diagram/term.ts";
import { type Account, pointsFrom, valueAt } from "./diagram/witness.ts";
import { type Facts, wordsOf } from "./words/fact.ts";
import { tellMade, tellWeighted } from "./words/made.ts";

export type { Facts } from "./words/fact.ts";

/*
 * Tells regions and accounts in the words of the ruleset: the labels and units of its facts.
 */

/** Tells the facts of an account: `line revenue 8000 yuan`. */
export function tellAccount(account: Account, facts: Facts): Text {
  const told = Object.entries(account).map(([name, value]) => tellValue(name, value, facts));
  if (told.length === 0) return { zh: "任何客户", en: "any account" };
  return { zh: told.map((t) => t.zh).join("，"), en: told.map((t) => t.en).join(", ") };
}

function tellValue(name: string, value: Account[string], facts: Facts): Text {
  const { label, unit, term } = wordsOf(name, facts);
  const shown = (lang: "zh" | "en") => [value].flat().map((v) => term(v)[lang]);
  const [zh, en] = [shown("zh").join("、") || "无", shown("en").join(" and ") || "none"];
  return { zh: spaced(label.zh, zh, unit.zh), en: [label.en, en, unit.en].join(" ").trim() };
}

/** Words in a row, apart where one of two that meet is not Chinese. */
const spaced = (...words: readonly string[]) =>
  words.filter((word) => word !== "").reduce((a, b) => (isParted(a, b) ? `${a} ${b}` : a + b));

const isParted = (a: string, b: string) =>
  (/[\p{Script=Han}\w]$/u.test(a) && /^[\w-]/.test(b)) ||
  (/\w$/.test(a) && /^\p{Script=Han}/u.test(b));

/** Tells a region side by side: `50000 ≤ monthly mobile revenue < 60000 yuan a month`. */
export function tellSides(s: Symbols, sides: readonly Side[], facts: Facts): Text {
  const isFree = (side: Side) => isAllKnown(side) && s.axes.get(side.axis.index)?.is !== "computed";
  const known = sides.filter(isFree);
  const own = sides.filter((side) => !isFree(side));
  const told = own.flatMap(
    (side) => tellEntries(s, side, own, facts) ?? tellSide(s, side, facts) ?? [],
  );
  if (known.length > 2) told.push(mostKnown(known.length, own.length > 0));
  else told.push(...known.flatMap((side) => tellSide(s, side, facts) ?? []));
  if (told.length === 0) return { zh: "所有客户", en: "every account" };
  return { zh: told.map((t) => t.zh).join("，且"), en: told.map((t) => t.en).join(" and ") };
}

/** Must a fact only be known, whatever it is. */
export function isAllKnown({ axis, intervals, unknown }: Side): boolean {
  const [first] = intervals;
  const whole = intervals.length === 1 && first?.[0] === axis.low && first[1] === axis.high;
  return whole && axis.hasUnknown && !unknown;
}

function mostKnown(count: number, others: boolean): Text {
  return others
    ? { zh: `其余所需 ${count} 项事实均已知`, en: `the ${count} other facts it needs known` }
    : { zh: `所需 ${count} 项事实均已知`, en: `the ${count} facts it needs known` };
}

/** Entries of a list that are all in it, or all missing, are told together: at the first of them. */
function tellEntries(
  s: Symbols,
  side: Side,
  sides: readonly Side[],
  facts: Facts,
): Text | readonly Text[] | undefined {
  const stands = s.axes.get(side.axis.index);
  if (stands?.is !== "entry") return undefined;
  const isIn = ({ intervals }: Side) => intervals.some(([low]) => low === 1n);
  const alike = sides.filter((other) => {
    const also = s.axes.get(other.axis.index);
    return also?.is === "entry" && also.name === stands.name && isIn(other) === isIn(side);
  });
  if (alike[0] !== side) return [];
  const { label, term } = wordsOf(stands.name, facts);
  const terms = alike.flatMap(({ axis }) => {
    const also = s.axes.get(axis.index);
    return also?.is === "entry" ? [term(also.entry)] : [];
  });
  const [zh, en] = [terms.map((t) => t.zh).join("、"), terms.map((t) => t.en).join(" and ")];
  if (isIn(side)) return { zh: han`${label.zh}有${zh}`, en: `${en} among ${label.en}` };
  const none = terms.length > 1 ? `none of ${terms.map((t) => t.en).join(", ")}` : `no ${en}`;
  return { zh: han`${label.zh}无${zh}`, en: `${none} among ${label.en}` };
}

function tellSide(s: Symbols, side: Side, facts: Facts): Text | undefined {
  const stands = s.axes.get(side.axis.index);
  if (stands?.is === "fact") return tellFactSide(s, side, stands.name, stands.type, facts);
  if (stands?.is === "list") {
    const { label } = wordsOf(stands.name, facts);
    return side.unknown ? { zh: han`${label.zh}未知`, en: `${label.en} unknown` } : undefined;
  }
  if (stands?.is === "computed") return tellComputed(s, side, stands, facts);
  return stands?.is === "sum" ? tellSum(s, side, stands.form, facts) : undefined;
}

/** What is computed: between which edges it lies, or whether the comparison holds. */
function tellComputed(
  s: Symbols,
  side: Side,
  { made, options }: Extract<Stands, { is: "computed" }>,
  facts: Facts,
): Text | undefined {
  if (!made) return undefined;
  const { axis, intervals } = side;
  const told = tellMade(s, made, facts, !options || intervals[0]?.[0] === 1n);
  if (options) return told;
  if (side.unknown && intervals.length === 0)
    return { zh: `${told.zh}超出日历`, en: `${told.en} is beyond the calendar` };
  if (isAllKnown(side))
    return { zh: `${told.zh}未超出日历`, en: `${told.en} is within the calendar` };
  const write = made.isDay ? dayOf : (n: bigint) => inUnits(n, made.scale);
  const edges = (lang: "zh" | "en") => ranges(told[lang], intervals, axis, write, "");
  return { zh: edges("zh").join("或"), en: edges("en").join(" or ") };
}

function tellFactSide(
  s: Symbols,
  { axis, intervals, unknown }: Side,
  name: string,
  type: Type,
  facts: Facts,
): Text | undefined {
  const { label, unit, term } = wordsOf(name, facts);
  const [first] = intervals;
  const whole = intervals.length === 1 && first?.[0] === axis.low && first[1] === axis.high;
  const either = unknown ? [{ zh: han`${label.zh}未知`, en: `${label.en} unknown` }] : [];
  if (whole && unknown) return undefined;
  if (whole) return { zh: han`${label.zh}已知`, en: `${label.en} known` };
  if (type.kind === "number" || type.kind === "date") {
    const write = type.kind === "date" ? dayOf : (n: bigint) => inUnits(n, type.scale);
    const zh = ranges(label.zh, intervals, axis, write, unit.zh);
    const en = ranges(label.en, intervals, axis, write, unit.en);
    return oneOrOther([...zh.map((t, i) => ({ zh: t, en: en[i] ?? t })), ...either]);
  }
  const { values, otherThan } = valuesIn(s, type, intervals);
  const listed = oneOrOther((otherThan ?? values).map(term));
  const own = otherThan
    ? [{ zh: han`${label.zh}不是${listed.zh}`, en: `${label.en} other than ${listed.en}` }]
    : [{ zh: han`${label.zh}为${listed.zh}`, en: `${label.en} ${listed.en}` }];
  return oneOrOther([...(intervals.length > 0 ? own : []), ...either]);
}

/** The values in intervals; of texts, any one that no rule names stands for all others like it. */
export function valuesIn(
  s: Symbols,
  type: Type,
  intervals: Side["intervals"],
): { readonly values: readonly unknown[]; readonly otherThan?: readonly string[] } {
  const points = intervals.flatMap(([low, high]) => pointsFrom(low, high));
  const values = points.map((n) => valueAt(s, type, n));
  const hasOthers = type.kind === "text" && points.includes(BigInt(s.texts.length));
  return hasOthers ? { values, otherThan: s.texts.filter((t) => !values.includes(t)) } : { values };
}

const oneOrOther = (of: readonly Text[]): Text => ({
  zh: of.map((t) => t.zh).join("或"),
  en: of.map((t) => t.en).join(" or "),
});

const inUnits = (n: bigint, scale: number) =>
  new Decimal(n.toString()).div(new Decimal(10).pow(scale)).toString();

/** Intervals as people write them; all but one point is written as that. */
function ranges(
  label: string,
  intervals: Side["intervals"],
  axis: Side["axis"],
  write: (n: bigint) => string,
  unit: string,
): readonly string[] {
  const [first, second, ...more] = intervals;
  const isAllButOne =
    first?.[0] === axis.low && second?.[1] === axis.high && second[0] === first[1] + 2n;
  if (isAllButOne && more.length === 0)
    return [[`${label} ≠ ${write(first[1] + 1n)}`, unit].filter(Boolean).join(" ")];
  return intervals.map(([low, high]) => range(label, low, high, axis, write, unit));
}

/** An interval as people write it: with the rounder of the two edges that say the same. */
function range(
  label: string,
  low: bigint,
  high: bigint,
  axis: Side["axis"],
  write: (n: bigint) => string,
  unit: string,
): string {
  const tail = unit === "" ? "" : ` ${unit}`;
  if (low === high) return `${label} = ${write(low)}${tail}`;
  const [least, most] = [low === axis.low, high === axis.high];
  const begins = rounder(
    [`${write(low)} ≤`, write(low)],
    [`${write(low - 1n)} <`, write(low - 1n)],
  );
  const ends = rounder(
    [`≤ ${write(high)}`, write(high)],
    [`< ${write(high + 1n)}`, write(high + 1n)],
  );
  if (most && !least) return `${label} ${turned(begins)}${tail}`;
  return `${least ? "" : `${begins} `}${label} ${ends}${tail}`;
}

/** `200 ≤` as it is written after what it bounds: `≥ 200`. */
function turned(begins: string): string {
  const [edge, sign] = begins.split(" ");
  return `${sign === "<" ? ">" : "≥"} ${edge}`;
}

/** Of two edges that say the same, the one whose number has fewer digits that count. */
function rounder(a: readonly [string, string], b: readonly [string, string]): string {
  const digits = (text: string) => text.replace(/[^\d]/g, "").replace(/0+$/, "").length;
  return digits(b[1]) < digits(a[1]) ? b[0] : a[0];
}

/** A sum of facts between two edges. */
function tellSum(s: Symbols, { axis, intervals }: Side, form: Form, facts: Facts): Text {
  const scale = Math.max(...form.weights.map(([{ step }]) => step.decimalPlaces()));
  const smallest = new Decimal(10).pow(scale);
  const sum = tellWeighted(
    s,
    form.weights.map(([atom, w]) => [
      atom,
      new Decimal(w.toString()).div(atom.step.times(smallest)),
    ]),
    facts,
  );
  const write = (n: bigint) => inUnits(n, scale);
  const isOfDays = form.weights.every(([atom]) => isDay(s, atom));
  const unit = isOfDays ? { zh: "天", en: "days" } : { zh: "", en: "" };
  const told = (lang: "zh" | "en") => ranges(sum[lang], intervals, axis, write, unit[lang]);
  return { zh: told("zh").join("或"), en: told("en").join(" or ") };
}

function isDay(s: Symbols, { axis }: Atom): boolean {
  const stands = s.axes.get(axis.index);
  return stands?.is === "fact" && stands.type.kind === "date";
}
