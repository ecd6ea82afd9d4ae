import { Decimal } from "../../plan/decimal.ts";
import type { Part } from "../../plan/plan.ts";
import type { Diagnostic } from "../../ruleset/diagnostics.ts";
import { canBe } from "../diagram/possible.ts";
import { leavesOf } from "../diagram/region.ts";
import type { Ref } from "../diagram/space.ts";
import type { Sense, Symbols } from "../diagram/symbols.ts";
import { warn } from "../messages.ts";
import { at, type Question, type Study } from "../study.ts";
import { type Asked, each } from "./each.ts";

/** Warns of indicators whose maximum nobody can reach. */
export function scorecardWarnings(study: Study): readonly Diagnostic[] {
  const parts = Object.values(study.plan.decisions).flatMap((d) => d.parts);
  return each(
    study,
    parts.flatMap((part) => askedOf(study, part)),
  );
}

function askedOf({ document }: Study, part: Part): readonly Asked[] {
  if (part.role !== "indicator" && part.role !== "component") return [];
  const { path } = part.origin;
  const { maximum } = at(document, path) as { readonly maximum?: unknown };
  if (typeof maximum !== "number") return [];
  const what = { zh: `\`${part.name}\` 的最高分`, en: `the most points of \`${part.name}\`` };
  const check = ({ s, m }: Question) => {
    const most = mostOf(s, m(part.node));
    if (most === undefined || most.gte(maximum)) return [];
    const words = { name: part.name, most: most.toString(), maximum: String(maximum) };
    return [warn("maximum-unreached", path, words)];
  };
  return [{ path, what, check }];
}

/** The most that a function can come to. */
function mostOf(s: Symbols, ref: Ref): Decimal | undefined {
  const ranked = leavesOf(s, ref)
    .flatMap((leaf) => highest(leaf).map((most) => ({ leaf, most })))
    .sort((a, b) => b.most.cmp(a.most));
  return ranked.find(({ leaf }) => canBe(s, ref, (other) => other === leaf))?.most;
}

/** The most a leaf stands for. */
function highest(leaf: Sense): readonly Decimal[] {
  if (leaf.is === "value") return leaf.value instanceof Decimal ? [leaf.value] : [];
  if (leaf.is !== "term") return [];
  const { form } = leaf.term;
  return [Decimal.max(leaf.term.at(form.low), leaf.term.at(form.high))];
}
