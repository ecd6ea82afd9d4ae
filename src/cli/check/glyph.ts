/** One character as it is shown on a line, and how many columns of a terminal it takes. */
export interface Glyph {
  readonly shown: string;
  readonly width: number;
  /** How long it is in the text. */
  readonly units: number;
}

/** Chinese, Japanese and Korean characters, their full-width signs, and emoji. */
const wide =
  /[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\ua960-\ua97f\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff01-\uff60\uffe0-\uffe6\u{1f300}-\u{1f64f}\u{1f680}-\u{1f6ff}\u{1f900}-\u{1faff}\u{20000}-\u{3fffd}]/u;
const combining = /^[\p{Mn}\p{Me}]$/u;
/** What a terminal does not show, or obeys, or what is half a character. */
const hidden = /^[\p{Cc}\p{Cf}\p{Cs}\u2028\u2029]$/u;

/** Splits a line into what is shown of it: a tab as two columns, what is hidden by its number. */
export function glyphsOf(text: string): readonly Glyph[] {
  return Array.from(text, glyphOf);
}

function glyphOf(character: string): Glyph {
  const units = character.length;
  if (character === "\t") return { shown: "  ", width: 2, units };
  if (hidden.test(character)) {
    const shown = `\\u${(character.codePointAt(0) ?? 0).toString(16).padStart(4, "0")}`;
    return { shown, width: shown.length, units };
  }
  const width = wide.test(character) ? 2 : 1;
  return { shown: character, width: combining.test(character) ? 0 : width, units };
}

/** How many columns glyphs take. */
export const widthOf = (glyphs: readonly Glyph[]) => glyphs.reduce((sum, g) => sum + g.width, 0);

/** Puts glyphs together again. */
export const shownOf = (glyphs: readonly Glyph[]) => glyphs.map((g) => g.shown).join("");

/** Shows a text on one line, with what is hidden in it. */
export const plain = (text: string) => shownOf(glyphsOf(text));
