import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { compile, evaluate, fit, loadRuleset, type Program, type Result } from "../../src/index.ts";

/*
 * Runs the cases that stand beside the rulesets as data: facts in; outcome, parts, reasons and
 * missing facts out. Only what a case states is compared, and that exactly.
 */

interface Expected {
  readonly outcome?: unknown;
  readonly parts?: Readonly<Record<string, unknown>>;
  /** Ids of reasons that must be among those given. */
  readonly reasons?: readonly string[];
  readonly missing?: readonly string[];
}

interface Case {
  readonly id: string;
  readonly rule: string;
  readonly says: string;
  readonly decision: string;
  readonly parameters?: Readonly<Record<string, string | number>>;
  readonly facts?: Readonly<Record<string, unknown>>;
  readonly expect?: Expected;
  /** A population to fit; with `outcomes`, what each of its subjects comes to, in its order. */
  readonly population?: readonly Readonly<Record<string, unknown>>[];
  /** Facts that all of the population have in common. */
  readonly shared?: Readonly<Record<string, unknown>>;
  readonly subject?: string;
  readonly outcomes?: readonly unknown[];
}

const folder = new URL("../../rulesets/", import.meta.url);
const read = (path: string) => readFileSync(new URL(path, folder), "utf8");

const filesIn = (path: string) =>
  readdirSync(new URL(path, folder))
    .filter((file) => file.endsWith(".json"))
    .sort()
    .map((file) => path + file);
const documents = [...filesIn("./"), ...filesIn("variants/")].map(read);

for (const file of [...filesIn("cases/"), ...filesIn("cases/variants/")]) {
  const { ruleset, on, cases } = JSON.parse(read(file)) as {
    ruleset: string;
    /** The day as of which it is loaded. */
    on?: string;
    cases: readonly Case[];
  };
  const loaded = loadRuleset(read(`${ruleset}.json`), { documents, ...(on ? { on } : {}) });

  describe(`cases of ${ruleset} in ${file}`, () => {
    it("has a ruleset free of faults", () => {
      expect(loaded.diagnostics).toEqual([]);
    });
    it("names each case once", () => {
      const ids = cases.map((c) => c.id);
      expect(new Set(ids).size).toBe(ids.length);
    });
    it.each(cases.map((c) => [c.id, c] as const))("%s", (_, c) => {
      if (!loaded.ok) throw new Error("the ruleset has faults");
      const program = compile(loaded.ruleset, { parameters: c.parameters ?? {} });
      check(c, program);
    });
  });
}

function check(c: Case, program: Program) {
  const population = c.population?.map((p) => ({ ...c.shared, ...p }));
  const options = c.subject === undefined ? undefined : { subject: c.subject };
  const fitted = population ? fit(program, population, options) : undefined;
  const one = (facts: Readonly<Record<string, unknown>>) =>
    evaluate(program, c.decision, facts, fitted);
  if (c.expect === undefined && c.outcomes === undefined)
    throw new Error("the case expects nothing");
  if (c.outcomes)
    expect(population?.map((p) => one(p).outcome ?? "undetermined")).toEqual(c.outcomes);
  if (c.expect) compare(one(c.facts ?? {}), c.expect);
}

function compare(result: Result, expected: Expected) {
  if ("outcome" in expected) expect(result.outcome).toEqual(expected.outcome);
  if (expected.parts) {
    const parts = result.parts as Readonly<Record<string, unknown>>;
    const stated = Object.keys(expected.parts).map((k) => [k, parts[k]]);
    expect(Object.fromEntries(stated)).toEqual(expected.parts);
  }
  if (expected.missing) {
    expect(result.status).toBe("undetermined");
    expect([...result.missing].sort()).toEqual([...expected.missing].sort());
  }
  if (expected.reasons) {
    expect(result.reasons.map((r) => r.id)).toEqual(expect.arrayContaining([...expected.reasons]));
  }
}
