import { han } from "../phrase.ts";
import { type Entry, near } from "./entry.ts";

/** Faults of the text, and of the form of what it says. */
export const form = {
  "too-large": {
    en: (w) => ({
      message: `the ruleset has ${w.size} ${w.what}, over the limit of ${w.limit}`,
      help: "split the ruleset, or leave out what no decision uses",
    }),
    zh: (w) => ({
      message: han`规则集有${w.size} ${w.what}，上限是 ${w.limit}`,
      help: "拆分规则集，或删去没有判定用到的内容",
    }),
  },
  "unknown-key": {
    en: (w) => ({ message: `the key \`${w.key}\` means nothing here`, help: near.en(w) }),
    zh: (w) => ({ message: `字段 \`${w.key}\` 在这里没有意义`, help: near.zh(w) }),
  },
  "missing-key": {
    en: (w) => ({
      message: `the key \`${w.key}\` is missing`,
      help: `add \`${w.key}\`: ${w.expected}`,
    }),
    zh: (w) => ({ message: `缺少字段 \`${w.key}\``, help: `补上 \`${w.key}\`：${w.expected}` }),
  },
  "bad-value": {
    en: (w) => ({
      message: `\`${w.value}\` is not one of the values allowed here`,
      help: near.en(w),
    }),
    zh: (w) => ({ message: `\`${w.value}\` 不是这里允许的取值`, help: near.zh(w) }),
  },
  "empty-group": {
    en: (w) => ({
      message: `\`${w.key}\` has no entry`,
      help: "give it at least one entry: an empty group would decide every account alike",
    }),
    zh: (w) => ({
      message: `\`${w.key}\` 里一项也没有`,
      help: "至少写一项：空着会让所有客户得到同样的结果",
    }),
  },
} satisfies Readonly<Record<string, Entry>>;
