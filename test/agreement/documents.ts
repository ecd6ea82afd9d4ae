import fc from "fast-check";
import { loadRuleset, type Ruleset } from "../../src/index.ts";
import { condition, documents, type FactName, factNames, numeric } from "../analyze/arbitraries.ts";
import { decision, formula, type Json, label, named, terms, text, words } from "../kinds/tiny.ts";
import { aggregate, aggregated, appraised, quantiled, ranked } from "./population-kinds.ts";
import { resting } from "./resting.ts";

/*
 * Rulesets of every kind: those of `../analyze/arbitraries.ts`, about one account, and beside them
 * what rests on a population, what is about another subject, and what a reading or a parameter sets.
 */

type Body = (facts: readonly FactName[]) => fc.Arbitrary<Json>;
interface Extra {
  readonly kind: string;
  readonly body: Body;
  readonly subject?: string;
}

const limit = { parameter: "limit" };
const choice = (one: unknown, other: unknown) => ({ reading: "way", cases: { one, other } });
const score = (facts: readonly FactName[], depth = 1) => numeric({ facts, before: [] }, depth);
const holds = (facts: readonly FactName[], depth = 1) => condition({ facts, before: [] }, depth);

/** Decisions that may stand beside others; some of them rest on those before them. */
const extras: Readonly<Record<string, Extra>> = {
  ranked: { kind: "cut", body: ranked },
  quantiled: { kind: "cut", body: quantiled },
  aggregated: { kind: "formula", body: aggregated },
  owned: {
    kind: "formula",
    subject: "owner",
    body: (facts) => aggregated(facts, fc.constantFrom<readonly string[]>([], ["city"])),
  },
  appraised: { kind: "appraisal", body: appraised },
  several: {
    kind: "table",
    body: (facts) =>
      fc.tuple(score(facts), holds(facts), fc.constantFrom("first", "priority")).map(
        ([n, when, hitPolicy]): Json => ({
          hitPolicy: "first",
          inputs: {
            n: { label: text("n"), value: n },
            when: { label: text("when"), value: { when } },
          },
          outputs: {
            who: { label: text("who"), outcomes: terms("x", "y") },
            points: { label: text("points") },
          },
          rows: {
            low: { when: { n: { below: limit } }, then: { who: "x", points: 1 } },
            held: { when: { when: true }, then: { who: choice("x", "y"), points: limit } },
          },
          order: hitPolicy === "first" ? ["low", "held"] : ["held", "low"],
          otherwise: { who: "y", points: 0 },
        }),
      ),
  },
  listed: {
    kind: "checklist",
    body: (facts) =>
      fc.tuple(holds(facts), holds(facts)).map(
        ([a, b]): Json => ({
          sections: {
            only: {
              ...named("only"),
              items: { a: { ...named("a"), when: a, applies: b }, b: { ...named("b"), when: b } },
            },
          },
          order: ["only"],
          done: {
            outcome: "done",
            ...named("done"),
            route: [
              { unit: "first", ...named("first") },
              { unit: "second", ...named("second") },
            ],
          },
        }),
      ),
  },
  needed: {
    kind: "quota",
    body: (facts) =>
      score(facts).map(
        (of): Json => ({
          items: {
            one: { ...named("one"), unit: text("each"), need: { method: "figure", of } },
            two: {
              ...{ ...named("two"), unit: text("each") },
              need: { method: "per", of, per: choice(2, 3), rounding: "ceil" },
            },
          },
        }),
      ),
  },
  divided: {
    kind: "bands",
    body: (facts) =>
      score(facts, 0).map((n) =>
        resting.bands({ quotient: [n, fact("n")], scale: 1, rounding: "half-up" }),
      ),
  },
  flagged: { kind: "formula", body: (facts) => holds(facts, 2).map((when) => formula({ when })) },
  collected: {
    kind: "table",
    body: (facts) =>
      fc.tuple(holds(facts), holds(facts)).map(
        ([a, b]): Json => ({
          ...{ hitPolicy: "collect", collect: "list", order: ["a", "b"] },
          inputs: {
            a: { label: text("a"), value: { when: a } },
            b: { label: text("b"), value: { when: b } },
          },
          outputs: { who: { label: text("who"), outcomes: terms("x", "y") } },
          rows: {
            a: { when: { a: true }, then: { who: "x" } },
            b: { when: { b: { not: [false] } }, then: { who: "y" } },
          },
        }),
      ),
  },
  referring: {
    kind: "rule",
    body: () =>
      fc
        .constantFrom<Json>(
          { decision: "ranked", operator: "in", value: ["A", "B"] },
          { decision: "several.who", operator: "equal", value: "x" },
          {
            expression: { sum: [{ decision: "aggregated" }, 1] },
            operator: "greaterThan",
            value: { decision: "several.points" },
          },
        )
        .map((when) => ({
          conditions: { referred: { ...named("referred"), when } },
          when: {
            any: [{ condition: "referred" }, { fact: "n", operator: "greaterThan", value: limit }],
          },
        })),
  },
};

/** Every kind, resting on a figure over the accounts. */
const onAll = Object.fromEntries(
  Object.entries(resting).map(([kind, around]): [string, Extra] => [
    `${kind}OnAll`,
    { kind, body: (facts) => aggregate(facts).map(around) },
  ]),
);

const all = { ...extras, ...onAll };
const others = ["ranked", "aggregated", "several"];
const names = Object.keys(all);

const parameters = {
  way: {
    ...{ type: "reading", ...named("way"), question: text("way"), default: "one" },
    readings: { one: text("one"), other: text("other") },
  },
  limit: {
    ...{ type: "number", ...named("limit"), unit: text("each"), scale: 1 },
    ...{ min: -3, max: 4 },
  },
};

function withExtras(document: Json, some: readonly (readonly [string, Json])[]): Json {
  const made = some.map(([name, body]) => {
    const { kind, subject = "account" } = all[name] as Extra;
    return [name, { ...decision(name, kind, body), subject }];
  });
  return {
    ...document,
    subjects: { account: { label: text("account") }, owner: { label: text("owner") } },
    facts: {
      ...(document.facts as Json),
      accountId: words("accountId"),
      city: { ...label("city", "x", "y"), subjects: ["account", "owner"] },
    },
    parameters,
    decisions: { ...(document.decisions as Json), ...Object.fromEntries(made) },
  };
}

/** Documents of one to three decisions about an account, and up to three others. */
const written: fc.Arbitrary<Json> = fc
  .subarray([...factNames], { minLength: 3 })
  .map((known) => [...new Set<FactName>(["n", "l", ...known])])
  .chain((known) => {
    const more = fc.subarray([...names], { maxLength: 3 }).chain((some) => {
      const wanted = some.includes("referring") ? [...new Set([...others, ...some])] : some;
      return fc.tuple(
        ...wanted.map((name) =>
          (all[name] as Extra).body(known).map((body) => [name, body] as const),
        ),
      );
    });
    return fc.tuple(documents(known, 2), more).map(([d, some]) => withExtras(d, some));
  });

const loaded = (document: Json) => {
  const found = loadRuleset(document);
  return found.ok ? found.ruleset : undefined;
};

/** Rulesets of every kind; a document that would be refused is passed over. */
export const rulesets: fc.Arbitrary<Ruleset> = written
  .map(loaded)
  .filter((ruleset) => ruleset !== undefined);
