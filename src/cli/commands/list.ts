import { readFile } from "node:fs/promises";
import type { RulesetDocument } from "../../kinds/ruleset.ts";
import type { Language } from "../../ruleset/text.ts";
import type { Io } from "../io.ts";
import { choice, languages, parse, places } from "../options.ts";
import { shippedFiles } from "../shipped.ts";

export const usage = "tiercut list [--lang zh|en] [--json]";

const options = { lang: { type: "string" }, json: { type: "boolean" } } as const;

/** What a shipped ruleset or variant says of itself; a variant leaves to its base what is the same. */
type Shipped = Pick<RulesetDocument, "id" | "version" | "label"> &
  Partial<Pick<RulesetDocument, "source" | "effective">> & {
    readonly extends?: { readonly id: string; readonly version: string };
  };

/** Lists the shipped rulesets, then the shipped variants of them. */
export async function list(args: readonly string[], io: Io): Promise<number> {
  const { values, positionals } = parse(args, options, usage);
  places(positionals, [] as const, usage);
  const lang = choice("lang", values.lang, languages) ?? "en";
  for (const file of (await shippedFiles()).values()) {
    const shipped = JSON.parse(await readFile(file, "utf8")) as Shipped;
    io.stdout.write(`${values.json ? asJson(shipped) : tell(shipped, lang)}\n`);
  }
  return 0;
}

function asJson({ id, version, label, source, effective, extends: base }: Shipped): string {
  return JSON.stringify({ id, version, label, source, effective, extends: base });
}

function tell({ id, version, label, extends: base }: Shipped, lang: Language): string {
  const about = base ? `  ${word[lang]} ${base.id} ${base.version}` : "";
  return `${id}  ${version}  ${label[lang]}${about}`;
}

const word: Readonly<Record<Language, string>> = { en: "extends", zh: "依据" };
