import { readFacts } from "../execute/facts.ts";
import { run } from "../execute/reference.ts";
import { lowerRuleset } from "../kinds/lower.ts";
import { type Ruleset, written } from "../kinds/ruleset.ts";
import type { Decision } from "../kinds/schema.ts";
import { childrenOf, type Node, type NodeId, type Value } from "../plan/node.ts";
import type { Part, Plan, PlannedDecision, Trace } from "../plan/plan.ts";
import { settingsOn } from "../ruleset/dates.ts";
import { TiercutError } from "../ruleset/diagnostics.ts";
import type { DocumentOf } from "../ruleset/document.ts";
import { settle } from "../ruleset/settle.ts";
import { type Meaning, meaningOf } from "./diagram/meaning.ts";
import { type Symbols, symbolsOf } from "./diagram/symbols.ts";
import type { Account } from "./diagram/witness.ts";

/** What is taken apart: also what a variant is built on, which is no ruleset by itself. */
type Studied = Omit<Ruleset<unknown>, "hash">;

/** A ruleset taken apart for analysis, at the settings it has by default or on a day. */
export interface Study {
  readonly ruleset: Studied;
  readonly document: DocumentOf<Decision>;
  readonly plan: Plan;
  /** From a place in the document as understood to the one as written. */
  locate(path: string): string;
}

/**
 * Takes a ruleset apart, for a day where its parameters have dated values. A decision whose
 * parameters are not set is left out.
 */
export function study(ruleset: Studied, on: string | undefined = ruleset.on): Study {
  const whole = written(ruleset.document);
  const dated = on === undefined ? {} : settingsOn(whole.parameters, on);
  const understood = settle(whole, dated);
  const { plan } = lowerRuleset(understood);
  const document = understood.document as DocumentOf<Decision>;
  return { ruleset, document, plan, locate: understood.locate };
}

/** The symbols and meanings of one question, apart from all others so that each has its own bounds. */
export interface Question {
  readonly s: Symbols;
  readonly m: Meaning;
}

/** How many steps one question may take: a few seconds. */
const mostSteps = 1_000_000;

/** Opens a question about a plan. */
export function ask({ plan }: Pick<Study, "plan">, most = mostSteps): Question {
  const s = symbolsOf([plan], most);
  return { s, m: meaningOf(plan, s) };
}

/** A plan, and the facts it is run on. */
interface Runnable {
  readonly plan: Plan;
  readonly document: Pick<DocumentOf<unknown>, "facts">;
}

/** Runs nodes of a plan on an account; nothing where one of them needs the population. */
export function valuesOf(
  study: Runnable,
  nodes: readonly NodeId[],
  account: Account,
): readonly Value[] | undefined {
  const trace = traceOf(study, account);
  try {
    return trace && nodes.map((n) => trace.value(n));
  } catch (error) {
    if (error instanceof TiercutError) return undefined;
    throw error;
  }
}

/** Starts a run of a plan on an account; nothing where the ruleset does not take it. */
export function traceOf({ plan, document }: Runnable, account: Account): Trace | undefined {
  const { known, faults } = readFacts(document.facts, account);
  return faults.length > 0 ? undefined : run(plan, known, { aggregates: {}, cuts: {} });
}

/** The first node that came from a place in the document. */
export function nodeAt({ plan }: Study, path: string): NodeId | undefined {
  const found = plan.nodes.findIndex((n) => n.origin.path === path);
  return found < 0 ? undefined : found;
}

/** The outcome and all parts of a decision, each once. */
export function partsOf({ outcome, parts }: PlannedDecision): readonly Part[] {
  const all = [outcome, parts].flat() as readonly Part[];
  return all.filter((p, i) => all.findIndex((q) => q.name === p.name && q.node === p.node) === i);
}

/** The nodes some nodes rest on, themselves among them. */
export function nodesUnder(plan: Plan, roots: readonly NodeId[]): ReadonlySet<NodeId> {
  const found = new Set(roots);
  for (const id of found) for (const child of childrenOf(plan.nodes[id] as Node)) found.add(child);
  return found;
}

/** Reads what stands at a JSON pointer. */
export function at(root: unknown, path: string): unknown {
  const keys = path.split("/").slice(1);
  return keys.reduce<unknown>((value, key) => {
    const name = key.replaceAll("~1", "/").replaceAll("~0", "~");
    const inside = typeof value === "object" && value !== null && Object.hasOwn(value, name);
    return inside ? (value as Record<string, unknown>)[name] : undefined;
  }, root);
}
