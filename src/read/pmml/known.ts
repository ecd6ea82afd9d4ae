import type { Form, Known } from "../unread.ts";

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

/** The form of a scorecard, and of the dictionary it is read with. */
export const form: Form = { known, silent };
