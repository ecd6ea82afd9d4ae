import type { Diagnostic } from "../../ruleset/diagnostics.ts";
import type { Edition } from "../../ruleset/provenance.ts";
import type { Citation, Text } from "../../ruleset/text.ts";
import type { Change } from "../diff/difference.ts";

/** A variant moved to a newer base, with all there is to know of it; or why it can't be moved. */
export type Rebased =
  | {
      readonly ok: true;
      readonly variant: Edition;
      /** The base it was written on, and the one it is moved to. */
      readonly from: Edition;
      readonly to: Edition;
      /** The new document: the author's text, save the range of versions and what had to be added. */
      readonly text: string;
      /** What is to be decided. Until it is, the new document says there what the variant said. */
      readonly conflicts: readonly Conflict[];
      /** What the base has changed, and the variant now has from it. */
      readonly inherited: readonly Change[];
      /** What the variant changes, of which the base has left its own as it was. */
      readonly carried: readonly OwnChange[];
      /** What the variant changes, and the base now says too. */
      readonly agreed: readonly OwnChange[];
      /** What loading the new document finds: an error keeps it from being run. */
      readonly diagnostics: readonly Diagnostic[];
    }
  | { readonly ok: false; readonly diagnostics: readonly Diagnostic[] };

/** A change that the variant makes, with the place in its document where it states it. */
export interface OwnChange extends Change {
  readonly written: string;
}

/** Why a place can't be merged. */
export type ConflictReason =
  | "both-changed"
  | "both-added"
  | "base-removed"
  | "variant-removed"
  | "restated"
  | "dates"
  | "other-meaning"
  | "refused";

/** A place where what the base changed and what the variant says can't both stand. */
export interface Conflict {
  /** The place in the resolved rulesets, as a JSON pointer. */
  readonly path: string;
  /** The place in the variant's document, as a JSON pointer. */
  readonly written: string;
  readonly reason: ConflictReason;
  /** Where it stands, in the ruleset's own labels. */
  readonly label: Text;
  readonly citation?: Citation | undefined;
  /** Why it can't be merged, and what to do about it. */
  readonly message: Text;
  readonly help: Text;
  /** What the base had, what it has now, and what the variant says; `undefined` where nothing. */
  readonly values: Sides<unknown>;
  /** The three in words, where they are single values. */
  readonly told: Sides<Text>;
  /** What each of the two has changed there, one by one. */
  readonly base: readonly Change[];
  readonly variant: readonly Change[];
  /** Where both have added it: in what the base's and then the variant's differ. */
  readonly apart: readonly Change[];
  /** Was the variant's value written out beyond the author's lines, to be what it was. */
  readonly writtenOut: boolean;
  /** Where the base now has what it had here. */
  readonly movedTo?: string | undefined;
}

interface Sides<T> {
  readonly before?: T | undefined;
  readonly base?: T | undefined;
  readonly variant?: T | undefined;
}
