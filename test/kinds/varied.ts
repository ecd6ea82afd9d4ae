import fc from "fast-check";
import { documents, type FactName } from "../analyze/arbitraries.ts";
import { type Json, named, text } from "./tiny.ts";

/*
 * Random rulesets whose decisions rest on a population, on none, or on the one or the other by a
 * reading of their own.
 */

const names: readonly FactName[] = ["n", "m", "b", "l", "s", "t"];
const mean = {
  aggregate: "mean",
  over: "account",
  by: [],
  unknown: "left-out",
  of: { fact: "n" },
  scale: 2,
  rounding: "half-up",
};

/** What a decision reads is left as it is, rests on a population besides, or does so by a reading. */
type How = "as-it-is" | "population" | "reading";

function touched(one: Json, how: How, way: string): Json {
  const by = (other: unknown, own: unknown) =>
    how === "reading" ? { reading: way, cases: { one: own, other } } : other;
  if (how === "as-it-is") return one;
  if (one.kind === "bands") return { ...one, input: by(mean, one.input) };
  const low = { expression: mean, operator: "lessThan", value: 1 };
  if (one.kind === "rule") return { ...one, when: by({ all: [one.when, low] }, one.when) };
  const { value } = (one.outputs ?? {}) as { value?: { value: unknown; outcomes?: unknown } };
  if (one.kind !== "formula" || !value || value.outcomes) return one;
  return {
    ...one,
    outputs: { value: { ...value, value: by({ sum: [value.value, mean] }, value.value) } },
  };
}

/** A ruleset of one to three decisions. */
export const varied = fc
  .tuple(documents(names), fc.array(fc.constantFrom<How>("as-it-is", "population", "reading")))
  .map(([document, how]) => {
    const decisions = Object.entries(document.decisions as Json).map(([name, d], i) => [
      name,
      touched(d as Json, how[i] ?? "reading", `way${i}`),
    ]);
    const reading = (name: string) => ({
      ...{ type: "reading", ...named(name), question: text(name), default: "one" },
      readings: { one: text("one"), other: text("other") },
    });
    const ways = ["way0", "way1", "way2"].map((way) => [way, reading(way)]);
    const parameters = Object.fromEntries(ways);
    return { ...document, parameters, decisions: Object.fromEntries(decisions) };
  });
