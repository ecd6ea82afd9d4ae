import { isObject, type JsonObject, keysIn, ownOf, valueAt } from "../../load/variant/merge.ts";
import { pointer } from "../../ruleset/diagnostics.ts";
import type { Text } from "../../ruleset/text.ts";
import { counted, points } from "../diff/outcome.ts";
import { keys as keyWords } from "./keys.ts";
import { entryOf, isText, unitOf } from "./names.ts";
import { before, joined, plain } from "./phrase.ts";
import { termFor } from "./place.ts";
import { isSentence, tellPart } from "./sentence.ts";

/** Tells the value at a place: with its unit, by its official term, as a sentence. */
export function tellValueAt(path: string, value: unknown, root: unknown): Text | undefined {
  if (value === undefined) return undefined;
  const names = keysIn(path);
  if (names[0] === "parameters" && names.length > 1) return ofParameter(names, value, root);
  if (typeof value === "number") return counted(value, unitAt(names, root));
  if (typeof value === "string") return ofName(names, value, root);
  if (isObject(value) && isText(value.label)) return undefined;
  if (isObject(value) && "rule" in value && "clause" in value)
    return plain(`${value.rule} ${value.clause}`);
  if (isObject(value) && !isText(value) && !isSentence(value)) return inside(path, value, root);
  const decision = entryOf(root, "decisions", names[1]);
  return tellPart(value, { document: root, decision });
}

/** What is no sentence, such as a band, is told key by key. */
function inside(path: string, value: JsonObject, root: unknown): Text | undefined {
  const told = Object.entries(value).flatMap(([key, part]) => {
    const word = keyWords[key] ?? plain(`\`${key}\``);
    const text = tellValueAt(path + pointer(key), part, root);
    return text ? [joined([word, text], "：", ": ")] : [];
  });
  return told.length < Object.keys(value).length ? undefined : joined(told, "，", ", ");
}

function ofParameter(names: readonly string[], value: unknown, root: unknown): Text | undefined {
  const [, name, key] = names;
  const parameter = entryOf(root, "parameters", name);
  if (key === undefined)
    return isObject(value) ? tellTimeline(value) : tellSetting(value, parameter);
  if (key === "default" || (key === "dated" && names.length === 4))
    return tellSetting(value, parameter);
  if (key === "dated") return joined(tellDays(value, parameter), "，", ", ");
  if (typeof value === "number") return counted(value, unitIn(parameter));
  return isObject(value) && !isText(value) ? undefined : tellPart(value, { document: root });
}

const unitIn = (parameter: unknown) => {
  const unit = ownOf(parameter, "unit");
  return isText(unit) ? unit : undefined;
};

/** What a parameter is set to: a number with its unit, the text of a reading, a day. */
function tellSetting(value: unknown, parameter: unknown): Text {
  if (value === undefined || value === null) return { zh: "未设定", en: "not set" };
  if (typeof value === "number") return counted(value, unitIn(parameter));
  const reading = ownOf(ownOf(parameter, "readings"), String(value));
  return isText(reading) ? reading : plain(value);
}

/** All that a parameter is set to, from its first day on. */
function tellTimeline(parameter: unknown): Text {
  const first = tellSetting(ownOf(parameter, "default"), parameter);
  return joined([first, ...tellDays(ownOf(parameter, "dated"), parameter)], "，", ", ");
}

/** What a parameter is set to from each of its days on. */
function tellDays(dated: unknown, parameter: unknown): readonly Text[] {
  const days = Object.entries(isObject(dated) ? dated : {}).sort(([a], [b]) => (a < b ? -1 : 1));
  return days.map(([day, value]) =>
    before({ zh: `自 ${day} 起`, en: `from ${day} on` }, tellSetting(value, parameter)),
  );
}

/** What a number is counted in, by the place where it stands. */
function unitAt(names: readonly string[], root: unknown): Text | undefined {
  const key = names.at(-1) ?? "";
  if (["outcome", "points", "maximum", "lowest"].includes(key) || names.at(-2) === "then")
    return points;
  const isEdge = key === "from" || (key === "value" && names.at(-3) === "exactly");
  if (!isEdge) return undefined;
  // A band stands in `bands`, and these beside the input that is cut.
  const at = names.lastIndexOf(names.includes("exactly") ? "exactly" : "bands");
  return unitOf(root, valueAt(root, pointer(...names.slice(0, at), "input")));
}

const edges: Readonly<Record<string, Text>> = {
  lower: { zh: "各档含起点", en: "a band holds its beginning" },
  upper: { zh: "各档含终点", en: "a band holds its end" },
};

function ofName(names: readonly string[], value: string, root: unknown): Text {
  const key = names.at(-1) ?? "";
  if (key === "closed" || names.includes("closed")) return edges[value] ?? plain(value);
  const isOutcome = key === "outcome" || key === "otherwise" || names.includes("then");
  const term = isOutcome ? termFor(value, names, root) : undefined;
  if (term) return term;
  return keysThatName.has(key) || isOutcome ? plain(value) : plain(`\`${value}\``);
}

const keysThatName = new Set(["title", "issued", "from", "to", "rule", "clause"]);
