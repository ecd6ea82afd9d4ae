import type { Form, Known } from "../unread.ts";

const text: Known = { attributes: ["id", "label"], children: ["text"] };
const expression: Known = {
  attributes: ["id", "label", "typeRef", "expressionLanguage"],
  children: ["text"],
};

const item: Known = {
  attributes: ["id", "name", "label", "isCollection", "typeLanguage"],
  children: ["typeRef", "allowedValues", "typeConstraint", "itemComponent"],
};

/** All that is read of a decision's logic, and of the types around it. What is not here is refused, so that nothing is passed over. */
const known: Readonly<Record<string, Known>> = {
  decisionTable: {
    attributes: [
      "id",
      "label",
      "hitPolicy",
      "aggregation",
      "preferredOrientation",
      "outputLabel",
      "typeRef",
    ],
    children: ["input", "output", "annotation", "rule"],
  },
  input: { attributes: ["id", "label"], children: ["inputExpression", "inputValues"] },
  inputExpression: expression,
  inputValues: expression,
  output: {
    attributes: ["id", "name", "label", "typeRef"],
    children: ["outputValues", "defaultOutputEntry"],
  },
  outputValues: expression,
  defaultOutputEntry: expression,
  annotation: { attributes: ["name"] },
  rule: {
    attributes: ["id", "label"],
    children: ["inputEntry", "outputEntry", "annotationEntry"],
  },
  inputEntry: expression,
  outputEntry: expression,
  annotationEntry: text,
  text: { attributes: [] },
  itemDefinition: item,
  itemComponent: item,
  allowedValues: expression,
  typeConstraint: expression,
  typeRef: { attributes: [] },
  inputData: { attributes: ["id", "name", "label"], children: ["variable"] },
  variable: { attributes: ["id", "name", "label", "typeRef"] },
  invocation: {
    attributes: ["id", "label", "typeRef"],
    children: ["literalExpression", "binding"],
  },
  binding: { attributes: [], children: ["parameter", "literalExpression"] },
  parameter: { attributes: ["id", "name", "label", "typeRef"] },
  literalExpression: expression,
};

/** The form of a decision's logic; descriptions and what vendors add say nothing of the outcome. */
export const form: Form = { known, silent: ["description", "extensionElements"] };
