import { expect } from "vitest";
import { compile, evaluate, loadRuleset, type Result, TiercutError } from "../../src/index.ts";
import { fromPmml } from "../../src/read/pmml.ts";
import { readData } from "../data.ts";
import { conformance } from "./suite.ts";

/*
 * Scores and reason codes that the Drools project expects of its scorecards, against those of the
 * rulesets that `fromPmml` makes of the same files.
 */

const models = [
  "SimpleScorecard",
  "SimpleScorecardMixedVariables",
  "CompoundNestedPredicateScorecard",
];
const file = (model: string, ending: string) => `conformance/pmml-scorecard/${model}.${ending}`;

interface Written {
  readonly input: Readonly<Record<string, unknown>>;
  readonly score?: number;
  readonly reasonCodes?: readonly string[];
  /** Why no score may be given. */
  readonly error?: string;
}

function casesOf(model: string) {
  const { cases } = JSON.parse(readData(file(model, "json"))) as { cases: readonly Written[] };
  return cases.map((c, i) => {
    const id = `${model} ${i + 1}${c.error ? `: ${c.error}` : ""}`;
    const expected = c.error ? "refused" : { score: c.score, reasonCodes: c.reasonCodes };
    return { id, model, input: c.input, expected };
  });
}

function programOf(model: string) {
  const { document, refusals } = fromPmml(readData(file(model, "pmml")));
  expect(refusals).toEqual([]);
  const loaded = loadRuleset(document);
  if (!loaded.ok) throw new Error(JSON.stringify(loaded.diagnostics));
  return compile(loaded.ruleset);
}

/** The codes of the characteristics that fall short, the furthest first, equal ones as written. */
function reasonCodes(program: ReturnType<typeof programOf>, shortfalls: Result) {
  const { outputs } = program.document.decisions[shortfalls.decision] as unknown as {
    outputs: Readonly<Record<string, { citation: { rule: string } }>>;
  };
  const short = Object.entries(shortfalls.parts as Readonly<Record<string, number>>);
  return short
    .filter(([, by]) => by > 0)
    .sort(([, a], [, b]) => b - a)
    .map(([name]) => outputs[name]?.citation.rule);
}

function scoreOf({ model, input }: { model: string; input: Written["input"] }) {
  const program = programOf(model);
  const [score = "", shortfalls = ""] = Object.keys(program.document.decisions);
  const read = (decision: string) => evaluate(program, decision, input);
  try {
    const result = read(score);
    if (result.status === "undetermined") return "refused";
    return { score: result.outcome, reasonCodes: reasonCodes(program, read(shortfalls)) };
  } catch (error) {
    if (error instanceof TiercutError) return "refused";
    throw error;
  }
}

conformance({
  title: "PMML: scorecards of Drools",
  files: models.flatMap((m) => [file(m, "pmml"), file(m, "json")]),
  cases: () => models.flatMap(casesOf),
  run: scoreOf,
  counts: [23, 23],
});
