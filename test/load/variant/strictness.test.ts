import { describe, expect, it } from "vitest";
import { compile, evaluate, loadRuleset } from "../../../src/index.ts";
import { boolean, compared, decision, fact, type Json, number } from "../../kinds/tiny.ts";
import { base, edge, faultsOf, loaded, relatedOf, variant } from "./small.ts";

/*
 * A decision that may only be made stricter: whatever a variant changes, on every day, no account gets
 * an earlier outcome of the list than the base gives it.
 */

const order = ["high", "middle", "low"];
const { it: bands } = (base() as { decisions: { it: Json } }).decisions;
const marked = { ...bands, change: { stricter: order } };
const below = base({ decisions: { it: marked } });
const refused = (path: string, id = "v") => [`not-open ${id} 1.0.0 ${path}`];
const own = (more: Json, of: Json = below) => faultsOf(variant("v", more), [of]);

describe("a decision that may only be made stricter", () => {
  it.each([199, 200, 201])("is held to it where a band begins at %i", (from) => {
    const at = "/decisions/it/bands/high/from";
    expect(own({ decisions: { it: { bands: { high: { from } } } } })).toEqual(
      from < 200 ? refused(at) : [],
    );
  });

  it.each([199, 200, 201])("is held to it through a parameter of %i", (high) => {
    expect(own({ parameters: { high } })).toEqual(high < 200 ? refused("/parameters/high") : []);
  });

  it("is held to it on each day", () => {
    const dated = (high: number) =>
      own({ parameters: { high: { dated: { "2005-01-01": high } } } });
    expect(dated(199)).toEqual(refused("/parameters/high/dated"));
    expect(dated(201)).toEqual([]);
  });

  it("is held to it through another decision", () => {
    const many = (least: number) =>
      decision("many", "rule", { when: compared("n", "greaterThanInclusive", least) });
    const it = decision("it", "rule", {
      when: { all: [{ decision: "many", operator: "equal", value: true }] },
      change: { stricter: [true, false] },
    });
    const both = base({ parameters: {}, decisions: { many: many(10), it } });
    const patch = (value: number) => own({ decisions: { many: { when: { value } } } }, both);
    expect(patch(9)).toEqual(refused("/decisions/many/when/value"));
    expect(patch(11)).toEqual([]);
  });

  it("is not let through where it can't be proven", () => {
    const mean = {
      aggregate: "mean",
      over: "account",
      by: [],
      unknown: "left-out",
      of: fact("n"),
      scale: 2,
      rounding: "half-up",
    };
    const when = (value: number) => ({ expression: mean, operator: "greaterThan", value });
    const change = { stricter: [true, false] };
    const ranked = base({
      parameters: {},
      decisions: { it: decision("it", "rule", { when: when(5), change }) },
    });
    const patch = (value: number) => own({ decisions: { it: { when: { value } } } }, ranked);
    expect(patch(4)).toEqual(refused("/decisions/it/when/value"));
    expect(patch(6)).toEqual([]);
    expect(own({ decisions: { it: { label: { en: "other" } } } }, ranked)).toEqual([]);
  });

  it("binds a variant of a variant to the stricter of the two", () => {
    const m = variant("m", { parameters: { high: 300 } });
    const v = (high: number) => faultsOf(variant("v", { parameters: { high } }, "m"), [below, m]);
    expect([v(299), v(300)]).toEqual([refused("/parameters/high"), []]);
  });

  it("may be set first where the base leaves it unset, and not be unset", () => {
    const { default: _, ...unset } = edge(0);
    const open = base({
      parameters: { middle: edge(100), high: unset },
      decisions: { it: marked },
    });
    expect(own({ parameters: { high: 150 } }, open)).toEqual([]);
    expect(own({ parameters: { high: { default: null } } })).toEqual(
      refused("/parameters/high/default"),
    );
  });

  it("is told with an account, the two outcomes and the mark", () => {
    const source = variant("v", { parameters: { high: 199 } });
    const [found] = loadRuleset(source, { documents: [below] }).diagnostics;
    expect(found?.message).toEqual({
      zh: "`base 1.0.0` 不允许改动此处：判定 `it` 只能改得更严，而这样改，n 199 each的结果会从 `middle` 变为 `high`",
      en: "`base 1.0.0` does not leave this open: the decision `it` may only be made stricter, and with n 199 each it would go from `middle` to `high`",
    });
    expect(relatedOf(source, [below])).toContain("base 1.0.0 /decisions/it/change");
  });

  it("is held to it exactly: against every account of many small tables", () => {
    for (let seed = 1; seed <= 40; seed++) {
      const [first, second] = [tableOf(seed * 2), tableOf(seed * 2 + 1)];
      const source = variant("v", {
        decisions: { it: { when: { all: null, any: null, ...second } } },
      });
      const laxer = accounts.some((account) => {
        const [was, is] = [first, second].map((t) => outcome(t, account));
        return was === false && is === true;
      });
      expect([seed, own(source, ruleset(first)).length > 0]).toEqual([seed, laxer]);
    }
  });

  it("orders outcomes that it has", () => {
    const stricter = (...names: readonly (string | boolean)[]) =>
      faultsOf(base({ decisions: { it: { ...bands, change: { stricter: names } } } }), []);
    expect(stricter("high", "low")).toEqual([]);
    expect(stricter("high", "lwo", true)).toEqual([
      "unknown-outcome  /decisions/it/change/stricter/1",
      "unknown-outcome  /decisions/it/change/stricter/2",
    ]);
  });
});

const accounts = [undefined, 0, 1, 2, 3].flatMap((n) =>
  [undefined, false, true].map((b) => ({ n, b })),
);

const ruleset = (when: Json) =>
  base({
    facts: { n: number("n", { max: 3 }), b: boolean("b") },
    parameters: {},
    decisions: { it: decision("it", "rule", { when, change: { stricter: [true, false] } }) },
  });

function outcome(when: Json, account: Json): unknown {
  const result = evaluate(compile(loaded(ruleset(when), [])), "it", account);
  return result.status === "decided" ? result.outcome : undefined;
}

/** A condition of two parts over a number and a yes or no, told by a number. */
function tableOf(seed: number): Json {
  const pick = (salt: number, of: number) => ((seed * 2654435761 + salt * 40503) >>> 7) % of;
  const comparison = ["lessThan", "greaterThanInclusive", "equal"][pick(1, 3)] as string;
  const parts = [compared("n", comparison, pick(2, 4)), compared("b", "equal", pick(3, 2) === 1)];
  return pick(4, 2) === 1 ? { all: parts } : { any: parts };
}
