import { describe, expect, it } from "vitest";
import { compile, evaluate, loadRuleset, TiercutError } from "../../src/index.ts";
import { fromDmn } from "../../src/read/dmn.ts";
import { codes, programOf } from "./dmn.program.ts";
import {
  decision,
  dmn,
  input,
  inputData,
  item,
  literal,
  one,
  output,
  rule,
  table,
} from "./dmn.write.ts";
import { tag } from "./tag.ts";

/** What a decision comes to: its outcome, or why it is open. */
function decided(xml: string, facts: object, name = "it") {
  const result = evaluate(programOf(xml), name, facts);
  return result.status === "decided" ? result.outcome : (result.cause ?? result.missing);
}

/** A table of one column whose one row gives yes, and otherwise no. */
const cell = (expression: string, text: string) =>
  one(
    table(
      { hitPolicy: "FIRST" },
      input(expression),
      output(),
      rule([text], ["1"]),
      rule(["-"], ["0"]),
    ),
  );
const matches = (expression: string, text: string, facts: object) =>
  decided(cell(expression, text), facts) === 1;

describe("a cell of a decision table", () => {
  /** Each cell with values that it takes, and values that it does not. */
  const cells: readonly (readonly [string, string, readonly unknown[], readonly unknown[]])[] = [
    ["n", "5", [5], [4.9999, 5.0001]],
    ["n", "-0.5", [-0.5], [0.5]],
    ["n", "1e2", [100], [1]],
    ["n", "< 5", [4.9999], [5]],
    ["n", "<= 5", [5], [5.0001]],
    ["n", ">5", [5.0001], [5]],
    ["n", ">=5", [5], [4.9999]],
    ["n", "= 5", [5], [6]],
    ["n", "!= 5", [6], [5]],
    ["n", "[1..5]", [1, 5], [0.9999, 5.0001]],
    ["n", "(1..5)", [1.0001, 4.9999], [1, 5]],
    ["n", "]1 .. 5[", [1.0001, 4.9999], [1, 5]],
    ["n", "[1..5)", [1], [5]],
    ["n", "(1..5]", [5], [1]],
    ["n", "1, 2,3", [1, 2, 3], [1.5]],
    ["n", "< 1, [3..4], 7", [0, 3, 4, 7], [1, 2, 5]],
    ["n", "not(1, 2)", [3], [1, 2]],
    ["n", "not(< 1, [3..4])", [1, 2, 5], [0, 3, 4]],
    ["n", "not (5)", [4], [5]],
    ["n", "[5..1]", [], [1, 3, 5]],
    ["t", '"a"', ["a"], ["A", "a "]],
    ["t", '"a", "b, c"', ["a", "b, c"], ["b", "c"]],
    ["t", 'not("a")', ["b"], ["a"]],
    ["t", '"say \\"hi\\" \\u9ad8"', ['say "hi" 高'], ["hi"]],
    ["t", '"高", "低"', ["高", "低"], ["中"]],
    ["b", "true", [true], [false]],
    ["b", "not(true)", [false], [true]],
    ["b", "true, false", [true, false], []],
    ["d", 'date("2016-10-01")', ["2016-10-01"], ["2016-10-02"]],
    ["d", '> date("2016-10-01")', ["2016-10-02"], ["2016-10-01"]],
    ["d", '[@"2016-02-29"..date("2016-10-01")]', ["2016-02-29", "2016-10-01"], ["2016-10-02"]],
    ["d", '@"2016-10-01", @"2016-10-03"', ["2016-10-01", "2016-10-03"], ["2016-10-02"]],
    ["d", 'not(@"2016-10-01")', ["2016-10-02"], ["2016-10-01"]],
  ];

  it.each(cells)("%s %s", (fact, text, takes, leaves) => {
    expect(takes.filter((v) => !matches(fact, text, { [fact]: v }))).toEqual([]);
    expect(leaves.filter((v) => matches(fact, text, { [fact]: v }))).toEqual([]);
    if (text !== "true, false") expect(decided(cell(fact, text), {})).toEqual([fact]);
  });

  it("takes any value where nothing is asked", () => {
    for (const text of ["-", "", " - "]) expect(decided(cell("n", text), {})).toBe(1);
  });

  it("compares with another input, whose name may have spaces and hyphens", () => {
    const xml = (text: string) =>
      dmn(
        inputData("Monthly  Fee", "number"),
        inputData("Pre-paid", "number"),
        inputData("Pre-paid limit", "number"),
        decision(
          "It",
          table(
            { hitPolicy: "FIRST" },
            input("Monthly Fee"),
            output(),
            rule([text], ["1"]),
            rule(["-"], ["0"]),
          ),
        ),
      );
    const of = (text: string, monthlyFee: number) =>
      decided(xml(text), { monthlyFee, prePaid: 10, prePaidLimit: 20 });
    expect([of("< Pre-paid", 9), of("< Pre-paid", 10)]).toEqual([1, 0]);
    expect([of("[Pre-paid..Pre-paid limit)", 19), of("[Pre-paid..Pre-paid limit)", 20)]).toEqual([
      1, 0,
    ]);
    expect([of("Pre-paid, 15", 15), of("Pre-paid, 15", 16)]).toEqual([1, 0]);
    expect(decided(xml("< Pre-paid"), { monthlyFee: 9 })).toEqual(["prePaid"]);
  });
});

describe("a hit policy", () => {
  const rows = [rule(["> 0"], ['"a"']), rule(["> 10"], ['"b"']), rule(["> 20"], ['"a"'])];
  const of = (hitPolicy: string | undefined, n: number, values?: string, aggregation?: string) => {
    const policy = { ...(hitPolicy && { hitPolicy }), ...(aggregation && { aggregation }) };
    return decided(one(table(policy, input("n"), output({ values }), ...rows)), { n });
  };

  it("says what is made of rules that match together", () => {
    expect([of(undefined, 5), of("UNIQUE", 15), of("UNIQUE", 0)]).toEqual(["a", "conflict", "gap"]);
    expect([of("ANY", 5), of("ANY", 15)]).toEqual(["a", "conflict"]);
    expect([of("FIRST", 15), of("FIRST", 0)]).toEqual(["a", "gap"]);
    expect([of("PRIORITY", 15, '"b","a"'), of("PRIORITY", 15, '"a","b"')]).toEqual(["b", "a"]);
    expect(of("RULE ORDER", 25)).toEqual(["a", "b", "a"]);
    expect([of("COLLECT", 15), of("COLLECT", 0)]).toEqual([["a", "b"], []]);
    expect(of("OUTPUT ORDER", 25, '"b","a"')).toEqual(["b", "a", "a"]);
    expect(of("COLLECT", 25, undefined, "COUNT")).toBe(3);
  });

  it("adds up, or takes the least or the most", () => {
    const points = [rule(["> 0"], ["0.1"]), rule(["> 10"], ["0.2"]), rule(["> 20"], ["-5"])];
    const sum = (aggregation: string, n: number, otherwise?: string) =>
      decided(
        one(
          table(
            { hitPolicy: "COLLECT", aggregation },
            input("n"),
            output({ otherwise }),
            ...points,
          ),
        ),
        { n },
      );
    expect([sum("SUM", 15), sum("SUM", 25), sum("SUM", 0)]).toEqual([0.3, -4.7, "gap"]);
    expect([sum("MIN", 25), sum("MAX", 25)]).toEqual([-5, 0.2]);
    expect(sum("SUM", 0, "7")).toBe(7);
  });

  it("ranks several outputs together, the first one first", () => {
    const both = (hitPolicy: string) =>
      one(
        table(
          { hitPolicy },
          input("n"),
          output({ name: "x", values: '"p","q"' }),
          output({ name: "y", values: "1, 2" }),
          rule(["> 0"], ['"q"', "1"]),
          rule(["> 10"], ['"p"', "2"]),
          rule(["> 20"], ['"p"', "1"]),
        ),
      );
    const at = (n: number) => decided(both("PRIORITY"), { n });
    expect([at(5), at(15), at(25)]).toEqual([
      { x: "q", y: 1 },
      { x: "p", y: 2 },
      { x: "p", y: 1 },
    ]);
    expect(codes(both("OUTPUT ORDER"))).toEqual(["number-list"]);
  });

  it("gives the default where no rule matches", () => {
    const xml = (hitPolicy: string) =>
      one(table({ hitPolicy }, input("n"), output({ otherwise: '"none of these"' }), ...rows));
    expect(decided(xml("FIRST"), { n: 0 })).toBe("none-of-these");
    expect(decided(xml("RULE ORDER"), { n: 0 })).toEqual([]);
    expect(codes(xml("RULE ORDER"))).toEqual(["default-list"]);
  });
});

describe("a file", () => {
  const simple = (about: string, more: readonly string[] = [rule(["-"], ["2"])]) =>
    table({ hitPolicy: "FIRST" }, input(about), output(), ...more);

  it("hands what one decision comes to on to another, in any order", () => {
    const first = table(
      {},
      input("n"),
      output(),
      rule(["< 5"], ['"VERY LOW"']),
      rule([">= 5"], ['"high"']),
    );
    const second = table(
      {},
      input("Risk"),
      output(),
      rule(['"VERY LOW"'], ["true"]),
      rule(['"high"'], ["false"]),
    );
    const third = table(
      {},
      input("Taken"),
      output(),
      rule(["true"], ["1"]),
      rule(["not(true)"], ["0"]),
    );
    const xml = dmn(
      decision("Last", third, { requires: ["Taken"] }),
      decision("Taken", second, { requires: ["Risk"] }),
      decision("Risk", first),
      inputData("n", "number"),
    );
    expect(decided(xml, { n: 4 }, "last")).toBe(1);
    expect(decided(xml, { n: 5 }, "last")).toBe(0);
    expect(decided(xml, {}, "last")).toEqual(["n"]);
  });

  it("hands on one output of several by its path", () => {
    const several = table(
      { hitPolicy: "FIRST" },
      input("n"),
      output({ name: "Level" }),
      output({ name: "Fee" }),
      rule(["< 5"], ['"low"', "1.5"]),
      rule(["-"], ['"high"', "2.5"]),
    );
    const next = table(
      { hitPolicy: "FIRST" },
      input("Plan.Level"),
      input("Plan.Fee"),
      output(),
      rule(['"low"', "1.5"], ["1"]),
      rule(["-", "> 2"], ["2"]),
    );
    const xml = dmn(
      inputData("n", "number"),
      decision("Plan", several),
      decision("Next", next, { requires: ["Plan"] }),
    );
    expect([decided(xml, { n: 4 }, "next"), decided(xml, { n: 5 }, "next")]).toEqual([1, 2]);
  });

  it("has what is not carried over handed in", () => {
    const xml = dmn(
      inputData("n", "number"),
      decision("Cost", literal("n * 2"), { type: "number" }),
      decision("It", simple("Cost", [rule(["< 5"], ["1"]), rule(["-"], ["2"])]), {
        requires: ["Cost"],
      }),
    );
    const { document, refusals } = fromDmn(xml);
    expect(refusals.map((r) => `${r.code} ${r.path}`)).toEqual([
      "no-table /definitions/decision[1]/literalExpression[1]",
    ]);
    expect(Object.keys(document?.facts ?? {})).toEqual(["cost"]);
    const loaded = loadRuleset(document);
    if (!loaded.ok) throw new Error(JSON.stringify(loaded.diagnostics));
    expect(evaluate(compile(loaded.ruleset), "it", { cost: 4.5 }).outcome).toBe(1);
  });

  it("calls a table kept apart with what is bound to its parameters", () => {
    const binding = (name: string, words: string) =>
      tag("binding", {}, tag("parameter", { name }), literal(words));
    const xml = dmn(
      inputData("n", "number"),
      inputData("m", "number"),
      tag(
        "businessKnowledgeModel",
        { name: "Function" },
        tag(
          "encapsulatedLogic",
          {},
          tag("formalParameter", { name: "x" }),
          simple("x", [rule(["< 5"], ["1"]), rule(["-"], ["0"])]),
        ),
      ),
      decision("Of n", tag("invocation", {}, literal("Function"), binding("x", "n"))),
      decision("Of m", tag("invocation", {}, literal("Function"), binding("x", "m"))),
      decision("Of sum", tag("invocation", {}, literal("Function"), binding("x", "n + m"))),
    );
    const { document, refusals } = fromDmn(xml);
    expect(refusals.map((r) => r.code)).toEqual(["expression"]);
    expect(Object.keys(document?.decisions ?? {})).toEqual(["ofN", "ofM"]);
    const loaded = loadRuleset(document);
    if (!loaded.ok) throw new Error(JSON.stringify(loaded.diagnostics));
    const program = compile(loaded.ruleset);
    expect(evaluate(program, "ofN", { n: 4, m: 6 }).outcome).toBe(1);
    expect(evaluate(program, "ofM", { n: 4, m: 6 }).outcome).toBe(0);
  });

  it("holds the values a type allows, and says where it can't", () => {
    const ruled = [rule(["-"], ["1"])];
    const allowing = (typeRef: string, allowed: string, type = "tAny") =>
      dmn(item("tAny", typeRef, allowed), inputData("x", type), decision("It", simple("x", ruled)));
    const range = allowing("number", "[0..999], null");
    expect(codes(range)).toEqual([]);
    expect(decided(range, { x: 999 })).toBe(1);
    expect(() => decided(range, { x: 999.5 })).toThrow(TiercutError);
    const list = allowing("string", '"A", "B-1"');
    expect(codes(list)).toEqual([]);
    expect(() => decided(list, { x: "C" })).toThrow(TiercutError);
    for (const [type, allowed] of [
      ["number", "(0..9)"],
      ["number", "1, 2"],
      ["string", '"高", "低"'],
      ["string", "starts with(?)"],
    ] as const) {
      expect(codes(allowing(type, allowed))).toEqual(["values-not-held"]);
      expect(decided(allowing(type, allowed), { x: type === "number" ? 50 : "中" })).toBe(1);
    }
  });

  it("holds what all columns of an input allow, and says where they differ", () => {
    const column = (name: string, values?: string) =>
      decision(name, table({}, input("n", { values }), output(), rule(["-"], ["1"])));
    const alike = dmn(inputData("n", "number"), column("A", "[1..9]"), column("B", "[ 1..9 ]"));
    expect(codes(alike)).toEqual([]);
    expect(() => decided(alike, { n: 10 }, "a")).toThrow(TiercutError);
    const apart = dmn(inputData("n", "number"), column("A", "[1..9]"), column("B"));
    expect(codes(apart)).toEqual(["values-not-held"]);
    expect(decided(apart, { n: 10 }, "b")).toBe(1);
  });

  it("takes inputs that it declares in their column alone", () => {
    const xml = dmn(
      decision(
        "It",
        table({}, input("season", { type: "string" }), output(), rule(['"Fall"'], ["1"])),
      ),
      decision("It too", table({}, input("season"), output(), rule(['"Fall"'], ["2"]))),
    );
    expect(codes(xml)).toEqual(["undeclared"]);
    expect(decided(xml, { season: "Fall" }, "itToo")).toBe(2);
  });

  it("has names, labels and outcomes of its own for what is written in Chinese", () => {
    const xml = dmn(
      inputData("月收入", "number"),
      decision(
        "客户等级",
        table(
          { hitPolicy: "FIRST" },
          input("月收入"),
          output(),
          rule([">= 50000"], ['"五星"'], "第八条"),
          rule(["-"], ['"四星"']),
        ),
      ),
    );
    const result = evaluate(programOf(xml), "decision1", { fact1: 50000 });
    expect(result).toMatchObject({
      outcome: "value-1",
      term: { zh: "五星" },
      label: { zh: "客户等级" },
      reasons: [{ label: { zh: "第八条" }, citation: { rule: "客户等级", clause: "rule 1" } }],
    });
  });

  it("is read under a prefix, with a byte-order mark, and beside what others write into it", () => {
    const plain = one(table({}, input("n"), output(), rule(["-"], ["1"])));
    const prefixed = plain
      .replaceAll("</", "</dmn:")
      .replaceAll(/<(?!\/)/g, "<dmn:")
      .replace("xmlns=", "xmlns:dmn=");
    expect(fromDmn(prefixed).document).toEqual(fromDmn(plain).document);
    const marked = plain
      .replace(
        "<rule>",
        '<rule xmlns:c="urn:c" c:colour="red"><c:note/><description>d</description>',
      )
      .replace("</definitions>", '<x:DMNDI xmlns:x="urn:x"/></definitions>');
    expect(fromDmn(`\uFEFF${marked}`)).toEqual({ ...fromDmn(plain), document: expect.anything() });
    expect(fromDmn(marked).document).toEqual(fromDmn(plain).document);
  });
});
