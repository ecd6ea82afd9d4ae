import { spawn } from "node:child_process";
import { mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "tsup";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { folder, tiercut } from "./harness.ts";

/*
 * Evaluating needs no more memory for more rows, but for what `fit` keeps of each: the keys it is
 * ranked by. The command is run as a process with little heap; what is alive is measured right after
 * a full collection, so that the figures do not depend on when the collector likes to run.
 */

const root = fileURLToPath(new URL("../../", import.meta.url));
const place = mkdtempSync(join(tmpdir(), "tiercut-memory-"));
const main = join(place, "dist", "cli", "main.js");

beforeAll(async () => {
  for (const name of ["rulesets", "node_modules", "package.json"]) {
    symlinkSync(join(root, name), join(place, name));
  }
  await build({
    entry: [join(root, "src/cli/main.ts")],
    outDir: join(place, "dist", "cli"),
    format: ["esm"],
    platform: "node",
    target: "es2022",
    config: false,
    silent: true,
    dts: false,
  });
}, 60_000);
afterAll(() => rmSync(place, { recursive: true, force: true }));

const columns = [
  ["accountId", (i: number) => `a${i}`],
  ["city", (i: number) => `c${i % 17}`],
  ["members", (i: number) => 6 + (i % 3_000)],
  ["products", (i: number) => i % 7],
  ["personalRevenue", (i: number) => (i * 7) % 120_000],
  ["groupRevenue", (i: number) => (i % 30_000) + 0.25],
  ["lineRevenue", (i: number) => i % 9_000],
  ["vnetUsers", (i: number) => i % 1_200],
  ["midhighUsers", (i: number) => i % 600],
  ["tdUsers", (i: number) => i % 601],
  ["churn", (i: number) => (i % 20) / 1_000],
] as const;
const alike = {
  status: "on-net",
  isCluster: false,
  hasVnet: true,
  cityChurn: 0.012,
  industryClass: "D",
  orgLevel: "county",
  isHq: false,
  branches: 0,
  hasPersonnelPower: true,
  hasFinancePower: true,
};

/** Writes so many accounts that no two of them are the same. */
function accounts(rows: number): string {
  const heading = [...columns.map(([name]) => name), ...Object.keys(alike)].join(",");
  const rest = Object.values(alike).join(",");
  const lines = Array.from({ length: rows }, (_, i) =>
    [...columns.map(([, of]) => of(i)), rest].join(","),
  );
  return [heading, ...lines, ""].join("\n");
}

/** Tells at the end the most that was alive, what is alive at the end, and the most memory had. */
const watch = `data:text/javascript,${encodeURIComponent(`
  import { writeSync } from "node:fs";
  let [peak, end] = [0, 0];
  const look = () => {
    globalThis.gc();
    end = process.memoryUsage().heapUsed;
    peak = Math.max(peak, end);
  };
  setInterval(look, 400).unref();
  process.on("exit", () => {
    look();
    const resident = process.resourceUsage().maxRSS * 1024;
    writeSync(2, "\\n@memory " + JSON.stringify({ peak, end, resident }) + "\\n");
  });
`)}`;

interface Memory {
  readonly peak: number;
  readonly end: number;
  readonly resident: number;
}

/** Grades so many accounts in a heap of 64 megabytes. */
async function grade(rows: number, decision: string): Promise<Memory> {
  const input = join(place, `${rows}.csv`);
  writeFileSync(input, accounts(rows));
  const flags = ["--expose-gc", "--max-old-space-size=64", "--import", watch];
  const words = ["evaluate", "anqing-mobile-2010", input, "--decision", decision];
  const output = ["--reasons", "none", "--output", join(place, `${rows}-${decision}.jsonl`)];
  const child = spawn(process.execPath, [...flags, main, ...words, ...output]);
  let told = "";
  child.stderr.on("data", (d) => {
    told += d;
  });
  const status = await new Promise((done) => child.on("close", done));
  expect(told).toContain(`${rows.toLocaleString("en-US")} rows = `);
  expect(told).toContain(" 0 rejected");
  expect(status).toBe(0);
  return JSON.parse(told.split("@memory ")[1] ?? "{}");
}

describe("memory", () => {
  it("does not grow with the rows where a decision is about one account alone", async () => {
    const few = await grade(2_000, "value");
    const many = await grade(20_000, "value");
    expect(many.peak / few.peak).toBeLessThan(1.25);
    expect(many.end / few.end).toBeLessThan(1.1);
  }, 120_000);

  it("on 100,000 accounts and a class grows by what `fit` keeps, and evaluating keeps nothing", async () => {
    const few = await grade(5_000, "class");
    const many = await grade(100_000, "class");
    // What is kept of an account are its keys: here one number.
    expect((many.peak - few.peak) / 95_000).toBeLessThan(400);
    expect(many.end / few.end).toBeLessThan(1.1);
    expect(many.resident / few.resident).toBeLessThan(1.6);
  }, 240_000);
});

describe("the progress line", () => {
  const run = async (isTTY: boolean | undefined, decision: string) => {
    const { path } = folder({ "in.csv": accounts(300) });
    const argv = ["evaluate", "anqing-mobile-2010", `${path}/in.csv`, "--decision", decision];
    return tiercut([...argv, "--reasons", "none"], isTTY === undefined ? {} : { isTTY });
  };
  /** What follows each taking away of a line, up to the end of that line. */
  const shownIn = (err: string) =>
    err
      .split("\r\u001b[K")
      .slice(1)
      .map((text) => text.split(/[\r\n]/)[0] ?? "");

  it("tells a terminal the pass and the rows, and is taken away before the summary", async () => {
    const { err, out } = await run(true, "class");
    const shown = shownIn(err);
    expect(shown[0]).toMatch(/^pass 1 of 2: \d+ rows$/);
    expect(shown.at(-1)).toMatch(/^300 rows = /);
    expect(shown.slice(0, -1).every((text) => /^(pass [12] of 2: \d+ rows)?$/.test(text))).toBe(
      true,
    );
    expect(out).not.toContain("\r");
  });

  it("tells no pass where there is only one", async () => {
    const { err } = await run(true, "value");
    expect(shownIn(err)[0]).toMatch(/^\d+ rows$/);
  });

  it.each([false, undefined])(
    "is not there where standard error is no terminal (%s)",
    async (tty) => {
      const { err } = await run(tty, "class");
      expect(err).not.toContain("\r");
      expect(err).toMatch(/^300 rows = /);
    },
  );
});
