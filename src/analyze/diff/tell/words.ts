import type { Language } from "../../../ruleset/text.ts";
import type { DecisionDifference } from "../difference.ts";

/*
 * The sentences around what a comparison found, in both languages.
 */

type Status = DecisionDifference["status"];

/** Counts things: `1 region`, `2 regions`. */
const count = (n: number, thing: string) => `${n} ${thing}${n === 1 ? "" : "s"}`;

const english = {
  changed: (n: number) => `changed in the text: ${count(n, "place")}`,
  unchanged: "nothing is changed in the text",
  idle: (n: number) =>
    `without effect on any account (wording, sources, order): ${count(n, "place")}`,
  added: "new",
  removed: "taken out",
  moved: "only moved or renamed",
  otherLanguage: "the Chinese wording is another",
  same: (names: string) => `no account can be decided differently (proven): ${names}`,
  differs: (n: number) => `differs in ${count(n, "region")}`,
  differsOpen: (n: number) => `differs in at least ${count(n, "region")}`,
  unknownOnly: "differs only where a fact is unknown",
  sum: (n: number) =>
    n === 1
      ? "differs where this part does, all else in it being known"
      : `differs where the sum of these ${n} parts does, all else in it being known`,
  parts: (n: number) => `these ${n === 1 ? "part differs" : `${n} parts differ`}`,
  partsOnly: "comes to the same for every account (proven), but these parts of it differ",
  whole: "the whole, ",
  onDay: (day: string) => ` on ${day}`,
  own: "what is changed in it:",
  example: "for example ",
  unknown: (n: number) => `where a fact is unknown, ${count(n, "more region")}:`,
  in: (n: number) => `in ${count(n, "region")}`,
  number: "a number",
  through: (names: string) => `rests on what differs itself: ${names}`,
  partial: "not all is listed: ",
  colon: ": ",
  comma: ", ",
  arrow: " → ",
  name: (label: string, name: string) => (label === name ? label : `${label} (${name})`),
};

const chinese: typeof english = {
  changed: (n) => `文字改动：${n} 处`,
  unchanged: "文字没有改动",
  idle: (n) => `对任何客户都没有影响的改动（措辞、出处、次序）：${n} 处`,
  added: "新增",
  removed: "删去",
  moved: "只是移动或改名",
  otherLanguage: "英文措辞有改动",
  same: (names) => `任何客户的判定都不会不同（已证明）：${names}`,
  differs: (n) => `${n} 个区域不同`,
  differsOpen: (n) => `至少 ${n} 个区域不同`,
  unknownOnly: "只在有事实未知时不同",
  sum: (n) =>
    n === 1
      ? "其余各项均已知时，随以下组成部分而不同"
      : `其余各项均已知时，随以下 ${n} 个组成部分之和而不同`,
  parts: (n) => `以下 ${n} 个组成部分不同`,
  partsOnly: "对任何客户结果都相同（已证明），但以下组成部分不同",
  whole: "整体",
  onDay: (day) => `（按 ${day}）`,
  own: "其中的改动：",
  example: "例如：",
  unknown: (n) => `有事实未知时，另有 ${n} 个区域：`,
  in: (n) => `${n} 个区域`,
  number: "某个数值",
  through: (names) => `所依据的判定也不同：${names}`,
  partial: "未能全部列出：",
  colon: "：",
  comma: "，",
  arrow: " → ",
  name: (label, name) => (label === name ? label : `${label}（${name}）`),
};

export type Frame = typeof english;

/** The words of a comparison in each language. */
export const frames: Readonly<Record<Language, Frame>> = { en: english, zh: chinese };

/** What became of a decision where no regions are to be told; one entry for each status. */
export const statuses: Readonly<Record<Status, Readonly<Record<Language, string>>>> = {
  same: { zh: "相同", en: "the same" },
  different: { zh: "不同", en: "differs" },
  undecided: { zh: "未能确定是否不同", en: "it could not be settled whether it differs" },
  added: { zh: "新增的判定", en: "a new decision" },
  removed: { zh: "这一判定已删去", en: "the decision is taken out" },
  runnable: {
    zh: "所需参数已设定，现在可以判定",
    en: "can be decided now: the parameters it needs are set",
  },
  "not-runnable": {
    zh: "所需参数不再设定，不能再判定",
    en: "can't be decided any more: parameters it needs are no longer set",
  },
  unset: {
    zh: "所需参数在两者中都未设定，均不能判定",
    en: "can be decided in neither: parameters it needs are not set",
  },
  "not-comparable": {
    zh: "两者判定的对象或结果的种类不同，无法逐一比较",
    en: "the two are about different subjects, or come to different kinds of value",
  },
};
