import type { VariantCode } from "../../ruleset/codes.ts";
import { catalogue } from "../../ruleset/diagnostics.ts";
import type { Entry, Spoken } from "../../ruleset/messages/entry.ts";
import { near } from "../../ruleset/messages/entry.ts";
import { han } from "../../ruleset/phrase.ts";

/*
 * What a policy owner is told of a variant: what lies between it and its base, in both languages. A
 * file of its own, long because it is a catalogue: who only compiles does not carry it.
 */

const unread = {
  en: (w: Spoken) => (w.unread ? `; ${w.unread} of the documents given can't be read` : ""),
  zh: (w: Spoken) => (w.unread ? `；另有 ${w.unread} 份文件无法读取` : ""),
};

/** What stands in the way of finding the documents that a variant is made of. */
const chain = {
  "unknown-base": {
    en: (w) => ({
      message: `no ruleset called \`${w.name}\` is among the documents given`,
      help: (w.given ? near.en(w) : "give the file of that ruleset too") + unread.en(w),
    }),
    zh: (w) => ({
      message: `给出的文件里没有叫 \`${w.name}\` 的规则集`,
      help: (w.given ? near.zh(w) : "把那个规则集的文件一并给出") + unread.zh(w),
    }),
  },
  "base-version": {
    en: (w) =>
      w.twice
        ? {
            message: `two documents given are both \`${w.name} ${w.twice}\`, and they differ`,
            help: "keep one of the two, or give one of them a version of its own",
          }
        : {
            message: `no version of \`${w.name}\` that was given lies in \`${w.range}\``,
            help: `write one of those given, ${w.versions}, or a range that one of them lies in, such as \`^${w.latest}\``,
          },
    zh: (w) =>
      w.twice
        ? {
            message: `给出的文件里有两份 \`${w.name} ${w.twice}\`，内容却不同`,
            help: "只保留其中一份，或给其中一份另起版本号",
          }
        : {
            message: `给出的 \`${w.name}\` 没有一个版本在 \`${w.range}\` 之内`,
            help: han`改写成已给出的版本：${w.versions}，或写一个包含它的范围，例如 \`^${w.latest}\``,
          },
  },
  "extends-cycle": {
    en: (w) =>
      w.same
        ? {
            message: `this variant and what it is built on are both called \`${w.name}\``,
            help: "give this one an `id` of its own, such as one that names the city",
          }
        : {
            message: `\`${w.name}\` is built on itself: ${w.loop}`,
            help: "let one of them name in `extends` a ruleset that is not built on it",
          },
    zh: (w) =>
      w.same
        ? {
            message: `这份规则集和它所依据的那份都叫 \`${w.name}\``,
            help: "给这一份另起 `id`，例如用本地的地名",
          }
        : {
            message: `\`${w.name}\` 绕回到自身：${w.loop}`,
            help: "让其中一份的 `extends` 指向不以它为基础的规则集",
          },
  },
  "extends-depth": {
    en: (w) => ({
      message: `more than ${w.limit} documents are built on one another`,
      help: "name in `extends` a document nearer to the first one",
    }),
    zh: (w) => ({
      message: `一层套一层的文件超过了 ${w.limit} 份`,
      help: "让 `extends` 指向离最初那份更近的文件",
    }),
  },
  "not-in-force": {
    en: (w) => ({
      message: `no version of \`${w.name}\` that was given is in force on ${w.on}`,
      help: `those given are in force as follows, ${w.spans}: take a day on which one is, or give the version of that day`,
    }),
    zh: (w) => ({
      message: `给出的 \`${w.name}\` 没有一个版本在 ${w.on} 生效`,
      help: han`给出的版本生效日期为：${w.spans}；换一个有版本生效的日期，或补上当日生效的版本`,
    }),
  },
  "several-in-force": {
    en: (w) => ({
      message: `on ${w.on} more than one version of \`${w.name}\` is in force: ${w.spans}`,
      help: "let each version end (`effective.to`) on the day before the next begins",
    }),
    zh: (w) => ({
      message: han`${w.on} 有不止一个版本的 \`${w.name}\` 在生效：${w.spans}`,
      help: "让每个版本在下一个版本生效的前一天终止（`effective.to`）",
    }),
  },
} satisfies Readonly<Record<string, Entry>>;

/** What a variant says and its base does not bear. */
const collisions = {
  "not-a-base": {
    en: (w) => ({
      message: w.taken
        ? `there is no \`${w.name}\` here in \`${w.base}\` that could be taken out`
        : `there is no \`${w.name}\` here in \`${w.base}\` that could be changed, and ${w.unfit ? "it can't be the name of a new one" : "this is too little for a new one"}`,
      help: near.en(w),
    }),
    zh: (w) => ({
      message: w.taken
        ? `\`${w.base}\` 在这里没有 \`${w.name}\`，无从删去`
        : `\`${w.base}\` 在这里没有 \`${w.name}\` 可改，${w.unfit ? "新增的内容也不能这样取名" : "要新增又写得不全"}`,
      help: near.zh(w),
    }),
  },
  "taken-away": {
    en: (w) => ({
      message: `\`${w.name}\` is taken out here, and what is left does not fit without it: ${w.why}`,
      help: `leave it in, or change what needs it: ${w.users}`,
    }),
    zh: (w) => ({
      message: han`这里删去了 \`${w.name}\`，剩下的内容缺了它就对不上：${w.why}`,
      help: `保留它，或修改用到它的地方：${w.users}`,
    }),
  },
  "not-open": {
    en: (w) => ({
      message: `\`${w.base}\` does not leave this open: ${w.cause}`,
      help: "leave it as it is there, or ask whoever issues that ruleset to open it",
    }),
    zh: (w) => ({
      message: `\`${w.base}\` 不允许改动此处：${w.cause}`,
      help: "保持原样，或请该规则集的发布者放开",
    }),
  },
  "bound-broken": {
    en: (w) => ({ message: `\`${w.value}\` can't stand here: ${w.cause}`, help: `${w.mend}` }),
    zh: (w) => ({ message: `这里不能写 \`${w.value}\`：${w.cause}`, help: `${w.mend}` }),
  },
  "contract-broken": {
    en: (w) => ({
      message: `the decision \`${w.name}\` does not keep the contract \`${w.contract}\`: ${w.cause}`,
      help: `${w.mend}`,
    }),
    zh: (w) => ({
      message: `判定 \`${w.name}\` 不合约定 \`${w.contract}\`：${w.cause}`,
      help: `${w.mend}`,
    }),
  },
  "outcome-changed": {
    en: (w) => ({
      message: `the decision \`${w.name}\` would give something else than in \`${w.base}\`: ${w.cause}`,
      help: "keep the outcome as it is there, which others rely on, and add a decision of your own for a new one",
    }),
    zh: (w) => ({
      message: `判定 \`${w.name}\` 给出的结果会与 \`${w.base}\` 不是同一类：${w.cause}`,
      help: "保持原来的结果（别处要用到它），新的结果另立一个判定",
    }),
  },
} satisfies Readonly<Record<string, Entry>>;

/** Makes the diagnostic of a fault that lies between a variant and its base. */
export const variantFault = /* @__PURE__ */ catalogue<VariantCode>({ ...chain, ...collisions });

/** What is told of dates, where nothing is wrong but may not be meant. */
const dates = {
  "dates-gap": {
    severity: "warning",
    en: (w) => ({
      message: `no version of \`${w.name}\` is in force from ${w.from} to ${w.to}: \`${w.before}\` has ended, and \`${w.after}\` has not begun`,
      help: "let one end on the day before the next begins, or leave the days out on purpose",
    }),
    zh: (w) => ({
      message: `${w.from} 至 ${w.to} 没有一个版本的 \`${w.name}\` 生效：\`${w.before}\` 已终止，\`${w.after}\` 尚未开始`,
      help: "让前一个版本在后一个开始的前一天终止；若本来就要空出这些日子，则不必改",
    }),
  },
  "dates-overlap": {
    severity: "warning",
    en: (w) =>
      w.before === w.after
        ? {
            message: `two documents are both called \`${w.name} ${w.before}\``,
            help: "keep one of the two, or give one of them a `version` or an `id` of its own",
          }
        : {
            message: `both \`${w.before}\` and \`${w.after}\` of \`${w.name}\` are in force from ${w.from} ${w.to}`,
            help: w.together
              ? `let \`${w.after}\` begin (\`effective.from\`) on the day it comes into force, and \`${w.before}\` end (\`effective.to\`) on the day before`
              : "let the earlier one end (`effective.to`) on the day before the later one begins",
          },
    zh: (w) =>
      w.before === w.after
        ? {
            message: `有两份规则集都叫 \`${w.name} ${w.before}\``,
            help: "只保留其中一份，或给其中一份另起 `version` 或 `id`",
          }
        : {
            message: han`自 ${w.from} ${w.to}，\`${w.name}\` 的 \`${w.before}\` 和 \`${w.after}\` 同时生效`,
            help: w.together
              ? `把 \`${w.after}\` 的 \`effective.from\` 写成它生效的那天，让 \`${w.before}\` 在前一天终止（\`effective.to\`）`
              : "让较早的版本在较晚的版本开始的前一天终止（`effective.to`）",
          },
  },
  "later-base-value": {
    severity: "warning",
    en: (w) =>
      w.next
        ? {
            message: `what is set here for \`${w.name}\` holds only until ${w.next}: from that day on \`${w.base}\` has another value, ${w.value}`,
            help: `set a value from ${w.next} on too, or leave it where the other one is meant`,
          }
        : {
            message: `this value of \`${w.name}\` holds for all days, and the dated values of \`${w.base}\` (${w.days}) never come into force`,
            help: "write it with its day under `dated` where the others are to stand, or leave it where this one is meant for all days",
          },
    zh: (w) =>
      w.next
        ? {
            message: `这里给 \`${w.name}\` 定的值只到 ${w.next} 前有效：从那天起 \`${w.base}\` 另有取值 ${w.value}`,
            help: `若不希望这样，把 ${w.next} 起的值也写上`,
          }
        : {
            message: `这里给 \`${w.name}\` 定的值适用于所有日期，\`${w.base}\` 按日期定的值（${w.days}）不再生效`,
            help: "若要保留那些值，就在 `dated` 里按日期写；若本来就要对所有日期适用，则不必改",
          },
  },
} satisfies Readonly<Record<string, Entry>>;

/** Makes the warning of dates that may not be meant. */
export const dateWarning = /* @__PURE__ */ catalogue<keyof typeof dates>(dates);
