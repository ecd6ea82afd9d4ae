import { addDays, addMonths, divide, round } from "../../execute/arithmetic.ts";
import { Decimal } from "../../plan/decimal.ts";
import type { Nodes } from "../../plan/node.ts";
import type { NumberType, Type } from "../../plan/type.ts";
import type { Rounding } from "../../ruleset/expression.ts";
import { atomsOf, compareSenses, lost } from "./compare.ts";
import { type Range, rangeAlong, rangeOfQuotient } from "./range.ts";
import type { Ref } from "./space.ts";
import {
  atomOf,
  cutTerm,
  dayNumber,
  dayOf,
  firstDay,
  lastDay,
  type Sense,
  type Symbols,
  senseOf,
  termLeaf,
  valueLeaf,
  whereKnown,
} from "./symbols.ts";
import { type Atom, addUp, type Term, termOfAtom, through, together } from "./term.ts";

type Operation = Nodes["arithmetic"]["operation"];
type Operand = Decimal | Term | null;

/** What arithmetic reads of a leaf: an exact number, a term, or nothing known. */
function operand(sense: Sense): Operand {
  if (sense.is === "term") return sense.term;
  return sense.is === "value" && sense.value instanceof Decimal ? sense.value : null;
}

const isTerm = (x: Operand): x is Term => x !== null && !(x instanceof Decimal);
const times = (term: Term, n: Decimal | number) => ({ term, times: new Decimal(n) });
const zero = new Decimal(0);

/** Puts two numbers together, exactly; what can't be kept as a number to cut is an atom of its own. */
export function combine(s: Symbols, operation: Operation, a: Sense, b: Sense): Ref {
  const [x, y] = [operand(a), operand(b)];
  if (x === null || y === null) return s.unknown;
  if (!isTerm(x) && !isTerm(y)) return valueLeaf(s, exact[operation](x, y));
  if (operation === "minimum" || operation === "maximum") {
    if (!isTerm(x)) return bounded(s, operation, y as Term, x);
    if (!isTerm(y)) return bounded(s, operation, x, y);
  }
  const made = withTerms[operation](x, y);
  if (made === undefined) {
    const range = rangeAlong(x, y, exact[operation], operation === "product");
    return lesser(s, operation, a, b) ?? computed(s, operation, [a, b], range);
  }
  const ref = made instanceof Decimal ? valueLeaf(s, made) : termLeaf(s, made);
  return whereKnown(s, lost([x, y].filter(isTerm), made), ref);
}

/** A number up to a bound, or from one on: itself as far as the bound, and beyond it the bound. */
function bounded(s: Symbols, operation: "minimum" | "maximum", term: Term, bound: Decimal): Ref {
  const [itself, beyond] = [termLeaf(s, term), valueLeaf(s, bound)];
  return operation === "minimum"
    ? cutTerm(s, term, [(v) => v.gt(bound)], [itself, beyond])
    : cutTerm(s, term, [(v) => v.gte(bound)], [beyond, itself]);
}

/** The lower, or the higher, of two numbers is the one or the other, by how they compare. */
function lesser(s: Symbols, operation: Operation, a: Sense, b: Sense): Ref | undefined {
  if (operation !== "minimum" && operation !== "maximum") return undefined;
  const first = compareSenses(s, operation === "minimum" ? "≤" : "≥", a, b);
  return s.space.lift([first], ([of]) => {
    const holds = of?.is === "value" ? of.value : null;
    return holds === null ? s.unknown : s.space.leaf(holds ? a : b);
  });
}

const exact: Readonly<Record<Operation, (a: Decimal, b: Decimal) => Decimal>> = {
  sum: (a, b) => a.plus(b),
  difference: (a, b) => a.minus(b),
  product: (a, b) => a.times(b),
  minimum: (a, b) => Decimal.min(a, b),
  maximum: (a, b) => Decimal.max(a, b),
};

type Two = Decimal | Term;
const withTerms: Readonly<Record<Operation, (a: Two, b: Two) => Term | Decimal | undefined>> = {
  sum,
  difference: (a, b) => sum(a, isTerm(b) ? negative(b) : b.neg()),
  product,
  minimum: (a, b) => extreme("minimum", a, b),
  maximum: (a, b) => extreme("maximum", a, b),
};

function negative(term: Term): Term {
  const added = addUp([times(term, -1)], zero);
  return added instanceof Decimal || !added
    ? through(term, "minus", (v) => v.neg(), { rises: false })
    : added;
}

function sum(a: Two, b: Two): Term | Decimal | undefined {
  const terms = [a, b].filter(isTerm);
  const whole = [a, b].filter((x) => x instanceof Decimal).reduce((n, x) => n.plus(x), zero);
  const added = addUp(
    terms.map((t) => times(t, 1)),
    whole,
  );
  if (added) return added;
  const [first, second] = terms as [Term, Term?];
  if (!second) {
    const scale = Math.max(first.scale, whole.decimalPlaces());
    return whole.isZero() ? first : through(first, `${whole} +`, (v) => v.plus(whole), { scale });
  }
  return together(first, second, "sum", (x, y) => x.plus(y));
}

function product(a: Two, b: Two): Term | Decimal | undefined {
  if (isTerm(a) && isTerm(b)) return undefined;
  const [term, factor] = (isTerm(a) ? [a, b] : [b, a]) as [Term, Decimal];
  if (factor.isZero()) return zero;
  const how = { rises: factor.isPositive(), scale: term.scale + factor.decimalPlaces() };
  return (
    addUp([times(term, factor)], zero) ?? through(term, `${factor} *`, (v) => v.times(factor), how)
  );
}

const extreme = (name: "minimum" | "maximum", a: Two, b: Two): Term | undefined =>
  isTerm(a) && isTerm(b) ? together(a, b, name, exact[name]) : undefined;

/** Rounds a number. */
export function rounded(s: Symbols, of: Sense, scale: number, rounding: Rounding): Ref {
  const x = operand(of);
  if (x === null) return s.unknown;
  if (!isTerm(x)) return valueLeaf(s, round(x, scale, rounding));
  return termLeaf(
    s,
    through(x, `${rounding} ${scale}`, (v) => round(v, scale, rounding), { scale }),
  );
}

/** Divides one number by another, and rounds once; by zero it is unknown. */
export function quotient(s: Symbols, a: Sense, b: Sense, node: Nodes["quotient"]): Ref {
  const [x, y] = [operand(a), operand(b)];
  if (x === null || y === null) return s.unknown;
  const { scale, rounding } = node;
  const name = `${scale} ${rounding}`;
  if (!isTerm(y)) {
    if (y.isZero()) return s.unknown;
    if (!isTerm(x)) return valueLeaf(s, divide(x, y, scale, rounding));
    const by = (v: Decimal) => divide(v, y, scale, rounding);
    return termLeaf(s, through(x, `quotient ${y} ${name}`, by, { rises: y.isPositive(), scale }));
  }
  const ends = [y.at(y.form.low), y.at(y.form.high)] as const;
  const oneSided = ends[0].times(ends[1]).isPositive() && !ends.some((e) => e.isZero());
  if (isTerm(x) || !oneSided) {
    const made = computed(s, `quotient ${name}`, [a, b], rangeOfQuotient(x, y, scale));
    return s.space.lift([compareSenses(s, "=", b, senseOf(zero))], ([isZero]) =>
      isZero?.is === "value" && isZero.value === false ? made : s.unknown,
    );
  }
  const under = (v: Decimal) => divide(x, v, scale, rounding);
  return termLeaf(s, through(y, `${x} over ${name}`, under, { rises: x.isNegative(), scale }));
}

/** Moves a day by months or days. */
export function moved(s: Symbols, a: Sense, b: Sense, unit: "months" | "days"): Ref {
  const by = operand(b);
  const day = a.is === "term" ? a.term : a.is === "value" ? (a.value as string | null) : null;
  if (by === null || day === null) return s.unknown;
  const move = unit === "months" ? addMonths : addDays;
  if (typeof day === "string") {
    if (!isTerm(by)) return valueLeaf(s, move(day, by.toNumber()));
    const on = (v: Decimal) => dayDecimal(move(day, v.toNumber()), v);
    return inCalendar(s, through(by, `${day} moved ${unit}`, on));
  }
  if (isTerm(by)) return opaqueDay(s, unit, a, b);
  const on = (v: Decimal) => dayDecimal(move(dayOf(BigInt(v.toFixed(0))), by.toNumber()), by);
  return inCalendar(s, through(day, `moved ${by} ${unit}`, on));
}

/** A day as a number; one outside the calendar lies beyond all of its days. */
function dayDecimal(day: string | null, way: Decimal): Decimal {
  return new Decimal(day === null ? (way.isNegative() ? -outside : outside) : dayNumber(day));
}

const outside = 1e7;

/** A day that is moved: unknown where it leaves the calendar. */
function inCalendar(s: Symbols, term: Term): Ref {
  const edges = [(v: Decimal) => v.gt(-outside), (v: Decimal) => v.gte(outside)];
  return cutTerm(s, term, edges, [s.unknown, termLeaf(s, term, true), s.unknown]);
}

function opaqueDay(s: Symbols, unit: string, a: Sense, b: Sense): Ref {
  const range = { scale: 0, min: dayNumber(firstDay), max: dayNumber(lastDay) };
  const how = `moved ${unit}`;
  const key = `${how} (${a.key}, ${b.key})`;
  const made = { how, of: [a, b], scale: 0, isDay: true };
  // It may leave the calendar though all that it is made of is known.
  const atom = atomOf(s, key, range, { is: "computed", key, made });
  const term = termOfAtom(atom);
  const leaf = s.space.leaf({ is: "term", key: `term ${term.key}`, term, isDay: true });
  return whereKnown(s, atomsOf(...[a, b].flatMap((x) => (x.is === "term" ? [x.term] : []))), leaf);
}

/** A number of facts that is not taken apart: known where what it is computed of is. */
function computed(s: Symbols, how: string, of: readonly Sense[], range: Range): Ref {
  const key = `${how} (${of.map((x) => x.key).join(", ")})`;
  const made = { how, of, scale: range.scale };
  const atom = atomOf(s, key, range, { is: "computed", key, made }, false);
  const terms = of.flatMap((x) => (x.is === "term" ? [x.term] : []));
  return whereKnown(s, atomsOf(...terms), atomLeaf(s, atom));
}

/** A number of a population: it may be unknown for any account. */
export function opaque(s: Symbols, key: string, type: Type): Ref {
  const atom = atomOf(s, key, rangeOf(type));
  return whereKnown(s, [atom], atomLeaf(s, atom));
}

const atomLeaf = (s: Symbols, atom: Atom): Ref =>
  s.space.leaf({ is: "term", key: `term ${atom.key}`, term: termOfAtom(atom), isDay: false });

const rangeOf = (type: Type): NumberType =>
  type.kind === "number" ? type : { kind: "number", scale: 0, min: 0, max: 0 };
