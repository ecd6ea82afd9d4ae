import type { NodeId, Origin } from "../../plan/node.ts";
import type { Part } from "../../plan/plan.ts";
import type { Settled } from "../../ruleset/expression.ts";
import { fault } from "../../ruleset/fault.ts";
import { lowerExpression } from "../expression.ts";
import { declared, inside, type Lowered, type Lowering, partOf, report } from "../lowering.ts";
import type { DecisionOf } from "../schema.ts";

type Formula = DecisionOf<"formula">;
type Output = Formula["outputs"][string];

/** Lowers a formula: each output a value, undefined where one of its divisors is zero. */
export function lower(formula: Formula, at: Origin, ctx: Lowering): Lowered {
  const parts = Object.entries(formula.outputs).map(([name, output]) =>
    lowerOutput(name, output, partOf(at, name, output, "outputs", name), ctx),
  );
  const [only] = parts;
  return { outcome: parts.length === 1 && only ? only : parts, parts };
}

function lowerOutput(name: string, output: Settled<Output>, origin: Origin, ctx: Lowering): Part {
  const divisors: NodeId[] = [];
  const place = inside(origin, "value");
  const node = lowerExpression(output.value, { ...ctx, divisors }, place);
  const type = ctx.plan.type(node);
  for (const value of type.kind === "label" ? type.values : []) {
    declared(value, output.outcomes, ctx, place);
  }
  if (type.kind === "label" && !output.outcomes) {
    const expected = {
      zh: "这里可能得出的各个选项的名称",
      en: "the terms of the labels this can come to",
    };
    const words = { key: "outcomes", expected };
    report(ctx, fault("missing-key", origin.path, words));
  }
  const { unit, outcomes } = output;
  const undefinedWhen = divisors.length ? someZero(divisors, place, ctx) : undefined;
  return { name, role: "output", node, origin, undefinedWhen, unit, outcomes };
}

function someZero(divisors: readonly NodeId[], at: Origin, ctx: Lowering): NodeId {
  const zeros = [...new Set(divisors)].map((d) =>
    ctx.plan.compare("=", d, ctx.plan.constant(0, at), { ...at, label: labelOf(d, ctx, at) }),
  );
  return ctx.plan.any(zeros, at);
}

function labelOf(node: NodeId, ctx: Lowering, at: Origin) {
  return ctx.plan.nodes[node]?.origin.label ?? at.label;
}
