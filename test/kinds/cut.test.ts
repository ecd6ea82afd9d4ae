import { describe, expect, it } from "vitest";
import { fit } from "../../src/index.ts";
import {
  fact,
  faultsOf,
  type Json,
  label,
  number,
  only,
  outcomeOf,
  programOf,
  run,
  terms,
  text,
  words,
} from "./tiny.ts";

/* The result of a cut; how places are handed out is tested in test/execute/rank.test.ts. */

const facts = { accountId: words("accountId"), city: label("city", "x"), n: number("n") };
const cut = (more: Json = {}): Json => ({
  method: "rank",
  outcomes: terms("A", "B", "none"),
  partition: ["city"],
  unknown: "left-out",
  otherwise: "none",
  by: [{ value: fact("n"), order: "descending" }],
  classes: { A: { share: 0.25 }, B: {} },
  order: ["A", "B"],
  rounding: "half-up",
  scheme: "cumulative",
  tie: "all-up",
  tieBreak: { id: "accountId" },
  ...more,
});
const program = programOf(only("cut", cut(), facts));
const accounts = [40, 30, 20, 10].map((n, i) => ({ accountId: `k${i}`, city: "x", n }));
const fitted = fit(program, accounts);

describe("a cut", () => {
  it("cites the class, and what it was ranked by", () => {
    const result = run(program, { city: "x", n: 30 }, "it", fitted);
    expect(result).toMatchObject({ status: "decided", outcome: "B", term: text("B") });
    expect(result.reasons.map((r) => [r.id, r.label, r.citation])).toEqual([
      ["it.B", text("B"), { rule: "T-01", clause: "it" }],
    ]);
    const because = result.reasons[0]?.because.map((e) => [e.of, e.value]);
    expect(because).toEqual(
      expect.arrayContaining([
        ["city", "x"],
        ["n", 30],
      ]),
    );
  });

  it("says what is lacking to the next class", () => {
    const [reason] = run(program, { city: "x", n: 30 }, "it", fitted).reasons;
    expect(reason?.next).toEqual({ outcome: "A", comparator: "≥", from: 40, lacks: 10 });
    const [first] = run(program, { city: "x", n: 40 }, "it", fitted).reasons;
    expect(first?.next).toBeUndefined();
  });

  it("holds its edge: just below, at and just above", () => {
    const grades = [39, 40, 41].map((n) => outcomeOf(program, { city: "x", n }, "it", fitted));
    expect(grades).toEqual(["B", "A", "A"]);
  });

  it("names what is missing", () => {
    expect(run(program, { city: "x" }, "it", fitted).missing).toEqual(["n"]);
    expect(run(program, {}, "it", fitted).missing).toEqual(["city", "n"]);
  });

  it("asks for the id where ties are settled by it", () => {
    const byId = programOf(only("cut", cut({ tie: "id" }), facts));
    const of = fit(byId, accounts);
    expect(run(byId, { city: "x", n: 40 }, "it", of).missing).toEqual(["accountId"]);
    const grades = ["k", "k0", "k1"].map((accountId) =>
      outcomeOf(byId, { accountId, city: "x", n: 40 }, "it", of),
    );
    expect(grades).toEqual(["A", "A", "B"]);
  });
});

describe("a cut is refused", () => {
  const refused = (more: Json) => faultsOf(only("cut", cut(more), facts));
  it("where shares do not add up", () => {
    const sum = "share-sum /decisions/it/classes";
    expect(refused({ classes: { A: { share: 0.25 }, B: { share: 0.7 } } })).toEqual([sum]);
    expect(refused({ classes: { A: { share: 0.3 }, B: { share: 0.7 } } })).toEqual([]);
    const three = { outcomes: terms("A", "B", "C", "none"), order: ["A", "B", "C"] };
    const tenths = { A: { share: 0.1 }, B: { share: 0.2 }, C: { share: 0.7 } };
    expect(refused({ ...three, classes: tenths })).toEqual([]);
    expect(refused({ ...three, classes: { A: { share: 0.5 }, B: { share: 0.6 }, C: {} } })).toEqual(
      [sum],
    );
  });

  it("where a class has both a share and a count", () => {
    expect(refused({ classes: { A: { share: 0.25, count: 3 }, B: {} } })).not.toEqual([]);
  });

  it("where a class, the rest or the barred have no declared outcome", () => {
    expect(refused({ otherwise: "nobody" })).toEqual(["unknown-outcome /decisions/it/otherwise"]);
    expect(refused({ classes: { A: { share: 0.25 }, C: {} }, order: ["A", "C"] })).toEqual([
      "unknown-outcome /decisions/it/classes/C",
    ]);
    const barred = { when: { constant: false }, to: "C", places: "backfill" };
    expect(refused({ barred })).toEqual(["unknown-outcome /decisions/it/barred/to"]);
  });

  it("where the order and the classes differ", () => {
    expect(refused({ order: ["A", "B", "B"] })).toEqual(["order-mismatch /decisions/it/order"]);
    expect(refused({ order: ["B", "none"] })).toContain("order-mismatch /decisions/it/order");
  });

  it("where it is partitioned by what is not a fact", () => {
    expect(refused({ partition: ["town"] })).toEqual(["unknown-fact /decisions/it/partition/0"]);
  });
});
