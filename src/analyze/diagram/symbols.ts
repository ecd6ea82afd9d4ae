import { Decimal } from "../../plan/decimal.ts";
import type { Node, Value } from "../../plan/node.ts";
import type { Plan } from "../../plan/plan.ts";
import type { NumberType, Type } from "../../plan/type.ts";
import type { Range } from "./range.ts";
import { type Leaf, makeSpace, none, type Ref, type Space } from "./space.ts";
import { type Atom, type Form, firstWhere, stepsOf, type Term } from "./term.ts";

/** What a node can come to at a point: a value, a number still to be cut, or the entries of a list. */
export type Sense = Leaf &
  (
    | { readonly is: "value"; readonly value: Value }
    | { readonly is: "term"; readonly term: Term; readonly isDay: boolean }
    | { readonly is: "list"; readonly fact: string }
    /** A mark put on a region by who asks, such as how two outcomes differ. */
    | { readonly is: "mark"; readonly of: readonly [Sense, Sense] }
  );

/** What an axis stands for: so that a region can be told, and an account found in it. */
export type Stands =
  | { readonly is: "fact"; readonly name: string; readonly type: Type }
  /** Is a list given, and is an entry in it. */
  | { readonly is: "list"; readonly name: string }
  | { readonly is: "entry"; readonly name: string; readonly entry: string }
  | { readonly is: "sum"; readonly form: Form }
  /** A value that is not taken apart: of a population, or of facts multiplied or divided. */
  | {
      readonly is: "computed";
      readonly key: string;
      readonly options?: readonly Ref[];
      readonly made?: Made;
    };

/** How a value is made of two others that are facts, or are made of facts. */
export interface Made {
  /** The operation, first its name; or the comparison. */
  readonly how: string;
  readonly of: readonly Sense[];
  /** Its decimals. */
  readonly scale: number;
  readonly isDay?: boolean;
}

/** What the diagrams of one question share: the axes, the constants, and the facts. */
export interface Symbols {
  readonly space: Space<Sense>;
  /** Each as all of the plans take it, so that one axis serves them all. */
  readonly facts: ReadonlyMap<string, Type>;
  /** The texts that any rule names; every other text is alike. */
  readonly texts: readonly string[];
  readonly yes: Ref;
  readonly no: Ref;
  readonly unknown: Ref;
  readonly axes: Map<number, Stands>;
  /** Terms that were cut into their values. */
  readonly cut: Map<string, Ref>;
}

/** Makes the symbols of one or more plans; `most` is how many steps their diagrams may take. */
export function symbolsOf(plans: readonly Plan[], most = 2_000_000): Symbols {
  const space = makeSpace<Sense>(most);
  const nodes = plans.flatMap((p) => p.nodes);
  const facts = new Map<string, Type>();
  for (const node of nodes) {
    if (node.op !== "fact") continue;
    const known = facts.get(node.name);
    facts.set(node.name, known ? narrowest(known, node.type) : node.type);
  }
  const [yes, no, unknown] = ([true, false, null] as const).map((v) => space.leaf(senseOf(v)));
  return {
    space,
    facts,
    texts: [...new Set(nodes.flatMap(textsIn))].sort(),
    yes: yes as Ref,
    no: no as Ref,
    unknown: unknown as Ref,
    axes: new Map(),
    cut: new Map(),
  };
}

function textsIn(node: Node): readonly string[] {
  if (node.op === "member") return node.values;
  return node.op === "constant" && typeof node.value === "string" ? [node.value] : [];
}

/** The type of what both take; where there is nothing, the fact can only be unknown. */
export function narrowest(a: Type, b: Type): Type {
  if (a.kind === "number" && b.kind === "number") {
    const [scale, min] = [Math.min(a.scale, b.scale), Math.max(a.min, b.min)];
    const both = { kind: "number" as const, scale, min, max: Math.min(a.max, b.max) };
    return isEmpty(both) ? { kind: "any" } : both;
  }
  if ((a.kind === "label" || a.kind === "list") && a.kind === b.kind) {
    const values = a.values.filter((v) => b.values.includes(v));
    return values.length > 0 || a.kind === "list" ? { kind: a.kind, values } : { kind: "any" };
  }
  return a.kind === b.kind ? a : { kind: "any" };
}

/** Is there no number of a type: a step may lie between its ends, or none. */
function isEmpty({ scale, min, max }: NumberType): boolean {
  const unit = new Decimal(10).pow(scale);
  return unit.times(min).ceil().gt(unit.times(max).floor());
}

/** A value as a leaf; the same value has the same key. */
export function senseOf(value: Value): Sense {
  const key = value instanceof Decimal ? `number ${value.plus(0)}` : JSON.stringify(value);
  return { is: "value", key, value };
}

export function valueLeaf(s: Symbols, value: Value): Ref {
  return s.space.leaf(senseOf(value));
}

/** A number as a leaf; one that goes in steps, and has few, is cut into them at once. */
export function termLeaf(s: Symbols, term: Term, isDay = false): Ref {
  const known = s.cut.get(term.key);
  if (known !== undefined) return known;
  const made = cutIntoValues(s, term, isDay);
  s.cut.set(term.key, made);
  return made;
}

function cutIntoValues(s: Symbols, term: Term, isDay: boolean): Ref {
  // A sum is kept as it is, so that a sum written in two ways is one sum.
  const steps = isDay || term.line ? undefined : valuesOf(s, term);
  if (!steps) return s.space.leaf({ is: "term", key: `term ${term.key}`, term, isDay });
  const [, ...later] = steps;
  const children = steps.map((step) => valueLeaf(s, step.value));
  return alongForm(
    s,
    term.form,
    later.map((step) => step.from),
    children,
  );
}

function valuesOf(s: Symbols, term: Term) {
  const steps = stepsOf(term, mostSteps);
  s.space.spend(stepsOfSearch * (steps?.length ?? mostSteps));
  return steps;
}

/** Where a term reaches an edge is searched for in exact decimals: that takes as long as these steps. */
const stepsOfSearch = 50;

/** How many values a number may take to be told apart by them. */
const mostSteps = 64;

/** A branch along a form, and unknown where one of its atoms is. */
function alongForm(s: Symbols, form: Form, starts: readonly bigint[], of: readonly Ref[]): Ref {
  const [first = s.unknown, ...rest] = of;
  let children: Ref[] = [first];
  const cuts: bigint[] = [];
  for (const [i, start] of starts.entries()) {
    const child = rest[i] as Ref;
    if (start > form.high) break;
    if (start <= form.low) children = [child];
    else if (start === cuts.at(-1)) children[children.length - 1] = child;
    else {
      cuts.push(start);
      children.push(child);
    }
  }
  const [only, ...more] = form.weights;
  if (only && more.length === 0) {
    const { axis } = only[0];
    return s.space.branch(axis, cuts, children, axis.hasUnknown ? s.unknown : none);
  }
  const axis = s.space.axis(`sum ${form.key}`, form.low, form.high, false);
  s.axes.set(axis.index, { is: "sum", form });
  const along = s.space.branch(axis, cuts, children, none);
  return whereKnown(
    s,
    form.weights.map(([atom]) => atom),
    along,
  );
}

/** A function where all these are known, and unknown elsewhere. */
export function whereKnown(s: Symbols, atoms: readonly Atom[], ref: Ref): Ref {
  const open = atoms.filter((a) => a.axis.hasUnknown);
  return open.reduce((inner, a) => s.space.branch(a.axis, [], [inner], s.unknown), ref);
}

/**
 * Cuts a term at edges in rising order: `reached` holds from the edge on, and the term is worth
 * `of[0]` before the first edge and `of[i]` after the edge i.
 */
export function cutTerm(
  s: Symbols,
  term: Term,
  edges: readonly ((value: Decimal) => boolean)[],
  of: readonly Ref[],
): Ref {
  const { form } = term;
  s.space.spend(stepsOfSearch * edges.length);
  if (term.rises) {
    const starts = edges.map((reached) => firstWhere(form, (n) => reached(term.at(n))));
    return alongForm(s, form, starts, of);
  }
  const ends = edges.map((reached) => firstWhere(form, (n) => !reached(term.at(n))));
  return alongForm(s, form, ends.reverse(), [...of].reverse());
}

/** An atom that is a number of a type: its axis counts its smallest steps. */
export function atomOf(
  s: Symbols,
  key: string,
  type: Range,
  stands: Stands = { is: "computed", key },
  hasUnknown = true,
): Atom {
  const unit = new Decimal(10).pow(type.scale);
  const [least, most] = [unit.times(type.min), unit.times(type.max)];
  // A fact lies between its ends; what is computed may have been rounded beyond them.
  const [low, high] =
    stands.is === "fact" ? [least.ceil(), most.floor()] : [least.floor(), most.ceil()];
  const axis = s.space.axis(key, BigInt(low.toFixed()), BigInt(high.toFixed()), hasUnknown);
  s.axes.set(axis.index, stands);
  return { key, axis, step: new Decimal(1).div(unit) };
}

/** A choice among values, each by its place in a list. */
export function oneOf(
  s: Symbols,
  key: string,
  of: readonly Ref[],
  stands: Stands = { is: "computed", key, options: of },
  hasUnknown = true,
): Ref {
  const axis = s.space.axis(key, 0n, BigInt(of.length - 1), hasUnknown);
  s.axes.set(axis.index, stands);
  const cuts = of.slice(1).map((_, i) => BigInt(i + 1));
  return s.space.branch(axis, cuts, of, hasUnknown ? s.unknown : none);
}

/** The days of the calendar as numbers, and back. */
export function dayNumber(day: string): number {
  return Date.parse(`${day}T00:00:00Z`) / 86_400_000;
}

export function dayOf(days: bigint): string {
  return new Date(Number(days) * 86_400_000).toISOString().slice(0, 10);
}

export const firstDay = "0000-01-01";
export const lastDay = "9999-12-31";
