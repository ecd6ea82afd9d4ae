import { describe, expect, it } from "vitest";
import { tellChange } from "../../src/cli/show/change.ts";
import { folder, tiercut } from "./harness.ts";

/* What `show` tells a policy owner of what a variant may change, and of dated values. */

describe("how far a variant may change a parameter or a decision", () => {
  it.each([
    ["fixed", "nothing but its words", "只许改措辞"],
    [{ step: 100 }, "by whole steps of 100", "按 100 的整数倍"],
    [{ atLeast: 1, atMost: 9 }, "not below 1, not above 9", "不低于 1，不高于 9"],
    [{ stricter: "lower" }, "only stricter: the lower, the stricter", "只许从严：越低越严"],
    [{ stricter: ["lax", "strict"] }, "only stricter: lax → strict", "只许从严：lax → strict"],
    [{ oneOf: ["up", "down"] }, "to one of up, down", "只许是 up，down"],
    [{ parts: ["bands"] }, "only its bands", "只许改 bands"],
  ] as const)("%j is told", (change, en, zh) => {
    expect(tellChange(change, "en")).toEqual([`  a variant may change: ${en}`]);
    expect(tellChange(change, "zh")).toEqual([`  地方可改: ${zh}`]);
  });
  it("is not told where it may be changed at will", () => {
    expect([...tellChange(undefined, "en"), ...tellChange("open", "zh")]).toEqual([]);
  });
  it("is told of the shipped rulesets", async () => {
    const star = await tiercut(["show", "hainan-unicom-2003", "starFive"]);
    expect(star.out).toContain("\n  a variant may change: by whole steps of 100\n");
    const group = await tiercut(["show", "hainan-unicom-2003", "group", "--lang", "zh"]);
    expect(group.out).toContain("\n  地方可改: 只许改措辞\n");
  });
});

describe("dated values that a variant set all at once", () => {
  it("are told day by day", async () => {
    const variant = {
      language: "1",
      id: "city",
      version: "1.0.0",
      label: { zh: "市", en: "a city" },
      extends: { id: "hainan-unicom-2003", version: "^1.0.0" },
      parameters: { starFive: { dated: { "2006-07-01": 60000, "2008-01-01": 70000 } } },
    };
    const { path } = folder({ "city.json": JSON.stringify(variant) });
    const argv = ["show", "city.json", "starFive", "--provenance"];
    const { out } = await tiercut(argv, { cwd: path });
    expect(out.split("\n").slice(1, 4)).toEqual([
      "  dated › 2006-07-01: 60000 added by city 1.0.0 [HN-25 第八条]",
      "  dated › 2008-01-01: 70000 added by city 1.0.0 [HN-25 第八条]",
      "  default: 50000 set by hainan-unicom-2003 1.0.1 [HN-25 第八条]",
    ]);
    const whole = await tiercut(["show", "city.json", "--provenance"], { cwd: path });
    expect(whole.out).toContain("2006-07-01: 60000 added by city 1.0.0");
  });
});
