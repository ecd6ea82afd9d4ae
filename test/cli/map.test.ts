import { describe, expect, it } from "vitest";
import { folder, shop, tiercut } from "./harness.ts";

const rows = "No,Total,Yearly,Flag,Town\nA1,10,120,Y,甲\nA2,9,,N,\nA3,,100,?,乙\n";

/** Evaluates the rows under a mapping. */
function map(mapping: unknown, options: readonly string[] = [], text = rows) {
  const written = typeof mapping === "string" ? mapping : JSON.stringify(mapping);
  const { path } = folder({ "rows.csv": text, "map.json": written });
  return tiercut(["evaluate", shop, "rows.csv", "--map", "map.json", ...options], { cwd: path });
}

describe("a mapping", () => {
  it("names the columns, the id and the constants", async () => {
    const mapping = {
      id: "No",
      columns: { members: "Total", city: "Town" },
      constants: { revenue: 5 },
    };
    const { status, rows: out } = await map(mapping, ["--decision", "big,tier"]);
    expect(status).toBe(0);
    expect(out.map((r) => [r.id, r.results.big.outcome, r.results.tier.outcome])).toEqual([
      ["A1", true, "C"],
      ["A2", false, "C"],
      ["A3", undefined, "C"],
    ]);
  });

  it("divides exactly and rounds once, and leaves a blank unknown", async () => {
    const revenue = { column: "Yearly", divide: 12, scale: 2, rounding: "half-up" };
    const options = ["--decision", "tier,ratios", "--reasons", "full"];
    const { rows: out } = await map({ columns: { revenue, members: "Total" } }, options);
    const seen = out.map((r) => r.results.tier.reasons[0].because[0].value);
    expect(seen).toEqual([10, undefined, 8.33]);
    expect(out[1].results.tier.missing).toEqual(["revenue"]);
  });

  it("rounds without dividing where it says so", async () => {
    const revenue = { column: "Yearly", scale: 0, rounding: "floor" };
    const { rows: out } = await map(
      { columns: { revenue } },
      ["--decision", "tier"],
      "Yearly\n99.999\n",
    );
    expect(out[0].results.tier.outcome).toBe("C");
  });

  it("states what a blank stands for, and what a text does", async () => {
    const columns = {
      members: { column: "Total", blank: 0 },
      vip: { column: "Flag", values: { Y: true, N: false, "?": null } },
    };
    const mapping = {
      columns,
      constants: { status: "on-net", joined: "2011-01-01", services: ["line"] },
    };
    const { status, rows: out } = await map(mapping, ["--decision", "big,active"]);
    expect(status).toBe(0);
    expect(out.map((r) => [r.results.big.outcome, r.results.active.outcome])).toEqual([
      [true, true],
      [false, false],
      [false, undefined],
    ]);
  });

  it("reads one column as two facts", async () => {
    const { rows: out } = await map({ columns: { members: "Total", revenue: "Total" } }, [
      "--decision",
      "ratios",
    ]);
    expect(out[0].results.ratios.outcome).toEqual({ perHead: 1, twice: 20 });
  });

  it("warns of facts the ruleset does not declare, as one mapping serves several", async () => {
    const { status, err } = await map({
      columns: { members: "Total", membres: "Nowhere", zzzzzz: "Nowhere" },
    });
    expect(status).toBe(0);
    expect(err).toContain(
      "note: the mapping names facts that `shop` does not declare: `membres` (did you mean `members`?), `zzzzzz`",
    );
  });

  it("says which subject the rows are about", async () => {
    const { rows: out } = await map({ subject: "hall", columns: { sales: "Total" } });
    expect(out.map((r) => Object.keys(r.results))).toEqual([["busy"], ["busy"], ["busy"]]);
  });

  it("serves JSON lines, whose keys may be absent", async () => {
    const { path } = folder({
      "rows.jsonl": '{"x":1}\n{"n":12}\n',
      "map.json": '{"columns":{"members":"n","revenue":"r"}}',
    });
    const argv = ["evaluate", shop, "rows.jsonl", "--map", "map.json", "--decision", "big"];
    const { status, rows: out, err } = await tiercut(argv, { cwd: path });
    expect([status, out.map((r) => r.status)]).toEqual([0, ["undetermined", "decided"]]);
    expect(err).toContain("note: the mapping names columns that the input does not have: `r`");
  });

  it.each<readonly [string, unknown, RegExp]>([
    ["is not JSON", "{", /is not JSON/],
    ["is a list", "[]", /\/: `\[\]` stands where an object with `columns` is expected/],
    [
      "has no columns",
      {},
      /\/: the key `columns` is missing \(add `columns`: an object that gives/,
    ],
    [
      "has an unknown key",
      { columns: {}, constant: {} },
      /the key `constant` means nothing here \(did you mean `constants`\?\)/,
    ],
    [
      "has an unknown key in a column",
      { columns: { members: { column: "Total", value: {} } } },
      /\/columns\/members\/value: the key `value` means nothing here \(did you mean `values`\?\)/,
    ],
    [
      "has a number for a column",
      { columns: { members: 3 } },
      /\/columns\/members: `3` stands where the heading of a column, or an object/,
    ],
    [
      "divides by zero",
      { columns: { revenue: { column: "Total", divide: 0, scale: 1, rounding: "ceil" } } },
      /\/columns\/revenue\/divide: `0` stands where a number above 0 is expected/,
    ],
    [
      "divides without a scale",
      { columns: { revenue: { column: "Total", divide: 12 } } },
      /the key `scale` is missing/,
    ],
    [
      "rounds without saying how",
      { columns: { revenue: { column: "Total", scale: 2 } } },
      /the key `rounding` is missing/,
    ],
    [
      "rounds as nobody does",
      { columns: { revenue: { column: "Total", scale: 2, rounding: "up" } } },
      /\/columns\/revenue\/rounding: `up` is not one of the values allowed here/,
    ],
    [
      "has a column without a heading",
      { columns: { members: "", revenue: {} } },
      /\/columns\/members: `a blank text` .*\n.*\/columns\/revenue: the key `column` is missing/,
    ],
    [
      "has a scale of tenths",
      { columns: { revenue: { column: "Total", scale: 1.5, rounding: "up" } } },
      /\/columns\/revenue\/scale: `1.5` stands where a whole number of decimals/,
    ],
    [
      "has an object for a value",
      { columns: { vip: { column: "Flag", values: { Y: {} } } }, constants: { city: [1] } },
      /\/columns\/vip\/values\/Y: .* stands where a text, a number.*\n.*\/constants\/city/,
    ],
    [
      "states a fact twice",
      { columns: { members: "Total" }, constants: { members: 1 } },
      /both a column and a constant/,
    ],
    [
      "divides a text",
      { columns: { city: { column: "Town", divide: 2, scale: 0, rounding: "ceil" } } },
      /`city`, which is no number/,
    ],
    [
      "names a column that is not there",
      { columns: { members: "Totl" } },
      /does not have: `Totl` \(did you mean `Total`\?\)/,
    ],
    [
      "names an id that is not there",
      { id: "Nr", columns: { members: "Total" } },
      /does not have: `Nr`/,
    ],
    [
      "names no fact of the ruleset",
      { columns: { size: "Total" } },
      /names only facts that `shop` does not declare/,
    ],
    [
      "has a constant out of range",
      { columns: { city: "Town" }, constants: { members: -1 } },
      /the constant `members` as `-1`: it is below/,
    ],
    [
      "has a blank outside the list",
      { columns: { status: { column: "Flag", blank: "gone" } } },
      /`blank` of `status` as `gone`: it is outside/,
    ],
    [
      "has a value of another type",
      { columns: { vip: { column: "Flag", values: { Y: "yes" } } } },
      /the value of `Y` for `vip` as `yes`/,
    ],
    [
      "is about no subject",
      { subject: "shop", columns: { members: "Total" } },
      /has no subject `shop`/,
    ],
  ])("is refused where it %s", async (_, mapping, reason) => {
    const { status, out, err } = await map(mapping);
    expect([status, out]).toEqual([2, ""]);
    expect(err).toMatch(reason);
  });

  it("is refused where there is no such file", async () => {
    const { status, err } = await tiercut(["evaluate", shop, "-", "--map", "no.json"]);
    expect([status, err]).toEqual([2, "tiercut: there is no mapping file `no.json`\n"]);
  });
});
