import { describe, expect, it } from "vitest";
import { excerptOf } from "../../../src/cli/check/excerpt.ts";
import { glyphsOf, plain, widthOf } from "../../../src/cli/check/glyph.ts";
import { spotOf } from "./findings.ts";

const width = (text: string) => widthOf(glyphsOf(text));
const rows = (text: string, piece: string) =>
  excerptOf(spotOf(text, piece)).map((r) => [r.number, r.shown, r.mark]);

describe("the columns a text takes", () => {
  it.each([
    ["abc", 3],
    ["集团", 4],
    ["“a”", 3],
    ["，：｛｝", 8],
    ["（元）", 6],
    ["𠮷", 2],
    ["한글", 4],
    ["é", 1],
    ["e\u0301", 1],
    ["😀", 2],
    ["", 0],
  ])("of %j are %i", (text, columns) => {
    expect(width(text)).toBe(columns);
  });
  it("are those of what is shown of a hidden character", () => {
    expect([plain("a\tb"), width("a\tb")]).toEqual(["a  b", 4]);
    expect([plain("\u001b[2J"), width("\u001b[2J")]).toEqual(["\\u001b[2J", 9]);
    expect(plain("\ufeff\u202e\u200b\ud800\u2028\u0085")).toBe(
      "\\ufeff\\u202e\\u200b\\ud800\\u2028\\u0085",
    );
  });
});

describe("an excerpt", () => {
  it("shows one line above and one below", () => {
    expect(rows("1\n22\n3 x 3\n44\n5", "x")).toEqual([
      [2, "22", undefined],
      [3, "3 x 3", { indent: 2, width: 1 }],
      [4, "44", undefined],
    ]);
  });
  it("shows fewer where the text begins or ends", () => {
    expect(rows("x", "x")).toEqual([[1, "x", { indent: 0, width: 1 }]]);
    expect(rows("x\n", "x")).toEqual([[1, "x", { indent: 0, width: 1 }]]);
    expect(rows("\nx", "x")).toEqual([
      [1, "", undefined],
      [2, "x", { indent: 0, width: 1 }],
    ]);
  });
  it("marks columns as a terminal counts them", () => {
    expect(rows('{ "集团": "丙" }', '"丙"')).toEqual([
      [1, '{ "集团": "丙" }', { indent: 10, width: 4 }],
    ]);
    expect(rows('\t"a": 1', "1")).toEqual([[1, '  "a": 1', { indent: 7, width: 1 }]]);
    expect(rows('\ufeff{"a"}', '"a"')).toEqual([[1, '\\ufeff{"a"}', { indent: 7, width: 3 }]]);
  });
  it("takes lines that end as Windows writes them", () => {
    expect(rows("1\r\nx\r\n3\r\n", "x")).toEqual([
      [1, "1", undefined],
      [2, "x", { indent: 0, width: 1 }],
      [3, "3", undefined],
    ]);
  });
  it("marks the first line alone of a place on several", () => {
    expect(rows("a {\n}\n", "{\n}")).toEqual([
      [1, "a {", { indent: 2, width: 1 }],
      [2, "}", undefined],
    ]);
  });
  it("marks a column where nothing is left of the line", () => {
    const spot = spotOf("ab", "b");
    const end = { offset: 2, line: 1, column: 3 };
    expect(excerptOf({ ...spot, start: end, end })).toEqual([
      { number: 1, shown: "ab", mark: { indent: 2, width: 1 } },
    ]);
  });
});

describe("a long line", () => {
  const filler = (length: number) => "-".repeat(length);
  it("of 96 columns is shown whole", () => {
    const line = `${filler(95)}x`;
    expect(rows(line, "x")).toEqual([[1, line, { indent: 95, width: 1 }]]);
  });
  it("is cut around the place, with 40 columns before it", () => {
    const line = `${filler(1000)}x${filler(1000)}`;
    expect(rows(line, "x")).toEqual([
      [1, `…${filler(40)}x${filler(55)}…`, { indent: 41, width: 1 }],
    ]);
  });
  it("keeps its beginning where the place is near it, and its end likewise", () => {
    expect(rows(`abx${filler(200)}`, "x")).toEqual([
      [1, `abx${filler(93)}…`, { indent: 2, width: 1 }],
    ]);
    expect(rows(`${filler(200)}xab`, "x")).toEqual([
      [1, `…${filler(40)}xab`, { indent: 41, width: 1 }],
    ]);
  });
  it("is cut between characters: of wide ones half as many are shown", () => {
    const line = `${"集".repeat(200)}x${"团".repeat(200)}`;
    expect(rows(line, "x")).toEqual([
      [1, `…${"集".repeat(20)}x${"团".repeat(27)}…`, { indent: 41, width: 1 }],
    ]);
    const rare = `${"𠮷".repeat(200)}x`;
    expect(rows(rare, "x")).toEqual([[1, `…${"𠮷".repeat(20)}x`, { indent: 41, width: 1 }]]);
  });
  it("lets a place that is long itself be marked as far as it is shown", () => {
    const line = `"${filler(500)}"`;
    expect(rows(line, line)).toEqual([[1, `"${filler(95)}…`, { indent: 0, width: 96 }]]);
  });
  it("takes its neighbours with it, so that they stand as they are written", () => {
    const deep = `${" ".repeat(120)}x${filler(10)}`;
    expect(rows(`${" ".repeat(118)}ab\n${deep}\nshort`, "x")).toEqual([
      [1, `…${" ".repeat(38)}ab`, undefined],
      [2, `…${" ".repeat(40)}x${filler(10)}`, { indent: 41, width: 1 }],
      [3, "", undefined],
    ]);
  });
  it("of megabytes is shown at once", () => {
    const text = `${"a".repeat(2_000_000)}x${"b".repeat(2_000_000)}`;
    const spot = spotOf(text, "x");
    const begun = performance.now();
    for (let i = 0; i < 100; i++) excerptOf(spot);
    expect(performance.now() - begun).toBeLessThan(20_000);
  });
});
