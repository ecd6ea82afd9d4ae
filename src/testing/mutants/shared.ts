import type { Node, NodeId } from "../../plan/node.ts";
import type { Plan } from "../../plan/plan.ts";

/** The fields of a node that hold nodes. */
const references: ReadonlySet<string> = new Set(
  "left right of dividend divisor date by input when value otherwise where eligible barred".split(
    " ",
  ),
);

/** Numbers nodes across plans: two have the same number where they and all they rest on are alike. */
export function numbering(): (plan: Plan) => readonly number[] {
  const numbers = new Map<string, number>();
  const known = new WeakMap<Plan, readonly number[]>();
  return (plan) => {
    const found = known.get(plan);
    if (found) return found;
    const made: number[] = [];
    for (const node of plan.nodes) {
      const key = JSON.stringify(contentOf(node), (name, value) => replaced(name, value, made));
      const number = numbers.get(key) ?? numbers.size;
      numbers.set(key, number);
      made.push(number);
    }
    known.set(plan, made);
    return made;
  };
}

const contentOf = ({ origin: _, ...node }: Node) => node;

function replaced(name: string, value: unknown, made: readonly number[]): unknown {
  if (name === "origin") return undefined;
  if (!references.has(name)) return value;
  const numberOf = (of: unknown) => (typeof of === "number" ? made[of as NodeId] : of);
  return Array.isArray(value) ? value.map(numberOf) : numberOf(value);
}
