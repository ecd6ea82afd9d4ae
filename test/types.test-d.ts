import {
  compile,
  type DecisionName,
  evaluate,
  type FactsOf,
  fit,
  loadRuleset,
  type ResultOf,
  type Ruleset,
} from "../src/index.ts";
import {
  type AccountFacts,
  type Policy as Anqing,
  ruleset as anqing,
  classOf,
  fitAccounts,
  gradeOf,
  isBound,
  isEvaluated,
  scoreOf,
} from "../src/policies/anqing-mobile-2010.ts";
import {
  type Policy as Hainan,
  ruleset as hainan,
  serviceUnit,
  starOf,
} from "../src/policies/hainan-unicom-2003.ts";
import { ratesOf } from "../src/policies/xian-unicom-2012.ts";

/*
 * What must compile, with the exact type it has, and what must not. `tsc` reads this file (`npm run
 * types`), and a test of the promises has it read once more; it is never run.
 */

type Equal<A, B> =
  (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false;
/** Compiles where its type argument is `true`. */
declare function holds<_ extends true>(): void;

const anqingProgram = compile(anqing);
const hainanProgram = compile(hainan);
const account: AccountFacts = { accountId: "a", city: "安庆", status: "on-net", members: 6 };
const fitted = fitAccounts([account]);

// Facts: those of the subject, each unknown where it is left out, null or undefined.
holds<Equal<FactsOf<Anqing, "value">, AccountFacts>>();
holds<Equal<AccountFacts["industryClass"], "A" | "B" | "C" | "D" | null | undefined>>();
holds<Equal<AccountFacts["members"], number | null | undefined>>();
starOf({ monthlyMobileRevenue: 50000 });
starOf({ monthlyMobileRevenue: null });
starOf({ monthlyMobileRevenue: undefined });
starOf({});
// @ts-expect-error a misspelt fact
starOf({ monthlyMobileRevenu: 50000 });
// @ts-expect-error a misspelt fact, among others that are right
classOf({ city: "安庆", memebers: 6 }, fitted);
// @ts-expect-error a misspelt fact, through the program
evaluate(hainanProgram, "star", { monthlyMobileRevenu: 1 });
// @ts-expect-error a number written as a text
starOf({ monthlyMobileRevenue: "50000" });
// @ts-expect-error a label that its fact can't have
isEvaluated({ status: "gone" });
// @ts-expect-error an entry that its list can't have
evaluate(hainanProgram, "comprehensive", { services: ["telegrams"] });
// @ts-expect-error a fact of another subject
isBound({ personalRevenue: 1 });
// @ts-expect-error a misspelt fact in a population
fitAccounts([{ city: "安庆", memebers: 6 }]);

// Outcomes: the labels there are, and undefined where it is open.
const star = starOf({});
holds<Equal<typeof star.outcome, "1" | "2" | "3" | "4" | "5" | "unrated" | undefined>>();
holds<Equal<typeof star, ResultOf<Hainan, "star">>>();
holds<Equal<typeof star.status, "decided" | "undetermined">>();
if (star.status === "decided") {
  holds<Equal<typeof star.outcome, "1" | "2" | "3" | "4" | "5" | "unrated">>();
  holds<Equal<typeof star.missing, readonly string[]>>();
}
const graded = gradeOf(account, fitted);
type Grades = "A1" | "A2" | "B1" | "B2" | "C" | "not-evaluated" | "undefined";
holds<Equal<typeof graded.outcome, Grades | undefined>>();
const total = scoreOf(account);
holds<Equal<typeof total.outcome, number | undefined>>();
const served = serviceUnit({ memberFee: 200 });
if (served.status === "decided") {
  holds<Equal<typeof served.outcome.inferred, "no" | "yes">>();
}
const rates = ratesOf({});
if (rates.status === "decided") {
  holds<Equal<typeof rates.outcome.inputOutput, number | "undefined">>();
}
// @ts-expect-error a star that does not exist
star.outcome === "6";
// @ts-expect-error a class compared with a grade
classOf(account, fitted).outcome === "A1";
// @ts-expect-error a yes or no compared with a text
isEvaluated(account).outcome === "yes";
// @ts-expect-error a total that may be open used as a number
total.outcome + 1;

// Parts: those of the decision, each perhaps open while the decision is.
holds<Equal<typeof total.parts.contribution, number | undefined>>();
if (total.status === "decided") holds<Equal<typeof total.parts.contribution, number>>();
// @ts-expect-error a misspelt part
total.parts.contributions;
// @ts-expect-error a part of another decision
star.parts.contribution;

// Decisions: those of the ruleset; a population decision asks for what was fitted.
holds<Equal<"star" extends DecisionName<Hainan> ? true : false, true>>();
holds<Equal<"stars" extends DecisionName<Hainan> ? true : false, false>>();
evaluate(anqingProgram, "class", account, fitted);
evaluate(anqingProgram, "value", account);
// @ts-expect-error a decision that does not exist
evaluate(hainanProgram, "stars", {});
// @ts-expect-error a decision of another ruleset
evaluate(hainanProgram, "class", {}, fitted);
// @ts-expect-error a population decision without what was fitted
evaluate(anqingProgram, "class", account);
// @ts-expect-error the same, through its function
classOf(account);
// @ts-expect-error something else than what was fitted
evaluate(anqingProgram, "class", account, { cuts: {} });

// Populations: which subject they are of must be said, and be one there is.
fit(anqingProgram, [account], { subject: "account" });
fit(anqingProgram, () => [account], { subject: "account" });
// @ts-expect-error no subject, where there are several
fit(anqingProgram, [account]);
// @ts-expect-error a subject that does not exist
fit(anqingProgram, [account], { subject: "acount" });
// @ts-expect-error members handed in as accounts
fit(anqingProgram, [{ memberId: "m" }], { subject: "account" });

// Settings: the parameters there are, each with the readings it has.
compile(hainan, { parameters: { boundary: "upper-closed", starFive: 60000 } });
// @ts-expect-error a parameter that does not exist
compile(hainan, { parameters: { bounday: "upper-closed" } });
// @ts-expect-error a reading that does not exist
compile(hainan, { parameters: { boundary: "closed" } });

// A ruleset read at run time: any decision, any fact.
const loaded = loadRuleset("{}");
if (loaded.ok) evaluate(compile(loaded.ruleset), "anything", { whatever: 1 }, fitted);

// Rulesets of different policies stand in one list, and one that was read can be told its policy.
const rulesets: Ruleset[] = [anqing, hainan];
const read = loadRuleset("{}");
if (read.ok) compile(read.ruleset as Ruleset<Hainan>, { parameters: { boundary: "upper-closed" } });
for (const one of rulesets) compile(one);
// @ts-expect-error no parameter is called so
compile(hainan, { parameters: { boundry: "upper-closed" } });
// @ts-expect-error the reading does not exist
compile(hainan, { parameters: { boundary: "upper" } });
// @ts-expect-error of several subjects, which one is meant must be said
fit(anqingProgram, [account]);
