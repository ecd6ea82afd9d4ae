import { readdirSync, readFileSync } from "node:fs";
import { Ajv } from "ajv";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { loadRuleset } from "../../../src/index.ts";
import { checkStructure } from "../../../src/load/structure.ts";
import { schemaOf } from "./editor.ts";

/*
 * The JSON Schema and the loader must say the same of the form of a document. What one refuses and
 * the other takes is listed here, each with an example.
 */

type Json = Readonly<Record<string, unknown>>;
type Path = readonly (string | number)[];

const ajv = new Ajv({
  strictTypes: false,
  strictRequired: false,
  formats: { date: true },
  keywords: ["enumDescriptions", "doNotSuggest", "patternErrorMessage", "errorMessage"],
});
const fitsRuleset = ajv.compile(schemaOf("ruleset"));
const fitsVariant = ajv.compile(schemaOf("variant"));

const folder = new URL("../../../rulesets/", import.meta.url);
const documentsIn = (path: string) =>
  readdirSync(new URL(path, folder))
    .filter((f) => f.endsWith(".json"))
    .map((f) => JSON.parse(readFileSync(new URL(path + f, folder), "utf8")) as Json);
const rulesets = documentsIn("");

/** Each decision of the shipped rulesets on its own: as much as is quickly checked. */
const slices: readonly Json[] = rulesets.flatMap((document) => {
  const first = (section: unknown) =>
    Object.fromEntries(Object.entries(section as Json).slice(0, 3));
  const small = { ...document, notes: first(document.notes), facts: first(document.facts) };
  return Object.entries(document.decisions as Json).map(([name, decision]) => ({
    ...small,
    parameters: first(document.parameters),
    decisions: { [name]: decision },
  }));
});

function pathsIn(value: unknown, path: Path = []): readonly Path[] {
  if (typeof value !== "object" || value === null) return [path];
  const keys = Array.isArray(value) ? [...value.keys()] : Object.keys(value);
  return [path, ...keys.flatMap((k) => pathsIn((value as Json)[k], [...path, k]))];
}

const at = (value: unknown, path: Path) =>
  path.reduce<unknown>((inner, key) => (inner as Json | undefined)?.[key], value);

/** Everything that stands anywhere in a ruleset, and what stands nowhere in one. */
const parts = rulesets.flatMap((document) => pathsIn(document).map((path) => at(document, path)));
const keys = [
  ...new Set(rulesets.flatMap((d) => pathsIn(d).map((p) => String(p.at(-1))))),
  ...["parameter", "reading", "cases", "Foo", "a b", ""],
];
const strange: readonly unknown[] = [
  ...[null, true, 0, 1, -1, 0.5, 13, "", "x", "Ab c", "lower", "2010-02-30", "2010-02-28", [], {}],
  ...[{ zh: "甲", en: "a" }, { parameter: "p" }, { parameter: 1 }, { fact: "a" }, ["a"], [1]],
  ...[{ reading: "r", cases: { a: 1 } }, { reading: "r", cases: { "a b": 1 } }, { reading: "r" }],
];

type Change = (holder: Record<string, unknown>, key: string, other: string, value: unknown) => void;
const changes: Readonly<Record<string, Change>> = {
  "takes out": (holder, key) => {
    if (Array.isArray(holder)) holder.splice(Number(key), 1);
    else delete holder[key];
  },
  sets: (holder, key, _, value) => {
    holder[key] = value;
  },
  adds: (holder, _, other, value) => {
    holder[Array.isArray(holder) ? holder.length : other] = value;
  },
  renames: (holder, key, other) => {
    const value = holder[key];
    delete holder[key];
    holder[other] = value;
  },
};

interface Changed {
  readonly document: Json;
  readonly place: number;
  readonly how: string;
  readonly other: string;
  readonly value: unknown;
}
const change: fc.Arbitrary<Changed> = fc.record({
  document: fc.constantFrom(...slices),
  place: fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }),
  how: fc.constantFrom(...Object.keys(changes)),
  other: fc.constantFrom(...keys),
  value: fc.oneof(fc.constantFrom(...strange), fc.constantFrom(...parts)),
});

function changed({ document, place, how, other, value }: Changed): unknown {
  const paths = pathsIn(document).filter((p) => p.length > 0);
  const path = paths[Math.floor(place * paths.length)] as Path;
  const copy = structuredClone(document);
  const holder = at(copy, path.slice(0, -1)) as Record<string, unknown>;
  changes[how]?.(holder, String(path.at(-1)), other, structuredClone(value));
  return copy;
}

describe("of a ruleset", () => {
  it("the JSON Schema and the loader refuse the same", { timeout: 120_000 }, () => {
    let refused = 0;
    fc.assert(
      fc.property(change, (one) => {
        const document = changed(one);
        const fits = fitsRuleset(document);
        expect(fits).toBe(checkStructure(document).length === 0);
        if (!fits) refused += 1;
      }),
      { numRuns: 1200, seed: 3 },
    );
    // Both answers are among them.
    expect(refused).toBeGreaterThan(600);
    expect(refused).toBeLessThan(1150);
  });

  it("the length of a text is counted alike, a rare character as one", () => {
    const text = (length: number) => ({
      ...slices[0],
      decisions: {
        one: {
          kind: "rule",
          subject: "account",
          label: { zh: "甲", en: "one" },
          citation: { rule: "T-01", clause: "一" },
          when: { fact: "city", operator: "equal", value: "𠮷".repeat(length) },
        },
      },
    });
    for (const [length, fits] of [
      [200, true],
      [201, false],
    ] as const) {
      expect(fitsRuleset(text(length))).toBe(fits);
      expect(checkStructure(text(length)).length === 0).toBe(fits);
    }
  });
});

const broken = new URL("../../load/broken/", import.meta.url);
const fixtures = readdirSync(broken).flatMap((file) => {
  const { ruleset } = JSON.parse(readFileSync(new URL(file, broken), "utf8"));
  return ruleset?.language ? [[file.replace(".json", ""), ruleset] as const] : [];
});
/** The faults of form: all others are of what a ruleset means, or of its text. */
const ofForm = [
  ...["bad-name", "bad-value", "empty-group", "forbidden-key", "missing-key", "unknown-key"],
  "wrong-type",
];

describe("of the smallest broken rulesets", () => {
  it.each(fixtures)("%s", (code, ruleset) => {
    expect(fitsRuleset(ruleset)).toBe(!ofForm.includes(code));
  });
});

/** As much of a ruleset as its first decisions need, to load it quickly. */
const { parameters, ...xian } = rulesets.find((d) => d.id === "xian-unicom-2012") as Json;
const { scope, cost } = xian.decisions as Json;
const { start, ...weights } = parameters as Json;
const base: Json = {
  ...xian,
  parameters: { start, weightRevenue: weights.weightRevenue, churnBase: weights.churnBase },
  decisions: { scope, cost },
};
const variantWith = (patch: Json) => ({
  language: "1",
  id: "ours",
  version: "1.0.0",
  label: { zh: "本地", en: "ours" },
  extends: { id: base.id, version: "^1.0.0" },
  ...patch,
});
const { $schema, language, id, version, label, ...sections } = base;
const places = pathsIn(sections).filter((p) => p.every((k) => typeof k === "string") && p.length);

/** Something set or taken out at some place of the base, or set where it has nothing. */
const patch = fc
  .record({
    place: fc.constantFrom(...places),
    other: fc.option(fc.constantFrom(...keys), { nil: undefined, freq: 3 }),
    value: fc.oneof(fc.constantFrom(...strange), fc.constantFrom(...parts)),
  })
  .map(({ place, other, value }) => {
    const path = other === undefined ? place : [...place.slice(0, -1), other];
    const set = other === undefined ? value : (value ?? 0);
    return path.reduceRight<unknown>((inner, key) => ({ [key]: inner }), set) as Json;
  });

describe("of a variant", () => {
  it("what the JSON Schema refuses, the loader refuses", { timeout: 120_000 }, () => {
    let refused = 0;
    let taken = 0;
    fc.assert(
      fc.property(patch, (part) => {
        const variant = variantWith(part);
        if (fitsVariant(variant)) {
          taken += 1;
          return;
        }
        refused += 1;
        expect(loadRuleset(variant, { documents: [base] }).ok).toBe(false);
      }),
      { numRuns: 600, seed: 5 },
    );
    expect(refused).toBeGreaterThan(400);
    expect(taken).toBeGreaterThan(30);
  });

  it("a key that no ruleset has is marked though it is only taken out, which changes nothing", () => {
    const variant = variantWith({ decisions: { cost: { elsewhere: null } } });
    expect(fitsVariant(variant)).toBe(false);
    expect(loadRuleset(variant, { documents: [base] }).ok).toBe(true);
  });

  it.each<readonly [string, Json]>([
    ["what a new entry lacks", { facts: { extra: { type: "boolean" } } }],
    ["what the base says beside it", { decisions: { cost: { when: { constant: true } } } }],
    ["whether the base has such a thing", { parameters: { weightRevenu: 0.2 } }],
    ["which type a parameter of the base has", { parameters: { weightRevenue: "0.2" } }],
  ])("the JSON Schema can't know %s", (_, part) => {
    expect(fitsVariant(variantWith(part))).toBe(true);
    expect(loadRuleset(variantWith(part), { documents: [base] }).ok).toBe(false);
  });
});
