import { order } from "../../execute/order.ts";
import { Decimal } from "../../plan/decimal.ts";
import type { Comparator, Value } from "../../plan/node.ts";
import { isOtherText } from "./facts.ts";
import { isUnknown } from "./leaf.ts";
import type { Ref } from "./space.ts";
import { cutTerm, dayNumber, oneOf, type Sense, type Symbols, whereKnown } from "./symbols.ts";
import { type Atom, addUp, type Term, through, together } from "./term.ts";

type TermSense = Extract<Sense, { is: "term" }>;

/** Compares what two values come to, as a function: true, false or unknown at each point. */
export function compareSenses(s: Symbols, comparator: Comparator, a: Sense, b: Sense): Ref {
  if (isUnknown(a) || isUnknown(b)) return s.unknown;
  if (a.is === "term" && b.is === "term") return compareTerms(s, comparator, a, b);
  if (a.is === "term" && b.is === "value") return toValue(s, comparator, a, b.value);
  if (a.is === "value" && b.is === "term") return toValue(s, turned[comparator], b, a.value);
  if (a.is !== "value" || b.is !== "value") return opaque(s, comparator, a, b);
  const isUnnamed = isOtherText(a.value) && isOtherText(b.value);
  if (isUnnamed && a.key !== b.key) return opaque(s, comparator, a, b);
  if (Array.isArray(a.value) || Array.isArray(b.value)) return truth(s, a.key === b.key);
  type Known = NonNullable<Value>;
  return truth(s, holds[comparator](order(a.value as Known, b.value as Known)));
}

const truth = (s: Symbols, value: boolean) => (value ? s.yes : s.no);

const turned: Readonly<Record<Comparator, Comparator>> = {
  "=": "=",
  "≠": "≠",
  "<": ">",
  "≤": "≥",
  ">": "<",
  "≥": "≤",
};

const holds: Readonly<Record<Comparator, (order: number) => boolean>> = {
  "=": (o) => o === 0,
  "≠": (o) => o !== 0,
  "<": (o) => o < 0,
  "≤": (o) => o <= 0,
  ">": (o) => o > 0,
  "≥": (o) => o >= 0,
};

function toValue(s: Symbols, comparator: Comparator, { term, isDay }: TermSense, value: Value) {
  const edge = isDay ? new Decimal(dayNumber(String(value))) : (value as Decimal);
  return cutAt(s, comparator, term, edge);
}

/** The points where a term meets a test: it is below the edge, at it, and above it, in this order. */
function cutAt(s: Symbols, comparator: Comparator, term: Term, edge: Decimal): Ref {
  const met = [-1, 0, 1].map((o) => truth(s, holds[comparator](o)));
  return cutTerm(s, term, [(v) => v.gte(edge), (v) => v.gt(edge)], met);
}

/** Two computed numbers are compared by their difference, where that is one number again. */
function compareTerms(s: Symbols, comparator: Comparator, a: TermSense, b: TermSense): Ref {
  const zero = new Decimal(0);
  const times = (term: Term, n: number) => ({ term, times: new Decimal(n) });
  const sum = addUp([times(a.term, 1), times(b.term, -1)], zero);
  const negative = through(b.term, "minus", (v) => v.neg(), { rises: false });
  const difference = sum ?? together(a.term, negative, "sum", (x, y) => x.plus(y));
  if (difference === undefined) return opaque(s, comparator, a, b);
  const met =
    difference instanceof Decimal
      ? truth(s, holds[comparator](difference.cmp(zero)))
      : cutAt(s, comparator, difference, zero);
  return whereKnown(s, lost([a.term, b.term], difference), met);
}

/** The atoms of terms, each once. */
export function atomsOf(...terms: readonly Term[]): readonly Atom[] {
  const atoms = terms.flatMap((t) => t.form.weights.map(([atom]) => [atom.key, atom] as const));
  return [...new Map(atoms).values()];
}

/** The atoms of terms that cancel out in what they make: where one is unknown, so is that. */
export function lost(of: readonly Term[], made: Term | Decimal): readonly Atom[] {
  const left = new Set(made instanceof Decimal ? [] : atomsOf(made).map((a) => a.key));
  return atomsOf(...of).filter((a) => !left.has(a.key));
}

/** A comparison that is not taken apart is a question of its own. */
function opaque(s: Symbols, comparator: Comparator, a: Sense, b: Sense): Ref {
  const key = `${a.key} ${comparator} ${b.key}`;
  const options = [s.no, s.yes];
  const made = { how: comparator, of: [a, b], scale: 0 };
  const stands = { is: "computed" as const, key, options, made };
  const asked = oneOf(s, key, options, stands, false);
  const terms = [a, b].flatMap((x) => (x.is === "term" ? [x.term] : []));
  return whereKnown(s, atomsOf(...terms), asked);
}

/** Where two are the same, as a function. */
export function sameSense(s: Symbols, a: Sense, b: Sense): Ref {
  if (a.key === b.key) return isUnknown(a) ? s.unknown : s.yes;
  return compareSenses(s, "=", a, b);
}
