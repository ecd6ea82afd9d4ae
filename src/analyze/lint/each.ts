import type { Diagnostic } from "../../ruleset/diagnostics.ts";
import type { Text } from "../../ruleset/text.ts";
import { TooMany } from "../diagram/space.ts";
import { warn } from "../messages.ts";
import { ask, type Question, type Study } from "../study.ts";

/** What is asked of one thing in a ruleset, and what is told where it has too many cases. */
export interface Asked {
  readonly path: string;
  readonly what: Text;
  check(q: Question): readonly Diagnostic[];
}

/** How often a kind of check may be too much before the rest of it is left. */
const mostOften = 3;

/** Asks one thing after the other: what has too many cases to look through leaves the others be. */
export function each(study: Study, asked: readonly Asked[]): readonly Diagnostic[] {
  let q = ask(study);
  let left = mostOften;
  return asked.flatMap(({ path, what, check }) => {
    if (left === 0) return [warn("not-analysed", path, { what, why: tooMany })];
    try {
      return check(q);
    } catch (error) {
      if (!(error instanceof TooMany)) throw error;
      left -= 1;
      q = ask(study);
      return [warn("not-analysed", path, { what, why: tooMany })];
    }
  });
}

export const tooMany: Text = { zh: "情形过多", en: "there are too many cases" };
