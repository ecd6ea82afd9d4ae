import { suggestion } from "../../ruleset/suggest.ts";
import type { Text } from "../../ruleset/text.ts";
import { n } from "../summary/words.ts";

/** Why a file is not taken as a document, and what to do about it. */
export interface Unfit {
  readonly why: Text;
  readonly help: Text;
}

const megabytes = (bytes: number) => `${n(Math.ceil(bytes / 1_000_000))} MB`;

/** Every reason for which a file is not taken. */
export const unfit = {
  missing: (named: string, shipped: readonly string[], beside: readonly string[]): Unfit => {
    const { near } = suggestion(named, [...shipped, ...beside]);
    const { known } = suggestion(named, shipped);
    return {
      why: {
        zh: "既不是内置规则集，也不是文件",
        en: "it is neither a shipped ruleset nor a file",
      },
      help: near
        ? { zh: `是不是 \`${near}\`？`, en: `did you mean \`${near}\`?` }
        : { zh: `内置的有 ${known.zh}；或写出路径`, en: `shipped are ${known.en}; or give a path` },
    };
  },
  outside: (real: string): Unfit => ({
    why: {
      zh: `这是一个链接，指向文件夹之外的 \`${real}\`；只读取文件夹之内的文件`,
      en: `it is a link that leads out of its folder, to \`${real}\`, and only files inside it are read`,
    },
    help: {
      zh: "把文件本身放进这个文件夹，或用 --in 指定它所在的文件夹",
      en: "put the file itself into the folder, or name the folder it lies in with --in",
    },
  }),
  unread: (code: string): Unfit => ({
    why: { zh: `无法读取（${code}）`, en: `it can't be read (${code})` },
    help: (Object.hasOwn(mends, code) ? mends[code] : undefined) ?? mends.other,
  }),
  folder: (): Unfit => ({
    why: { zh: "这是一个文件夹", en: "it is a folder" },
    help: { zh: "请写出其中的文件", en: "name the files in it" },
  }),
  pipe: (): Unfit => ({
    why: { zh: "这是管道或设备，不是文件", en: "it is a pipe or a device, and not a file" },
    help: { zh: "请给出文件", en: "give a file" },
  }),
  large: (size: number, most: number): Unfit => ({
    why: {
      zh: `大小为 ${megabytes(size)}，超过上限 ${megabytes(most)}`,
      en: `it has ${megabytes(size)}, over the limit of ${megabytes(most)}`,
    },
    help: { zh: "规则集不会这么大：请检查文件名", en: "no ruleset is that large: check the name" },
  }),
  wideText: (): Unfit => ({
    why: { zh: "它不是 UTF-8 编码，而是 UTF-16", en: "it is not written in UTF-8, but in UTF-16" },
    help: utf8,
  }),
  chinese: (line: number): Unfit => ({
    why: {
      zh: `第 ${line} 行不是 UTF-8 编码；文件看来是 GB18030（GBK）编码`,
      en: `line ${line} is not written in UTF-8; the file looks like GB18030 (GBK)`,
    },
    help: utf8,
  }),
  bytes: (line: number): Unfit => ({
    why: { zh: `第 ${line} 行不是 UTF-8 编码`, en: `line ${line} is not written in UTF-8` },
    help: utf8,
  }),
  many: (files: number, most: number): Unfit => ({
    why: {
      zh: `文件夹中的 .json 文件超过 ${n(most)} 个（至少 ${n(files)} 个），未读取`,
      en: `the folder has over ${n(most)} .json files (at least ${n(files)}), and is not read`,
    },
    help: apart,
  }),
  heavy: (most: number): Unfit => ({
    why: {
      zh: `文件夹中的 .json 文件合计超过 ${megabytes(most)}，未读取`,
      en: `the .json files of the folder have over ${megabytes(most)} together, and are not read`,
    },
    help: apart,
  }),
  text: (): Unfit => ({
    why: { zh: "它不是 JSON", en: "it is not JSON" },
    help: {
      zh: "用 tiercut check 检查这个文件，会指出是哪一处",
      en: "check this file by itself: `tiercut check` tells the place",
    },
  }),
};

const utf8 = {
  zh: "在编辑器中另存为 UTF-8（不带 BOM）",
  en: "save it in your editor as UTF-8, without a byte-order mark",
};

const apart = {
  zh: "把规则集放进单独的文件夹，或用 --in 指定",
  en: "put the rulesets into a folder of their own, or name one with --in",
};

const mends: Readonly<Record<string, Text>> & { readonly other: Text } = {
  EACCES: { zh: "请先取得读取权限", en: "get the right to read it first" },
  EPERM: { zh: "请先取得读取权限", en: "get the right to read it first" },
  ELOOP: { zh: "链接指向自身：请改正链接", en: "the link leads to itself: mend the link" },
  ENOENT: { zh: "请检查路径", en: "check the path" },
  other: { zh: "请检查这个文件", en: "check the file" },
};
