import document from "../../rulesets/hainan-unicom-2003.json";
import { evaluate, type ResultOf } from "../execute/evaluate.ts";
import { compile } from "../execute/program.ts";
import type { Ruleset } from "../kinds/ruleset.ts";
import { hainanUnicom2003 } from "./hashes.ts";
import { once, shipped } from "./shipped.ts";
import type {
  AccountFacts,
  ChannelFacts,
  MemberFacts,
  Policy,
  TaskFacts,
} from "./types/hainan-unicom-2003.ts";

export type {
  AccountFacts,
  ChannelFacts,
  MemberFacts,
  PartyFacts,
  Policy,
  TaskFacts,
} from "./types/hainan-unicom-2003.ts";

/** The ruleset 《中国联通海南分公司集团业务发展与服务管理办法》 (2003), to compile with other settings. */
export const ruleset: Ruleset<Policy> = /* @__PURE__ */ shipped<Policy>(document, hainanUnicom2003);

const program = /* @__PURE__ */ once(() => compile(ruleset));

/**
 * Tells whether a unit is a group (集团业务), with all grounds that hold.
 *
 * @param account - `mobileUsers` in persons; `dataLines`, `voiceLines` in lines
 * @returns yes or no, the grounds with their clause, or the facts that are missing
 * @throws TiercutError where a fact can't be what was handed in
 * @see art. 3(1) of the policy (HN-02, HN-03)
 * @example
 * ```ts
 * import { isGroup } from "tiercut/hainan-unicom-2003";
 *
 * const group = isGroup({ isUnit: true, inHainan: true, mobileUsers: 10 });
 * group.outcome; // true
 * group.reasons.map((r) => r.id).includes("group.mobile"); // true
 * ```
 */
export function isGroup(account: AccountFacts): ResultOf<Policy, "group"> {
  return evaluate(program(), "group", account);
}

/**
 * Tells whether a unit has comprehensive business (综合业务): two or more services.
 *
 * @param account - `services`: the kinds of service used, beside mobile use and lines
 * @returns yes or no
 * @throws TiercutError where a fact can't be what was handed in
 * @see art. 3(2) of the policy (HN-04)
 * @example
 * ```ts
 * import { isComprehensive } from "tiercut/hainan-unicom-2003";
 *
 * isComprehensive({ mobileUsers: 1, dataLines: 1 }).outcome; // true
 * ```
 */
export function isComprehensive(account: AccountFacts): ResultOf<Policy, "comprehensive"> {
  return evaluate(program(), "comprehensive", account);
}

/**
 * Gives a group's star (五星集团 … 一星集团) by its monthly mobile revenue.
 *
 * @param account - `monthlyMobileRevenue` in yuan a month
 * @returns `"5"` to `"1"`, with the band and what is lacking to the next star
 * @throws TiercutError where a fact can't be what was handed in
 * @see art. 8 of the policy (HN-25)
 * @example
 * ```ts
 * import { starOf } from "tiercut/hainan-unicom-2003";
 *
 * const star = starOf({ monthlyMobileRevenue: 49999.99 });
 * star.outcome; // "4"
 * star.reasons[0]?.next?.lacks; // 0.01
 * ```
 */
export function starOf(account: AccountFacts): ResultOf<Policy, "star"> {
  return evaluate(program(), "star", account);
}

/**
 * Works out how many managers and assistants a channel needs, and how many are short.
 *
 * @param channel - `groups`, `managers` and `assistants` in numbers, `customers` in persons
 * @returns whether the channel complies; `parts` has the figures needed and short
 * @throws TiercutError where a fact can't be what was handed in
 * @see art. 6 of the policy (HN-07, HN-08)
 * @example
 * ```ts
 * import { staffingOf } from "tiercut/hainan-unicom-2003";
 *
 * const staffing = staffingOf({ groups: 11, managers: 1, customers: 4000, assistants: 1 });
 * staffing.outcome; // false
 * staffing.parts.managersShort; // 1
 * ```
 */
export function staffingOf(channel: ChannelFacts): ResultOf<Policy, "staffing"> {
  return evaluate(program(), "staffing", channel);
}

/**
 * Tells who leads and who supports a piece of marketing work.
 *
 * @param task - `action`, `scope`, `region`, `channel`, `approved`
 * @returns the leading and the supporting unit, the rule, and whether it is inferred
 * @throws TiercutError where a fact can't be what was handed in
 * @see art. 7(1) of the policy (HN-10 to HN-18)
 * @example
 * ```ts
 * import { marketingUnit } from "tiercut/hainan-unicom-2003";
 *
 * marketingUnit({}).status; // "undetermined"
 * ```
 */
export function marketingUnit(task: TaskFacts): ResultOf<Policy, "marketing"> {
  return evaluate(program(), "marketing", task);
}

/**
 * Tells who serves a customer one to one.
 *
 * @param member - `memberFee` in yuan a month, `channel`, `region`, `partnerBelowStandard`
 * @returns the unit, the rule, and whether it is inferred
 * @throws TiercutError where a fact can't be what was handed in
 * @see art. 7(2) of the policy (HN-19 to HN-24)
 * @example
 * ```ts
 * import { serviceUnit } from "tiercut/hainan-unicom-2003";
 *
 * serviceUnit({ memberFee: 200 }).parts.lead; // "province-key-accounts"
 * ```
 */
export function serviceUnit(member: MemberFacts): ResultOf<Policy, "service"> {
  return evaluate(program(), "service", member);
}
