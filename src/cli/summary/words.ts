import type { Language } from "../../ruleset/text.ts";
import { counted } from "../io.ts";

/** A count with its thousands apart. */
export const n = (count: number) => count.toLocaleString("en-US");

type Frame = typeof english;

const english = {
  rows: (rows: number, decided: number, undetermined: number, rejected: number) =>
    `${counted(rows, "row")} = ${n(decided)} decided + ${n(undetermined)} undetermined + ${n(rejected)} rejected`,
  noRow: "no row",
  yes: "yes",
  no: "no",
  others: "others",
  all: "all",
  numbers: (count: number, least: number, most: number) =>
    `${counted(count, "number")}${least === most ? `, ${least}` : ` from ${least} to ${most}`}`,
  undetermined: "undetermined",
  missing: (facts: string) => `; missing: ${facts}`,
  moreFacts: (count: number) => `, and ${counted(count, "more fact")}`,
  more: (count: number) => `and ${n(count)} more`,
  places: "places planned → members:",
  ranked: (ranked: number, leftOut: number) =>
    ` (of ${n(ranked)} ranked${leftOut > 0 ? `; ${n(leftOut)} not ranked, a value is missing` : ""})`,
  rejected: "rejected:",
  line: (line: number) => `line ${line}: `,
  leftOut: "rejected rows were left out of every population",
  ruleset: (ruleset: string, hash: string) => `ruleset ${ruleset}, sha256 ${hash}`,
  day: (on: string) => `as of ${on}`,
  settings: (set: string) => `settings that differ from the defaults: ${set || "none"}`,
};

const chinese: Frame = {
  rows: (rows, decided, undetermined, rejected) =>
    `${n(rows)} 行 = ${n(decided)} 已判定 + ${n(undetermined)} 无法判定 + ${n(rejected)} 被拒`,
  noRow: "无",
  yes: "是",
  no: "否",
  others: "其他",
  all: "全体",
  numbers: (count, least, most) =>
    `${n(count)} 个数值，${least === most ? least : `从 ${least} 到 ${most}`}`,
  undetermined: "无法判定",
  missing: (facts) => `；缺少：${facts}`,
  moreFacts: (count) => `，另有 ${n(count)} 项`,
  more: (count) => `另有 ${n(count)} 个`,
  places: "计划名额 → 实际成员：",
  ranked: (ranked, leftOut) =>
    `（参与排名 ${n(ranked)} 个${leftOut > 0 ? `；${n(leftOut)} 个因缺值未排名` : ""}）`,
  rejected: "被拒的行：",
  line: (line) => `第 ${line} 行：`,
  leftOut: "被拒的行不计入任何全体",
  ruleset: (ruleset, hash) => `规则集 ${ruleset}，sha256 ${hash}`,
  day: (on) => `基准日：${on}`,
  settings: (set) => `与默认不同的设定：${set || "无"}`,
};

/** The words around what a summary counts. */
export const frames: Readonly<Record<Language, Frame>> = { en: english, zh: chinese };
