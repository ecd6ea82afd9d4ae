import type { Language } from "../../ruleset/text.ts";
import { counted } from "../io.ts";
import { n } from "../summary/words.ts";
import type { countOf } from "./finding.ts";

type Counts = ReturnType<typeof countOf>;
type Frame = typeof english;

const english = {
  error: "error",
  warning: "warning",
  note: "note",
  mend: "mend",
  see: "see",
  silenced: "silenced because",
  colon: ": ",
  total: (files: number, { errors, warnings }: Counts) =>
    `checked ${counted(files, "file")}: ${counted(errors, "error")}, ${counted(warnings, "warning")}`,
  unread: (files: number) => `${counted(files, "file")} could not be checked`,
  notes: (notes: number) => counted(notes, "note"),
  hidden: (notes: number) => `${counted(notes, "note")} (shown with --notes)`,
  quiet: (silenced: number) => `${silenced} silenced`,
  comma: ", ",
  places: (more: number) => `and ${counted(more, "more place")}`,
  files: (more: number) => `and ${counted(more, "more file")}`,
  more: (findings: number) => `and ${n(findings)} more: mend these first`,
  left: "left out",
  watching: (folders: string) => `watching ${folders}; Ctrl-C ends it`,
};

const chinese: Frame = {
  error: "错误",
  warning: "警告",
  note: "提示",
  mend: "改法",
  see: "另见",
  silenced: "已静默，理由",
  colon: "：",
  total: (files, { errors, warnings }) =>
    `检查了 ${files} 个文件：${errors} 个错误，${warnings} 个警告`,
  unread: (files) => `${files} 个文件无法检查`,
  notes: (notes) => `${notes} 个提示`,
  hidden: (notes) => `${notes} 个提示（加 --notes 显示）`,
  quiet: (silenced) => `${silenced} 个已静默`,
  comma: "，",
  places: (more) => `另有 ${n(more)} 处`,
  files: (more) => `另有 ${n(more)} 个文件`,
  more: (findings) => `另有 ${n(findings)} 处：请先改正以上各处`,
  left: "略过",
  watching: (folders) => `正在监视 ${folders}；按 Ctrl-C 结束`,
};

/** The words around what a check found. */
export const frames: Readonly<Record<Language, Frame>> = { en: english, zh: chinese };
