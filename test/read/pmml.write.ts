import { type Attributes, escaped, tag } from "./tag.ts";

/*
 * Writes small PMML files: what a test is about, and no more.
 */

export const simple = (field: string, operator: string, value?: string | number) =>
  tag("SimplePredicate", { field, operator, value });
export const compound = (booleanOperator: string, ...parts: readonly string[]) =>
  tag("CompoundPredicate", { booleanOperator }, ...parts);
export const isIn = (field: string, booleanOperator: string, type: string, text: string) =>
  tag("SimpleSetPredicate", { field, booleanOperator }, tag("Array", { type }, escaped(text)));
export const always = tag("True", {});
export const attribute = (partialScore: number | undefined, ...inside: readonly string[]) =>
  tag("Attribute", { partialScore }, ...inside);
export const characteristic = (name: string, more: Attributes, ...attributes: readonly string[]) =>
  tag("Characteristic", { name, ...more }, ...attributes);

interface Parts {
  /** Fields by name: their type, and what stands inside their declaration. */
  readonly fields?: Readonly<Record<string, readonly [type: string, inside?: string]>>;
  readonly mining?: Readonly<Record<string, Attributes>>;
  readonly card?: Attributes;
  readonly characteristics: readonly string[];
  /** What else stands in the scorecard, in the file and in the dictionary. */
  readonly inCard?: string;
  readonly inFile?: string;
  readonly inDictionary?: string;
}

/** Writes a file with one scorecard, `Card`. */
export function pmml(parts: Parts): string {
  const { fields = { n: ["double"] }, mining = {}, card = {}, characteristics } = parts;
  const data = Object.entries(fields).map(([name, [dataType, inside = ""]]) =>
    tag("DataField", { name, optype: "continuous", dataType }, inside),
  );
  const schema = Object.keys(fields).map((name) => tag("MiningField", { name, ...mining[name] }));
  return tag(
    "PMML",
    { xmlns: "http://www.dmg.org/PMML-4_4", version: "4.4" },
    tag("Header", {}),
    tag("DataDictionary", {}, ...data, parts.inDictionary ?? ""),
    tag(
      "Scorecard",
      { modelName: "Card", functionName: "regression", useReasonCodes: "false", ...card },
      tag("MiningSchema", {}, ...schema),
      parts.inCard ?? "",
      tag("Characteristics", {}, ...characteristics),
    ),
    parts.inFile ?? "",
  );
}
