import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { city, province } from "./check/policies.ts";
import { folder, tiercut } from "./harness.ts";

/** The province's next version: another band, and another fact, from 2004 on. */
const next = province
  .replace('"version": "1.0.0"', '"version": "1.1.0"')
  .replace('"from": "2003-01-01"', '"from": "2004-01-01"')
  .replace('"revenue": {', '"monthlyRevenue": {')
  .replace('"fact": "revenue"', '"fact": "monthlyRevenue"')
  .replace('"4": { "zh"', '"3": { "zh": "三星", "en": "three-star" }, "4": { "zh"')
  .replace('"four": { ', '"three": { "outcome": "3" }, "four": { "from": 1000, ');
const files = {
  "province.json": province.replace(
    '"from": "2003-01-01"',
    '"from": "2003-01-01", "to": "2003-12-31"',
  ),
  "province-2004.json": next,
};
const headingOf = (text: string) => text.split("\n")[0];

describe("tiercut types", () => {
  it("writes those of a variant and of all that it takes over, by its path", async () => {
    const { path } = folder({ ...files, "city.json": city('"starFive": 60000') });
    const { out, status } = await tiercut(["types", join(path, "city.json")]);
    expect(status).toBe(0);
    expect(headingOf(out)).toBe(
      "// Written by `tiercut types city` from version 1.1.0, built on province 1.1.0; not edited by hand.",
    );
    expect(out).toContain("readonly monthlyRevenue?: number | null | undefined;");
    expect(out).toContain('readonly edge: "lower" | "upper";');
    expect(out).toContain('readonly outcome: "3" | "4" | "5";');
  });

  it("finds what it is built on in another folder, in the version that is in force on a day", async () => {
    const base = folder(files);
    const { path } = folder({ "city.json": city('"starFive": 60000') });
    const typed = (...more: readonly string[]) =>
      tiercut(["types", join(path, "city.json"), ...more]);
    const { out } = await typed("--in", base.path, "--on", "2003-12-31");
    expect(headingOf(out)).toContain("built on province 1.0.0;");
    expect(out).toContain("readonly revenue?: number | null | undefined;");
    expect(out).toContain('readonly outcome: "4" | "5";');
    const later = await typed("--in", base.path, "--on", "2004-01-01");
    expect(headingOf(later.out)).toContain("built on province 1.1.0;");
    const alone = await typed();
    expect([alone.status, alone.out]).toEqual([2, ""]);
    expect(alone.err).toContain("province");
  });

  it("writes nothing of a ruleset that has faults", async () => {
    const { path } = folder({ "city.json": city('"starSix": 60000') });
    const { status, out } = await tiercut([
      "types",
      join(path, "city.json"),
      "--in",
      folder(files).path,
    ]);
    expect([status, out]).toEqual([2, ""]);
  });
});
