import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { compile, evaluate, lint, loadRuleset } from "../../src/index.ts";

/*
 * The sources' own tables, transcribed as they stand into sources.ruleset.json: the gaps and overlaps
 * that their authors left are found, with the very value that falls in them. What each is, is worked
 * out by hand: 6000 ≤ X < 8000 beside X > 8000 leaves out 8000, and so on.
 */

const loaded = loadRuleset(readFileSync(new URL("sources.ruleset.json", import.meta.url), "utf8"));
if (!loaded.ok) throw new Error(JSON.stringify(loaded.diagnostics));
const { ruleset } = loaded;
const program = compile(ruleset);
const warnings = lint(ruleset).diagnostics.filter((d) => d.severity === "warning");
const at = (path: string) => warnings.filter((d) => d.path.startsWith(path));
const inside = (name: string, facts: object) =>
  evaluate(program, name, facts as Readonly<Record<string, unknown>>);

describe("a gap in a table of the source", () => {
  it.each([
    ["line", "lineRevenue", 8000, "line revenue = 8000 yuan a month", "专线收入 = 8000 元/月"],
    ["size", "members", 2000, "members = 2000 persons", "集团成员数 = 2000 人"],
    [
      "group",
      "groupRevenue",
      0,
      "group-account revenue ≤ 0 yuan a month",
      "集团账户收入 ≤ 0 元/月",
    ],
  ] as const)("of `%s` is found at %s %d, and nowhere else", (name, fact, value, en, zh) => {
    const [gap, ...more] = at(`/decisions/${name}`);
    expect([gap?.code, gap?.path, more]).toEqual(["table-gap", `/decisions/${name}`, []]);
    expect(gap?.message.en).toContain(`covers ${en}, for example `);
    expect(gap?.message.en).toMatch(new RegExp(` ${value} (yuan a month|persons)$`));
    expect(gap?.message.zh).toContain(zh);
    expect(inside(name, { [fact]: value })).toMatchObject({
      status: "undetermined",
      cause: "gap",
    });
  });
  it.each([
    ["line", { lineRevenue: 7999.9999 }, 5],
    ["line", { lineRevenue: 8000.0001 }, 6],
    ["size", { members: 1999 }, 9],
    ["size", { members: 2001 }, 10],
    ["group", { groupRevenue: 0.0001 }, 1],
  ])("ends beside it: `%s` of %j is %d", (name, facts, points) => {
    expect(inside(name, facts).outcome).toBe(points);
  });
});

describe("the head offices of AQ-21 to AQ-23", () => {
  it("overlap where another head office has six units, or four", () => {
    const pairs = at("/decisions/headOffice").map((d) => [d.code, d.path, d.related?.[0]?.path]);
    const row = (name: string) => `/decisions/headOffice/rows/${name}`;
    expect(pairs).toEqual([
      ["table-overlap", row("fOther"), row("eOther")],
      ["table-overlap", row("gOther"), row("eOther")],
      ["table-overlap", row("gOther"), row("fOther")],
    ]);
  });
  it("are told with an account that lies in both", () => {
    const [six, , four] = at("/decisions/headOffice").map((d) => d.message.en);
    expect(six).toMatch(/for example is a head office yes, .*branches 6 units/);
    expect(four).toMatch(/for example is a head office yes, .*branches 4 units/);
  });
  it.each([
    [1, 0],
    [2, 6],
    [3, 6],
    [4, undefined],
    [6, undefined],
  ])("so that with %d units it comes to %s", (branches, points) => {
    const result = inside("headOffice", { isHq: true, orgLevel: "county", branches });
    expect(result.outcome).toBe(points);
    if (points === undefined) expect(result).toMatchObject({ cause: "conflict" });
  });
});

it("finds nothing else in them", () => {
  expect(warnings).toHaveLength(6);
});
