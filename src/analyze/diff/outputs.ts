import type { Node, NodeId } from "../../plan/node.ts";
import type { Part } from "../../plan/plan.ts";
import type { Text } from "../../ruleset/text.ts";
import { meaningOf } from "../diagram/meaning.ts";
import { type Regions, regionsOf } from "../diagram/region.ts";
import { type Ref, TooMany } from "../diagram/space.ts";
import { type Symbols, symbolsOf } from "../diagram/symbols.ts";
import { nodesUnder, type Study } from "../study.ts";
import type { Comparing, Pair } from "./comparing.ts";
import type { OutputDifference } from "./difference.ts";
import { partByKnown } from "./known.ts";
import { type Located, located } from "./located.ts";
import { markDifferences } from "./marks.ts";
import { type Rooted, type Side, type Split, splitSums, totalOf, whereAllGiven } from "./sums.ts";
import { withUndefined } from "./undefined.ts";

/** Finds where one value of a decision differs; nothing where it is the same for every account. */
export function outputDifference(c: Comparing, pair: Pair): OutputDifference | undefined {
  const split = splitOf(c, pair);
  if (split.before.length + split.after.length === 0) return undefined;
  const head = headOf(pair);
  if (restsOnLone(c, split)) return { ...head, regions: [], complete: false, why: population };
  try {
    return differing(c, pair, split, head);
  } catch (error) {
    if (!(error instanceof TooMany)) throw error;
    return { ...head, regions: [], complete: false, why: tooMany };
  }
}

type Head = Omit<OutputDifference, "regions" | "complete">;

function headOf({ name, role, before, after, label }: Pair): Head {
  const { origin } = (after ?? before) as Part;
  const { citation, path } = origin;
  const only = !before ? "after" : !after ? "before" : undefined;
  return { name, label: label ?? origin.label, role, citation, path, ...(only && { only }) };
}

/** What is compared of a pair: of sums only what they do not share. */
export function splitOf(c: Comparing, { before, after }: Pair): Split {
  const [a, b] = [rooted(c, 0, before), rooted(c, 1, after)];
  if (!a || !b) return { before: a ? [a.node] : [], after: b ? [b.node] : [], shared: [] };
  if (a.shapes[a.node] === b.shapes[b.node]) return { before: [], after: [], shared: [b.node] };
  const isWhole = before?.undefinedWhen !== undefined || after?.undefinedWhen !== undefined;
  return isWhole ? { before: [a.node], after: [b.node], shared: [] } : splitSums(a, b);
}

function rooted(c: Comparing, which: 0 | 1, part: Part | undefined): Rooted | undefined {
  const { plan } = c.studies[which];
  return part && { plan, shapes: c.shapes[which], names: c.names[which], node: part.node };
}

function restsOnLone({ studies, lone }: Comparing, split: Split): boolean {
  if (lone.size === 0) return false;
  const under = [split.before, split.after].map((nodes, i) => {
    const { plan } = studies[i] as Study;
    return [...nodesUnder(plan, nodes)].map((id) => plan.nodes[id] as Node);
  });
  return under.flat().some((node) => node.op === "fact" && lone.has(node.name));
}

function differing(
  c: Comparing,
  pair: Pair,
  split: Split,
  head: Head,
): OutputDifference | undefined {
  const s = symbolsOf(
    c.studies.map((x) => x.plan),
    c.steps,
  );
  const marked = markedIn(c, pair, split, s);
  if (marked === s.yes) return undefined;
  const { regions, complete } = differentRegions(s, marked, c.regions);
  const found = regions.map((region) => located(c, pair, split, s, region));
  const listed = found.flatMap((f) => (typeof f === "string" ? [] : [f]));
  if (complete && found.every((f) => f === "empty")) return undefined;
  const why = reasonOf(complete, found, listed.length);
  return { ...head, regions: listed, complete: why === undefined, ...(why && { why }) };
}

/** Yes where a value comes to the same in both rulesets; elsewhere a mark. */
function markedIn(c: Comparing, { before, after }: Pair, split: Split, s: Symbols): Ref {
  const sides = c.studies.map(({ plan }) => ({ plan, m: meaningOf(plan, s) }));
  const [a, b] = sides as [Side, Side];
  const total = (side: Side, nodes: readonly NodeId[], part: Part | undefined) => {
    const [only] = nodes;
    const isNamed = only !== undefined && part?.undefinedWhen !== undefined;
    return isNamed ? withUndefined(s, side.plan, side.m, only) : totalOf(s, side, nodes);
  };
  const marked = markDifferences(s, total(a, split.before, before), total(b, split.after, after));
  return whereAllGiven(s, b, split.shared, marked);
}

/** First the regions of accounts with all their facts known, then the others. */
function differentRegions(s: Symbols, marked: Ref, most: number): Regions {
  const { known, open } = partByKnown(s, marked);
  const [first, rest] = [known, open].map((ref) =>
    regionsOf(s, ref, (leaf) => leaf.is === "mark", most),
  ) as [Regions, Regions];
  return {
    regions: [...first.regions, ...rest.regions],
    complete: first.complete && rest.complete,
  };
}

const tooMany: Text = {
  zh: "情形过多，未能逐一查完",
  en: "there are too many cases to go through",
};
const population: Text = {
  zh: "取决于整个总体，不能按单个客户列出",
  en: "that depends on the whole population, and not on one account",
};
const unconfirmed: Text = {
  zh: "有的区域取决于算出的数值，未能找到实例",
  en: "some regions rest on computed values, and no account was found in them",
};

function reasonOf(complete: boolean, found: readonly Located[], listed: number): Text | undefined {
  if (!complete)
    return {
      zh: `不止所列的 ${listed} 处`,
      en: `there are more than the ${listed} that ${listed === 1 ? "is" : "are"}`,
    };
  return found.includes("not-found") ? unconfirmed : undefined;
}
