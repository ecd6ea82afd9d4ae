import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { compile } from "../../src/index.ts";
import type { Kind } from "../../src/kinds/schema.ts";
import type { Op } from "../../src/plan/node.ts";
import { expected } from "./answers.ts";
import { shipped } from "./contract.ts";
import { rulesets } from "./documents.ts";
import type { Executor } from "./executor.ts";
import { reference } from "./reference.ts";
import { programsOf, settingsOf, situationsOf } from "./situations.ts";

/*
 * The rulesets that executors are held to agree on say everything that the language can say, and the
 * accounts make everything of it: what a new kind or operation adds is missed here until it is drawn.
 */

const seed = 11;
const sample = fc.sample(rulesets, { numRuns: 300, seed });

/** Marks say what a variant may change, or what a check holds a decision to: they decide nothing. */
const marks = ["change", "stricter", "implements", "monotone"];

type Schema = Readonly<Record<string, unknown>>;
const schema = JSON.parse(
  readFileSync(new URL("../../rulesets/schema/ruleset.json", import.meta.url), "utf8"),
) as { readonly definitions: Schema; readonly properties: { readonly decisions: Schema } };

const isObject = (value: unknown): value is Schema =>
  typeof value === "object" && value !== null && !Array.isArray(value);
const inside = ["anyOf", "oneOf", "allOf", "items", "additionalProperties", "then", "else"];

/** Every key of the language, and every value that it lists for one: `tie`, `tie = all-up`. */
function sayable(): ReadonlySet<string> {
  const [found, done] = [new Set<string>(), new Set<string>()];
  const walk = (part: unknown, key: string) => {
    if (Array.isArray(part)) for (const p of part) walk(p, key);
    if (!isObject(part) || marks.includes(key)) return;
    const { $ref, properties, const: only, enum: several = [] } = part;
    const at = `${$ref} ${key}`;
    if (typeof $ref === "string" && !done.has(at)) {
      done.add(at);
      walk(schema.definitions[$ref.split("/").at(-1) as string], key);
    }
    // The cases of a reading have what may stand in their place.
    const values = [...(several as readonly unknown[]), ...(only === undefined ? [] : [only])];
    if (key !== "cases") for (const value of values) found.add(`${key} = ${value}`);
    for (const [name, p] of Object.entries(isObject(properties) ? properties : {})) {
      if (!marks.includes(name)) found.add(name);
      walk(p, name);
    }
    for (const name of inside) walk(part[name], key);
  };
  walk(schema.properties.decisions, "");
  return found;
}

/** The same of what is written somewhere; what a reading chooses stands in the reading's place. */
function said(value: unknown, key = "", found = new Set<string>()): ReadonlySet<string> {
  if (Array.isArray(value)) for (const v of value) said(v, key, found);
  else if (isObject(value)) {
    if (isObject(value.cases)) for (const v of Object.values(value.cases)) said(v, key, found);
    for (const [name, v] of Object.entries(value)) said(v, name, found.add(name));
  } else found.add(`${key} = ${value}`);
  return found;
}

describe("what executors are held to agree on", () => {
  it("says every key and value of the language", () => {
    const all = said(sample.map((r) => r.document.decisions));
    const wanted = [...sayable()];
    expect(wanted.length).toBeGreaterThan(150);
    expect(wanted.filter((w) => !all.has(w))).toEqual([]);
  });

  const operations: { readonly [O in Op]: true } = {
    ...{ fact: true, constant: true, compare: true, member: true, given: true, all: true },
    ...{ any: true, not: true, count: true, arithmetic: true, quotient: true, round: true },
    ...{ size: true, move: true, ladder: true, choose: true, collect: true, aggregate: true },
    rankCut: true,
  };
  it("has every node of a plan", () => {
    const programs = sample.map((r) => compile(r, { parameters: { limit: 1 } }));
    const found = new Set(programs.flatMap((p) => p.plan.nodes.map((n) => n.op)));
    expect([...found].sort()).toEqual(Object.keys(operations).sort());
  });

  const kinds: { readonly [K in Kind]: true } = {
    ...{ rule: true, bands: true, table: true, scorecard: true, cut: true },
    ...{ checklist: true, appraisal: true, quota: true, formula: true },
  };
  it("has decisions of every kind, for one and for a population, that are settled or stay open", async () => {
    const teller: Executor = { ...reference, tells: ["status", "cause"] };
    const found = new Set<string>();
    const drawn = rulesets.chain(programsOf).chain((p) => situationsOf(p));
    for (const asked of fc.sample(drawn, { numRuns: 100, seed }).flat()) {
      for (const of of await expected(teller, asked)) {
        for (const [name, { status, cause }] of Object.entries(of)) {
          const { kind, grain } = asked.program.plan.decisions[name] ?? {};
          found.add(`${kind} ${status}`).add(`${kind} ${grain}`).add(`cause ${cause}`);
        }
      }
    }
    const wanted = Object.keys(kinds).flatMap((k) => [
      ...[`${k} "decided"`, `${k} "undetermined"`, `${k} population`],
      ...(k === "cut" ? [] : [`${k} record`]),
    ]);
    const causes = ["zero-divisor", "conflict", "gap", "population"].map((c) => `cause "${c}"`);
    expect([...wanted, ...causes].filter((w) => !found.has(w))).toEqual([]);
  });

  it("has every reading of the shipped rulesets", () => {
    for (const ruleset of shipped) {
      const drawn = fc.sample(settingsOf(ruleset), { numRuns: 100, seed });
      for (const [name, p] of Object.entries(ruleset.document.parameters)) {
        if (p.type !== "reading") continue;
        const found = new Set(drawn.map((of) => of[name]));
        expect([name, Object.keys(p.readings).filter((r) => !found.has(r))]).toEqual([name, []]);
      }
    }
  });
});
