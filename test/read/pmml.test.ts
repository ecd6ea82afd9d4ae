import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { compile, evaluate, lint, loadRuleset, TiercutError } from "../../src/index.ts";
import { fromPmml } from "../../src/read/pmml.ts";
import { always, attribute, characteristic, compound, isIn, pmml, simple } from "./pmml.write.ts";
import { tag } from "./tag.ts";

function programOf(xml: string) {
  const { document, refusals } = fromPmml(xml);
  expect(refusals.filter((r) => r.severity === "error")).toEqual([]);
  const loaded = loadRuleset(document);
  if (!loaded.ok) throw new Error(JSON.stringify(loaded.diagnostics, null, 2));
  return compile(loaded.ruleset);
}

function scored(xml: string, facts: object) {
  const result = evaluate(programOf(xml), "card", facts);
  return result.status === "decided" ? result.outcome : result.missing;
}

const upTo10 = attribute(1, simple("n", "lessOrEqual", 10));
const rest = attribute(5, always);
const one = [characteristic("C", {}, upTo10, rest)];

describe("a PMML scorecard", () => {
  it("gives the points of the first attribute that holds, on both sides of an edge", () => {
    const xml = pmml({ characteristics: one });
    expect(scored(xml, { n: 10 })).toBe(1);
    expect(scored(xml, { n: 10.0001 })).toBe(5);
    expect(scored(xml, {})).toEqual(["n"]);
  });

  it("takes as many decimals as it is compared with, and adds up exactly", () => {
    const attributes = [
      attribute(0.1, simple("n", "lessThan", "0.123456")),
      attribute(0.2, always),
    ];
    const xml = pmml({
      card: { initialScore: "0.2" },
      characteristics: [characteristic("A", {}, ...attributes), characteristic("B", {}, rest)],
    });
    expect(scored(xml, { n: 0.123455 })).toBe(5.3);
    expect(scored(xml, { n: 0.123456 })).toBe(5.4);
  });

  it("says what a missing value is worth where the card does", () => {
    const missing = attribute(3, simple("n", "isMissing"));
    const xml = pmml({ characteristics: [characteristic("C", {}, missing, upTo10, rest)] });
    expect([scored(xml, {}), scored(xml, { n: 1 }), scored(xml, { n: 11 })]).toEqual([3, 1, 5]);
  });

  it("holds what a field may be: one range, several ranges, an open edge, a list", () => {
    const range = (closure: string, leftMargin: number, rightMargin: number) =>
      tag("Interval", { closure, leftMargin, rightMargin });
    const within = (inside: string, type = "double") =>
      pmml({ fields: { n: [type, inside] }, characteristics: [characteristic("C", {}, rest)] });
    const closed = within(range("closedClosed", 1, 2));
    expect(scored(closed, { n: 2 })).toBe(5);
    expect(() => scored(closed, { n: 2.0001 })).toThrow(TiercutError);
    const two = within(range("closedClosed", 1, 2) + range("closedClosed", 4, 5));
    expect([scored(two, { n: 2 }), scored(two, { n: 3 }), scored(two, { n: 4 })]).toEqual([
      5,
      [],
      5,
    ]);
    const open = within(range("openClosed", 1, 2));
    expect([scored(open, { n: 1 }), scored(open, { n: 1.0001 })]).toEqual([[], 5]);
    const values = tag("Value", { value: "高" }) + tag("Value", { value: "低" });
    const list = within(values, "string");
    expect([scored(list, { n: "高" }), scored(list, { n: "中" })]).toEqual([5, []]);
  });

  it("needs a field that must not be missing, though no attribute looks at it", () => {
    const xml = (type: string, missingValueTreatment?: string) =>
      pmml({
        fields: { n: [type] },
        mining: { n: { missingValueTreatment } },
        characteristics: [characteristic("C", {}, rest)],
      });
    const values = { double: 1, string: "x", boolean: false, date: "2010-11-30" };
    for (const [type, n] of Object.entries(values)) {
      expect([scored(xml(type), {}), scored(xml(type), { n })]).toEqual([5, 5]);
      const strict = xml(type, "returnInvalid");
      expect([scored(strict, {}), scored(strict, { n })]).toEqual([["n"], 5]);
    }
  });

  it("tells how far each characteristic falls short, and cites its reason code", () => {
    const card = { useReasonCodes: "true", baselineScore: 4 };
    const characteristics = [
      characteristic("A", { reasonCode: "RA" }, upTo10, rest),
      characteristic("B", { reasonCode: "RB", baselineScore: 7 }, rest),
    ];
    const of = (reasonCodeAlgorithm: string) => {
      const program = programOf(pmml({ card: { ...card, reasonCodeAlgorithm }, characteristics }));
      return evaluate(program, "cardShortfalls", { n: 10 });
    };
    expect(of("pointsBelow").parts).toEqual({ a: 3, b: 2 });
    expect(of("pointsAbove").parts).toEqual({ a: -3, b: -2 });
    expect(of("pointsBelow").reasons.map((r) => r.citation?.rule)).toEqual(["RA", "RB"]);
  });

  it("has names, labels and ids of its own for what is written in Chinese", () => {
    const characteristics = [
      characteristic("在网时长", {}, attribute(1, simple("在网月数", "lessThan", 12)), rest),
      characteristic("月收入", {}, rest),
    ];
    const fields = { 在网月数: ["integer"] } as const;
    const { document } = fromPmml(pmml({ fields, card: { modelName: "忠诚度" }, characteristics }));
    expect(Object.keys(document?.facts ?? {})).toEqual(["field1"]);
    expect(document?.facts.field1?.label.zh).toBe("在网月数");
    expect(Object.keys(document?.decisions ?? {})).toEqual(["scorecard1"]);
    expect(loadRuleset(document).diagnostics).toEqual([]);
  });

  it("puts two cards into one ruleset, and refuses a field that the second takes otherwise", () => {
    const schema = (treatment?: string) =>
      tag("MiningSchema", {}, tag("MiningField", { name: "n", invalidValueTreatment: treatment }));
    const second = (treatment?: string) =>
      tag(
        "Scorecard",
        { modelName: "Card", functionName: "regression", useReasonCodes: "false" },
        schema(treatment),
        tag("Characteristics", {}, ...one),
      );
    const inside = tag("Interval", { closure: "closedClosed", leftMargin: 0, rightMargin: 9 });
    const both = (treatment?: string) =>
      fromPmml(
        pmml({
          fields: { n: ["double", inside] },
          characteristics: one,
          inFile: second(treatment),
        }),
      );
    expect(Object.keys(both().document?.decisions ?? {})).toEqual(["card", "card2"]);
    const { document, refusals } = both("asIs");
    expect(Object.keys(document?.decisions ?? {})).toEqual(["card"]);
    expect(refusals.map((r) => `${r.code} ${r.path}`)).toEqual([
      "other-treatment /PMML/Scorecard[2]/MiningSchema[1]/MiningField[1]",
    ]);
  });
});

/* Generated cards, against an evaluator written from the standard. */

type Truth = boolean | undefined;
type Account = Readonly<Record<string, number | string | boolean | undefined>>;
interface Predicate {
  readonly xml: string;
  readonly holds: (a: Account) => Truth;
}

const both = (parts: readonly Truth[]): Truth =>
  parts.includes(false) ? false : parts.includes(undefined) ? undefined : true;
const negated = (t: Truth): Truth => (t === undefined ? undefined : !t);
const either = (parts: readonly Truth[]): Truth => negated(both(parts.map(negated)));

const orders = {
  lessThan: (a: number, b: number) => a < b,
  lessOrEqual: (a: number, b: number) => a <= b,
  greaterThan: (a: number, b: number) => a > b,
  greaterOrEqual: (a: number, b: number) => a >= b,
};
const tenths = fc.integer({ min: -20, max: 20 }).map((n) => n / 10);
const texts = fc.constantFrom<string>("x", "y y", "高", "z");
const asked = (field: string, test: (v: never) => boolean) => (a: Account) =>
  a[field] === undefined ? undefined : test(a[field] as never);

const leaf: fc.Arbitrary<Predicate> = fc.oneof(
  fc
    .tuple(
      fc.constantFrom("n", "m"),
      fc.constantFrom(...(Object.keys(orders) as (keyof typeof orders)[])),
      tenths,
    )
    .map(([f, o, v]) => ({
      xml: simple(f, o, v),
      holds: asked(f, (x: number) => orders[o](x, v)),
    })),
  fc.tuple(fc.constantFrom("equal", "notEqual"), tenths).map(([o, v]) => ({
    xml: simple("n", o, v),
    holds: asked("n", (x: number) => (x === v) === (o === "equal")),
  })),
  fc.tuple(fc.constantFrom("equal", "notEqual"), texts).map(([o, v]) => ({
    xml: simple("t", o, v),
    holds: asked("t", (x: string) => (x === v) === (o === "equal")),
  })),
  fc
    .tuple(fc.constantFrom("isIn", "isNotIn"), fc.uniqueArray(texts, { minLength: 1 }))
    .map(([o, v]) => ({
      xml: isIn("t", o, "string", v.map((w) => `"${w}"`).join(" ")),
      holds: asked("t", (x: string) => v.includes(x) === (o === "isIn")),
    })),
  fc
    .tuple(fc.constantFrom("isIn", "isNotIn"), fc.uniqueArray(tenths, { minLength: 1 }))
    .map(([o, v]) => ({
      xml: isIn("m", o, "real", v.join(" ")),
      holds: asked("m", (x: number) => v.includes(x) === (o === "isIn")),
    })),
  fc.boolean().map((v) => ({
    xml: simple("b", "equal", String(v)),
    holds: asked("b", (x: boolean) => x === v),
  })),
  fc
    .constantFrom("n", "t")
    .map((f) => ({ xml: simple(f, "isMissing"), holds: (a: Account) => a[f] === undefined })),
  fc.boolean().map((v) => ({ xml: tag(v ? "True" : "False", {}), holds: () => v })),
);

const { predicate } = fc.letrec<{ predicate: Predicate }>((tie) => ({
  predicate: fc.oneof(
    { depthSize: "small" },
    leaf,
    fc
      .tuple(
        fc.constantFrom("and", "or", "xor"),
        fc.array(tie("predicate"), { minLength: 2, maxLength: 4 }),
      )
      .map(([o, parts]) => ({
        xml: compound(o, ...parts.map((p) => p.xml)),
        holds: (a: Account) => {
          const truths = parts.map((p) => p.holds(a));
          if (o !== "xor") return o === "and" ? both(truths) : either(truths);
          if (truths.includes(undefined)) return undefined;
          return truths.filter((t) => t).length % 2 === 1;
        },
      })),
  ),
}));

const attributes = fc.array(fc.tuple(predicate, tenths), { minLength: 1, maxLength: 4 });
const account = fc.record(
  { n: tenths, m: tenths, t: texts, b: fc.boolean() },
  { requiredKeys: [] },
);

/** What the standard says: the first attribute that holds; none where none does. */
function scoreBy(cards: readonly (readonly [Predicate, number][])[], a: Account) {
  const points = cards.map((c) => c.find(([p]) => p.holds(a) === true)?.[1]);
  if (points.some((p) => p === undefined)) return undefined;
  return points.reduce<number>((sum, p) => sum + Math.round((p ?? 0) * 10), 0) / 10;
}

describe("generated scorecards", () => {
  it("score as the standard says where all is known, and never otherwise where something is not", () => {
    const seen = { decided: 0, open: 0, differing: 0 };
    fc.assert(
      fc.property(
        fc.array(attributes, { minLength: 1, maxLength: 3 }),
        fc.array(account, { minLength: 4, maxLength: 4 }),
        (cards, accounts) => {
          const program = programOf(
            pmml({
              fields: { n: ["double"], m: ["double"], t: ["string"], b: ["boolean"] },
              characteristics: cards.map((c, i) =>
                characteristic(`C${i}`, {}, ...c.map(([p, s]) => attribute(s, p.xml))),
              ),
            }),
          );
          for (const a of accounts) {
            const result = evaluate(program, "card", a);
            const known = Object.keys(a).length === 4;
            const expected = scoreBy(cards, a);
            if (known) expect(result.outcome).toBe(expected);
            else if (result.status === "decided") expect(result.outcome).toBe(expected);
            else if (expected !== undefined) seen.differing += 1;
            seen[result.status === "decided" ? "decided" : "open"] += 1;
          }
        },
      ),
      { numRuns: 150 },
    );
    expect(Math.min(seen.decided, seen.open, seen.differing)).toBeGreaterThan(20);
  });
});

describe("what PMML says and a ruleset does not is refused", () => {
  const file = (more: Partial<Parameters<typeof pmml>[0]>) =>
    pmml({ characteristics: one, ...more });
  const asking = (predicate: string) =>
    file({ characteristics: [characteristic("C", {}, attribute(1, predicate))] });
  const mining = (attributes: Readonly<Record<string, string>>) =>
    file({ mining: { n: attributes } });
  const at = "/PMML/Scorecard[1]";
  const inAttribute = `${at}/Characteristics[1]/Characteristic[1]/Attribute[1]`;
  const inSchema = `${at}/MiningSchema[1]/MiningField[1]`;
  const inData = "/PMML/DataDictionary[1]/DataField[1]";

  /** One smallest file for each code: where it is refused, and whether a ruleset is left. */
  const refused: readonly (readonly [code: string, path: string, xml: string, left?: string])[] = [
    ["xml-syntax", "", "<PMML>"],
    ["xml-syntax", "", "<a>&what;</a>"],
    ["xml-doctype", "", '<!DOCTYPE PMML [<!ENTITY a "b">]><PMML/>'],
    [
      "xml-size",
      `/${Array.from({ length: 65 }, (_, i) => (i ? "a[1]" : "a")).join("/")}`,
      "<a>".repeat(65),
    ],
    ["not-pmml", "/html", "<html/>"],
    ["no-scorecard", "/PMML", "<PMML/>"],
    ["other-model", "/PMML/TreeModel[1]", file({ inFile: "<TreeModel/>" }), "left"],
    ["unread", inSchema, mining({ shape: "round" })],
    ["unread", `${at}/Regression[1]`, file({ inCard: "<Regression/>" })],
    ["unread", "/PMML/DataDictionary[1]/Taxonomy[1]", file({ inDictionary: "<Taxonomy/>" })],
    ["unread", `${inData}/Interval[1]`, file({ fields: { n: ["double", "<Interval/>"] } })],
    ["not-scorable", at, file({ card: { isScorable: "false" } })],
    ["rescored", `${at}/Targets[1]`, file({ inCard: "<Targets/>" })],
    ["unknown-field", `${inAttribute}/SimplePredicate[1]`, asking(simple("m", "equal", 1))],
    ["field-type", inData, file({ fields: { n: ["timeSeconds"] } })],
    ["replaced", inSchema, mining({ missingValueReplacement: "0" })],
    ["replaced", inSchema, mining({ outliers: "asExtremeValues" })],
    ["replaced", inSchema, mining({ invalidValueTreatment: "asValue" })],
    [
      "replaced",
      `${inData}/Value[1]`,
      file({ fields: { n: ["double", tag("Value", { value: -9, property: "missing" })] } }),
    ],
    [
      "as-missing",
      inSchema,
      pmml({
        fields: { n: ["integer", tag("Value", { value: 1 })] },
        mining: { n: { invalidValueTreatment: "asMissing" } },
        characteristics: one,
      }),
      "left",
    ],
    [
      "no-order",
      `${inAttribute}/SimplePredicate[1]`,
      pmml({
        fields: { n: ["string"] },
        characteristics: [characteristic("C", {}, attribute(1, simple("n", "lessThan", "b")))],
      }),
    ],
    ["bad-value", `${inAttribute}/SimplePredicate[1]`, asking(simple("n", "equal", "many"))],
    [
      "bad-value",
      `${inAttribute}/SimplePredicate[1]`,
      asking(simple("n", "equal", "1234567890.12345678")),
    ],
    [
      "bad-value",
      `${inAttribute}/SimplePredicate[1]`,
      pmml({
        fields: { n: ["string", tag("Value", { value: "a" })] },
        characteristics: [characteristic("C", {}, attribute(1, simple("n", "equal", "b")))],
      }),
    ],
    ["bad-predicate", inAttribute, asking("")],
    ["bad-predicate", inAttribute, asking(always + always)],
    ["bad-predicate", `${inAttribute}/SimplePredicate[1]`, asking(simple("n", "about", 1))],
    ["bad-predicate", `${inAttribute}/CompoundPredicate[1]`, asking(compound("and", always))],
    [
      "bad-predicate",
      `${inAttribute}/SimpleSetPredicate[1]`,
      asking(isIn("n", "isIn", "int", " ")),
    ],
    [
      "surrogate",
      `${inAttribute}/CompoundPredicate[1]`,
      asking(compound("surrogate", always, always)),
    ],
    ["empty", at, file({ characteristics: [] })],
    [
      "no-points",
      inAttribute,
      file({ characteristics: [characteristic("C", {}, attribute(undefined, always))] }),
    ],
    [
      "no-points",
      `${inAttribute}/ComplexPartialScore[1]`,
      asking(`${always}<ComplexPartialScore/>`),
    ],
    [
      "no-baseline",
      `${at}/Characteristics[1]/Characteristic[1]`,
      file({ card: { useReasonCodes: "true" } }),
      "left",
    ],
    [
      "other-output",
      `${at}/Output[1]/OutputField[1]`,
      file({
        inCard: tag("Output", {}, tag("OutputField", { name: "o", feature: "transformedValue" })),
      }),
      "left",
    ],
  ];

  it.each(refused.map((r) => [r[0], r[1].slice(-60), r] as const))("%s at %s", (_, __, row) => {
    const [code, path, xml, left] = row;
    const { document, refusals } = fromPmml(xml);
    const found = refusals.filter((r) => r.code === code);
    expect(found.map((r) => r.path)).toEqual([path]);
    expect(document !== undefined).toBe(left === "left");
    for (const { message, help, at } of refusals) {
      expect(at?.line).toBeGreaterThan(0);
      for (const words of [message, help]) {
        expect(words.en).toMatch(/^[a-z`].*[^.]$/s);
        expect(words.zh).toMatch(/\p{Script=Han}/u);
        expect(words.en + words.zh).not.toContain("`undefined`");
      }
    }
  });

  it("whatever is not known, wherever it stands", () => {
    const xml = pmml({
      fields: { n: ["double", tag("Interval", { closure: "closedClosed", leftMargin: 0 })] },
      characteristics: [
        characteristic("C", {}, attribute(1, compound("or", simple("n", "equal", 1), always))),
      ],
    });
    expect(fromPmml(xml).refusals).toEqual([]);
    const inside = [...xml.matchAll(/<(?!\/|PMML|Header)(\w+)/g)];
    expect(inside.length).toBe(12);
    for (const { index, 0: begun } of inside) {
      const end = index + begun.length;
      const marked = `${xml.slice(0, end)} strange="1"${xml.slice(end)}`;
      expect(fromPmml(marked).refusals.map((r) => r.code)).toEqual(["unread"]);
      const opened = xml.indexOf(">", end) + 1;
      const filled = `${xml.slice(0, opened)}<Strange/>${xml.slice(opened)}`;
      expect(fromPmml(filled).refusals.map((r) => r.code)).toEqual(["unread"]);
    }
  });

  it("leaves alone what other vendors write, and what only describes", () => {
    const foreign = '<x:note xmlns:x="urn:x">…</x:note>';
    const xml = pmml({ characteristics: one, inCard: `${foreign}<Extension/><ModelStats/>` });
    expect(fromPmml(xml).refusals).toEqual([]);
    expect(fromPmml(`\uFEFF<?xml version="1.0"?>\n${xml}`).refusals).toEqual([]);
  });

  it("takes a text and nothing else", () => {
    expect(() => fromPmml(undefined as never)).toThrow(TiercutError);
  });
});

it("makes a ruleset without warnings of a card that uses what it declares", () => {
  const { document } = fromPmml(pmml({ characteristics: one }));
  const loaded = loadRuleset(document);
  if (!loaded.ok) throw new Error(JSON.stringify(loaded.diagnostics));
  const { diagnostics } = lint(loaded.ruleset);
  // Of rows of which the first counts, lint notes that they meet.
  expect(diagnostics.filter((d) => d.severity !== "note")).toEqual([]);
});
