import { describe, expect, it } from "vitest";
import { shippedFile } from "../../src/cli/shipped.ts";
import { evaluate, folder, shop, tiercut } from "./harness.ts";

const ids = (rows: readonly { id?: string }[]) => rows.map((r) => r.id);

describe("the column that names a row", () => {
  it.each([
    ["account_id,members\nA1,1\n", "A1"],
    ["客户ID,members\nA1,1\n", "A1"],
    ["CustomerId,members\nA1,1\n", "A1"],
    [" ID ,members\nA1,1\n", "A1"],
    ["客户账号,members\nA1,1\n", "A1"],
    ["开户编号,id,members\nA1,B1,1\n", "A1"],
    ["order_id,accountId,members\nA1,B1,1\n", "B1"],
    ["prepaid,paid,members\nA1,B1,1\n", undefined],
    ["name,members\nA1,1\n", undefined],
  ])("of %j is %s", async (text, id) => {
    const { status, rows } = await evaluate(text, "--decision", "big");
    expect([status, ids(rows)]).toEqual([0, [id]]);
  });

  it("is that of the subject, and not that of what it belongs to", async () => {
    const text = "集团客户编号,成员编号,成员角色\nG001,M01,领导人\n";
    const argv = ["evaluate", "anqing-mobile-2010", "-", "--decision", "keyMember"];
    const { rows } = await tiercut(argv, { stdin: text });
    expect(ids(rows)).toEqual(["M01"]);
  });

  it("is found by its heading under a mapping that states none", async () => {
    const { path } = folder({
      "rows.csv": "Total,Row ID\n1,R1\n",
      "map.json": '{"columns":{"members":"Total"}}',
    });
    const argv = ["evaluate", shop, "rows.csv", "--map", "map.json", "--decision", "big"];
    expect(ids((await tiercut(argv, { cwd: path })).rows)).toEqual(["R1"]);
  });

  it("lets a row be explained without a mapping, as docs/command.md shows", async () => {
    const { path } = folder({ "accounts.csv": "account_id,移动月收入\nA0001,50000\n" });
    const star = ["hainan-unicom-2003", "accounts.csv", "--decision", "star"];
    const { status, out, err } = await tiercut(["explain", ...star, "--id", "A0001"], {
      cwd: path,
    });
    expect([status, err]).toEqual([0, ""]);
    expect(out).toMatch(/^star: five-star group \(5\)\n/);
    const { rows } = await tiercut(["evaluate", ...star], { cwd: path });
    expect(rows).toEqual([
      {
        row: 1,
        line: 2,
        id: "A0001",
        status: "decided",
        results: {
          star: {
            outcome: "5",
            term: "five-star group",
            reasons: [{ id: "star.five", rule: "HN-25", clause: "第八条" }],
          },
        },
      },
    ]);
  });
});

describe("rows of another subject", () => {
  const members = ["evaluate", "anqing-mobile-2010", shippedFile("sample", "member.csv")];
  it("are refused where nobody said what they are", async () => {
    const { status, out, err } = await tiercut(members);
    expect([status, out]).toEqual([2, ""]);
    expect(err).toMatch(/the columns fit `member` better than `account`: 20 are facts of `member`/);
    expect(err).toContain("add --subject member, or --subject account if that is what a row is");
  });
  it("are taken for what they are said to be", async () => {
    expect((await tiercut([...members, "--subject", "account"])).status).toBe(0);
    expect((await tiercut([...members, "--subject", "member"])).status).toBe(0);
  });
  it("are found by the facts of a mapping too, and by nothing where as many fit", async () => {
    const { path } = folder({
      "rows.csv": "a,b\n1,甲\n",
      "map.json": '{"columns":{"sales":"a","city":"b"}}',
    });
    const argv = ["evaluate", shop, "rows.csv", "--map", "map.json"];
    expect((await tiercut(argv, { cwd: path })).err).toMatch(/`hall` better than `account`: 2 are/);
    expect((await evaluate("sales,city,members\n1,甲,2\n")).status).toBe(0);
  });
});

describe("a label that is none", () => {
  it("is told with the texts that are taken, in both languages", async () => {
    const { rows } = await evaluate("status\noff the nett\n");
    expect(rows[0].faults[0]).toMatchObject({
      message: "it is outside its list of values",
      help: "did you mean `off the net`? write one of `on-net` (在网, on the net, 1-在网), `off-net` (离网, off the net, 2-离网, 2)",
    });
  });
  it.each(['services\n"line;fax;sms"\n', '{"services":["line","fax"]}'])(
    "in a list is told by its entry: %j",
    async (text) => {
      const { rows } = await evaluate(text);
      const [fault] = rows[0].faults;
      expect(fault.message).toBe("the entry `fax` is outside its list of values");
      expect(fault.help).toContain("`line` (专线), `sms` (短信, text messages)");
    },
  );
});

describe("a heading that is no fact", () => {
  it("is told with the fact it may mean, its unit cut off or a letter changed", async () => {
    const { err } = await evaluate("成员数,月收入（元）,月收入 (元),joined onn,备注\n1,2,3,,\n");
    expect(err).toContain(
      "columns that are no fact: `月收入（元）` (did you mean the fact `revenue`?), `月收入 (元)` (did you mean the fact `revenue`?), `joined onn` (did you mean the fact `joined`?), `备注`\n",
    );
  });
  it("is told where no heading is a fact", async () => {
    const { status, err } = await evaluate("月收入（元）\n2\n", "--decision", "tier");
    expect(status).toBe(2);
    expect(err).toContain("did you mean it by `月收入（元）`?");
  });
});

describe("settings that can't stand together", () => {
  it("are told as what --set sets", async () => {
    const argv = ["evaluate", "anqing-mobile-2010", "-", "--set", "shareA=0.9"];
    const { status, err } = await tiercut(argv, { stdin: "集团成员数\n1\n" });
    expect(status).toBe(2);
    expect(err).toMatch(/what --set sets in `anqing-mobile-2010` can't be used together/);
    expect(err).not.toMatch(/loadRuleset|compile/);
  });
});

describe("the summary", () => {
  const text = "accountId,city,members,revenue\na,甲,10,1000\nb,甲,x,100\n";
  it("says that rejected rows are in no population, where there is one", async () => {
    const said = "rejected rows were left out of every population";
    expect((await evaluate(text, "--decision", "class")).err).toContain(said);
    expect((await evaluate(text, "--decision", "big")).err).not.toContain(said);
    expect((await evaluate(text.replace("x", "1"), "--decision", "class")).err).not.toContain(said);
  });
  it("counts one thing as one", async () => {
    const { err } = await evaluate("members\n1\n", "--decision", "big");
    expect(err).toContain("1 row = 1 decided");
  });
  it("is told in Chinese", async () => {
    const { err } = await evaluate(`${text}c,甲,,\n`, "--decision", "big,class", "--lang", "zh");
    const lines = err.split("\n");
    expect(lines[0]).toBe("3 行 = 1 已判定 + 1 无法判定 + 1 被拒");
    expect(lines[1]).toBe("big (是否大客户):");
    expect(lines.slice(2)).toContain("  是: 1");
    expect(err).toContain("  无法判定: 1；缺少：members 1\n");
    expect(err).toContain(
      "  计划名额 → 实际成员：\n    甲: A 1 → 1, B 0 → 0（参与排名 1 个；1 个因缺值未排名）",
    );
    expect(err).toContain("被拒的行：\n  第 3 行：列 `members`");
    expect(err).toContain("被拒的行不计入任何全体\n规则集 shop 2.1.0，sha256 ");
    expect(err).toContain("与默认不同的设定：无\n");
  });
});

describe("tiercut show", () => {
  const show = async (...words: string[]) => (await tiercut(["show", ...words])).out;
  it("lists each reading with its question, its default and what else it can be", async () => {
    expect(await show(shop)).toContain(
      "  edge = lower  edge\n    whose is the edge\n    readings: lower, upper\n",
    );
  });
  it("shows the bands of a decision and the parameters that govern it", async () => {
    const star = await show("hainan-unicom-2003", "star");
    expect(star).toContain(
      "bands: each with its lower bound in it\n    = 0  1  one-star group\n    < 0  1  one-star group\n    ≥ 0  1  one-star group\n    ≥ 2500  2  two-star group\n",
    );
    expect(star).toContain("parameters it reads: starTwo=2500, ");
    expect(star).toContain("boundary=lower-closed");
  });
  it("shows the shares of a cut, and the parameters of what it rests on", async () => {
    const cut = await show("anqing-mobile-2010", "class", "--lang", "zh");
    expect(cut).toContain(
      "类别: 分组： city\n    A  占比 0.05\n    B  占比 0.2\n    C  占比 0.75\n",
    );
    expect(cut).toMatch(/用到的参数: minMembers=2, .*shareA=0.05/);
    expect(await show(shop, "class")).toContain("    A  share 0.5\n    B  the rest\n");
    expect(await show("anqing-mobile-2010", "vipCap")).toContain("within  places 5");
  });
});
