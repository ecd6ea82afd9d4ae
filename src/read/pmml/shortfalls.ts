import type { WrittenOf } from "../../kinds/schema.ts";
import { both, exactNumber, subject } from "../document.ts";
import type { Refuse } from "../refusal.ts";
import type { Element } from "../xml/element.ts";
import type { PmmlCode } from "./messages.ts";
import type { Characteristic } from "./scorecard.ts";

/**
 * Makes the decision that tells how far each characteristic falls short of its baseline: what ranks
 * the reason codes. The code itself is the rule that is cited.
 */
export function shortfallsOf(
  card: Element,
  decision: string,
  characteristics: readonly Characteristic[],
  refuse: Refuse<PmmlCode>,
): WrittenOf<"formula"> | undefined {
  const { useReasonCodes = "true", reasonCodeAlgorithm, baselineScore } = card.attributes;
  if (useReasonCodes !== "true") return undefined;
  const above = reasonCodeAlgorithm === "pointsAbove";
  const outputs = characteristics.flatMap(({ element, name, label, citation }) => {
    const baseline = exactNumber(element.attributes.baselineScore ?? baselineScore ?? "");
    if (baseline === undefined) refuse("no-baseline", element, { name: label });
    if (baseline === undefined) return [];
    const points = { decision: `${decision}.${name}` };
    const difference = above ? ([points, baseline] as const) : ([baseline, points] as const);
    return [[name, { label: both(label), citation, value: { difference } }] as const];
  });
  if (outputs.length === 0) return undefined;
  const label = above
    ? { zh: "各项特征高出基准分多少", en: "points above the baseline" }
    : { zh: "各项特征比基准分低多少", en: "points below the baseline" };
  const citation = { rule: outputs[0]?.[1].citation.rule ?? decision, clause: "baselineScore" };
  return {
    kind: "formula",
    subject,
    label,
    citation,
    outputs: Object.fromEntries(outputs),
  } as const;
}
