import { Decimal } from "../../plan/decimal.ts";
import type { Part } from "../../plan/plan.ts";
import type { Diagnostic } from "../../ruleset/diagnostics.ts";
import { leavesOf } from "../diagram/region.ts";
import type { Sense } from "../diagram/symbols.ts";
import { warn } from "../messages.ts";
import { ask, at, type Question, type Study } from "../study.ts";

/** Warns of indicators whose maximum nobody can reach. */
export function scorecardWarnings(study: Study): readonly Diagnostic[] {
  const q = ask(study);
  return Object.values(study.plan.decisions).flatMap((decision) =>
    decision.parts.flatMap((part) => unreached(study, q, part)),
  );
}

function unreached(study: Study, { s, m }: Question, part: Part): readonly Diagnostic[] {
  if (part.role !== "indicator" && part.role !== "component") return [];
  const { path } = part.origin;
  const { maximum } = at(study.document, path) as { readonly maximum?: unknown };
  const points = leavesOf(s, m(part.node)).flatMap(mostOf);
  if (typeof maximum !== "number" || points.length === 0) return [];
  const most = Decimal.max(...points);
  if (most.gte(maximum)) return [];
  const words = { name: part.name, most: most.toString(), maximum: String(maximum) };
  return [warn("maximum-unreached", path, words)];
}

/** The most a leaf stands for. */
function mostOf(leaf: Sense): readonly Decimal[] {
  if (leaf.is === "value") return leaf.value instanceof Decimal ? [leaf.value] : [];
  if (leaf.is !== "term") return [];
  const { form } = leaf.term;
  return [Decimal.max(leaf.term.at(form.low), leaf.term.at(form.high))];
}
