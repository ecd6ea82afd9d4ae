import type { WarningCode } from "../ruleset/codes.ts";
import { catalogue } from "../ruleset/diagnostics.ts";
import type { Entry } from "../ruleset/messages/entry.ts";
import { han } from "../ruleset/phrase.ts";

/** What analysis finds; what lies between documents is told where they are resolved. */
type Analysed = Exclude<WarningCode, "dates-gap" | "dates-overlap" | "later-base-value">;

const entries: Readonly<Record<Analysed, Entry>> = {
  "unreachable-band": {
    severity: "warning",
    en: (w) => ({
      message: `no account can ever come into the band \`${w.band}\`: ${w.why}`,
      help: "move its `from`, take the band out, or correct the range of what is cut",
    }),
    zh: (w) => ({
      message: han`任何客户都不会落入 \`${w.band}\` 档：${w.why}`,
      help: "改它的 `from`，或删去这一档，或更正所分数值的范围",
    }),
  },
  "unreachable-row": {
    severity: "warning",
    en: (w) => ({
      message: `the row \`${w.row}\` never decides anything: ${w.why}`,
      help: "take it out, widen its cells, or put it before the rows that come first",
    }),
    zh: (w) => ({
      message: han`\`${w.row}\` 行永远不起作用：${w.why}`,
      help: "删去该行，或放宽它的条件，或排到先于它的行之前",
    }),
  },
  "unreachable-case": {
    severity: "warning",
    en: (w) => ({
      message: `the case \`${w.name}\` is never taken: it never holds where no earlier one does`,
      help: "take it out, or put it before the cases that come first",
    }),
    zh: (w) => ({
      message: han`\`${w.name}\` 这一种情形永远取不到：它成立时，前面的必有一种已成立`,
      help: "删去它，或排到前面的情形之前",
    }),
  },
  "constant-rule": {
    severity: "warning",
    en: (w) => ({
      message: `this condition is ${w.always}, whatever the account`,
      help: "correct the value it is held against, or take the condition out",
    }),
    zh: (w) => ({
      message: han`这一条件${w.always}，不论什么客户`,
      help: "更正用来比较的数值，或删去这一条件",
    }),
  },
  "table-gap": {
    severity: "warning",
    en: (w) => ({
      message: `no row of the table covers ${w.where}, for example ${w.account}`,
      help: "add a row for it, close the range beside it, or say in `otherwise` what holds there",
    }),
    zh: (w) => ({
      message: han`表中没有一行包括${w.where}，例如${w.account}`,
      help: "补一行，或把相邻的范围改为含端点，或在 `otherwise` 中写明如何处理",
    }),
  },
  "table-overlap": {
    severity: "warning",
    en: (w) => ({
      message: `the rows \`${w.first}\` and \`${w.second}\` both match ${w.where}, for example ${w.account}${w.settled}`,
      help: "narrow one of the two rows, or choose a hit policy that says which of them counts; if it is meant, say why in `silenced`",
    }),
    zh: (w) => ({
      message: han`\`${w.first}\` 行与 \`${w.second}\` 行同时符合${w.where}，例如${w.account}${w.settled}`,
      help: "把其中一行的条件收窄，或改用能说明以哪一行为准的命中策略；如属有意，请在 `silenced` 中写明理由",
    }),
  },
  "maximum-unreached": {
    severity: "warning",
    en: (w) => ({
      message: `at most ${w.most} of the ${w.maximum} points of \`${w.name}\` can ever be reached`,
      help: "give the highest band or row all its points, or lower the maximum",
    }),
    zh: (w) => ({
      message: han`\`${w.name}\` 满分${w.maximum}分，最多只能得到${w.most}分`,
      help: "让最高一档得满分，或调低满分",
    }),
  },
  "not-monotone": {
    severity: "warning",
    en: (w) => ({
      message: `\`${w.decision}\` should ${w.expected} when ${w.fact} rises, but it does: ${w.before}, and ${w.after}`,
      help: "correct the points or the bands between these two accounts, or take the promise out of `monotone`",
    }),
    zh: (w) => ({
      message: han`${w.fact}上升时，\`${w.decision}\` 本应${w.expected}，实际并非如此：${w.before}，而${w.after}`,
      help: "更正这两个客户之间的分值或分档，或从 `monotone` 中去掉这一要求",
    }),
  },
  "unused-fact": {
    severity: "warning",
    en: (w) => ({
      message: `the fact \`${w.name}\` is declared, and no decision uses it`,
      help: "use it, or take it out: every fact declared is a column somebody has to fill",
    }),
    zh: (w) => ({
      message: han`事实 \`${w.name}\` 已声明，但没有任何判定用到它`,
      help: "用上它，或删去：每声明一个事实，就有人要填一列数据",
    }),
  },
  "unused-parameter": {
    severity: "warning",
    en: (w) => ({
      message: `the parameter \`${w.name}\` is declared, and no decision uses it: setting it changes nothing`,
      help: "use it where its value now stands written out, or take it out",
    }),
    zh: (w) => ({
      message: han`参数 \`${w.name}\` 已声明，但没有任何判定用到它，设了也不起作用`,
      help: "在写死该数值的地方改用它，或删去",
    }),
  },
  "unused-condition": {
    severity: "warning",
    en: (w) => ({
      message: `the condition \`${w.name}\` is declared, and its decision does not use it`,
      help: "use it by `condition`, or take it out",
    }),
    zh: (w) => ({
      message: han`条件 \`${w.name}\` 已声明，但所在的判定没有用到它`,
      help: "用 `condition` 引用它，或删去",
    }),
  },
  "own-facts": {
    severity: "note",
    en: (w) => ({
      message: `\`${w.decision}\` needs facts that no other decision has: ${w.facts}`,
      help: "nothing is wrong; who runs this decision must supply these besides what the others need",
    }),
    zh: (w) => ({
      message: han`\`${w.decision}\` 需要其他判定都不用的事实：${w.facts}`,
      help: "这不是错误；运行该判定时，除其他判定所需外还须提供这些数据",
    }),
  },
  "dates-idle": {
    severity: "warning",
    en: (w) => ({
      message: `the value of \`${w.name}\` from ${w.day} on is never in force: ${w.why}`,
      help: "correct the day, or take the value out",
    }),
    zh: (w) => ({
      message: han`\`${w.name}\` 自${w.day}起的取值永远不会生效：${w.why}`,
      help: "更正日期，或删去这一取值",
    }),
  },
  "unused-silence": {
    severity: "warning",
    en: (w) => ({
      message: `\`${w.name}\` silences \`${w.code}\` at \`${w.at}\`, and there is no such warning`,
      help: "take it out: what it was for is mended, or its place is misspelt",
    }),
    zh: (w) => ({
      message: han`\`${w.name}\` 要在 \`${w.at}\` 处不再提示 \`${w.code}\`，但那里没有这一提示`,
      help: "删去：问题已经改好，或位置写错了",
    }),
  },
  "not-analysed": {
    severity: "note",
    en: (w) => ({
      message: `${w.what} could not be checked in full: ${w.why}`,
      help: "what was found is right, but more may be there; check the cases in question by hand",
    }),
    zh: (w) => ({
      message: han`${w.what}未能全部检查：${w.why}`,
      help: "已查出的都属实，但可能还有；请人工核对有关情形",
    }),
  },
};

/** Makes a warning or a note. */
export const warn = catalogue<Analysed>(entries);
