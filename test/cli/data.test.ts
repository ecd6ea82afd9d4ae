import { describe, expect, it } from "vitest";
import { shippedFile } from "../../src/cli/shipped.ts";
import { dataFile, needing } from "../data.ts";
import { tiercut } from "./harness.ts";

/** Real data, and what its mapping must make of it. */
const inputs = [
  { mapping: "bg-telecom-b2b", file: "bg-telecom-b2b/accounts-a.csv", rows: 4256, unclassed: 878 },
  {
    mapping: "adventureworks-resellers",
    file: "adventureworks-resellers/resellers.csv",
    rows: 701,
    unclassed: 0,
  },
  {
    mapping: "northwind-customer-month",
    file: "northwind/customer-month.csv",
    rows: 636,
    unclassed: 0,
  },
] as const;

const short = ["--reasons", "none"];

for (const { mapping, file, rows, unclassed } of inputs) {
  const { skip, title } = needing([file], mapping);
  describe.skipIf(skip)(title, () => {
    const run = (ruleset: string, decisions: string) => {
      const map = shippedFile("mappings", `${mapping}.json`);
      const argv = [
        "evaluate",
        ruleset,
        dataFile(file) ?? "",
        "--map",
        map,
        "--decision",
        decisions,
      ];
      return tiercut([...argv, ...short]);
    };
    it("gives every account its star", async () => {
      const { status, err, rows: out } = await run("hainan-unicom-2003", "star");
      expect(status).toBe(0);
      expect(err).toContain(`rows = ${rows.toLocaleString("en-US")} decided + 0 undetermined`);
      expect(out.every((r) => typeof r.id === "string")).toBe(true);
    });
    it("gives every account its value, and its class where the city is known", async () => {
      const { status, rows: out } = await run("anqing-mobile-2010", "value,class");
      expect(status).toBe(0);
      expect(out).toHaveLength(rows);
      expect(out.filter((r) => r.results.value.missing)).toHaveLength(0);
      expect(out.filter((r) => r.results.class.missing)).toHaveLength(unclassed);
    });
  });
}
