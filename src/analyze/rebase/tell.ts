import { type Diagnostic, tell } from "../../ruleset/diagnostics.ts";
import { scanJson } from "../../ruleset/json.ts";
import type { Language, Text } from "../../ruleset/text.ts";
import type { Change } from "../diff/difference.ts";
import { cited, tellChange } from "../diff/tell.ts";
import type { Conflict, Rebased } from "./rebased.ts";
import { frames } from "./words.ts";

/**
 * Tells a rebase in lines that a policy owner reads: what is to be decided, what the variant now has
 * from its base, and what of its own is carried over. Computes nothing.
 *
 * @param rebased - from `rebase`
 * @param lang - `"zh"` or `"en"` (the default)
 * @returns lines of text
 * @example
 * ```ts
 * import { rebase, tellRebase } from "tiercut";
 * import { ruleset } from "tiercut/hainan-unicom-2003";
 *
 * const variant = {
 *   language: "1",
 *   id: "sanya-2004",
 *   version: "1.0.0",
 *   label: { zh: "三亚", en: "Sanya" },
 *   extends: { id: "hainan-unicom-2003", version: "^1.0.0" },
 *   parameters: { starFive: 60000 },
 * };
 * const [, second] = tellRebase(rebase(variant, { from: ruleset, to: ruleset }));
 * second; // "no conflicts"
 * ```
 */
export function tellRebase(rebased: Rebased, lang: Language = "en"): readonly string[] {
  if (!rebased.ok) return tell(rebased.diagnostics, lang).split("\n");
  const { variant, from, to, text, conflicts, inherited, carried, agreed, diagnostics } = rebased;
  const words = frames[lang];
  const name = `${variant.id} ${variant.version}`;
  const [mattering, idle] = [true, false].map((m) => inherited.filter((c) => c.matters === m));
  return [
    words.moved(name, to.id, from.version, to.version),
    conflicts.length === 0 ? words.none : words.conflicts(conflicts.length),
    ...conflicts.flatMap((c) => tellConflict(c, lineIn(text, c.written), lang)),
    "",
    ...(inherited.length === 0 ? [words.nothingInherited, ""] : []),
    ...tellList(words.inherited, mattering, lang),
    ...tellList(words.idle, idle, lang),
    ...tellList(words.carried, carried, lang),
    ...tellList(words.agreed, agreed, lang),
    ...tellFaults(diagnostics, lang),
    words.version,
  ];
}

function tellList(
  head: (n: number) => string,
  changes: readonly Change[] = [],
  lang: Language,
): readonly string[] {
  if (changes.length === 0) return [];
  return [head(changes.length), ...changes.map((c) => `  ${tellChange(c, lang)}`), ""];
}

/** The line of a document in which a place is, from 1 on. */
function lineIn(text: string, path: string): number | undefined {
  const read = scanJson(text);
  const spans = "faults" in read ? undefined : read.places.get(path);
  return (spans?.key ?? spans?.value)?.line;
}

function tellConflict(
  conflict: Conflict,
  at: number | undefined,
  lang: Language,
): readonly string[] {
  const { label, citation, message, help } = conflict;
  const { colon, mend, line } = frames[lang];
  const lines = [...tellSides(conflict, lang), `${mend}${colon}${help[lang]}`];
  return [
    `  ${at === undefined ? "" : line(at)}${label[lang]}${cited(citation)}${colon}${message[lang]}`,
    ...lines.map((line) => `    ${line}`),
  ];
}

/** The three values where they are told in a few words, or else what each side changed inside. */
function tellSides(conflict: Conflict, lang: Language): readonly string[] {
  const { values, told, base, variant, apart, movedTo } = conflict;
  const words = frames[lang];
  const isTold = (["before", "base", "variant"] as const).every(
    (side) => values[side] === undefined || told[side] !== undefined,
  );
  if (!isTold && apart.length > 0) return tellMany(words.apart, apart, lang);
  if (!isTold)
    return [
      ...tellMany(words.baseChanged, base, lang),
      ...tellMany(words.variantChanged, variant, lang),
    ];
  const say = (head: string, text: Text | undefined) =>
    `${head}${words.colon}${text?.[lang] ?? words.nothing}`;
  return [
    say(words.before, told.before),
    // Of what only has another name now, the message says where it is.
    ...(movedTo === undefined ? [say(words.base, told.base)] : []),
    values.variant === undefined ? words.out : say(words.variant, told.variant),
  ];
}

/** Of many changes in one place only the first are told. */
const most = 5;

function tellMany(head: string, changes: readonly Change[], lang: Language): readonly string[] {
  const { colon, more } = frames[lang];
  const left = changes.length - most;
  return [
    ...changes.slice(0, most).map((c) => `${head}${colon}${tellChange(c, lang)}`),
    ...(left > 0 ? [more(left)] : []),
  ];
}

function tellFaults(diagnostics: readonly Diagnostic[], lang: Language): readonly string[] {
  const words = frames[lang];
  const of = (isError: boolean) => diagnostics.filter((d) => (d.severity === "error") === isError);
  const told = (found: readonly Diagnostic[]) =>
    tell(found, lang)
      .split("\n")
      .map((line) => `  ${line}`);
  const [errors, warnings] = [of(true), of(false)];
  return [
    ...(errors.length > 0 ? [words.faults(errors.length), ...told(errors), ""] : []),
    ...(warnings.length > 0 ? [words.warnings(warnings.length), ...told(warnings), ""] : []),
  ];
}
