import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { compile, type Ruleset, TiercutError } from "../../src/index.ts";
import { ruleset as anqing } from "../../src/policies/anqing-mobile-2010.ts";
import { ruleset as hainan } from "../../src/policies/hainan-unicom-2003.ts";
import { ruleset as xian } from "../../src/policies/xian-unicom-2012.ts";
import type { Parameter } from "../../src/ruleset/schema/parameter.ts";
import type { Setting } from "../../src/ruleset/settings.ts";

/* Settings of a ruleset free of faults: what they break is told in words, not by its code alone. */

const settingFor = (p: Parameter): fc.Arbitrary<Setting> => {
  if (p.type === "reading") return fc.constantFrom(...Object.keys(p.readings));
  if (p.type === "date") return fc.constantFrom("2010-01-01", "2012-02-29");
  const unit = 10 ** p.scale;
  const [least, most] = [Math.ceil(p.min * unit), Math.floor(p.max * unit)];
  return fc
    .oneof(fc.constantFrom(p.min, p.max), fc.integer({ min: least, max: most }))
    .map((n) => (Number.isInteger(n) && n >= least && n <= most ? n / unit : n));
};

const settingsOf = ({ document: { parameters } }: Ruleset<never>) =>
  fc.record(Object.fromEntries(Object.entries(parameters).map(([n, p]) => [n, settingFor(p)])), {
    requiredKeys: [],
  });

/** The codes that settings were found to break, each with what it tells. */
function brokenBy(ruleset: Ruleset<never>, runs: number): ReadonlyMap<string, string> {
  const broken = new Map<string, string>();
  const tries = fc.sample(settingsOf(ruleset), { numRuns: runs, seed: 20 });
  for (const parameters of tries) {
    try {
      compile(ruleset as Ruleset, { parameters });
    } catch (error) {
      if (!(error instanceof TiercutError)) throw error;
      for (const d of error.diagnostics) broken.set(d.code, d.message.en);
    }
  }
  return broken;
}

describe("settings within their bounds", () => {
  it.each([
    [anqing, ["share-sum"]],
    [hainan, ["duplicate-band"]],
    [xian, []],
  ] as const)("of $document.id", (ruleset, codes) => {
    const broken = brokenBy(ruleset as Ruleset<never>, 300);
    expect([...broken.keys()]).toEqual(expect.arrayContaining([...codes]));
    for (const [code, message] of broken) expect(message).not.toBe(`\`${code}\``);
  });
});

it("what checking should have found is named by its code", () => {
  const { mobileUsers: _, ...facts } = hainan.document.facts;
  const unchecked = { document: { ...hainan.document, facts }, hash: hainan.hash };
  expect(() => compile(unchecked)).toThrow(
    "`unknown-fact` (`loadRuleset` tells what is wrong and how to mend it)",
  );
});
