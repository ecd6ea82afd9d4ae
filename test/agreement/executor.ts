import { type Fitted, fit, type Program, type Result, TiercutError } from "../../src/index.ts";
import type { PlannedDecision } from "../../src/plan/plan.ts";
import type { Citation } from "../../src/ruleset/text.ts";

/*
 * What an executor is to the contract: it is asked many accounts at once, so that one over columns or
 * in a database joins as one that takes them one by one does.
 */

export type Facts = Readonly<Record<string, unknown>>;

/** Decisions about one subject, for some accounts. */
export interface Asked {
  readonly program: Program;
  readonly decisions: readonly string[];
  readonly accounts: readonly Facts[];
  /** What population decisions are fitted to, and what it is of; without it, none is asked. */
  readonly population?: { readonly subject: string; readonly accounts: readonly Facts[] };
}

/** A result in the form that is compared. */
export interface Told {
  readonly status: Result["status"];
  readonly outcome: unknown;
  readonly parts: unknown;
  /** The facts that would settle it, in any order. */
  readonly missing: readonly string[];
  readonly cause: string | undefined;
  /** The grounds, in the order they are told in. */
  readonly reasons: readonly { readonly id: string; readonly citation: Citation | undefined }[];
  /** All words and evidence besides. */
  readonly words: unknown;
}

/** Why an account was not decided on, as `evaluate` says it. */
export interface Refused {
  readonly refused: string;
}

export type Answer = Partial<Told> | Refused;
/** For each account, in the order they were handed in, an answer to each decision. */
export type Answers = readonly Readonly<Record<string, Answer>>[];

export const everything = [
  "status",
  "outcome",
  "parts",
  "missing",
  "cause",
  "reasons",
  "words",
  "refused",
] as const;

export interface Executor {
  execute(asked: Asked): Answers | Promise<Answers>;
  /** Does it take a decision; without it, it takes all. */
  decides?(program: Program, decision: PlannedDecision): boolean;
  /** What it tells of a result; without it, everything. */
  readonly tells?: readonly (typeof everything)[number][];
}

/** Puts a result in the form that is compared. */
export function told(result: Result): Told {
  const { status, outcome, parts, missing, reasons, ...words } = result;
  const cause = "cause" in words ? words.cause : undefined;
  return {
    ...{ status, outcome, parts, missing, cause },
    reasons: reasons.map(({ id, citation }) => ({ id, citation })),
    words: { ...words, reasons },
  };
}

/** Takes a refusal for an answer; any other error is a fault. */
export async function attempt(answer: () => Answer | Promise<Answer>): Promise<Answer> {
  try {
    return await answer();
  } catch (error) {
    if (error instanceof TiercutError) return { refused: error.message };
    throw error;
  }
}

type Evaluate = (
  program: Program,
  decision: string,
  facts: never,
  fitted: Fitted,
) => Result | Promise<Result>;

/** What a population was fitted to. */
export const fittedTo = ({ program, population }: Asked): Fitted | undefined =>
  population && fit(program, population.accounts, { subject: population.subject });

/** An executor of a function that decides on one account. */
export function oneByOne(evaluate: Evaluate, fitting = fittedTo): Executor {
  return {
    async execute(asked) {
      const fitted = fitting(asked);
      const answers: Record<string, Answer>[] = [];
      for (const facts of asked.accounts) {
        const own: Record<string, Answer> = {};
        for (const name of asked.decisions) {
          const decide = () => evaluate(asked.program, name, facts as never, fitted as Fitted);
          own[name] = await attempt(async () => told(await decide()));
        }
        answers.push(own);
      }
      return answers;
    },
  };
}
