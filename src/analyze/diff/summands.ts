import type { NodeId } from "../../plan/node.ts";
import type { Part, PlannedDecision, Role } from "../../plan/plan.ts";
import type { Comparing, Pair, Two, Whole } from "./comparing.ts";
import type { OutputDifference } from "./difference.ts";
import { splitOf } from "./outputs.ts";

/*
 * Takes sums apart by their named parts: a scorecard by its indicators, an appraisal by its items.
 * A part that only one of two sums has counts as 0 in the other.
 */

/** The parts that two sums do not share, by what they are made of; nothing for what has no name. */
function apart(c: Comparing, both: Two<PlannedDecision>, pair: Whole) {
  const { before, after } = splitOf(c, pair);
  return [namedIn(before, both[0]), namedIn(after, both[1])] as const;
}

/** The part that each node is; two parts may be the same node, and each counts. */
function namedIn(nodes: readonly NodeId[], { parts }: PlannedDecision) {
  const left = parts.filter((p) => summands.has(p.role));
  return nodes.map((node) => {
    const at = left.findIndex((p) => p.node === node);
    return at < 0 ? undefined : left.splice(at, 1)[0];
  });
}

const summands: ReadonlySet<Role> = new Set(["indicator", "component", "item"]);

const isPart = (part: Part | undefined): part is Part => part !== undefined;

/** The parts of sums that only one of two decisions has, to be held against 0. */
export function lonePairs(
  c: Comparing,
  both: Two<PlannedDecision>,
  shared: readonly Whole[],
): readonly Pair[] {
  const names = (of: PlannedDecision) => new Set(of.parts.map((p) => p.name));
  const [a, b] = [names(both[0]), names(both[1])];
  const split = shared.map((pair) => apart(c, both, pair));
  const gone = split.flatMap(([before]) => before.filter(isPart)).filter((p) => !b.has(p.name));
  const come = split.flatMap(([, after]) => after.filter(isPart)).filter((p) => !a.has(p.name));
  const role = "part" as const;
  return [
    ...once(gone).map((before): Pair => ({ name: before.name, role, before })),
    ...once(come).map((after): Pair => ({ name: after.name, role, after })),
  ];
}

const once = (parts: readonly Part[]) =>
  parts.filter((p, i) => parts.findIndex((q) => q.name === p.name) === i);

/** Names the parts by whose sum a value differs, where all that it does not share are parts. */
export function withSum(
  c: Comparing,
  both: Two<PlannedDecision>,
  shared: readonly Whole[],
  found: readonly OutputDifference[],
  output: OutputDifference,
): OutputDifference {
  const pair = shared.find((p) => p.name === output.name && p.role === output.role);
  const sides = pair ? apart(c, both, pair) : [];
  const parts = sides.flat();
  if (parts.length === 0 || !parts.every(isPart)) return output;
  const names = new Set(parts.map((p) => p.name));
  // A part that has moved into another sum is held against itself there, and not against 0.
  const isWhole = sides.every((side, i) =>
    both[i]?.parts.every(({ name }) => !names.has(name) || side.some((p) => p?.name === name)),
  );
  if (!isWhole) return output;
  const differing = found.filter((o) => o.role === "part" && names.has(o.name));
  return { ...output, sumOf: differing.map((o) => o.name) };
}
