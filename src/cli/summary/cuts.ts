import type { Fitted, FittedCut } from "../../execute/fitted.ts";
import type { PlannedDecision } from "../../plan/plan.ts";
import { pointer } from "../../ruleset/diagnostics.ts";
import type { Language } from "../../ruleset/text.ts";
import { nodesOf } from "../job/facts.ts";
import type { Job } from "../job/prepare.ts";
import { frames, n } from "./words.ts";

/** Tells the cuts of a decision, partition by partition: places planned → members there are. */
export function tellCuts(
  d: PlannedDecision,
  { program }: Job,
  fitted: Fitted | undefined,
  lang: Language,
): readonly string[] {
  const own = nodesOf(program.plan, d).filter((node) => node.op === "rankCut");
  const paths = own.map((node) => node.origin.path);
  return paths
    .filter((path) => isIn(path, d.name))
    .flatMap((path) => {
      const cuts = Object.entries(fitted?.cuts[path] ?? {}).sort(largestFirst);
      const over = cuts.length - mostCuts;
      const rest = over > 0 ? [`  ${frames[lang].more(over)}`] : [];
      const head = cuts.length > 0 ? [`  ${frames[lang].places}`] : [];
      return [...head, ...cuts.slice(0, mostCuts).map((c) => tellCut(c, lang)), ...rest];
    });
}

const isIn = (path: string, decision: string) =>
  `${path}/`.startsWith(`${pointer("decisions", decision)}/`);
const mostCuts = 30;

type NamedCut = readonly [string, FittedCut];

const largestFirst = ([a, x]: NamedCut, [b, y]: NamedCut) =>
  y.ranked - x.ranked || (a < b ? -1 : 1);

function tellCut([partition, { classes, ranked, leftOut }]: NamedCut, lang: Language): string {
  const name = (JSON.parse(partition) as readonly string[]).join(", ") || frames[lang].all;
  const split = Object.entries(classes).map(
    ([c, { places, members }]) => `${c} ${n(places)} → ${n(members)}`,
  );
  return `    ${name}: ${split.join(", ")}${frames[lang].ranked(ranked, leftOut)}`;
}
