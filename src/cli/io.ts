import type { Readable, Writable } from "node:stream";

/** What the command reads and writes, handed in so that it can be run without a process. */
export interface Io {
  readonly stdin: Readable;
  readonly stdout: Writable;
  readonly stderr: Writable & { readonly isTTY?: boolean | undefined };
  /** The folder paths are taken from. */
  readonly cwd: string;
  /** Ends the command early; what it had begun to write is removed. */
  readonly signal?: AbortSignal | undefined;
}

/** Nothing could be run: the message goes to standard error, and the exit status is 2. */
export class Refused extends Error {
  override readonly name = "Refused";
}

/** Shows a value in a message, cut where it is long. */
export function show(value: unknown): string {
  const text = typeof value === "string" ? value : (JSON.stringify(value) ?? String(value));
  return `\`${shorten(text, 60)}\``;
}

/** Cuts a text to at most `most` characters. */
export function shorten(text: string, most: number): string {
  return text.length > most ? `${text.slice(0, most - 1)}…` : text;
}

/** Lists names in a message, the first twelve of them. */
export function listed(names: readonly string[]): string {
  const rest = names.length > 12 ? ` and ${names.length - 12} more` : "";
  return names.slice(0, 12).map(show).join(", ") + rest || "none";
}
