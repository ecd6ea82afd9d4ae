import type { Outcome } from "../../kinds/ruleset.ts";
import { Decimal } from "../../plan/decimal.ts";
import type { Type } from "../../plan/type.ts";
import type { Side } from "../diagram/region.ts";
import type { Symbols } from "../diagram/symbols.ts";
import type { Form } from "../diagram/term.ts";
import { valueAt } from "../diagram/witness.ts";
import type { DifferentSide } from "./difference.ts";

/** Writes what a box asks of an axis as data; nothing for values that are not taken apart. */
export function sideData(s: Symbols, side: Side): readonly DifferentSide[] {
  const stands = s.axes.get(side.axis.index);
  if (stands?.is === "fact") return [factSide(s, side, stands.name, stands.type)];
  if (stands?.is === "list") return [{ list: stands.name, given: !side.unknown }];
  if (stands?.is === "entry") {
    const contains = side.intervals.some(([low]) => low === 1n);
    return [{ list: stands.name, entry: stands.entry, contains }];
  }
  return stands?.is === "sum" ? [sumSide(side, stands.form)] : [];
}

function factSide(s: Symbols, side: Side, fact: string, type: Type): DifferentSide {
  const { intervals, unknown } = side;
  if (type.kind === "number" || type.kind === "date") {
    const end = (n: bigint) => valueAt(s, type, n) as number | string;
    return { fact, ranges: intervals.map(([a, b]) => ({ from: end(a), to: end(b) })), unknown };
  }
  const points = intervals.flatMap(([a, b]) =>
    Array.from({ length: Number(b - a) + 1 }, (_, i) => a + BigInt(i)),
  );
  return { fact, values: points.map((n) => valueAt(s, type, n) as Outcome), unknown };
}

/** The weights of a sum in the units of its facts, and its range in the same. */
function sumSide({ intervals }: Side, { weights }: Form): DifferentSide {
  const smallest = Decimal.min(...weights.map(([{ step }]) => step));
  const sum = weights.map(([{ key, step }, w]): [string, number] => [
    key.replace(/^fact /, ""),
    smallest.times(w.toString()).div(step).toNumber(),
  ]);
  const end = (n: bigint) => smallest.times(n.toString()).toNumber();
  const ranges = intervals.map(([a, b]) => ({ from: end(a), to: end(b) }));
  return { sum: Object.fromEntries(sum), ranges };
}
