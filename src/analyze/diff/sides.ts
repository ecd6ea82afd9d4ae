import type { Outcome } from "../../kinds/ruleset.ts";
import { Decimal } from "../../plan/decimal.ts";
import type { Type } from "../../plan/type.ts";
import type { Side } from "../diagram/region.ts";
import { dayOf, type Made, type Symbols } from "../diagram/symbols.ts";
import type { Form } from "../diagram/term.ts";
import { valueAt } from "../diagram/witness.ts";
import { valuesIn } from "../tell.ts";
import type { Facts } from "../words/fact.ts";
import { tellMade, tellWeighted } from "../words/made.ts";
import { populationName } from "./assumed.ts";
import type { DifferentSide } from "./difference.ts";

/** Writes what a box asks of an axis as data. */
export function sideData(s: Symbols, side: Side, facts: Facts): readonly DifferentSide[] {
  const stands = s.axes.get(side.axis.index);
  if (stands?.is === "fact") return [factSide(s, side, stands.name, stands.type)];
  if (stands?.is === "list") return [{ list: stands.name, given: !side.unknown }];
  if (stands?.is === "entry") {
    const contains = side.intervals.some(([low]) => low === 1n);
    return [{ list: stands.name, entry: stands.entry, contains }];
  }
  if (stands?.is === "sum") return [sumSide(s, side, stands.form, facts)];
  return stands?.made ? [madeSide(s, side, stands.made, stands.options !== undefined, facts)] : [];
}

function factSide(s: Symbols, side: Side, fact: string, type: Type): DifferentSide {
  const { intervals, unknown } = side;
  const population = populationName(fact);
  const of = population === undefined ? { fact } : { population };
  if (type.kind === "number" || type.kind === "date") {
    const end = (n: bigint) => valueAt(s, type, n) as number | string;
    return { ...of, ranges: intervals.map(([a, b]) => ({ from: end(a), to: end(b) })), unknown };
  }
  const { values, otherThan } = valuesIn(s, type, intervals);
  return otherThan ? { fact, otherThan, unknown } : { ...of, values: values as Outcome[], unknown };
}

/** The weights of a sum in the units of its facts, and its range in the same. */
function sumSide(s: Symbols, side: Side, { weights }: Form, facts: Facts): DifferentSide {
  const smallest = Decimal.min(...weights.map(([{ step }]) => step));
  const times = weights.map(
    ([atom, w]) => [atom, smallest.times(w.toString()).div(atom.step)] as const,
  );
  const ranges = rangesOf(side, smallest);
  const sum = times.flatMap(([{ axis }, w]): [string, number][] => {
    const stands = s.axes.get(axis.index);
    const isOwn = stands?.is === "fact" && populationName(stands.name) === undefined;
    return isOwn ? [[stands.name, w.toNumber()]] : [];
  });
  return sum.length === times.length
    ? { sum: Object.fromEntries(sum), ranges }
    : { computed: tellWeighted(s, times, facts), ranges };
}

function madeSide(
  s: Symbols,
  side: Side,
  made: Made,
  isTest: boolean,
  facts: Facts,
): DifferentSide {
  const computed = tellMade(s, made, facts);
  if (isTest) return { computed, holds: side.intervals.some(([low]) => low === 1n) };
  if (!made.isDay) return { computed, ranges: rangesOf(side, new Decimal(10).pow(-made.scale)) };
  const days = side.intervals.map(([a, b]) => ({ from: dayOf(a), to: dayOf(b) }));
  return { computed, ranges: days, unknown: side.unknown };
}

const rangesOf = ({ intervals }: Side, step: Decimal) => {
  const end = (n: bigint) => step.times(n.toString()).toNumber();
  return intervals.map(([a, b]) => ({ from: end(a), to: end(b) }));
};
