import { fileURLToPath } from "node:url";
import fc from "fast-check";
import ts from "typescript";
import { describe, expect, it } from "vitest";
import { factsOf } from "../../src/cli/job/facts.ts";
import {
  type CompileOptions,
  compile,
  evaluate,
  fit,
  type Program,
  type Settings,
} from "../../src/index.ts";
import {
  type AccountFacts,
  ruleset as anqing,
  type Policy,
} from "../../src/policies/anqing-mobile-2010.ts";
import { ruleset as hainan } from "../../src/policies/hainan-unicom-2003.ts";
import { ruleset as xian } from "../../src/policies/xian-unicom-2012.ts";
import type {} from "../types.test-d.ts";

/*
 * What the library promises of the shipped rulesets, whatever the population: the order changes
 * nothing, the classes are the sizes they should be, nothing is mutated, nothing throws, and to know
 * more never overturns what was decided.
 */

// Numbers are drawn from a few, so that equal totals are frequent.
const account: fc.Arbitrary<AccountFacts> = fc.record({
  city: fc.constantFrom("安庆", "桐城"),
  status: fc.constantFrom("on-net", "on-net", "on-net", "potential"),
  isCluster: fc.constant(false),
  hasVnet: fc.constant(true),
  products: fc.integer({ min: 0, max: 6 }),
  members: fc.constantFrom(1, 2, 5, 6, 10, 20, 60),
  personalRevenue: fc.constantFrom(0, 1_000, 5_000, 20_000, 100_000),
  groupRevenue: fc.constantFrom(0, 50, 51, 5_000),
  lineRevenue: fc.constantFrom(0, 100, 8_000),
  vnetUsers: fc.constantFrom(0, 25),
  midhighUsers: fc.constant(0),
  tdUsers: fc.constantFrom(0, 51),
  churn: fc.constantFrom(0.01, 0.012),
  cityChurn: fc.constant(0.012),
  industryClass: fc.constantFrom("A", "B", "C", "D"),
  orgLevel: fc.constantFrom("county", "other"),
  isHq: fc.constant(false),
  branches: fc.constant(0),
  hasPersonnelPower: fc.constant(true),
  hasFinancePower: fc.constant(true),
});
const numbered = (accounts: readonly AccountFacts[]) =>
  accounts.map((a, i) => ({ ...a, accountId: `g${(i * 37) % 101}` }));
const population = fc.array(account, { maxLength: 60 }).map(numbered);

/** Settings drawn at random are texts; what may be set is checked when they are compiled. */
type Chosen = NonNullable<CompileOptions<Policy>["parameters"]>;
const programs = new Map<string, Program<Policy>>();
function programOf(set: Settings = {}) {
  const key = JSON.stringify(set);
  const known = programs.get(key) ?? compile(anqing, { parameters: set as Chosen });
  programs.set(key, known);
  return known;
}

interface Graded {
  readonly facts: AccountFacts;
  readonly class: string | undefined;
  readonly total: number;
  /** May it be in class A or B at all. */
  readonly allowed: boolean;
}

function grade(accounts: readonly AccountFacts[], set: Settings = {}) {
  const program = programOf(set);
  const fitted = fit(program, accounts, { subject: "account" });
  const graded = accounts.map(
    (facts): Graded => ({
      facts,
      class: evaluate(program, "class", facts, fitted).outcome,
      total: evaluate(program, "value", facts).outcome ?? Number.NaN,
      allowed: evaluate(program, "abEligibility", facts).outcome === true,
    }),
  );
  const cities = ["安庆", "桐城"].map((city) =>
    graded.filter((g) => g.facts.city === city && g.class !== "not-evaluated"),
  );
  return { fitted, graded, cities };
}

const rank = { A: 0, B: 1, C: 2 } as const;
const upTo = (name: "A" | "B", city: readonly Graded[]) =>
  city.filter((g) => rank[g.class as keyof typeof rank] <= rank[name]);
/** Places of A, and of A and B together, rounded half up. */
const places = {
  A: (n: number) => Math.floor((n + 10) / 20),
  B: (n: number) => Math.floor((n + 2) / 4),
};

describe("the classes of anqing-mobile-2010", () => {
  it("are the same in whatever order the accounts come", () => {
    const shuffled = population.chain((all) =>
      fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length })),
    );
    fc.assert(
      fc.property(
        shuffled,
        fc.constantFrom("all-up", "all-down", "id", "keys"),
        ([all, other], tie) => {
          const [one, two] = [grade(all, { tie }), grade(other, { tie })];
          expect(JSON.stringify(two.fitted)).toBe(JSON.stringify(one.fitted));
          const byId = (g: Graded) => [g.facts.accountId, g.class];
          expect(Object.fromEntries(two.graded.map(byId))).toEqual(
            Object.fromEntries(one.graded.map(byId)),
          );
        },
      ),
      { numRuns: 40 },
    );
  });

  it("part the evaluated accounts, and no others", () => {
    fc.assert(
      fc.property(population, (all) => {
        const { fitted, graded } = grade(all);
        for (const g of graded) {
          const evaluated = g.facts.status === "on-net" && (g.facts.members ?? 0) >= 2;
          expect(g.class === "not-evaluated").toBe(!evaluated);
          expect(["A", "B", "C", "not-evaluated"]).toContain(g.class);
        }
        const [cuts = {}] = Object.values(fitted.cuts);
        for (const [partition, cut] of Object.entries(cuts)) {
          const here = graded.filter((g) => JSON.stringify([g.facts.city]) === partition);
          for (const [name, { members }] of Object.entries(cut.classes)) {
            expect(here.filter((g) => g.class === name)).toHaveLength(members);
          }
          expect(cut.ranked).toBe(here.filter((g) => g.class !== "not-evaluated").length);
        }
      }),
      { numRuns: 60 },
    );
  });

  it.each(["backfill", "place-stays-empty", "out-of-the-base"])(
    "never put a better total in a worse class, but for groups too small for A and B (%s)",
    (abIneligible) => {
      fc.assert(
        fc.property(population, fc.constantFrom("all-up", "all-down", "id", "keys"), (all, tie) => {
          for (const city of grade(all, { tie, abIneligible }).cities) {
            expect(city.filter((g) => !g.allowed && g.class !== "C")).toEqual([]);
            const free = city.filter((g) => g.allowed).sort((a, b) => b.total - a.total);
            const classes = free.map((g) => g.class);
            if (tie === "all-up" || tie === "all-down")
              expect(classes).toEqual([...classes].sort());
            for (const [i, g] of free.entries()) {
              const worse = free.slice(i).find((o) => o.total < g.total);
              if (worse) expect(String(g.class) <= String(worse.class)).toBe(true);
            }
          }
        }),
        { numRuns: 40 },
      );
    },
  );

  it("with all up: at least the places, and beyond them only equals of the last one in", () => {
    fc.assert(
      fc.property(population, (all) => {
        for (const city of grade(all).cities) {
          const free = city.filter((g) => g.allowed);
          for (const name of ["A", "B"] as const) {
            const wanted = Math.min(places[name](city.length), free.length);
            const members = upTo(name, city);
            expect(members.length).toBeGreaterThanOrEqual(wanted);
            const least = Math.min(...members.map((g) => g.total));
            const clear = members.filter((g) => g.total > least).length;
            if (members.length > wanted) expect(clear).toBeLessThan(wanted);
          }
        }
      }),
      { numRuns: 60 },
    );
  });

  it("with all down: at most the places, and the next equals together would be too many", () => {
    fc.assert(
      fc.property(population, (all) => {
        for (const city of grade(all, { tie: "all-down" }).cities) {
          const free = city.filter((g) => g.allowed);
          for (const name of ["A", "B"] as const) {
            const wanted = Math.min(places[name](city.length), free.length);
            const members = upTo(name, city);
            expect(members.length).toBeLessThanOrEqual(wanted);
            const left = free.filter((g) => !members.includes(g));
            const best = Math.max(...left.map((g) => g.total));
            const next = left.filter((g) => g.total === best).length;
            if (members.length < wanted) expect(members.length + next).toBeGreaterThan(wanted);
          }
        }
      }),
      { numRuns: 60 },
    );
  });

  it.each(["id", "keys"])("with ties settled by %s: exactly the places", (tie) => {
    fc.assert(
      fc.property(population, (all) => {
        for (const city of grade(all, { tie }).cities) {
          const free = city.filter((g) => g.allowed).length;
          const sizes = (["A", "B"] as const).map((name) => upTo(name, city).length);
          expect(sizes).toEqual(
            (["A", "B"] as const).map((name) => Math.min(places[name](city.length), free)),
          );
        }
      }),
      { numRuns: 60 },
    );
  });

  it("without ties are exactly the places, however ties would be settled", () => {
    const revenues = { 0: 0, 1: 1_000, 4: 2_000, 6: 5_000, 10: 10_000, 14: 20_000, 18: 50_000 };
    const bills = { 0: 0, 2.5: 51, 5.5: 501, 8.5: 2_001 };
    const sums = new Map<number, AccountFacts>();
    for (const [x, personalRevenue] of Object.entries(revenues)) {
      for (const [y, groupRevenue] of Object.entries(bills)) {
        sums.set(Number(x) + Number(y), { personalRevenue, groupRevenue });
      }
    }
    const alike: AccountFacts = { status: "on-net", members: 6, city: "安庆" };
    const distinct = fc
      .tuple(account, fc.shuffledSubarray([...sums.values()]))
      .map(([a, some]) => numbered(some.map((own) => ({ ...a, ...alike, ...own }))));
    fc.assert(
      fc.property(distinct, fc.constantFrom("all-up", "all-down", "id", "keys"), (all, tie) => {
        const { graded } = grade(all, { tie });
        const sizes = (["A", "B"] as const).map((name) => upTo(name, graded).length);
        expect(sizes).toEqual([places.A(all.length), places.B(all.length)]);
      }),
      { numRuns: 40 },
    );
  });

  it("have no A in a city of fewer than ten evaluated groups", () => {
    const few = fc.array(account, { maxLength: 18 }).map(numbered);
    fc.assert(
      fc.property(few, (all) => {
        for (const city of grade(all).cities) {
          if (city.length < 10) expect(city.map((g) => g.class)).not.toContain("A");
        }
      }),
      { numRuns: 60 },
    );
  });

  it("are the same from numbers that were stored as JSON", () => {
    fc.assert(
      fc.property(population, (all) => {
        const program = programOf({});
        const fitted = fit(program, all, { subject: "account" });
        const stored: typeof fitted = JSON.parse(JSON.stringify(fitted));
        for (const facts of all) {
          for (const decision of ["class", "grade"] as const) {
            const at = evaluate(program, decision, facts, fitted);
            expect(evaluate(program, decision, facts, stored)).toEqual(at);
          }
        }
      }),
      { numRuns: 25 },
    );
  });
});

type Declared = Program["facts"][string][string];

/** Any value a fact may have, near the figures of the policies as often as not. */
const valuesOf: {
  [T in Declared["type"]]: (f: Extract<Declared, { type: T }>) => fc.Arbitrary<unknown>;
} = {
  number({ scale, min = -1e6, max = 1e6 }) {
    const unit = 10 ** scale;
    const within = (n: number) => n >= min && n <= max;
    const figures = [-1, 0, 0.9, 1, 2, 5, 6, 10, 12, 20, 200, 2_000, 8_000, 50_000].filter(within);
    const ends = { min: Math.ceil(min * unit), max: Math.floor(max * unit) };
    const any = fc.integer(ends).map((n) => n / unit);
    return fc.oneof(fc.constantFrom(...figures.map((n) => Math.round(n * unit) / unit)), any);
  },
  boolean: () => fc.boolean(),
  date: () =>
    fc.oneof(
      fc.constantFrom("2009-12-31", "2010-01-01", "2010-12-31", "2011-01-01", "2012-02-29"),
      fc
        .integer({ min: -700_000, max: 2_900_000 })
        .map((d) => new Date(d * 86_400_000).toISOString().slice(0, 10))
        .filter((d) => /^\d{4}-/.test(d)),
    ),
  text: () => fc.oneof(fc.constantFrom("甲", "a", " ", "__proto__", '"'), fc.string()),
  label: ({ values }) => fc.constantFrom(...Object.keys(values)),
  list: ({ values }) => fc.array(fc.constantFrom(...Object.keys(values)), { maxLength: 4 }),
};
const anyValue = (f: Declared) => (valuesOf[f.type] as (f: Declared) => fc.Arbitrary<unknown>)(f);

const shipped: readonly { readonly id: string; readonly program: Program }[] = [
  { id: "hainan-unicom-2003", program: compile(hainan) as unknown as Program },
  { id: "anqing-mobile-2010", program: compile(anqing) as unknown as Program },
  { id: "xian-unicom-2012", program: compile(xian) as unknown as Program },
];

function deepFreeze<T>(value: T): T {
  if (typeof value === "object" && value !== null) Object.values(value).forEach(deepFreeze);
  return Object.freeze(value);
}

describe("any valid facts", () => {
  const subjects = shipped.flatMap(({ id, program }) =>
    Object.keys(program.facts).map((subject) => [id, subject, program] as const),
  );

  it.each(subjects)(
    "%s: fitting and evaluating a %s throws nothing and changes nothing",
    (_, subject, program) => {
      const declared = Object.entries(program.facts[subject] ?? {});
      const drawn = declared.map(
        ([n, f]) => [n, fc.option(anyValue(f), { nil: undefined })] as const,
      );
      const record = fc.record(Object.fromEntries(drawn));
      const own = Object.values(program.plan.decisions).filter(
        (d) => d.subject === subject && (d.population ?? subject) === subject,
      );
      fc.assert(
        fc.property(fc.array(record, { maxLength: 5 }), (records) => {
          const before = JSON.stringify(records);
          deepFreeze(records);
          const fitted = deepFreeze(fit(program, records, { subject }));
          for (const facts of records) {
            for (const { name } of own) {
              const { status } = evaluate(program, name, facts, fitted);
              expect(["decided", "undetermined"]).toContain(status);
            }
          }
          expect(JSON.stringify(records)).toBe(before);
        }),
        { numRuns: 40 },
      );
    },
  );
});

/**
 * Facts whose absence is itself an answer, in the two lists of fields to be filled in: there, and
 * only there, a blank field is not an unknown one.
 */
function fieldsOf(program: Program, decision: string): ReadonlySet<string> {
  if (decision !== "required" && decision !== "completeness") return new Set();
  const { nodes } = program.plan;
  const tested = nodes.flatMap((n) => (n.op === "given" ? [nodes[n.of]] : []));
  return new Set(tested.flatMap((n) => (n?.op === "fact" ? [n.name] : [])));
}

const isBlank = (value: unknown) => typeof value === "string" && value.trim() === "";

const recordDecisions = shipped.flatMap(({ id, program }) =>
  Object.values(program.plan.decisions)
    .filter((d) => d.grain === "record")
    .map((d) => [id, d.name, program] as const),
);

/** The parameters a decision, or one it rests on, is written with. */
function parametersOf({ document }: Program, decision: string): ReadonlySet<string> {
  const seen = new Set<string>();
  const found = new Set<string>();
  const read = (name: string) => {
    if (seen.has(name)) return;
    seen.add(name);
    const text = JSON.stringify(document.decisions[name]);
    for (const [, p = ""] of text.matchAll(/"(?:reading|parameter)":"(\w+)"/g)) found.add(p);
    for (const [, d = ""] of text.matchAll(/"decision":"(\w+)/g)) read(d);
  };
  read(decision);
  return found;
}

/** The default program, and one for each other reading that touches the decision. */
function readingsOf(program: Program, decision: string): readonly Program[] {
  const { document, hash } = program;
  const others = [...parametersOf(program, decision)].flatMap((name) => {
    const parameter = document.parameters[name];
    if (parameter?.type !== "reading") return [];
    const values = Object.keys(parameter.readings).filter((r) => r !== parameter.default);
    return values.map((value) => ({ [name]: value }));
  });
  const compiled = others.map((set) => compile({ document, hash }, { parameters: set }) as Program);
  const alone = compiled.filter((p) => p.plan.decisions[decision]?.grain === "record");
  return [program, ...alone];
}

describe.each(recordDecisions)("%s: %s", (_, name, program) => {
  const decision = program.plan.decisions[name];
  if (!decision) throw new Error("there is no such decision");
  const programs = readingsOf(program, name);
  const used = programs.flatMap(({ plan }) => [
    ...factsOf(plan, plan.decisions[name] as (typeof plan.decisions)[string]),
  ]);
  const names = [...new Set(used)];
  const declared = program.facts[decision.subject] ?? {};
  const values = names.map((n) => [n, anyValue(declared[n] as Declared)] as const);
  // Who takes part in no scheme has joined none: with both, the facts contradict each other.
  const full = fc
    .record(Object.fromEntries(values))
    .map(({ joinDate, ...rest }) =>
      rest.hasPlan === false || joinDate === undefined ? rest : { ...rest, joinDate },
    );
  const decide = (facts: Readonly<Record<string, unknown>>, by = program) =>
    evaluate(by, name, facts);

  it(`to know more never overturns what was decided (readings: ${programs.length})`, () => {
    const fields = fieldsOf(program, name);
    const order = fc.shuffledSubarray(names, { minLength: names.length });
    const check = (
      by: Program,
      facts: Readonly<Record<string, unknown>>,
      learned: readonly string[],
    ) => {
      const known: Record<string, unknown> = {};
      let before = decide(known, by);
      for (const next of learned) {
        known[next] = facts[next];
        const after = decide(known, by);
        if (before.status === "decided" && !fields.has(next)) {
          expect([after.status, after.outcome]).toEqual(["decided", before.outcome]);
        }
        before = after;
      }
    };
    const runs = { numRuns: 30 + 10 * programs.length };
    fc.assert(fc.property(fc.constantFrom(...programs), full, order, check), runs);
  });

  it("what is told to be missing settles it", () => {
    const some = full.chain((facts) =>
      fc.tuple(fc.constant(facts), fc.subarray(Object.keys(facts))),
    );
    fc.assert(
      fc.property(some, ([facts, had]) => {
        let known = Object.fromEntries(had.map((n) => [n, facts[n]]));
        for (let result = decide(known); result.status === "undetermined"; result = decide(known)) {
          const { missing } = result;
          const more = missing.filter((n) => Object.hasOwn(facts, n) && !isBlank(facts[n]));
          expect(missing.length).toBeGreaterThan(0);
          expect(more.filter((n) => Object.hasOwn(known, n))).toEqual([]);
          if (more.length < missing.length) return;
          known = { ...known, ...Object.fromEntries(more.map((n) => [n, facts[n]])) };
        }
      }),
      { numRuns: 50 },
    );
  });
});

describe("the decisions about one subject alone", () => {
  it("are 29: 11 of Hainan, 15 of Anqing, 3 of Xi'an", () => {
    const counts = shipped.map(({ id }) => recordDecisions.filter(([r]) => r === id).length);
    expect(counts).toEqual([11, 15, 3]);
  });
});

describe("the types", () => {
  it("let compile what must, with the types it must have, and nothing that must not", () => {
    const path = (name: string) => fileURLToPath(new URL(`../../${name}`, import.meta.url));
    const { config } = ts.readConfigFile(path("tsconfig.json"), ts.sys.readFile);
    const { options } = ts.parseJsonConfigFileContent(config, ts.sys, path(""));
    const program = ts.createProgram([path("test/types.test-d.ts")], options);
    const source = program.getSourceFile(path("test/types.test-d.ts"));
    expect(source?.text.match(/@ts-expect-error /g)?.length).toBe(27);
    const faults = [
      ...program.getSyntacticDiagnostics(source),
      ...program.getSemanticDiagnostics(source),
    ];
    expect(faults.map((f) => ts.flattenDiagnosticMessageText(f.messageText, " "))).toEqual([]);
  });
});
