import type { Fitted, FittedCut } from "../../execute/fitted.ts";
import type { Program } from "../../execute/program.ts";
import type { Part, PlannedDecision } from "../../plan/plan.ts";
import { pointer } from "../../ruleset/diagnostics.ts";
import type { Language } from "../../ruleset/text.ts";
import { nodesOf, outputsOf } from "../job/facts.ts";
import type { Job } from "../job/prepare.ts";
import { tell } from "../output/csv.ts";
import type { Counts, Tally } from "./count.ts";

/** Tells what came of a run: the rows, each decision's outcomes, its cuts, what was rejected. */
export function tellSummary(
  job: Job,
  counts: Counts,
  fitted: Fitted | undefined,
  lang: Language,
): string {
  const { rows, by } = counts;
  const lines = [
    `${n(rows)} rows = ${n(by.decided)} decided + ${n(by.undetermined)} undetermined + ${n(by.rejected)} rejected`,
    ...job.decisions.flatMap((d) => [
      ...tellDecision(d, counts.decisions.get(d.name), lang),
      ...tellCuts(d, job, fitted),
    ]),
    ...tellRejected(counts),
    ...tellStamp(job.program),
  ];
  return `${lines.join("\n")}\n`;
}

const n = (count: number) => count.toLocaleString("en-US");

function tellDecision(
  d: PlannedDecision,
  tally: Tally | undefined,
  lang: Language,
): readonly string[] {
  const head = `${d.name} (${d.origin.label[lang]})`;
  if (!tally) return [`${head}: no row`];
  const lines = outputsOf(d).flatMap((part) => {
    const outcomes = tally.outcomes.get(Array.isArray(d.outcome) ? part.name : "");
    const label = Array.isArray(d.outcome) ? `${part.name}: ` : "";
    if (!outcomes) return [];
    const { count, least, most } = outcomes.numbers;
    const numbers = count > 0 ? [`${n(count)} numbers from ${least} to ${most}`] : [];
    return [`  ${label}${[...numbers, ...tellLabels(part, outcomes.labels, lang)].join(", ")}`];
  });
  return [`${head}:`, ...lines, ...tellMissing(tally)];
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
    return `${words.get(label) ?? label}${term && term !== label ? ` ${term}` : ""}: ${n(labels.get(label) ?? 0)}`;
  });
}

const words = new Map([
  ["true", "yes"],
  ["false", "no"],
]);

function tellMissing({ undetermined, missing }: Tally): readonly string[] {
  if (undetermined === 0) return [];
  const often = [...missing].sort(([, a], [, b]) => b - a);
  const told = often.slice(0, 12).map(([fact, times]) => `${fact} ${n(times)}`);
  const rest = often.length > 12 ? `, and ${often.length - 12} more facts` : "";
  const which = told.length > 0 ? `; missing: ${told.join(", ")}${rest}` : "";
  return [`  undetermined: ${n(undetermined)}${which}`];
}

/** The cuts of a decision, partition by partition: places planned → members there are. */
function tellCuts(d: PlannedDecision, { program }: Job, fitted?: Fitted): readonly string[] {
  const own = nodesOf(program.plan, d).filter((node) => node.op === "rankCut");
  const paths = own.map((node) => node.origin.path);
  return paths
    .filter((path) => isIn(path, d.name))
    .flatMap((path) => {
      const cuts = Object.entries(fitted?.cuts[path] ?? {}).sort(largestFirst);
      const rest = cuts.length > mostCuts ? [`  and ${cuts.length - mostCuts} more`] : [];
      const head = cuts.length > 0 ? ["  places planned → members:"] : [];
      return [...head, ...cuts.slice(0, mostCuts).map(tellCut), ...rest];
    });
}

const isIn = (path: string, decision: string) =>
  `${path}/`.startsWith(`${pointer("decisions", decision)}/`);
const mostCuts = 30;

type NamedCut = readonly [string, FittedCut];

const largestFirst = ([a, x]: NamedCut, [b, y]: NamedCut) =>
  y.ranked - x.ranked || (a < b ? -1 : 1);

function tellCut([partition, { classes, ranked, leftOut }]: NamedCut): string {
  const name = (JSON.parse(partition) as readonly string[]).join(", ") || "all";
  const split = Object.entries(classes).map(
    ([c, { places, members }]) => `${c} ${n(places)} → ${n(members)}`,
  );
  const out = leftOut > 0 ? `; ${n(leftOut)} not ranked, a value is missing` : "";
  return `    ${name}: ${split.join(", ")} (of ${n(ranked)} ranked${out})`;
}

function tellRejected({ rejected, by }: Counts): readonly string[] {
  const lines = rejected.flatMap(({ line, faults }) =>
    faults.map((f) => `  line ${line}: ${tell(f)}`),
  );
  const rest = by.rejected - rejected.length;
  const more = rest > 0 ? [`  and ${n(rest)} more`] : [];
  return lines.length > 0 ? ["rejected:", ...lines, ...more] : [];
}

/** What was run, so that a result can be told from one under another version or setting. */
function tellStamp({ document, settings, hash }: Program): readonly string[] {
  const changed = Object.entries(settings).filter(
    ([name, value]) => document.parameters[name]?.default !== value,
  );
  const set = changed.map(([name, value]) => `${name}=${value}`).join(", ");
  return [
    `ruleset ${document.id} ${document.version}, sha256 ${hash}`,
    `settings that differ from the defaults: ${set || "none"}`,
  ];
}
