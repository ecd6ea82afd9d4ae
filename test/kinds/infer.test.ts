import { readdirSync, readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { loadRuleset, type Settings } from "../../src/index.ts";
import { grainOf } from "../../src/kinds/infer/basis.ts";
import type { Form, KnownValue } from "../../src/kinds/infer/known.ts";
import { inferDecisions } from "../../src/kinds/infer.ts";
import { lowerRuleset } from "../../src/kinds/lower.ts";
import { type WrittenDocument, written } from "../../src/kinds/ruleset.ts";
import type { Part, Plan, PlannedDecision } from "../../src/plan/plan.ts";
import { settle } from "../../src/ruleset/settle.ts";
import { load as sound } from "../analyze/arbitraries.ts";
import { kinds } from "../load/define/kinds.ts";
import { compared, decision, fact, formula, named, numbers, tiny } from "./tiny.ts";
import { varied } from "./varied.ts";

/*
 * What is told of a ruleset for all settings at once is held against the plan that each of them makes:
 * nothing else can come out, and nothing is said that never does.
 */

const root = new URL("../../rulesets/", import.meta.url);
const read = (path: string) => readFileSync(new URL(path, root), "utf8");
const bases = ["hainan-unicom-2003", "anqing-mobile-2010", "xian-unicom-2012"].map((i) =>
  read(`${i}.json`),
);
const variants = readdirSync(new URL("variants/", root)).map((f) => read(`variants/${f}`));

interface Named {
  readonly id: string;
}

function load(source: string): WrittenDocument {
  const loaded = loadRuleset(source, { documents: [...bases, ...variants] });
  if (!loaded.ok) throw new Error(JSON.stringify(loaded.diagnostics));
  return written(loaded.ruleset.document);
}

/** What a decision can come to, as words that can be compared. */
interface Said {
  readonly grain: readonly string[];
  readonly outcome: readonly string[];
  readonly parts: Readonly<Record<string, readonly string[]>>;
  /** The parts that are not there under all settings. */
  readonly optional: readonly string[];
}
type AllSaid = Readonly<Record<string, Said>>;

const several = ["several"];
const sorted = (words: Iterable<string>) => [...new Set(words)].sort();
const labels = (values: readonly string[]) => values.map((v) => `label ${v}`);
const list = (values: readonly string[] = ["any"]) => [`list ${sorted(values).join()}`];

/** What the plan of one setting says of each decision. */
function planned(document: WrittenDocument, settings: Settings): AllSaid {
  const { plan, faults } = lowerRuleset(settle(document, settings, true));
  expect(faults).toEqual([]);
  const said = Object.entries(plan.decisions).map(([name, d]) => [name, plannedOne(d, plan)]);
  return Object.fromEntries(said);
}

function plannedOne({ kind, grain, outcome, parts, route }: PlannedDecision, plan: Plan): Said {
  const items = list(parts.filter((p) => p.role === "item").map((p) => p.name));
  const lists = {
    ...(kind === "checklist" ? { unmet: items, unknown: items } : {}),
    ...(route ? { route: list(route.map((r) => r.id.split(".")[1] ?? "")) } : {}),
  };
  const values = parts.map((p) => [p.name, plannedValue(p, plan)]);
  return {
    grain: [grain],
    outcome: "length" in outcome ? several : plannedValue(outcome, plan),
    parts: { ...Object.fromEntries(values), ...lists },
    optional: [],
  };
}

function plannedValue(part: Part, plan: Plan): readonly string[] {
  const type = plan.nodes[part.node]?.type ?? { kind: "any" as const };
  const terms = part.outcomes && Object.keys(part.outcomes);
  const undefinable = part.undefinedWhen === undefined ? [] : ["undefined"];
  if (type.kind === "label") return sorted([...labels(terms ?? type.values), ...undefinable]);
  if (type.kind === "list") return sorted([...list(terms ?? type.values), ...undefinable]);
  return sorted([type.kind === "date" ? "text" : type.kind, ...undefinable]);
}

/** What several settings say together. */
function together(all: readonly AllSaid[]): AllSaid {
  const names = sorted(all.flatMap((a) => Object.keys(a)));
  return Object.fromEntries(
    names.map((n) => [n, togetherOne(all.flatMap((a) => (a[n] ? [a[n]] : [])))]),
  );
}

function togetherOne(all: readonly Said[]): Said {
  const names = sorted(all.flatMap((s) => Object.keys(s.parts)));
  const parts = names.map((n) => [n, sorted(all.flatMap((s) => s.parts[n] ?? []))]);
  return {
    grain: sorted(all.flatMap((s) => s.grain)),
    outcome: sorted(all.flatMap((s) => s.outcome)),
    parts: Object.fromEntries(parts),
    optional: names.filter((n) => !all.every((s) => Object.hasOwn(s.parts, n))),
  };
}

/** What is inferred of each decision. */
function inferred(document: WrittenDocument): AllSaid {
  const said = Object.entries(inferDecisions(document)).map(([name, { outcome, parts }]) => {
    const of = Object.entries(parts);
    const always = of.flatMap(([, p]) => (p.optional ? [] : [p]));
    const basis = [outcome ?? [], always].flat().flatMap((v) => v.basis);
    const one: Said = {
      grain: sorted(grainOf(basis)),
      outcome: outcome ? inferredValue(outcome) : several,
      parts: Object.fromEntries(of.map(([n, p]) => [n, inferredValue(p)])),
      optional: sorted(of.flatMap(([n, p]) => (p.optional ? [n] : []))),
    };
    return [name, one];
  });
  return Object.fromEntries(said);
}

const formWords = (form: Form) =>
  form.kind === "label"
    ? labels(form.values)
    : form.kind === "list"
      ? list(form.values)
      : [form.kind];

function inferredValue({ value, basis }: KnownValue): readonly string[] {
  return sorted([...value.flatMap(formWords), ...(basis.includes("divisor") ? ["undefined"] : [])]);
}

/** Every setting of the readings of a document, the rest at their defaults. */
function settingsOf({ parameters }: WrittenDocument): readonly Settings[] {
  const readings = Object.entries(parameters).flatMap(([name, p]) =>
    p.type === "reading" ? [[name, Object.keys(p.readings)] as const] : [],
  );
  return readings.reduce<readonly Settings[]>(
    (all, [name, values]) => all.flatMap((s) => values.map((v) => ({ ...s, [name]: v }))),
    [{}],
  );
}

/** A setting of some of the readings. */
function anySetting({ parameters }: WrittenDocument): fc.Arbitrary<Settings> {
  const readings = Object.entries(parameters).flatMap(([name, p]) =>
    p.type === "reading" ? [[name, fc.constantFrom(...Object.keys(p.readings))] as const] : [],
  );
  const some = fc.record(Object.fromEntries(readings), { requiredKeys: [] });
  return some as fc.Arbitrary<Settings>;
}

describe("what is inferred of a ruleset", () => {
  it("is what the plans of all its readings come to together, of each thing a kind can say", () => {
    const document = written(kinds.document);
    const all = settingsOf(document).map((s) => planned(document, s));
    expect(all.length).toBe(4);
    expect(inferred(document)).toEqual(together(all));
  });

  it.each([...bases, ...variants].map((source) => [(JSON.parse(source) as Named).id, source]))(
    "of %s holds under any setting",
    (_, source) => {
      const document = load(source);
      const whole = inferred(document);
      fc.assert(
        fc.property(anySetting(document), (settings) => {
          const one = planned(document, settings);
          expect(Object.keys(one)).toEqual(Object.keys(whole));
          // What is inferred already holds what this setting says: together they say nothing more.
          for (const [name, said] of Object.entries(one)) {
            const known = whole[name] as Said;
            const both = togetherOne([known, said]);
            const optional = both.optional.filter((n) => !Object.hasOwn(said.parts, n));
            expect({ ...both, optional: known.optional }, name).toEqual(known);
            expect(known.optional, name).toEqual(expect.arrayContaining(optional));
          }
        }),
        { numRuns: 25 },
      );
    },
    120_000,
  );

  it("is what the plans of all its readings come to together, on random rulesets", () => {
    const seen = new Set<string>();
    fc.assert(
      fc.property(varied, (random) => {
        const document = written(sound(random).document);
        const all = together(settingsOf(document).map((s) => planned(document, s)));
        expect(inferred(document)).toEqual(all);
        for (const one of Object.values(all)) {
          seen.add(one.grain.join());
          if (Object.values(one.parts).some((p) => p.includes("undefined"))) seen.add("undefined");
        }
      }),
      { numRuns: 150 },
    );
    expect(sorted(seen)).toEqual(["population", "population,record", "record", "undefined"]);
  }, 120_000);

  it("is found in time where everything refers twice to the one before", () => {
    const twice = (i: number) => ({ decision: `d${i - 1}`, operator: "lessThan", value: 1 });
    const value = (i: number) =>
      i === 0
        ? { quotient: [1, fact("users")], scale: 0, rounding: "floor" }
        : { choose: [{ when: twice(i), then: last(i) }], otherwise: last(i) };
    const last = (i: number) => ({ decision: `d${i - 1}` });
    const names = Array.from({ length: 40 }, (_, i) => `d${i}`);
    const low = compared("users", "lessThan", 1);
    const conditions = names.map((n, i) => {
      const inner = { condition: `d${i - 1}` };
      return [n, { ...named(n), when: i === 0 ? low : { all: [inner, inner] } }];
    });
    const when = { condition: "d39" };
    const rule = { conditions: Object.fromEntries(conditions), when };
    const formulas = names.map((n, i) => [n, decision(n, "formula", formula(value(i)))]);
    const decisions = { ...Object.fromEntries(formulas), all: decision("all", "rule", rule) };
    const document = written(sound(tiny({ facts: numbers("users"), decisions })).document);
    const { d39, all } = inferDecisions(document);
    expect(d39?.outcome).toEqual({ value: [{ kind: "number" }], basis: ["divisor"] });
    expect(all?.outcome).toEqual({ value: [{ kind: "boolean" }], basis: [] });
  });
});
