import { describe, expect, it } from "vitest";
import type { RulesetDocument } from "../../src/kinds/ruleset.ts";
import { settle } from "../../src/ruleset/settle.ts";
import {
  booleans,
  compared,
  decision,
  fact,
  is,
  type Json,
  named,
  number,
  outcomeOf,
  programOf,
  text,
  tiny,
} from "../kinds/tiny.ts";

const least = (more: Json = {}) => ({
  type: "number",
  ...named("least"),
  unit: text("each"),
  scale: 1,
  min: 1,
  max: 20,
  ...more,
});
const side = {
  type: "reading",
  ...named("side"),
  question: text("which"),
  readings: { low: text("low"), high: text("high") },
  default: "low",
};
const start = { type: "date", ...named("start"), default: "2010-01-01" };
const parameter = (name: string) => ({ parameter: name });
const document = (parameters: Json, decisions: Json) =>
  tiny({
    facts: {
      ...booleans("a b"),
      n: number("n", { scale: 1 }),
      day: { ...booleans("day").day, type: "date" },
    },
    parameters,
    decisions,
  }) as unknown as RulesetDocument;
const atLeast = (value: unknown) =>
  decision("it", "rule", { when: compared("n", "greaterThanInclusive", value) });

const whens = (parameters: Json, when: unknown, chosen = {}) => {
  const understood = settle(document(parameters, { it: decision("it", "rule", { when }) }), chosen);
  return { ...understood, when: (understood.document.decisions.it as { when?: unknown })?.when };
};

describe("parameters", () => {
  const written = compared("n", "greaterThanInclusive", parameter("least"));
  it("are put in: their default, or what they are set to", () => {
    const byDefault = whens({ least: least({ default: 10 }) }, written);
    expect(byDefault.when).toEqual({ ...written, value: 10 });
    expect(byDefault).toMatchObject({ settings: { least: 10 }, faults: [], unset: {} });
    const set = whens({ least: least({ default: 10 }) }, written, { least: 12.5 });
    expect(set.when).toEqual({ ...written, value: 12.5 });
    expect(set.settings).toEqual({ least: 12.5 });
  });

  it("are days too", () => {
    const before = compared("day", "lessThan", parameter("start"));
    expect(whens({ start }, before).when).toEqual({ ...before, value: "2010-01-01" });
    expect(whens({ start }, before, { start: "2011-02-28" }).when).toEqual({
      ...before,
      value: "2011-02-28",
    });
  });

  it.each([
    [{ least: 0.9 }, "out-of-bounds", "/parameters/least"],
    [{ least: 20.1 }, "out-of-bounds", "/parameters/least"],
    [{ least: 1.25 }, "out-of-bounds", "/parameters/least"],
    [{ least: "10" }, "wrong-type", "/parameters/least"],
    [{ least: Number.NaN }, "wrong-type", "/parameters/least"],
    [{ side: "middle" }, "unknown-reading", "/parameters/side"],
    [{ side: "toString" }, "unknown-reading", "/parameters/side"],
    [{ start: "2010-02-30" }, "wrong-type", "/parameters/start"],
    [{ start: 20100101 }, "wrong-type", "/parameters/start"],
    [{ leest: 3 }, "unknown-parameter", "/parameters/leest"],
    [{ toString: 3 }, "unknown-parameter", "/parameters/toString"],
  ])("set to %o are refused with %s", (chosen, code, path) => {
    const all = { least: least({ default: 10 }), side, start };
    const { faults } = settle(document(all, {}), chosen as never);
    expect(faults.map((f) => [f.code, f.path])).toEqual([[code, path]]);
  });

  it.each([1, 20, 1.5])("may be set to %d, at and within their bounds", (value) => {
    expect(settle(document({ least: least() }, {}), { least: value }).faults).toEqual([]);
  });

  it("are checked in their defaults", () => {
    const { faults } = settle(document({ least: least({ default: 0 }) }, {}));
    expect(faults.map((f) => f.code)).toEqual(["out-of-bounds"]);
  });

  it("that are not declared are told at the place of their use", () => {
    const { faults } = whens(
      { least: least({ default: 10 }) },
      compared("n", "lessThan", parameter("leest")),
    );
    expect(faults).toMatchObject([
      {
        code: "unknown-parameter",
        path: "/decisions/it/when/value",
        words: { name: "leest", near: "least" },
      },
    ]);
  });
});

describe("a parameter without a default", () => {
  const refers = (name: string) =>
    decision("it", "rule", { when: { decision: name, operator: "equal", value: true } });
  const all = document(
    { least: least(), other: least() },
    {
      it: atLeast(parameter("least")),
      above: refers("it"),
      top: refers("above"),
      apart: decision("apart", "rule", { when: is("a") }),
      both: decision("both", "rule", {
        when: {
          all: [
            compared("n", "lessThan", parameter("least")),
            compared("n", "lessThan", parameter("other")),
          ],
        },
      }),
    },
  );

  it("leaves out the decisions that use it, and those that rest on them", () => {
    const { document: settled, unset, faults } = settle(all);
    expect(faults).toEqual([]);
    expect(Object.keys(settled.decisions)).toEqual(["apart"]);
    expect(unset).toEqual({
      it: ["least"],
      above: ["least"],
      top: ["least"],
      both: ["least", "other"],
    });
  });

  it("lets them be run once it is set", () => {
    expect(settle(all, { least: 3 }).unset).toEqual({ both: ["other"] });
    expect(settle(all, { least: 3, other: 4 }).unset).toEqual({});
    const program = programOf(all, { least: 3, other: 4 });
    expect([2.9, 3].map((n) => outcomeOf(program, { n }, "top"))).toEqual([false, true]);
    expect(outcomeOf(programOf(all), { a: true }, "apart")).toBe(true);
  });

  it("takes the least value it can in a sample", () => {
    const { document: settled, unset, settings } = settle(all, {}, true);
    expect(unset).toEqual({});
    expect(settings).toEqual({ least: 1, other: 1 });
    expect(Object.keys(settled.decisions)).toEqual(Object.keys(all.decisions));
  });
});

describe("readings", () => {
  const choice = { reading: "side", cases: { low: is("a"), high: is("b") } };
  it("choose the part that stands for them", () => {
    expect(whens({ side }, choice).when).toEqual(is("a"));
    expect(whens({ side }, choice, { side: "high" }).when).toEqual(is("b"));
  });

  it("choose inside what was chosen", () => {
    const inner = { ...side, default: "high" };
    const nested = {
      reading: "side",
      cases: { low: { reading: "inner", cases: { low: is("a"), high: is("b") } }, high: is("a") },
    };
    const { when, locate } = whens({ side, inner }, nested);
    expect(when).toEqual(is("b"));
    expect(locate("/decisions/it/when/fact")).toBe("/decisions/it/when/cases/low/cases/high/fact");
  });

  it("must have a case for each, and no other", () => {
    const { low, high } = choice.cases;
    const codes = (cases: Json) =>
      whens({ side }, { reading: "side", cases }).faults.map((f) => `${f.code} ${f.path}`);
    expect(codes({ low, high })).toEqual([]);
    expect(codes({ low })).toEqual(["missing-reading /decisions/it/when"]);
    expect(codes({ low, high, middle: low })).toEqual([
      "unknown-reading /decisions/it/when/cases/middle",
    ]);
    expect(codes({ high })).toEqual(["missing-reading /decisions/it/when"]);
  });

  it("of a parameter that is none are refused", () => {
    const cases = { low: is("a") };
    const ofNumber = whens({ least: least({ default: 10 }) }, { reading: "least", cases });
    expect(ofNumber.faults.map((f) => f.path)).toEqual(["/decisions/it/when"]);
    const ofNothing = whens({ side }, { reading: "sidee", cases });
    expect(ofNothing.faults).toMatchObject([
      {
        code: "unknown-parameter",
        path: "/decisions/it/when",
        words: { name: "sidee", near: "side" },
      },
    ]);
  });

  it("are found again in the document as written", () => {
    const { locate } = whens(
      { side },
      { all: [choice, { not: choice }, is("a")] },
      { side: "high" },
    );
    expect(locate("/decisions/it/when/all/0/fact")).toBe(
      "/decisions/it/when/all/0/cases/high/fact",
    );
    expect(locate("/decisions/it/when/all/0")).toBe("/decisions/it/when/all/0/cases/high");
    expect(locate("/decisions/it/when/all/1/not/value")).toBe(
      "/decisions/it/when/all/1/not/cases/high/value",
    );
    expect(locate("/decisions/it/when/all/2/fact")).toBe("/decisions/it/when/all/2/fact");
    expect(locate("")).toBe("");
  });

  it("change nothing in the document as written", () => {
    const written = document({ side }, { it: decision("it", "rule", { when: choice }) });
    const before = structuredClone(written);
    settle(written, { side: "high" });
    expect(written).toEqual(before);
    expect(settle(written).document.facts).toBe(written.facts);
  });
});

describe("a name that every object has", () => {
  it("is an ordinary name of a decision", () => {
    const all = document(
      {},
      {
        toString: decision("toString", "rule", { when: is("a") }),
        it: decision("it", "rule", {
          when: { decision: "toString", operator: "equal", value: true },
        }),
        other: decision("other", "formula", {
          outputs: { value: { ...named("v"), value: fact("n") } },
        }),
      },
    );
    const { unset, document: settled } = settle(all);
    expect(unset).toEqual({});
    expect(Object.keys(settled.decisions)).toEqual(["toString", "it", "other"]);
  });
});
