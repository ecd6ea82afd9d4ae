import { describe, expect, it } from "vitest";
import { compile, evaluate, type Program } from "../../src/index.ts";
import { ruleset as anqing } from "../../src/policies/anqing-mobile-2010.ts";
import { ruleset as hainan } from "../../src/policies/hainan-unicom-2003.ts";
import { boundaryCases, thresholds } from "../../src/testing/index.ts";

const outcomeOf = (program: Program, decision: string, facts: object) => {
  const { status, outcome } = evaluate(program, decision, facts as never);
  return status === "decided" ? outcome : "undetermined";
};

describe("the thresholds of the star", () => {
  const program = compile(hainan) as Program;
  it("are those of article 8, each with what lies on its sides", () => {
    const told = thresholds(program, "star")
      .filter((t) => typeof t.below === "string" && Number(t.value) > 0)
      .map((t) => [t.id, t.value, t.below, t.at, t.above, t.citation?.clause]);
    expect(told).toEqual([
      ["star.two", 2500, "1", "2", "2", "第八条"],
      ["star.three", 10_000, "2", "3", "3", "第八条"],
      ["star.four", 30_000, "3", "4", "4", "第八条"],
      ["star.five", 50_000, "4", "5", "5", "第八条"],
    ]);
  });
  it("go to the lower star under the other reading", () => {
    const upper = compile(hainan, { parameters: { boundary: "upper-closed" } }) as Program;
    const five = thresholds(upper, "star").find((t) => t.id === "star.five");
    expect([five?.below, five?.at, five?.above]).toEqual(["4", "4", "5"]);
  });
  it("have accounts on each side, which come to what the threshold says", () => {
    const cases = boundaryCases(program, "star").filter((c) =>
      ["star.two", "star.three", "star.four", "star.five"].includes(c.threshold.id),
    );
    expect(cases.map((c) => c.place)).toEqual(
      Array.from({ length: 4 }, () => ["below", "at", "above", "unknown"]).flat(),
    );
    for (const { threshold, place, facts } of cases) {
      const expected = place === "unknown" ? "undetermined" : threshold[place];
      expect([threshold.id, place, outcomeOf(program, "star", facts)]).toEqual([
        threshold.id,
        place,
        expected,
      ]);
    }
  });
});

describe("accounts at a threshold among other conditions", () => {
  it.each([
    [compile(hainan) as Program, "group"],
    [compile(anqing) as Program, "eligibility"],
  ] as const)("are such that it decides: %#", (program, decision) => {
    const byThreshold = new Map<string, Map<string, unknown>>();
    for (const { threshold, place, facts } of boundaryCases(program, decision)) {
      const key = `${threshold.id} ${threshold.fact} ${threshold.value}`;
      const known = byThreshold.get(key) ?? new Map<string, unknown>();
      const { outcome, parts } = evaluate(program, decision, facts as never);
      byThreshold.set(key, known.set(place, JSON.stringify([outcome, parts])));
    }
    expect(byThreshold.size).toBeGreaterThan(0);
    for (const [, places] of byThreshold) {
      const told = ["below", "at", "above"].flatMap((p) => places.get(p) ?? []);
      expect(new Set(told).size).toBeGreaterThan(1);
    }
  });
});
