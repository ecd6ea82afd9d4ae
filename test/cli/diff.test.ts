import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { folder, tiercut } from "./harness.ts";

/* `tiercut diff` as it is used: what it writes, with what status it leaves, and what it refuses. */

const variant = (parameters: object) =>
  JSON.stringify({
    language: "1",
    id: "city",
    version: "1.0.0",
    label: { zh: "市", en: "a city" },
    extends: { id: "hainan-unicom-2003", version: "^1.0.0" },
    parameters,
  });
const run = (parameters: object, ...argv: readonly string[]) =>
  tiercut(["diff", ...argv], { cwd: folder({ "city.json": variant(parameters) }).path });

const sixty = { starFive: 60000 };
const star = ["--decision", "star"];

describe("the example of docs/command.md", () => {
  it("is what the command writes", async () => {
    const page = readFileSync(new URL("../../docs/command.md", import.meta.url), "utf8");
    const { status, out } = await run(sixty, "city.json", ...star);
    expect(status).toBe(1);
    expect(page).toContain(`\`\`\`text\n${out.trimEnd()}\n\`\`\`\n`);
  });
});

describe("the status of diff", () => {
  it.each([
    ["0 where all is decided the same", {}, ["city.json", ...star], 0],
    ["1 where an account is decided otherwise", sixty, ["city.json", ...star], 1],
    [
      "0 of a decision that the change does not reach",
      sixty,
      ["city.json", "--decision", "group"],
      0,
    ],
    ["0 of a ruleset beside itself", {}, ["hainan-unicom-2003", "hainan-unicom-2003", ...star], 0],
  ])("is %s", async (_, parameters, argv, status) => {
    expect((await run(parameters, ...argv)).status).toBe(status);
  });
});

describe("what diff refuses", () => {
  it.each([
    [
      ["city.json", "--decision", "stars"],
      /neither ruleset has a decision `stars`; did you mean `star`\?/,
    ],
    [["city.json", "--regions", "0"], /--regions takes a number from 1 on, and this is `0`/],
    [["city.json", "--regions", "many"], /--regions takes a number/],
    [["hainan-unicom-2003"], /is built on no other: name a second ruleset/],
    [[], /A is missing|A and B are missing/],
    [["city.json", "cty.json"], /`cty.json`: .*did you mean `city.json`\?/],
    [["city.json", "--format", "xml"], /--format does not take `xml`; it takes/],
  ])("%j is told, and nothing is written", async (argv, message) => {
    const { status, out, err } = await run(sixty, ...argv);
    expect([status, out]).toEqual([2, ""]);
    expect(err).toMatch(message);
  });
  it("dated values without a day, in the command's own words", async () => {
    const dated = { starFive: { dated: { "2004-01-01": 60000 } } };
    const { status, err } = await run(dated, "city.json", ...star);
    expect(status).toBe(2);
    expect(err).toMatch(/--on/);
    expect(err).not.toMatch(/compile|\{ on:/);
    const before = await run(dated, "city.json", ...star, "--on", "2003-12-31");
    const after = await run(dated, "city.json", ...star, "--on", "2004-01-01");
    expect([before.status, after.status]).toEqual([0, 1]);
  });
});

describe("the forms of diff", () => {
  it("tell in Chinese what differs", async () => {
    const { out } = await run(sixty, "city.json", ...star, "--lang", "zh");
    expect(out).toContain("50000 ≤ 移动通信月收入 < 60000 元/月：五星集团 → 四星集团");
  });
  it("are one object as JSON, with the keys that docs/command.md names", async () => {
    const { out } = await run(sixty, "city.json", ...star, "--format", "json");
    const told = JSON.parse(out);
    expect(Object.keys(told).sort()).toEqual(["after", "before", "changes", "decisions", "form"]);
    const [decision] = told.decisions;
    const [output] = decision.outputs;
    expect([told.form, decision.status, output.complete]).toEqual([1, "different", true]);
    const [region] = output.regions;
    expect(region.sides).toEqual([
      { fact: "monthlyMobileRevenue", ranges: [{ from: 50000, to: 59999.9999 }], unknown: false },
    ]);
    expect([region.account, region.before, region.after]).toEqual([
      { monthlyMobileRevenue: 50000 },
      "5",
      "4",
    ]);
  });
});
