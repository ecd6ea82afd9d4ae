import { describe, expect, it } from "vitest";
import { folder, shop, tiercut } from "./harness.ts";

/* Cases made of a table whose answers are known: last year's system's, as a policy owner has them. */

const stars = "account_id,移动月收入,去年星级\n";
const hainan = "hainan-unicom-2003";

/** Makes cases of a table in a folder; what is written there can be read and run again. */
function known(table: string | Uint8Array, files: Readonly<Record<string, string>> = {}) {
  const { path, read } = folder({ "known.csv": table, ...files });
  const run = (ruleset: string, ...argv: readonly string[]) =>
    tiercut(["test", ruleset, ...argv], { cwd: path });
  return { run, read, cases: () => JSON.parse(read("cases.json")).cases };
}
const answered = ["known.csv", "--answer", "star=去年星级"];
const written = [...answered, "--output", "cases.json"];

describe("cases of known answers", () => {
  it("are written, can be run again, and hold where the ruleset agrees", async () => {
    const { run, cases } = known(
      `${stars}A1,50000,5\nA2,49999.99,四星集团\nA3,30000,four-star group\n`,
    );
    const made = await run(hainan, ...written);
    expect([made.status, made.out]).toEqual([
      0,
      "`known.csv` on hainan-unicom-2003 1.0.1: cases that hold: 3 of 3\n",
    ]);
    expect(cases()[1]).toEqual({
      id: "A2",
      rule: "HN-25",
      says: "star, line 3 of known.csv",
      decision: "star",
      facts: { monthlyMobileRevenue: 49999.99 },
      expect: { outcome: "4" },
    });
    const again = await run(hainan, "cases.json");
    expect([again.status, again.out, again.err]).toEqual([
      0,
      "`cases.json` on hainan-unicom-2003 1.0.1: cases that hold: 3 of 3\n",
      "",
    ]);
  });

  it("keep the words of a mapping where an option names another column", async () => {
    const values = { "★★★★★": "5", "★★★★": "4" };
    const mapping = {
      columns: { monthlyMobileRevenue: "移动月收入" },
      answers: { star: { column: "前年星级", values } },
    };
    const { run, cases } = known(`${stars}A1,50000,★★★★★\nA2,49999.99,★★★★\n`, {
      "map.json": JSON.stringify(mapping),
    });
    const made = await run(hainan, ...written, "--map", "map.json");
    expect([made.status, made.err]).toEqual([0, expect.not.stringContaining("前年星级")]);
    expect(cases().map((c: { expect: unknown }) => c.expect)).toEqual([
      { outcome: "5" },
      { outcome: "4" },
    ]);
  });

  it("expect what the table says, and never what the ruleset comes to", async () => {
    const { run, cases } = known(`${stars}A1,50000,5\nA2,100,5\n`);
    const made = await run(hainan, ...written, "--lang", "zh");
    expect(made.status).toBe(1);
    expect(made.out.split("\n").slice(0, 2)).toEqual([
      "A2 [HN-25]：集团分级，known.csv 第 3 行",
      '  结果：应为 `"5"`（五星集团），得到 `"1"`（一星集团）',
    ]);
    expect(cases()[1].expect).toEqual({ outcome: "5" });
    const again = await run(hainan, "cases.json", "--lang", "zh");
    expect([again.status, again.out]).toEqual([
      1,
      made.out.replace("`known.csv` 用于", "`cases.json` 用于"),
    ]);
  });

  it("are not made of rows without an answer, and of an unknown fact never zero", async () => {
    const { run, cases } = known(`${stars}A1,50000,\nA2,, \nA3,,5\nA4,50000,5\n`);
    const made = await run(hainan, ...written);
    expect(made.err).toBe("note: `star`: 2 cases of 4 rows; without an answer: 2\n");
    expect(cases().map((c: { id: string; facts: object }) => [c.id, c.facts])).toEqual([
      ["A3", {}],
      ["A4", { monthlyMobileRevenue: 50000 }],
    ]);
    expect(made.out).toContain("A3 [HN-25]: star, line 4 of known.csv\n");
    expect(made.out).toContain(
      '  outcome: expected `"5"` (five-star group), came to `"undetermined"`',
    );
  });

  it("say which line each is of where an id stands twice, or there is none", async () => {
    const twice = known(`${stars}A1,50000,5\n\nA1,30000,4\n,30000,4\n`);
    await twice.run(hainan, ...written);
    expect(twice.cases().map((c: { id: string; says: string }) => [c.id, c.says])).toEqual([
      ["A1", "star, line 2 of known.csv"],
      ["A1", "star, line 4 of known.csv"],
      ["5", "star, line 5 of known.csv"],
    ]);
  });

  it("read what `evaluate` reads: JSON lines, GB18030, a mark of the byte order, settings, a day", async () => {
    const star = { parameters: { starFive: { dated: { "2004-01-01": 70000 } } } };
    const city = { language: "1", id: "city", version: "1.0.0", label: { zh: "市", en: "a city" } };
    const extend = { extends: { id: hainan, version: "^1.0.0" }, ...star };
    const lines = '{"monthlyMobileRevenue": 60000.0, "id": 7, "was": "5"}\n';
    const { run, cases, read } = known(`\uFEFF${stars}A1,60000,4\n`, {
      "city.json": JSON.stringify({ ...city, ...extend }),
      "known.jsonl": lines,
    });
    const at = ["--on", "2004-01-01", "--set", "boundary=upper-closed", "--output", "cases.json"];
    expect((await run("city.json", ...answered, ...at)).status).toBe(0);
    expect(JSON.parse(read("cases.json")).on).toBe("2004-01-01");
    expect(cases()[0].parameters).toEqual({ boundary: "upper-closed" });
    expect((await run("city.json", "cases.json")).status).toBe(0);
    const json = await run(hainan, "known.jsonl", "--answer", "star=was");
    expect([json.status, json.out]).toEqual([
      0,
      "`known.jsonl` on hainan-unicom-2003 1.0.1: cases that hold: 1 of 1\n",
    ]);
    // `account_id,移动月收入,was` and a row of it, in GB18030.
    const bytes = [0xd2, 0xc6, 0xb6, 0xaf, 0xd4, 0xc2, 0xca, 0xd5, 0xc8, 0xeb];
    const gb = Buffer.concat([
      Buffer.from("account_id,"),
      Buffer.from(bytes),
      Buffer.from(",was\nA1,50000,5\n"),
    ]);
    const other = await known(gb).run(
      hainan,
      ...["known.csv", "--answer", "star=was", "--encoding", "gb18030"],
    );
    expect(other.status).toBe(0);
  });

  it("are written to standard output where that is asked for, and the report beside it", async () => {
    const { run } = known(`${stars}A1,50000,4\n`);
    const { status, out, err } = await run(hainan, ...answered, "--output", "-");
    expect([status, JSON.parse(out).cases.length]).toEqual([1, 1]);
    expect(err).toContain('outcome: expected `"4"`');
  });
});

describe("known answers of a population", () => {
  const table =
    "account id,city,monthly revenue,members,类别,perHead\n" +
    "a1,x,100,10,A类,10\na2,x,90,7,A类,12.86\na3,x,90,0,B类,undefined\na4,x,1,3,B类,0.33\n" +
    "b1,y,5,2,A类,2.50\nb2,y,1,,,\n";
  const mapping = {
    columns: {
      accountId: "account id",
      city: "city",
      revenue: "monthly revenue",
      members: "members",
    },
    answers: {
      class: { column: "类别", values: { A类: "A", B类: "B" } },
      "ratios.perHead": "perHead",
    },
  };
  const made = () => known(table, { "map.json": JSON.stringify(mapping) });
  const options = ["known.csv", "--map", "map.json", "--output", "cases.json"];

  it("are one case of all rows, those without an answer too; parts stand in the rows' own", async () => {
    const { run, cases } = made();
    const { status, out, err } = await run(shop, ...options);
    // Two of the four places of x are class A, and who has as much as the last of them goes up too.
    expect([status, out]).toEqual([
      1,
      "class [S-6]: class, all rows of known.csv\n" +
        '  number 3 of the population (`a3`): expected `"B"` (B), came to `"A"` (A)\n\n' +
        "`known.csv` on shop 2.1.0: cases that hold: 5 of 6\n",
    ]);
    expect(err).toBe(
      "note: `class`: 1 case of 6 rows; without an answer: 1\n" +
        "note: `ratios`: 5 cases of 6 rows; without an answer: 1\n",
    );
    const [one, ...others] = cases();
    expect([one.subject, one.outcomes]).toEqual(["account", ["A", "A", "B", "B", "A", null]]);
    expect(one.population[5]).toEqual({ accountId: "b2", city: "y", revenue: 1 });
    expect(others.map((c: { expect: { parts: object } }) => c.expect.parts)).toEqual([
      { perHead: 10 },
      { perHead: 12.86 },
      { perHead: "undefined" },
      { perHead: 0.33 },
      { perHead: 2.5 },
    ]);
    expect((await run(shop, "cases.json")).out).toBe(
      out.replace("`known.csv` on", "`cases.json` on"),
    );
  });
  it("are not made where a row of it can't be read", async () => {
    const { run } = known(`${table}c1,y,12abc,,,\n`, { "map.json": JSON.stringify(mapping) });
    const { status, out, err } = await run(shop, ...options);
    expect([status, out]).toEqual([2, ""]);
    expect(err).toMatch(/line 8: column `monthly revenue` is `12abc`: it is not a number/);
  });
  it("give way to an option that names another column", async () => {
    const { run } = made();
    const { err } = await run(shop, ...options, "--answer", "class=none");
    expect(err).toMatch(/^tiercut: the answers name columns that the input does not have: `none`/);
  });
});

describe("an answer", () => {
  const refused = async (table: string, ...argv: readonly string[]) => {
    const { status, out, err } = await known(table).run(hainan, ...written, ...argv);
    expect([status, out]).toEqual([2, ""]);
    return err;
  };
  it("that is none of the outcomes is refused with its line and what there is, in two languages", async () => {
    const table = `${stars}A1,50000,5\nA2,100,9星\n"A\n3",x,8\n`;
    expect((await refused(table)).split("\n").slice(1, 4)).toEqual([
      "  line 3: column `去年星级` is `9星`: it is outside its list of values; write one of `1` (一星集团, one-star group), `2` (二星集团, two-star group), `3` (三星集团, three-star group), `4` (四星集团, four-star group), `5` (五星集团, five-star group), `unrated` (不评星, not rated)",
      "  line 4: column `移动月收入` is `x`: it is not a number in plain digits; write digits with at most one point, such as `1234.5`: no unit, no thousands mark",
      "",
    ]);
    const chinese = await refused(table, "--lang", "zh");
    expect(chinese).toMatch(/^tiercut: 没有用 `known.csv` 生成案例/);
    expect(chinese).toMatch(
      / {2}第 3 行：列 `去年星级` 是 `9星`：不在取值清单之内；可以写：`1`（一星集团/,
    );
  });
  it("that no number of the outcome can be is refused, and more faults than help are counted", async () => {
    const rows = Array.from({ length: 25 }, (_, i) => `A${i},${i + 1}x\n`).join("");
    const { run } = known(`account id,members,n\nA,3,-7\n${rows.replaceAll(",", ",1,")}`);
    const { status, err } = await run(shop, "known.csv", "--answer", "ratios.twice=n");
    expect(status).toBe(2);
    expect(err).toMatch(/line 2: column `n` is `-7`: it is below the least allowed, 0/);
    expect(err).toMatch(/and 6 more\n$/);
  });
  it("may be that it stays open, or is undefined where a divisor may be zero", async () => {
    const { run } = known(
      "members,revenue,open,left\n0,1,undefined,undetermined\n,1,undetermined,6\n",
    );
    const argv = ["known.csv", "--answer", "ratios.perHead=open", "--answer", "ratios.twice=left"];
    const { status, out } = await run(shop, ...argv);
    expect(status).toBe(1);
    expect(out).toMatch(/part `twice`: expected `"undetermined"`, came to `0`/);
    expect(out).toMatch(/part `twice`: expected `6`, came to `"undetermined"`/);
    expect(out).not.toMatch(/part `perHead`/);
  });
  it("of yes or no is read as a fact of yes or no is", async () => {
    const { run } = known("members,was\n10,是\n9,0\n9,yes\n");
    const { out } = await run(shop, "known.csv", "--answer", "big=was");
    expect(out).toMatch(
      /^3 \[S-3\]: big, line 4 of known.csv|^4 \[S-3\]: is big, line 4 of known.csv/,
    );
    expect(out).toMatch(/cases that hold: 2 of 3\n$/);
  });
  it("in a column called like a fact is no fact", async () => {
    const { run, cases } = known("revenue,members\n500,B\n");
    await run(shop, "known.csv", "--answer", "tier=members", "--output", "cases.json");
    expect(cases()[0]).toMatchObject({ facts: { revenue: 500 }, expect: { outcome: "B" } });
  });
});

describe("what can't be made cases of", () => {
  const table = `${stars}A1,50000,5\n`;
  it.each<[readonly string[], RegExp]>([
    [["known.csv"], /^tiercut: `known.csv` is no file of cases but a table: say which column/],
    [["known.csv", "--output", "x.json"], /^tiercut: no answer is named: say which column/],
    [["known.csv", "--map", "map.json"], /^tiercut: no answer is named: say which column/],
    [["known.csv", "--answer", "star"], /--answer takes `decision=column`, and this is `star`/],
    [["known.csv", "--answer", "star="], /--answer takes `decision=column`/],
    [["known.csv", "--answer", "=去年星级"], /--answer takes `decision=column`/],
    [["known.csv", "--answer", "stars=去年星级"], /no decision `stars`; did you mean `star`\?/],
    [["known.csv", "--answer", "star=去年星"], /`去年星` \(did you mean `去年星级`\?\)/],
    [["known.csv", "--answer", "star.five=去年星级"], /`star` has no part `five`/],
    [
      ["tasks.csv", "--answer", "marketing=was"],
      /`marketing` comes to several values: .*marketing\.lead=COLUMN/,
    ],
    [[...answered, "--answer", "star=account_id"], /--answer gives `star` twice/],
    [
      [...answered.slice(1), "known.csv", "cases.json"],
      /answers are read from one table, and these are `known.csv`, `cases.json`/,
    ],
    [[...answered, "--output", "known.csv"], /--output `known.csv` is there already/],
    [["none.csv", ...answered.slice(1)], /there is no file `none.csv`/],
    [
      ["blank.csv", ...answered.slice(1)],
      /no row of `blank.csv` has an answer: the cells of `去年星级` are all blank/,
    ],
    [
      ["hidden.csv", ...answered.slice(1)],
      /the cases of `hidden.csv` make no file that can be run/,
    ],
    [["known.csv", "--map", "bad.json"], /\/answers\/star: /],
    [
      ["known.csv", "--map", "stranger.json"],
      /the mapping states the value of `五` for `star` as `6`/,
    ],
  ])("is told: %j", async (argv, message) => {
    const columns = { monthlyMobileRevenue: "移动月收入" };
    const mapping = (answers?: object) => JSON.stringify({ columns, answers });
    const { run, read } = known(table, {
      "map.json": mapping(),
      "bad.json": mapping({ star: 5 }),
      "stranger.json": mapping({ star: { column: "去年星级", values: { 五: "6" } } }),
      "tasks.csv": "action,was\nsupervise,none\n",
      "blank.csv": `${stars}A1,50000, \n`,
      "hidden.csv": `${stars}A\u202E1,50000,5\n`,
    });
    const { status, out, err } = await run(hainan, ...argv);
    expect([status, out]).toEqual([2, ""]);
    expect(err).toMatch(message);
    expect(read("known.csv")).toBe(table);
  });
  it("is more than one file holds", { timeout: 60_000 }, async () => {
    const rows = Array.from({ length: 15_000 }, (_, i) => `A${i},50000,5\n`).join("");
    const { run } = known(stars + rows);
    const { status, err } = await run(hainan, ...written);
    expect(status).toBe(2);
    expect(err).toMatch(/where it is too large, take fewer rows/);
  });
});
