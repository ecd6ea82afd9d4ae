import { Decimal } from "../plan/decimal.ts";
import type { Comparator, NodeId, Origin } from "../plan/node.ts";
import type { Type } from "../plan/type.ts";
import { any, describe, nouns } from "../plan/type.ts";
import type {
  Condition,
  Conditions,
  Expression,
  Operation,
  Operations,
  Operator,
  Settled,
} from "../ruleset/expression.ts";
import { fault, type Words } from "../ruleset/fault.ts";
import { aDay, isDay } from "../ruleset/literals.ts";
import { suggestion } from "../ruleset/suggest.ts";
import type { Text } from "../ruleset/text.ts";
import { inside, type Lowering, loopOf, lowerFact, partOf, report } from "./lowering.ts";

/*
 * Lowers expressions and conditions. One file, over the usual length: the two contain each other,
 * and apart they would be two modules that import one another.
 */

type LowerOperation = {
  [O in Operation]: (e: Settled<Operations[O]>, ctx: Lowering, at: Origin) => NodeId;
};

/** Lowers each operation of an expression: one total table. */
const operations: LowerOperation = {
  fact: (e, ctx, at) => lowerFact(e.fact, ctx, at),
  decision: (e, ctx, at) => lowerReference(e.decision, ctx, at),
  sum: (e, ctx, at) => arithmetic("sum", e.sum, ctx, at),
  difference: (e, ctx, at) => arithmetic("difference", e.difference, ctx, at),
  product: (e, ctx, at) => arithmetic("product", e.product, ctx, at),
  minimum: (e, ctx, at) => arithmetic("minimum", e.minimum, ctx, at),
  maximum: (e, ctx, at) => arithmetic("maximum", e.maximum, ctx, at),
  quotient(e, ctx, at) {
    const [dividend, divisor] = operands(e.quotient, ctx, inside(at, "quotient"));
    const of = { dividend: dividend as NodeId, divisor: divisor as NodeId };
    ctx.divisors.push(of.divisor);
    return ctx.plan.quotient({ ...of, scale: e.scale, rounding: e.rounding }, at);
  },
  round(e, ctx, at) {
    const of = lowerExpression(e.round, ctx, inside(at, "round"));
    return ctx.plan.round({ of, scale: e.scale, rounding: e.rounding }, at);
  },
  size: (e, ctx, at) => ctx.plan.size(lowerExpression(e.size, ctx, inside(at, "size")), at),
  count: (e, ctx, at) => ctx.plan.count(lowerEach(e.count, ctx, inside(at, "count")), at),
  when: (e, ctx, at) => lowerCondition(e.when, ctx, inside(at, "when")),
  move(e, ctx, at) {
    const date = lowerExpression(e.move, ctx, inside(at, "move"));
    const by = lowerExpression(e.by, ctx, inside(at, "by"));
    return ctx.plan.move({ date, by, unit: e.unit }, at);
  },
  choose(e, ctx, at) {
    const cases = e.choose.map((c, i) => ({
      when: lowerCondition(c.when, ctx, inside(at, "choose", i, "when")),
      value: lowerExpression(c.then, ctx, inside(at, "choose", i, "then")),
      origin: inside(at, "choose", i),
    }));
    const otherwise = lowerExpression(e.otherwise, ctx, inside(at, "otherwise"));
    return ctx.plan.choose({ cases, otherwise }, at);
  },
  aggregate: (e, ctx, at) => lowerAggregate(e, ctx, at),
};

/** Lowers an expression. A literal text takes the type of what it is compared with (`like`). */
export function lowerExpression(
  expression: Settled<Expression>,
  ctx: Lowering,
  at: Origin,
  like: Type = any,
): NodeId {
  if (typeof expression !== "object") {
    if (like.kind === "date" && !isDay(expression)) {
      const words = { value: String(expression), expected: aDay };
      report(ctx, fault("wrong-type", at.path, words));
    }
    return ctx.plan.constant(expression, at, like);
  }
  const operation = (Object.keys(operations) as Operation[]).find((o) => o in expression);
  const lower = operations[operation as Operation] as LowerAny;
  return lower(expression, ctx, at);
}
type LowerAny = (e: unknown, ctx: Lowering, at: Origin) => NodeId;

/** Lowers a reference to another decision, or to a part of it. */
function lowerReference(reference: string, ctx: Lowering, at: Origin): NodeId {
  const part = ctx.decision(reference, ctx.subject, at);
  if (!part) return ctx.plan.nothing(at);
  if (part.undefinedWhen !== undefined) ctx.divisors.push(...divisorsOf(part.undefinedWhen, ctx));
  return part.node;
}

/** The divisors behind an `undefinedWhen`: it is `any` of comparisons of each with zero. */
function divisorsOf(undefinedWhen: NodeId, ctx: Lowering): NodeId[] {
  const node = ctx.plan.nodes[undefinedWhen];
  if (node?.op === "any") return node.of.flatMap((n) => divisorsOf(n, ctx));
  return node?.op === "compare" ? [node.left] : [];
}

function operands(of: readonly Settled<Expression>[], ctx: Lowering, at: Origin): NodeId[] {
  return of.map((e, i) => lowerExpression(e, ctx, inside(at, i)));
}

function arithmetic(
  operation: "sum" | "difference" | "product" | "minimum" | "maximum",
  of: readonly Settled<Expression>[],
  ctx: Lowering,
  at: Origin,
): NodeId {
  return ctx.plan.arithmetic(operation, operands(of, ctx, inside(at, operation)), at);
}

function lowerAggregate(e: Settled<Operations["aggregate"]>, ctx: Lowering, at: Origin): NodeId {
  if (!ctx.subjects.includes(e.over)) {
    const words = { name: e.over, ...suggestion(e.over, ctx.subjects) };
    report(ctx, fault("unknown-subject", inside(at, "over").path, words));
    return ctx.plan.nothing(at);
  }
  const missing = missingKey(e);
  if (missing) {
    report(ctx, fault("missing-key", at.path, missing));
    return ctx.plan.nothing(at);
  }
  const population = { ...ctx, subject: e.over, divisors: [] };
  const of =
    e.of === undefined
      ? ctx.plan.constant(0, at)
      : lowerExpression(e.of, population, inside(at, "of"));
  const where = conditionOr(e.where, true, population, inside(at, "where"));
  // The partition is looked up for the subject at hand, so its facts must belong to both.
  for (const [i, f] of e.by.entries()) lowerFact(f, ctx, inside(at, "by", i));
  const by = e.by.map((f, i) => lowerFact(f, population, inside(at, "by", i)));
  return ctx.plan.aggregate(
    {
      operation: e.aggregate,
      of,
      where,
      by,
      over: e.over,
      unknown: e.unknown,
      at: e.at === undefined ? null : new Decimal(e.at),
      scale: e.scale ?? 0,
      rounding: e.rounding ?? "half-up",
    },
    at,
  );
}

/** A mean must say its scale and rounding, a quantile where it cuts, and all but a count of what. */
function missingKey(e: Settled<Operations["aggregate"]>): Words | undefined {
  if (e.aggregate !== "count" && e.of === undefined) {
    return { key: "of", expected: { zh: "要汇总的数字", en: "the number that is aggregated" } };
  }
  if (e.aggregate === "mean" && (e.scale === undefined || e.rounding === undefined)) {
    return {
      key: e.scale === undefined ? "scale" : "rounding",
      expected: { zh: "平均数怎样舍入", en: "how the mean is rounded" },
    };
  }
  if (e.aggregate === "quantile" && e.at === undefined) {
    const expected = {
      zh: "取分位数的位置，0 到 1 之间",
      en: "the fraction 0..1 at which the quantile is taken",
    };
    return { key: "at", expected };
  }
  return undefined;
}

type Form = keyof Conditions;
type LowerForm = { [F in Form]: (c: Settled<Conditions[F]>, ctx: Lowering, at: Origin) => NodeId };

/** Lowers each form of a condition: one total table. */
const forms: LowerForm = {
  all: (c, ctx, at) => ctx.plan.all(lowerEach(c.all, ctx, inside(at, "all")), at),
  any: (c, ctx, at) => ctx.plan.any(lowerEach(c.any, ctx, inside(at, "any")), at),
  not: (c, ctx, at) => ctx.plan.not(lowerCondition(c.not, ctx, inside(at, "not")), at),
  condition: (c, ctx, at) => lowerNamed(c.condition, ctx, at),
  constant: (c, ctx, at) => ctx.plan.constant(c.constant, at),
  fact: (c, ctx, at) => compare(lowerFact(c.fact, ctx, at), c, ctx, at),
  decision: (c, ctx, at) => compare(lowerReference(c.decision, ctx, at), c, ctx, at),
  expression: (c, ctx, at) =>
    compare(lowerExpression(c.expression, ctx, inside(at, "expression")), c, ctx, at),
};

/** Lowers a condition to a node that is true, false or unknown. */
export function lowerCondition(condition: Settled<Condition>, ctx: Lowering, at: Origin): NodeId {
  const form = (Object.keys(forms) as Form[]).find((f) => f in condition) as Form;
  const lower = forms[form] as (c: unknown, ctx: Lowering, at: Origin) => NodeId;
  return lower(condition, ctx, at);
}

/** Lowers a list of conditions, each at its place. */
function lowerEach(
  conditions: readonly Settled<Condition>[],
  ctx: Lowering,
  at: Origin,
): readonly NodeId[] {
  return conditions.map((c, i) => lowerCondition(c, ctx, inside(at, i)));
}

const comparators: { readonly [O in Operator]?: Comparator } = {
  equal: "=",
  notEqual: "≠",
  lessThan: "<",
  lessThanInclusive: "≤",
  greaterThan: ">",
  greaterThanInclusive: "≥",
};

interface Compared {
  readonly operator: Operator;
  readonly value: Settled<Expression> | readonly string[];
}

function compare(left: NodeId, c: Compared, ctx: Lowering, at: Origin): NodeId {
  const comparator = comparators[c.operator];
  if (comparator) {
    if (Array.isArray(c.value)) return mismatch(c, phrases.single, phrases.list, ctx, at);
    const value = c.value as Settled<Expression>;
    const right = lowerExpression(value, ctx, inside(at, "value"), ctx.plan.type(left));
    return ctx.plan.compare(comparator, left, right, at);
  }
  const found = ctx.plan.type(left);
  if (found.kind === "any") return ctx.plan.nothing(at);
  if (c.operator === "given") {
    if (typeof c.value !== "boolean") return mismatch(c, phrases.yesOrNo, phrases.else, ctx, at);
    if (ctx.plan.nodes[left]?.op !== "fact")
      return mismatch(c, phrases.fact, phrases.computed, ctx, at);
    const given = ctx.plan.given(left, at);
    return c.value ? given : ctx.plan.not(given, at);
  }
  const values = typeof c.value === "string" ? [c.value] : c.value;
  if (!Array.isArray(values)) return mismatch(c, phrases.labels, phrases.single, ctx, at);
  const wanted = c.operator === "in" || c.operator === "notIn" ? "label" : "list";
  if ((wanted === "list") !== (found.kind === "list")) {
    return mismatch(c, nouns[wanted], describe(found), ctx, at, at);
  }
  const member = ctx.plan.member(left, values, at);
  return c.operator === "in" || c.operator === "contains" ? member : ctx.plan.not(member, at);
}

function mismatch(
  c: Compared,
  expected: Text,
  found: Text,
  ctx: Lowering,
  at: Origin,
  place: Origin = inside(at, "value"),
): NodeId {
  const words = { what: `\`${c.operator}\``, expected, found };
  report(ctx, fault("type-mismatch", place.path, words));
  return ctx.plan.nothing(at);
}

const phrases = {
  single: { zh: "单个值", en: "a single value" },
  list: { zh: "列表", en: "a list" },
  labels: { zh: "选项的列表", en: "a list of labels" },
  yesOrNo: { zh: "`true` 或 `false`", en: "yes or no" },
  else: { zh: "别的内容", en: "something else" },
  fact: { zh: "事实", en: "a fact" },
  computed: { zh: "算出来的值", en: "a computed value" },
} satisfies Record<string, Text>;

/** Lowers the use of a named condition, once for every use, and refuses one that uses itself. */
export function lowerNamed(name: string, ctx: Lowering, origin: Origin): NodeId {
  const named = Object.hasOwn(ctx.conditions, name) ? ctx.conditions[name] : undefined;
  if (!named) {
    const words = { name, ...suggestion(name, Object.keys(ctx.conditions)) };
    report(ctx, fault("unknown-condition", origin.path, words));
    return ctx.plan.nothing(origin);
  }
  if (ctx.open.includes(name)) {
    report(ctx, fault("cycle", origin.path, { name, loop: loopOf([...ctx.open, name]) }));
    return ctx.plan.nothing(origin);
  }
  const key = `${ctx.subject} ${name}`;
  const known = ctx.lowered.get(key);
  if (known) {
    ctx.divisors.push(...known.divisors);
    return known.node;
  }
  const at = partOf(ctx.owner, name, named, "conditions", name, "when");
  const divisors: NodeId[] = [];
  const node = lowerCondition(named.when, { ...ctx, divisors, open: [...ctx.open, name] }, at);
  ctx.lowered.set(key, { node, divisors });
  ctx.divisors.push(...divisors);
  return node;
}

/** Lowers an optional condition; where there is none, it holds (or fails) for everyone. */
export function conditionOr(
  condition: Settled<Condition> | undefined,
  otherwise: boolean,
  ctx: Lowering,
  origin: Origin,
): NodeId {
  const constant: Settled<Conditions["constant"]> = { constant: otherwise };
  return lowerCondition(condition ?? constant, ctx, origin);
}
