import type { Condition } from "../../src/ruleset/expression.ts";
import { readData } from "../data.ts";
import { date } from "../kinds/tiny.ts";
import { factFor, ruled } from "./ruled.ts";
import { conformance } from "./suite.ts";

/*
 * Conjunction, disjunction, negation and `between` of the DMN Technology Compatibility Kit, as rules.
 * Each operand is a fact, so that FEEL's null is a fact that is not given, and a rule that is open.
 */

const file = "conformance/dmn-tck/expressions.json";

interface Written {
  readonly test: string;
  readonly id: string;
  readonly decision: string;
  readonly expression: string;
  readonly input: Readonly<Record<string, unknown>>;
  readonly expected: boolean | null;
}

const conjunctions = [
  "003_b",
  "003_c",
  "006_b",
  "006_c",
  "007_b",
  "007_c",
  "008_b",
  "008_c",
  "009_b",
  "009_c",
];
const five = ["001", "002", "003", "004", "005"];
const between = (type: string) => five.map((n) => `0071-feel-between ${type}_${n} ${type}_${n}`);

const lettingOff = {
  "a number or a text in the place of a yes or no is refused when it is handed in, and is not null":
    [
      ...conjunctions.map((id) => `0064-feel-conjunction ${id} decision${id}`),
      ...["003_b", "003_c", "003_d"].map((id) => `0066-feel-negation ${id} decision${id}`),
    ],
  "texts have no order": between("string"),
  "times of day, moments and durations are no types of facts": [
    ...between("time"),
    ...between("datetime"),
    ...between("ym_duration"),
    ...between("dt_duration"),
  ],
};

/** Reads an operand: the value it has, and whether it is a day. */
function operand(text: string, input: Written["input"]) {
  const day = /^date\("(.*)"\)$/.exec(text)?.[1];
  if (day !== undefined) return { value: day, isDay: true };
  if (Object.hasOwn(input, text)) return { value: input[text], isDay: false };
  if (/^[a-z ]+\(/.test(text)) throw new Error(`${text} is no fact`);
  return { value: JSON.parse(text) as unknown, isDay: false };
}

const holds = (fact: string): Condition => ({ fact, operator: "equal", value: true });

function run({ expression, input }: Written) {
  const [, from, low, high] = /^(.*) between (.*) and (.*)$/.exec(expression) ?? [];
  if (from !== undefined && low !== undefined && high !== undefined) {
    return isBetween([from, low, high].map((t) => operand(t, input)));
  }
  const [, negated] = /^not\((.*)\)$/.exec(expression) ?? [];
  const [, left = "", join, right = ""] = /^(.*) (and|or) (.*)$/.exec(expression) ?? [];
  const texts = negated === undefined ? [left, right] : [negated];
  const values = Object.fromEntries(texts.map((t, i) => [`x${i}`, operand(t, input).value]));
  const facts = Object.fromEntries(texts.map((_, i) => [`x${i}`, factFor(`x${i}`, [true])]));
  const parts = texts.map((_, i) => holds(`x${i}`));
  const [only] = parts;
  if (negated !== undefined && only) return ruled({ not: only }, facts, values);
  return ruled(join === "and" ? { all: parts } : { any: parts }, facts, values);
}

function isBetween(operands: readonly ReturnType<typeof operand>[]) {
  const names = ["x", "low", "high"];
  const all = operands.map((o) => o.value);
  const isDay = operands.some((o) => o.isDay);
  const facts = names.map((n) => [n, isDay ? date(n) : factFor(n, all)]);
  const values = Object.fromEntries(names.map((n, i) => [n, all[i]]));
  const when: Condition = {
    all: [
      { fact: "x", operator: "greaterThanInclusive", value: { fact: "low" } },
      { fact: "x", operator: "lessThanInclusive", value: { fact: "high" } },
    ],
  };
  return ruled(when, Object.fromEntries(facts), values);
}

conformance({
  title: "DMN: expressions of the compatibility kit that a rule can say",
  files: [file],
  cases: () =>
    (JSON.parse(readData(file)) as readonly Written[]).map((c) => ({
      ...c,
      id: `${c.test} ${c.id} ${c.decision}`,
    })),
  run,
  lettingOff,
  counts: [81, 43],
});
