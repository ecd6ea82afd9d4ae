import type { Part, PlannedDecision } from "../../plan/plan.ts";
import { partsOf, type Study } from "../study.ts";
import type { DecisionDifference, OutputDifference } from "./difference.ts";
import { points } from "./outcome.ts";
import { type Bounds, outputDifference, type Pair } from "./outputs.ts";

type Two<T> = readonly [T, T];

/** What is known of one decision by itself. */
export type Compared = Omit<DecisionDifference, "through">;

/** Compares one decision of two rulesets. */
export function decisionDifference(studies: Two<Study>, name: string, bounds: Bounds): Compared {
  const [before, after] = studies.map((x) => writtenIn(x, name));
  const known = after ?? before;
  const { label, citation } = known as NonNullable<typeof known>;
  const head = { decision: name, label, citation, outputs: [] };
  if (!before) return { ...head, status: "added" };
  if (!after) return { ...head, status: "removed" };
  const [a, b] = studies.map((x) => plannedIn(x, name));
  if (!a && !b) return { ...head, status: "unset" };
  if (!a) return { ...head, status: "runnable" };
  if (!b) return { ...head, status: "not-runnable" };
  return { ...head, ...comparePlanned(studies, [a, b], bounds) };
}

const writtenIn = ({ ruleset }: Study, name: string) => {
  const { decisions } = ruleset.document;
  return Object.hasOwn(decisions, name) ? decisions[name] : undefined;
};

const plannedIn = ({ plan }: Study, name: string) =>
  Object.hasOwn(plan.decisions, name) ? plan.decisions[name] : undefined;

function comparePlanned(
  studies: Two<Study>,
  [a, b]: Two<PlannedDecision>,
  bounds: Bounds,
): Pick<DecisionDifference, "status" | "outputs"> {
  const outcomes = pairsOf(outcomesOf(a), outcomesOf(b), "outcome");
  if (a.subject !== b.subject || !outcomes) return { status: "not-comparable", outputs: [] };
  const unit = [a.kind, b.kind].every((kind) => inPoints.has(kind)) ? points : undefined;
  const compare = (c: Pair) => outputDifference(studies, { ...c, unit }, bounds) ?? [];
  const outputs = outcomes.flatMap(compare);
  const parts = partPairs(a, b).flatMap(compare);
  return { status: statusOf(outputs, parts), outputs: [...outputs, ...parts] };
}

/** The kinds whose numbers are points. */
const inPoints = new Set(["scorecard", "appraisal"]);

function statusOf(
  outputs: readonly OutputDifference[],
  parts: readonly OutputDifference[],
): DecisionDifference["status"] {
  if (outputs.length === 0) return "same";
  // Where the whole can't be listed, its parts may still be: then it is known to differ.
  const differs = [...outputs, ...parts].some((o) => o.regions.length > 0);
  return differs ? "different" : "undecided";
}

const outcomesOf = ({ outcome }: PlannedDecision) => [outcome].flat() as readonly Part[];

function pairsOf(
  before: readonly Part[],
  after: readonly Part[],
  role: Pair["role"],
): readonly Pair[] | undefined {
  const pairs = after.map((part) => ({
    name: part.name,
    role,
    before: before.find((p) => p.name === part.name) as Part,
    after: part,
  }));
  const whole = before.length === after.length && pairs.every((p) => p.before !== undefined);
  return whole ? pairs : undefined;
}

/** The parts that a whole is made of: indicators, items and their like. */
function partPairs(a: PlannedDecision, b: PlannedDecision): readonly Pair[] {
  const outcomes = new Set(outcomesOf(b).map((p) => p.node));
  return partsOf(b).flatMap((after) => {
    const before = a.parts.find((p) => p.name === after.name);
    if (!before || outcomes.has(after.node) || after.role === "ground") return [];
    return [{ name: after.name, role: "part" as const, before, after }];
  });
}
