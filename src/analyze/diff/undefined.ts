import { Decimal } from "../../plan/decimal.ts";
import { childrenOf, type Node, type NodeId, type NodeOf } from "../../plan/node.ts";
import type { Plan } from "../../plan/plan.ts";
import { compareSenses } from "../diagram/compare.ts";
import { given, type Meaning } from "../diagram/meaning.ts";
import type { Ref } from "../diagram/space.ts";
import { type Sense, type Symbols, senseOf, valueLeaf } from "../diagram/symbols.ts";

/** What a value is called that the policy leaves open: a divisor is zero. */
const undefinedValue = "undefined";

/** A value as it is handed out: `undefined` by name where a divisor is zero. */
export function withUndefined(s: Symbols, plan: Plan, m: Meaning, id: NodeId): Ref {
  const isUndefined = undefinedWhere(s, plan, m)(id);
  return s.space.lift([m(id), isUndefined], ([value, u]) =>
    holds(u) ? valueLeaf(s, undefinedValue) : s.space.leaf(value as Sense),
  );
}

const holds = (sense: Sense | undefined) => sense?.is === "value" && sense.value === true;
const fails = (sense: Sense | undefined) => sense?.is === "value" && sense.value === false;

/** Where a value is undefined, as results tell it: see `isUndefined` in `kinds/missing.ts`. */
function undefinedWhere(s: Symbols, plan: Plan, m: Meaning): (id: NodeId) => Ref {
  const known = new Map<NodeId, Ref>();
  const walk = (id: NodeId): Ref => {
    const found = known.get(id);
    if (found !== undefined) return found;
    const made = s.space.lift([m(id), inside(plan.nodes[id] as Node)], ([value, u]) =>
      s.space.lift([given(s, value as Sense)], ([g]) => (fails(g) && holds(u) ? s.yes : s.no)),
    );
    known.set(id, made);
    return made;
  };
  const some = (of: readonly Ref[]) =>
    of.reduce(
      (a, b) => s.space.lift([a, b], ([x, y]) => (holds(x) || holds(y) ? s.yes : s.no)),
      s.no,
    );
  const zero = senseOf(new Decimal(0));
  const inside = (node: Node): Ref => {
    if (node.op === "choose") return taken(node);
    if (node.op !== "quotient" && node.op !== "arithmetic" && node.op !== "round") return s.no;
    const parts = childrenOf(node).map(walk);
    if (node.op !== "quotient") return some(parts);
    const divided = s.space.lift([m(node.divisor)], ([d]) =>
      compareSenses(s, "=", d as Sense, zero),
    );
    return some([divided, ...parts]);
  };
  /** Only the case that is sure to be taken counts: a guarded division is not undefined. */
  const taken = ({ cases, otherwise }: NodeOf<"choose">): Ref =>
    cases.reduceRight(
      (rest, { when, value }) =>
        s.space.lift([m(when), walk(value), rest], ([w, mine, r]) =>
          fails(w) ? s.space.leaf(r as Sense) : holds(w) && holds(mine) ? s.yes : s.no,
        ),
      walk(otherwise),
    );
  return walk;
}
