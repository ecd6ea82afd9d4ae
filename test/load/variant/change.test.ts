import { describe, expect, it } from "vitest";
import { loadRuleset } from "../../../src/index.ts";
import {
  boolean,
  decision,
  fact,
  formula,
  is,
  type Json,
  named,
  number,
  terms,
  text,
} from "../../kinds/tiny.ts";
import { base, baseWith, edge, faultsOf, relatedOf, variant } from "./small.ts";

/* What a variant may change: what is open, within its bounds, and never the type of an outcome. */

const at = "/parameters/high";
const broken = ["bound-broken v 1.0.0 /parameters/high"];
const closed = ["not-open v 1.0.0 /parameters/high"];

/** What becomes of a variant that sets the upper edge of a base which is marked. */
const set = (change: unknown, value: unknown, more: Json = {}) =>
  faultsOf(variant("v", { parameters: { high: value } }), [baseWith("high", { change, ...more })]);

describe("a fact", () => {
  const own = (n: Json) => faultsOf(variant("v", { facts: { n } }), [base()]);
  it("keeps its unit: the data handed in stays as it is", () => {
    expect(own({ unit: { zh: "万元", en: "ten thousand yuan" } })).toEqual([
      "not-open v 1.0.0 /facts/n/unit/zh",
    ]);
  });
  it("keeps its type", () => {
    expect(own({ type: "text" })).toContain("not-open v 1.0.0 /facts/n/type");
  });
  it("may have another name", () => {
    expect(own({ label: text("other") })).toEqual([]);
  });
});

describe("a parameter", () => {
  it.each([undefined, "open"])("that is open takes any value in its range: %s", (change) => {
    const marked = change === undefined ? base() : baseWith("high", { change });
    const own = (high: number) => faultsOf(variant("v", { parameters: { high } }), [marked]);
    expect([own(101), own(1000)]).toEqual([[], []]);
    expect([own(1001), own(-1)]).toEqual([broken, broken]);
  });

  it("that is fixed keeps its value", () => {
    expect(set("fixed", 201)).toEqual(closed);
    expect(set("fixed", 200)).toEqual([]);
    expect(set("fixed", { default: null })).toEqual(["not-open v 1.0.0 /parameters/high/default"]);
    expect(set("fixed", { dated: { "2005-01-01": 300 } })).toEqual([
      "not-open v 1.0.0 /parameters/high/dated",
    ]);
    expect(set("fixed", { max: 900 })).toEqual(["not-open v 1.0.0 /parameters/high/max"]);
    expect(set("fixed", null)).toEqual(closed);
  });

  it("that is fixed may be told in other words", () => {
    const words = {
      label: text("upper"),
      citation: { rule: "S-01", clause: "1" },
      note: text("n"),
    };
    expect(set("fixed", words)).toEqual([]);
  });

  it.each([
    [{ atLeast: 150 }, 149, broken],
    [{ atLeast: 150 }, 150, []],
    [{ atMost: 250 }, 251, broken],
    [{ atMost: 250 }, 250, []],
    [{ atLeast: 150, atMost: 250 }, 251, broken],
    [{ step: 25 }, 210, broken],
    [{ step: 25 }, 225, []],
    [{ oneOf: [200, 300] }, 250, broken],
    [{ oneOf: [200, 300] }, 300, []],
    [{ stricter: "higher" }, 199, broken],
    [{ stricter: "higher" }, 200, []],
    [{ stricter: "higher" }, 201, []],
    [{ stricter: "lower" }, 201, broken],
    [{ stricter: "lower" }, 199, []],
  ])("with %j set to %d: %j", (change, value, faults) => {
    expect(set(change, value)).toEqual(faults);
    const place = faults.map((f) => `${f}/default`);
    expect(set(change, { default: value })).toEqual(place);
  });

  it("is held to its bounds on every day", () => {
    const day = (value: number) => ({ dated: { "2005-01-01": value } });
    const own = "bound-broken v 1.0.0 /parameters/high/dated/2005-01-01";
    expect(set({ atLeast: 150 }, day(149))).toEqual([own]);
    expect(set({ atLeast: 150 }, day(149), { dated: { "2005-01-01": 300 } })).toEqual([own]);
    expect(set({ atLeast: 150 }, day(150))).toEqual([]);
    // The base's own values are its own affair.
    expect(set({ atLeast: 250 }, day(260), { dated: { "2006-01-01": 210 } })).toEqual([]);
  });

  it("is at least as strict as the base on every day", () => {
    const dated = { "2005-01-01": 250, "2008-01-01": 400 };
    const strict = (value: unknown) => set({ stricter: "higher" }, value, { dated });
    // 300 is above 200 and 250, but not above the 400 of 2008.
    expect(strict(300)).toEqual(broken);
    expect(strict(400)).toEqual([]);
    expect(strict({ default: 300 })).toEqual([]);
    expect(strict({ dated: { "2006-01-01": 300 } })).toEqual([]);
    expect(strict({ dated: { "2006-01-01": 240 } })).toEqual([
      "bound-broken v 1.0.0 /parameters/high/dated/2006-01-01",
    ]);
    // Without 2008, the 250 of 2005 goes on against the 400 of the base.
    expect(strict({ dated: { "2008-01-01": null } })).toEqual([
      "bound-broken v 1.0.0 /parameters/high/dated/2008-01-01",
    ]);
    const own = variant("v", { parameters: { high: 300 } });
    expect(relatedOf(own, [baseWith("high", { change: { stricter: "higher" }, dated })])).toEqual([
      "base 1.0.0 /parameters/high/dated/2008-01-01",
      "base 1.0.0 /parameters/high/change",
    ]);
  });

  it("that is bounded can't be taken out, nor its value", () => {
    expect(set({ atLeast: 150 }, null)).toEqual(closed);
    expect(set({ atLeast: 150 }, { default: null })).toEqual([`${closed[0]}/default`]);
  });

  it("that the base leaves unset may be set within its bounds", () => {
    const { default: _, ...unset } = edge(0, { change: { atLeast: 150, stricter: "higher" } });
    const below = base({ parameters: { middle: edge(100), high: unset } });
    const own = (high: number) => faultsOf(variant("v", { parameters: { high } }), [below]);
    expect([own(149), own(150)]).toEqual([broken, []]);
  });

  it("keeps its type, unit, scale and range", () => {
    const own = (more: Json) => set("open", more);
    expect(own({ type: "date" })).toEqual([`${closed[0]}/type`]);
    expect(own({ unit: { en: "dozen" } })).toEqual([`${closed[0]}/unit/en`]);
    expect(own({ scale: 1 })).toEqual([`${closed[0]}/scale`]);
    expect(own({ min: -1 })).toEqual([`${closed[0]}/min`]);
    expect(own({ max: 1001 })).toEqual([`${closed[0]}/max`]);
    expect(own({ min: 1, max: 999 })).toEqual([]);
  });

  const reading = (more: Json = {}) => ({
    type: "reading",
    ...named("side"),
    question: text("?"),
    readings: terms("lax", "middle", "strict"),
    default: "middle",
    ...more,
  });
  const read = (change: unknown, value: string) => {
    const below = base({
      parameters: { middle: edge(100), high: edge(200), side: reading({ change }) },
    });
    return faultsOf(variant("v", { parameters: { side: value } }), [below]);
  };
  it.each([
    [{ oneOf: ["middle", "strict"] }, "lax", ["bound-broken v 1.0.0 /parameters/side"]],
    [{ oneOf: ["middle", "strict"] }, "strict", []],
    [{ stricter: ["lax", "middle", "strict"] }, "lax", ["bound-broken v 1.0.0 /parameters/side"]],
    [{ stricter: ["lax", "middle", "strict"] }, "middle", []],
    [{ stricter: ["lax", "middle", "strict"] }, "strict", []],
    [{ stricter: ["middle", "strict"] }, "lax", ["bound-broken v 1.0.0 /parameters/side"]],
    ["fixed", "strict", ["not-open v 1.0.0 /parameters/side"]],
    ["open", "lax", []],
  ])("that is a reading, with %j set to %s: %j", (change, value, faults) => {
    expect(read(change, value)).toEqual(faults);
  });

  it.each([
    [{ atLeast: "2003-06-01" }, "2003-05-31", true],
    [{ atLeast: "2003-06-01" }, "2003-06-01", false],
    [{ stricter: "higher" }, "2002-12-31", true],
    [{ stricter: "higher" }, "2003-01-02", false],
    [{ oneOf: ["2003-01-01", "2004-01-01"] }, "2003-07-01", true],
  ])("that is a day, with %j set to %s: broken is %s", (change, value, isBroken) => {
    const start = { type: "date", ...named("start"), default: "2003-01-01", change };
    const below = base({ parameters: { middle: edge(100), high: edge(200), start } });
    const faults = faultsOf(variant("v", { parameters: { start: value } }), [below]);
    expect(faults).toEqual(isBroken ? ["bound-broken v 1.0.0 /parameters/start"] : []);
  });
});

describe("a mark", () => {
  const narrow = { atLeast: 150, atMost: 300, step: 10, oneOf: [200, 250], stricter: "higher" };
  const tighter: readonly (readonly [unknown, unknown])[] = [
    ["open", "fixed"],
    ["open", { atLeast: 150 }],
    ["fixed", "fixed"],
    [narrow, "fixed"],
    [narrow, { ...narrow, atLeast: 160 }],
    [narrow, { ...narrow, atMost: 290 }],
    [narrow, { ...narrow, step: 20 }],
    [narrow, { ...narrow, oneOf: [200] }],
    [{ atLeast: 150 }, { atLeast: 150, atMost: 300 }],
  ];
  const looser: readonly (readonly [unknown, unknown])[] = [
    ["fixed", "open"],
    ["fixed", null],
    ["fixed", { atLeast: 150 }],
    [narrow, "open"],
    [narrow, null],
    [narrow, { atLeast: 140 }],
    [narrow, { atMost: 310 }],
    [narrow, { step: 15 }],
    [narrow, { oneOf: [200, 300] }],
    [narrow, { atLeast: null }],
    [narrow, { stricter: "lower" }],
    [narrow, { stricter: null }],
  ];
  const marked = (mark: unknown, change: unknown) =>
    loadRuleset(variant("v", { parameters: { high: { change } } }), {
      documents: [baseWith("high", { change: mark })],
    });

  it.each(tighter)("%j can be made tighter: %j", (mark, change) => {
    expect(marked(mark, change).diagnostics).toEqual([]);
  });

  it.each(looser)("%j can't be made looser: %j", (mark, change) => {
    const { ok, diagnostics } = marked(mark, change);
    expect(ok).toBe(false);
    expect(diagnostics.map((d) => d.code)).toEqual(["not-open"]);
    expect(diagnostics[0]?.path.startsWith(`${at}/change`)).toBe(true);
  });

  it("that a variant sets binds the variants of that one", () => {
    const m = variant("m", { parameters: { high: { change: { atLeast: 180 } } } });
    const v = (high: number) => faultsOf(variant("v", { parameters: { high } }, "m"), [base(), m]);
    expect([v(179), v(180)]).toEqual([broken, []]);
  });

  it("names what is there", () => {
    const reading = {
      type: "reading",
      ...named("side"),
      question: text("?"),
      readings: terms("lax", "strict"),
      default: "lax",
      change: { stricter: ["lax", "strikt"], oneOf: ["lacks"] },
    };
    const { decisions } = base() as { decisions: { it: Json } };
    const more = { change: { parts: ["bands", "closd"] }, monotone: { m: "rises" } };
    const document = base({
      parameters: {
        middle: edge(100),
        high: edge(200, { change: { atLeast: 2, atMost: 1 } }),
        side: reading,
      },
      decisions: { it: { ...decisions.it, ...more } },
    });
    expect(faultsOf(document, [])).toEqual([
      "out-of-bounds  /parameters/high/change/atLeast",
      "unknown-reading  /parameters/side/change/oneOf/0",
      "unknown-reading  /parameters/side/change/stricter/1",
      "unknown-key  /decisions/it/change/parts/1",
      "unknown-fact  /decisions/it/monotone/m",
    ]);
  });
});

/** A base whose decision is marked, and what becomes of a variant that changes the decision. */
const decide = (mark: Json, patch: unknown) => {
  const { decisions } = base() as { decisions: { it: Json } };
  const below = base({ decisions: { it: { ...decisions.it, ...mark } } });
  return faultsOf(variant("v", { decisions: { it: patch } }), [below]);
};

describe("a decision", () => {
  const moved = { bands: { high: { from: 300 } } };
  const turned = { closed: "upper" };

  it("that is open may be changed, and taken out", () => {
    const other = { other: decision("other", "rule", { when: { constant: true } }) };
    expect([decide({}, moved), decide({ change: "open" }, turned)]).toEqual([[], []]);
    expect(faultsOf(variant("v", { decisions: { it: null, ...other } }), [base()])).toEqual([]);
  });

  it("that is fixed stays as it is, save in its words", () => {
    const fixed = { change: "fixed" };
    expect(decide(fixed, moved)).toEqual(["not-open v 1.0.0 /decisions/it/bands/high/from"]);
    expect(decide(fixed, { ...moved, ...turned })).toEqual([
      "not-open v 1.0.0 /decisions/it/bands/high/from",
    ]);
    expect(decide(fixed, null)).toEqual(["not-open v 1.0.0 /decisions/it"]);
    expect(decide(fixed, { label: text("other"), monotone: { n: "rises" } })).toEqual([]);
    expect(decide(fixed, { closed: "lower" })).toEqual([]);
  });

  it("may open some of its keys only", () => {
    const parts = { change: { parts: ["bands"] } };
    expect(decide(parts, moved)).toEqual([]);
    expect(decide(parts, turned)).toEqual(["not-open v 1.0.0 /decisions/it/closed"]);
    expect(decide(parts, null)).toEqual(["not-open v 1.0.0 /decisions/it"]);
  });

  it("has a mark that can be made tighter, and not looser", () => {
    const parts = { change: { parts: ["bands", "closed"] } };
    expect(decide(parts, { change: { parts: ["bands"] } })).toEqual([]);
    expect(decide({}, { change: "fixed" })).toEqual([]);
    const looser = ["not-open v 1.0.0 /decisions/it/change"];
    expect(decide(parts, { change: "open" })).toEqual(looser);
    expect(decide(parts, { change: null })).toEqual(looser);
    expect(decide({ change: "fixed" }, { change: "open" })).toEqual(looser);
    expect(decide(parts, { change: { parts: ["bands", "input"] } })).toEqual([
      "not-open v 1.0.0 /decisions/it/change/parts",
    ]);
  });

  it("leaves the parameters it takes to their own marks", () => {
    const { decisions } = base() as { decisions: { it: Json } };
    const below = base({ decisions: { it: { ...decisions.it, change: "fixed" } } });
    expect(faultsOf(variant("v", { parameters: { high: 300 } }), [below])).toEqual([]);
  });
});

describe("an outcome", () => {
  const changed = (patch: Json, more: Json = {}) =>
    loadRuleset(variant("v", { decisions: { it: patch }, ...more }), {
      documents: [base()],
    }).diagnostics.map((d) => `${d.code} ${d.path}: ${d.message.en.split(": ")[1]}`);

  it("has no label that it does not have in the base", () => {
    const six = { outcomes: { top: text("top") }, bands: { top: { from: 500, outcome: "top" } } };
    expect(changed(six)).toEqual([
      "outcome-changed /decisions/it/outcomes/top: it has no `top` there, only `low`, `middle`, `high`",
    ]);
  });

  it("may have fewer labels", () => {
    expect(changed({ outcomes: { middle: null }, bands: { middle: null } })).toEqual([]);
  });

  it("stays what it is", () => {
    const points = {
      outcomes: null,
      bands: { low: { outcome: 1 }, middle: { outcome: 2 }, high: { outcome: 3 } },
    };
    expect(changed(points)).toEqual([
      "outcome-changed /decisions/it/bands/low/outcome: it was a label, and is a number now",
    ]);
  });

  it("stays about the same subject", () => {
    const subjects = { hall: { label: text("hall") } };
    const facts = { n: { subjects: ["account", "hall"] } };
    expect(changed({ subject: "hall" }, { subjects, facts })).toEqual([
      "outcome-changed /decisions/it/subject: it was about `account`, and is about `hall` now",
    ]);
  });

  const two = (outputs: Json) =>
    base({
      facts: { n: number("n"), m: number("m", { min: 0 }) },
      decisions: { it: decision("it", "formula", { outputs }) },
    });
  const output = (value: unknown) => ({ ...named("o"), value });
  const first = two({ a: output(fact("n")), b: output(fact("m")) });
  const formulas = (outputs: Json) =>
    loadRuleset(variant("v", { decisions: { it: { outputs } } }), {
      documents: [first],
    }).diagnostics.map((d) => `${d.code} ${d.path}: ${d.message.en.split(": ")[1]}`);

  it("of several values keeps each of them, and may have more", () => {
    expect(formulas({ c: output(1) })).toEqual([]);
    expect(formulas({ b: null, c: output(1) })).toEqual([
      "outcome-changed /decisions/it/outputs/b: `b`, which it gave, is gone",
    ]);
    expect(formulas({ b: null })).toEqual([
      "outcome-changed /decisions/it/outputs/b: it gave several values, and gives one now",
    ]);
  });

  it("is not left undefined where it never was", () => {
    const quotient = {
      fact: null,
      quotient: [fact("m"), fact("n")],
      scale: 2,
      rounding: "half-up",
    };
    expect(formulas({ b: { value: quotient } })).toEqual([
      "outcome-changed /decisions/it/outputs/b/value/quotient: it can be undefined now, because a divisor can be zero",
    ]);
  });

  it("may come about in another way", () => {
    const table = {
      kind: "table",
      input: null,
      closed: null,
      bands: null,
      outcomes: null,
      hitPolicy: "first",
      inputs: { n: { label: text("n"), value: fact("n") } },
      outputs: { out: { label: text("out"), outcomes: terms("low", "high") } },
      rows: { high: { when: { n: { atLeast: 200 } }, then: { out: "high" } } },
      order: ["high"],
      otherwise: { out: "low" },
    };
    expect(changed(table)).toEqual([]);
  });
});

describe("a contract", () => {
  const rule = (name: string, more: Json = {}) =>
    decision(name, "rule", { when: is("b"), ...more });
  const holding = (it: Json) =>
    base({ facts: { n: number("n"), b: boolean("b") }, decisions: { it } });
  const causes = (it: Json) =>
    loadRuleset(holding(it)).diagnostics.map((d) => [d.code, d.path, d.message.en.split(": ")[1]]);
  const breach = (cause: string) => ["contract-broken", "/decisions/it", cause];
  const stars = (...labels: readonly string[]) =>
    decision("it", "bands", {
      implements: "star",
      input: fact("n"),
      closed: "lower",
      outcomes: terms(...labels),
      bands: Object.fromEntries(
        labels.map((l, i) => [`b${i}`, { ...(i === 0 ? {} : { from: i }), outcome: l }]),
      ),
    });
  const listing = (more: Json) =>
    decision("it", "checklist", {
      implements: "deregistration",
      order: ["one"],
      sections: {
        one: {
          ...named("one"),
          items: { b: { ...named("b"), when: is("b") } },
          step: { outcome: "wait", ...named("wait") },
        },
      },
      ...more,
    });

  it("is kept by what has its shape", () => {
    expect(causes(rule("it", { implements: "group" }))).toEqual([]);
    expect(causes(stars("unrated", "1", "2", "3", "4", "5"))).toEqual([]);
    expect(causes(stars("1", "5"))).toEqual([]);
    expect(
      causes(decision("it", "formula", { implements: "value", ...formula(fact("n")) })),
    ).toEqual([]);
    expect(causes(listing({ done: { outcome: "done", ...named("done") } }))).toEqual([]);
  });

  it("is broken by what has another", () => {
    expect(causes(rule("it", { implements: "star" }))).toEqual([
      breach("its outcome has to be a label, and is a yes or no"),
    ]);
    expect(causes(stars("1", "6"))).toEqual([
      breach("its outcome `6` is none of `1`, `2`, `3`, `4`, `5`, `unrated`"),
    ]);
    expect(causes(rule("it", { implements: "deregistration" }))).toEqual([
      breach("it has to list what is unmet and what is unknown, which only a `checklist` does"),
      breach("it has to have a part `filled` that is a number"),
      breach("it has to have a part `total` that is a number"),
      breach("it has to have a part `next` that is a label"),
    ]);
    expect(causes(listing({}))).toEqual([breach("it has to have a part `next` that is a label")]);
    const mean = {
      aggregate: "mean",
      over: "account",
      by: [],
      unknown: "left-out",
      of: fact("n"),
      scale: 2,
      rounding: "half-up",
    };
    expect(causes(decision("it", "formula", { implements: "value", ...formula(mean) }))).toEqual([
      breach("one subject has to be enough for it, and here it needs a population"),
    ]);
    expect(causes({ ...stars("A", "B"), implements: "class" })).toEqual([
      breach("it has to place a subject in its population, and here it looks at one alone"),
    ]);
    const pair = { a: { ...named("a"), value: 1 }, b: { ...named("b"), value: 2 } };
    expect(causes(decision("it", "formula", { implements: "value", outputs: pair }))).toEqual([
      breach("its outcome has to be one value"),
    ]);
  });

  it("that the base names is kept by its variants", () => {
    const below = holding(rule("it", { implements: "group" }));
    const own = (patch: unknown) => faultsOf(variant("v", { decisions: { it: patch } }), [below]);
    expect(own({ implements: null })).toEqual(["contract-broken v 1.0.0 /decisions/it/implements"]);
    expect(own({ implements: "star" })).toEqual([
      "contract-broken v 1.0.0 /decisions/it/implements",
    ]);
    expect(own(null)).toEqual(["contract-broken v 1.0.0 /decisions/it"]);
    expect(own({ when: { value: false } })).toEqual([]);
  });

  it("that a variant adds is checked", () => {
    const below = holding(rule("it"));
    const own = (name: string) =>
      faultsOf(variant("v", { decisions: { it: { implements: name } } }), [below]);
    expect(own("group")).toEqual([]);
    expect(own("star")).toEqual(["contract-broken v 1.0.0 /decisions/it/implements"]);
  });
});
