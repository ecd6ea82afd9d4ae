import { describe, expect, it } from "vitest";
import { loadRuleset } from "../../src/index.ts";
import { boolean, is, only } from "../kinds/tiny.ts";

/* A stranger's text: each is refused with its code, in bounded time and memory. */

const sound = JSON.stringify(only("rule", { when: is("a") }, { a: boolean("a") }));
const half = "\ud842";

function refusedIn(source: unknown) {
  const start = performance.now();
  const { ok, diagnostics } = loadRuleset(source);
  return { ok, diagnostics, seconds: (performance.now() - start) / 1000 };
}

const withNote = (written: string) =>
  sound.replace('"effective":', `"notes":${written},"effective":`);
const bands = (count: number) =>
  Array.from({ length: count }, (_, i) => `"b${i.toString(36)}":0`).join(",");

describe("a stranger's text", () => {
  it("would load without what is hostile in it", () => {
    expect(loadRuleset(sound).ok).toBe(true);
  });

  it.each<[string, string, readonly string[]]>([
    ["a byte-order mark", `\ufeff${sound}`, ["byte-order-mark /"]],
    ["half a character, as it is", withNote(`"${half}"`), ["bad-text /notes"]],
    ["half a character, escaped", withNote('"\\uDC00\\uD842"'), ["bad-text /notes"]],
    ["half a character in a key", withNote(`{"${half}":1}`), ["bad-text /notes"]],
    ["half a character in a key, escaped", withNote('{"x\\ud842":1}'), ["bad-text /notes"]],
    ["a number beyond all", withNote("1e999"), ["bad-number /notes"]],
    ["a negative number beyond all", withNote("[-1e999]"), ["bad-number /notes/0"]],
    ["what a terminal obeys", withNote('"\\u001b[2J"'), ["bad-text /notes"]],
    ["a line that begins anew", withNote('["ok\\rno"]'), ["bad-text /notes/0"]],
    ["what turns the order of a line", withNote('"\u202ecba"'), ["bad-text /notes"]],
    ["the same in a key", withNote('{"\\u2066x":1}'), ["bad-text /notes"]],
    ["NaN", withNote("NaN"), ["json-syntax /notes"]],
    ["-Infinity", withNote("-Infinity"), ["json-syntax /notes"]],
    ["a key twice", withNote('{},"notes":{}'), ["duplicate-key /notes"]],
    ["`__proto__`", withNote('{"__proto__":{"x":1}}'), ["forbidden-key /notes"]],
    ["`constructor`", withNote('{"constructor":{}}'), ["forbidden-key /notes"]],
    [
      "`__proto__` twice",
      withNote('{"__proto__":1,"__proto__":2}'),
      ["forbidden-key /notes", "duplicate-key /notes/__proto__"],
    ],
    ["a text of 10,001 characters", withNote(`"${"x".repeat(10_001)}"`), ["too-large /notes"]],
    ["a key of 201 characters", withNote(`{"${"x".repeat(201)}":1}`), ["too-large /notes"]],
  ])("is refused: %s", (_, text, faults) => {
    const { ok, diagnostics } = refusedIn(text);
    expect(ok).toBe(false);
    expect(diagnostics.map((d) => `${d.code} ${d.path || "/"}`)).toEqual(faults);
  });

  it.each<[string, () => string, string]>([
    ["a million brackets", () => "[".repeat(1_000_000), "too-large"],
    ["a million braces", () => '{"a":'.repeat(999_999), "too-large"],
    ["a million brackets, closed", () => "[".repeat(1e6) + "]".repeat(1e6), "too-large"],
    ["a million bands", () => withNote(`{${bands(1_000_000)}}`), "too-large"],
    ["as many bands as a text may hold", () => withNote(`{${bands(450_000)}}`), "too-large"],
    ["a list of two million", () => withNote(`[${"1,".repeat(2_000_000)}1]`), "too-large"],
    ["one character too many", () => `"${"x".repeat(4_999_999)}"`, "too-large"],
    ["a key half a million times", () => `{${'"a":0,'.repeat(500_000)}"a":0}`, "too-large"],
    ["a key ninety thousand times", () => `{${'"a":0,'.repeat(90_000)}"a":0}`, "duplicate-key"],
    ["halves of characters", () => `["${half}"${`,"${half}"`.repeat(90_000)}]`, "bad-text"],
    ["numbers beyond all", () => `[1e999${",1e999".repeat(90_000)}]`, "bad-number"],
    ["five million blanks", () => " ".repeat(5_000_000), "json-syntax"],
    ["five million line breaks", () => "\n".repeat(5_000_000), "json-syntax"],
    ["blanks before a slip", () => `[1${" ".repeat(4_999_000)}2]`, "json-syntax"],
    ["an open text", () => `"${"x".repeat(4_999_000)}`, "json-syntax"],
    ["a text of backslashes", () => `"${"\\\\".repeat(2_400_000)}"`, "too-large"],
    ["a number of five million digits", () => `${"1".repeat(4_999_999)}`, "bad-number"],
    ["a word of five million letters", () => "a".repeat(4_999_999), "json-syntax"],
    ["long keys, deep, with many inside", () => deepKeys(), "too-large"],
  ])("is refused in bounded time: %s", (_, text, code) => {
    const { ok, diagnostics, seconds } = refusedIn(text());
    expect(ok).toBe(false);
    expect(new Set(diagnostics.map((d) => d.code))).toContain(code);
    expect(seconds).toBeLessThan(30);
    for (const told of diagnostics.slice(0, 3).flatMap((d) => [d.message, d.help])) {
      expect(Math.max(told.zh.length, told.en.length)).toBeLessThan(500);
    }
  });
});

/** Sixty keys of 200 characters inside one another, and more values than are read within. */
function deepKeys(): string {
  const key = `"${"k".repeat(200)}":{`;
  return `{${key.repeat(60)}${bands(110_000)}${"}".repeat(61)}`;
}

describe("what a policy owner may write", () => {
  const codesIn = (written: string) =>
    loadRuleset(withNote(written))
      .diagnostics.map((d) => d.code)
      .filter((c) => /^bad-/.test(c));
  it.each(["0.1", "100.00", "1e3", "-0", "0e9", "9007199254740992", "60000.2500000000000000000"])(
    "is kept: the number %s",
    (written) => {
      expect(codesIn(written)).toEqual([]);
    },
  );
  it.each(["1e-400", "9007199254740993", "60000.0000000000001", "3e-324"])(
    "is refused: the number %s, which would count as another",
    (written) => {
      expect(codesIn(written)).toEqual(["bad-number"]);
    },
  );
  it("is kept: a heading of two lines, and a tab", () => {
    expect(codesIn('"a\\n\\tb"')).toEqual([]);
  });
  it("is shown by its number where it is not seen", () => {
    const [found] = loadRuleset(withNote('"\\u001b[2J"')).diagnostics;
    expect(found?.message).toEqual({
      zh: "文字 `\\u001b[2J` 含有看不见的字符 `\\u001b`",
      en: "the text `\\u001b[2J` holds a character that is not seen, `\\u001b`",
    });
  });
  it("is told what it would be rounded to", () => {
    const [found] = loadRuleset(withNote("9007199254740993")).diagnostics;
    expect(found?.message.en).toBe(
      "`9007199254740993` has more digits than are kept, and would count as `9007199254740992`",
    );
  });
});

describe("a stranger's value", () => {
  const value = (note: unknown) => ({ ...JSON.parse(sound), notes: note });
  const loop: Record<string, unknown> = {};
  loop.loop = loop;
  it.each<[string, unknown, string]>([
    ["half a character", half, "bad-text /notes"],
    ["half a character in a key", { [`x${half}`]: 1 }, "bad-text /notes"],
    ["a number beyond all", Number.POSITIVE_INFINITY, "bad-number /notes"],
    ["its negative", [Number.NEGATIVE_INFINITY], "bad-number /notes/0"],
    ["NaN", Number.NaN, "wrong-type /notes"],
    ["`__proto__`", JSON.parse('{"__proto__":{}}'), "forbidden-key /notes"],
    ["a key of 201 characters", { ["x".repeat(201)]: 1 }, "too-large /notes"],
    ["a list with a hole", Object.assign(new Array(2), { 1: 2 }), "wrong-type /notes"],
    ["a list of nothing but holes", new Array(99_999), "wrong-type /notes"],
    ["a list with a key", Object.assign([1], { x: 2 }), "wrong-type /notes"],
    ["a list of another class", new (class extends Array {})(), "wrong-type /notes"],
    ["itself", loop, "too-large /notes/loop"],
    [
      "a getter",
      Object.defineProperty({}, "x", { get: () => 1, enumerable: true }),
      "wrong-type /notes/x",
    ],
  ])("is refused: %s", (_, note, fault) => {
    const { ok, diagnostics } = refusedIn(value(note));
    expect(ok).toBe(false);
    expect(diagnostics.map((d) => `${d.code} ${d.path}`)).toEqual([fault]);
  });

  it("is refused in bounded time: a million bands", () => {
    const { diagnostics, seconds } = refusedIn(value(JSON.parse(`{${bands(1_000_000)}}`)));
    expect(diagnostics.map((d) => `${d.code} ${d.path || "/"}`)).toEqual(["too-large /"]);
    expect(seconds).toBeLessThan(30);
  });
});
