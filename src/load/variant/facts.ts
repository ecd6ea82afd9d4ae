import { type Diagnostic, pointer } from "../../ruleset/diagnostics.ts";
import { changesIn, refuse, type Step } from "./step.ts";

/**
 * Refuses another type or unit of a base's fact: the data that is handed in stays as it is, and would
 * mean something else.
 */
export function checkFacts(step: Step): readonly Diagnostic[] {
  return Object.keys(step.before.facts ?? {}).flatMap((name) =>
    ["type", "unit"].flatMap((key) => {
      const path = pointer("facts", name, key);
      const [change] = changesIn(step, path);
      if (!change || change.before === undefined) return [];
      const cause = {
        zh: `事实 \`${name}\` 的 \`${key}\` 不能改`,
        en: `the \`${key}\` of the fact \`${name}\` stays as it is`,
      };
      return [refuse(step, { code: "not-open", at: change.path, words: { cause }, against: path })];
    }),
  );
}
