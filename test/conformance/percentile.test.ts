import { evaluate, fit } from "../../src/index.ts";
import { readData } from "../data.ts";
import { programOf } from "../kinds/tiny.ts";
import { type Definition, quantilesAt } from "./percentile.ts";
import { conformance } from "./suite.ts";

/*
 * Percentiles of Apache Commons Math by nine definitions, each asked of a ruleset. Where its authors
 * print a value that does not end, they print five decimals, and so many are asked for.
 */

const file = "percentile/commons-math-percentile.json";

interface Written {
  readonly name: string;
  readonly data: readonly (number | null)[];
  readonly p: number;
  readonly expected: Readonly<Partial<Record<Definition, number>>>;
}

/** What a definition comes to over a population. */
function quantile({ data, p }: Written, definition: string): unknown {
  const program = programOf(quantilesAt(p, 5));
  const accounts = data.map((value, i) => ({ id: `${100 + i}`, value }));
  const fitted = fit(program, accounts);
  return evaluate(program, definition, accounts[0] ?? {}, fitted).outcome;
}

conformance({
  title: "Percentiles of Apache Commons Math, nine definitions",
  files: [file],
  cases: () =>
    (JSON.parse(readData(file)) as { cases: readonly Written[] }).cases.flatMap((c) =>
      Object.entries(c.expected).map(([definition, expected]) => ({
        id: `${c.name} ${definition}`,
        written: c,
        definition,
        expected,
      })),
    ),
  run: ({ written, definition }) => quantile(written, definition.toLowerCase()),
  counts: [90, 90],
});
