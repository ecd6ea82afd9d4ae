import { Decimal } from "../../plan/decimal.ts";
import type { Axis } from "./space.ts";

/**
 * Numbers (and days, counted) that are computed of facts. A term rises or falls all along one whole
 * number, the sum of its atoms with their weights: so a threshold on the term is one cut of it.
 */

/** What is not taken apart: a fact, or a value computed in a way that is not. */
export interface Atom {
  readonly key: string;
  /** Its value in its smallest steps, and whether it is known. */
  readonly axis: Axis;
  readonly step: Decimal;
}

/** A sum of atoms in their smallest steps, in whole numbers without a common divisor. */
export interface Form {
  readonly key: string;
  readonly weights: readonly (readonly [Atom, bigint])[];
  readonly low: bigint;
  readonly high: bigint;
}

/** A number that rises, or falls, with its form. */
export interface Term {
  readonly key: string;
  readonly form: Form;
  readonly rises: boolean;
  /** The most decimals it can have. */
  readonly scale: number;
  /** What it is where the form comes to a whole number. */
  at(form: bigint): Decimal;
  /** Where it is proportional: factor × form + offset. */
  readonly line?: { readonly factor: Decimal; readonly offset: Decimal };
}

/** A number of which a term is a sum: a weight for each atom, and what is added. */
interface Sum {
  readonly weights: readonly (readonly [Atom, Decimal])[];
  readonly offset: Decimal;
}

/** The term that is an atom itself. */
export function termOfAtom(atom: Atom): Term {
  return termOfSum({ weights: [[atom, atom.step]], offset: new Decimal(0) }) as Term;
}

/** Adds multiples of terms that are sums; nothing of them may be left, and then it is a constant. */
export function addUp(
  parts: readonly { readonly term: Term; readonly times: Decimal }[],
  offset: Decimal,
): Term | Decimal | undefined {
  const weights = new Map<string, readonly [Atom, Decimal]>();
  let whole = offset;
  for (const { term, times } of parts) {
    if (!term.line) return undefined;
    const factor = term.line.factor.times(times);
    whole = whole.plus(term.line.offset.times(times));
    for (const [atom, weight] of term.form.weights) {
      const more = factor.times(weight.toString());
      const before = weights.get(atom.key)?.[1] ?? 0;
      weights.set(atom.key, [atom, more.plus(before)]);
    }
  }
  return termOfSum({ weights: [...weights.values()], offset: whole });
}

function termOfSum({ weights, offset }: Sum): Term | Decimal {
  const atoms = weights.filter(([, w]) => !w.isZero());
  if (atoms.length === 0) return offset;
  atoms.sort(([a], [b]) => a.axis.index - b.axis.index);
  const scale = Math.max(...atoms.map(([, w]) => w.decimalPlaces()));
  const unit = new Decimal(10).pow(scale);
  const whole = atoms.map(([, w]) => BigInt(w.times(unit).toFixed(0)));
  const divisor = whole.reduce(commonDivisor, 0n);
  const signed = (whole[0] as bigint) < 0n ? -divisor : divisor;
  const form = formOf(atoms.map(([atom], i) => [atom, (whole[i] as bigint) / signed] as const));
  const factor = new Decimal(signed.toString()).div(unit);
  const at = (n: bigint) => factor.times(n.toString()).plus(offset);
  const key = `${factor}*(${form.key})+${offset}`;
  const line = { factor, offset };
  const most = Math.max(factor.decimalPlaces(), offset.decimalPlaces());
  return { key, form, rises: factor.isPositive(), scale: most, at, line };
}

function formOf(weights: Form["weights"]): Form {
  const end = (low: boolean) =>
    weights.reduce((sum, [{ axis }, w]) => sum + w * (w > 0n === low ? axis.low : axis.high), 0n);
  const key = weights.map(([{ key }, w]) => (w === 1n ? key : `${w} ${key}`)).join(" + ");
  return { key, weights, low: end(true), high: end(false) };
}

function commonDivisor(a: bigint, b: bigint): bigint {
  let [x, y] = [a < 0n ? -a : a, b < 0n ? -b : b];
  while (y > 0n) [x, y] = [y, x % y];
  return x;
}

/** A term through a function that never turns: what it rises with, it goes on rising with, or falls. */
export function through(
  term: Term,
  name: string,
  value: (of: Decimal) => Decimal,
  { rises = true, scale = term.scale }: Partial<Pick<Term, "rises" | "scale">> = {},
): Term {
  return {
    key: `${name}(${term.key})`,
    form: term.form,
    rises: term.rises === rises,
    scale,
    at: (n) => value(term.at(n)),
  };
}

/** Two terms of one form that rise together, as one. */
export function together(
  a: Term,
  b: Term,
  name: string,
  value: (a: Decimal, b: Decimal) => Decimal,
): Term | undefined {
  if (a.form.key !== b.form.key || a.rises !== b.rises) return undefined;
  const key = `${name}(${a.key}, ${b.key})`;
  const scale = Math.max(a.scale, b.scale);
  return { key, form: a.form, rises: a.rises, scale, at: (n) => value(a.at(n), b.at(n)) };
}

/** The first whole number of a form from which on something holds, which then holds to its end. */
export function firstWhere(form: Form, holds: (n: bigint) => boolean): bigint {
  let [low, high] = [form.low, form.high + 1n];
  while (low < high) {
    const middle = low + (high - low) / 2n;
    if (holds(middle)) high = middle;
    else low = middle + 1n;
  }
  return low;
}

/** The values of a term that takes few, each with where it begins; nothing where there are many. */
export function stepsOf(
  term: Term,
  most: number,
): readonly { readonly from: bigint; readonly value: Decimal }[] | undefined {
  const { form } = term;
  const steps: { from: bigint; value: Decimal }[] = [];
  for (let from = form.low; from <= form.high; ) {
    if (steps.length === most) return undefined;
    const value = term.at(from);
    steps.push({ from, value });
    from = firstWhere(form, (n) => n > from && !term.at(n).eq(value));
  }
  return steps;
}
