import { catalogue } from "../../ruleset/diagnostics.ts";
import type { Entry } from "../../ruleset/messages/entry.ts";
import { xml } from "../xml/messages.ts";
import { values } from "./messages/values.ts";

/** Why a file, a scorecard or one of its conditions can't be carried over. */
const card = {
  "not-pmml": {
    en: (w) => ({
      message: `the file is no PMML: its outermost element is \`${w.name}\``,
      help: "hand in a file whose outermost element is `PMML`",
    }),
    zh: (w) => ({
      message: `文件不是 PMML：最外层的元素是 \`${w.name}\``,
      help: "请给出最外层元素为 `PMML` 的文件",
    }),
  },
  "no-scorecard": {
    en: () => ({
      message: "the file has no scorecard",
      help: "only `Scorecard` is read: a score that is learned has no clause to cite",
    }),
    zh: () => ({
      message: "文件里没有评分卡",
      help: "只读取 `Scorecard`：由数据训练出来的得分没有条款可引",
    }),
  },
  "other-model": {
    en: (w) => ({
      message: `\`${w.name}\` is no scorecard, and was left out`,
      help: "only `Scorecard` is read: write the rule that is meant into the ruleset",
    }),
    zh: (w) => ({
      message: `\`${w.name}\` 不是评分卡，没有读入`,
      help: "只读取 `Scorecard`：把要用的规则写进规则集",
    }),
  },
  unread: {
    en: (w) => ({
      message: `\`${w.what}\` is not known here, so the scorecard was left out: what it changes is not known either`,
      help: "take it out if the score is the same without it",
    }),
    zh: (w) => ({
      message: `这里不认识 \`${w.what}\`，不知道它会改变什么，所以整张评分卡没有读入`,
      help: "如果没有它得分也一样，就把它删去",
    }),
  },
  "not-scorable": {
    en: () => ({
      message: "the scorecard says of itself that it must not be used to score",
      help: "hand in the one that is in use",
    }),
    zh: () => ({ message: "这张评分卡注明不得用于评分", help: "请给出正在使用的那一张" }),
  },
  rescored: {
    en: (w) => ({
      message: `\`${w.what}\` changes the score after it is added up, which a scorecard of a ruleset does not`,
      help: "write the change as a decision of its own, of the kind `formula`",
    }),
    zh: (w) => ({
      message: `\`${w.what}\` 在得分相加之后再改动得分，规则集的评分卡不这样做`,
      help: "把这一改动另写成一个 `formula` 判定",
    }),
  },
  "bad-predicate": {
    en: (w) => ({
      message: `\`${w.what}\` is no condition that can be carried over`,
      help: "write the attribute with `SimplePredicate`, `SimpleSetPredicate`, and `and`, `or` or `xor` of them",
    }),
    zh: (w) => ({
      message: `\`${w.what}\` 这种条件不能读入`,
      help: "用 `SimplePredicate`、`SimpleSetPredicate` 以及它们的 `and`、`or`、`xor` 来写",
    }),
  },
  surrogate: {
    en: () => ({
      message:
        "`surrogate` takes another field where the first is missing: here an unknown value stays unknown",
      help: "say with `isMissing` what a missing value is worth",
    }),
    zh: () => ({
      message: "`surrogate` 在前一字段缺失时改用另一字段：这里未知就是未知",
      help: "用 `isMissing` 写明缺失时得多少分",
    }),
  },
  empty: {
    en: () => ({
      message: "the scorecard has no characteristic that could be read",
      help: "hand in one that has",
    }),
    zh: () => ({ message: "评分卡里没有能读入的特征", help: "请给出有特征的评分卡" }),
  },
  "no-points": {
    en: () => ({
      message: "the attribute does not state its points as one number",
      help: "write them into `partialScore`: points that are computed are not carried over",
    }),
    zh: () => ({
      message: "这个属性没有用一个数写明得分",
      help: "写进 `partialScore`：算出来的得分不读入",
    }),
  },
  "no-baseline": {
    severity: "warning",
    en: (w) => ({
      message: `\`${w.name}\` states no \`baselineScore\`, so how far it falls short of it was left out`,
      help: 'state it, or `useReasonCodes="false"`',
    }),
    zh: (w) => ({
      message: `\`${w.name}\` 没有写 \`baselineScore\`，所以没有读入它差多少分`,
      help: '写上它，或写 `useReasonCodes="false"`',
    }),
  },
  "other-output": {
    severity: "warning",
    en: (w) => ({
      message: `the output \`${w.name}\` is neither the score nor a reason code, and was left out`,
      help: "write it as a decision of its own",
    }),
    zh: (w) => ({
      message: `输出 \`${w.name}\` 既不是得分也不是原因代码，没有读入`,
      help: "把它另写成一个判定",
    }),
  },
} satisfies Readonly<Record<string, Entry>>;

const messages = { ...xml, ...card, ...values };

/** Why something of a PMML file was left out, or carried over with a difference. */
export type PmmlCode = keyof typeof messages;

/** Makes the refusal of something in a PMML file. */
export const make = /* @__PURE__ */ catalogue<PmmlCode>(messages);
