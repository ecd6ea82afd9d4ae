import { Decimal } from "../../plan/decimal.ts";
import type { NodeOf } from "../../plan/node.ts";
import type { Diagnostic } from "../../ruleset/diagnostics.ts";
import type { Text } from "../../ruleset/text.ts";
import { stepAt } from "../diagram/meaning.ts";
import { leavesOf } from "../diagram/region.ts";
import type { Sense } from "../diagram/symbols.ts";
import { senseOf } from "../diagram/symbols.ts";
import { warn } from "../messages.ts";
import { ask, type Study } from "../study.ts";

/** Warns of bands that what is cut can never come into. */
export function bandWarnings(study: Study): readonly Diagnostic[] {
  const ladders = study.plan.nodes.flatMap((n) => (n.op === "ladder" ? [n] : []));
  return ladders.flatMap((ladder) => unreached(study, ladder));
}

function unreached(study: Study, ladder: NodeOf<"ladder">): readonly Diagnostic[] {
  const { s, m } = ask(study);
  const places = ladder.steps.map((_, i) => s.space.leaf(senseOf(new Decimal(i))));
  const hit = s.space.lift([m(ladder.input)], ([of]) => stepAt(s, of as Sense, ladder, places));
  const reached = new Set(leavesOf(s, hit).map((leaf) => leaf.key));
  return ladder.steps.flatMap(({ origin, from }, i) => {
    if (reached.has(senseOf(new Decimal(i)).key)) return [];
    const band = origin.id.split(".").at(-1) ?? origin.id;
    return [warn("unreachable-band", origin.path, { band, why: why(from) })];
  });
}

function why(from: Decimal | null): Text {
  if (from === null) return { zh: "数值不会低到这一档", en: "the number is never that low" };
  return {
    zh: `数值取不到从 ${from} 起的这一段`,
    en: `the number never lies in the part that begins at ${from}`,
  };
}
