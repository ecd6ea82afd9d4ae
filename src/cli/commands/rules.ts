import type { Ruleset, RulesetDocument } from "../../kinds/ruleset.ts";
import { setBy } from "../../load/variant/set-by.ts";
import { pointer } from "../../ruleset/diagnostics.ts";
import { scanJson } from "../../ruleset/json.ts";
import { nameOf } from "../../ruleset/provenance.ts";
import type { Citation, Language, Text } from "../../ruleset/text.ts";
import { type Found, whereOptions } from "../catalogue/find.ts";
import type { Io } from "../io.ts";
import { choice, languages, parse, places } from "../options.ts";
import { load } from "../rulesets.ts";

export const usage = "tiercut rules RULESET [--in FOLDER] [--on DATE] [--lang zh|en]";

/** A part of a ruleset that cites a rule. */
interface Citing {
  readonly citation: Citation;
  readonly label: Text;
  readonly path: readonly string[];
}

/** Such a part, the document of the chain it is from, and the line it stands on there. */
interface Cited extends Citing {
  readonly document?: string;
  readonly line: number;
}

const options = { ...whereOptions, lang: { type: "string" } } as const;

/** Lists every rule a ruleset cites, with the parts that compute it and the lines they stand on. */
export async function rules(args: readonly string[], io: Io): Promise<number> {
  const { values, positionals } = parse(args, options, usage);
  const [named] = places(positionals, ["RULESET"] as const, usage);
  const lang = choice("lang", values.lang, languages) ?? "en";
  const { ruleset, found } = await load(named, io, values);
  const cited = ruleset.provenance
    ? citedInChain(ruleset, found)
    : citedIn(ruleset.document, found.text);
  for (const line of tellRules(cited, lang)) io.stdout.write(`${line}\n`);
  return 0;
}

function tellRules(cited: readonly Cited[], lang: Language): readonly string[] {
  const order = (a: Cited, b: Cited) =>
    a.citation.rule.localeCompare(b.citation.rule, "en", { numeric: true });
  return [...cited].sort(order).map(({ citation, label, path, document, line }) => {
    const from = document === undefined ? "" : `${document} `;
    return `${citation.rule}  ${from}line ${line}  ${path.join(".")}  ${label[lang]}  [${citation.clause}]`;
  });
}

/** Finds every part that cites a rule, with its line in the text of the document. */
export function citedIn(document: RulesetDocument, text: string): readonly Cited[] {
  const line = lineFinder(text);
  return citingIn(document).map((part) => ({ ...part, line: line(pointer(...part.path)) }));
}

/** The same in a variant: a part stands in the document of the chain that set it. */
function citedInChain(ruleset: Ruleset, found: Found): readonly Cited[] {
  const texts = new Map(found.others.map((d) => [nameOf(d), d.text]));
  const finders = new Map(
    (ruleset.chain ?? []).map(nameOf).map((name) => {
      return [name, lineFinder(name === found.name ? found.text : (texts.get(name) ?? ""))];
    }),
  );
  return citingIn(ruleset.document).map((part) => {
    const { document = "", path = "" } = setBy(ruleset, pointer(...part.path)).at(-1) ?? {};
    return { ...part, document, line: finders.get(document)?.(path) ?? 1 };
  });
}

/** Finds every part with a label and a citation, in decisions, parameters and notes. */
function citingIn(document: RulesetDocument): readonly Citing[] {
  const found: Citing[] = [];
  const walk = (part: unknown, path: readonly string[]) => {
    if (typeof part !== "object" || part === null) return;
    const { citation, label, note } = part as { citation?: Citation; label?: Text; note?: Text };
    const told = label ?? note;
    if (citation && told) found.push({ citation, label: told, path });
    for (const [key, inner] of Object.entries(part)) walk(inner, [...path, key]);
  };
  for (const section of ["decisions", "parameters", "notes"] as const) {
    walk(document[section], [section]);
  }
  return found;
}

/** Finds the line of a key by its place. */
function lineFinder(text: string): (path: string) => number {
  const scanned = scanJson(text);
  if ("faults" in scanned) return () => 1;
  return (path) => scanned.places.get(path)?.key?.line ?? 1;
}
