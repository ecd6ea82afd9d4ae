import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { city, province } from "./check/policies.ts";
import { folder, tiercut } from "./harness.ts";

/** A folder with the province, and what else is given. */
const offices = (files: Readonly<Record<string, string>> = {}) =>
  folder({ "province.json": province, ...files });

/** Compares rulesets of a folder from within it. */
const diff = (cwd: string, ...words: readonly string[]) => tiercut(["diff", ...words], { cwd });

const sixty = city('"starFive": 60000');
const dated = city('"starFive": { "dated": { "2005-01-01": 55000, "2006-01-01": 58000 } }');

describe("tiercut diff", () => {
  it("compares a variant with what it is built on, and tells who is decided otherwise", async () => {
    const { path } = offices({ "city.json": sixty });
    expect(await diff(path, "city.json")).toMatchObject({
      status: 1,
      err: "",
      out: `province 1.0.0 → city 1.1.0

changed in the text: 1 place
  five-star from: 50000 yuan → 60000 yuan [P-01 第一条]

star [P-01 第一条]: differs in 1 region
  50000 ≤ monthly revenue < 60000 yuan: five-star → four-star
    for example monthly revenue 50000 yuan
`,
    });
  });

  it("tells it in Chinese", async () => {
    const { path } = offices({ "city.json": sixty });
    const { status, out } = await diff(path, "city.json", "--lang", "zh");
    expect([status, out]).toEqual([
      1,
      `province 1.0.0 → city 1.1.0

文字改动：1 处
  五星起点：50000 元 → 60000 元 [P-01 第一条]

星级（star） [P-01 第一条]：1 个区域不同
  50000 ≤ 月收入 < 60000 元：五星 → 四星
    例如：月收入 50000 元
`,
    ]);
  });

  it("compares any two, in the order in which they are named", async () => {
    const { path } = offices({ "city.json": sixty });
    const { status, out } = await diff(path, "city.json", "province.json");
    expect(status).toBe(1);
    expect(out).toContain("city 1.1.0 → province 1.0.0\n");
    expect(out).toContain("50000 ≤ monthly revenue < 60000 yuan: four-star → five-star\n");
    const shipped = await diff(path, "hainan-unicom-2003", "sanya-2004", "--decision", "star");
    expect([shipped.status, shipped.err]).toEqual([1, ""]);
    expect(shipped.out).toContain(
      "50000 ≤ monthly mobile revenue < 60000 yuan a month: five-star group → four-star group",
    );
  });

  it("finds ids in a folder", async () => {
    const { path } = offices({ "city.json": sixty });
    const { status, out } = await tiercut(["diff", "city", "--in", path]);
    expect([status, out.split("\n")[0]]).toEqual([1, "province 1.0.0 → city 1.1.0"]);
  });

  it("leaves with 0 where every account is decided the same, whatever the words", async () => {
    const words = city("").replace(
      '"parameters"',
      '"decisions": { "star": { "label": { "zh": "星级", "en": "star grade" } } },\n  "parameters"',
    );
    const { path } = offices({ "city.json": words });
    expect(await diff(path, "city.json")).toMatchObject({
      status: 0,
      out: `province 1.0.0 → city 1.1.0

without effect on any account (wording, sources, order): 1 place
  star grade › name: star → star grade [P-01 第一条]

no account can be decided differently (proven): star grade (star)
`,
    });
    const same = await diff(path, "province.json", "province.json");
    expect([same.status, same.out]).toEqual([
      0,
      "province 1.0.0 → province 1.0.0\n\nnothing is changed in the text\n\nno account can be decided differently (proven): star\n",
    ]);
  });

  it("leaves with 2 where it could not be found out", async () => {
    const { status, out } = await tiercut([
      "diff",
      "anqing-mobile-2010",
      "anqing-5g-2020",
      "--decision",
      "class",
    ]);
    expect(status).toBe(2);
    expect(out).toContain(
      "class [AQ-28 集团客户分级(二) 排名划分]: it could not be settled whether it differs: that depends on the whole population, and not on one account\n  rests on what differs itself: customer value (value)\n",
    );
  }, 60_000);
});

describe("what is asked of diff", () => {
  it("only some decisions, and what is likely meant by one that is not there", async () => {
    const { path } = offices({ "city.json": sixty });
    const { status, out } = await diff(path, "city.json", "--decision", "star");
    expect([status, out.includes("star [P-01 第一条]")]).toEqual([1, true]);
    const slip = await diff(path, "city.json", "--decision", "satr");
    expect([slip.status, slip.out, slip.err]).toEqual([
      2,
      "",
      "tiercut: neither ruleset has a decision `satr`; did you mean `star`?\n",
    ]);
  });

  it("so many regions, and says that there are more", async () => {
    const { path } = offices({
      "city.json": sixty,
      "three.json": province
        .replace('"id": "province"', '"id": "three"')
        .replace('"default": 50000', '"default": 60000')
        .replace('"five": {', '"three": { "from": 70000, "outcome": "3" }, "five": {')
        .replace('"outcomes": {', '"outcomes": { "3": { "zh": "三星", "en": "three-star" },'),
    });
    const all = await diff(path, "three.json", "province.json");
    expect(all.out).toContain("star [P-01 第一条]: differs in 2 regions\n");
    const one = await diff(path, "three.json", "province.json", "--regions", "1");
    expect(one.out).toContain("star [P-01 第一条]: differs in at least 1 region\n");
    expect(one.out).toContain("  not all is listed: there are more than the 1 that is\n");
    for (const wrong of ["0", "-1", "ten", "1.5", ""]) {
      const refused = await diff(path, "city.json", `--regions=${wrong}`);
      expect([refused.status, refused.err]).toEqual([
        2,
        `tiercut: --regions takes a number from 1 on, and this is \`${wrong}\`\n`,
      ]);
    }
  });

  it("for a day: says which it needs, and then which it was", async () => {
    const { path } = offices({ "city.json": dated });
    const asked = await diff(path, "city.json");
    expect([asked.status, asked.out, asked.err]).toEqual([
      2,
      "",
      "tiercut: what `starFive` of `city` is depends on the day: add --on DATE, such as --on 2005-01-01\n",
    ]);
    const told = await diff(path, "city.json", "--on", "2005-06-30");
    expect([told.status, told.out.split("\n")[0]]).toEqual([
      1,
      "province 1.0.0 on 2005-06-30 → city 1.1.0 on 2005-06-30",
    ]);
    expect(told.out).toContain("50000 ≤ monthly revenue < 55000 yuan: five-star → four-star");
    const zh = await diff(path, "city.json", "--on", "2006-01-01", "--lang", "zh");
    expect(zh.out).toContain("province 1.0.0（按 2006-01-01） → city 1.1.0（按 2006-01-01）\n");
    expect(zh.out).toContain("50000 ≤ 月收入 < 58000 元：五星 → 四星");
    const before = await diff(path, "city.json", "--on", "2004-12-31");
    expect(before.status).toBe(0);
  });

  it("the weights of Xi'an: can be decided from their day on", async () => {
    const words = ["diff", "xian-unicom-2012", "xian-weights-2013", "--decision", "weighted"];
    const asked = await tiercut(words);
    expect([asked.status, asked.err]).toEqual([
      2,
      expect.stringMatching(/depends on the day: add --on DATE, such as --on 2013-01-01\n$/),
    ]);
    const told = await tiercut([...words, "--on", "2013-01-01"]);
    expect([told.status, told.err]).toEqual([1, ""]);
    expect(told.out).toContain(
      "weighted sum of the five rates (weighted) [XA-09 四]: can be decided now: the parameters it needs are set\n",
    );
  });

  it.each([
    [[], "A and B are missing"],
    [
      ["province.json"],
      "`province.json` is built on no other: name a second ruleset to compare it with",
    ],
    [["province.json", "city.json", "x"], "`x` is one word too many"],
    [["nowhere.json"], "`nowhere.json`"],
    [["province.json", "city.json", "--regoins", "3"], "did you mean `--regions`?"],
    [["province.json", "city.json", "--format", "yaml"], "--format does not take `yaml`"],
    [["province.json", "city.json", "--lang", "de"], "--lang does not take `de`"],
  ])("%j is refused: %s", async (words, expected) => {
    const { path } = offices({ "city.json": sixty });
    const { status, out, err } = await diff(path, ...words);
    expect([status, out]).toEqual([2, ""]);
    expect(err).toContain(expected);
  });

  it("not of what has faults", async () => {
    const { path } = offices({ "city.json": city('"starFive": 95000') });
    const { status, err } = await diff(path, "city.json");
    expect(status).toBe(2);
    expect(err).toContain("the ruleset `city.json` has faults:");
  });
});

describe("the example of docs/command.md", () => {
  it("is what the command writes", async () => {
    const page = readFileSync(new URL("../../docs/command.md", import.meta.url), "utf8");
    const [, section = ""] = page.split("## Comparing two rulesets\n");
    const { path } = offices({ "city.json": sixty });
    expect(section).toContain(`\`\`\`text\n${(await diff(path, "city.json")).out}\`\`\`\n`);
    const [, json = ""] = /```json\n(\{\n {2}"form"[\s\S]*?)```/.exec(section) ?? [];
    const written = await diff(path, "city.json", "--format", "json");
    expect([written.status, written.err]).toEqual([1, ""]);
    expect(JSON.parse(written.out)).toEqual(JSON.parse(json));
  });

  it("is written the same whatever the language", async () => {
    const { path } = offices({ "city.json": sixty });
    const [en, zh] = await Promise.all(
      ["en", "zh"].map((lang) => diff(path, "city.json", "--format", "json", "--lang", lang)),
    );
    expect(zh?.out).toBe(en?.out);
  });
});
