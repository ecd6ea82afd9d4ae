import { describe, expect, it } from "vitest";
import { loadRuleset } from "../../src/index.ts";
import {
  boolean,
  compared,
  decision,
  fact,
  faultsOf,
  formula,
  is,
  type Json,
  label,
  list,
  named,
  number,
  numbers,
  only,
  outcomeOf,
  programOf,
  run,
  terms,
  text,
  tiny,
} from "../kinds/tiny.ts";

/* What a stranger's ruleset can't do: take long, go deep, or pass for something it is not. */

const seconds = (work: () => unknown) => {
  const start = performance.now();
  work();
  return (performance.now() - start) / 1000;
};

describe("a ruleset is loaded in bounded time", () => {
  it("where each named condition uses the one before twice", () => {
    const twice = (name: string) => ({ all: [{ condition: name }, { condition: name }] });
    const conditions = Object.fromEntries(
      Array.from({ length: 40 }, (_, i) => [
        `c${i}`,
        { ...named("c"), when: i === 0 ? is("a") : twice(`c${i - 1}`) },
      ]),
    );
    const written = only("rule", { conditions, when: { condition: "c39" } }, { a: boolean("a") });
    expect(seconds(() => loadRuleset(written))).toBeLessThan(30);
    const program = programOf(written);
    expect([true, false].map((a) => outcomeOf(program, { a }))).toEqual([true, false]);
  });

  it.each([
    ["forwards", (names: readonly string[]) => names],
    ["backwards", (names: readonly string[]) => [...names].reverse()],
  ])("where hundreds of decisions rest on one another, written %s", (_, order) => {
    const names = Array.from({ length: 500 }, (_, i) => `d${i}`);
    const after = (i: number) => (i === 0 ? fact("n") : { decision: `d${i - 1}` });
    const decisions = Object.fromEntries(
      order(names).map((name) => {
        const value = { minimum: [after(Number(name.slice(1))), 1] };
        return [name, decision(name, "formula", formula(value))];
      }),
    );
    const loaded = loadRuleset(tiny({ facts: { n: number("n") }, decisions }));
    const codes = [...new Set(loaded.diagnostics.map((d) => d.code))];
    if (loaded.ok)
      expect(
        outcomeOf(programOf(tiny({ facts: { n: number("n") }, decisions })), { n: 0 }, "d499"),
      ).toBe(0);
    else expect(codes).toEqual(["too-large"]);
  });

  it("where it has more readings than can be tried", () => {
    const reading = {
      type: "reading",
      ...named("r"),
      question: text("?"),
      default: "a",
      readings: terms("a", "b"),
    };
    const parameters = Object.fromEntries(
      Array.from({ length: 500 }, (_, i) => [`r${i}`, reading]),
    );
    const written = only("rule", { when: is("a") }, { a: boolean("a") }, { parameters });
    let codes: readonly string[] = [];
    expect(seconds(() => (codes = faultsOf(written)))).toBeLessThan(30);
    expect(codes).toEqual(["too-large /parameters"]);
  });

  it("where its text is longer than any ruleset", () => {
    const { diagnostics } = loadRuleset(`"${"x".repeat(5_000_001)}"`);
    expect(diagnostics.map((d) => d.code)).toEqual(["too-large"]);
  });
});

describe("a name that has a meaning of its own", () => {
  it.each(["reading", "parameter", "decision", "cases"])(
    "can't name an input of a table: %s",
    (name) => {
      const table = {
        hitPolicy: "first",
        inputs: { [name]: { label: text("l"), value: fact("l") } },
        outputs: { points: { label: text("points") } },
        rows: { one: { when: { [name]: "a" }, then: { points: 1 } } },
        order: ["one"],
        otherwise: { points: 0 },
      };
      const faults = faultsOf(only("table", table, { l: label("l", "a", "b") }));
      expect(faults[0]).toBe(`bad-name /decisions/it/inputs/${name}`);
    },
  );
});

describe("a range that is not finite", () => {
  it("is refused as inexact, and never compared", () => {
    const big = { product: Array.from({ length: 200 }, () => fact("n")) };
    const when = { expression: { sum: [big, 1] }, operator: "greaterThan", value: big };
    const faults = faultsOf(only("rule", { when }, { n: number("n") }));
    expect(faults.length).toBeGreaterThan(0);
    expect(faults.every((f) => f.startsWith("inexact "))).toBe(true);
  });
});

describe("what counts for nothing is refused", () => {
  const faulty = (body: Json) =>
    faultsOf(only("rule", body, { s: list("s", "x"), a: boolean("a") }));
  it("a list of no labels", () => {
    expect(faulty({ when: compared("s", "contains", []) })).toEqual([
      "empty-group /decisions/it/when/value",
    ]);
  });
  it("a key that stands twice in a text", () => {
    const text = JSON.stringify(only("rule", { when: is("a") }, { a: boolean("a") }));
    const twice = text.replace('"version":', '"version":"0.0.1","version":');
    expect(loadRuleset(twice).diagnostics.map((d) => [d.code, d.path])).toEqual([
      ["duplicate-key", "/version"],
    ]);
  });
});

describe("a fault in one decision", () => {
  it("does not hide the faults of another", () => {
    const decisions = {
      one: { ...decision("one", "rule", { when: is("a") }), lable: "x" },
      two: decision("two", "rule", { when: is("b") }),
      three: decision("three", "rule", {
        when: { decision: "one", operator: "equal", value: true },
      }),
    };
    expect(faultsOf(tiny({ facts: { a: boolean("a") }, decisions }))).toEqual([
      "unknown-key /decisions/one/lable",
      "unknown-fact /decisions/two/when",
    ]);
  });
});

describe("a list of facts", () => {
  const program = programOf(
    only("formula", formula({ size: fact("s") }), { s: list("s", "x", "y") }),
  );
  it.each([[[undefined]], [[undefined, "x"]], [[null]], [["z"]]])(
    "is refused with a stranger in it",
    (s) => {
      expect(() => run(program, { s })).toThrow(/outside its list of values/);
    },
  );
});

describe("a zero divisor", () => {
  const quotient = { quotient: [fact("a"), fact("b")], scale: 2, rounding: "half-up" };
  const guarded = {
    choose: [{ when: { fact: "b", operator: "equal", value: 0 }, then: 0 }],
    otherwise: quotient,
  };
  it("is undefined, but not where it is guarded", () => {
    const facts = numbers("a b");
    expect(outcomeOf(programOf(only("formula", formula(quotient), facts)), { a: 5, b: 0 })).toBe(
      "undefined",
    );
    expect(outcomeOf(programOf(only("formula", formula(guarded), facts)), { a: 5, b: 0 })).toBe(0);
    expect(outcomeOf(programOf(only("formula", formula(guarded), facts)), { a: 5, b: 2 })).toBe(
      2.5,
    );
  });
  it("is told as the cause where another kind is left open by it", () => {
    const bands = { input: quotient, closed: "lower", bands: { all: { outcome: 1 } } };
    const program = programOf(only("bands", bands, numbers("a b")));
    expect(run(program, { a: 1, b: 0 })).toMatchObject({ missing: [], cause: "zero-divisor" });
  });
});

describe("rows of a unique table that collide", () => {
  it("leave it open, and are named", () => {
    const table = {
      hitPolicy: "unique",
      inputs: { n: { label: text("n"), value: fact("n") } },
      outputs: { points: { label: text("points") } },
      rows: {
        low: { label: text("low"), when: { n: { atMost: 10 } }, then: { points: 1 } },
        high: { label: text("high"), when: { n: { atLeast: 10 } }, then: { points: 2 } },
      },
      otherwise: { points: 0 },
    };
    const program = programOf(only("table", table, { n: number("n") }));
    expect([9, 11].map((n) => outcomeOf(program, { n }))).toEqual([1, 2]);
    const result = run(program, { n: 10 });
    expect(result).toMatchObject({ status: "undetermined", missing: [], cause: "conflict" });
    expect(result.reasons[0]?.because.map((e) => e.of)).toEqual(["it.low", "it.high"]);
  });
});
