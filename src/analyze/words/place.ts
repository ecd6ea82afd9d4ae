import { isObject, keysIn, ownOf, valueAt } from "../../load/variant/merge.ts";
import { isDay } from "../../ruleset/literals.ts";
import type { Citation, Text } from "../../ruleset/text.ts";
import { keys as keyWords, nouns, silent } from "./keys.ts";
import { entryOf, isText, labelOf } from "./names.ts";
import { joined, plain } from "./phrase.ts";

/** Where something stands, in words, and the clause that it comes from. */
export interface Where {
  readonly label: Text;
  readonly citation?: Citation;
}

/** Tells a place by the labels of all it stands in: `value › revenue of lines › begins at`. */
export function tellPlace(path: string, root: unknown): Where {
  const names = keysIn(path);
  const steps = names.map((_, i) => stepOf(names.slice(0, i + 1), root));
  const told = steps.flatMap((step, i) => step ?? (i === names.length - 1 ? last(names) : []));
  const citations = names.flatMap((_, i) => citationIn(valueAt(root, pathOf(names, i + 1))) ?? []);
  const citation = citations.at(-1);
  const label = joined(withoutEchoes(told), " › ", " › ");
  return citation ? { label, citation } : { label };
}

const pathOf = (names: readonly string[], count: number) =>
  names
    .slice(0, count)
    .map((k) => `/${k.replaceAll("~", "~0").replaceAll("/", "~1")}`)
    .join("");

function citationIn(value: unknown): Citation | undefined {
  const citation = ownOf(value, "citation");
  const [rule, clause] = [ownOf(citation, "rule"), ownOf(citation, "clause")];
  return typeof rule === "string" && typeof clause === "string" ? { rule, clause } : undefined;
}

/** A band without a label is called by its outcome's term, which may be its whole's own name. */
const withoutEchoes = (told: readonly Text[]) => {
  const kept = told.filter((t, i) => t.en !== told[i - 1]?.en);
  return kept.length > 0 ? kept : [{ zh: "规则集", en: "the ruleset" }];
};

/** The last step of a place says something even where it only holds others. */
function last(names: readonly string[]): Text | readonly Text[] {
  const key = names.at(-1) ?? "";
  const isValue = key === "default" && names[0] === "parameters";
  return isValue || /^\d+$/.test(key) ? [] : (keyWords[key] ?? plain(key));
}

/** What one step of a place adds: nothing where it only leads on. */
function stepOf(names: readonly string[], root: unknown): Text | undefined {
  const key = names.at(-1) ?? "";
  const parent = names.at(-2) ?? "";
  const here = valueAt(root, pathOf(names, names.length));
  const label = ownOf(here, "label");
  if (isText(label)) return label;
  if (parent === "dated" && isDay(key)) return { zh: `自 ${key} 起`, en: `from ${key} on` };
  if (parent === "cases") return readingOf(names, root);
  if (parent === "when" && typeof here !== "undefined" && isRow(names)) return inputOf(names, root);
  if (parent === "then" || (parent === "otherwise" && isName(key))) return outputOf(names, root);
  if (Object.hasOwn(nouns, parent)) return entry(parent, key, here, names, root);
  if (parent === "monotone") return labelOf(root, "facts", key);
  if (silent.has(key) || /^\d+$/.test(key)) return undefined;
  if (parent === "exactly" || !Object.hasOwn(keyWords, key)) return plain(`\`${key}\``);
  return keyWords[key];
}

const isName = (key: string) => /^[a-z][A-Za-z0-9]*$/.test(key);
const isRow = (names: readonly string[]) => names.at(-4) === "rows";

/** A band, a row or a class: by the official term of its outcome, or by its name. */
function entry(
  parent: string,
  key: string,
  here: unknown,
  names: readonly string[],
  root: unknown,
): Text {
  const outcome = parent === "classes" ? key : ownOf(here, "outcome");
  const term = typeof outcome === "string" ? termFor(outcome, names, root) : undefined;
  const noun = nouns[parent] ?? plain("");
  return term ?? { zh: `\`${key}\` ${noun.zh}`, en: `${noun.en} \`${key}\`` };
}

/** The official term of a label: the nearest `outcomes` around a place has it. */
export function termFor(
  outcome: string,
  names: readonly string[],
  root: unknown,
): Text | undefined {
  for (let count = names.length; count > 0; count--) {
    const term = ownOf(ownOf(valueAt(root, pathOf(names, count)), "outcomes"), outcome);
    if (isText(term)) return term;
  }
  return undefined;
}

function readingOf(names: readonly string[], root: unknown): Text {
  const key = names.at(-1) ?? "";
  const choice = valueAt(root, pathOf(names, names.length - 2));
  const parameter = entryOf(root, "parameters", ownOf(choice, "reading"));
  const text = ownOf(ownOf(parameter, "readings"), key);
  return isText(text)
    ? { zh: `按“${text.zh}”`, en: `under "${text.en}"` }
    : { zh: `按 \`${key}\``, en: `under \`${key}\`` };
}

/** The column of a table that a cell stands in. */
const inputOf = (names: readonly string[], root: unknown) => columnOf("inputs", names, root);
const outputOf = (names: readonly string[], root: unknown) => columnOf("outputs", names, root);

function columnOf(side: string, names: readonly string[], root: unknown): Text | undefined {
  const key = names.at(-1) ?? "";
  for (let count = names.length; count > 0; count--) {
    const columns = ownOf(valueAt(root, pathOf(names, count)), side);
    if (!isObject(columns)) continue;
    const label = ownOf(ownOf(columns, key), "label");
    return isText(label) ? label : plain(`\`${key}\``);
  }
  return keyWords[key];
}
