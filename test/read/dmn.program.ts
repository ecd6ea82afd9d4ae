import { expect } from "vitest";
import { compile, loadRuleset } from "../../src/index.ts";
import { fromDmn } from "../../src/read/dmn.ts";

/** Reads a file of which all is carried over, and compiles what it gives. */
export function programOf(xml: string) {
  const { document, refusals } = fromDmn(xml);
  expect(refusals.filter((r) => r.severity === "error")).toEqual([]);
  const loaded = loadRuleset(document);
  if (!loaded.ok) throw new Error(JSON.stringify(loaded.diagnostics, null, 2));
  return compile(loaded.ruleset);
}

/** The codes of what could not be carried over. */
export const codes = (xml: string) => fromDmn(xml).refusals.map((r) => r.code);
