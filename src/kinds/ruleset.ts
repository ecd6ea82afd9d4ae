import type { DocumentOf } from "../ruleset/document.ts";
import type { Edition, Provenance } from "../ruleset/provenance.ts";
import type { Setting } from "../ruleset/settings.ts";
import type { Citation, Text } from "../ruleset/text.ts";
import type { WrittenDecision } from "./schema.ts";

/** A ruleset document as written. What a decision of each kind states is in docs/language.md. */
export type RulesetDocument = DocumentOf<DecisionDocument>;

/** What every decision states, whatever its kind. */
export interface DecisionDocument {
  readonly kind: string;
  readonly subject: string;
  readonly label: Text;
  readonly citation: Citation;
}

/** A document with its decisions by kind: what the library itself works on. */
export type WrittenDocument = DocumentOf<WrittenDecision>;

/** Reads a checked document by the kinds of its decisions. */
export const written = (document: RulesetDocument) => document as WrittenDocument;

declare const spec: unique symbol;

/** A ruleset found free of faults; `S` is what is known of its facts and outcomes when compiling. */
export interface Ruleset<S = AnySpec> {
  /** The document; of a variant, what it comes to when it is merged with all it is built on. */
  readonly document: RulesetDocument;
  /** SHA-256 of the document's canonical JSON (RFC 8785), its `$schema` left out. */
  readonly hash: string;
  /** Of a variant: the documents it was made of, the first base first, itself last. */
  readonly chain?: readonly Edition[];
  /** Of a variant: what each of them said of each value that one of them changed. */
  readonly provenance?: Provenance;
  /** The day it was loaded for, where it was loaded for one. */
  readonly on?: string;
  readonly [spec]?: S;
}

/** The facts and outcomes of a ruleset, as types. */
export interface Spec {
  /** The facts of each subject. */
  readonly facts: object;
  /** What each parameter may be set to. */
  readonly parameters: object;
  readonly decisions: object;
}

/** What is known of one decision at compile time. */
export interface DecisionSpec {
  readonly subject: string;
  readonly grain: "record" | "population";
  readonly outcome: unknown;
  readonly parts: object;
}

/** What is known of a ruleset that is read at run time: any fact, any outcome. */
export interface AnySpec extends Spec {
  readonly facts: Readonly<Record<string, object>>;
  readonly parameters: Readonly<Record<string, Setting>>;
  readonly decisions: Readonly<Record<string, AnyDecision>>;
}

interface AnyDecision extends DecisionSpec {
  readonly outcome: Outcome | Readonly<Record<string, Outcome>>;
  readonly parts: Readonly<Record<string, Outcome>>;
}

/** A value handed out: a yes or no, a number, a label, a day `YYYY-MM-DD`, or a list of labels. */
export type Outcome = boolean | number | string | readonly string[];
