import type { Ruleset } from "../../kinds/ruleset.ts";
import { TiercutError, tell } from "../../ruleset/diagnostics.ts";
import type { Language } from "../../ruleset/text.ts";
import { readCases } from "./read.ts";
import { runCases } from "./run.ts";
import { holds, tellCases } from "./tell.ts";

/** What registers a test by its name: `test` or `it` of vitest, jest or node:test. */
export type Register = (name: string, run: () => void) => unknown;

/**
 * Registers each case of a case file as a test of its own, in the test runner that is handed in. A
 * case that does not hold fails with what it expected, what it came to and why.
 *
 * @param register - `test` or `it` of vitest, jest or node:test
 * @param ruleset - from `loadRuleset`, or one of the shipped ones
 * @param source - the case file: its JSON text, or what parsing it gave
 * @param lang - the language that a difference is told in
 * @throws TiercutError where the case file has faults, or is of another ruleset
 * @example
 * ```ts
 * import { ruleset } from "tiercut/hainan-unicom-2003";
 * import { testCases } from "tiercut/testing";
 *
 * const file = {
 *   ruleset: "hainan-unicom-2003",
 *   cases: [
 *     { id: "five", decision: "star", facts: { monthlyMobileRevenue: 50000 }, expect: { outcome: "5" } },
 *   ],
 * };
 * const names: string[] = [];
 * const test = (name: string, run: () => void) => {
 *   names.push(name);
 *   run();
 * };
 * testCases(test, ruleset, file);
 * names; // ["five"]
 * ```
 */
export function testCases(
  register: Register,
  ruleset: Ruleset<unknown>,
  source: unknown,
  lang: Language = "en",
): void {
  const read = readCases(source);
  if ("diagnostics" in read) {
    throw new TiercutError(
      `the cases can't be run:\n${tell(read.diagnostics, lang)}`,
      read.diagnostics,
    );
  }
  const { file } = read;
  const chain = ruleset.chain?.map((e) => e.id) ?? [ruleset.document.id];
  if (!chain.includes(file.ruleset)) {
    throw new TiercutError(
      `the cases are of \`${file.ruleset}\`, and this is \`${ruleset.document.id}\`: hand in that ruleset, or mend the key \`ruleset\` of the cases`,
    );
  }
  for (const c of file.cases) {
    register(c.says ? `${c.id}: ${c.says}` : c.id, () => {
      const runs = runCases(ruleset, [c]);
      if (!runs.every(holds)) throw new Error(tellCases(runs, lang).join("\n"));
    });
  }
}
