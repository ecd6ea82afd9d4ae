import type { RulesetDocument } from "../kinds/ruleset.ts";
import { documentOf } from "./document.ts";
import { type Card, readCard, surroundings } from "./pmml/card.ts";
import { make, type PmmlCode } from "./pmml/messages.ts";
import { collector, type FileRead, once, type Refuse } from "./refusal.ts";
import { childOf, childrenOf, type Element } from "./xml/element.ts";
import { parseXml } from "./xml.ts";

export type { PmmlCode } from "./pmml/messages.ts";
export type { FileRead, Refusal } from "./refusal.ts";

/**
 * Reads the scorecards of a PMML file (4.x) into a ruleset: each as a decision of the kind
 * `scorecard`, whose indicators are its characteristics. Where the card gives reason codes, a
 * `formula` beside it tells how far each characteristic lies below its baseline (or above it), and
 * the rule it cites is the reason code.
 *
 * A scorecard is carried over whole or refused. What PMML passes over because a value is missing is
 * undetermined here.
 *
 * @param xml - the text of the file
 * @returns the ruleset, to check with `loadRuleset`, and what could not be carried over
 * @throws TiercutError where `xml` is no text
 * @example
 * ```ts
 * import { compile, evaluate, loadRuleset } from "tiercut";
 * import { fromPmml } from "tiercut/pmml";
 *
 * const { document, refusals } = fromPmml(`
 *   <PMML xmlns="http://www.dmg.org/PMML-4_4" version="4.4">
 *     <Header />
 *     <DataDictionary>
 *       <DataField name="months" optype="continuous" dataType="integer" />
 *     </DataDictionary>
 *     <Scorecard modelName="Loyalty" functionName="regression" useReasonCodes="false">
 *       <MiningSchema><MiningField name="months" /></MiningSchema>
 *       <Characteristics>
 *         <Characteristic name="Time on net">
 *           <Attribute partialScore="5">
 *             <SimplePredicate field="months" operator="lessThan" value="12" />
 *           </Attribute>
 *           <Attribute partialScore="20"><True /></Attribute>
 *         </Characteristic>
 *       </Characteristics>
 *     </Scorecard>
 *   </PMML>`);
 * refusals; // []
 * const loaded = loadRuleset(document);
 * if (!loaded.ok) throw new Error("the ruleset has faults");
 * evaluate(compile(loaded.ruleset), "loyalty", { months: 12 }).outcome; // 20
 * ```
 */
export function fromPmml(xml: string): FileRead<PmmlCode> {
  const parsed = parseXml(xml);
  if ("refusal" in parsed) return { refusals: [parsed.refusal] };
  const { root } = parsed;
  const { refusals, refuse } = collector(make);
  if (root.name !== "PMML") refuse("not-pmml", root, { name: root.name });
  else refuseModels(root, refuse);
  const around = surroundings(root);
  const cards: Card[] = [];
  for (const element of root.name === "PMML" ? childrenOf(root, "Scorecard") : []) {
    const read = readCard(element, { ...around, read: cards });
    refusals.push(...read.refusals);
    if (read.card) cards.push(read.card);
  }
  return { ...(cards.length > 0 && { document: joined(root, cards) }), refusals: once(refusals) };
}

/** What of a file, beside its models, says nothing of a score that does not name it. */
const aside = [
  "Header",
  "MiningBuildTask",
  "DataDictionary",
  "TransformationDictionary",
  "Extension",
];

function refuseModels(root: Element, refuse: Refuse<PmmlCode>) {
  const models = childrenOf(root).filter((c) => !aside.includes(c.name));
  for (const model of models) {
    if (model.name !== "Scorecard") refuse("other-model", model, { name: model.name });
  }
  if (!models.some((m) => m.name === "Scorecard")) refuse("no-scorecard", root);
}

/** Puts the scorecards of a file into one ruleset. */
function joined(root: Element, cards: readonly Card[]): RulesetDocument {
  const [first] = cards;
  const name = first?.model ?? "";
  const { description, copyright } = childOf(root, "Header")?.attributes ?? {};
  const all = <K extends "facts" | "decisions">(key: K) =>
    Object.assign({}, ...cards.map((c) => c[key])) as Card[K];
  const head = { name, title: description || name, issuer: copyright };
  return documentOf(head, all("facts"), all("decisions"));
}
