import { every, type Meaning, stepAt, whereGiven, whereIs } from "../../analyze/diagram/meaning.ts";
import type { Ref } from "../../analyze/diagram/space.ts";
import type { Sense, Symbols } from "../../analyze/diagram/symbols.ts";
import type { NodeId, NodeOf } from "../../plan/node.ts";
import type { Trace } from "../../plan/plan.ts";

/** Something to be seen of a node: on one account as it was run, and for all accounts at once. */
export interface Sighting {
  isSeen(trace: Trace): boolean;
  /** Where it is seen: yes there, and anything else elsewhere. */
  means(s: Symbols, m: Meaning): Ref;
}

/** A node comes to yes, or to no. */
export const comesTo = (id: NodeId, value: boolean): Sighting => ({
  isSeen: (t) => t.value(id) === value,
  means: (s, m) => whereIs(s, m(id), [value]),
});

/** Nothing is known of what a node comes to. */
export const staysOpen = (id: NodeId): Sighting => ({
  isSeen: (t) => t.value(id) === null,
  means: (s, m) => whereIs(s, whereGiven(s, m(id)), [false]),
});

/** All of these at once. */
export const together = (of: readonly Sighting[]): Sighting => ({
  isSeen: (t) => of.every((o) => o.isSeen(t)),
  means: (s, m) =>
    every(
      s,
      of.map((o) => o.means(s, m)),
      true,
    ),
});

/** One of these, or more. */
export const oneOf = (of: readonly Sighting[]): Sighting => ({
  isSeen: (t) => of.some((o) => o.isSeen(t)),
  means: (s, m) =>
    every(
      s,
      of.map((o) => o.means(s, m)),
      false,
    ),
});

/** A number lies on a step of a ladder. */
export function onStep(id: NodeId, ladder: NodeOf<"ladder">, step: number): Sighting {
  return {
    isSeen: isAt(id, step),
    means: (s, m) =>
      s.space.lift([m(ladder.input)], ([of]) =>
        stepAt(
          s,
          of as Sense,
          ladder,
          ladder.steps.map((_, i) => (i === step ? s.yes : s.no)),
        ),
      ),
  };
}

/** A case is the first that holds. */
export function onCase(id: NodeId, { cases }: NodeOf<"choose">, at: number): Sighting {
  const whens = cases.slice(0, at + 1).map((c, i) => comesTo(c.when, i === at));
  return { isSeen: isAt(id, at), means: together(whens).means };
}

/** A class is given: that rests on the whole population, and is taken to be possible. */
export const onClass = (id: NodeId, at: number): Sighting => ({
  isSeen: isAt(id, at),
  means: (s) => s.yes,
});

const isAt = (id: NodeId, hit: number) => (t: Trace) => t.note(id).hit === hit;
