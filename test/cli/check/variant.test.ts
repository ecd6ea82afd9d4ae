import { symlinkSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { folder, tiercut } from "../harness.ts";
import { city, province } from "./policies.ts";

const rows = "accountId,revenue\na,49999\nb,55000\nc,60000\n";
const files = {
  "province.json": province,
  "city.json": city('"starFive": 60000'),
  "rows.csv": rows,
};
const run = (path: string, ...words: readonly string[]) => tiercut(words, { cwd: path });

/** The star of each row. */
async function stars(path: string, ...words: readonly string[]) {
  const { rows } = await run(path, "evaluate", ...words);
  return rows.map((r) => r.results.star.outcome);
}

describe("a variant", () => {
  it("is evaluated by its path, and the summary says what it is built on", async () => {
    const { path } = folder(files);
    expect(await stars(path, "province.json", "rows.csv")).toEqual(["4", "5", "5"]);
    expect(await stars(path, "city.json", "rows.csv")).toEqual(["4", "4", "5"]);
    const { err } = await run(path, "evaluate", "city.json", "rows.csv");
    expect(err).toMatch(/\nruleset city 1\.1\.0 ← province 1\.0\.0, sha256 [0-9a-f]{64}\n/);
    const { err: zh } = await run(
      path,
      "evaluate",
      "city.json",
      "rows.csv",
      "--lang",
      "zh",
      "--on",
      "2004-01-01",
    );
    expect(zh).toMatch(
      /\n规则集 city 1\.1\.0 ← province 1\.0\.0，sha256 [0-9a-f]{64}\n基准日：2004-01-01\n/,
    );
  });

  it("is explained, shown, listed by its rules and typed", async () => {
    const { path } = folder(files);
    const told = await run(path, "explain", "city.json", "rows.csv", "--id", "b");
    expect(told.out.split("\n")[0]).toBe("star: four-star (4)");
    const shown = await run(path, "show", "city.json", "star");
    expect(shown.out).toContain("    ≥ 60000  5  five-star\n");
    const { out } = await run(path, "rules", "city.json");
    expect(out.split("\n")).toEqual([
      "P-01  province 1.0.0 line 30  decisions.star  star  [第一条]",
      "P-01  province 1.0.0 line 16  parameters.starFive  five-star from  [第一条]",
      "P-02  province 1.0.0 line 21  parameters.edge  edge  [第二条]",
      "",
    ]);
    expect((await run(path, "types", "city.json")).out).toContain("readonly revenue?:");
  });

  it("is found by its id in a folder that is given", async () => {
    const { path } = folder(files);
    const { path: elsewhere } = folder({ "rows.csv": rows });
    expect(await stars(elsewhere, "city", "rows.csv", "--in", path)).toEqual(["4", "4", "5"]);
    const { status, err } = await run(elsewhere, "evaluate", "town", "rows.csv", "--in", path);
    expect([status, err]).toEqual([
      2,
      expect.stringMatching(/^tiercut: `town`: it is neither a shipped ruleset nor a file; /),
    ]);
  });

  it("that ships is found by its id alone", async () => {
    const { path } = folder({ "rows.csv": "account_id,移动月收入\na,55000\nb,60000\n" });
    const stars = await run(path, "evaluate", "sanya-2004", "rows.csv", "--decision", "star");
    expect(stars.rows.map((r) => r.results.star.outcome)).toEqual(["4", "5"]);
  });

  it("is refused with every fault, each with its document", async () => {
    const { path } = folder({ ...files, "city.json": city('"starFive": 95000') });
    const { status, out, err } = await run(path, "evaluate", "city.json", "rows.csv");
    expect([status, out]).toEqual([2, ""]);
    expect(err).toMatch(
      /^tiercut: the ruleset `city\.json` has faults:\ncity 1\.1\.0 \/parameters\/starFive: /,
    );
    expect(err).toMatch(/\n`tiercut check` shows each of them in its place\n$/);
  });

  it("is not written over, nor is what it is built on", async () => {
    const { path } = folder(files);
    for (const file of ["city.json", "province.json"]) {
      const { status, err } = await run(
        path,
        "evaluate",
        "city.json",
        "rows.csv",
        "--output",
        file,
      );
      expect([status, err]).toEqual([2, expect.stringContaining(`would write over`)]);
    }
  });

  it("is not read through a link out of its folder", async () => {
    const { path } = folder({ "rows.csv": rows });
    const { path: other } = folder(files);
    symlinkSync(join(other, "city.json"), join(path, "city.json"));
    const { status, err } = await run(path, "evaluate", "city.json", "rows.csv");
    expect([status, err]).toEqual([
      2,
      `tiercut: \`city.json\`: it is a link that leads out of its folder, to \`${join(other, "city.json")}\`, and only files inside it are read; put the file itself into the folder, or name the folder it lies in with --in\n`,
    ]);
    expect(await stars(path, "city.json", "rows.csv", "--in", other)).toEqual(["4", "4", "5"]);
  });
});

describe("values that depend on the day", () => {
  const dated = city('"starFive": { "dated": { "2005-01-01": 55000, "2006-01-01": 58000 } }');
  it("need a day", async () => {
    const { path } = folder({ ...files, "city.json": dated });
    const { status, err } = await run(path, "evaluate", "city.json", "rows.csv");
    expect([status, err]).toEqual([
      2,
      "tiercut: what `starFive` of `city` is depends on the day: add --on DATE, such as --on 2005-01-01\n",
    ]);
  });
  it.each([
    ["2004-12-31", ["4", "5", "5"]],
    ["2005-01-01", ["4", "5", "5"]],
    ["2005-12-31", ["4", "5", "5"]],
    ["2006-01-01", ["4", "4", "5"]],
  ])("are those of %s", async (on, wanted) => {
    const { path } = folder({ ...files, "city.json": dated });
    expect(await stars(path, "city.json", "rows.csv", "--on", on)).toEqual(wanted);
  });
  it("are no settings that differ from the defaults", async () => {
    const { path } = folder({ ...files, "city.json": dated });
    const { err } = await run(path, "evaluate", "city.json", "rows.csv", "--on", "2006-01-01");
    expect(err).toContain("\nas of 2006-01-01\nsettings that differ from the defaults: none\n");
  });
  it("are not needed for what is set by hand", async () => {
    const { path } = folder({ ...files, "city.json": dated });
    expect(await stars(path, "city.json", "rows.csv", "--set", "starFive=1000")).toEqual([
      "5",
      "5",
      "5",
    ]);
  });
  it("are shown with their days", async () => {
    const { path } = folder({ ...files, "city.json": dated });
    const { out } = await run(path, "show", "city.json", "starFive", "--on", "2005-06-30");
    expect(out).toContain("  from a day on: 2005-01-01 55000, 2006-01-01 58000\n");
  });
  it("come from the version that is in force, of those with the id", async () => {
    const first = province.replace(
      '"from": "2003-01-01"',
      '"from": "2003-01-01", "to": "2003-12-31"',
    );
    const second = province
      .replace('"1.0.0"', '"1.1.0"')
      .replace("2003-01-01", "2004-01-01")
      .replace("50000", "55001");
    const { path } = folder({ "a.json": first, "b.json": second, "rows.csv": rows });
    const on = (day: string) => stars(path, "province", "rows.csv", "--in", ".", "--on", day);
    expect(await on("2003-12-31")).toEqual(["4", "5", "5"]);
    expect(await on("2004-01-01")).toEqual(["4", "4", "5"]);
    expect(await stars(path, "province", "rows.csv", "--in", ".")).toEqual(["4", "4", "5"]);
    const { err } = await run(path, "evaluate", "province", "-", "--in", ".", "--on", "2002-12-31");
    expect(err).toMatch(/^tiercut: `province`: no version of `province` .* in force on 2002-12-31/);
  });
});

describe("tiercut show --provenance", () => {
  const show = async (path: string, ...words: readonly string[]) =>
    (await run(path, "show", ...words, "--provenance")).out;

  it("tells what a variant set, in the words of the policy", async () => {
    const { path } = folder(files);
    expect(await show(path, "city.json")).toBe(
      `city 1.1.0  the city
  built on: province 1.0.0
parameters:
  starFive (five-star from): 50000 set by province 1.0.0, raised to 60000 by city 1.1.0 [P-01 第一条]
all else: set by province 1.0.0
`,
    );
    expect(await show(path, "city.json", "--lang", "zh")).toBe(
      `city 1.1.0  市
  依据: province 1.0.0
参数:
  starFive (五星起点): 50000 由 province 1.0.0 设定，由 city 1.1.0 提高到 60000 [P-01 第一条]
其余: 由 province 1.0.0 设定
`,
    );
  });

  it("tells it of one parameter, and of a decision with the parameters it reads", async () => {
    const { path } = folder(files);
    expect(await show(path, "city.json", "starFive")).toBe(
      `starFive (five-star from) [P-01 第一条]
  default: 50000 set by province 1.0.0, raised to 60000 by city 1.1.0 [P-01 第一条]
  all else: set by province 1.0.0
`,
    );
    expect(await show(path, "city.json", "star")).toBe(
      `star (star) [P-01 第一条]
  starFive (five-star from): 50000 set by province 1.0.0, raised to 60000 by city 1.1.0 [P-01 第一条]
  edge (edge): \`lower\` set by province 1.0.0 [P-02 第二条]
  all else: set by province 1.0.0
`,
    );
    expect(await show(path, "city.json", "edge")).toBe(
      `edge (edge) [P-02 第二条]
  default: \`lower\` set by province 1.0.0 [P-02 第二条]
  all else: set by province 1.0.0
`,
    );
  });

  it("says of the shipped variant what the policy owner asked for", async () => {
    const { path } = folder();
    expect(await show(path, "sanya-2004", "starFive")).toContain(
      "50000 set by hainan-unicom-2003 1.0.1, raised to 60000 by sanya-2004 1.1.0",
    );
  });

  it("follows a chain, and tells what was added and taken away", async () => {
    const first = city('"edge": "upper"').replace(
      '"parameters"',
      '"decisions": { "star": { "bands": { "six": { "from": 80000, "outcome": "5" } } } },\n  "parameters"',
    );
    const second = `{
      "language": "1", "id": "district", "version": "2.0.0", "label": { "zh": "区", "en": "the district" },
      "extends": { "id": "city", "version": "1.1.0" },
      "decisions": { "star": { "bands": { "six": null } } },
      "parameters": { "edge": "lower", "starFive": 40000 }
    }`;
    const { path } = folder({ ...files, "city.json": first, "district.json": second });
    expect(await show(path, "district.json")).toBe(
      `district 2.0.0  the district
  built on: city 1.1.0, province 1.0.0
decisions:
  star (star) › six (five-star): added by city 1.1.0, taken away by district 2.0.0 [P-01 第一条]
parameters:
  edge (edge): \`lower\` set by province 1.0.0, changed to \`upper\` by city 1.1.0, changed to \`lower\` by district 2.0.0 [P-02 第二条]
  starFive (five-star from): 50000 set by province 1.0.0, lowered to 40000 by district 2.0.0 [P-01 第一条]
all else: set by province 1.0.0
`,
    );
  });

  it("says of a ruleset that extends none that it set all itself", async () => {
    const { path } = folder(files);
    expect(await show(path, "province.json")).toBe(
      "province 1.0.0  the province\nall else: set by province 1.0.0\n",
    );
  });

  it("is JSON too, and knows what it has no name for", async () => {
    const { path } = folder(files);
    expect(JSON.parse(await show(path, "city.json", "--json"))).toEqual({
      chain: [
        { id: "province", version: "1.0.0", label: { zh: "省办法", en: "the province" } },
        { id: "city", version: "1.1.0", label: { zh: "市", en: "the city" } },
      ],
      provenance: {
        "/parameters/starFive/default": [
          { document: "province 1.0.0", path: "/parameters/starFive/default", value: 50000 },
          { document: "city 1.1.0", path: "/parameters/starFive", value: 60000 },
        ],
      },
    });
    const { status, err } = await run(path, "show", "city.json", "starfive", "--provenance");
    expect([status, err]).toEqual([
      2,
      "tiercut: `city` has no decision, fact or parameter `starfive`; did you mean `starFive`?\n",
    ]);
  });
});

describe("tiercut list", () => {
  it("tells the shipped variants after the rulesets, with what each extends", async () => {
    const lines = (await tiercut(["list"])).out.split("\n");
    const ids = lines.map((l) => l.split("  ")[0]);
    expect(ids.slice(0, 3)).toEqual([
      "anqing-mobile-2010",
      "hainan-unicom-2003",
      "xian-unicom-2012",
    ]);
    const sanya = lines.find((l) => l.startsWith("sanya-2004  "));
    expect(sanya).toMatch(/^sanya-2004 {2}1\.1\.0 {2}.* {2}extends hainan-unicom-2003 \^1\.0\.0$/);
    const { rows } = await tiercut(["list", "--json"]);
    expect(rows.find((r) => r.id === "sanya-2004").extends).toEqual({
      id: "hainan-unicom-2003",
      version: "^1.0.0",
    });
    expect(rows.find((r) => r.id === "hainan-unicom-2003")).not.toHaveProperty("extends");
    const zh = (await tiercut(["list", "--lang", "zh"])).out;
    expect(zh).toMatch(/^sanya-2004 .* {2}依据 hainan-unicom-2003 \^1\.0\.0$/m);
  });
  it("calls each by the name of its file", async () => {
    for (const { id } of (await tiercut(["list", "--json"])).rows) {
      expect((await tiercut(["show", id, "--provenance"])).status).toBe(0);
    }
  });
});
