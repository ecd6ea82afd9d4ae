import type { Spot } from "./finding.ts";
import { type Glyph, glyphsOf, shownOf, widthOf } from "./glyph.ts";

/** A line of an excerpt; the one that is meant says which columns of it are. */
export interface ExcerptLine {
  readonly number: number;
  readonly shown: string;
  readonly mark?: { readonly indent: number; readonly width: number };
}

/** How many columns of a line are shown, and how many of them before the place in a longer one. */
const room = 96;
const lead = 40;

interface Line {
  readonly from: number;
  readonly to: number;
}

/** Shows the line of a place, with one above and one below. */
export function excerptOf({ text, start, end }: Spot): readonly ExcerptLine[] {
  const own = lineAt(text, start.offset);
  const above = own.from > 0 ? lineAt(text, own.from - 1) : undefined;
  const after = text.indexOf("\n", start.offset);
  const below = after >= 0 && after + 1 < text.length ? lineAt(text, after + 1) : undefined;
  const skip = skipped(text, own, start.offset);
  const row = (line: Line | undefined, number: number) =>
    line ? [{ number, shown: shownFrom(text, line, skip) }] : [];
  const marked = {
    number: start.line,
    shown: shownFrom(text, own, skip),
    mark: markOf(text, own, skip, start.offset, end.offset),
  };
  return [...row(above, start.line - 1), marked, ...row(below, start.line + 1)];
}

/** The line a point is on, without what ends it. */
function lineAt(text: string, offset: number): Line {
  const from = offset === 0 ? 0 : text.lastIndexOf("\n", offset - 1) + 1;
  const found = text.indexOf("\n", offset);
  const to = found < 0 ? text.length : found;
  return { from, to: to > from && text[to - 1] === "\r" ? to - 1 : to };
}

/** How many characters of a long line are left out before the place, so that it can be seen. */
function skipped(text: string, own: Line, start: number): number {
  const fits = own.to - own.from <= room && widthOf(glyphsOf(text.slice(own.from, own.to))) <= room;
  if (fits) return 0;
  const before = glyphsOf(text.slice(whole(text, Math.max(own.from, start - lead)), start));
  let [width, units] = [0, 0];
  for (const glyph of before.toReversed()) {
    width += glyph.width;
    if (width > lead) break;
    units += glyph.units;
  }
  return start - units - own.from;
}

/** Moves a point off the middle of a character that takes two units. */
function whole(text: string, offset: number): number {
  const code = text.charCodeAt(offset);
  return code >= 0xdc00 && code <= 0xdfff ? offset + 1 : offset;
}

/** What is shown of a line from a column on, with a sign where it is cut. */
function shownFrom(text: string, { from, to }: Line, skip: number): string {
  if (skip > 0 && from + skip >= to) return "";
  // One more than there is room for tells whether the line goes on.
  const begin = whole(text, from + skip);
  const glyphs = glyphsOf(text.slice(begin, Math.min(to, begin + room + 1)));
  const kept = fitting(glyphs);
  const cut = kept.length < glyphs.length || begin + room + 1 < to;
  return `${skip > 0 ? "…" : ""}${shownOf(kept)}${cut ? "…" : ""}`;
}

/** As many glyphs as there is room for. */
function fitting(glyphs: readonly Glyph[]): readonly Glyph[] {
  let width = 0;
  const over = glyphs.findIndex((g) => {
    width += g.width;
    return width > room;
  });
  return over < 0 ? glyphs : glyphs.slice(0, over);
}

/** Which columns of what is shown are meant: at least one, also at the end of a line. */
function markOf(text: string, own: Line, skip: number, start: number, end: number) {
  const sign = skip > 0 ? 1 : 0;
  const before = widthOf(glyphsOf(text.slice(own.from + skip, start)));
  const meant = text.slice(start, Math.min(end, own.to, start + room));
  const width = Math.min(widthOf(glyphsOf(meant)), room - before);
  return { indent: sign + before, width: Math.max(1, width) };
}
