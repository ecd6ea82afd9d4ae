import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { compile, type Program, type Ruleset } from "../../src/index.ts";
import { ruleset as anqing } from "../../src/policies/anqing-mobile-2010.ts";
import { ruleset as hainan } from "../../src/policies/hainan-unicom-2003.ts";
import { ruleset as xian } from "../../src/policies/xian-unicom-2012.ts";
import { frozen } from "../kinds/tiny.ts";
import { ask, expected, unlike } from "./answers.ts";
import { checks } from "./checks.ts";
import { rulesets } from "./documents.ts";
import { exact } from "./exact.ts";
import { type Asked, type Executor, everything } from "./executor.ts";
import { hostileTo } from "./hostile.ts";
import { programsOf, type Situation, situationsOf } from "./situations.ts";

/**
 * How many times as much as usual is tried: `AGREEMENT=50 npx vitest run test/agreement`. Only then is
 * what fails made smaller, which takes longer than all else.
 */
const times = Number(process.env.AGREEMENT ?? 1);
const endOnFailure = process.env.AGREEMENT === undefined;

export const shipped = [hainan, anqing, xian] as unknown as readonly Ruleset[];

/** What programs are drawn from, and how many of them. */
const sources: Readonly<Record<string, readonly [of: fc.Arbitrary<Program>, runs: number]>> = {
  "generated rulesets": [rulesets.chain(programsOf), 15],
  ...Object.fromEntries(
    shipped.flatMap((ruleset) => {
      const { id } = ruleset.document;
      return [
        [id, [fc.constant(frozen(compile(ruleset))), 1]],
        [`${id} at drawn settings`, [programsOf(ruleset), 2]],
      ];
    }),
  ),
};

/**
 * Registers the contract that every executor keeps: it decides as the reference does, values, reasons
 * and what is missing, whatever order it is asked in and whatever it was asked before, changes nothing
 * that it is handed, and refuses what the reference refuses.
 *
 * Another executor joins by one line: `agreement("its name", executor)`.
 */
export function agreement(name: string, executor: Executor) {
  describe(name, () => {
    const seen = new Set<string>();
    it.each(Object.entries(sources))("keeps the contract on %s", async (_, [programs, runs]) => {
      const drawn = programs.chain((p) => fc.tuple(situationsOf(p), hostileTo(p)));
      const property = fc.asyncProperty(drawn, async ([situation, hostile]) => {
        for (const asked of takenBy(executor, situation)) await keep(executor, asked, seen);
        for (const asked of takenBy(executor, hostile)) await refuse(executor, asked, seen);
      });
      await fc.assert(property, { numRuns: runs * times, endOnFailure, reporter });
    });
    it("decided, left open and refused something, so that it was held to something", () => {
      const refusal = tellsRefusals(executor) ? ["refused"] : [];
      expect([...seen].sort()).toEqual(["decided", ...refusal, "undetermined"]);
    });
  });
}

/** A program is too long to print: what went wrong says which it is, and the seed draws it again. */
function reporter<T>({ failed, seed, counterexamplePath, errorInstance }: fc.RunDetails<T>) {
  if (!failed) return;
  const why = errorInstance instanceof Error ? errorInstance.message : String(errorInstance);
  throw new Error(`${why}\ndrawn by seed ${seed}, path ${counterexamplePath}`, {
    cause: errorInstance,
  });
}

/** What an executor is asked of a situation: the decisions that it takes. */
const takenBy = ({ decides }: Executor, situation: Situation): readonly Asked[] =>
  situation
    .map(({ program, decisions, ...asked }) => {
      const { decisions: planned } = program.plan;
      const isTaken = (d: string) => {
        const decision = planned[d];
        return decision !== undefined && (decides?.(program, decision) ?? true);
      };
      return { program, decisions: decisions.filter(isTaken), ...asked };
    })
    .filter(({ decisions }) => decisions.length > 0);

/** Holds an executor to each of the checks. */
async function keep(executor: Executor, asked: Asked, seen: Set<string>) {
  const answers = await ask(executor, asked);
  for (const [check, broken] of Object.entries(checks)) {
    const wrong = await broken(executor, asked, answers);
    if (wrong !== undefined) throw new Error(told(check, wrong, asked));
  }
  const states = await expected({ ...executor, tells: ["status"] }, asked);
  for (const { status } of states.flatMap((of) => Object.values(of))) {
    if (status !== undefined) seen.add(JSON.parse(status));
  }
}

const tellsRefusals = ({ tells = everything }: Executor) => tells.includes("refused");

/** Of what can't be, only the answer is compared: which part of it is read first is nobody's promise. */
async function refuse(executor: Executor, asked: Asked, seen: Set<string>) {
  if (!tellsRefusals(executor)) return;
  const wanted = await expected(executor, asked);
  const wrong = unlike(asked, wanted, await ask(executor, asked));
  if (wrong !== undefined)
    throw new Error(told("refuses what the reference refuses", wrong, asked));
  if (wanted.some((of) => Object.values(of).some((a) => "refused" in a))) seen.add("refused");
}

function told(check: string, wrong: string, { program, ...handed }: Asked): string {
  const { document, settings } = program;
  const shown = exact({ settings, ...handed, decisions: document.decisions });
  return `the executor breaks: ${check}\n${wrong}\non \`${document.id}\`: ${shown.slice(0, 4000)}`;
}
