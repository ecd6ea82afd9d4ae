import type { Refuse } from "../refusal.ts";
import { childrenOf, type Element } from "../xml/element.ts";
import type { PmmlCode } from "./messages.ts";

/** What of an element is read: its attributes, and the elements inside it. */
interface Known {
  readonly attributes: readonly string[];
  readonly children?: readonly string[];
}

/** Elements that say nothing of a score: a file with them, or without, is scored alike. */
const silent = ["Extension", "ModelStats", "ModelExplanation", "ModelVerification"];

const predicates = [
  "SimplePredicate",
  "SimpleSetPredicate",
  "CompoundPredicate",
  "True",
  "False",
] as const;

/** All that is read of a scorecard. What is not here is refused, so that nothing is passed over. */
const known: Readonly<Record<string, Known>> = {
  DataDictionary: { attributes: ["numberOfFields"], children: ["DataField"] },
  DataField: {
    attributes: ["name", "displayName", "optype", "dataType", "isCyclic"],
    children: ["Interval", "Value"],
  },
  Interval: { attributes: ["closure", "leftMargin", "rightMargin"] },
  Value: { attributes: ["value", "displayValue", "property"] },
  Scorecard: {
    attributes: [
      "modelName",
      "functionName",
      "algorithmName",
      "initialScore",
      "useReasonCodes",
      "reasonCodeAlgorithm",
      "baselineScore",
      "baselineMethod",
      "isScorable",
    ],
    children: ["MiningSchema", "Output", "Targets", "LocalTransformations", "Characteristics"],
  },
  MiningSchema: { attributes: [], children: ["MiningField"] },
  MiningField: {
    attributes: [
      "name",
      "usageType",
      "optype",
      "importance",
      "outliers",
      "lowValue",
      "highValue",
      "missingValueReplacement",
      "missingValueTreatment",
      "invalidValueTreatment",
      "invalidValueReplacement",
    ],
  },
  Characteristics: { attributes: [], children: ["Characteristic"] },
  Characteristic: { attributes: ["name", "reasonCode", "baselineScore"], children: ["Attribute"] },
  Attribute: {
    attributes: ["reasonCode", "partialScore"],
    children: [...predicates, "ComplexPartialScore"],
  },
  SimplePredicate: { attributes: ["field", "operator", "value"] },
  SimpleSetPredicate: { attributes: ["field", "booleanOperator"], children: ["Array"] },
  Array: { attributes: ["n", "type"] },
  CompoundPredicate: { attributes: ["booleanOperator"], children: predicates },
  True: { attributes: [] },
  False: { attributes: [] },
};

/** Refuses whatever stands in an element and is not read, at any depth. */
export function refuseUnread(element: Element, refuse: Refuse<PmmlCode>): void {
  const form = Object.hasOwn(known, element.name) ? known[element.name] : undefined;
  if (!form) return;
  for (const attribute of Object.keys(element.attributes)) {
    if (!form.attributes.includes(attribute)) refuse("unread", element, { what: attribute });
  }
  for (const child of childrenOf(element)) {
    if (silent.includes(child.name)) continue;
    if (form.children?.includes(child.name)) refuseUnread(child, refuse);
    else refuse("unread", child, { what: child.name });
  }
}
