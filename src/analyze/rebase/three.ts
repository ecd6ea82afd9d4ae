import type { ConflictReason } from "./rebased.ts";

/** One place of a ruleset in its three versions, and what the variant writes there. */
export interface Three {
  /** What the base had. */
  readonly before: unknown;
  /** What the base has now. */
  readonly after: unknown;
  /** What the variant made of the base as it was. */
  readonly own: unknown;
  /** The variant's patch; `undefined` where it says nothing of the place. */
  readonly patch: unknown;
}

/** A place where what the two have changed can't both stand. */
export interface Clash {
  readonly is: "clash";
  readonly path: string;
  readonly reason: ConflictReason;
  /** The places that the clash is about: this one, or some that are in it. */
  readonly covers: readonly string[];
  /** What is to be written in the variant so that it still says what it did. */
  readonly rewrites: readonly { readonly path: string; readonly value: unknown }[];
  /** Where the base now has what it had here. */
  readonly movedTo?: string | undefined;
  /** The first day of those that clash. */
  readonly day?: string | undefined;
}

/** A place of which both the base and the variant say something new. */
export type Met = Clash | { readonly is: "agreed"; readonly path: string };
