import type { Entry } from "../../../ruleset/messages/entry.ts";

/** Why a file, or a decision as a whole, can't be carried over. */
export const file = {
  "not-dmn": {
    en: (w) => ({
      message: `the file is no DMN: its outermost element is \`${w.name}\``,
      help: "hand in a file whose outermost element is `definitions` of DMN",
    }),
    zh: (w) => ({
      message: `文件不是 DMN：最外层的元素是 \`${w.name}\``,
      help: "请给出最外层元素为 DMN 的 `definitions` 的文件",
    }),
  },
  "no-decision": {
    en: () => ({
      message: "the file has no decision",
      help: "hand in a file with decision tables",
    }),
    zh: () => ({ message: "文件里没有判定", help: "请给出含有决策表的文件" }),
  },
  beside: {
    en: (w) => ({
      message: `\`${w.what}\` \`${w.name}\` is not read: what it brings in is not there for the decisions`,
      help: "put what the decisions need into this one file",
    }),
    zh: (w) => ({
      message: `\`${w.what}\` \`${w.name}\` 不读入：判定用不到它带来的内容`,
      help: "把判定需要的内容都放进这一个文件",
    }),
  },
  cycle: {
    en: (w) => ({
      message: `\`${w.name}\` rests on decisions that rest on one another in a circle`,
      help: "take out one of the requirements that close the circle",
    }),
    zh: (w) => ({
      message: `\`${w.name}\` 所依据的判定互相依据，成了一个圈`,
      help: "去掉使它成圈的一个依据",
    }),
  },
  "no-table": {
    en: (w) => ({
      message: `\`${w.name}\` is decided by no decision table but by \`${w.kind}\`; where a table needs it, it is a fact that is handed in`,
      help: "hand its result in, or write it into the ruleset as a decision",
    }),
    zh: (w) => ({
      message: `\`${w.name}\` 不是由决策表而是由 \`${w.kind}\` 判定；有表用到它时，它是由外部给出的事实`,
      help: "由外部给出它的结果，或把它写成规则集里的一个判定",
    }),
  },
  unread: {
    en: (w) => ({
      message: `\`${w.what}\` is not known here, so the decision was left out: what it changes is not known either`,
      help: "take it out if the outcome is the same without it",
    }),
    zh: (w) => ({
      message: `这里不认识 \`${w.what}\`，不知道它会改变什么，所以这个判定没有读入`,
      help: "如果没有它结果也一样，就把它删去",
    }),
  },
  language: {
    en: (w) => ({
      message: `the expression is written in \`${w.name}\`, and only FEEL is read`,
      help: "write it in FEEL",
    }),
    zh: (w) => ({
      message: `表达式是用 \`${w.name}\` 写的，这里只读 FEEL`,
      help: "改用 FEEL 来写",
    }),
  },
} satisfies Readonly<Record<string, Entry>>;
