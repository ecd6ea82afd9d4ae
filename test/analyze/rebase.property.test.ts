import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { rebase } from "../../src/analyze/rebase.ts";
import type { Ruleset } from "../../src/index.ts";
import { anyCase, plainCase, start } from "./rebase/arbitraries.ts";
import { always, holds, loadedBase, movedCase, plainly } from "./rebase/promises.ts";

/*
 * A rebase of random variants to random next versions of their bases, against a merge of three written
 * on its own.
 */

describe("a rebase", () => {
  it("of any variant keeps its promises", { timeout: 120_000 }, () => {
    holds(anyCase, always, 100);
  });

  it("of a plain variant is a merge of three", { timeout: 120_000 }, () => {
    holds(plainCase, { ...always, ...plainly }, 100);
  });

  it("comes to the same twice", { timeout: 60_000 }, () => {
    const property = fc.property(anyCase, (c) => {
      expect(movedCase(c)).toEqual(movedCase(c));
    });
    fc.assert(property, { numRuns: 20 });
  });

  it("changes nothing but the range, where the base did not change", { timeout: 60_000 }, () => {
    const same = anyCase.map((c) => ({ ...c, after: { ...c.before, version: "1.1.0" } }));
    const property = fc.property(same, (c) => {
      const found = movedCase(c);
      const text = `${JSON.stringify(c.variant, null, 2)}\n`;
      expect(found.text).toBe(text.replace('"^1.0.0"', '"^1.1.0"'));
      expect([found.conflicts, found.inherited, found.agreed]).toEqual([[], [], []]);
    });
    fc.assert(property, { numRuns: 50 });
  });

  it("never throws over what is in a document", () => {
    const from = loadedBase(start) as Ruleset;
    const sections = "facts parameters decisions notes effective extends version id".split(" ");
    const section = fc.dictionary(fc.constantFrom(...sections), fc.jsonValue());
    const any = fc.oneof(
      fc.jsonValue(),
      fc.string(),
      section,
      section.map((s) => ({ ...head, ...s })),
    );
    const property = fc.property(any, (variant) => {
      const rebased = rebase(variant, { from, to: from });
      expect(rebased.ok || rebased.diagnostics.length > 0).toBe(true);
    });
    fc.assert(property, { numRuns: 500 });
  });
});

const head = {
  language: "1",
  id: "v",
  version: "1.0.0",
  label: { zh: "v", en: "v" },
  extends: { id: "base", version: "^1.0.0" },
};
