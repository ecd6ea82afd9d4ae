import { isAbsolute, relative } from "node:path";
import type { Language } from "../../ruleset/text.ts";
import { type ExcerptLine, excerptOf } from "./excerpt.ts";
import {
  countOf,
  type Finding,
  type Related,
  type Report,
  type Spot,
  type Unread,
} from "./finding.ts";
import { plain } from "./glyph.ts";
import type { Paint, Style } from "./paint.ts";
import { frames } from "./words.ts";

/** How a report is written as text. */
export interface Telling {
  readonly lang: Language;
  /** Are notes and silenced findings told too. */
  readonly notes: boolean;
  readonly paint: Paint;
}

/** Writes a report for who reads it on a terminal: each finding with the text around it. */
export function textOf(report: Report, telling: Telling): string {
  const told = report.findings.filter((f) => telling.notes || isLoud(f));
  const more = told.length - mostTold;
  return [
    ...report.unread.map((u) => tellUnread(u, report.cwd, telling)),
    ...told.slice(0, mostTold).map((f) => tellFinding(f, report.cwd, telling)),
    ...(more > 0 ? [`${frames[telling.lang].more(more)}\n`] : []),
    tellTotal(report, telling),
  ].join("\n");
}

/** Who reads more than these has lost the first of them. */
const mostTold = 100;

/** Is a finding told without being asked for. */
export const isLoud = (f: Finding) => f.severity !== "note" && f.silenced === undefined;

/** A path from the folder the command is run in, where it is in it. */
export function pathFrom(file: string, cwd: string): string {
  const path = relative(cwd, file);
  return path === "" || /^\.\.([\\/]|$)/.test(path) || isAbsolute(path) ? file : path;
}

function tellUnread({ file, why, help }: Unread, cwd: string, { lang, paint }: Telling): string {
  const { error, colon, mend } = frames[lang];
  const head = `${paint("place", plain(pathFrom(file, cwd)))}: ${paint("error", error)}${colon}${plain(why[lang])}`;
  return `${head}\n  ${paint("mend", mend)}${colon}${plain(help[lang])}\n`;
}

function tellFinding(finding: Finding, cwd: string, telling: Telling): string {
  const { code, severity, message, help, spot, related, silenced } = finding;
  const { lang, paint } = telling;
  const words = frames[lang];
  const told = `${paint(severity, words[severity])} ${code}${words.colon}${plain(message[lang])}`;
  const lines = [
    `${tellPlace(spot, cwd, paint)}: ${told}`,
    ...tellExcerpt(spot, severity, paint),
    ...tellRelated(related, cwd, telling),
    `  ${paint("mend", words.mend)}${words.colon}${plain(help[lang])}`,
    ...(silenced ? [`  ${words.silenced}${words.colon}${plain(silenced[lang])}`] : []),
  ];
  return `${lines.join("\n")}\n`;
}

/** Of many other places only the first are shown as they are written. */
const [mostShown, mostNamed] = [2, 8];

function tellRelated(
  related: readonly Related[],
  cwd: string,
  { lang, paint }: Telling,
): readonly string[] {
  const { see, places } = frames[lang];
  const more = related.length - mostNamed;
  return [
    ...related
      .slice(0, mostNamed)
      .flatMap(({ spot, message }, i) => [
        `  ${see} ${tellPlace(spot, cwd, paint)}: ${plain(message[lang])}`,
        ...(i < mostShown ? tellExcerpt(spot, "see", paint) : []),
      ]),
    ...(more > 0 ? [`  ${places(more)}`] : []),
  ];
}

function tellPlace({ file, start }: Spot, cwd: string, paint: Paint): string {
  return paint("place", `${plain(pathFrom(file, cwd))}:${start.line}:${start.column}`);
}

function tellExcerpt(spot: Spot, style: Style, paint: Paint): readonly string[] {
  const rows = excerptOf(spot);
  const digits = Math.max(4, ...rows.map((r) => String(r.number).length));
  return rows.flatMap((row) => tellRow(row, digits, style, paint));
}

function tellRow(row: ExcerptLine, digits: number, style: Style, paint: Paint): readonly string[] {
  const gutter = (number: string) => paint("gutter", `  ${number.padStart(digits)} |`);
  const line = `${gutter(String(row.number))} ${row.shown}`.trimEnd();
  if (!row.mark) return [line];
  const { indent, width } = row.mark;
  return [line, `${gutter("")} ${" ".repeat(indent)}${paint(style, "^".repeat(width))}`];
}

function tellTotal(report: Report, { lang, notes, paint }: Telling): string {
  const counts = countOf(report);
  const words = frames[lang];
  const parts = [
    words.total(report.files.length, counts),
    ...(counts.notes > 0 ? [words[notes ? "notes" : "hidden"](counts.notes)] : []),
    ...(counts.silenced > 0 ? [words.quiet(counts.silenced)] : []),
    ...(report.unread.length > 0 ? [words.unread(report.unread.length)] : []),
  ];
  const calm = counts.warnings > 0 ? "warning" : "good";
  const style = counts.errors + report.unread.length > 0 ? "error" : calm;
  return `${paint(style, parts.join(words.comma))}\n`;
}
