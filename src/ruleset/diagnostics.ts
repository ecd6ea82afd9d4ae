import type { Code } from "./codes.ts";
import type { Words } from "./fault.ts";
import type { Entry, Told } from "./messages/entry.ts";
import type { Language, Text } from "./text.ts";

/** A place in a document as written. */
export interface Place {
  /** The document, such as `sanya-2004 1.1.0`; absent where only one is concerned. */
  readonly document?: string;
  /** The place in it, as a JSON pointer (RFC 6901). */
  readonly path: string;
}

/**
 * What is wrong with a ruleset, as data. The codes are a closed set; each has one message, which
 * names the place, the value, the reason and the mend in the policy owner's words.
 */
export interface Diagnostic extends Place {
  readonly code: Code;
  /** An error keeps a ruleset from loading; a warning or a note does not. */
  readonly severity: "error" | "warning" | "note";
  readonly message: Text;
  /** How to mend it. */
  readonly help: Text;
  /** Where in the text, for a fault of the text itself; both count from 1. */
  readonly at?: { readonly line: number; readonly column: number };
  /** Other places that have to do with it, such as the base's value that a variant's breaks. */
  readonly related?: readonly (Place & { readonly message: Text })[];
}

/** The same with codes of its own: what is found in something other than a ruleset. */
export interface Found<C extends string> extends Omit<Diagnostic, "code"> {
  readonly code: C;
}

/** Makes the function that makes diagnostics: it fills a code's messages with the user's words. */
export function catalogue<C extends string>(entries: Readonly<Record<C, Entry>>) {
  return (code: C, path: string, words: Words = {}): Found<C> => {
    const entry = entries[code];
    const [zh, en] = [told(entry, words, "zh"), told(entry, words, "en")];
    const message = { zh: zh.message, en: en.message };
    const help = { zh: zh.help, en: en.help };
    return { code, path, message, help, severity: entry.severity ?? "error" };
  };
}

function told(entry: Entry, words: Words, lang: Language): Told {
  const spoken = Object.entries(words).map(([k, w]) => [k, typeof w === "string" ? w : w[lang]]);
  return entry[lang](Object.fromEntries(spoken));
}

/** Writes keys as a JSON pointer (RFC 6901). */
export function pointer(...keys: readonly PropertyKey[]): string {
  return keys.map((k) => `/${String(k).replaceAll("~", "~0").replaceAll("/", "~1")}`).join("");
}

/** Thrown when the library is used in a way that can't be right; the message says what to do. */
export class TiercutError extends Error {
  override readonly name = "TiercutError";
  /** What was found, where the misuse lies in a ruleset, a setting or a record. */
  readonly diagnostics: readonly Diagnostic[];
  constructor(message: string, diagnostics: readonly Diagnostic[] = []) {
    super(message);
    this.diagnostics = diagnostics;
  }
}

/** Tells diagnostics as lines of text. */
export function tell(diagnostics: readonly Diagnostic[], lang: Language = "en"): string {
  const [colon, open, close] = lang === "zh" ? ["：", "（", "）"] : [": ", " (", ")"];
  const where = (p: Place) => [p.document, p.path || "/"].filter(Boolean).join(" ");
  return diagnostics
    .flatMap((d) => [
      `${where(d)}${colon}${d.message[lang]}${open}${d.help[lang]}${close}`,
      ...(d.related ?? []).map((r) => `  ${where(r)}${colon}${r.message[lang]}`),
    ])
    .join("\n");
}
