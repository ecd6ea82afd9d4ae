import type { Stated } from "../../ruleset/provenance.ts";
import type { Language } from "../../ruleset/text.ts";
import { show } from "../io.ts";

/** What one document did to a value: the words around its name and the value. */
type Told = (document: string, value: string) => string;

const english = {
  set: (document, value) => `${value} set by ${document}`,
  added: (document, value) => `${value} added by ${document}`,
  raised: (document, value) => `raised to ${value} by ${document}`,
  lowered: (document, value) => `lowered to ${value} by ${document}`,
  changed: (document, value) => `changed to ${value} by ${document}`,
  kept: (document, value) => `kept at ${value} by ${document}`,
  "taken away": (document) => `taken away by ${document}`,
  "set whole": (document) => `set by ${document}`,
  "added whole": (document) => `added by ${document}`,
  "changed whole": (document) => `changed by ${document}`,
} satisfies Record<string, Told>;
type Deed = keyof typeof english;

const chinese: Readonly<Record<Deed, Told>> = {
  set: (document, value) => `${value} 由 ${document} 设定`,
  added: (document, value) => `${value} 由 ${document} 新增`,
  raised: (document, value) => `由 ${document} 提高到 ${value}`,
  lowered: (document, value) => `由 ${document} 降低到 ${value}`,
  changed: (document, value) => `由 ${document} 改为 ${value}`,
  kept: (document, value) => `由 ${document} 保持为 ${value}`,
  "taken away": (document) => `由 ${document} 去掉`,
  "set whole": (document) => `由 ${document} 设定`,
  "added whole": (document) => `由 ${document} 新增`,
  "changed whole": (document) => `由 ${document} 改动`,
};

const deeds: Readonly<Record<Language, Readonly<Record<Deed, Told>>>> = {
  en: english,
  zh: chinese,
};
const commas: Readonly<Record<Language, string>> = { en: ", ", zh: "，" };

/**
 * Tells what became of a value, document by document: `50000 set by hainan-unicom-2003 1.0.1,
 * raised to 60000 by sanya-2004 1.1.0`.
 *
 * @param first - the name of the first base: what another document says first, it adds
 */
export function tellHistory(history: readonly Stated[], first: string, lang: Language): string {
  const told = history.map(({ document, value }, i) => {
    const before = history[i - 1];
    const deed = before ? deedOf(before.value, value) : beginning(document === first, value);
    return deeds[lang][deed](document, shown(value));
  });
  return told.join(commas[lang]);
}

const isWhole = (value: unknown) => typeof value === "object" && value !== null;

function beginning(isFirst: boolean, value: unknown): Deed {
  if (isWhole(value)) return isFirst ? "set whole" : "added whole";
  return isFirst ? "set" : "added";
}

function deedOf(before: unknown, value: unknown): Deed {
  if (value === null) return "taken away";
  if (before === null) return isWhole(value) ? "added whole" : "added";
  if (isWhole(value)) return "changed whole";
  if (before === value) return "kept";
  if (typeof before !== "number" || typeof value !== "number") return "changed";
  return value > before ? "raised" : "lowered";
}

/** A number and a yes or no stand as they are; a word stands in quotes. */
const shown = (value: unknown) => (typeof value === "string" ? show(value) : String(value));
