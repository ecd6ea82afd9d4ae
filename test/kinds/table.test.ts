import { describe, expect, it } from "vitest";
import { explain, loadRuleset } from "../../src/index.ts";
import {
  boolean,
  booleans,
  date,
  fact,
  faultsOf,
  type Json,
  label,
  list,
  named,
  number,
  only,
  outcomeOf,
  programOf,
  run,
  terms,
  text,
} from "./tiny.ts";

const input = (name: string) => ({ label: text(name), value: fact(name) });
const abc = booleans("a b c");
const inputs = { a: input("a"), b: input("b"), c: input("c") };
/** A row that matches where its fact holds. */
const row = (when: Json, of: string | number) => ({ when, then: { out: of } });
const rows = {
  one: row({ a: true }, "x"),
  two: row({ b: true }, "y"),
  three: row({ c: true }, "x"),
};

const tableOf = (more: Json): Json => ({
  inputs,
  outputs: { out: { label: text("out"), outcomes: terms("x", "y", "z") } },
  rows,
  otherwise: { out: "z" },
  ...more,
});
const table = (more: Json, facts: Json = abc) => programOf(only("table", tableOf(more), facts));
const collected = {
  hitPolicy: "collect",
  outputs: { out: { label: text("out") } },
  rows: { one: row({ a: true }, 2.5), two: row({ b: true }, -1), three: row({ c: true }, 4) },
  order: ["one", "two", "three"],
};
const points = (more: Json) => table({ ...collected, otherwise: { out: 7 }, ...more });
const of = (a?: boolean, b?: boolean, c?: boolean) => ({ a, b, c });
const [T, F, U] = [true, false, undefined] as const;
const open = "undetermined";

describe("hit policies", () => {
  it.each([
    [of(T, F, F), "x"],
    [of(F, T, F), "y"],
    [of(F, F, F), "z"],
    [of(T, T, F), open],
    [of(T, F, T), open],
    [of(F, T, U), open],
    [of(U, F, F), open],
    [of(T, U, F), open],
  ])("unique: of %o comes %s", (facts, expected) => {
    expect(outcomeOf(table({ hitPolicy: "unique" }), facts)).toBe(expected);
  });

  it.each([
    [of(T, F, F), "x"],
    [of(T, F, T), "x"],
    [of(T, T, F), open],
    [of(T, F, U), "x"],
    [of(F, F, F), "z"],
    [of(F, U, F), open],
  ])("any: of %o comes %s", (facts, expected) => {
    expect(outcomeOf(table({ hitPolicy: "any" }), facts)).toBe(expected);
  });

  it.each([
    [of(T, T, T), "y"],
    [of(T, F, T), "x"],
    [of(F, F, T), "x"],
    [of(F, F, F), "z"],
    [of(F, U, T), open],
    [of(U, F, T), "x"],
    [of(F, T, U), "y"],
  ])("first, in the order two, three, one: of %o comes %s", (facts, expected) => {
    const first = table({ hitPolicy: "first", order: ["two", "three", "one"] });
    expect(outcomeOf(first, facts)).toBe(expected);
  });

  it.each([
    [of(T, T, T), "y"],
    [of(T, F, T), "x"],
    [of(F, F, F), "z"],
    [of(T, U, F), open],
    [of(U, T, F), "y"],
  ])("priority, y before x: of %o comes %s", (facts, expected) => {
    const priority = table({ hitPolicy: "priority", order: ["y", "x"] });
    expect(outcomeOf(priority, facts)).toBe(expected);
  });

  it.each([
    [of(T, T, T), ["x", "y", "x"]],
    [of(F, T, T), ["y", "x"]],
    [of(F, F, F), []],
    [of(F, F, U), open],
  ])("collect: of %o comes the list %o", (facts, expected) => {
    const collect = table({
      hitPolicy: "collect",
      collect: "list",
      order: ["one", "two", "three"],
    });
    expect(outcomeOf(collect, facts)).toEqual(expected);
  });

  it("collect gathers a list in the order stated, also where it does not say that it is one", () => {
    const collect = table({ hitPolicy: "collect", order: ["three", "two", "one"] });
    expect(outcomeOf(collect, of(F, T, T))).toEqual(["x", "y"]);
  });

  it.each([
    ["sum", of(T, T, T), 5.5],
    ["sum", of(F, T, F), -1],
    ["sum", of(F, F, F), 7],
    ["sum", of(T, U, F), open],
    ["minimum", of(T, T, T), -1],
    ["minimum", of(T, F, T), 2.5],
    ["minimum", of(F, F, F), 7],
    ["minimum", of(T, U, F), open],
    ["minimum", of(U, T, F), -1],
    ["maximum", of(T, T, F), 2.5],
    ["maximum", of(F, T, F), -1],
    ["maximum", of(F, F, F), 7],
    ["maximum", of(U, F, T), 4],
    ["count", of(T, T, T), 3],
    ["count", of(F, T, F), 1],
    ["count", of(F, F, F), 0],
    ["count", of(F, F, U), open],
  ])("collect, %s: of %o comes %s", (collect, facts, expected) => {
    expect(outcomeOf(points({ collect }), facts)).toBe(expected);
  });
});

describe("a table without `otherwise`", () => {
  const { otherwise: _, ...without } = tableOf({});
  const complete = (more: Json) => programOf(only("table", { ...without, ...more }, abc));
  const policies = [
    ["unique", {}],
    ["any", {}],
    ["first", { order: ["one", "two", "three"] }],
    ["priority", { order: ["x", "y"] }],
  ] as const;

  it.each(policies)("%s: is open where no row matches, and says so", (hitPolicy, more) => {
    const result = run(complete({ hitPolicy, ...more }), of(F, F, F));
    expect(result).toMatchObject({ status: "undetermined", missing: [], cause: "gap" });
    expect(explain(result).split("\n").at(-1)).toBe("  because no row of the table matches");
  });

  it.each(policies)("%s: gives what the row that matches gives", (hitPolicy, more) => {
    expect(outcomeOf(complete({ hitPolicy, ...more }), of(F, T, F))).toBe("y");
  });

  it.each(policies)("%s: asks for the fact that may make a row match", (hitPolicy, more) => {
    const result = run(complete({ hitPolicy, ...more }), of(F, U, F));
    expect(result).toMatchObject({ status: "undetermined", missing: ["b"], cause: undefined });
  });

  it("tells a collision as one all the same", () => {
    const result = run(complete({ hitPolicy: "unique" }), of(T, T, F));
    expect(result).toMatchObject({ missing: [], cause: "conflict" });
  });

  it.each(["sum", "minimum", "maximum"])("collect, %s: is open where no row matches", (collect) => {
    const gathered = complete({ ...collected, collect });
    expect(run(gathered, of(F, F, F))).toMatchObject({ missing: [], cause: "gap" });
    expect(outcomeOf(gathered, of(F, T, F))).toBe(-1);
  });

  it("collect: of no rows is an empty list, and none", () => {
    const order = ["one", "two", "three"];
    expect(outcomeOf(complete({ hitPolicy: "collect", order }), of(F, F, F))).toEqual([]);
    expect(outcomeOf(complete({ ...collected, collect: "count" }), of(F, F, F))).toBe(0);
  });

  it("leaves an indicator of a scorecard open, and the score with it", () => {
    const points = { ...named("points"), maximum: 5 };
    const row = { when: { a: true }, then: { points: 5 } };
    const score = { kind: "table", hitPolicy: "first", inputs, rows: { row }, order: ["row"] };
    const dimension = { ...points, indicators: { only: { ...points, score } } };
    const card = programOf(only("scorecard", { maximum: 5, dimensions: { dimension } }, abc));
    expect(outcomeOf(card, { a: true })).toBe(5);
    expect(run(card, { a: false })).toMatchObject({ missing: [], cause: "gap" });
  });
});

describe("cells", () => {
  const facts = {
    n: number("n"),
    l: label("l", "x", "y", "z"),
    s: list("s", "x", "y"),
    b: boolean("b"),
    d: date("d"),
  };
  const cell = (name: string, of: unknown) =>
    table(
      {
        hitPolicy: "unique",
        inputs: { [name]: input(name) },
        rows: { only: { when: { [name]: of }, then: { out: "x" } } },
      },
      facts,
    );
  const matched = (name: string, of: unknown, values: readonly unknown[]) =>
    values.map((v) => outcomeOf(cell(name, of), { [name]: v }) === "x");

  it("take a literal, one of several, or none of several", () => {
    expect(matched("l", "x", ["x", "y"])).toEqual([true, false]);
    expect(matched("l", ["x", "y"], ["x", "y", "z"])).toEqual([true, true, false]);
    expect(matched("l", { not: ["x", "y"] }, ["x", "y", "z"])).toEqual([false, false, true]);
    expect(matched("b", false, [true, false])).toEqual([false, true]);
    expect(matched("n", [1, 3], [1, 2, 3])).toEqual([true, false, true]);
    expect(matched("s", "x", [["x"], ["y", "x"], ["y"], []])).toEqual([true, true, false, false]);
    const days = ["2010-11-29", "2010-11-30", "2010-12-01"];
    expect(matched("d", "2010-11-30", days)).toEqual([false, true, false]);
    expect(matched("d", days.slice(1), days)).toEqual([false, true, true]);
    expect(matched("d", { not: ["2010-11-30"] }, days)).toEqual([true, false, true]);
  });

  it("take a range, each end open or closed", () => {
    expect(matched("n", { atLeast: 5 }, [4, 5, 6])).toEqual([false, true, true]);
    expect(matched("n", { above: 5 }, [4, 5, 6])).toEqual([false, false, true]);
    expect(matched("n", { atMost: 5 }, [4, 5, 6])).toEqual([true, true, false]);
    expect(matched("n", { below: 5 }, [4, 5, 6])).toEqual([true, false, false]);
    expect(matched("n", { above: 5, atMost: 8 }, [5, 6, 8, 9])).toEqual([false, true, true, false]);
  });

  it("leave an input without a cell open to any value", () => {
    const program = table({ hitPolicy: "first", order: ["one", "two", "three"] });
    expect(outcomeOf(program, { a: true })).toBe("x");
  });
});

describe("results of a table", () => {
  it("cite the row that was hit", () => {
    const result = run(table({ hitPolicy: "first", order: ["two", "one", "three"] }), of(T, F, T));
    expect(result.outcome).toBe("x");
    expect(result.status === "decided" && result.term).toEqual(text("x"));
    expect(result.reasons.map((r) => r.id)).toEqual(["it.one"]);
    expect(result.reasons[0]?.because).toEqual([
      {
        of: "a",
        label: text("a"),
        value: true,
        tests: [{ comparator: "=", value: true }],
        holds: true,
      },
    ]);
  });

  it("cite the output where no row matches", () => {
    const result = run(table({ hitPolicy: "unique" }), of(F, F, F));
    expect(result.reasons.map((r) => [r.id, r.outcome])).toEqual([["it.out", "z"]]);
    const told = result.reasons[0]?.because.map((e) => `${e.of} ${e.value}`);
    expect(told).toEqual(expect.arrayContaining(["a false", "b false", "c false"]));
  });

  it("name what is missing", () => {
    const first = table({ hitPolicy: "first", order: ["two", "three", "one"] });
    expect(run(first, of(T, U, F)).missing).toEqual(["b"]);
    expect(run(first, of(U, U, U)).missing).toEqual(["b", "c", "a"]);
    expect(run(table({ hitPolicy: "unique" }), of(T, T, F)).missing).toEqual([]);
  });

  it("of several outputs are an object", () => {
    const program = table({
      hitPolicy: "unique",
      outputs: {
        out: { label: text("out"), outcomes: terms("x", "z") },
        fee: { label: text("fee") },
      },
      rows: { one: { when: { a: true }, then: { out: "x", fee: 2.5 } } },
      otherwise: { out: "z", fee: 0 },
    });
    expect(run(program, { a: true })).toMatchObject({
      outcome: { out: "x", fee: 2.5 },
      parts: { out: "x", fee: 2.5 },
    });
    expect(run(program, { a: false }).outcome).toEqual({ out: "z", fee: 0 });
  });
});

describe("a table is refused", () => {
  const collecting = { hitPolicy: "collect", order: ["one", "two", "three"] };
  const refused = (more: Json) => faultsOf(only("table", tableOf(more), abc));
  it("where a row does not say what it gives", () => {
    const lacking = { one: { when: { a: true }, then: {} }, two: rows.two, three: rows.three };
    const fault = ["missing-key /decisions/it/rows/one/then"];
    const plain = { outputs: { out: { label: text("out") } } };
    expect(refused({ hitPolicy: "unique", rows: lacking })).toEqual(fault);
    expect(refused({ ...collecting, ...plain, rows: lacking })).toEqual(fault);
    expect(refused({ ...collecting, rows: lacking })).toEqual(fault);
  });

  it("where labels are to be added up", () => {
    const plain = { outputs: { out: { label: text("out") } } };
    const faults = refused({ ...collecting, ...plain, collect: "sum", otherwise: { out: 0 } });
    expect(faults).toContain("type-mismatch /decisions/it/rows/one/then/out");
  });

  it("where an outcome is not declared", () => {
    const strange = { ...rows, one: row({ a: true }, "q") };
    expect(refused({ hitPolicy: "unique", rows: strange })).toEqual([
      "unknown-outcome /decisions/it/rows/one/then/out",
    ]);
    expect(refused({ hitPolicy: "unique", otherwise: { out: "q" } })).toEqual([
      "unknown-outcome /decisions/it/otherwise",
    ]);
  });

  it("where `otherwise` says nothing of an output", () => {
    expect(refused({ hitPolicy: "unique", otherwise: {} })).toEqual([
      "missing-key /decisions/it/otherwise",
    ]);
  });

  it("where a row, or the case that none matches, gives an output that there is not", () => {
    const more = { ...rows, one: { when: { a: true }, then: { out: "x", typo: "x" } } };
    expect(refused({ hitPolicy: "unique", rows: more })).toEqual([
      "unknown-key /decisions/it/rows/one/then/typo",
    ]);
    expect(refused({ hitPolicy: "unique", otherwise: { out: "z", typo: "z" } })).toEqual([
      "unknown-key /decisions/it/otherwise/typo",
    ]);
  });

  it("where an output of any name is given by no row", () => {
    const named = { outputs: { toString: { label: text("out"), outcomes: terms("x", "z") } } };
    const { ok } = loadRuleset(
      only(
        "table",
        tableOf({
          hitPolicy: "unique",
          ...named,
          rows: { one: { when: { a: true }, then: { toString: "x" } } },
          otherwise: {},
        }),
        abc,
      ),
    );
    expect(ok).toBe(false);
  });
});
