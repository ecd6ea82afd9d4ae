import type { Fitted } from "../../execute/fitted.ts";
import type { Program } from "../../execute/program.ts";
import type { Part, PlannedDecision } from "../../plan/plan.ts";
import { slotOn } from "../../ruleset/dates.ts";
import { nameOf } from "../../ruleset/provenance.ts";
import type { Language } from "../../ruleset/text.ts";
import { outputsOf } from "../job/facts.ts";
import type { Job } from "../job/prepare.ts";
import { tell } from "../output/csv.ts";
import type { Counts, Tally } from "./count.ts";
import { tellCuts } from "./cuts.ts";
import { frames, n } from "./words.ts";

/** Tells what came of a run: the rows, each decision's outcomes, its cuts, what was rejected. */
export function tellSummary(
  job: Job,
  counts: Counts,
  fitted: Fitted | undefined,
  lang: Language,
): string {
  const { rows, by } = counts;
  const lines = [
    frames[lang].rows(rows, by.decided, by.undetermined, by.rejected),
    ...job.decisions.flatMap((d) => [
      ...tellDecision(d, counts.decisions.get(d.name), lang),
      ...tellCuts(d, job, fitted, lang),
    ]),
    ...tellRejected(counts, fitted, lang),
    ...tellStamp(job.program, lang),
  ];
  return `${lines.join("\n")}\n`;
}

function tellDecision(
  d: PlannedDecision,
  tally: Tally | undefined,
  lang: Language,
): readonly string[] {
  const head = `${d.name} (${d.origin.label[lang]})`;
  if (!tally) return [`${head}: ${frames[lang].noRow}`];
  const lines = outputsOf(d).flatMap((part) => {
    const outcomes = tally.outcomes.get(Array.isArray(d.outcome) ? part.name : "");
    const label = Array.isArray(d.outcome) ? `${part.name}: ` : "";
    if (!outcomes) return [];
    const { count, least, most } = outcomes.numbers;
    const numbers = count > 0 ? [frames[lang].numbers(count, least, most)] : [];
    return [`  ${label}${[...numbers, ...tellLabels(part, outcomes.labels, lang)].join(", ")}`];
  });
  return [`${head}:`, ...lines, ...tellMissing(tally, lang)];
}

/** Counts by outcome, in the order the outcomes are declared in. */
function tellLabels(
  part: Part,
  labels: ReadonlyMap<string, number>,
  lang: Language,
): readonly string[] {
  const declared = Object.keys(part.outcomes ?? {});
  const order = [...declared, ...[...labels.keys()].filter((l) => !declared.includes(l))];
  if (labels.size === 0) return [];
  return order.map((label) => {
    const term = part.outcomes?.[label]?.[lang];
    return `${plain(label, part, lang)}${term && term !== label ? ` ${term}` : ""}: ${n(labels.get(label) ?? 0)}`;
  });
}

/** An outcome that no list declares, in words: a yes or no, or what was too much to tell apart. */
function plain(label: string, { outcomes }: Part, lang: Language): string {
  const { yes, no, others } = frames[lang];
  const words: Readonly<Record<string, string>> = { true: yes, false: no, others };
  return outcomes ? label : (words[label] ?? label);
}

function tellMissing({ undetermined, missing }: Tally, lang: Language): readonly string[] {
  if (undetermined === 0) return [];
  const often = [...missing].sort(([, a], [, b]) => b - a);
  const told = often.slice(0, 12).map(([fact, times]) => `${fact} ${n(times)}`);
  const frame = frames[lang];
  const rest = often.length > 12 ? frame.moreFacts(often.length - 12) : "";
  const which = told.length > 0 ? frame.missing(`${told.join(", ")}${rest}`) : "";
  return [`  ${frame.undetermined}: ${n(undetermined)}${which}`];
}

function tellRejected(
  { rejected, by }: Counts,
  fitted: Fitted | undefined,
  lang: Language,
): readonly string[] {
  const frame = frames[lang];
  if (by.rejected === 0) return [];
  const lines = rejected.flatMap(({ line, faults }) =>
    faults.map((f) => `  ${frame.line(line)}${tell(f, lang)}`),
  );
  const rest = by.rejected - rejected.length;
  const more = rest > 0 ? [`  ${frame.more(rest)}`] : [];
  return [frame.rejected, ...lines, ...more, ...(fitted ? [frame.leftOut] : [])];
}

/** What was run, so that a result can be told from one under another version or setting. */
function tellStamp(program: Program, lang: Language): readonly string[] {
  const { document, chain = [document], on, settings, hash } = program;
  const changed = Object.entries(settings).filter(([name, value]) => {
    const own = Object.hasOwn(document.parameters, name) ? document.parameters[name] : undefined;
    return !own || slotOn(own, on)?.value !== value;
  });
  const set = changed.map(([name, value]) => `${name}=${value}`).join(", ");
  return [
    frames[lang].ruleset(chain.map(nameOf).reverse().join(" ← "), hash),
    ...(on === undefined ? [] : [frames[lang].day(on)]),
    frames[lang].settings(set),
  ];
}
