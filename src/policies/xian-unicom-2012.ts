import document from "../../rulesets/xian-unicom-2012.json";
import { evaluate, type ResultOf } from "../execute/evaluate.ts";
import { compile } from "../execute/program.ts";
import type { Ruleset } from "../kinds/ruleset.ts";
import { xianUnicom2012 } from "./hashes.ts";
import { once, shipped } from "./shipped.ts";
import type { HallFacts, Policy } from "./types/xian-unicom-2012.ts";

export type { HallFacts, Policy } from "./types/xian-unicom-2012.ts";

/** The ruleset 《西安联通自有营业厅“五率”考核实施细则》 (2012), to compile with other settings. */
export const ruleset: Ruleset<Policy> = /* @__PURE__ */ shipped<Policy>(document, xianUnicom2012);

const program = /* @__PURE__ */ once(() => compile(ruleset));

/**
 * Works out the five rates (五率) of an own hall for one month.
 *
 * @param hall - revenues, costs and arrears in yuan a month; users in numbers
 * @returns the rates as fractions, each `"undefined"` where its divisor is zero; lower is better for
 *   churn, arrears and input over output
 * @throws TiercutError where a fact can't be what was handed in
 * @see parts 1, 5 and 7 of the rules (XA-01 to XA-06)
 * @example
 * ```ts
 * import { ratesOf } from "tiercut/xian-unicom-2012";
 *
 * const rates = ratesOf({ revenue: 90000, revenueTarget: 100000, users: 5, userTarget: 0 });
 * rates.parts.revenueCompletion; // 0.9
 * rates.parts.userCompletion; // "undefined"
 * ```
 */
export function ratesOf(hall: HallFacts): ResultOf<Policy, "rates"> {
  return evaluate(program(), "rates", hall);
}
