import type { Entry } from "../../ruleset/messages/entry.ts";

/** Why a file can't be read as XML at all. */
export const xml = {
  "xml-syntax": {
    en: (w) => ({
      message: `the file is not well-formed XML on line ${w.line}: ${w.reason}`,
      help: "export it anew from the program it comes from: nothing of it was read",
    }),
    zh: (w) => ({
      message: `第 ${w.line} 行不合 XML 的写法：${w.reason}`,
      help: "请从原来的程序重新导出：整个文件都没有读入",
    }),
  },
  "xml-doctype": {
    en: () => ({
      message: "the file declares a document type, which can change what it says",
      help: "take the line with `<!DOCTYPE` out: neither DMN nor PMML needs one",
    }),
    zh: () => ({
      message: "文件声明了文档类型（DOCTYPE），它可能改变文件的内容",
      help: "删去含 `<!DOCTYPE` 的那一行：DMN 和 PMML 都不需要它",
    }),
  },
  "xml-size": {
    en: (w) => ({
      message: `the file has ${w.size}, more than is read`,
      help: "divide it into several files",
    }),
    zh: (w) => ({ message: `文件有${w.size}，多于能够读入的`, help: "把它分成几个文件" }),
  },
} satisfies Readonly<Record<string, Entry>>;

export type XmlCode = keyof typeof xml;
