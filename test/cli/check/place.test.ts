import { describe, expect, it } from "vitest";
import { spotOf, writtenIn } from "../../../src/cli/check/place.ts";
import { loadRuleset } from "../../../src/load/load.ts";

/** A ruleset of which one place is written wrong; `«` and `»` stand around what is to be marked. */
function marked(text: string) {
  const from = text.indexOf("«");
  const to = text.indexOf("»") - 1;
  return { text: text.replaceAll(/[«»]/g, ""), from, to };
}

const whole = (facts: string, decisions: string, more = "") => `{
  "language": "1", "id": "tiny", "version": "1.0.0",
  "label": { "zh": "示例", "en": "an example" },
  "source": { "title": "示例办法", "issuer": { "zh": "示例", "en": "an example" } },
  "effective": {},
  "subjects": { "account": { "label": { "zh": "客户", "en": "account" } } },
  "facts": {
    "members": { "type": "number", "subjects": ["account"], "scale": 0,
      "unit": { "zh": "人", "en": "persons" }, "label": { "zh": "集团成员", "en": "members" } }${facts}
  },
  "parameters": {},${more}
  "decisions": {
    "group": {
      "kind": "rule", "subject": "account", "label": { "zh": "集团", "en": "group" },
      "citation": { "rule": "T-01", "clause": "第一条" },
      ${decisions}
    }
  }
}
`;
const when = '"when": { "fact": "members", "operator": "greaterThan", "value": 10 }';
const aFact = (key: string, type = '"boolean"') =>
  `,\n    ${key}: { "type": ${type}, "subjects": ["account"], "label": { "zh": "网", "en": "net" } }`;

describe("what is marked", () => {
  it.each<readonly [string, string, string]>([
    ["the key that is unknown", "unknown-key", whole("", `«"wenn»": 1, ${when}`)],
    ["the key of wrong form", "bad-name", whole(aFact('«"Is net»"'), when)],
    ["the text of wrong form", "bad-name", whole("", when).replace('"tiny"', '«"Tiny!"»')],
    [
      "the name that is not known",
      "unknown-fact",
      whole("", when.replace('"members"', '«"member"»')),
    ],
    [
      "the value of the wrong type",
      "wrong-type",
      whole("", when).replace('"scale": 0', '"scale": «"0"»'),
    ],
    [
      "an object of one line in place of a text",
      "wrong-type",
      whole("", when).replace('"示例办法"', '«{ "zh": "示例" }»'),
    ],
    [
      "the opening of an object of several lines",
      "wrong-type",
      whole("", when).replace('"示例办法"', '«{»\n  "zh": "示例"\n}'),
    ],
    [
      "the opening of what lacks a key",
      "missing-key",
      whole("", '"conditions": {}').replace('"group": {', '"group": «{»'),
    ],
    [
      "the value that is not among those allowed",
      "bad-value",
      whole(aFact('"net"', '«"boolian"»'), when),
    ],
    [
      "the name of what is declared twice",
      "duplicate-alias",
      whole(aFact('«"net»"').replace('"net" }', '"members" }'), when),
    ],
    ["the second of two keys", "duplicate-key", whole("", `${when}, «"subject»": "account"`)],
    ["the key that is not allowed", "forbidden-key", whole("", `«"__proto__»": {}, ${when}`)],
    [
      "the case of a reading that is none",
      "unknown-reading",
      whole(
        "",
        when.replace(
          "10",
          '{ "reading": "edge", "cases": { "lower": 9, «"uper»": 8, "upper": 7 } }',
        ),
      ).replace(
        '"parameters": {}',
        `"parameters": { "edge": { "type": "reading", "label": { "zh": "边", "en": "edge" },
          "citation": { "rule": "T-02", "clause": "二" }, "question": { "zh": "何", "en": "which" },
          "readings": { "lower": { "zh": "下", "en": "lower" }, "upper": { "zh": "上", "en": "upper" } }, "default": "lower" } }`,
      ),
    ],
    [
      "the default that is outside its bounds",
      "out-of-bounds",
      whole("", when).replace(
        '"parameters": {}',
        `"parameters": { "least": { "type": "number", "label": { "zh": "起点", "en": "least" },
          "unit": { "zh": "人", "en": "persons" }, "scale": 0, "min": 1, "max": 9, "default": «10»,
          "citation": { "rule": "T-02", "clause": "二" } } }`,
      ),
    ],
    ["the group that is empty", "empty-group", whole("", when).replace('["account"]', "«[]»")],
  ])("is %s", (_, code, written) => {
    // The closing sign stands before the quote of a key, to be read as one word with it.
    const { text, from, to } = marked(written.replaceAll('»"', '"»'));
    const diagnostics = loadRuleset(text).diagnostics.filter((d) => d.code === code);
    const file = writtenIn("/in/a.json", text);
    const spots = diagnostics.map((d) => spotOf(file, d));
    const line = text.slice(0, from).split("\n");
    expect(spots.map((s) => text.slice(s.start.offset, s.end.offset))).toEqual([
      text.slice(from, to),
    ]);
    expect(spots.map((s) => [s.file, s.start])).toEqual([
      ["/in/a.json", { offset: from, line: line.length, column: (line.at(-1) ?? "").length + 1 }],
    ]);
    expect(spots[0]?.end.line).toBe(line.length);
  });

  it.each<readonly [string, string, string]>([
    ["the key without quotes", '{\n  "a": 1,\n  «starFive»: 60000\n}', "starFive"],
    ["the comma too many", '{\n  "a": 1«,»\n}', ","],
    ["the full-width sign", '{ "a"«：» 1 }', "："],
    ["the number no text can hold", '{ "a": «1e999» }', "1e999"],
    ["the byte-order mark", "«\ufeff»{}", "\ufeff"],
    ["the place where the text ends", '{ "a": 1', ""],
  ])("is %s, in a text that is no JSON", (_, written, mark) => {
    const { text, from } = marked(written);
    const [first] = loadRuleset(text).diagnostics;
    if (!first) throw new Error("nothing was found");
    const spot = spotOf(writtenIn("/in/a.json", text), first);
    expect(text.slice(spot.start.offset, spot.end.offset)).toBe(mark);
    expect(spot.start.offset).toBe(from < 0 ? text.length : from);
  });

  it("is what a place that is not written would stand in", () => {
    const file = writtenIn("/in/a.json", '{ "a": {\n "b": 1 } }');
    const message = { zh: "无", en: "none" };
    const at = (path: string) => {
      const { start, end } = spotOf(file, { path, message });
      return file.text.slice(start.offset, end.offset);
    };
    expect([at("/a/c/d"), at("/x"), at(""), at("/a/b"), at("/a")]).toEqual([
      '"a"',
      "{",
      "{",
      "1",
      '"a"',
    ]);
  });
});
