import { askAbstract } from "../../analyze/abstract.ts";
import { every, whereIs } from "../../analyze/diagram/meaning.ts";
import { canBe } from "../../analyze/diagram/possible.ts";
import { type Ref, TooMany } from "../../analyze/diagram/space.ts";
import type { Symbols } from "../../analyze/diagram/symbols.ts";
import { ask, nodesUnder, type Question } from "../../analyze/study.ts";
import type { Program } from "../../execute/program.ts";
import { childrenOf, type Node, type NodeId, type NodeOf } from "../../plan/node.ts";
import type { Plan } from "../../plan/plan.ts";
import type { Sighting } from "./sighting.ts";

/** What is asked for of a decision: a node of it, and what is to be seen there. */
export interface Sought {
  readonly roots: readonly NodeId[];
  readonly node: NodeId;
  readonly sighting: Sighting;
}

/** How many steps one question may take. */
const mostSteps = 120_000;
/** How many it may take to ask whether something comes about at all, which helps where that is plain. */
const fewSteps = 5_000;

/** Tells of what is to be seen whether any account can come by it: that none can is a proof. */
export interface Reaching {
  /** Can it come about at all, wherever it is asked for. */
  canBeSeen(sighting: Sighting): boolean;
  /** Can it come about where a decision asks for it. */
  canBeReached(sought: Sought): boolean;
}

/** Starts telling so of a program; where it is not settled, an account is taken to come by it. */
export function reaching({ plan }: Program): Reaching {
  let anywhere = ask({ plan }, fewSteps);
  // What is soon proven, if it can be, comes first.
  const questions = [() => askAbstract(plan, mostSteps), () => ask({ plan }, mostSteps)];
  const asked = questions.map((question) =>
    memoised((roots: readonly NodeId[]) => {
      const q = question();
      return unlessTooMany(() => ({ q, isAsked: askedIn(plan, roots, q) }));
    }),
  );
  return {
    canBeSeen({ means }) {
      const { s, m } = anywhere;
      s.space.renew();
      const found = unlessTooMany(() => isSomewhere(s, means(s, m)));
      if (found === undefined) anywhere = ask({ plan }, fewSteps);
      return found ?? true;
    },
    canBeReached: ({ roots, node, sighting }) =>
      !asked.some((start) => {
        const started = start(roots);
        return started !== undefined && unlessTooMany(() => !isReached(started, node, sighting));
      }),
  };
}

function isSomewhere(s: Symbols, ref: Ref): boolean {
  const yes = s.space.leafOf(s.yes);
  return canBe(s, ref, (leaf) => leaf === yes);
}

function unlessTooMany<T>(made: () => T): T | undefined {
  try {
    return made();
  } catch (error) {
    if (error instanceof TooMany) return undefined;
    throw error;
  }
}

interface Started {
  readonly q: Question;
  readonly isAsked: (node: NodeId) => Ref;
}

/** One decision at a time: what was worked out of another is let go. */
function memoised(start: (roots: readonly NodeId[]) => Started | undefined) {
  let last: { readonly key: string; readonly started: Started | undefined } | undefined;
  return (roots: readonly NodeId[]): Started | undefined => {
    const key = roots.join();
    if (last?.key !== key) last = { key, started: start(roots) };
    return last.started;
  };
}

function isReached({ q, isAsked }: Started, node: NodeId, { means }: Sighting): boolean {
  const { s, m } = q;
  s.space.renew();
  return isSomewhere(s, every(s, [isAsked(node), means(s, m)], true));
}

/** Where each node that a decision rests on is asked for: of cases, those up to the first that holds. */
function askedIn(plan: Plan, roots: readonly NodeId[], { s, m }: Question): (node: NodeId) => Ref {
  const where = new Map(roots.map((id) => [id, s.yes] as const));
  const add = (id: NodeId, ref: Ref) =>
    where.set(id, every(s, [where.get(id) ?? s.no, ref], false));
  const downwards = [...nodesUnder(plan, roots)].sort((a, b) => b - a);
  for (const id of downwards) {
    const here = where.get(id) ?? s.no;
    const node = plan.nodes[id] as Node;
    if (node.op === "choose") addCases(node, here, add, { s, m });
    else {
      // A population is fitted whatever its subjects are: what that rests on is asked of each of them.
      const isFitted = node.op === "aggregate" || node.op === "rankCut";
      for (const child of childrenOf(node)) add(child, isFitted ? s.yes : here);
    }
  }
  return (node) => where.get(node) ?? s.no;
}

function addCases(
  { cases, otherwise }: NodeOf<"choose">,
  here: Ref,
  add: (id: NodeId, ref: Ref) => void,
  { s, m }: Question,
) {
  let left = here;
  for (const { when, value } of cases) {
    add(when, left);
    const goesOn = (values: readonly (boolean | null)[]) =>
      every(s, [left, whereIs(s, m(when), values)], true);
    add(value, goesOn([true, null]));
    left = goesOn([false, null]);
  }
  add(otherwise, left);
}
