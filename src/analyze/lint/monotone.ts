import { Decimal } from "../../plan/decimal.ts";
import type { Value } from "../../plan/node.ts";
import type { Part, PlannedDecision } from "../../plan/plan.ts";
import { type Diagnostic, pointer } from "../../ruleset/diagnostics.ts";
import type { Text } from "../../ruleset/text.ts";
import { atPoint, axesOf, type Region, regionsOf } from "../diagram/region.ts";
import { type Axis, type Ref, TooMany } from "../diagram/space.ts";
import type { Sense, Symbols } from "../diagram/symbols.ts";
import { type Account, accountIn, valueAt } from "../diagram/witness.ts";
import { warn } from "../messages.ts";
import { ask, nodesUnder, type Question, type Study, valuesOf } from "../study.ts";
import { isTrue } from "../table.ts";
import { tellAccount } from "../tell.ts";

/**
 * Checks what a decision promises in `monotone`: as one fact rises and all others stay, the outcome
 * never falls (or never rises). It holds along an axis if it holds between neighbouring intervals.
 */
export function monotoneWarnings(study: Study): readonly Diagnostic[] {
  return Object.entries(study.document.decisions).flatMap(([name, { monotone }]) => {
    const planned = study.plan.decisions[name];
    if (!monotone || !planned || Array.isArray(planned.outcome)) return [];
    let question = ask(study);
    return Object.entries(monotone).flatMap(([fact, way]) => {
      const path = pointer("decisions", name, "monotone", fact);
      const promise = { study, path, decision: planned, fact, rises: way === "rises" };
      try {
        return broken(promise, question);
      } catch (error) {
        if (!(error instanceof TooMany)) throw error;
        question = ask(study);
        return [unproven(promise, { zh: "情形过多", en: "there are too many cases" })];
      }
    });
  });
}

interface Promised {
  readonly study: Study;
  readonly path: string;
  readonly decision: PlannedDecision;
  readonly fact: string;
  readonly rises: boolean;
}

function broken(p: Promised, q: Question): readonly Diagnostic[] {
  const { parts, outcome } = p.decision;
  const whole = fallOf(p, q, outcome as Part);
  if (whole === undefined) return [];
  if (whole === "open") return [unproven(p, rests)];
  // A part that falls too says the same of fewer facts.
  const inner = parts.filter((part) => part.role === "indicator" || part.role === "component");
  for (const part of inner) {
    const fall = fallOf(p, q, part);
    if (fall !== undefined && fall !== "open") return [told(p, part, fall)];
  }
  return [told(p, outcome as Part, whole)];
}

const rests: Text = {
  zh: "结果取决于算出的数值或全体客户",
  en: "the outcome rests on computed values, or on the population",
};

/** Two accounts between which a part falls; `open` where it may, and no two were found. */
function fallOf(p: Promised, { s, m }: Question, part: Part): Pair | "open" | undefined {
  const rank = ranks(p, part);
  const whole = m(part.node);
  let open = false;
  for (const [axis, cuts] of axesOf(s, whole)) {
    const sign = signOf(s, axis, p.fact);
    if (sign === 0) continue;
    const falls = sign && fallsAlong(s, whole, axis, cuts, rank, sign > 0 === p.rises);
    for (const fall of falls || []) {
      const pair = accountsOf(p, part, s, fall);
      if (pair) return pair;
    }
    open ||= sign === undefined || (falls || []).length > 0;
  }
  return open ? "open" : undefined;
}

/** The order of outcomes: numbers and yes/no have one, labels that of the bands they stand on. */
function ranks({ study: { plan } }: Promised, part: Part): Rank {
  const under = [...nodesUnder(plan, [part.node])].map((id) => plan.nodes[id]);
  const ladder = under.find((n) => n?.op === "ladder" && n.type.kind === "label");
  const labels = ladder?.op === "ladder" ? ladder.steps.map((step) => step.value) : [];
  return (value) => {
    if (value instanceof Decimal) return value;
    if (typeof value === "boolean") return value ? 1 : 0;
    const place = labels.indexOf(value);
    return place < 0 ? undefined : place;
  };
}

type Rank = (value: Value) => number | Decimal | undefined;

/** Which way an axis goes as a fact rises: not at all, or unknown where it is not taken apart. */
function signOf(s: Symbols, axis: Axis, fact: string): number | undefined {
  const stands = s.axes.get(axis.index);
  if (stands?.is === "fact") return stands.name === fact ? 1 : 0;
  if (stands?.is === "sum") {
    const weight = stands.form.weights.find(([atom]) => atom.key === `fact ${fact}`)?.[1] ?? 0n;
    return weight > 0n ? 1 : weight < 0n ? -1 : 0;
  }
  if (stands?.is !== "computed") return 0;
  return stands.key.includes(`fact ${fact})`) || stands.key.includes(`fact ${fact} `)
    ? undefined
    : 0;
}

interface Fall {
  readonly region: Region;
  readonly axis: Axis;
  /** The last point before the outcome falls, and the first after it. */
  readonly before: bigint;
  readonly after: bigint;
}

function fallsAlong(
  s: Symbols,
  whole: Ref,
  axis: Axis,
  cuts: readonly bigint[],
  rank: Rank,
  upward: boolean,
): readonly Fall[] {
  return cuts.flatMap((cut) => {
    const parts = [atPoint(s, whole, axis, cut - 1n), atPoint(s, whole, axis, cut)];
    const falls = s.space.lift(parts, ([a, b]) => {
      const [x, y] = [rankOf(a as Sense, rank), rankOf(b as Sense, rank)];
      if (x === undefined || y === undefined) return s.no;
      const order = new Decimal(x).cmp(y);
      return (upward ? order > 0 : order < 0) ? s.yes : s.no;
    });
    const { regions } = regionsOf(s, falls, isTrue, 20);
    return regions.map((region) => ({ region, axis, before: cut - 1n, after: cut }));
  });
}

function rankOf(leaf: Sense, rank: Rank) {
  return leaf.is === "value" ? rank(leaf.value) : undefined;
}

type Pair = readonly [Account, Account];

/** Two accounts that differ in the one fact alone, and whose outcomes fall. */
function accountsOf(
  p: Promised,
  part: Part,
  s: Symbols,
  { region, axis, before, after }: Fall,
): Pair | undefined {
  const stands = s.axes.get(axis.index);
  if (stands?.is !== "fact") return undefined;
  const put = (account: Account, point: bigint) => ({
    ...account,
    [p.fact]: valueAt(s, stands.type, point),
  });
  const both = (account: Account): Pair => [put(account, before), put(account, after)];
  const rank = ranks(p, part);
  const found = accountIn(s, region, (account) => {
    const [low, high] = both(account).map((a) => valuesOf(p.study, [part.node], a)?.[0] ?? null);
    const [x, y] = [low, high].map((v) => (v === null || v === undefined ? undefined : rank(v)));
    if (x === undefined || y === undefined) return false;
    const order = new Decimal(x).cmp(y);
    return p.rises ? order > 0 : order < 0;
  });
  return typeof found === "string" ? undefined : both(found.account);
}

function told(p: Promised, part: Part, pair: Pair): Diagnostic {
  const { facts } = p.study.document;
  const [before, after] = pair.map((account) => {
    const value = valuesOf(p.study, [part.node], account)?.[0];
    const { zh, en } = tellAccount(account, facts);
    return { zh: `${zh} 时为 ${value}`, en: `${en} gives ${value}` };
  });
  const fact = facts[p.fact]?.label ?? { zh: p.fact, en: p.fact };
  const expected = p.rises ? { zh: "不降", en: "not fall" } : { zh: "不升", en: "not rise" };
  const words = { decision: part.origin.id, fact, expected };
  return warn("not-monotone", p.path, { ...words, before: before as Text, after: after as Text });
}

function unproven(p: Promised, why: Text): Diagnostic {
  const { name } = p.decision;
  const what = { zh: `\`${name}\` 的单调性`, en: `what \`${name}\` promises of \`${p.fact}\`` };
  return warn("not-analysed", p.path, { what, why });
}
