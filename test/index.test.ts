import { expect, it } from "vitest";
import * as tiercut from "../src/index.ts";

it("has these public names and no other", () => {
  expect(Object.keys(tiercut).sort()).toEqual([
    "TiercutError",
    "checkCatalogue",
    "codes",
    "compile",
    "diff",
    "evaluate",
    "explain",
    "fit",
    "lint",
    "loadRuleset",
    "printPlan",
    "rulesetOn",
    "setBy",
    "tellDiff",
  ]);
});
