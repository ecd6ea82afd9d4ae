import type { Language } from "../../ruleset/text.ts";
import { counted } from "../io.ts";
import { n } from "../summary/words.ts";

type Frame = typeof english;

/** More than these hardly help: what is wrong in one row is mostly wrong in all. */
const mostTold = 20;
const first = (faults: readonly string[]) => faults.slice(0, mostTold).map((f) => `  ${f}`);
const rest = (faults: readonly string[]) => Math.max(0, faults.length - mostTold);

const english = {
  line: (line: number) => `line ${line}: `,
  says: (label: string, file: string, line: number) => `${label}, line ${line} of ${file}`,
  population: (label: string, file: string) => `${label}, all rows of ${file}`,
  cases: (decision: string, cases: number, rows: number, open: number) =>
    `${decision}: ${counted(cases, "case")} of ${counted(rows, "row")}; without an answer: ${n(open)}`,
  unreadable: (file: string, faults: readonly string[]) =>
    [
      `no cases are made of ${file}: each row must be readable, since it may count in a population; mend or take out`,
      ...first(faults),
      ...(rest(faults) > 0 ? [`  and ${n(rest(faults))} more`] : []),
    ].join("\n"),
  noAnswer: (file: string, columns: string) =>
    `no row of ${file} has an answer: the cells of ${columns} are all blank`,
  unfit: (file: string) =>
    `the cases of ${file} make no file that can be run; where it is too large, take fewer rows, or fewer answers at a time`,
};

const chinese: Frame = {
  line: (line) => `第 ${line} 行：`,
  says: (label, file, line) => `${label}，${file} 第 ${line} 行`,
  population: (label, file) => `${label}，${file} 的所有行`,
  cases: (decision, cases, rows, open) =>
    `${decision}：${n(rows)} 行，${n(cases)} 个案例；没有答案的行：${n(open)}`,
  unreadable: (file, faults) =>
    [
      `没有用 ${file} 生成案例：每一行都要能读取，因为它可能计入总体；请改正或删去`,
      ...first(faults),
      ...(rest(faults) > 0 ? [`  另有 ${n(rest(faults))} 处`] : []),
    ].join("\n"),
  noAnswer: (file, columns) => `${file} 没有一行有答案：${columns} 列的单元格都是空的`,
  unfit: (file) =>
    `${file} 的案例不能写成可以运行的文件；如果太大，请减少行数，或减少一次给出的答案`,
};

/** The words around what becomes of rows with known answers. */
export const frames: Readonly<Record<Language, Frame>> = { en: english, zh: chinese };
