import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Fitted, fit, type Program } from "../../src/index.ts";
import type { Rounding } from "../../src/ruleset/expression.ts";
import {
  boolean,
  decision,
  fact,
  formula,
  is,
  type Json,
  label,
  named,
  number,
  only,
  outcomeOf,
  programOf,
  run,
  terms,
  text,
  tiny,
  words,
} from "../kinds/tiny.ts";

/*
 * Cuts of a population, held against an oracle written from the language's own words: places by
 * rounding and scheme, then each subject by how many are better than it.
 */

type Scheme = "cumulative" | "separate" | "largest-remainder";
type Tie = "all-up" | "all-down" | "id" | "keys";
type Places = "backfill" | "place-stays-empty" | "out-of-the-base";

interface Policy {
  /** Shares in hundredths, from the first class to the last. */
  readonly shares: readonly number[];
  readonly minimum: number;
  readonly rounding: Rounding;
  readonly scheme: Scheme;
  readonly tie: Tie;
  readonly places: Places;
}

type Account = {
  readonly accountId: string;
  readonly city: string;
  readonly score: number;
  readonly second: number;
  readonly small: boolean;
};

const letters = ["A", "B", "C", "D"] as const;
const facts = {
  accountId: words("accountId"),
  city: label("city", "x", "y"),
  score: number("score"),
  second: number("second"),
  small: boolean("small"),
  big: boolean("big"),
};

function cutOf(p: Policy, more: Json = {}): Json {
  const order = letters.slice(0, p.shares.length);
  const classes = order.map((name, i) => [
    name,
    { share: (p.shares[i] as number) / 100, ...(i === 0 ? { minimum: p.minimum } : {}) },
  ]);
  return {
    method: "rank",
    outcomes: terms(...order, "none"),
    partition: ["city"],
    unknown: "left-out",
    eligible: { not: is("big", true) },
    otherwise: "none",
    by: [{ value: fact("score"), order: "descending" }],
    classes: Object.fromEntries(classes),
    order,
    rounding: p.rounding,
    scheme: p.scheme,
    tie: p.tie,
    tieBreak: { keys: [{ value: fact("second"), order: "ascending" }], id: "accountId" },
    barred: { when: is("small"), to: order.at(-1), places: p.places },
    ...more,
  };
}

const cutProgram = (p: Policy, more: Json = {}) => programOf(only("cut", cutOf(p, more), facts));

/* The oracle. */

function roundedHundredths(n: number, rounding: Rounding): number {
  const [below, rest] = [Math.floor(n / 100), n % 100];
  if (rounding === "floor") return below;
  if (rounding === "ceil") return rest > 0 ? below + 1 : below;
  if (rest === 50) return rounding === "half-up" || below % 2 ? below + 1 : below;
  return rest > 50 ? below + 1 : below;
}

function sharedOut(p: Policy, size: number): readonly number[] {
  const exact = p.shares.map((s) => s * size);
  if (p.scheme === "separate") return exact.map((e) => roundedHundredths(e, p.rounding));
  if (p.scheme === "cumulative") {
    const ends = exact.map((_, i) => exact.slice(0, i + 1).reduce((a, b) => a + b, 0));
    const reached = ends.map((e) => roundedHundredths(e, p.rounding));
    return reached.map((r, i) => r - (reached[i - 1] ?? 0));
  }
  const places = exact.map((e) => Math.floor(e / 100));
  const order = exact.map((_, i) => i);
  order.sort((a, b) => ((exact[b] as number) % 100) - ((exact[a] as number) % 100) || a - b);
  for (let left = size - places.reduce((a, b) => a + b, 0); left > 0; left--) {
    const next = order.shift() as number;
    places[next] = (places[next] as number) + 1;
  }
  return places;
}

/** The first class has its minimum, none has more than is left, and the last has all that is. */
function placesOf(p: Policy, size: number): readonly number[] {
  let left = size;
  return sharedOut(p, size).map((places, i, all) => {
    const wanted = i === 0 ? Math.max(places, p.minimum) : places;
    const given = i === all.length - 1 ? left : Math.min(wanted, left);
    left -= given;
    return given;
  });
}

/** Is `a` in a better place than `b`, as the tie policy sees it. */
function better(p: Policy, a: Account, b: Account): boolean {
  if (a.score !== b.score) return a.score > b.score;
  if (p.tie === "all-up" || p.tie === "all-down") return false;
  if (p.tie === "keys" && a.second !== b.second) return a.second < b.second;
  return a.accountId < b.accountId;
}

function expectedClass(p: Policy, account: Account, all: readonly Account[]): string {
  const last = letters[p.shares.length - 1] as string;
  if (account.small) return last;
  const city = all.filter((a) => a.city === account.city);
  const allowed = city.filter((a) => !a.small);
  const line = p.places === "place-stays-empty" ? city : allowed;
  const base = p.places === "out-of-the-base" ? allowed : city;
  const ahead = line.filter((a) => better(p, a, account)).length;
  const behind = line.filter((a) => better(p, account, a)).length;
  const place = p.tie === "all-down" ? line.length - behind : ahead + 1;
  let reached = 0;
  for (const [i, places] of placesOf(p, base.length).entries()) {
    reached += places;
    if (place <= reached) return letters[i] as string;
  }
  return last;
}

/* What is tried. */

const policy: fc.Arbitrary<Policy> = fc.record({
  shares: fc.oneof(
    fc.constant([5, 20, 75]),
    fc.tuple(fc.nat(50), fc.nat(50)).map(([a, b]) => [a, b, 100 - a - b]),
    fc.nat(100).map((a) => [a, 100 - a]),
    fc.tuple(fc.nat(30), fc.nat(30), fc.nat(40)).map(([a, b, c]) => [a, b, c, 100 - a - b - c]),
  ),
  minimum: fc.nat(2),
  rounding: fc.constantFrom<Rounding>("ceil", "floor", "half-up", "half-even"),
  scheme: fc.constantFrom<Scheme>("cumulative", "separate", "largest-remainder"),
  tie: fc.constantFrom<Tie>("all-up", "all-down", "id", "keys"),
  places: fc.constantFrom<Places>("backfill", "place-stays-empty", "out-of-the-base"),
});

const populationOf = (score: fc.Arbitrary<number>, small: fc.Arbitrary<boolean>) =>
  fc
    .array(fc.record({ city: fc.constantFrom("x", "x", "y"), score, second: fc.nat(2), small }), {
      minLength: 1,
      maxLength: 24,
    })
    .map((of): readonly Account[] =>
      of.map((a, i) => ({ ...a, accountId: `k${String((i * 7) % 100).padStart(2, "0")}` })),
    );

const tied = populationOf(fc.nat(5), fc.boolean());
const clear = fc
  .uniqueArray(fc.nat(1000), { minLength: 1, maxLength: 24 })
  .map((of): readonly Account[] =>
    of.map((score, i) => ({
      accountId: `k${i}`,
      city: "x",
      score,
      second: 0,
      small: false,
    })),
  );

const known = (accounts: readonly Account[]) => accounts.map((a) => ({ ...a, big: false }));
const graded = (program: Program, accounts: readonly Account[], fitted: Fitted) =>
  known(accounts).map((a) => outcomeOf(program, a, "it", fitted));

/** The cut of each partition, by its city. */
function cutsOf(fitted: Fitted) {
  return Object.values(fitted.cuts)[0] ?? {};
}

describe("a cut", () => {
  it("gives each subject the class that the language's words give it", () => {
    fc.assert(
      fc.property(policy, tied, (p, accounts) => {
        const program = cutProgram(p);
        const fitted = fit(program, known(accounts));
        expect(graded(program, accounts, fitted)).toEqual(
          accounts.map((a) => expectedClass(p, a, accounts)),
        );
      }),
      { numRuns: 250 },
    );
  });

  it("hands out as many places as there are subjects in the base", () => {
    fc.assert(
      fc.property(policy, tied, (p, accounts) => {
        const fitted = fit(cutProgram(p), known(accounts));
        for (const city of new Set(accounts.map((a) => a.city))) {
          const here = accounts.filter((a) => a.city === city);
          const base = p.places === "out-of-the-base" ? here.filter((a) => !a.small) : here;
          const cut = cutsOf(fitted)[JSON.stringify([city])];
          const places = Object.values(cut?.classes ?? {}).map((c) => c.places);
          expect(places).toEqual(placesOf(p, base.length));
          expect(places.reduce((a, b) => a + b, 0)).toBe(base.length);
          expect(cut?.ranked).toBe(base.length);
        }
      }),
      { numRuns: 120 },
    );
  });

  it("tells how many are in each class, and leaves nobody out", () => {
    fc.assert(
      fc.property(policy, tied, (p, accounts) => {
        const program = cutProgram(p);
        const fitted = fit(program, known(accounts));
        const classes = graded(program, accounts, fitted);
        for (const city of new Set(accounts.map((a) => a.city))) {
          const cut = cutsOf(fitted)[JSON.stringify([city])];
          for (const [name, { members }] of Object.entries(cut?.classes ?? {})) {
            const here = accounts.filter((a, i) => a.city === city && classes[i] === name);
            expect([name, members]).toEqual([name, here.length]);
          }
        }
        expect(classes.every((c) => letters.includes(c as "A"))).toBe(true);
      }),
      { numRuns: 120 },
    );
  });

  it("does not depend on the order of the accounts", () => {
    const shuffled = tied.chain((accounts) =>
      fc.tuple(
        fc.constant(accounts),
        fc.shuffledSubarray([...accounts], { minLength: accounts.length }),
      ),
    );
    fc.assert(
      fc.property(policy, shuffled, (p, [accounts, other]) => {
        const program = cutProgram(p);
        const [one, two] = [fit(program, known(accounts)), fit(program, known(other))];
        expect(two).toEqual(one);
        expect(graded(program, accounts, two)).toEqual(graded(program, accounts, one));
      }),
      { numRuns: 100 },
    );
  });

  it("never puts a better total into a worse class, but for the barred", () => {
    fc.assert(
      fc.property(policy, tied, (p, accounts) => {
        const program = cutProgram(p);
        const classes = graded(program, accounts, fit(program, known(accounts)));
        const rank = (i: number) => letters.indexOf(classes[i] as "A");
        for (const [i, a] of accounts.entries())
          for (const [j, b] of accounts.entries()) {
            if (a.city !== b.city || a.small || a.score <= b.score) continue;
            expect(rank(i)).toBeLessThanOrEqual(rank(j));
          }
      }),
      { numRuns: 100 },
    );
  });

  it("fills each class with its places where there are no ties", () => {
    fc.assert(
      fc.property(policy, clear, (p, accounts) => {
        const classes = cutsOf(fit(cutProgram(p), known(accounts)))['["x"]']?.classes ?? {};
        const members = Object.values(classes).map((c) => c.members);
        expect(members).toEqual(placesOf(p, accounts.length));
      }),
      { numRuns: 120 },
    );
  });

  it("goes over its places only with all-up, and under them only with all-down", () => {
    const nobodyBarred = populationOf(fc.nat(4), fc.constant(false));
    fc.assert(
      fc.property(policy, nobodyBarred, (p, accounts) => {
        const fitted = fit(cutProgram(p), known(accounts));
        for (const cut of Object.values(cutsOf(fitted))) {
          let [places, members] = [0, 0];
          for (const c of Object.values(cut.classes)) {
            places += c.places;
            members += c.members;
            if (p.tie === "all-up") expect(members).toBeGreaterThanOrEqual(places);
            else if (p.tie === "all-down") expect(members).toBeLessThanOrEqual(places);
            else expect(members).toBe(places);
          }
        }
      }),
      { numRuns: 250 },
    );
  });

  it("grades an account it has not seen from numbers stored as JSON", () => {
    fc.assert(
      fc.property(policy, tied, fc.nat(6), fc.nat(2), (p, accounts, score, second) => {
        const program = cutProgram(p);
        const fitted = fit(program, known(accounts));
        const stored = JSON.parse(JSON.stringify(fitted)) as Fitted;
        expect(stored).toEqual(fitted);
        const city = accounts[0]?.city;
        const unseen = { accountId: "k50a", city, score, second, small: false, big: false };
        const found = outcomeOf(program, unseen, "it", stored);
        expect(found).toBe(outcomeOf(program, unseen, "it", fitted));
        // An equal of one who was seen, by all that the order looks at, is in the same class.
        const twin = accounts.find((a) => a.city === city && a.score === score && !a.small);
        if (twin && (p.tie === "all-up" || p.tie === "all-down")) {
          expect(found).toBe(expectedClass(p, twin, accounts));
        }
      }),
      { numRuns: 100 },
    );
  });
});

describe("who is ranked", () => {
  const plain: Policy = {
    shares: [20, 30, 50],
    minimum: 0,
    rounding: "half-up",
    scheme: "cumulative",
    tie: "id",
    places: "backfill",
  };
  const program = cutProgram(plain);
  const ten = Array.from({ length: 10 }, (_, i) => ({
    accountId: `k${i}`,
    city: "x",
    score: 100 - i,
    second: 0,
    small: false,
    big: false,
  }));

  it("is not who is ineligible: that one has the outcome of the rest", () => {
    const accounts = [...ten, { ...ten[0], accountId: "other", score: 500, big: true }];
    const fitted = fit(program, accounts);
    expect(accounts.map((a) => outcomeOf(program, a, "it", fitted)).join("")).toBe(
      "AABBBCCCCCnone",
    );
    expect(fitted.subjects).toBe(11);
    expect(cutsOf(fitted)['["x"]']?.ranked).toBe(10);
  });

  it("is not who can't be told: that one is left out and undetermined", () => {
    const { score: _, ...noScore } = { ...ten[0], accountId: "other" };
    const { big: __, ...maybeBig } = { ...ten[0], accountId: "another" };
    const { city: ___, ...nowhere } = { ...ten[0], accountId: "nowhere" };
    const fitted = fit(program, [...ten, noScore, maybeBig, nowhere]);
    const withoutThem = cutsOf(fit(program, ten))['["x"]'];
    expect(cutsOf(fitted)).toEqual({ '["x"]': { ...withoutThem, leftOut: 2 } });
    expect(run(program, noScore, "it", fitted).missing).toEqual(["score"]);
    expect(run(program, maybeBig, "it", fitted).missing).toEqual(["big"]);
    expect(run(program, nowhere, "it", fitted).missing).toEqual(["city"]);
  });

  it("is settled for one who may be barred where the class is the same both ways", () => {
    const fitted = fit(program, ten);
    const { small: _, ...low } = { ...ten[9], accountId: "low" };
    const { small: __, ...high } = { ...ten[0], accountId: "high" };
    expect(outcomeOf(program, low, "it", fitted)).toBe("C");
    expect(run(program, high, "it", fitted).missing).toEqual(["small"]);
  });

  it("has a first class of its minimum where the share gives none", () => {
    const accounts = ten.slice(0, 2);
    const grades = (minimum: number) => {
      const p = cutProgram({ ...plain, shares: [5, 20, 75], minimum });
      const fitted = fit(p, accounts);
      return accounts.map((a) => outcomeOf(p, a, "it", fitted)).join("");
    };
    expect([grades(0), grades(1), grades(2)]).toEqual(["BC", "AB", "AA"]);
  });

  it("is not who may or may not be barred, and all are open where the cut does not pass over that", () => {
    const { small: _, ...perhaps } = { ...ten[0], accountId: "perhaps" };
    const { score: __, ...noScore } = { ...ten[0], accountId: "noScore" };
    const accounts = [...ten, perhaps, noScore];
    expect(cutsOf(fit(program, accounts))['["x"]']?.leftOut).toBe(2);
    const strict = cutProgram(plain, { unknown: "undetermined" });
    const open = fit(strict, accounts);
    const known = fit(strict, ten);
    expect(outcomeOf(program, ten[9] as Account, "it", fit(program, accounts))).toBe("C");
    expect(outcomeOf(strict, ten[9] as Account, "it", open)).toBe("undetermined");
    expect(outcomeOf(strict, ten[9] as Account, "it", known)).toBe("C");
  });

  it.each([
    ["all-up", "AAAC", [2, 3], [1, 0], [1, 1]],
    ["all-down", "BBBC", [2, 0], [1, 3], [1, 1]],
  ])(
    "of four, three of them equal, with %s in classes of 2, 1 and the rest",
    (tie, grades, ...places) => {
      const classes = { A: { count: 2 }, B: { count: 1 }, C: {} };
      const p = cutProgram({ ...plain, tie: tie as Tie }, { classes });
      const accounts = [9, 9, 9, 5].map((score, i) => ({ ...(ten[i] as Account), score }));
      const fitted = fit(p, accounts);
      expect(accounts.map((a) => outcomeOf(p, a, "it", fitted)).join("")).toBe(grades);
      const counted = Object.values(cutsOf(fitted)['["x"]']?.classes ?? {});
      expect(counted.map((c) => [c.places, c.members])).toEqual(places);
    },
  );

  it("down to the last better one, where equals go down", () => {
    const classes = { A: { count: 2 }, B: { count: 1 }, C: {} };
    const p = cutProgram({ ...plain, tie: "all-down" }, { classes });
    const accounts = [9, 8, 8, 7].map((score, i) => ({ ...(ten[i] as Account), score }));
    const fitted = fit(p, accounts);
    expect(accounts.map((a) => outcomeOf(p, a, "it", fitted)).join("")).toBe("ABBC");
    expect(cutsOf(fitted)['["x"]']?.classes.A?.from).toEqual(["9"]);
  });

  it("of the best, one barred to the middle class, who is counted there", () => {
    const when = is("small");
    const p = cutProgram(plain, { barred: { when, to: "B", places: "place-stays-empty" } });
    const accounts = ten.map((a, i) => ({ ...a, small: i === 0 }));
    const fitted = fit(p, accounts);
    expect(accounts.map((a) => outcomeOf(p, a, "it", fitted)).join("")).toBe("BABBBCCCCC");
    const counted = Object.values(cutsOf(fitted)['["x"]']?.classes ?? {});
    expect(counted.map((c) => [c.places, c.members])).toEqual([
      [2, 1],
      [3, 4],
      [5, 5],
    ]);
  });

  it.each([
    // 1.4, 1.4 and 1.2: the place that is left goes to the better of two equal remainders.
    [4, { A: { share: 0.35 }, B: { share: 0.35 }, C: {} }, "AABC"],
    [6, { A: { share: 0.25 }, B: { share: 0.25 }, C: { share: 0.5 } }, "AABCCC"],
    // 0.5, 3 and the rest, 2.5.
    [6, { A: { share: 0.0833 }, B: { count: 3 }, C: {} }, "BBBCCC"],
    [3, { A: { count: 2 }, B: { count: 2 }, C: {} }, "AAB"],
  ])("by largest remainder of %i: %j", (size, classes, grades) => {
    const p = cutProgram({ ...plain, scheme: "largest-remainder" }, { classes });
    const accounts = ten.slice(0, size);
    const fitted = fit(p, accounts);
    expect(accounts.map((a) => outcomeOf(p, a, "it", fitted)).join("")).toBe(grades);
  });

  it("has as many places as are counted, then all that are left", () => {
    const p = cutProgram(plain, {
      classes: { A: { count: 3 }, B: { count: 1 }, C: {} },
    });
    const fitted = fit(p, ten);
    expect(ten.map((a) => outcomeOf(p, a, "it", fitted)).join("")).toBe("AAABCCCCCC");
  });

  it.each(["cumulative", "separate", "largest-remainder"])(
    "has places counted beside places shared, each as many as it says: %s",
    (scheme) => {
      const p = cutProgram(plain, {
        scheme,
        classes: { A: { count: 3 }, B: { share: 0.2 }, C: {} },
      });
      const fitted = fit(p, ten);
      expect(ten.map((a) => outcomeOf(p, a, "it", fitted)).join("")).toBe("AAABBCCCCC");
    },
  );

  it("is ranked upward where the order is ascending", () => {
    const p = cutProgram(plain, { by: [{ value: fact("score"), order: "ascending" }] });
    const fitted = fit(p, ten);
    expect(ten.map((a) => outcomeOf(p, a, "it", fitted)).join("")).toBe("CCCCCBBBAA");
  });

  it("may not be in the classes before `to`, and falls no further than its own", () => {
    const p = cutProgram(plain, {
      barred: { when: is("small"), to: "B", places: "place-stays-empty" },
    });
    const accounts = ten.map((a, i) => ({ ...a, small: i === 0 || i === 9 }));
    const fitted = fit(p, accounts);
    expect(accounts.map((a) => outcomeOf(p, a, "it", fitted)).join("")).toBe("BABBBCCCCC");
  });
});

describe("the five, twenty and seventy-five hundredths", () => {
  /* Written by hand: places of 5:20:75 among N, half up of the cumulative 5 % and 25 %. */
  it.each([
    [1, "C"],
    [2, "BC"],
    [9, "BBCCCCCCC"],
    [10, "ABBCCCCCCC"],
    [20, `ABBBB${"C".repeat(15)}`],
    [29, `ABBBBBB${"C".repeat(22)}`],
    [30, `AABBBBBB${"C".repeat(22)}`],
  ])("of %d", (n, expected) => {
    const p = cutProgram({
      shares: [5, 20, 75],
      minimum: 0,
      rounding: "half-up",
      scheme: "cumulative",
      tie: "id",
      places: "backfill",
    });
    const accounts = Array.from({ length: n }, (_, i) => ({
      accountId: `k${i}`,
      city: "y",
      score: 500 - i,
      second: 0,
      small: false,
      big: false,
    }));
    const fitted = fit(p, accounts);
    expect(accounts.map((a) => outcomeOf(p, a, "it", fitted)).join("")).toBe(expected);
  });
});

describe("a cut at quantiles", () => {
  const quantiles = (closed: string) =>
    programOf(
      only(
        "cut",
        {
          method: "quantile",
          outcomes: terms("low", "middle", "high", "none"),
          partition: ["city"],
          unknown: "left-out",
          eligible: { not: is("big") },
          otherwise: "none",
          classes: { low: { share: 0.3 }, middle: { share: 0.45 }, high: { share: 0.25 } },
          order: ["low", "middle", "high"],
          input: fact("score"),
          definition: 7,
          closed,
        },
        facts,
      ),
    );

  /** The quantile in hundredths: linear between neighbours, at `at` hundredths of the way. */
  function quantile(values: readonly number[], at: number): number {
    const sorted = [...values].sort((a, b) => a - b);
    const place = at * (sorted.length - 1);
    const [below, above] = [Math.floor(place / 100), Math.ceil(place / 100)];
    const from = sorted[below] as number;
    return from * 100 + ((sorted[above] as number) - from) * (place % 100);
  }

  it.each(["lower", "upper"])("closed %s, cuts by definition 7", (closed) => {
    const program = quantiles(closed);
    fc.assert(
      fc.property(populationOf(fc.nat(12), fc.constant(false)), (accounts) => {
        const fitted = fit(program, known(accounts));
        const expected = accounts.map((a) => {
          const here = accounts.filter((b) => b.city === a.city).map((b) => b.score);
          const [first, second] = [quantile(here, 30), quantile(here, 75)];
          const reached = (cut: number) =>
            closed === "lower" ? a.score * 100 >= cut : a.score * 100 > cut;
          return reached(second) ? "high" : reached(first) ? "middle" : "low";
        });
        expect(graded(program, accounts, fitted)).toEqual(expected);
      }),
      { numRuns: 120 },
    );
  });

  it("leaves the ineligible out of the quantiles", () => {
    const program = quantiles("lower");
    const of = (score: number, big: boolean) => ({ city: "x", score, big });
    const accounts = [of(1, false), of(2, false), of(3, false), of(900, true)];
    const fitted = fit(program, accounts);
    expect(accounts.map((a) => outcomeOf(program, a, "it", fitted))).toEqual([
      "low",
      "middle",
      "high",
      "none",
    ]);
  });
});

describe("a cut that rests on an aggregate", () => {
  const mean = {
    aggregate: "mean",
    over: "account",
    by: ["city"],
    unknown: "left-out",
    of: fact("score"),
    scale: 2,
    rounding: "half-up",
  };
  const spread = {
    aggregate: "maximum",
    over: "account",
    by: ["city"],
    unknown: "left-out",
    of: { decision: "above" },
  };
  const document = tiny({
    facts,
    decisions: {
      it: decision("it", "cut", {
        ...cutOf({
          shares: [25, 75],
          minimum: 0,
          rounding: "ceil",
          scheme: "cumulative",
          tie: "all-up",
          places: "backfill",
        }),
        partition: [],
        unknown: "left-out",
        by: [
          {
            value: { difference: [{ decision: "above" }, { decision: "most" }] },
            order: "descending",
          },
        ],
      }),
      most: decision("most", "formula", formula(spread)),
      above: decision("above", "formula", formula({ difference: [fact("score"), mean] })),
    },
  });
  const program = programOf(document);

  /** The mean in hundredths, half up. */
  const meanOf = (scores: readonly number[]) => {
    const sum = scores.reduce((a, b) => a + b, 0);
    return Math.floor((2 * 100 * sum + scores.length) / (2 * scores.length));
  };

  it("is fitted step by step, each from the one before", () => {
    fc.assert(
      fc.property(populationOf(fc.nat(50), fc.constant(false)), (accounts) => {
        const fitted = fit(program, known(accounts));
        const above = accounts.map((a) => {
          const here = accounts.filter((b) => b.city === a.city).map((b) => b.score);
          return a.score * 100 - meanOf(here);
        });
        const value = accounts.map((a, i) => {
          const here = above.filter((_, j) => accounts[j]?.city === a.city);
          return (above[i] as number) - Math.max(...here);
        });
        const places = Math.ceil(accounts.length / 4);
        const expected = value.map((v) => (value.filter((w) => w > v).length < places ? "A" : "B"));
        expect(graded(program, accounts, fitted)).toEqual(expected);
        expect(
          known(accounts).map((a) => (outcomeOf(program, a, "above", fitted) as number) * 100),
        ).toEqual(above.map((x) => (x / 100) * 100));
      }),
      { numRuns: 120 },
    );
  });

  it("takes a generator by the function that starts it, and refuses one that is used up", () => {
    const accounts = known([
      { accountId: "k1", city: "x", score: 3, second: 0, small: false },
      { accountId: "k2", city: "x", score: 1, second: 0, small: false },
    ]);
    function* each() {
      yield* accounts;
    }
    expect(fit(program, each)).toEqual(fit(program, accounts));
    expect(() => fit(program, each())).toThrow(/function/);
  });
});

describe("an aggregate over another subject", () => {
  const about = (subject: string, of: Json): Json => ({ ...of, subjects: [subject] });
  const both = { ...label("hall", "h1", "h2"), subjects: ["account", "hall"] };
  const points = decision("points", "formula", formula({ product: [fact("score"), 2] }));
  const document = (of: unknown) =>
    tiny({
      subjects: { account: { label: text("account") }, hall: { label: text("hall") } },
      facts: { hall: both, score: facts.score, staff: about("hall", number("staff")) },
      decisions: {
        points,
        it: {
          ...decision(
            "it",
            "formula",
            formula({ aggregate: "sum", over: "account", by: ["hall"], unknown: "left-out", of }),
          ),
          subject: "hall",
        },
      },
    });
  const accounts = [
    { hall: "h1", score: 3 },
    { hall: "h1", score: 4 },
    { hall: "h2", score: 5 },
  ];

  it("takes that subject's facts", () => {
    const program = programOf(document(fact("score")));
    const fitted = fit(program, accounts);
    expect(["h1", "h2"].map((hall) => outcomeOf(program, { hall }, "it", fitted))).toEqual([7, 5]);
  });

  it("takes that subject's decisions", () => {
    const program = programOf(document({ decision: "points" }));
    const fitted = fit(program, accounts);
    expect(["h1", "h2"].map((hall) => outcomeOf(program, { hall }, "it", fitted))).toEqual([
      14, 10,
    ]);
  });

  it("does not take the decisions of the subject at hand", () => {
    const own = {
      ...decision("own", "formula", {
        outputs: { value: { ...named("value"), value: fact("staff") } },
      }),
      subject: "hall",
    };
    const written = document({ decision: "own" }) as { decisions: Json };
    const faulty = { ...written, decisions: { ...written.decisions, own } };
    expect(() => programOf(faulty)).toThrow(/other-subject/);
  });
});
