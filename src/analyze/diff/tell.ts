import type { Citation, Language } from "../../ruleset/text.ts";
import type { Change, DecisionDifference, Difference } from "./difference.ts";
import { type Told, tellOutputs } from "./tell/outputs.ts";
import { frames, statuses } from "./tell/words.ts";

/**
 * Tells a difference in lines that a policy owner reads: what was changed in the text, and then,
 * decision by decision, for whom it makes a difference. Computes nothing.
 *
 * @param difference - from `diff`
 * @param lang - `"zh"` or `"en"` (the default)
 * @returns lines of text
 * @example
 * ```ts
 * import { diff, loadRuleset, tellDiff } from "tiercut";
 * import { ruleset } from "tiercut/hainan-unicom-2003";
 *
 * const variant = {
 *   language: "1",
 *   id: "sanya-2004",
 *   version: "1.0.0",
 *   label: { zh: "三亚", en: "Sanya" },
 *   extends: { id: "hainan-unicom-2003", version: "^1.0.0" },
 *   parameters: { starFive: 60000 },
 * };
 * const loaded = loadRuleset(variant, { documents: [ruleset.document] });
 * const lines = loaded.ok ? tellDiff(diff(ruleset, loaded.ruleset), "en") : [];
 * lines.some((l) => l.endsWith("five-star group → four-star group")); // true
 * ```
 */
export function tellDiff(difference: Difference, lang: Language = "en"): readonly string[] {
  const { before, after, changes, decisions } = difference;
  const names = [before, after].map(
    ({ id, version, on }) => `${id} ${version}${on === undefined ? "" : frames[lang].onDay(on)}`,
  );
  const lines = [
    names.join(" → "),
    "",
    ...tellChanges(changes, lang),
    ...decisions.flatMap((d) => tellDecision(d, lang)),
    ...tellSame(decisions, lang),
  ];
  return lines.slice(0, lines.findLastIndex((line) => line !== "") + 1);
}

/** Tells what was changed in the text: first what can matter to an account. */
function tellChanges(changes: readonly Change[], lang: Language): readonly string[] {
  const words = frames[lang];
  const mattering = changes.filter((c) => c.matters);
  const idle = changes.filter((c) => !c.matters);
  const told = (of: readonly Change[]) => of.map((c) => `  ${tellChange(c, lang)}`);
  if (changes.length === 0) return [words.unchanged, ""];
  return [
    ...(mattering.length > 0 ? [words.changed(mattering.length), ...told(mattering), ""] : []),
    ...(idle.length > 0 ? [words.idle(idle.length), ...told(idle), ""] : []),
  ];
}

/** Tells one change: its place, both values, and the clause. */
export function tellChange(change: Change, lang: Language): string {
  const words = frames[lang];
  return `${change.label[lang]}${words.colon}${valuesOf(change, lang)}${cited(change.citation)}`;
}

function valuesOf({ how, told }: Change, lang: Language): string {
  const words = frames[lang];
  if (how === "moved") return words.moved;
  const value = (how === "added" ? told.after : told.before)?.[lang];
  if (how !== "changed") return [words[how], value].filter(Boolean).join(words.comma);
  const [was, is] = [told.before?.[lang] ?? "…", told.after?.[lang] ?? "…"];
  return was === is && was !== "…" ? words.otherLanguage : `${was}${words.arrow}${is}`;
}

/** A citation as ` [rule clause]`. */
export const cited = (citation: Citation | undefined): string =>
  citation ? ` [${citation.rule} ${citation.clause}]` : "";

function tellDecision(d: DecisionDifference, lang: Language): readonly string[] {
  if (d.status === "same" && d.outputs.length === 0) return [];
  const words = frames[lang];
  const head = `${words.name(d.label[lang], d.decision)}${cited(d.citation)}`;
  const plain: Told = { summary: statuses[d.status][lang], lines: [] };
  const { summary, lines } = d.outputs.length === 0 ? plain : tellOutputs(d, lang);
  const own = d.status === "undecided" ? d.changes.map((c) => tellChange(c, lang)) : [];
  const through = d.through.length > 0 ? [words.through(namesOf(d.through, lang))] : [];
  const all = [...through, ...(own.length > 0 ? [words.own, ...own.map(indented)] : []), ...lines];
  return [`${head}${words.colon}${summary}`, ...all.map(indented), ""];
}

const indented = (line: string) => `  ${line}`;

type Named = DecisionDifference["through"][number];

const namesOf = (of: readonly Named[], lang: Language) =>
  of.map((d) => frames[lang].name(d.label[lang], d.decision)).join(lang === "zh" ? "、" : ", ");

function tellSame(decisions: readonly DecisionDifference[], lang: Language): readonly string[] {
  const same = decisions.filter((d) => d.status === "same" && d.outputs.length === 0);
  if (same.length === 0) return [];
  return [frames[lang].same(namesOf(same, lang))];
}
