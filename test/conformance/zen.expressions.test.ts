import Papa from "papaparse";
import { readData } from "../data.ts";
import { conformance } from "./suite.ts";
import { factsOf, formulaOf, nested, readAssignments, tableOf } from "./zen.facts.ts";
import off from "./zen.off.json" with { type: "json" };
import { readCell, readExpression } from "./zen.ts";

/*
 * Expressions of ZEN over an input, as the outputs of a formula, and cells of its tables against one
 * value.
 */

const standard = "conformance/zen/expression/standard-a.csv";
const unary = "conformance/zen/expression/unary-a.csv";

/** Reads what ZEN's files write as JSON5: keys without quotes, texts in single ones. */
function json5(text: string): unknown {
  const quoted = text
    .replaceAll(/'([^']*)'/g, (_, inside: string) => JSON.stringify(inside))
    .replaceAll(/([{,]\s*)([$A-Za-z_]\w*)\s*:/g, '$1"$2":');
  return quoted.trim() === "" ? {} : JSON.parse(quoted);
}

function casesIn(file: string) {
  const rows = Papa.parse<string[]>(readData(file), { delimiter: ";", skipEmptyLines: true }).data;
  const seen = new Map<string, number>();
  return rows
    .slice(1)
    .filter(([first = ""]) => !first.startsWith("#"))
    .map(([expression = "", input = "", output = ""]) => {
      const key = input.trim() ? `${expression} on ${input.trim()}` : expression;
      const times = (seen.get(key) ?? 0) + 1;
      seen.set(key, times);
      const id = times > 1 ? `${key} (${times})` : key;
      return { id, expression, input: json5(input), expected: json5(output) };
    });
}

/** Days that are written out are facts too, since a day is no literal of a value. */
function withDays(expression: string, input: unknown) {
  const days: Record<string, string> = {};
  const text = expression.replaceAll(/date\('(\d{4}-\d\d-\d\d)'\)/g, (_, day: string) => {
    const name = `day_${Object.keys(days).length}`;
    days[name] = day;
    return name;
  });
  return { text, input: { ...(input as object), ...days } };
}

conformance({
  title: "ZEN: expressions over an input",
  files: [standard],
  cases: () => casesIn(standard),
  run({ expression, ...c }) {
    const { text, input } = withDays(expression, c.input);
    const facts = factsOf(input);
    const { given, last, known } = readAssignments(text, facts);
    const isAll = last === undefined || last === "$root";
    if (isAll) return nested(formulaOf(given, facts));
    const said = readExpression(last, known);
    if (said.kind === "items") return tableOf(said.items, facts);
    return formulaOf({ it: said }, facts)[0]?.[1];
  },
  lettingOff: off.expressions,
  counts: [259, 158],
});

conformance({
  title: "ZEN: cells against one value",
  files: [unary],
  cases: () => casesIn(unary),
  run({ expression, input }) {
    const facts = factsOf(input);
    return formulaOf({ it: readCell(expression, facts.names) }, facts)[0]?.[1];
  },
  lettingOff: off.cells,
  counts: [45, 30],
});
