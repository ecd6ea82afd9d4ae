import { readFacts, tellFault } from "../../src/execute/facts.ts";
import { run } from "../../src/execute/reference.ts";
import { resultOf } from "../../src/execute/result.ts";
import { TiercutError } from "../../src/index.ts";
import type { PlannedDecision } from "../../src/plan/plan.ts";
import { type Answer, attempt, type Executor, type Facts, fittedTo, told } from "./executor.ts";

/** What a plan means: the node table of the reference, run once for all decisions of an account. */
export const reference: Executor = {
  async execute(asked) {
    const { program, decisions, accounts } = asked;
    const tables = fittedTo(asked) ?? { aggregates: {}, cuts: {} };
    const answer = async (account: Facts) => {
      const planned = decisions.map((d) => program.plan.decisions[d] as PlannedDecision);
      const read = readFacts(program.facts[planned[0]?.subject ?? ""] ?? {}, account);
      const trace = run(program.plan, read.known, tables);
      const each = planned.map(async (d): Promise<[string, Answer]> => {
        const lines = read.faults.map(tellFault);
        const decide = () => {
          if (lines.length === 0) return told(resultOf(program, d, trace));
          const head = `\`${d.name}\` can't be evaluated on these facts:`;
          throw new TiercutError([head, ...lines].join("\n"));
        };
        return [d.name, await attempt(decide)];
      });
      return Object.fromEntries(await Promise.all(each));
    };
    return Promise.all(accounts.map(answer));
  },
};
