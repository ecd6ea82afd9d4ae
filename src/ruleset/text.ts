/** A text in the two languages of the policy's users. */
export interface Text {
  readonly zh: string;
  readonly en: string;
}

/** The language a text is told in. */
export type Language = keyof Text;

/** Where in the written policy a rule stands: its id in the catalogue of rules, and its clause. */
export interface Citation {
  readonly rule: string;
  readonly clause: string;
}
