import { describe, expect, it } from "vitest";
import { setBy } from "../../../src/index.ts";
import { valueAt } from "../../../src/load/variant/merge.ts";
import { type Json, text } from "../../kinds/tiny.ts";
import { base, baseWith, edge, loaded, variant } from "./small.ts";

/* Every value of a resolved ruleset knows which document set it. */

const high = "/parameters/high/default";
const said = (document: string, path: string, value: unknown) => ({
  document: `${document} 1.0.0`,
  path,
  value,
});

describe("a value", () => {
  const m = variant("m", { parameters: { high: 300 }, source: { title: "m" } });
  const v = variant(
    "v",
    { parameters: { high: { default: 400, label: { en: "upper" } }, middle: 120 } },
    "m",
  );
  const ruleset = loaded(v, [base(), m]);
  const { document, provenance } = ruleset;

  it("has the words of all who set it, the base's first", () => {
    expect(setBy(ruleset, high)).toEqual([
      said("base", high, 200),
      said("m", "/parameters/high", 300),
      said("v", high, 400),
    ]);
  });

  it("is listed where a variant set it, and nowhere else", () => {
    expect(Object.keys(provenance ?? {}).sort()).toEqual([
      "/parameters/high/default",
      "/parameters/high/label/en",
      "/parameters/middle/default",
      "/source/title",
    ]);
  });

  it("that no variant touched is the base's", () => {
    const path = "/decisions/it/bands/high/from/parameter";
    expect(setBy(ruleset, path)).toEqual([said("base", path, "high")]);
    const label = "/parameters/high/label/zh";
    expect(setBy(ruleset, label)).toEqual([said("base", label, "edge")]);
  });

  it("of the whole is the base's too, although something in it is not", () => {
    const [first, ...more] = setBy(ruleset, "/parameters/high");
    expect(first).toEqual(said("base", "/parameters/high", valueAt(document, "/parameters/high")));
    expect(more).toEqual([]);
  });

  it("that a document says of itself is its own", () => {
    expect(setBy(ruleset, "/id")).toEqual([said("v", "/id", "v")]);
    expect(setBy(ruleset, "/label/en")).toEqual([said("v", "/label/en", "v")]);
  });

  it("that is not there was set by nobody", () => {
    expect(
      ["/nothing", "/parameters/high/nothing", "/id/x", "/toString"].map((p) => setBy(ruleset, p)),
    ).toEqual([[], [], [], []]);
  });

  it("of a ruleset that extends nothing is its own", () => {
    const plain = loaded(base(), []);
    expect(setBy(plain, high)).toEqual([said("base", high, 200)]);
    expect(setBy(plain, "/id")).toEqual([said("base", "/id", "base")]);
  });
});

describe("a value of a whole that a variant set", () => {
  const added = { low2: { from: 50, outcome: "low", label: text("low2") } };
  const m = variant("m", { decisions: { it: { bands: added } } });

  it("is its too", () => {
    const ruleset = loaded(m, [base()]);
    const path = "/decisions/it/bands/low2";
    expect(setBy(ruleset, path)).toEqual([said("m", path, added.low2)]);
    expect(setBy(ruleset, `${path}/label/en`)).toEqual([said("m", `${path}/label/en`, "low2")]);
  });

  it("and that a later one changed has the words of both", () => {
    const v = variant("v", { decisions: { it: { bands: { low2: { from: 60 } } } } }, "m");
    const path = "/decisions/it/bands/low2/from";
    expect(setBy(loaded(v, [base(), m]), path)).toEqual([said("m", path, 50), said("v", path, 60)]);
  });
});

describe("what was taken out", () => {
  const dated = { "2005-01-01": 250 };
  const below = baseWith("high", { dated });
  const path = "/parameters/high/dated";

  it("has a last word that says so", () => {
    const short = variant("v", { parameters: { high: 300 } });
    expect(setBy(loaded(short, [below]), path)).toEqual([
      said("base", path, dated),
      said("v", "/parameters/high", null),
    ]);
    const written = variant("v", { parameters: { high: { dated: null } } });
    expect(setBy(loaded(written, [below]), path)).toEqual([
      said("base", path, dated),
      said("v", path, null),
    ]);
  });

  it("has nothing in it any more", () => {
    const short = variant("v", { parameters: { high: 300 } });
    expect(setBy(loaded(short, [below]), `${path}/2005-01-01`)).toEqual([]);
  });

  it("and put back by a later variant goes on with its history", () => {
    const short = variant("m", { parameters: { high: 300 } });
    const back = { "2006-01-01": 350 };
    const v = variant("v", { parameters: { high: { dated: back } } }, "m");
    const ruleset = loaded(v, [below, short]);
    expect(setBy(ruleset, path)).toEqual([
      said("base", path, dated),
      said("m", "/parameters/high", null),
      said("v", path, back),
    ]);
    expect(setBy(ruleset, `${path}/2006-01-01`)).toEqual([said("v", `${path}/2006-01-01`, 350)]);
  });

  it("leaves no word on what was inside, once the whole was set anew", () => {
    const m = variant("m", { parameters: { high: { dated: { "2005-01-01": 260 } } } });
    const w = variant("w", { parameters: { high: 300 } }, "m");
    const x = variant("x", { parameters: { high: { dated: { "2005-01-01": 270 } } } }, "w");
    const y = variant("y", { parameters: { high: { dated: { "2005-01-01": 280 } } } }, "x");
    const place = `${path}/2005-01-01`;
    expect(setBy(loaded(m, [below]), place)).toEqual([
      said("base", place, 250),
      said("m", place, 260),
    ]);
    expect(setBy(loaded(x, [below, m, w]), place)).toEqual([said("x", place, 270)]);
    expect(setBy(loaded(y, [below, m, w, x]), place)).toEqual([
      said("x", place, 270),
      said("y", place, 280),
    ]);
  });
});

describe("the provenance of a ruleset", () => {
  it("accounts for every value: the document named has it at the place named", () => {
    const m = variant("m", {
      parameters: { high: 300, extra: edge(5) },
      notes: { odd: { note: text("odd"), citation: { rule: "T~1", clause: "a/b" } } },
    });
    const v = variant("v", { parameters: { high: 310, extra: { default: 6 } }, notes: null }, "m");
    const documents: Readonly<Record<string, Json>> = {
      "base 1.0.0": base(),
      "m 1.0.0": m,
      "v 1.0.0": v,
    };
    const ruleset = loaded(v, [base(), m]);
    const places = (value: unknown, path: string): readonly string[] =>
      typeof value !== "object" || value === null
        ? [path]
        : [path, ...Object.entries(value).flatMap(([k, inner]) => places(inner, `${path}/${k}`))];
    const all = places(ruleset.document, "").slice(1);
    expect(all.length).toBeGreaterThan(90);
    const leaves = all.filter((p) => typeof valueAt(ruleset.document, p) !== "object");
    for (const path of leaves) {
      const last = setBy(ruleset, path).at(-1);
      expect(last?.value, path).toEqual(valueAt(ruleset.document, path));
      expect(valueAt(documents[last?.document ?? ""], last?.path ?? ""), path).toEqual(last?.value);
    }
  });
});
