import type { Node } from "../../plan/node.ts";
import type { Part, Plan, PlannedDecision } from "../../plan/plan.ts";
import { join } from "../../plan/type.ts";
import { pointer } from "../../ruleset/diagnostics.ts";
import { referencesIn } from "../../ruleset/settle.ts";
import { narrowest } from "../diagram/symbols.ts";
import { nodesUnder, partsOf, type Study } from "../study.ts";
import { basisPairs } from "./basis.ts";
import { changesIn } from "./changes.ts";
import type { Comparing, Pair, Two, Whole } from "./comparing.ts";
import type { DecisionDifference, OutputDifference } from "./difference.ts";
import { points } from "./outcome.ts";
import { outputDifference } from "./outputs.ts";
import { lonePairs, withSum } from "./summands.ts";

/** What is known of one decision by itself, and which others it rests on. */
export type Compared = Omit<DecisionDifference, "through"> & { readonly uses: readonly string[] };

/** Compares one decision of two rulesets. */
export function decisionDifference(c: Comparing, name: string): Compared {
  const [before, after] = c.studies.map((x) => writtenIn(x, name));
  const { label, citation } = (after ?? before) as NonNullable<typeof after>;
  const uses = [...new Set([before, after].flatMap((d) => referencesIn(d)))];
  const head = { decision: name, label, citation };
  const alone = (status: Compared["status"]): Compared => {
    return { ...head, status, outputs: [], changes: [], uses };
  };
  if (!before) return alone("added");
  if (!after) return alone("removed");
  const [a, b] = c.studies.map((x) => plannedIn(x, name));
  if (!a && !b) return alone("unset");
  if (!a) return alone("runnable");
  if (!b) return alone("not-runnable");
  const documents = c.studies.map((x) => x.document) as [object, object];
  const changes = changesIn(pointer("decisions", name), ...documents).filter((x) => x.matters);
  return { ...head, ...comparePlanned(c, [a, b]), changes, uses };
}

const writtenIn = ({ ruleset }: Study, name: string) => {
  const { decisions } = ruleset.document;
  return Object.hasOwn(decisions, name) ? decisions[name] : undefined;
};

const plannedIn = ({ plan }: Study, name: string) =>
  Object.hasOwn(plan.decisions, name) ? plan.decisions[name] : undefined;

function comparePlanned(
  c: Comparing,
  both: Two<PlannedDecision>,
): Pick<DecisionDifference, "status" | "outputs"> {
  const [a, b] = both;
  const wholes = pairsOf(outcomesOf(a), outcomesOf(b));
  const isAlike = a.subject === b.subject && wholes?.every((pair) => isComparable(c, pair));
  if (!wholes || !isAlike) return { status: "not-comparable", outputs: [] };
  const unit = [a.kind, b.kind].every((kind) => inPoints.has(kind)) ? points : undefined;
  const compare = (pairs: readonly Pair[]) =>
    pairs.flatMap((pair) => outputDifference(c, { ...pair, unit }) ?? []);
  const shared = [...wholes, ...partPairs(both).filter((pair) => isComparable(c, pair))];
  const found = compare([...shared, ...lonePairs(c, both, shared)]);
  const outputs = found.map((o) => withSum(c, both, shared, found, o));
  const basis = found.length > 0 ? compare(basisPairs(c, both)) : [];
  return { status: statusOf(outputs), outputs: [...outputs, ...basis] };
}

/** The kinds whose numbers are points. */
const inPoints = new Set(["scorecard", "appraisal"]);

function statusOf(outputs: readonly OutputDifference[]): DecisionDifference["status"] {
  const outcomes = outputs.filter((o) => o.role === "outcome");
  if (outcomes.length === 0) return "same";
  return outcomes.some((o) => o.regions.length > 0) ? "different" : "undecided";
}

const outcomesOf = ({ outcome }: PlannedDecision) => [outcome].flat() as readonly Part[];

function pairsOf(before: readonly Part[], after: readonly Part[]): readonly Whole[] | undefined {
  const pairs = after.flatMap((part) => {
    const was = before.find((p) => p.name === part.name);
    return was ? [{ name: part.name, role: "outcome" as const, before: was, after: part }] : [];
  });
  return pairs.length === before.length && pairs.length === after.length ? pairs : undefined;
}

/** The parts that a whole is made of: indicators, items and their like. */
function partPairs([a, b]: Two<PlannedDecision>): readonly Whole[] {
  const outcomes = new Set(outcomesOf(b).map((p) => p.node));
  return partsOf(b).flatMap((after) => {
    const before = a.parts.find((p) => p.name === after.name);
    if (!before || outcomes.has(after.node) || after.role === "ground") return [];
    return [{ name: after.name, role: "part" as const, before, after }];
  });
}

/** Can two values be held against each other: they are of one kind, and so are their facts. */
function isComparable({ studies, shapes }: Comparing, { before, after }: Whole): boolean {
  const [a, b] = studies.map((x) => x.plan) as [Plan, Plan];
  if (shapes[0][before.node] === shapes[1][after.node]) return true;
  const [x, y] = [a.nodes[before.node] as Node, b.nodes[after.node] as Node];
  if (!join([x.type, y.type])) return false;
  const was = new Map(factsUnder(a, before).map((f) => [f.name, f.type]));
  return factsUnder(b, after).every(({ name, type }) => {
    const known = was.get(name);
    return !known || narrowest(known, type).kind !== "any";
  });
}

const factsUnder = (plan: Plan, { node }: Part) =>
  [...nodesUnder(plan, [node])].flatMap((id) => {
    const under = plan.nodes[id] as Node;
    return under.op === "fact" ? [under] : [];
  });
