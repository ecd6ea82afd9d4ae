import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { meaningOf } from "../../src/analyze/diagram/meaning.ts";
import { symbolsOf } from "../../src/analyze/diagram/symbols.ts";
import { study } from "../../src/analyze/study.ts";
import { readFacts } from "../../src/execute/facts.ts";
import { run } from "../../src/execute/reference.ts";
import { documents, factNames, load, point } from "./arbitraries.ts";
import { beyond, told, valueAt } from "./points.ts";

describe("a diagram", () => {
  it("says of every value, at every account, what the reference executor says", () => {
    const seen = { decided: 0, beyond: 0 };
    fc.assert(
      fc.property(
        documents(factNames),
        fc.array(point, { minLength: 12, maxLength: 12 }),
        (document, points) => {
          const { plan, document: understood } = study(load(document));
          const s = symbolsOf([plan]);
          const m = meaningOf(plan, s);
          for (const account of points) {
            const { known, faults } = readFacts(understood.facts, account);
            expect(faults).toEqual([]);
            const trace = run(plan, known, { aggregates: {}, cuts: {} });
            for (const [id, node] of plan.nodes.entries()) {
              const found = valueAt(s, m(id), known);
              seen[found === beyond ? "beyond" : "decided"] += 1;
              if (found === beyond) continue;
              expect(`${id} ${node.op} ${told(found)}`).toBe(
                `${id} ${node.op} ${told(trace.value(id))}`,
              );
            }
          }
        },
      ),
      { numRuns: Number(process.env.RUNS ?? 200) },
    );
    console.log(seen);
    expect(seen.beyond).toBeLessThan(seen.decided / 10);
  });
});
