import { evaluate, type Result } from "../../src/index.ts";
import type { CheckName } from "./checks.ts";
import {
  type Answers,
  type Asked,
  type Executor,
  type Facts,
  fittedTo,
  oneByOne,
} from "./executor.ts";

/*
 * Executors that are wrong, each in one way, as one over columns or in a database might well be.
 * One file, over the usual length: each is one entry of one table.
 */

type Handle = (asked: Asked, run: (asked: Asked) => Promise<Answers>) => Promise<Answers>;

/** Is right but for what is done to each result. */
const telling = (change: (result: Result) => object): Executor =>
  oneByOne((program, decision, facts, fitted) => {
    const result: Result = evaluate(program, decision, facts, fitted);
    return { ...result, ...change(result) } as Result;
  });

/** Is right but for what is done with all accounts, or all answers, at once. */
const handling = (handle: Handle): Executor => ({
  execute: (asked) => handle(asked, async (a) => oneByOne(evaluate).execute(a)),
});

/** Is right but for the facts that it goes by. */
const reading = (read: (facts: Facts, asked: Asked) => Facts) =>
  handling((asked, run) =>
    run({ ...asked, accounts: asked.accounts.map((facts) => read(facts, asked)) }),
  );

/** Is right but for the population that it goes by. */
const fitting = (change: (accounts: readonly Facts[]) => readonly Facts[]): Executor =>
  oneByOne(evaluate, ({ population, ...asked }) =>
    fittedTo({
      ...asked,
      ...(population && { population: { ...population, accounts: change(population.accounts) } }),
    }),
  );

const digits = (change: (n: number) => number) =>
  telling(({ outcome }) => (typeof outcome === "number" ? { outcome: change(outcome) } : {}));

function zeroFor(isUnknown: (value: unknown) => boolean): Executor {
  return reading((facts, { program }) => {
    const declared = Object.entries(program.document.facts);
    const open = declared.filter(([name, { type }]) => type === "number" && isUnknown(facts[name]));
    return { ...facts, ...Object.fromEntries(open.map(([name]) => [name, 0])) };
  });
}

/** Writes into an account where it can: one that is frozen tells nobody. */
function writing(): Executor {
  return reading((facts) => {
    Reflect.set(facts, "seen", true);
    return facts;
  });
}

/** Keeps its answers, and hands them out again. */
function remembering(): Executor {
  const kept = new Map<string, Answers>();
  return handling(async (asked, run) => {
    const { program, ...given } = asked;
    const key = JSON.stringify([program.hash, program.settings, given]);
    const answers = kept.get(key) ?? (await run(asked));
    kept.set(key, answers);
    return answers;
  });
}

/** Fills in what one call did not know with what the call before did. */
function learning(): Executor {
  let known: Facts = {};
  return handling(async (asked, run) => {
    const before = known;
    known = Object.assign({}, ...asked.accounts);
    return run({ ...asked, accounts: asked.accounts.map((a) => ({ ...before, ...a })) });
  });
}

/** Fills in what a row does not know with what the row before did, as a column does that is not reset. */
const carrying = handling((asked, run) => {
  let known: Facts = {};
  const accounts = asked.accounts.map((a) => {
    known = { ...known, ...a };
    return known;
  });
  return run({ ...asked, accounts });
});

/** Has the missing facts of one decision for those of all. */
const mixing = handling(async (asked, run) => {
  const answers = await run(asked);
  return answers.map((of) => {
    const [first] = Object.values(of);
    const all = Object.entries(of).map(([d, a]) => [d, { ...first, ...a, parts: first }]);
    return Object.fromEntries(all) as typeof of;
  });
});

const returning = handling(async (asked, run) => {
  const answers = await run(asked);
  return answers.map((of, i) =>
    Object.fromEntries(
      Object.entries(of).map(([d, a]) => [d, { ...a, facts: asked.accounts[i] }] as const),
    ),
  );
});

const agrees: CheckName = "agrees with the reference";

/** What is wrong with each, and the check that is about it. */
export const faulty: Readonly<Record<string, readonly [CheckName, () => Executor]>> = {
  "a last digit that is wrong": [agrees, () => digits((n) => n + 1e-10)],
  "a zero that has a sign": [agrees, () => digits((n) => (n === 0 ? -0 : n))],
  "a reason that is lost": [agrees, () => telling((r) => ({ reasons: r.reasons.slice(1) }))],
  "reasons in another order": [
    agrees,
    () => telling((r) => ({ reasons: [...r.reasons].reverse() })),
  ],
  "a clause that is lost": [
    agrees,
    () => telling((r) => ({ reasons: r.reasons.map((of) => ({ ...of, citation: undefined })) })),
  ],
  "evidence that is lost": [
    agrees,
    () => telling((r) => ({ reasons: r.reasons.map((of) => ({ ...of, because: [] })) })),
  ],
  "a missing fact that is lost": [agrees, () => telling((r) => ({ missing: r.missing.slice(1) }))],
  "a cause that is lost": [agrees, () => telling(() => ({ cause: undefined }))],
  "an unknown number taken for zero": [agrees, () => zeroFor((v) => v === undefined)],
  "one account of the population left out": [agrees, () => fitting((all) => all.slice(1))],
  "an account for fewer": [
    agrees,
    () => handling(async (asked, run) => (await run(asked)).slice(0, -1)),
  ],
  "`null` taken for zero": [
    "takes for unknown what is absent, undefined, null or blank",
    () => zeroFor((v) => v === null),
  ],
  "an account that is written to": ["leaves what it is handed as it is", writing],
  "an account in its answer": ["shares nothing with what it is handed", () => returning],
  "answers that are handed out twice": ["hands out what nobody else holds", remembering],
  "facts by their place": [
    "does not go by the order of keys",
    () => reading((facts) => Object.fromEntries(Object.entries(facts).slice(1))),
  ],
  "a column that is not reset": ["does not go by the order of accounts", () => carrying],
  "a column that goes on": ["decides on each account as if it were alone", () => carrying],
  "the last of the population left out": [
    "does not go by the order of the population",
    () => fitting((all) => all.slice(0, -1)),
  ],
  "what is told of the first decision, told of all": [
    "does not go by the order of decisions",
    () => mixing,
  ],
  "what is told of one decision, told of others": [
    "decides each decision as if it were alone",
    () => mixing,
  ],
  "facts of an earlier call": ["keeps nothing of earlier calls", learning],
  "keys that are no facts": [
    "looks at declared facts alone",
    () => reading((facts) => (Object.hasOwn(facts, "n0") ? {} : facts)),
  ],
};

/** Takes for a fact what is none. */
export const credulous: Readonly<Record<string, Executor>> = {
  "a text taken for a number": reading((facts, { program }) => {
    const isNumber = (name: string) => program.document.facts[name]?.type === "number";
    const read = (name: string, v: unknown) => (isNumber(name) && typeof v === "string" ? +v : v);
    return Object.fromEntries(Object.entries(facts).map(([name, v]) => [name, read(name, v)]));
  }),
  "what is inherited taken for known": reading((facts) => {
    const all: Record<string, unknown> = {};
    for (const name in facts) all[name] = facts[name];
    return all;
  }),
  "what can't be taken for unknown": reading((facts) =>
    Object.fromEntries(Object.entries(facts).filter(([, v]) => typeof v !== "object")),
  ),
};
