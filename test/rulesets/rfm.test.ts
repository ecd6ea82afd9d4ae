import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { compile, evaluate, fit, loadRuleset } from "../../src/index.ts";
import { needing, readCsv, readData } from "../data.ts";

/*
 * A method somebody else published, written in our language, gives every one of their published
 * answers: the scores and segments of 995 customers made of 4,906 orders. Their cut is the quantile
 * of definition 7 plus one; the plain `cut` differs by the customers who lie in between.
 */

const ordersFile = "rfm-published/orders.csv";
const customersFile = "rfm-published/expected-customers.csv";
const publishedFile = "rfm-published/published.json";
const rulesFile = "rfm-published/rules.json";

interface Published {
  readonly customers: number;
  readonly orders: number;
  readonly thresholds: Readonly<Record<"recency" | "frequency" | "monetary", readonly number[]>>;
  readonly segment_sizes: Readonly<Record<string, number>>;
  readonly unit_tests: readonly { readonly expect?: Readonly<Record<string, object>> }[];
}

type Customer = {
  readonly id: string;
  readonly orders: number;
  readonly recencyDays: number;
  readonly totalSpend: number;
};

const dayOf = (text: string) => Date.parse(`${text}T00:00:00Z`) / 86_400_000;

/** Adds up orders by customer: amounts are whole numbers, so the sums are exact. */
function customersAt(analysisDate: string): readonly Customer[] {
  const customers = new Map<string, Customer>();
  for (const o of readCsv<"customer_id" | "order_date" | "revenue">(ordersFile)) {
    const before = customers.get(o.customer_id);
    const days = dayOf(analysisDate) - dayOf(o.order_date);
    customers.set(o.customer_id, {
      id: o.customer_id,
      orders: (before?.orders ?? 0) + 1,
      recencyDays: Math.min(before?.recencyDays ?? days, days),
      totalSpend: (before?.totalSpend ?? 0) + Number(o.revenue),
    });
  }
  return [...customers.values()];
}

function prepare() {
  const text = readFileSync(new URL("rfm.ruleset.json", import.meta.url), "utf8");
  const loaded = loadRuleset(text);
  if (!loaded.ok) throw new Error(JSON.stringify(loaded.diagnostics, null, 2));
  const program = compile(loaded.ruleset);
  const { analysis_date_orders } = JSON.parse(readData(rulesFile)) as Record<string, string>;
  const customers = customersAt(analysis_date_orders ?? "");
  const fitted = fit(program, customers);
  const published = JSON.parse(readData(publishedFile)) as Published;
  const decide = (decision: string, c: Customer) => evaluate(program, decision, c, fitted);
  return { customers, published, fitted, decide };
}

const { skip, title } = needing(
  [ordersFile, customersFile, publishedFile, rulesFile],
  "the published RFM method",
);

describe.skipIf(skip)(title, () => {
  const { customers, published, fitted, decide } = skip ? ({} as never) : prepare();

  it("adds up the orders to the published customers", () => {
    expect(customers.length).toBe(published.customers);
    expect(customers.reduce((n, c) => n + c.orders, 0)).toBe(published.orders);
    expect(fitted.subjects).toBe(published.customers);
  });

  it("cuts at the published thresholds", () => {
    const [anyone] = customers;
    const cuts = decide("cuts", anyone as Customer).outcome as Record<string, number>;
    for (const [name, thresholds] of Object.entries(published.thresholds)) {
      expect(thresholds.map((_, i) => cuts[`${name}${i + 1}`])).toEqual(thresholds);
    }
  });

  it("gives every customer the published scores and segment", () => {
    const ours = customers.map((c) => {
      const { r, f, m } = decide("scores", c).outcome as Record<"r" | "f" | "m", number>;
      return {
        customer_id: c.id,
        orders: String(c.orders),
        recency_days: String(c.recencyDays),
        total_spend: String(c.totalSpend),
        r_score: String(r),
        f_score: String(f),
        m_score: String(m),
        rfm_score: `${r}${f}${m}`,
        segment: termOf("segment", c),
      };
    });
    const byId = (a: { customer_id: string }, b: { customer_id: string }) =>
      a.customer_id < b.customer_id ? -1 : 1;
    const theirs = readCsv<keyof (typeof ours)[number]>(customersFile);
    expect(ours.toSorted(byId)).toEqual([...theirs].sort(byId));
  });

  it("fills the segments as published", () => {
    const sizes: Record<string, number> = {};
    for (const c of customers) {
      const segment = termOf("segment", c) ?? "";
      sizes[segment] = (sizes[segment] ?? 0) + 1;
    }
    expect(sizes).toEqual(published.segment_sizes);
  });

  it("gives the champions of the package's own test, by its other table", () => {
    const champions = customers.filter((c) => termOf("otherSegment", c) === "Champions");
    const [expected] = published.unit_tests.flatMap((t) => (t.expect ? [t.expect.Champions] : []));
    expect({
      customers: champions.length,
      orders: champions.reduce((n, c) => n + c.orders, 0),
      revenue: champions.reduce((n, c) => n + c.totalSpend, 0),
    }).toEqual(expected);
  });

  it.each([
    ["plainRecency", "r", "recencyDays", "recency"],
    ["plainFrequency", "f", "orders", "frequency"],
    ["plainMonetary", "m", "totalSpend", "monetary"],
  ] as const)("%s differs only between a quantile and one more", (plain, score, fact, name) => {
    const { thresholds } = published;
    for (const c of customers) {
      const scores = decide("scores", c).outcome as Record<string, number>;
      const between = thresholds[name].some((t) => c[fact] > t - 1 && c[fact] < t);
      const differs = decide(plain, c).outcome !== String(scores[score]);
      expect([c.id, differs]).toEqual([c.id, between]);
    }
  });

  function termOf(decision: string, c: Customer): string | undefined {
    const result = decide(decision, c);
    return result.status === "decided" ? result.term?.en : undefined;
  }
});
