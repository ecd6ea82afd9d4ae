import { describe, expect, it } from "vitest";
import {
  checkCatalogue,
  compile,
  evaluate,
  loadRuleset,
  rulesetOn,
  setBy,
  TiercutError,
} from "../../../src/index.ts";
import { frozen, type Json, named, programOf, text } from "../../kinds/tiny.ts";
import { base, baseWith, edge, faultsOf, loaded, relatedOf, told, variant } from "./small.ts";

/* Dates, and the order of variant and date: first the chain is merged, then the date picks. */

/** Where the upper band begins on a day: the least number that is `high`. */
function highOn(on: string, source: unknown, documents: readonly unknown[] = []): unknown {
  const program = compile(loaded(source, documents, on));
  return program.settings.high;
}

/** The base's upper edge is 200, from 2005 on 250, from 2008 on 400. */
const dated = { "2005-01-01": 250, "2008-01-01": 400 };
const below = baseWith("high", { dated });

describe("a dated value", () => {
  it.each([
    ["2004-12-31", 200],
    ["2005-01-01", 250],
    ["2005-01-02", 250],
    ["2007-12-31", 250],
    ["2008-01-01", 400],
    ["2008-01-02", 400],
  ])("on %s is %d", (on, high) => {
    expect(highOn(on, below)).toBe(high);
    const decide = (n: number) =>
      evaluate(compile(loaded(below, []), { on }), "it", { n } as never);
    expect([decide(high - 1).outcome, decide(high).outcome]).toEqual(["middle", "high"]);
  });

  it("comes in the order of days, however they are written", () => {
    const turned = baseWith("high", { dated: { "2008-01-01": 400, "2005-01-01": 250 } });
    expect(["2004-12-31", "2006-01-01", "2009-01-01"].map((on) => highOn(on, turned))).toEqual([
      200, 250, 400,
    ]);
  });

  it("leaves the parameter unset before its first day where there is no default", () => {
    const { default: _, ...rest } = edge(0);
    const late = base({ parameters: { middle: edge(100), high: { ...rest, dated } } });
    const before = compile(loaded(late, [], "2004-12-31"));
    expect(before.unset).toEqual({ it: ["high"] });
    expect(compile(loaded(late, [], "2005-01-01")).unset).toEqual({});
  });

  it("may be a reading or a day", () => {
    const reading = {
      type: "reading",
      ...named("side"),
      question: text("?"),
      readings: { lower: text("l"), upper: text("u") },
      default: "lower",
      dated: { "2005-01-01": "upper" },
    };
    const closed = { reading: "side", cases: { lower: "lower", upper: "upper" } };
    const { decisions } = base() as { decisions: { it: Json } };
    const document = base({
      parameters: { middle: edge(100), high: edge(200), side: reading },
      decisions: { it: { ...decisions.it, closed } },
    });
    const at = (on: string) =>
      evaluate(compile(loaded(document, [], on)), "it", { n: 200 } as never).outcome;
    expect([at("2004-12-31"), at("2005-01-01")]).toEqual(["high", "middle"]);
  });

  it("must be one that the parameter can take", () => {
    const faulty = baseWith("high", { dated: { "2005-01-01": 1001, "2006-01-01": 250.5 } });
    expect(faultsOf(faulty, [])).toEqual([
      "out-of-bounds  /parameters/high/dated/2005-01-01",
      "out-of-bounds  /parameters/high/dated/2006-01-01",
    ]);
  });

  it.each(["2005-1-1", "2005-02-30", "2005", "later", "2005-01-01T00:00:00Z"])(
    "can't begin on %s",
    (day) => {
      expect(faultsOf(baseWith("high", { dated: { [day]: 250 } }), [])).toEqual([
        `bad-name  /parameters/high/dated/${day}`,
      ]);
    },
  );

  it("is tried with all others of its day: two bands may not begin alike then", () => {
    const meets = baseWith("high", { dated: { "2005-01-01": 100 } });
    expect(faultsOf(meets, [])).toEqual(["duplicate-band  /decisions/it/bands"]);
    const parameters = {
      middle: edge(100, { dated: { "2005-01-01": 50 } }),
      high: edge(200, { dated: { "2005-01-01": 100 } }),
    };
    expect(faultsOf(base({ parameters }), [])).toEqual([]);
  });

  it("may not move a band past another", () => {
    const past = baseWith("high", { dated: { "2005-01-01": 90 } });
    expect(faultsOf(past, [])).toEqual(["bound-broken  /parameters/high/dated/2005-01-01"]);
    expect(relatedOf(past, [])).toEqual([" /parameters/middle/default"]);
  });
});

describe("a ruleset with dated values", () => {
  it("can't be compiled without a day, and says what to do", () => {
    expect(() => compile(loaded(below, []))).toThrow(
      'what `high` of `base` is depends on the day: compile with `on`, such as { on: "2012-03-01" }, or load it for that day',
    );
  });
  it("can be where its dated parameters are set", () => {
    expect(compile(loaded(below, []), { parameters: { high: 300 } }).settings.high).toBe(300);
  });
  it("takes a setting over the value of the day", () => {
    const program = compile(loaded(below, []), { on: "2005-06-01", parameters: { high: 300 } });
    expect(program.settings).toEqual({ middle: 100, high: 300 });
    expect(program.on).toBe("2005-06-01");
  });
  it("keeps settings from moving a band past another of that day", () => {
    const options = { on: "2008-06-01", parameters: { middle: 399 } };
    expect(compile(loaded(below, []), options).settings.middle).toBe(399);
    expect(() => compile(loaded(below, []), { ...options, on: "2007-06-01" })).toThrow(
      /another order/,
    );
  });
  it("is compiled for the day it was loaded for, and for no other", () => {
    const ruleset = loaded(below, [], "2005-06-01");
    expect(compile(ruleset).on).toBe("2005-06-01");
    expect(compile(ruleset, { on: "2005-06-01" }).on).toBe("2005-06-01");
    expect(() => compile(ruleset, { on: "2008-06-01" })).toThrow(
      "`base` was loaded for 2005-06-01, and can't be compiled for 2008-06-01",
    );
  });
  it("has one hash on all days, and the settings of each", () => {
    const on = (day: string) => compile(loaded(below, []), { on: day });
    const days = ["2005-01-01", "2007-12-31", "2008-01-01"].map(on);
    expect(new Set(days.map((p) => p.hash)).size).toBe(1);
    const [first, last, next] = days.map((p) => p.settings);
    expect(last).toEqual(first);
    expect(next).not.toEqual(first);
  });
  it.each(["2013-2-1", "", "today", 20130201, null])("can't be asked for on %j", (on) => {
    expect(() => compile(loaded(below, []), { on: on as never })).toThrow(TiercutError);
    expect(() => loadRuleset(below, { on: on as never })).toThrow(TiercutError);
    expect(() => rulesetOn([below], "base", on as never)).toThrow(TiercutError);
  });
  it("is not changed by the date it is loaded for", () => {
    const given = frozen(structuredClone(below));
    expect(loaded(given, [], "2009-01-01").document).toEqual(below);
  });
});

describe("the order of variant and date", () => {
  const days = ["2004-12-31", "2005-01-01", "2006-07-01", "2007-12-31", "2008-01-01"];
  const highs = (source: unknown, documents: readonly unknown[]) =>
    days.map((on) => highOn(on, source, documents));

  it("is: a variant that says nothing of it has the dated values of its base", () => {
    expect(highs(variant("v"), [below])).toEqual([200, 250, 250, 250, 400]);
  });

  it("is: a value alone replaces all dated values of the base, on every day", () => {
    const own = variant("v", { parameters: { high: 300 } });
    expect(highs(own, [below])).toEqual([300, 300, 300, 300, 300]);
  });

  it("is: a dated value of the variant holds until a later one of the base", () => {
    const own = variant("v", { parameters: { high: { dated: { "2006-07-01": 300 } } } });
    expect(highs(own, [below])).toEqual([200, 250, 300, 300, 400]);
  });

  it("is: on one and the same day the variant's value counts", () => {
    const own = variant("v", { parameters: { high: { dated: { "2008-01-01": 300 } } } });
    expect(highs(own, [below])).toEqual([200, 250, 250, 250, 300]);
  });

  it("is: the variant takes out a day of the base with `null`", () => {
    const own = variant("v", { parameters: { high: { dated: { "2008-01-01": null } } } });
    expect(highs(own, [below])).toEqual([200, 250, 250, 250, 250]);
  });

  it("is: the variant's `default` holds before the first day", () => {
    const own = variant("v", { parameters: { high: { default: 220 } } });
    expect(highs(own, [below])).toEqual([220, 250, 250, 250, 400]);
  });

  it("is: in a chain of three each says what is its own, and the last has the last word", () => {
    const second = variant("m", {
      parameters: { high: { dated: { "2006-07-01": 300, "2008-01-01": 500 } } },
    });
    const third = variant("v", { parameters: { high: { dated: { "2008-01-01": 600 } } } }, "m");
    expect(highs(third, [below, second])).toEqual([200, 250, 300, 300, 600]);
    const short = variant("w", { parameters: { high: 350 } }, "m");
    expect(highs(short, [below, second])).toEqual([350, 350, 350, 350, 350]);
    const again = variant("x", { parameters: { high: { dated: { "2007-12-31": 360 } } } }, "w");
    expect(highs(again, [below, second, short])).toEqual([350, 350, 350, 360, 360]);
  });
});

describe("a warning of dates that may not be meant", () => {
  const warnings = (source: unknown, documents: readonly unknown[]) => {
    const { ok, diagnostics } = loadRuleset(source, { documents });
    expect(ok).toBe(true);
    return diagnostics.map((d) => {
      const related = (d.related ?? []).map((r) => `${r.document} ${r.path}`);
      return [`${d.severity} ${d.code} ${d.document} ${d.path}`, ...related];
    });
  };
  const at = "later-base-value v 1.0.0";

  it("is given where a value alone takes out the dated ones", () => {
    const own = variant("v", { parameters: { high: 300 } });
    expect(warnings(own, [below])).toEqual([
      [`warning ${at} /parameters/high`, "base 1.0.0 /parameters/high/dated"],
    ]);
    expect(loadRuleset(own, { documents: [below] }).diagnostics[0]?.message).toEqual({
      zh: "这里给 `high` 定的值适用于所有日期，`base 1.0.0` 按日期定的值（`2005-01-01`、`2008-01-01`）不再生效",
      en: "this value of `high` holds for all days, and the dated values of `base 1.0.0` (`2005-01-01`, `2008-01-01`) never come into force",
    });
  });

  it("is given where a later value of the base comes into force over the variant's", () => {
    const own = variant("v", { parameters: { high: { dated: { "2006-07-01": 300 } } } });
    expect(warnings(own, [below])).toEqual([
      [
        `warning ${at} /parameters/high/dated/2006-07-01`,
        "base 1.0.0 /parameters/high/dated/2008-01-01",
      ],
    ]);
    expect(loadRuleset(own, { documents: [below] }).diagnostics[0]?.message).toEqual({
      zh: "这里给 `high` 定的值只到 2008-01-01 前有效：从那天起 `base 1.0.0` 另有取值 400",
      en: "what is set here for `high` holds only until 2008-01-01: from that day on `base 1.0.0` has another value, 400",
    });
  });

  it("is given for a `default` that the base's first day follows", () => {
    const own = variant("v", { parameters: { high: { default: 220 } } });
    expect(warnings(own, [below])).toEqual([
      [`warning ${at} /parameters/high/default`, "base 1.0.0 /parameters/high/dated/2005-01-01"],
    ]);
  });

  it("is not given where the variant has the last word", () => {
    const own = { dated: { "2008-01-01": 300 } };
    expect(warnings(variant("v", { parameters: { high: own } }), [below])).toEqual([]);
    expect(warnings(variant("v", { parameters: { middle: 120 } }), [below])).toEqual([]);
    expect(warnings(variant("v", { parameters: { high: 300 } }), [base()])).toEqual([]);
  });

  it("is not given where the variant says that it is meant", () => {
    const why = { zh: "有意", en: "on purpose" };
    const silenced = { all: { code: "later-base-value", at: "/parameters/high", why } };
    const own = variant("v", { parameters: { high: 300 }, silenced });
    expect(warnings(own, [below])).toEqual([]);
  });
});

const span = (version: string, from?: string, to?: string) =>
  base({ version, effective: { ...(from ? { from } : {}), ...(to ? { to } : {}) } });

describe("the ruleset of a day", () => {
  const first = span("1.0.0", "2003-01-01", "2004-12-31");
  const second = span("1.1.0", "2005-01-01");
  const both = [second, first];
  const versionOn = (on: string, documents: readonly unknown[] = both, id = "base") => {
    const found = rulesetOn(documents, id, on);
    return found.ok ? found.ruleset.document.version : told(found.diagnostics);
  };

  it.each([
    ["2002-12-31", ["not-in-force  "]],
    ["2003-01-01", "1.0.0"],
    ["2003-01-02", "1.0.0"],
    ["2004-12-30", "1.0.0"],
    ["2004-12-31", "1.0.0"],
    ["2005-01-01", "1.1.0"],
    ["9999-12-31", "1.1.0"],
  ])("%s is %j", (on, version) => {
    expect(versionOn(on)).toEqual(version);
  });

  it("is one of a variant too, whose base must be in force as well", () => {
    const own = variant(
      "v",
      { effective: { from: "2004-07-01" }, parameters: { high: 300 } },
      "base",
      ">=1.0.0",
    );
    const chainOn = (on: string) => {
      const found = rulesetOn([...both, own], "v", on);
      return found.ok
        ? [found.ruleset.on, ...(found.ruleset.chain ?? []).map((e) => e.version)]
        : told(found.diagnostics);
    };
    expect(chainOn("2004-06-30")).toEqual(["not-in-force  "]);
    expect(chainOn("2004-07-01")).toEqual(["2004-07-01", "1.0.0", "1.0.0"]);
    expect(chainOn("2004-12-31")).toEqual(["2004-12-31", "1.0.0", "1.0.0"]);
    expect(chainOn("2005-01-01")).toEqual(["2005-01-01", "1.1.0", "1.0.0"]);
  });

  it("is none where the base has ended, although the variant goes on", () => {
    const own = variant("v", { effective: { from: "2004-07-01", to: null } });
    expect(faultsOf(own, [first], "2004-12-31")).toEqual([]);
    expect(faultsOf(own, [first], "2005-01-01")).toEqual(["not-in-force v 1.0.0 /extends/id"]);
  });

  it("is picked by what a version says itself, and not by what it inherits", () => {
    const own = variant("v", {}, "base", "1.0.0");
    expect(loaded(own, [first], "2003-06-01").document.effective).toEqual({
      from: "2003-01-01",
      to: "2004-12-31",
    });
    expect(faultsOf(own, [first], "2002-06-01")).toEqual(["not-in-force v 1.0.0 /extends/id"]);
  });

  it("is none of which several versions are in force", () => {
    const late = span("1.2.0", "2006-01-01");
    expect(versionOn("2005-12-31", [...both, late])).toBe("1.1.0");
    expect(versionOn("2006-01-01", [...both, late])).toEqual(["several-in-force  "]);
    const found = rulesetOn([...both, late], "base", "2006-01-01");
    expect(found.diagnostics[0]?.related?.map((r) => `${r.document} ${r.path}`)).toEqual([
      "base 1.1.0 /effective",
      "base 1.2.0 /effective",
    ]);
  });

  it("is none of a ruleset that was not given", () => {
    expect(versionOn("2005-01-01", both, "bass")).toEqual(["unknown-base  "]);
  });

  it("is not the one handed in where that is not in force", () => {
    expect(faultsOf(first, [], "2005-01-01")).toEqual(["not-in-force  /effective"]);
    expect(faultsOf(first, [], "2004-12-31")).toEqual([]);
    const own = variant("v", { effective: { from: "2004-07-01" } });
    expect(faultsOf(own, [first], "2004-06-30")).toEqual(["not-in-force v 1.0.0 /effective"]);
  });

  it("can be compiled for a day in its span alone", () => {
    const ruleset = loaded(first, []);
    expect(compile(ruleset, { on: "2004-12-31" }).on).toBe("2004-12-31");
    expect(() => compile(ruleset, { on: "2005-01-01" })).toThrow(
      "`base 1.0.0` is not in force on 2005-01-01: it is from 2003-01-01 to 2004-12-31",
    );
  });

  it("has its faults told with the name of the document", () => {
    const faulty = { ...(first as object), lable: "x" };
    expect(told(rulesetOn([faulty], "base", "2003-06-01").diagnostics)).toEqual([
      "unknown-key base 1.0.0 /lable",
    ]);
  });
});

describe("the catalogue of all versions", () => {
  const found = (...documents: readonly Json[]) =>
    checkCatalogue(frozen(documents)).map((d) => [
      `${d.severity} ${d.code} ${d.document} ${d.path}`,
      ...(d.related ?? []).map((r) => r.document),
    ]);
  const gap = (version: string, other: string) => [
    `warning dates-gap base ${version} /effective`,
    `base ${other}`,
  ];
  const overlap = (version: string, other: string) => [
    `warning dates-overlap base ${version} /effective`,
    `base ${other}`,
  ];

  it("has neither gap nor overlap where each ends on the day before the next begins", () => {
    const versions = [
      span("1.0.0", "2003-01-01", "2004-02-29"),
      span("1.1.0", "2004-03-01", "2004-12-31"),
      span("1.2.0", "2005-01-01"),
    ];
    expect(found(...versions)).toEqual([]);
    expect(found(...versions.reverse())).toEqual([]);
  });

  it("has a gap of one day", () => {
    const versions = [span("1.0.0", "2003-01-01", "2004-02-28"), span("1.1.0", "2004-03-01")];
    expect(found(...versions)).toEqual([gap("1.1.0", "1.0.0")]);
    expect(checkCatalogue(versions)[0]?.message.en).toBe(
      "no version of `base` is in force from 2004-02-29 to 2004-02-29: `1.0.0` has ended, and `1.1.0` has not begun",
    );
  });

  it("has an overlap of one day", () => {
    const versions = [span("1.0.0", "2003-01-01", "2004-03-01"), span("1.1.0", "2004-03-01")];
    expect(found(...versions)).toEqual([overlap("1.1.0", "1.0.0")]);
    expect(checkCatalogue(versions)[0]?.message.en).toBe(
      "both `1.0.0` and `1.1.0` of `base` are in force from 2004-03-01 to 2004-03-01",
    );
  });

  it("has an overlap where nothing says when one begins or ends", () => {
    expect(found(span("1.0.0"), span("1.1.0"))).toEqual([overlap("1.1.0", "1.0.0")]);
    expect(found(span("1.0.0", "2003-01-01"), span("1.1.0", "2005-01-01"))).toEqual([
      overlap("1.1.0", "1.0.0"),
    ]);
  });

  it("is in force on no day where it ends before it begins", () => {
    const never = span("1.0.0", "2005-01-01", "2004-01-01");
    expect(found(never, span("1.1.0", "2003-01-01"))).toEqual([]);
  });

  it("measures from the version that lasts longest", () => {
    const long = span("1.0.0", "2003-01-01", "2009-12-31");
    const short = span("1.1.0", "2004-01-01", "2004-12-31");
    expect(found(long, short, span("1.2.0", "2010-01-01"))).toEqual([overlap("1.1.0", "1.0.0")]);
    expect(found(long, short, span("1.2.0", "2010-01-02"))).toEqual([
      overlap("1.1.0", "1.0.0"),
      gap("1.2.0", "1.0.0"),
    ]);
  });

  it("takes each ruleset by itself, and leaves out what can't be read", () => {
    const other = { ...span("1.0.0", "2009-01-01"), id: "other" };
    expect(found(span("1.0.0", "2003-01-01", "2004-12-31"), other)).toEqual([]);
    expect(checkCatalogue(["{", 1, null, { id: "base" }])).toEqual([]);
  });
});

describe("what is told of a value of a day", () => {
  it("is who set it", () => {
    const own = variant("v", { parameters: { high: { dated: { "2006-07-01": 300 } } } });
    const ruleset = loaded(own, [below]);
    const who = (day: string) => setBy(ruleset, `/parameters/high/dated/${day}`);
    expect(who("2006-07-01")).toEqual([
      { document: "v 1.0.0", path: "/parameters/high/dated/2006-07-01", value: 300 },
    ]);
    expect(who("2008-01-01")).toEqual([
      { document: "base 1.0.0", path: "/parameters/high/dated/2008-01-01", value: 400 },
    ]);
  });
});

it("a ruleset without dates needs no day, and may have one", () => {
  const program = compile(loaded(base(), []), { on: "1999-01-01" });
  expect(program.on).toBe("1999-01-01");
  expect(programOf(base()).on).toBeUndefined();
  expect(program.hash).toBe(programOf(base()).hash);
});
