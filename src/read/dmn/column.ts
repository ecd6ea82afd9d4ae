import type { Namer } from "../names.ts";
import { childOf, type Element } from "../xml/element.ts";
import type { Column } from "./cell.ts";
import { parseOperand } from "./feel.ts";
import type { Reading } from "./reading.ts";
import { inputOf, isUnstated, simpleType, type Variable } from "./variable.ts";

/** Reads what a column of a table is about: one variable. */
export function readColumn(clause: Element, name: Namer, reading: Reading): Column | undefined {
  const expression = childOf(clause, "inputExpression");
  const text = reading.textOf(expression ?? clause);
  const found = variableOf(text, expression ?? clause, reading);
  if (!found) return undefined;
  const stated = simpleType(expression?.attributes.typeRef);
  const variable = isUnstated(found.typeName) && !found.decision ? { ...found, ...stated } : found;
  if (!variable.type) {
    reading.refuse("type", clause, { name: text, type: variable.typeName || "Any" });
    return undefined;
  }
  reading.use(variable).values.push(childOf(clause, "inputValues"));
  const key = name(clause.attributes.label || text);
  return { variable, input: inputOf(variable, key, reading.refer(variable)) };
}

/** Finds the variable of a column; a file may leave it to the column to declare it. */
function variableOf(text: string, at: Element, reading: Reading): Variable | undefined {
  const parsed = parseOperand(text, reading.names);
  if ("found" in parsed && "name" in parsed.found) return reading.variable(parsed.found.name, at);
  if ("rest" in parsed && isName(text)) {
    reading.refuse("undeclared", at, { name: text });
    return { name: text, typeName: "" };
  }
  reading.refuse("expression", at, { text });
  return undefined;
}

const keywords = ["true", "false", "null", "not", "if", "for", "some", "every", "function"];

/** Can a text be a name, or a path of names, and nothing that is computed. */
const isName = (text: string) =>
  /^[\p{L}_][\p{L}\p{N}_]*( [\p{L}\p{N}_]+)*(\.[\p{L}_][\p{L}\p{N}_]*( [\p{L}\p{N}_]+)*)*$/u.test(
    text,
  ) && !text.split(/[ .]/).some((word) => keywords.includes(word));
