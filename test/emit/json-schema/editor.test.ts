import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { editorOf, problemsIn } from "./editor.ts";

/*
 * What a policy owner sees while writing a ruleset in an ordinary editor: the keys and values that
 * can stand at the cursor and no others, what each means in Chinese and English, and what is wrong,
 * marked where it is wrong.
 */

const root = new URL("../../../", import.meta.url);
const textOf = (file: string) => readFileSync(new URL(file, root), "utf8");
const ruleset = editorOf("ruleset");
const variant = editorOf("variant");

/** A decision on its own: its surroundings say nothing of it. */
const decision = (text: string) => `{ "decisions": { "one": ${text} } }`;
const test = (text: string) => decision(`{ "kind": "rule", "when": ${text} }`);
const score = (text: string) =>
  decision(
    `{ "kind": "scorecard", "dimensions": { "a": { "indicators": { "b": { "score": ${text} } } } } }`,
  );

const sections = "$schema language id version label source effective notes subjects facts".split(
  " ",
);
const common = "subject label citation conditions change implements monotone".split(" ");
const kinds = "rule bands table scorecard cut checklist appraisal quota formula".split(" ");
const instead = ["parameter", "reading"];
const quoted = (names: readonly string[]) => names.map((n) => `"${n}"`);

describe("what is proposed", () => {
  it.each([
    ["in an empty document", "{ ¦ }", [...sections, "parameters", "decisions", "silenced"]],
    ["in a decision, first its kind", decision("{ ¦ }"), ["kind", ...common]],
    ["for a kind", decision('{ "kind": ¦ }'), quoted(kinds)],
    [
      "in bands",
      decision('{ "kind": "bands", ¦ }'),
      [...common, "outcomes", "input", "closed", "bands", "exactly"],
    ],
    [
      "in a band, whatever its name",
      decision('{ "kind": "bands", "bands": { "five": { ¦ } } }'),
      ["from", "outcome", "label", "citation"],
    ],
    [
      "what is not there yet",
      decision('{ "kind": "bands", "bands": { "five": { "from": 1, ¦ } } }'),
      ["outcome", "label", "citation"],
    ],
    ["for an edge", decision('{ "kind": "bands", "closed": ¦ }'), ['"lower"', '"upper"']],
    [
      "in a cut, by how it cuts",
      decision('{ "kind": "cut", "method": "quantile", ¦ }'),
      [
        ...common,
        "outcomes",
        "partition",
        "unknown",
        "eligible",
        "otherwise",
        "order",
        "classes",
        "input",
        "definition",
        "closed",
      ],
    ],
    ["for the way to cut", decision('{ "kind": "cut", "method": ¦ }'), ['"rank"', '"quantile"']],
    [
      "for the places of a class",
      decision('{ "kind": "cut", "method": "rank", "classes": { "A": { ¦ } } }'),
      ["minimum", "share", "count"],
    ],
    [
      "in a condition",
      test("{ ¦ }"),
      ["all", "any", "not", "condition", "constant", "fact", "decision", "expression", ...instead],
    ],
    [
      "in a condition inside others",
      test('{ "all": [{ "not": { ¦ } }] }'),
      ["all", "any", "not", "condition", "constant", "fact", "decision", "expression", ...instead],
    ],
    ["in a comparison", test('{ "fact": "members", ¦ }'), ["operator", "value"]],
    [
      "for an operator",
      test('{ "fact": "members", "operator": ¦ }'),
      quoted(
        "equal notEqual lessThan lessThanInclusive greaterThan greaterThanInclusive in notIn contains doesNotContain given".split(
          " ",
        ),
      ),
    ],
    [
      "in a value",
      decision('{ "kind": "bands", "input": { ¦ } }'),
      [
        ..."fact decision sum difference product minimum maximum quotient round size count when move choose aggregate".split(
          " ",
        ),
        ...instead,
      ],
    ],
    [
      "in a quotient",
      decision('{ "kind": "bands", "input": { "quotient": [1, 2], ¦ } }'),
      ["scale", "rounding"],
    ],
    [
      "in a choice by a reading",
      decision('{ "kind": "bands", "closed": { "reading": "edge", ¦ } }'),
      ["cases"],
    ],
    [
      "under each reading what could stand there",
      decision('{ "kind": "bands", "closed": { "reading": "edge", "cases": { "a": ¦ } } }'),
      ['"lower"', '"upper"'],
    ],
    ["for a score", score('{ "kind": ¦ }'), quoted(["bands", "table", "formula", "sum"])],
    [
      "in a score",
      score('{ "kind": "table", ¦ }'),
      ["hitPolicy", "inputs", "rows", "order", "otherwise"],
    ],
    [
      "for a score's policy: rows are not collected",
      score('{ "kind": "table", "hitPolicy": ¦ }'),
      quoted(["unique", "any", "first", "priority"]),
    ],
    [
      "in a cell",
      decision('{ "kind": "table", "rows": { "a": { "when": { "x": { ¦ } } } } }'),
      ["atLeast", "above", "atMost", "below", "not", ...instead],
    ],
    [
      "in a number fact",
      '{ "facts": { "members": { "type": "number", ¦ } } }',
      ["subjects", "label", "aliases", "note", "citation", "unit", "scale", "min", "max"],
    ],
    [
      "for a fact's type",
      '{ "facts": { "members": { "type": ¦ } } }',
      quoted(["number", "boolean", "date", "text", "label", "list"]),
    ],
    [
      "in a reading",
      '{ "parameters": { "edge": { "type": "reading", ¦ } } }',
      ["label", "citation", "question", "readings", "default", "dated", "change", "why"],
    ],
    [
      "for what a variant may change",
      '{ "parameters": { "edge": { "type": "number", "change": ¦ } } }',
      quoted(["open", "fixed"]),
    ],
  ])("%s", async (_, text, expected) => {
    expect([...(await ruleset.proposals(text))].sort()).toEqual([...expected].sort());
  });

  it("is explained", async () => {
    const about = ruleset.about(
      test('{ "fact": "members", "operator": ¦ }'),
      '"greaterThanInclusive"',
    );
    expect(await about).toBe("大于或等于（数、日期）\nis at least (numbers, days)");
    expect(await ruleset.about(decision("{ ¦ }"), "kind")).toBe("判定的种类\nthe kind of decision");
  });
});

describe("what is shown under the cursor", () => {
  it.each([
    [
      "a key",
      decision('{ "kind": "bands", "¦closed": "lower" }'),
      "恰好落在分界上的数归哪一档\nto which band a number belongs that is exactly on an edge\n\n`lower`: 各档含起点：达到起点就进入这一档\na band holds its beginning: reaching it is enough",
    ],
    [
      "a kind",
      decision('{ "kind": "r¦ule" }'),
      "判定的种类\nthe kind of decision\n\n`rule`: 是或否：条件是否成立\na yes or no: does a condition hold",
    ],
    [
      "a nested kind",
      score('{ "kind": "s¦um" }'),
      "怎样给分\nhow it comes to its points\n\n`sum`: 几部分相加，各有各的出处\nseveral parts added up, each with its own clause",
    ],
    [
      "a key whose form many keys share",
      decision('{ "kind": "rule", "la¦bel": { "zh": "甲" } }'),
      "名称，中文和英文\nits name in Chinese and English",
    ],
    [
      "an operation",
      decision('{ "kind": "bands", "input": { "diff¦erence": [1, 2] } }'),
      "相减：前一个减后一个\nthe first less the second",
    ],
    [
      "a named entry",
      '{ "facts": { "mem¦bers": { "type": "number" } } }',
      "一项事实：关于一个对象、由外部给出的数据\na fact: what may be handed in about a subject",
    ],
    [
      "a section",
      '{ "para¦meters": {} }',
      "参数：地方可以设定的数、日期和解读\nthe parameters: numbers, days and readings that a province may set",
    ],
  ])("%s", async (_, text, expected) => {
    expect(await ruleset.hover(text)).toBe(expected);
  });
});

/** The whole ruleset of docs/language.md, with one thing written otherwise. */
function slip(right: string, wrong: string): string {
  const whole = /```json\n([\s\S]*?)```/.exec(textOf("docs/language.md"))?.[1] ?? "";
  expect(whole).toContain(right);
  return whole.replace(right, wrong);
}

describe("what is marked as wrong", () => {
  it.each([
    [
      "an unknown key",
      '"effective": {}',
      '"effective": { "form": "2003-01-01" }',
      '"form"',
      "Property form is not allowed.",
    ],
    [
      "a key of another kind",
      '"when":',
      '"closed": "lower", "when":',
      '"closed"',
      "Property closed is not allowed.",
    ],
    [
      "an unknown kind",
      '"rule", "subject"',
      '"rul", "subject"',
      '"rul"',
      'Value is not accepted. Valid values: "rule", "bands", "table", "scorecard", "cut", "checklist", "appraisal", "quota", "formula".',
    ],
    [
      "a misspelt operator",
      '"greaterThanInclusive"',
      '"atLeast"',
      '"atLeast"',
      'Value is not accepted. Valid values: "equal", "notEqual", "lessThan", "lessThanInclusive", "greaterThan", "greaterThanInclusive", "in", "notIn", "contains", "doesNotContain", "given".',
    ],
    [
      "a misspelt operation",
      '"value": 10',
      '"value": { "summe": [1] }',
      '"summe"',
      "Property summe is not allowed.",
    ],
    [
      "a number written as a text",
      '"scale": 0',
      '"scale": "0"',
      '"0"',
      'Incorrect type. Expected "integer".',
    ],
    [
      "a text in one language alone",
      '{ "zh": "人", "en": "persons" }',
      '"persons"',
      '"persons"',
      'Incorrect type. Expected "object".',
    ],
    [
      "a name in another form",
      '"mobileUsers": {',
      '"mobile users": {',
      '"mobile users"',
      "以小写字母开头的英文名称，如 `mobileUsers`，只含字母和数字\na name in camelCase, such as `mobileUsers`",
    ],
    [
      "a version that is none",
      '"1.0.0"',
      '"1.0"',
      '"1.0"',
      "版本号，例如 `1.0.0`\na version such as `1.0.0`",
    ],
    [
      "a day that is none",
      '"effective": {}',
      '"effective": { "from": "2003-02-29" }',
      '"2003-02-29"',
      "日历上的日期，例如 `2010-11-30`\na day of the calendar, such as `2010-11-30`",
    ],
  ])("%s", async (_, right, wrong, marked, message) => {
    const found = await ruleset.problems(slip(right, wrong));
    expect(found).toEqual([[marked, message]]);
  });

  it("a key that is missing, at the name of the object that lacks it", async () => {
    const text = slip('"label": { "zh": "移动用户数", "en": "mobile users" }', '"aliases": []');
    expect(await ruleset.problems(text)).toEqual([['"mobileUsers"', 'Missing property "label".']]);
  });
});

const documentsIn = (folder: string) =>
  readdirSync(new URL(folder, root))
    .filter((f) => f.endsWith(".json"))
    .map((f) => folder + f);

describe("in what is shipped", () => {
  it.each(["rulesets/", "rulesets/variants/"].flatMap(documentsIn))(
    "%s names its schema, and nothing in it is marked",
    async (file) => {
      const document = JSON.parse(textOf(file));
      const named = new URL(document.$schema, new URL(file, root)).href;
      const which = "extends" in document ? "variant" : "ruleset";
      expect(named).toBe(new URL(`rulesets/schema/${which}.json`, root).href);
      expect(await problemsIn(file)).toEqual([]);
    },
  );
  it.each(["test/rulesets/rfm.ruleset.json", "test/cli/shop.json"])(
    "nothing is marked in %s",
    async (file) => {
      expect(await ruleset.problems(textOf(file))).toEqual([]);
    },
  );
});

/** A variant of which only one section matters. */
const changing = (section: string) =>
  `{ "language": "1", "id": "ours", "version": "1.0.0", "label": { "zh": "本地", "en": "ours" }, "extends": { "id": "base", "version": "^1.0.0" }, ${section} }`;
const changed = (text: string) => changing(`"decisions": { "one": ${text} }`);

const onlyTakenOut =
  "这个字段在这里没有意义，只能写 `null` 把它去掉\nthis key means nothing here: only `null` may stand, to take it out";

describe("in a variant", () => {
  it.each([
    [
      "any section, and its base",
      "{ ¦ }",
      [...sections, "parameters", "decisions", "silenced", "extends"],
    ],
    ["its base", '{ "extends": { ¦ } }', ["id", "version"]],
    [
      "the keys of a kind that is stated again",
      changed('{ "kind": "bands", ¦ }'),
      [...common, "outcomes", "input", "closed", "bands", "exactly"],
    ],
    [
      "the keys of the kind that has such a key",
      changed('{ "bands": {}, ¦ }'),
      ["kind", ...common, "outcomes", "input", "closed", "exactly"],
    ],
    ["the keys of a comparison", changed('{ "when": { "fact": "x", ¦ } }'), ["operator", "value"]],
  ])("it proposes %s", async (_, text, expected) => {
    expect([...(await variant.proposals(text))].sort()).toEqual([...expected].sort());
  });

  it.each([
    [
      "a parameter in short",
      '"parameters": { "starFive": 60000, "edge": "upper-closed", "start": "2005-01-01" }',
    ],
    ["a parameter taken out", '"parameters": { "starFive": null }'],
    ["one bound", '"parameters": { "starFive": { "max": 90000 } }'],
    ["one threshold", '"decisions": { "star": { "bands": { "five": { "from": 60000 } } } }'],
    ["a decision taken out", '"decisions": { "star": null }'],
    [
      "one operation in place of another",
      '"decisions": { "one": { "input": { "sum": null, "product": [1, 2] } } }',
    ],
    [
      "one condition in place of another",
      '"decisions": { "one": { "when": { "all": null, "fact": "x", "operator": "equal", "value": 1 } } }',
    ],
    ["the edge alone", '"decisions": { "one": { "when": { "operator": "lessThan" } } }'],
    ["no further notes", '"notes": null'],
  ])("it takes %s", async (_, section) => {
    expect(await variant.problems(changing(section))).toEqual([]);
  });

  it.each([
    [
      "an unknown key",
      '"decisions": { "one": { "band": {} } }',
      '"band"',
      "Property band is not allowed.",
    ],
    [
      "an unknown key of a kind that is stated",
      '"decisions": { "one": { "kind": "rule", "bands": { "a": {} } } }',
      '{ "a": {} }',
      onlyTakenOut,
    ],
    [
      "a key that must be there taken out",
      '"decisions": { "one": { "kind": "rule", "label": null } }',
      "null",
      'Incorrect type. Expected "object".',
    ],
    [
      "a wrong type deep inside",
      '"decisions": { "one": { "bands": { "five": { "from": "6万" } } } }',
      '"6万"',
      "Incorrect type. Expected one of number, object.",
    ],
    [
      "two operations at once",
      '"decisions": { "one": { "input": { "sum": [1], "product": [2] } } }',
      "[2]",
      onlyTakenOut,
    ],
    [
      "a part of a list",
      '"decisions": { "one": { "order": { "0": "a" } } }',
      '{ "0": "a" }',
      'Incorrect type. Expected "array".',
    ],
    [
      "a list as a parameter",
      '"parameters": { "starFive": [60000] }',
      "[60000]",
      "Incorrect type. Expected one of number, string, object.",
    ],
    [
      "no version of the base",
      '"extends": { "id": "base", "version": "1" }',
      '"1"',
      "版本范围，例如 `^1.0.0`\na version range such as `^1.0.0`",
    ],
  ])("it marks %s", async (_, section, marked, message) => {
    expect(await variant.problems(changing(section))).toContainEqual([marked, message]);
  });
});
