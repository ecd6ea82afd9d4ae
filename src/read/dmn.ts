import type { Fact } from "../ruleset/schema/fact.ts";
import { factOf } from "./dmn/fact.ts";
import { form } from "./dmn/known.ts";
import { type DmnCode, make } from "./dmn/messages.ts";
import { type Model, readModel } from "./dmn/model.ts";
import type { Use } from "./dmn/reading.ts";
import { documentOf } from "./document.ts";
import { collector, type FileRead, once, type Refuse } from "./refusal.ts";
import { unreadIn } from "./unread.ts";
import { childrenOf, type Element } from "./xml/element.ts";
import { parseXml } from "./xml.ts";

export type { DmnCode } from "./dmn/messages.ts";
export type { FileRead, Refusal } from "./refusal.ts";

/**
 * Reads the decision tables of a DMN file (1.1 and later) into a ruleset: each as a decision of the
 * kind `table`. A decision is carried over whole or refused; where a table rests on one that was
 * refused, its result is a fact to hand in. Text outcomes keep their wording as the official term.
 *
 * What a cell of a ruleset can't say, such as a comparison with another input, becomes an input of
 * its own, a yes or no. What DMN makes of a missing value (null, which matches nothing) is
 * undetermined here.
 *
 * @param xml - the text of the file
 * @returns the ruleset, to check with `loadRuleset`, and what could not be carried over
 * @throws TiercutError where `xml` is no text
 * @example
 * ```ts
 * import { compile, evaluate, loadRuleset } from "tiercut";
 * import { fromDmn } from "tiercut/dmn";
 *
 * const { document, refusals } = fromDmn(`
 *   <definitions name="Service" xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/">
 *     <inputData name="Star"><variable name="Star" typeRef="number" /></inputData>
 *     <decision name="Service Level">
 *       <decisionTable hitPolicy="FIRST">
 *         <input><inputExpression typeRef="number"><text>Star</text></inputExpression></input>
 *         <output />
 *         <rule>
 *           <inputEntry><text>[4..5]</text></inputEntry>
 *           <outputEntry><text>"own manager"</text></outputEntry>
 *         </rule>
 *         <rule>
 *           <inputEntry><text>-</text></inputEntry>
 *           <outputEntry><text>"hotline"</text></outputEntry>
 *         </rule>
 *       </decisionTable>
 *     </decision>
 *   </definitions>`);
 * refusals; // []
 * const loaded = loadRuleset(document);
 * if (!loaded.ok) throw new Error("the ruleset has faults");
 * const level = evaluate(compile(loaded.ruleset), "serviceLevel", { star: 4 });
 * level.outcome; // "own-manager"
 * level.term?.en; // "own manager"
 * ```
 */
export function fromDmn(xml: string): FileRead<DmnCode> {
  const parsed = parseXml(xml);
  if ("refusal" in parsed) return { refusals: [parsed.refusal] };
  const { root } = parsed;
  const { refusals, refuse } = collector(make);
  if (root.name !== "definitions" || !root.namespace.includes("/spec/DMN/")) {
    refuse("not-dmn", root, { name: root.name });
    return { refusals };
  }
  refuseAside(root, refuse);
  const model = readModel(root);
  refusals.push(...model.refusals);
  const decisions = [...model.decisions].map(([name, read]) => [name, read.decision]);
  if (decisions.length === 0) return { refusals: once(refusals) };
  const title = root.attributes.name || "DMN";
  const facts = factsOf(model, refuse);
  const document = documentOf({ name: title, title }, facts, Object.fromEntries(decisions));
  return { document, refusals: once(refusals) };
}

/** What a file may have beside its decisions; drawings and notes say nothing of an outcome. */
const aside = [
  "description",
  "extensionElements",
  "itemDefinition",
  "decision",
  "inputData",
  "businessKnowledgeModel",
  "knowledgeSource",
  "textAnnotation",
  "association",
  "group",
  "elementCollection",
  "organizationUnit",
  "performanceIndicator",
];

function refuseAside(root: Element, refuse: Refuse<DmnCode>) {
  for (const child of childrenOf(root)) {
    const { name = "" } = child.attributes;
    if (!aside.includes(child.name)) refuse("beside", child, { what: child.name, name });
    const isType = child.name === "itemDefinition" || child.name === "inputData";
    for (const { element, what } of isType ? unreadIn(child, form) : []) {
      refuse("beside", element, { what, name });
    }
  }
  if (childrenOf(root, "decision").length === 0) refuse("no-decision", root);
}

/** Makes the facts that the decisions look at, each once for all of them. */
function factsOf(model: Model, refuse: Refuse<DmnCode>): Readonly<Record<string, Fact>> {
  const byName = new Map<string, Use[]>();
  for (const [name, use] of [...model.decisions.values()].flatMap((d) => [...d.uses])) {
    byName.set(name, [...(byName.get(name) ?? []), use]);
  }
  const facts = [...byName].map(([name, uses]) => {
    return [model.factName(name), factOf(name, uses, refuse)] as const;
  });
  return Object.fromEntries(facts);
}
