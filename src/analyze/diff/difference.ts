import type { Outcome } from "../../kinds/ruleset.ts";
import type { Edition } from "../../ruleset/provenance.ts";
import type { Citation, Text } from "../../ruleset/text.ts";
import type { Account } from "../diagram/witness.ts";

/** What one ruleset says otherwise than another, and for whom it makes a difference. */
export interface Difference {
  readonly before: Edition;
  readonly after: Edition;
  /** What was changed in the text. */
  readonly changes: readonly Change[];
  /** What it means, for each decision that either has. */
  readonly decisions: readonly DecisionDifference[];
}

/** One place in the text that was changed. */
export interface Change {
  /** The place, as a JSON pointer into the resolved ruleset; into the earlier one if it is gone. */
  readonly path: string;
  /** `moved`: only its name, or its place among its like, is another. */
  readonly how: "changed" | "added" | "removed" | "moved";
  readonly what: "threshold" | "points" | "reading" | "citation" | "wording" | "rule";
  /** Can it make a difference to an account: wording, citations and order alone can't. */
  readonly matters: boolean;
  /** Where it stands, in the ruleset's own labels, from the decision inwards. */
  readonly label: Text;
  readonly citation?: Citation | undefined;
  readonly before?: unknown;
  readonly after?: unknown;
  /** Both values in words: with units, official terms and the texts of readings. */
  readonly told: { readonly before?: Text | undefined; readonly after?: Text | undefined };
}

/** What became of one decision. */
export interface DecisionDifference {
  readonly decision: string;
  readonly label: Text;
  readonly citation?: Citation | undefined;
  /**
   * `same`: no account can be decided differently, which is proven; `outputs` lists where a part of
   * it differs nevertheless, if one does. `different`: `outputs` lists where. `undecided`: neither
   * could be shown. `runnable`, `not-runnable`: its parameters are now, or no longer, set; `unset`:
   * they are in neither. `not-comparable`: the two are about different subjects, or of different
   * kinds of value.
   */
  readonly status:
    | "same"
    | "different"
    | "undecided"
    | "added"
    | "removed"
    | "runnable"
    | "not-runnable"
    | "unset"
    | "not-comparable";
  readonly outputs: readonly OutputDifference[];
  /** The decisions that it rests on itself, of those compared, which are not the same. */
  readonly through: readonly string[];
}

/** Where one value of a decision differs. */
export interface OutputDifference {
  readonly name: string;
  readonly label: Text;
  /** Does the decision come to this value, or is it a part of what it comes to. */
  readonly role: "outcome" | "part";
  readonly citation?: Citation | undefined;
  /** Its place in the later ruleset, parameters put in, as a JSON pointer. */
  readonly path: string;
  /** Boxes of fact space; no two of them share an account. Those of known facts come first. */
  readonly regions: readonly DifferentRegion[];
  /** Are these all, each with an account in it; if not, why not. */
  readonly complete: boolean;
  readonly why?: Text | undefined;
}

/** A box of fact space in which the two differ. */
export interface DifferentRegion {
  readonly where: Text;
  readonly sides: readonly DifferentSide[];
  /** Are all accounts in it such as have a fact unknown that one of the two needs. */
  readonly unknown: boolean;
  readonly account: Account;
  /** What the account comes to; `null` where that stays undetermined. */
  readonly before: Outcome | null;
  readonly after: Outcome | null;
  /** The same in words: the account with its units, the outcomes by their official terms. */
  readonly told: { readonly account: Text; readonly before: Text; readonly after: Text };
}

type Range = { readonly from: number | string; readonly to: number | string };

/** What a box asks of one fact, ends included; or of a sum of facts, or of a list's entry. */
export type DifferentSide =
  | {
      readonly fact: string;
      readonly ranges?: readonly Range[];
      readonly values?: readonly Outcome[];
      readonly unknown: boolean;
    }
  | { readonly list: string; readonly given: boolean }
  | { readonly list: string; readonly entry: string; readonly contains: boolean }
  | { readonly sum: Readonly<Record<string, number>>; readonly ranges: readonly Range[] };
