import { describe, expect, it } from "vitest";
import { rebase } from "../../src/analyze/rebase.ts";
import { loadRuleset } from "../../src/index.ts";
import { compared, decision, type Json, named, number, text } from "../kinds/tiny.ts";
import { base, baseWith, edge, variant } from "../load/variant/small.ts";
import { conflictsIn, moved, only, placesIn, rulesetOf, sectionsOf } from "./rebase/moved.ts";

/*
 * A variant of 1.0.0 moved to 1.1.0: what each side changed alone stands, what both changed is a
 * conflict, and no line of the author's is taken out.
 */

const each = (n: number) => ({ zh: `${n}each`, en: `${n} each` });
const next = { version: "1.1.0" };
const extended = { extends: { id: "base", version: "^1.1.0" } };
const parameters = (middle: unknown, high: unknown = edge(200)) => ({ middle, high });
const set = (values: Json) => variant("v", { parameters: values });

describe("what only one side changed", () => {
  it("is carried over, where it is the variant's", () => {
    const found = moved(
      set({ high: 300 }),
      base(),
      base({ ...next, parameters: parameters(edge(90)) }),
    );
    expect(conflictsIn(found)).toEqual([]);
    expect(placesIn(found.carried)).toEqual(["/parameters/high/default"]);
    expect(found.carried[0]?.written).toBe("/parameters/high");
    expect(found.carried[0]?.told).toEqual({ before: each(200), after: each(300) });
    expect(sectionsOf(found)).toEqual({ ...extended, parameters: { high: 300 } });
  });

  it("is inherited, where it is the base's", () => {
    const found = moved(
      set({ high: 300 }),
      base(),
      base({ ...next, parameters: parameters(edge(90)) }),
    );
    expect(placesIn(found.inherited)).toEqual(["/parameters/middle/default"]);
    expect(found.inherited[0]?.told).toEqual({ before: each(100), after: each(90) });
    expect(found.agreed).toEqual([]);
    expect(found.diagnostics).toEqual([]);
  });

  it("changes nothing in the document but the range, where the base is as it was", () => {
    const found = moved(set({ high: 300 }), base(), base(next));
    expect(sectionsOf(found)).toEqual({ ...extended, parameters: { high: 300 } });
    expect([found.conflicts, found.inherited, found.agreed]).toEqual([[], [], []]);
  });
});

describe("what both sides changed alike", () => {
  const found = moved(set({ high: 300 }), base(), baseWith("high", { default: 300 }, next));

  it("is told as such, and the line stays", () => {
    expect(conflictsIn(found)).toEqual([]);
    expect(placesIn(found.agreed)).toEqual(["/parameters/high/default"]);
    expect([found.inherited, found.carried]).toEqual([[], []]);
    expect(sectionsOf(found)).toEqual({ ...extended, parameters: { high: 300 } });
  });

  it("is asked for once the base changes it again", () => {
    const again = moved(
      JSON.parse(found.text),
      baseWith("high", { default: 300 }, next),
      baseWith("high", { default: 310 }, { version: "1.2.0" }),
    );
    expect(conflictsIn(again)).toEqual(["restated /parameters/high/default"]);
  });
});

describe("a conflict", () => {
  it("is of a value that both changed otherwise", () => {
    const found = moved(set({ high: 300 }), base(), baseWith("high", { default: 250 }, next));
    const conflict = only(found);
    expect(conflict).toMatchObject({
      reason: "both-changed",
      path: "/parameters/high/default",
      written: "/parameters/high",
      label: text("edge"),
      citation: { rule: "T-01", clause: "edge" },
      values: { before: 200, base: 250, variant: 300 },
      told: { before: each(200), base: each(250), variant: each(300) },
      writtenOut: false,
    });
    expect(placesIn(conflict.base)).toEqual(["/parameters/high/default"]);
    expect(placesIn(conflict.variant)).toEqual(["/parameters/high/default"]);
    expect([found.inherited, found.carried]).toEqual([[], []]);
    expect(sectionsOf(found)).toEqual({ ...extended, parameters: { high: 300 } });
  });

  it("is of a value that the variant states as the base had it", () => {
    const found = moved(set({ high: 200 }), base(), baseWith("high", { default: 250 }, next));
    expect(conflictsIn(found)).toEqual(["restated /parameters/high/default"]);
    expect(only(found).values).toEqual({ before: 200, base: 250, variant: 200 });
  });
});

describe("a conflict with what the base took out", () => {
  const cut = (bands: Json, more: Json = {}) => {
    const { it: old } = base().decisions as Json;
    return base({ decisions: { it: { ...(old as Json), bands } }, ...more });
  };
  const [low, middle] = [{ outcome: "low" }, { from: 100, outcome: "middle" }];
  const high = { from: 200, outcome: "high" };
  const raised = variant("v", { decisions: { it: { bands: { high: { from: 300 } } } } });

  it("keeps it, written out in full", () => {
    const found = moved(raised, cut({ low, middle, high }), cut({ low, middle }, next));
    expect(only(found)).toMatchObject({
      reason: "base-removed",
      path: "/decisions/it/bands/high",
      written: "/decisions/it/bands/high",
      values: { before: high, base: undefined, variant: { from: 300, outcome: "high" } },
      writtenOut: true,
      movedTo: undefined,
    });
    expect(sectionsOf(found)).toEqual({
      ...extended,
      decisions: { it: { bands: { high: { from: 300, outcome: "high" } } } },
    });
    expect(found.diagnostics).toEqual([]);
  });

  it("says where it is now, where it has another name", () => {
    const found = moved(raised, cut({ low, middle, high }), cut({ low, middle, top: high }, next));
    const conflict = only(found);
    expect(conflict).toMatchObject({
      reason: "base-removed",
      path: "/decisions/it/bands/high",
      movedTo: "/decisions/it/bands/top",
      message: {
        zh: "地方规则集改了它，而所依据的规则集已把它移到 `/decisions/it/bands/top`",
        en: "the variant changes it, and the base has moved it to `/decisions/it/bands/top`",
      },
      help: {
        zh: "把改动写到 `/decisions/it/bands/top`，再从新文件删去 `/decisions/it/bands/high`",
        en: "write the change at `/decisions/it/bands/top`, and take `/decisions/it/bands/high` out of the new document",
      },
    });
    expect(conflict.base).toMatchObject([{ how: "moved", path: "/decisions/it/bands/top" }]);
    // With both, 200 would still be high: the variant's 300 would be overwritten without a word.
    expect(sectionsOf(found)).toEqual({
      ...extended,
      decisions: { it: { bands: { high: { from: 300, outcome: "high" }, top: null } } },
    });
    expect(found.diagnostics).toEqual([]);
  });

  it("is of the whole that is gone, where only a part of it is changed", () => {
    const { it: old } = base().decisions as Json;
    const before = base({ decisions: { it: old, spare: old } });
    const own = { spare: { bands: { low: { outcome: "middle" } } } };
    const found = moved(variant("v", { decisions: own }), before, base(next));
    expect(conflictsIn(found)).toEqual(["base-removed /decisions/spare"]);
    const { decisions } = sectionsOf(found) as { decisions: { spare: Json } };
    const bands = { ...((old as Json).bands as Json), low: { outcome: "middle" } };
    expect(decisions.spare).toEqual({ ...(old as Json), bands });
  });

  it("is of a parameter, whose declaration is written out", () => {
    const before = base({ parameters: { ...parameters(edge(100)), spare: edge(7) } });
    const found = moved(set({ spare: 8 }), before, base(next));
    expect(conflictsIn(found)).toEqual(["base-removed /parameters/spare"]);
    expect(sectionsOf(found)).toEqual({ ...extended, parameters: { spare: edge(8) } });
    expect(found.diagnostics).toEqual([]);
  });
});

describe("a conflict with what the variant took out", () => {
  const before = base({ parameters: { ...parameters(edge(100)), spare: edge(7) } });
  const after = { ...next, parameters: { ...parameters(edge(100)), spare: edge(9) } };

  it("is what the base changed in it", () => {
    const found = moved(set({ spare: null }), before, base(after));
    expect(only(found)).toMatchObject({
      reason: "variant-removed",
      path: "/parameters/spare",
      label: text("edge"),
      writtenOut: false,
      message: {
        zh: "地方规则集删去了它，而所依据的规则集改了它",
        en: "the variant takes it out, and the base has changed it",
      },
      help: {
        zh: "新文件仍把它删去：要删去就不必改；要用所依据规则集的，就删去 `/parameters/spare` 的写法",
        en: "the new document still takes it out: leave it so, or delete what it says at `/parameters/spare` to have the base's",
      },
    });
    expect(placesIn(only(found).base)).toEqual(["/parameters/spare/default"]);
    expect(sectionsOf(found)).toEqual({ ...extended, parameters: { spare: null } });
  });

  it("is what the base has under another name now", () => {
    const { it: old } = base().decisions as Json;
    const { high, ...bands } = (old as Json).bands as Json;
    const it = (more: Json) => ({ decisions: { it: { ...(old as Json), bands: more } } });
    const own = variant("v", { decisions: { it: { bands: { high: null } } } });
    const found = moved(own, base(), base({ ...next, ...it({ ...bands, top: high }) }));
    expect(only(found)).toMatchObject({
      reason: "variant-removed",
      path: "/decisions/it/bands/high",
      movedTo: "/decisions/it/bands/top",
      message: {
        zh: "地方规则集删去了它，而所依据的规则集已把它移到 `/decisions/it/bands/top`",
        en: "the variant takes it out, and the base has moved it to `/decisions/it/bands/top`",
      },
      help: {
        zh: "新文件仍把它删去：要删去就不必改；要用所依据规则集的，就删去 `/decisions/it/bands/high`、`/decisions/it/bands/top` 的写法",
        en: "the new document still takes it out: leave it so, or delete what it says at `/decisions/it/bands/high`, `/decisions/it/bands/top` to have the base's",
      },
    });
    expect(sectionsOf(found)).toEqual({
      ...extended,
      decisions: { it: { bands: { high: null, top: null } } },
    });
  });

  it("is none where the variant has given it the same other name", () => {
    const { it: old } = base().decisions as Json;
    const { high, ...bands } = (old as Json).bands as Json;
    const it = { ...(old as Json), bands: { ...bands, top: high } };
    const own = variant("v", { decisions: { it: { bands: { high: null, top: high } } } });
    const found = moved(own, base(), base({ ...next, decisions: { it } }));
    expect(conflictsIn(found)).toEqual([]);
    expect(placesIn(found.agreed)).toEqual(["/decisions/it/bands/top"]);
    expect([found.inherited, found.carried]).toEqual([[], []]);
  });

  it("is a parameter that the base calls otherwise, which only its owner can take out", () => {
    const renamed = { ...parameters(edge(100)), other: edge(7) };
    const found = moved(set({ spare: null }), before, base({ ...next, parameters: renamed }));
    expect(only(found)).toMatchObject({
      reason: "variant-removed",
      movedTo: "/parameters/other",
      help: {
        zh: "要在新的位置也删去它，就把 `/parameters/other` 写成 `null`；`/parameters/spare` 这一行已没有作用",
        en: "set `/parameters/other` to `null` to take it out there too; the line `/parameters/spare` does nothing any more",
      },
    });
    expect(sectionsOf(found)).toEqual({ ...extended, parameters: { spare: null } });
  });

  it("is none where the base took it out as well", () => {
    const found = moved(set({ spare: null }), before, base(next));
    expect(conflictsIn(found)).toEqual([]);
    expect(placesIn(found.agreed)).toEqual(["/parameters/spare"]);
  });
});

describe("a conflict of what both added", () => {
  const added = (value: number) => ({ spare: edge(value) });
  const after = base({ ...next, parameters: { ...parameters(edge(100)), ...added(9) } });

  it("is told by what the two differ in", () => {
    const found = moved(set(added(8)), base(), after);
    const conflict = only(found);
    expect([conflict.reason, conflict.path]).toEqual(["both-added", "/parameters/spare"]);
    expect(placesIn(conflict.apart)).toEqual(["/parameters/spare/default"]);
    expect(sectionsOf(found)).toEqual({ ...extended, parameters: added(8) });
  });

  it("has nothing of the base's mixed in", () => {
    const own = { ...edge(8), note: text("own") };
    const theirs = { ...edge(8), change: "fixed" };
    const more = base({ ...next, parameters: { ...parameters(edge(100)), spare: theirs } });
    const found = moved(set({ spare: own }), base(), more);
    expect(conflictsIn(found)).toEqual(["both-added /parameters/spare"]);
    expect(sectionsOf(found)).toEqual({
      ...extended,
      parameters: { spare: { ...own, change: null } },
    });
  });

  it("is none where they are alike", () => {
    const found = moved(set(added(9)), base(), after);
    expect(conflictsIn(found)).toEqual([]);
    expect(placesIn(found.agreed)).toEqual(["/parameters/spare"]);
  });

  it("is none of first entries under different names", () => {
    const note = (word: string) => ({ note: text(word), citation: { rule: "T-02", clause: "1" } });
    const own = variant("v", { notes: { a: note("a") } });
    const found = moved(own, base(), base({ ...next, notes: { b: note("b") } }));
    expect(conflictsIn(found)).toEqual([]);
    expect(placesIn(found.inherited)).toEqual(["/notes"]);
    expect(placesIn(found.carried)).toEqual(["/notes"]);
  });
});

describe("a part that means something only as a whole", () => {
  const test = (name: string, operator: string, value: number) => compared(name, operator, value);
  const ruled = (when: Json, more: Json = {}) =>
    base({ facts: { n: number("n"), m: number("m") }, decisions: { it: rule(when) }, ...more });
  const rule = (when: Json) => decision("it", "rule", { when });
  const own = (when: Json) => variant("v", { decisions: { it: { when } } });
  const before = ruled(test("n", "lessThan", 10));

  it("is a comparison: another threshold of the variant's, another fact of the base's", () => {
    const after = ruled(test("m", "lessThan", 10), next);
    const found = moved(own({ value: 20 }), before, after);
    expect(only(found)).toMatchObject({
      reason: "both-changed",
      path: "/decisions/it/when",
      told: {
        before: { en: "n < 10 each" },
        base: { en: "m < 10 each" },
        variant: { en: "n < 20 each" },
      },
    });
    // Left as it stands, the line would set the variant's number for the base's fact.
    expect(sectionsOf(found)).toEqual({
      ...extended,
      decisions: { it: { when: { value: 20, fact: "n" } } },
    });
  });

  it("is in no conflict where a line of the variant's is true of the old one and of the new one", () => {
    const found = moved(own({ value: 10 }), before, ruled(test("m", "lessThan", 10), next));
    expect(conflictsIn(found)).toEqual([]);
    expect(placesIn(found.inherited)).toEqual(["/decisions/it/when"]);
  });

  it("is a form: the variant's is cleared of what the base put in its place", () => {
    const form = { fact: null, operator: null, value: null, constant: true };
    const after = ruled({ not: test("n", "lessThan", 10) }, next);
    const found = moved(own(form), before, after);
    expect(conflictsIn(found)).toEqual(["both-changed /decisions/it/when"]);
    expect(sectionsOf(found)).toEqual({
      ...extended,
      decisions: { it: { when: { ...form, not: null } } },
    });
    expect(found.diagnostics).toEqual([]);
  });

  it("is a form too where only one side has changed it", () => {
    const [a, b] = [3, 4].map((value) => test("n", "greaterThan", value));
    const theirs = moved(own({ all: [a, b] }), ruled({ all: [a] }), ruled({ not: a }, next));
    expect(conflictsIn(theirs)).toEqual(["both-changed /decisions/it/when"]);
    expect(sectionsOf(theirs)).toEqual({
      ...extended,
      decisions: { it: { when: { all: [a, b], not: null } } },
    });
    const ours = moved(own({ all: null, not: a }), ruled({ all: [a] }), ruled({ all: [b] }, next));
    expect(conflictsIn(ours)).toEqual(["both-changed /decisions/it/when"]);
    expect(sectionsOf(ours)).toEqual({
      ...extended,
      decisions: { it: { when: { all: null, not: a } } },
    });
  });

  it("is a list", () => {
    const [a, b, c] = [3, 4, 5].map((value) => test("n", "greaterThan", value));
    const found = moved(own({ all: [a, b] }), ruled({ all: [a] }), ruled({ all: [a, c] }, next));
    expect(conflictsIn(found)).toEqual(["both-changed /decisions/it/when/all"]);
    expect(sectionsOf(found)).toEqual({
      ...extended,
      decisions: { it: { when: { all: [a, b] } } },
    });
  });

  it("is a text in its two languages", () => {
    const label = (zh: string, en: string) => ({ label: { zh, en } });
    const found = moved(
      variant("v", { facts: { n: { label: { zh: "新" } } } }),
      base({ facts: { n: number("n", label("旧", "old")) } }),
      base({ facts: { n: number("n", label("旧", "older")) }, ...next }),
    );
    expect(conflictsIn(found)).toEqual(["both-changed /facts/n/label"]);
    expect(sectionsOf(found)).toEqual({ ...extended, facts: { n: label("新", "old") } });
  });

  it("is no map of names, though one of them is a word of the language", () => {
    const facts = (more: Json) => ({ facts: { n: number("n"), count: number("count"), ...more } });
    const found = moved(
      variant("v", { facts: { count: { max: 900 }, sum: number("sum") } }),
      base(facts({})),
      base({ ...next, ...facts({ any: number("any") }) }),
    );
    expect(conflictsIn(found)).toEqual([]);
    expect(placesIn(found.inherited)).toEqual(["/facts/any"]);
  });
});

describe("a value by date", () => {
  const from = (day: string, value: number) => ({ dated: { [day]: value } });
  const dated = (dated: Json, more: Json = {}) => baseWith("high", { dated }, more);
  const in2007 = { "2007-01-01": 250 };

  it("of the base's from a later day on is in the way of the variant's", () => {
    const own = set({ high: from("2006-01-01", 300) });
    const found = moved(own, base(), dated(in2007, next));
    expect(only(found)).toMatchObject({
      reason: "dates",
      path: "/parameters/high",
      written: "/parameters/high",
      values: {
        before: { default: 200 },
        base: { default: 200, dated: in2007 },
        variant: { default: 200, dated: { "2006-01-01": 300 } },
      },
      told: {
        variant: {
          zh: "200each，自 2006-01-01 起 300each",
          en: "200 each, from 2006-01-01 on 300 each",
        },
      },
      message: {
        zh: "自 2007-01-01 起，所依据规则集新的取值与地方规则集定的取值不能并存",
        en: "from 2007-01-01 on the base's new value and the variant's can't both stand",
      },
      writtenOut: true,
    });
    expect(sectionsOf(found)).toEqual({
      ...extended,
      parameters: { high: { dated: { "2006-01-01": 300, "2007-01-01": 300 } } },
    });
  });

  it("of the base's never comes into force over one that the variant sets for all days", () => {
    const found = moved(set({ high: 300 }), base(), dated(in2007, next));
    expect(conflictsIn(found)).toEqual(["dates /parameters/high"]);
    expect(sectionsOf(found)).toEqual({ ...extended, parameters: { high: 300 } });
    expect(found.diagnostics.map((d) => d.code)).toEqual(["later-base-value"]);
  });

  it("that the base took out is in the way, where the variant's would go on instead", () => {
    const own = set({ high: from("2006-01-01", 300) });
    const found = moved(own, dated(in2007), base(next));
    expect(conflictsIn(found)).toEqual(["dates /parameters/high"]);
  });

  it("is in nobody's way before the variant's, or where the base had it", () => {
    const own = set({ high: from("2006-01-01", 300) });
    const early = { "2005-01-01": 210, "2005-07-01": 200 };
    const found = moved(own, dated(in2007), dated({ ...early, "2007-01-01": 260 }, next));
    expect(conflictsIn(found)).toEqual([]);
    expect(placesIn(found.inherited)).toEqual([
      "/parameters/high/dated/2007-01-01",
      "/parameters/high/dated/2005-01-01",
      "/parameters/high/dated/2005-07-01",
    ]);
  });
});

describe("a change elsewhere in the base", () => {
  const dozens = { zh: "打", en: "dozens" };

  it("of the unit of a parameter makes something else of its value", () => {
    const found = moved(set({ high: 300 }), base(), baseWith("high", { unit: dozens }, next));
    expect(only(found)).toMatchObject({
      reason: "other-meaning",
      path: "/parameters/high/default",
      written: "/parameters/high",
      told: {
        before: { en: "200 each" },
        base: { zh: "200 打", en: "200 dozens" },
        variant: { en: "300 each" },
      },
      message: {
        zh: "所依据的规则集改了它的单位或类型，地方规则集写的取值含义变了",
        en: "the base counts it in another unit, or as another type, and so what the variant writes means something else",
      },
      help: {
        zh: "按新的单位或类型改写 `/parameters/high`",
        en: "write `/parameters/high` anew, in the new unit or type",
      },
    });
  });

  it("of the type of a parameter does so too", () => {
    const day = { type: "date", ...named("edge"), default: "2005-01-01" };
    const spare = (of: unknown) => ({ parameters: { ...parameters(edge(100)), spare: of } });
    const found = moved(set({ spare: 8 }), base(spare(edge(7))), base({ ...next, ...spare(day) }));
    expect(conflictsIn(found)).toEqual(["other-meaning /parameters/spare/default"]);
    expect(placesIn(only(found).base)).toEqual(["/parameters/spare"]);
    expect([found.inherited, found.carried]).toEqual([[], []]);
  });

  it("of the unit of a fact makes something else of a threshold", () => {
    const own = variant("v", {
      decisions: { it: { bands: { top: { from: 500, outcome: "high" } } } },
    });
    const raised = variant("v", { decisions: { it: { bands: { middle: { from: 150 } } } } });
    const { it: old } = base().decisions as Json;
    const bands = { ...((old as Json).bands as Json), middle: { from: 100, outcome: "middle" } };
    const cut = { decisions: { it: { ...(old as Json), bands } } };
    const after = { ...next, facts: { n: number("n", { unit: dozens }) } };
    expect(conflictsIn(moved(own, base(), base(after)))).toEqual([]);
    expect(conflictsIn(moved(raised, base(cut), base({ ...cut, ...after })))).toEqual([
      "other-meaning /decisions/it/bands/middle/from",
    ]);
  });

  it("of the unit of a fact makes something else of a comparison with it", () => {
    const ruled = (of: unknown, limit: number) => {
      const when = { all: [compared("n", "lessThan", limit), compared("m", "lessThan", 5)] };
      return {
        facts: { n: of, m: number("m") },
        decisions: { it: decision("it", "rule", { when }) },
      };
    };
    const before = base(ruled(number("n"), 10));
    const after = base({ ...ruled(number("n", { unit: dozens }), 10), ...next });
    const own = (when: Json) => variant("v", { decisions: { it: { when } } });
    const [n, m] = ["n", "m"].map((name) => own({ all: [compared(name, "lessThan", 20)] }));
    expect(conflictsIn(moved(n, before, after))).toEqual([
      "other-meaning /decisions/it/when/all/0",
    ]);
    expect(conflictsIn(moved(m, before, after))).toEqual([]);
  });

  it.each([
    ["fixed", "not-open"],
    [{ atMost: 250 }, "bound-broken"],
  ])("that makes it %j refuses the variant's value", (change, code) => {
    const found = moved(set({ high: 300 }), base(), baseWith("high", { change }, next));
    const [fault, ...more] = found.diagnostics;
    expect([fault?.code, more]).toEqual([code, []]);
    expect(only(found)).toMatchObject({
      reason: "refused",
      path: "/parameters/high/default",
      written: "/parameters/high",
      values: { before: 200, base: 200, variant: 300 },
      message: {
        zh: `所依据的规则集不再允许这样改：${fault?.message.zh}`,
        en: `the base does not bear it any more: ${fault?.message.en}`,
      },
      help: fault?.help,
    });
    expect(placesIn(found.carried)).toEqual([]);
    expect(placesIn(found.inherited)).toEqual(["/parameters/high/change"]);
  });
});

describe("a new entry of the base's", () => {
  it("that the variant's value does not go with is a conflict with it", () => {
    const { it: old } = base().decisions as Json;
    const bands = { ...((old as Json).bands as Json), top: { from: 250, outcome: "high" } };
    const after = base({ ...next, decisions: { it: { ...(old as Json), bands } } });
    // Of 250 and of 300 on: the band that was the higher one would be the lower one.
    const found = moved(set({ high: 300 }), base(), after);
    expect(found.diagnostics.map((d) => d.code)).toEqual(["bound-broken"]);
    expect(conflictsIn(found)).toEqual(["refused /parameters/high/default"]);
  });
});

describe("a chain", () => {
  it("is moved link by link: a base may be a variant itself", () => {
    const province = (high: number, more: Json = {}) => {
      const loaded = loadRuleset(
        { ...variant("province", { parameters: { high } }), ...more },
        { documents: [base()] },
      );
      if (!loaded.ok) throw new Error(JSON.stringify(loaded.diagnostics));
      return loaded.ruleset;
    };
    const city = variant("city", { parameters: { high: 320 } }, "province");
    const found = rebase(city, { from: province(300), to: province(310, next) });
    if (!found.ok) throw new Error(JSON.stringify(found.diagnostics));
    expect(only(found).values).toEqual({ before: 300, base: 310, variant: 320 });
    expect([found.from.version, found.to.version]).toEqual(["1.0.0", "1.1.0"]);
    expect(JSON.parse(found.text).extends).toEqual({ id: "province", version: "^1.1.0" });
  });
});

describe("what can't be moved", () => {
  const to = rulesetOf(base(next));

  it("is a variant that does not load on the base it is said to be written on", () => {
    const found = rebase(set({ high: 2000 }), { from: rulesetOf(base()), to });
    expect(found.ok).toBe(false);
    expect(found.diagnostics.map((d) => d.code)).toEqual(["bound-broken"]);
  });

  it("is a document that extends nothing", () => {
    const found = rebase(base(), { from: rulesetOf(base()), to });
    expect([found.ok, found.diagnostics.map((d) => d.code)]).toEqual([false, ["missing-key"]]);
  });

  it("is a variant of another ruleset", () => {
    const other = rulesetOf(base({ id: "other", ...next }));
    const found = rebase(set({ high: 300 }), { from: rulesetOf(base()), to: other });
    expect([found.ok, found.diagnostics.map((d) => d.code)]).toEqual([false, ["unknown-base"]]);
  });
});
