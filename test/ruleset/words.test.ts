import { describe, expect, it } from "vitest";
import { canonical } from "../../src/ruleset/canonical.ts";
import { halfIn, hiddenIn } from "../../src/ruleset/json/half.ts";
import { limits, tooLarge } from "../../src/ruleset/json/limits.ts";
import { either, han, listed } from "../../src/ruleset/phrase.ts";
import { quote, shorten, show } from "../../src/ruleset/show.ts";
import { nearest, suggestion } from "../../src/ruleset/suggest.ts";

/* What messages are made of. */

describe("the canonical form of JSON", () => {
  it.each([
    [{ b: 1, a: [2, { d: undefined, c: "x" }] }, '{"a":[2,{"c":"x"}],"b":1}'],
    [{ c: 1, a: 2, B: 3, b: null }, '{"B":3,"a":2,"b":null,"c":1}'],
    [[], "[]"],
    [{}, "{}"],
    [[1.5, -0, 1e21, true, "“\n"], '[1.5,0,1e+21,true,"“\\n"]'],
    [{ 'a"': { z: {}, y: [] } }, '{"a\\"":{"y":[],"z":{}}}'],
  ])("of %j", (value, text) => {
    expect(canonical(value)).toBe(text);
  });
});

describe("a name close to the one that is meant", () => {
  it.each([
    ["mmebers", ["number", "members"], "members"],
    ["Members", ["members"], "members"],
    ["member", ["members"], "members"],
    ["memberss", ["members"], "members"],
    ["mambers", ["members"], "members"],
    ["ab", ["abc", "ac"], undefined],
    ["ab", ["AB"], "AB"],
    // Of three letters one may differ, of six two.
    ["abc", ["abd"], "abd"],
    ["abc", ["axx"], undefined],
    ["abcdef", ["abcdxx", "abcdef2"], "abcdef2"],
    ["abcdef", ["abcdxx"], "abcdxx"],
    ["abcdef", ["abcxxx"], undefined],
    ["abcdef", ["abcdefghi"], undefined],
    ["bacd", ["abcd"], "abcd"],
    ["one", [], undefined],
    // Of two as close, the first.
    ["abx", ["aby", "abz"], "aby"],
  ])("of %s among %j is %s", (typed, known, near) => {
    expect(nearest(typed, known)).toBe(near);
  });
  it("is told with all that there is", () => {
    const known = { zh: "`one`、`two`", en: "`one`, `two`" };
    expect(suggestion("oen", ["one", "two"])).toEqual({ near: "one", known });
    expect(suggestion("six", ["one", "two"])).toEqual({ known });
  });
});

describe("names that are listed", () => {
  const names = (n: number) => Array.from({ length: n }, (_, i) => `n${i}`);
  it("are twelve at most", () => {
    expect(listed([])).toEqual({ zh: "无", en: "none" });
    expect(listed(["a"])).toEqual({ zh: "`a`", en: "`a`" });
    const twelve = names(12).map((n) => `\`${n}\``);
    expect(listed(names(12))).toEqual({ zh: twelve.join("、"), en: twelve.join(", ") });
    expect(listed(names(14))).toEqual({
      zh: `${twelve.join("、")}，另有 2 个`,
      en: `${twelve.join(", ")} and 2 more`,
    });
  });
  it("or alternatives are joined", () => {
    const of = (en: string, zh: string) => ({ zh, en });
    expect(either([of("a day", "日期")])).toEqual(of("a day", "日期"));
    expect(either([of("a day", "日期"), of("`x`", "`x`"), of("a text", "文字")])).toEqual(
      of("a day or `x` or a text", "日期或 `x` 或文字"),
    );
  });
});

describe("a Chinese sentence", () => {
  it("parts Chinese from other words by a space, but not inside what it quotes", () => {
    expect(han`值${"x"}太大`).toBe("值 x 太大");
    expect(han`值${"大"}了${"3"}`).toBe("值大了 3");
    expect(han`字段\`${"名"}\`在`).toBe("字段`名`在");
    expect(han`字段\`a${"名"}\`和${"b"}。`).toBe("字段`a名`和 b。");
    expect(han`${"b"}和`).toBe("b 和");
    expect(han`，${"b"}，`).toBe("，b，");
  });
});

describe("a value is shown", () => {
  const loop: unknown[] = [];
  loop.push(loop);
  it.each([
    ["text", "text", '"text"'],
    [null, "null", "null"],
    [true, "true", "true"],
    [1.5, "1.5", "1.5"],
    [Number.NaN, "NaN", "NaN"],
    [undefined, "nothing", "nothing"],
    [10n, "10n", "10n"],
    [() => 1, "a function", "a function"],
    [Symbol("x"), "a symbol", "a symbol"],
    [[1, "a"], '[1,"a"]', '[1,"a"]'],
    [{ a: 1 }, '{"a":1}', '{"a":1}'],
    [{ toJSON: () => undefined }, "an object", "an object"],
    [{ a: 10n }, "an object", "an object"],
    [loop, "a list", "a list"],
  ])("as what it is: %#", (value, shown, quoted) => {
    expect([show(value), quote(value)]).toEqual([shown, quoted]);
  });
  it("shortly, and never with half a character at its end", () => {
    const long = (n: number) => "x".repeat(n);
    expect(shorten(long(60))).toBe(long(60));
    expect(shorten(long(61))).toBe(`${long(57)}…`);
    expect(shorten(`${long(56)}𠮷${long(10)}`)).toBe(`${long(56)}…`);
    expect(shorten(`${long(55)}𠮷${long(10)}`)).toBe(`${long(55)}𠮷…`);
    expect(show([long(70)])).toBe(`["${long(55)}…`);
    expect(quote(long(70))).toBe(`"${long(57)}…"`);
  });
});

describe("a character that can't be read is told", () => {
  const half = "\ud842";
  it("where it is half of one", () => {
    expect(halfIn("whole 𠮷", "text", "/notes")).toBeUndefined();
    const told = halfIn(`a${half}b\udc00`, "key", "/notes");
    expect([told?.code, told?.path]).toEqual(["bad-text", "/notes"]);
    expect(told?.message.en).toMatch(/the key `a\\ud842b\\udc00` /);
    expect(told?.message.zh).toMatch(/字段名/);
    expect(halfIn(half, "text", "")?.message.en).toMatch(/the text `\\ud842` /);
    expect(halfIn(half, "text", "")?.message.zh).toMatch(/文字/);
  });
  it.each([
    "\u0000",
    "\u001b",
    "\u007f",
    "\u0085",
    "\u2028",
    "\u200e",
    "\u202a",
    "\u202e",
    "\u2069",
  ])("where nobody sees it: %j", (char) => {
    const code = char.charCodeAt(0).toString(16).padStart(4, "0");
    const told = hiddenIn(`a${char}b`, "text", "/label");
    expect([told?.code, told?.path]).toEqual(["bad-text", "/label"]);
    expect(told?.message.en).toContain(`\\u${code}`);
  });
  it("but not a line break, a tab, or what is merely rare", () => {
    for (const text of ["a\nb", "a\tb", "a b", "集团", "\u200d", "é"])
      expect(hiddenIn(text, "text", "")).toBeUndefined();
  });
});

describe("what is too large is told", () => {
  it.each([
    ["characters", "characters", "个字符"],
    ["levels", "levels", "层"],
    ["values", "values", "个值"],
    ["entries", "entries in one list", "项在一个列表里"],
    ["text", "characters in one text", "个字符在一段文字里"],
    ["key", "characters in one key", "个字符在一个字段名里"],
  ] as const)("of %s, with how many there are and may be", (what, en, zh) => {
    const told = tooLarge("/notes", what, limits[what] + 1);
    expect([told.code, told.path]).toEqual(["too-large", "/notes"]);
    for (const word of [en, String(limits[what]), String(limits[what] + 1)])
      expect(told.message.en).toContain(word);
    expect(told.message.zh).toContain(zh);
  });
  it("by the limit, where nobody counted on", () => {
    expect(tooLarge("", "levels").message.en).toContain("over 64");
    expect(tooLarge("", "levels").message.zh).toContain("超过 64");
  });
});
