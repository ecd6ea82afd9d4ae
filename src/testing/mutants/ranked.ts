import { isOtherText } from "../../analyze/diagram/facts.ts";
import { isUnknown } from "../../analyze/diagram/leaf.ts";
import type { Meaning } from "../../analyze/diagram/meaning.ts";
import { leavesOf } from "../../analyze/diagram/region.ts";
import type { Sense, Symbols } from "../../analyze/diagram/symbols.ts";
import { order } from "../../execute/order.ts";
import type { Node, NodeOf, RankKey, Value } from "../../plan/node.ts";

/*
 * A cut knows of its keys only which subject comes before which. Other keys that put all subjects in
 * the same order make the same cut.
 */

type Cut = NodeOf<"rankCut">;

/** What a subject's key was, and what it is instead. */
type Pair = readonly [Exclude<Value, null>, Exclude<Value, null>];

/** Do two cuts differ in their keys alone, and put whatever subjects there can be in one order. */
export function isSameOrder(was: Node, is: Node, s: Symbols, m: Meaning, other: Meaning): boolean {
  if (was.op !== "rankCut" || is.op !== "rankCut") return false;
  if (policyOf(was) !== policyOf(is) || was.keys.length !== is.keys.length) return false;
  const read = (cut: Cut) => [cut.eligible, cut.barred, ...cut.by];
  if (read(was).some((id, i) => m(id) !== other(read(is)[i] as number))) return false;
  return was.keys.every((key, i) => isSameKey(key, is.keys[i] as RankKey, s, m, other));
}

/** What a cut states beside the nodes that it reads. */
function policyOf({ keys: _k, eligible: _e, barred: _b, by: _by, origin: _o, ...policy }: Cut) {
  return JSON.stringify(policy);
}

function isSameKey(was: RankKey, is: RankKey, s: Symbols, m: Meaning, other: Meaning): boolean {
  const turned = was.descending !== is.descending;
  const [before, after] = [m(was.of), other(is.of)];
  if (before === after && !turned) return true;
  const pairs = pairsOf(
    s,
    s.space.lift([before, after], ([a, b]) => marked(s, a as Sense, b as Sense)),
  );
  return pairs?.every((p) => pairs.every((q) => inOneOrder(p, q, turned))) ?? false;
}

function inOneOrder([a, x]: Pair, [b, y]: Pair, turned: boolean): boolean {
  const [before, after] = [sign(a, b), sign(x, y)];
  return before === (turned ? -after : after);
}

const sign = (a: Pair[0], b: Pair[0]) => Math.sign(order(a as never, b as never));

/** Where both keys are unknown there is no place to be had, whatever they are. */
function marked(s: Symbols, a: Sense, b: Sense) {
  if (isUnknown(a) && isUnknown(b)) return s.unknown;
  return s.space.leaf({ is: "mark", key: `mark ${a.key} → ${b.key}`, of: [a, b] });
}

/** All pairs that there can be; nothing where they are not told apart, or only one of them is known. */
function pairsOf(s: Symbols, ref: number): readonly Pair[] | undefined {
  const marks = leavesOf(s, ref).filter((leaf) => !isUnknown(leaf));
  const pairs = marks.map((leaf) => (leaf.is === "mark" ? leaf.of.map(placed) : []));
  return pairs.every((p): p is [Pair[0], Pair[1]] => p.length === 2 && !p.includes(null))
    ? pairs
    : undefined;
}

/** A value that can be put in an order; one leaf stands for all the texts that no rule names. */
function placed(sense: Sense): Value {
  if (sense.is !== "value" || Array.isArray(sense.value)) return null;
  return isOtherText(sense.value) ? null : sense.value;
}
