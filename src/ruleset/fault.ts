import type { ErrorCode } from "./codes.ts";
import type { reading } from "./messages/reading.ts";
import type { Text } from "./text.ts";

/** What fills a message: a name stands in both languages alike, a phrase is put in both. */
export type Words = Readonly<Record<string, string | Text>>;

/** The codes of faults that lowering can find too, where settings make them. */
export type FaultCode = Exclude<ErrorCode, keyof typeof reading>;

/**
 * What is wrong, as it was found: not yet told in any language, so that a program that only runs
 * rulesets need not carry the messages of the faults that checking has ruled out.
 */
export interface Fault {
  readonly code: FaultCode;
  /** The place in the document, as a JSON pointer (RFC 6901). */
  readonly path: string;
  readonly words: Words;
}

export function fault(code: FaultCode, path: string, words: Words = {}): Fault {
  return { code, path, words };
}
