import type { Text } from "./text.ts";

/** One document of a chain of variants: which ruleset, and which version of it. */
export interface Edition {
  readonly id: string;
  readonly version: string;
  readonly label: Text;
}

/** A value as one document states it. */
export interface Stated {
  /** The document, such as `sanya-2004 1.1.0`. */
  readonly document: string;
  /** The place in it, as a JSON pointer (RFC 6901). */
  readonly path: string;
  /** What it states there; `null` where it takes the value out. */
  readonly value: unknown;
}

/**
 * The history of every value that a variant set or took out, by its place in the resolved document:
 * what the base stated first, the last word last. A value that is not listed was set by the last
 * word on the nearest listed place above it, or by the first document of the chain.
 */
export type Provenance = Readonly<Record<string, readonly Stated[]>>;

/** Names a document by its id and version. */
export const nameOf = ({ id, version }: { readonly id: string; readonly version: string }) =>
  `${id} ${version}`;
