import { ownOf } from "../../load/variant/merge.ts";
import type { Text } from "../../ruleset/text.ts";
import { plain } from "./phrase.ts";

/** Is this a text in the two languages. */
export function isText(value: unknown): value is Text {
  return typeof ownOf(value, "zh") === "string" && typeof ownOf(value, "en") === "string";
}

/** The label of what goes by a name in a section of a document, or else the name itself. */
export function labelOf(document: unknown, section: string, name: string): Text {
  const label = ownOf(ownOf(ownOf(document, section), name), "label");
  return isText(label) ? label : plain(name);
}

/** What goes by a name in a section of a document. */
export const entryOf = (document: unknown, section: string, name: unknown): unknown =>
  ownOf(ownOf(document, section), String(name));

/** The unit of a number that is a fact or a parameter. */
export function unitOf(document: unknown, expression: unknown): Text | undefined {
  const [fact, parameter] = [ownOf(expression, "fact"), ownOf(expression, "parameter")];
  const entry =
    fact === undefined
      ? entryOf(document, "parameters", parameter)
      : entryOf(document, "facts", fact);
  const unit = ownOf(entry, "unit");
  return isText(unit) ? unit : undefined;
}
