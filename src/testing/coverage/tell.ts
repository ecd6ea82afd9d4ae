import type { Language } from "../../ruleset/text.ts";
import { countsOf } from "./counts.ts";
import type { Coverage } from "./coverage.ts";
import type { Target, TargetKind } from "./targets.ts";

/** Tells how much of each kind the cases reach, and what they do not. */
export function tellCoverage(coverage: Coverage, lang: Language): readonly string[] {
  const { reached, missed, unreachable } = coverage;
  const counts = countsOf(coverage).map(
    ({ kind, reached: of, total }) =>
      `  ${kindWords[kind][lang]}${frames[lang].colon}${of} / ${total}`,
  );
  const open = missed.map((t) => `  ${frames[lang].missed}${tellTarget(t, lang)}`);
  const none = unreachable.length > 0 ? [`  ${frames[lang].unreachable(unreachable.length)}`] : [];
  return [
    frames[lang].head(reached.length, reached.length + missed.length),
    ...counts,
    ...none,
    ...open,
  ];
}

/** Tells one thing to be reached, with its clause. */
export function tellTarget({ kind, what, origin }: Target, lang: Language): string {
  const clause = origin.citation?.clause;
  return `${kindWords[kind][lang]} ${what[lang]}${clause ? frames[lang].clause(clause) : ""}`;
}

/** What each kind of thing is called. */
export const kindWords: Readonly<Record<TargetKind, Readonly<Record<Language, string>>>> = {
  band: { zh: "分档", en: "band" },
  row: { zh: "行", en: "row" },
  class: { zh: "类别", en: "class" },
  condition: { zh: "条件", en: "condition" },
  independence: { zh: "条件单独起作用", en: "condition by itself" },
  unknown: { zh: "事实未知", en: "unknown facts" },
  reading: { zh: "解读", en: "reading" },
};

const frames = {
  en: {
    colon: ": ",
    missed: "not reached: ",
    unreachable: (of: number) => `no account could reach, proven, and not counted: ${of}`,
    clause: (clause: string) => ` (${clause})`,
    head: (of: number, total: number) => `coverage of the rules: ${of} of ${total}`,
  },
  zh: {
    colon: "：",
    missed: "没有用例触及：",
    unreachable: (of: number) => `已证明没有客户能触及、不计入的：${of} 项`,
    clause: (clause: string) => `（${clause}）`,
    head: (of: number, total: number) => `规则覆盖：${total} 项中的 ${of} 项`,
  },
};
