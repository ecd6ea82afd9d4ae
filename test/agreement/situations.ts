import fc from "fast-check";
import { compile, type Program, type Ruleset, type Settings } from "../../src/index.ts";
import type { Parameter } from "../../src/ruleset/schema/parameter.ts";
import { type Arbitraries, arbitrariesOf } from "../../src/testing/index.ts";
import { frozen } from "../kinds/tiny.ts";
import type { Asked, Facts } from "./executor.ts";

/** Every decision of a program, asked for some accounts: those about one subject together. */
export type Situation = readonly Asked[];

/** Draws settings: every reading there is, and what must be set. */
export function settingsOf({ document }: Ruleset<unknown>): fc.Arbitrary<Settings> {
  const drawn = Object.entries(document.parameters).flatMap(([name, p]) => {
    const own = valuesOf(p);
    const isOpen = p.default === undefined;
    return p.type === "reading" || isOpen ? [[name, isOpen ? fc.option(own) : own] as const] : [];
  });
  const all = fc.record(Object.fromEntries(drawn) as Record<string, fc.Arbitrary<unknown>>);
  const set = all.map((of) => Object.entries(of).filter(([, value]) => value !== null));
  return set.map((entries) => Object.fromEntries(entries) as Settings);
}

function valuesOf(p: Parameter): fc.Arbitrary<number | string> {
  if (p.type === "reading") return fc.constantFrom(...Object.keys(p.readings));
  if (p.type === "date") return fc.constantFrom("2003-06-30", "2010-01-01", "2012-02-29");
  const unit = 10 ** p.scale;
  return fc
    .integer({ min: Math.ceil(p.min * unit), max: Math.floor(p.max * unit) })
    .map((n) => n / unit);
}

type Drawn = Arbitraries<{ facts: Record<string, Facts> }>;
const drawn = new WeakMap<Program, Drawn>();

/** The generators of a program: finding its thresholds takes longer than drawing an account. */
function drawnFor(program: Program): Drawn {
  const made = drawn.get(program) ?? arbitrariesOf(program as never, fc);
  drawn.set(program, made as Drawn);
  return made as Drawn;
}

/** Of many facts one at least is unknown: half of the accounts have what another one lacks. */
const filled = (account: fc.Arbitrary<Facts>): fc.Arbitrary<Facts> =>
  fc.oneof(
    account,
    fc.tuple(account, account, account).map(([a, b, c]) => ({ ...a, ...b, ...c })),
  );

/** Draws accounts for all decisions of a program, towards its thresholds, with unknown facts. */
export function situationsOf(program: Program, most = 3): fc.Arbitrary<Situation> {
  const { account, population } = drawnFor(program);
  const groups = new Map<string, { subject: string; of: string | undefined; names: string[] }>();
  for (const { name, subject, population: of } of Object.values(program.plan.decisions)) {
    const key = `${subject} ${of}`;
    groups.set(key, { subject, of, names: [...(groups.get(key)?.names ?? []), name] });
  }
  const each = [...groups.values()].map(({ subject, of, names }): fc.Arbitrary<Asked> => {
    const others = fc.array(filled(account(subject)), { minLength: 1, maxLength: most });
    // An account of which nothing is known is one, too.
    const few = others.map((all) => [...all, {}]);
    if (of === undefined) return few.map((accounts) => ({ program, decisions: names, accounts }));
    const whole = fc.tuple(population(of, { minLength: 1 }), fc.option(filled(account(of))));
    return fc.tuple(whole, few).map(([[drawn, more], accounts]) => {
      const all = drawn.map((a) => ({ ...more, ...a }));
      return {
        ...{ program, decisions: names, population: { subject: of, accounts: all } },
        // Some of those that are asked for are of the population, and some need not be in any part of it.
        accounts: of === subject ? [...all.slice(0, most), ...accounts.slice(-2)] : accounts,
      };
    });
  });
  return fc.tuple(...each);
}

/** Compiles a ruleset at settings that are drawn, each of them once; the programs are frozen. */
export function programsOf(ruleset: Ruleset): fc.Arbitrary<Program> {
  const known = new Map<string, Program>();
  return settingsOf(ruleset).map((parameters) => {
    const key = JSON.stringify(parameters);
    const program = known.get(key) ?? frozen(compile(ruleset, { parameters }));
    known.set(key, program);
    return program;
  });
}
