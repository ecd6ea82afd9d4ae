import type { Entry } from "../../../ruleset/messages/entry.ts";
import { han } from "../../../ruleset/phrase.ts";

/** Why a field, or a value it is compared with, can't be carried over. */
export const values = {
  "unknown-field": {
    en: (w) => ({
      message: `\`${w.name}\` is no field of the data dictionary that is handed in`,
      help: "a value that the file derives is not carried over: hand it in as a field of its own",
    }),
    zh: (w) => ({
      message: `\`${w.name}\` 不是数据字典里由外部给出的字段`,
      help: "文件自己推算的值不读入：把它改为由外部给出的字段",
    }),
  },
  "field-type": {
    en: (w) => ({
      message: `\`${w.name}\` is of the type \`${w.type}\`, which no fact can have`,
      help: "a fact is a number, a text, a yes or no, or a day",
    }),
    zh: (w) => ({
      message: `\`${w.name}\` 的类型是 \`${w.type}\`，事实没有这种类型`,
      help: "事实可以是数、文字、是或否、日期",
    }),
  },
  replaced: {
    en: (w) => ({
      message: `\`${w.what}\` puts another value in the place of one of \`${w.name}\`: here an unknown value is never taken for a known one`,
      help: "replace it before it is handed in, where it can be seen",
    }),
    zh: (w) => ({
      message: `\`${w.what}\` 用别的值代替 \`${w.name}\` 的值：这里从不把未知当作已知`,
      help: "在给出数据之前替换，让人看得见",
    }),
  },
  "other-treatment": {
    en: (w) => ({
      message: `\`${w.name}\` may be other values here than in a scorecard before this one`,
      help: "give the two scorecards files of their own",
    }),
    zh: (w) => ({
      message: `\`${w.name}\` 在这里允许的值与前面的评分卡不同`,
      help: "把两张评分卡分成两个文件",
    }),
  },
  "as-missing": {
    severity: "warning",
    en: (w) => ({
      message: `a value of \`${w.name}\` outside those allowed counts as missing in PMML; here it is refused when it is handed in`,
      help: "leave the value out where it is not known",
    }),
    zh: (w) => ({
      message: `\`${w.name}\` 的值不在允许范围内时，PMML 当作缺失；这里在给出时就拒绝`,
      help: "不知道的值请留空",
    }),
  },
  "no-order": {
    en: (w) => ({
      message: `\`${w.operator}\` asks for the order of \`${w.name}\`, and only numbers and days have one`,
      help: "name the values that are meant with `isIn`",
    }),
    zh: (w) => ({
      message: `\`${w.operator}\` 要比较 \`${w.name}\` 的先后，而只有数和日期有先后`,
      help: "用 `isIn` 列出所指的值",
    }),
  },
  "bad-value": {
    en: (w) => ({
      message: `\`${w.value}\` is no value that \`${w.name}\` can have: it must be ${w.expected}`,
      help: "correct the value in the file",
    }),
    zh: (w) => ({
      message: han`\`${w.name}\` 不可能是 \`${w.value}\`：应当是${w.expected}`,
      help: "在文件里改正这个值",
    }),
  },
} satisfies Readonly<Record<string, Entry>>;
