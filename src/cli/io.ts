import type { Readable, Writable } from "node:stream";
import type { Language } from "../ruleset/text.ts";

/** What the command reads and writes, handed in so that it can be run without a process. */
export interface Io {
  readonly stdin: Readable & { readonly fd?: number | undefined };
  readonly stdout: Writable & { readonly isTTY?: boolean | undefined };
  readonly stderr: Writable & { readonly isTTY?: boolean | undefined };
  /** The folder paths are taken from. */
  readonly cwd: string;
  /** Settings of the surroundings, such as `NO_COLOR`. */
  readonly env?: Readonly<Record<string, string | undefined>> | undefined;
  /** Ends the command early; what it had begun to write is removed. */
  readonly signal?: AbortSignal | undefined;
}

/** Nothing could be run: the message goes to standard error, and the exit status is 2. */
export class Refused extends Error {
  override readonly name = "Refused";
}

/** Has who reads seen enough, as `head` does: what is left is not written. */
export function isGone({ code }: NodeJS.ErrnoException): boolean {
  return code === "EPIPE" || code === "ERR_STREAM_DESTROYED";
}

/** Shows a value in a message, cut where it is long. */
export function show(value: unknown): string {
  const text = typeof value === "string" ? value : (JSON.stringify(value) ?? String(value));
  return `\`${visible(shorten(text, 60), hidden)}\``;
}

/** What a terminal does not show, or obeys: control characters, and those that turn the line. */
const hidden = /[\p{Cc}\u2028\u2029\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu;
const hiddenInLine = new RegExp(`(?!\\n)${hidden.source}`, "gu");

/** Shows what is hidden in a text, such as `\\u001b`; lines stay lines. */
export function visible(text: string, which: RegExp = hiddenInLine): string {
  return text.replace(which, (c) => `\\u${c.charCodeAt(0).toString(16).padStart(4, "0")}`);
}

/** Waits for work, or until the command is broken off: some work never ends, as on a silent pipe. */
export function orStopped<T>(work: Promise<T>, signal: AbortSignal | undefined): Promise<T> {
  if (!signal) return work;
  return new Promise((done, fail) => {
    const stop = () => fail(signal.reason);
    if (signal.aborted) stop();
    signal.addEventListener("abort", stop, { once: true });
    work.then(done, fail).finally(() => signal.removeEventListener("abort", stop));
  });
}

/** Cuts a text to at most `most` characters. */
export function shorten(text: string, most: number): string {
  return text.length > most ? `${text.slice(0, most - 1)}…` : text;
}

/** A count of things in a message: `1 row`, `2,000 rows`. */
export function counted(count: number, thing: string): string {
  return `${count.toLocaleString("en-US")} ${thing}${count === 1 ? "" : "s"}`;
}

/** Lists names in a message, the first twelve of them. */
export function listed(names: readonly string[], lang: Language = "en"): string {
  const shown = names.slice(0, 12).map(show);
  const more = names.length - shown.length;
  if (shown.length === 0) return lang === "zh" ? "无" : "none";
  if (lang === "zh") return shown.join("、") + (more > 0 ? `，另有 ${more} 个` : "");
  return shown.join(", ") + (more > 0 ? ` and ${more} more` : "");
}
