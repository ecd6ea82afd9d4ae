import type { Type } from "../../plan/type.ts";
import type { Axis, Ref } from "./space.ts";
import {
  atomOf,
  dayNumber,
  firstDay,
  lastDay,
  oneOf,
  type Stands,
  type Symbols,
  valueLeaf,
} from "./symbols.ts";
import { type Atom, termOfAtom } from "./term.ts";

/** A fact as a function: of its own axis, or of one for each entry where it is a list. */
export function factSense(s: Symbols, name: string): Ref {
  const type = s.facts.get(name) as Type;
  const make = kinds[type.kind] as (s: Symbols, name: string, type: Type) => Ref;
  return make(s, name, type);
}

/** The name of a fact's axis. */
export const axisKey = (name: string) => `fact ${name}`;

type Kinds = { [K in Type["kind"]]: (s: Symbols, name: string, type: never) => Ref };

const kinds: Kinds = {
  boolean: (s, name, type) => oneOf(s, axisKey(name), [s.no, s.yes], own(name, type)),
  number: (s, name, type: Extract<Type, { kind: "number" }>) =>
    raw(s, atomOf(s, axisKey(name), type, own(name, type)), false),
  label: (s, name, type: Extract<Type, { kind: "label" }>) =>
    oneOf(
      s,
      axisKey(name),
      type.values.map((v) => valueLeaf(s, v)),
      own(name, type),
    ),
  list: (s, name) => s.space.leaf({ is: "list", key: `list ${name}`, fact: name }),
  text: (s, name, type) =>
    oneOf(
      s,
      axisKey(name),
      [...s.texts, otherText(name)].map((v) => valueLeaf(s, v)),
      own(name, type),
    ),
  date: (s, name) => raw(s, dayAtom(s, name), true),
  any: (s) => s.unknown,
};

const own = (name: string, type: Type): Stands => ({ is: "fact", name, type });

function raw(s: Symbols, atom: Atom, isDay: boolean): Ref {
  const term = termOfAtom(atom);
  return s.space.leaf({ is: "term", key: `term ${term.key}`, term, isDay });
}

function dayAtom(s: Symbols, name: string): Atom {
  const range = { scale: 0, min: dayNumber(firstDay), max: dayNumber(lastDay) };
  return atomOf(s, axisKey(name), range, own(name, { kind: "date" }));
}

/** Stands for every text that no rule names. */
const otherText = (name: string) => `\u0000${name}`;
export const isOtherText = (value: unknown) => typeof value === "string" && value[0] === "\u0000";

/** Is a list given at all. */
export function listAxis(s: Symbols, name: string): Axis {
  const axis = s.space.axis(axisKey(name), 0n, 0n);
  s.axes.set(axis.index, { is: "list", name });
  return axis;
}

/** Is an entry in a list: unknown where the list is. */
export function contains(s: Symbols, name: string, entry: string): Ref {
  // INVARIANT: first whether the list is given, then what is in it: no entry is asked of no list.
  const list = listAxis(s, name);
  const axis = s.space.axis(`entry ${name} ${entry}`, 0n, 1n, false);
  s.axes.set(axis.index, { is: "entry", name, entry });
  const inside = s.space.branch(axis, [1n], [s.no, s.yes], -1);
  return s.space.branch(list, [], [inside], s.unknown);
}
