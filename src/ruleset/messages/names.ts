import { type Entry, near } from "./entry.ts";

/** Faults of names: what is called by a name that nothing has, or by one that two things have. */
export const names = {
  "duplicate-part": {
    en: (w) => ({
      message: `the decision has two parts called \`${w.name}\``,
      help: "rename one of the two: a part is cited by its name",
    }),
    zh: (w) => ({
      message: `这个判定有两个叫 \`${w.name}\` 的组成部分`,
      help: "给其中一个改名：引用组成部分要靠名称",
    }),
  },
  "unknown-subject": {
    en: (w) => ({ message: `no subject is called \`${w.name}\``, help: near.en(w) }),
    zh: (w) => ({ message: `没有叫 \`${w.name}\` 的对象`, help: near.zh(w) }),
  },
  "unknown-fact": {
    en: (w) => ({ message: `no fact is called \`${w.name}\``, help: near.en(w) }),
    zh: (w) => ({ message: `没有叫 \`${w.name}\` 的事实`, help: near.zh(w) }),
  },
  "missing-reading": {
    en: (w) => ({
      message: `the reading \`${w.name}\` of the parameter \`${w.parameter}\` has no case here`,
      help: "add a case for it, so that every reading says what it means",
    }),
    zh: (w) => ({
      message: `参数 \`${w.parameter}\` 的读法 \`${w.name}\` 在这里没有写明怎么办`,
      help: "在 `cases` 里补上它，使每种读法都有说明",
    }),
  },
  "unknown-decision": {
    en: (w) => ({ message: `no decision is called \`${w.name}\``, help: near.en(w) }),
    zh: (w) => ({ message: `没有叫 \`${w.name}\` 的判定`, help: near.zh(w) }),
  },
  "unknown-part": {
    en: (w) => ({
      message: `the decision \`${w.decision}\` has no part \`${w.name}\``,
      help: near.en(w),
    }),
    zh: (w) => ({
      message: `判定 \`${w.decision}\` 没有叫 \`${w.name}\` 的组成部分`,
      help: near.zh(w),
    }),
  },
  "unknown-condition": {
    en: (w) => ({
      message: `the decision has no condition called \`${w.name}\``,
      help: near.en(w),
    }),
    zh: (w) => ({ message: `这个判定没有叫 \`${w.name}\` 的条件`, help: near.zh(w) }),
  },
  "unknown-outcome": {
    en: (w) => ({
      message: `\`${w.name}\` is not among the outcomes declared`,
      help: near.en(w),
    }),
    zh: (w) => ({ message: `声明的结果里没有 \`${w.name}\``, help: near.zh(w) }),
  },
} satisfies Readonly<Record<string, Entry>>;
