import { describe, expect, it } from "vitest";
import { evaluate, shop, tiercut } from "./harness.ts";

const text = "accountId,city,members,revenue\na,甲,10,1000\nb,甲,5,100\nc,乙,1,99.99\nd,,3,5\n";

describe("which decisions are run", () => {
  it("takes all of the subject that the input has facts for, and says what it leaves out", async () => {
    const { rows, err } = await evaluate(text);
    expect(Object.keys(rows[0].results)).toEqual(["big", "tier", "class", "ratios"]);
    expect(err).toContain(
      "left out `rewarded`: its source does not state `bonus`; add --set bonus=…",
    );
    expect(err).toContain("left out `active`: the input has none of the facts");
  });

  it("runs one that must be set first, once it is set", async () => {
    const { rows } = await evaluate(text, "--decision", "rewarded", "--set", "bonus=4");
    expect(rows.map((r) => r.results.rewarded.outcome)).toEqual([true, true, false, false]);
  });

  it("takes another subject, and leaves out what needs two populations", async () => {
    const { rows, err } = await evaluate("sales,city\n11,甲\n", "--subject", "hall");
    expect(Object.keys(rows[0].results)).toEqual(["busy"]);
    expect(err).toContain("it is about `hall` and needs a population of `account`");
  });

  it("takes the subject of the decisions that are named", async () => {
    const { rows } = await evaluate("sales,city\n11,甲\n", "--decision", "busy");
    expect(rows[0].results.busy.outcome).toBe(true);
  });

  it("calls a row decided where all of its decisions are", async () => {
    const { rows } = await evaluate(text, "--decision", "big", "--decision", "class");
    expect(rows.map((r) => r.status)).toEqual(["decided", "decided", "decided", "undetermined"]);
    expect(rows[3].results.class.missing).toEqual(["city"]);
  });

  it.each<readonly [string, readonly string[], RegExp]>([
    ["an unknown decision", ["--decision", "tierr"], /no decision `tierr`; did you mean `tier`\?/],
    ["an empty name", ["--decision", "big,"], /names an empty decision/],
    [
      "an unset parameter",
      ["--decision", "rewarded"],
      /`rewarded` can't be run: its source does not state `bonus`; add --set bonus=…\n/,
    ],
    [
      "two subjects",
      ["--decision", "big,busy"],
      /`busy` is about `hall`, and `big` about `account`/,
    ],
    ["another subject", ["--decision", "big", "--subject", "hall"], /`big` is about `account`/],
    [
      "another population",
      ["--decision", "aboveAccounts"],
      /can't be run from one input.*; fit the other file by program/,
    ],
    ["an unknown subject", ["--subject", "shop"], /no subject `shop`/],
    [
      "an unknown parameter",
      ["--set", "flor=3"],
      /no parameter is called `flor` \(did you mean `floor`\?\)/,
    ],
    ["a setting out of bounds", ["--set", "floor=1000"], /outside the bounds 1 to 100/],
    [
      "a setting of another type",
      ["--set", "floor=ten"],
      /`ten` stands where a number is expected/,
    ],
    ["a number with a letter", ["--set", "floor=1e1"], /`1e1` stands where a number/],
    ["an unknown reading", ["--set", "edge=middle"], /`middle` is not a reading/],
    ["a day that is none", ["--set", "opened=2010-02-30"], /stands where a day/],
    ["a setting without value", ["--set", "floor"], /takes `parameter=value`/],
    ["a setting twice", ["--set", "floor=3", "--set", "floor=4"], /sets `floor` twice/],
    [
      "an unknown option",
      ["--decisions", "big"],
      /no option `--decisions`; did you mean `--decision`\?/,
    ],
    ["an unknown format", ["--format", "xml"], /--format does not take `xml`/],
    ["an option without value", ["--decision"], /argument missing/],
    ["a word too many", ["more.csv"], /`more.csv` is one word too many/],
    ["two words too many", ["a", "b"], /`a`, `b` are 2 words too many/],
  ])("refuses %s", async (_, options, reason) => {
    const { status, out, err } = await evaluate(text, ...options);
    expect([status, out]).toEqual([2, ""]);
    expect(err).toMatch(reason);
  });
});

describe("settings", () => {
  it("are typed by their parameter, and told in the summary", async () => {
    const { rows, err } = await evaluate(text, "--set", "floor=5", "--set", "edge=upper");
    expect(rows.map((r) => r.results.big.outcome)).toEqual([true, true, false, false]);
    expect(rows.map((r) => r.results.tier.outcome)).toEqual(["B", "C", "C", "C"]);
    expect(err).toContain("settings that differ from the defaults: floor=5, edge=upper");
    expect(err).toMatch(/ruleset shop 2\.1\.0, sha256 [0-9a-f]{64}/);
  });
});

describe("a population decision", () => {
  it("is fitted to the rows that can be read, from standard input too", async () => {
    const { status, rows, err } = await evaluate(
      `${text}e,甲,x,5000\nf,甲,1,10\n`,
      "--decision",
      "class",
    );
    expect(status).toBe(1);
    expect(rows.map((r) => r.results?.class.outcome)).toEqual([
      "A",
      "A",
      "A",
      undefined,
      undefined,
      "B",
    ]);
    expect(err).toContain("places planned → members:");
    expect(err).toContain("甲: A 2 → 2, B 1 → 1 (of 3 ranked)");
    expect(err).toContain("乙: A 1 → 1, B 0 → 0 (of 1 ranked)");
  });

  it("does not depend on the order of the rows", async () => {
    const [head, ...lines] = text.trim().split("\n");
    const turned = [head, ...lines.reverse()].join("\n");
    const [one, other] = [await evaluate(text), await evaluate(turned)];
    const byId = (rows: readonly { id: string; results: object }[]) =>
      Object.fromEntries(rows.map((r) => [r.id, r.results]));
    expect(byId(other.rows)).toEqual(byId(one.rows));
  });
});

describe("a ruleset", () => {
  it("may be a shipped id", async () => {
    const argv = ["evaluate", "hainan-unicom-2003", "-", "--decision", "star"];
    const { rows } = await tiercut(argv, { stdin: "monthlyMobileRevenue\n50000\n" });
    expect(rows[0].results.star.outcome).toBe("5");
  });
  it.each([
    ["hainan-unicom-2004", /did you mean `hainan-unicom-2003`\?/],
    ["no/such.json", /neither a shipped ruleset nor a file; shipped are `/],
    [import.meta.filename, /has faults:\n\/: the text is not JSON/],
  ])("is refused where %s is none", async (name, reason) => {
    const { status, err } = await tiercut(["evaluate", name, "-"]);
    expect(status).toBe(2);
    expect(err).toMatch(reason);
  });
  it("is refused with all its faults", async () => {
    const { status, err } = await tiercut(["show", shop.replace("shop.json", "faulty.json")]);
    expect(status).toBe(2);
    expect(err).toContain("/decisions/star/kind: ");
  });
});
