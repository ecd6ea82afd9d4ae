import { isObject, keysIn, valueAt } from "../../load/variant/merge.ts";
import { canonical } from "../../ruleset/canonical.ts";
import { pointer } from "../../ruleset/diagnostics.ts";
import { isText } from "../words/names.ts";
import { tellPlace } from "../words/place.ts";
import { tellValueAt } from "../words/value.ts";
import { compare, type Found } from "./compare.ts";
import type { Change } from "./difference.ts";

/** Lists every place where the texts of two rulesets differ, told in the ruleset's own labels. */
export function changesBetween(before: object, after: object): readonly Change[] {
  return sections.flatMap((section) => changesIn(pointer(section), before, after));
}

/** Lists those in one place of the two. */
export function changesIn(path: string, before: object, after: object): readonly Change[] {
  const [a, b] = [before, after].map((document) => valueAt(document, path));
  return compare(a, b, path).map((found) => tellChange(found, before, after));
}

/** What of a document says how accounts are decided, or where that is written. */
const sections = [
  "effective",
  "subjects",
  "facts",
  "parameters",
  "decisions",
  "notes",
  "source",
  "silenced",
];

function tellChange(found: Found, before: object, after: object): Change {
  const what = whatOf(found);
  const root = found.how === "removed" ? before : after;
  return {
    ...found,
    what,
    matters: mattersIn(found, what),
    ...tellPlace(found.path, root),
    told: told(found, before, after),
  };
}

function told({ path, how, from = path, before: was, after: is }: Found, a: object, b: object) {
  if (how === "moved") return {};
  return { before: tellValueAt(from, was, a), after: tellValueAt(path, is, b) };
}

/** What kind of thing was changed, by where it stands. */
function whatOf({ path, before, after }: Found): Change["what"] {
  const keys = keysIn(path);
  const last = keys.at(-1) ?? "";
  const value = after ?? before;
  if (keys.includes("citation") || keys[0] === "source") return "citation";
  if (isText(value) || wordings.has(last) || keys[0] === "notes") return "wording";
  if (keys[0] === "parameters" && isSetting(keys)) return settingOf(value);
  if (isThresholdTest(before, after)) return "threshold";
  if (typeof value !== "number") return "rule";
  if (pointKeys.has(last) || keys.at(-2) === "then") return "points";
  return thresholdKeys.has(last) ? "threshold" : "rule";
}

const isSetting = ([, , key]: readonly string[]) => key === "default" || key === "dated";

function settingOf(value: unknown): Change["what"] {
  if (isObject(value)) return settingOf(Object.values(value)[0]);
  return typeof value === "number" || isDay(value) ? "threshold" : "reading";
}

/** Do two comparisons differ only in the number or the day that is compared with. */
function isThresholdTest(before: unknown, after: unknown): boolean {
  if (!isObject(before) || !isObject(after)) return false;
  const numbers = [before.value, after.value].every((v) => typeof v === "number" || isDay(v));
  return numbers && canonical({ ...before, value: 0 }) === canonical({ ...after, value: 0 });
}

const isDay = (value: unknown) => typeof value === "string" && /^\d{4}-\d\d-\d\d$/.test(value);
const wordings = new Set(["aliases", "title", "issuer", "issued"]);
const pointKeys = new Set(["outcome", "points", "maximum", "lowest"]);
const thresholdKeys = new Set(
  "from value share count minimum gate free per atLeast above atMost below".split(" "),
);

/** Can a change make a difference to an account. */
function mattersIn({ path, how }: Found, what: Change["what"]): boolean {
  if (how === "moved" || what === "wording" || what === "citation") return false;
  const [section, , key] = keysIn(path);
  return section !== "silenced" && !(section !== "facts" && marks.has(key ?? ""));
}

/** What a decision or a parameter says for its variants and for checks. */
const marks = new Set(["change", "implements", "monotone", "note", "why", "question"]);
