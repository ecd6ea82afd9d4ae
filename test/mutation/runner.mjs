import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { pathToFileURL } from "node:url";
import vm from "node:vm";
import { determineHitLimitReached, toMutantRunResult } from "@stryker-mutator/api/test-runner";
import { build } from "esbuild";
import fc from "fast-check";
import { api } from "./api.mjs";

/*
 * Runs the tests of the rules for Stryker, all in one process and read anew for each mutant. Stryker's
 * own runner for vitest starts a worker for each mutant, which takes longer than most tests do, and
 * runs all tests for whatever a test file does before its first test.
 */

const folders = ["ruleset", "kinds", "plan", "execute", "load"];
const more = ["test/docs/generated.test.ts", "test/docs/diagnostics.test.ts"];

/** Tests that take seconds, and find little that others do not. */
const slow = [
  /^test\/load\/((variant\/)?hostile|mutations|define|variant\/slips)\.test/,
  /^test\/execute\/settings\.test/,
  /what is written from the rulesets|holds under any setting|where hundreds of decisions|many small tables/,
];
const isSlow = (id) => slow.some((s) => s.test(id));

/**
 * Whose mutants a test judges, where not those of all: most tests come by most mutants, and say
 * nothing of them. The tests of one kind judge no other kind.
 */
const subjects = [
  [/^test\/docs\/generated/, /schema/],
  [/^test\/docs\//, /src\/(kinds|ruleset)\//],
  [/^test\/load\/variant\/dates/, /src\/ruleset\/|\/(day|program)\.ts$/],
  [/^test\/(load\/variant|ruleset)\//, /src\/ruleset\//],
  [/^test\/execute\//, /src\/(plan|execute|kinds\/(\w+\.ts|infer\/|cut\/|appraisal\/))/],
  [/^test\/kinds\/infer/, /src\/kinds\/.*infer/],
  [/^test\/kinds\/told/, /./],
  [/^test\/kinds\/place/, /src\/(plan|execute|kinds)\//],
];

function isNear(id, source) {
  const stated = subjects.find(([tests]) => tests.test(id));
  if (stated) return stated[1].test(source);
  const own = /^test\/kinds\/(\w+)/.exec(id)?.[1];
  const kind = /src\/kinds\/(\w+)\//.exec(source)?.[1] ?? "infer";
  return !own || (!source.includes("src/ruleset/") && (kind === "infer" || kind === own));
}

const testsIn = (folder) =>
  readdirSync(`test/${folder}`, { recursive: true })
    .filter((f) => f.endsWith(".test.ts"))
    .map((f) => `test/${folder}/${f}`);
const files = [...folders.flatMap(testsIn), ...more].filter((f) => !isSlow(f)).sort();

/** Generated inputs are few, and the same ones for each mutant; with this seed all kinds are among them. */
const few = (asked) => ({ ...asked, seed: 4, numRuns: Math.min(asked?.numRuns ?? 100, 10) });
const assert = (property, asked) => fc.assert(property, few(asked));
const seeded = { ...fc, assert, default: { ...fc, assert } };

/** Lets each file know where it stands, also in the bundle. */
const placed = {
  name: "placed",
  setup({ onLoad }) {
    onLoad({ filter: /\.ts$/ }, ({ path }) => {
      const url = JSON.stringify(pathToFileURL(path).href);
      const text = readFileSync(path, "utf8").replaceAll("import.meta.url", url);
      return { loader: "ts", contents: text };
    });
  },
};

/** Puts all test files and what they import into one script, which reads each when it is asked for. */
async function bundled() {
  const entries = files.map((f) => `${JSON.stringify(f)}: () => require("./${f}"),`);
  const { outputFiles } = await build({
    stdin: { contents: `module.exports = {${entries.join("")}}`, resolveDir: process.cwd() },
    ...{ bundle: true, write: false, platform: "node", format: "cjs", target: "node20" },
    ...{ packages: "external", plugins: [placed], logLevel: "error" },
  });
  return new vm.Script(`(function (require, module) {${outputFiles[0].text}\n})`);
}

const imported = createRequire(`${process.cwd()}/package.json`);
const strykerOf = () => {
  globalThis.__stryker__ ??= {};
  return globalThis.__stryker__;
};

/** Reads sources and tests anew; what it returns gives the tests of a file. */
function reading(script) {
  const tests = [];
  const vitest = api((test) => tests.push(test));
  const packages = { vitest, "fast-check": seeded };
  const module = { exports: {} };
  script.runInThisContext()((name) => packages[name] ?? imported(name), module);
  return (file) => {
    module.exports[file]();
    return tests.splice(0).map((t, i) => ({ ...t, fileName: file, id: `${file}#${i} ${t.name}` }));
  };
}

function run({ id, name, fileName, body }) {
  const begun = performance.now();
  const told = (result) => ({
    id,
    name,
    fileName,
    timeSpentMs: performance.now() - begun,
    ...result,
  });
  try {
    body();
    return told({ status: 0 });
  } catch (error) {
    return told({ status: 1, failureMessage: String(error?.message ?? error) });
  }
}

/** Runs every test once, and notes which mutants it comes by, reading its file included. */
function dryRun(script) {
  const stryker = strykerOf();
  const found = [];
  const perTest = {};
  for (const file of files) {
    stryker.currentTestId = file;
    for (const test of reading(script)(file)) {
      if (isSlow(test.id)) continue;
      stryker.currentTestId = test.id;
      found.push(run(test));
      const { [file]: read, [test.id]: own } = stryker.mutantCoverage?.perTest ?? {};
      perTest[test.id] = { ...read, ...own };
    }
  }
  stryker.currentTestId = undefined;
  return { status: "complete", tests: found, mutantCoverage: { static: {}, perTest } };
}

/** The tests asked for, by file: first the one that the last mutant failed in, then the quickest. */
function inOrder(ids, times, last) {
  const byFile = new Map();
  for (const id of ids) {
    const file = id.slice(0, id.indexOf("#"));
    const known = byFile.get(file) ?? { file, ids: new Set(), time: 0 };
    byFile.set(file, known);
    known.ids.add(id);
    known.time += times[id] ?? 0;
  }
  const known = byFile.get(last);
  if (known) known.time = 0;
  return [...byFile.values()].sort((a, b) => a.time - b.time);
}

/** Runs the tests asked for until one fails. */
function runUntilFailed(script, ordered) {
  const done = [];
  try {
    const testsOf = reading(script);
    for (const { file, ids } of ordered) {
      for (const test of testsOf(file).filter((t) => ids.has(t.id))) {
        done.push(run(test));
        if (done.at(-1).status === 1) return done;
      }
    }
    return done;
  } catch (error) {
    const failed = { id: [...(ordered[0]?.ids ?? ["?"])][0], name: "", timeSpentMs: 0, status: 1 };
    return [...done, { ...failed, failureMessage: String(error) }];
  }
}

/** How long each test took in the dry run, for the processes that were started after it. */
const timesFile = "mutation-times.json";

class Runner {
  capabilities() {
    return { reloadEnvironment: true };
  }

  async init() {
    this.script = await bundled();
    this.times = existsSync(timesFile) ? JSON.parse(readFileSync(timesFile, "utf8")) : {};
  }

  dryRun() {
    const found = dryRun(this.script);
    this.times = Object.fromEntries(found.tests.map((t) => [t.id, t.timeSpentMs]));
    writeFileSync(timesFile, JSON.stringify(this.times));
    return found;
  }

  mutantRun({ activeMutant, testFilter, hitLimit }) {
    const stryker = strykerOf();
    Object.assign(stryker, { activeMutant: activeMutant.id, hitLimit, hitCount: 0 });
    const ids = testFilter.filter((id) => isNear(id, activeMutant.fileName));
    const tests = runUntilFailed(this.script, inOrder(ids, this.times, this.last));
    this.last = tests.find((t) => t.status === 1)?.fileName ?? this.last;
    stryker.activeMutant = undefined;
    const endless = determineHitLimitReached(stryker.hitCount, hitLimit);
    return toMutantRunResult(endless ?? { status: "complete", tests });
  }
}

export const strykerPlugins = [{ kind: "TestRunner", name: "rules", factory: () => new Runner() }];
