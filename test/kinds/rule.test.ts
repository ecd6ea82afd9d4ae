import { describe, expect, it } from "vitest";
import {
  booleans,
  compared,
  decision,
  faultsOf,
  is,
  label,
  list,
  named,
  number,
  only,
  programOf,
  run,
  text,
  tiny,
} from "./tiny.ts";

const document = only(
  "rule",
  {
    conditions: {
      enough: { ...named("enough"), when: compared("n", "greaterThanInclusive", 10) },
      local: { ...named("local"), when: is("a") },
    },
    when: { any: [{ condition: "enough" }, { condition: "local" }] },
  },
  { n: number("n"), ...booleans("a b") },
);
const program = programOf(document);

describe("a rule", () => {
  it("cites the conditions that came out the same way", () => {
    const yes = run(program, { n: 10, a: false });
    expect(yes.outcome).toBe(true);
    expect(yes.reasons).toEqual([
      {
        id: "it.enough",
        label: text("enough"),
        citation: { rule: "T-01", clause: "enough" },
        outcome: true,
        because: [
          {
            of: "n",
            label: text("n"),
            value: 10,
            tests: [{ comparator: "≥", value: 10 }],
            holds: true,
          },
        ],
        next: undefined,
      },
    ]);
    const no = run(program, { n: 9, a: false });
    expect(no.outcome).toBe(false);
    expect(no.reasons.map((r) => [r.id, r.outcome])).toEqual([
      ["it.enough", false],
      ["it.local", false],
    ]);
  });

  it("gives each named condition as a part", () => {
    expect(run(program, { n: 10, a: false }).parts).toEqual({ enough: true, local: false });
    expect(run(program, { n: 10 }).parts).toEqual({ enough: true });
  });

  it("is undetermined where a fact could still turn it, and names it", () => {
    const open = run(program, { n: 9 });
    expect(open).toMatchObject({ status: "undetermined", missing: ["a"] });
    expect(open.outcome).toBeUndefined();
    expect(open.reasons.map((r) => [r.id, r.outcome])).toEqual([["it.local", undefined]]);
    expect(run(program, { a: true })).toMatchObject({ status: "decided", outcome: true });
  });

  it("cites itself where no condition is named", () => {
    const plain = programOf(only("rule", { when: { all: [is("a"), is("b")] } }, booleans("a b")));
    const result = run(plain, { a: true, b: false });
    expect(result.reasons.map((r) => [r.id, r.outcome])).toEqual([["it", false]]);
    expect(result.reasons[0]?.because).toEqual([
      {
        of: "b",
        label: text("b"),
        value: false,
        tests: [{ comparator: "=", value: true }],
        holds: false,
      },
    ]);
  });

  it("names the labels that a label had to be among", () => {
    const among = programOf(
      only("rule", { when: compared("l", "in", ["x", "y"]) }, { l: label("l", "x", "y", "z") }),
    );
    expect(run(among, { l: "z" }).reasons[0]?.because).toEqual([
      {
        of: "l",
        label: text("l"),
        value: "z",
        tests: [],
        among: ["x", "y"],
        holds: false,
        terms: { x: text("x"), y: text("y"), z: text("z") },
      },
    ]);
  });

  it("takes the outcome of another decision", () => {
    const two = programOf(
      tiny({
        facts: booleans("a"),
        decisions: {
          it: decision("it", "rule", {
            when: { decision: "other", operator: "equal", value: false },
          }),
          other: decision("other", "rule", { when: is("a") }),
        },
      }),
    );
    expect(run(two, { a: true }).outcome).toBe(false);
    expect(run(two, { a: false }).outcome).toBe(true);
    expect(run(two, {}).missing).toEqual(["a"]);
  });

  it("looks for a label among labels, and into a list, and not the other way round", () => {
    const facts = { l: label("l", "x", "y"), s: list("s", "x", "y") };
    const faults = (when: unknown) => faultsOf(only("rule", { when }, facts));
    expect(faults(compared("l", "contains", "x"))).toEqual(["type-mismatch /decisions/it/when"]);
    expect(faults(compared("s", "in", ["x"]))).toEqual(["type-mismatch /decisions/it/when"]);
    expect(faults(compared("l", "in", ["x"]))).toEqual([]);
    expect(faults(compared("s", "contains", "x"))).toEqual([]);
  });

  it.each(["toString", "valueOf", "hasOwnProperty"])("may be called %s", (name) => {
    const called = programOf(
      tiny({
        facts: booleans("a"),
        decisions: {
          it: decision("it", "rule", { when: { decision: name, operator: "equal", value: true } }),
          [name]: decision(name, "rule", { when: is("a") }),
        },
      }),
    );
    expect(run(called, { a: true }).outcome).toBe(true);
    expect(run(called, { a: true }, name).outcome).toBe(true);
  });
});
