import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { loadRuleset } from "../../../src/index.ts";
import { frozen, type Json } from "../../kinds/tiny.ts";
import { variant } from "./small.ts";

/*
 * The slips a policy owner is likeliest to make in a variant of a shipped ruleset: each is answered by
 * one message, at the place in the variant, from which the mend is obvious.
 */

const shipped = (id: string): Json =>
  frozen(
    JSON.parse(readFileSync(new URL(`../../../rulesets/${id}.json`, import.meta.url), "utf8")),
  );
const documents = [shipped("hainan-unicom-2003"), shipped("anqing-mobile-2010")];
const hainan = "hainan-unicom-2003";
const sanya = (more: Json) => variant("sanya-2004", more, hainan);
const bands = (more: Json) => sanya({ decisions: { star: { bands: more } } });

const without = (document: Json, key: string): Json =>
  Object.fromEntries(Object.entries(document).filter(([k]) => k !== key));

/** What was written, and what is told of it: the code, the place, the message, the mend. */
type Slip = readonly [string, Json, string, string, string, string];

const slips: readonly Slip[] = [
  [
    "the name of a parameter is misspelt",
    sanya({ parameters: { starFiv: 60000 } }),
    "not-a-base",
    "/parameters/starFiv",
    `there is no \`starFiv\` here in \`${hainan} 1.0.1\` that could be changed, and this is too little for a new one`,
    "did you mean `starFive`?",
  ],
  [
    "the base is misspelt",
    variant("sanya-2004", {}, "hainan-unicom-203"),
    "unknown-base",
    "/extends/id",
    "no ruleset called `hainan-unicom-203` is among the documents given",
    `did you mean \`${hainan}\`?`,
  ],
  [
    "the base is called by the beginning of its name",
    variant("sanya-2004", {}, "hainan-unicom"),
    "unknown-base",
    "/extends/id",
    "no ruleset called `hainan-unicom` is among the documents given",
    `did you mean \`${hainan}\`?`,
  ],
  [
    "it keeps the name of its base",
    { ...variant(hainan, { parameters: { starFive: 60000 } }, hainan), version: "1.0.1" },
    "extends-cycle",
    "/id",
    `this variant and what it is built on are both called \`${hainan} 1.0.1\``,
    "give this one an `id` of its own, such as one that names the city",
  ],
  [
    "a reading is called by its official term",
    sanya({ parameters: { boundary: "含上限" } }),
    "unknown-reading",
    "/parameters/boundary",
    "`含上限` is not a reading of the parameter `boundary`",
    "did you mean `upper-closed`?",
  ],
  [
    "an outcome is called by its official term",
    bands({ five: { outcome: "四星集团" } }),
    "unknown-outcome",
    "/decisions/star/bands/five/outcome",
    "`四星集团` is not among the outcomes declared",
    "did you mean `4`?",
  ],
  [
    "a band is called by its outcome",
    bands({ "5": { from: 60000 } }),
    "not-a-base",
    "/decisions/star/bands/5",
    `there is no \`5\` here in \`${hainan} 1.0.1\` that could be changed, and it can't be the name of a new one`,
    "did you mean `five`?",
  ],
  [
    "a threshold is in ten thousands of yuan",
    sanya({ parameters: { starFive: 6 } }),
    "bound-broken",
    "/parameters/starFive",
    "`6` can't stand here: the parameter `starFive` has to be a whole multiple of 100",
    "the unit is yuan a month: if 6 is in ten thousands (万元), write 60000",
  ],
  [
    "it is so in the band itself",
    bands({ five: { from: 6 } }),
    "bound-broken",
    "/decisions/star/bands/five/from",
    "`6` can't stand here: it moves the band `five` of `star` past `two`, which begins at 2500",
    "keep each band between its neighbours, or move `two` too",
  ],
  [
    "a share is in percent",
    variant("anqing-2011", { parameters: { shareA: 10 } }, "anqing-mobile-2010"),
    "bound-broken",
    "/parameters/shareA",
    "`10` can't stand here: the parameter `shareA` goes from 0 to 1",
    "this is a fraction: 10 percent is written 0.1",
  ],
  [
    "parameters stand inside a decision",
    sanya({ decisions: { star: { parameters: { starFive: 60000 } } } }),
    "unknown-key",
    "/decisions/star/parameters",
    "the key `parameters` means nothing here",
    "move `parameters` to the outermost level, beside `extends`",
  ],
  [
    "a day is none of the calendar",
    sanya({ effective: { from: "2006-02-30" } }),
    "bad-name",
    "/effective/from",
    "`2006-02-30` does not have the form needed here",
    "write a day of the calendar, such as `2010-11-30`",
  ],
  [
    "`extends` is misspelt",
    {
      ...without(variant("sanya-2004", { parameters: { starFive: 60000 } }), "extends"),
      extend: { id: hainan, version: "^1.0.0" },
    },
    "unknown-key",
    "/extend",
    "the key `extend` means nothing here",
    "did you mean `extends`?",
  ],
  [
    "`extends` is forgotten",
    without(variant("sanya-2004", { parameters: { starFive: 60000 } }), "extends"),
    "missing-key",
    "",
    "the key `extends` is missing",
    'add `extends`: `{ "id": "…", "version": "^1.0.0" }`, the ruleset it is built on; or, where it is a whole one, `source`, `subjects`, `facts` and `decisions`',
  ],
  [
    "no version of the base is in the range",
    variant("sanya-2004", {}, hainan, "^2.0.0"),
    "base-version",
    "/extends/version",
    `no version of \`${hainan}\` that was given lies in \`^2.0.0\``,
    "write one of those given, `1.0.1`, or a range that one of them lies in, such as `^1.0.1`",
  ],
  [
    "`extends` is the name alone",
    { ...sanya({}), extends: hainan },
    "wrong-type",
    "/extends",
    `\`"${hainan}"\` stands where an object is expected`,
    'write `{ "id": "…", "version": "^1.0.0" }`',
  ],
  [
    "a number is put in quotes",
    sanya({ parameters: { starFive: "60000" } }),
    "wrong-type",
    "/parameters/starFive",
    '`"60000"` stands where a number without quotes is expected',
    "write a number without quotes",
  ],
  [
    "a threshold passes its neighbour",
    sanya({ parameters: { starFive: 20000 } }),
    "bound-broken",
    "/parameters/starFive",
    "`20000` can't stand here: it moves the band `five` of `star` past `four`, which begins at 30000",
    "keep each band between its neighbours, or move `four` too",
  ],
  [
    "the same, written into the band itself",
    bands({ five: { from: 20000 } }),
    "bound-broken",
    "/decisions/star/bands/five/from",
    "`20000` can't stand here: it moves the band `five` of `star` past `four`, which begins at 30000",
    "keep each band between its neighbours, or move `four` too",
  ],
  [
    "a threshold meets its neighbour",
    sanya({ parameters: { starFive: 30000 } }),
    "duplicate-band",
    "/parameters/starFive",
    "the bands `four` and `five` both begin at 30000",
    "give each band its own beginning",
  ],
  [
    "a parameter is taken out that decisions use",
    sanya({ parameters: { zeroRevenue: null } }),
    "taken-away",
    "/parameters/zeroRevenue",
    "`zeroRevenue` is taken out here, and what is left does not fit without it: no parameter is called `zeroRevenue`",
    "leave it in, or change what needs it: `star`",
  ],
  [
    "a fact is taken out that decisions use",
    sanya({ facts: { monthlyMobileRevenue: null } }),
    "taken-away",
    "/facts/monthlyMobileRevenue",
    "`monthlyMobileRevenue` is taken out here, and what is left does not fit without it: no fact is called `monthlyMobileRevenue`",
    "leave it in, or change what needs it: `star`",
  ],
  [
    "a key is taken out that must be there",
    sanya({ decisions: { star: { closed: null } } }),
    "taken-away",
    "/decisions/star/closed",
    "`closed` is taken out here, and what is left does not fit without it: the key `closed` is missing",
    "leave it in, or change what needs it: `star`",
  ],
  [
    "what is taken out is misspelt",
    bands({ fiev: null }),
    "not-a-base",
    "/decisions/star/bands/fiev",
    `there is no \`fiev\` here in \`${hainan} 1.0.1\` that could be taken out`,
    "did you mean `five`?",
  ],
  [
    "a reading is misspelt",
    sanya({ parameters: { boundary: "uper-closed" } }),
    "unknown-reading",
    "/parameters/boundary",
    "`uper-closed` is not a reading of the parameter `boundary`",
    "did you mean `upper-closed`?",
  ],
  [
    "a list is patched as an object",
    sanya({ decisions: { marketing: { order: { "0": "negotiate" } } } }),
    "wrong-type",
    "/decisions/marketing/order",
    '`{"0":"negotiate"}` stands where a list is expected',
    "write a list",
  ],
  [
    "an outcome is used that the base does not have",
    bands({ five: { outcome: "6" } }),
    "unknown-outcome",
    "/decisions/star/bands/five/outcome",
    "`6` is not among the outcomes declared",
    "known here: `1`, `2`, `3`, `4`, `5`, `unrated`",
  ],
  [
    "an outcome is added that the base does not have",
    sanya({
      decisions: {
        star: {
          outcomes: { "6": { zh: "六星集团", en: "six-star group" } },
          bands: { six: { from: 100000, outcome: "6" } },
        },
      },
    }),
    "contract-broken",
    "/decisions/star/outcomes/6",
    "the decision `star` does not keep the contract `star`: its outcome `6` is none of `1`, `2`, `3`, `4`, `5`, `unrated`",
    "give it the shape that is asked, which the base promises, and add a decision of your own for another",
  ],
  [
    "a day is written without its zeros",
    sanya({ effective: { from: "2013-2-1" } }),
    "bad-name",
    "/effective/from",
    "`2013-2-1` does not have the form needed here",
    "write a day of the calendar, such as `2010-11-30`",
  ],
  [
    "the day of a dated value is written without its zeros",
    sanya({ parameters: { starFive: { dated: { "2013-2-1": 60000 } } } }),
    "bad-name",
    "/parameters/starFive/dated/2013-2-1",
    "`2013-2-1` does not have the form needed here",
    "write a day of the calendar, such as `2010-11-30`",
  ],
  [
    "a band is misspelt",
    bands({ fiev: { from: 60000 } }),
    "not-a-base",
    "/decisions/star/bands/fiev",
    `there is no \`fiev\` here in \`${hainan} 1.0.1\` that could be changed, and this is too little for a new one`,
    "did you mean `five`?",
  ],
  [
    "a decision is misspelt",
    sanya({ decisions: { stra: { bands: { five: { from: 60000 } } } } }),
    "not-a-base",
    "/decisions/stra",
    `there is no \`stra\` here in \`${hainan} 1.0.1\` that could be changed, and this is too little for a new one`,
    "did you mean `star`?",
  ],
  [
    "a key of a decision is misspelt",
    sanya({ decisions: { star: { band: { five: { from: 60000 } } } } }),
    "unknown-key",
    "/decisions/star/band",
    "the key `band` means nothing here",
    "did you mean `bands`?",
  ],
  [
    "a parameter stands outside `parameters`",
    sanya({ starFive: 60000 }),
    "unknown-key",
    "/starFive",
    "the key `starFive` means nothing here",
    "put it inside `parameters`",
  ],
  [
    "a condition is put beside the one it is to replace",
    sanya({
      decisions: {
        scope: {
          conditions: {
            article2: { when: { not: { fact: "partyKind", operator: "equal", value: "other" } } },
          },
        },
      },
    }),
    "unknown-key",
    "/decisions/scope/conditions/article2/when/not",
    `\`not\` is put beside what \`${hainan} 1.0.1\` has here, and only one form can stand: \`fact\`, \`operator\`, \`value\``,
    "a patch adds to what is there: set to `null` beside it what it replaces, `fact`, `operator`, `value`",
  ],
  [
    "a decision changes its kind, and keeps what it was made of",
    sanya({ decisions: { star: { kind: "rule", when: { constant: true } } } }),
    "unknown-key",
    "/decisions/star/kind",
    `\`kind\` is changed here, and what \`${hainan} 1.0.1\` has beside it means nothing any more: \`outcomes\`, \`input\`, \`closed\`, \`bands\`, \`exactly\``,
    "a patch adds to what is there: set to `null` beside it what it replaces, `outcomes`, `input`, `closed`, `bands`, `exactly`",
  ],
  [
    "a value lies outside its range",
    sanya({ parameters: { starFive: 2000000000 } }),
    "bound-broken",
    "/parameters/starFive",
    "`2000000000` can't stand here: the parameter `starFive` goes from 0.0001 to 1000000000",
    "write a value from 0.0001 to 1000000000",
  ],
  [
    "the definition of a group is made laxer",
    sanya({ parameters: { groupMobileUsers: 8 } }),
    "bound-broken",
    "/parameters/groupMobileUsers",
    "`8` can't stand here: the parameter `groupMobileUsers` may only be made stricter, which is not below the base's 10",
    "write 10 or more",
  ],
  [
    "what is fixed is changed",
    sanya({
      decisions: { group: { conditions: { unit: { when: { all: [{ constant: true }] } } } } },
    }),
    "not-open",
    "/decisions/group/conditions/unit/when/all",
    `\`${hainan} 1.0.1\` does not leave this open: the decision \`group\` is fixed`,
    "leave it as it is there, or ask whoever issues that ruleset to open it",
  ],
  [
    "a parameter is given another type",
    sanya({ parameters: { starFive: { type: "reading" } } }),
    "not-open",
    "/parameters/starFive/type",
    `\`${hainan} 1.0.1\` does not leave this open: the \`type\` of the parameter \`starFive\` stays as it is`,
    "leave it as it is there, or ask whoever issues that ruleset to open it",
  ],
  [
    "maxima no longer add up",
    variant(
      "sanya-2004",
      {
        decisions: {
          value: {
            dimensions: { contribution: { indicators: { personalRevenue: { maximum: 25 } } } },
          },
        },
      },
      "anqing-mobile-2010",
    ),
    "maximum-sum",
    "/decisions/value/dimensions/contribution/indicators/personalRevenue/maximum",
    "the maxima inside add up to 45, and the maximum stated is 40",
    "make the two agree",
  ],
];

describe("one message answers the slip that", () => {
  it.each(slips)("%s", (_, source, code, path, message, help) => {
    const { ok, diagnostics } = loadRuleset(frozen(source), { documents });
    expect(ok).toBe(false);
    const of = source.extends === undefined ? undefined : `${source.id} ${source.version}`;
    expect(diagnostics.map((d) => [d.code, d.document, d.path, d.message.en, d.help.en])).toEqual([
      [code, of, path, message, help],
    ]);
    const [only] = diagnostics;
    for (const told of [only?.message.zh, only?.help.zh]) {
      expect(told).toMatch(/\p{Script=Han}/u);
      expect(told).not.toMatch(/undefined|\[object|。$/);
    }
    for (const r of only?.related ?? []) expect(r.document).toMatch(/^(hainan|anqing)/);
  });
});
