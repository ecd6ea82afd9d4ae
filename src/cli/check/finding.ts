import type { Code } from "../../ruleset/codes.ts";
import type { Diagnostic } from "../../ruleset/diagnostics.ts";
import type { Text } from "../../ruleset/text.ts";

/** A point in a text: how many characters are before it, its line, and its column, from 1 on. */
export interface Point {
  readonly offset: number;
  readonly line: number;
  readonly column: number;
}

/** A place in a file, as it is shown: from a point up to another, on one line or several. */
export interface Spot {
  /** The whole path of the file. */
  readonly file: string;
  /** All that is written in the file. */
  readonly text: string;
  readonly start: Point;
  readonly end: Point;
}

/** What else a finding tells of, with its own place. */
export interface Related {
  readonly message: Text;
  readonly document?: string | undefined;
  readonly path: string;
  readonly spot: Spot;
}

/** A diagnostic with its place in a file. */
export interface Finding {
  readonly code: Code;
  readonly severity: Diagnostic["severity"];
  readonly message: Text;
  readonly help: Text;
  /** The document it lies in, as `id version`, where several are concerned. */
  readonly document?: string | undefined;
  /** The place in that document, as a JSON pointer. */
  readonly path: string;
  readonly spot: Spot;
  readonly related: readonly Related[];
  /** Why the ruleset silences it, where it does. */
  readonly silenced?: Text | undefined;
}

/** A file that could not be checked, and why. */
export interface Unread {
  readonly file: string;
  readonly why: Text;
  readonly help: Text;
}

/** What came of a check. */
export interface Report {
  /** The folder that paths are shown from. */
  readonly cwd: string;
  /** The files that were checked. */
  readonly files: readonly string[];
  /** Those that were to be checked and could not be read. */
  readonly unread: readonly Unread[];
  /** By file and place. */
  readonly findings: readonly Finding[];
}

/** How many findings there are of each severity, and how many are silenced. */
export function countOf({ findings }: Report) {
  const heard = findings.filter((f) => f.silenced === undefined);
  const of = (severity: Finding["severity"]) => heard.filter((f) => f.severity === severity).length;
  return {
    errors: of("error"),
    warnings: of("warning"),
    notes: of("note"),
    silenced: findings.length - heard.length,
  };
}
