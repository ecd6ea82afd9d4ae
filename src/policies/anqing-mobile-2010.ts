import document from "../../rulesets/anqing-mobile-2010.json";
import { evaluate, type ResultOf } from "../execute/evaluate.ts";
import type { Fitted } from "../execute/fitted.ts";
import { fit } from "../execute/population.ts";
import { compile } from "../execute/program.ts";
import type { Ruleset } from "../kinds/ruleset.ts";
import { anqingMobile2010 } from "./hashes.ts";
import { once, shipped } from "./shipped.ts";
import type {
  AccountFacts,
  MemberFacts,
  OwnerFacts,
  Policy,
  UnitFacts,
} from "./types/anqing-mobile-2010.ts";

export type {
  AccountFacts,
  MemberFacts,
  OwnerFacts,
  Policy,
  UnitFacts,
} from "./types/anqing-mobile-2010.ts";

/*
 * One function a question. Over the usual length, because each carries its documentation; there is
 * no computation here.
 */

/** The ruleset 安庆移动《集团客户服务体系》 (2010), to compile with other settings. */
export const ruleset: Ruleset<Policy> = /* @__PURE__ */ shipped<Policy>(document, anqingMobile2010);

const program = /* @__PURE__ */ once(() => compile(ruleset));

/**
 * Fits the cuts of every city and the counts of every owner to all accounts.
 *
 * @param accounts - all accounts, evaluated or not; their order changes nothing
 * @returns the numbers, as JSON data to store or to hand on
 * @throws TiercutError where a record's facts can't be read, with its place among them
 * @see 集团客户分级(二) (AQ-28)
 * @example
 * ```ts
 * import { fitAccounts } from "tiercut/anqing-mobile-2010";
 *
 * fitAccounts([{ city: "安庆", status: "off-net" }]).subjects; // 1
 * ```
 */
export function fitAccounts(
  accounts: Iterable<AccountFacts> | (() => Iterable<AccountFacts>),
): Fitted {
  return fit(program(), accounts, { subject: "account" });
}

/**
 * Fits the places within each group, and the counts of every owner, to all key members.
 *
 * @param members - the key members of all groups; their order changes nothing
 * @returns the numbers, as JSON data to store or to hand on
 * @throws TiercutError where a record's facts can't be read, with its place among them
 * @see 集团VIP管理, 集团客户服务考核内容 (AQ-57, AQ-66)
 * @example
 * ```ts
 * import { fitMembers } from "tiercut/anqing-mobile-2010";
 *
 * fitMembers([]).subjects; // 0
 * ```
 */
export function fitMembers(members: Iterable<MemberFacts> | (() => Iterable<MemberFacts>)): Fitted {
  return fit(program(), members, { subject: "member" });
}

/**
 * Fits the lowest and the highest unit to all units of an appraisal.
 *
 * @param units - all units of the appraisal; their order changes nothing
 * @returns the numbers, as JSON data to store or to hand on
 * @throws TiercutError where a record's facts can't be read, with its place among them
 * @see 集团客户基础服务考核 项目4 (AQ-65)
 * @example
 * ```ts
 * import { fitUnits } from "tiercut/anqing-mobile-2010";
 *
 * fitUnits([]).subjects; // 0
 * ```
 */
export function fitUnits(units: Iterable<UnitFacts> | (() => Iterable<UnitFacts>)): Fitted {
  return fit(program(), units, { subject: "unit" });
}

/**
 * Tells whether a group takes part in the evaluation of value (纳入评估).
 *
 * @param account - `status`, `products`, `hasVnet`, `members` in persons, `isCluster`
 * @returns yes or no, with the grounds; or what is missing
 * @throws TiercutError where a fact can't be what was handed in
 * @see 集团客户价值评估(一) (AQ-02, AQ-03, AQ-05)
 * @example
 * ```ts
 * import { isEvaluated } from "tiercut/anqing-mobile-2010";
 *
 * isEvaluated({ status: "potential" }).outcome; // false
 * ```
 */
export function isEvaluated(account: AccountFacts): ResultOf<Policy, "eligibility"> {
  return evaluate(program(), "eligibility", account);
}

/**
 * Scores a group's value (客户价值得分): ten indicators, three dimensions, the total of at most 100.
 *
 * @param account - revenues in yuan a month, users in persons, churn as a fraction 0..1
 * @returns the total; `parts` has each indicator and dimension, `reasons` the band that gave it; or what is missing
 * @throws TiercutError where a fact can't be what was handed in
 * @see 集团客户价值评估(二)–(五) (AQ-06 to AQ-27)
 * @example
 * ```ts
 * import { scoreOf } from "tiercut/anqing-mobile-2010";
 *
 * const value = scoreOf({ personalRevenue: 2000, groupRevenue: 50, lineRevenue: 100 });
 * value.parts.contribution; // 6
 * value.status; // "undetermined"
 * ```
 */
export function scoreOf(account: AccountFacts): ResultOf<Policy, "value"> {
  return evaluate(program(), "value", account);
}

/**
 * Classifies a group as A, B or C by its place in its city.
 *
 * @param account - the facts of `scoreOf`, and `city`
 * @param fitted - from `fitAccounts`
 * @returns `"A"`, `"B"`, `"C"` or `"not-evaluated"`, with the cut it met and what is lacking to the next class; or what is missing
 * @throws TiercutError where a fact can't be what was handed in, or `fitted` is of something else
 * @see 集团客户分级(一), (二) (AQ-28)
 * @example
 * ```ts
 * import { classOf, fitAccounts } from "tiercut/anqing-mobile-2010";
 *
 * const fitted = fitAccounts([]);
 * classOf({ status: "potential" }, fitted).outcome; // "not-evaluated"
 * ```
 */
export function classOf(account: AccountFacts, fitted: Fitted): ResultOf<Policy, "class"> {
  return evaluate(program(), "class", account, fitted);
}

/**
 * Grades a group (A1, A2, B1, B2, C): its class, split by contribution against attribute.
 *
 * @param account - the facts of `classOf`
 * @param fitted - from `fitAccounts`
 * @returns the grade; or what is missing
 * @throws TiercutError where a fact can't be what was handed in, or `fitted` is of something else
 * @see 集团客户分级(二), (三) (AQ-29)
 * @example
 * ```ts
 * import { gradeOf, fitAccounts } from "tiercut/anqing-mobile-2010";
 *
 * gradeOf({ status: "potential" }, fitAccounts([])).outcome; // "not-evaluated"
 * ```
 */
export function gradeOf(account: AccountFacts, fitted: Fitted): ResultOf<Policy, "grade"> {
  return evaluate(program(), "grade", account, fitted);
}

/**
 * Lists the required fields (必填项) of a group's record that are not filled.
 *
 * @param account - the fields themselves; `class` is the group's class of the last finished month
 * @returns whether all are filled; `parts.unmet` and `parts.unknown` name the rest; or what is missing
 * @throws TiercutError where a fact can't be what was handed in
 * @see 集团客户资料 (AQ-32, AQ-34 to AQ-38)
 * @example
 * ```ts
 * import { requiredFields } from "tiercut/anqing-mobile-2010";
 *
 * requiredFields({ accountName: "甲公司" }).parts.unmet?.includes("accountAddress"); // true
 * ```
 */
export function requiredFields(account: AccountFacts): ResultOf<Policy, "required"> {
  return evaluate(program(), "required", account);
}

/**
 * Counts how many items of a group's record are complete (基础资料完整), and lists what is missing.
 *
 * @param account - the fields themselves; `class` is the group's class of the last finished month
 * @returns whether it is complete; `parts.filled` of `parts.total`, `parts.unmet`; or what is missing
 * @throws TiercutError where a fact can't be what was handed in
 * @see 集团客户基础服务考核 项目1 (AQ-60)
 * @example
 * ```ts
 * import { completenessOf } from "tiercut/anqing-mobile-2010";
 *
 * const record = completenessOf({ class: "C", accountName: "甲公司", members: 0 });
 * record.parts.filled; // 1
 * record.parts.total; // 12
 * ```
 */
export function completenessOf(account: AccountFacts): ResultOf<Policy, "completeness"> {
  return evaluate(program(), "completeness", account);
}

/**
 * Tells whether a group may be deregistered (注销), what is unmet or unknown, and what to do next.
 *
 * @param account - `reason`, `ceased`, `products`, `accounts`, `arrears` in yuan, `members`, `status`
 * @returns yes or no; `parts.unmet`, `parts.unknown`, `parts.next`, `parts.route`; or what is missing
 * @throws TiercutError where a fact can't be what was handed in
 * @see 集团客户资料-集团客户注销 (AQ-39 to AQ-43)
 * @example
 * ```ts
 * import { mayBeDeregistered } from "tiercut/anqing-mobile-2010";
 *
 * const asked = mayBeDeregistered({ reason: "bankruptcy", ceased: true, members: 3 });
 * asked.outcome; // false
 * asked.parts.unmet; // ["noMembers"]
 * asked.parts.next; // "clear"
 * ```
 */
export function mayBeDeregistered(account: AccountFacts): ResultOf<Policy, "deregistration"> {
  return evaluate(program(), "deregistration", account);
}

/**
 * Tells how many on-site visits (上门拜访) a group needs in a month, and how many are short.
 *
 * @param account - `grade` of the last finished month, `visits` of the month
 * @returns whether there were enough; `parts` has the figures; or what is missing
 * @throws TiercutError where a fact can't be what was handed in
 * @see 集团客户服务—拜访频度要求 (AQ-44)
 * @example
 * ```ts
 * import { visitsOf } from "tiercut/anqing-mobile-2010";
 *
 * visitsOf({ grade: "A1", visits: 0 }).parts.visitsShort; // 1
 * ```
 */
export function visitsOf(account: AccountFacts): ResultOf<Policy, "visit"> {
  return evaluate(program(), "visit", account);
}

/**
 * Tells which kind of key member (关键成员) a person is.
 *
 * @param member - `role`
 * @returns `"key-person"`, `"core-member"` or `"none"`; or what is missing
 * @throws TiercutError where a fact can't be what was handed in
 * @see 关键成员类别 (AQ-50)
 * @example
 * ```ts
 * import { keyMemberOf } from "tiercut/anqing-mobile-2010";
 *
 * keyMemberOf({ role: "contact" }).outcome; // "key-person"
 * ```
 */
export function keyMemberOf(member: MemberFacts): ResultOf<Policy, "keyMember"> {
  return evaluate(program(), "keyMember", member);
}

/**
 * Tells whether a key member is bound (捆绑), by any of five conditions.
 *
 * @param member - dates as `YYYY-MM-DD`, amounts in yuan, terms in months
 * @returns yes or no, with every condition that holds; or what is missing
 * @throws TiercutError where a fact can't be what was handed in
 * @see 关键成员捆绑 (AQ-52 to AQ-56)
 * @example
 * ```ts
 * import { isBound } from "tiercut/anqing-mobile-2010";
 *
 * isBound({ retainMonths: 10, retainAmount: 200 }).outcome; // true
 * ```
 */
export function isBound(member: MemberFacts): ResultOf<Policy, "binding"> {
  return evaluate(program(), "binding", member);
}

/**
 * Tells whether a key member is a group VIP (集团VIP), with which card and until when.
 *
 * @param member - `accountId`, `memberId`, `role`, the `class` of the group, dates
 * @param fitted - from `fitMembers`
 * @returns eligible, granted within the five of the group, card, last day, validity; or what is missing
 * @throws TiercutError where a fact can't be what was handed in, or `fitted` is of something else
 * @see 集团VIP管理 (AQ-57, AQ-58)
 * @example
 * ```ts
 * import { vipOf, fitMembers } from "tiercut/anqing-mobile-2010";
 *
 * vipOf({ isGroupMember: false }, fitMembers([])).parts.eligible; // false
 * ```
 */
export function vipOf(member: MemberFacts, fitted: Fitted): ResultOf<Policy, "vip"> {
  return evaluate(program(), "vip", member, fitted);
}

/**
 * Works out how complete the records of an owner's groups are (完整率).
 *
 * @param owner - `owner`
 * @param fitted - from `fitAccounts`
 * @returns the rate as a fraction 0..1, `"undefined"` where the owner has no group; or what is missing
 * @throws TiercutError where a fact can't be what was handed in, or `fitted` is of something else
 * @see 集团客户基础服务考核 项目1 (AQ-60, AQ-61)
 * @example
 * ```ts
 * import { completenessRateOf, fitAccounts } from "tiercut/anqing-mobile-2010";
 *
 * completenessRateOf({ owner: "A01" }, fitAccounts([])).outcome; // "undefined"
 * ```
 */
export function completenessRateOf(
  owner: OwnerFacts,
  fitted: Fitted,
): ResultOf<Policy, "completenessRate"> {
  return evaluate(program(), "completenessRate", owner, fitted);
}

/**
 * Works out how many of an owner's groups are sampled (抽检).
 *
 * @param owner - `owner`
 * @param fitted - from `fitAccounts`
 * @returns the number of A and B groups together, and of C groups; or what is missing
 * @throws TiercutError where a fact can't be what was handed in, or `fitted` is of something else
 * @see 集团客户基础服务考核 项目2 (AQ-62)
 * @example
 * ```ts
 * import { sampleOf, fitAccounts } from "tiercut/anqing-mobile-2010";
 *
 * const own = [{ owner: "A01", class: "C", appraisalStatus: "other" }] as const;
 * sampleOf({ owner: "A01" }, fitAccounts(own)).parts.c; // 1
 * ```
 */
export function sampleOf(owner: OwnerFacts, fitted: Fitted): ResultOf<Policy, "sample"> {
  return evaluate(program(), "sample", owner, fitted);
}

/**
 * Works out which share of an owner's key persons and core members is bound (捆绑率).
 *
 * @param owner - `owner`
 * @param fitted - from `fitMembers`
 * @returns the two rates as fractions 0..1, `"undefined"` where there is nobody; or what is missing
 * @throws TiercutError where a fact can't be what was handed in, or `fitted` is of something else
 * @see 集团客户服务考核内容 (AQ-66)
 * @example
 * ```ts
 * import { bindingRateOf, fitMembers } from "tiercut/anqing-mobile-2010";
 *
 * bindingRateOf({ owner: "A01" }, fitMembers([])).parts.keyPersons; // "undefined"
 * ```
 */
export function bindingRateOf(owner: OwnerFacts, fitted: Fitted): ResultOf<Policy, "bindingRate"> {
  return evaluate(program(), "bindingRate", owner, fitted);
}

/**
 * Appraises a unit (考核): the points of each item, the total, and the points it is out of.
 *
 * @param unit - rates as fractions 0..1; `members` and `billingUsers` in persons
 * @param fitted - from `fitUnits`
 * @returns the total; `parts` has the items and `outOf`; or what is missing
 * @throws TiercutError where a fact can't be what was handed in, or `fitted` is of something else
 * @see 集团客户服务考核体系 (AQ-59, AQ-61, AQ-63, AQ-65)
 * @example
 * ```ts
 * import { appraisalOf, fitUnits } from "tiercut/anqing-mobile-2010";
 *
 * const units = [{ unitCompleteness: 0.9, members: 50, billingUsers: 100 }];
 * const unit = appraisalOf({ unitCompleteness: 0.9 }, fitUnits(units));
 * unit.parts.completeness; // 9
 * unit.status; // "undetermined"
 * ```
 */
export function appraisalOf(unit: UnitFacts, fitted: Fitted): ResultOf<Policy, "appraisal"> {
  return evaluate(program(), "appraisal", unit, fitted);
}
