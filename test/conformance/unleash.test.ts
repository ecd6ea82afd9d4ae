import type { Condition } from "../../src/ruleset/expression.ts";
import { readData } from "../data.ts";
import { factFor, ruled } from "./ruled.ts";
import { conformance } from "./suite.ts";

/*
 * Strategy constraints of Unleash, each feature as a rule: any of its strategies, all constraints of
 * it. A value of the context is a fact.
 */

const names = ["09-strategy-constraints", "11-strategy-constraints-edge-cases"];
const file = (name: string) => `conformance/unleash/${name}.json`;

interface Constraint {
  readonly contextName: string;
  readonly operator: "IN" | "NOT_IN";
  readonly values: readonly string[];
}
interface Strategy {
  readonly name: string;
  readonly parameters: { readonly userIds?: string };
  readonly constraints: readonly Constraint[];
}
interface Feature {
  readonly name: string;
  readonly strategies: readonly Strategy[];
}
interface Test {
  readonly description: string;
  readonly toggleName: string;
  readonly context: Readonly<Record<string, unknown>>;
  readonly expectedResult: boolean;
}
interface Written {
  readonly state: { readonly features: readonly Feature[] };
  readonly tests: readonly Test[];
}

/** A value that is missing is in no list, which the rule has to say: to a rule it is unknown. */
function isIn(fact: string, values: readonly string[]): Condition {
  if (values.length === 0) return { constant: false };
  return {
    all: [
      { fact, operator: "given", value: true },
      { fact, operator: "in", value: values },
    ],
  };
}

function constraint({ contextName, operator, values }: Constraint): Condition {
  const inside = isIn(contextName, values);
  return operator === "IN" ? inside : { not: inside };
}

function strategy({ name, parameters, constraints }: Strategy): Condition {
  const ids = (parameters.userIds ?? "").split(",");
  const user = name === "userWithId" ? [isIn("userId", ids)] : [];
  const all = [...constraints.map(constraint), ...user];
  return all.length > 0 ? { all } : { constant: true };
}

conformance({
  title: "Unleash: constraints on a context",
  files: names.map(file),
  cases: () =>
    names.flatMap((name) => {
      const { state, tests } = JSON.parse(readData(file(name))) as Written;
      return tests.map((test) => {
        const feature = state.features.find((f) => f.name === test.toggleName) as Feature;
        const id = `${name}: ${test.description}`;
        return { id, feature, context: test.context, expected: test.expectedResult };
      });
    }),
  run({ feature, context }) {
    const { properties = {}, ...rest } = context;
    const values: Readonly<Record<string, unknown>> = { ...rest, ...(properties as object) };
    const facts = ["environment", "userId", "appName", "country"].map((f) => [f, factFor(f, [])]);
    const when: Condition = { any: feature.strategies.map(strategy) };
    return ruled(when, Object.fromEntries(facts), values);
  },
  counts: [23, 23],
});
