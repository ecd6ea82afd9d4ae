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
  change: { zh: "地方可改", en: "a variant may change" },
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
  bands: { zh: "分档", en: "bands" },
  lower: { zh: "每档含下限", en: "each with its lower bound in it" },
  upper: { zh: "每档含上限", en: "each with its upper bound in it" },
  classes: { zh: "类别", en: "classes" },
  by: { zh: "分组：", en: "by" },
  whole: { zh: "不分组", en: "the whole population" },
  share: { zh: "占比", en: "share" },
  places: { zh: "名额", en: "places" },
  minimum: { zh: "至少", en: "at least" },
  rest: { zh: "其余", en: "the rest" },
  governed: { zh: "用到的参数", en: "parameters it reads" },
  built: { zh: "依据", en: "built on" },
  else: { zh: "其余", en: "all else" },
  dated: { zh: "自某日起", en: "from a day on" },
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

/** Lines under a heading; nothing where there are none. */
export function section(head: string, lines: readonly string[]): readonly string[] {
  return lines.length > 0 ? [`${head}:`, ...lines] : [];
}

/** A citation as `[rule clause]`. */
export function cited(citation: Citation | undefined): string {
  return citation ? ` [${citation.rule} ${citation.clause}]` : "";
}
