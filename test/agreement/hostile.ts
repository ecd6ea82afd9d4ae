import fc from "fast-check";
import type { Program } from "../../src/index.ts";
import type { Fact } from "../../src/ruleset/schema/fact.ts";
import type { Facts } from "./executor.ts";
import { type Situation, situationsOf } from "./situations.ts";

/*
 * What a fact can't be, however much it looks like it: a caller's mistakes, and a stranger's tricks.
 */

/** Is taken for a number, a text or a list by whoever asks it to be one. */
const pretender = { valueOf: () => 1, toString: () => "x", length: 1, 0: "u" };

const anything: readonly unknown[] = [
  ...[Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY, -0, 1e300, 5e-324],
  ...["1", " 1", "1e3", "", "true", "null", "x ", "X", "toString", "constructor", "__proto__"],
  ...[{}, [], [undefined], [["u"]], ["u", "toString"], new Array(2), pretender],
  ...[new Date(0), new Number(1), new String("x"), new Boolean(true), 10n, Symbol("x"), () => 1],
];

type Near = { [T in Fact["type"]]: (fact: Extract<Fact, { type: T }>) => readonly unknown[] };

/** What is nearly one: a step out of range, a decimal too many, a day that is not in the calendar. */
const near: Near = {
  number({ scale, min, max }) {
    const half = 5 / 10 ** (scale + 1);
    return [
      half,
      ...(min === undefined ? [] : [min - 1, min]),
      ...(max === undefined ? [] : [max + 1, max]),
    ];
  },
  boolean: () => [0, 1, "yes"],
  date: () => ["2024-02-30", "2023-02-29", "2024-2-03", "2024-02-03T00:00", "2024/02/03", 20240203],
  text: () => [7, "  "],
  label: ({ values }) => [Object.keys(values), `${Object.keys(values)[0]} `],
  list: ({ values }) => [
    Object.keys(values)[0],
    [...Object.keys(values), "else"],
    new Set(Object.keys(values)),
  ],
};

const nearTo = (fact: Fact) => (near[fact.type] as (fact: Fact) => readonly unknown[])(fact);

/** Accounts of a program, each with one fact or two that can't be what is handed in. */
export function hostileTo(program: Program): fc.Arbitrary<Situation> {
  return situationsOf(program, 2).chain((situation) =>
    fc.tuple(
      ...situation.map((asked) => {
        const subject = program.plan.decisions[asked.decisions[0] as string]?.subject ?? "";
        const facts = Object.entries(program.facts[subject] ?? {});
        const bad = fc.array(badFact(facts), { minLength: 1, maxLength: 2 });
        const accounts = asked.accounts.map((account) =>
          fc
            .tuple(bad, fc.constantFrom(...forms))
            .map(([of, form]) => form({ ...account, ...Object.fromEntries(of) })),
        );
        return fc.tuple(...accounts).map((all) => ({ ...asked, accounts: all }));
      }),
    ),
  );
}

const badFact = (facts: readonly (readonly [string, Fact])[]) =>
  fc
    .constantFrom(...facts)
    .chain(([name, fact]) =>
      fc.constantFrom(...anything, ...nearTo(fact)).map((value) => [name, value] as const),
    );

/** An account may come as an object of any make: only what is its own is a fact. */
const forms: readonly ((account: Facts) => Facts)[] = [
  (account) => account,
  (account) => Object.assign(Object.create(null), account),
  (account) => Object.create(account),
  (account) => Object.assign(new (class Account {})(), account),
];
