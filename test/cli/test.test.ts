import { describe, expect, it } from "vitest";
import { province } from "./check/policies.ts";
import { folder, tiercut } from "./harness.ts";

/* `tiercut test` as a policy owner uses it: a variant of their own, and cases beside it. */

const variant = {
  language: "1",
  id: "city",
  version: "1.0.0",
  label: { zh: "市", en: "a city" },
  extends: { id: "hainan-unicom-2003", version: "^1.0.0" },
  parameters: { starFive: 60000 },
};
const one = (revenue: number, outcome: string) => ({
  id: `star-${revenue}`,
  rule: "HN-25",
  decision: "star",
  facts: { monthlyMobileRevenue: revenue },
  expect: { outcome },
});
const cases = (...of: readonly object[]) => JSON.stringify({ ruleset: "city", cases: of });
const run = (files: Record<string, string>, ...argv: readonly string[]) =>
  tiercut(["test", ...argv], {
    cwd: folder({ "city.json": JSON.stringify(variant), ...files }).path,
  });

describe("tiercut test", () => {
  it("leaves with 0 where every case holds, and says how many did", async () => {
    const files = { "cases.json": cases(one(59999.9999, "4"), one(60000, "5")) };
    const { status, out, err } = await run(files, "city.json", "cases.json");
    expect([status, err, out]).toEqual([
      0,
      "",
      "`cases.json` on city 1.0.0: cases that hold: 2 of 2\n",
    ]);
  });
  it("leaves with 1 where one does not, and says what came of it and why", async () => {
    const files = { "a.json": cases(one(60000, "5")), "b.json": cases(one(60000, "4")) };
    const { status, out } = await run(files, "city.json", "a.json", "b.json", "--lang", "zh");
    const lines = out.split("\n");
    expect(status).toBe(1);
    expect(lines[0]).toBe("`a.json` 用于 city 1.0.0：1 个案例，1 个相符");
    expect(lines[1]).toBe("star-60000 [HN-25]");
    expect(lines[2]).toBe('  结果：应为 `"4"`（四星集团），得到 `"5"`（五星集团）');
    expect(out).toMatch(/\[HN-25 第八条\]/);
    expect(lines.at(-2)).toBe("`b.json` 用于 city 1.0.0：1 个案例，0 个相符");
  });
  it("runs the base's cases on a variant: those that are not meant to hold any more fail", async () => {
    const file = JSON.stringify({ ruleset: "hainan-unicom-2003", cases: [one(50000, "5")] });
    const { status, out } = await run({ "base.json": file }, "city.json", "base.json");
    expect([status, out.split("\n").at(-2)]).toEqual([
      1,
      "`base.json` on city 1.0.0: cases that hold: 0 of 1",
    ]);
  });
  it.each([
    [[], /^tiercut: RULESET and at least one file of CASES are needed\nusage: /],
    [["city.json"], /^tiercut: RULESET and at least one file of CASES are needed\nusage: /],
    [["city.json", "none.json"], /^tiercut: `none.json`: /],
    [
      ["city.json", "bad.json"],
      /bad.json` can't be run:\n\/cases\/0: the key `decision` is missing/,
    ],
    [["city.json", "other.json"], /are of `elsewhere`, and this is `city`, `hainan-unicom-2003`/],
    [["city.json", "city.json"], /the cases `city.json` can't be run:/],
    [["cit.json", "good.json"], /did you mean `city.json`\?/],
  ])("leaves with 2 where nothing can be run: %j", async (argv, message) => {
    const files = {
      "bad.json": JSON.stringify({ ruleset: "city", cases: [{ id: "a", expect: {} }] }),
      "good.json": cases(one(60000, "5")),
      "other.json": JSON.stringify({ ruleset: "elsewhere", cases: [one(1, "5")] }),
    };
    const { status, out, err } = await run(files, ...argv);
    expect([status, out]).toEqual([2, ""]);
    expect(err).toMatch(message);
  });
  it("decides for the day that the cases state", async () => {
    const dated = { starFive: { dated: { "2004-01-01": 70000 } } };
    const file = (on: string, outcome: string) =>
      JSON.stringify({ ruleset: "city", on, cases: [one(60000, outcome)] });
    const files = {
      "city.json": JSON.stringify({ ...variant, parameters: dated }),
      "before.json": file("2003-12-31", "5"),
      "after.json": file("2004-01-01", "4"),
    };
    const { status } = await run(files, "city.json", "before.json", "after.json");
    expect(status).toBe(0);
  });
});

describe("what the cases are worth", () => {
  const starred = (revenue: number | null, outcome: string, parameters?: object) => ({
    id: `star-${revenue}-${outcome}`,
    decision: "star",
    ...(parameters ? { parameters } : {}),
    facts: { revenue },
    expect: { outcome },
  });
  const prove = (of: readonly object[], ...argv: readonly string[]) =>
    tiercut(["test", "province.json", "cases.json", ...argv], {
      cwd: folder({
        "province.json": province,
        "cases.json": JSON.stringify({ ruleset: "province", cases: of }),
      }).path,
    });
  const both = [starred(49999, "4"), starred(50000, "5")];
  const upper = [starred(50000, "4", { edge: "upper" }), starred(50001, "5", { edge: "upper" })];

  it("is told of every band, condition, reading and unknown fact that they reach or not", async () => {
    const { status, out } = await prove(both, "--coverage");
    expect([status, out.split("\n").slice(1)]).toEqual([
      1,
      [
        "coverage of the rules: 3 of 5",
        "  band: 2 / 2",
        "  reading: 1 / 2",
        "  unknown facts: 0 / 1",
        "  not reached: unknown facts `star`: stays open where a fact is unknown (第一条)",
        "  not reached: reading `edge` = `upper` the lower band's (第二条)",
        "",
      ],
    ]);
    const { status: whole } = await prove(
      [...both, ...upper, starred(null, "undetermined")],
      "--coverage",
    );
    expect(whole).toBe(0);
  });

  it("is told of every mutant that they do not notice, with an account that would", async () => {
    const { status, out } = await prove(both, "--mutate");
    expect([status, out.split("\n").slice(1)]).toEqual([
      1,
      [
        "mutants: 6; noticed by the cases: 5; no account could notice, proven: 0; not noticed: 1",
        "  no case tells the upper end in from the lower end in for star `star` (第一条)",
        '    an account that would: {"revenue":50000}',
        "",
      ],
    ]);
    expect(await prove([...both, ...upper], "--mutate", "--lang", "zh")).toMatchObject({
      status: 0,
      out: expect.stringContaining(
        "变异：6 个；用例能发现 6 个；已证明没有客户能区分 0 个；没有发现 0 个",
      ),
    });
  });

  it("says less where a case is taken out: which edge is no longer pinned", async () => {
    const told = async (of: readonly object[]) => (await prove(of, "--mutate")).out;
    const line = "no case tells 50000 from 50001 for five-star `star.five` (第一条)";
    expect(await told(both)).not.toContain(line);
    expect(await told(both.slice(0, 1))).toContain(line);
  });

  describe("of what the cases reach", () => {
    const files = {
      "a.json": cases(one(60000, "5"), { ...one(59999, "5"), says: "<b>wrong</b> & so told" }),
    };
    it("is a JSON document", async () => {
      const { status, out, err } = await run(
        files,
        ...["city.json", "a.json", "--coverage", "--mutate", "--format", "json"],
      );
      expect([status, err]).toEqual([1, ""]);
      const { cases: ran, coverage, mutation } = JSON.parse(out);
      expect(ran).toEqual([
        {
          file: "a.json",
          ruleset: "city 1.0.0",
          ran: 2,
          broken: [
            {
              id: "star-59999",
              rule: "HN-25",
              says: "<b>wrong</b> & so told",
              mismatches: [{ of: "outcome", expected: "5", found: "4" }],
            },
          ],
        },
      ]);
      // Of the four bands of the stars two were reached: five, and four.
      const { band } = coverage[0].counts;
      const missed = coverage[0].missed.filter((m: { kind: string }) => m.kind === "band");
      expect(band.reached).toBe(2);
      expect(missed.length).toBe(band.total - 2);
      expect(missed.map((m: { id: string }) => m.id)).toContain("star.three");
      expect(mutation[0].survived.length).toBeGreaterThan(0);
      expect(mutation[0].survived.length + mutation[0].killed + mutation[0].equivalent).toBe(
        mutation[0].mutants,
      );
    });
    it("is a page, in which nothing of a case is obeyed", async () => {
      const { status, out } = await run(
        files,
        ...["city.json", "a.json", "--coverage", "--format", "html", "--lang", "zh"],
      );
      expect(status).toBe(1);
      expect(out).toMatch(/^<!doctype html>\n<html lang="zh-CN">/);
      expect(out).toContain("&lt;b&gt;wrong&lt;/b&gt; &amp; so told");
      expect(out).not.toContain("<b>");
      expect(out).toContain("2 个案例，1 个相符");
    });
    it("can be less than all where that is said", async () => {
      const few = { "a.json": cases(one(60000, "5")) };
      const leaving = async (...argv: readonly string[]) =>
        (await run(few, "city.json", "a.json", ...argv)).status;
      expect(await leaving("--coverage")).toBe(1);
      expect(await leaving("--least", "0.1")).toBe(0);
      expect(await leaving("--least", "99")).toBe(1);
    });
    it.each(["-1", "101", "all", "1e2"])("refuses a share such as %s", async (given) => {
      const { status, err } = await run(files, "city.json", "a.json", `--least=${given}`);
      expect(status).toBe(2);
      expect(err).toMatch(/^tiercut: --least takes a share in percent from 0 to 100/);
    });
  });
});
