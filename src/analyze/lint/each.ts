import type { Diagnostic } from "../../ruleset/diagnostics.ts";
import type { Text } from "../../ruleset/text.ts";
import { TooMany } from "../diagram/space.ts";
import { warn } from "../messages.ts";
import { ask, type Question, type Study } from "../study.ts";

/** What is asked of one thing in a ruleset, and what it is called where it has too many cases. */
export interface Asked {
  readonly path: string;
  readonly what: Text;
  check(q: Question): readonly Diagnostic[];
}

/** How often things may have too many cases before the rest of the ruleset is left. */
const mostOften = 4;

/**
 * Asks one thing after the other, those of one kind with what is known of each other: what has too
 * many cases to look through leaves the others be.
 */
export function each(study: Study, kinds: readonly (readonly Asked[])[]): readonly Diagnostic[] {
  let left = mostOften;
  const found = kinds.flatMap((asked) => {
    let q = ask(study);
    return asked.flatMap(({ path, what, check }) => {
      if (left === 0) return [];
      try {
        return check(q);
      } catch (error) {
        if (!(error instanceof TooMany)) throw error;
        left -= 1;
        q = ask(study);
        return [warn("not-analysed", path, { what, why: tooMany })];
      }
    });
  });
  return left > 0 ? found : [...found, warn("not-analysed", "", { what: rest, why: tooMany })];
}

const tooMany: Text = { zh: "情形过多", en: "there are too many cases" };
const rest: Text = { zh: "其余部分", en: "the rest of the ruleset" };
