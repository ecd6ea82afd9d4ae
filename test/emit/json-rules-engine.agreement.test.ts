import fc from "fast-check";
import { Engine, type RuleProperties, type RuleResult } from "json-rules-engine";
import { afterAll, describe, expect, it } from "vitest";
import { fromRules, toEngine } from "../../src/emit/json-rules-engine.ts";
import type { Program } from "../../src/index.ts";
import { outcomeOf, programOf } from "../kinds/tiny.ts";
import {
  type Account,
  conditions,
  document,
  type Given,
  inEngine,
  names,
  partial,
  rarely,
  rules,
  spoilt,
  type Tree,
  whole,
} from "./json-rules-engine.arbitraries.ts";
import {
  engineLeaf,
  factsIn,
  type Named,
  rulesetLeaf,
  shapeOf,
  standing,
  type Truth,
  truth,
} from "./json-rules-engine.oracle.ts";

/*
 * Rules written for json-rules-engine, run by the engine itself, by `evaluate` once they are read into
 * a ruleset, and by the engine made of that ruleset. Where all facts are known the three agree, trees
 * included. Where they do not, each does what docs/json-rules-engine.md says it does.
 */

const wanted = Number(process.env.RULES ?? 200);
const began = Date.now();
const tried = { rules: 0, accounts: 0, refused: 0, nodes: 0, apart: 0, spoilt: 0 };
const shapes = new Set<string>();

/** Rules read into a program, and the same rules in an engine of their own. */
interface Both {
  readonly kept: readonly Given[];
  readonly named: Named;
  readonly native: Engine;
  readonly program: Program;
  readonly written: Engine;
}

/** What a rule's decision is called: the letters and digits of its name, or of its event's type. */
const decisionOf = ({ rule }: Given) =>
  String(rule.name ?? rule.event.type)
    .toLowerCase()
    .replaceAll(/[^a-z0-9]/g, "");

/** The engine writes into what it is given. */
const copied = <T>(value: T): T => structuredClone(value);

function engineOf(kept: readonly Given[], named: Named): Engine {
  const engine = new Engine([], { allowUndefinedFacts: true });
  for (const [name, tree] of Object.entries(named))
    engine.setCondition(name, copied(tree) as never);
  for (const { rule } of kept) {
    engine.addRule({ ...copied(rule), name: rule.event.type } as unknown as RuleProperties);
  }
  return engine;
}

/** Reads the rules, and holds what was refused against what was planted. */
function both(given: readonly Given[], named: Named): Both | undefined {
  const before = JSON.stringify(given);
  const read = fromRules(
    given.map((g) => g.rule),
    { document, conditions: named, names },
  );
  expect(JSON.stringify(given)).toBe(before);
  const planted = given.flatMap((g, rule) => (g.refused ? [[rule, g.refused]] : []));
  expect(read.refusals.map((r) => [r.rule, r.code])).toEqual(planted);
  const kept = given.filter((g) => !g.refused);
  const inOrder = kept.toSorted(
    (a, b) => Number(b.rule.priority ?? 1) - Number(a.rule.priority ?? 1),
  );
  expect(Object.keys(read.document?.decisions ?? {})).toEqual(inOrder.map(decisionOf));
  expect(read.events).toEqual(Object.fromEntries(kept.map((g) => [decisionOf(g), g.rule.event])));
  tried.refused += planted.length;
  tried.rules += given.length;
  for (const g of kept) shapes.add(shapeOf(g.rule.conditions as Tree, named));
  const [first, ...more] = kept.map(decisionOf);
  if (first === undefined) return undefined;
  const program = programOf(read.document);
  const written = toEngine(program, first, ...more);
  return { kept, named, native: engineOf(kept, named), program, written };
}

const treeOf = ({ rule }: Given) => rule.conditions as Tree;

async function resultsOf(engine: Engine, account: Account) {
  const { results, failureResults, events } = await engine.run({ ...account });
  const all = [...results, ...failureResults];
  return { named: new Map(all.map((r): [string, RuleResult] => [r.name, r])), events };
}

/** Holds one thing against another; `expect` is slow where there are millions. */
function same(found: unknown, must: unknown, of: unknown) {
  if (found !== must) expect({ of, found }).toEqual({ of, found: must });
}

/** Holds each node of a result tree that was asked against what it must have come to. */
function checkTree(
  found: unknown,
  tree: Tree,
  must: (at: Tree, turned: boolean) => unknown,
  b: Both,
) {
  const walk = (node: Tree, at: Tree, turned: boolean) => {
    const of = standing(at, b.named);
    if (node.result !== undefined) {
      tried.nodes += 1;
      same(node.result, must(of, turned), of);
    } else if (node !== found) return;
    for (const key of ["all", "any"]) {
      const inside = of[key] as Tree[] | undefined;
      if (!inside) continue;
      same((node[key] as Tree[]).length, inside.length, of);
      for (const [i, t] of inside.entries()) walk((node[key] as Tree[])[i] as Tree, t, turned);
    }
    if (of.not) walk(node.not as Tree, of.not as Tree, !turned);
  };
  walk(found as Tree, tree, false);
}

/** Holds the engine, `evaluate` and the engine made of the ruleset against the two oracles. */
async function check(b: Both, account: Account, isWhole: boolean) {
  const native = await resultsOf(b.native, inEngine(account));
  const written = await resultsOf(b.written, account);
  const yes: string[] = [];
  const open: string[] = [];
  for (const g of b.kept) {
    const [tree, name] = [treeOf(g), decisionOf(g)];
    const inEngine = (at: Tree) => truth(at, engineLeaf, account, b.named);
    const inRuleset = (at: Tree) => truth(at, rulesetLeaf, account, b.named);
    const [theirs, ours] = [inEngine(tree), inRuleset(tree)];
    const found = native.named.get(g.rule.event.type) as RuleResult;
    const outcome = outcomeOf(b.program, account, name);
    same(found.result, theirs, tree);
    same(outcome, ours ?? "undetermined", tree);
    if (isWhole) same(found.result, outcome, tree);
    else if (theirs !== ours) tried.apart += 1;
    checkTree(found.conditions, tree, inEngine, b);
    const made = written.named.get(name) as RuleResult;
    same(made.result, ours === true, tree);
    const asked = (at: Tree, turned: boolean) => isMet(inRuleset(at), turned);
    checkTree(made.conditions, tree, asked, b);
    if (isWhole) checkTree(made.conditions, tree, inEngine, b);
    if (ours === true) yes.push(name);
    if (ours === null) open.push(name);
  }
  expect(native.events.map((e) => e.type).toSorted()).toEqual(
    b.kept
      .filter((g) => native.named.get(g.rule.event.type)?.result)
      .map((g) => g.rule.event.type)
      .toSorted(),
  );
  const told = (type: string) => written.events.filter((e) => e.type === type);
  expect(
    told("undetermined")
      .map((e) => e.params?.decision)
      .toSorted(),
  ).toEqual(open.toSorted());
  const others = written.events.filter((e) => e.type !== "undetermined");
  expect(others.map((e) => e.type).toSorted()).toEqual(yes.toSorted());
  tried.accounts += 1;
}

/** Under an odd number of `not` the engine is asked whether something could hold. */
const isMet = (of: Truth, turned: boolean) => (turned ? of !== false : of === true);

/** The engine takes what a fact can't be; here it is refused, where it is asked for. */
async function checkSpoilt(b: Both, account: Account, name: string) {
  const native = await resultsOf(b.native, inEngine(account));
  for (const g of b.kept) {
    const found = native.named.get(g.rule.event.type) as RuleResult;
    same(found.result, truth(treeOf(g), engineLeaf, account, b.named), treeOf(g));
  }
  const refusal = new RegExp(`\`${name}\` is .*: it `);
  for (const g of b.kept) {
    expect(() => outcomeOf(b.program, account, decisionOf(g))).toThrow(refusal);
  }
  const isAsked = b.kept.some((g) => factsIn(treeOf(g), b.named).has(name));
  if (isAsked) await expect(b.written.run(account)).rejects.toThrow(refusal);
  else await expect(b.written.run(account)).resolves.toBeDefined();
  tried.spoilt += 1;
}

const agreement = fc.asyncProperty(
  rules,
  conditions,
  whole,
  partial,
  rarely(spoilt, 4),
  async (given, named, known, some, wrong) => {
    const b = both(given, named);
    if (!b) return;
    await check(b, known, true);
    await check(b, some, false);
    if (wrong) await checkSpoilt(b, wrong.account, wrong.fact.name);
  },
);

describe("rules of json-rules-engine, read into a ruleset and handed back", () => {
  it(`agree on ${wanted} generated rules, and differ only as is documented`, async () => {
    const isEnough = () => tried.rules >= wanted && tried.apart > 0 && tried.spoilt > 0;
    while (!isEnough() || tried.refused === 0) await fc.assert(agreement, { numRuns: 5 });
  }, 3_600_000);
});

afterAll(() => {
  const seconds = ((Date.now() - began) / 1000).toFixed(1);
  console.log(
    [
      `${tried.rules} rules of ${shapes.size} distinct shapes in ${seconds} s`,
      `${tried.accounts} accounts, ${tried.nodes} nodes of result trees, ${tried.spoilt} accounts that can't be`,
      `${tried.apart} outcomes apart for what is unknown, ${tried.refused} rules refused`,
    ].join("\n"),
  );
});
