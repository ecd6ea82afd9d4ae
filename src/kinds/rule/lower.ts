import type { Origin } from "../../plan/node.ts";
import { lowerCondition, lowerNamed } from "../expression.ts";
import { inside, type Lowered, type Lowering, partOf } from "../lowering.ts";
import type { DecisionOf } from "../schema.ts";

/** Lowers a rule to its condition; its named conditions are the grounds a reason can cite. */
export function lower(rule: DecisionOf<"rule">, at: Origin, ctx: Lowering): Lowered {
  const node = lowerCondition(rule.when, ctx, inside(at, "when"));
  const outcome = { name: at.id, role: "output" as const, node, origin: at };
  const grounds = Object.entries(rule.conditions ?? {}).map(([name, named]) => ({
    name,
    role: "ground" as const,
    node: lowerNamed(name, ctx, at),
    origin: partOf(at, name, named, "conditions", name),
  }));
  return { outcome, parts: grounds };
}
