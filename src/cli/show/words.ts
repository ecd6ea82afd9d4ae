import type { Citation, Language, Text } from "../../ruleset/text.ts";

const words = {
  facts: { zh: "事实", en: "facts" },
  parameters: { zh: "参数", en: "parameters" },
  decisions: { zh: "判定", en: "decisions" },
  subjects: { zh: "对象", en: "subjects" },
  notes: { zh: "说明", en: "notes" },
  about: { zh: "对象", en: "about" },
  kind: { zh: "种类", en: "kind" },
  type: { zh: "类型", en: "type" },
  unit: { zh: "单位", en: "unit" },
  decimals: { zh: "小数位", en: "decimals" },
  range: { zh: "范围", en: "range" },
  values: { zh: "取值", en: "values" },
  aliases: { zh: "别名", en: "also called" },
  default: { zh: "默认", en: "default" },
  noDefault: { zh: "无，须先设定", en: "none, must be set" },
  question: { zh: "问题", en: "question" },
  readings: { zh: "读法", en: "readings" },
  why: { zh: "理由", en: "why" },
  source: { zh: "依据", en: "source" },
  note: { zh: "备注", en: "note" },
  outcome: { zh: "结果", en: "outcome" },
  parts: { zh: "组成", en: "parts" },
  reads: { zh: "用到的事实", en: "facts it reads" },
  unset: { zh: "须先设定", en: "can be run once these are set" },
  population: { zh: "需要全体", en: "needs the population of" },
} satisfies Record<string, Text>;

/** A word of the listing in a language. */
export const word = (name: keyof typeof words, lang: Language) => words[name][lang];

/** One line of a listing: what it is, and what stands there; nothing where there is nothing. */
export function line(
  name: keyof typeof words,
  value: string | undefined,
  lang: Language,
): readonly string[] {
  return value === undefined || value === "" ? [] : [`  ${words[name][lang]}: ${value}`];
}

/** A citation as `[rule clause]`. */
export function cited(citation: Citation | undefined): string {
  return citation ? ` [${citation.rule} ${citation.clause}]` : "";
}
