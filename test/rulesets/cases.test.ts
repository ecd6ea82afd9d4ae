import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { loadRuleset } from "../../src/index.ts";
import { readCases } from "../../src/testing/cases/read.ts";
import { runCases } from "../../src/testing/cases/run.ts";
import { tellCases } from "../../src/testing/cases/tell.ts";

/* Runs the cases that stand beside the rulesets as data, as `tiercut test` does. */

const folder = new URL("../../rulesets/", import.meta.url);
const read = (path: string) => readFileSync(new URL(path, folder), "utf8");

const filesIn = (path: string) =>
  readdirSync(new URL(path, folder))
    .filter((file) => file.endsWith(".json"))
    .sort()
    .map((file) => path + file);
const documents = [...filesIn("./"), ...filesIn("variants/")].map(read);
const idOf = (text: string) => (JSON.parse(text) as { readonly id: string }).id;
const byId = new Map(documents.map((text) => [idOf(text), text]));

const caseFiles = [...filesIn("cases/"), ...filesIn("cases/variants/")].map((path) => {
  const found = readCases(read(path));
  if ("diagnostics" in found) throw new Error(`${path}: ${JSON.stringify(found.diagnostics)}`);
  return { path, ...found.file };
});

it("has cases of every ruleset that ships", () => {
  expect([...new Set(caseFiles.map((f) => f.ruleset))].sort()).toEqual([...byId.keys()].sort());
});

for (const { path, ruleset, on, cases } of caseFiles) {
  describe(`cases of ${ruleset} in ${path}`, () => {
    const loaded = loadRuleset(byId.get(ruleset), { documents, ...(on ? { on } : {}) });
    const runs = loaded.ok ? runCases(loaded.ruleset, cases) : [];

    it("has a ruleset free of faults", () => {
      expect(loaded.diagnostics).toEqual([]);
    });
    it("names each case once", () => {
      expect(new Set(cases.map((c) => c.id)).size).toBe(cases.length);
    });
    it.each(cases.map((c, i) => [c.id, i] as const))("%s", (id, i) => {
      const run = runs[i];
      expect(run?.case.id).toBe(id);
      expect(run && tellCases([run], "en")).toEqual([]);
    });
  });
}
