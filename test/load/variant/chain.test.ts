import { describe, expect, it } from "vitest";
import { compile, evaluate, loadRuleset } from "../../../src/index.ts";
import { frozen, type Json } from "../../kinds/tiny.ts";
import { base, faultsOf, loaded, variant } from "./small.ts";

/* Finding the documents that a variant is built on. */

const at = (version: string, more: Json = {}) => base({ version, ...more });
const versions = ["1.0.0", "1.0.1", "1.2.0", "2.0.0"].map((v) => at(v));
const outcome = (source: unknown, documents: readonly unknown[], n: number) =>
  evaluate(compile(loaded(source, documents)), "it", { n } as never).outcome;

describe("a base", () => {
  it.each([
    ["1.0.0", "1.0.0"],
    ["=1.0.1", "1.0.1"],
    ["~1.0.0", "1.0.1"],
    ["^1.0.0", "1.2.0"],
    [">=1.0.0 <1.2.0", "1.0.1"],
    [">=1.0.0", "2.0.0"],
    [">1.2.0", "2.0.0"],
    ["<=1.0.1", "1.0.1"],
  ])("in %s is the highest version there: %s", (range, version) => {
    for (const documents of [versions, [...versions].reverse()]) {
      const { chain } = loaded(variant("v", {}, "base", range), documents);
      expect(chain?.map((e) => `${e.id} ${e.version}`)).toEqual([`base ${version}`, "v 1.0.0"]);
    }
  });

  it.each(["^3.0.0", "~1.1.0", "1.0.2", ">2.0.0"])("is not found in %s", (range) => {
    expect(faultsOf(variant("v", {}, "base", range), versions)).toEqual([
      "base-version v 1.0.0 /extends/version",
    ]);
  });

  it.each(["", "1", "1.0", "1.x", "*", "latest", "^1.0.0 || ^2.0.0", "1.0.0 - 2.0.0", "^^1.0.0"])(
    "can't be asked for by %j",
    (range) => {
      expect(faultsOf(variant("v", {}, "base", range), versions)).toEqual([
        "bad-name v 1.0.0 /extends/version",
      ]);
    },
  );

  it.each(["../base", "base/../base", "/etc/passwd", "file:base", "Base", "base ", "", "."])(
    "can't be called %j",
    (id) => {
      const faults = faultsOf({ ...variant("v"), extends: { id, version: "^1.0.0" } }, versions);
      expect(faults).toEqual(["bad-name v 1.0.0 /extends/id"]);
    },
  );

  it("is found in texts, and among what is no document", () => {
    const documents = ["{", 1, null, [], {}, { id: "base" }, JSON.stringify(at("1.0.0"))];
    expect(outcome(variant("v", { parameters: { high: 300 } }), documents, 250)).toBe("middle");
  });

  it("is counted once where the same document is given twice", () => {
    const twice = [at("1.0.0"), JSON.stringify(at("1.0.0"), null, 2)];
    expect(loaded(variant("v"), twice).chain?.length).toBe(2);
  });

  it("is refused where two that differ have one version", () => {
    const two = [at("1.0.0"), at("1.0.0", { notes: {} })];
    expect(faultsOf(variant("v"), two)).toEqual(["base-version v 1.0.0 /extends/version"]);
  });

  it("is told to be missing with what was given, and what can't be read", () => {
    const [only] = loadRuleset(variant("v", {}, "bass"), {
      documents: ["{", at("1.0.0")],
    }).diagnostics;
    expect(only?.message.en).toBe("no ruleset called `bass` is among the documents given");
    expect(only?.help.en).toBe("did you mean `base`?; 1 of the documents given can't be read");
    const [none] = loadRuleset(variant("v")).diagnostics;
    expect(none?.help.en).toBe("give the file of that ruleset too");
  });
});

describe("a base with faults of its own", () => {
  it("is told at its place in the base, in its form", () => {
    expect(faultsOf(variant("v"), [base({ effective: { form: "2003-01-01" } })])).toEqual([
      "unknown-key base 1.0.0 /effective/form",
    ]);
  });
  it("is told at its place in the base, in its meaning", () => {
    const faulty = base({ effective: { from: "2004-01-01", to: "2003-01-01" } });
    expect(faultsOf(variant("v", { parameters: { high: 300 } }), [faulty])).toEqual([
      "out-of-bounds base 1.0.0 /effective/from",
    ]);
  });
  it("is told of the one in the middle, where the last is built on that", () => {
    const middle = variant("m", { parameters: { high: 5000 } });
    expect(faultsOf(variant("v", {}, "m"), [base(), middle])).toEqual([
      "bound-broken m 1.0.0 /parameters/high",
    ]);
  });
  it("is told of both, each in its own place", () => {
    const faulty = base({ effective: { from: "2004-01-01", to: "2003-01-01" } });
    const own = variant("v", { parameters: { high: 5000 } });
    expect([...faultsOf(own, [faulty])].sort()).toEqual([
      "bound-broken v 1.0.0 /parameters/high",
      "out-of-bounds base 1.0.0 /effective/from",
    ]);
  });
  it("is mended by the variant that replaces it", () => {
    const faulty = base({ effective: { from: "2004-01-01", to: "2003-01-01" } });
    expect(faultsOf(variant("v", { effective: { to: null } }), [faulty])).toEqual([]);
  });
});

describe("a circle", () => {
  const ring = (...ids: readonly string[]) =>
    ids.map((id, i) => variant(id, {}, ids[(i + 1) % ids.length]));
  it.each([
    [["a"], "this variant and what it is built on are both called `a 1.0.0`", "a"],
    [["a", "b"], "a 1.0.0 → b 1.0.0 → a 1.0.0", "b"],
    [["a", "b", "c"], "a 1.0.0 → b 1.0.0 → c 1.0.0 → a 1.0.0", "c"],
  ])("of %j is refused", (ids, loop, last) => {
    const [first, ...rest] = ring(...ids);
    for (const documents of [rest, [first, ...rest]]) {
      const { diagnostics } = loadRuleset(first, { documents });
      expect(diagnostics.map((d) => [d.code, d.document, d.path])).toEqual([
        ["extends-cycle", `${last} 1.0.0`, rest.length === 0 ? "/id" : "/extends"],
      ]);
      expect(diagnostics[0]?.message.en).toContain(loop);
    }
  });

  it("that does not hold the first document is refused too", () => {
    const [b, c] = ring("b", "c");
    expect(faultsOf(variant("a", {}, "b"), [b, c])).toEqual(["extends-cycle c 1.0.0 /extends"]);
  });

  it("is none where a later version is built on an earlier one", () => {
    const next = {
      ...variant("base", { parameters: { high: 300 } }, "base", "1.0.0"),
      version: "1.1.0",
    };
    const { chain } = loaded(next, [at("1.0.0"), next]);
    expect(chain?.map((e) => e.version)).toEqual(["1.0.0", "1.1.0"]);
  });
});

describe("a chain", () => {
  const link = (i: number) =>
    variant(`v${i}`, { parameters: { high: 200 + i } }, i === 1 ? "base" : `v${i - 1}`);
  const links = (count: number) => Array.from({ length: count }, (_, i) => link(i + 1));
  it("of ten documents is merged from the first base up", () => {
    const nine = links(9);
    const ruleset = loaded(nine.at(-1), [base(), ...nine]);
    expect(ruleset.chain?.map((e) => e.id)).toEqual(["base", ...nine.map((v) => v.id)]);
    expect(ruleset.document.parameters.high).toMatchObject({ default: 209 });
  });
  it("of eleven is refused", () => {
    const ten = links(10);
    expect(faultsOf(ten.at(-1), [base(), ...ten])).toEqual(["extends-depth v1 1.0.0 /extends"]);
  });
});

describe("a resolved ruleset", () => {
  const own = variant("v", {
    $schema: "x.json",
    parameters: { high: 300 },
    effective: { to: "2009-12-31" },
    notes: { why: { note: { zh: "因", en: "why" }, citation: { rule: "T-01", clause: "1" } } },
    decisions: { it: { bands: { low: { label: { zh: "低", en: "low" } } } } },
  });
  const below = base({ $schema: "y.json", effective: { from: "2003-01-01", to: "2008-12-31" } });

  it("is a document like any other: it loads by itself and says the same", () => {
    const { document } = loaded(own, [below]);
    expect(Object.hasOwn(document, "extends")).toBe(false);
    const again = loadRuleset(document);
    expect(again.ok).toBe(true);
    expect(again.ok && again.ruleset.document).toEqual(document);
  });

  it("has of its base all but what a document says of itself", () => {
    const { document } = loaded(own, [below]);
    expect(document).toEqual({
      ...below,
      $schema: "x.json",
      id: "v",
      label: { zh: "v", en: "v" },
      effective: { from: "2003-01-01", to: "2009-12-31" },
      notes: own.notes,
      parameters: {
        ...(below.parameters as Json),
        high: { ...(below.parameters as { high: Json }).high, default: 300 },
      },
      decisions: {
        it: {
          ...(below.decisions as { it: Json }).it,
          bands: {
            low: { outcome: "low", label: { zh: "低", en: "low" } },
            middle: { from: { parameter: "middle" }, outcome: "middle" },
            high: { from: { parameter: "high" }, outcome: "high" },
          },
        },
      },
    });
  });

  it("does not take `$schema` from its base", () => {
    expect(Object.hasOwn(loaded(variant("v"), [below]).document, "$schema")).toBe(false);
  });

  it("moves exactly one edge", () => {
    for (const [n, was, is] of [
      [199, "middle", "middle"],
      [200, "high", "middle"],
      [299, "high", "middle"],
      [300, "high", "high"],
    ] as const) {
      expect(evaluate(compile(loaded(below, [])), "it", { n } as never).outcome).toBe(was);
      expect(outcome(own, [below], n)).toBe(is);
    }
  });

  it("shares nothing with the documents it came of, and changes none of them", () => {
    const [top, bottom] = [frozen(structuredClone(own)), frozen(structuredClone(below))];
    const { document } = loaded(top, [bottom]);
    expect(top).toEqual(own);
    expect(bottom).toEqual(below);
    (document.label as { zh: string }).zh = "changed";
    (document.decisions.it as unknown as { label: { zh: string } }).label.zh = "changed";
    expect(top).toEqual(own);
    expect(bottom).toEqual(below);
  });

  it("comes of texts as of what parsing them gives", () => {
    const texts = loaded(JSON.stringify(own), [JSON.stringify(below)]);
    expect(texts).toEqual(loaded(own, [below]));
  });

  it("hands its chain on to the program, which runs what it would run anyhow", () => {
    const ruleset = loaded(own, [below]);
    const program = compile(ruleset);
    expect(program.chain).toEqual([
      { id: "base", version: "1.0.0", label: below.label },
      { id: "v", version: "1.0.0", label: own.label },
    ]);
    expect(program.hash).toBe(loaded(ruleset.document, []).hash);
  });
});
