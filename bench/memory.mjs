/*
 * How memory grows with the rows: grades 10,000, 100,000 and 400,000 generated accounts by the
 * Anqing ruleset, once by a decision about one account alone and once by their class in a city, and
 * prints the peak of what is alive, and of all memory had, as ratios to the smallest run.
 *
 * Takes a few minutes: `npm run build && node bench/memory.mjs`, or with other numbers of rows:
 * `node bench/memory.mjs 1000 50000`.
 */
import { spawn } from "node:child_process";
import { createWriteStream, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pipeline } from "node:stream/promises";
import { fileURLToPath } from "node:url";

const main = fileURLToPath(new URL("../dist/cli/main.js", import.meta.url));
const sizes = process.argv.length > 2 ? process.argv.slice(2).map(Number) : [1e4, 1e5, 4e5];

const heading =
  "accountId,city,members,products,personalRevenue,groupRevenue,lineRevenue,vnetUsers," +
  "midhighUsers,tdUsers,churn,status,isCluster,hasVnet,cityChurn,industryClass,orgLevel,isHq," +
  "branches,hasPersonnelPower,hasFinancePower\n";

function* accounts(rows) {
  yield heading;
  for (let i = 0; i < rows; i++) {
    const money = `${(i * 7) % 120_000},${(i % 30_000) + 0.25},${i % 9_000}`;
    const people = `${i % 1_200},${i % 600},${i % 601},${(i % 20) / 1_000}`;
    yield `a${i},c${i % 17},${6 + (i % 3_000)},${i % 7},${money},${people},on-net,false,true,0.012,D,county,false,0,true,true\n`;
  }
}

/** Run in the command's process: collects, looks, and tells at the end. */
const watch = `data:text/javascript,${encodeURIComponent(`
  import { writeSync } from "node:fs";
  let [peak, end] = [0, 0];
  const look = () => {
    globalThis.gc();
    end = process.memoryUsage().heapUsed;
    peak = Math.max(peak, end);
  };
  setInterval(look, 500).unref();
  process.on("exit", () => {
    look();
    const resident = process.resourceUsage().maxRSS * 1024;
    writeSync(2, "\\n@memory " + JSON.stringify({ peak, end, resident }) + "\\n");
  });
`)}`;

async function measure(input, decision) {
  const words = ["evaluate", "anqing-mobile-2010", input, "--decision", decision];
  const flags = ["--expose-gc", "--import", watch];
  const output = ["--reasons", "none", "--output", `${input}.${decision}.jsonl`];
  const child = spawn(process.execPath, [...flags, main, ...words, ...output]);
  let told = "";
  child.stderr.on("data", (d) => {
    told += d;
  });
  const status = await new Promise((done) => child.on("close", done));
  if (status !== 0) throw new Error(told);
  return JSON.parse(told.split("@memory ")[1]);
}

const place = mkdtempSync(join(tmpdir(), "tiercut-bench-"));
const ratio = (a, b) => (a / b).toFixed(2).padStart(6);
try {
  for (const rows of sizes)
    await pipeline(accounts(rows), createWriteStream(join(place, `${rows}.csv`)));
  for (const decision of ["value", "class"]) {
    console.log(`${decision}: rows, peak alive, alive at the end, peak of all memory`);
    let first;
    let firstRows = 0;
    for (const rows of sizes) {
      const seen = await measure(join(place, `${rows}.csv`), decision);
      first ??= seen;
      firstRows ||= rows;
      const figures = ["peak", "end", "resident"].map((f) => ratio(seen[f], first[f]));
      const kept = (seen.peak - first.peak) / Math.max(1, rows - firstRows);
      const more = rows > firstRows ? `, ${kept.toFixed(0)} bytes a row more alive` : "";
      console.log(`${rows.toLocaleString("en-US").padStart(9)} ${figures.join(" ")}${more}`);
    }
  }
} finally {
  rmSync(place, { recursive: true, force: true });
}
