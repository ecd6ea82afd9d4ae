import type { Text } from "../../ruleset/text.ts";

/*
 * The keys of the language in a policy owner's words. Longer than most files: it is a list.
 */

/** Keys that only hold what stands in them: a place is told without them. */
export const silent: ReadonlySet<string> = new Set(
  (
    "facts parameters decisions subjects notes bands rows dimensions indicators parts items " +
    "sections conditions inputs outputs classes cases values readings score scoring default when " +
    "then exactly all any not sum product difference minimum maximum need each"
  ).split(" "),
);

/** What an entry without a label is called, by what it stands in. */
export const nouns: Readonly<Record<string, Text>> = {
  bands: { zh: "档", en: "band" },
  exactly: { zh: "单独取值", en: "single value" },
  rows: { zh: "行", en: "row" },
  classes: { zh: "类", en: "class" },
  outcomes: { zh: "结果", en: "outcome" },
  readings: { zh: "解读", en: "reading" },
  values: { zh: "取值", en: "value" },
  cases: { zh: "解读", en: "reading" },
};

/** What a key says of what it stands in. */
export const keys: Readonly<Record<string, Text>> = {
  from: { zh: "起点", en: "begins at" },
  outcome: { zh: "结果", en: "gives" },
  maximum: { zh: "满分", en: "maximum" },
  minimum: { zh: "至少", en: "at least" },
  points: { zh: "分值", en: "points" },
  closed: { zh: "边界归属", en: "to which side an edge belongs" },
  input: { zh: "分档依据", en: "what is cut into bands" },
  value: { zh: "取值", en: "value" },
  exactly: { zh: "单独规定的取值", en: "single values treated apart" },
  share: { zh: "占比", en: "share" },
  count: { zh: "名额", en: "places" },
  partition: { zh: "分区", en: "partition" },
  unknown: { zh: "取值未知的对象", en: "those whose value is unknown" },
  eligible: { zh: "参加排名的条件", en: "who is ranked" },
  otherwise: { zh: "其余情形", en: "otherwise" },
  order: { zh: "次序", en: "order" },
  by: { zh: "依据", en: "by" },
  scheme: { zh: "名额算法", en: "how shares become places" },
  tie: { zh: "并列时", en: "those who are level" },
  tieBreak: { zh: "并列时的依据", en: "what settles a tie" },
  barred: { zh: "受限者", en: "who is barred" },
  rounding: { zh: "舍入", en: "rounding" },
  scale: { zh: "小数位数", en: "decimals" },
  min: { zh: "可取的最小值", en: "least it can be" },
  max: { zh: "可取的最大值", en: "most it can be" },
  dated: { zh: "按日期的取值", en: "value by date" },
  change: { zh: "可改动的范围", en: "what a variant may change" },
  implements: { zh: "所守约定", en: "contract" },
  monotone: { zh: "应有的升降", en: "which way it should go" },
  kind: { zh: "种类", en: "kind" },
  type: { zh: "类型", en: "type" },
  method: { zh: "方法", en: "method" },
  subject: { zh: "对象", en: "subject" },
  subjects: { zh: "所属对象", en: "subjects" },
  hitPolicy: { zh: "几行同时符合时", en: "where several rows match" },
  collect: { zh: "汇总方式", en: "how rows are collected" },
  outcomes: { zh: "结果名称", en: "terms of the outcomes" },
  label: { zh: "名称", en: "name" },
  unit: { zh: "单位", en: "unit" },
  note: { zh: "说明", en: "note" },
  notes: { zh: "说明", en: "notes" },
  citation: { zh: "出处", en: "source" },
  rule: { zh: "规则编号", en: "rule" },
  clause: { zh: "条款", en: "clause" },
  question: { zh: "问题", en: "question" },
  why: { zh: "理由", en: "why" },
  aliases: { zh: "别名", en: "other column headings" },
  title: { zh: "文件标题", en: "title" },
  issuer: { zh: "发文单位", en: "issuer" },
  issued: { zh: "发布时间", en: "issued" },
  source: { zh: "所依据的文件", en: "written policy" },
  effective: { zh: "有效期", en: "in force" },
  to: { zh: "止", en: "to" },
  definition: { zh: "分位数定义", en: "definition of the quantile" },
  rate: { zh: "比率", en: "rate" },
  gate: { zh: "门槛", en: "gate" },
  atGate: { zh: "恰好等于门槛时", en: "exactly at the gate" },
  proportion: { zh: "比例算法", en: "proportion" },
  measure: { zh: "比较的数", en: "what is compared" },
  over: { zh: "比较范围", en: "among" },
  lowest: { zh: "最低分", en: "lowest points" },
  allEqual: { zh: "全部相同时", en: "where all are equal" },
  free: { zh: "免扣线", en: "no deduction from" },
  floor: { zh: "总分下限", en: "least total" },
  of: { zh: "基数", en: "of" },
  per: { zh: "每", en: "one for every" },
  have: { zh: "现有", en: "what there is" },
  sense: { zh: "下限或上限", en: "least or most" },
  applies: { zh: "适用条件", en: "when it is asked for" },
  step: { zh: "下一步", en: "next step" },
  done: { zh: "完成后", en: "once all is met" },
  route: { zh: "经办顺序", en: "route" },
  silenced: { zh: "已接受的警告", en: "accepted warnings" },
  conditions: { zh: "条件", en: "condition" },
  when: { zh: "条件", en: "condition" },
  score: { zh: "得分方式", en: "how it scores" },
  scoring: { zh: "计分方式", en: "how it scores" },
  need: { zh: "需要", en: "need" },
  default: { zh: "取值", en: "value" },
};
