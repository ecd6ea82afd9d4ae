import {
  appendFileSync,
  chmodSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { PassThrough, Readable, Writable } from "node:stream";
import { describe, expect, it } from "vitest";
import { run } from "../../src/cli/run.ts";
import { evaluate, folder, shop, tiercut } from "./harness.ts";

const text = "accountId,city,members,revenue\na,甲,10,1000\nb,乙,x,100\nc,甲,,50.5\n";

describe("results as JSON lines", () => {
  it("are one object a row, in the order of the input", async () => {
    const { rows } = await evaluate(text, "--decision", "big,tier");
    expect(rows[0]).toEqual({
      row: 1,
      line: 2,
      id: "a",
      status: "decided",
      results: {
        big: { outcome: true, reasons: [{ id: "big", rule: "S-3", clause: "1" }] },
        tier: {
          outcome: "A",
          term: "first tier",
          reasons: [{ id: "tier.high", rule: "S-5", clause: "1" }],
        },
      },
    });
    expect(rows[1]).toEqual({
      row: 2,
      line: 3,
      id: "b",
      status: "rejected",
      faults: [
        {
          column: "members",
          value: "x",
          message: "it is not a number in plain digits",
          help: expect.any(String),
        },
      ],
    });
    expect(rows[2].status).toBe("undetermined");
    expect(rows[2].results.big.missing).toEqual(["members"]);
    expect(rows[2].results.tier.outcome).toBe("C");
  });

  it("leave reasons out, tell them in full, take terms in Chinese, add parts", async () => {
    const none = await evaluate(text, "--decision", "tier", "--reasons", "none", "--lang", "zh");
    expect(none.rows[0].results.tier).toEqual({ outcome: "A", term: "甲档" });
    const full = await evaluate(text, "--decision", "tier", "--reasons", "full", "--parts");
    expect(full.rows[0].results.tier.reasons[0].because[0]).toMatchObject({
      of: "revenue",
      value: 1000,
    });
    expect(full.rows[0].results.tier.parts).toEqual({});
  });
});

describe("results as CSV", () => {
  it("have a column an outcome, what is missing, and why a row was rejected", async () => {
    const { out } = await evaluate(text, "--format", "csv", "--decision", "big,tier,ratios");
    const lines = out.split("\n");
    expect(lines[0]).toBe(
      "row,line,id,status,big,tier,ratios.perHead,ratios.twice,missing,rejected",
    );
    expect(lines[1]).toBe("1,2,a,decided,true,A,100,20,,");
    expect(lines[2]).toMatch(/^2,3,b,rejected,,,,,,"column `members` is `x`: it is not a number/);
    expect(lines[3]).toBe("3,4,c,undetermined,,C,,,members,");
  });

  it("add the parts of a decision", async () => {
    const argv = [
      "evaluate",
      "anqing-mobile-2010",
      "-",
      "--decision",
      "value",
      "--format",
      "csv",
      "--parts",
    ];
    const { out } = await tiercut(argv, { stdin: "members,personalRevenue\n100,5000\n" });
    const [head = "", line = ""] = out.split("\n");
    const at = head.split(",").indexOf("value.personalRevenue");
    expect(line.split(",")[at]).toBe("6");
  });

  it("quote what has to be quoted, and change no id", async () => {
    const ids = ['"=1+1"', '"a,b"', '"say ""so"""', '"+86"', "'x"];
    const { out } = await evaluate(
      `accountId,members\n${ids.map((i) => `${i},1`).join("\n")}\n`,
      "--format",
      "csv",
      "--decision",
      "big",
    );
    const cells = out.split("\n").slice(1, -1);
    expect(cells.map((c) => c.split(/^\d,\d,/)[1])).toEqual([
      "=1+1,decided,false,,",
      '"a,b",decided,false,,',
      '"say ""so""",decided,false,,',
      "+86,decided,false,,",
      "'x,decided,false,,",
    ]);
  });
});

describe("the summary", () => {
  it("counts outcomes and what was missing, and shows what was rejected", async () => {
    const { err } = await evaluate(text);
    expect(err).toContain("3 rows = 1 decided + 1 undetermined + 1 rejected");
    expect(err).toContain("big (is big):\n  yes: 1\n  undetermined: 1; missing: members 1");
    expect(err).toContain("A first tier: 1, B second tier: 0, C third tier: 1");
    expect(err).toContain("perHead: 1 number, 100");
    expect(err).toContain("rejected:\n  line 3: column `members` is `x`: it is not a number");
  });

  it("shows the first rejected rows and counts the rest", async () => {
    const { err } = await evaluate(`members\n${"x\n".repeat(12)}`);
    expect(err.match(/ {2}line \d+: /g)).toHaveLength(5);
    expect(err).toContain("and 7 more");
  });
});

describe("--output", () => {
  const at = (path: string, ...options: string[]) =>
    tiercut(["evaluate", shop, "rows.csv", "--decision", "big", ...options], { cwd: path });

  it("writes the whole file under its name, and nothing else", async () => {
    const { path, read } = folder({ "rows.csv": text, "out.jsonl": "old" });
    const { status, out } = await at(path, "--output", "out.jsonl");
    expect([status, out]).toEqual([1, ""]);
    expect(read("out.jsonl").split("\n")).toHaveLength(4);
    expect(readdirSync(path).sort()).toEqual(["out.jsonl", "rows.csv"]);
  });

  it("follows a link to the file it stands for", async () => {
    const { path, read } = folder({ "rows.csv": text, "real.jsonl": "old" });
    symlinkSync("real.jsonl", join(path, "link.jsonl"));
    await at(path, "--output", "link.jsonl");
    expect(read("real.jsonl")).not.toBe("old");
  });

  it("writes to a device without renaming over it", async () => {
    const { path } = folder({ "rows.csv": text });
    expect((await at(path, "--output", "/dev/null")).status).toBe(1);
    expect(readFileSync("/dev/null", "utf8")).toBe("");
  });

  it.each([
    ["rows.csv", /would write over `rows.csv`, which is read/],
    ["./same.csv", /would write over `rows.csv`/],
    ["map.json", /would write over `map.json`/],
    ["sub", /is a folder/],
    ["no/out.jsonl", /can't be written/],
  ])("refuses %s, and leaves everything as it is", async (file, reason) => {
    const { path, read } = folder({
      "rows.csv": text,
      "map.json": '{"columns":{"members":"members"}}',
    });
    mkdirSync(join(path, "sub"));
    symlinkSync("rows.csv", join(path, "same.csv"));
    const { status, err } = await at(path, "--output", file, "--map", "map.json");
    expect(status).toBe(2);
    expect(err).toMatch(reason);
    expect(read("rows.csv")).toBe(text);
    expect(readdirSync(path).sort()).toEqual(["map.json", "rows.csv", "same.csv", "sub"]);
  });

  it("leaves the old file and no partial one where the run fails midway", async () => {
    const { path, read } = folder({ "out.jsonl": "old" });
    async function* broken() {
      yield Buffer.from("members\n1\n2\n");
      throw new Error("the line went dead");
    }
    const [stdout, stderr] = [new PassThrough(), new PassThrough()];
    const io = { stdin: Readable.from(broken()), stdout, stderr, cwd: path };
    const argv = ["evaluate", shop, "-", "--decision", "big", "--output", "out.jsonl"];
    expect(await run(argv, io)).toBe(2);
    expect(read("out.jsonl")).toBe("old");
    expect(readdirSync(path)).toEqual(["out.jsonl"]);
  });

  it("leaves nothing where it is broken off", async () => {
    const { path } = folder();
    const stop = new AbortController();
    async function* endless() {
      yield Buffer.from("members,city\n");
      for (let i = 0; ; i += 1) {
        yield Buffer.from(`${i % 1000},x\n`.repeat(1000));
        if (i === 5) stop.abort();
        await new Promise((done) => setImmediate(done));
      }
    }
    const [stdout, stderr] = [new PassThrough(), new PassThrough()];
    for (const decision of ["big", "class"]) {
      const io = {
        stdin: Readable.from(endless()),
        stdout,
        stderr,
        cwd: path,
        signal: stop.signal,
      };
      const argv = ["evaluate", shop, "-", "--decision", decision, "--output", "out.jsonl"];
      expect(await run(argv, io)).toBe(2);
    }
    expect(readdirSync(path)).toEqual([]);
    expect(stderr.read()?.toString() ?? "").not.toContain("fault of tiercut");
  });

  it.skipIf(process.getuid?.() === 0)("says why a file can't be written", async () => {
    const { path } = folder({ "rows.csv": text });
    chmodSync(path, 0o500);
    const { status, err } = await at(path, "--output", "out.jsonl");
    chmodSync(path, 0o700);
    expect(status).toBe(2);
    expect(err).toMatch(/can't be written/);
  });
});

describe("standard output", () => {
  it("is written no faster than it is read", async () => {
    let waiting = 0;
    let most = 0;
    const slow = new Writable({
      highWaterMark: 1024,
      write(chunk: Buffer, _, done) {
        waiting = slow.writableLength;
        most = Math.max(most, waiting, chunk.length);
        setImmediate(done);
      },
    });
    const { path } = folder({ "rows.csv": `members,city\n${"5,x\n".repeat(30_000)}` });
    const io = { stdin: Readable.from([]), stdout: slow, stderr: new PassThrough(), cwd: path };
    expect(await run(["evaluate", shop, "rows.csv", "--decision", "big"], io)).toBe(0);
    expect(most).toBeLessThan(4_000_000);
  });

  it("may be closed by who reads it", async () => {
    const closed = new Writable({
      write(_chunk, _encoding, done) {
        done(Object.assign(new Error("write EPIPE"), { code: "EPIPE" }));
      },
    });
    const stderr = new PassThrough();
    const io = {
      stdin: Readable.from([Buffer.from("members\n1\n")]),
      stdout: closed,
      stderr,
      cwd: ".",
    };
    expect(await run(["evaluate", shop, "-", "--decision", "big"], io)).toBe(0);
    expect(stderr.read()?.toString() ?? "").toBe("");
  });
});

describe("the progress line", () => {
  it("is shown on a terminal, and wiped", async () => {
    const argv = ["evaluate", shop, "-", "--decision", "class"];
    const { err } = await tiercut(argv, { stdin: text, isTTY: true });
    expect(err).toContain("\r\x1b[Kpass 1 of 2: 3 rows");
    expect(err.split("\r\x1b[K").at(-1)).toMatch(/^3 rows = /);
  });
  it("is not shown anywhere else", async () => {
    const { err } = await evaluate(text, "--decision", "class");
    expect(err).not.toContain("\r");
  });
});

describe("an input that is read twice", () => {
  it("is refused where it changes meanwhile", async () => {
    const { path } = folder({ "rows.csv": text, "out.jsonl": "old" });
    const stderr = Object.assign(new PassThrough(), { isTTY: true });
    stderr.once("data", () => appendFileSync(join(path, "rows.csv"), "d,甲,1,1\n"));
    const io = { stdin: Readable.from([]), stdout: new PassThrough(), stderr, cwd: path };
    const argv = ["evaluate", shop, "rows.csv", "--decision", "class", "--output", "out.jsonl"];
    expect(await run(argv, io)).toBe(2);
    expect(readFileSync(join(path, "out.jsonl"), "utf8")).toBe("old");
    expect(readdirSync(path).sort()).toEqual(["out.jsonl", "rows.csv"]);
  });
});

describe("what is put aside of standard input", () => {
  it("is gone afterwards", async () => {
    const { path } = folder();
    const before = process.env.TMPDIR;
    process.env.TMPDIR = path;
    try {
      await evaluate(text, "--decision", "class");
      await evaluate("a,a\n", "--decision", "class");
      await evaluate("", "--decision", "class");
    } finally {
      if (before === undefined) delete process.env.TMPDIR;
      else process.env.TMPDIR = before;
    }
    expect(readdirSync(path)).toEqual([]);
    writeFileSync(join(path, "x"), "");
  });
});
