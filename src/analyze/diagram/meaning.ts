import { Decimal } from "../../plan/decimal.ts";
import type { Node, NodeId, NodeOf, Op } from "../../plan/node.ts";
import type { Plan } from "../../plan/plan.ts";
import { combine, moved, opaque, quotient, rounded } from "./arithmetic.ts";
import { compareSenses, sameSense } from "./compare.ts";
import { contains, factSense, listAxis } from "./facts.ts";
import type { Ref } from "./space.ts";
import { cutTerm, oneOf, type Sense, type Symbols, valueLeaf, whereKnown } from "./symbols.ts";

/** Tells what each node of a plan means: a function of the facts, for all facts at once. */
export type Meaning = (node: NodeId) => Ref;

type Mean = { [O in Op]: (node: NodeOf<O>, m: Meaning, s: Symbols) => Ref };

/** The meaning of each operation: the reference executor's, point by point. One total table. */
const operations: Mean = {
  fact: (n, _, s) => factSense(s, n.name),
  constant: (n, _, s) => valueLeaf(s, n.value),
  compare: (n, m, s) =>
    s.space.lift([m(n.left), m(n.right)], ([a, b]) =>
      compareSenses(s, n.comparator, a as Sense, b as Sense),
    ),
  member: (n, m, s) => s.space.lift([m(n.of)], ([of]) => memberOf(s, of as Sense, n.values)),
  given: (n, m, s) => whereGiven(s, m(n.of)),
  all: (n, m, s) => every(s, n.of.map(m), true),
  any: (n, m, s) => every(s, n.of.map(m), false),
  not: (n, m, s) =>
    s.space.lift([m(n.of)], ([of]) => {
      const value = plainOf(of as Sense);
      return value === null ? s.unknown : value ? s.no : s.yes;
    }),
  count: (n, m, s) => countOf(s, n.of.map(m)),
  arithmetic: (n, m, s) =>
    n.of
      .map(m)
      .reduce((a, b) =>
        s.space.lift([a, b], ([x, y]) => combine(s, n.operation, x as Sense, y as Sense)),
      ),
  quotient: (n, m, s) =>
    s.space.lift([m(n.dividend), m(n.divisor)], ([a, b]) => quotient(s, a as Sense, b as Sense, n)),
  round: (n, m, s) =>
    s.space.lift([m(n.of)], ([of]) => rounded(s, of as Sense, n.scale, n.rounding)),
  size: (n, m, s) => s.space.lift([m(n.of)], ([of]) => sizeOf(s, of as Sense)),
  move: (n, m, s) =>
    s.space.lift([m(n.date), m(n.by)], ([a, b]) => moved(s, a as Sense, b as Sense, n.unit)),
  ladder: (n, m, s) => {
    const values = n.steps.map((step) => valueLeaf(s, step.value));
    return s.space.lift([m(n.input)], ([of]) => stepAt(s, of as Sense, n, values));
  },
  choose: (n, m, s) =>
    n.cases.reduceRight(
      (rest, { when, value }) =>
        s.space.lift([m(when), m(value), rest], ([w, v, r]) =>
          chosen(s, plainOf(w as Sense), v as Sense, r as Sense),
        ),
      m(n.otherwise),
    ),
  collect: (n, m, s) =>
    n.cases.reduce(
      (found, { when, value }) =>
        s.space.lift([found, m(when)], ([f, w]) => gathered(s, f as Sense, w as Sense, value)),
      valueLeaf(s, []),
    ),
  aggregate(n, m, s) {
    const of = [n.of, n.where, ...n.by].map(m).join(" ");
    // What is of the same numbers can be written with more decimals: it goes by another step.
    const scale = n.type.kind === "number" ? n.type.scale : 0;
    const how = [n.operation, n.over, n.unknown, n.at, n.scale, n.rounding, scale].join(" ");
    return opaque(s, `aggregate ${how} of ${of}`, n.type);
  },
  rankCut(n, m, s) {
    const classes = n.classes.map(({ outcome, places, minimum }) => [outcome, places, minimum]);
    const { op: _op, type: _type, grain: _grain, origin: _origin, ...policy } = n;
    const refs = [n.eligible, n.barred, ...n.by, ...n.keys.map((k) => k.of)].map(m);
    const order = n.keys.map((k) => k.descending);
    const plain = { ...policy, classes, keys: order, eligible: 0, barred: 0, by: n.by.length };
    const key = `cut ${JSON.stringify(plain)} of ${refs.join(" ")}`;
    const place = oneOf(
      s,
      key,
      n.classes.map((c) => valueLeaf(s, c.outcome)),
    );
    // Who is eligible has a place only where the partition and the keys are known.
    const needed = [...n.by, ...n.keys.map((k) => k.of)].map((of) => whereGiven(s, m(of)));
    return s.space.lift([m(n.eligible), every(s, needed, true), place], ([e, known, p]) => {
      const eligible = plainOf(e as Sense);
      if (eligible === true) return plainOf(known as Sense) ? s.space.leaf(p as Sense) : s.unknown;
      return eligible === false ? valueLeaf(s, n.otherwise) : s.unknown;
    });
  },
};

/**
 * Tells the meaning of a plan's nodes, each worked out once and only where it is asked for. `given`
 * knows that of nodes which need not be worked out anew.
 */
export function meaningOf(
  plan: Plan,
  s: Symbols,
  given: (node: NodeId) => Ref | undefined = () => undefined,
): Meaning {
  const known: Ref[] = [];
  const meaning: Meaning = (id) => {
    const found = known[id] ?? given(id);
    if (found !== undefined) return found;
    const node = plan.nodes[id] as Node;
    const mean = operations[node.op] as (n: Node, m: Meaning, s: Symbols) => Ref;
    const made = mean(node, meaning, s);
    known[id] = made;
    return made;
  };
  return meaning;
}

const plainOf = (sense: Sense) => (sense.is === "value" ? sense.value : null);

/** `all` (`neutral` true) and `any` (`neutral` false): one value against it settles the matter. */
export function every(s: Symbols, of: readonly Ref[], neutral: boolean): Ref {
  const [against, start] = neutral ? [s.no, s.yes] : [s.yes, s.no];
  return of.reduce(
    (a, b) =>
      s.space.lift([a, b], ([x, y]) => {
        const [p, q] = [plainOf(x as Sense), plainOf(y as Sense)];
        if (p === !neutral || q === !neutral) return against;
        return p === null || q === null ? s.unknown : start;
      }),
    start,
  );
}

function countOf(s: Symbols, of: readonly Ref[]): Ref {
  return of.reduce(
    (sum, next) =>
      s.space.lift([sum, next], ([a, b]) => {
        const [n, holds] = [plainOf(a as Sense), plainOf(b as Sense)];
        if (n === null || holds === null) return s.unknown;
        return valueLeaf(s, (n as Decimal).plus(holds ? 1 : 0));
      }),
    valueLeaf(s, new Decimal(0)),
  );
}

function memberOf(s: Symbols, of: Sense, values: readonly string[]): Ref {
  if (of.is === "list")
    return every(
      s,
      values.map((v) => contains(s, of.fact, v)),
      false,
    );
  const value = plainOf(of);
  if (value === null) return s.unknown;
  const found = values.some((v) => (Array.isArray(value) ? value.includes(v) : value === v));
  return found ? s.yes : s.no;
}

/** Where a condition comes to one of some values: yes there, and no elsewhere. */
export function whereIs(s: Symbols, of: Ref, values: readonly (boolean | null)[]): Ref {
  return s.space.lift([of], ([sense]) => {
    const value = plainOf(sense as Sense);
    return values.some((v) => v === value) ? s.yes : s.no;
  });
}

/** Where a function comes to something known. */
export const whereGiven = (s: Symbols, of: Ref): Ref =>
  s.space.lift([of], ([sense]) => given(s, sense as Sense));

/** Where a value is known. */
export function given(s: Symbols, of: Sense): Ref {
  if (of.is === "list") return s.space.branch(listAxis(s, of.fact), [], [s.yes], s.no);
  if (of.is !== "term") return plainOf(of) === null ? s.no : s.yes;
  const known = whereKnown(
    s,
    of.term.form.weights.map(([atom]) => atom),
    s.yes,
  );
  return s.space.lift([known], ([k]) => (plainOf(k as Sense) === null ? s.no : s.yes));
}

function sizeOf(s: Symbols, of: Sense): Ref {
  if (of.is === "list") {
    const type = s.facts.get(of.fact);
    const entries = type?.kind === "list" ? type.values : [];
    const inside = countOf(
      s,
      entries.map((e) => contains(s, of.fact, e)),
    );
    return s.space.branch(listAxis(s, of.fact), [], [inside], s.unknown);
  }
  const value = plainOf(of);
  return Array.isArray(value) ? valueLeaf(s, new Decimal(new Set(value).size)) : s.unknown;
}

/** The value that stands on the step of a ladder where a number comes to lie. */
export function stepAt(s: Symbols, of: Sense, n: NodeOf<"ladder">, values: readonly Ref[]): Ref {
  const reaches = (from: Decimal) => (v: Decimal) =>
    n.closed === "lower" ? v.gte(from) : v.gt(from);
  if (of.is === "term") {
    const edges = n.steps.slice(1).map((step) => reaches(step.from as Decimal));
    return cutTerm(s, of.term, edges, values);
  }
  const value = plainOf(of);
  if (!(value instanceof Decimal)) return s.unknown;
  const index = n.steps.findLastIndex((step) => step.from === null || reaches(step.from)(value));
  return values[index] ?? s.unknown;
}

/** The value of a case where it holds; where that is open, only if the rest comes to the same. */
function chosen(s: Symbols, when: unknown, value: Sense, rest: Sense): Ref {
  if (when === true) return s.space.leaf(value);
  if (when === false) return s.space.leaf(rest);
  const mine = s.space.leaf(value);
  return s.space.lift([sameSense(s, value, rest)], ([same]) =>
    plainOf(same as Sense) === true ? mine : s.unknown,
  );
}

function gathered(s: Symbols, found: Sense, when: Sense, value: string): Ref {
  const [list, holds] = [plainOf(found), plainOf(when)];
  if (!Array.isArray(list) || holds === null) return s.unknown;
  return valueLeaf(s, holds ? [...list, value] : list);
}
