import { describe, expect, it } from "vitest";
import {
  booleans,
  compared,
  date,
  decision,
  fact,
  faultsOf,
  formula,
  is,
  type Json,
  label,
  list,
  named,
  numbers,
  only,
  outcomeOf,
  programOf,
  run,
  terms,
  text,
  tiny,
} from "./tiny.ts";

const facts = {
  ...numbers("a b c", { scale: 1, min: -100, max: 100 }),
  ...booleans("t"),
  day: date("day"),
  s: list("s", "x", "y", "z"),
  l: label("l", "x", "y"),
};
const of = (value: unknown, more: Json = {}) =>
  programOf(only("formula", formula(value, more), facts));
const ratio = { quotient: [fact("a"), fact("b")], scale: 2, rounding: "half-up" };

describe("values", () => {
  it.each([
    [{ sum: [fact("a"), fact("b"), 1] }, { a: 0.1, b: 0.2 }, 1.3],
    [{ sum: [fact("a"), fact("b")] }, { a: 0.1, b: 0.2 }, 0.3],
    [{ difference: [fact("a"), fact("b")] }, { a: 0.3, b: 0.1 }, 0.2],
    [{ product: [fact("a"), fact("b"), 3] }, { a: 0.1, b: 0.1 }, 0.03],
    [{ minimum: [fact("a"), fact("b"), 3] }, { a: 5, b: -2.5 }, -2.5],
    [{ maximum: [fact("a"), fact("b"), 3] }, { a: 5, b: -2.5 }, 5],
    [ratio, { a: 1, b: 3 }, 0.33],
    [ratio, { a: -1, b: 8 }, -0.12],
    [{ round: fact("a"), scale: 0, rounding: "half-even" }, { a: 2.5 }, 2],
    [{ size: fact("s") }, { s: ["x", "y", "x"] }, 2],
    [{ size: fact("s") }, { s: [] }, 0],
    [{ count: [is("t"), compared("a", "greaterThan", 0)] }, { t: true, a: 0 }, 1],
    [{ when: is("t") }, { t: false }, false],
    [{ move: fact("day"), by: 1, unit: "months" }, { day: "2010-01-31" }, "2010-02-28"],
    [
      { move: fact("day"), by: { difference: [0, 1] }, unit: "days" },
      { day: "2010-01-01" },
      "2009-12-31",
    ],
  ])("%j of %o is %s", (value, known, expected) => {
    expect(outcomeOf(of(value), known)).toBe(expected);
  });

  it("are facts and literals too", () => {
    expect(outcomeOf(of(fact("s")), { s: ["y", "x"] })).toEqual(["y", "x"]);
    expect(outcomeOf(of(fact("day")), { day: "2010-01-31" })).toBe("2010-01-31");
    expect(outcomeOf(of(2.5), {})).toBe(2.5);
    expect(outcomeOf(of(true), {})).toBe(true);
  });
});

describe("a formula", () => {
  it("with one output is its value, and cites it", () => {
    const result = run(of({ sum: [fact("a"), fact("b")] }), { a: 1, b: 2 });
    expect(result).toMatchObject({ outcome: 3, parts: { value: 3 } });
    expect(result.reasons).toEqual([
      {
        id: "it.value",
        label: text("value"),
        citation: { rule: "T-01", clause: "value" },
        outcome: 3,
        because: [
          { of: "a", label: text("a"), value: 1, tests: [] },
          { of: "b", label: text("b"), value: 2, tests: [] },
        ],
        next: undefined,
      },
    ]);
  });

  it("with several outputs is an object, and gives what is settled", () => {
    const outputs = {
      one: { ...named("one"), value: fact("a") },
      other: { ...named("other"), value: fact("b") },
    };
    const program = programOf(only("formula", { outputs }, facts));
    expect(outcomeOf(program, { a: 1, b: 2 })).toEqual({ one: 1, other: 2 });
    expect(run(program, { a: 1 })).toMatchObject({
      status: "undetermined",
      missing: ["b"],
      parts: { one: 1 },
    });
  });

  it("may give a label, with its term", () => {
    const value = { choose: [{ when: is("t"), then: "x" }], otherwise: "y" };
    const program = of(value, { outcomes: terms("x", "y") });
    expect(run(program, { t: true })).toMatchObject({ outcome: "x", term: text("x") });
    expect(faultsOf(only("formula", formula(value, { outcomes: terms("x") }), facts))).toEqual([
      "unknown-outcome /decisions/it/outputs/value/value",
    ]);
  });
});

describe("where a divisor is zero", () => {
  it("the outcome is undefined, and says which was", () => {
    const result = run(of(ratio), { a: 1, b: 0 });
    expect(result).toMatchObject({ status: "decided", outcome: "undefined", missing: [] });
    expect(result.reasons[0]?.because).toEqual([
      { of: "b", label: text("b"), value: 0, tests: [{ comparator: "=", value: 0 }], holds: true },
    ]);
  });

  it("it is undefined whatever else is unknown, and unknown while the divisor is", () => {
    expect(outcomeOf(of(ratio), { b: 0 })).toBe("undefined");
    expect(run(of(ratio), { a: 1 })).toMatchObject({ status: "undetermined", missing: ["b"] });
    expect(run(of(ratio), { b: 1 })).toMatchObject({ status: "undetermined", missing: ["a"] });
  });

  it("anywhere in the output", () => {
    const deep = of({ maximum: [{ sum: [ratio, 1] }, fact("c")] });
    expect(outcomeOf(deep, { a: 1, b: 0, c: 5 })).toBe("undefined");
    expect(outcomeOf(deep, { a: 1, b: 1, c: 5 })).toBe(5);
    const two = of({
      sum: [ratio, { quotient: [fact("a"), fact("c")], scale: 1, rounding: "floor" }],
    });
    expect(outcomeOf(two, { a: 1, b: 1, c: 0 })).toBe("undefined");
    expect(outcomeOf(two, { a: 1, c: 0 })).toBe("undefined");
    expect(outcomeOf(two, { a: 1, b: 2, c: 4 })).toBe(0.7);
  });

  it("only the outputs that divide are undefined", () => {
    const outputs = {
      rate: { ...named("rate"), value: ratio },
      plain: { ...named("plain"), value: fact("a") },
    };
    const program = programOf(only("formula", { outputs }, facts));
    expect(outcomeOf(program, { a: 1, b: 0 })).toEqual({ rate: "undefined", plain: 1 });
  });

  it("so is a formula that rests on the output of another", () => {
    const program = programOf(
      tiny({
        facts,
        decisions: {
          rate: decision("rate", "formula", formula(ratio)),
          twice: decision("twice", "formula", formula({ product: [{ decision: "rate" }, 2] })),
          it: decision("it", "formula", formula({ sum: [{ decision: "twice.value" }, fact("c")] })),
          high: decision("high", "rule", {
            when: { decision: "rate", operator: "greaterThan", value: 0.5 },
          }),
        },
      }),
    );
    expect(outcomeOf(program, { a: 1, b: 0, c: 1 })).toBe("undefined");
    expect(outcomeOf(program, { a: 1, b: 2, c: 1 })).toBe(2);
    // What is undefined is neither above nor below: the rule is not settled, and lacks no fact.
    expect(run(program, { a: 1, b: 0 }, "high")).toMatchObject({
      status: "undetermined",
      missing: [],
    });
  });
});

describe("a formula is refused", () => {
  const refused = (value: unknown) => faultsOf(only("formula", formula(value), facts));
  const at = "/decisions/it/outputs/value/value";
  it.each([
    [{ sum: [fact("a"), fact("t")] }, `type-mismatch ${at}`],
    [{ sum: [fact("a"), fact("day")] }, `type-mismatch ${at}`],
    [{ size: fact("a") }, `type-mismatch ${at}`],
    [{ move: fact("a"), by: 1, unit: "days" }, `type-mismatch ${at}`],
    [{ when: compared("day", "lessThan", fact("a")) }, `type-mismatch ${at}/when`],
    [{ when: compared("t", "lessThan", true) }, `type-mismatch ${at}/when`],
    [{ when: compared("l", "equal", "z") }, `bad-value ${at}/when`],
    [{ when: compared("day", "equal", "2010-02-30") }, `wrong-type ${at}/when/value`],
    [{ when: compared("a", "given", 1) }, `type-mismatch ${at}/when/value`],
    [{ when: compared("l", "in", fact("l")) }, `type-mismatch ${at}/when/value`],
    [{ choose: [{ when: is("t"), then: 1 }], otherwise: "x" }, `type-mismatch ${at}`],
    [{ choose: [{ when: { constant: true }, then: 1 }], otherwise: true }, `type-mismatch ${at}`],
    [
      { aggregate: "mean", over: "account", by: [], unknown: "left-out", of: fact("a") },
      `missing-key ${at}`,
    ],
    [{ aggregate: "sum", over: "account", by: [], unknown: "left-out" }, `missing-key ${at}`],
    [
      { aggregate: "quantile", over: "account", by: [], unknown: "left-out", of: fact("a") },
      `missing-key ${at}`,
    ],
    [
      { aggregate: "sum", over: "hall", by: [], unknown: "left-out", of: fact("a") },
      `unknown-subject ${at}/over`,
    ],
  ])("for %j", (value, fault) => {
    expect(refused(value)).toContain(fault);
  });

  it("where a result could have more digits than a number holds", () => {
    const wide = numbers("a b", { scale: 0, min: 0, max: 99_999_999 });
    const product = { product: [fact("a"), fact("b")] };
    expect(faultsOf(only("formula", formula(product), wide))).toEqual([
      "inexact /decisions/it/outputs/value",
    ]);
    const fits = numbers("a b", { scale: 0, min: 0, max: 9_999_999 });
    expect(faultsOf(only("formula", formula(product), fits))).toEqual([]);
  });
});
