import { parametersOf } from "../../analyze/parameters.ts";
import type { Ruleset, RulesetDocument } from "../../kinds/ruleset.ts";
import { keysIn, valueAt } from "../../load/variant/merge.ts";
import { setBy } from "../../load/variant/set-by.ts";
import { pointer } from "../../ruleset/diagnostics.ts";
import { nameOf, type Stated } from "../../ruleset/provenance.ts";
import type { Citation, Language, Text } from "../../ruleset/text.ts";
import { tellHistory } from "./history.ts";
import { cited, section, word } from "./words.ts";

/** Tells where the values of a ruleset come from: all that a variant set or took away. */
export function tellSources(ruleset: Ruleset, lang: Language): readonly string[] {
  const { document, chain = [document], provenance = {} } = ruleset;
  const built = chain.slice(0, -1).map(nameOf).reverse().join(", ");
  const places = Object.keys(provenance).flatMap((p) => dayByDay(p, ruleset));
  const sections = [...new Set(places.map((p) => keysIn(p)[0] ?? ""))];
  return [
    `${nameOf(document)}  ${document.label[lang]}`,
    ...(built === "" ? [] : [`  ${word("built", lang)}: ${built}`]),
    ...sections.flatMap((own) => {
      const inside = places.filter((p) => keysIn(p)[0] === own);
      return section(
        headOf(own, lang),
        inside.map((p) => tellValue(p, 1, ruleset, lang)),
      );
    }),
    tellRest("", ruleset, lang),
  ];
}

/** Tells where the values of one decision, fact or parameter come from. */
export function tellSourcesOf(name: string, ruleset: Ruleset, lang: Language): readonly string[] {
  return namedPlaces(name, ruleset).flatMap((place) => {
    const { provenance = {}, document } = ruleset;
    const changed = Object.keys(provenance).filter((p) => p === place || p.startsWith(`${place}/`));
    const inside = changed.flatMap((p) => dayByDay(p, ruleset));
    const kept = `${place}/default`;
    const isKept = !inside.includes(kept) && !inside.includes(place);
    const more = isKept && setBy(ruleset, kept).length > 0 ? [kept] : [];
    const read = place.startsWith("/decisions/") ? parametersOf(name, { document }) : [];
    const set = read.map((p) => pointer("parameters", p, "default"));
    return [
      `${wordsOf(place, 1, ruleset, lang)}${cited(citationOf(place, document))}`,
      ...[...inside, ...more].map((p) => tellValue(p, p === place ? 1 : 2, ruleset, lang)),
      ...set.filter((p) => setBy(ruleset, p).length > 0).map((p) => tellValue(p, 1, ruleset, lang)),
      ...(inside.includes(place) ? [] : [`  ${tellRest(place, ruleset, lang)}`]),
    ];
  });
}

/** Finds what goes by a name, also where a variant took it away. */
export function namedPlaces(name: string, { document, provenance = {} }: Ruleset) {
  const sections = ["decisions", "facts", "parameters"] as const;
  const places = sections.map((s) => pointer(s, name));
  return places.filter((p) => valueAt(document, p) !== undefined || Object.hasOwn(provenance, p));
}

/** Dated values are told each by its day, also where a variant set them all at once. */
function dayByDay(place: string, { document }: Ruleset): readonly string[] {
  const [section, , key, day] = keysIn(place);
  const dated = valueAt(document, place);
  const isWhole = section === "parameters" && key === "dated" && day === undefined;
  if (!isWhole || typeof dated !== "object" || dated === null) return [place];
  return Object.keys(dated).map((d) => place + pointer(d));
}

function headOf(own: string, lang: Language): string {
  const known = own === "decisions" || own === "facts" || own === "parameters";
  return known || own === "subjects" || own === "notes" ? word(own, lang) : own;
}

/** One value: where it is in the policy's words, what became of it, and its clause. */
function tellValue(place: string, from: number, ruleset: Ruleset, lang: Language): string {
  const { document, chain = [document] } = ruleset;
  const told = tellHistory(setBy(ruleset, place), nameOf(chain[0] ?? document), lang);
  const clause = cited(citationOf(place, document));
  return `  ${wordsOf(place, from, ruleset, lang)}: ${told}${clause}`;
}

/** What is not listed was set by whoever set the whole. */
function tellRest(place: string, ruleset: Ruleset, lang: Language): string {
  const { document, chain = [document] } = ruleset;
  const last = place === "" ? undefined : setBy(ruleset, place).at(-1);
  const whole = [{ document: last?.document ?? nameOf(chain[0] ?? document), path: "", value: {} }];
  return `${word("else", lang)}: ${tellHistory(whole, whole[0]?.document ?? "", lang)}`;
}

interface Labelled {
  readonly label?: Text;
  readonly note?: Text;
  readonly outcome?: unknown;
  readonly citation?: Citation;
}

/** Keys that only hold what is called by its own name. */
const holders = new Set([
  "bands",
  "rows",
  "dimensions",
  "indicators",
  "sections",
  "items",
  "outputs",
  "inputs",
  "classes",
  "conditions",
  "parts",
]);

/** Tells a place by the names and labels on the way to it. */
function wordsOf(place: string, from: number, ruleset: Ruleset, lang: Language): string {
  const keys = keysIn(place);
  const told = keys.flatMap((key, i) => {
    const isHolder = holders.has(key) && i >= 2 && i < keys.length - 1;
    const isDefault = key === "default" && keys[0] === "parameters" && from < 2;
    if (i < from || isHolder || isDefault) return [];
    const label = labelAt(pointer(...keys.slice(0, i + 1)), ruleset, lang);
    return [label === undefined ? key : `${key} (${label})`];
  });
  return told.join(" › ");
}

/** The label of a part, or of what it was before it was taken away. */
function labelAt(place: string, ruleset: Ruleset, lang: Language): string | undefined {
  const now = valueAt(ruleset.document, place);
  const part = (now ?? lastWord(setBy(ruleset, place))) as Labelled | undefined;
  if (typeof part !== "object" || part === null) return undefined;
  return (part.label ?? part.note ?? termOf(part, place, ruleset.document))?.[lang];
}

const lastWord = (history: readonly Stated[]) => history.findLast((h) => h.value !== null)?.value;

/** A band or a row may have no label of its own: it goes by the term of its outcome. */
function termOf({ outcome }: Labelled, place: string, document: RulesetDocument) {
  const [decisions = "", name = ""] = keysIn(place);
  const terms = valueAt(document, pointer(decisions, name, "outcomes"));
  const term = valueAt(terms, pointer(String(outcome)));
  return outcome === undefined ? undefined : (term as Text | undefined);
}

/** The clause that a value, or the nearest thing around it, is cited from. */
function citationOf(place: string, document: RulesetDocument): Citation | undefined {
  const keys = keysIn(place);
  const around = keys.map((_, i) => pointer(...keys.slice(0, i + 1), "citation"));
  return around.map((p) => valueAt(document, p) as Citation | undefined).findLast(Boolean);
}
