import type { Outcome } from "../../kinds/ruleset.ts";
import type { Edition } from "../../ruleset/provenance.ts";
import type { Citation, Text } from "../../ruleset/text.ts";
import type { Account } from "../diagram/witness.ts";

/** What one ruleset says otherwise than another, and for whom it makes a difference. */
export interface Difference {
  readonly before: DatedEdition;
  readonly after: DatedEdition;
  /** What was changed in the text. */
  readonly changes: readonly Change[];
  /** What it means, for each decision that either has. */
  readonly decisions: readonly DecisionDifference[];
}

/** Which ruleset it is, and the day whose values its dated parameters have, if one was given. */
type DatedEdition = Edition & { readonly on?: string };

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
  /** What was changed in the decision itself and can matter, parameters put in. */
  readonly changes: readonly Change[];
  /** The decisions that it rests on itself and that are not the same. */
  readonly through: readonly { readonly decision: string; readonly label: Text }[];
}

/** Where one value of a decision differs. */
export interface OutputDifference {
  readonly name: string;
  readonly label: Text;
  /**
   * `outcome`: the decision comes to it; `part`: it is a part of what it comes to; `basis`: what the
   * decision takes from its population rests on it: who is ranked, by what, who counts.
   */
  readonly role: "outcome" | "part" | "basis";
  /** Which of the two has this part, if only one: in the other it counts as 0 points. */
  readonly only?: "before" | "after";
  readonly citation?: Citation | undefined;
  /** Its place in the later ruleset, parameters put in, as a JSON pointer. */
  readonly path: string;
  /** Boxes of fact space; no two of them share an account. Those of known facts come first. */
  readonly regions: readonly DifferentRegion[];
  /** Are these all, each with an account in it; if not, why not. */
  readonly complete: boolean;
  readonly why?: Text;
  /**
   * Where the value is a sum of parts: those of them that differ. It differs exactly where their sum
   * does and all else that it adds up is known.
   */
  readonly sumOf?: readonly string[];
}

/** A box of fact space in which the two differ. */
export interface DifferentRegion {
  readonly where: Text;
  readonly sides: readonly DifferentSide[];
  /** Are all accounts in it such as have a fact unknown that one of the two needs. */
  readonly unknown: boolean;
  readonly account: Account;
  /** What the account is taken to have from its population, by the decision: its class, a mean. */
  readonly population?: Account;
  /** What the account comes to; `null` where that stays undetermined. */
  readonly before: Outcome | null;
  readonly after: Outcome | null;
  /** The same in words: the account with its units, the outcomes by their official terms. */
  readonly told: { readonly account: Text; readonly before: Text; readonly after: Text };
}

type Range = { readonly from: number | string; readonly to: number | string };

/**
 * What a box asks of one fact (ends included), of a list, of a sum of facts, or of what is computed
 * of them in another way, which is told in words.
 */
export type DifferentSide =
  /** A number or a day. */
  | { readonly fact: string; readonly ranges: readonly Range[]; readonly unknown: boolean }
  /** One of these values. */
  | { readonly fact: string; readonly values: readonly Outcome[]; readonly unknown: boolean }
  /** Any text but these. */
  | { readonly fact: string; readonly otherThan: readonly string[]; readonly unknown: boolean }
  /** What is taken from the population, by the decision: one of these values, or a number. */
  | { readonly population: string; readonly values: readonly Outcome[]; readonly unknown: boolean }
  | { readonly population: string; readonly ranges: readonly Range[]; readonly unknown: boolean }
  | { readonly list: string; readonly given: boolean }
  | { readonly list: string; readonly entry: string; readonly contains: boolean }
  /** How many times each fact counts, and between what their sum lies; days are counted from 1970. */
  | { readonly sum: Readonly<Record<string, number>>; readonly ranges: readonly Range[] }
  /** A number; or a day, which is unknown where it is beyond the calendar. */
  | { readonly computed: Text; readonly ranges: readonly Range[]; readonly unknown?: boolean }
  | { readonly computed: Text; readonly holds: boolean };
