import type { Rebased } from "../../analyze/rebase/rebased.ts";
import { tellRebase } from "../../analyze/rebase/tell.ts";
import { rebase as move } from "../../analyze/rebase.ts";
import type { Ruleset } from "../../kinds/ruleset.ts";
import { tell } from "../../ruleset/diagnostics.ts";
import { nameOf } from "../../ruleset/provenance.ts";
import type { Language } from "../../ruleset/text.ts";
import { type Found, openCatalogue, type Where } from "../catalogue/find.ts";
import { isUnfit } from "../catalogue/read.ts";
import { type Io, Refused, show, visible } from "../io.ts";
import { choice, languages, parse, places } from "../options.ts";
import { checkFree, writeDocument } from "../output/free.ts";
import { writtenOn } from "../rebase/written-on.ts";
import { load } from "../rulesets.ts";

export const usage =
  "tiercut rebase VARIANT --to RULESET [--from RULESET] [--in FOLDER] [--output FILE] [--lang zh|en] [--format text|json]";

const options = {
  in: { type: "string" },
  to: { type: "string" },
  from: { type: "string" },
  output: { type: "string" },
  lang: { type: "string" },
  format: { type: "string" },
} as const;

const formats = ["text", "json"] as const;

/**
 * Moves a variant to a newer base, and tells what comes of it. The new document is written only where
 * `--output` says, and never over a file that is there.
 *
 * @returns 0 where the new document can be run and nothing is to be decided; 1 where there is a conflict or a fault in it
 */
export async function rebase(args: readonly string[], io: Io): Promise<number> {
  const { values, positionals } = parse(args, options, usage);
  const [named] = places(positionals, ["VARIANT"] as const, usage);
  const lang = choice("lang", values.lang, languages) ?? "en";
  const format = choice("format", values.format, formats) ?? "text";
  if (values.to === undefined) throw new Refused(`--to is missing\nusage: ${usage}`);
  await checkFree(values.output, io);
  const where = { in: values.in };
  const found = await find(named, where, io);
  const { ruleset: to } = await load(values.to, io, where);
  const from =
    values.from === undefined
      ? writtenOn(found, to, io)
      : (await load(values.from, io, where)).ruleset;
  const rebased = move(found.text, { from, to });
  if (!rebased.ok) throw new Refused(tellRefused(named, from, rebased, lang));
  if (values.output !== undefined) await writeDocument(rebased.text, values.output, io);
  const report = format === "json" ? asJson(rebased) : tellRebase(rebased, lang).join("\n");
  const stream = values.output === "-" ? io.stderr : io.stdout;
  stream.write(`${visible(report)}\n`);
  const { conflicts, diagnostics } = rebased;
  return conflicts.length > 0 || diagnostics.some((d) => d.severity === "error") ? 1 : 0;
}

async function find(named: string, where: Where, io: Io): Promise<Found> {
  const found = await (await openCatalogue(where, io)).find(named);
  if (isUnfit(found)) throw new Refused(`${show(named)}: ${found.why.en}; ${found.help.en}`);
  if (found.isVariant) return found;
  throw new Refused(`${show(named)} extends no other ruleset: only a variant can be moved`);
}

function tellRefused(
  named: string,
  { document }: Ruleset,
  rebased: Extract<Rebased, { ok: false }>,
  lang: Language,
): string {
  return `${show(named)} can't be moved from ${show(nameOf(document))}:\n${tell(rebased.diagnostics, lang)}`;
}

function asJson({ ok: _, text, ...rebased }: Extract<Rebased, { ok: true }>): string {
  return JSON.stringify({ form: 1, ...rebased, document: JSON.parse(text) }, null, 2);
}
