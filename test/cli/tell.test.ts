import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { folder, shop, tiercut } from "./harness.ts";

const text = "accountId,city,members,revenue\na,甲,10,1000\nb,乙,x,100\nc,甲,3,50.5\nc,甲,3,50.5\n";
const explain = (...options: string[]) =>
  tiercut(["explain", shop, "-", ...options], { stdin: text });

describe("tiercut explain", () => {
  it("tells one row in words", async () => {
    const { status, out } = await explain("--row", "1", "--decision", "tier,big");
    expect(status).toBe(0);
    expect(out).toMatch(/^tier: first tier \(A\)\n {2}- .*\[S-5 1\].*\nis big: yes\n/);
  });
  it("tells it in Chinese, with its population", async () => {
    const { out } = await explain("--id", "a", "--decision", "class", "--lang", "zh");
    expect(out).toMatch(/^分类: A/);
  });
  it("tells why a row can't be read", async () => {
    const { status, out, err } = await explain("--row", "2", "--decision", "big");
    expect([status, out]).toEqual([1, ""]);
    expect(err).toContain("line 3: column `members` is `x`: it is not a number");
  });
  it("needs no choice where there is one row", async () => {
    const argv = ["explain", shop, "-", "--decision", "big"];
    const { status, out } = await tiercut(argv, { stdin: '{"members": 12}' });
    expect([status, out.split("\n")[0]]).toEqual([0, "is big: yes"]);
  });
  it.each<readonly [readonly string[], RegExp]>([
    [[], /several rows, on lines 2, 3, 4, 5: pick one with --row or --id/],
    [["--id", "c"], /several rows have the id `c`, on lines 4, 5: pick one with --row/],
    [["--id", "z"], /no row with the id `z`/],
    [["--row", "9"], /no row 9/],
    [["--row", "0"], /from 1 on, and this is `0`/],
    [["--row", "x"], /from 1 on, and this is `x`/],
    [["--row", "1", "--id", "a"], /give one of the two/],
    [["--lang", "fr"], /--lang does not take `fr`/],
  ])("refuses %j", async (options, reason) => {
    const { status, out, err } = await explain(...options);
    expect([status, out]).toEqual([2, ""]);
    expect(err).toMatch(reason);
  });
  it("can't find an id where no column has it", async () => {
    const argv = ["explain", shop, "-", "--id", "a"];
    const { status, err } = await tiercut(argv, { stdin: "members\n1\n" });
    expect(status).toBe(2);
    expect(err).toMatch(/no column names the rows/);
  });
});

describe("tiercut list", () => {
  it("lists the shipped rulesets", async () => {
    const { status, out } = await tiercut(["list"]);
    expect(status).toBe(0);
    expect(out).toMatch(/^anqing-mobile-2010 {2}\d+\.\d+\.\d+ {2}\w/m);
    expect(out).toMatch(/^hainan-unicom-2003 {2}/m);
  });
  it("lists them in Chinese and as JSON", async () => {
    expect((await tiercut(["list", "--lang", "zh"])).out).toContain("海南联通");
    const { rows } = await tiercut(["list", "--json"]);
    expect(rows.map((r) => r.id)).toContain("hainan-unicom-2003");
  });
});

describe("tiercut show", () => {
  const show = async (...words: string[]) => (await tiercut(["show", shop, ...words])).out;
  it("shows a ruleset, a decision, a fact, a parameter", async () => {
    expect(await show()).toMatch(/^shop 2\.1\.0 {2}shop\n.*小店办法/);
    expect(await show()).toContain("  bonus = none, must be set  bonus");
    expect(await show("tier")).toContain("outcome: A first tier, B second tier, C third tier");
    expect(await show("tier")).toContain("facts it reads: revenue");
    expect(await show("class")).toContain("needs the population of: account");
    expect(await show("ratios")).toContain("outcome: perHead: per head");
    expect(await show("rewarded")).toContain("can be run once these are set: bonus");
    expect(await show("members")).toContain(
      "range: 0 … 1000\n  also called: 集团成员数, head count",
    );
    expect(await show("status")).toContain("    off-net  off the net  2-离网  2");
    expect(await show("floor")).toContain(
      "default: 10\n  unit: units\n  decimals: 0\n  range: 1 … 100",
    );
    expect(await show("edge")).toContain("question: whose is the edge");
    expect(await show("opened")).toContain("default: 2010-01-01");
  });
  it("shows them in Chinese", async () => {
    expect(await show("edge", "--lang", "zh")).toContain("问题: 边界归谁");
    expect(await show("members", "--lang", "zh")).toContain("成员数\n  类型: number");
  });
  it("shows the plan and the JSON", async () => {
    expect(await show("--plan")).toContain("tier (bands of account, record)");
    expect(JSON.parse(await show("--json"))).toEqual(JSON.parse(readFileSync(shop, "utf8")));
    expect(JSON.parse(await show("floor", "--json"))).toMatchObject({ parameter: { default: 10 } });
  });
  it.each<readonly [readonly string[], RegExp]>([
    [["show", shop, "tierr"], /no decision, fact or parameter `tierr`; did you mean `tier`\?/],
    [["show"], /RULESET is missing\nusage: tiercut show/],
    [["show", shop, "tier", "more"], /`more` is one word too many/],
    [["evaluate"], /RULESET and INPUT are missing/],
    [["evaluate", shop, "no.csv"], /there is no file `no.csv`/],
    [["evaluate", shop, "."], /`.` is a folder/],
    [["evaluat"], /no command `evaluat`; did you mean `evaluate`\?/],
    [["x"], /no command `x`; there are `evaluate`/],
    [["list", "more"], /one word too many/],
  ])("refuses %j", async (argv, reason) => {
    const { status, out, err } = await tiercut(argv);
    expect([status, out]).toEqual([2, ""]);
    expect(err).toMatch(reason);
  });
  it("tells how it is used", async () => {
    for (const argv of [["--help"], ["help"], ["evaluate", "-h"]]) {
      const { status, out } = await tiercut(argv);
      expect(status).toBe(0);
      expect(out).toContain("tiercut evaluate RULESET INPUT");
    }
    expect(await tiercut([])).toMatchObject({ status: 2, out: "" });
    expect((await tiercut(["--version"])).out).toMatch(/^\d+\.\d+\.\d+\n$/);
  });
});

describe("tiercut sample", () => {
  it("evaluates the sample portfolio, and tells the classes by city", async () => {
    const { path, read } = folder();
    const { status, out } = await tiercut(["sample"], { cwd: path });
    expect(status).toBe(0);
    const part = out.split("# ").find((p) => p.startsWith("anqing-mobile-2010")) ?? "";
    for (const ruleset of ["anqing-mobile-2010", "hainan-unicom-2003", "xian-unicom-2012"]) {
      expect(out).toContain(`# ${ruleset}: `);
    }
    expect(part).toMatch(/60 rows = \d+ decided \+ [1-9]\d* undetermined \+ 2 rejected/);
    for (const city of ["甲市", "乙市", "丙市"]) {
      expect(part).toMatch(new RegExp(`${city}: A \\d+ → \\d+, B \\d+ → \\d+, C \\d+ → \\d+`));
    }
    expect(read(join("tiercut-sample", "summary.txt"))).toContain("甲市");
    for (const file of ["anqing-mobile-2010.account.jsonl", "hainan-unicom-2003.account.jsonl"]) {
      expect(read(join("tiercut-sample", file)).trim().split("\n")).toHaveLength(60);
    }
    expect(read(join("tiercut-sample", "anqing-mobile-2010.account.csv"))).toContain("JT0001");
  });
});
