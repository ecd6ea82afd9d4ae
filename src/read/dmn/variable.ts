import type { Input } from "../asked.ts";
import { childOf, childrenOf, type Element } from "../xml/element.ts";

/** The types that a fact can have, among those of DMN. */
export type Simple = "number" | "text" | "boolean" | "date";

/** Something that a table can look at, under its name in FEEL. */
export interface Variable {
  readonly name: string;
  /** The decision it comes from; none where it is handed in. */
  readonly decision?: string;
  /** Its type; none where the file does not say, or says one that no fact can have. */
  readonly type?: Simple | undefined;
  /** The type as the file calls it. */
  readonly typeName: string;
  /** Of a decision that comes to labels: each outcome of the file, and what it is called here. */
  readonly outcomes?: ReadonlyMap<string, string>;
  /** What its type says it may be: the text of unary tests, and where that stands. */
  readonly allowed?: Element | undefined;
}

/** Which input of a table a variable is. */
export function inputOf(variable: Variable, key: string, refer: Input["refer"]): Input {
  const type = variable.outcomes ? "label" : (variable.type ?? "text");
  return { name: variable.name, key, refer, type };
}

const simple: Readonly<Record<string, Simple>> = {
  number: "number",
  integer: "number",
  long: "number",
  double: "number",
  string: "text",
  boolean: "boolean",
  date: "date",
};

/** Reads the name of a type: one that a fact can have, or none where it says nothing. */
export function simpleType(name: string | undefined): {
  readonly type?: Simple | undefined;
  readonly typeName: string;
} {
  const typeName = (name ?? "").trim().replace(/^(feel|dmn|xsd):/, "");
  return { type: Object.hasOwn(simple, typeName) ? simple[typeName] : undefined, typeName };
}

/** Is nothing said of a type. */
export const isUnstated = (typeName: string) => typeName === "" || typeName === "Any";

/** How deep types may lie in one another: a type that contains itself has no end. */
const deepest = 12;

/** Reads a variable with all that is inside it, each under its path: `Applicant.Age`. */
export function leavesOf(
  name: string,
  typeRef: string | undefined,
  items: ReadonlyMap<string, Element>,
  depth = 0,
): readonly Variable[] {
  const item = typeRef === undefined ? undefined : items.get(typeRef);
  if (!item || depth > deepest) return [{ name, ...simpleType(typeRef) }];
  return leavesIn(name, item, items, depth);
}

function leavesIn(
  name: string,
  item: Element,
  items: ReadonlyMap<string, Element>,
  depth: number,
): readonly Variable[] {
  if (item.attributes.isCollection === "true") return [{ name, typeName: "list" }];
  const components = childrenOf(item, "itemComponent");
  if (components.length > 0 && depth <= deepest) {
    return components.flatMap((c) => {
      return leavesIn(`${name}.${c.attributes.name ?? ""}`, c, items, depth + 1);
    });
  }
  const typeRef = childOf(item, "typeRef")?.text.trim();
  const allowed = childOf(item, "allowedValues", "typeConstraint");
  const inside = leavesOf(name, typeRef, items, depth + 1);
  return allowed ? inside.map((v) => ({ ...v, allowed })) : inside;
}
