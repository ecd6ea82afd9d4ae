import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { explain } from "../../src/index.ts";
import { fact, number, only, outcomeOf, programOf, run, terms, text } from "./tiny.ts";

const n = number("n", { scale: 2, min: -100_000, max: 100_000 });
const stars = (closed: string, more = {}) =>
  programOf(
    only(
      "bands",
      {
        input: fact("n"),
        closed,
        outcomes: terms("low", "middle", "high"),
        bands: {
          top: { from: 50, outcome: "high" },
          bottom: { outcome: "low" },
          between: { from: 10, outcome: "middle" },
        },
        ...more,
      },
      { n },
    ),
  );

describe("bands", () => {
  it.each([
    ["lower", 9.99, "low"],
    ["lower", 10, "middle"],
    ["lower", 10.01, "middle"],
    ["lower", 49.99, "middle"],
    ["lower", 50, "high"],
    ["lower", 50.01, "high"],
    ["upper", 9.99, "low"],
    ["upper", 10, "low"],
    ["upper", 10.01, "middle"],
    ["upper", 49.99, "middle"],
    ["upper", 50, "middle"],
    ["upper", 50.01, "high"],
    ["upper", -100_000, "low"],
    ["lower", 100_000, "high"],
  ])("closed %s hold %d in %s", (closed, value, expected) => {
    expect(outcomeOf(stars(closed), { n: value })).toBe(expected);
  });

  it("hold their own end and not the other, wherever they begin", () => {
    const begin = fc.uniqueArray(fc.integer({ min: -9_000_000, max: 9_000_000 }), {
      minLength: 1,
      maxLength: 8,
    });
    fc.assert(
      fc.property(begin, fc.constantFrom("lower", "upper"), (starts, closed) => {
        const sorted = [...starts].sort((a, b) => a - b);
        const named = starts.map((s) => [
          `band${sorted.indexOf(s) + 1}`,
          { from: s / 100, outcome: sorted.indexOf(s) + 1 },
        ]);
        const program = programOf(
          only(
            "bands",
            {
              input: fact("n"),
              closed,
              bands: { ...Object.fromEntries(named), lowest: { outcome: 0 } },
            },
            { n },
          ),
        );
        for (const [i, s] of sorted.entries()) {
          const at = closed === "lower" ? i + 1 : i;
          const below = s - 1 === sorted[i - 1] && closed === "upper" ? i - 1 : i;
          expect(outcomeOf(program, { n: (s - 1) / 100 })).toBe(below);
          expect(outcomeOf(program, { n: s / 100 })).toBe(at);
          expect(outcomeOf(program, { n: (s + 1) / 100 })).toBe(
            s + 1 === sorted[i + 1] && closed === "lower" ? i + 2 : i + 1,
          );
        }
      }),
      { numRuns: 80 },
    );
  });

  it("cite the band, its two ends, and what the next one takes", () => {
    expect(run(stars("lower"), { n: 12.5 })).toEqual({
      decision: "it",
      label: text("it"),
      citation: { rule: "T-01", clause: "it" },
      status: "decided",
      outcome: "middle",
      term: text("middle"),
      outputs: [{ name: "it", label: text("it"), outcome: "middle", term: text("middle") }],
      parts: {},
      missing: [],
      reasons: [
        {
          id: "it.between",
          label: text("middle"),
          citation: { rule: "T-01", clause: "it" },
          outcome: "middle",
          term: text("middle"),
          because: [
            {
              of: "n",
              label: text("n"),
              value: 12.5,
              tests: [
                { comparator: "≥", value: 10 },
                { comparator: "<", value: 50 },
              ],
            },
          ],
          next: { outcome: "high", comparator: "≥", from: 50, lacks: 37.5 },
        },
      ],
    });
    const [lowest] = run(stars("upper"), { n: 10 }).reasons;
    expect(lowest?.id).toBe("it.bottom");
    expect(lowest?.because[0]?.tests).toEqual([{ comparator: "≤", value: 10 }]);
    const [highest] = run(stars("upper"), { n: 51 }).reasons;
    expect(highest?.because[0]?.tests).toEqual([{ comparator: ">", value: 50 }]);
    expect(highest?.next).toBeUndefined();
  });

  it("tell what the next band takes by the side that is closed", () => {
    expect(explain(run(stars("lower"), { n: 12.5 }))).toContain("next high (≥ 50): lacking 37.5");
    expect(explain(run(stars("upper"), { n: 12.5 }))).toContain(
      "next high (> 50): lacking more than 37.5",
    );
  });

  it("are undetermined without the number", () => {
    expect(run(stars("lower"), {})).toMatchObject({ status: "undetermined", missing: ["n"] });
  });

  it("take single values apart", () => {
    const program = stars("lower", {
      exactly: { edge: { value: 50, outcome: "low" } },
    });
    expect([49.99, 50, 50.01].map((v) => outcomeOf(program, { n: v }))).toEqual([
      "middle",
      "low",
      "high",
    ]);
    const [reason] = run(program, { n: 50 }).reasons;
    expect(reason?.id).toBe("it.edge");
    expect(reason?.because).toEqual([
      {
        of: "n",
        label: text("n"),
        value: 50,
        tests: [{ comparator: "=", value: 50 }],
        holds: true,
      },
    ]);
    const [beside] = run(program, { n: 49.99 }).reasons;
    expect(beside?.id).toBe("it.between");
    expect(beside?.next).toEqual({
      outcome: "high",
      comparator: "≥",
      from: 50,
      lacks: 0.01,
    });
    expect(run(program, {})).toMatchObject({ status: "undetermined", missing: ["n"] });
  });

  it("give points where no outcomes are declared", () => {
    const points = programOf(
      only(
        "bands",
        {
          input: { product: [fact("n"), 2] },
          closed: "lower",
          bands: { none: { outcome: 0 }, some: { from: 10, outcome: 2.5 } },
        },
        { n },
      ),
    );
    expect([4.99, 5].map((v) => outcomeOf(points, { n: v }))).toEqual([0, 2.5]);
    expect(run(points, { n: 5 }).reasons[0]?.because).toEqual([
      {
        of: "it",
        label: { zh: "计算值", en: "computed value" },
        value: 10,
        tests: [{ comparator: "≥", value: 10 }],
      },
      { of: "n", label: text("n"), value: 5, tests: [] },
    ]);
  });
});
