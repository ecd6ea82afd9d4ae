import type { WarningCode } from "./codes.ts";
import type { Text } from "./text.ts";

/** What each warning is about: told where warnings are listed, and where one is silenced. */
export const warnings: Readonly<Record<WarningCode, Text>> = {
  "unreachable-band": { zh: "有一档永远达不到", en: "a band can never be reached" },
  "unreachable-row": { zh: "表中有一行永远达不到", en: "a row of a table can never be reached" },
  "unreachable-case": { zh: "有一种情形永远达不到", en: "a case can never be reached" },
  "constant-rule": { zh: "规则的结果总是一样", en: "a rule always comes out the same" },
  "table-gap": { zh: "表中有遗漏", en: "a table has a gap" },
  "table-overlap": { zh: "表中有重叠", en: "rows of a table overlap" },
  "maximum-unreached": { zh: "上限永远达不到", en: "a maximum can never be reached" },
  "not-monotone": {
    zh: "应当使得分上升的事实上升时，得分可能下降",
    en: "an outcome can move against a fact that is declared to move it",
  },
  "unused-fact": { zh: "声明的事实没有用到", en: "a fact is declared and never used" },
  "unused-parameter": {
    zh: "声明的参数没有用到",
    en: "a parameter is declared and never used",
  },
  "unused-condition": {
    zh: "命名的条件没有用到",
    en: "a named condition is never used",
  },
  "own-facts": {
    zh: "判定需要其他判定都不用的事实",
    en: "a decision needs facts that no other decision has",
  },
  "dates-gap": { zh: "生效日期有空档", en: "there are days on which no document is in force" },
  "dates-overlap": {
    zh: "生效日期有重叠",
    en: "there are days on which several documents are in force",
  },
  "dates-idle": { zh: "有一个按日期的值从不生效", en: "a dated value is never in force" },
  "later-base-value": {
    zh: "所依据的规则集有更晚生效的值",
    en: "the base has a value from a later day than the variant's",
  },
  "unused-silence": { zh: "静默的警告并不存在", en: "a warning is silenced that is not there" },
  "not-analysed": { zh: "分析不完整", en: "the analysis is partial" },
};
