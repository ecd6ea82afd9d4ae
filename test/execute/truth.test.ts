import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  boolean,
  booleans,
  compared,
  date,
  fact,
  formula,
  type Json,
  label,
  list,
  number,
  only,
  outcomeOf,
  programOf,
  run,
  terms,
} from "../kinds/tiny.ts";

/* Three truth values: yes, no and unknown. Unknown is written `undefined` in facts and tables. */

type Truth = boolean | "undetermined";
const [T, F, U] = [true, false, "undetermined"] as const;
const truths: readonly Truth[] = [T, F, U];
const asFact = (t: Truth) => (t === U ? undefined : t);
const holds = (name: string) => compared(name, "equal", true);

const abc = booleans("a b c");
const rule = (when: unknown, facts: Json = abc) => programOf(only("rule", { when }, facts));

describe("all, any and not", () => {
  const all = rule({ all: [holds("a"), holds("b")] });
  const any = rule({ any: [holds("a"), holds("b")] });
  const not = rule({ not: holds("a") });
  it.each([
    [T, T, T, T],
    [T, F, F, T],
    [T, U, U, T],
    [F, T, F, T],
    [F, F, F, F],
    [F, U, F, U],
    [U, T, U, T],
    [U, F, F, U],
    [U, U, U, U],
  ])("of %s and %s: all is %s, any is %s", (a, b, both, either) => {
    const facts = { a: asFact(a), b: asFact(b) };
    expect(outcomeOf(all, facts)).toBe(both);
    expect(outcomeOf(any, facts)).toBe(either);
  });
  it.each([
    [T, F],
    [F, T],
    [U, U],
  ])("not %s is %s", (a, expected) => {
    expect(outcomeOf(not, { a: asFact(a) })).toBe(expected);
  });

  it("of three: the order changes nothing", () => {
    const conditions = [holds("a"), holds("b"), holds("c")];
    const [first, last] = [rule({ all: conditions }), rule({ all: [...conditions].reverse() })];
    for (const a of truths)
      for (const b of truths)
        for (const c of truths) {
          const facts = { a: asFact(a), b: asFact(b), c: asFact(c) };
          const expected = [a, b, c].includes(F) ? F : [a, b, c].includes(U) ? U : T;
          expect(outcomeOf(first, facts)).toBe(expected);
          expect(outcomeOf(last, facts)).toBe(expected);
        }
  });

  it("takes null as it takes what is absent", () => {
    expect(outcomeOf(any, { a: null, b: false })).toBe(U);
    expect(outcomeOf(any, { a: null, b: true })).toBe(T);
    expect(outcomeOf(all, {})).toBe(U);
  });

  it("takes constants as they stand", () => {
    expect(outcomeOf(rule({ constant: true }), {})).toBe(T);
    expect(outcomeOf(rule({ constant: false }), {})).toBe(F);
    expect(outcomeOf(rule({ any: [{ constant: true }, holds("a")] }), {})).toBe(T);
  });
});

describe("count", () => {
  const program = programOf(
    only("formula", formula({ count: [holds("a"), holds("b"), holds("c")] }), abc),
  );
  it("says how many hold, and is unknown where one is", () => {
    for (const a of truths)
      for (const b of truths)
        for (const c of truths) {
          const facts = { a: asFact(a), b: asFact(b), c: asFact(c) };
          const expected = [a, b, c].includes(U) ? U : [a, b, c].filter((x) => x === T).length;
          expect(outcomeOf(program, facts)).toBe(expected);
        }
  });
});

describe("comparisons", () => {
  const facts = { n: number("n"), m: number("m") };
  const table: Readonly<Record<string, readonly [below: boolean, at: boolean, above: boolean]>> = {
    equal: [F, T, F],
    notEqual: [T, F, T],
    lessThan: [T, F, F],
    lessThanInclusive: [T, T, F],
    greaterThan: [F, F, T],
    greaterThanInclusive: [F, T, T],
  };
  it.each(Object.entries(table))("%s, below, at and above", (operator, expected) => {
    const program = rule(compared("n", operator, 10), facts);
    expect([9, 10, 11].map((n) => outcomeOf(program, { n }))).toEqual(expected);
    expect(outcomeOf(program, {})).toBe(U);
    const other = rule(compared("n", operator, fact("m")), facts);
    expect([9, 10, 11].map((n) => outcomeOf(other, { n, m: 10 }))).toEqual(expected);
    expect([{ n: 1 }, { m: 1 }, {}].map((f) => outcomeOf(other, f))).toEqual([U, U, U]);
  });
});

describe("members", () => {
  const facts = { l: label("l", "x", "y", "z"), s: list("s", "x", "y", "z") };
  const among = rule(compared("l", "in", ["x", "y"]), facts);
  const outside = rule(compared("l", "notIn", ["x", "y"]), facts);
  const has = rule(compared("s", "contains", "x"), facts);
  const lacks = rule(compared("s", "doesNotContain", "x"), facts);
  it.each([
    ["x", T],
    ["y", T],
    ["z", F],
    [undefined, U],
  ])("the label %s among two", (l, expected) => {
    expect(outcomeOf(among, { l })).toBe(expected);
    expect(outcomeOf(outside, { l })).toBe(expected === U ? U : !expected);
  });
  it.each([
    [["x"], T],
    [["y", "x"], T],
    [["y", "z"], F],
    [[], F],
    [undefined, U],
  ])("the list %s containing one", (s, expected) => {
    expect(outcomeOf(has, { s })).toBe(expected);
    expect(outcomeOf(lacks, { s })).toBe(expected === U ? U : !expected);
  });
});

describe("given", () => {
  const facts = { a: abc.a, n: number("n"), s: list("s", "x"), t: { ...label("t", "x") } };
  it.each([
    ["a", false],
    ["n", 0],
    ["s", []],
    ["t", "x"],
  ])("of %s is always known", (name, value) => {
    const given = rule(compared(name, "given", true), facts);
    const lacking = rule(compared(name, "given", false), facts);
    expect(outcomeOf(given, { [name]: value })).toBe(T);
    expect(outcomeOf(lacking, { [name]: value })).toBe(F);
    for (const unknown of [{}, { [name]: null }, { [name]: undefined }]) {
      expect(outcomeOf(given, unknown)).toBe(F);
      expect(outcomeOf(lacking, unknown)).toBe(T);
    }
  });
});

describe("choose", () => {
  const program = (first: string, second: string, otherwise: string) =>
    programOf(
      only(
        "formula",
        formula(
          {
            choose: [
              { when: holds("a"), then: first },
              { when: holds("b"), then: second },
            ],
            otherwise,
          },
          { outcomes: terms("x", "y", "z") },
        ),
        abc,
      ),
    );
  it.each([
    [T, T, "x"],
    [T, U, "x"],
    [F, T, "y"],
    [F, F, "z"],
    [F, U, U],
    [U, T, U],
    [U, F, U],
    [U, U, U],
  ])("with three outcomes under %s and %s is %s", (a, b, expected) => {
    expect(outcomeOf(program("x", "y", "z"), { a: asFact(a), b: asFact(b) })).toBe(expected);
  });
  it.each([
    [U, T, "x"],
    [U, F, U],
    [U, U, U],
    [F, U, U],
  ])("with the first two alike under %s and %s is %s", (a, b, expected) => {
    expect(outcomeOf(program("x", "x", "z"), { a: asFact(a), b: asFact(b) })).toBe(expected);
  });
  it.each([
    [U, F, "x"],
    [U, T, U],
    [F, F, "x"],
    [U, U, U],
  ])("with the first and the last alike under %s and %s is %s", (a, b, expected) => {
    expect(outcomeOf(program("x", "y", "x"), { a: asFact(a), b: asFact(b) })).toBe(expected);
  });
  it("with all alike is settled whatever is unknown", () => {
    expect(outcomeOf(program("x", "x", "x"), {})).toBe("x");
  });
  it("names the facts that would settle it, and no others", () => {
    expect(run(program("x", "y", "z"), { a: false }).missing).toEqual(["b"]);
    expect(run(program("x", "y", "z"), { b: true }).missing).toEqual(["a"]);
    expect(run(program("x", "y", "x"), { b: true }).missing).toEqual(["a"]);
  });
});

/* Random trees, held against every completion of what is unknown. */

type Tree =
  | { readonly leaf: number }
  | { readonly all: readonly Tree[] }
  | { readonly any: readonly Tree[] }
  | { readonly not: Tree }
  | { readonly atLeast: number; readonly of: readonly Tree[] };

const names = ["a", "b", "c", "d", "e", "f"] as const;
type World = readonly boolean[];

/** The plain two-valued meaning. */
function truthIn(tree: Tree, world: World): boolean {
  if ("leaf" in tree) return world[tree.leaf] as boolean;
  if ("all" in tree) return tree.all.every((t) => truthIn(t, world));
  if ("any" in tree) return tree.any.some((t) => truthIn(t, world));
  if ("not" in tree) return !truthIn(tree.not, world);
  return tree.of.filter((t) => truthIn(t, world)).length >= tree.atLeast;
}

function written(tree: Tree): unknown {
  if ("leaf" in tree) return holds(names[tree.leaf] as string);
  if ("all" in tree) return { all: tree.all.map(written) };
  if ("any" in tree) return { any: tree.any.map(written) };
  if ("not" in tree) return { not: written(tree.not) };
  return {
    expression: { count: tree.of.map(written) },
    operator: "greaterThanInclusive",
    value: tree.atLeast,
  };
}

const { tree } = fc.letrec<{ tree: Tree }>((tie) => ({
  tree: fc.oneof(
    { depthSize: "small", withCrossShrink: true },
    fc.nat(5).map((leaf) => ({ leaf })),
    fc.array(tie("tree"), { minLength: 1, maxLength: 3 }).map((all) => ({ all })),
    fc.array(tie("tree"), { minLength: 1, maxLength: 3 }).map((any) => ({ any })),
    tie("tree").map((not) => ({ not })),
    fc
      .tuple(fc.nat(3), fc.array(tie("tree"), { minLength: 1, maxLength: 3 }))
      .map(([atLeast, of]) => ({ atLeast, of })),
  ),
}));

const partial = fc.array(fc.constantFrom<Truth>(T, F, U), { minLength: 6, maxLength: 6 });

function worldsOf(known: readonly Truth[]): readonly World[] {
  return known.reduce<readonly World[]>(
    (worlds, t) =>
      worlds.flatMap((w) =>
        t === U
          ? [
              [...w, T],
              [...w, F],
            ]
          : [[...w, t]],
      ),
    [[]],
  );
}

const factsOf = (known: readonly Truth[]) =>
  Object.fromEntries(names.map((n, i) => [n, asFact(known[i] as Truth)]));
const six = booleans(names.join(" "));

/** Trees in which no fact stands twice, and nothing is counted. */
const readOnce: fc.Arbitrary<Tree> = fc
  .shuffledSubarray([0, 1, 2, 3, 4, 5], { minLength: 1 })
  .chain((leaves) => {
    const build = (of: readonly number[]): fc.Arbitrary<Tree> => {
      const leaf = of[0] as number;
      if (of.length === 1) {
        return fc.boolean().map((no): Tree => (no ? { not: { leaf } } : { leaf }));
      }
      return fc.tuple(fc.integer({ min: 1, max: of.length - 1 }), fc.nat(3)).chain(([at, how]) =>
        fc.tuple(build(of.slice(0, at)), build(of.slice(at))).map((pair): Tree => {
          const group: Tree = how % 2 ? { all: pair } : { any: pair };
          return how > 1 ? { not: group } : group;
        }),
      );
    };
    return build(leaves);
  });

describe("a condition with unknown facts", () => {
  it("is never known against a completion", () => {
    fc.assert(
      fc.property(tree, fc.array(partial, { minLength: 3, maxLength: 3 }), (t, cases) => {
        const program = rule(written(t), six);
        for (const known of cases) {
          const outcome = outcomeOf(program, factsOf(known));
          const all = new Set(worldsOf(known).map((w) => truthIn(t, w)));
          if (outcome !== U) expect([...all]).toEqual([outcome]);
          if (!known.includes(U)) expect(outcome).toBe([...all][0]);
        }
      }),
      { numRuns: 150 },
    );
  });

  it("is known where all completions agree, if no fact stands in it twice", () => {
    fc.assert(
      fc.property(readOnce, fc.array(partial, { minLength: 3, maxLength: 3 }), (t, cases) => {
        const program = rule(written(t), six);
        for (const known of cases) {
          const all = [...new Set(worldsOf(known).map((w) => truthIn(t, w)))];
          expect(outcomeOf(program, factsOf(known))).toBe(all.length === 1 ? all[0] : U);
        }
      }),
      { numRuns: 150 },
    );
  });

  it("names only unknown facts as missing, and those settle it", () => {
    fc.assert(
      fc.property(
        tree,
        partial,
        fc.array(fc.boolean(), { minLength: 6, maxLength: 6 }),
        (t, known, filled) => {
          const program = rule(written(t), six);
          const result = run(program, factsOf(known));
          if (result.status === "decided") return;
          const missing = result.missing;
          expect(missing.length).toBeGreaterThan(0);
          for (const name of missing) expect(known[names.indexOf(name as "a")]).toBe(U);
          const more = known.map((k, i) => (missing.includes(names[i] as string) ? filled[i] : k));
          expect(run(program, factsOf(more as Truth[])).status).toBe("decided");
        },
      ),
      { numRuns: 150 },
    );
  });
});

describe("a choice with unknown conditions", () => {
  const outcomes = ["x", "y", "z"] as const;
  const values = fc.array(fc.constantFrom(...outcomes), { minLength: 5, maxLength: 5 });
  const chosen = (of: readonly (readonly [unknown, string])[], otherwise: string) =>
    programOf(
      only(
        "formula",
        formula(
          { choose: of.map(([when, then]) => ({ when, then })), otherwise },
          { outcomes: terms(...outcomes) },
        ),
        six,
      ),
    );

  it("is settled exactly where all completions agree, if no fact stands in it twice", () => {
    fc.assert(
      fc.property(values, partial, fc.nat(4), (then, known, length) => {
        const cases = then.slice(0, Math.max(1, length)).map((v, i) => [i, v] as const);
        const otherwise = then[4] as string;
        const program = chosen(
          cases.map(([i, v]) => [holds(names[i] as string), v] as const),
          otherwise,
        );
        const meant = (w: World) => cases.find(([i]) => w[i])?.[1] ?? otherwise;
        const all = [...new Set(worldsOf(known).map(meant))];
        expect(outcomeOf(program, factsOf(known))).toBe(all.length === 1 ? all[0] : U);
      }),
      { numRuns: 150 },
    );
  });

  it("is never settled against a completion", () => {
    fc.assert(
      fc.property(
        values,
        fc.array(tree, { minLength: 1, maxLength: 4 }),
        partial,
        (then, trees, known) => {
          const otherwise = then[4] as string;
          const cases = trees.map((t, i) => [t, then[i] as string] as const);
          const program = chosen(
            cases.map(([t, v]) => [written(t), v] as const),
            otherwise,
          );
          const meant = (w: World) => cases.find(([t]) => truthIn(t, w))?.[1] ?? otherwise;
          const all = [...new Set(worldsOf(known).map(meant))];
          const outcome = outcomeOf(program, factsOf(known));
          if (outcome !== U) expect(all).toEqual([outcome]);
        },
      ),
      { numRuns: 120 },
    );
  });
});

describe("arithmetic on what is unknown", () => {
  const facts = { n: number("n"), m: number("m"), d: number("d") };
  it.each([
    ["size", { size: fact("s") }, ["s"]],
    ["a day moved", { move: fact("t"), by: 1, unit: "days" }, ["t"]],
    ["a day moved by so many", { move: fact("e"), by: fact("m"), unit: "days" }, ["m"]],
    [
      "a choice",
      { choose: [{ when: holds("b"), then: fact("n") }], otherwise: fact("m") },
      ["b", "m"],
    ],
    [
      "a choice",
      { choose: [{ when: holds("b"), then: fact("m") }], otherwise: fact("n") },
      ["b", "m"],
    ],
    [
      "a choice",
      { choose: [{ when: holds("b"), then: fact("m") }], otherwise: fact("d") },
      ["b", "m", "d"],
    ],
  ])("%s is unknown where what it takes is", (_, value, missing) => {
    const more = { s: list("s", "x"), t: date("t"), e: date("e"), b: boolean("b") };
    const program = programOf(only("formula", formula(value), { ...facts, ...more }));
    const result = run(program, { n: 1, e: "2010-01-01" });
    expect([result.status, result.missing]).toEqual([U, missing]);
  });

  it.each([
    ["sum", { sum: [fact("n"), fact("m")] }],
    ["difference", { difference: [fact("n"), fact("m")] }],
    ["product", { product: [fact("n"), fact("m")] }],
    ["minimum", { minimum: [fact("n"), fact("m")] }],
    ["maximum", { maximum: [fact("n"), fact("m")] }],
    ["quotient", { quotient: [fact("n"), fact("m")], scale: 2, rounding: "floor" }],
    ["round", { round: fact("m"), scale: 0, rounding: "floor" }],
  ])("%s is unknown, and never zero", (_, value) => {
    const program = programOf(only("formula", formula(value), facts));
    expect(outcomeOf(program, { n: 1 })).toBe(U);
    expect(run(program, { n: 1 }).missing).toEqual(["m"]);
  });
});
