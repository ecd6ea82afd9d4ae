import xian from "../../rulesets/xian-unicom-2012.json";
import {
  type AnySpec,
  compile,
  evaluate,
  type Fact,
  fit,
  loadRuleset,
  type Ruleset,
} from "../../src/index.ts";
import { defineRuleset } from "../../src/load/define.ts";
import type { Policy as Xian } from "../../src/policies/types/xian-unicom-2012.ts";
import { kinds } from "./define/kinds.ts";

/*
 * What `defineRuleset` infers, kind by kind, and what it does not let compile. `tsc` reads this file,
 * and a test has it read once more; it is never run.
 */

type Equal<A, B> =
  (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false;
/** Compiles where its type argument is `true`. */
declare function holds<_ extends true>(): void;

type SpecOf<R> = R extends Ruleset<infer S> ? S : never;
type Kinds = SpecOf<typeof kinds>;

// Facts and parameters.
holds<
  Equal<
    Kinds["facts"]["account"],
    {
      readonly users?: number | null | undefined;
      readonly lines?: number | null | undefined;
      readonly isUnit?: boolean | null | undefined;
      readonly since?: string | null | undefined;
      readonly city?: string | null | undefined;
      readonly status?: "on" | "2-off" | null | undefined;
      readonly uses?: readonly ("sms" | "data")[] | null | undefined;
    }
  >
>();
holds<Equal<Kinds["facts"]["unit"], { readonly lines?: number | null | undefined }>>();
holds<
  Equal<
    Kinds["parameters"],
    {
      readonly gate: number;
      readonly start: string;
      readonly way: "one" | "other";
      readonly lost: "yes" | "no";
    }
  >
>();

// Decisions.
type Grain = "record" | "population";
interface Of<G extends Grain, T, P = Readonly<Record<never, never>>> {
  readonly subject: "account";
  readonly grain: G;
  readonly outcome: T;
  readonly parts: P;
}
/** A decision with one output, `value`. */
type One<G extends Grain, T> = Of<G, T, { readonly value: T }>;
/** A decision whose parts are its outcome. */
type All<T> = Of<"record", T, T>;
type Is<N extends keyof Kinds["decisions"], T> = Equal<Kinds["decisions"][N], T>;

holds<Is<"rule", Of<"record", boolean, { readonly big: boolean; readonly unit: boolean }>>>();

holds<Is<"bandsTermed", Of<"record", "1" | "two" | "never">>>();
holds<Is<"bandsPlain", Of<"record", "a" | "b" | "c" | "d">>>();
holds<Is<"bandsPoints", Of<"record", number>>>();
holds<Is<"bandsReading", Of<"record", "low" | "one" | "other">>>();

holds<Is<"tableOne", Of<"record", "city" | "province", { readonly who: "city" | "province" }>>>();
holds<
  Is<"tableSeveral", All<{ readonly who: "city" | "county" | "nobody"; readonly points: number }>>
>();
holds<Is<"tableAny", Of<"record", "city", { readonly who: "city" }>>>();
holds<Is<"tablePriority", Of<"record", "city" | "county", { readonly who: "city" | "county" }>>>();
type Listed = readonly ("city" | "4")[];
holds<Is<"tableList", Of<"record", Listed, { readonly who: Listed }>>>();
type Termed = readonly ("city" | "county")[];
holds<Is<"tableTermed", Of<"record", Termed, { readonly who: Termed }>>>();
holds<Is<"tableSum", Of<"record", number, { readonly points: number }>>>();
holds<Is<"tableCount", Of<"record", number, { readonly who: number }>>>();

holds<
  Is<
    "card",
    Of<
      "record" | "population",
      number,
      {
        readonly size: number;
        readonly bands: number;
        readonly table: number;
        readonly formula: number;
        readonly worth: number;
        readonly both: number;
        readonly bothFirst: number;
        readonly bothSecond: number;
        readonly varied: number;
        readonly variedKept: number;
        readonly variedLost?: number;
      }
    >
  >
>();

holds<Is<"rank", Of<"population", "A" | "B" | "none">>>();
holds<Is<"quantile", Of<"population", "low" | "high" | "none">>>();

type Items = readonly ("given" | "users")[];
holds<
  Is<
    "list",
    Of<
      "record",
      boolean,
      {
        readonly formal: boolean;
        readonly real: boolean;
        readonly given: boolean;
        readonly users: boolean;
        readonly filled: number;
        readonly total: number;
        readonly next: "clear" | "report";
        readonly unmet: Items;
        readonly unknown: Items;
        readonly route: readonly ("city" | "province")[];
      }
    >
  >
>();
holds<
  Is<
    "listAlone",
    Of<
      "record",
      boolean,
      {
        readonly real: boolean;
        readonly users: boolean;
        readonly filled: number;
        readonly total: number;
        readonly unmet: readonly "users"[];
        readonly unknown: readonly "users"[];
      }
    >
  >
>();

type Points = { readonly rate: number; readonly perhaps?: number; readonly outOf: number };
holds<Is<"appraisal", Of<"record", number, Points>>>();
holds<
  Is<"relative", Of<"population", number, { readonly users: number; readonly outOf: number }>>
>();

holds<Is<"quota", All<{ readonly managers: number }>>>();
holds<
  Is<
    "quotaKept",
    Of<
      "record",
      boolean,
      {
        readonly managers: number;
        readonly managersShort: number;
        readonly managersOver: number;
        readonly managersCompliant: boolean;
        readonly assistants: number;
      }
    >
  >
>();

holds<Is<"sum", One<"record", number>>>();
holds<Is<"yes", One<"record", boolean>>>();
holds<Is<"day", One<"record", string>>>();
holds<Is<"words", One<"record", string>>>();
holds<Is<"entries", One<"record", readonly ("sms" | "data")[]>>>();
holds<Is<"state", One<"record", "on" | "2-off">>>();
holds<Is<"chosen", One<"record", "a" | "yes" | "no">>>();
holds<Is<"byReading", One<"record", number | boolean>>>();

// What can be undefined: by a divisor of its own, of what it rests on, of a condition by its name.
holds<Is<"rate", One<"record", number | "undefined">>>();
holds<Is<"restingOnRate", One<"record", number | "undefined">>>();
holds<Is<"ruleOnRate", Of<"record", boolean>>>();
holds<Is<"namedRate", All<{ readonly low: boolean | "undefined"; readonly users: number }>>>();
type Inside = { readonly mean: number; readonly users: number };
holds<Is<"rateInside", Of<"population", Inside, Inside>>>();

// The grain: that of the part a value rests on, and both where a reading decides.
holds<Is<"onRecordPart", One<"record", number>>>();
holds<Is<"onPopulationPart", One<"population", number>>>();
holds<Is<"onComponent", One<"record", number>>>();
holds<Is<"sometimes", One<"record" | "population", number>>>();
holds<Is<"onSometimes", One<"record" | "population", number>>>();
holds<Is<"always", One<"population", number>>>();
holds<Is<"alwaysByReading", One<"population", number>>>();

// In use: as with a shipped ruleset.
const program = compile(kinds, { parameters: { lost: "yes" } });
const termed = evaluate(program, "bandsTermed", { users: 10 });
holds<Equal<typeof termed.outcome, "1" | "two" | "never" | undefined>>();
const fitted = fit(program, [{ users: 1 }], { subject: "account" });
evaluate(program, "rank", { users: 1 }, fitted);
evaluate(program, "sometimes", { users: 1 });
evaluate(program, "sometimes", { users: 1 }, fitted);
// @ts-expect-error a misspelt fact
evaluate(program, "bandsTermed", { user: 10 });
// @ts-expect-error a number written as a text
evaluate(program, "bandsTermed", { users: "10" });
// @ts-expect-error a fact that is of another subject alone
fit(program, [{ users: 1 }], { subject: "unit" });
// @ts-expect-error a decision that does not exist
evaluate(program, "bands", { users: 10 });
// @ts-expect-error an outcome that it can't have
termed.outcome === "2";
// @ts-expect-error a part that it does not have
termed.parts.low;
// @ts-expect-error a population decision without what was fitted
evaluate(program, "rank", { users: 1 });
// @ts-expect-error a reading that does not exist
compile(kinds, { parameters: { way: "another" } });
// @ts-expect-error a parameter that does not exist
compile(kinds, { parameters: { ways: "one" } });

// What is wrong with a literal is told at its place, as far as its form goes.
const text = { zh: "例", en: "example" } as const;
const named = { label: text, citation: { rule: "T-01", clause: "一" } } as const;
const about = { subject: "account", ...named } as const;
const whole = {
  language: "1",
  id: "tiny",
  version: "1.0.0",
  label: text,
  source: { title: "例", issuer: text },
  effective: {},
  subjects: { account: { label: text } },
  facts: {},
  parameters: {},
} as const;
defineRuleset({
  ...whole,
  decisions: {
    // @ts-expect-error a kind that does not exist
    a: { kind: "rul", ...about, when: { constant: true } },
  },
});
defineRuleset({
  ...whole,
  decisions: {
    a: {
      kind: "rule",
      ...about,
      // @ts-expect-error an operator that does not exist, deep inside
      when: { all: [{ fact: "users", operator: "atLeast", value: 1 }] },
    },
  },
});
defineRuleset({
  ...whole,
  decisions: {
    a: {
      kind: "bands",
      ...about,
      input: 1,
      closed: "lower",
      // @ts-expect-error a number written as a text
      bands: { low: { outcome: 0 }, high: { from: "10", outcome: 1 } },
    },
  },
});
defineRuleset({
  ...whole,
  decisions: {
    a: {
      kind: "bands",
      ...about,
      input: 1,
      closed: "lower",
      // @ts-expect-error a misspelt key that may be left out, deep inside
      bands: { low: { outcome: 0 }, high: { form: 10, outcome: 1 } },
    },
  },
});
defineRuleset({
  ...whole,
  // @ts-expect-error a misspelt section
  decision: {},
  decisions: {},
});
// @ts-expect-error a section that is missing
defineRuleset(whole);

// JSON, of which TypeScript knows no value, leaves all open; written types can be put in its place.
const read = defineRuleset(xian);
holds<Equal<typeof read, Ruleset<AnySpec>>>();
evaluate(compile(read), "anything", { whatever: 1 });
const told = defineRuleset(xian) as Ruleset<Xian>;
// @ts-expect-error a misspelt fact
evaluate(compile(told), "scope", { own: true });
const loose = { ...whole, decisions: {}, language: "1" as string };
const unknown = defineRuleset(loose);
holds<Equal<typeof unknown, Ruleset<AnySpec>>>();
const loaded = loadRuleset(xian);
// @ts-expect-error one that was loaded is checked already
if (loaded.ok) defineRuleset(loaded.ruleset.document);

// Pieces whose values TypeScript does not know leave open what rests on them, and nothing else.
declare const facts: Readonly<Record<string, Fact>>;
declare const terms: Readonly<Record<string, { readonly zh: string; readonly en: string }>>;
declare const none: Readonly<Record<never, never>>;
const pieces = defineRuleset({
  ...whole,
  facts,
  decisions: {
    open: { kind: "bands", ...about, input: 1, closed: "lower", outcomes: terms, bands: none },
    known: { kind: "rule", ...about, when: { fact: "users", operator: "lessThan", value: 1 } },
  },
});
holds<Equal<SpecOf<typeof pieces>["decisions"]["open"]["outcome"], string>>();
holds<Equal<SpecOf<typeof pieces>["decisions"]["known"]["outcome"], boolean>>();
evaluate(compile(pieces), "known", { users: 1 });
