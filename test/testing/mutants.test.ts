import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { loadRuleset, type Ruleset } from "../../src/index.ts";
import { type Case, readCases, runMutants, tellMutation } from "../../src/testing/index.ts";
import {
  compared,
  decision,
  fact,
  formula,
  type Json,
  number,
  terms,
  tiny,
} from "../kinds/tiny.ts";

/* Which small errors are made of a ruleset, which the cases notice, and how the others are told. */

function load(decisions: Json, facts: Json): Ruleset {
  const loaded = loadRuleset(tiny({ facts, decisions }));
  if (!loaded.ok) throw new Error(JSON.stringify(loaded.diagnostics, null, 2));
  return loaded.ruleset;
}

const users = number("users", { max: 100 });
const big = decision("big", "rule", { when: compared("users", "greaterThanInclusive", 10) });
const ours = load({ big }, { users });
const at = (count: number, outcome: boolean): Case => ({
  id: String(count),
  decision: "big",
  facts: { users: count },
  expect: { outcome },
});

describe("errors of a ruleset", () => {
  it("are noticed by cases on both sides of a threshold", () => {
    const found = runMutants(ours, [at(9, false), at(10, true)]);
    expect([found.mutants, found.killed, found.survived]).toEqual([4, 4, []]);
  });

  it("are told in the words of the policy, with an account that would notice", () => {
    const found = runMutants(ours, [at(10, true)]);
    expect(tellMutation(found, "en")).toEqual([
      "mutants: 4; noticed by the cases: 3; no account could notice, proven: 0; not noticed: 1",
      "  no case tells 10 from 9 for big `big` (big)",
      '    an account that would: {"users":9}',
    ]);
  });

  it("are not noticed by a case that does not hold, or can't be run", () => {
    const wrong = [at(9, true), at(101, true), { ...at(9, false), decision: "small" }];
    expect(runMutants(ours, wrong).killed).toBe(0);
    expect(runMutants(ours, [...wrong, at(9, false), at(10, true)]).killed).toBe(4);
  });

  it("lie a step of what is compared away: half points by a half", () => {
    const bands = { none: { outcome: 0 }, some: { from: 10, outcome: 0.5 } };
    const points = decision("points", "bands", { input: fact("users"), closed: "lower", bands });
    const decisions = {
      points,
      high: decision("high", "rule", {
        when: { decision: "points", operator: "greaterThan", value: 0 },
      }),
    };
    const { survived } = runMutants(load(decisions, { users }), []);
    const told = survived.filter((u) => u.mutant.key.startsWith("/decisions/high"));
    expect(told.map((u) => `${u.mutant.from.en} → ${u.mutant.to.en}`)).toEqual([
      "0 → 0.5",
      "0 → -0.5",
      "points > 0 → points ≥ 0",
      "points > 0 → points ≤ 0",
    ]);
  });
});

describe("what is equivalent", () => {
  const facts = { users, rate: number("rate", { scale: 4, max: 1 }) };

  it("is a clamp that nothing reaches", () => {
    const value = { minimum: [{ product: [10, fact("rate")] }, 10] };
    const { survived, equivalent } = runMutants(
      load({ it: decision("it", "formula", formula(value)) }, facts),
      [],
    );
    const words = (all: typeof survived) =>
      all.map((u) => `${u.mutant.from.en} → ${u.mutant.to.en}`);
    expect(words(equivalent)).toContain("10 → 11");
    expect(words(survived)).toContain("10 → 9");
  });

  it("is another number for who comes first, where all come in the same order", () => {
    const when = compared("users", "greaterThan", 50);
    const place = { choose: [{ when, then: 1 }], otherwise: 2 };
    const cut = decision("cut", "cut", {
      method: "rank",
      outcomes: terms("in", "out"),
      partition: [],
      unknown: "left-out",
      otherwise: "out",
      by: [{ value: place, order: "ascending" }],
      classes: { in: { count: 1 }, out: {} },
      order: ["in", "out"],
      rounding: "floor",
      scheme: "separate",
      tie: "all-up",
      tieBreak: { id: "id" },
    });
    const id = { type: "text", subjects: ["account"], label: { zh: "id", en: "id" } };
    const found = runMutants(load({ cut }, { users, id }), []);
    const words = found.equivalent.map((u) => `${u.mutant.from.en} → ${u.mutant.to.en}`);
    expect(words).toEqual(expect.arrayContaining(["1 → 0", "2 → 3"]));
    // These make all equal, or turn the order round.
    const left = found.survived.map((u) => `${u.mutant.from.en} → ${u.mutant.to.en}`);
    expect(left).toEqual(expect.arrayContaining(["1 → 2", "2 → 1"]));
  });
});

describe("a case file taken away", () => {
  const read = (path: string) =>
    readFileSync(new URL(`../../rulesets/${path}`, import.meta.url), "utf8");
  const casesIn = (path: string) => {
    const found = readCases(read(`cases/${path}`));
    if (!("file" in found)) throw new Error(JSON.stringify(found.diagnostics));
    return found.file.cases;
  };
  const documents = ["xian-unicom-2012.json", "variants/xian-weights-2013.json"].map(read);
  const loaded = loadRuleset(documents[1] as string, { documents, on: "2013-01-01" });
  if (!loaded.ok) throw new Error(JSON.stringify(loaded.diagnostics));
  const files = ["xian-unicom-2012.json", "variants/xian-weights-2013.json"];

  it("leaves nothing unsaid while it is there", () => {
    const found = runMutants(loaded.ruleset, files.flatMap(casesIn));
    expect(found.survived.map((u) => u.mutant.key)).toEqual([]);
    expect(found.killed + found.equivalent.length).toBe(found.mutants);
    expect(found.killed).toBeGreaterThan(50);
  });

  it.each(files)("%s: what it pinned is named", (without) => {
    const left = files.filter((f) => f !== without).flatMap(casesIn);
    const found = runMutants(loaded.ruleset, left);
    const named = new Set(found.survived.map((u) => u.mutant.origin.path.split("/")[2]));
    // The variant's own cases are of the weights that it sets, the others of all the rest.
    const expected = without.startsWith("variants")
      ? ["weighted"]
      : expect.arrayContaining(["rates"]);
    expect([...named]).toEqual(expected);
  });
});
