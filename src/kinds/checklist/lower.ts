import type { NodeId, Origin } from "../../plan/node.ts";
import type { Part } from "../../plan/plan.ts";
import type { Text } from "../../ruleset/text.ts";
import { conditionOr, lowerCondition } from "../expression.ts";
import { inside, type Lowered, type Lowering, ordered, partOf } from "../lowering.ts";
import type { DecisionOf } from "../schema.ts";

type Checklist = DecisionOf<"checklist">;
type Section = Checklist["sections"][string];

/** Lowers a checklist: an item is met, or does not apply; a section is all of its items. */
export function lower(list: Checklist, at: Origin, ctx: Lowering): Lowered {
  const { plan } = ctx;
  const sections = ordered(list.order, list.sections, ctx, at).map(([name, section]) => {
    const origin = partOf(at, name, section, "sections", name);
    const items = itemsOf(section, origin, at, ctx);
    const node = plan.all(
      items.map((i) => passes(i, ctx)),
      origin,
    );
    return { section, items, part: { name, role: "section", node, origin } satisfies Part };
  });
  const items = sections.flatMap((s) => s.items);
  const node = plan.all(
    sections.map((s) => s.part.node),
    at,
  );
  const detail = { role: "detail" as const, origin: at };
  const counts: Part[] = [
    {
      ...detail,
      name: "filled",
      node: plan.count(
        items.map((i) => counted(i, i.node, ctx)),
        at,
      ),
    },
    {
      ...detail,
      name: "total",
      node: plan.count(
        items.map((i) => i.applies as NodeId),
        at,
      ),
    },
  ];
  const next = nextStep(list, sections, at, ctx);
  return {
    outcome: { name: at.id, role: "output", node, origin: at },
    parts: [...sections.map((s) => s.part), ...items, ...counts, ...(next ? [next] : [])],
    route: list.done?.route?.map((step, i) => partOf(at, step.unit, step, "done", "route", i)),
  };
}

function itemsOf(section: Section, origin: Origin, list: Origin, ctx: Lowering): readonly Part[] {
  return Object.entries(section.items).map(([name, item]) => {
    const at = { ...partOf(origin, name, item, "items", name), id: `${list.id}.${name}` };
    const applies = conditionOr(item.applies, true, ctx, inside(at, "applies"));
    const node = lowerCondition(item.when, ctx, inside(at, "when"));
    return { name, role: "item", node, origin: at, applies };
  });
}

/** An item does no harm where it is met or does not apply. */
function passes(item: Part, ctx: Lowering): NodeId {
  const out = ctx.plan.not(item.applies as NodeId, item.origin);
  return ctx.plan.any([out, item.node], item.origin);
}

/** An item counts as filled where it applies and is met. */
function counted(item: Part, met: NodeId, ctx: Lowering): NodeId {
  return ctx.plan.all([item.applies as NodeId, met], item.origin);
}

/** The step of the first section that is not met, or what to do once all are. */
function nextStep(
  list: Checklist,
  sections: readonly { readonly section: Section; readonly part: Part }[],
  at: Origin,
  ctx: Lowering,
): Part | undefined {
  const { done } = list;
  if (!done) return undefined;
  const outcomes: Record<string, Text> = { [done.outcome]: done.label };
  const cases = sections.map(({ section, part }) => {
    const origin = { ...inside(part.origin, "step"), ...section.step };
    const when = ctx.plan.not(part.node, origin);
    // A section without a step leaves open what is next, and does not pass for done.
    if (!section.step) return { when, value: ctx.plan.nothing(origin), origin };
    outcomes[section.step.outcome] = section.step.label;
    return { when, value: ctx.plan.constant(section.step.outcome, origin), origin };
  });
  const origin = { ...inside(at, "done"), label: done.label, citation: done.citation };
  const otherwise = ctx.plan.constant(done.outcome, origin);
  const node = cases.length ? ctx.plan.choose({ cases, otherwise }, origin) : otherwise;
  return { name: "next", role: "detail", node, origin, outcomes };
}
