import type { Language } from "../../ruleset/text.ts";

/*
 * The sentences around what a rebase found, in both languages.
 */

const count = (n: number, thing: string) => `${n} ${thing}${n === 1 ? "" : "s"}`;

const english = {
  moved: (variant: string, base: string, from: string, to: string) =>
    `${variant}: from ${base} ${from} to ${to}`,
  conflicts: (n: number) =>
    `to be decided, ${count(n, "conflict")}; until then the new document says what the variant said:`,
  none: "no conflicts",
  inherited: (n: number) => `changed by the base, and inherited now: ${count(n, "place")}`,
  nothingInherited: "the base has changed nothing that the variant leaves to it",
  idle: (n: number) => `inherited without effect on any account: ${count(n, "place")}`,
  carried: (n: number) => `changed by the variant, and carried over: ${count(n, "place")}`,
  agreed: (n: number) =>
    `said by the base now too: ${count(n, "place")}; the lines stay, and hold against later versions`,
  before: "the base had",
  base: "the base has",
  variant: "the variant says",
  baseChanged: "the base changed",
  variantChanged: "the variant changed",
  apart: "the base → the variant",
  nothing: "nothing",
  out: "the variant takes it out",
  mend: "to decide",
  faults: (n: number) => `the new document can't be run as it stands: ${count(n, "fault")}`,
  warnings: (n: number) => `of the new document, ${count(n, "warning")}:`,
  more: (n: number) => `and ${n} more`,
  version: "raise `version` of the new document before you publish it",
  line: (line: number) => `line ${line}, `,
  colon: ": ",
};

const chinese: typeof english = {
  moved: (variant, base, from, to) => `${variant}：所依据的 ${base} 由 ${from} 换成 ${to}`,
  conflicts: (n) => `有 ${n} 处冲突要决定；决定之前，新文件保留地方规则集原来的写法：`,
  none: "没有冲突",
  inherited: (n) => `所依据的规则集改动、地方规则集随之改变：${n} 处`,
  nothingInherited: "凡地方规则集没有改的地方，所依据的规则集都没有改动",
  idle: (n) => `随之改变，但对任何客户都没有影响：${n} 处`,
  carried: (n) => `地方规则集的改动，原样保留：${n} 处`,
  agreed: (n) => `所依据的规则集现在也这样写：${n} 处；这些行仍然保留，对以后的版本继续有效`,
  before: "所依据的规则集原为",
  base: "所依据的规则集现为",
  variant: "地方规则集写的是",
  baseChanged: "所依据的规则集改了",
  variantChanged: "地方规则集改了",
  apart: "所依据的规则集 → 地方规则集",
  nothing: "没有",
  out: "地方规则集删去了它",
  mend: "怎样决定",
  faults: (n) => `新文件还不能运行：${n} 处错误`,
  warnings: (n) => `新文件有 ${n} 个警告：`,
  more: (n) => `另有 ${n} 处`,
  version: "发布前请调高新文件的 `version`",
  line: (line) => `第 ${line} 行，`,
  colon: "：",
};

/** The words of a rebase in each language. */
export const frames: Readonly<Record<Language, typeof english>> = { en: english, zh: chinese };
