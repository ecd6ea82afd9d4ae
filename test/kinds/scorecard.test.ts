import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { loadRuleset } from "../../src/index.ts";
import {
  booleans,
  fact,
  faultsOf,
  type Json,
  named,
  numbers,
  only,
  outcomeOf,
  programOf,
  run,
  text,
} from "./tiny.ts";

const bands = (of: string, most: number) => ({
  kind: "bands",
  input: fact(of),
  closed: "lower",
  bands: { none: { outcome: 0 }, some: { from: 10, outcome: 1 }, all: { from: 20, outcome: most } },
});
const indicator = (name: string, maximum: number, score: unknown) => ({
  ...named(name),
  maximum,
  score,
});
const table = {
  kind: "table",
  hitPolicy: "unique",
  inputs: { a: { label: text("a"), value: fact("a") } },
  rows: { yes: { when: { a: true }, then: { points: 2 } } },
  otherwise: { points: 0.5 },
};
const sum = {
  kind: "sum",
  parts: {
    first: { ...named("first"), maximum: 4, score: bands("p", 4) },
    other: {
      ...named("other"),
      maximum: 3,
      score: { kind: "formula", value: { minimum: [fact("q"), 3] } },
    },
  },
};
const card = (dimensions: Json, maximum: number) => ({ maximum, dimensions });
const facts = { ...numbers("n p q"), ...booleans("a") };
const whole = card(
  {
    money: {
      ...named("money"),
      maximum: 5,
      indicators: { revenue: indicator("revenue", 5, bands("n", 5)) },
    },
    bond: {
      ...named("bond"),
      maximum: 9,
      indicators: { service: indicator("service", 2, table), years: indicator("years", 7, sum) },
    },
  },
  14,
);
const program = programOf(only("scorecard", whole, facts));

describe("a scorecard", () => {
  it("adds up indicators to dimensions, and these to the whole", () => {
    const result = run(program, { n: 20, a: true, p: 10, q: 2 });
    expect(result.outcome).toBe(5 + 2 + (1 + 2));
    expect(result.parts).toMatchObject({ money: 5, bond: 5, revenue: 5, service: 2, years: 3 });
  });

  it("is the sum of what its parts come to, whatever the facts", () => {
    const n = fc.nat(30);
    fc.assert(
      fc.property(n, n, n, fc.boolean(), (n, p, q, a) => {
        const points = (x: number, most: number) => (x < 10 ? 0 : x < 20 ? 1 : most);
        const [revenue, service] = [points(n, 5), a ? 2 : 0.5];
        const years = points(p, 4) + Math.min(q, 3);
        const result = run(program, { n, p, q, a });
        expect(result.outcome).toBe(revenue + service + years);
        expect(result.parts).toMatchObject({ money: revenue, bond: service + years });
      }),
    );
  });

  it("cites each indicator by the band or row that gave its points", () => {
    const { reasons } = run(program, { n: 15, a: false, p: 25, q: 9 });
    const told = reasons.map((r) => [r.id, r.outcome, r.citation?.clause]);
    expect(told).toEqual(
      expect.arrayContaining([
        ["it.revenue.some", 1, "revenue"],
        ["it.service", 0.5, "service"],
        ["it.years", 7, "years"],
      ]),
    );
    expect(told[0]?.[0]).toBe("it.revenue.some");
  });

  it("gives what is settled where the whole is not, and says what is missing", () => {
    const result = run(program, { n: 20, p: 10 });
    expect(result).toMatchObject({ status: "undetermined", missing: ["a", "q"] });
    expect(result.parts).toMatchObject({ money: 5, revenue: 5 });
    expect(Object.keys(result.parts)).not.toContain("bond");
    expect(Object.keys(result.parts)).not.toContain("years");
  });

  it("can be referred to whole and by part", () => {
    const more = {
      decisions: {
        it: { kind: "scorecard", subject: "account", ...named("it"), ...whole },
        half: {
          kind: "formula",
          subject: "account",
          ...named("half"),
          outputs: {
            value: {
              ...named("value"),
              value: { difference: [{ decision: "it" }, { decision: "it.money" }] },
            },
          },
        },
      },
    };
    const both = programOf(only("scorecard", whole, facts, more));
    expect(outcomeOf(both, { n: 20, a: true, p: 10, q: 2 }, "half")).toBe(5);
  });
});

describe("a scorecard is refused", () => {
  const one = (maximum: number, of: Json, total = maximum) =>
    only(
      "scorecard",
      card({ money: { ...named("money"), maximum, indicators: of } }, total),
      facts,
    );
  it("where the maxima do not add up", () => {
    const revenue = { revenue: indicator("revenue", 5, bands("n", 5)) };
    expect(faultsOf(one(5, revenue))).toEqual([]);
    expect(faultsOf(one(5, revenue, 6))).toEqual(["maximum-sum /decisions/it/maximum"]);
    expect(faultsOf(one(6, revenue))).toEqual([
      "maximum-sum /decisions/it/dimensions/money/maximum",
    ]);
  });

  it("where points can go over the maximum", () => {
    const at = "/decisions/it/dimensions/money/indicators/revenue";
    const formula = { kind: "formula", value: { product: [fact("n"), 2] } };
    expect(faultsOf(one(4, { revenue: indicator("revenue", 4, bands("n", 5)) }))).toEqual([
      `over-maximum ${at}`,
    ]);
    expect(faultsOf(one(4, { revenue: indicator("revenue", 4, formula) }))).toEqual([
      `over-maximum ${at}`,
    ]);
    const tight = { ...sum, parts: { ...sum.parts, first: { ...sum.parts.first, maximum: 3 } } };
    expect(faultsOf(one(6, { revenue: indicator("revenue", 6, tight) }))).toContain(
      `over-maximum ${at}/score/parts/first`,
    );
  });

  it("where the maxima of a sum's parts do not add up to the indicator's", () => {
    const at = "/decisions/it/dimensions/money/indicators/revenue";
    const faults = loadRuleset(one(8, { revenue: indicator("revenue", 8, sum) })).diagnostics;
    expect(faults.map((d) => d.code)).toEqual(["maximum-sum"]);
    expect(faults[0]?.path.startsWith(at)).toBe(true);
  });

  it("where two parts have one name", () => {
    const twice = card(
      {
        money: {
          ...named("money"),
          maximum: 5,
          indicators: { same: indicator("x", 5, bands("n", 5)) },
        },
        bond: {
          ...named("bond"),
          maximum: 4,
          indicators: { same: indicator("x", 4, bands("p", 4)) },
        },
      },
      9,
    );
    const codes = loadRuleset(only("scorecard", twice, facts)).diagnostics.map((d) => d.code);
    expect(codes).toEqual(["duplicate-part"]);
    const nested = one(5, { money: indicator("x", 5, bands("n", 5)) });
    expect(loadRuleset(nested).diagnostics.map((d) => d.code)).toEqual(["duplicate-part"]);
  });

  it("where a sum has no parts", () => {
    const empty = one(5, { revenue: indicator("revenue", 5, { kind: "sum", parts: {} }) });
    expect(loadRuleset(empty).diagnostics.map((d) => d.code)).toContain("empty-group");
  });

  it("where points are collected: the rows that match would have to be added up", () => {
    const collecting = { ...table, hitPolicy: "collect", order: ["yes"] };
    const { ok } = loadRuleset(one(2, { revenue: indicator("revenue", 2, collecting) }));
    expect(ok).toBe(false);
  });
});
