import type { Language } from "../../../ruleset/text.ts";
import type { DecisionDifference, DifferentRegion, OutputDifference } from "../difference.ts";
import { type Frame, frames, statuses } from "./words.ts";

/** What of a decision is told beside its name, and below it. */
export interface Told {
  readonly summary: string;
  readonly lines: readonly string[];
}

/**
 * Tells where a decision differs: region by region; a sum by its parts, and so what can't be listed
 * as a whole where its parts can. Then what its values of the population rest on.
 */
export function tellOutputs(d: DecisionDifference, lang: Language): Told {
  const words = frames[lang];
  const outcomes = d.outputs.filter((o) => o.role === "outcome");
  const parts = finestOf(d.outputs.filter((o) => o.role === "part"));
  const basis = d.outputs.filter((o) => o.role === "basis");
  const { summary, lines } = tellWhole(d, outcomes, parts, lang);
  return { summary, lines: [...lines, ...basis.flatMap((b) => tellNamed(b, words, lang))] };
}

type Outputs = readonly OutputDifference[];

function tellWhole(d: DecisionDifference, outcomes: Outputs, parts: Outputs, lang: Language): Told {
  const words = frames[lang];
  const byPart = parts.flatMap((p) => tellNamed(p, words, lang));
  const [only, ...more] = outcomes;
  if (!only) return { summary: words.partsOnly, lines: byPart };
  if (more.length > 0) {
    const lines = outcomes.flatMap((o) => tellNamed(o, words, lang));
    return { summary: statuses[d.status][lang], lines };
  }
  if (only.sumOf) {
    const summed = words.sum(only.sumOf.length);
    return { summary: summed, lines: [...byPart, ...tellShortly(only, words, lang)] };
  }
  if (only.complete || parts.every((p) => p.regions.length === 0))
    return { summary: summaryOf(only, words, lang), lines: tellRegions(only, words, lang) };
  const lines = [...tellRegions(only, words, lang), words.parts(parts.length), ...byPart];
  return { summary: summaryOf(only, words, lang), lines };
}

const knownIn = (o: OutputDifference) => o.regions.filter((r) => !r.unknown);
const unknownIn = (o: OutputDifference) => o.regions.filter((r) => r.unknown);

/** Of parts that hold one another, only the innermost. */
function finestOf(parts: Outputs): Outputs {
  const holds = (a: OutputDifference, b: OutputDifference) => b.path.startsWith(`${a.path}/`);
  return parts.filter((p) => !parts.some((other) => other !== p && holds(p, other)));
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
  const only = o.only ? `${words.comma}${o.only === "before" ? words.removed : words.added}` : "";
  const isBasis = o.role === "basis";
  const clause = citation && !isBasis ? ` [${citation.rule} ${citation.clause}]` : "";
  const name = isBasis ? o.label[lang] : words.name(o.label[lang], o.name);
  const lines = tellRegions(o, words, lang).map((l) => `  ${l}`);
  return [`${name}${only}${clause}${words.colon}${summaryOf(o, words, lang)}`, ...lines];
}

/** The whole, where its parts have been told: one account. */
function tellShortly(o: OutputDifference, words: Frame, lang: Language): readonly string[] {
  const [first] = o.regions;
  if (!first) return [];
  const example = `${words.whole}${words.example}${first.told.account[lang]}`;
  return [`${example}${words.colon}${transition(first, words, lang)}`];
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
  const kinds = [...new Set(open.map((r) => kindOf(r, o, lang)))];
  const lines = kinds.map((kind) => {
    const own = open.filter((r) => kindOf(r, o, lang) === kind);
    const example = `${words.example}${own[0]?.told.account[lang]}`;
    return `  ${kind}${words.colon}${words.in(own.length)}${words.comma}${example}`;
  });
  return [words.unknown(open.length), ...lines];
}

/** What becomes of the accounts of a region; a number stands for any other. */
function kindOf(r: DifferentRegion, { only }: OutputDifference, lang: Language): string {
  const words = frames[lang];
  const name = (side: "before" | "after") => {
    const isThere = only === undefined || only === side;
    return isThere && typeof r[side] === "number" ? words.number : r.told[side][lang];
  };
  return `${name("before")}${words.arrow}${name("after")}`;
}
