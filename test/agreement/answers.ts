import { frozen } from "../kinds/tiny.ts";
import { exact } from "./exact.ts";
import { type Answer, type Asked, type Executor, everything, type Facts } from "./executor.ts";
import { reference } from "./reference.ts";

/** Answers as they are compared: for each account, each decision's, every kind of telling by itself. */
export type Written = readonly Readonly<Record<string, Readonly<Record<string, string>>>>[];

/** Asks an executor, and writes its answers out; what it is handed is frozen. */
export const ask = async (e: Executor, asked: Asked): Promise<Written> =>
  write(e, await e.execute(iced(asked)));

/** Freezes what is handed in; programs come frozen. */
export const iced = (asked: Asked): Asked => {
  const { program, ...handed } = asked;
  return { program, ...frozen(handed) };
};

/** What the reference says, of all that an executor tells. */
export const expected = async (e: Executor, asked: Asked): Promise<Written> =>
  write(e, await reference.execute(asked));

export function write({ tells = everything }: Executor, answers: readonly object[]): Written {
  const one = (answer: Answer) => {
    if ("refused" in answer) return { refused: tells.includes("refused") ? answer.refused : "" };
    const { missing } = answer;
    const sorted = missing ? { ...answer, missing: [...missing].sort() } : answer;
    const keys = tells.filter((key) => key !== "refused");
    return Object.fromEntries(keys.map((key) => [key, exact((sorted as Facts)[key])]));
  };
  return answers.map((of) =>
    Object.fromEntries(Object.entries(of as Record<string, Answer>).map(([d, a]) => [d, one(a)])),
  );
}

/** The first place in which two sets of answers differ, in words. */
export function unlike(asked: Asked, wanted: Written, found: Written): string | undefined {
  if (wanted.length !== found.length)
    return `${found.length} answers for ${wanted.length} accounts`;
  for (const [i, account] of asked.accounts.entries()) {
    for (const decision of asked.decisions) {
      const [one, other] = [wanted[i]?.[decision] ?? {}, found[i]?.[decision] ?? {}];
      const keys = [...new Set([...Object.keys(one), ...Object.keys(other)])];
      const key = keys.find((k) => one[k] !== other[k]);
      if (key === undefined) continue;
      const where = `\`${decision}\` of account ${i + 1}, ${exact(account)}`;
      return `${where}\n  ${key} wanted: ${one[key]}\n  ${key} found: ${other[key]}`;
    }
  }
  return undefined;
}
