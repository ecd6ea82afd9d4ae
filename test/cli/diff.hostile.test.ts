import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { folder, shop, tiercut } from "./harness.ts";

/* What a stranger writes into a label can't pass for what the comparison says. */

describe("a label of several lines", () => {
  it("stays on the line it is told on", async () => {
    const claim = "no account can be graded differently";
    const label = { zh: `客户\n${claim}`, en: `customer\n${claim}` };
    const before = JSON.parse(readFileSync(shop, "utf8"));
    const after = { ...before, facts: { ...before.facts } };
    for (const name of Object.keys(after.facts)) {
      const told = { zh: `${name}${label.zh}`, en: `${name}${label.en}` };
      after.facts[name] = { ...after.facts[name], label: told };
    }
    const { path } = folder({ "a.json": JSON.stringify(before), "b.json": JSON.stringify(after) });
    const { out } = await tiercut(["diff", "a.json", "b.json"], { cwd: path });
    expect(out).toContain(`customer\\u000a${claim}`);
    expect(out.split("\n").filter((line) => line.startsWith(claim))).toEqual([]);
  });
});
