import { describe, expect, it } from "vitest";
import { diagnose } from "../../src/ruleset/diagnose.ts";
import { catalogue, type Diagnostic, tell } from "../../src/ruleset/diagnostics.ts";
import { either, han, inMessage, listed, ofMessage } from "../../src/ruleset/phrase.ts";

describe("a catalogue", () => {
  const make = catalogue<"table-gap" | "own-facts">({
    "table-gap": {
      severity: "warning",
      en: (w) => ({ message: `${w.name} leaves out ${w.what}`, help: "add a row" }),
      zh: (w) => ({ message: `${w.name} 漏掉了${w.what}`, help: "加一行" }),
    },
    "own-facts": {
      severity: "note",
      en: () => ({ message: "own facts", help: "none" }),
      zh: () => ({ message: "自有事实", help: "无" }),
    },
  });
  it("puts a name into both languages alike, and a phrase each in its own", () => {
    const words = { name: "`lines`", what: { zh: "八千", en: "8000" } };
    expect(make("table-gap", "/decisions/lines", words)).toEqual({
      code: "table-gap",
      path: "/decisions/lines",
      severity: "warning",
      message: { zh: "`lines` 漏掉了八千", en: "`lines` leaves out 8000" },
      help: { zh: "加一行", en: "add a row" },
    });
  });
  it("takes the severity stated, or an error", () => {
    expect([make("own-facts", "").severity, diagnose("share-sum", "").severity]).toEqual([
      "note",
      "error",
    ]);
  });
});

describe("diagnostics told as lines", () => {
  const found: readonly Diagnostic[] = [
    diagnose("lowest-band", "", { count: "2" }),
    {
      ...diagnose("over-maximum", "/decisions/it", { value: "6", maximum: "5" }),
      document: "ours 1.0.0",
      related: [
        { document: "base 2.0.0", path: "/decisions/it", message: { zh: "原为 5", en: "5 here" } },
      ],
    },
  ];
  it("are English unless Chinese is asked for", () => {
    expect(tell(found)).toBe(
      [
        "/: 2 bands have no `from`; exactly one must have none (leave `from` out of the lowest band alone: it takes everything below the others)",
        "ours 1.0.0 /decisions/it: 6 points are over the maximum of 5 (lower the points, or raise the maximum)",
        "  base 2.0.0 /decisions/it: 5 here",
      ].join("\n"),
    );
    expect(tell(found, "zh")).toBe(
      [
        "/：有 2 个档没有写 `from`，应当恰好有一个档不写（只让最低一档不写 `from`：其余各档以下都归它）",
        "ours 1.0.0 /decisions/it：最高可得 6 分，超过满分 5 分（降低得分，或提高满分）",
        "  base 2.0.0 /decisions/it：原为 5",
      ].join("\n"),
    );
  });
});

describe("a Chinese sentence", () => {
  it("parts Chinese from Latin letters, digits and quoted words", () => {
    expect(han`改成${"文字"}`).toBe("改成文字");
    expect(han`改成${"`x`"}为止`).toBe("改成 `x` 为止");
    expect(han`有${"12"}位`).toBe("有 12 位");
    expect(han`有${"超过 300"}位`).toBe("有超过 300 位");
  });
  it("leaves what it quotes as it is", () => {
    expect(han`没有 \`${"集团"}\` 这一项`).toBe("没有 `集团` 这一项");
    expect(han`\`${"a"}\` 与 \`${"乙"}\``).toBe("`a` 与 `乙`");
  });
});

describe("names", () => {
  const many = Array.from({ length: 14 }, (_, i) => `n${i}`);
  it("are listed up to twelve", () => {
    expect(listed([])).toEqual({ zh: "无", en: "none" });
    expect(listed(["a"])).toEqual({ zh: "`a`", en: "`a`" });
    expect(listed(["a", "b"])).toEqual({ zh: "`a`、`b`", en: "`a`, `b`" });
    expect(listed(many).zh).toMatch(/`n11`，另有 2 个$/);
    expect(listed(many).en).toMatch(/`n11` and 2 more$/);
    expect(listed(many.slice(0, 12)).en).toMatch(/`n11`$/);
  });
  it("are joined as alternatives", () => {
    const [a, b] = [
      { zh: "数字", en: "a number" },
      { zh: "`x`", en: "`x`" },
    ];
    expect(either([a])).toEqual(a);
    expect(either([a, b])).toEqual({ zh: "数字或 `x`", en: "a number or `x`" });
  });
});

describe("a phrase in a schema's message", () => {
  it("comes back as it was, and a plain message as both", () => {
    const phrase = { zh: "版本号", en: "a version" };
    expect(ofMessage(inMessage(phrase))).toEqual(phrase);
    expect(ofMessage("a version")).toEqual({ zh: "a version", en: "a version" });
  });
});
