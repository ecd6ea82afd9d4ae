import type { Cause } from "./words.ts";

/** Where reading stopped: at an offset, with what it was looking for, inside what is open. */
export interface Stop {
  readonly text: string;
  readonly at: number;
  readonly due: "value" | "key" | "colon" | "next" | "end";
  /** Where the innermost object or list begins, and the key whose value is read. */
  readonly open?: number | undefined;
  readonly key?: string | undefined;
}

/** A slip of the hand: its cause, and the place where the mend belongs. */
export interface Slip extends Cause {
  readonly at: number;
}

/** The bracket that is open, and the one that closes it. */
export function brackets({ text, open }: Stop): readonly [sign: string, close: string] {
  return open !== undefined && text[open] === "[" ? ["[", "]"] : ["{", "}"];
}

/** The end of what comes before, without the space between. */
export function endBefore({ text, at }: Stop): number {
  let end = at;
  while (end > 0 && /\s/.test(text[end - 1] ?? "")) end -= 1;
  return end;
}

/** The whole character at the stop, also where it takes two units. */
export const charAt = ({ text, at }: Stop) =>
  at < text.length ? String.fromCodePoint(text.codePointAt(at) ?? 0) : "";
export const wordAt = ({ text, at }: Stop) =>
  sticky(/[\p{L}_$\d][^\s,:[\]{}"=\p{Cs}]{0,39}/uy, text, at);
export const lineOf = (text: string, at: number) => text.slice(0, at).split("\n").length;
export const codeOf = (char: string) => `\\u${char.charCodeAt(0).toString(16).padStart(4, "0")}`;

export function sticky(pattern: RegExp, text: string, at: number): string {
  pattern.lastIndex = at;
  return pattern.exec(text)?.[0] ?? "";
}

/** The ASCII character that a full-width one stands for. */
export function fullWidth(char: string): string | undefined {
  if (char === "、") return ",";
  if (char === "【" || char === "〔") return "[";
  if (char === "】" || char === "〕") return "]";
  const code = char.charCodeAt(0);
  return code > 0xff00 && code < 0xff5f ? String.fromCharCode(code - 0xfee0) : undefined;
}
