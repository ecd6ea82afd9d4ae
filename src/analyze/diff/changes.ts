import { pointer } from "../../ruleset/diagnostics.ts";
import type { Citation, Text } from "../../ruleset/text.ts";
import { at } from "../study.ts";
import type { Change } from "./difference.ts";

/** Lists every place where the texts of two rulesets differ, told in the ruleset's own labels. */
export function changesBetween(before: object, after: object): readonly Change[] {
  return sections.flatMap((section) => {
    const [a, b] = [before, after].map((d) => (d as Record<string, unknown>)[section]);
    return compare(a, b, pointer(section)).map((c) => tellChange(c, before, after));
  });
}

/** What of a document says how accounts are decided, or where that is written. */
const sections = ["effective", "subjects", "facts", "parameters", "decisions", "notes", "source"];

type Found = Pick<Change, "path" | "how" | "before" | "after">;

function compare(before: unknown, after: unknown, path: string): readonly Found[] {
  if (before === undefined && after === undefined) return [];
  if (before === undefined) return [{ path, how: "added", after }];
  if (after === undefined) return [{ path, how: "removed", before }];
  if (!isMap(before) || !isMap(after) || isText(before)) {
    const same = JSON.stringify(before) === JSON.stringify(after);
    return same ? [] : [{ path, how: "changed", before, after }];
  }
  const keys = [...new Set([...Object.keys(before), ...Object.keys(after)])];
  return keys.flatMap((key) => compare(before[key], after[key], path + pointer(key)));
}

const isMap = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

const isText = (value: Record<string, unknown>) => "zh" in value && "en" in value;

function tellChange(found: Found, before: object, after: object): Change {
  const root = found.how === "removed" ? before : after;
  return { ...found, what: whatOf(found), ...namesAlong(found.path, root) };
}

/** What kind of thing was changed, by where it stands. */
function whatOf({ path, before, after }: Found): Change["what"] {
  const keys = path.split("/").slice(1);
  const last = keys.at(-1) ?? "";
  if (keys.includes("citation") || keys[0] === "source") return "citation";
  if (wordings.has(last) || keys[0] === "notes") return "wording";
  const value = after ?? before;
  if (keys[0] === "parameters") {
    if (last !== "default" && !keys.includes("dated")) return "rule";
    return typeof value === "number" || isDay(value) ? "threshold" : "reading";
  }
  if (typeof value !== "number") return "rule";
  return pointKeys.has(last) || keys.includes("then") ? "points" : "threshold";
}

const isDay = (value: unknown) => typeof value === "string" && /^\d{4}-\d\d-\d\d$/.test(value);
const wordings = new Set([
  "label",
  "note",
  "question",
  "why",
  "aliases",
  "unit",
  "title",
  "issuer",
]);
const pointKeys = new Set(["outcome", "points", "maximum", "lowest"]);

/** The labels of everything a place stands in, and the nearest citation. */
function namesAlong(path: string, root: object): { label: Text; citation?: Citation } {
  const keys = path.split("/").slice(1);
  const places = keys.map((_, i) => `/${keys.slice(0, i + 1).join("/")}`);
  const named = places.flatMap((place) => {
    const { label, citation } = (at(root, place) ?? {}) as Partial<{
      label: Text;
      citation: Citation;
    }>;
    return label || citation ? [{ label, citation }] : [];
  });
  const labels = named.flatMap((n) => n.label ?? []);
  const citation = named.findLast((n) => n.citation)?.citation;
  const rest = keys.slice(lastNamed(places, root) + 1).join(" ");
  const tail = rest === "" ? [] : [{ zh: rest, en: rest }];
  const all = [...labels, ...tail];
  const label = {
    zh: all.map((l) => l.zh).join(" › "),
    en: all.map((l) => l.en).join(" › "),
  };
  return citation ? { label, citation } : { label };
}

function lastNamed(places: readonly string[], root: object): number {
  return places.findLastIndex((place) => {
    const here = at(root, place);
    return isMap(here) && "label" in here;
  });
}
