import { readFile } from "node:fs/promises";
import type { RulesetDocument } from "../../kinds/ruleset.ts";
import { keysOf } from "../../ruleset/json.ts";
import type { Citation, Language, Text } from "../../ruleset/text.ts";
import type { Io } from "../io.ts";
import { choice, languages, parse, places } from "../options.ts";
import { fileOf, load } from "../rulesets.ts";

export const usage = "tiercut rules RULESET [--lang zh|en]";

/** A part of a ruleset that cites a rule, and the line of the file it stands on. */
interface Cited {
  readonly citation: Citation;
  readonly label: Text;
  readonly path: readonly string[];
  readonly line: number;
}

/** Lists every rule a ruleset cites, with the parts that compute it and the lines they stand on. */
export async function rules(args: readonly string[], io: Io): Promise<number> {
  const { values, positionals } = parse(args, { lang: { type: "string" } } as const, usage);
  const [named] = places(positionals, ["RULESET"] as const, usage);
  const lang = choice("lang", values.lang, languages) ?? "en";
  const { document } = await load(named, io);
  const text = await readFile(await fileOf(named, io), "utf8");
  for (const line of tellRules(citedIn(document, text), lang)) io.stdout.write(`${line}\n`);
  return 0;
}

function tellRules(cited: readonly Cited[], lang: Language): readonly string[] {
  const order = (a: Cited, b: Cited) =>
    a.citation.rule.localeCompare(b.citation.rule, "en", { numeric: true });
  return [...cited].sort(order).map(({ citation, label, path, line }) => {
    return `${citation.rule}  line ${line}  ${path.join(".")}  ${label[lang]}  [${citation.clause}]`;
  });
}

/** Finds every part with a label and a citation, in decisions, parameters and notes. */
export function citedIn(document: RulesetDocument, text: string): readonly Cited[] {
  const found: Cited[] = [];
  const lines = lineFinder(text);
  const walk = (part: unknown, path: readonly string[]) => {
    if (typeof part !== "object" || part === null) return;
    const { citation, label, note } = part as { citation?: Citation; label?: Text; note?: Text };
    const told = label ?? note;
    if (citation && told) found.push({ citation, label: told, path, line: lines(path) });
    for (const [key, inner] of Object.entries(part)) walk(inner, [...path, key]);
  };
  for (const section of ["decisions", "parameters", "notes"] as const) {
    walk(document[section], [section]);
  }
  return found;
}

/** Finds the line of a key by its path. */
function lineFinder(text: string): (path: readonly string[]) => number {
  const lines = new Map(keysOf(text).map(({ path, line }) => [JSON.stringify(path), line]));
  return (path) => lines.get(JSON.stringify(path)) ?? 1;
}
