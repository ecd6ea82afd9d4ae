import { PassThrough } from "node:stream";
import { stripVTControlCharacters } from "node:util";
import { describe, expect, it } from "vitest";
import { painter } from "../../../src/cli/check/paint.ts";
import { textOf } from "../../../src/cli/check/text.ts";
import { finding, report, spotOf } from "./findings.ts";

const paintOf = (isTTY: boolean, env: Readonly<Record<string, string>> = {}) =>
  painter({
    stdin: new PassThrough(),
    stdout: Object.assign(new PassThrough(), { isTTY }),
    stderr: new PassThrough(),
    cwd: "/in",
    env,
  });
const plain = { lang: "en", notes: false, paint: paintOf(false) } as const;

const text = '{\n  "五": 90,\n  "六": 1\n}\n';
const base = '{ "min": 0, "max": 50 }';
const one = finding(spotOf(text, "90"), {
  related: [
    {
      message: { zh: "范围写在这里", en: "the bounds are stated here" },
      path: "/max",
      spot: spotOf(base, "50", "/elsewhere/b.json"),
    },
  ],
});

describe("a report as text", () => {
  it("tells place, message, excerpt, the other place and the mend, and counts", () => {
    expect(textOf(report([one]), plain)).toBe(
      `a.json:2:8: error out-of-bounds: \`90\` is outside the bounds 0 to 50
     1 | {
     2 |   "五": 90,
       |         ^^
     3 |   "六": 1
  see /elsewhere/b.json:1:20: the bounds are stated here
     1 | { "min": 0, "max": 50 }
       |                    ^^
  mend: set a value within the bounds

checked 1 file: 1 error, 0 warnings
`,
    );
  });

  it("tells the same in Chinese", () => {
    expect(textOf(report([one]), { ...plain, lang: "zh" })).toBe(
      `a.json:2:8: 错误 out-of-bounds：\`90\` 超出范围 0 至 50
     1 | {
     2 |   "五": 90,
       |         ^^
     3 |   "六": 1
  另见 /elsewhere/b.json:1:20: 范围写在这里
     1 | { "min": 0, "max": 50 }
       |                    ^^
  改法：请写范围内的值

检查了 1 个文件：1 个错误，0 个警告
`,
    );
  });

  it("leaves out notes and what is silenced, unless they are asked for", () => {
    const spot = spotOf(text, "90");
    const why = { zh: "有意如此", en: "it is meant so" };
    const found = [
      finding(spot, { severity: "note", code: "own-facts" }),
      finding(spot, { severity: "warning", code: "table-gap", silenced: why }),
      finding(spot, { severity: "warning", code: "unused-fact" }),
    ];
    const quiet = textOf(report(found), plain);
    expect(quiet).toContain("warning unused-fact: ");
    expect(quiet).not.toMatch(/own-facts|table-gap/);
    expect(quiet.split("\n").at(-2)).toBe(
      "checked 1 file: 0 errors, 1 warning, 1 note (shown with --notes), 1 silenced",
    );
    const loud = textOf(report(found), { ...plain, notes: true });
    expect(loud).toContain("a.json:2:8: note own-facts: ");
    expect(loud).toContain("  silenced because: it is meant so\n");
    expect(loud.split("\n").at(-2)).toBe("checked 1 file: 0 errors, 1 warning, 1 note, 1 silenced");
    const zh = textOf(report(found), { ...plain, lang: "zh", notes: true });
    expect(zh).toContain("a.json:2:8: 提示 own-facts：");
    expect(zh).toContain("  已静默，理由：有意如此\n");
    expect(zh.split("\n").at(-2)).toBe("检查了 1 个文件：0 个错误，1 个警告，1 个提示，1 个已静默");
  });

  it("tells the files that could not be checked", () => {
    const why = { zh: "没有这个文件", en: "there is no such file" };
    const help = { zh: "请检查路径", en: "check the path" };
    const unread = [{ file: "/in/x\u001b.json", why, help }];
    expect(textOf(report([], { files: [], unread }), plain)).toBe(
      "x\\u001b.json: error: there is no such file\n  mend: check the path\n\nchecked 0 files: 0 errors, 0 warnings, 1 file could not be checked\n",
    );
    expect(textOf(report([], { files: [], unread }), { ...plain, lang: "zh" })).toBe(
      "x\\u001b.json: 错误：没有这个文件\n  改法：请检查路径\n\n检查了 0 个文件：0 个错误，0 个警告，1 个文件无法检查\n",
    );
  });

  it("shows what a ruleset hides from a terminal", () => {
    const message = { zh: "\u202e", en: "`\u001b[2J\u202e`\nx" };
    const spot = spotOf('{"\u001b[2J":1}', "1");
    const told = textOf(report([finding(spot, { message })]), plain);
    expect(told).toContain("error out-of-bounds: `\\u001b[2J\\u202e`\\u000ax\n");
    expect(told).toContain('     1 | {"\\u001b[2J":1}\n       |              ^\n');
  });

  it("stops after a hundred, and says how many there are", () => {
    const many = Array.from({ length: 1234 }, () => finding(spotOf(text, "90")));
    const told = textOf(report(many), plain);
    expect(told.split("error out-of-bounds").length - 1).toBe(100);
    expect(told.split("\n").slice(-4)).toEqual([
      "and 1,134 more: mend these first",
      "",
      "checked 1 file: 1,234 errors, 0 warnings",
      "",
    ]);
  });

  it("keeps its carets in place where line numbers are long", () => {
    const long = `${"\n".repeat(99_999)}  x\n`;
    expect(textOf(report([finding(spotOf(long, "x"))]), plain)).toContain(
      "\n   99999 |\n  100000 |   x\n         |   ^\n",
    );
  });
});

describe("colour", () => {
  const spot = spotOf(text, "90");
  const coloured = (isTTY: boolean, env: Readonly<Record<string, string>>) =>
    textOf(report([finding(spot)]), { ...plain, paint: paintOf(isTTY, env) }).includes("\u001b[");
  it("is for a terminal, and not where `NO_COLOR` is set or the terminal is plain", () => {
    expect(coloured(true, {})).toBe(true);
    expect(coloured(true, { NO_COLOR: "" })).toBe(true);
    expect(coloured(true, { NO_COLOR: "1" })).toBe(false);
    expect(coloured(true, { TERM: "dumb" })).toBe(false);
    expect(coloured(false, {})).toBe(false);
  });
  it("changes nothing but the colour", () => {
    const painted = textOf(report([one]), { ...plain, paint: paintOf(true) });
    expect(painted).not.toBe(textOf(report([one]), plain));
    expect(stripVTControlCharacters(painted)).toBe(textOf(report([one]), plain));
  });
});
