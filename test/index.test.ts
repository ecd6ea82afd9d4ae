import { expect, it } from "vitest";
import * as tiercut from "../src/index.ts";

it("has these public names and no other", () => {
  expect(Object.keys(tiercut).sort()).toEqual([
    "TiercutError",
    "checkCatalogue",
    "codes",
    "compile",
    "defineRuleset",
    "diff",
    "evaluate",
    "explain",
    "fit",
    "lint",
    "loadRuleset",
    "printPlan",
    "rebase",
    "rulesetOn",
    "setBy",
    "tellDiff",
    "tellRebase",
  ]);
});
