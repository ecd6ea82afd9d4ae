import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { study } from "../../src/analyze/study.ts";
import { analyseTable, type Table } from "../../src/analyze/table.ts";
import { compile, evaluate, lint, loadRuleset } from "../../src/index.ts";

/*
 * The sources' own tables, transcribed as they stand into sources.ruleset.json: the gaps and overlaps
 * that their authors left are found, with the very value that falls in them. What each is, is worked
 * out by hand: 6000 ≤ X < 8000 beside X > 8000 leaves out 8000, and so on.
 */

const loaded = loadRuleset(readFileSync(new URL("sources.ruleset.json", import.meta.url), "utf8"));
if (!loaded.ok) throw new Error(JSON.stringify(loaded.diagnostics));
const { ruleset } = loaded;
const program = compile(ruleset);
const warnings = lint(ruleset).diagnostics.filter((d) => d.severity === "warning");
const at = (path: string) => warnings.filter((d) => d.path.startsWith(path));
const inside = (name: string, facts: object) =>
  evaluate(program, name, facts as Readonly<Record<string, unknown>>);

describe("a gap in a table of the source", () => {
  it.each([
    ["line", "lineRevenue", 8000, "line revenue = 8000 yuan a month", "专线收入 = 8000 元/月"],
    ["size", "members", 2000, "members = 2000 persons", "集团成员数 = 2000 人"],
    [
      "group",
      "groupRevenue",
      0,
      "group-account revenue ≤ 0 yuan a month",
      "集团账户收入 ≤ 0 元/月",
    ],
  ] as const)("of `%s` is found at %s %d, and nowhere else", (name, fact, value, en, zh) => {
    const [gap, ...more] = at(`/decisions/${name}`);
    expect([gap?.code, gap?.path, more]).toEqual(["table-gap", `/decisions/${name}`, []]);
    expect(gap?.message.en).toContain(`covers ${en}, for example `);
    expect(gap?.message.en).toMatch(new RegExp(` ${value} (yuan a month|persons)$`));
    expect(gap?.message.zh).toContain(zh);
    expect(inside(name, { [fact]: value })).toMatchObject({
      status: "undetermined",
      cause: "gap",
    });
  });
});

/** The edges of a table, with the points just below each, at it, and just above it. */
type Edges = readonly (readonly [edge: number, below: unknown, at: unknown, above: unknown])[];

/** AQ-08: a range holds its beginning; nothing is said of 8000. */
const line: Edges = [
  [100, 0, 1, 1],
  [500, 1, 2, 2],
  [1000, 2, 3, 3],
  [3000, 3, 4, 4],
  [6000, 4, 5, 5],
  [8000, 5, "gap", 6],
];
/** AQ-10: a range holds its beginning; nothing is said of 2000. */
const size: Edges = [
  [10, 0, 1, 1],
  [20, 1, 3, 3],
  [50, 3, 5, 5],
  [100, 5, 6, 6],
  [200, 6, 7, 7],
  [500, 7, 8, 8],
  [1000, 8, 9, 9],
  [2000, 9, "gap", 10],
];
/** AQ-07: a range holds its end; nothing is said of 0, nor of what lies below it. */
const group: Edges = [
  [0, "gap", "gap", 1],
  [50, 1, 1, 2.5],
  [200, 2.5, 2.5, 4],
  [500, 4, 4, 5.5],
  [1000, 5.5, 5.5, 7],
  [2000, 7, 7, 8.5],
  [5000, 8.5, 8.5, 10],
  [10000, 10, 10, 12],
  [20000, 12, 12, 14],
];

describe("a table of the source, as it is written out", () => {
  it.each([
    ["line", "lineRevenue", 0.0001, line],
    ["size", "members", 1, size],
    ["group", "groupRevenue", 0.0001, group],
  ] as const)(
    "`%s` has the source's points below, at and above each edge of %s",
    (name, fact, step, edges) => {
      for (const [edge, ...points] of edges) {
        const beside = [edge - step, edge, edge + step].map((n) => Math.round(n * 1e4) / 1e4);
        const found = beside.map((n) => inside(name, { [fact]: n }));
        const told = found.map((r) => (r.status === "decided" ? r.outcome : r.cause));
        expect([edge, ...told]).toEqual([edge, ...points]);
      }
    },
  );
});

describe("the account told of a gap or an overlap", () => {
  const taken = study(ruleset);
  const findingsIn = (name: string) =>
    analyseTable(taken, `/decisions/${name}`, taken.document.decisions[name] as Table);

  it("is the very value that a table leaves out", () => {
    const gaps = ["line", "size", "group"].map((name) => findingsIn(name).gaps);
    expect(gaps.map((all) => all.map(({ account }) => account))).toEqual([
      [{ lineRevenue: 8000 }],
      [{ members: 2000 }],
      [{ groupRevenue: 0 }],
    ]);
  });

  it("lies on the edge of the rule that asks for more, and gets no points", () => {
    const least = { eOther: 6, fOther: 4, gOther: 2 } as const;
    const levels = [
      "multinational",
      "national",
      "crossProvince",
      "provincial",
      "crossCity",
      "city",
    ];
    const { overlaps } = findingsIn("headOffice");
    expect(overlaps).toHaveLength(3);
    for (const { first, second, account } of overlaps) {
      const rules = [first, second] as readonly (keyof typeof least)[];
      const branches = Math.max(...rules.map((rule) => least[rule]));
      expect(account).toMatchObject({ isHq: true, branches });
      expect(levels).not.toContain(account.orgLevel);
      expect(inside("headOffice", account)).toMatchObject({ cause: "conflict" });
    }
  });
});

describe("the head offices of AQ-21 to AQ-23", () => {
  it("overlap where another head office has six units, or four", () => {
    const pairs = at("/decisions/headOffice").map((d) => [d.code, d.path, d.related?.[0]?.path]);
    const row = (name: string) => `/decisions/headOffice/rows/${name}`;
    expect(pairs).toEqual([
      ["table-overlap", row("fOther"), row("eOther")],
      ["table-overlap", row("gOther"), row("eOther")],
      ["table-overlap", row("gOther"), row("fOther")],
    ]);
  });
  it("are told with an account that lies in both", () => {
    const [six, , four] = at("/decisions/headOffice").map((d) => d.message.en);
    expect(six).toMatch(/for example is a head office yes, .*branches 6 units/);
    expect(four).toMatch(/for example is a head office yes, .*branches 4 units/);
  });
  it.each([
    [1, 0],
    [2, 6],
    [3, 6],
    [4, undefined],
    [6, undefined],
  ])("so that with %d units it comes to %s", (branches, points) => {
    const result = inside("headOffice", { isHq: true, orgLevel: "county", branches });
    expect(result.outcome).toBe(points);
    if (points === undefined) expect(result).toMatchObject({ cause: "conflict" });
  });
});

it("finds nothing else in them", () => {
  expect(warnings).toHaveLength(6);
});
