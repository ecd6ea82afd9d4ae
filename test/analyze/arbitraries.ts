import fc from "fast-check";
import { loadRuleset, type Ruleset } from "../../src/index.ts";
import {
  boolean,
  date,
  decision,
  fact,
  type Json,
  label,
  list,
  named,
  number,
  terms,
  text,
  tiny,
  words,
} from "../kinds/tiny.ts";

/*
 * Random rulesets, small enough to go through every point of their facts. One file, over the usual
 * length: conditions, values and decisions contain each other.
 */

/** Facts of every type, with ranges a few steps wide. */
export const facts = {
  n: number("n", { min: -2, max: 4 }),
  m: number("m", { min: 0, max: 5 }),
  d: number("d", { scale: 1, min: -0.3, max: 0.4 }),
  p: number("p", { scale: 2, min: 0, max: 0.07 }),
  b: boolean("b"),
  c: boolean("c"),
  l: label("l", "x", "y", "z"),
  k: label("k", "x", "z"),
  s: list("s", "u", "v", "w"),
  t: date("t"),
  e: date("e"),
  w: words("w"),
  q: words("q"),
} as const;
export type FactName = keyof typeof facts;
export const factNames = Object.keys(facts) as readonly FactName[];

const steps = (from: number, to: number, scale: number) =>
  Array.from({ length: to - from + 1 }, (_, i) => (from + i) / 10 ** scale);
const allDays = [
  "0000-01-01",
  "2024-01-31",
  "2024-02-28",
  "2024-02-29",
  "2024-03-01",
  "9999-12-31",
];
const literalDays = allDays.slice(1, 5);

/** Every value a fact can have; of days and texts, those between which a rule can tell. */
export const valuesOf: Readonly<Record<FactName, readonly unknown[]>> = {
  n: steps(-2, 4, 0),
  m: steps(0, 5, 0),
  d: steps(-3, 4, 1),
  p: steps(0, 7, 2),
  b: [true, false],
  c: [true, false],
  l: ["x", "y", "z"],
  k: ["x", "z"],
  s: [[], ["u"], ["v"], ["w"], ["v", "u"], ["u", "w"], ["v", "w"], ["w", "u", "v"]],
  t: allDays,
  e: allDays,
  w: ["x", "red", "something else"],
  q: ["x", "red", "another thing"],
};

/** An account: what is `undefined` is unknown. */
export type Point = Partial<Record<FactName, unknown>>;

/** Every point of some facts, those with unknown facts too. */
export function pointsOf(names: readonly FactName[]): readonly Point[] {
  return names.reduce<readonly Point[]>(
    (all, name) =>
      all.flatMap((p) => [p, ...valuesOf[name].map((value) => ({ ...p, [name]: value }))]),
    [{}],
  );
}

/** A point of all facts, one in six of them unknown. */
export const point: fc.Arbitrary<Point> = fc
  .tuple(
    ...factNames.map((name) =>
      fc.oneof(
        { weight: 5, arbitrary: fc.constantFrom(...valuesOf[name]) },
        { weight: 1, arbitrary: fc.constant(undefined) },
      ),
    ),
  )
  .map((values) => Object.fromEntries(factNames.map((name, i) => [name, values[i]])));

/** What a rule may speak of: facts, and decisions that come before it. */
interface Scope {
  readonly facts: readonly FactName[];
  readonly before: readonly Before[];
}
interface Before {
  readonly name: string;
  readonly comes: Comes;
}
type Comes = "truth" | "number" | "label" | "other";

const inScope = ({ facts: known }: Scope, type: string) =>
  known.filter((name) => facts[name].type === type);
const referring = ({ before }: Scope, comes: Comes) =>
  before.filter((b) => b.comes === comes).map((b) => ({ decision: b.name }));

/** One of several, those that are empty left out. */
function choose<T>(...of: readonly (readonly [weight: number, of: fc.Arbitrary<T> | undefined])[]) {
  return fc.oneof(
    ...of.flatMap(([weight, arbitrary]) => (arbitrary ? [{ weight, arbitrary }] : [])),
  );
}

function oneOf<T>(of: readonly T[]): fc.Arbitrary<T> | undefined {
  return of.length > 0 ? fc.constantFrom(...of) : undefined;
}

/** Numbers on the grids of the facts and between their points. */
const literal = fc.constantFrom(-3, -2, -1, -0.25, -0.1, 0, 0.02, 0.035, 0.15, 0.5, 1, 2, 3, 4.5);
const factor = fc.constantFrom(-2, -1, 0, 0.5, 0.75, 1, 2, 3);
const divisor = fc.constantFrom(-3, -0.5, 0.2, 1, 2, 3, 7);
const rounding = fc.constantFrom("ceil", "floor", "half-up", "half-even");
const places = fc.constantFrom(0, 1, 2);
const labels = ["x", "y", "z"];

/** A number: a literal, a fact, or what is computed of both. */
export function numeric(scope: Scope, depth: number): fc.Arbitrary<unknown> {
  const known = oneOf<unknown>([
    ...inScope(scope, "number").map(fact),
    ...referring(scope, "number"),
  ]);
  if (depth === 0) return choose([1, literal], [4, known]);
  const inner = numeric(scope, depth - 1);
  const pair = fc.tuple(inner, inner);
  const when = condition(scope, depth - 1);
  const lists = oneOf(inScope(scope, "list"));
  return choose<unknown>(
    [2, known],
    [3, fc.array(inner, { minLength: 2, maxLength: 3 }).map((sum) => ({ sum }))],
    [3, pair.map((difference) => ({ difference }))],
    [3, fc.tuple(inner, factor).map((product) => ({ product }))],
    [1, pair.map((product) => ({ product }))],
    [1, pair.map((minimum) => ({ minimum }))],
    [1, pair.map((maximum) => ({ maximum }))],
    [2, fc.tuple(inner, literal).map((maximum) => ({ maximum }))],
    [2, divided(fc.tuple(inner, divisor))],
    [1, divided(fc.tuple(literal, inner))],
    [1, divided(pair)],
    [2, fc.record({ round: inner, scale: places, rounding })],
    [1, lists?.map((name) => ({ size: fact(name) }))],
    [1, fc.array(when, { minLength: 1, maxLength: 3 }).map((count) => ({ count }))],
    [2, chosen(when, inner)],
  );
}

const divided = (quotient: fc.Arbitrary<unknown>) =>
  fc.record({ quotient, scale: places, rounding });

const chosen = (when: fc.Arbitrary<unknown>, then: fc.Arbitrary<unknown>) =>
  fc.record({
    choose: fc.array(fc.record({ when, then }), { minLength: 1, maxLength: 2 }),
    otherwise: then,
  });

const ordered = fc.constantFrom(
  "equal",
  "notEqual",
  "lessThan",
  "lessThanInclusive",
  "greaterThan",
  "greaterThanInclusive",
);

/** A day that is known to be one: a fact, or one moved. */
function day(scope: Scope): fc.Arbitrary<unknown> | undefined {
  const known = oneOf<unknown>(inScope(scope, "date").map(fact));
  if (!known) return undefined;
  const unit = fc.constantFrom("months", "days");
  const numbers = inScope(scope, "number").filter((n) => n === "n" || n === "m");
  const by = choose<unknown>([4, fc.integer({ min: -2, max: 2 })], [1, oneOf(numbers.map(fact))]);
  return choose([2, known], [2, fc.record({ move: known, by, unit })]);
}

/** A condition about one fact, one value, or one decision. */
function test(scope: Scope, depth: number): fc.Arbitrary<unknown> {
  const about = (kind: string) => oneOf(inScope(scope, kind));
  const compared = (
    of: fc.Arbitrary<string> | undefined,
    operator: fc.Arbitrary<string>,
    value: fc.Arbitrary<unknown>,
  ) => of && fc.record({ fact: of, operator, value });
  const same = fc.constantFrom("equal", "notEqual");
  const days = day(scope);
  const aDay = choose<unknown>([1, days], [1, fc.constantFrom(...literalDays)]);
  const expression = numeric(scope, depth);
  const [truths, terms] = [referring(scope, "truth"), referring(scope, "label")].map(oneOf);
  return choose<unknown>(
    [5, compared(about("number"), ordered, literal)],
    [3, fc.record({ expression, operator: ordered, value: numeric(scope, depth) })],
    [2, compared(about("boolean"), same, fc.boolean())],
    [2, compared(about("label"), same, fc.constantFrom("x", "z"))],
    [1, compared(about("label"), fc.constantFrom("in", "notIn"), fc.constant(["x", "z"]))],
    [2, compared(about("list"), fc.constantFrom("contains", "doesNotContain"), entries)],
    [1, compared(about("text"), same, fc.constantFrom("x", "red"))],
    [
      1,
      compared(
        about("text"),
        same,
        choose<unknown>([1, oneOf(inScope(scope, "text").map(fact))], [1, fc.constant("red")]),
      ),
    ],
    [3, compared(about("date"), ordered, aDay)],
    [1, days && fc.record({ expression: days, operator: ordered, value: aDay })],
    [1, compared(oneOf(scope.facts), fc.constant("given"), fc.boolean())],
    [
      1,
      truths &&
        fc
          .tuple(truths, same, fc.boolean())
          .map(([d, operator, value]) => ({ ...d, operator, value })),
    ],
    [1, terms && fc.tuple(terms, same).map(([d, operator]) => ({ ...d, operator, value: "x" }))],
  );
}

const entries = fc.constantFrom<unknown>("u", ["v"], ["u", "w"]);

/** A condition, of conditions that it contains. */
export function condition(scope: Scope, depth: number): fc.Arbitrary<unknown> {
  if (depth <= 0) return test(scope, 0);
  const inner = condition(scope, depth - 1);
  const several = fc.array(inner, { minLength: 1, maxLength: 3 });
  return choose<unknown>(
    [3, test(scope, depth - 1)],
    [2, several.map((all) => ({ all }))],
    [2, several.map((any) => ({ any }))],
    [1, inner.map((not) => ({ not }))],
    [1, fc.boolean().map((constant) => ({ constant }))],
  );
}

const closed = fc.constantFrom("lower", "upper");

/** Bands of a number, with single values treated apart in one of three. */
function bandsOf(scope: Scope, outcome: (index: number) => unknown): fc.Arbitrary<Json> {
  const from = fc.uniqueArray(literal, { minLength: 1, maxLength: 4 });
  const singles = fc.option(fc.uniqueArray(literal, { minLength: 1, maxLength: 2 }), { freq: 2 });
  return fc.tuple(numeric(scope, 1), closed, from, singles).map(([input, side, starts, apart]) => ({
    input,
    closed: side,
    bands: {
      lowest: { outcome: outcome(0) },
      ...Object.fromEntries(
        starts.map((start, i) => [`band${i}`, { from: start, outcome: outcome(i + 1) }]),
      ),
    },
    ...(apart && {
      exactly: Object.fromEntries(
        apart.map((value, i) => [`single${i}`, { value, outcome: outcome(i) }]),
      ),
    }),
  }));
}

const labelAt = (index: number) => labels[index % labels.length];

/** A range with one or two ends, and one that is empty now and then. */
const range = fc.tuple(literal, literal, fc.nat(7), fc.nat(3)).map(([a, b, ends, kinds]): Json => {
  const [low, high] = ends === 7 ? [b, a] : a < b ? [a, b] : [b, a];
  const from = kinds % 2 ? { atLeast: low } : { above: low };
  const to = kinds > 1 ? { atMost: high } : { below: high };
  return ends === 0 ? from : ends === 1 ? to : { ...from, ...to };
});

const negated = (literals: fc.Arbitrary<unknown>) => literals.map((v) => ({ not: [v].flat() }));

function cellOf(type: string): fc.Arbitrary<unknown> {
  const numbers = fc.uniqueArray(literal, { minLength: 1, maxLength: 2 });
  if (type === "number") return fc.oneof(range, range, literal, numbers, negated(numbers));
  if (type === "boolean") return fc.boolean();
  if (type === "date") return fc.constantFrom(...literalDays);
  const of = { label: ["x", "z"], list: ["u", "v", "w"], text: ["x", "red"] }[type] as string[];
  const several = fc.uniqueArray(fc.constantFrom(...of), { minLength: 1, maxLength: 2 });
  return fc.oneof(fc.constantFrom(...of), several, negated(several));
}

interface Column {
  readonly name: string;
  readonly type: string;
  readonly value: unknown;
}

function columnsOf(scope: Scope): fc.Arbitrary<readonly Column[]> {
  const own = scope.facts.map((name) => ({ name, type: facts[name].type, value: fact(name) }));
  const sum = numeric(scope, 1).map((value) => [{ name: "computed", type: "number", value }]);
  const direct = own.length
    ? fc.subarray(own, { minLength: 1, maxLength: Math.min(3, own.length) })
    : sum;
  return fc
    .tuple(direct, fc.option(sum, { freq: 3 }))
    .map(([a, b]) =>
      [...a, ...(b ?? [])].filter((c, i, all) => all.findIndex((o) => o.name === c.name) === i),
    );
}

/** A row: cells for some of the columns. */
function rowOf(columns: readonly Column[]): fc.Arbitrary<Json> {
  const cells = columns.map(({ name, type }) =>
    fc.option(cellOf(type), { freq: 3 }).map((cell) => (cell === null ? [] : [[name, cell]])),
  );
  return fc.tuple(...cells).map((all) => Object.fromEntries(all.flat()) as Json);
}

type Policy = "unique" | "any" | "first" | "priority" | "collect";

/** A table of one output; `of` gives the outcome of each row. */
function tableOf(
  columns: fc.Arbitrary<readonly Column[]>,
  output: string,
  of: (index: number) => unknown,
  policies: readonly Policy[],
): fc.Arbitrary<Json> {
  return columns.chain((all) =>
    fc
      .tuple(
        fc.array(rowOf(all), { minLength: 1, maxLength: 4 }),
        fc.constantFrom(...policies),
        fc.boolean(),
      )
      .map(([whens, hitPolicy, isOpen]) => {
        const rows = Object.fromEntries(
          whens.map((when, i) => [`row${i}`, { when, then: { [output]: of(i) } }]),
        );
        const outcomes = [...new Set(whens.map((_, i) => String(of(i))))].reverse();
        const order = hitPolicy === "priority" ? outcomes : Object.keys(rows).reverse();
        return {
          hitPolicy,
          inputs: Object.fromEntries(
            all.map(({ name, value }) => [name, { label: text(name), value }]),
          ),
          rows,
          ...(hitPolicy === "unique" || hitPolicy === "any" ? {} : { order }),
          ...(isOpen ? {} : { otherwise: { [output]: of(4) } }),
        };
      }),
  );
}

const one: readonly Policy[] = ["unique", "any", "first", "priority"];
const pointsAt = (index: number) => [5, 2, 4, 1, 0][index % 5];

/** What an indicator scores, with the most it can be. */
function scoreOf(scope: Scope): fc.Arbitrary<{ readonly maximum: number; readonly score: Json }> {
  const most = 5;
  const single = fc.oneof(
    bandsOf(scope, pointsAt).map((b): Json => ({ kind: "bands", ...b })),
    tableOf(columnsOf(scope), "points", pointsAt, one).map((t): Json => ({ kind: "table", ...t })),
    numeric(scope, 1).map((n): Json => ({ kind: "formula", value: { minimum: [n, most] } })),
  );
  const part = single.map((score) => ({ ...named("part"), maximum: most, score }));
  return fc.oneof(
    single.map((score) => ({ maximum: most, score })),
    single.map((score) => ({ maximum: most, score })),
    fc.tuple(part, part).map(([first, second]) => ({
      maximum: 2 * most,
      score: { kind: "sum", parts: { first, second } },
    })),
  );
}

const total = (of: readonly { readonly maximum: number }[]) =>
  of.reduce((sum, { maximum }) => sum + maximum, 0);

function scorecard(scope: Scope): fc.Arbitrary<Json> {
  const indicators = fc.array(scoreOf(scope), { minLength: 1, maxLength: 2 });
  return fc.array(indicators, { minLength: 1, maxLength: 2 }).map((dimensions) => ({
    maximum: total(dimensions.flat()),
    dimensions: Object.fromEntries(
      dimensions.map((of, i) => [
        `side${i}`,
        {
          ...named(`side${i}`),
          maximum: total(of),
          indicators: Object.fromEntries(
            of.map((indicator, k) => [
              `indicator${i}${k}`,
              { ...named("indicator"), ...indicator },
            ]),
          ),
        },
      ]),
    ),
  }));
}

function checklist(scope: Scope): fc.Arbitrary<Json> {
  const item = fc
    .tuple(condition(scope, 1), fc.option(condition(scope, 0)))
    .map(([when, applies]) => ({ ...named("item"), when, ...(applies ? { applies } : {}) }));
  const items = fc.array(item, { minLength: 1, maxLength: 3 });
  return fc.tuple(items, items, fc.boolean()).map(([a, b, hasNext]) => {
    const section = (name: string, of: readonly Json[]) => ({
      ...named(name),
      items: Object.fromEntries(of.map((i, k) => [`${name}${k}`, i])),
      ...(hasNext ? { step: { outcome: name, ...named(name) } } : {}),
    });
    return {
      sections: { first: section("first", a), second: section("second", b) },
      order: ["second", "first"],
      ...(hasNext ? { done: { outcome: "done", ...named("done") } } : {}),
    };
  });
}

function quota(scope: Scope): fc.Arbitrary<Json> {
  const of = numeric(scope, 1);
  const need = fc.oneof(
    fc.record({ method: fc.constant("figure"), of }),
    fc.record({ method: fc.constant("per"), of, per: fc.constantFrom(2, 3), rounding }),
    fc.record({ method: fc.constant("share"), of, share: fc.constantFrom(0.25, 0.5), rounding }),
  );
  const sense = fc.constantFrom("at-least", "at-most");
  const item = fc
    .record({ need, have: of, sense })
    .map((i) => ({ ...named("item"), unit: text("each"), ...i }));
  return fc.array(item, { minLength: 1, maxLength: 2 }).map((items) => ({
    items: Object.fromEntries(items.map((i, k) => [`item${k}`, i])),
  }));
}

const outputs = (of: Readonly<Record<string, unknown>>, more: Json = {}) => ({
  outputs: Object.fromEntries(
    Object.entries(of).map(([name, value]) => [name, { ...named(name), value, ...more }]),
  ),
});

const outcomes = terms(...labels);
const out = { out: { label: text("out"), outcomes } };
const numbersOut = { out: { label: text("out") } };

interface Form {
  readonly kind: string;
  readonly comes: Comes;
  readonly body: (scope: Scope) => fc.Arbitrary<Json>;
}

/** Every kind of decision about one account, in the forms its outcome can have. */
const forms: readonly Form[] = [
  { kind: "rule", comes: "truth", body: (s) => condition(s, 2).map((when) => ({ when })) },
  { kind: "rule", comes: "truth", body: ruleWithConditions },
  {
    kind: "bands",
    comes: "label",
    body: (s) => bandsOf(s, labelAt).map((b) => ({ ...b, outcomes })),
  },
  { kind: "bands", comes: "number", body: (s) => bandsOf(s, pointsAt) },
  {
    kind: "table",
    comes: "label",
    body: (s) => tableOf(columnsOf(s), "out", labelAt, one).map((t) => ({ ...t, outputs: out })),
  },
  {
    kind: "table",
    comes: "other",
    body: (s) =>
      tableOf(columnsOf(s), "out", labelAt, ["collect"]).map(({ otherwise: _, ...t }) => ({
        ...t,
        outputs: out,
      })),
  },
  { kind: "table", comes: "number", body: collected },
  { kind: "scorecard", comes: "number", body: scorecard },
  { kind: "checklist", comes: "truth", body: checklist },
  { kind: "quota", comes: "truth", body: quota },
  {
    kind: "formula",
    comes: "number",
    body: (s) => numeric(s, 2).map((value) => outputs({ value })),
  },
  {
    kind: "formula",
    comes: "other",
    body: (s) =>
      fc.record({ first: numeric(s, 1), second: day(s) ?? numeric(s, 0) }).map((of) => outputs(of)),
  },
  {
    kind: "formula",
    comes: "label",
    body: (s) =>
      chosen(condition(s, 1), fc.constantFrom("x", "y")).map((value) =>
        outputs(
          {
            value: {
              choose: [{ when: { constant: false }, then: "x" }, ...value.choose],
              otherwise: value.otherwise,
            },
          },
          { outcomes },
        ),
      ),
  },
];

function ruleWithConditions(scope: Scope): fc.Arbitrary<Json> {
  const one = condition(scope, 1).map((when) => ({ ...named("one"), when }));
  return fc.tuple(one, condition(scope, 0)).map(([first, rest]) => ({
    conditions: { first },
    when: { any: [{ all: [{ condition: "first" }, rest] }, { not: { condition: "first" } }] },
  }));
}

function collected(scope: Scope): fc.Arbitrary<Json> {
  const collect = fc.constantFrom("sum", "minimum", "maximum", "count");
  return fc
    .tuple(tableOf(columnsOf(scope), "out", pointsAt, ["collect"]), collect)
    .map(([{ otherwise, ...table }, how]) => ({
      ...table,
      outputs: numbersOut,
      collect: how,
      ...(otherwise && how !== "count" ? { otherwise } : {}),
    }));
}

const ids = ["first", "second", "third"];

/** A document of one to three decisions, each of which may rest on those before it. */
export function documents(known: readonly FactName[], most = 3): fc.Arbitrary<Json> {
  return fc
    .array(fc.constantFrom(...forms), { minLength: 1, maxLength: most })
    .chain((all) => {
      const bodies = all.map(({ kind, body }, i) => {
        const before = all.slice(0, i).map(({ comes }, k) => ({ name: ids[k] as string, comes }));
        return body({ facts: known, before }).map((b) => decision(ids[i] as string, kind, b));
      });
      return fc.tuple(...bodies);
    })
    .map((all) =>
      tiny({
        facts: Object.fromEntries(known.map((name) => [name, facts[name]])),
        decisions: Object.fromEntries(all.map((d, i) => [ids[i], d])),
      }),
    );
}

/** Loads a document that must be free of faults. */
/** Some facts out of several choices, and a document of them. */
export const scoped = (
  scopes: readonly (readonly FactName[])[],
  most: number,
): fc.Arbitrary<[readonly FactName[], Json]> =>
  fc.constantFrom(...scopes).chain((scope) => fc.tuple(fc.constant(scope), documents(scope, most)));

export function load(document: Json): Ruleset {
  const loaded = loadRuleset(document);
  if (!loaded.ok) throw new Error(JSON.stringify([loaded.diagnostics, document], null, 2));
  return loaded.ruleset;
}
