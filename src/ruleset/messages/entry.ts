/** The words of one diagnostic, each already in the language it is told in. */
export type Spoken = Readonly<Record<string, string>>;

/** What a code tells in one language: what is wrong and why, and how to mend it. */
export interface Told {
  readonly message: string;
  readonly help: string;
}

/** What a code tells, in both languages. Without a severity it is an error. */
export interface Entry {
  readonly severity?: "warning" | "note";
  readonly en: (w: Spoken) => Told;
  readonly zh: (w: Spoken) => Told;
}

/** Points to the closest name, or to what can stand here: the words of `suggestion`. */
export const near = {
  en: (w: Spoken) => (w.near ? `did you mean \`${w.near}\`?` : `known here: ${w.known}`),
  zh: (w: Spoken) => (w.near ? `是不是想写 \`${w.near}\`？` : `这里可以写：${w.known}`),
};
