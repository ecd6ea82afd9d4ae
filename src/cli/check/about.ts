/*
 * Longer than most files: one sentence for each code, in both languages, so that none is forgotten.
 */

import type { Code } from "../../ruleset/codes.ts";
import type { Text } from "../../ruleset/text.ts";
import { warnings } from "../../ruleset/warnings.ts";

/** What each code is about. */
export const about: Readonly<Record<Code, Text>> = {
  "json-syntax": { zh: "文本不是 JSON", en: "the text is not JSON" },
  "byte-order-mark": {
    zh: "文本以字节顺序标记（BOM）开头",
    en: "the text begins with a byte-order mark",
  },
  "bad-text": { zh: "文本中有半个字符", en: "a text holds half a character" },
  "bad-number": { zh: "数字太大，无法表示", en: "a number is too large to be one" },
  "duplicate-key": { zh: "同一对象中一个键出现两次", en: "a key stands twice in one object" },
  "too-large": { zh: "规则集超过大小上限", en: "the ruleset is over a limit of size" },
  "forbidden-key": { zh: "键名不允许使用", en: "a key has a name that is not allowed" },
  "unknown-key": { zh: "键在此处没有意义", en: "a key means nothing where it stands" },
  "missing-key": { zh: "缺少必需的键", en: "a key that must be there is missing" },
  "wrong-type": { zh: "值的类型不对", en: "a value is of the wrong type" },
  "bad-value": { zh: "值不在允许的取值之中", en: "a value is not among those allowed" },
  "bad-name": { zh: "名称的写法不对", en: "a name does not have the form needed" },
  "out-of-bounds": { zh: "值超出范围", en: "a value is outside its bounds" },
  "empty-group": { zh: "必须有条目的地方是空的", en: "what must have entries has none" },
  "duplicate-alias": { zh: "一个名称指两样东西", en: "one heading or term means two things" },
  "unknown-subject": { zh: "没有这个对象", en: "a subject is not declared" },
  "unknown-fact": { zh: "没有声明这个事实", en: "a fact is used and not declared" },
  "unknown-parameter": { zh: "没有声明这个参数", en: "a parameter is used and not declared" },
  "unknown-reading": { zh: "参数没有这个读法", en: "a parameter has no such reading" },
  "missing-reading": { zh: "有一个读法没有写出情形", en: "a reading has no case" },
  "unknown-decision": { zh: "没有这个判定", en: "a decision is used and not declared" },
  "unknown-part": { zh: "判定没有这个组成部分", en: "a decision has no such part" },
  "unknown-condition": { zh: "判定没有这个条件", en: "a decision has no such condition" },
  "unknown-outcome": { zh: "结果没有声明", en: "an outcome is not declared" },
  "order-mismatch": { zh: "`order` 与条目不一致", en: "`order` and the entries differ" },
  cycle: { zh: "引用绕回自身", en: "something depends on itself" },
  "type-mismatch": { zh: "此处需要另一种值", en: "another type of value is needed here" },
  "other-subject": { zh: "用到了另一个对象的内容", en: "what is used is about another subject" },
  "mixed-populations": {
    zh: "一个判定需要两个全体",
    en: "a decision needs to be fitted to two populations",
  },
  "lowest-band": { zh: "最低一档不是恰好一个", en: "not exactly one band is the lowest" },
  "duplicate-band": { zh: "两档起点相同", en: "two bands begin alike" },
  "share-sum": { zh: "占比之和不是 1", en: "shares do not add up to 1" },
  "duplicate-part": { zh: "两个组成部分同名", en: "two parts have one name" },
  "rest-class": {
    zh: "不是最后一类，却没有占比或名额",
    en: "a class that is not the last has neither share nor count",
  },
  "over-maximum": { zh: "得分超过上限", en: "points are over their maximum" },
  "maximum-sum": { zh: "各上限之和与总上限不符", en: "maxima do not add up to the one stated" },
  inexact: { zh: "数值位数超过可精确保存的位数", en: "a value may have more digits than are kept" },
  "unknown-base": { zh: "找不到所依据的规则集", en: "the base of a variant is not found" },
  "base-version": {
    zh: "没有符合版本范围的规则集",
    en: "no version of the base is in the range stated",
  },
  "extends-cycle": { zh: "`extends` 绕回自身", en: "variants extend one another in a circle" },
  "extends-depth": { zh: "`extends` 层数过多", en: "the chain of variants is too long" },
  "not-a-base": {
    zh: "改动之处在所依据的规则集中不存在",
    en: "a variant changes what its base does not have",
  },
  "taken-away": {
    zh: "删去了别处要用的内容",
    en: "a variant takes out what something else needs",
  },
  "not-open": { zh: "改动了不允许改动之处", en: "a variant changes what is fixed" },
  "bound-broken": {
    zh: "改动超出所依据的规则集允许的范围",
    en: "a variant breaks a bound its base has set",
  },
  "contract-broken": {
    zh: "判定不再符合约定的形式",
    en: "a decision no longer keeps its contract",
  },
  "outcome-changed": {
    zh: "改动了判定结果的类型",
    en: "a variant changes the type of an outcome",
  },
  "not-in-force": { zh: "在该日期没有生效的版本", en: "no document is in force on the date" },
  "several-in-force": {
    zh: "在该日期有多个生效的版本",
    en: "several documents are in force on the date",
  },
  ...warnings,
};
