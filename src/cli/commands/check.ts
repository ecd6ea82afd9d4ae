import { basename, dirname, resolve } from "node:path";
import type { Language } from "../../ruleset/text.ts";
import { whereOptions } from "../catalogue/find.ts";
import type { LeftOut } from "../catalogue/folder.ts";
import { checkFiles } from "../check/check.ts";
import { countOf, type Report } from "../check/finding.ts";
import { plain } from "../check/glyph.ts";
import { jsonOf } from "../check/json.ts";
import { painter } from "../check/paint.ts";
import { sarifOf } from "../check/sarif.ts";
import { pathFrom, textOf } from "../check/text.ts";
import { watchFolders } from "../check/watch.ts";
import { frames } from "../check/words.ts";
import { type Io, Refused } from "../io.ts";
import { choice, languages, parse } from "../options.ts";
import { version } from "../version.ts";

export const usage =
  "tiercut check FILE… [--in FOLDER] [--on DATE] [--lang zh|en] [--format text|json|sarif] [--strict] [--notes] [--watch]";

const options = {
  ...whereOptions,
  lang: { type: "string" },
  format: { type: "string" },
  strict: { type: "boolean" },
  notes: { type: "boolean" },
  watch: { type: "boolean" },
} as const;

const formats = ["text", "json", "sarif"] as const;

interface Asked {
  readonly files: readonly string[];
  readonly where: { readonly in?: string | undefined; readonly on?: string | undefined };
  readonly lang: Language;
  readonly format: (typeof formats)[number];
  readonly strict: boolean;
  readonly notes: boolean;
}

/**
 * Checks rulesets and variants as they are written.
 *
 * @returns 0 where no error was found; 1 where one was, or a warning under `--strict`; 2 where a file could not be checked
 */
export async function check(args: readonly string[], io: Io): Promise<number> {
  const { values, positionals } = parse(args, options, usage);
  if (positionals.length === 0) throw new Refused(`FILE is missing\nusage: ${usage}`);
  const asked: Asked = {
    files: positionals,
    where: { in: values.in, on: values.on },
    lang: choice("lang", values.lang, languages) ?? "en",
    format: choice("format", values.format, formats) ?? "text",
    strict: values.strict ?? false,
    notes: values.notes ?? false,
  };
  if (!values.watch) return checkOnce(asked, io);
  if (asked.format !== "text") {
    throw new Refused("--watch tells what it finds as text: leave --format out");
  }
  return watch(asked, io);
}

async function checkOnce(asked: Asked, io: Io): Promise<number> {
  const { report, leftOut } = await checkFiles(asked.files, asked.where, io);
  for (const line of tellLeftOut(leftOut, asked.lang, io)) io.stderr.write(`${line}\n`);
  const status = statusOf(report, asked.strict);
  io.stdout.write(await write(report, asked, status, io));
  return status;
}

function statusOf(report: Report, strict: boolean): number {
  const { errors, warnings } = countOf(report);
  if (report.unread.length > 0) return 2;
  return errors > 0 || (strict && warnings > 0) ? 1 : 0;
}

async function write(report: Report, asked: Asked, status: number, io: Io): Promise<string> {
  const { lang, notes, format } = asked;
  if (format === "json") return jsonOf(report, notes);
  if (format === "text") return textOf(report, { lang, notes, paint: painter(io) });
  return sarifOf(report, { lang, notes, version: await version(), status });
}

const mostTold = 5;

function tellLeftOut(leftOut: readonly LeftOut[], lang: Language, io: Io): readonly string[] {
  const { note, colon, files } = frames[lang];
  const more = leftOut.length - mostTold;
  return [
    ...leftOut.slice(0, mostTold).map((left) => tellLeft(left, lang, io)),
    ...(more > 0 ? [`${note}${colon}${files(more)}`] : []),
  ];
}

/** A file that may have been a base, and was not read. */
function tellLeft({ file, why, help }: LeftOut, lang: Language, { cwd }: Io): string {
  const { note, left, colon } = frames[lang];
  const [open, close] = lang === "zh" ? ["（", "）"] : [" (", ")"];
  const where = `${left} \`${plain(pathFrom(file, cwd))}\``;
  return `${note}${colon}${where}${colon}${plain(why[lang])}${open}${plain(help[lang])}${close}`;
}

/** Checks again whenever a file changes; what was told before is wiped off a terminal. */
async function watch(asked: Asked, io: Io): Promise<number> {
  const files = asked.files.map((f) => resolve(io.cwd, f));
  const inside = asked.where.in === undefined ? [] : [resolve(io.cwd, asked.where.in)];
  const folders = [...new Set([...files.map((f) => dirname(f)), ...inside])];
  const names = new Set(files.map((f) => basename(f)));
  const matters = (name: string) => name.endsWith(".json") || names.has(name);
  const header = frames[asked.lang].watching(asked.files.map(plain).join(", "));
  return watchFolders({ folders, matters }, io, async () => {
    io.stdout.write(`${io.stdout.isTTY ? wipe : ""}${header}\n\n`);
    await checkOnce(asked, io);
  });
}

/** Clears a terminal with what was scrolled off it, and goes to its top. */
const wipe = "\u001b[2J\u001b[3J\u001b[H";
