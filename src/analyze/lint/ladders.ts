import { Decimal } from "../../plan/decimal.ts";
import type { NodeId, NodeOf } from "../../plan/node.ts";
import type { Text } from "../../ruleset/text.ts";
import { isTrue } from "../diagram/leaf.ts";
import { stepAt } from "../diagram/meaning.ts";
import { possibleLeaves } from "../diagram/possible.ts";
import type { Sense } from "../diagram/symbols.ts";
import { senseOf } from "../diagram/symbols.ts";
import { warn } from "../messages.ts";
import type { Question, Study } from "../study.ts";
import type { Asked } from "./each.ts";

/** Asks of bands whether what is cut can come into each. */
export function ofBands(study: Study): readonly Asked[] {
  return study.plan.nodes.flatMap((n, id) => {
    if (n.op !== "ladder") return [];
    const check = (q: Question) => unreached(q, n, singlesOf(study, id, n));
    return [{ path: n.origin.path, what: { zh: "各档", en: "these bands" }, check }];
  });
}

/** The tests for single values that are treated apart: what they take no band holds. */
function singlesOf({ plan }: Study, id: NodeId, { origin }: NodeOf<"ladder">): readonly NodeId[] {
  return plan.nodes.flatMap((n) =>
    n.op === "choose" && n.otherwise === id && n.origin.path === origin.path
      ? n.cases.map((c) => c.when)
      : [],
  );
}

function unreached({ s, m }: Question, ladder: NodeOf<"ladder">, singles: readonly NodeId[]) {
  const places = ladder.steps.map((_, i) => s.space.leaf(senseOf(new Decimal(i))));
  const hit = s.space.lift([m(ladder.input), ...singles.map(m)], ([of, ...apart]) =>
    apart.some(isTrue) ? s.unknown : stepAt(s, of as Sense, ladder, places),
  );
  const reached = new Set(possibleLeaves(s, hit).map((leaf) => leaf.key));
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
