import { Decimal } from "../plan/decimal.ts";
import type { Comparator, NodeId, NodeOf, Nodes, Op, Value } from "../plan/node.ts";
import type { Note, Plan, Trace } from "../plan/plan.ts";
import { addDays, addMonths, divide, round } from "./arithmetic.ts";
import { aggregateOf, cutOf, type FittedTables } from "./fitted.ts";

import { order } from "./order.ts";
import { classOf, firstKeys } from "./rank.ts";

/*
 * The reference executor: what a plan means. Exact decimals, three truth values, one short
 * function an operation. Every other executor is held against this one.
 */

/** What is known of one subject: `null` and what is absent are unknown. */
export type Known = Readonly<Record<string, Value>>;

interface Run {
  v(node: NodeId): Value;
  note(node: NodeId, note: Note): void;
  readonly facts: Known;
  readonly fitted: FittedTables;
}

type Execute = { [O in Op]: (node: NodeOf<O>, run: Run, id: NodeId) => Value };

const execute: Execute = {
  fact: (n, run) => (Object.hasOwn(run.facts, n.name) ? (run.facts[n.name] ?? null) : null),
  constant: (n) => n.value,
  compare(n, run) {
    const [left, right] = [run.v(n.left), run.v(n.right)];
    return left === null || right === null ? null : holds[n.comparator](order(left, right));
  },
  member(n, run) {
    const of = run.v(n.of);
    if (of === null) return null;
    return n.values.some((v) =>
      typeof of === "object" ? (of as readonly string[]).includes(v) : of === v,
    );
  },
  given: (n, run) => run.v(n.of) !== null,
  all: (n, run) => every(n.of.map(run.v), true),
  any: (n, run) => every(n.of.map(run.v), false),
  not(n, run) {
    const of = run.v(n.of);
    return of === null ? null : !of;
  },
  count(n, run) {
    const of = n.of.map(run.v);
    return of.includes(null) ? null : new Decimal(of.filter(Boolean).length);
  },
  arithmetic(n, run) {
    const of = n.of.map(run.v);
    return of.includes(null) ? null : (of as Decimal[]).reduce(combine[n.operation]);
  },
  quotient(n, run) {
    const [a, b] = [run.v(n.dividend), run.v(n.divisor)] as [Decimal | null, Decimal | null];
    return a === null || b === null || b.isZero() ? null : divide(a, b, n.scale, n.rounding);
  },
  round(n, run) {
    const of = run.v(n.of) as Decimal | null;
    return of === null ? null : round(of, n.scale, n.rounding);
  },
  size(n, run) {
    const of = run.v(n.of) as readonly string[] | null;
    return of === null ? null : new Decimal(new Set(of).size);
  },
  move(n, run) {
    const [date, by] = [run.v(n.date) as string | null, run.v(n.by) as Decimal | null];
    if (date === null || by === null) return null;
    return (n.unit === "months" ? addMonths : addDays)(date, by.toNumber());
  },
  ladder(n, run, id) {
    const input = run.v(n.input) as Decimal | null;
    if (input === null) return null;
    const reached = n.closed === "lower" ? holds["≥"] : holds[">"];
    const index = n.steps.findLastIndex((s) => s.from === null || reached(input.cmp(s.from)));
    run.note(id, { hit: index });
    return n.steps[index]?.value ?? null;
  },
  choose: chooseCase,
  collect(n, run) {
    const of = n.cases.map((c) => run.v(c.when));
    return of.includes(null) ? null : n.cases.filter((_, i) => of[i]).map((c) => c.value);
  },
  aggregate(n, run, id) {
    const fitted = aggregateOf(n, n.by.map(run.v), run.fitted);
    if (!fitted) return null;
    run.note(id, { leftOut: fitted.leftOut });
    return fitted.value === null ? null : new Decimal(fitted.value);
  },
  rankCut(n, run, id) {
    const eligible = run.v(n.eligible);
    if (eligible !== true) return eligible === false ? n.otherwise : null;
    const cut = cutOf(n, n.by.map(run.v), run.fitted);
    if (!cut) return null;
    const keys = n.keys.map((k) => run.v(k.of));
    const outcome = classOf(n, keys, run.v(n.barred), cut);
    const hit = n.classes.findIndex((c) => c.outcome === outcome);
    run.note(id, {
      ...(hit < 0 ? {} : { hit }),
      cuts: firstKeys(n, keys, cut),
      leftOut: cut.leftOut,
    });
    return outcome;
  },
};

/** The first case that holds. After an unknown one, settled only where all that can come agree. */
function chooseCase(n: Nodes["choose"], run: Run, id: NodeId): Value {
  const open: Value[] = [];
  let sure = true;
  for (const [index, { when, value }] of [...n.cases, otherwise(n)].entries()) {
    const holds = when === null ? true : run.v(when);
    if (holds === false) continue;
    const outcome = run.v(value);
    if (open.every((o) => same(o, outcome))) open.push(outcome);
    else return null;
    if (holds === null) {
      sure = false;
      continue;
    }
    // Where an earlier case is open, it is not known which one gives the value.
    if (sure) run.note(id, { hit: index });
    return outcome;
  }
  return null;
}

const otherwise = (n: Nodes["choose"]) => ({ when: null, value: n.otherwise });

const same = (a: Value, b: Value) => a !== null && b !== null && order(a, b) === 0;

/** `all` (`neutral` true) and `any` (`neutral` false): one value against it settles the matter. */
function every(of: readonly Value[], neutral: boolean): Value {
  if (of.includes(!neutral)) return !neutral;
  return of.includes(null) ? null : neutral;
}

const holds: Readonly<Record<Comparator, (order: number) => boolean>> = {
  "=": (o) => o === 0,
  "≠": (o) => o !== 0,
  "<": (o) => o < 0,
  "≤": (o) => o <= 0,
  ">": (o) => o > 0,
  "≥": (o) => o >= 0,
};

const combine: Record<Nodes["arithmetic"]["operation"], (a: Decimal, b: Decimal) => Decimal> = {
  sum: (a, b) => a.plus(b),
  difference: (a, b) => a.minus(b),
  product: (a, b) => a.times(b),
  minimum: (a, b) => Decimal.min(a, b),
  maximum: (a, b) => Decimal.max(a, b),
};

/** Runs a plan on one subject, each node at most once and only where it is asked for. */
export function run(plan: Plan, facts: Known, fitted: FittedTables): Trace {
  const values: Value[] = [];
  const notes: Note[] = [];
  const v = (id: NodeId): Value => {
    const known = values[id];
    if (known !== undefined) return known;
    const node = plan.nodes[id] as NodeOf<Op>;
    const value = (execute[node.op] as Step)(node, running, id);
    values[id] = value;
    return value;
  };
  const note = (id: NodeId, found: Note) => {
    notes[id] = found;
  };
  const noteOf = (id: NodeId) => {
    v(id);
    return notes[id] ?? {};
  };
  const running: Run = { v, note, facts, fitted };
  return { value: v, note: noteOf };
}

type Step = (node: NodeOf<Op>, run: Run, id: NodeId) => Value;
