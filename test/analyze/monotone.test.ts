import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { lint } from "../../src/analyze/lint.ts";
import { type Broken, brokenIn } from "../../src/analyze/monotone.ts";
import { ask, type Study, study } from "../../src/analyze/study.ts";
import { readFacts } from "../../src/execute/facts.ts";
import { run } from "../../src/execute/reference.ts";
import { Decimal } from "../../src/plan/decimal.ts";
import type { Node, NodeId, Value } from "../../src/plan/node.ts";
import type { Part } from "../../src/plan/plan.ts";
import { decision, formula, type Json, number, tiny } from "../kinds/tiny.ts";
import { documents, type FactName, facts, load, type Point, pointsOf } from "./arbitraries.ts";

/*
 * Promises of `monotone` against brute force: every two points that differ in one fact alone.
 */

const scopes: readonly (readonly FactName[])[] = [
  ["n"],
  ["n", "m"],
  ["d", "b"],
  ["s", "b"],
  ["m", "p"],
  ["n", "l"],
  ["n", "b", "c"],
];

const valueIn = ({ plan, document }: Study, node: NodeId, point: object): Value => {
  const { known, faults } = readFacts(document.facts, point as Json);
  expect(faults).toEqual([]);
  return run(plan, known, { aggregates: {}, cuts: {} }).value(node);
};

/** Does a value of a fact lie above another; a list lies above what it holds all of, and more. */
function isAbove(high: unknown, low: unknown): boolean {
  if (Array.isArray(high) && Array.isArray(low)) {
    return high.length > low.length && low.every((entry) => high.includes(entry));
  }
  const types = [high, low].map((v) => typeof v);
  return types[0] === types[1] && types[0] !== "string" && Number(high) > Number(low);
}

/** Is one outcome less than another: bands from the lowest, no before yes. */
function isLess(low: Value, high: Value, bands: readonly unknown[]): boolean {
  if (low instanceof Decimal && high instanceof Decimal) return low.lt(high);
  if (typeof low === "boolean") return !low && high === true;
  return bands.indexOf(low) < bands.indexOf(high);
}

/** Every two points between which the outcome goes the wrong way as a fact rises. */
function breaks(
  values: readonly (readonly [Point, Value])[],
  fact: FactName,
  rises: boolean,
  bands: readonly unknown[],
): boolean {
  const known = values.filter(([, v]) => v !== null);
  const groups = new Map<string, (readonly [Point, Value])[]>();
  for (const [p, v] of known) {
    const others = JSON.stringify({ ...p, [fact]: null });
    groups.set(others, [...(groups.get(others) ?? []), [p, v]]);
  }
  return [...groups.values()].some((group) =>
    group.some(([p, a]) =>
      group.some(
        ([q, b]) =>
          isAbove(q[fact], p[fact]) && (rises ? isLess(b, a, bands) : isLess(a, b, bands)),
      ),
    ),
  );
}

/** The outcomes of a decision from the lowest band, where it is bands of labels that rise. */
function bandsOf(decision: Json): readonly unknown[] | undefined {
  const { kind, bands, exactly } = decision as { kind: string; bands?: object; exactly?: object };
  if (kind !== "bands" || !bands) return undefined;
  const all = Object.values(bands) as readonly { from?: number; outcome: unknown }[];
  const sorted = [...all].sort((a, b) => (a.from ?? -99) - (b.from ?? -99)).map((b) => b.outcome);
  const others = Object.values(exactly ?? {}) as readonly { outcome: unknown }[];
  return others.every(({ outcome }) => sorted.includes(outcome)) ? sorted : undefined;
}

function checkPair(
  taken: Study,
  pair: Broken,
  fact: FactName,
  rises: boolean,
  bands: readonly unknown[],
) {
  const { node, before, after } = pair;
  expect({ ...before, [fact]: null }).toEqual({ ...after, [fact]: null });
  expect(isAbove(after[fact], before[fact])).toBe(true);
  const [a, b] = [valueIn(taken, node, before), valueIn(taken, node, after)];
  expect(a).not.toBeNull();
  expect(b).not.toBeNull();
  expect(rises ? isLess(b, a, bands) : isLess(a, b, bands)).toBe(true);
}

/** A promise, and what became of it: as analysis says, and as brute force does. */
interface Tried {
  readonly promise: string;
  readonly verdict: "kept" | "broken" | "no-order" | "computed";
  readonly isBroken: boolean;
}

/** Tries every promise a decision could make of the facts. */
function tryAll(taken: Study, name: string, names: readonly FactName[], rises: boolean) {
  const { outcome } = taken.plan.decisions[name] as { outcome: Part | readonly Part[] };
  if (Array.isArray(outcome)) return [];
  const { node } = outcome as Part;
  const { kind } = (taken.plan.nodes[node] as Node).type;
  const bands = kind === "label" ? bandsOf(taken.document.decisions[name] as Json) : [];
  const values = pointsOf(names).map((p) => [p, valueIn(taken, node, p)] as const);
  const parts = taken.plan.decisions[name]?.parts.map((p) => p.node);
  return names.map((fact): Tried => {
    const promised = { study: taken, node, fact, rises, named: new Set(parts) };
    const found = brokenIn(promised, ask(taken));
    if (typeof found === "object") checkPair(taken, found, fact, rises, bands ?? []);
    const verdict = typeof found === "object" ? "broken" : (found ?? "kept");
    const hasOrder = facts[fact].type !== "label" && bands !== undefined && kind !== "list";
    if (!hasOrder) expect(["no-order", "kept"]).toContain(verdict);
    const isBroken = hasOrder && breaks(values, fact, rises, bands);
    return { promise: `/decisions/${name}/monotone/${fact}`, verdict, isBroken };
  });
}

/** The promises that `lint` warns of, or says it could not check. */
function warned(document: Json, names: readonly FactName[], rises: boolean) {
  const way = rises ? "rises" : "falls";
  const monotone = Object.fromEntries(names.map((fact) => [fact, way]));
  const decisions = Object.entries(document.decisions as Json).map(([name, decision]) => {
    return [name, { ...(decision as Json), monotone }];
  });
  const { diagnostics } = lint(load({ ...document, decisions: Object.fromEntries(decisions) }));
  const of = (code: string) => diagnostics.filter((d) => d.code === code).map((d) => d.path);
  return { broken: of("not-monotone"), open: of("not-analysed") };
}

describe("promises of `monotone`, against brute force", () => {
  it("are told exactly where two accounts break them, with two that do", () => {
    const seen = new Map<string, number>();
    const some = fc
      .constantFrom(...scopes)
      .chain((names) => documents(names, 2).map((document) => ({ names, document })));
    fc.assert(
      fc.property(some, fc.boolean(), ({ names, document }, rises) => {
        const taken = study(load(document));
        const { broken, open } = warned(document, names, rises);
        for (const name of Object.keys(document.decisions as Json)) {
          for (const { promise, verdict, isBroken } of tryAll(taken, name, names, rises)) {
            seen.set(verdict, (seen.get(verdict) ?? 0) + 1);
            // What is neither shown nor seen is told as such; all else is decided, and rightly.
            const isOpen = verdict === "computed" || verdict === "no-order";
            if (!isOpen)
              expect({ promise, verdict }).toEqual({
                promise,
                verdict: isBroken ? "broken" : "kept",
              });
            expect(broken.includes(promise)).toBe(verdict === "broken");
            expect(open.includes(promise)).toBe(isOpen);
          }
        }
      }),
      { numRuns: 300 },
    );
    console.log(Object.fromEntries(seen));
    const count = (verdict: Tried["verdict"]) => seen.get(verdict) ?? 0;
    expect(count("broken")).toBeGreaterThan(40);
    expect(count("kept")).toBeGreaterThan(40);
    expect(count("computed") * 10).toBeLessThan(count("broken") + count("kept"));
  }, 300_000);
});

it("goes once into what is summed many times", () => {
  const names = Array.from({ length: 24 }, (_, i) => `d${i}`);
  const decisions = names.map((name, i) => {
    const below = i === 0 ? { fact: "n" } : { decision: `d${i - 1}.value` };
    return [name, decision(name, "formula", formula({ sum: [below, below] }))] as const;
  });
  const last = { ...decisions.at(-1)?.[1], monotone: { n: "rises" } };
  const all = { ...Object.fromEntries(decisions), d23: last };
  const document = tiny({ facts: { n: number("n") }, decisions: all });
  expect(lint(load(document)).diagnostics.map((d) => d.code)).toEqual([]);
});
