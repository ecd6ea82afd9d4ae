import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { cellReader } from "../../src/cli/mapping/cell.ts";
import type { RulesetDocument } from "../../src/kinds/ruleset.ts";
import type { Fact } from "../../src/ruleset/schema/fact.ts";
import { evaluate, folder, shop, tiercut } from "./harness.ts";

const big = ["--decision", "big"];
const outcomes = (rows: readonly { results?: Record<string, { outcome: unknown }> }[]) =>
  rows.map((r) => r.results?.big?.outcome);

describe("reading CSV", () => {
  it.each([
    ["a byte order mark", "\uFEFFmembers,city\n10,x\n9,y\n"],
    ["CRLF", "members,city\r\n10,x\r\n9,y\r\n"],
    ["CRLF and LF mixed", "members,city\r\n10,x\n9,y\r\n"],
    ["no newline at the end", "members,city\n10,x\n9,y"],
    ["blank lines", "\n\nmembers,city\n\n10,x\n   \n9,y\n\n\n"],
    ["quoted cells", '"members","city"\n"10","x, or ""y"""\n"9","y"\n'],
    ["spaces around cells", " members , city \n 10 , x \n 9 ,y\n"],
    ["trailing zeros and signs", "members,city\n+10.000,x\n0009,y\n"],
    ["a quote inside a cell", 'members,city\n10,5" pipe\n9,y\n'],
  ])("reads %s", async (_, text) => {
    const { status, rows } = await evaluate(text, ...big);
    expect(status).toBe(0);
    expect(outcomes(rows)).toEqual([true, false]);
  });

  it("counts lines as the file has them, also after a cell over several lines", async () => {
    const { rows } = await evaluate('members,city\n10,"a\r\nb\n\nc"\n\nx,y\n9,z\n', ...big);
    expect(rows.map((r) => [r.row, r.line, r.status])).toEqual([
      [1, 2, "decided"],
      [2, 7, "rejected"],
      [3, 8, "decided"],
    ]);
  });

  it("puts cells and letters together that come in two pieces", async () => {
    const bytes = Buffer.from('成员数,地市\n10,"安\n庆"\n9,合肥\n');
    for (let cut = 1; cut < bytes.length; cut += 1) {
      const stdin = [bytes.subarray(0, cut), bytes.subarray(cut)];
      const { rows } = await tiercut(["evaluate", shop, "-", ...big], { stdin });
      expect(rows.map((r) => [r.line, r.results.big.outcome])).toEqual([
        [2, true],
        [4, false],
      ]);
    }
  });

  it("takes a row of blanks for a row, of which nothing is known", async () => {
    const { status, rows } = await evaluate("members,city\n,\n  ,  \n", ...big);
    expect(status).toBe(0);
    expect(rows.map((r) => r.results.big.missing)).toEqual([["members"], ["members"]]);
  });

  it("evaluates nothing of a file with headings alone", async () => {
    const { status, out, err } = await evaluate("members,city\n", ...big);
    expect([status, out]).toEqual([0, ""]);
    expect(err).toContain("0 rows = 0 decided + 0 undetermined + 0 rejected");
  });

  it.each([
    ["nothing", "", /is empty: its first line must hold the headings/],
    ["blank lines alone", "\n  \n", /is empty/],
    ["a heading twice", "members,city,members\n", /have `members` twice/],
    ["a column without heading", "members,,city\n", /leave column 2 of 3 without a name/],
    ["a comma at the end", "members,city,\n1,2,\n", /leave column 3 of 3 without a name/],
    ["two headings of one fact", "members,成员数\n", /are both the fact `members`/],
    ["a broken quote in the headings", '"members,city\n1,2\n', /can't be read: a quote is opened/],
    ["carriage returns alone", "members,city\r1,2\r", /carriage return alone/],
    ["no column of a fact", "a,membres,c\n1,2,3\n", /did you mean it by `membres`\?/],
    ["semicolons for commas", "members;city\n1;2\n", /separated by `;`: save the file with commas/],
    ["tabs for commas", "members\tcity\n1\t2\n", /separated by tabs/],
    ["a JSON array", '[{"members":1}]', /is a JSON array: write one object a line/],
  ])("refuses %s", async (_, text, reason) => {
    const { status, out, err } = await evaluate(text, ...big);
    expect([status, out]).toEqual([2, ""]);
    expect(err).toMatch(reason);
  });
});

describe("what a cell may be", () => {
  const { facts } = JSON.parse(readFileSync(shop, "utf8")) as RulesetDocument;
  it.each([
    ["vip", "true", true],
    ["vip", "TRUE", true],
    ["vip", "Yes", true],
    ["vip", "是", true],
    ["vip", "1", true],
    ["vip", "false", false],
    ["vip", "no", false],
    ["vip", "否", false],
    ["vip", "0", false],
    ["status", "on-net", "on-net"],
    ["status", "在网", "on-net"],
    ["status", "On The Net", "on-net"],
    ["status", "2-离网", "off-net"],
    ["status", "2", "off-net"],
    ["joined", "2012-02-29", "2012-02-29"],
    ["joined", "2012/02/29", "2012-02-29"],
    ["joined", "2012/2/9", "2012-02-09"],
    ["services", "line", ["line"]],
    ["services", "专线;短信", ["line", "sms"]],
    ["services", "专线、sms", ["line", "sms"]],
    ["services", "line | text messages", ["line", "sms"]],
    ["services", "line；专线;", ["line", "line"]],
    ["joined", " ", undefined],
    ["city", " 安庆 ", "安庆"],
    ["members", "007", 7],
    ["revenue", "-0.50", -0.5],
    ["revenue", "300000.0000", 300000],
  ] as const)("reads %s of `%s`", (name, cell, value) => {
    expect(cellReader(facts[name] as Fact, {})(cell)).toEqual({ value });
  });

  it.each(["成员数", "MEMBERS", "Head Count", "集团成员数", "members"])(
    "knows the members by the heading %s",
    async (heading) => {
      const { rows } = await evaluate(`${heading},x\n12,\n`, ...big);
      expect(outcomes(rows)).toEqual([true]);
    },
  );
});

describe("reading JSON lines", () => {
  it("reads values and texts, blank lines and missing keys", async () => {
    const text = '{"members":12}\n\r\n{"成员数":"9"}\n{}\n{"members":null}\n{"members":" "}\n';
    const { status, rows } = await evaluate(text, ...big);
    expect(status).toBe(0);
    expect(rows.map((r) => r.line)).toEqual([1, 3, 4, 5, 6]);
    expect(outcomes(rows)).toEqual([true, false, undefined, undefined, undefined]);
  });

  it("reads ids, yes and no, labels and lists as JSON has them", async () => {
    const line = {
      accountId: 1001,
      vip: true,
      status: 2,
      services: ["专线", "sms"],
      joined: "2011-01-01",
    };
    const { rows } = await evaluate(JSON.stringify(line), "--decision", "active");
    expect(rows[0]).toMatchObject({ id: "1001", results: { active: { outcome: false } } });
  });

  it("keeps the digits of a long id", async () => {
    const { rows } = await evaluate('{"accountId":12345678901234567890,"members":1}', ...big);
    expect(rows[0]).toMatchObject({ id: "12345678901234567890", status: "decided" });
  });

  it("reads keys that other objects have as nothing but keys", async () => {
    const text = '{"members":1,"__proto__":{"vip":true},"constructor":1,"toString":2}';
    const { status, rows } = await evaluate(text, ...big);
    expect([status, outcomes(rows)]).toEqual([0, [false]]);
  });

  it("tells format by ending, by the first character, or as it is told", async () => {
    const { path } = folder({ "a.jsonl": "oops\n", "b.txt": '{"members":1}\n', "c.jsonl": "" });
    const at = (file: string, ...more: string[]) =>
      tiercut(["evaluate", shop, file, ...big, ...more], { cwd: path });
    expect((await at("a.jsonl")).rows[0]).toMatchObject({ status: "rejected" });
    expect((await at("b.txt")).rows[0]).toMatchObject({ status: "decided" });
    expect((await at("b.txt", "--from", "csv")).err).toMatch(/no column is a fact/);
    expect(await at("c.jsonl")).toMatchObject({ status: 2, out: "" });
    expect((await at("c.jsonl")).err).toMatch(/`c.jsonl` is empty: it has no rows/);
    expect((await at("b.txt", "--from", "xml")).err).toMatch(/--from does not take `xml`/);
  });
});

describe("encodings", () => {
  // 成员数,地市 / 10,安庆 / 9,合肥
  const gb18030 = Uint8Array.from(
    Buffer.from("b3c9d4b1cafd2cb5d8cad00a31302cb0b2c7ec0a392cbacfb7ca0a", "hex"),
  );
  it("reads GB18030 where it is told to", async () => {
    for (const encoding of ["gb18030", "gbk", "GBK"]) {
      const { status, rows } = await evaluate(gb18030, ...big, "--encoding", encoding);
      expect([status, outcomes(rows)]).toEqual([0, [true, false]]);
    }
  });
  it("says what to do about headings that are not UTF-8", async () => {
    const { status, err } = await evaluate(gb18030, ...big);
    expect(status).toBe(2);
    expect(err).toContain("`--encoding gb18030`");
  });
  it("rejects one line that is not UTF-8, and reads the rest", async () => {
    const text = Buffer.concat([
      Buffer.from("members,city\n10,庆\n"),
      Buffer.from([0x39, 0x2c, 0xb0, 0xb2]),
      Buffer.from("\n9,y\n"),
    ]);
    const { status, rows } = await evaluate(text, ...big);
    expect(status).toBe(1);
    expect(rows.map((r) => [r.line, r.status])).toEqual([
      [2, "decided"],
      [3, "rejected"],
      [4, "decided"],
    ]);
    expect(rows[1].faults[0].help).toContain("`--encoding gb18030`");
  });
  it("rejects a line that is not GB18030", async () => {
    const text = Buffer.concat([Buffer.from("members,city\n1,"), Buffer.from([0xff, 0x0a])]);
    const { rows } = await evaluate(text, ...big, "--encoding", "gb18030");
    expect(rows[0].faults[0].message).toMatch(/not GB18030/);
  });
  it("refuses an encoding it does not know", async () => {
    const { status, err } = await evaluate("members\n1\n", "--encoding", "utf-16");
    expect(status).toBe(2);
    expect(err).toMatch(/--encoding does not take `utf-16`/);
  });
});
