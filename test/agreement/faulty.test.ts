import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { ask, expected, unlike } from "./answers.ts";
import { type CheckName, checks } from "./checks.ts";
import { rulesets } from "./documents.ts";
import type { Executor } from "./executor.ts";
import { credulous, faulty } from "./faulty.ts";
import { hostileTo } from "./hostile.ts";
import { programsOf, situationsOf } from "./situations.ts";

/* The contract can fail: whatever is wrong with an executor, the check that is about it finds it. */

const seed = 5;
const programs = rulesets.chain(programsOf);
const situations = fc.sample(
  programs.chain((p) => situationsOf(p)),
  { numRuns: 60, seed },
);
const hostile = fc.sample(programs.chain(hostileTo), { numRuns: 60, seed });

describe("the contract finds", () => {
  it.each(Object.entries(faulty))("%s", async (_, [check, make]) => {
    expect(await found(check, make())).toMatch(/wanted: |answers for|was changed|was handed in/);
  });

  it.each(Object.entries(credulous))("%s", async (_, executor) => {
    const wrong = hostile
      .flat()
      .map(async (asked) =>
        unlike(asked, await expected(executor, asked), await ask(executor, asked)),
      );
    expect((await Promise.all(wrong)).some((w) => w !== undefined)).toBe(true);
  });

  it("an executor for each of its checks", () => {
    const about = new Set(Object.values(faulty).map(([check]) => check));
    expect([...about].sort()).toEqual(Object.keys(checks).sort());
  });

  it("that an account is written to, where it is frozen", async () => {
    const writing: Executor = {
      execute: ({ accounts }) =>
        accounts.map((account) => Object.assign(account, { seen: true }) as never),
    };
    await expect(found("agrees with the reference", writing)).rejects.toThrow(TypeError);
  });

  it("that a program is written to, which is frozen", async () => {
    const writing: Executor = {
      execute: ({ program, accounts }) => {
        Object.assign(program.plan.nodes[0] ?? {}, { seen: true });
        return accounts.map(() => ({}));
      },
    };
    await expect(found("agrees with the reference", writing)).rejects.toThrow(TypeError);
  });
});

/** What a check finds first. */
async function found(check: CheckName, executor: Executor): Promise<string | undefined> {
  for (const asked of situations.flat()) {
    const wrong = await checks[check](executor, asked, await ask(executor, asked));
    if (wrong !== undefined) return wrong;
  }
  return undefined;
}
