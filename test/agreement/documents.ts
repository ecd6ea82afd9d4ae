import fc from "fast-check";
import { loadRuleset, type Ruleset } from "../../src/index.ts";
import { documents, type FactName, factNames } from "../analyze/arbitraries.ts";
import { decision, type Json, label, named, text, words } from "../kinds/tiny.ts";
import { all, type Extra, others } from "./extras.ts";

/*
 * Rulesets of every kind: those of `../analyze/arbitraries.ts`, about one account, and beside them
 * what rests on a population, what is about another subject, and what a reading or a parameter sets.
 */

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

/** Documents of a decision about an account, and of two to four others or more. */
const written: fc.Arbitrary<Json> = fc
  .subarray([...factNames], { minLength: 3 })
  .map((known) => [...new Set<FactName>(["n", "l", ...known])])
  .chain((known) => {
    const more = fc.subarray(Object.keys(all), { minLength: 2, maxLength: 4 }).chain((some) => {
      const wanted = some.includes("referring") ? [...new Set([...others, ...some])] : some;
      return fc.tuple(
        ...wanted.map((name) =>
          (all[name] as Extra).body(known).map((body) => [name, body] as const),
        ),
      );
    });
    return fc.tuple(documents(known, 1), more).map(([d, some]) => withExtras(d, some));
  });

const loaded = (document: Json) => {
  const found = loadRuleset(document);
  return found.ok ? found.ruleset : undefined;
};

/** Rulesets of every kind; a document that would be refused is passed over. */
export const rulesets: fc.Arbitrary<Ruleset> = written
  .map(loaded)
  .filter((ruleset) => ruleset !== undefined);
