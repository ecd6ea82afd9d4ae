import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { cellReader } from "../../src/cli/mapping/cell.ts";
import type { RulesetDocument } from "../../src/kinds/ruleset.ts";
import type { Fact } from "../../src/ruleset/schema/fact.ts";
import { evaluate, folder, shop, tiercut } from "./harness.ts";

/** Evaluates JSON lines, or CSV where it begins with a letter, under a mapping. */
function map(mapping: unknown, text: string, ...options: readonly string[]) {
  const { path } = folder({ rows: text, "map.json": asText(mapping) });
  const argv = ["evaluate", shop, "rows", "--map", "map.json", "--decision", "big", ...options];
  return tiercut(argv, { cwd: path });
}
const asText = (value: unknown) => (typeof value === "string" ? value : JSON.stringify(value));

describe("JSON lines of which each has its own keys", () => {
  const text =
    '\n\n{"x":1}\n{"members":12}\n{"accountId":"late","city":"甲","members":3,"revenue":1}\n';
  it("come out alike however the bytes arrive", async () => {
    const bytes = Buffer.from(text);
    const whole = await tiercut(["evaluate", shop, "-"], { stdin: [bytes] });
    expect(Object.keys(whole.rows[0].results)).toEqual([
      "big",
      "active",
      "tier",
      "class",
      "ratios",
    ]);
    expect(whole.rows.map((r) => r.id)).toEqual([undefined, undefined, "late"]);
    for (let cut = 1; cut < bytes.length; cut += 7) {
      const stdin = [bytes.subarray(0, cut), bytes.subarray(cut)];
      const parted = await tiercut(["evaluate", shop, "-"], { stdin });
      expect([parted.out, parted.err]).toEqual([whole.out, whole.err]);
    }
  });
  it("can be explained by an id that comes late", async () => {
    const argv = ["explain", shop, "-", "--decision", "big", "--id", "late"];
    const { status, out } = await tiercut(argv, { stdin: text });
    expect([status, out.split("\n")[0]]).toEqual([0, "is big: no"]);
  });
  it("are told of at the end where no key is a fact", async () => {
    const { status, err } = await evaluate('{"membres":1}\n', "--decision", "big");
    expect(status).toBe(0);
    expect(err).toMatch(/note: no column is a fact that `big` needs/);
    expect(err).toMatch(/did you mean it by `membres`\?/);
  });
  it("are rejected by the length of a line, not by how it arrives", async () => {
    const line = Buffer.from(`members,city\n1,${"x".repeat(1_100_000)}\n2,y\n`);
    const halves = [line.subarray(0, 600_000), line.subarray(600_000)];
    for (const stdin of [[line], halves]) {
      const { rows } = await tiercut(["evaluate", shop, "-", "--decision", "big"], { stdin });
      expect(rows.map((r) => r.status)).toEqual(["rejected", "decided"]);
    }
  });
});

describe("a mapping's `blank` and `values`", () => {
  it("state a blank cell, and not a key that is absent", async () => {
    const mapping = { columns: { members: { column: "n", blank: 0 } } };
    const { rows } = await map(mapping, '{"n":""}\n{"n":null}\n{"x":1}\n');
    expect(rows.map((r) => r.results.big.outcome)).toEqual([false, false, undefined]);
  });
  it("are looked up for JSON numbers, as they are written, and for true and false", async () => {
    const members = { column: "n", values: { "-1": null, "12": 5, "9": 20, "1.0": 30, true: 40 } };
    const text = '{"n":-1}\n{"n":12}\n{"n":9}\n{"n":1.0}\n{"n":true}\n';
    const { rows } = await map({ columns: { members } }, text);
    expect(rows.map((r) => r.results.big.outcome)).toEqual([undefined, false, true, true, true]);
  });
  it.each(["在网", "on-net", "1", "y"])("reject `%s`, which `values` lack", async (cell) => {
    const mapping = { columns: { status: { column: "S", values: { Y: "on-net" } } } };
    const { status, rows } = await map(mapping, `S\nY\n\n${cell}\n`, "--decision", "active");
    expect(status).toBe(1);
    expect(rows.at(-1).faults[0]).toMatchObject({
      column: "S",
      message: "it is not among the `values` of the mapping",
    });
  });
});

describe("a key that stands twice", () => {
  it.each([
    ['{"members":1,"members":20}', "members"],
    ['{"members":1,"m\\u0065mbers":20}', "members"],
    ['{"a":[{"b":1,"b":2}]}', "b"],
    ['{"__proto__":1,"__proto__":2}', "__proto__"],
  ])("is rejected in %s", async (line, column) => {
    const { status, rows } = await evaluate(`{"members":1}\n${line}\n`, "--decision", "big");
    expect([status, rows[1].status, rows[1].faults[0].column]).toEqual([1, "rejected", column]);
    expect(rows[1].faults[0].message).toMatch(/stands twice/);
  });
  it("is no fault in objects apart, or as a value", async () => {
    const line = '{"members":20,"a":{"members":1},"b":[{"x":"members"},{"x":"members"}]}\n';
    expect((await evaluate(line, "--decision", "big")).status).toBe(0);
  });
  it("is refused in a mapping", async () => {
    const mapping = '{"columns":{"members":"n","members":"m"}}';
    const { status, err } = await map(mapping, "n,m\n1,20\n");
    expect(status).toBe(2);
    expect(err).toMatch(/has the key `members` twice/);
  });
});

describe("a list in a cell", () => {
  const { facts } = JSON.parse(readFileSync(shop, "utf8")) as RulesetDocument;
  const read = cellReader(facts.services as Fact, {});
  it.each([[["line;sms"]], [[""]], [["line", ""]]])("of %j is rejected", (cell) => {
    expect(read(cell)).toMatchObject({ message: /the entry `.*` is outside its list/ });
  });
  it("is unknown where it has separators alone, and empty where JSON says so", () => {
    expect([read(" ;；、| "), read([]), read([" 专线 "])]).toEqual([
      { value: undefined },
      { value: [] },
      { value: ["line"] },
    ]);
  });
});

describe("a JSON number", () => {
  it.each(["00012", "1.2.3", "+1", ".5", "1e", "0x10"])("%s is no JSON", async (number) => {
    const { rows } = await evaluate(`{"members":1}\n{"members":${number}}\n`);
    expect(rows[1].faults[0].message).toBe("the line is not JSON");
  });
  it("is no key", async () => {
    const { rows } = await evaluate('{"members":1}\n{12345678901234567890:1}\n');
    expect(rows[1].faults[0].message).toBe("the line is not JSON");
  });
  it.each([
    ["1e400", /larger than any number/],
    ["1e-400", /more digits/],
    ["1e-99999999999999999999", /more digits/],
    ["100.00000000000000001e0", /more digits/],
  ])("%s is rejected, and shown as written", async (number, reason) => {
    const { rows, err } = await evaluate(`{"revenue":1}\n{"revenue":${number}}\n`);
    expect(rows[1].faults[0]).toMatchObject({
      value: number,
      message: expect.stringMatching(reason),
    });
    expect(err).toContain(`is \`${number}\``);
  });
  it.each(["1.0", "1e3", "1E+2", "-0", "12345678901234567890"])(
    "%s is kept as written in an id",
    async (id) => {
      const { rows } = await evaluate(`{"accountId":${id},"members":1}\n`, "--decision", "big");
      expect(rows[0]).toMatchObject({ id, status: "decided" });
    },
  );
  it.each(["12.0", "1.2e1", "120E-1"])("%s is the number it is", async (number) => {
    const { rows } = await evaluate(`{"members":${number}}\n`, "--decision", "big");
    expect(rows[0].results.big.outcome).toBe(true);
  });
});

describe("a line made to take long", () => {
  it.each([
    ["digits", `{"members":${"1".repeat(900_000)}}`],
    ["points", `{"members":${"1.".repeat(400_000)}}`],
    ["quotes", `{"members":"${'\\"'.repeat(400_000)}"}`],
    ["backslashes", `{"members":"${"\\\\".repeat(400_000)}`],
    ["brackets", `{"members":${"[".repeat(400_000)}${"]".repeat(400_000)}}`],
  ])("of %s does not", async (_, line) => {
    const begun = performance.now();
    const { rows } = await evaluate(`{"members":1}\n${line}\n`, "--decision", "big");
    expect(rows[1].status).toBe("rejected");
    expect(performance.now() - begun).toBeLessThan(20_000);
  });
  it("of headings does not", async () => {
    const names = Array.from({ length: 100_000 }, (_, i) => `c${i}`).join(",");
    const begun = performance.now();
    const { status } = await evaluate(`members,${names}\n`, "--decision", "big");
    expect(status).toBe(0);
    expect(performance.now() - begun).toBeLessThan(20_000);
  });
});

describe("what a cell does to messages", () => {
  it("is nothing: control characters are shown", async () => {
    const { err } = await evaluate('members\n"\u001b[2J\u202e\u0007"\n', "--decision", "big");
    expect(err).toContain("`\\u001b[2J\\u202e\\u0007`");
  });
  it("is shown in the names of partitions too", async () => {
    const { err } = await evaluate("members,city,revenue\n1,\u001b[2J,1\n", "--decision", "class");
    expect(err).toContain("\\u001b[2J: ");
    expect(err).not.toContain("\u001b");
  });
  it("is cut where it is an object", async () => {
    const cell = { list: Array.from({ length: 500 }, (_, i) => i) };
    const { rows } = await evaluate(JSON.stringify({ members: cell }), "--decision", "big");
    expect(rows[0].faults[0].value).toHaveLength(200);
  });
});

describe("--row -1", () => {
  it("is told in our words", async () => {
    const argv = ["explain", shop, "-", "--row", "-1"];
    const { status, err } = await tiercut(argv);
    expect([status, err]).toEqual([
      2,
      "tiercut: --row is followed by a word that begins with `-`: if that is its value, write it as --row=VALUE\n",
    ]);
  });
});
