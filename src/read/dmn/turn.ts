import { childrenOf, type Element } from "../xml/element.ts";

/**
 * Puts decisions in the order in which they rest on one another. Those that rest on a circle have no
 * place in it.
 */
export function inTurn(decisions: readonly Element[]) {
  const byId = new Map(decisions.map((d) => [d.attributes.id ?? "", d]));
  const waiting = new Map(decisions.map((d) => [d, requiredBy(d, byId)]));
  const resting = new Map<Element, Element[]>();
  for (const [decision, required] of waiting) {
    for (const r of required) resting.set(r, [...(resting.get(r) ?? []), decision]);
  }
  const open = new Map([...waiting].map(([d, required]) => [d, required.size]));
  const ordered = decisions.filter((d) => open.get(d) === 0);
  // A list goes on over what is added while it is gone through.
  for (const done of ordered) {
    for (const next of resting.get(done) ?? []) {
      open.set(next, (open.get(next) ?? 0) - 1);
      if (open.get(next) === 0) ordered.push(next);
    }
  }
  const placed = new Set(ordered);
  return { ordered, circular: decisions.filter((d) => !placed.has(d)) };
}

/** The decisions that one requires; one in another file is none of ours. */
function requiredBy(decision: Element, byId: ReadonlyMap<string, Element>): ReadonlySet<Element> {
  const required = childrenOf(decision, "informationRequirement")
    .flatMap((r) => childrenOf(r, "requiredDecision"))
    .flatMap(({ attributes: { href = "" } }) => {
      const found = href.startsWith("#") ? byId.get(href.slice(1)) : undefined;
      return found ? [found] : [];
    });
  return new Set(required);
}
