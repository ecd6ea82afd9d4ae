import {
  chmodSync,
  closeSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  statSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { PassThrough, Readable } from "node:stream";
import { describe, expect, it, onTestFinished } from "vitest";
import { run } from "../../src/cli/run.ts";
import { folder, shop, tiercut } from "./harness.ts";

const text = "accountId,city,members,revenue\na,甲,10,1000\nb,乙,2,100\n";

describe("an input that changes between two readings, its rows as many", () => {
  const [one, other] = [text, text.replace("1000", "1001")];
  const changes: Record<string, (path: string) => void> = {
    "is written over": (path) => writeFileSync(path, other),
    "is replaced": (path) => {
      writeFileSync(`${path}.new`, other);
      renameSync(`${path}.new`, path);
    },
    "is written over, and given its old time": (path) => {
      const { atime, mtime } = statSync(path);
      writeFileSync(path, other);
      utimesSync(path, atime, mtime);
    },
    "has its columns swapped": (path) =>
      writeFileSync(path, text.replace("city,members", "members,city")),
  };
  it.each(Object.entries(changes))("is refused where it %s", async (_, change) => {
    const { path, read } = folder({ "rows.csv": one, "out.jsonl": "old" });
    const stderr = Object.assign(new PassThrough(), { isTTY: true });
    let told = "";
    stderr.once("data", () => change(join(path, "rows.csv")));
    stderr.on("data", (chunk) => {
      told += chunk;
    });
    const io = { stdin: Readable.from([]), stdout: new PassThrough(), stderr, cwd: path };
    const argv = ["evaluate", shop, "rows.csv", "--decision", "class", "--output", "out.jsonl"];
    expect(await run(argv, io)).toBe(2);
    expect(told).toContain("the input changed while it was read");
    expect(read("out.jsonl")).toBe("old");
    expect(readdirSync(path).sort()).toEqual(["out.jsonl", "rows.csv"]);
  });
});

describe("--output", () => {
  it("is refused where it is the file that standard input is", async () => {
    const { path, read } = folder({ "same.csv": text });
    const fd = openSync(join(path, "same.csv"), "r");
    onTestFinished(() => closeSync(fd));
    const stderr = new PassThrough();
    const stdin = Object.assign(Readable.from([Buffer.from(text)]), { fd });
    const io = { stdin, stdout: new PassThrough(), stderr, cwd: path };
    const argv = ["evaluate", shop, "-", "--decision", "big", "--output", "same.csv"];
    expect(await run(argv, io)).toBe(2);
    expect(stderr.read().toString()).toMatch(/would write over standard input/);
    expect(read("same.csv")).toBe(text);
  });

  it("keeps the mode of the file it replaces", async () => {
    const { path } = folder({ "rows.csv": text, "out.jsonl": "old" });
    chmodSync(join(path, "out.jsonl"), 0o640);
    await tiercut(["evaluate", shop, "rows.csv", "--decision", "big", "--output", "out.jsonl"], {
      cwd: path,
    });
    expect(statSync(join(path, "out.jsonl")).mode & 0o777).toBe(0o640);
    expect(readFileSync(join(path, "out.jsonl"), "utf8")).not.toBe("old");
  });

  it("leaves the summary of a sample whole, with its mode", async () => {
    const { path } = folder();
    await tiercut(["sample"], { cwd: path });
    const summary = join(path, "tiercut-sample", "summary.txt");
    chmodSync(summary, 0o600);
    await tiercut(["sample"], { cwd: path });
    expect(statSync(summary).mode & 0o777).toBe(0o600);
    const files = readdirSync(join(path, "tiercut-sample"));
    expect(files.filter((f) => f.includes("partial"))).toEqual([]);
  });
});

describe("a decision called as a column of every output", () => {
  it("is told from it", async () => {
    const renamed = readFileSync(shop, "utf8")
      .replaceAll('"tier"', '"status2"')
      .replaceAll('"big"', '"missing"');
    const { path } = folder({ "shop.json": renamed, "rows.csv": text });
    const argv = ["evaluate", "shop.json", "rows.csv", "--decision", "missing", "--format", "csv"];
    const { status, out, err } = await tiercut(argv, { cwd: path });
    expect([status, err.split("\n")[0]]).toEqual([0, expect.any(String)]);
    expect(out.split("\n")[0]).toBe("row,line,id,status,decision:missing,missing,rejected");
  });
});
