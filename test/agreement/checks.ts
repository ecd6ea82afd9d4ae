import { ask, expected, iced, unlike, type Written, write } from "./answers.ts";
import { copied, exact, objectsIn } from "./exact.ts";
import type { Answers, Asked, Executor, Facts } from "./executor.ts";

/*
 * The checks of the contract. Each says what is wrong, or nothing. But for the first, an executor is
 * held against itself, so that one that tells little is held to the whole of what it tells.
 */

/** `answers`: what the executor said when it was asked first. */
type Check = (executor: Executor, asked: Asked, answers: Written) => Promise<string | undefined>;

/** Asks again, otherwise, and brings the answers back into the first order. */
const same =
  (other: (asked: Asked) => Asked, back: (answers: Written) => Written = (a) => a): Check =>
  async (e, asked, answers) =>
    unlike(asked, answers, back(await ask(e, other(asked))));

const reversed = <T>(of: readonly T[]): readonly T[] => [...of].reverse();

/** Does something to every account, those of the population too. */
const each =
  (change: (account: Facts, asked: Asked) => Facts) =>
  (asked: Asked): Asked => {
    const all = (of: readonly Facts[]) => of.map((a) => change(a, asked));
    const { population, accounts } = asked;
    return {
      ...asked,
      accounts: all(accounts),
      ...(population ? { population: { ...population, accounts: all(population.accounts) } } : {}),
    };
  };

const turned = (account: Facts) => Object.fromEntries(reversed(Object.entries(account)));

/** Everything that is not known, said outright: by `undefined`, by `null`, or by a blank text. */
function saidUnknown(account: Facts, { program }: Asked): Facts {
  const { facts } = program.document;
  const open = Object.keys(facts).filter((name) => account[name] === undefined);
  const ways = (i: number, isText: boolean) => [undefined, null, isText ? " " : null][i % 3];
  const said = open.map((name, i) => [name, ways(i, facts[name]?.type === "text")]);
  return { ...Object.fromEntries(said), ...account };
}

const withStrangers = (account: Facts) => ({ ...account, 备注: "x", n0: 0, toString: "x" });

export const checks = {
  "agrees with the reference": async (e, asked, answers) =>
    unlike(asked, await expected(e, asked), answers),

  async "leaves what it is handed as it is"(e, asked) {
    const handed = copied(given(asked));
    await e.execute({ ...asked, ...handed });
    return exact(handed) === exact(given(asked)) ? undefined : "an input was changed";
  },

  async "shares nothing with what it is handed"(e, asked) {
    const handed = copied(given(asked));
    const [inputs, outputs] = [handed, await e.execute({ ...asked, ...handed })].map((v) =>
      objectsIn(v),
    );
    const both = [...(inputs ?? [])].find((o) => outputs?.has(o));
    return both && `an answer holds what was handed in: ${exact(both)}`;
  },

  async "hands out what nobody else holds"(e, asked) {
    const first = await e.execute(iced(asked));
    const before = write(e, first);
    scribble(first);
    return unlike(asked, before, await ask(e, asked));
  },

  "does not go by the order of keys": same(each(turned)),

  "does not go by the order of accounts": same(
    (asked) => ({ ...asked, accounts: reversed(asked.accounts) }),
    reversed,
  ),

  "does not go by the order of the population": same(({ population, ...asked }) => ({
    ...asked,
    ...(population && {
      population: { ...population, accounts: reversed(population.accounts) },
    }),
  })),

  "does not go by the order of decisions": same((asked) => ({
    ...asked,
    decisions: reversed(asked.decisions),
  })),

  async "decides on each account as if it were alone"(e, asked, together) {
    const alone = asked.accounts.map((account) => ask(e, { ...asked, accounts: [account] }));
    return unlike(asked, together, (await Promise.all(alone)).flat());
  },

  async "decides each decision as if it were alone"(e, asked, together) {
    const alone: Written[] = [];
    for (const d of asked.decisions) alone.push(await ask(e, { ...asked, decisions: [d] }));
    const joined = asked.accounts.map((_, i) => Object.assign({}, ...alone.map((a) => a[i])));
    return unlike(asked, together, joined);
  },

  async "keeps nothing of earlier calls"(e, asked, before) {
    const { population } = asked;
    // The same facts in other hands: accounts that know less, in a population that is smaller.
    const less = each((account) => Object.fromEntries(Object.entries(account).slice(1)))(asked);
    const fewer = population && { ...population, accounts: population.accounts.slice(1) };
    await ask(e, { ...less, ...(fewer ? { population: fewer } : {}) });
    return unlike(asked, before, await ask(e, asked));
  },

  "takes for unknown what is absent, undefined, null or blank": same(each(saidUnknown)),

  "looks at declared facts alone": same(each(withStrangers)),
} as const satisfies Readonly<Record<string, Check>>;

export type CheckName = keyof typeof checks;

const given = ({ accounts, population }: Asked) => ({
  accounts,
  ...(population ? { population } : {}),
});

/** Writes over all that a caller may take for its own: the outcome, the parts, what is missing. */
function scribble(answers: Answers) {
  for (const answer of answers.flatMap((of) => Object.values(of))) {
    if ("refused" in answer) continue;
    for (const held of [answer.outcome, answer.parts, answer.missing]) scribbleOn(held);
  }
}

function scribbleOn(value: unknown) {
  if (typeof value !== "object" || value === null || Object.isFrozen(value)) return;
  for (const inside of Object.values(value)) scribbleOn(inside);
  if (Array.isArray(value)) value.push("scribbled");
  else Object.assign(value, { scribbled: true });
}
