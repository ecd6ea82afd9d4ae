import type { OpenCause } from "../kinds/missing.ts";
import type { Evidence, NextStep, Reason } from "../kinds/told.ts";
import { TiercutError } from "../ruleset/diagnostics.ts";
import { quote } from "../ruleset/show.ts";
import type { Language, Text } from "../ruleset/text.ts";
import type { Output, Result } from "./result.ts";

const words = {
  undetermined: { zh: "无法判定", en: "undetermined" },
  missing: { zh: "缺少：", en: "missing: " },
  unknown: { zh: "未知", en: "unknown" },
  yes: { zh: "是", en: "yes" },
  no: { zh: "否", en: "no" },
  not: { zh: "未满足", en: "not" },
  among: { zh: "属于", en: "among" },
  next: { zh: "距下一档", en: "next" },
  leftOut: { zh: "个因未知未计入", en: "left out as unknown" },
  moreThan: { zh: "超过", en: " more than" },
  lacks: { zh: "还差", en: "lacking" },
} satisfies Record<string, Text>;

const causes: Readonly<Record<OpenCause, Text>> = {
  "zero-divisor": { zh: "原因：除数为零", en: "because a divisor is zero" },
  conflict: {
    zh: "原因：同时符合多行",
    en: "because several rows match, and the table allows one",
  },
  gap: {
    zh: "原因：表中没有一行相符",
    en: "because no row of the table matches",
  },
  population: {
    zh: "原因：总体中其他对象的事实未知",
    en: "because facts of others in the population are unknown",
  },
};

/**
 * Tells a result in words: the outcome with its official term, then each reason with its clause and
 * the values it was tested on. Computes nothing.
 *
 * @param result - from `evaluate`
 * @param options - `lang`: `"zh"` or `"en"` (the default)
 * @returns lines of text
 * @throws TiercutError where it is handed something else than a result, or another language
 * @example
 * ```ts
 * import { compile, evaluate, explain } from "tiercut";
 * import { ruleset } from "tiercut/hainan-unicom-2003";
 *
 * const star = evaluate(compile(ruleset), "star", { monthlyMobileRevenue: 50000 });
 * explain(star, { lang: "zh" }).startsWith("集团分级"); // true
 * ```
 */
export function explain(result: Result, options: { readonly lang?: Language } = {}): string {
  const lang = options?.lang ?? "en";
  if (typeof result?.decision !== "string") {
    throw new TiercutError("`explain` takes a result: hand in what `evaluate` gave");
  }
  if (lang !== "zh" && lang !== "en") {
    throw new TiercutError(`\`explain\` has no language ${quote(lang)}: give "zh" or "en"`);
  }
  const head = `${result.label[lang]}: ${outcomeIn(result, lang)}`;
  const reasons = result.reasons.map((r) => `  - ${reasonIn(r, lang)}`);
  return [head, ...reasons, ...missingIn(result, lang)].join("\n");
}

function outcomeIn(result: Result, lang: Language): string {
  if (result.status === "undetermined") return words.undetermined[lang];
  const [only, ...more] = result.outputs;
  if (only && more.length === 0) return toldIn(only, lang);
  return result.outputs
    .map((o) => `${o.label[lang]} ${toldIn(o, lang)}`)
    .join(lang === "zh" ? "，" : ", ");
}

/** A value with its term or unit: `five-star group (5)`, `0.9`, `2 persons`. */
function toldIn(told: Pick<Output, "outcome" | "term" | "unit">, lang: Language): string {
  const { outcome, term, unit } = told;
  if (outcome === undefined) return words.unknown[lang];
  if (term) return term[lang] === outcome ? term[lang] : `${term[lang]} (${String(outcome)})`;
  const value = show(outcome, lang);
  return unit && typeof outcome === "number" ? `${value} ${unit[lang]}` : value;
}

function reasonIn(reason: Reason, lang: Language): string {
  const cited = reason.citation ? ` [${reason.citation.rule} ${reason.citation.clause}]` : "";
  const because = reason.because.map((e) => evidenceIn(e, lang)).join("; ");
  const next = reason.next ? `; ${nextIn(reason.next, lang)}` : "";
  const outcome = toldIn(reason, lang);
  return `${reason.label[lang]}: ${outcome}${cited}${because ? ` — ${because}` : ""}${next}`;
}

function nextIn({ outcome, comparator, from, lacks }: NextStep, lang: Language): string {
  const over = comparator === ">" ? words.moreThan[lang] : "";
  return `${words.next[lang]} ${show(outcome, lang)} (${comparator} ${from}): ${words.lacks[lang]}${over} ${lacks}`;
}

function evidenceIn(evidence: Evidence, lang: Language): string {
  const { terms, leftOut, holds } = evidence;
  const term = (value: unknown) => terms?.[String(value)]?.[lang] ?? show(value, lang);
  const value = evidence.value === undefined ? words.unknown[lang] : term(evidence.value);
  const tests = evidence.tests.map((t) => `${t.comparator} ${term(t.value)}`);
  const among = evidence.among
    ? [`${words.among[lang]} ${evidence.among.map(term).join(" / ")}`]
    : [];
  const failed = holds === false ? `${words.not[lang]} ` : "";
  const left = leftOut ? [`${leftOut} ${words.leftOut[lang]}`] : [];
  const tested = [...[...tests, ...among].map((t) => failed + t), ...left].join(", ");
  return `${evidence.label[lang]} ${value}${tested ? ` (${tested})` : ""}`;
}

function missingIn(result: Result, lang: Language): readonly string[] {
  const cause = result.status === "undetermined" ? result.cause : undefined;
  if (cause) return [`  ${causes[cause][lang]}`];
  if (result.missing.length === 0) return [];
  return [`  ${words.missing[lang]}${result.missing.join(", ")}`];
}

function show(value: unknown, lang: Language): string {
  if (value === true) return words.yes[lang];
  if (value === false) return words.no[lang];
  return Array.isArray(value) ? value.join(", ") || "—" : String(value);
}
