import { describe, expect, it } from "vitest";
import { TiercutError } from "../../src/index.ts";
import { fromDmn } from "../../src/read/dmn.ts";
import { codes } from "./dmn.program.ts";
import { decision, dmn, input, inputData, literal, one, output, rule, table } from "./dmn.write.ts";
import { tag } from "./tag.ts";

describe("what DMN says and a ruleset does not is refused", () => {
  const at = "/definitions/decision[1]/decisionTable[1]";
  const asking = (expression: string, text: string) =>
    one(table({}, input(expression), output(), rule([text], ["1"])));
  const giving = (...texts: readonly string[]) =>
    one(table({}, input("n"), output(), ...texts.map((t) => rule(["-"], [t]))));
  const beside = (what: string) =>
    dmn(
      what,
      decision("It", table({}, input("b", { type: "boolean" }), output(), rule(["-"], ["1"]))),
      inputData("b"),
    );
  const under = (hitPolicy: string, aggregation?: string, given = '"a"') =>
    one(
      table(
        { hitPolicy, ...(aggregation && { aggregation }) },
        input("n"),
        output(),
        rule(["-"], [given]),
      ),
    );
  const column = `${at}/input[1]/inputExpression[1]`;
  const inCell = `${at}/rule[1]/inputEntry[1]`;
  const gives = `${at}/rule[1]/outputEntry[1]`;

  /** One smallest file for each code: where it is refused, and whether a ruleset is left. */
  const refused: readonly (readonly [code: string, path: string, xml: string, left?: "left"])[] = [
    ["xml-syntax", "", "<definitions"],
    ["not-dmn", "/PMML", "<PMML/>"],
    [
      "not-dmn",
      "/definitions",
      '<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL"/>',
    ],
    ["no-decision", "/definitions", dmn(inputData("n", "number"))],
    ["beside", "/definitions/import[1]", beside(tag("import", { name: "other" })), "left"],
    [
      "beside",
      "/definitions/itemDefinition[1]/functionItem[1]",
      beside(tag("itemDefinition", { name: "T" }, "<functionItem/>")),
      "left",
    ],
    [
      "beside",
      "/definitions/inputData[1]",
      beside(tag("inputData", { name: "x", strange: 1 })),
      "left",
    ],
    [
      "unread",
      "/definitions/decision[1]",
      one(table({}, input("n"), output(), rule(["-"], ["1"]))).replace(
        "<decision ",
        '<decision strange="1" ',
      ),
    ],
    ["cycle", "/definitions/decision[1]", dmn(decision("A", literal("1"), { requires: ["A"] }))],
    ["no-table", "/definitions/decision[1]/literalExpression[1]", one(literal("1"))],
    ["no-table", "/definitions/decision[1]", one("")],
    [
      "unread",
      at,
      one(tag("decisionTable", { strange: 1 }, input("n"), output(), rule(["-"], ["1"]))),
    ],
    [
      "language",
      column,
      one(
        table(
          {},
          tag(
            "input",
            {},
            tag("inputExpression", { expressionLanguage: "juel" }, "<text>n</text>"),
          ),
          output(),
          rule(["-"], ["1"]),
        ),
      ),
    ],
    ["expression", column, asking("n + 1", "-")],
    ["expression", column, asking("count(n)", "-")],
    ["expression", column, asking('"a"', "-")],
    ["expression", column, asking("", "-")],
    [
      "type",
      `${at}/input[1]`,
      dmn(decision("It", table({}, input("x"), output(), rule(["-"], ["1"])))),
    ],
    [
      "type",
      column,
      dmn(
        inputData("x", "time"),
        decision("It", table({}, input("x"), output(), rule(["-"], ["1"]))),
      ),
    ],
    ["feel", inCell, asking("n", "5 + 2")],
    ["feel", inCell, asking("n", "[1..")],
    ["feel", inCell, asking("n", "[1,2]")],
    ["feel", inCell, asking("n", "x")],
    ["feel", inCell, asking("n", "not(1")],
    ["feel", inCell, asking("d", 'date("2010-02-30")')],
    ["feel", inCell, asking("n", "1234567890.12345678")],
    ["null", inCell, asking("n", "null")],
    ["null", inCell, asking("n", "not(null)")],
    ["no-order", inCell, asking("t", '< "b"')],
    ["no-order", inCell, asking("b", "[false..true]")],
    ["bad-value", inCell, asking("n", '"5"')],
    ["bad-value", inCell, asking("t", "5")],
    ["bad-value", inCell, asking("b", "1")],
    ["bad-value", inCell, asking("d", '"2010-11-30"')],
    ["unlike", inCell, asking("n", "t")],
    ["shape", `${at}/rule[1]`, one(table({}, input("n"), output(), rule(["-", "-"], ["1"])))],
    ["no-input", at, one(table({}, output(), rule([], ["1"])))],
    ["no-rows", at, one(table({}, input("n"), output()))],
    ["computed", gives, giving("1 + 1")],
    ["computed", gives, giving("t")],
    ["computed", gives, giving('date("2010-11-30")')],
    ["computed", gives, giving("")],
    ["mixed", `${at}/output[1]`, giving("1", '"a"')],
    [
      "output-values",
      `${at}/output[1]/outputValues[1]`,
      one(table({}, input("n"), output({ values: "> 5" }), rule(["-"], ["6"]))),
    ],
    ["policy", at, under("LUCKY")],
    ["policy", at, under("COLLECT", "SUM")],
    ["policy", at, under("COLLECT", "MEAN", "1")],
    ["unranked", at, under("PRIORITY")],
    ["number-list", at, under("RULE ORDER", undefined, "1")],
    [
      "default-part",
      at,
      one(
        table(
          {},
          input("n"),
          output({ name: "x", otherwise: "1" }),
          output({ name: "y" }),
          rule(["-"], ["1", "2"]),
        ),
      ),
    ],
    [
      "default-list",
      at,
      one(
        table(
          { hitPolicy: "COLLECT" },
          input("n"),
          output({ otherwise: '"b"' }),
          rule(["-"], ['"a"']),
        ),
      ),
      "left",
    ],
    [
      "undeclared",
      column,
      dmn(decision("It", table({}, input("x", { type: "string" }), output(), rule(["-"], ["1"])))),
      "left",
    ],
    [
      "values-not-held",
      `${at}/input[1]/inputValues[1]`,
      one(table({}, input("n", { values: "1, 2" }), output(), rule(["-"], ["1"]))),
      "left",
    ],
  ];

  it.each(refused.map((r) => [r[0], r[1].slice(-60), r] as const))("%s at %s", (_, __, row) => {
    const [code, path, xml, left] = row;
    const { document, refusals } = fromDmn(xml);
    const found = refusals.filter((r) => r.code === code);
    expect(found.map((r) => r.path)).toEqual([path]);
    expect(document !== undefined).toBe(left === "left");
    for (const { message, help, at } of refusals) {
      expect(at?.line).toBeGreaterThan(0);
      for (const words of [message, help]) {
        expect(words.en).toMatch(/^[a-z`].*[^.]$/s);
        expect(words.zh).toMatch(/\p{Script=Han}/u);
        expect(words.en + words.zh).not.toContain("`undefined`");
      }
    }
  });

  it("whatever is not known of a table, wherever it stands", () => {
    const inside = table(
      {},
      input("n", { values: "[1..9]" }),
      output({ name: "x", values: '"a"', otherwise: '"a"' }),
      rule(["-"], ['"a"'], "note"),
    );
    const xml = one(inside);
    expect(codes(xml)).toEqual([]);
    const begin = xml.indexOf("<decisionTable");
    const tags = [...xml.slice(begin).matchAll(/<(?!\/)\w+/g)];
    expect(tags.length).toBe(18);
    for (const { index, 0: begun } of tags) {
      const end = begin + index + begun.length;
      expect(codes(`${xml.slice(0, end)} strange="1"${xml.slice(end)}`)).toContain("unread");
      const opened = xml.indexOf(">", end) + 1;
      expect(codes(`${xml.slice(0, opened)}<strange/>${xml.slice(opened)}`)).toContain("unread");
    }
  });

  it("takes a text and nothing else", () => {
    expect(() => fromDmn(new Uint8Array() as never)).toThrow(TiercutError);
  });

  it("reads a chain of thousands of decisions without running out of room", () => {
    const chain = Array.from({ length: 3000 }, (_, i) =>
      decision(`D${i}`, literal("1"), { requires: [`D${i + 1}`], type: "number" }),
    );
    expect(codes(dmn(...chain)).filter((c) => c !== "no-table")).toEqual([]);
  });
});
