import { explain } from "../../execute/words.ts";
import { termOf } from "../../kinds/reason.ts";
import type { Outcome } from "../../kinds/ruleset.ts";
import type { Part } from "../../plan/plan.ts";
import { quote } from "../../ruleset/show.ts";
import type { Language, Text } from "../../ruleset/text.ts";
import type { CaseRun, Mismatch } from "./run.ts";

/** Tells the cases that do not hold, each with what it expected, what it came to and why. */
export function tellCases(runs: readonly CaseRun[], lang: Language): readonly string[] {
  return runs.filter((r) => !holds(r)).flatMap((r) => tellCase(r, lang));
}

/** Did a case come to what it states. */
export const holds = ({ mismatches, why }: CaseRun) => mismatches.length === 0 && why === undefined;

function tellCase(run: CaseRun, lang: Language): readonly string[] {
  const { id, rule, says } = run.case;
  const frame = frames[lang];
  const head = `${id}${rule ? ` [${rule}]` : ""}${says ? `${frame.colon}${says}` : ""}`;
  if (run.why !== undefined) {
    const lines = run.why[lang].split("\n").map((l) => `    ${l}`);
    return [head, `  ${frame.notRun}`, ...lines, ""];
  }
  const lines = run.mismatches.map((m) => `  ${tellMismatch(m, run, lang)}`);
  const told = run.result ? explain(run.result, { lang }).split("\n") : [];
  return [head, ...lines, ...told.map((l) => `  ${l}`), ""];
}

function tellMismatch(m: Mismatch, run: CaseRun, lang: Language): string {
  const frame = frames[lang];
  if (m.of === "population") return frame.population(String(m.expected), String(m.found));
  const [expected, found] = [m.expected, m.found].map((v) => tellValue(v, m, run, lang));
  return `${frame.of[m.of](m.name ?? "", m.id)}${frame.differ(expected ?? "", found ?? "")}`;
}

/** A value with its official term, where it has one. */
function tellValue(value: unknown, { of, name }: Mismatch, run: CaseRun, lang: Language): string {
  if (value === undefined) return frames[lang].nothing;
  if (Array.isArray(value)) return value.map((v) => `\`${v}\``).join(", ") || frames[lang].nothing;
  const decision = run.program?.plan.decisions[run.case.decision];
  const parts = (of === "part" ? decision?.parts : [decision?.outcome].flat()) ?? [];
  const part = parts.find((p) => of !== "part" || p?.name === name) as Part | undefined;
  const term = part && typeof value === "string" ? termOf(part, value as Outcome) : undefined;
  return `\`${quote(value)}\`${term ? frames[lang].term(term) : ""}`;
}

interface Frame {
  readonly colon: string;
  readonly nothing: string;
  readonly notRun: string;
  term(term: Text): string;
  differ(expected: string, found: string): string;
  population(expected: string, found: string): string;
  readonly of: Readonly<Record<Exclude<Mismatch["of"], "population">, Tell>>;
}

type Tell = (name: string, id?: string) => string;

const frames: Readonly<Record<Language, Frame>> = {
  en: {
    colon: ": ",
    nothing: "nothing",
    notRun: "can't be run:",
    term: ({ en }) => ` (${en})`,
    differ: (expected, found) => `expected ${expected}, came to ${found}`,
    population: (expected, found) =>
      `\`outcomes\` states ${expected} outcomes, and \`population\` has ${found}: give one for each`,
    of: {
      outcome: () => "outcome: ",
      part: (name) => `part \`${name}\`: `,
      reason: () => "reasons: ",
      missing: () => "missing facts: ",
      subject: (name, id) => `number ${name} of the population${id ? ` (\`${id}\`)` : ""}: `,
    },
  },
  zh: {
    colon: "：",
    nothing: "无",
    notRun: "无法运行：",
    term: ({ zh }) => `（${zh}）`,
    differ: (expected, found) => `应为 ${expected}，得到 ${found}`,
    population: (expected, found) =>
      `\`outcomes\` 写了 ${expected} 个结果，\`population\` 有 ${found} 个对象：请一一对应`,
    of: {
      outcome: () => "结果：",
      part: (name) => `组成部分 \`${name}\`：`,
      reason: () => "理由：",
      missing: () => "缺少的事实：",
      subject: (name, id) => `总体中第 ${name} 个${id ? `（\`${id}\`）` : ""}：`,
    },
  },
};
