import type { Ruleset } from "../../kinds/ruleset.ts";
import { nameOf, type Stated } from "../../ruleset/provenance.ts";
import { historyAt } from "./history.ts";
import { keysIn, valueAt } from "./merge.ts";
import { ownKeys } from "./patch.ts";

/**
 * Tells which document set a value of a ruleset, and what those before it had said of it.
 *
 * @param ruleset - from `loadRuleset` or `rulesetOn`, or one of the shipped ones
 * @param pointer - the value's place in `ruleset.document`, as a JSON pointer (RFC 6901)
 * @returns what each document stated, the first base first; the last one set the value, or took it
 *   out (`null`); empty where there never was a value
 * @example
 * ```ts
 * import { setBy } from "tiercut";
 * import { ruleset } from "tiercut/hainan-unicom-2003";
 *
 * const [first] = setBy(ruleset, "/parameters/starFive/default");
 * first?.document; // "hainan-unicom-2003 1.0.1"
 * first?.value; // 50000
 * ```
 */
export function setBy(ruleset: Ruleset<unknown>, pointer: string): readonly Stated[] {
  const { document, chain = [], provenance = {} } = ruleset;
  const isOwn = (ownKeys as readonly string[]).includes(keysIn(pointer)[0] ?? "");
  const first = isOwn ? document : (chain[0] ?? document);
  if (!isOwn) return historyAt(pointer, document, provenance, nameOf(first));
  const value = valueAt(document, pointer);
  return value === undefined ? [] : [{ document: nameOf(first), path: pointer, value }];
}
