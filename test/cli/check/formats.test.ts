import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { about } from "../../../src/cli/check/about.ts";
import { jsonOf } from "../../../src/cli/check/json.ts";
import { sarifOf } from "../../../src/cli/check/sarif.ts";
import { codes } from "../../../src/ruleset/codes.ts";
import { finding, report, spotOf } from "./findings.ts";

const text = '{\n  "五": 90,\n  "六": 1\n}\n';
const related = [
  {
    message: { zh: "范围写在这里", en: "the bounds are stated here" },
    document: "base 1.0.0",
    path: "/max",
    spot: spotOf('{ "min": 0, "max": 50 }', "50", "/elsewhere/基 b.json"),
  },
];
const one = finding(spotOf(text, "90", "/in/省/a b.json"), { document: "a 1.1.0", related });
const why = { zh: "有意如此", en: "it is meant so" };
const quiet = finding(spotOf(text, '"六"'), {
  code: "table-gap",
  severity: "warning",
  silenced: why,
});
const note = finding(spotOf(text, '"六"'), { code: "own-facts", severity: "note" });
const unread = [
  {
    file: "/in/x.json",
    why: { zh: "没有这个文件", en: "there is no such file" },
    help: { zh: "请检查路径", en: "check the path" },
  },
];

describe("a report as JSON", () => {
  it("is one object, with both languages and places that count from 1", () => {
    const files = ["/in/省/a b.json"];
    expect(JSON.parse(jsonOf(report([one, quiet, note], { files, unread }), false))).toEqual({
      form: 1,
      errors: 1,
      warnings: 0,
      notes: 1,
      silenced: 1,
      files: ["省/a b.json"],
      unread: [{ file: "x.json", message: unread[0]?.why, help: unread[0]?.help }],
      diagnostics: [
        {
          code: "out-of-bounds",
          severity: "error",
          file: "省/a b.json",
          line: 2,
          column: 8,
          endLine: 2,
          endColumn: 10,
          document: "a 1.1.0",
          path: "/parameters/五",
          message: one.message,
          help: one.help,
          related: [
            {
              file: "/elsewhere/基 b.json",
              line: 1,
              column: 20,
              endLine: 1,
              endColumn: 22,
              document: "base 1.0.0",
              path: "/max",
              message: related[0]?.message,
            },
          ],
        },
      ],
    });
  });
  it("holds notes and what is silenced where they are asked for", () => {
    const told = JSON.parse(jsonOf(report([quiet, note]), true));
    expect(told.diagnostics.map((d: { code: string }) => d.code)).toEqual([
      "table-gap",
      "own-facts",
    ]);
    expect(told.diagnostics[0].silenced).toEqual(why);
    expect(told.diagnostics[1]).not.toHaveProperty("silenced");
    expect(told.diagnostics[1]).not.toHaveProperty("document");
  });
});

describe("a report as SARIF", () => {
  const telling = { lang: "en", notes: false, version: "0.1.0", status: 1 } as const;
  const log = (findings: Parameters<typeof report>[0], given = {}, more = {}) =>
    JSON.parse(sarifOf(report(findings, given), { ...telling, ...more }));

  it("states what a log must: version, runs, tool, rules and results", () => {
    const { $schema, version, runs } = log([one]);
    expect([$schema, version, runs.length]).toEqual([
      "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json",
      "2.1.0",
      1,
    ]);
    expect(runs[0].tool.driver).toEqual({
      name: "tiercut",
      version: "0.1.0",
      language: "en",
      rules: [
        {
          id: "out-of-bounds",
          shortDescription: { text: "a value is outside its bounds" },
          help: { text: "a value is outside its bounds" },
          helpUri: "https://unpkg.com/tiercut@0.1.0/docs/diagnostics.md#out-of-bounds",
        },
      ],
    });
    expect(runs[0].columnKind).toBe("utf16CodeUnits");
    expect(runs[0].invocations).toEqual([
      { executionSuccessful: true, exitCode: 1, toolExecutionNotifications: [] },
    ]);
  });

  it("places a result by region, and what has to do with it likewise", () => {
    expect(log([one]).runs[0].results).toEqual([
      {
        ruleId: "out-of-bounds",
        ruleIndex: 0,
        level: "error",
        message: { text: "`90` is outside the bounds 0 to 50 (set a value within the bounds)" },
        locations: [
          {
            physicalLocation: {
              artifactLocation: { uri: "%E7%9C%81/a%20b.json", uriBaseId: "%SRCROOT%" },
              region: { startLine: 2, startColumn: 8, endLine: 2, endColumn: 10 },
            },
          },
        ],
        relatedLocations: [
          {
            id: 0,
            physicalLocation: {
              artifactLocation: { uri: "file:///elsewhere/%E5%9F%BA%20b.json" },
              region: { startLine: 1, startColumn: 20, endLine: 1, endColumn: 22 },
            },
            message: { text: "the bounds are stated here" },
          },
        ],
      },
    ]);
  });

  it("holds what is silenced as suppressed, with why", () => {
    const [result, ...others] = log([quiet, note]).runs[0].results;
    expect(others).toEqual([]);
    expect([result.level, result.suppressions]).toEqual([
      "warning",
      [{ kind: "inSource", justification: "it is meant so" }],
    ]);
  });

  it("lists each rule once, and points to it", () => {
    const { tool, results } = log([one, note, one], {}, { notes: true }).runs[0];
    const ids = tool.driver.rules.map((r: { id: string }) => r.id);
    expect(ids).toEqual(["out-of-bounds", "own-facts"]);
    const found = results.map((r: { ruleIndex: number; level: string }) => [r.ruleIndex, r.level]);
    expect(found).toEqual([
      [0, "error"],
      [1, "note"],
      [0, "error"],
    ]);
  });

  it("tells of files that could not be checked as the tool's own failure", () => {
    const [invocation] = log([], { unread }, { status: 2 }).runs[0].invocations;
    expect(invocation).toEqual({
      executionSuccessful: false,
      exitCode: 2,
      toolExecutionNotifications: [
        {
          level: "error",
          message: { text: "there is no such file (check the path)" },
          locations: [
            {
              physicalLocation: {
                artifactLocation: { uri: "x.json", uriBaseId: "%SRCROOT%" },
              },
            },
          ],
        },
      ],
    });
  });

  it("is told in Chinese, and shows what is hidden", () => {
    const message = { zh: "`\u202e`", en: "x" };
    const { tool, results } = log([{ ...one, message }], {}, { lang: "zh" }).runs[0];
    expect(tool.driver.language).toBe("zh-CN");
    expect(tool.driver.rules[0].shortDescription.text).toBe("值超出范围");
    expect(results[0].message.text).toBe("`\\u202e`（请写范围内的值）");
  });
});

describe("what each code is about", () => {
  it.each(codes)("%s reads as a sentence", (code) => {
    const { zh, en } = about[code];
    expect(en).toMatch(/^[a-z`].*[^.]$/);
    expect(zh).toMatch(/\p{Script=Han}/u);
    expect(zh).not.toMatch(/。$/);
  });
  it("has a heading in docs/diagnostics.md, to which a report refers", () => {
    const page = readFileSync(new URL("../../../docs/diagnostics.md", import.meta.url), "utf8");
    const headings = page.match(/^### \S+/gm)?.map((h) => h.slice("### ".length));
    expect(headings).toEqual(codes);
  });
  it("is told apart for each", () => {
    expect(new Set(codes.map((c) => about[c].en)).size).toBe(codes.length);
    expect(new Set(codes.map((c) => about[c].zh)).size).toBe(codes.length);
  });
});
