import type { Language } from "../../../ruleset/text.ts";
import type { DecisionDifference, DifferentRegion, OutputDifference } from "../difference.ts";
import { type Frame, frames, statuses } from "./words.ts";

/** What of a decision is told beside its name, and below it. */
export interface Told {
  readonly summary: string;
  readonly lines: readonly string[];
}

/**
 * Tells where a decision differs: region by region, or by its parts where these say the same in
 * fewer regions. What the whole has said already is not said of a part again.
 */
export function tellOutputs(d: DecisionDifference, lang: Language): Told {
  const words = frames[lang];
  const outcomes = d.outputs.filter((o) => o.role === "outcome");
  const parts = finestOf(d.outputs.filter((o) => o.role === "part"));
  if (outcomes.length === 0) {
    return { summary: words.partsOnly, lines: parts.flatMap((p) => tellNamed(p, words, lang)) };
  }
  if (isShorter(parts, outcomes)) {
    const whole = outcomes.flatMap((o) => tellShortly(o, outcomes.length > 1, words, lang));
    const lines = [...parts.flatMap((p) => tellNamed(p, words, lang)), ...whole];
    return { summary: words.parts(parts.length), lines };
  }
  const [only, ...more] = outcomes;
  if (!only || more.length > 0) {
    const lines = outcomes.flatMap((o) => tellNamed(o, words, lang));
    return { summary: statuses[d.status][lang], lines };
  }
  return { summary: summaryOf(only, words, lang), lines: tellRegions(only, words, lang) };
}

const knownIn = (o: OutputDifference) => o.regions.filter((r) => !r.unknown);
const unknownIn = (o: OutputDifference) => o.regions.filter((r) => r.unknown);
const countOf = (of: readonly OutputDifference[]) =>
  of.reduce((sum, o) => sum + knownIn(o).length, 0);

/** Of parts that hold one another, only the innermost. */
function finestOf(parts: readonly OutputDifference[]): readonly OutputDifference[] {
  const holds = (a: OutputDifference, b: OutputDifference) => b.path.startsWith(`${a.path}/`);
  return parts.filter((p) => !parts.some((other) => other !== p && holds(p, other)));
}

function isShorter(
  parts: readonly OutputDifference[],
  outcomes: readonly OutputDifference[],
): boolean {
  const sound = parts.length > 0 && parts.every((p) => p.complete && p.regions.length > 0);
  if (!sound) return false;
  return outcomes.some((o) => !o.complete) || countOf(parts) < countOf(outcomes);
}

function summaryOf(o: OutputDifference, words: Frame, lang: Language): string {
  const known = knownIn(o).length;
  if (o.regions.length === 0) return [statuses.undecided[lang], o.why?.[lang]].join(words.colon);
  if (known === 0) return words.unknownOnly;
  return o.complete ? words.differs(known) : words.differsOpen(known);
}

/** One of several values, with its own name. */
function tellNamed(o: OutputDifference, words: Frame, lang: Language): readonly string[] {
  const { citation } = o;
  const clause = citation ? ` [${citation.rule} ${citation.clause}]` : "";
  const head = `${words.name(o.label[lang], o.name)}${clause}${words.colon}`;
  const lines = tellRegions(o, words, lang).map((l) => `  ${l}`);
  return [`${head}${summaryOf(o, words, lang)}`, ...lines];
}

/** The whole, where its parts have been told: in how many regions, and one account. */
function tellShortly(
  o: OutputDifference,
  isNamed: boolean,
  words: Frame,
  lang: Language,
): readonly string[] {
  const [first] = o.regions;
  const name = isNamed ? `${words.name(o.label[lang], o.name)}${words.colon}` : "";
  if (!first) return o.why ? [`${name}${words.partial}${o.why[lang]}`] : [];
  const [known, open] = [knownIn(o).length, unknownIn(o).length];
  const count = o.complete ? words.whole(known) : words.wholeAtLeast(known);
  const rest = open > 0 ? `${words.comma}${words.openToo(open)}` : "";
  const example = `${words.example}${first.told.account[lang]}`;
  const outcome = transition(first, words, lang);
  return [`${name}${count}${rest}`, `  ${example}${words.colon}${outcome}`];
}

function tellRegions(o: OutputDifference, words: Frame, lang: Language): readonly string[] {
  return [
    ...knownIn(o).flatMap((r) => tellRegion(r, words, lang)),
    ...tellOpen(o, words, lang),
    ...(o.why && o.regions.length > 0 ? [`${words.partial}${o.why[lang]}`] : []),
  ];
}

/** A number may be another one elsewhere in a region, so it is told of the account. */
function tellRegion(r: DifferentRegion, words: Frame, lang: Language): readonly string[] {
  const isNumber = [r.before, r.after].some((o) => typeof o === "number");
  const outcome = `${words.colon}${transition(r, words, lang)}`;
  const account = `  ${words.example}${r.told.account[lang]}`;
  return isNumber
    ? [r.where[lang], `${account}${outcome}`]
    : [`${r.where[lang]}${outcome}`, account];
}

const transition = ({ told }: DifferentRegion, words: Frame, lang: Language) =>
  `${told.before[lang]}${words.arrow}${told.after[lang]}`;

/** The regions that only concern accounts with a fact unknown, by what becomes of them. */
function tellOpen(o: OutputDifference, words: Frame, lang: Language): readonly string[] {
  const open = unknownIn(o);
  if (open.length === 0) return [];
  const kinds = [...new Set(open.map((r) => kindOf(r, words, lang)))];
  const lines = kinds.map((kind) => {
    const own = open.filter((r) => kindOf(r, words, lang) === kind);
    const example = `${words.example}${own[0]?.told.account[lang]}`;
    return `  ${kind}${words.colon}${words.in(own.length)}${words.comma}${example}`;
  });
  return [words.unknown(open.length), ...lines];
}

/** What becomes of the accounts of a region; a number stands for any other. */
function kindOf({ before, after, told }: DifferentRegion, words: Frame, lang: Language): string {
  const name = (outcome: unknown, text: string) =>
    typeof outcome === "number" ? words.number : text;
  return `${name(before, told.before[lang])}${words.arrow}${name(after, told.after[lang])}`;
}
