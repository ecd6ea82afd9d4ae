import { describe, expect, it } from "vitest";
import { withRefused } from "../../../src/analyze/rebase/later.ts";
import { base, variant } from "../../load/variant/small.ts";
import { moved } from "./moved.ts";

/* A fault of the new document is laid to the change that it is about, and to no other. */

const own = variant("v", { parameters: { high: 300 }, facts: { n: { max: 900 } } });
const { conflicts, inherited, carried, agreed } = moved(own, base(), base({ version: "1.1.0" }));
const findings = { conflicts, inherited, carried, agreed };

const refusedAt = (path: string, severity: "error" | "warning" = "error") => {
  const words = { zh: "无", en: "none" };
  const fault = { code: "bound-broken", severity, path, message: words, help: words } as const;
  const found = withRefused(findings, [fault]);
  expect(found.carried.length + found.conflicts.length).toBe(2);
  return found.conflicts.map((c) => c.path);
};

describe("a fault of the new document", () => {
  it("is of the change at its place, inside it or around it", () => {
    expect(refusedAt("/parameters/high")).toEqual(["/parameters/high/default"]);
    expect(refusedAt("/parameters/high/default")).toEqual(["/parameters/high/default"]);
    expect(refusedAt("/facts/n")).toEqual(["/facts/n/max"]);
  });

  it("is of none where it is of another place, of a whole section, or no error", () => {
    const places = ["/parameters/middle", "/parameters/hig", "/facts", ""];
    expect(places.flatMap((path) => refusedAt(path))).toEqual([]);
    expect(refusedAt("/facts/n", "warning")).toEqual([]);
  });
});
