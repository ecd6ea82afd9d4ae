import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { lint } from "../../src/analyze/lint.ts";
import { ask, study } from "../../src/analyze/study.ts";
import { readFacts } from "../../src/execute/facts.ts";
import { run } from "../../src/execute/reference.ts";
import { Decimal } from "../../src/plan/decimal.ts";
import type { Value } from "../../src/plan/node.ts";
import type { Part } from "../../src/plan/plan.ts";
import type { Diagnostic } from "../../src/ruleset/diagnostics.ts";
import type { Json } from "../kinds/tiny.ts";
import { documents, type FactName, load, type Point, pointsOf } from "./arbitraries.ts";
import { type Asked, type Banded, type Stated, statedIn } from "./reach/stated.ts";

/*
 * What can never come about, against brute force: conditions, cases, bands and maxima of random
 * rulesets are asked at every point of their facts.
 */

/** Facts that are gone through in full; of days, those between which the rules can tell. */
const scopes: readonly (readonly FactName[])[] = [
  ["n", "m"],
  ["n", "b", "l"],
  ["d", "p"],
  ["s", "n"],
  ["w", "l", "b"],
  ["m", "b", "c"],
  ["l", "k", "n"],
];

interface Brute {
  readonly stated: Stated;
  /** What a question comes to at every point. */
  at(asked: Asked): readonly Value[];
  /** The most of each indicator's points, by its place, with its maximum. */
  readonly most: readonly {
    readonly path: string;
    readonly most: Decimal | undefined;
    readonly maximum: number;
  }[];
}

function forced(document: Json, points: readonly Point[]): Brute {
  const stated = statedIn(document);
  const all = [...stated.conditions, ...stated.cases, ...stated.bands];
  const beside = all.map(({ ask }, i) => [`asked${i}`, ask]);
  const decisions = { ...(document.decisions as Json), ...Object.fromEntries(beside) };
  const { plan, document: understood } = study(load({ ...document, decisions }));
  const traces = points.map((p) => {
    const { known, faults } = readFacts(understood.facts, p as Json);
    expect(faults).toEqual([]);
    return run(plan, known, { aggregates: {}, cuts: {} });
  });
  const nodeOf = (name: string) => (plan.decisions[name] as { outcome: Part }).outcome.node;
  const parts = Object.keys(document.decisions as Json).flatMap(
    (n) => plan.decisions[n]?.parts ?? [],
  );
  return {
    stated,
    at: (asked) => traces.map((t) => t.value(nodeOf(`asked${all.indexOf(asked)}`))),
    most: parts.flatMap(({ role, node, origin: { path } }) => {
      const values = traces.map((t) => t.value(node)).filter((v) => v instanceof Decimal);
      if (role !== "indicator" && role !== "component") return [];
      const place = path
        .split("/")
        .slice(1)
        .reduce((at, key) => at[key] as Json, document as Json);
      return [
        {
          path,
          most: values.length > 0 ? Decimal.max(...values) : undefined,
          maximum: place.maximum as number,
        },
      ];
    }),
  };
}

/** What is so, as codes and places; and of conditions inside conditions, what is to be told. */
function expectedOf({ stated, at, most }: Brute) {
  const constant = stated.conditions.filter((c) => {
    const values = at(c);
    return values.includes(true) !== values.includes(false);
  });
  const isInside = (a: Asked, b: Asked) => a.path.startsWith(`${b.path}/`);
  const innermost = constant.filter((c) => !constant.some((other) => isInside(other, c)));
  const conditions = (of: readonly Asked[]) => of.map(({ path }) => `constant-rule ${path}`);
  const others = [
    ...stated.cases
      .filter((c) => !at(c).includes(true))
      .map(({ path }) => `unreachable-case ${path}`),
    ...stated.bands.flatMap((b) => unreachedIn(b, at(b))),
  ];
  const unreached = (of: Brute["most"]) => of.map(({ path }) => `maximum-unreached ${path}`);
  // Points that nobody gets at all are not told, though nobody gets the most of them either.
  const isUnder = most.filter(({ most, maximum }) => !most?.gte(maximum));
  const known = isUnder.filter(({ most }) => most !== undefined);
  return {
    isSo: [...conditions(constant), ...others, ...unreached(isUnder)],
    told: [...conditions(innermost), ...others, ...unreached(known)].sort(),
  };
}

function unreachedIn({ bands, singles, closed }: Banded, values: readonly Value[]) {
  const numbers = values.filter((v) => v instanceof Decimal).map((v) => v.toNumber());
  const left = numbers.filter((n) => !singles.some(({ value }) => value === n));
  const reached = new Set(
    left.map(
      (n) => bands.findLast(({ from }) => (closed === "lower" ? n >= from : n > from))?.path,
    ),
  );
  return [
    ...singles
      .filter(({ value }) => !numbers.includes(value))
      .map(({ path }) => `unreachable-case ${path}`),
    ...bands.filter(({ path }) => !reached.has(path)).map(({ path }) => `unreachable-band ${path}`),
  ];
}

const codes = ["constant-rule", "unreachable-case", "unreachable-band", "maximum-unreached"];

function foundIn(document: Json): readonly Diagnostic[] {
  return lint(load(document)).diagnostics.filter(({ code }) => codes.includes(code));
}

/** The most points that can be reached, as the message says. */
const mostTold = ({ message }: Diagnostic) =>
  new Decimal(/at most (\S+)/.exec(message.en)?.[1] as string);

/** Is every value taken apart down to the facts, so that nothing that never comes about is missed. */
function isTakenApart(document: Json): boolean {
  const taken = study(load(document));
  const { s, m } = ask(taken);
  for (const id of taken.plan.nodes.keys()) m(id);
  return [...s.axes.values()].every((stands) => stands.is !== "computed");
}

describe("what can never come about, against brute force", () => {
  it("is told of every condition, case, band and maximum, and of nothing else", () => {
    const seen = new Map<string, number>();
    const count = (what: string, more = 1) => seen.set(what, (seen.get(what) ?? 0) + more);
    const some = fc
      .constantFrom(...scopes)
      .chain((names) => documents(names).map((document) => ({ names, document })));
    fc.assert(
      fc.property(some, ({ names, document }) => {
        const brute = forced(document, pointsOf(names));
        const { isSo, told } = expectedOf(brute);
        const found = foundIn(document);
        const isExact = isTakenApart(document);
        const warnings = found.map(({ code, path }) => `${code} ${path}`).sort();
        if (isExact) expect(warnings).toEqual(told);
        // What rests on values that are not taken apart may be missed; what is told is so.
        else expect(isSo).toEqual(expect.arrayContaining(warnings));
        for (const d of found.filter(({ code }) => code === "maximum-unreached")) {
          const most = brute.most.find(({ path }) => path === d.path)?.most;
          expect(most === undefined || mostTold(d)[isExact ? "eq" : "gte"](most)).toBe(true);
        }
        count(isExact ? "rulesets" : "rulesets not taken apart");
        for (const { code } of found) count(code);
      }),
      { numRuns: 360 },
    );
    console.log(Object.fromEntries(seen));
    for (const code of codes) expect(seen.get(code)).toBeGreaterThan(20);
  }, 300_000);
});
