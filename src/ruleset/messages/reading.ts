import { han } from "../phrase.ts";
import type { Entry } from "./entry.ts";

/** Faults that only reading a document can find: who compiles one already checked has none. */
export const reading = {
  "json-syntax": {
    en: (w) => ({
      message: `the text is not JSON on line ${w.line}, column ${w.column}: ${w.reason}`,
      help: `${w.mend}`,
    }),
    zh: (w) => ({
      message: `第 ${w.line} 行第 ${w.column} 列不合 JSON 的写法：${w.reason}`,
      help: `${w.mend}`,
    }),
  },
  "byte-order-mark": {
    en: () => ({
      message:
        "the text begins with a byte-order mark, a hidden character that JSON does not allow",
      help: "save the file as UTF-8 without a byte-order mark (BOM)",
    }),
    zh: () => ({
      message: "文本以字节顺序标记（BOM）开头，这个看不见的字符是 JSON 不允许的",
      help: "把文件另存为不带 BOM 的 UTF-8 编码",
    }),
  },
  "bad-text": {
    en: (w) =>
      w.hidden
        ? {
            message: `${w.what} \`${w.value}\` holds a character that is not seen, \`${w.hidden}\``,
            help: "take it out: it can make a text look like another one",
          }
        : {
            message: `${w.what} \`${w.value}\` holds half of a character, \`${w.half}\`, without its other half`,
            help: "write the character anew: cutting a text or changing its encoding can break a rare character in two",
          },
    zh: (w) =>
      w.hidden
        ? {
            message: han`${w.what} \`${w.value}\` 含有看不见的字符 \`${w.hidden}\``,
            help: "把它删去：它会使文字看起来像别的内容",
          }
        : {
            message: han`${w.what} \`${w.value}\` 含有半个字符 \`${w.half}\`，缺少另一半`,
            help: "重新输入这个字：截断文字或转换编码时，生僻字可能被拆成两半",
          },
  },
  "bad-number": {
    en: (w) =>
      w.kept
        ? {
            message: `\`${w.value}\` has more digits than are kept, and would count as \`${w.kept}\``,
            help: "write at most 15 digits, such as `60000.25`",
          }
        : {
            message: `\`${w.value}\` is beyond the largest number that can be kept`,
            help: "write the number that was meant, in plain digits such as `60000`",
          },
    zh: (w) =>
      w.kept
        ? {
            message: `\`${w.value}\` 的位数多于能够保存的位数，会被当作 \`${w.kept}\``,
            help: "最多写 15 位数字，例如 `60000.25`",
          }
        : {
            message: `\`${w.value}\` 超出了能够保存的最大数字`,
            help: "写出本来要写的数字，用普通数字，例如 `60000`",
          },
  },
  "duplicate-key": {
    en: (w) => ({
      message: `the key \`${w.key}\` stands twice in one object, on ${w.lines}`,
      help: "keep one of the two: only the last would count",
    }),
    zh: (w) => ({
      message: `字段 \`${w.key}\` 在同一处写了两次，见${w.lines}`,
      help: "只保留一个：否则只有后一个算数",
    }),
  },
  "forbidden-key": {
    en: (w) => ({
      message: `the key \`${w.key}\` is not allowed in a ruleset`,
      help: "rename it: programs keep this name for themselves",
    }),
    zh: (w) => ({
      message: `规则集里不能用 \`${w.key}\` 作字段名`,
      help: "换一个名称：这是程序自己保留的名称",
    }),
  },
  "bad-name": {
    en: (w) => ({
      message: `\`${w.value}\` does not have the form needed here`,
      help: `write ${w.expected}`,
    }),
    zh: (w) => ({
      message: `\`${w.value}\` 不合这里要求的写法`,
      help: han`改成${w.expected}`,
    }),
  },
  "duplicate-alias": {
    en: (w) => ({
      message: `\`${w.alias}\` is the name of both \`${w.first}\` and \`${w.second}\``,
      help: "keep it on one of the two: a column with this heading would fit both",
    }),
    zh: (w) => ({
      message: `\`${w.alias}\` 既是 \`${w.first}\` 的名称，又是 \`${w.second}\` 的名称`,
      help: "只留给其中一个：否则以它为标题的列与两者都对得上",
    }),
  },
} satisfies Readonly<Record<string, Entry>>;
